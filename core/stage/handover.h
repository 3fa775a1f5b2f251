// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#endif

namespace sluice {

/// Tells ThreadSanitizer what Qt's event queue guarantees: a queued argument was complete before
/// the receiver saw it. Costs nothing in other builds.
///
/// The distribution's Qt is not instrumented, so the sanitizer cannot see the queue's lock. Every
/// struct that crosses threads has a Handover as its *last* member: the copy that Qt makes of the
/// struct then ends with a release, and the receiver starts with acquire().
class Handover
{
public:
    Handover() = default;
    ~Handover() = default;
    Handover(const Handover &) noexcept { release(); }
    Handover(Handover &&) noexcept { release(); }

    Handover &operator=(const Handover &) noexcept
    {
        release();
        return *this;
    }

    Handover &operator=(Handover &&) noexcept
    {
        release();
        return *this;
    }

    /// First thing in the slot that was given the struct.
    void acquire() const noexcept
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_acquire(const_cast<Handover *>(this));
#endif
    }

    /// Only for what is handed over in place, such as the end of a thread.
    void release() const noexcept
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_release(const_cast<Handover *>(this));
#endif
    }
};

} // namespace sluice
