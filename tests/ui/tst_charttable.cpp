// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/charts/charttable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QTableView>
#include <QTemporaryDir>

namespace tst_charttable {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// The second series began later; the third one has ended.
ChartData someData()
{
    return {{QStringLiteral("numbers"), {{-0.2, 1500}, {-0.1, 2.5}, {0, 3}}},
            {QStringLiteral("C 1,2"), {{-0.1, 7}, {0, 8}}},
            {QStringLiteral("old"), {{-0.2, 9}}}};
}

} // namespace

class TestChartTable : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void hasARowForEachSample();
    void writesCsv();
    void copiesWhatIsSelected();
    void savesAndSaysWhyNot();
};

void TestChartTable::hasARowForEachSample()
{
    ChartTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setChart(someData());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("numbers"));
    const auto cell = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 0), QStringLiteral("0.0"));
    QCOMPARE(cell(0, 1), QStringLiteral("3"));
    QCOMPARE(cell(0, 3), QString());
    QCOMPARE(cell(1, 1), QStringLiteral("2.5"));
    QCOMPARE(cell(2, 0), QStringLiteral("0.2"));
    QCOMPARE(cell(2, 1), QStringLiteral("1,500"));
    QCOMPARE(cell(2, 2), QString());
    QCOMPARE(cell(2, 3), QStringLiteral("9"));
    model.setChart({});
    QCOMPARE(model.columnCount(), 1);
}

void TestChartTable::writesCsv()
{
    ChartTableModel model;
    model.setChart(someData());
    QCOMPARE(model.csv(),
             QByteArray("seconds_ago,numbers,\"C 1,2\",old\n0.000,3,8,\n0.100,2.5,7,\n"
                        "0.200,1500,,9\n"));
}

void TestChartTable::copiesWhatIsSelected()
{
    ChartTable table({QStringLiteral("one")}, [](int) { return someData(); });
    table.takeNumbers();
    QCOMPARE(table.copiedText().count(u'\n'), 4);
    auto *view = table.findChild<QTableView *>();
    view->selectionModel()->select(table.model().index(1, 1), QItemSelectionModel::Select);
    view->selectionModel()->select(table.model().index(2, 1), QItemSelectionModel::Select);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("numbers\n2.5\n1,500\n"));
}

void TestChartTable::savesAndSaysWhyNot()
{
    const QTemporaryDir folder;
    ChartTable table({QStringLiteral("one")}, [](int) { return someData(); });
    table.takeNumbers();
    const QString path = folder.filePath(QStringLiteral("chart.csv"));
    QCOMPARE(table.saveTo(path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), table.model().csv());
    QVERIFY(table.saveTo(folder.filePath(QStringLiteral("no/chart.csv")))
                .contains(QStringLiteral("could not be written")));
}

SLUICE_TEST(TestChartTable)

} // namespace tst_charttable

#include "tst_charttable.moc"
