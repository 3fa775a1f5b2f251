// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/logpanelundertest.h"
#include "ui/models/logexport.h"
#include "ui/panels/logexportbar.h"
#include "ui/panels/logsearchbar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPushButton>
#include <QTemporaryDir>

#include <memory>

namespace tst_logexport {

using namespace sluice;
using test::LogPanelUnderTest;
using ui::LogExportBar;
using ui::LogFormat;
using ui::LogRow;

class TestLogExport : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void writesEachKindOfRow();
    void quotesWhatNeedsQuotes();
    void writesOnlyWhatTheSearchShows();
    void writesJsonLines();
    void saysWhichRowsLeftMeanwhile();
    void cancellingLeavesTheOldFile();
    void saysWhyItCannotWrite();

protected:
    void prepare() override
    {
        m_log = std::make_unique<LogPanelUnderTest>();
        m_log->addConsumer(1, QStringLiteral("C1"));
        m_log->addConsumer(2, QStringLiteral("C2"));
    }

    void cleanup() { m_log.reset(); }

private:
    [[nodiscard]] LogExportBar *bar() const { return m_log->panel().findChild<LogExportBar *>(); }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Writes the shown rows to a file and gives its lines.
    [[nodiscard]] QByteArrayList exported(const QString &name) const
    {
        m_log->panel().exportTo(path(name));
        while (bar()->isRunning())
            QCoreApplication::processEvents();
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArrayList lines = file.readAll().split('\n');
        lines.removeLast();
        return lines;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LogPanelUnderTest> m_log;
};

void TestLogExport::writesEachKindOfRow()
{
    m_log->handleEven(1, 1, 5);
    m_log->handle(2, Batch::of(std::vector<Integer>{2, 3, 5}));
    m_log->panel().noteRun(QStringLiteral("All, \"well\""));
    m_log->refresh();
    const QByteArrayList lines = exported(QStringLiteral("rows.csv"));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0] + '\n', ui::logFileHead(LogFormat::Csv));
    QCOMPARE(lines[1], QByteArray("batch,1000000,C1,3,1001,,5,5000,0,2,8,,"));
    QCOMPARE(lines[2], QByteArray("batch,2000000,C2,4,1002,,3,5000,,,,\"[2,3,5]\","));
    QVERIFY(lines[3].startsWith("note,"));
    QVERIFY(lines[3].endsWith(",,,,,,,,,,\"All, \"\"well\"\"\""));
    QCOMPARE(bar()->text(), QStringLiteral("3 rows exported to rows.csv."));
    for (const QByteArray &line : lines.first(2))
        QCOMPARE(line.count(','), lines[0].count(','));
}

void TestLogExport::quotesWhatNeedsQuotes()
{
    LogRow row;
    row.kind = LogRow::Kind::Events;
    row.events = Batch::of(std::vector<std::string>{"a \"b\"", "c,\nd"});
    row.count = 2;
    const QByteArray csv = ui::logFileLine(LogFormat::Csv, row, nullptr, 0);
    QCOMPARE(csv, QByteArray("batch,0,,,,,2,0,,,,\"[\"\"a \\\"\"b\\\"\"\"\",\"\"c,\\nd\"\"]\",\n"));
    const QByteArray json = ui::logFileLine(LogFormat::JsonLines, row, nullptr, 0);
    const QJsonArray events =
        QJsonDocument::fromJson(json).object().value(QStringLiteral("events")).toArray();
    QCOMPARE(events.at(1).toString(), QStringLiteral("c,\nd"));
}

void TestLogExport::writesOnlyWhatTheSearchShows()
{
    m_log->handleEven(1, 10, 5);
    m_log->handleEven(2, 10, 5);
    m_log->refresh();
    m_log->panel().findChild<ui::LogSearchBar *>()->setText(QStringLiteral("consumer:C2"));
    QCOMPARE(exported(QStringLiteral("some.csv")).size(), 11);
}

void TestLogExport::writesJsonLines()
{
    m_log->handleEven(1, 1, 5);
    m_log->refresh();
    LogRow gap;
    gap.kind = LogRow::Kind::Gap;
    gap.first = 3;
    gap.count = 70;
    gap.consumer = 1;
    m_log->log().append({gap});
    const QByteArrayList lines = exported(QStringLiteral("rows.jsonl"));
    QCOMPARE(lines.size(), 2);
    const QJsonObject batch = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(batch.value(QStringLiteral("kind")).toString(), QStringLiteral("batch"));
    QCOMPARE(batch.value(QStringLiteral("consumer")).toString(), QStringLiteral("C1"));
    QCOMPARE(batch.value(QStringLiteral("last")).toInt(), 8);
    const QJsonObject lost = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(lost.value(QStringLiteral("kind")).toString(), QStringLiteral("gap"));
    QCOMPARE(lost.value(QStringLiteral("batches")).toInt(), 3);
    QCOMPARE(lost.value(QStringLiteral("count")).toInt(), 70);
}

void TestLogExport::saysWhichRowsLeftMeanwhile()
{
    m_log->handleEven(1, 12'000, 2);
    m_log->refresh();
    m_log->panel().exportTo(path(QStringLiteral("gone.csv")));
    QVERIFY(bar()->isRunning());
    m_log->panel().clear();
    while (bar()->isRunning())
        QCoreApplication::processEvents();
    QVERIFY(bar()->text().contains(QStringLiteral("left the log before their turn")));
    QFile file(path(QStringLiteral("gone.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("rows left the log before they could be exported"));
}

void TestLogExport::cancellingLeavesTheOldFile()
{
    QFile old(path(QStringLiteral("old.csv")));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    m_log->handleEven(1, 5000, 2);
    m_log->refresh();
    m_log->panel().exportTo(old.fileName());
    auto *button = bar()->findChild<QPushButton *>();
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    button->click();
    QVERIFY(!bar()->isRunning());
    QVERIFY(bar()->text().contains(QStringLiteral("cancelled")));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    button->click();
    QVERIFY(!bar()->isVisible());
}

void TestLogExport::saysWhyItCannotWrite()
{
    m_log->panel().exportTo(path(QStringLiteral("no/such/folder.csv")));
    QVERIFY(!bar()->isRunning());
    QVERIFY(bar()->text().contains(QStringLiteral("could not be written: ")));
}

SLUICE_TEST(TestLogExport)

} // namespace tst_logexport

#include "tst_logexport.moc"
