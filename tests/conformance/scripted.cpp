// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/conformance/scripted.h"

namespace sluice::test {

QString textOf(std::span<const Integer> events)
{
    bool follow = events.size() > 2;
    for (std::size_t i = 1; i < events.size(); ++i)
        follow = follow && events[i] == events[i - 1] + 1;
    if (follow)
        return QStringLiteral("%1..%2").arg(events.front()).arg(events.back());
    QStringList words;
    for (const Integer event : events)
        words.append(QString::number(event));
    return words.join(u' ');
}

} // namespace sluice::test
