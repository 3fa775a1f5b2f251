// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace sluice {

/// The words of a pipeline file for the values of an enumeration, in the order of its values: what
/// is read and what is written cannot differ.

[[nodiscard]] inline QStringList dispatcherWords()
{
    return {QStringLiteral("demand"), QStringLiteral("broadcast"), QStringLiteral("partition")};
}

[[nodiscard]] inline QStringList demandModeWords()
{
    return {QStringLiteral("forward"), QStringLiteral("accumulate")};
}

/// Of HashRule.
[[nodiscard]] inline QStringList hashWords()
{
    return {QStringLiteral("modulo"), QStringLiteral("evenOdd"), QStringLiteral("firstLetter")};
}

/// Of SelectorDescription::Keep.
[[nodiscard]] inline QStringList selectorWords()
{
    return {QStringLiteral("even"), QStringLiteral("odd"), QStringLiteral("multiple")};
}

} // namespace sluice
