// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinefile.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/stageitem.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/demandeditor.h"
#include "ui/panels/inspector.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/speedcontrol.h"
#include "ui/panels/statusline.h"
#include "ui/panels/worktimeeditor.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <set>

namespace tst_mainwindow {

using namespace sluice;
using namespace sluice::ui;

namespace {

const auto evens = [] { return QStringLiteral("evens"); };
const auto printer = [] { return QStringLiteral("printer"); };
const auto printer2 = [] { return QStringLiteral("printer2"); };

QToolButton *buttonIn(MessageBar &bar, const QString &text)
{
    for (QToolButton *button : bar.findChildren<QToolButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

// Widgets on real threads: waits are for what the pipeline does, and end on a counted condition.
class TestMainWindow : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void opensRunningTheEvenNumbers();
    void addsAConsumerToTheSelectedStageWithInsert();
    void removesTheSelectedConsumerWithDelete();
    void offersToUndoARemoval();
    void undoesAndRedoesWhileItRuns();
    void setsThePaceOfAllConsumers();
    void keepsSpeedAndInspectorInStep();
    void changesTheDemandOfTheSelectedStage();
    void changesAllSelectedStagesInOneStep();
    void showsTheConsumerOfTheSelectedSubscription();
    void pausesAndGoesOn();
    void removesWhilePaused();
    void stopsAndBeginsAnew();
    void livesWithoutAnyConsumer();
    void addsTwoHundredConsumersWhileItRuns();
    void saysWhatIsWrongWithAFileAndGoesOn();
    void opensADroppedFile();
    void asksBeforeItLosesChanges();
    void closesAtFullSpeedWithinTwoSeconds();
    void tellsEveryActionAndItsKeys();
    void namesEveryControl();
};

void TestMainWindow::opensRunningTheEvenNumbers()
{
    WindowUnderTest window;
    QVERIFY(window->windowTitle().contains(QStringLiteral("Even numbers")));
    QCOMPARE_EQ(window.snapshot().runState, RunState::Running);
    QTRY_VERIFY(window.snapshot().received > 0);
    QTRY_VERIFY(window->findChild<StatusLine *>()->text().contains(QStringLiteral("R running")));
}

void TestMainWindow::addsAConsumerToTheSelectedStageWithInsert()
{
    WindowUnderTest window(fullSpeed());
    QVERIFY(window.select(evens()));
    QTest::keyClick(&*window, Qt::Key_Insert);
    QVERIFY(window->document().stage(printer2()));
    QCOMPARE(window->document().subscription(evens(), printer2())->from, evens());
    const StageId id = window->document().stageId(printer2());
    QTRY_VERIFY(window.snapshot().stage(id)->figures.handled > 0);
    QVERIFY(window->isWindowModified());
    // So that Delete takes it back.
    QTRY_COMPARE(window->graph().selectedStages(), QList<StageId>{id});
}

void TestMainWindow::removesTheSelectedConsumerWithDelete()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::AddConsumer)->trigger();
    QVERIFY(window.select(printer2()));
    QTest::keyClick(&*window, Qt::Key_Delete);
    QVERIFY(!window->document().stage(printer2()));
    QTRY_COMPARE_EQ(window.snapshot().stages.size(), std::size_t{3});
    QTRY_VERIFY(window->messageBar().text().contains(QStringLiteral("Removed printer2")));
    QVERIFY(window->messageBar().text().contains(QStringLiteral("demand withdrawn")));

    // Who subscribes permanently leaves with its producer, and comes back with it.
    QVERIFY(window.select(evens()));
    QTest::keyClick(&*window, Qt::Key_Delete);
    QTRY_COMPARE_EQ(window.snapshot().stages.size(), std::size_t{1});
    QTRY_VERIFY(window->messageBar().text().contains(QStringLiteral("printer left too")));
    window->document().undoStack().undo();
    const StageId id = window->document().stageId(printer());
    QTRY_VERIFY(window.snapshot().stage(id)->figures.handled > 0);
}

void TestMainWindow::offersToUndoARemoval()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::RemoveConsumer)->trigger();
    QTRY_VERIFY(buttonIn(window->messageBar(), QStringLiteral("Undo")));
    buttonIn(window->messageBar(), QStringLiteral("Undo"))->click();
    QVERIFY(window->document().stage(printer()));
    QVERIFY(window->messageBar().isHidden());

    window->action(Act::RemoveConsumer)->trigger();
    QTRY_VERIFY(buttonIn(window->messageBar(), QStringLiteral("Undo")));
    window->action(Act::AddConsumer)->trigger();
    QVERIFY(!buttonIn(window->messageBar(), QStringLiteral("Undo"))); // would undo something else
}

void TestMainWindow::undoesAndRedoesWhileItRuns()
{
    WindowUnderTest window(fullSpeed());
    QTest::keyClick(&*window, Qt::Key_Insert);
    const StageId id = window->document().stageId(printer2());
    QTRY_VERIFY(window.snapshot().stage(id)->figures.handled > 0);
    QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!window->document().stage(printer2()));
    QVERIFY(!window->isWindowModified());
    QTRY_VERIFY(window->messageBar().text().contains(QStringLiteral("stay received")));
    QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->document().stage(printer2()));
    QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&*window, Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(window->document().stage(printer2()));
}

void TestMainWindow::setsThePaceOfAllConsumers()
{
    WindowUnderTest window;
    auto *speed = window->findChild<SpeedControl *>();
    QCOMPARE(speed->text(), QStringLiteral("400 ms per number"));
    window->action(Act::AddConsumer)->trigger();
    speed->slider()->setValue(speed->slider()->maximum());
    QCOMPARE(speed->text(), QStringLiteral("as fast as it goes"));
    QCOMPARE_EQ(window->document().pace()->second.count(), 0);
    QTRY_VERIFY(window.snapshot().received > 10'000);
    speed->slider()->setValue(0);
    QCOMPARE(speed->text(), QStringLiteral("1 s per number"));
    QTest::keyClick(&*window, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(speed->text(), QStringLiteral("500 ms per number"));
    QTest::keyClick(&*window, Qt::Key_BracketLeft);
    QCOMPARE(speed->text(), QStringLiteral("1 s per number"));
}

void TestMainWindow::keepsSpeedAndInspectorInStep()
{
    WindowUnderTest window;
    auto *speed = window->findChild<SpeedControl *>();
    auto *editor = window->findChild<Inspector *>()->workTimeEditor();
    QVERIFY(window.select(printer()));
    QCOMPARE_EQ(editor->workTime().count(), 400'000'000);
    speed->slider()->setValue(0);
    QCOMPARE_EQ(editor->workTime().count(), 1'000'000'000);
    editor->number()->setValue(2);
    QCOMPARE(speed->text(), QStringLiteral("2 s per number"));
    window->document().undoStack().undo();
    QCOMPARE(speed->text(), QStringLiteral("1 s per number"));
    QCOMPARE_EQ(editor->workTime().count(), 1'000'000'000);
}

void TestMainWindow::changesTheDemandOfTheSelectedStage()
{
    WindowUnderTest window;
    auto *inspector = window->findChild<Inspector *>();
    QVERIFY(window.select(printer()));
    QCOMPARE_EQ(inspector->demandEditors().size(), std::size_t{1});
    QSpinBox *maximum = inspector->demandEditors()[0]->maximum();
    QSpinBox *minimum = inspector->demandEditors()[0]->minimum();
    QCOMPARE_EQ(maximum->value(), 10);
    maximum->setFocus();
    maximum->selectAll();
    QTest::keyClicks(maximum, QStringLiteral("4"));
    QCOMPARE_EQ(window->document().subscription(evens(), printer())->options.maxDemand, 10);
    QTest::keyClick(maximum, Qt::Key_Return);
    const SubscriptionDescription *subscription =
        window->document().subscription(evens(), printer());
    QCOMPARE_EQ(subscription->options.maxDemand, 4);
    QCOMPARE_EQ(subscription->options.minimum(), 3); // the minimum had to make room
    QCOMPARE_EQ(minimum->maximum(), 3);
    window->document().undoStack().undo();
    QCOMPARE_EQ(maximum->value(), 10);
    QCOMPARE_EQ(minimum->value(), 5);
}

void TestMainWindow::changesAllSelectedStagesInOneStep()
{
    WindowUnderTest window;
    window->action(Act::AddConsumer)->trigger();
    QVERIFY(window.select(printer()));
    const StageId other = window->document().stageId(printer2());
    for (QGraphicsItem *item : window->graph().scene()->items()) {
        if (auto *stage = dynamic_cast<StageItem *>(item); stage && stage->id() == other)
            stage->setSelected(true);
    }
    QCOMPARE(window->graph().selectedStages().size(), 2);
    auto *inspector = window->findChild<Inspector *>();
    const QByteArray before = pipelineText(window->document().description());
    const int step = window->document().undoStack().index();
    inspector->demandEditors()[0]->maximum()->setValue(4);
    inspector->workTimeEditor()->number()->setValue(7);
    QCOMPARE(window->document().undoStack().index(), step + 2);
    for (const QString &name : {printer(), printer2()}) {
        QCOMPARE_EQ(window->document().subscription(evens(), name)->options.maxDemand, 4);
        QCOMPARE_EQ(window->document().stage(name)->run.workTime.count(), 7'000'000);
    }
    QCOMPARE_EQ(
        window->document().subscription(QStringLiteral("numbers"), evens())->options.maxDemand, 10);
    window->document().undoStack().undo();
    window->document().undoStack().undo();
    QCOMPARE(pipelineText(window->document().description()), before);

    // One that is pinned and not selected changes alone.
    inspector->setStage(window->document().stageId(printer()));
    inspector->setPinned(true);
    QVERIFY(window.select(printer2()));
    inspector->workTimeEditor()->number()->setValue(9);
    QCOMPARE_EQ(window->document().stage(printer())->run.workTime.count(), 9'000'000);
    QCOMPARE_EQ(window->document().stage(printer2())->run.workTime.count(), 400'000'000);
}

void TestMainWindow::showsTheConsumerOfTheSelectedSubscription()
{
    WindowUnderTest window;
    auto *inspector = window->findChild<Inspector *>();
    QVERIFY(window.select(printer()));
    window->graph().setFocus();
    QTest::keyClick(&window->graph(), Qt::Key_Tab);
    QVERIFY(window->graph().selectedEnds());
    QCOMPARE(inspector->stage(), window->graph().selectedEnds()->second);
    QCOMPARE(inspector->stage(), window->document().stageId(evens()));
}

void TestMainWindow::pausesAndGoesOn()
{
    WindowUnderTest window(fullSpeed());
    QTest::keyClick(&*window, Qt::Key_F6);
    QCOMPARE_EQ(window.snapshot().runState, RunState::Paused);
    QVERIFY(!window->action(Act::Pause)->isEnabled());
    QVERIFY(window->action(Act::Run)->isEnabled());
    QTest::keyClick(&*window, Qt::Key_F5);
    QCOMPARE_EQ(window.snapshot().runState, RunState::Running);
    const EventCount received = window.snapshot().received;
    QTRY_VERIFY(window.snapshot().received > received);
}

void TestMainWindow::removesWhilePaused()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::Pause)->trigger();
    window->action(Act::RemoveConsumer)->trigger();
    QVERIFY(!window->document().stage(printer()));
    QVERIFY(window->messageBar().text().contains(QStringLiteral("when the pipeline goes on")));
    window->action(Act::Run)->trigger();
    QTRY_VERIFY(window->messageBar().text().contains(QStringLiteral("Removed printer")));
}

void TestMainWindow::stopsAndBeginsAnew()
{
    WindowUnderTest window(fullSpeed());
    QTRY_VERIFY(window.snapshot().received > 0);
    window->action(Act::Stop)->trigger();
    QTRY_COMPARE_EQ(window.snapshot().runState, RunState::Stopped);
    QVERIFY(!window->action(Act::Stop)->isEnabled());
    window->action(Act::Run)->trigger();
    QTRY_VERIFY(window.snapshot().received > 0);
    QCOMPARE_EQ(window.snapshot().runState, RunState::Running);
}

void TestMainWindow::livesWithoutAnyConsumer()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::RemoveConsumer)->trigger();
    QTRY_COMPARE_EQ(window.snapshot().stages.size(), std::size_t{2});
    QVERIFY(!window->action(Act::RemoveConsumer)->isEnabled());
    QCOMPARE(window->findChild<SpeedControl *>()->text(), QStringLiteral("no consumers"));
    window->action(Act::AddConsumer)->trigger();
    const StageId id = window->document().stageId(printer());
    QTRY_VERIFY(window.snapshot().stage(id)->figures.handled > 0);
}

void TestMainWindow::addsTwoHundredConsumersWhileItRuns()
{
    WindowUnderTest window(fullSpeed());
    for (int i = 0; i < 200; ++i)
        window->action(Act::AddConsumer)->trigger();
    QCOMPARE_EQ(window.snapshot().stages.size(), std::size_t{203});
    const StageId last = window->document().stageId(QStringLiteral("printer201"));
    QTRY_VERIFY_WITH_TIMEOUT(window.snapshot().stage(last)->figures.handled > 0, 20'000);
    QElapsedTimer timer;
    timer.start();
    window.destroy();
    QCOMPARE_LT(timer.elapsed(), 2000);
}

void TestMainWindow::saysWhatIsWrongWithAFileAndGoesOn()
{
    WindowUnderTest window(fullSpeed());
    const QString path = window.path(QStringLiteral("bad.sluice"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\n  \"sluice\": 1,\n  \"stages\": [\n    { \"id\": \"a\", \"kind\": \"none\" }\n  ]\n}");
    file.close();
    QVERIFY(!window->openFile(path));
    const QString text = window->messageBar().text();
    QVERIFY(window->messageBar().isError());
    QVERIFY(window->messageBar().isVisible());
    for (const QString &part : {path, QStringLiteral("line 4"), QStringLiteral("/stages/0/kind"),
                                QStringLiteral("none"), QStringLiteral("counter")})
        QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE_EQ(window.snapshot().runState, RunState::Running);
    const EventCount received = window.snapshot().received;
    QTRY_VERIFY(window.snapshot().received > received);

    QVERIFY(!window->openFile(window.path(QStringLiteral("missing.sluice"))));
    QVERIFY(window->messageBar().text().contains(QStringLiteral("missing.sluice")));
    QVERIFY(window->openFile(fullSpeed()));
    QVERIFY(!window->messageBar().isVisible());
}

void TestMainWindow::opensADroppedFile()
{
    WindowUnderTest window;
    const QString path = window.path(QStringLiteral("mine.sluice"));
    QVERIFY(!window->document().save(path));
    QVERIFY(window->openFile(fullSpeed()));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&*window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&*window, &drop);
    QCOMPARE(window->document().filePath(), path);
}

void TestMainWindow::asksBeforeItLosesChanges()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::AddConsumer)->trigger();
    QVERIFY(!window->close());
    auto *question = window->findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE_EQ(window.snapshot().runState, RunState::Running);
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(window->isVisible());
    QTRY_VERIFY(!window->findChild<QMessageBox *>());
    QVERIFY(!window->close());
    window->findChild<QMessageBox *>()->button(QMessageBox::Discard)->click();
    QVERIFY(!window->isVisible());
}

void TestMainWindow::closesAtFullSpeedWithinTwoSeconds()
{
    WindowUnderTest window(fullSpeed());
    QTRY_VERIFY(window.snapshot().received > 0);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(window->close());
    window.destroy();
    QCOMPARE_LT(timer.elapsed(), 2000);
}

void TestMainWindow::tellsEveryActionAndItsKeys()
{
    WindowUnderTest window;
    std::set<QString> keys;
    int count = 0;
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (action->isSeparator() || action->objectName().isEmpty())
            continue;
        ++count;
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(keys.insert(key.toString()).second,
                     qPrintable(action->text() + u": " + key.toString()));
    }
    QCOMPARE_GE(count, static_cast<int>(actCount) + 2);
    for (const char *key : {"Ctrl+O", "Ctrl+S", "Ctrl+Z", "Ins", "Del", "F5", "F6", "Shift+F5"})
        QVERIFY2(keys.contains(QLatin1String(key)), key);
}

void TestMainWindow::namesEveryControl()
{
    WindowUnderTest window;
    QVERIFY(window.select(printer()));
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractSlider *>(widget);
        const bool isQts = widget->objectName().startsWith(QStringLiteral("qt_"))
            || widget->inherits("QScrollBar") || widget->parent()->inherits("QComboBox");
        if (!isControl || isQts || !widget->isVisible())
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString who = QString::fromLatin1(widget->metaObject()->className()) + u' '
            + widget->objectName() + u" in "
            + QString::fromLatin1(widget->parent()->metaObject()->className());
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qPrintable(who));
    }
}

SLUICE_TEST(TestMainWindow)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
