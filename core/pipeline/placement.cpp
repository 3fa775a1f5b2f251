// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/placement.h"

namespace sluice {

std::optional<Placement> parsePlacement(QStringView text)
{
    if (text == u"dedicated")
        return Placement();
    if (text == u"shared")
        return Placement{Placement::Kind::Shared, 0};
    constexpr QStringView start = u"shared:";
    if (!text.startsWith(start))
        return std::nullopt;
    const QStringView digits = text.sliced(start.size());
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9') // toInt() would take a sign and spaces
            return std::nullopt;
    }
    bool isNumber = false;
    const int threads = digits.toInt(&isNumber);
    if (!isNumber || threads < 1 || threads > Placement::threadLimit)
        return std::nullopt;
    return Placement{Placement::Kind::Shared, threads};
}

QString toString(const Placement &placement)
{
    if (placement.kind == Placement::Kind::Dedicated)
        return QStringLiteral("dedicated");
    return placement.threads == 0 ? QStringLiteral("shared")
                                  : QStringLiteral("shared:%1").arg(placement.threads);
}

} // namespace sluice
