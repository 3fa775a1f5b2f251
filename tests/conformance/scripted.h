// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/consumer.h"
#include "core/stage/producer.h"
#include "core/stage/producerconsumer.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <vector>

namespace sluice::test {

/// What stages did, a line each, in the order they did it.
///
/// Threads: any.
class Journal
{
public:
    void add(const QString &line)
    {
        const std::lock_guard lock(m_mutex);
        m_lines.append(line);
    }

    [[nodiscard]] QStringList lines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }

    /// The lines that begin with \a start.
    [[nodiscard]] QStringList lines(const QString &start) const
    {
        QStringList found;
        for (const QString &line : lines()) {
            if (line.startsWith(start))
                found.append(line);
        }
        return found;
    }

    [[nodiscard]] bool contains(const QString &line) const { return lines().contains(line); }

private:
    mutable std::mutex m_mutex;
    QStringList m_lines;
};

using JournalPtr = std::shared_ptr<Journal>;

/// "0..499" for what follows each other, "0 0 1 1" for what does not.
[[nodiscard]] QString textOf(std::span<const Integer> events);

/// How a scripted stage behaves; what is not set is as the base class has it.
struct Script
{
    QString name = QStringLiteral("stage"); ///< begins each line of the journal
    JournalPtr journal = std::make_shared<Journal>();
    DemandControl control = DemandControl::Automatic; ///< of its subscriptions to producers
    std::function<StartAnswer(StageContext &)> start{};
    std::function<DemandControl(CounterpartRole, const From &)> subscribe{};
    std::function<void(const Cancellation &, const From &)> cancel{};
    std::function<std::vector<Integer>(EventCount)> demand{};
    std::function<std::vector<Integer>(std::span<const Integer>, StageContext &)> events{};
    std::function<void(const QString &, StageContext &)> info{};
    std::function<std::optional<QVariant>(const QString &, const Caller &, StageContext &)> call{};
    std::function<bool(EventCount)> discarded{};
    bool emitsDemandLines = true;
};

using ScriptPtr = std::shared_ptr<Script>;

/// Every callback of GenStage on top of a role; writes down what happens and does what it is told.
///
/// Casts are orders in words: "emit 1 2 3", "ask 5" (on the newest subscription to a producer),
/// "cancel oops" (that one), "cancel consumer oops" (the newest by a consumer), "stop oops",
/// "stop normal", "throw oops", "info x" (to itself, behind what is buffered), "post x".
template<class Base>
class ScriptedStage : public Base
{
public:
    explicit ScriptedStage(ScriptPtr script)
        : m_script(std::move(script))
    {
    }

    StartAnswer start() override
    {
        return m_script->start ? m_script->start(this->stage()) : StartAnswer::Run;
    }

    DemandControl handleSubscribe(CounterpartRole counterpart, const SubscriptionOptions &,
                                  const From &from) override
    {
        const bool toProducer = counterpart == CounterpartRole::Producer;
        (toProducer ? m_toProducer : m_byConsumer) = from.subscription;
        write(QStringLiteral("subscribe %1 %2")
                  .arg(toProducer ? QStringLiteral("producer") : QStringLiteral("consumer"))
                  .arg(from.subscription.value));
        if (m_script->subscribe)
            return m_script->subscribe(counterpart, from);
        return toProducer ? m_script->control : DemandControl::Automatic;
    }

    void handleCancel(const Cancellation &cancellation, const From &from) override
    {
        const bool isDown = cancellation.kind == Cancellation::Kind::Down;
        write(QStringLiteral("%1 %2 %3")
                  .arg(isDown ? QStringLiteral("down") : QStringLiteral("cancel"),
                       QString::fromStdString(toString(cancellation.reason)))
                  .arg(from.subscription.value));
        if (m_script->cancel)
            m_script->cancel(cancellation, from);
    }

    std::optional<QVariant> handleCall(const QVariant &request, const Caller &caller) override
    {
        write(QStringLiteral("call ") + request.toString());
        if (m_script->call)
            return m_script->call(request.toString(), caller, this->stage());
        return Base::handleCall(request, caller);
    }

    void handleCast(const QVariant &request) override
    {
        const QStringList words = request.toString().split(u' ');
        const QString &what = words.first();
        const QString rest = words.mid(1).join(u' ');
        StageContext &stage = this->stage();
        if (what == QStringLiteral("emit"))
            stage.emitBatch(Batch::of(numbersIn(words.mid(1))));
        else if (what == QStringLiteral("ask"))
            stage.ask(m_toProducer, rest.toLongLong());
        else if (rest.startsWith(QStringLiteral("consumer ")))
            stage.cancel(m_byConsumer, reasonIn(rest.mid(9)));
        else if (what == QStringLiteral("cancel"))
            stage.cancel(m_toProducer, reasonIn(rest));
        else if (what == QStringLiteral("stop"))
            stage.stop(reasonIn(rest));
        else if (what == QStringLiteral("throw"))
            throw std::runtime_error(rest.toStdString());
        else if (what == QStringLiteral("info"))
            stage.sendInfo(rest);
        else if (what == QStringLiteral("post"))
            stage.post(rest);
    }

    void handleInfo(const QVariant &message) override
    {
        write(QStringLiteral("info ") + message.toString());
        if (m_script->info)
            m_script->info(message.toString(), this->stage());
    }

    bool shouldReportDiscarded(EventCount count) override
    {
        write(QStringLiteral("discarded %1").arg(count));
        return !m_script->discarded || m_script->discarded(count);
    }

    void terminate(const StopReason &reason) override
    {
        write(QStringLiteral("terminate ") + QString::fromStdString(toString(reason)));
    }

    [[nodiscard]] static StopReason reasonIn(const QString &text)
    {
        if (text == QStringLiteral("normal"))
            return StopReason::normal();
        return text == QStringLiteral("shutdown") ? StopReason::shutdown()
                                                  : StopReason::failed(text.toStdString());
    }

protected:
    void write(const QString &line) { m_script->journal->add(m_script->name + u' ' + line); }

    [[nodiscard]] static std::vector<Integer> numbersIn(const QStringList &words)
    {
        std::vector<Integer> numbers;
        for (const QString &word : words)
            numbers.push_back(word.toLongLong());
        return numbers;
    }

    ScriptPtr m_script;
    SubscriptionId m_toProducer;
    SubscriptionId m_byConsumer;
};

/// Answers demand n with the next n numbers, unless its script says otherwise.
class ScriptedProducer final : public ScriptedStage<Producer<Integer>>
{
public:
    using ScriptedStage::ScriptedStage;

    std::vector<Integer> handleDemand(EventCount demand) override
    {
        if (m_script->emitsDemandLines)
            write(QStringLiteral("demand %1").arg(demand));
        if (m_script->demand)
            return m_script->demand(demand);
        std::vector<Integer> numbers(static_cast<std::size_t>(demand));
        std::iota(numbers.begin(), numbers.end(), m_next);
        m_next += demand;
        return numbers;
    }

private:
    Integer m_next = 0;
};

/// Emits every event twice, unless its script says otherwise.
class ScriptedMiddle final : public ScriptedStage<ProducerConsumer<Integer, Integer>>
{
public:
    using ScriptedStage::ScriptedStage;

    std::vector<Integer> handleEvents(std::span<const Integer> events, const From &) override
    {
        write(QStringLiteral("events ") + textOf(events));
        if (m_script->events)
            return m_script->events(events, stage());
        std::vector<Integer> doubled;
        for (const Integer event : events)
            doubled.insert(doubled.end(), 2, event);
        return doubled;
    }
};

class ScriptedConsumer final : public ScriptedStage<Consumer<Integer>>
{
public:
    using ScriptedStage::ScriptedStage;

    void handleEvents(std::span<const Integer> events, const From &) override
    {
        write(QStringLiteral("events ") + textOf(events));
        if (m_script->events)
            m_script->events(events, stage());
    }
};

} // namespace sluice::test
