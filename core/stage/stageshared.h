// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/eventlimit.h"
#include "core/stage/gate.h"
#include "core/telemetry/batchlog.h"
#include "core/telemetry/published.h"
#include "core/telemetry/stagefigures.h"
#include "core/telemetry/stagenotes.h"

#include <atomic>
#include <cstdint>
#include <memory>

namespace sluice {

/// What a stage's thread and the owner's thread both see; each part says how.
///
/// Lifetime: shared by the handle and the runner; the pointers never change.
struct StageShared
{
    Gate gate;
    Published<StageFigures> figures;
    std::atomic<std::int64_t> busySinceNs = 0; ///< 0: not inside a message; written by the stage
    /// Set by the owner, cleared by the stage as it answers: also a stage that has a long message
    /// sees it, between two events.
    std::atomic<bool> wantsExamination = false;
    StageNotes notes;
    std::shared_ptr<BatchLog> log;     ///< null: this stage keeps no log
    std::shared_ptr<EventLimit> limit; ///< null: no limit
};

} // namespace sluice
