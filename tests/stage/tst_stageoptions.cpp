// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stageoptions.h"
#include "tests/support/testsupport.h"

namespace tst_stageoptions {

using namespace sluice;

/// Options that a stage cannot be started with: semantics §3, §23.
class TestStageOptions : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsSuitEveryRole();
    void bad01_namesTheOptionThatCannotBeUsed_data();
    void bad01_namesTheOptionThatCannotBeUsed();
};

void TestStageOptions::theDefaultsSuitEveryRole()
{
    for (const StageRole role :
         {StageRole::Producer, StageRole::ProducerConsumer, StageRole::Consumer})
        QVERIFY(!StageOptions().validate(role));
}

void TestStageOptions::bad01_namesTheOptionThatCannotBeUsed_data()
{
    QTest::addColumn<StageRole>("role");
    QTest::addColumn<StageOptions>("options");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, StageRole role, const StageOptions &options,
                        const char *error) {
        QTest::newRow(name) << role << options << QString::fromLatin1(error);
    };
    StageOptions dispatcher;
    dispatcher.dispatcher = DemandDispatcherOptions{.maxDemand = 0};
    row("a dispatcher whose most is 0", StageRole::Producer, dispatcher, "maxDemand|at least 1|0");
    row("GS-058 a buffer below 0", StageRole::Producer, {.buffer = BufferOptions{.size = -1}},
        "bufferSize|at least 0|-1");
    row("GS-083 a buffer below 0", StageRole::ProducerConsumer,
        {.buffer = BufferOptions{.size = -1}}, "bufferSize|at least 0|-1");
    row("GS-069 a buffer", StageRole::Consumer, {.buffer = BufferOptions{.size = 5}},
        "buffer|none (a consumer emits nothing)|a buffer");
    const StageOptions accumulating{.demand = DemandMode::Accumulate};
    row("BAD-11 a consumer that accumulates", StageRole::Consumer, accumulating,
        "demand|forward (only producers accumulate)|accumulate");
    row("BAD-11 a producer-consumer that accumulates", StageRole::ProducerConsumer, accumulating,
        "demand|forward (only producers accumulate)|accumulate");
    row("no rate", StageRole::Producer, {.ratePerSecond = 0.0}, "rate|above 0|0.000000");
    row("the rate of a consumer", StageRole::Consumer, {.ratePerSecond = 1.5},
        "rate|none (only producers have one)|1.500000");
}

void TestStageOptions::bad01_namesTheOptionThatCannotBeUsed()
{
    QFETCH(const StageRole, role);
    QFETCH(const StageOptions, options);
    const auto error = options.validate(role);
    QVERIFY(error);
    QTEST(QString::fromStdString(error->option + '|' + error->expectation + '|' + error->got),
          "error");
}

SLUICE_TEST(TestStageOptions)

} // namespace tst_stageoptions

#include "tst_stageoptions.moc"
