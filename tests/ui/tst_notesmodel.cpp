// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/models/notesmodel.h"
#include "ui/panels/notespanel.h"
#include "ui/panels/statusline.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

namespace tst_notesmodel {

using namespace sluice;
using namespace sluice::ui;

namespace {

StageNote discarded(EventCount count)
{
    return {.kind = StageNote::Kind::Discarded, .count = count};
}

Snapshot namedFan()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.ranNs = 48 * test::secondNs;
    snapshot.stages[0].name = QStringLiteral("numbers");
    snapshot.stages[2].name = QStringLiteral("printer");
    return snapshot;
}

QString textAt(const NotesModel &model, int row, NotesModel::Column column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestNotesModel : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpNotesOfOneKind();
    void keepsKindsStagesAndSubscriptionsApart();
    void namesTheOtherEnd();
    void countsRestarts();
    void saysThatTheSupervisorGaveUp();
    void neverLosesANoteWithoutItsNumber();
    void listensToThePipeline();
    void theStatusLineCountsNotesAndRestarts();

protected:
    void prepare() override
    {
        m_model = std::make_unique<NotesModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

private:
    std::unique_ptr<NotesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestNotesModel::addsUpNotesOfOneKind()
{
    m_model->add({1}, discarded(3));
    m_model->add({1}, discarded(4));
    m_model->refresh(namedFan());
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(textAt(*m_model, 0, NotesModel::TimesColumn), QStringLiteral("2"));
    QVERIFY(textAt(*m_model, 0, NotesModel::TextColumn).contains(QStringLiteral("discarded 7 ")));
    QCOMPARE(textAt(*m_model, 0, NotesModel::StageColumn), QStringLiteral("numbers"));
    QCOMPARE(textAt(*m_model, 0, NotesModel::TimeColumn), QStringLiteral("00:48"));

    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->add({1}, discarded(5));
    m_model->refresh(namedFan());
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(textAt(*m_model, 0, NotesModel::TimesColumn), QStringLiteral("3"));
    QVERIFY(textAt(*m_model, 0, NotesModel::TextColumn).contains(QStringLiteral("discarded 12 ")));
    QCOMPARE(m_model->total(), std::int64_t{3});
}

void TestNotesModel::keepsKindsStagesAndSubscriptionsApart()
{
    m_model->add({1}, discarded(1));
    m_model->add({2}, discarded(1));
    m_model->add({3}, {.kind = StageNote::Kind::Excess, .subscription = {1}, .count = 1});
    m_model->add({3}, {.kind = StageNote::Kind::Excess, .subscription = {2}, .count = 1});
    m_model->refresh(namedFan());
    QCOMPARE(m_model->rowCount(), 4);
}

void TestNotesModel::namesTheOtherEnd()
{
    const Snapshot snapshot = namedFan();
    m_model->add({1}, {.kind = StageNote::Kind::Refused, .subscription = {1}, .text = "no room"});
    m_model->refresh(snapshot);
    QVERIFY(textAt(*m_model, 0, NotesModel::TextColumn).endsWith(QStringLiteral("no room")));
    QVERIFY(textAt(*m_model, 0, NotesModel::TextColumn).contains(snapshot.stages[1].name));
    QVERIFY(m_model->newest().startsWith(QStringLiteral("numbers ")));
}

void TestNotesModel::countsRestarts()
{
    m_model->addRestart({3}, 1);
    m_model->addRestart({3}, 2);
    m_model->refresh(namedFan());
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(textAt(*m_model, 0, NotesModel::TimesColumn), QStringLiteral("2"));
    QVERIFY(textAt(*m_model, 0, NotesModel::TextColumn).contains(QStringLiteral("2 time")));
}

void TestNotesModel::saysThatTheSupervisorGaveUp()
{
    m_model->addEnd(
        {{3}, QStringLiteral("printer"), 4, std::chrono::seconds(5), QStringLiteral("too much")});
    m_model->refresh(namedFan());
    const QString text = textAt(*m_model, 0, NotesModel::TextColumn);
    for (const char *part : {"gave up", "printer", "4", "5 s", "too much"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void TestNotesModel::neverLosesANoteWithoutItsNumber()
{
    const int rows = NotesModel::mostRows + 7;
    for (int i = 1; i <= rows; ++i) {
        m_model->add({static_cast<std::uint64_t>(i)},
                     {.kind = StageNote::Kind::Discarded, .times = 2, .count = 1});
    }
    m_model->refresh(namedFan());
    QCOMPARE(m_model->rowCount(), NotesModel::mostRows + 0);
    QCOMPARE(m_model->dropped(), std::int64_t{14});
    QCOMPARE(m_model->total(), std::int64_t{2 * rows});
}

void TestNotesModel::listensToThePipeline()
{
    Pipeline pipeline;
    NotesPanel panel;
    panel.setPipeline(&pipeline);
    const QSignalSpy changes(&panel, &NotesPanel::changed);
    Q_EMIT pipeline.stageNoted({1}, discarded(3));
    Q_EMIT pipeline.restarted({3}, 1);
    Q_EMIT pipeline.gaveUp({});
    panel.refresh(namedFan());
    QCOMPARE(changes.count(), 1);
    QCOMPARE(panel.notes().rowCount(), 3);
    panel.setPipeline(nullptr);
    Q_EMIT pipeline.stageNoted({1}, discarded(3));
    panel.refresh(namedFan());
    QCOMPARE(panel.notes().total(), std::int64_t{0});
}

void TestNotesModel::theStatusLineCountsNotesAndRestarts()
{
    StatusLine line;
    auto *button = line.findChild<QToolButton *>();
    QVERIFY(button->isHidden());
    line.setNotes(1'204, QStringLiteral("printer was started anew"));
    QVERIFY(!button->isHidden());
    QVERIFY(button->text().contains(QStringLiteral("1,204")));
    QCOMPARE(button->toolTip(), QStringLiteral("printer was started anew"));
    const QSignalSpy wanted(&line, &StatusLine::notesWanted);
    button->click();
    QCOMPARE(wanted.count(), 1);
}

SLUICE_TEST(TestNotesModel)

} // namespace tst_notesmodel

#include "tst_notesmodel.moc"
