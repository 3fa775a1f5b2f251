// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/flatmap.h"
#include "core/flow/inboundqueue.h"
#include "core/flow/inlet.h"
#include "core/flow/outlet.h"
#include "core/stage/behaviour.h"
#include "core/stage/messageround.h"
#include "core/stage/messages.h"
#include "core/stage/pacer.h"
#include "core/stage/stagecontext.h"
#include "core/stage/stagemessage.h"
#include "core/stage/stageoptions.h"
#include "core/stage/stageshared.h"
#include "core/stage/stateclock.h"
#include "core/stage/subscriptionends.h"
#include "core/telemetry/clock.h"
#include "core/telemetry/timetally.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QVariant>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sluice {

class StagePorter;

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
/// Ownership: owns the behaviour and, as QObject children, the subscription ends and timers.
/// Semantics: genstage-semantics §6 to §9, §11, §13 to §16; design D1, D6, D9.
class StageRunner final : public QObject, private StageContext
{
    Q_OBJECT

public:
    StageRunner(StageId id, std::unique_ptr<Behaviour> behaviour, const StageOptions &options,
                std::shared_ptr<StageShared> shared);
    ~StageRunner() override;

    /// Where messages to this stage are put in; before the first message.
    void setMailbox(std::shared_ptr<StageMailbox> mailbox) { m_mailbox = std::move(mailbox); }

    /// Who takes it off its thread once it is settled and was told that no command comes; without
    /// one it stays.
    void setPorter(StagePorter *porter, quint64 seat) noexcept
    {
        m_porter = porter;
        m_seat = seat;
    }

    /// The stage whose callback runs on this thread right now; not valid outside of callbacks.
    [[nodiscard]] static StageId current() noexcept;

    // From the handle and the mailbox, queued.
    void obey(const sluice::StageCommand &command);
    void hear(const sluice::StageMessage &message);

    // From the subscription ends on this thread.

    /// Handles a message now, or keeps it in its place while the gate is not open.
    template<class Handle>
    void arrive(Handle handle)
    {
        if (mustPark())
            park(std::move(handle));
        else
            run(handle);
    }

    /// The same with the message apart, which is copied only if it has to be kept.
    template<class Message, class Handle>
    void arrive(const Message &message, Handle handle)
    {
        const auto now = [&] { handle(message); };
        // Asked once: the gate may be closed from another thread at any time.
        if (mustPark())
            park([message, handle] { handle(message); });
        else
            run(now);
    }

    void receive(InletEnd &end, const SentBatch &message);
    void subscriptionEnded(InletEnd &end);
    void ask(OutletEnd &end, EventCount count);
    void subscriberLeft(OutletEnd &end, const Cancellation &why);

Q_SIGNALS:
    /// One signal for all, because each connection takes memory in each of thousands of stages.
    void reported(const sluice::StageReport &report);

private:
    enum class Life : unsigned char {
        Running,
        Dropping, // has stopped and counts what it drops
        Leaving,  // waits for the goodbyes of the others
        Settled
    };

    // Whether a message that arrives now has to wait.
    [[nodiscard]] bool mustPark() const noexcept
    {
        return m_life == Life::Running && (!m_shared->gate.isOpen() || !m_parked.empty());
    }

    template<class Handle>
    void run(Handle &handle)
    {
        const Inside inside(m_id);
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

    // Marks what the thread is inside of.
    class Inside
    {
    public:
        explicit Inside(StageId id) noexcept;
        ~Inside();
        Inside(const Inside &) = delete;
        Inside &operator=(const Inside &) = delete;
    };

    void beBusy() { beBusy(MessageRound::recentNs()); }

    void beBusy(std::int64_t now)
    {
        m_clock.enter(StageState::Busy, now);
        m_shared->busySinceNs.store(now, std::memory_order_relaxed);
    }

    // The behaviour, for a callback that may take its time.
    [[nodiscard]] Behaviour &calling() noexcept
    {
        m_stampNs = 0;
        return *m_behaviour;
    }

    // The present moment, read once for all that follows a callback.
    [[nodiscard]] std::int64_t stampNs() noexcept
    {
        if (m_stampNs == 0)
            m_stampNs = nowNs();
        return m_stampNs;
    }

    // Busy up to now, pauses left out; 0 if nobody wants to know what events take.
    [[nodiscard]] std::int64_t measuredBusyNs() const noexcept;
    void measure(std::int64_t busySinceNs, EventCount events) noexcept;
    void examine();

    void park(std::function<void()> handle);
    void releaseParked();
    void proceed();
    void answerDemand();
    void rest();
    [[nodiscard]] StageState restingState() const;
    [[nodiscard]] bool hasInbound() const { return m_inbound && !m_inbound->isEmpty(); }
    void publish();

    // Lifecycle.
    enum class Ending : unsigned char {
        InOrder,
        Crash,
        Ignored // start() said so: no terminate()
    };

    void begin();
    void obeyCancel(const StageCommand &command);
    void setLimits(const StageCommand &command);
    void attach(InletEnd *end);
    void attach(OutletEnd *end, const StageCommand &command);
    void detach(OutletEnd &end, const Cancellation &why);
    void drain();
    void leaveIfAsked();
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
    void handleEnd(InletEnd &end);
    [[nodiscard]] bool handleSlice(InletEnd &end, const Batch &slice, std::int64_t sentNs);
    [[nodiscard]] bool handleOneByOne(InletEnd &end, const Batch &slice, std::int64_t sentNs);
    [[nodiscard]] bool workOnOneEvent();
    void noteHandled(InletEnd &end, const Batch &events, std::int64_t sentNs);

    // Messages that belong to no subscription.
    void handle(const StageMessage &message);
    void handleCall(const StageMessage &message);
    void handlePlainInfo(const QVariant &message);
    void handleOrderedInfo(const StageMessage &message);
    void setDemandMode(const StageMessage &message);
    void failOpenCalls(const StopReason &reason);

    // StageContext, for the behaviour.
    void emitBatch(Batch batch) override;
    void ask(SubscriptionId subscription, EventCount count) override;
    void cancel(SubscriptionId subscription, const StopReason &reason) override;
    void stop(const StopReason &reason) override;
    void post(const QVariant &message) override;
    void sendInfo(const QVariant &message) override;
    void note(StageNote note) override;
    TimerId startTimer(std::chrono::milliseconds interval, const QVariant &message,
                       TimerMode mode) override;
    void stopTimer(TimerId timer) override;
    [[nodiscard]] StageAddress address() const override;
    void ring(std::uint64_t timer);

    // Emitting.
    void emitEvents(Batch batch);
    void carryOut();
    void carryOutRest();
    void send();
    void demand(EventCount count);
    void emitWhatIsDue();
    void emitWithWork();
    void produce(EventCount count, std::int64_t busySinceNs);

    const StageId m_id;
    const std::unique_ptr<Behaviour> m_behaviour;
    const std::shared_ptr<StageShared> m_shared;

    Inlet m_inlet;
    // Only what its role needs, in containers that take no memory while they are empty: there may be
    // thousands.
    std::unique_ptr<Outlet> m_outlet;        // none: a consumer
    std::unique_ptr<InboundQueue> m_inbound; // of a producer-consumer
    QTimer *m_timer = nullptr;               // of a producer
    FlatMap<InletEnd *> m_inletEnds;
    QHash<SubscriptionId, OutletEnd *> m_outletEnds;
    std::unique_ptr<OutletEffects> m_effects; // with the outlet; empty between calls
    std::size_t m_limitedEnds = 0;

    std::shared_ptr<StageMailbox> m_mailbox;
    StagePorter *m_porter = nullptr;
    quint64 m_seat = 0; // on the thread; for the porter
    std::vector<Caller> m_openCalls;
    QHash<std::uint64_t, QVariant> m_infos; // by marker, until their turn has come
    std::uint64_t m_lastInfo = 0;

    struct Timer
    {
        QTimer *timer = nullptr;
        QVariant message;
        TimerMode mode = TimerMode::Once;
        bool waits = false; // at the gate; it rings once when that opens
    };

    QHash<std::uint64_t, Timer> m_timers;
    std::uint64_t m_lastTimer = 0;

    // A producer with a rate or with simulated work emits from a timer.
    std::unique_ptr<Pacer> m_pacer;
    EventCount m_promised = 0; // of the demand taken, not produced yet

    QList<std::function<void()>> m_parked;
    Life m_life = Life::Running;
    bool m_crashed = false;
    bool m_draining = false;
    bool m_limitReached = false;
    bool m_retiring = false;
    std::unique_ptr<const StopReason> m_stop; // the behaviour wants to stop, for this reason

    struct Measuring
    {
        std::int64_t sinceNs = 0;
        TimeTally tally;
    };

    std::unique_ptr<Measuring> m_measuring; // while somebody examines this stage

    std::int64_t m_stampNs = 0; // 0: not read since the last callback
    StageFigures m_figures;
    StateClock m_clock;
};

} // namespace sluice
