// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/childboard.h"
#include "core/stage/consumer.h"

#include <QMetaType>

#include <vector>

namespace sluice {

/// A consumer that starts one child for each event, and no more than maxDemand at a time for each
/// producer: back-pressure by the number of things that run.
///
///     struct Encoder final : sluice::ConsumerSupervisor<std::string> {
///         using ConsumerSupervisor::ConsumerSupervisor;
///         sluice::ChildStart startChild(const std::string &file) override
///         {
///             return sluice::ChildStart::started([file](const sluice::StopSignal &stop) {
///                 return encode(file, stop) ? sluice::StopReason::normal()
///                                           : sluice::StopReason::failed("cannot encode " + file);
///             });
///         }
///     };
///
/// Beware: minDemand is not where it asks again as in any other consumer, but how many children
/// must have ended before it does (REF-16). With maxDemand 10 and minDemand 0 each end asks for
/// one; with 9 the next nine come when nine have ended.
///
/// A child that fails is started again with its event if the options say transient, and keeps its
/// place meanwhile; too many restarts stop the supervisor with \c shutdown. It answers calls that
/// are a ChildRequest with a ChildReply.
///
/// Children that fail or cannot be started, and events that nobody asked for, are told of as notes
/// (StageNote). The limits of a subscription are those it was made with: Pipeline::setDemand()
/// counts from the next subscription on, such as after a restart.
///
/// Threads: startChild() and everything else here run on the stage's thread; each task on one of
/// its own, so tasks share nothing that is not made for it. Stopping the stage tells its children
/// to stop and waits for them on the stage's thread as long as the options say.
/// Lifetime: a task that does not stop in time is left behind with its thread; its end is not heard
/// of. It must not use what dies with the pipeline.
/// Errors: options that cannot be used stop the stage at its start, with \c bad_opts.
/// Semantics: genstage-semantics §18; GS-170..212.
template<class In>
class ConsumerSupervisor : public Consumer<In>
{
public:
    explicit ConsumerSupervisor(const ConsumerSupervisorOptions &options = {})
        : m_board(options, [this](const Batch &event) { return startChild(event.as<In>()[0]); })
    {
    }

    [[nodiscard]] const ConsumerSupervisorOptions &options() const noexcept
    {
        return m_board.options();
    }

    /// Starts a child for \a event; called again with the same one if it is restarted.
    virtual ChildStart startChild(const In &event) = 0;

    StartAnswer start() final
    {
        m_board.enter(this->stage());
        return StartAnswer::Run;
    }

    DemandControl handleSubscribe(CounterpartRole, const SubscriptionOptions &options,
                                  const From &from) final
    {
        m_board.subscribed(from.subscription, options);
        return DemandControl::Manual;
    }

    void handleCancel(const Cancellation &, const From &from) final
    {
        m_board.cancelled(from.subscription);
    }

    void handleEvents(std::span<const In> events, const From &from) final
    {
        m_board.take(from.subscription, Batch::of(std::vector<In>(events.begin(), events.end())));
    }

    void handleInfo(const QVariant &message) override
    {
        if (!m_board.handleInfo(message))
            Behaviour::handleInfo(message);
    }

    std::optional<QVariant> handleCall(const QVariant &request, const Caller &caller) override
    {
        if (!request.canConvert<ChildRequest>())
            return Behaviour::handleCall(request, caller);
        const auto asked = request.value<ChildRequest>();
        Batch event;
        if (asked.event.metaType() == QMetaType::fromType<In>())
            event = Batch::of(std::vector<In>{asked.event.template value<In>()});
        if (const auto reply = m_board.handleCall(asked, event, caller))
            return QVariant::fromValue(*reply);
        return std::nullopt;
    }

    void terminate(const StopReason &) override { m_board.shutDown(); }

private:
    ChildBoard m_board;
};

} // namespace sluice
