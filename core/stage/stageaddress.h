// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/stagemessage.h"

#include <functional>
#include <memory>
#include <mutex>

namespace sluice {

/// Where messages to one stage are put in; closed when the stage has stopped for good.
///
/// Threads: any. The way in is set before the stage starts; it only posts and never calls back.
/// Lifetime: shared by the stage's runner and every StageAddress.
class StageMailbox
{
public:
    using Way = std::function<void(const StageMessage &)>;

    explicit StageMailbox(Way way)
        : m_way(std::move(way))
    {
    }

    /// Returns whether there was anybody to take it.
    bool post(const StageMessage &message);

    /// Nothing gets in any more. After this call the way in is not used.
    void close();

private:
    std::mutex m_mutex; // held while something is put in
    Way m_way;
};

/// How anybody reaches a stage from anywhere: a handle to copy and to keep.
///
/// Everything is asynchronous; messages of one thread arrive in the order they were sent.
/// Threads: any.
/// Errors: after the stage has stopped, messages go nowhere and the functions return false.
/// Semantics: genstage-semantics §11, §16.
class StageAddress
{
public:
    /// Leads nowhere.
    StageAddress() = default;

    explicit StageAddress(std::shared_ptr<StageMailbox> mailbox)
        : m_mailbox(std::move(mailbox))
    {
    }

    /// handleCast() with \a request.
    bool cast(const QVariant &request) const;

    /// handleInfo() with \a message, as soon as it arrives.
    bool message(const QVariant &message) const;

    /// handleInfo() with \a message, after the events that are buffered when it arrives have left.
    bool info(const QVariant &message) const;

    bool post(const StageMessage &message) const;

private:
    std::shared_ptr<StageMailbox> m_mailbox;
};

} // namespace sluice
