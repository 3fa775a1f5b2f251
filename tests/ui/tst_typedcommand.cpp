// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/commands/typedcommand.h"

namespace tst_typedcommand {

using namespace sluice;
using namespace sluice::ui;

class TestTypedCommand : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void addsAConsumerWhereItIsTold();
    void addsAnyKindWithAName();
    void removesAndSets();
    void leavesOtherTextsToThePalette();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

protected:
    void prepare() override
    {
        m_pipeline =
            loadPipeline(QStringLiteral(":/sluice/pipelines/even-numbers.sluice")).pipeline;
    }

private:
    [[nodiscard]] std::optional<TypedCommand> read(const char *text) const
    {
        return readTypedCommand(QString::fromUtf8(text), m_pipeline);
    }

    template<class Command>
    [[nodiscard]] Command readAs(const char *text) const
    {
        return std::get<Command>(*read(text));
    }

    PipelineDescription m_pipeline;
};

void TestTypedCommand::addsAConsumerWhereItIsTold()
{
    const auto add = readAs<TypedAdd>(" add  consumer to evens ");
    QVERIFY(add.kind.isEmpty() && add.name.isEmpty());
    QCOMPARE(add.to, QStringLiteral("evens"));
    QVERIFY(readAs<TypedAdd>("add consumer").to.isEmpty());
}

void TestTypedCommand::addsAnyKindWithAName()
{
    const auto add = readAs<TypedAdd>("add counter ones to evens");
    QCOMPARE(add.kind, QStringLiteral("counter"));
    QCOMPARE(add.name, QStringLiteral("ones"));
}

void TestTypedCommand::removesAndSets()
{
    QCOMPARE(readAs<TypedRemove>("remove printer").stage, QStringLiteral("printer"));
    const auto demand = readAs<TypedDemand>("set printer.maxDemand 4");
    QCOMPARE(demand.from, QStringLiteral("evens"));
    QCOMPARE_EQ(demand.maximum, 4);
    QCOMPARE_EQ(demand.minimum, 3); // it was 5 and makes room
    QCOMPARE_EQ(readAs<TypedDemand>("set printer.minDemand 2").maximum, 10);
    QCOMPARE_EQ(readAs<TypedWorkTime>("set printer.workTime 2ms").time.count(), 2'000'000);
}

void TestTypedCommand::leavesOtherTextsToThePalette()
{
    for (const char *text : {"", "add", "zoom in", "settings", "Add consumer", "reset layout"})
        QVERIFY2(!read(text), text);
}

void TestTypedCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");

    const auto row = [](const char *text, const char *said) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(said);
    };
    row("add consumer to odds", "numbers, evens, printer");
    row("add tap", "counter");
    row("add counter a/b", "letters");
    row("add counter a b c", "add KIND");
    row("remove odds", "odds");
    row("remove numbers evens", "remove STAGE");
    row("set printer.maxDemand 0", "from 1");
    row("set printer.minDemand 10", "from 0 to 9");
    row("set printer.speed 3", "workTime");
    row("set printer.workTime soon", "2ms");
    row("set numbers.maxDemand 3", "subscribes to nothing");
}

void TestTypedCommand::saysWhatIsWrong()
{
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    const auto problem = readAs<TypedProblem>(qPrintable(text));
    QVERIFY2(problem.text.contains(said), qPrintable(problem.text));
}

SLUICE_TEST(TestTypedCommand)

} // namespace tst_typedcommand

#include "tst_typedcommand.moc"
