// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logdrain.h"
#include "ui/models/logstore.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace sluice::ui {

/// Which rows of the log are wanted: terms that must all hold, such as
/// `consumer:C1 thread:0x4b1 value:100..200 wait>5ms`.
///
/// What a gap would have to answer about its numbers nobody knows, so it is never left out for
/// them; `-kind:gap` leaves gaps out.
/// Threads: none inside; use one instance from one thread at a time.
class LogFilter
{
public:
    enum class Field : unsigned char { Consumer, Thread, Value, Wait, Count, Time, Kind, Text };

    /// One thing a row must be, or must not be.
    struct Term
    {
        Field field = Field::Text;
        bool isNegated = false;
        std::int64_t least = std::numeric_limits<std::int64_t>::min(); ///< in ns for times
        std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QStringList names;              ///< Consumer, Kind: alternatives; '*' stands for anything
        QString text;                   ///< Text: is part of it, in any case
        std::optional<Integer> integer; ///< Text: the number it is
    };

    /// A part of the text that cannot be understood.
    struct Error
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QString reason; ///< what is wrong and what would be right, in words
    };

    LogFilter() = default;
    explicit LogFilter(std::vector<Term> terms);

    [[nodiscard]] bool isEmpty() const noexcept { return m_terms.empty(); }

    /// What is asked of the consumer; nullptr stands for a note that belongs to none.
    [[nodiscard]] bool acceptsConsumer(const LogConsumer *consumer) const;

    /// What is asked of the row apart from its consumer; \a startNs is when times begin.
    [[nodiscard]] bool acceptsRow(const LogRow &row, std::int64_t startNs) const;

private:
    std::vector<Term> m_terms;
};

/// A text made into a filter.
struct ParsedLogFilter
{
    LogFilter filter; ///< of what could be understood
    std::vector<LogFilter::Error> errors;
};

/// Reads \a text: terms with blanks between them, `field:value`, `field>value` or a word to look
/// for; `-` before a term turns it round, quotes keep blanks.
[[nodiscard]] ParsedLogFilter parseLogFilter(const QString &text);

/// A text for parseLogFilter() that wants the rows of the consumers with these \a names.
[[nodiscard]] QString consumersAsFilter(const QStringList &names);

/// Whether one of first, first + step, … (\a count of them) lies in \a least .. \a most.
[[nodiscard]] bool runMeetsRange(Integer first, Integer step, EventCount count, Integer least,
                                 Integer most) noexcept;

} // namespace sluice::ui
