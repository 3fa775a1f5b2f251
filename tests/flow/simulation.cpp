// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/flow/simulation.h"

#include "tests/support/batches.h"

#include <algorithm>
#include <utility>

namespace sluice::test {
namespace {

constexpr int mostSteps = 100'000; // more than any plan needs: it must come to rest
constexpr int tracedSteps = 60;

} // namespace

/// The even filter. What it does goes into the queues and books of the simulation.
class Simulation::Middle : public MiddleStage
{
public:
    explicit Middle(Simulation &simulation)
        : m_simulation(simulation)
    {
    }

protected:
    Batch work(const Batch &slice) override
    {
        std::vector<Integer> even;
        for (const Integer number : slice.as<Integer>()) {
            if (number % 2 == 0)
                even.push_back(number);
        }
        m_simulation.m_middleUnsent.insert(m_simulation.m_middleUnsent.end(), even.begin(),
                                           even.end());
        return Batch::of(std::move(even));
    }

    void starts(const InboundQueue::Entry &entry) override
    {
        m_simulation.expect(outlet().buffer().isEmpty(),
                            "INV-21 the middle starts while its buffer holds events");
        m_simulation.expect(entry.ended || m_simulation.liveDemand(true) > 0,
                            "INV-20 the middle starts though nobody wants anything");
    }

    void handles(SubscriptionId id, const Batch &slice) override
    {
        m_simulation.book(m_simulation.m_links.at(id), slice);
    }

    void asksFor(SubscriptionId id, EventCount count) override
    {
        m_simulation.ask(m_simulation.m_links.at(id), count);
    }

    void sends(const Delivery &delivery) override
    {
        m_simulation.send(delivery, m_simulation.m_middleUnsent);
    }

    void stops(const StopReason &) override
    {
        m_simulation.note(QStringLiteral("middle stops"));
        m_simulation.expect(inbound().queuedEvents() == 0 && outlet().buffer().isEmpty(),
                            "REF-10 the middle stops before it has drained");
        m_simulation.m_middleEnded = true;
        m_simulation.endLinks(true);
    }

private:
    Simulation &m_simulation;
};

Simulation::Simulation(const Plan &plan, Choose choose)
    : m_plan(plan)
    , m_choose(std::move(choose))
    , m_middle(std::make_unique<Middle>(*this))
    , m_producer(std::make_unique<DemandDispatcher>(), BufferOptions{})
{
    join(false, plan.middle); // the first link is the middle stage's
    m_middle->subscribeTo(middleLink, plan.middle);
}

Simulation::~Simulation() = default;

void Simulation::run()
{
    while (advance()) { }
}

bool Simulation::advance()
{
    if (!m_wrong.isEmpty())
        return false;
    if (!step()) {
        checkTheEnd();
        return false;
    }
    check();
    expect(++m_steps < mostSteps, "INV-27 it never comes to rest");
    return m_wrong.isEmpty();
}

std::string Simulation::state() const
{
    std::string all;
    const auto add = [&all](auto number) { all += std::to_string(number) + ' '; };
    for (const auto &[id, link] : m_links) {
        for (const UpMessage &message : link.up)
            add(message.count);
        for (const DownMessage &message : link.down)
            all += (message.isEnd ? "end " : message.batch.textAt(0) + "+ ");
        for (const EventCount count : {link.asked, link.askArrived, link.sent, link.handled})
            add(count);
        for (const bool is : {link.isThere, link.isLeaving, link.isSubscribed, link.isEnded})
            all += is ? 'y' : 'n';
        for (const Integer number : link.underWay)
            add(number);
    }
    for (const Integer number : m_producerUnsent)
        add(number);
    for (const Integer number : m_middleUnsent)
        add(number);
    add(m_next);
    add(m_unserved);
    add(m_nextLine);
    return all;
}

QString Simulation::failure() const
{
    return m_wrong.isEmpty() ? QString() : m_wrong + u'\n' + m_trace.join(u'\n');
}

bool Simulation::step()
{
    std::vector<std::function<void()>> possible;
    for (auto &entry : m_links) {
        Link &link = entry.second;
        if (!link.up.empty())
            possible.emplace_back([this, &link] { deliverUp(link); });
        if (!link.down.empty())
            possible.emplace_back([this, &link] { deliverDown(link); });
    }
    if (m_unserved > 0 && m_next < m_plan.events) {
        possible.emplace_back([this] {
            const auto all = static_cast<std::uint64_t>(m_unserved);
            produce(m_plan.answersInParts ? 1 + static_cast<EventCount>(m_choose(all))
                                          : m_unserved);
        });
    }
    if (m_nextLine < m_plan.script.size())
        possible.emplace_back([this] { play(m_plan.script[m_nextLine++]); });
    if (possible.empty())
        return false;
    possible[m_choose(possible.size())]();
    return true;
}

void Simulation::deliverUp(Link &link)
{
    const UpMessage message = link.up.front();
    link.up.pop_front();
    if (!link.isSubscribed)
        return; // §5: an unknown tag
    OutletEffects effects;
    if (message.what == UpMessage::What::Ask) {
        note(QStringLiteral("%1 asked for %2").arg(link.id.value).arg(message.count));
        link.askArrived += message.count;
        if (link.fromMiddle)
            m_middle->receiveAsk(link.id, message.count);
        else
            m_producer.ask(link.id, message.count, effects);
    } else {
        note(QStringLiteral("%1 cancelled").arg(link.id.value));
        link.isSubscribed = false;
        if (link.fromMiddle)
            m_middle->receiveCancel(link.id);
        else
            m_producer.cancel(link.id, effects);
        link.down.push_back({{}, true});
    }
    for (const Delivery &delivery : effects.deliveries)
        send(delivery, m_producerUnsent);
    afterProducer();
}

void Simulation::deliverDown(Link &link)
{
    const DownMessage message = std::move(link.down.front());
    link.down.pop_front();
    note(QStringLiteral("%1 gets %2")
             .arg(link.id.value)
             .arg(message.isEnd ? QStringLiteral("the end") : text(message.batch)));
    if (link.id == middleLink) {
        if (message.isEnd)
            m_middle->receiveEnd(link.id, StopReason::normal());
        else
            m_middle->receiveEvents(link.id, message.batch);
    } else if (message.isEnd) {
        link.inlet.end(link.id);
        link.isEnded = true;
    } else if (!link.isThere) {
        link.lost += message.batch.size();
        link.underWay.erase(link.underWay.begin(), link.underWay.begin() + message.batch.size());
    } else {
        consume(link, message.batch);
    }
}

void Simulation::consume(Link &link, const Batch &batch)
{
    DemandWindow &window = *link.inlet.find(link.id);
    window.beginMessage();
    for (EventCount done = 0; done < batch.size();) {
        const EventCount slice = window.nextSlice(batch.size() - done);
        book(link, batch.slice(done, slice));
        done += slice;
        if (const EventCount count = window.handled(slice); count > 0)
            ask(link, count);
        expect(window.pending() > window.minimum(), "INV-02 asked too late");
    }
}

void Simulation::play(const Line &line)
{
    using What = Line::What;
    if (line.what == What::Join || line.what == What::JoinProducer) {
        join(line.what == What::Join, line.options);
    } else if (line.what == What::MiddleLimits) {
        if (DemandWindow *window = m_middle->inlet().find(middleLink))
            setLimits(m_links.at(middleLink), *window, line.options);
    } else if (line.what == What::Unsolicited) {
        if (!m_producerEnded)
            produce(line.count);
    } else if (Link *link = someConsumer(line.who)) {
        if (line.what == What::Limits) {
            setLimits(*link, *link->inlet.find(link->id), line.options);
            return;
        }
        note(QStringLiteral("%1 %2")
                 .arg(link->id.value)
                 .arg(line.what == What::Crash ? QStringLiteral("crashes")
                                               : QStringLiteral("leaves")));
        if (line.what == What::Crash)
            crash(*link);
        link->isLeaving = true;
        link->up.push_back({UpMessage::What::Cancel, 0});
    }
}

void Simulation::join(bool toMiddle, const SubscriptionOptions &options)
{
    if (toMiddle ? m_middleEnded : m_producerEnded)
        return; // noproc
    const SubscriptionId id{++m_lastId};
    note(QStringLiteral("%1 joins the %2")
             .arg(id.value)
             .arg(toMiddle ? QStringLiteral("middle") : QStringLiteral("producer")));
    Link &link = m_links[id];
    link.id = id;
    link.fromMiddle = toMiddle;
    link.largestMaximum = options.maxDemand;
    OutletEffects effects;
    if (toMiddle)
        m_middle->receiveSubscriber(id);
    else
        expect(!m_producer.subscribe({id, StageId{id.value}, &options}, effects),
               "a newcomer is refused");
    expect(effects.deliveries.empty(), "INV-15 a newcomer brought events to light");
    if (id != middleLink)
        ask(link, link.inlet.subscribe(id, options));
}

void Simulation::crash(Link &link)
{
    link.isThere = false;
    for (const DownMessage &message : std::exchange(link.down, {})) {
        link.lost += message.batch.size();
        link.underWay.erase(link.underWay.begin(), link.underWay.begin() + message.batch.size());
    }
}

void Simulation::setLimits(Link &link, DemandWindow &window, const SubscriptionOptions &options)
{
    note(QStringLiteral("%1 changes to %2/%3")
             .arg(link.id.value)
             .arg(options.maxDemand)
             .arg(options.minimum()));
    window.setLimits(options.maxDemand, options.minimum());
    link.largestMaximum = std::max(link.largestMaximum, options.maxDemand);
}

void Simulation::produce(EventCount count)
{
    count = std::min<EventCount>(count, m_plan.events - m_next);
    note(QStringLiteral("the producer emits %1 from %2").arg(count).arg(m_next));
    for (EventCount i = 0; i < count; ++i)
        m_producerUnsent.push_back(m_next + i);
    m_unserved = std::max<EventCount>(0, m_unserved - count);
    OutletEffects effects;
    m_producer.emitted(numbers(m_next, count), effects);
    expect(effects.discarded == 0, "INV-07 discards");
    m_next += count;
    for (const Delivery &delivery : effects.deliveries)
        send(delivery, m_producerUnsent);
    afterProducer();
}

void Simulation::afterProducer()
{
    OutletEffects effects;
    m_unserved += m_producer.takeDemand(effects);
    expect(m_unserved == m_producer.owed(), "the producer owes other than it has to serve");
    if (m_producerEnded || m_next < m_plan.events || !m_producer.buffer().isEmpty())
        return;
    note(QStringLiteral("the producer ends")); // §17: after its buffer drained
    m_producerEnded = true;
    endLinks(false);
}

void Simulation::endLinks(bool ofMiddle)
{
    for (auto &[id, link] : m_links) {
        if (link.fromMiddle == ofMiddle && link.isSubscribed) {
            link.isSubscribed = false;
            link.down.push_back({{}, true});
        }
    }
}

void Simulation::ask(Link &link, EventCount count)
{
    link.asked += count;
    link.up.push_back({UpMessage::What::Ask, count});
    const DemandWindow *window = inletOf(link).find(link.id);
    link.largestMaximum = window ? window->maximum() : link.largestMaximum;
}

void Simulation::send(const Delivery &delivery, Unsent &unsent)
{
    Link &link = m_links.at(delivery.to);
    expect(link.isSubscribed, "sent to a consumer that has left");
    expect(!delivery.batch.isEmpty(), "REF-17 an empty message");
    for (const Integer number : delivery.batch.as<Integer>()) {
        expect(!unsent.empty() && unsent.front() == number,
               "INV-08 events go out in another order than they were emitted");
        if (!unsent.empty())
            unsent.pop_front();
        link.underWay.push_back(number);
    }
    link.sent += delivery.batch.size();
    link.down.push_back({delivery.batch, false});
}

void Simulation::book(Link &link, const Batch &handled)
{
    link.handled += handled.size();
    for (const Integer number : handled.as<Integer>()) {
        expect(!link.underWay.empty() && link.underWay.front() == number,
               "INV-05 handled other than sent");
        if (!link.underWay.empty())
            link.underWay.pop_front();
    }
}

Simulation::Link *Simulation::someConsumer(std::uint64_t who)
{
    std::vector<Link *> there;
    for (auto &[id, link] : m_links) {
        if (id != middleLink && link.isThere && !link.isLeaving && !link.isEnded)
            there.push_back(&link);
    }
    return there.empty() ? nullptr : there[who % there.size()];
}

Inlet &Simulation::inletOf(Link &link)
{
    return link.id == middleLink ? m_middle->inlet() : link.inlet;
}

void Simulation::expect(bool holds, const char *what)
{
    if (!holds && m_wrong.isEmpty())
        m_wrong = QString::fromLatin1(what);
}

void Simulation::note(const QString &what)
{
    m_trace.append(what);
    if (m_trace.size() > 2 * tracedSteps)
        m_trace.erase(m_trace.begin(), m_trace.begin() + tracedSteps);
}

} // namespace sluice::test
