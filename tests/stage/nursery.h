// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinecalls.h"
#include "core/stage/consumersupervisor.h"
#include "tests/support/livepipeline.h"

#include <QScopeGuard>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace sluice::test {

/// Where the tests say what becomes of the children.
class Fates
{
public:
    /// What starting a child for an event comes to, the first time, the second, …; the last stays.
    std::map<Integer, std::vector<ChildStart>> starts;

    ChildStart start(Integer event)
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t attempt = m_attempts[event]++;
        if (const auto found = starts.find(event); found != starts.end() && !found->second.empty())
            return found->second[std::min(attempt, found->second.size() - 1)];
        return working(event);
    }

    /// A child that works until it is told to end.
    ChildStart working(Integer event, const QVariant &extra = {})
    {
        return ChildStart::started(
            [this, event](const StopSignal &stop) { return work(event, stop); }, extra);
    }

    void end(Integer event, const StopReason &reason = StopReason::normal())
    {
        const std::lock_guard lock(m_mutex);
        m_ends[event] = reason;
    }

    /// From now on the child of \a event does not look whether it is to stop.
    void turnDeaf(Integer event)
    {
        const std::lock_guard lock(m_mutex);
        m_deaf.insert(event);
    }

    /// What children end with once they were told to stop, and how long they take to.
    void setAnswerToStop(const StopReason &reason, std::chrono::milliseconds after)
    {
        const std::lock_guard lock(m_mutex);
        m_answerToStop = reason;
        m_timeToStop = after;
    }

    /// Children that ended because they were told to.
    [[nodiscard]] int stopped() const { return m_stopped; }

    /// Children whose threads work.
    [[nodiscard]] int working() const { return m_working; }

    [[nodiscard]] std::size_t attempts(Integer event)
    {
        const std::lock_guard lock(m_mutex);
        return m_attempts[event];
    }

private:
    StopReason work(Integer event, const StopSignal &stop)
    {
        ++m_working;
        const auto done = qScopeGuard([this] { --m_working; });
        for (;;) {
            const bool isToStop = stop.waitFor(std::chrono::milliseconds(1));
            const std::lock_guard lock(m_mutex);
            if (isToStop && !m_deaf.contains(event)) {
                std::this_thread::sleep_for(m_timeToStop);
                ++m_stopped;
                return m_answerToStop;
            }
            if (const auto end = m_ends.extract(event); !end.empty())
                return end.mapped();
        }
    }

    std::mutex m_mutex;
    std::map<Integer, std::size_t> m_attempts;
    std::map<Integer, StopReason> m_ends;
    std::set<Integer> m_deaf;
    StopReason m_answerToStop = StopReason::shutdown();
    std::chrono::milliseconds m_timeToStop{0};
    std::atomic<int> m_stopped = 0;
    std::atomic<int> m_working = 0;
};

class Children final : public ConsumerSupervisor<Integer>
{
public:
    Children(std::shared_ptr<Fates> fates, const ConsumerSupervisorOptions &options)
        : ConsumerSupervisor(options)
        , m_fates(std::move(fates))
    {
    }

    ChildStart startChild(const Integer &event) override
    {
        if (event == -2)
            throw event; // what is no std::exception
        if (event < 0)
            throw std::runtime_error("no child for " + std::to_string(event));
        return m_fates->start(event);
    }

private:
    std::shared_ptr<Fates> m_fates;
};

/// A counter and a consumer supervisor, on real threads.
struct Nursery
{
    explicit Nursery(const ConsumerSupervisorOptions &options = {}, const CounterPlan &plan = {})
        : counter(pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe, plan))
        , children(pipeline.addConsumer<Children>(QStringLiteral("children"), fates, options))
    {
    }

    void start(const SubscriptionOptions &options)
    {
        subscription = pipeline.subscribe(children, counter, options).id;
        pipeline.start();
    }

    ChildReply ask(const ChildRequest &request)
    {
        const auto future = pipeline.calls().call(children, QVariant::fromValue(request));
        if (!eventually([&] { return future.isFinished(); }))
            return {};
        return future.result().value.value<ChildReply>();
    }

    /// Workers and active ones, as the conformance rows write them.
    QString counts()
    {
        const ChildReply reply = ask({.kind = ChildRequest::Kind::Count});
        return QStringLiteral("%1/%2").arg(reply.workers).arg(reply.active);
    }

    [[nodiscard]] bool comesTo(const QString &expected)
    {
        return eventually([&] { return counts() == expected; });
    }

    ChildReply startByHand(Integer event)
    {
        return ask({.kind = ChildRequest::Kind::Start, .event = QVariant::fromValue(event)});
    }

    ChildError terminate(ChildId child)
    {
        return ask({.kind = ChildRequest::Kind::Terminate, .child = child}).error;
    }

    [[nodiscard]] bool isStopped()
    {
        return eventually([&] { return pipeline.stopReason(children).has_value(); });
    }

    ProbePtr probe = std::make_shared<Probe>();
    std::shared_ptr<Fates> fates = std::make_shared<Fates>();
    Pipeline pipeline;
    StageRef<void, Integer> counter;
    StageRef<Integer, void> children;
    SubscriptionId subscription;
};

inline const ConsumerSupervisorOptions transient{.restart = RestartMode::Transient,
                                                 .intensity = {.maxRestarts = 100'000}};
inline const StopReason boom = StopReason::failed("boom");

} // namespace sluice::test
