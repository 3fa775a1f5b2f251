// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinefile.h"
#include "tests/support/testsupport.h"

#include <QDir>

namespace tst_bundledpipelines {

using namespace sluice;

/// The pipelines in resources/pipelines.
class TestBundledPipelines : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyOneLoads_data();
    void everyOneLoads();
};

void TestBundledPipelines::everyOneLoads_data()
{
    QTest::addColumn<QString>("path");

    const QDir directory(QStringLiteral(SLUICE_PIPELINES));
    const QStringList names = directory.entryList({QStringLiteral("*.sluice")}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << directory.filePath(name);
}

void TestBundledPipelines::everyOneLoads()
{
    QFETCH(const QString, path);
    const LoadedPipeline loaded = loadPipeline(path);
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    QVERIFY(!loaded.pipeline.title.isEmpty());
    // They are written as the program itself would save them.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(pipelineText(loaded.pipeline)), QString::fromUtf8(file.readAll()));
}

SLUICE_TEST(TestBundledPipelines)

} // namespace tst_bundledpipelines

#include "tst_bundledpipelines.moc"
