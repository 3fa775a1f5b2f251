// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/dispatcher.h"

#include <QString>
#include <QStringList>

#include <numeric>
#include <vector>

namespace sluice::test {

/// \a count integers: first, first + 1 …
[[nodiscard]] inline Batch numbers(Integer first, EventCount count)
{
    std::vector<Integer> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), first);
    return Batch::of(std::move(values));
}

/// The events of a batch as they are written in the tests: "0 1 2".
[[nodiscard]] inline QString text(const Batch &batch)
{
    QStringList words;
    for (EventCount i = 0; i < batch.size(); ++i)
        words.append(QString::fromStdString(batch.textAt(i)));
    return words.join(u' ');
}

/// Subscriptions 1, 2, 3 … are called A, B, C … in the tests.
[[nodiscard]] inline QChar letter(SubscriptionId id)
{
    return QChar(static_cast<char16_t>(u'@' + id.value));
}

/// Messages as they are written in the tests: "A 0 1 2, B 3 4".
[[nodiscard]] inline QString text(const std::vector<Delivery> &deliveries)
{
    QStringList messages;
    for (const Delivery &delivery : deliveries)
        messages.append(QString(letter(delivery.to)) + u' ' + text(delivery.batch));
    return messages.join(QStringLiteral(", "));
}

} // namespace sluice::test
