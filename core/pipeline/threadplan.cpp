// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/threadplan.h"

#include "core/stage/stagethread.h"

#include <algorithm>

namespace sluice {
namespace {

int placesIn(const Placement &placement)
{
    if (placement.kind == Placement::Kind::Dedicated)
        return 0;
    return placement.threads > 0 ? placement.threads : std::max(1, QThread::idealThreadCount());
}

int stagesOn(const ThreadPlan::Seat &place)
{
    return place.thread ? place.thread->stageCount() : 0;
}

} // namespace

void ThreadPlan::begin(const Placement &placement, int niceness)
{
    m_placement = placement;
    m_niceness = niceness;
    m_shared.assign(static_cast<std::size_t>(placesIn(placement)), {});
    m_groups.clear();
    m_lastNumber = 0;
}

ThreadPlan::Seat ThreadPlan::seatFor(const QString &stage, const StageOptions &options)
{
    if (wantsItsOwn(options))
        return ownSeat(stage, options.loop);
    if (options.thread.isEmpty())
        return sharedSeat();
    return openSeat(m_groups[options.thread], options.thread);
}

bool ThreadPlan::wantsItsOwn(const StageOptions &options) const
{
    if (options.loop == EventLoop::Qt || options.thread == StageOptions::ownThread)
        return true;
    return options.thread.isEmpty()
        && (m_placement.kind == Placement::Kind::Dedicated || options.workTime.count() > 0);
}

ThreadPlan::Seat ThreadPlan::ownSeat(const QString &stage, EventLoop loop)
{
    return {newThread(stage, loop), ++m_lastNumber};
}

ThreadPlan::Seat ThreadPlan::sharedSeat()
{
    const auto place = std::ranges::min_element(m_shared, {}, stagesOn);
    const auto index = place - m_shared.begin();
    return openSeat(*place, QStringLiteral("shared %1").arg(index + 1));
}

ThreadPlan::Seat ThreadPlan::openSeat(Seat &place, const QString &name)
{
    if (place.number == 0)
        place.number = ++m_lastNumber;
    if (!place.thread || !place.thread->reserve())
        place.thread = newThread(name, EventLoop::Lean);
    return place;
}

std::shared_ptr<StageThread> ThreadPlan::newThread(const QString &name, EventLoop loop) const
{
    auto thread = std::make_shared<StageThread>(loop, m_niceness);
    thread->setObjectName(name);
    [[maybe_unused]] const bool isOpen = thread->reserve();
    return thread;
}

} // namespace sluice
