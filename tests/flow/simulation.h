// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/inlet.h"
#include "core/flow/outlet.h"
#include "core/flow/subscriptionoptions.h"
#include "tests/support/middlestage.h"

#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sluice::test {

/// producer -> middle stage that keeps even numbers -> consumers, and consumers of the producer
/// itself: flow rules only, with a queue of messages each way on every subscription.
///
/// Each step does one thing that could happen next: delivers the oldest message of one queue, lets
/// the producer emit, or takes the next line of the script. A chooser says which. After each step
/// the invariants of genstage-semantics §25 are checked against books of its own.
class Simulation
{
public:
    /// Something from outside. Those that name a consumer take \a who modulo those there are.
    struct Line
    {
        enum class What { Join, JoinProducer, Leave, Crash, Limits, MiddleLimits, Unsolicited };

        What what = What::Join;
        std::uint64_t who = 0;
        SubscriptionOptions options{}; ///< for joins and limits
        EventCount count = 0;          ///< for unsolicited events
    };

    struct Plan
    {
        SubscriptionOptions middle{}; ///< how the middle stage subscribes
        EventCount events = 0;        ///< what the producer can make; it ends when they are gone
        bool answersInParts = false;  ///< the producer serves demand bit by bit
        std::vector<Line> script{};
    };

    /// Returns one of 0 .. count - 1.
    using Choose = std::function<std::uint64_t(std::uint64_t count)>;

    Simulation(const Plan &plan, Choose choose);
    ~Simulation();
    Simulation(const Simulation &) = delete;
    Simulation &operator=(const Simulation &) = delete;

    /// Runs until nothing can happen any more or something is wrong.
    void run();

    /// Takes one step; returns false when nothing can happen any more or something is wrong.
    bool advance();

    /// Everything that decides what can happen from here on.
    [[nodiscard]] std::string state() const;

    /// What is wrong, with the last steps; empty if nothing is.
    [[nodiscard]] QString failure() const;

private:
    struct UpMessage
    {
        enum class What { Ask, Cancel };

        What what = What::Ask;
        EventCount count = 0;
    };

    struct DownMessage
    {
        Batch batch;
        bool isEnd = false;
    };

    /// One subscription: its two queues, and the books of both sides.
    struct Link
    {
        SubscriptionId id;
        bool fromMiddle = true; // who is the producer's side
        std::deque<UpMessage> up;
        std::deque<DownMessage> down;
        Inlet inlet;              // of the consumer; the middle stage has its own
        bool isThere = true;      // the consumer has not crashed
        bool isLeaving = false;   // it has cancelled and waits for the end
        bool isSubscribed = true; // as far as the producer's side knows
        bool isEnded = false;     // as far as the consumer knows

        EventCount asked = 0;
        EventCount askArrived = 0;
        EventCount sent = 0;
        EventCount handled = 0;
        EventCount lost = 0;
        EventCount largestMaximum = 0; // in force since the last ask
        std::deque<Integer> underWay;  // sent and not handled, oldest first
    };

    static constexpr SubscriptionId middleLink{1}; // the middle stage is the first to subscribe

    /// What an outlet has emitted and not sent, oldest first.
    using Unsent = std::deque<Integer>;

    class Middle;

    [[nodiscard]] bool step();
    void deliverUp(Link &link);
    void deliverDown(Link &link);
    void consume(Link &link, const Batch &batch);
    void play(const Line &line);
    void join(bool toMiddle, const SubscriptionOptions &options);
    void crash(Link &link);
    void setLimits(Link &link, DemandWindow &window, const SubscriptionOptions &options);
    void produce(EventCount count);
    void afterProducer();
    void endLinks(bool ofMiddle);
    void ask(Link &link, EventCount count);
    void send(const Delivery &delivery, Unsent &unsent);
    void book(Link &link, const Batch &handled);

    [[nodiscard]] Link *someConsumer(std::uint64_t who);
    [[nodiscard]] Inlet &inletOf(Link &link);
    [[nodiscard]] EventCount liveDemand(bool ofMiddle) const;
    void expect(bool holds, const char *what);
    void note(const QString &what);
    void check();
    void checkLink(Link &link);
    void checkOutlet(const Outlet &outlet, bool isMiddle, const Unsent &unsent);
    void checkTheEnd();

    Plan m_plan;
    Choose m_choose;
    std::unique_ptr<MiddleStage> m_middle;
    Outlet m_producer;
    std::map<SubscriptionId, Link> m_links;
    std::uint64_t m_lastId = 0;
    std::size_t m_nextLine = 0;

    Integer m_next = 0;        // the next number the producer makes
    EventCount m_unserved = 0; // demand the producer has been told of and not answered
    bool m_producerEnded = false;
    bool m_middleEnded = false;
    Unsent m_producerUnsent;
    Unsent m_middleUnsent;

    int m_steps = 0;
    QStringList m_trace;
    QString m_wrong;
};

} // namespace sluice::test
