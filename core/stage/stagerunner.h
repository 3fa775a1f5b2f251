// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/inboundqueue.h"
#include "core/flow/inlet.h"
#include "core/flow/outlet.h"
#include "core/stage/behaviour.h"
#include "core/stage/messages.h"
#include "core/stage/pacer.h"
#include "core/stage/stageoptions.h"
#include "core/stage/stageshared.h"
#include "core/stage/stateclock.h"
#include "core/stage/subscriptionends.h"
#include "core/telemetry/clock.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

/// Runs one behaviour: the object on a stage's thread that messages arrive at.
///
/// The order is written here once: message arrives -> gate -> rule -> behaviour -> rule -> signals
/// out -> figures. A re-ask follows the callback of its slice and the dispatch of its output.
///
/// When it stops it says goodbye on every subscription, counts what it drops, and waits for the
/// goodbyes of the others; then it is settled() and its thread may end.
///
/// Threads: made on the owner's thread, moved to the stage's before its first message; all
/// functions are called there. Nothing a behaviour does gets past run().
/// Ownership: owns the behaviour and, as QObject children, the subscription ends.
/// Semantics: genstage-semantics §6, §8, §13, §14; design D1, D6, D9.
class StageRunner final : public QObject
{
    Q_OBJECT

public:
    StageRunner(StageId id, std::unique_ptr<Behaviour> behaviour, const StageOptions &options,
                std::shared_ptr<StageShared> shared);
    ~StageRunner() override;

    // From the handle, queued.
    void obey(const sluice::StageCommand &command);

    // From the subscription ends on this thread.

    /// Handles a message now, or keeps it in its place while the gate is not open.
    template<class Handle>
    void arrive(Handle handle)
    {
        if (m_life == Life::Running && (!m_shared->gate.isOpen() || !m_parked.empty()))
            park(std::move(handle));
        else
            run(handle);
    }

    void receive(InletEnd &end, const SentBatch &message);
    void subscriptionEnded(InletEnd &end, const StopReason &reason);
    void ask(OutletEnd &end, EventCount count);
    void subscriberLeft(OutletEnd &end, const StopReason &reason);

Q_SIGNALS:
    /// The behaviour will not be called again.
    void left(const sluice::Departure &departure);

    /// On a subscription to a producer every goodbye was said and heard, every event accounted for.
    void subscriptionSettled(quint64 subscription);

    /// The same for all subscriptions, on both sides.
    void settled();

private:
    enum class Life : unsigned char {
        Running,
        Dropping, // has stopped and counts what it drops
        Leaving,  // waits for the goodbyes of the others
        Settled
    };

    template<class Handle>
    void run(Handle &handle)
    {
        beBusy();
        try {
            handle();
            if (m_life == Life::Running)
                proceed();
        } catch (const std::exception &error) {
            leave(StopReason::failed(error.what()), Ending::Crash);
        } catch (...) {
            leave(StopReason::failed("an exception that is not a std::exception"), Ending::Crash);
        }
        rest();
    }

    void beBusy()
    {
        const std::int64_t now = nowNs();
        m_clock.enter(StageState::Busy, now);
        m_shared->busySinceNs.store(now, std::memory_order_relaxed);
    }

    void park(std::function<void()> handle);
    void releaseParked();
    void proceed();
    void rest();
    [[nodiscard]] StageState restingState() const;
    void publish();

    // Lifecycle.
    enum class Ending : unsigned char { InOrder, Crash };

    void setLimits(const StageCommand &command);
    void attach(InletEnd *end);
    void attach(OutletEnd *end);
    void leave(const StopReason &reason, Ending ending);
    void dropEverything();
    void sayGoodbyeToAll(const StopReason &reason);
    void retireIfSettled(InletEnd &end);
    void retireIfSettled(OutletEnd &end);
    void settleIfDone();
    void comeBackFromSettled();
    void leaveIfDone();

    // Receiving.
    void handleBatch(InletEnd &end, const Batch &batch, std::int64_t sentNs);
    void handleEnd(InletEnd &end, const StopReason &reason);
    [[nodiscard]] bool handleSlice(InletEnd &end, const Batch &slice, std::int64_t sentNs);
    [[nodiscard]] bool handleOneByOne(InletEnd &end, const Batch &slice, std::int64_t sentNs);
    [[nodiscard]] bool workOnOneEvent();
    void noteHandled(InletEnd &end, const Batch &events, std::int64_t sentNs);

    // Emitting.
    void emitEvents(Batch batch);
    void send();
    void demand(EventCount count);
    void emitWhatIsDue();
    void emitWithWork();
    void produce(EventCount count);

    const StageId m_id;
    const std::unique_ptr<Behaviour> m_behaviour;
    const std::shared_ptr<StageShared> m_shared;

    Inlet m_inlet;
    InboundQueue m_inbound;
    std::optional<Outlet> m_outlet;
    std::unordered_map<SubscriptionId, InletEnd *> m_inletEnds;
    std::unordered_map<SubscriptionId, OutletEnd *> m_outletEnds;
    std::vector<Delivery> m_deliveries; // empty between calls; kept for its capacity
    std::size_t m_limitedEnds = 0;

    // A producer with a rate or with simulated work emits from a timer.
    std::optional<Pacer> m_pacer;
    EventCount m_promised = 0; // of the demand taken, not produced yet
    QTimer m_timer;

    std::deque<std::function<void()>> m_parked;
    Life m_life = Life::Running;
    bool m_crashed = false;
    bool m_draining = false;
    bool m_limitReached = false;
    bool m_retiring = false;

    StageFigures m_figures;
    StateClock m_clock;
};

} // namespace sluice
