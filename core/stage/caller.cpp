// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/caller.h"

#include <QPromise>

#include <mutex>

namespace sluice {

struct Caller::Call
{
    ~Call()
    {
        if (!answered)
            finish({CallError::Stopped, {}, StopReason::shutdown()});
    }

    void finish(const CallReply &reply)
    {
        answered = true;
        promise.addResult(reply);
        promise.finish();
    }

    std::mutex mutex; // held while it is answered
    QPromise<CallReply> promise;
    bool answered = false;
};

Caller Caller::make()
{
    Caller caller;
    caller.m_call = std::make_shared<Call>();
    caller.m_call->promise.start();
    return caller;
}

bool Caller::isAnswered() const
{
    if (!m_call)
        return true;
    const std::lock_guard lock(m_call->mutex);
    return m_call->answered;
}

QFuture<CallReply> Caller::future() const
{
    return m_call ? m_call->promise.future() : QFuture<CallReply>();
}

void Caller::reply(const QVariant &value) const
{
    finish({CallError::None, value, {}});
}

void Caller::fail(CallError error, const StopReason &reason) const
{
    finish({error, {}, reason});
}

void Caller::finish(const CallReply &reply) const
{
    if (!m_call)
        return;
    const std::lock_guard lock(m_call->mutex);
    if (!m_call->answered)
        m_call->finish(reply);
}

} // namespace sluice
