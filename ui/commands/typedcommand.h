// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/commands/stagechoice.h"

#include <QString>

#include <chrono>
#include <optional>
#include <variant>

/// Edits as one types them into the command palette:
///
///     add KIND [NAME] [to STAGE]     KIND may be "consumer": one like those that are there
///     remove STAGE
///     set STAGE.maxDemand NUMBER     minDemand and workTime (such as 2ms) likewise
///
/// The words are the same in every language, as those of a pipeline file are.
namespace sluice::ui {

struct TypedAdd
{
    QString kind; ///< of the stage catalogue; empty: a consumer
    QString name; ///< may be empty
    QString to;   ///< may be empty
};

struct TypedRemove
{
    QString stage;
};

struct TypedDemand
{
    QString from;
    QString to;
    EventCount maximum = 0;
    EventCount minimum = 0;
};

struct TypedWorkTime
{
    QString stage;
    std::chrono::nanoseconds time{0};
};

/// What is wrong with a command, in a sentence.
struct TypedProblem
{
    QString text;
};

using TypedCommand = std::variant<TypedAdd, TypedRemove, TypedDemand, TypedWorkTime, TypedProblem>;

/// Nothing if \a text does not begin as a command does.
[[nodiscard]] std::optional<TypedCommand> readTypedCommand(const QString &text,
                                                           const PipelineDescription &pipeline);

} // namespace sluice::ui
