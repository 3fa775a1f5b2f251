// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/eventlimit.h"
#include "core/stage/stagerunner.h"
#include "tests/support/teststages.h"
#include "tests/support/testsupport.h"

#include <QPointer>

#include <deque>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

namespace sluice::test {

/// Real stage runners and subscription ends on one thread, their messages delivered one at a time
/// in an order drawn from a seed.
///
/// Each stage has a mailbox, as its thread would have: what was sent to it first arrives first,
/// whoever sent it. So has the owner, whose commands go out one by one while the stages work.
/// After each step the invariants of genstage-semantics §25 are checked; the first that does not
/// hold is problem(), and nothing moves after that.
class Scheduler
{
public:
    explicit Scheduler(std::uint64_t seed = 1);
    ~Scheduler();
    Scheduler(const Scheduler &) = delete;
    Scheduler &operator=(const Scheduler &) = delete;

    // Building. What is told here is queued at the owner.

    StageId addProducer(const CounterPlan &plan = {}, const StageOptions &options = {});
    StageId addMiddle(Middle::Work work, const StageOptions &options = {});
    StageId addConsumer(const StageOptions &options = {},
                        DemandControl control = DemandControl::Automatic);

    /// Any other behaviour. What it emits and handles is not followed event by event.
    StageId add(std::unique_ptr<Behaviour> behaviour, const StageOptions &options = {});
    SubscriptionId subscribe(StageId consumer, StageId producer,
                             const SubscriptionOptions &options = {});

    /// The same, in the place of another subscription.
    SubscriptionId resubscribe(SubscriptionId replaced, const StopReason &reason, StageId consumer,
                               StageId producer, const SubscriptionOptions &options = {});

    /// For stages that are added after this.
    void setEventLimit(EventCount count) { m_limit = std::make_shared<EventLimit>(count); }

    void cancel(SubscriptionId id, const StopReason &reason = StopReason::normal());
    /// Tells any stage to cancel a subscription, its own or not.
    void cancel(StageId stage, SubscriptionId id, const StopReason &reason);
    void setLimits(SubscriptionId id, EventCount maximum, EventCount minimum);
    void pause(StageId id);
    void resume(StageId id);
    void drain(StageId id);
    void leave(StageId id);

    void setMode(StageId id, DemandMode mode);

    /// Has the consumer of a subscription with manual demand ask.
    void askByHand(SubscriptionId id, EventCount count);

    /// Has a stage look into itself, or measure no longer.
    void examine(StageId id)
    {
        node(id).shared->wantsExamination = true;
        tell(id, {.kind = StageCommand::Kind::Examine});
    }
    void endExamination(StageId id) { tell(id, {.kind = StageCommand::Kind::EndExamining}); }

    /// Puts a message into a stage's mailbox, as a StageAddress would.
    void post(StageId id, const StageMessage &message);

    /// The same for a message that somebody waits for.
    QFuture<CallReply> call(StageId id, StageMessage message);

    // The test as the other side of a subscription (GenStage's raw producer and subscriber).

    SubscriptionId playConsumer(StageId producer, const SubscriptionOptions &options = {});
    void ask(SubscriptionId id, EventCount count);
    void sayGoodbyeAsConsumer(SubscriptionId id, const StopReason &reason);
    [[nodiscard]] const std::vector<std::vector<Integer>> &received(SubscriptionId id);

    SubscriptionId playProducer(StageId consumer, const SubscriptionOptions &options = {});
    void send(SubscriptionId id, const std::vector<Integer> &events);
    void sayGoodbyeAsProducer(SubscriptionId id, const StopReason &reason);

    // Running.

    /// Delivers one message; false if there is none.
    bool step();

    /// Steps until nothing is under way, at most \a most times; returns whether it came to that.
    bool run(int most = 100'000);

    /// Steps until \a isDone, at most \a most times; returns whether it came to that.
    bool runUntil(const std::function<bool()> &isDone, int most = 100'000);

    /// Lets all stages leave, runs, and checks that everything settled and adds up.
    void finish();

    // Looking.

    [[nodiscard]] const QString &problem() const { return m_problem; }

    [[nodiscard]] Probe &probe(StageId id) { return *node(id).probe; }

    [[nodiscard]] StageFigures figures(StageId id) { return node(id).shared->figures.read(); }

    [[nodiscard]] InletFigures inlet(SubscriptionId id) { return link(id).cells->inlet.read(); }

    [[nodiscard]] OutletFigures outlet(SubscriptionId id) { return link(id).cells->outlet.read(); }

    /// The amounts asked for on a subscription, in order.
    [[nodiscard]] const std::vector<EventCount> &asks(SubscriptionId id) { return link(id).asks; }

    /// Why a stage stopped; nothing while it runs.
    [[nodiscard]] const std::optional<StopReason> &reason(StageId id) { return node(id).reason; }

    /// What a stage wanted people to hear of since the last time.
    [[nodiscard]] std::vector<StageNote> notes(StageId id) { return node(id).shared->notes.take(); }

    /// What a stage found in itself the last time; null if it never did.
    [[nodiscard]] std::shared_ptr<const Examination> examination(StageId id)
    {
        return node(id).examination;
    }

    [[nodiscard]] bool hasCrashed(StageId id) { return node(id).crashed; }

    [[nodiscard]] Random &random() { return m_random; }

private:
    struct Message
    {
        enum class Kind : unsigned char { Order, Command, Ask, Events, Goodbye, Message };

        Kind kind = Kind::Order;
        QPointer<QObject> receiver;
        std::function<void()> deliver;
    };

    struct Node
    {
        StageId id;
        StageRole role = StageRole::Producer;
        ProbePtr probe;
        std::shared_ptr<StageShared> shared;
        std::unique_ptr<StageRunner> runner;
        std::deque<Message> mailbox;
        std::optional<StopReason> reason;
        std::shared_ptr<const Examination> examination;
        std::optional<EventCount> total;
        bool isFollowed = true;
        bool crashed = false;
        bool draining = false;
        bool settled = false;
        DispatcherKind dispatcher = DispatcherKind::Demand;
        DemandControl control = DemandControl::Automatic;
        bool accumulates = false;
        std::vector<Integer> allEmitted;
        std::deque<Integer> unsent; // emitted and not sent yet; with the demand dispatcher
        EventCount notSent = 0;     // found missing from what was sent
    };

    struct Link
    {
        SubscriptionId id;
        StageId consumer; // not valid: played by the test
        StageId producer; // likewise
        SubscriptionOptions options;
        std::shared_ptr<SubscriptionCells> cells;
        QPointer<InletEnd> inlet;
        QPointer<OutletEnd> outlet;
        std::vector<EventCount> asks;
        std::size_t cursor = 0; // in what the producer has emitted, behind what was sent here last
        std::deque<Integer> unhandled;              // sent and not handled yet
        std::vector<std::vector<Integer>> received; // by the test
        EventCount handled = 0;
        EventCount largestMaximum = 0;
        EventCount largestSlice = 0;
        bool limitsChanged = false;
        bool cancelled = false;
        bool settled = false;
    };

    [[nodiscard]] Node &node(StageId id) { return m_nodes.at(id); }

    [[nodiscard]] bool isManual(const Link &link)
    {
        return link.consumer.isValid() && node(link.consumer).control == DemandControl::Manual;
    }

    [[nodiscard]] Link &link(SubscriptionId id) { return m_links.at(id); }

    StageId add(std::unique_ptr<Behaviour> behaviour, ProbePtr probe, const StageOptions &options);
    Link &addLink(StageId consumer, StageId producer, const SubscriptionOptions &options);
    void connectUp(Link &link);
    void connectDown(Link &link);
    void order(std::function<void()> deliver);
    void tell(StageId id, const StageCommand &command);
    void post(StageId to, Message message);
    void deliver(Node &node);

    // What the stages do, checked as it happens.
    void noteReport(Node &node, const StageReport &report);
    void noteAsked(Link &link, EventCount count);
    void noteSent(Link &link, const Batch &batch);
    void noteSentOf(Node &producer, Link &link, Integer event);
    void noteHandled(const From &from, std::span<const Integer> events);
    void noteEmitted(StageId id, const std::vector<Integer> &events);

    // What must hold between two steps.
    void check();
    void checkNode(Node &node);
    void checkLink(Link &link);
    void checkQuiet();
    void checkBooks(Node &node);
    void fail(const QString &what);
    template<class Left, class Right>
    void expect(bool holds, const char *rule, std::uint64_t id, Left left, Right right)
    {
        if (!holds)
            fail(QStringLiteral("%1 at %2: %3, %4")
                     .arg(QLatin1String(rule))
                     .arg(id)
                     .arg(left)
                     .arg(right));
    }

    Random m_random;
    std::map<StageId, Node> m_nodes;
    std::map<SubscriptionId, Link> m_links;
    std::deque<Message> m_owner; // of orders not given yet
    std::shared_ptr<EventLimit> m_limit;
    std::uint64_t m_lastStage = 0;
    std::uint64_t m_lastSubscription = 0;
    QString m_problem;
};

/// \a count numbers: first, first + 1 ...
[[nodiscard]] inline std::vector<Integer> range(Integer first, std::size_t count)
{
    std::vector<Integer> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

/// Fails the test with what the scheduler found wrong, if anything.
inline void verify(const Scheduler &scheduler)
{
    QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
}

} // namespace sluice::test
