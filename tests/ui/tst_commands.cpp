// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/commands/stagechoice.h"
#include "ui/commands/stageclipboard.h"

namespace tst_commands {

using namespace sluice;
using namespace sluice::ui;
using namespace std::chrono_literals;

namespace {

const auto numbers = [] { return QStringLiteral("numbers"); };
const auto evens = [] { return QStringLiteral("evens"); };
const auto printer = [] { return QStringLiteral("printer"); };
const auto printer2 = [] { return QStringLiteral("printer2"); };

} // namespace

class TestCommands : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheProducerOfANewConsumer();
    void makesAConsumerLikeItsSiblings();
    void makesAPlainPrinterWhereThereIsNoSibling();
    void givesAConsumerAFreePartition();
    void givesNoConsumerWhereEveryPartitionHasOne();
    void duplicatesOnlyAsManyAsThereArePartitions();
    void givesEachConsumerANameOfItsOwn();
    void findsWhatCanBeRemoved();
    void takesPermanentSubscribersAlong();
    void makesAStageOfAnyKind();
    void leavesTheSameFileAfterUndoingEverything();
    void copiesStagesWithTheirSubscriptions();
    void duplicatesBesideTheOriginals();

    void undoesAndRedoesAnAddition();
    void undoesARemovalWithItsOptions();
    void undoesTheRemovalOfSeveralStagesInOrder();
    void undoesAConnectionAndADisconnection();
    void refusesWhatCannotBeConnected();
    void mergesChangesOfOneField();
    void forgetsAChangeThatWasTurnedBack();
    void keepsChangesOfDifferentStagesApart();
    void saysWhatUndoCannotTakeBack();

protected:
    void prepare() override
    {
        m_document = std::make_unique<PipelineDocument>();
        const auto error =
            m_document->open(QStringLiteral(":/sluice/pipelines/even-numbers.sluice"));
        QVERIFY(!error);
    }

private:
    void add(const QString &producer)
    {
        m_document->undoStack().push(
            new AddStage(*m_document, *newConsumer(m_document->description(), producer)));
    }

    std::unique_ptr<PipelineDocument> m_document;
};

void TestCommands::findsTheProducerOfANewConsumer()
{
    const PipelineDescription &pipeline = m_document->description();
    QCOMPARE(producerFor(pipeline, {}), evens());
    QCOMPARE(producerFor(pipeline, {evens()}), evens());
    QCOMPARE(producerFor(pipeline, {numbers()}), numbers());
    QCOMPARE(producerFor(pipeline, {printer()}), evens());
    QCOMPARE(producerFor({}, {}), QString());
}

void TestCommands::makesAConsumerLikeItsSiblings()
{
    m_document->setWorkTime(printer(), 7ms);
    m_document->setDemand(evens(), printer(), 30, 4);
    const StagePart part = *newConsumer(m_document->description(), evens());
    QCOMPARE(part.stage.id, printer2());
    QCOMPARE(part.stage.kind, QStringLiteral("print"));
    QCOMPARE_EQ(part.stage.run.workTime.count(), 7'000'000);
    QCOMPARE_EQ(part.subscriptions.size(), std::size_t{1});
    QCOMPARE(part.subscriptions[0].from, evens());
    QCOMPARE(part.subscriptions[0].to, printer2());
    QCOMPARE_EQ(part.subscriptions[0].options.maxDemand, 30);
    QCOMPARE_EQ(part.subscriptions[0].options.minimum(), 4);
}

void TestCommands::makesAPlainPrinterWhereThereIsNoSibling()
{
    // The counter's only subscriber is the filter, which is not to be copied.
    const StagePart part = *newConsumer(m_document->description(), numbers());
    QCOMPARE(part.stage.kind, QStringLiteral("print"));
    QCOMPARE_EQ(part.stage.run.workTime.count(), 0);
    QCOMPARE_EQ(part.subscriptions[0].options.maxDemand, SubscriptionOptions::defaultMaxDemand);
}

// The producer of two partitions, of which odds has "odd" and nobody "even".
PipelineDescription halfTaken()
{
    PipelineDescription pipeline =
        loadPipeline(QStringLiteral(":/sluice/pipelines/partition.sluice")).pipeline;
    std::erase_if(pipeline.subscriptions, [](const SubscriptionDescription &subscription) {
        return subscription.options.partition == "even";
    });
    return pipeline;
}

void TestCommands::givesAConsumerAFreePartition()
{
    const auto part = newConsumer(halfTaken(), numbers());
    QVERIFY(part);
    QCOMPARE(QString::fromStdString(part->subscriptions[0].options.partition.value_or("")),
             QStringLiteral("even"));
    // A stage of a kind of its own choice takes it too.
    const StagePart printer =
        newStage(halfTaken(), {QStringLiteral("print"), {}, {}, {}}, {numbers()});
    QCOMPARE(printer.subscriptions.size(), std::size_t{1});
    QVERIFY(printer.subscriptions[0].options.partition == "even");
}

void TestCommands::givesNoConsumerWhereEveryPartitionHasOne()
{
    const PipelineDescription pipeline =
        loadPipeline(QStringLiteral(":/sluice/pipelines/partition.sluice")).pipeline;
    QVERIFY(!newConsumer(pipeline, numbers()));
    QVERIFY(newStage(pipeline, {QStringLiteral("print"), {}, {}, {}}, {numbers()})
                .subscriptions.empty());
}

void TestCommands::duplicatesOnlyAsManyAsThereArePartitions()
{
    const QString odds = QStringLiteral("odds");
    PipelineDescription pipeline = halfTaken();
    const std::vector<StagePart> one = duplicateStages(pipeline, {odds});
    QCOMPARE(one[0].subscriptions.size(), std::size_t{1});
    QVERIFY(one[0].subscriptions[0].options.partition == "even");
    pipeline.subscriptions.push_back(one[0].subscriptions[0]);
    QVERIFY(duplicateStages(pipeline, {odds})[0].subscriptions.empty());
    // Together with their producer they keep their partitions.
    const std::vector<StagePart> both = duplicateStages(pipeline, {numbers(), odds});
    QVERIFY(both[1].subscriptions[0].options.partition == "odd");
}

void TestCommands::givesEachConsumerANameOfItsOwn()
{
    for (int i = 0; i < 3; ++i)
        add(evens());
    QVERIFY(m_document->stage(printer2()));
    QVERIFY(m_document->stage(QStringLiteral("printer3")));
    QVERIFY(m_document->stage(QStringLiteral("printer4")));
}

void TestCommands::findsWhatCanBeRemoved()
{
    add(evens());
    const PipelineDescription &pipeline = m_document->description();
    QCOMPARE(removableStages(pipeline, {}), QStringList{printer2()});
    QCOMPARE(removableStages(pipeline, {printer()}), QStringList{printer()});
    QCOMPARE(removableStages(pipeline, {evens()}), QStringList{evens()});
    QCOMPARE(removableStages(pipeline, {numbers(), printer(), printer2()}),
             QStringList({numbers(), printer(), printer2()}));
}

void TestCommands::takesPermanentSubscribersAlong()
{
    PipelineDescription pipeline = m_document->description();
    QCOMPARE(leavingWith(pipeline, {numbers()}), QStringList({printer(), evens(), numbers()}));
    QCOMPARE(leavingWith(pipeline, {printer()}), QStringList{printer()});
    pipeline.subscriptions[1].options.cancel = CancelMode::Transient; // printer's
    QCOMPARE(leavingWith(pipeline, {numbers()}), QStringList({evens(), numbers()}));
}

void TestCommands::makesAStageOfAnyKind()
{
    const PipelineDescription &pipeline = m_document->description();
    const NewStage wanted{QStringLiteral("counter"), {}, {.maxDemand = 8, .minDemand = 2}, 3ms};
    const StagePart counter = newStage(pipeline, wanted, {evens()});
    QCOMPARE(counter.stage.id, QStringLiteral("counter"));
    QCOMPARE_EQ(counter.stage.run.workTime.count(), 3'000'000);
    QCOMPARE_EQ(counter.subscribers.size(), std::size_t{1});
    QCOMPARE(counter.subscribers[0].to, evens());
    QCOMPARE_EQ(counter.subscribers[0].options.maxDemand, 8);
    QVERIFY(newStage(pipeline, wanted, {}).subscribers.empty());

    const StagePart filter = newStage(pipeline, {QStringLiteral("filter"), evens()}, {numbers()});
    QCOMPARE(filter.stage.id, QStringLiteral("evens2"));
    QCOMPARE(filter.subscriptions[0].from, numbers());
    QVERIFY(newStage({}, {QStringLiteral("print"), {}}, {}).subscriptions.empty());
}

void TestCommands::leavesTheSameFileAfterUndoingEverything()
{
    const QByteArray before = pipelineText(m_document->description());
    QUndoStack &stack = m_document->undoStack();
    add(evens());
    stack.push(
        new AddStage(*m_document,
                     newStage(m_document->description(),
                              {QStringLiteral("counter"), QStringLiteral("more")}, {evens()})));
    stack.push(new RemoveStages(*m_document, {numbers()}));
    QVERIFY(m_document->description().subscriptions.empty());
    stack.undo();
    stack.push(new RemoveStages(*m_document, {evens()}));
    QCOMPARE_EQ(m_document->description().stages.size(), std::size_t{2}); // the two counters
    while (stack.canUndo())
        stack.undo();
    QCOMPARE(pipelineText(m_document->description()), before);
    while (stack.canRedo())
        stack.redo();
    while (stack.canUndo())
        stack.undo();
    QCOMPARE(pipelineText(m_document->description()), before);
}

void TestCommands::copiesStagesWithTheirSubscriptions()
{
    const PipelineDescription &pipeline = m_document->description();
    QVERIFY(copyStages(pipeline, {}).isEmpty());
    QVERIFY(pasteStages("nonsense", pipeline, {}).empty());
    const QByteArray both = copyStages(pipeline, {evens(), printer()});
    std::vector<StagePart> parts = pasteStages(both, pipeline, {numbers()});
    QCOMPARE_EQ(parts.size(), std::size_t{2});
    for (StagePart &part : parts)
        m_document->undoStack().push(new AddStage(*m_document, std::move(part)));
    QVERIFY(m_document->subscription(numbers(), QStringLiteral("evens2")));
    QCOMPARE_EQ(m_document->subscription(QStringLiteral("evens2"), printer2())->options.maxDemand,
                10);
    QCOMPARE_EQ(m_document->description().subscriptions.size(), std::size_t{4});
}

void TestCommands::duplicatesBesideTheOriginals()
{
    for (StagePart &part : duplicateStages(m_document->description(), {numbers(), printer()}))
        m_document->undoStack().push(new AddStage(*m_document, std::move(part)));
    QVERIFY(m_document->stage(QStringLiteral("numbers2")));
    QVERIFY(m_document->subscription(evens(), printer2()));
    QCOMPARE_EQ(m_document->description().subscriptions.size(), std::size_t{3});
}

void TestCommands::undoesAndRedoesAnAddition()
{
    add(evens());
    QUndoStack &stack = m_document->undoStack();
    QVERIFY(m_document->isModified());
    const StageId first = m_document->stageId(printer2());
    QVERIFY(first.isValid());
    stack.undo();
    QVERIFY(!m_document->stage(printer2()));
    QVERIFY(!m_document->isModified());
    stack.redo();
    QVERIFY(m_document->stageId(printer2()).isValid());
    QVERIFY(m_document->stageId(printer2()) != first);
    stack.undo(); // finds it by name although its id is another one
    QVERIFY(!m_document->stage(printer2()));
}

void TestCommands::undoesARemovalWithItsOptions()
{
    m_document->setDemand(evens(), printer(), 30, 4);
    m_document->undoStack().push(new RemoveStages(*m_document, {printer()}));
    QVERIFY(!m_document->stage(printer()));
    m_document->undoStack().undo();
    QCOMPARE_EQ(m_document->subscription(evens(), printer())->options.maxDemand, 30);
    QCOMPARE_EQ(m_document->stage(printer())->run.workTime.count(), 400'000'000);
}

void TestCommands::undoesTheRemovalOfSeveralStagesInOrder()
{
    add(evens());
    m_document->undoStack().push(new RemoveStages(*m_document, {printer(), printer2()}));
    QCOMPARE_EQ(m_document->description().stages.size(), std::size_t{2});
    m_document->undoStack().undo();
    QCOMPARE(m_document->description().stages[2].id, printer());
    QCOMPARE(m_document->description().stages[3].id, printer2());
    m_document->undoStack().redo();
    QCOMPARE_EQ(m_document->description().stages.size(), std::size_t{2});
}

void TestCommands::undoesAConnectionAndADisconnection()
{
    add(evens());
    const QByteArray before = pipelineText(m_document->description());
    m_document->undoStack().push(new DisconnectStages(*m_document, evens(), printer()));
    QVERIFY(!m_document->subscription(evens(), printer()));
    QVERIFY(m_document->stage(printer())); // permanent, and it stays
    const auto wanted =
        newSubscription(m_document->description(), evens(), printer(), {.maxDemand = 8});
    QVERIFY(m_document->tryConnect(*wanted) == PipelineError::None);
    m_document->undoStack().push(new ConnectStages(*m_document, *wanted));
    QCOMPARE_EQ(m_document->subscription(evens(), printer())->options.maxDemand, 8);
    QCOMPARE(m_document->description().subscriptions.size(), std::size_t{3});
    m_document->undoStack().undo();
    QVERIFY(!m_document->subscription(evens(), printer()));
    m_document->undoStack().undo();
    QCOMPARE(pipelineText(m_document->description()), before);
    m_document->undoStack().redo();
    m_document->undoStack().redo();
    QCOMPARE_EQ(m_document->subscription(evens(), printer())->options.maxDemand, 8);
}

void TestCommands::refusesWhatCannotBeConnected()
{
    const auto errorOf = [this](const QString &from, const QString &to) {
        return m_document->tryConnect({from, to, {}, {}});
    };
    const QByteArray before = pipelineText(m_document->description());
    QVERIFY(errorOf(printer(), evens()) == PipelineError::NotAProducer);
    QVERIFY(errorOf(evens(), numbers()) == PipelineError::NotAConsumer);
    QVERIFY(errorOf(evens(), evens()) == PipelineError::WouldCycle);
    QCOMPARE(pipelineText(m_document->description()), before);
    // Beside another producer it does not leave with this one.
    const auto second = newSubscription(m_document->description(), numbers(), printer(), {});
    QVERIFY(second->options.cancel == CancelMode::Temporary);
}

void TestCommands::mergesChangesOfOneField()
{
    QUndoStack &stack = m_document->undoStack();
    for (EventCount maximum : {11, 12, 13})
        stack.push(new SetDemand(*m_document, evens(), printer(), {maximum, 5}));
    QCOMPARE_EQ(stack.count(), 1);
    for (const auto time : {1ms, 2ms, 3ms})
        stack.push(new SetWorkTime(*m_document, printer(), time));
    QCOMPARE_EQ(stack.count(), 2);
    stack.undo();
    QCOMPARE_EQ(m_document->stage(printer())->run.workTime.count(), 400'000'000);
    stack.undo();
    QCOMPARE_EQ(m_document->subscription(evens(), printer())->options.maxDemand, 10);
}

void TestCommands::forgetsAChangeThatWasTurnedBack()
{
    QUndoStack &stack = m_document->undoStack();
    stack.push(new SetDemand(*m_document, evens(), printer(), {11, 5}));
    stack.push(new SetDemand(*m_document, evens(), printer(), {10, 5}));
    QCOMPARE_EQ(stack.count(), 0);
    QVERIFY(!m_document->isModified());
}

void TestCommands::keepsChangesOfDifferentStagesApart()
{
    QUndoStack &stack = m_document->undoStack();
    stack.push(new SetDemand(*m_document, evens(), printer(), {11, 5}));
    stack.push(new SetDemand(*m_document, numbers(), evens(), {12, 5}));
    QCOMPARE_EQ(stack.count(), 2);
}

void TestCommands::saysWhatUndoCannotTakeBack()
{
    add(evens());
    QVERIFY(m_document->undoStack().undoText().contains(QStringLiteral("stays printed")));
    m_document->undoStack().undo();
    QCOMPARE(m_document->undoStack().redoText(), QStringLiteral("adding printer2"));
}

SLUICE_TEST(TestCommands)

} // namespace tst_commands

#include "tst_commands.moc"
