// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What the scheduler checks; how it runs is in scheduler.cpp.

#include "tests/support/scheduler.h"

#include <algorithm>

namespace sluice::test {

void Scheduler::deliver(Node &node)
{
    const Message message = std::move(node.mailbox.front());
    node.mailbox.pop_front();
    if (!message.receiver) {
        fail(QStringLiteral("a message to stage %1 came after its receiver was deleted")
                 .arg(node.id.value));
        return;
    }
    const StageFigures before = node.shared->figures.read();
    message.deliver();
    const StageFigures after = node.shared->figures.read();
    const bool nobodyAsks = before.deliverable == 0 && before.held == 0;
    if (message.kind == Message::Kind::Events && node.role == StageRole::ProducerConsumer
        && nobodyAsks)
        expect(after.handled == before.handled, "INV-21", node.id.value, before.handled,
               after.handled);
}

void Scheduler::noteAsked(Link &link, EventCount count)
{
    const bool first = link.asks.empty();
    link.asks.push_back(count);
    if (isManual(link) || (link.consumer.isValid() && !node(link.consumer).isFollowed))
        return; // asked by hand
    if (first && !link.limitsChanged) {
        expect(count == link.options.maxDemand, "INV-03", link.id.value, count,
               link.options.maxDemand);
    } else if (!link.limitsChanged) {
        expect(count >= link.largestSlice && count <= link.largestMaximum, "INV-03", link.id.value,
               count, link.largestSlice);
    }
}

// Sent in the order they were emitted: no event overtakes another, none comes twice (INV-08).
void Scheduler::noteSent(Link &link, const Batch &batch)
{
    const auto events = batch.as<Integer>();
    expect(!events.empty(), "REF-17, an empty message", link.id.value, 0, 0);
    if (link.inlet)
        link.unhandled.insert(link.unhandled.end(), events.begin(), events.end());
    else
        link.received.emplace_back(events.begin(), events.end());
    if (!link.producer.isValid() || !node(link.producer).isFollowed)
        return;
    Node &producer = node(link.producer);
    for (const Integer event : events)
        noteSentOf(producer, link, event);
}

void Scheduler::noteSentOf(Node &producer, Link &link, Integer event)
{
    if (producer.accumulates) {
        // §9: what was parked comes in the order it was parked, which is that of demand and events
        // together; an event that was emitted behind parked demand follows what that demand brings.
        const bool isKnown =
            std::ranges::find(producer.allEmitted, event) != producer.allEmitted.end();
        expect(isKnown, "INV-07, invented", link.id.value, event, 0);
        return;
    }
    if (producer.dispatcher != DispatcherKind::Demand) {
        // Each consumer gets what it gets in the order it was emitted (INV-09, INV-10).
        const auto &all = producer.allEmitted;
        while (link.cursor < all.size() && all[link.cursor] != event)
            ++link.cursor;
        expect(link.cursor < all.size(), "INV-09, INV-10", link.id.value, event, 0);
        ++link.cursor;
        return;
    }
    while (!producer.unsent.empty() && producer.unsent.front() != event) {
        producer.unsent.pop_front();
        ++producer.notSent; // discarded; the books will tell
    }
    expect(!producer.unsent.empty(), "INV-08", link.id.value, event, 0);
    if (!producer.unsent.empty())
        producer.unsent.pop_front();
}

void Scheduler::noteHandled(const From &from, std::span<const Integer> events)
{
    Link &given = link(from.subscription);
    const auto count = static_cast<EventCount>(events.size());
    given.handled += count;
    expect(!given.settled, "INV-26", given.id.value, count, 0);
    if (!inlet(given.id).ended && !isManual(given))
        expect(count >= 1 && count <= given.largestSlice, "INV-04", given.id.value, count,
               given.largestSlice);
    for (const Integer event : events) {
        const bool isNext = !given.unhandled.empty() && given.unhandled.front() == event;
        expect(isNext, "INV-05", given.id.value, event,
               given.unhandled.empty() ? -1 : given.unhandled.front());
        if (isNext)
            given.unhandled.pop_front();
    }
}

void Scheduler::noteEmitted(StageId id, const std::vector<Integer> &events)
{
    Node &emitter = node(id);
    emitter.unsent.insert(emitter.unsent.end(), events.begin(), events.end());
    emitter.allEmitted.insert(emitter.allEmitted.end(), events.begin(), events.end());
}

void Scheduler::check()
{
    for (auto &[id, node] : m_nodes)
        checkNode(node);
    for (auto &[id, link] : m_links)
        checkLink(link);
}

void Scheduler::checkNode(Node &node)
{
    const std::uint64_t id = node.id.value;
    expect(node.probe->overlaps == 0, "INV-25", id, node.probe->overlaps.load(), 0);
    expect(node.probe->terminations <= 1, "terminate() once", id, node.probe->terminations.load(),
           1);
    const StageFigures now = node.shared->figures.read();
    if (node.reason || !node.shared->gate.isOpen() || now.held > 0 || !node.isFollowed)
        return;
    if (node.accumulates)
        return; // it may keep back what is deliverable
    expect(now.buffered == 0 || now.deliverable == 0, "INV-15", id, now.buffered, now.deliverable);
    if (now.queued == 0) // or the stage may be about to stop, once they are sent
        expect(now.inbound == 0 || now.deliverable == 0, "INV-27", id, now.inbound,
               now.deliverable);
    const bool limitReached = node.shared->limit && node.shared->limit->isReached();
    const bool isFinished = node.total && node.probe->emitted == *node.total;
    if (node.role == StageRole::Producer && !node.draining && !limitReached && !isFinished)
        expect(now.deliverable <= now.owed, "INV-27, not asked", id, now.deliverable, now.owed);
    if (isFinished && now.emitted > 0)
        expect(now.buffered + now.queued > 0, "INV-29, finished", id, now.buffered, *node.total);
    if (node.role == StageRole::ProducerConsumer) {
        EventCount bound = 0;
        for (const auto &[key, link] : m_links) {
            if (link.consumer == node.id)
                bound = std::max(bound, 2 * link.largestMaximum); // no stage here emits more
        }
        expect(now.buffered <= bound, "INV-21, buffer bounded", id, now.buffered, bound);
    }
}

void Scheduler::checkLink(Link &link)
{
    if (!link.consumer.isValid() || !link.producer.isValid() || !node(link.consumer).isFollowed
        || !node(link.producer).isFollowed)
        return;
    const std::uint64_t id = link.id.value;
    const InletFigures in = inlet(link.id);
    const OutletFigures out = outlet(link.id);
    expect(out.sent <= in.asked && out.sent <= out.asked, "INV-01", id, out.sent, in.asked);
    if (!isManual(link))
        expect(in.asked - in.handled <= link.largestMaximum, "INV-02", id, in.asked, in.handled);
    expect(in.handled == link.handled, "handled as counted", id, in.handled, link.handled);
    expect(in.handled + in.lost <= in.arrived && in.arrived <= out.sent, "arrived", id, in.arrived,
           out.sent);
    if (in.ended)
        return;
    expect(in.pending == in.asked - in.handled, "pending = asked - handled", id, in.pending,
           in.asked - in.handled);
    if (in.joined && !isManual(link) && !link.limitsChanged && !link.cancelled
        && !node(link.consumer).reason)
        expect(in.pending > in.minimum, "INV-02, re-asked", id, in.pending, in.minimum);
}

// Nothing is under way: whoever could still do something has been forgotten.
void Scheduler::checkQuiet()
{
    for (auto &[id, node] : m_nodes) {
        const StageFigures now = node.shared->figures.read();
        if (node.reason || !node.shared->gate.isOpen())
            continue;
        expect(now.held == 0, "nothing held at an open gate", id.value, now.held, 0);
        bool hasProducers = false;
        for (const auto &[key, link] : m_links)
            hasProducers = hasProducers || (link.consumer == id && !link.settled);
        if (node.draining)
            expect(hasProducers || now.buffered + now.parked + now.queued > 0, "drained", id.value,
                   now.buffered, 0);
    }
    for (auto &[id, link] : m_links) {
        const InletFigures in = inlet(id);
        const OutletFigures out = outlet(id);
        if (link.consumer.isValid() && link.producer.isValid() && node(link.consumer).reason
            && node(link.producer).reason) {
            expect(out.sent == in.handled + in.lost, "INV-07", id.value, out.sent,
                   in.handled + in.lost);
            expect(out.asked == out.sent + out.withdrawn, "demand withdrawn", id.value, out.asked,
                   out.sent + out.withdrawn);
            expect(!link.inlet && !link.outlet && link.settled, "settled", id.value, 0, 0);
        }
    }
}

void Scheduler::finish()
{
    for (auto &[id, node] : m_nodes)
        leave(id);
    for (auto &[id, link] : m_links) {
        if (!link.consumer.isValid() && link.outlet)
            sayGoodbyeAsConsumer(id, StopReason::normal());
        if (!link.producer.isValid() && link.inlet)
            sayGoodbyeAsProducer(id, StopReason::normal());
    }
    if (!run()) {
        fail(QStringLiteral("does not come to rest"));
        return;
    }
    for (auto &[id, node] : m_nodes) {
        expect(node.reason && node.settled, "settled", id.value, 0, 0);
        if (!node.isFollowed)
            continue;
        expect(node.probe->terminations == 1, "terminate() once", id.value,
               node.probe->terminations.load(), 1);
        checkBooks(node);
    }
}

void Scheduler::checkBooks(Node &node)
{
    const std::uint64_t id = node.id.value;
    const StageFigures total = figures(node.id);
    InletFigures in;
    EventCount sent = 0;
    for (const auto &[key, link] : m_links) {
        if (link.consumer == node.id) {
            const InletFigures part = inlet(key);
            in.arrived += part.arrived;
            in.handled += part.handled;
            in.lost += part.lost;
        }
        if (link.producer == node.id)
            sent += outlet(key).sent;
    }
    expect(total.arrived == in.arrived && total.handled == in.handled, "books, in", id,
           total.handled, in.handled);
    expect(in.arrived == in.handled + in.lost, "books, handled and lost", id, in.arrived,
           in.handled + in.lost);
    expect(total.sent == sent, "books, sent", id, total.sent, sent);
    expect(total.buffered == 0 && total.inbound == 0 && total.held == 0, "books, empty", id,
           total.buffered, total.inbound);
    if (node.dispatcher == DispatcherKind::Broadcast)
        return; // what is sent is sent to many
    expect(total.emitted + in.lost == total.sent + total.discarded + total.lost, "books, out", id,
           total.emitted + in.lost, total.sent + total.discarded + total.lost);
    if (node.dispatcher == DispatcherKind::Partition || node.accumulates)
        return; // not followed event by event: what is missing is in the counts
    const EventCount missing = node.notSent + static_cast<EventCount>(node.unsent.size());
    expect(missing == node.probe->emitted - sent, "books, missing", id, missing, sent);
    if (!node.shared->limit)
        expect(node.probe->emitted == total.emitted, "books, emitted", id,
               node.probe->emitted.load(), total.emitted);
}

void Scheduler::fail(const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = what;
}

} // namespace sluice::test
