// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/conformance/scripted.h"
#include "tests/support/scheduler.h"

#include <functional>

namespace sluice::test {

/// Scripted stages under the seeded scheduler, and one journal for all of them.
class Rig
{
public:
    explicit Rig(Random &random)
        : scheduler(random())
    {
    }

    StageId producer(const QString &name, Script script = {}, const StageOptions &options = {})
    {
        return scheduler.add(std::make_unique<ScriptedProducer>(take(name, script)), options);
    }

    StageId middle(const QString &name, Script script = {}, const StageOptions &options = {})
    {
        return scheduler.add(std::make_unique<ScriptedMiddle>(take(name, script)), options);
    }

    StageId consumer(const QString &name, Script script = {})
    {
        return scheduler.add(std::make_unique<ScriptedConsumer>(take(name, script)));
    }

    /// A producer that emits only what a cast tells it to; demand is only written down.
    StageId silent(const QString &name, const StageOptions &options = {})
    {
        Script script;
        script.demand = [](EventCount) { return std::vector<Integer>(); };
        return producer(name, script, options);
    }

    /// A consumer that asks by hand.
    StageId manual(const QString &name)
    {
        return consumer(name, {.control = DemandControl::Manual});
    }

    void cast(StageId id, const QString &order)
    {
        scheduler.post(id, {.kind = StageMessage::Kind::Cast, .value = order});
    }

    void setMode(StageId id, DemandMode mode)
    {
        scheduler.post(id, {.kind = StageMessage::Kind::SetDemandMode, .mode = mode});
    }

    /// GenStage's async_info.
    void sendInfo(StageId id, const QString &text)
    {
        scheduler.post(id, {.kind = StageMessage::Kind::OrderedInfo, .value = text});
    }

    /// GenStage's sync_info: comes back once the message has its place.
    void sendInfoAndWait(StageId id, const QString &text)
    {
        const auto placed =
            scheduler.call(id, {.kind = StageMessage::Kind::OrderedInfo, .value = text});
        std::ignore = scheduler.runUntil([&] { return placed.isFinished(); });
        QVERIFY(placed.isFinished() && placed.result());
    }

    /// What a stage says of itself; of one in an endless pipeline too.
    [[nodiscard]] QVariant answer(StageId id, StageMessage::Kind kind)
    {
        const auto future = scheduler.call(id, {.kind = kind});
        std::ignore = scheduler.runUntil([&] { return future.isFinished(); });
        return future.isFinished() ? future.result().value : QVariant();
    }

    [[nodiscard]] QString modeOf(StageId id)
    {
        return answer(id, StageMessage::Kind::DemandModeOf).toString();
    }

    /// Lets everything happen that can; returns what was written since the last time, of the lines
    /// that begin with \a start.
    [[nodiscard]] QStringList run(const QString &start = {})
    {
        if (!scheduler.run())
            return {QStringLiteral("does not come to rest: ") + scheduler.problem()};
        return taken(start);
    }

    /// Runs an endless pipeline until \a count lines beginning with \a start are there; returns the
    /// first \a count of them.
    [[nodiscard]] QStringList runUntil(const QString &start, qsizetype count)
    {
        const auto isDone = [&] { return journal->lines(start).size() >= count; };
        if (!scheduler.runUntil(isDone))
            return {QStringLiteral("does not come to that: ") + scheduler.problem()};
        return journal->lines(start).first(count);
    }

    [[nodiscard]] QStringList taken(const QString &start)
    {
        QStringList lines = journal->lines().mid(m_read);
        m_read += lines.size();
        lines.removeIf([&](const QString &line) { return !line.startsWith(start); });
        return lines;
    }

    Scheduler scheduler;
    JournalPtr journal = std::make_shared<Journal>();

private:
    ScriptPtr take(const QString &name, Script &script)
    {
        script.name = name;
        script.journal = journal;
        return std::make_shared<Script>(std::move(script));
    }

    qsizetype m_read = 0;
};

/// A list of lines to compare with.
template<class... Line>
[[nodiscard]] QStringList lines(const Line &...line)
{
    return {QString::fromLatin1(line)...};
}

[[nodiscard]] inline StageOptions buffering(std::optional<EventCount> size, BufferKeep keep)
{
    StageOptions options;
    options.buffer = BufferOptions{size, keep};
    return options;
}

/// A subscription that its consumer survives.
inline const SubscriptionOptions temporary{.cancel = CancelMode::Temporary};

/// A producer that emits nothing when it is asked.
[[nodiscard]] inline Script quiet()
{
    Script script;
    script.demand = [](EventCount) { return std::vector<Integer>(); };
    return script;
}

[[nodiscard]] inline QFuture<CallReply> call(Rig &rig, StageId id, const QString &text)
{
    return rig.scheduler.call(id, {.kind = StageMessage::Kind::Call, .value = text});
}

/// Runs \a body in as many orders of messages as \a count seeds give.
inline void inEveryOrder(const std::function<void(Rig &)> &body, std::uint64_t count = 25)
{
    forEachSeed(
        [&](Random &random) {
            Rig rig(random);
            body(rig);
            if (!QTest::currentTestFailed())
                QVERIFY2(rig.scheduler.problem().isEmpty(),
                         qUtf8Printable(rig.scheduler.problem()));
        },
        count);
}

} // namespace sluice::test
