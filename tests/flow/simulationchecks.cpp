// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/flow/simulation.h"

namespace sluice::test {

/// Demand that has arrived and was not served, by the books of the links.
EventCount Simulation::liveDemand(bool ofMiddle) const
{
    EventCount sum = 0;
    for (const auto &[id, link] : m_links) {
        if (link.isSubscribed && link.fromMiddle == ofMiddle)
            sum += link.askArrived - link.sent;
    }
    return sum;
}

void Simulation::check()
{
    for (auto &[id, link] : m_links)
        checkLink(link);
    if (!m_producerEnded)
        checkOutlet(m_producer, false, m_producerUnsent);
    if (m_middleEnded)
        return;
    checkOutlet(m_middle->outlet(), true, m_middleUnsent);
    expect(m_middle->inbound().isEmpty() || !m_middle->outlet().buffer().isEmpty()
               || m_middle->outlet().deliverable() == 0,
           "INV-27 the middle leaves messages that it could handle");
}

void Simulation::checkLink(Link &link)
{
    expect(link.sent <= link.askArrived, "INV-01 more was sent than asked for");
    EventCount waiting = 0;
    for (const DownMessage &message : link.down)
        waiting += message.batch.size();
    if (link.id == middleLink)
        waiting += m_middle->inbound().queuedEvents();
    expect(link.underWay.size() == static_cast<std::size_t>(waiting),
           "INV-07 sent other than handled, lost and under way");
    expect(link.sent == link.handled + link.lost + waiting,
           "INV-07 sent other than handled, lost and under way");

    const DemandWindow *window = inletOf(link).find(link.id);
    if (!window || !link.isThere)
        return;
    expect(window->excess() == 0, "INV-01 events came that nobody asked for");
    expect(window->pending() == link.asked - link.handled, "INV-02 pending is asked - handled");
    expect(window->pending() <= link.largestMaximum, "INV-02 more is pending than the maximum");
    expect(waiting <= window->pending(), "INV-20 more is under way than pending");
}

void Simulation::checkOutlet(const Outlet &outlet, bool isMiddle, const Unsent &unsent)
{
    std::size_t subscribers = 0;
    for (const auto &[id, link] : m_links) {
        if (!link.isSubscribed || link.fromMiddle != isMiddle)
            continue;
        ++subscribers;
        expect(outlet.demandOf(id) == link.askArrived - link.sent, "demand is asked - sent");
    }
    expect(outlet.subscriberCount() == subscribers, "counts other subscribers");
    expect(outlet.deliverable() == liveDemand(isMiddle), "REF-21 demand of nobody");
    expect(outlet.buffer().isEmpty() || outlet.deliverable() == 0,
           "INV-15 holds back deliverable events");
    expect(unsent.size() == static_cast<std::size_t>(outlet.buffer().size()),
           "INV-07 emitted other than sent and buffered");
}

/// Nothing is under way any more: whoever is still there must have got all there was.
void Simulation::checkTheEnd()
{
    bool someoneAtTheMiddle = false;
    bool someoneAtTheProducer = false;
    for (const auto &[id, link] : m_links) {
        if (id == middleLink || !link.isThere || link.isEnded)
            continue;
        expect(!link.isLeaving, "INV-27 a cancel was never confirmed");
        (link.fromMiddle ? someoneAtTheMiddle : someoneAtTheProducer) = true;
    }
    if (someoneAtTheMiddle || someoneAtTheProducer)
        expect(m_next >= m_plan.events, "INV-27 consumers wait for events nobody is making");
    if (someoneAtTheProducer)
        expect(m_producerEnded, "INV-27 a consumer waits for a producer that is done");
    if (someoneAtTheMiddle)
        expect(m_middleEnded, "INV-29 a consumer waits for a middle stage that is done");
}

} // namespace sluice::test
