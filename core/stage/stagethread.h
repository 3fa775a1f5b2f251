// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/handover.h"

#include <QDeadlineTimer>
#include <QThread>

namespace sluice {

/// A thread that stages run on: an event loop, and nothing else.
///
/// Threads: the object belongs to the owner's thread.
/// Semantics: design D7.
/// Lifetime: must have been joined before it is destroyed.
class StageThread final : public QThread
{
    Q_OBJECT

public:
    /// Starts it with a StageEventDispatcher.
    void begin();

    /// Waits for the end of the thread; returns whether it came before \a deadline.
    [[nodiscard]] bool join(QDeadlineTimer deadline = QDeadlineTimer(QDeadlineTimer::Forever));

protected:
    void run() override;

private:
    Handover m_end;
};

} // namespace sluice
