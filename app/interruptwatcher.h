// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace sluice::app {

/// Turns the first Ctrl-C (or SIGTERM) into a signal of Qt's; the second one ends the program at
/// once, whatever it is doing. Also makes a closed pipe an error of write() instead of an end.
///
/// Threads: the thread it was made on. At most one at a time.
class InterruptWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit InterruptWatcher(QObject *parent = nullptr);

Q_SIGNALS:
    void interrupted();

private:
    void readSignal(int descriptor);
};

} // namespace sluice::app
