// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/charts/chartevents.h"

#include <QLocale>

namespace tst_chartevents {

using namespace sluice;
using namespace sluice::ui;

class TestChartEvents : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void saysNothingOfWhatIsThereAtFirst();
    void marksWhoComesAndGoes();
    void marksCrashesAsAlarms();
    void marksRestartsThatNobodySawCrash();
    void marksChangedParameters();
    void countsManyThingsAtOnce();
    void marksPauses();
    void forgetsWhatIsOlderThanAMinute();

protected:
    void prepare() override
    {
        m_events.clear();
        m_snapshot = Snapshot();
        m_snapshot.takenNs = 1'000'000'000;
        m_snapshot.runState = RunState::Running;
        add(1, QStringLiteral("C1"));
    }

private:
    void add(std::uint64_t id, const QString &name)
    {
        StageSnapshot &stage = m_snapshot.stages.emplace_back();
        stage.id = StageId{id};
        stage.name = name;
        stage.role = StageRole::Consumer;
        stage.figures.state = StageState::Busy;
        SubscriptionSnapshot &subscription = m_snapshot.subscriptions.emplace_back();
        subscription.id = SubscriptionId{id};
        subscription.consumer = stage.id;
        subscription.inlet.maximum = 1000;
        subscription.inlet.minimum = 500;
    }

    void take()
    {
        m_snapshot.takenNs += 1'000'000'000;
        m_events.take(m_snapshot);
    }

    [[nodiscard]] QString texts() const
    {
        QStringList texts;
        for (const ChartMark &mark : m_events.marks())
            texts += mark.text;
        return texts.join(u'|');
    }

    ChartEvents m_events;
    Snapshot m_snapshot;
};

void TestChartEvents::saysNothingOfWhatIsThereAtFirst()
{
    take();
    take();
    QCOMPARE(texts(), QString());
}

void TestChartEvents::marksWhoComesAndGoes()
{
    take();
    add(2, QStringLiteral("C2"));
    take();
    take();
    QCOMPARE(texts(), QStringLiteral("+ C2"));
    QCOMPARE(m_events.marks().front().seconds, -1.0);
    m_snapshot.stages.pop_back();
    take();
    QCOMPARE(texts(), QStringLiteral("+ C2|− C2"));
}

void TestChartEvents::marksCrashesAsAlarms()
{
    take();
    m_snapshot.stages[0].figures.state = StageState::Crashed;
    take();
    take();
    QCOMPARE(texts(), QStringLiteral("C1 crashed"));
    QCOMPARE(m_events.marks().front().kind, ChartMark::Kind::Alarm);
}

void TestChartEvents::marksRestartsThatNobodySawCrash()
{
    take();
    m_snapshot.stages[0].restarts = 2;
    take();
    take();
    QCOMPARE(texts(), QStringLiteral("C1 restarted"));
    QCOMPARE(m_events.marks().front().kind, ChartMark::Kind::Restart);
    QCOMPARE_EQ(m_events.marks().front().count, 2);
}

void TestChartEvents::marksChangedParameters()
{
    take();
    m_snapshot.stages[0].workTimeNs = 2'000'000;
    take();
    m_snapshot.subscriptions[0].inlet.maximum = 10;
    m_snapshot.subscriptions[0].inlet.minimum = 5;
    take();
    m_snapshot.subscriptions[0].inlet.minimum = 2;
    take();
    QCOMPARE(texts(), QStringLiteral("C1 works 2 ms|C1 max 10|C1 min 2"));
}

void TestChartEvents::countsManyThingsAtOnce()
{
    take();
    for (std::uint64_t id = 2; id < 12; ++id)
        add(id, QStringLiteral("C%1").arg(id));
    take();
    QCOMPARE(texts(), QStringLiteral("+ 10 stages"));
    QCOMPARE(m_events.marks().back().count, 10);
}

void TestChartEvents::marksPauses()
{
    take();
    m_snapshot.runState = RunState::Paused;
    take();
    m_snapshot.runState = RunState::Running;
    take();
    QCOMPARE(texts(), QStringLiteral("paused|goes on"));
}

void TestChartEvents::forgetsWhatIsOlderThanAMinute()
{
    take();
    add(2, QStringLiteral("C2"));
    take();
    m_snapshot.takenNs += 59'000'000'000;
    take();
    QCOMPARE(texts(), QStringLiteral("+ C2"));
    take();
    QCOMPARE(texts(), QString());
}

SLUICE_TEST(TestChartEvents)

} // namespace tst_chartevents

#include "tst_chartevents.moc"
