// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/windowcost.h"

#include "core/telemetry/clock.h"

#include <QEvent>

#include <ctime>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t intervalNs = 1'000'000'000;

} // namespace

std::int64_t threadCpuNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

WindowCost::WindowCost(QObject *painted, QObject *parent)
    : QObject(parent)
    , m_beginNs(nowNs())
    , m_beginCpuNs(threadCpuNs())
{
    painted->installEventFilter(this);
}

void WindowCost::measure()
{
    const std::int64_t now = nowNs();
    const auto passed = static_cast<double>(now - m_beginNs);
    if (now - m_beginNs < intervalNs)
        return;
    const std::int64_t cpu = threadCpuNs();
    m_share = static_cast<double>(cpu - std::exchange(m_beginCpuNs, cpu)) / passed;
    m_framesPerSecond = std::exchange(m_frames, 0) * 1e9 / passed;
    m_beginNs = now;
}

bool WindowCost::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        ++m_frames;
    return QObject::eventFilter(watched, event);
}

} // namespace sluice::ui
