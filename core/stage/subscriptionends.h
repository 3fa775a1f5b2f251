// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/ids.h"
#include "core/stage/behaviour.h"
#include "core/stage/messages.h"
#include "core/telemetry/published.h"
#include "core/telemetry/stagefigures.h"

#include <QObject>

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <utility>

namespace sluice {

class StageRunner;

/// What both sides of one subscription share; the figures are read by the owner of the pipeline.
///
/// Threads: any.
class SubscriptionCells
{
public:
    explicit SubscriptionCells(std::shared_ptr<const SubscriptionOptions> subscribedWith)
        : options(std::move(subscribedWith))
    {
    }

    const std::shared_ptr<const SubscriptionOptions> options; ///< never null

    /// Qt wakes the receiver's thread after the message can be seen there, and with its last goodbye
    /// a stage may end that thread. Before it does it waits until nobody is about to wake it.
    template<class Post>
    void postGoodbye(Post post)
    {
        m_goodbyesBeingPosted.fetch_add(1);
        post();
        m_goodbyesBeingPosted.fetch_sub(1);
    }

    /// Waits until no goodbye is being posted. Pre: the other side's was heard.
    void letGoodbyesComplete() const noexcept
    {
        while (m_goodbyesBeingPosted.load() != 0)
            std::this_thread::yield();
    }

private:
    std::atomic<int> m_goodbyesBeingPosted = 0;

public: // here, so that no cache line is half empty
    Published<InletFigures> inlet;
    Published<OutletFigures> outlet;
};

/// The consumer's end of a subscription: demand goes up from here, events come in.
///
/// Each side says goodbye once and hears one goodbye; after both nothing is under way any more and
/// the end can be deleted without losing a message unseen.
/// Threads: made on the owner's thread, moved to the consumer's before its first message.
/// Ownership: the StageRunner it is attached to.
/// Semantics: genstage-semantics §5, §14; design D1.
class InletEnd final : public QObject
{
    Q_OBJECT

public:
    InletEnd(SubscriptionId id, StageId producer, std::shared_ptr<SubscriptionCells> cells);

    [[nodiscard]] SubscriptionId id() const noexcept { return m_id; }
    [[nodiscard]] From from() const noexcept { return {m_producer, m_id}; }

    /// As it was subscribed with.
    [[nodiscard]] const SubscriptionOptions &options() const noexcept { return *m_cells->options; }

    /// As it is now.
    [[nodiscard]] CancelMode cancelMode() const noexcept { return m_cancelMode; }
    void setCancelMode(CancelMode mode) noexcept { m_cancelMode = mode; }

    void attach(StageRunner *runner);

    /// Hears the goodbye of a producer that was faster than the order to attach this end.
    void catchUp();

    /// Figures to change and then publish().
    [[nodiscard]] InletFigures &figures() noexcept { return m_figures; }
    void publish() { m_cells->inlet.publish(m_figures); }

    /// Sends demand upstream, unless goodbye was said or heard.
    void ask(EventCount count);

    /// Ends it from the consumer's side; once.
    void sayGoodbye(const Cancellation &why);

    /// How the producer ended it. Pre: heardGoodbye().
    [[nodiscard]] const Cancellation &cancellation() const noexcept { return *m_heardWhy; }

    /// Waits until the other side's goodbye has been posted in full. Pre: heardGoodbye().
    void letGoodbyeComplete() const noexcept { m_cells->letGoodbyesComplete(); }

    [[nodiscard]] bool saidGoodbye() const noexcept { return m_said; }
    [[nodiscard]] bool heardGoodbye() const noexcept { return m_heardWhy != nullptr; }
    [[nodiscard]] bool isSettled() const noexcept
    {
        return m_said && m_heardWhy && m_figures.arrived == m_figures.handled + m_figures.lost;
    }

    // From the producer's end, queued.
    void receive(const sluice::SentBatch &message);
    void hearGoodbye(const sluice::Goodbye &goodbye);

Q_SIGNALS:
    void asked(const sluice::Ask &ask);
    void cancelled(const sluice::Goodbye &goodbye);

private:
    SubscriptionId m_id;
    StageId m_producer;
    CancelMode m_cancelMode;
    std::shared_ptr<SubscriptionCells> m_cells;
    StageRunner *m_runner = nullptr;
    std::unique_ptr<const Cancellation> m_early; // heard before there was a runner
    std::unique_ptr<const Cancellation> m_heardWhy;
    InletFigures m_figures;
    bool m_said = false;
};

/// The producer's end of a subscription: demand comes in here, events go down.
///
/// Threads: made on the owner's thread, moved to the producer's before its first message.
/// Ownership: the StageRunner it is attached to.
/// Semantics: genstage-semantics §5, §14; design D1.
class OutletEnd final : public QObject
{
    Q_OBJECT

public:
    enum class Limit : unsigned char {
        NotCounted, ///< the consumer emits events itself
        Counted     ///< events sent here count for the pipeline's event limit
    };

    OutletEnd(SubscriptionId id, StageId consumer, Limit limit,
              std::shared_ptr<SubscriptionCells> cells);

    [[nodiscard]] SubscriptionId id() const noexcept { return m_id; }
    [[nodiscard]] From from() const noexcept { return {m_consumer, m_id}; }
    [[nodiscard]] const SubscriptionOptions &options() const noexcept { return *m_cells->options; }
    [[nodiscard]] Limit limit() const noexcept { return m_limit; }

    void attach(StageRunner *runner);

    /// Hears what came before the order to attach this end.
    void catchUp();

    void send(Batch batch, std::int64_t nowNs);

    /// Ends it from the producer's side; once.
    void sayGoodbye(const Cancellation &why);

    /// Waits until the other side's goodbye has been posted in full. Pre: it was heard.
    void letGoodbyeComplete() const noexcept { m_cells->letGoodbyesComplete(); }

    [[nodiscard]] bool saidGoodbye() const noexcept { return m_said; }
    [[nodiscard]] bool isSettled() const noexcept { return m_said && m_heard; }

    // From the consumer's end, queued.
    void hearAsk(const sluice::Ask &ask);
    void hearGoodbye(const sluice::Goodbye &goodbye);

Q_SIGNALS:
    void sent(const sluice::SentBatch &message);
    void ended(const sluice::Goodbye &goodbye);

private:
    void endDemand();

    SubscriptionId m_id;
    StageId m_consumer;
    Limit m_limit;
    std::shared_ptr<SubscriptionCells> m_cells;
    StageRunner *m_runner = nullptr;
    EventCount m_earlyAsk = 0;                   // heard before there was a runner
    std::unique_ptr<const Cancellation> m_early; // likewise
    OutletFigures m_figures;
    bool m_said = false;
    bool m_heard = false;
};

/// Joins the two ends by queued signals, both ways (design D1).
void connectEnds(InletEnd *inlet, OutletEnd *outlet);

} // namespace sluice
