// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/consumersupervisor.h"
#include "tests/stages/recordingcontext.h"
#include "tests/support/testsupport.h"

namespace tst_childboard {

using namespace sluice;
using Kind = StageNote::Kind;

namespace {

/// Its children run until they are told to stop; negative events get none.
class Children final : public ConsumerSupervisor<Integer>
{
public:
    using ConsumerSupervisor::ConsumerSupervisor;

    ChildStart startChild(const Integer &event) override
    {
        if (event < 0)
            return ChildStart::failed("no child for " + std::to_string(event));
        return ChildStart::started([](const StopSignal &stop) {
            while (!stop.waitFor(std::chrono::hours(1))) { }
            return StopReason::shutdown();
        });
    }
};

constexpr From theirs{{1}, {7}};

} // namespace

/// What a consumer supervisor tells of.
class TestChildBoard : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEventsBeyondMaxDemand();
    void tellsOfChildrenThatCannotBeStarted();
};

void TestChildBoard::tellsOfEventsBeyondMaxDemand()
{
    // §18, BAD-09: in excess, and started all the same.
    test::RecordingContext context;
    Children children;
    children.enter(context);
    QVERIFY(children.start() == StartAnswer::Run);
    QVERIFY(children.handleSubscribe(CounterpartRole::Producer, {.maxDemand = 2}, theirs)
            == DemandControl::Manual);
    children.handleEvents(std::vector<Integer>{1, 2}, theirs);
    QVERIFY(context.notes.empty());
    children.handleEvents(std::vector<Integer>{3, 4, 5}, theirs);
    QCOMPARE_EQ(context.notes.size(), 1U);
    QVERIFY(context.notes[0].kind == Kind::Excess);
    QVERIFY(context.notes[0].subscription == theirs.subscription);
    QCOMPARE_EQ(context.notes[0].count, 3);
    const auto counted = children.handleCall(
        QVariant::fromValue(ChildRequest{.kind = ChildRequest::Kind::Count}), Caller());
    QCOMPARE_EQ(counted->value<ChildReply>().workers, 5);
    children.terminate(StopReason::shutdown());
}

void TestChildBoard::tellsOfChildrenThatCannotBeStarted()
{
    // §18: logged, and counted as ended at once.
    test::RecordingContext context;
    Children children;
    children.enter(context);
    QVERIFY(children.start() == StartAnswer::Run);
    children.handleSubscribe(CounterpartRole::Producer, {.maxDemand = 2, .minDemand = 0}, theirs);
    children.handleEvents(std::vector<Integer>{-5}, theirs);
    QCOMPARE_EQ(context.notes.size(), 1U);
    QVERIFY(context.notes[0].kind == Kind::ChildFailed);
    QCOMPARE(context.notes[0].text, std::string("no child for -5"));
    QCOMPARE(context.asked, QStringList({QStringLiteral("7:2"), QStringLiteral("7:1")}));
}

SLUICE_TEST(TestChildBoard)

} // namespace tst_childboard

#include "tst_childboard.moc"
