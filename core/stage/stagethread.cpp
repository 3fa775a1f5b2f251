// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stagethread.h"

#include "core/stage/stageeventdispatcher.h"

namespace sluice {

void StageThread::begin()
{
    setEventDispatcher(new StageEventDispatcher);
    start();
}

bool StageThread::join(QDeadlineTimer deadline)
{
    if (!wait(deadline))
        return false;
    m_end.acquire();
    return true;
}

void StageThread::run()
{
    exec();
    m_end.release();
}

} // namespace sluice
