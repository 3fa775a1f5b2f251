// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stagecatalog.h"

#include <algorithm>
#include <chrono>

namespace sluice {

// What the kinds of the standard catalogue describe and read their options with.

[[nodiscard]] OptionSpec option(OptionSpec::Type type, const QString &name, const QString &summary,
                                const QJsonValue &absent = QJsonValue::Undefined);

[[nodiscard]] OptionSpec requiredOption(OptionSpec::Type type, const QString &name,
                                        const QString &summary);

/// The first of \a choices is the default.
[[nodiscard]] OptionSpec choiceOption(const QString &name, const QString &summary,
                                      const QStringList &choices);

[[nodiscard]] Integer integerOf(const QJsonObject &options, const QString &name, Integer absent);

/// Pre: the value is a duration or absent.
[[nodiscard]] std::chrono::nanoseconds durationOf(const QJsonObject &options, const QString &name,
                                                  std::chrono::nanoseconds absent);

/// Where the choice of \a name stands among \a choices; the first if it is absent.
template<class Choice>
[[nodiscard]] Choice choiceOf(const QJsonObject &options, const QString &name,
                              const QStringList &choices)
{
    return static_cast<Choice>(
        std::max(qsizetype(0), choices.indexOf(options.value(name).toString())));
}

/// The kinds that deal with texts and files.
[[nodiscard]] std::vector<StageKind> textKinds();

/// The kinds that wait for time or for input.
[[nodiscard]] std::vector<StageKind> timedKinds();

} // namespace sluice
