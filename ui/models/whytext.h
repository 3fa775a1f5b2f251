// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/whywaiting.h"

#include <QString>

#include <unordered_map>

namespace sluice::ui {

/// Consumers that are drawn as one, for one of them that the sentence meets.
struct Crowd
{
    QString name;
    int members = 0;
    int alike = 0; ///< of the members: in the same state as the one that is met
};

using Crowds = std::unordered_map<StageId, Crowd>; ///< by the member that is met

/// \a why as a sentence, such as "numbers waits for demand from evens; evens waits for demand from
/// printer; printer is busy (100 %, 2 ms per event)". \a snapshot has the names; who is in
/// \a crowds is spoken of as one of many.
[[nodiscard]] QString whyText(const WhyWaiting &why, const Snapshot &snapshot,
                              const Crowds &crowds = {});

} // namespace sluice::ui
