// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/inspector.h"
#include "ui/panels/stagewords.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <memory>

namespace tst_inspector {

using namespace sluice;
using namespace sluice::ui;

class TestInspector : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void saysWhatAStageIs();
    void saysWhatWaitsInside();
    void saysWhoAsks();
    void keepsAPinnedStage();
    void letsGoOfAPinnedStageThatHasGone();
    void saysWhyItWaits();
    void isWideEnoughForAllItShows();
    void stepsTheWorkTimeByRatios();

protected:
    void prepare() override
    {
        m_snapshot = Snapshot();
        m_snapshot.takenNs = 48'000'000'000;
        m_snapshot.runState = RunState::Running;
        add(1, QStringLiteral("numbers"), StageRole::Producer);
        add(2, QStringLiteral("printer"), StageRole::Consumer);
        SubscriptionSnapshot &subscription = m_snapshot.subscriptions.emplace_back();
        subscription.id = SubscriptionId{1};
        subscription.producer = StageId{1};
        subscription.consumer = StageId{2};
        subscription.outlet = {.asked = 1500, .sent = 1240, .demand = 260};
        m_document = std::make_unique<PipelineDocument>();
        m_inspector = std::make_unique<Inspector>(*m_document);
        m_inspector->show();
    }

    void cleanup()
    {
        m_inspector.reset();
        m_document.reset();
    }

private:
    void add(std::uint64_t id, const QString &name, StageRole role)
    {
        StageSnapshot &stage = m_snapshot.stages.emplace_back();
        stage.id = StageId{id};
        stage.name = name;
        stage.kind = QStringLiteral("kind");
        stage.role = role;
        stage.thread = static_cast<int>(id);
        stage.figures.startedNs = 1;
        stage.figures.state = StageState::Busy;
    }

    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : m_inspector->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_inspector.get()) && label->text().contains(text))
                return true;
        }
        return false;
    }

    Snapshot m_snapshot;
    RateTable m_rates;
    std::unique_ptr<PipelineDocument> m_document;
    std::unique_ptr<Inspector> m_inspector;
};

void TestInspector::saysWhatAStageIs()
{
    StageSnapshot stage = m_snapshot.stages[1];
    QCOMPARE(identityWords(stage), QStringLiteral("consumer · kind · thread 2"));
    stage.figures.osThread = 71203;
    QCOMPARE(identityWords(stage),
             QStringLiteral("consumer · kind · thread 2 (71203 to the operating system)"));
    stage.figures.messages = 1204;
    stage.figures.held = 2;
    stage.figures.startedNs = 8'000'000'000;
    QCOMPARE(messageWords(stage, 48'000'000'000),
             QStringLiteral("1,204 in 00:40, 2 held at the gate"));
    stage.figures.handled = 1000;
    stage.figures.stateNs[0] = 2'000'000;
    QCOMPARE(timingWords(stage, m_rates), QStringLiteral("2 µs on average"));
}

void TestInspector::saysWhatWaitsInside()
{
    StageSnapshot stage = m_snapshot.stages[0];
    QCOMPARE(waitingWords(stage), QStringLiteral("–"));
    stage.figures.parked = 3;
    stage.figures.owed = 1500;
    QCOMPARE(waitingWords(stage), QStringLiteral("3 kept back with the demand, 1,500 asked of it"));
    stage.figures.buffered = 120;
    stage.figures.bufferCapacity = 10'000;
    stage.figures.discarded = 5;
    QCOMPARE(bufferWords(stage.figures), QStringLiteral("120 of 10,000, 5 discarded"));
}

void TestInspector::saysWhoAsks()
{
    QCOMPARE(demandWords(m_snapshot, StageId{1}),
             QStringLiteral("printer: 260 open, asked 1,500, sent 1,240"));
    QCOMPARE(demandWords(m_snapshot, StageId{2}), QStringLiteral("–"));
    for (int i = 0; i < 20; ++i)
        m_snapshot.subscriptions.push_back(m_snapshot.subscriptions.front());
    QVERIFY(demandWords(m_snapshot, StageId{1}).endsWith(QStringLiteral("and 13 more consumers")));
}

void TestInspector::keepsAPinnedStage()
{
    m_inspector->setStage(StageId{2});
    m_inspector->setPinned(true);
    m_inspector->setStage(StageId{1});
    m_inspector->setFigures(m_snapshot, m_rates);
    QCOMPARE(m_inspector->stage(), StageId{2});
    QVERIFY(says(QStringLiteral("printer")));
    m_inspector->findChild<QToolButton *>()->click();
    QVERIFY(!m_inspector->isPinned());
    QCOMPARE(m_inspector->stage(), StageId{1});
}

void TestInspector::letsGoOfAPinnedStageThatHasGone()
{
    m_inspector->setStage(StageId{2});
    m_inspector->setPinned(true);
    m_inspector->setStage(StageId{1});
    m_snapshot.stages.pop_back();
    m_inspector->setFigures(m_snapshot, m_rates);
    QCOMPARE(m_inspector->stage(), StageId{1});
    QVERIFY(!m_inspector->isPinned());
    m_snapshot.stages.pop_back();
    m_inspector->setFigures(m_snapshot, m_rates);
    QVERIFY(!m_inspector->stage().isValid());
}

void TestInspector::saysWhyItWaits()
{
    for (int i = 0; i < 3; ++i) {
        m_snapshot.takenNs += 1'000'000'000;
        m_snapshot.stages[0].figures.state = StageState::WaitsForDemand;
        m_snapshot.stages[0].figures.stateNs[1] += 1'000'000'000;
        m_snapshot.stages[1].figures.stateNs[0] += 1'000'000'000;
        m_snapshot.stages[1].figures.handled += 500;
        m_rates.update(m_snapshot);
    }
    m_inspector->setStage(StageId{1});
    m_inspector->setFigures(m_snapshot, m_rates);
    QVERIFY(says(QStringLiteral("numbers waits for demand")));
}

void TestInspector::isWideEnoughForAllItShows()
{
    m_snapshot.stages[1].figures.osThread = 1'234'567;
    m_inspector->setStage(StageId{2});
    m_inspector->setFigures(m_snapshot, m_rates);
    m_inspector->resize(m_inspector->minimumSizeHint());
    // Nothing can be scrolled sideways, so nothing may be wider than what is seen.
    QTRY_COMPARE_LE(m_inspector->widget()->width(), m_inspector->viewport()->width());
    QCOMPARE_LE(m_inspector->widget()->minimumSizeHint().width(), m_inspector->viewport()->width());
}

void TestInspector::stepsTheWorkTimeByRatios()
{
    auto *number = m_inspector->findChild<QDoubleSpinBox *>();
    QVERIFY(number);
    number->setValue(400);
    for (const double longer : {500, 1000, 2000}) {
        number->stepUp();
        QCOMPARE(number->value(), longer);
    }
    number->setValue(0.3);
    for (const double shorter : {0.2, 0.1, 0.05}) {
        number->stepDown();
        QCOMPARE(number->value(), shorter);
    }
    number->setValue(0.001);
    number->stepDown();
    QCOMPARE(number->value(), 0.0);
    number->stepUp();
    QCOMPARE(number->value(), 1.0);
}

SLUICE_TEST(TestInspector)

} // namespace tst_inspector

#include "tst_inspector.moc"
