// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/snapshot.h"
#include "ui/models/prevailingstate.h"
#include "ui/models/ratetable.h"
#include "ui/models/stagehistory.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sluice::ui {

/// How full something is, and where its mark is.
struct Gauge
{
    EventCount level = 0;
    EventCount capacity = 0; ///< negative: no limit
    EventCount mark = -1;    ///< negative: none

    friend bool operator==(const Gauge &, const Gauge &) = default;
};

/// The moving parts of a stage's picture; new with every snapshot.
struct StageGauges
{
    RateTable::StateShares shares{};
    std::vector<Gauge> demand; ///< pending of maximum, marked at minimum; one a subscription
    Gauge buffer;              ///< marked where it begins to discard
};

/// The parts of a stage's picture that are read: renewed a few times a second only.
struct StageTexts
{
    StageState state = StageState::Starting;
    bool isBottleneck = false; ///< the others wait for it
    bool isJoining = false;    ///< has subscribed and not asked yet
    QString dispatcher;        ///< the letter of its glyph; empty: none
    QString restarts;          ///< "↻ 2"; empty if there was none
    QString name;
    QString place;  ///< "consumer · thread 3"
    QString says;   ///< the state in words
    QString share;  ///< "62 %", of a state that only prevails; empty if it lasts
    QString reason; ///< of a crash
    QString rate;
    QString peak;            ///< "max 1.2 k/s" of the last minute; empty before there is one
    QStringList totals;      ///< "handled 1,234"
    QStringList demand;      ///< "7 of 10, asks at 5"; one a subscription
    QStringList shortDemand; ///< "7 of 10"
    QString buffer;          ///< "buffer 61 of 100, full in 4 s"
    QString discarded;       ///< empty if nothing was
};

/// Everything that is drawn of one stage.
struct StageView
{
    StageId id;
    StageRole role = StageRole::Producer;
    StageGauges gauges;
    StageTexts texts;
    StageHistory::Slices history;
};

/// The subscriptions a stage takes events from, in the order they were made.
using UpstreamSubscriptions = std::vector<const SubscriptionSnapshot *>;

[[nodiscard]] StageGauges stageGauges(const StageSnapshot &stage,
                                      const UpstreamSubscriptions &upstream,
                                      const RateTable &rates);

/// \a snapshot is the one \a stage is from.
[[nodiscard]] StageTexts stageTexts(const StageSnapshot &stage,
                                    const UpstreamSubscriptions &upstream, const Snapshot &snapshot,
                                    const RateTable &rates, const StageHistory &history);

/// Everything about the stage in a few lines, for a tooltip and for screen readers.
[[nodiscard]] QString stageTip(const StageSnapshot &stage, const Snapshot &snapshot,
                               const PipelineDescription &description = {});

} // namespace sluice::ui
