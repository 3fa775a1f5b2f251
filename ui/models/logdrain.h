// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"
#include "core/telemetry/batchlog.h"
#include "ui/models/logstore.h"

#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sluice::ui {

/// A consumer as the log names it, and what became of its numbers.
struct LogConsumer
{
    StageId id;
    QString name;
    int thread = 0;
    std::uint64_t osThread = 0;
    EventCount taken = 0;   ///< numbers taken out of its ring
    EventCount notKept = 0; ///< numbers that did not fit into its ring
};

/// Empties the log rings of all consumers and puts their rows into one order, by time.
///
/// Threads: the one reader of the rings.
/// Lifetime: shares the ring of a consumer that left until it is empty and nobody else holds it.
class LogDrain
{
public:
    /// The ring of a consumer; null if it has none.
    using Source = std::function<std::shared_ptr<BatchLog>(StageId)>;

    /// Forgets everything; rings come from \a source from now on.
    void setSource(Source source);

    /// Forgets what is in the rings and was counted; goes on with what comes from now on.
    void reset();

    /// Reads \a consumer from now on; with an id it knows, updates name and threads.
    void addConsumer(StageId id, const QString &name, int thread, std::uint64_t osThread);

    /// A note that comes after the last row of \a consumer, which was called \a name.
    void addFarewell(StageId consumer, const QString &name, const QString &text,
                     std::int64_t timeNs);

    /// A note that comes after the rows up to \a timeNs.
    void addNote(const QString &text, std::int64_t timeNs);

    /// Takes at most \a most rows out of the rings, each consumer's fair share of them, and gives
    /// them with gaps and notes in the order of time. The result is valid until the next call.
    [[nodiscard]] const std::vector<LogRow> &take(std::size_t most);

    /// Whether the last take() has left rows in the rings.
    [[nodiscard]] bool hasMore() const noexcept { return m_hasMore; }

    /// All consumers ever read, in the order they came; LogRow::consumer is a place in it.
    [[nodiscard]] const std::vector<LogConsumer> &consumers() const noexcept { return m_consumers; }

private:
    struct Ring
    {
        std::uint32_t consumer = 0; ///< place in m_consumers
        std::shared_ptr<BatchLog> log;
        bool isOrphan = false;         ///< nobody else holds it, so nothing is added any more
        bool mayHaveMore = false;      ///< take() got as much as it asked for
        EventCount countedEvents = 0;  ///< of those not kept, in LogConsumer::notKept
        EventCount reportedEvents = 0; ///< of those not kept, by gap rows
        std::int64_t reportedBatches = 0;
        std::int64_t lastNs = 0;       ///< of its last row
        std::vector<LogEntry> entries; ///< taken
        std::size_t merged = 0;        ///< of entries

        [[nodiscard]] bool isMerged() const noexcept { return merged == entries.size(); }

        [[nodiscard]] std::int64_t nextNs() const noexcept { return entries[merged].handledNs; }
    };

    struct Note
    {
        QString text;
        std::int64_t timeNs = 0;
        StageId after; ///< its last row comes first; invalid: only the time counts
    };

    [[nodiscard]] std::uint32_t placeOf(StageId consumer) const;
    void append(LogConsumer consumer);
    void fill(std::size_t most);
    void merge();
    void appendNext(Ring &ring);
    void appendGap(Ring &ring, std::int64_t batches, EventCount events, std::int64_t timeNs);
    void appendLastGap(Ring &ring);
    void appendNotes(std::int64_t untilNs);
    void appendNote(const Note &note);
    [[nodiscard]] bool isRead(StageId consumer) const;

    Source m_source;
    std::vector<LogConsumer> m_consumers;
    std::unordered_map<StageId, std::uint32_t> m_places; ///< in m_consumers
    std::vector<Ring> m_rings;
    std::unordered_set<const BatchLog *> m_logs; ///< of m_rings
    std::vector<Note> m_notes;                   ///< in the order of time
    std::vector<LogRow> m_rows;
    bool m_hasMore = false;
};

} // namespace sluice::ui
