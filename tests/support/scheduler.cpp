// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/support/scheduler.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace sluice::test {

Scheduler::Scheduler(std::uint64_t seed)
    : m_random(seed)
{
}

Scheduler::~Scheduler()
{
    m_owner.clear();
    for (auto &[id, node] : m_nodes)
        node.mailbox.clear();
    for (auto &[id, node] : m_nodes)
        node.runner.reset(); // and the ends that were attached to it
    for (auto &[id, link] : m_links) {
        delete link.inlet;
        delete link.outlet;
    }
}

StageId Scheduler::addProducer(const CounterPlan &plan, const StageOptions &options)
{
    const auto probe = std::make_shared<Probe>();
    const StageId id = add(std::make_unique<TestCounter>(probe, plan), probe, options);
    node(id).total = plan.total;
    return id;
}

StageId Scheduler::addMiddle(Middle::Work work, const StageOptions &options)
{
    const auto probe = std::make_shared<Probe>();
    return add(std::make_unique<Middle>(probe, work), probe, options);
}

StageId Scheduler::addConsumer(const StageOptions &options, DemandControl control)
{
    const auto probe = std::make_shared<Probe>();
    const StageId id = add(std::make_unique<Recorder>(probe, control), probe, options);
    node(id).control = control;
    return id;
}

StageId Scheduler::add(std::unique_ptr<Behaviour> behaviour, const StageOptions &options)
{
    const StageId id = add(std::move(behaviour), std::make_shared<Probe>(), options);
    node(id).isFollowed = false;
    return id;
}

StageId Scheduler::add(std::unique_ptr<Behaviour> behaviour, ProbePtr probe,
                       const StageOptions &options)
{
    const StageId id{++m_lastStage};
    Node &node = m_nodes[id];
    node.id = id;
    node.role = behaviour->role();
    node.dispatcher = kindOf(options.dispatcher);
    node.accumulates = options.demand == DemandMode::Accumulate;
    node.probe = std::move(probe);
    node.probe->onHandled = [this](const From &from, auto events) { noteHandled(from, events); };
    node.probe->onEmitted = [this, id](const auto &events) { noteEmitted(id, events); };
    node.shared = std::make_shared<StageShared>();
    node.shared->gate.setWorkTime(options.workTime);
    node.shared->limit = m_limit;
    node.runner = std::make_unique<StageRunner>(id, std::move(behaviour), options, node.shared);
    node.runner->setMailbox(std::make_shared<StageMailbox>([this, id](const StageMessage &message) {
        StageRunner *runner = m_nodes.at(id).runner.get();
        post(id, {Message::Kind::Message, runner, [=] { runner->hear(message); }});
    }));
    StageRunner *runner = node.runner.get();
    QObject::connect(runner, &StageRunner::reported, runner,
                     [this, &node](const StageReport &report) { noteReport(node, report); });
    tell(id, {.kind = StageCommand::Kind::Begin});
    return id;
}

void Scheduler::noteReport(Node &node, const StageReport &report)
{
    using Kind = StageReport::Kind;
    if (report.kind == Kind::SubscriptionSettled) {
        link(report.subscription).settled = true;
    } else if (report.kind == Kind::Settled) {
        node.settled = true;
    } else if (report.kind == Kind::Examined) {
        node.examination = report.examination;
    } else if (report.kind == Kind::Left) {
        node.reason = report.reason;
        node.crashed = report.crashed;
        // Whoever hears of it looks at the figures next.
        const StageState shown = node.shared->figures.read().state;
        const StageState due = report.crashed ? StageState::Crashed : StageState::Leaving;
        expect(shown == due, "figures show the end", node.id.value, int(shown), int(due));
    }
}

SubscriptionId Scheduler::subscribe(StageId consumer, StageId producer,
                                    const SubscriptionOptions &options)
{
    return resubscribe({}, {}, consumer, producer, options);
}

SubscriptionId Scheduler::resubscribe(SubscriptionId replaced, const StopReason &reason,
                                      StageId consumer, StageId producer,
                                      const SubscriptionOptions &options)
{
    Link &link = addLink(consumer, producer, options);
    link.inlet = new InletEnd(link.id, producer, link.cells);
    link.outlet =
        new OutletEnd(link.id, consumer,
                      node(consumer).role == StageRole::Consumer ? OutletEnd::Limit::Counted
                                                                 : OutletEnd::Limit::NotCounted,
                      link.cells);
    connectUp(link);
    connectDown(link);
    // As the pipeline does it: the producer first, and it may answer before the consumer knows; the
    // other way round if there is one to replace.
    const StageCommand attachInlet{.kind = StageCommand::Kind::AttachInlet, .inlet = link.inlet};
    if (replaced.isValid())
        tell(consumer, attachInlet);
    tell(producer,
         {.kind = StageCommand::Kind::AttachOutlet,
          .outlet = link.outlet,
          .subscription = replaced,
          .reason = reason});
    if (!replaced.isValid())
        tell(consumer, attachInlet);
    return link.id;
}

void Scheduler::cancel(SubscriptionId id, const StopReason &reason)
{
    link(id).cancelled = true;
    tell(link(id).consumer,
         {.kind = StageCommand::Kind::Cancel, .subscription = id, .reason = reason});
}

void Scheduler::cancel(StageId stage, SubscriptionId id, const StopReason &reason)
{
    tell(stage, {.kind = StageCommand::Kind::Cancel, .subscription = id, .reason = reason});
}

void Scheduler::setLimits(SubscriptionId id, EventCount maximum, EventCount minimum)
{
    Link &changed = link(id);
    changed.largestMaximum = std::max(changed.largestMaximum, maximum);
    changed.largestSlice = std::max(changed.largestSlice, maximum - minimum);
    changed.limitsChanged = true;
    tell(changed.consumer,
         {.kind = StageCommand::Kind::SetLimits,
          .subscription = id,
          .maxDemand = maximum,
          .minDemand = minimum});
}

void Scheduler::pause(StageId id)
{
    order([this, id] { node(id).shared->gate.close(); });
    tell(id, {.kind = StageCommand::Kind::LookAtGate});
}

void Scheduler::resume(StageId id)
{
    order([this, id] { node(id).shared->gate.open(); });
    tell(id, {.kind = StageCommand::Kind::LookAtGate});
}

void Scheduler::drain(StageId id)
{
    order([this, id] {
        Node &drained = node(id);
        post(id, {Message::Kind::Command, drained.runner.get(), [&drained] {
                      drained.draining = true;
                      drained.runner->obey({.kind = StageCommand::Kind::Drain});
                  }});
    });
}

void Scheduler::leave(StageId id)
{
    order([this, id] { node(id).shared->gate.leave(); });
    tell(id, {.kind = StageCommand::Kind::Leave});
}

void Scheduler::setMode(StageId id, DemandMode mode)
{
    post(id, {.kind = StageMessage::Kind::SetDemandMode, .mode = mode});
}

void Scheduler::askByHand(SubscriptionId id, EventCount count)
{
    post(link(id).consumer, {.kind = StageMessage::Kind::Ask, .subscription = id, .count = count});
}

void Scheduler::post(StageId id, const StageMessage &message)
{
    order([this, id, message] {
        StageRunner *runner = node(id).runner.get();
        post(id, {Message::Kind::Message, runner, [=, this] {
                      if (message.kind == StageMessage::Kind::SetDemandMode)
                          node(id).accumulates |= message.mode == DemandMode::Accumulate;
                      runner->hear(message);
                  }});
    });
}

QFuture<CallReply> Scheduler::call(StageId id, StageMessage message)
{
    message.caller = Caller::make();
    post(id, message);
    return message.caller.future();
}

SubscriptionId Scheduler::playConsumer(StageId producer, const SubscriptionOptions &options)
{
    Link &link = addLink({}, producer, options);
    link.outlet = new OutletEnd(link.id, {}, OutletEnd::Limit::Counted, link.cells);
    connectDown(link);
    tell(producer, {.kind = StageCommand::Kind::AttachOutlet, .outlet = link.outlet});
    return link.id;
}

void Scheduler::ask(SubscriptionId id, EventCount count)
{
    order([this, id, count] {
        OutletEnd *end = link(id).outlet;
        post(link(id).producer, {Message::Kind::Ask, end, [=] { end->hearAsk({id, count}); }});
    });
}

void Scheduler::sayGoodbyeAsConsumer(SubscriptionId id, const StopReason &reason)
{
    order([this, id, reason] {
        OutletEnd *end = link(id).outlet;
        post(link(id).producer, {Message::Kind::Goodbye, end, [=] {
                                     end->hearGoodbye({id, {Cancellation::Kind::Cancel, reason}});
                                 }});
    });
}

const std::vector<std::vector<Integer>> &Scheduler::received(SubscriptionId id)
{
    return link(id).received;
}

SubscriptionId Scheduler::playProducer(StageId consumer, const SubscriptionOptions &options)
{
    Link &link = addLink(consumer, {}, options);
    link.inlet = new InletEnd(link.id, {}, link.cells);
    connectUp(link);
    tell(consumer, {.kind = StageCommand::Kind::AttachInlet, .inlet = link.inlet});
    return link.id;
}

void Scheduler::send(SubscriptionId id, const std::vector<Integer> &events)
{
    order([this, id, events] {
        InletEnd *end = link(id).inlet;
        const Batch batch = Batch::of(events);
        noteSent(link(id), batch);
        post(link(id).consumer, {Message::Kind::Events, end, [=] {
                                     end->receive({id, batch, 0});
                                 }});
    });
}

void Scheduler::sayGoodbyeAsProducer(SubscriptionId id, const StopReason &reason)
{
    order([this, id, reason] {
        InletEnd *end = link(id).inlet;
        post(link(id).consumer, {Message::Kind::Goodbye, end, [=] {
                                     end->hearGoodbye({id, {Cancellation::Kind::Cancel, reason}});
                                 }});
    });
}

Scheduler::Link &Scheduler::addLink(StageId consumer, StageId producer,
                                    const SubscriptionOptions &options)
{
    const SubscriptionId id{++m_lastSubscription};
    Link &link = m_links[id];
    link.id = id;
    link.consumer = consumer;
    link.producer = producer;
    link.options = options;
    link.cells =
        std::make_shared<SubscriptionCells>(std::make_shared<SubscriptionOptions>(options));
    link.largestMaximum = options.maxDemand;
    link.largestSlice = options.maxDemand - options.minimum();
    return link;
}

// What connectEnds() does with queued connections goes by the mailboxes here.
void Scheduler::connectUp(Link &link)
{
    InletEnd *inlet = link.inlet;
    OutletEnd *outlet = link.outlet; // none: played by the test
    QObject::connect(inlet, &InletEnd::asked, inlet, [this, &link, outlet](const Ask &ask) {
        noteAsked(link, ask.count);
        if (outlet)
            post(link.producer, {Message::Kind::Ask, outlet, [=] { outlet->hearAsk(ask); }});
    });
    QObject::connect(
        inlet, &InletEnd::cancelled, inlet, [this, &link, outlet](const Goodbye &goodbye) {
            if (outlet)
                post(link.producer,
                     {Message::Kind::Goodbye, outlet, [=] { outlet->hearGoodbye(goodbye); }});
        });
}

void Scheduler::connectDown(Link &link)
{
    InletEnd *inlet = link.inlet; // none: played by the test
    OutletEnd *outlet = link.outlet;
    QObject::connect(outlet, &OutletEnd::sent, outlet,
                     [this, &link, inlet](const SentBatch &message) {
                         noteSent(link, message.batch);
                         if (inlet)
                             post(link.consumer,
                                  {Message::Kind::Events, inlet, [=] { inlet->receive(message); }});
                     });
    QObject::connect(
        outlet, &OutletEnd::ended, outlet, [this, &link, inlet](const Goodbye &goodbye) {
            if (inlet)
                post(link.consumer,
                     {Message::Kind::Goodbye, inlet, [=] { inlet->hearGoodbye(goodbye); }});
        });
}

void Scheduler::order(std::function<void()> deliver)
{
    m_owner.push_back({Message::Kind::Order, nullptr, std::move(deliver)});
}

void Scheduler::tell(StageId id, const StageCommand &command)
{
    order([this, id, command] {
        StageRunner *runner = node(id).runner.get();
        post(id, {Message::Kind::Command, runner, [=] { runner->obey(command); }});
    });
}

void Scheduler::post(StageId to, Message message)
{
    node(to).mailbox.push_back(std::move(message));
}

bool Scheduler::step()
{
    if (!m_problem.isEmpty())
        return false;
    std::vector<Node *> mail;
    std::vector<QTimer *> timers;
    for (auto &[id, node] : m_nodes) {
        if (!node.mailbox.empty())
            mail.push_back(&node);
        for (QTimer *timer : node.runner->findChildren<QTimer *>()) {
            if (timer->isActive())
                timers.push_back(timer);
        }
    }
    const std::size_t choices = mail.size() + timers.size() + (m_owner.empty() ? 0 : 1);
    if (choices == 0)
        return false;
    const auto choice = static_cast<std::size_t>(m_random.below(choices));
    if (choice < mail.size()) {
        deliver(*mail[choice]);
    } else if (choice < mail.size() + timers.size()) {
        QTimer *timer = timers[choice - mail.size()];
        QTimerEvent event(timer->timerId());
        QCoreApplication::sendEvent(timer, &event);
    } else {
        const auto give = std::move(m_owner.front().deliver);
        m_owner.pop_front();
        give();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    check();
    return m_problem.isEmpty();
}

bool Scheduler::run(int most)
{
    while (most-- > 0) {
        if (!step()) {
            if (m_problem.isEmpty())
                checkQuiet();
            return m_problem.isEmpty();
        }
    }
    return false;
}

bool Scheduler::runUntil(const std::function<bool()> &isDone, int most)
{
    while (!isDone()) {
        if (most-- <= 0 || !step())
            return false;
    }
    return true;
}

} // namespace sluice::test
