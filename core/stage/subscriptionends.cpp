// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/subscriptionends.h"

#include "core/stage/stagerunner.h"

#include <utility>

namespace sluice {

InletEnd::InletEnd(SubscriptionId id, StageId producer, std::shared_ptr<SubscriptionCells> cells)
    : m_id(id)
    , m_producer(producer)
    , m_cancelMode(cells->options->cancel)
    , m_cells(std::move(cells))
{
    m_figures.maximum = options().maxDemand;
    m_figures.minimum = options().minimum();
    publish();
}

void InletEnd::attach(StageRunner *runner)
{
    m_runner = runner;
    setParent(runner);
}

void InletEnd::catchUp()
{
    if (const auto early = std::move(m_early))
        hearGoodbye({m_id, *early});
}

void InletEnd::ask(EventCount count)
{
    if (m_said || m_heardWhy)
        return;
    m_figures.asked += count;
    ++m_figures.asks;
    m_figures.joined = true;
    Q_EMIT asked({m_id, count});
}

void InletEnd::sayGoodbye(const Cancellation &why)
{
    if (std::exchange(m_said, true))
        return;
    m_cells->postGoodbye([&] { Q_EMIT cancelled({m_id, why}); });
}

void InletEnd::receive(const SentBatch &message)
{
    message.handover.acquire();
    if (message.subscription == m_id)
        m_runner->arrive(message,
                         [this](const SentBatch &arrived) { m_runner->receive(*this, arrived); });
}

void InletEnd::hearGoodbye(const Goodbye &goodbye)
{
    goodbye.handover.acquire();
    if (goodbye.subscription != m_id)
        return;
    if (!m_runner) {
        m_early = std::make_unique<Cancellation>(goodbye.why);
        return;
    }
    m_runner->arrive([this, why = goodbye.why] {
        m_heardWhy = std::make_unique<Cancellation>(why);
        m_figures.ended = true;
        m_runner->subscriptionEnded(*this);
    });
}

OutletEnd::OutletEnd(SubscriptionId id, StageId consumer, Limit limit,
                     std::shared_ptr<SubscriptionCells> cells)
    : m_id(id)
    , m_consumer(consumer)
    , m_limit(limit)
    , m_cells(std::move(cells))
{
}

void OutletEnd::attach(StageRunner *runner)
{
    m_runner = runner;
    setParent(runner);
}

void OutletEnd::catchUp()
{
    if (m_earlyAsk > 0)
        hearAsk({m_id, std::exchange(m_earlyAsk, 0)});
    if (const auto early = std::move(m_early))
        hearGoodbye({m_id, *early});
}

void OutletEnd::send(Batch batch, std::int64_t nowNs)
{
    m_figures.sent += batch.size();
    m_figures.demand = m_figures.asked - m_figures.sent;
    ++m_figures.batches;
    m_cells->outlet.publish(m_figures);
    Q_EMIT sent({m_id, std::move(batch), nowNs});
}

void OutletEnd::sayGoodbye(const Cancellation &why)
{
    if (std::exchange(m_said, true))
        return;
    endDemand();
    m_cells->postGoodbye([&] { Q_EMIT ended({m_id, why}); });
}

void OutletEnd::hearAsk(const Ask &ask)
{
    ask.handover.acquire();
    if (ask.subscription != m_id)
        return;
    const EventCount count = ask.count;
    if (!m_runner) {
        m_earlyAsk += count;
        return;
    }
    m_runner->arrive([this, count] {
        if (m_said)
            return; // on its way before the consumer heard goodbye
        m_figures.asked += count;
        m_figures.demand += count;
        ++m_figures.asks;
        m_cells->outlet.publish(m_figures);
        m_runner->ask(*this, count);
    });
}

void OutletEnd::hearGoodbye(const Goodbye &goodbye)
{
    goodbye.handover.acquire();
    if (goodbye.subscription != m_id)
        return;
    if (!m_runner) {
        m_early = std::make_unique<Cancellation>(goodbye.why);
        return;
    }
    m_runner->arrive([this, why = goodbye.why] {
        m_heard = true;
        m_runner->subscriberLeft(*this, why);
    });
}

void OutletEnd::endDemand()
{
    m_figures.withdrawn = m_figures.demand;
    m_figures.demand = 0;
    m_figures.ended = true;
    m_cells->outlet.publish(m_figures);
}

void connectEnds(InletEnd *inlet, OutletEnd *outlet)
{
    // Demand and cancellation go up, events and the end come down. Queued even where both stages
    // share a thread, so that no callback ever runs inside another one.
    QObject::connect(inlet, &InletEnd::asked, outlet, &OutletEnd::hearAsk, Qt::QueuedConnection);
    QObject::connect(inlet, &InletEnd::cancelled, outlet, &OutletEnd::hearGoodbye,
                     Qt::QueuedConnection);
    QObject::connect(outlet, &OutletEnd::sent, inlet, &InletEnd::receive, Qt::QueuedConnection);
    QObject::connect(outlet, &OutletEnd::ended, inlet, &InletEnd::hearGoodbye,
                     Qt::QueuedConnection);
}

} // namespace sluice
