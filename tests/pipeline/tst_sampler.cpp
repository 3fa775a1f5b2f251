// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipeline.h"
#include "core/pipeline/sampler.h"
#include "tests/support/teststages.h"
#include "tests/support/testsupport.h"

namespace tst_sampler {

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

class TestSampler : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void samplesOutOfTurn();
    void samplesAtItsPaceUntilItIsStopped();
    void changesItsPipeline();
};

void TestSampler::samplesOutOfTurn()
{
    Pipeline pipeline;
    pipeline.addProducer<TestCounter>(QStringLiteral("counter"), std::make_shared<Probe>());
    Sampler sampler(&pipeline);
    std::vector<Snapshot> snapshots;
    connect(&sampler, &Sampler::sampled, this,
            [&](const Snapshot &snapshot) { snapshots.push_back(snapshot); });
    sampler.sample();
    QCOMPARE(snapshots.size(), 1U);
    QCOMPARE(snapshots[0].stages.size(), 1U);
    QCOMPARE(snapshots[0].stages[0].name, QStringLiteral("counter"));
    QCOMPARE_GT(snapshots[0].takenNs, 0);
}

void TestSampler::samplesAtItsPaceUntilItIsStopped()
{
    Pipeline pipeline;
    Sampler sampler(&pipeline);
    int count = 0;
    connect(&sampler, &Sampler::sampled, this, [&] {
        if (++count == 3)
            sampler.stop();
    });
    sampler.setInterval(1ms);
    QCoreApplication::processEvents();
    QCOMPARE(count, 0); // not started yet
    sampler.start();
    QTRY_COMPARE(count, 3);
    QTimer later; // due after a sample that came out of turn would have been
    bool isLater = false;
    connect(&later, &QTimer::timeout, this, [&] { isLater = true; });
    later.start(10ms);
    QTRY_VERIFY(isLater);
    QCOMPARE(count, 3);
}

void TestSampler::changesItsPipeline()
{
    Pipeline first;
    Pipeline second;
    second.addProducer<TestCounter>(QStringLiteral("counter"), std::make_shared<Probe>());
    Sampler sampler(&first);
    std::size_t stages = 9;
    int count = 0;
    connect(&sampler, &Sampler::sampled, this, [&](const Snapshot &snapshot) {
        stages = snapshot.stages.size();
        ++count;
    });
    sampler.sample();
    QCOMPARE(stages, 0U);
    sampler.setPipeline(&second);
    sampler.sample();
    QCOMPARE(stages, 1U);
    sampler.setPipeline(nullptr);
    sampler.sample();
    QCOMPARE(count, 2);
}

SLUICE_TEST(TestSampler)

} // namespace tst_sampler

#include "tst_sampler.moc"
