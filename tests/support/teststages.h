// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/consumer.h"
#include "core/stage/producer.h"
#include "core/stage/producerconsumer.h"

#include <atomic>
#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace sluice::test {

/// What one stage was given and gave out, and the faults it is to have.
///
/// Threads: any; the hooks run on the stage's thread and are set before it starts.
class Probe
{
public:
    /// Where a stage throws std::runtime_error("planted"), once.
    enum class Fault : unsigned char { None, Demand, Events, Terminate };

    // What happens, told by the stage.

    /// One call of the behaviour, while it lasts; two at a time are counted as overlaps.
    class Call
    {
    public:
        Call(Probe &probe, Fault here)
            : m_probe(probe)
        {
            if (probe.m_calls.fetch_add(1) != 0)
                ++probe.overlaps;
            if (probe.fault.load() == here && probe.faultAfter.fetch_sub(1) <= 0) {
                probe.fault = Fault::None;
                m_probe.m_calls.fetch_sub(1);
                throw std::runtime_error("planted");
            }
        }

        ~Call() { m_probe.m_calls.fetch_sub(1); }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

    private:
        Probe &m_probe;
    };

    void noteDemand(EventCount count)
    {
        const std::lock_guard lock(m_mutex);
        m_demands.push_back(count);
    }

    void noteHandled(const From &from, std::span<const Integer> events)
    {
        handled += static_cast<EventCount>(events.size());
        lastSize = static_cast<EventCount>(events.size());
        if (onHandled)
            onHandled(from, events);
        const std::lock_guard lock(m_mutex);
        m_batches.emplace_back(events.begin(), events.end());
    }

    void noteEmitted(const std::vector<Integer> &events)
    {
        emitted += static_cast<EventCount>(events.size());
        if (onEmitted)
            onEmitted(events);
    }

    // What has happened.

    [[nodiscard]] std::vector<EventCount> demands() const
    {
        const std::lock_guard lock(m_mutex);
        return m_demands;
    }

    [[nodiscard]] std::vector<std::vector<Integer>> batches() const
    {
        const std::lock_guard lock(m_mutex);
        return m_batches;
    }

    [[nodiscard]] std::vector<EventCount> sizes() const
    {
        std::vector<EventCount> sizes;
        for (const auto &batch : batches())
            sizes.push_back(static_cast<EventCount>(batch.size()));
        return sizes;
    }

    [[nodiscard]] std::vector<Integer> events() const
    {
        std::vector<Integer> events;
        for (const auto &batch : batches())
            events.insert(events.end(), batch.begin(), batch.end());
        return events;
    }

    std::atomic<EventCount> handled = 0;
    std::atomic<EventCount> emitted = 0;
    std::atomic<EventCount> lastSize = 0; ///< of the batches
    std::atomic<int> terminations = 0;
    std::atomic<int> overlaps = 0;

    std::atomic<Fault> fault = Fault::None;
    std::atomic<int> faultAfter = 0; ///< calls that still go well

    std::function<void(const From &, std::span<const Integer>)> onHandled;
    std::function<void(const std::vector<Integer> &)> onEmitted;

private:
    friend class Call;

    mutable std::mutex m_mutex;
    std::vector<EventCount> m_demands;
    std::vector<std::vector<Integer>> m_batches;
    std::atomic<int> m_calls = 0;
};

using ProbePtr = std::shared_ptr<Probe>;

/// How a counter counts and answers.
struct CounterPlan
{
    std::optional<EventCount> total = std::nullopt;  ///< then it is finished
    std::optional<EventCount> answer = std::nullopt; ///< events per demand, whatever was asked
    Integer first = 0;
};

/// Emits first, first + 1, …: as many as it is asked for, unless its plan says otherwise.
class TestCounter final : public Producer<Integer>
{
public:
    explicit TestCounter(ProbePtr probe, const CounterPlan &plan = {})
        : m_probe(std::move(probe))
        , m_plan(plan)
    {
    }

    std::vector<Integer> handleDemand(EventCount demand) override
    {
        const Probe::Call call(*m_probe, Probe::Fault::Demand);
        m_probe->noteDemand(demand);
        EventCount count = m_plan.answer.value_or(demand);
        if (m_plan.total)
            count = std::min(count, *m_plan.total - m_made);
        std::vector<Integer> numbers;
        for (EventCount i = 0; i < count; ++i)
            numbers.push_back(m_plan.first + m_made++);
        m_probe->noteEmitted(numbers);
        return numbers;
    }

    /// A number: emits so many events that nobody has asked for.
    void handleCast(const QVariant &request) override
    {
        const Probe::Call call(*m_probe, Probe::Fault::Demand);
        std::vector<Integer> numbers;
        for (auto i = request.toLongLong(); i > 0 && !isFinished(); --i)
            numbers.push_back(m_plan.first + m_made++);
        m_probe->noteEmitted(numbers);
        emitEvents(std::move(numbers));
    }

    [[nodiscard]] bool isFinished() const override
    {
        return m_plan.total && m_made == *m_plan.total;
    }

    void terminate(const StopReason &) override
    {
        ++m_probe->terminations;
        const Probe::Call call(*m_probe, Probe::Fault::Terminate);
    }

private:
    ProbePtr m_probe;
    CounterPlan m_plan;
    EventCount m_made = 0;
};

/// Emits each event it gets as many times as it is told; once makes a copier, twice GenStage's
/// doubler, never its discarder. Or keeps the even ones.
class Middle final : public ProducerConsumer<Integer, Integer>
{
public:
    enum class Work : unsigned char { Copies, Doubles, KeepsEven, DropsAll };

    Middle(ProbePtr probe, Work work)
        : m_probe(std::move(probe))
        , m_work(work)
    {
    }

    std::vector<Integer> handleEvents(std::span<const Integer> events, const From &from) override
    {
        const Probe::Call call(*m_probe, Probe::Fault::Events);
        std::vector<Integer> results;
        for (const Integer event : events) {
            const int times = m_work == Work::Copies ? 1
                : m_work == Work::Doubles            ? 2
                : m_work == Work::DropsAll           ? 0
                                                     : (event % 2 == 0 ? 1 : 0);
            results.insert(results.end(), static_cast<std::size_t>(times), event);
        }
        m_probe->noteHandled(from, events);
        m_probe->noteEmitted(results);
        return results;
    }

    void terminate(const StopReason &) override
    {
        ++m_probe->terminations;
        const Probe::Call call(*m_probe, Probe::Fault::Terminate);
    }

private:
    ProbePtr m_probe;
    Work m_work;
};

/// Keeps what it gets.
class Recorder final : public Consumer<Integer>
{
public:
    explicit Recorder(ProbePtr probe, DemandControl control = DemandControl::Automatic)
        : m_probe(std::move(probe))
        , m_control(control)
    {
    }

    DemandControl handleSubscribe(CounterpartRole, const SubscriptionOptions &,
                                  const From &) override
    {
        return m_control;
    }

    void handleEvents(std::span<const Integer> events, const From &from) override
    {
        const Probe::Call call(*m_probe, Probe::Fault::Events);
        m_probe->noteHandled(from, events);
    }

    void terminate(const StopReason &) override
    {
        ++m_probe->terminations;
        const Probe::Call call(*m_probe, Probe::Fault::Terminate);
    }

private:
    ProbePtr m_probe;
    DemandControl m_control;
};

/// Only counts: for runs of millions of events.
class Tally final : public Consumer<Integer>
{
public:
    explicit Tally(ProbePtr probe)
        : m_probe(std::move(probe))
    {
    }

    void handleEvents(std::span<const Integer> events, const From &) override
    {
        const Probe::Call call(*m_probe, Probe::Fault::Events);
        m_probe->handled += static_cast<EventCount>(events.size());
    }

    void terminate(const StopReason &) override { ++m_probe->terminations; }

private:
    ProbePtr m_probe;
};

/// Stuck in its own code from its first events until it is released.
class Stuck final : public Consumer<Integer>
{
public:
    struct Latches
    {
        std::latch entered{1};
        std::latch released{1};
        std::latch gone{1}; ///< the thread has left the stage's code
    };

    explicit Stuck(std::shared_ptr<Latches> latches)
        : m_latches(std::move(latches))
    {
    }

    void handleEvents(std::span<const Integer>, const From &) override
    {
        const auto latches = m_latches; // the stage may be gone when it is released
        if (!std::exchange(m_wasStuck, true)) {
            latches->entered.count_down();
            latches->released.wait();
            latches->gone.count_down();
        }
    }

private:
    std::shared_ptr<Latches> m_latches;
    bool m_wasStuck = false;
};

/// Takes events that no counter emits.
class TextConsumer final : public Consumer<std::string>
{
public:
    void handleEvents(std::span<const std::string>, const From &) override { }
};

} // namespace sluice::test
