// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/edgeitem.h"
#include "ui/canvas/graphscene.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/stageitem.h"
#include "ui/canvas/whyline.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <memory>

namespace tst_graphview {

using namespace sluice;
using namespace sluice::ui;

class TestGraphView : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void snapshotsAddAndRemoveItems();
    void aClickSelects();
    void controlClickAddsToTheSelection();
    void aClickOnTheGroundClearsTheSelection();
    void aClickOnALaneSelectsItsSubscription();
    void tabWalksThroughStagesAndSubscriptionsAndLeaves();
    void arrowKeysWalkBetweenStages();
    void insertAndDeleteAskForChanges();
    void aStageThatGoesIsNotSelectedAnyLonger();
    void everythingIsInViewUntilTheUserZooms();
    void theSelectedStageFillsTheViewIfThatIsWanted();
    void aDragWithNowhereToGoKeepsAllInView();
    void zoomHasLimits();
    void theCanvasDescribesWhatIsSelected();
    void theCanvasSaysWhyThePipelineWaits();
    void anEmptyCanvasSaysWhatToDo();
    void theCanvasFollowsThePalette();
    void twoHundredNewcomersInASecondAreShownInTime();
    void manyLikeConsumersAreOneNodeThatOpensAndCloses();
    void groupsOfAnotherPipelineAreClosed();
    void marksAStageOrItsGroupUntilTold();
    void whoIsSelectedOfManyIsInView();
    void aConsumerThatJoinsAGroupMovesNothing();
    void theMessagesOfAGroupAreCountedTogether();
    void aThousandLikeConsumersAreShownInTime();

private:
    void prepare() override;
    void show(const Snapshot &snapshot);
    [[nodiscard]] QPoint middleOf(StageId id) const;
    [[nodiscard]] QPoint pointOn(SubscriptionId id) const;
    [[nodiscard]] bool isAllInView() const;

    template<class Item>
    [[nodiscard]] QList<Item *> itemsOf() const
    {
        QList<Item *> found;
        const QList<QGraphicsItem *> items = m_view->scene()->items();
        for (QGraphicsItem *item : items) {
            if (auto *wanted = dynamic_cast<Item *>(item))
                found += wanted;
        }
        return found;
    }

    std::unique_ptr<GraphView> m_view;
    RateTable m_rates;
};

void TestGraphView::prepare()
{
    m_rates.reset();
    m_view = std::make_unique<GraphView>();
    m_view->resize(1000, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get())); // mouse events need a window
    m_view->setFocus();
}

void TestGraphView::show(const Snapshot &snapshot)
{
    m_rates.update(snapshot);
    m_view->setSnapshot(snapshot, m_rates);
}

QPoint TestGraphView::middleOf(StageId id) const
{
    for (const StageItem *item : itemsOf<StageItem>()) {
        if (item->id() == id)
            return m_view->mapFromScene(item->mapToScene(item->shape().boundingRect().center()));
    }
    return {-1, -1};
}

QPoint TestGraphView::pointOn(SubscriptionId id) const
{
    for (const EdgeItem *item : itemsOf<EdgeItem>()) {
        const Lane &lane = item->geometry().events;
        if (item->id() == id)
            return m_view->mapFromScene(lane.at(lane.length() / 2).p1());
    }
    return {-1, -1};
}

bool TestGraphView::isAllInView() const
{
    const QRect view = m_view->viewport()->rect().adjusted(-2, -2, 2, 2);
    return view.contains(m_view->mapFromScene(m_view->sceneRect()).boundingRect());
}

void TestGraphView::snapshotsAddAndRemoveItems()
{
    show(test::fanOf(1));
    QCOMPARE(itemsOf<StageItem>().size(), 3);
    QCOMPARE(itemsOf<EdgeItem>().size(), 2);
    show(test::fanOf(4, 11 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 6);
    QCOMPARE(itemsOf<EdgeItem>().size(), 5);
    show(test::fanOf(2, 12 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 4);
    QCOMPARE(itemsOf<EdgeItem>().size(), 3);
    show(Snapshot());
    QCOMPARE(itemsOf<StageItem>().size(), 0);
}

void TestGraphView::aClickSelects()
{
    show(test::fanOf(2));
    QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf({3}));
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{3}});
    QCOMPARE_GE(changed.size(), 1);
}

void TestGraphView::controlClickAddsToTheSelection()
{
    show(test::fanOf(2));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf({4}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf({3}));
    QCOMPARE(m_view->selectedStages(), (QList<StageId>{StageId{3}, StageId{4}}));
}

void TestGraphView::aClickOnTheGroundClearsTheSelection()
{
    show(test::fanOf(2));
    m_view->selectStage({3});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QVERIFY(m_view->selectedStages().isEmpty());
}

void TestGraphView::aClickOnALaneSelectsItsSubscription()
{
    show(test::fanOf(1));
    QVERIFY(!m_view->selectedSubscription());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOn({2}));
    QCOMPARE(m_view->selectedSubscription(), std::optional(SubscriptionId{2}));
    QVERIFY(m_view->selectedStages().isEmpty());
}

void TestGraphView::tabWalksThroughStagesAndSubscriptionsAndLeaves()
{
    show(test::fanOf(1));
    for (std::uint64_t id = 1; id <= 3; ++id) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{id}});
    }
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->selectedSubscription(), std::optional(SubscriptionId{1}));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{3}});
}

void TestGraphView::arrowKeysWalkBetweenStages()
{
    show(test::fanOf(2));
    QTest::keyClick(m_view.get(), Qt::Key_Right); // nothing is selected yet
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{1}});
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{2}});
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{4}});
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{3}});
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{2}});
}

void TestGraphView::insertAndDeleteAskForChanges()
{
    show(test::fanOf(2));
    QSignalSpy added(m_view.get(), &GraphView::addConsumerRequested);
    QSignalSpy removed(m_view.get(), &GraphView::removeRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Delete); // nothing is selected
    QCOMPARE(removed.size(), 0);
    m_view->selectStage({2});
    QTest::keyClick(m_view.get(), Qt::Key_Insert);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0][0].value<StageId>(), StageId{2});
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
}

void TestGraphView::aStageThatGoesIsNotSelectedAnyLonger()
{
    show(test::fanOf(2));
    m_view->selectStage({4});
    QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
    show(test::fanOf(1, 11 * test::secondNs));
    QVERIFY(m_view->selectedStages().isEmpty());
    QCOMPARE(changed.size(), 1);
}

void TestGraphView::everythingIsInViewUntilTheUserZooms()
{
    show(test::fanOf(1));
    QVERIFY(isAllInView());
    show(test::fanOf(5, 11 * test::secondNs));
    QVERIFY(isAllInView());
    m_view->zoomIn();
    const QTransform zoomed = m_view->transform();
    show(test::fanOf(6, 12 * test::secondNs));
    QCOMPARE(m_view->transform(), zoomed);
    m_view->fitAll();
    QVERIFY(isAllInView());
}

void TestGraphView::theSelectedStageFillsTheViewIfThatIsWanted()
{
    show(test::fanOf(12));
    const qreal all = m_view->transform().m11();
    m_view->selectStage({9});
    m_view->fitSelected();
    QCOMPARE_GT(m_view->transform().m11(), all);
    QVERIFY(m_view->viewport()->rect().contains(middleOf({9})));
    const QTransform near = m_view->transform();
    show(test::fanOf(11, 11 * test::secondNs));
    QCOMPARE(m_view->transform(), near);
    m_view->scene()->clearSelection();
    m_view->fitSelected();
    QVERIFY(isAllInView());
}

void TestGraphView::aDragWithNowhereToGoKeepsAllInView()
{
    show(test::fanOf(1));
    const QPoint ground(5, 5);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, ground);
    QTest::mouseMove(m_view->viewport(), ground + QPoint(30, 30));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, ground + QPoint(30, 30));
    show(test::fanOf(5, 11 * test::secondNs));
    QVERIFY(isAllInView());
}

void TestGraphView::zoomHasLimits()
{
    show(test::fanOf(1));
    for (int i = 0; i < 40; ++i)
        m_view->zoomIn();
    QCOMPARE(m_view->transform().m11(), 2.0);
    for (int i = 0; i < 40; ++i)
        m_view->zoomOut();
    QCOMPARE(m_view->transform().m11(), 0.3);
}

void TestGraphView::theCanvasDescribesWhatIsSelected()
{
    show(test::fanOf(1));
    QVERIFY(!m_view->accessibleName().isEmpty());
    m_view->selectStage({1});
    QVERIFY(m_view->accessibleDescription().contains(roleWord(StageRole::Producer)));
}

void TestGraphView::theCanvasSaysWhyThePipelineWaits()
{
    QSignalSpy explained(m_view.get(), &GraphView::explained);
    Snapshot snapshot = test::fanOf(1);
    snapshot.stages[2].figures.state = StageState::Busy;
    show(snapshot);
    QCOMPARE(explained.size(), 1);
    const auto *line = m_view->findChild<WhyLine *>();
    QVERIFY(line);
    QVERIFY(!line->sentence().isEmpty());
    QCOMPARE(explained[0][0].toString(), line->sentence());
    QVERIFY(!line->geometry().intersects(m_view->viewport()->geometry()));
    snapshot.takenNs += test::secondNs / 2;
    show(snapshot);
    QCOMPARE(explained.size(), 1); // nobody reads faster
    snapshot.takenNs += test::secondNs;
    snapshot.runState = RunState::Paused;
    show(snapshot);
    QVERIFY(line->sentence().contains(QStringLiteral("paused")));
}

void TestGraphView::anEmptyCanvasSaysWhatToDo()
{
    const auto inkOf = [this] {
        const QImage image = m_view->viewport()->grab().toImage();
        const QRgb ground = image.pixel(0, 0);
        int ink = 0;
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixel(x, image.height() / 2) == ground ? 0 : 1;
        return ink;
    };
    QCOMPARE_GT(inkOf(), 0);
}

void TestGraphView::theCanvasFollowsThePalette()
{
    show(test::fanOf(1));
    m_view->setPalette(darkPalette());
    const QImage image = m_view->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(1, 1), CanvasColours(darkPalette()).ground);
}

void TestGraphView::twoHundredNewcomersInASecondAreShownInTime()
{
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= 30; ++i) {
        Snapshot snapshot = test::fanOf(i * 7, 10 * test::secondNs + i * test::secondNs / 30);
        for (StageSnapshot &stage : snapshot.stages)
            stage.kind = QString::number(stage.id.value); // no two are alike
        show(snapshot);
    }
    QCOMPARE(itemsOf<StageItem>().size(), 212);
    QCOMPARE_LT(clock.elapsed(), 10'000); // far from it; a quadratic layout would not be
}

void TestGraphView::manyLikeConsumersAreOneNodeThatOpensAndCloses()
{
    show(test::fanOf(20));
    QCOMPARE(itemsOf<StageItem>().size(), 3);
    QCOMPARE(itemsOf<EdgeItem>().size(), 2);
    m_view->selectStage({10});
    QCOMPARE(m_view->selectedStages().size(), 20);
    QVERIFY(m_view->isGrouped({10}));

    m_view->toggleGroup();
    show(test::fanOf(20, 11 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 22);
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{3}});

    m_view->toggleGroup();
    show(test::fanOf(20, 12 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 3);
    const StageId group = itemsOf<StageItem>().constFirst()->id();
    QVERIFY(group.isValid());
    for (const StageItem *item : itemsOf<StageItem>()) {
        if (item->isSelected())
            QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middleOf(item->id()));
    }
    show(test::fanOf(20, 13 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 22);
}

void TestGraphView::groupsOfAnotherPipelineAreClosed()
{
    show(test::fanOf(20));
    m_view->selectStage({10});
    m_view->toggleGroup();
    show(test::fanOf(20, 11 * test::secondNs));
    QCOMPARE(itemsOf<StageItem>().size(), 22);
    m_view->forgetPipeline();
    show(test::fanOf(20)); // with the same ids
    QCOMPARE(itemsOf<StageItem>().size(), 3);
}

void TestGraphView::marksAStageOrItsGroupUntilTold()
{
    for (const int consumers : {2, 20}) {
        show(test::fanOf(consumers));
        const QImage before = m_view->grab().toImage();
        m_view->markStage({4});
        const QImage marked = m_view->grab().toImage();
        QVERIFY(marked != before);
        m_view->markStage({});
        QVERIFY(m_view->grab().toImage() == before);
    }
}

void TestGraphView::whoIsSelectedOfManyIsInView()
{
    show(test::fanOf(1'000));
    m_view->selectStage({10});
    m_view->toggleGroup();
    show(test::fanOf(1'000, 11 * test::secondNs));
    QCOMPARE(m_view->selectedStages(), QList<StageId>{StageId{3}});
    QVERIFY(m_view->viewport()->rect().contains(middleOf({3})));
}

void TestGraphView::aConsumerThatJoinsAGroupMovesNothing()
{
    show(test::fanOf(20));
    QList<QPointF> places;
    for (const StageItem *item : itemsOf<StageItem>())
        places += item->pos();
    show(test::fanOf(21, 11 * test::secondNs));
    QList<QPointF> after;
    for (const StageItem *item : itemsOf<StageItem>())
        after += item->pos();
    QCOMPARE(after, places);
}

void TestGraphView::theMessagesOfAGroupAreCountedTogether()
{
    Snapshot snapshot = test::fanOf(20);
    show(snapshot);
    snapshot.takenNs += test::secondNs / 30;
    for (SubscriptionSnapshot &subscription : snapshot.subscriptions)
        subscription.outlet.batches = 1;
    show(snapshot);
    // One message each is nothing; twenty at once on the lane that is drawn hide each other.
    QVERIFY(qobject_cast<GraphScene *>(m_view->scene())->isRushing());
}

void TestGraphView::aThousandLikeConsumersAreShownInTime()
{
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 30; ++i)
        show(test::fanOf(1'000, 10 * test::secondNs + i * test::secondNs / 30));
    QCOMPARE(itemsOf<StageItem>().size(), 3);
    QCOMPARE_LT(clock.elapsed(), 10'000); // far from it; one item for each of them would not be
}

SLUICE_TEST(TestGraphView)

} // namespace tst_graphview

#include "tst_graphview.moc"
