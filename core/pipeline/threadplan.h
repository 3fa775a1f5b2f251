// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/placement.h"
#include "core/stage/stageoptions.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace sluice {

class StageThread;

/// Gives each stage that starts its thread: by the stage's own wish, then by the placement.
///
/// Shared threads get the next stage where the fewest are, so they stay evenly filled while stages
/// come and go. Under a shared placement a stage with simulated work has a thread of its own,
/// because it would hold up all others meanwhile; unless it names a group.
/// Threads: the owner's.
class ThreadPlan
{
public:
    /// A thread with a place reserved on it, and its number: 1, 2, … within a run.
    struct Seat
    {
        std::shared_ptr<StageThread> thread;
        int number = 0;
    };

    /// Forgets the threads of an earlier run. \a niceness as StageThread has it.
    void begin(const Placement &placement, int niceness);

    [[nodiscard]] Seat seatFor(const QString &stage, const StageOptions &options);

private:
    [[nodiscard]] bool wantsItsOwn(const StageOptions &options) const;
    [[nodiscard]] Seat ownSeat(const QString &stage, EventLoop loop);
    [[nodiscard]] Seat sharedSeat();

    /// The thread of \a place, or a new one if that is ending.
    [[nodiscard]] Seat openSeat(Seat &place, const QString &name);

    [[nodiscard]] std::shared_ptr<StageThread> newThread(const QString &name, EventLoop loop) const;

    Placement m_placement;
    int m_niceness = 0;
    std::vector<Seat> m_shared; // the places of a shared placement
    QHash<QString, Seat> m_groups;
    int m_lastNumber = 0;
};

} // namespace sluice
