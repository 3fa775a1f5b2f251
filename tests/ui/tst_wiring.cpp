// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/actions/editing.h"
#include "ui/canvas/graphscene.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/wiretool.h"
#include "ui/panels/stagepalette.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QDropEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyle>
#include <QTreeWidgetItemIterator>

#include <memory>

namespace tst_wiring {

using namespace sluice;
using namespace sluice::ui;

class TestWiring : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatEmitsHasAHandle();
    void aWireGoesFromTheHandleToAStage();
    void aClickOnTheHandleDrawsNothing();
    void aWireOnTheGroundAsksForAConsumer();
    void aWireBackToItsStageIsNone();
    void keysDrawAWire();
    void escapeEndsAWire();
    void aConsumerBeginsNoWire();
    void refusalsAreSaidInWords();
    void thePaletteHasEveryKind();
    void theDescriptionsOfKindsHaveRoom();
    void aKindIsDroppedOnAStageOrOnTheGround();
    void enterAddsAKind();
    void stagesAndSubscriptionsAreAccessibleChildren();
    void accessibleChildrenTakeTheFocus();

protected:
    void prepare() override
    {
        m_rates.reset();
        m_view = std::make_unique<GraphView>();
        m_view->resize(1000, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get())); // mouse events need a window
        m_view->setFocus();
        const Snapshot snapshot = test::fanOf(2);
        m_rates.update(snapshot);
        m_view->setSnapshot(snapshot, m_rates);
    }

private:
    [[nodiscard]] GraphScene &scene() const { return *qobject_cast<GraphScene *>(m_view->scene()); }

    [[nodiscard]] QPointF handle(StageId stage) const { return *WireTool(scene()).handleOf(stage); }

    [[nodiscard]] QPointF middle(StageId stage) const
    {
        return scene().layout().stages.at(stage).center();
    }

    void drag(QPointF from, QPointF to)
    {
        QWidget *port = m_view->viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, m_view->mapFromScene(from));
        QTest::mouseMove(port, m_view->mapFromScene((from + to) / 2));
        QTest::mouseMove(port, m_view->mapFromScene(to));
        QTest::mouseRelease(port, Qt::LeftButton, {}, m_view->mapFromScene(to));
    }

    std::unique_ptr<GraphView> m_view;
    RateTable m_rates;
};

void TestWiring::onlyWhatEmitsHasAHandle()
{
    const WireTool tool(scene());
    QVERIFY(tool.handleOf({1}));
    QVERIFY(tool.handleOf({2}));
    QVERIFY(!tool.handleOf({3}));
    QVERIFY(!tool.handleOf({99}));
}

void TestWiring::aWireGoesFromTheHandleToAStage()
{
    QSignalSpy wanted(m_view.get(), &GraphView::connectRequested);
    drag(handle({1}), middle({4}));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<StageId>(), StageId{1});
    QCOMPARE(wanted[0][1].value<StageId>(), StageId{4});
}

void TestWiring::aClickOnTheHandleDrawsNothing()
{
    WireTool tool(scene());
    QVERIFY(tool.press(handle({1})));
    QVERIFY(!tool.drag(handle({1}) + QPointF(1, 1)));
    QVERIFY(!tool.release(handle({1})));
    QVERIFY(!tool.press(middle({1})));
}

void TestWiring::aWireOnTheGroundAsksForAConsumer()
{
    QSignalSpy added(m_view.get(), &GraphView::addConsumerRequested);
    drag(handle({2}), scene().sceneRect().bottomLeft() + QPointF(2, -2));
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0][0].value<StageId>(), StageId{2});
}

void TestWiring::aWireBackToItsStageIsNone()
{
    QSignalSpy wanted(m_view.get(), &GraphView::connectRequested);
    QSignalSpy added(m_view.get(), &GraphView::addConsumerRequested);
    drag(handle({1}), middle({1}));
    QCOMPARE(wanted.size() + added.size(), 0);
}

void TestWiring::keysDrawAWire()
{
    QSignalSpy wanted(m_view.get(), &GraphView::connectRequested);
    QSignalSpy hints(m_view.get(), &GraphView::hinted);
    m_view->selectStage({1});
    m_view->drawWire(); // what the key C does
    QCOMPARE(hints.size(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<StageId>(), StageId{1});
    QVERIFY(wanted[0][1].value<StageId>().value > 2);
}

void TestWiring::escapeEndsAWire()
{
    QSignalSpy wanted(m_view.get(), &GraphView::connectRequested);
    m_view->selectStage({1});
    m_view->drawWire();
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    m_view->selectStage({4});
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
}

void TestWiring::aConsumerBeginsNoWire()
{
    QSignalSpy hints(m_view.get(), &GraphView::hinted);
    m_view->selectStage({4});
    m_view->drawWire();
    QCOMPARE(hints.size(), 1);
    QVERIFY(hints[0][0].toString().contains(QStringLiteral("emits events")));
}

void TestWiring::refusalsAreSaidInWords()
{
    StageDescription from;
    from.id = QStringLiteral("one");
    from.kind = QStringLiteral("counter");
    StageDescription to;
    to.id = QStringLiteral("two");
    to.kind = QStringLiteral("words");
    QCOMPARE(refusalText(PipelineError::TypesDiffer, from, to),
             QStringLiteral("one emits integer, and two takes text."));
    for (const PipelineError error : {PipelineError::NotAProducer, PipelineError::NotAConsumer,
                                      PipelineError::WouldCycle, PipelineError::NotNow}) {
        const QString text = refusalText(error, from, to);
        QVERIFY2(text.contains(from.id) || text.contains(to.id), qPrintable(text));
    }
}

void TestWiring::thePaletteHasEveryKind()
{
    const StagePalette palette;
    std::size_t count = 0;
    for (int i = 0; i < palette.topLevelItemCount(); ++i)
        count += static_cast<std::size_t>(palette.topLevelItem(i)->childCount());
    QCOMPARE(count, StageCatalog::standard().kinds().size());
}

void TestWiring::theDescriptionsOfKindsHaveRoom()
{
    StagePalette palette;
    palette.resize(16 * palette.fontMetrics().height(), 800);
    palette.show();
    for (const int moreEms : {0, 10}) {
        palette.resize(palette.width() + moreEms * palette.fontMetrics().height(), 800);
        QCoreApplication::processEvents(); // lays out
        QCOMPARE_EQ(palette.horizontalScrollBar()->maximum(), 0);
        const int margin = 1 + palette.style()->pixelMetric(QStyle::PM_FocusFrameHMargin);
        const QRect room(0, 0, palette.columnWidth(1) - 2 * margin, 800);
        int lines = 0;
        for (QTreeWidgetItemIterator kind(&palette, QTreeWidgetItemIterator::NoChildren); *kind;
             ++kind) {
            const int needed = palette.fontMetrics()
                                   .boundingRect(room, Qt::TextWordWrap, (*kind)->text(1))
                                   .height();
            QCOMPARE_GE(palette.visualItemRect(*kind).height(), needed);
            lines += needed / palette.fontMetrics().lineSpacing();
        }
        QCOMPARE_GT(lines, 20); // so they are wrapped
    }
}

void TestWiring::aKindIsDroppedOnAStageOrOnTheGround()
{
    QSignalSpy dropped(m_view.get(), &GraphView::kindDropped);
    QMimeData data;
    data.setData(QStringLiteral("application/x-sluice-stage-kind"), "print");
    const auto drop = [&](QPointF place) {
        const QPoint point = m_view->mapFromScene(place);
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &enter);
        QDropEvent event(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    drop(middle({2}));
    drop(scene().sceneRect().bottomLeft() + QPointF(2, -2));
    QCOMPARE(dropped.size(), 2);
    QCOMPARE(dropped[0][0].toString(), QStringLiteral("print"));
    QCOMPARE(dropped[0][1].value<StageId>(), StageId{2});
    QVERIFY(!dropped[1][1].value<StageId>().isValid());
}

void TestWiring::enterAddsAKind()
{
    StagePalette palette;
    palette.show();
    const QSignalSpy chosen(&palette, &StagePalette::kindChosen);
    palette.setCurrentItem(palette.topLevelItem(0)->child(0));
    QTest::keyClick(&palette, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    palette.setCurrentItem(palette.topLevelItem(0)); // a role is no kind
    QTest::keyClick(&palette, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void TestWiring::stagesAndSubscriptionsAreAccessibleChildren()
{
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(canvas->childCount(), 7); // four stages, three subscriptions
    const QAccessibleInterface *consumer = canvas->child(2);
    const QString name = consumer->text(QAccessible::Name);
    for (const char *part : {"stage, ", "consumer", "waits for events", "demand 0 of 10"})
        QVERIFY2(name.contains(QLatin1String(part)), qPrintable(name));
    QCOMPARE(consumer->role(), QAccessible::Graphic);
    QVERIFY(consumer->text(QAccessible::Description).contains(QStringLiteral("thread 3")));
    QVERIFY(consumer->rect().isValid());
    QVERIFY(consumer->parent() == canvas);
    QCOMPARE(canvas->indexOfChild(consumer), 2);
    const QString edge = canvas->child(4)->text(QAccessible::Name);
    QCOMPARE(edge, QStringLiteral("stage asks, stage sends"));
    QVERIFY(canvas->childAt(consumer->rect().center().x(), consumer->rect().center().y()));
}

void TestWiring::accessibleChildrenTakeTheFocus()
{
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(!canvas->child(3)->state().selected);
    canvas->child(3)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{4}});
    QVERIFY(canvas->child(3)->state().selected);
}

SLUICE_TEST(TestWiring)

} // namespace tst_wiring

#include "tst_wiring.moc"
