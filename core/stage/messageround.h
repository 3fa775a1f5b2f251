// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/telemetry/clock.h"

#include <cstdint>

namespace sluice {

/// One turn of a stage thread's event loop, in which messages follow each other at once: the end of
/// one is the beginning of the next, and the clock is read once for both.
///
/// Threads: describes the thread that calls. Outside a round, and on threads with another event
/// loop, recentNs() reads the clock.
class MessageRound
{
public:
    MessageRound() noexcept { s_isOpen = true; }
    ~MessageRound()
    {
        s_isOpen = false;
        s_recentNs = 0;
    }

    MessageRound(const MessageRound &) = delete;
    MessageRound &operator=(const MessageRound &) = delete;

    /// The end of the message before, if there was one in this round; else the present moment.
    [[nodiscard]] static std::int64_t recentNs() noexcept
    {
        return s_recentNs != 0 ? s_recentNs : nowNs();
    }

    /// Notes that a message has ended at \a now.
    static void remember(std::int64_t now) noexcept
    {
        if (s_isOpen)
            s_recentNs = now;
    }

private:
    static inline thread_local constinit std::int64_t s_recentNs = 0; // 0: none yet
    static inline thread_local constinit bool s_isOpen = false;
};

} // namespace sluice
