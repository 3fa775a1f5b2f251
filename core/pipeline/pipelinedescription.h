// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/subscriptionoptions.h"
#include "core/flow/supervisionrule.h"
#include "core/pipeline/dispatcherdescription.h"
#include "core/pipeline/placement.h"
#include "core/stage/stageoptions.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sluice {

/// One stage as a file describes it (design §6).
struct StageDescription
{
    QString id;          ///< 1 to 64 of A-Z a-z 0-9 _ . -; unique in the pipeline
    QString kind;        ///< of the stage catalogue
    QJsonObject options; ///< of that kind, validated against the catalogue
    StageOptions run;    ///< buffer, workTime, rate, thread: what every stage may have
    /// What run.dispatcher was made of, see dispatcherOptions(); empty: not mentioned. Saved.
    std::optional<DispatcherDescription> dispatcher = std::nullopt;
    QJsonObject unknown; ///< keys this version does not know, kept for the next save
};

/// One subscription as a file describes it. As in design §6 `from` is the producer, `to` the consumer.
struct SubscriptionDescription
{
    QString from;
    QString to;
    SubscriptionOptions options;
    /// What options.selector was made of, see makeSelector(); empty: all events. Saved.
    std::optional<SelectorDescription> selector = std::nullopt;
    QJsonObject unknown{};
};

/// Who restarts stages that stop by themselves, as a file describes it.
struct SupervisorDescription
{
    SupervisionOptions options;
    QJsonObject unknown{};
};

/// A whole pipeline as a file describes it; what loading gives and saving takes.
struct PipelineDescription
{
    static constexpr int version = 1;

    QString title;
    Placement placement;
    std::vector<StageDescription> stages;
    std::vector<SubscriptionDescription> subscriptions;
    std::optional<SupervisorDescription> supervisor; ///< nothing: what stops stays stopped
    QJsonObject unknown{};

    /// Where the file lies, for inputs with relative paths; empty: the working directory. Not saved.
    QString folder;
};

} // namespace sluice
