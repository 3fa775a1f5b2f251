// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/models/exactlyoncecheck.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/logpanel.h"

#include <QSignalSpy>

#include <algorithm>
#include <utility>

namespace tst_conservation {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// Where the events are that a stage has emitted.
struct Books
{
    EventCount emitted = 0;
    EventCount received = 0; ///< handled by its consumers, also by those that have left
    EventCount lost = 0;     ///< in settlements, or because a buffer was full
    EventCount inFlight = 0; ///< sent and not arrived, or arrived and waiting
    EventCount buffered = 0;

    [[nodiscard]] EventCount sum() const { return received + lost + inFlight + buffered; }

    friend bool operator==(const Books &, const Books &) = default;
};

Books booksOf(const Snapshot &snapshot, StageId producer)
{
    const StageSnapshot *stage = snapshot.stage(producer);
    Books books{stage->figures.emitted, stage->settledHandled,
                stage->settledLost + stage->figures.discarded, 0, stage->figures.buffered};
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.producer != producer || subscription.isSettled)
            continue;
        books.received += subscription.inlet.handled;
        books.lost += subscription.inlet.lost;
        books.inFlight += subscription.inFlight() + subscription.queued();
    }
    return books;
}

} // namespace

// The window on real threads; waits end on counted conditions.
class TestConservation : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void accountsForEveryEventOfTheFilter();

private:
    void handleMore(WindowUnderTest &window, EventCount events);
    void pauseAndSettle(WindowUnderTest &window, Books &books);
};

/// Lets the pipeline run until consumers have received so many events more.
void TestConservation::handleMore(WindowUnderTest &window, EventCount events)
{
    const EventCount enough = window.snapshot().received + events;
    QTRY_VERIFY_WITH_TIMEOUT(window.snapshot().received >= enough, 20'000);
}

/// Pauses, and waits until every stage has reached its gate and says the same twice.
void TestConservation::pauseAndSettle(WindowUnderTest &window, Books &books)
{
    const StageId evens = window->document().stageId(QStringLiteral("evens"));
    window->action(Act::Pause)->trigger();
    Books before;
    QTRY_VERIFY([&] {
        const Snapshot snapshot = window.snapshot();
        before = std::exchange(books, booksOf(snapshot, evens));
        const bool areParked = std::ranges::all_of(snapshot.stages, [](const StageSnapshot &stage) {
            return stage.figures.state == StageState::Paused;
        });
        return areParked && books == before;
    }());
}

void TestConservation::accountsForEveryEventOfTheFilter()
{
    WindowUnderTest window(fullSpeed());
    QSignalSpy settled(&window->document(), &PipelineDocument::settled);
    const EventCount events = test::scaled(200'000);
    handleMore(window, events);

    QVERIFY(window.select(QStringLiteral("evens")));
    QTest::keyClick(&*window, Qt::Key_Insert);
    handleMore(window, events);
    QTest::keyClick(&*window, Qt::Key_Insert);
    handleMore(window, events);
    QCOMPARE_EQ(window.snapshot().stages.size(), std::size_t{5});

    QVERIFY(window.select(QStringLiteral("printer2")));
    QTest::keyClick(&*window, Qt::Key_Delete);
    QTRY_COMPARE_EQ(settled.count(), 1);
    handleMore(window, events);

    Books books;
    pauseAndSettle(window, books);
    const auto settlement = settled.first().first().value<Settlement>();
    QCOMPARE(settlement.name, QStringLiteral("printer2"));
    QCOMPARE_GT(settlement.handled, 0);
    QCOMPARE_GE(books.lost, settlement.lost);
    QCOMPARE_EQ(books.sum(), books.emitted);

    // The window tells the same: nothing doubled, and nothing missing but what was lost.
    const Snapshot snapshot = window.snapshot();
    QCOMPARE_EQ(snapshot.received, books.received);
    QCOMPARE_EQ(snapshot.lost, books.lost);
    window->log().refresh(snapshot);
    const ExactlyOnceResult check = window->log().check().result();
    QCOMPARE_EQ(check.doubles, 0);
    QVERIFY(!check.isError());

    // It goes on from there, and the books still close.
    window->action(Act::Run)->trigger();
    handleMore(window, events);
    pauseAndSettle(window, books);
    QCOMPARE_EQ(books.sum(), books.emitted);
}

SLUICE_TEST(TestConservation)

} // namespace tst_conservation

#include "tst_conservation.moc"
