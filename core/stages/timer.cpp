// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/timer.h"

namespace sluice {

StartAnswer Timer::start()
{
    stage().startTimer(m_options.interval, {}, TimerMode::Repeating);
    return StartAnswer::Run;
}

void Timer::handleInfo(const QVariant &)
{
    if (isFinished())
        return;
    ++m_ticks;
    emitEvents({m_options.text + ' ' + std::to_string(m_ticks)});
}

} // namespace sluice
