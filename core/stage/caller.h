// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/stopreason.h"
#include "core/stage/handover.h"

#include <QFuture>
#include <QVariant>

#include <memory>

namespace sluice {

/// Why a call brought no value.
enum class CallError : unsigned char {
    None,
    TimedOut,     ///< no reply in time; a late one is dropped
    NoProcess,    ///< there is no such stage, or it has stopped already
    Stopped,      ///< the stage stopped before it replied; the reason says why
    CalledItself, ///< a stage called itself, which could only wait for ever
    WrongRole     ///< the stage's role has no such thing; nothing was done
};

/// What became of a call: a value, or why there is none.
struct CallReply
{
    CallError error = CallError::None;
    QVariant value;
    StopReason reason; ///< for Stopped and NoProcess

    explicit operator bool() const noexcept { return error == CallError::None; }
};

/// Who waits for the reply to a call; GenStage's `from` of handle_call.
///
/// Threads: copy it and reply from any thread, once; later replies are dropped.
/// Lifetime: when the last copy goes without a reply, the call ends as Stopped.
/// Semantics: genstage-semantics §16.
class Caller
{
public:
    /// Nobody waits; replies go nowhere.
    Caller() = default;

    /// Starts a call. \a future() ends with its reply.
    [[nodiscard]] static Caller make();

    [[nodiscard]] bool isValid() const noexcept { return m_call != nullptr; }
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] QFuture<CallReply> future() const;

    void reply(const QVariant &value) const;
    void fail(CallError error, const StopReason &reason = {}) const;

private:
    struct Call;

    void finish(const CallReply &reply) const;

    std::shared_ptr<Call> m_call;
    Handover m_handover;
};

} // namespace sluice
