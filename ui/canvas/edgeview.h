// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QString>

#include <cstdint>

namespace sluice::ui {

/// Everything that is drawn of one subscription; renewed a few times a second.
struct EdgeView
{
    SubscriptionId id;
    double sentPerSecond = 0;
    bool isClosed = false;  ///< the producer has seen no unmet demand lately
    bool isLeaving = false; ///< ended, not settled yet

    QString rate;     ///< "12.3 k/s"
    QString events;   ///< "events 1,234"
    QString demand;   ///< "demand 740 of 1,000" or "no demand"
    QString asks;     ///< "asks 5"
    QString inFlight; ///< empty when nothing is
};

/// \a sawDemand: whether the producer had unmet demand at any time since the last view.
[[nodiscard]] EdgeView edgeView(const SubscriptionSnapshot &subscription, double sentPerSecond,
                                bool sawDemand);

/// Everything about the subscription in a few lines, for a tooltip and for screen readers.
[[nodiscard]] QString edgeTip(const SubscriptionSnapshot &subscription, const Snapshot &snapshot);

} // namespace sluice::ui
