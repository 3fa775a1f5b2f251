// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/interruptwatcher.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace sluice::app {

namespace {

// A signal handler can reach nothing else, and may do little more than write to a pipe.
std::atomic<int> pipeEnd = -1;
std::atomic<bool> wasInterrupted = false;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void handleSignal(int number)
{
    if (wasInterrupted.exchange(true)) {
        // Not through the event loop: it may be waiting for a reader that never reads.
        ::signal(number, SIG_DFL);
        ::raise(number);
        return;
    }
    const int oldErrno = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnd.load(), &byte, 1);
    errno = oldErrno;
}

} // namespace

InterruptWatcher::InterruptWatcher(QObject *parent)
    : QObject(parent)
{
    ::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> ends = {};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals then end the program as they always do
    pipeEnd = ends[1];
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this,
            [this, end = ends[0]] { readSignal(end); });
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void InterruptWatcher::readSignal(int descriptor)
{
    char byte = 0;
    if (::read(descriptor, &byte, 1) == 1)
        Q_EMIT interrupted();
}

} // namespace sluice::app
