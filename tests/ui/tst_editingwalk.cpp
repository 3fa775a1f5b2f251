// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "app/runcheck.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/commands/stagechoice.h"
#include "ui/commands/stageclipboard.h"
#include "ui/models/pipelinedocument.h"

#include <QFile>
#include <QSignalSpy>

#include <chrono>

namespace tst_editingwalk {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr std::size_t mostStages = 24;

/// What somebody in a hurry does to a pipeline that runs.
class Editor
{
public:
    Editor(PipelineDocument &document, test::Random &random)
        : m_document(document)
        , m_random(random)
    {
    }

    void edit()
    {
        const bool isFull = m_document.description().stages.size() >= mostStages;
        switch (m_random.below(isFull ? 8 : 12)) {
        case 0:
            m_document.undoStack().undo();
            return;
        case 1:
            m_document.undoStack().redo();
            return;
        case 2:
            changeDemand();
            return;
        case 3:
            remove();
            return;
        case 4:
            connectStages();
            return;
        case 5:
            disconnectStages();
            return;
        case 6:
            changeWorkTime();
            return;
        case 7:
            changePlacement();
            return;
        case 8:
            duplicate();
            return;
        default:
            add();
        }
    }

private:
    [[nodiscard]] std::size_t pick(std::size_t count)
    {
        return static_cast<std::size_t>(m_random.below(count));
    }

    [[nodiscard]] QStringList anyStage()
    {
        const auto &stages = m_document.description().stages;
        return stages.empty() ? QStringList() : QStringList{stages[pick(stages.size())].id};
    }

    void changeDemand()
    {
        const auto &subscriptions = m_document.description().subscriptions;
        if (subscriptions.empty())
            return;
        const SubscriptionDescription chosen = subscriptions[pick(subscriptions.size())];
        const EventCount maximum = m_random.between(1, 1000);
        m_document.undoStack().push(new SetDemand(m_document, chosen.from, chosen.to,
                                                  {maximum, m_random.between(0, maximum - 1)}));
    }

    void changeWorkTime()
    {
        if (const QStringList names = anyStage(); !names.isEmpty())
            m_document.undoStack().push(new SetWorkTime(
                m_document, names[0], std::chrono::microseconds(m_random.between(0, 50))));
    }

    void changePlacement()
    {
        const bool isShared = m_document.description().placement.kind == Placement::Kind::Shared;
        m_document.undoStack().push(new SetPlacement(
            m_document, {isShared ? Placement::Kind::Dedicated : Placement::Kind::Shared, 0}));
    }

    void remove()
    {
        if (const QStringList names = anyStage(); !names.isEmpty())
            m_document.undoStack().push(new RemoveStages(m_document, names));
    }

    void connectStages()
    {
        const QStringList from = anyStage();
        const QStringList to = anyStage();
        if (from.isEmpty() || m_document.subscription(from[0], to[0]))
            return;
        const auto wanted = newSubscription(m_document.description(), from[0], to[0], {});
        if (wanted && m_document.tryConnect(*wanted) == PipelineError::None)
            m_document.undoStack().push(new ConnectStages(m_document, *wanted));
    }

    void disconnectStages()
    {
        const auto &subscriptions = m_document.description().subscriptions;
        if (subscriptions.empty())
            return;
        const SubscriptionDescription chosen = subscriptions[pick(subscriptions.size())];
        m_document.undoStack().push(new DisconnectStages(m_document, chosen.from, chosen.to));
    }

    void duplicate()
    {
        for (StagePart &part : duplicateStages(m_document.description(), anyStage()))
            m_document.undoStack().push(new AddStage(m_document, std::move(part)));
    }

    void add()
    {
        static const QStringList kinds{QStringLiteral("counter"), QStringLiteral("filter"),
                                       QStringLiteral("print"), QStringLiteral("print")};
        const NewStage wanted{kinds[static_cast<qsizetype>(pick(4))], {}, {}, {}};
        m_document.undoStack().push(
            new AddStage(m_document, newStage(m_document.description(), wanted, anyStage())));
    }

    PipelineDocument &m_document;
    test::Random &m_random;
};

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void undoAll(PipelineDocument &document)
{
    while (document.undoStack().canUndo())
        document.undoStack().undo();
}

} // namespace

// The window on real threads; waits end on counted conditions.
class TestEditingWalk : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void undoingEverythingLeavesTheSameFileAndLosesNoEvent();
};

void TestEditingWalk::undoingEverythingLeavesTheSameFileAndLosesNoEvent()
{
    test::Random random = test::seededRandom();
    WindowUnderTest window(fullSpeed());
    PipelineDocument &document = window->document();
    const QString path = window.path(QStringLiteral("walk.sluice"));
    QVERIFY(!document.save(path));
    const QByteArray before = contentsOf(path);
    const EventCount receivedBefore = window.snapshot().received;
    QSignalSpy changed(&document, &PipelineDocument::changed);
    Editor editor(document, random);
    for (int edits = 0; edits < 500;) {
        editor.edit();
        edits += changed.isEmpty() ? 0 : 1; // there may have been nothing to undo or to connect
        changed.clear();
        // Stages come and go while events are under way, not only between two looks.
        if (edits % 10 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE_GT(window.snapshot().received, receivedBefore);
    const QByteArray walked = pipelineText(document.description());
    const int depth = document.undoStack().index();
    QCOMPARE_GT(depth, 0);

    undoAll(document);
    QVERIFY(!window->isWindowModified());
    QVERIFY(!document.save(path));
    QCOMPARE(contentsOf(path), before);

    // And forth and back once more, over stages that are others by now.
    while (document.undoStack().index() < depth)
        document.undoStack().redo();
    QCOMPARE(pipelineText(document.description()), walked);
    undoAll(document);
    QVERIFY(!document.save(path));
    QCOMPARE(contentsOf(path), before);

    // All that were removed settle, and what there is goes on.
    const StageId printer = document.stageId(QStringLiteral("printer"));
    QTRY_COMPARE_EQ_WITH_TIMEOUT(window.snapshot().stages.size(), std::size_t{3}, 20'000);
    QTRY_COMPARE_EQ(window.snapshot().subscriptions.size(), std::size_t{2});
    const EventCount handled = window.snapshot().stage(printer)->figures.handled;
    QTRY_VERIFY(window.snapshot().stage(printer)->figures.handled > handled);

    window->action(Act::Stop)->trigger();
    QTRY_COMPARE_EQ(window.snapshot().runState, RunState::Stopped);
    QCOMPARE(app::conservationProblem(window.snapshot()), std::nullopt);
}

SLUICE_TEST(TestEditingWalk)

} // namespace tst_editingwalk

#include "tst_editingwalk.moc"
