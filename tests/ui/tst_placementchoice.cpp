// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipelinefile.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/mainwindow.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/messagebar.h"

#include <set>

namespace tst_placementchoice {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// The threads of the operating system that the stages run on.
std::set<std::uint64_t> threadsOf(const Snapshot &snapshot)
{
    std::set<std::uint64_t> threads;
    for (const StageSnapshot &stage : snapshot.stages)
        threads.insert(stage.figures.osThread);
    return threads;
}

bool allReceive(const Snapshot &snapshot)
{
    return snapshot.received > 0 && !threadsOf(snapshot).contains(0);
}

} // namespace

/// Which threads stages run on, chosen in the window.
class TestPlacementChoice : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheThreadsAtTheNextStart();
    void isUndoneAndSaved();
    void showsWhatTheFileSays();
};

void TestPlacementChoice::changesTheThreadsAtTheNextStart()
{
    WindowUnderTest window(fullSpeed());
    QTRY_VERIFY(allReceive(window.snapshot()));
    QCOMPARE_EQ(threadsOf(window.snapshot()).size(), std::size_t{3});
    window->action(Act::SharedThreads)->trigger();
    QVERIFY(window->messageBar().text().contains(QStringLiteral("next start")));
    QCOMPARE_EQ(threadsOf(window.snapshot()).size(), std::size_t{3});
    window->action(Act::Stop)->trigger();
    QTRY_COMPARE_EQ(window.snapshot().runState, RunState::Stopped);
    window->document().setPlacement({Placement::Kind::Shared, 1}); // whatever machine this is
    window->action(Act::Run)->trigger();
    QTRY_VERIFY(allReceive(window.snapshot()));
    QCOMPARE_EQ(threadsOf(window.snapshot()).size(), std::size_t{1});
}

void TestPlacementChoice::isUndoneAndSaved()
{
    WindowUnderTest window(fullSpeed());
    const QByteArray before = pipelineText(window->document().description());
    window->action(Act::SharedThreads)->trigger();
    QVERIFY(window->isWindowModified());
    QVERIFY(pipelineText(window->document().description()).contains("\"threads\": \"shared\""));
    window->document().undoStack().undo();
    QCOMPARE(pipelineText(window->document().description()), before);
    QVERIFY(window->action(Act::OwnThreads)->isChecked());
    window->action(Act::OwnThreads)->trigger(); // what it is already
    QVERIFY(!window->isWindowModified());
}

void TestPlacementChoice::showsWhatTheFileSays()
{
    WindowUnderTest window(fullSpeed());
    QVERIFY(window->action(Act::OwnThreads)->isChecked());
    window->document().setPlacement({Placement::Kind::Shared, 3});
    QVERIFY(window->action(Act::SharedThreads)->isChecked());
    window->action(Act::SharedThreads)->trigger();
    QCOMPARE_EQ(window->document().description().placement.threads, 3);
}

SLUICE_TEST(TestPlacementChoice)

} // namespace tst_placementchoice

#include "tst_placementchoice.moc"
