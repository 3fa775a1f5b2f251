// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/inspector.h"
#include "ui/panels/stagewords.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>
#include <string>

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
    void saysWhatEventsTake();
    void asksForOneAnswerAtATime();
    void showsWhatAStageAnswers();
    void saysThatThereIsNoAnswer();
    void asksAnewAfterARestart();
    void endsTheExaminationWithTheLook();
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

    void look(std::int64_t atNs)
    {
        m_snapshot.takenNs = atNs;
        m_inspector->setFigures(m_snapshot, m_rates);
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

void TestInspector::saysWhatEventsTake()
{
    Examination found;
    found.measuredSinceNs = 1'000'000'000;
    found.takenNs = 13'300'000'000;
    QCOMPARE(measuredWords(found), QStringLiteral("no event in 12.3 s"));
    found.time = {.events = 1204,
                  .shortestNs = 0,
                  .medianNs = 2'000'000,
                  .most99Ns = 2'100'000,
                  .longestNs = 4'000'000};
    QCOMPARE(measuredWords(found),
             QStringLiteral("under 1 ns to 4 ms, median 2 ms, 99 % within 2.1 ms; "
                            "1,204 measured in 12.3 s"));
    QCOMPARE(eventsWords({}), QStringLiteral("–"));
    QCOMPARE(eventsWords({"2", "4"}), QStringLiteral("2, 4"));
    const std::string longText(100, 'x');
    QCOMPARE(eventsWords({"a\tline", longText}),
             QStringLiteral("a line\n%1…").arg(QString(59, u'x')));
}

void TestInspector::asksForOneAnswerAtATime()
{
    QSignalSpy wanted(m_inspector.get(), &Inspector::examinationWanted);
    m_inspector->setStage(StageId{2});
    look(48'000'000'000);
    look(49'000'000'000);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<StageId>(), StageId{2});
    m_inspector->setExamination(StageId{2}, {});
    look(49'100'000'000);
    QCOMPARE(wanted.size(), 2);
    m_inspector->setExamination(StageId{2}, {});
    look(49'300'000'000); // twice a second at most
    QCOMPARE(wanted.size(), 2);
    look(49'600'000'000);
    QCOMPARE(wanted.size(), 3);
}

void TestInspector::showsWhatAStageAnswers()
{
    m_inspector->setStage(StageId{1});
    look(48'000'000'000);
    Examination found{.ranNs = 12'004'000'000, .time = {}, .buffer = {}, .inbound = {}};
    found.buffer = {.count = 500, .oldest = {"10", "12"}, .newest = {"1006", "1008"}};
    m_inspector->setExamination(StageId{2}, found); // not the one that is shown
    QVERIFY(!says(QStringLiteral("10, 12")));
    m_inspector->setExamination(StageId{1}, found);
    QVERIFY(says(QStringLiteral("10, 12")));
    QVERIFY(says(QStringLiteral("1006, 1008")));
    QVERIFY(says(QStringLiteral("As it was at 12.004 s; it may have moved on.")));
    QVERIFY(!says(QStringLiteral("Oldest not handled"))); // a producer receives nothing
    m_inspector->setStage(StageId{2});
    QVERIFY(!says(QStringLiteral("10, 12")));
    QVERIFY(!says(QStringLiteral("12.004")));
}

void TestInspector::saysThatThereIsNoAnswer()
{
    m_inspector->setStage(StageId{2});
    look(48'000'000'000);
    look(48'900'000'000);
    QVERIFY(!says(QStringLiteral("No answer")));
    look(51'200'000'000);
    QVERIFY(says(QStringLiteral("No answer for 3 s: the stage is inside a message.")));
    m_inspector->setExamination(StageId{2}, {});
    QVERIFY(!says(QStringLiteral("No answer")));
}

void TestInspector::asksAnewAfterARestart()
{
    QSignalSpy wanted(m_inspector.get(), &Inspector::examinationWanted);
    m_inspector->setStage(StageId{2});
    look(48'000'000'000);
    m_snapshot.stages[1].restarts = 1; // what was asked of its life before has no answer
    look(48'100'000'000);
    QCOMPARE(wanted.size(), 2);
    m_snapshot.stages[1].figures.state = StageState::Crashed;
    look(49'000'000'000);
    QCOMPARE(wanted.size(), 2);
}

void TestInspector::endsTheExaminationWithTheLook()
{
    QSignalSpy unwanted(m_inspector.get(), &Inspector::examinationUnwanted);
    m_inspector->setStage(StageId{2});
    look(48'000'000'000);
    m_inspector->setStage(StageId{1});
    QCOMPARE(unwanted.size(), 1);
    QCOMPARE(unwanted[0][0].value<StageId>(), StageId{2});
    m_inspector->hide();
    QCOMPARE(unwanted.size(), 2);
    QSignalSpy wanted(m_inspector.get(), &Inspector::examinationWanted);
    m_inspector->show();
    look(49'000'000'000);
    QCOMPARE(wanted.size(), 1);
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
