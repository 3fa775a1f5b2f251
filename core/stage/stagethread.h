// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/handover.h"

#include <QDeadlineTimer>
#include <QThread>

namespace sluice {

/// The thread of one stage: an event loop, and nothing else.
///
/// Threads: the object belongs to the owner's thread.
/// Lifetime: must have been joined before it is destroyed.
class StageThread final : public QThread
{
    Q_OBJECT

public:
    using QThread::QThread;

    /// Waits for the end of the thread; returns whether it came before \a deadline.
    [[nodiscard]] bool join(QDeadlineTimer deadline = QDeadlineTimer(QDeadlineTimer::Forever));

protected:
    void run() override;

private:
    Handover m_end;
};

} // namespace sluice
