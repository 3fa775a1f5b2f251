// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/flow/eventcount.h"
#include "tests/app/programrun.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_program {

using namespace sluice;
using namespace sluice::test;

namespace {

/// The arguments of \a line, separated by spaces.
ProgramResult runLine(const char *line)
{
    return runSluice(QString::fromUtf8(line).split(u' '));
}

QByteArray evens(EventCount count)
{
    QByteArray lines;
    for (EventCount i = 0; i < count; ++i)
        lines += "printer " + QByteArray::number(qint64(2 * i)) + '\n';
    return lines;
}

/// A pipe by name that this test holds open, so that nobody is at its end unless the test reads.
class NamedPipe
{
public:
    explicit NamedPipe(const QString &path)
        : m_path(path)
    {
        ::mkfifo(QFile::encodeName(path).constData(), 0600);
        m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }

    ~NamedPipe() { ::close(m_descriptor); }

    NamedPipe(const NamedPipe &) = delete;
    NamedPipe &operator=(const NamedPipe &) = delete;

    [[nodiscard]] QString path() const { return m_path; }

    /// Whether a writer has to wait by now.
    [[nodiscard]] bool isFull() const
    {
        pollfd poll{m_descriptor, POLLOUT, 0};
        return ::poll(&poll, 1, 0) == 0;
    }

    void readSome()
    {
        std::array<char, 32 * 1024> part = {};
        [[maybe_unused]] const ssize_t size = ::read(m_descriptor, part.data(), part.size());
    }

private:
    QString m_path;
    int m_descriptor = -1;
};

/// Resident memory of a process in KiB.
qint64 memoryOf(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression form(QStringLiteral("VmRSS:\\s+(\\d+)"));
    return form.match(QString::fromUtf8(status.readAll())).captured(1).toLongLong();
}

} // namespace

/// The program as its users meet it, in processes of its own.
class TestProgram : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void printsEveryEvenNumberOnceAndInOrder();
    void threeConsumersTogetherPrintEveryNumberOnce();
    void printsJson();
    void endsByItselfAfterTheLastNumber();
    void endsAfterTheDuration();
    void quietPrintsTheSummaryOnly();
    void interruptLetsEverythingArrive_data();
    void interruptLetsEverythingArrive();
    void aSecondInterruptEndsEvenABlockedProgram();
    void aClosedPipeEndsItQuietly_data();
    void aClosedPipeEndsItQuietly();
    void aFullDiskIsAnError();
    void memoryStaysFlatHoweverSlowTheReaderIs();
    void settingsChangeThePipeline();
    void metricsTellOfEveryStage();
    void aCrashIsTold();
    void checksFiles();
    void listsKinds();
    void drawsTheWindowWithoutADisplay();
    void measuresHowFluentlyTheWindowDraws();
    void endsWithTheRightCode_data();
    void endsWithTheRightCode();

private:
    QString write(const QString &name, const QByteArray &text) const;
    QString threeConsumers() const;

    QTemporaryDir m_directory;
};

QString TestProgram::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_directory.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString();
}

QString TestProgram::threeConsumers() const
{
    return write(QStringLiteral("three.sluice"), R"({"sluice": 1, "stages": [
        {"id": "numbers", "kind": "counter"}, {"id": "evens", "kind": "filter"},
        {"id": "a", "kind": "print"}, {"id": "b", "kind": "print"}, {"id": "c", "kind": "print"}],
        "subscriptions": [{"from": "numbers", "to": "evens"}, {"from": "evens", "to": "a"},
        {"from": "evens", "to": "b"}, {"from": "evens", "to": "c"}]})");
}

void TestProgram::printsEveryEvenNumberOnceAndInOrder()
{
    const EventCount count = test::scaled(1'000'000);
    const ProgramResult result = runSluice({QStringLiteral("run"), QStringLiteral("--events"),
                                            QString::number(count), QStringLiteral("--check")});
    QCOMPARE_EQ(result.exitCode, 0);
    QVERIFY(result.output == evens(count)); // not QCOMPARE: nobody reads megabytes
    const QByteArray summary = QByteArray::number(qint64(count)) + " events in ";
    QVERIFY2(result.errors.startsWith(summary) && result.errors.contains(", 0 lost")
                 && result.errors.endsWith("check passed\n"),
             result.errors.constData());
}

void TestProgram::threeConsumersTogetherPrintEveryNumberOnce()
{
    const EventCount count = test::scaled(1'000'000);
    const ProgramResult result =
        runSluice({QStringLiteral("run"), threeConsumers(), QStringLiteral("--events"),
                   QString::number(count), QStringLiteral("--check")});
    QCOMPARE_EQ(result.exitCode, 0);
    std::vector<bool> came(static_cast<std::size_t>(count), false);
    EventCount lines = 0;
    for (const QByteArray &line : result.output.split('\n')) {
        if (line.isEmpty())
            continue;
        ++lines;
        const qint64 number = line.mid(2).toLongLong();
        QVERIFY(number >= 0 && number < 2 * count && number % 2 == 0);
        const auto place = static_cast<std::size_t>(number / 2);
        QVERIFY(!came[place]);
        came[place] = true;
    }
    QCOMPARE_EQ(lines, count);
}

void TestProgram::printsJson()
{
    QCOMPARE(runLine("run --events 2 --format json").output,
             QByteArray("{\"consumer\":\"printer\",\"event\":0}\n"
                        "{\"consumer\":\"printer\",\"event\":2}\n"));
}

void TestProgram::endsByItselfAfterTheLastNumber()
{
    const ProgramResult result = runLine("run --set numbers.last=11 --check");
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.output, evens(6));
    QVERIFY2(result.errors.contains("6 events in ") && result.errors.contains(", 0 lost\n"),
             result.errors.constData());
}

void TestProgram::endsAfterTheDuration()
{
    const ProgramResult result = runLine("run --duration 50ms --set numbers.rate=10000 --check");
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.output, evens(result.output.count('\n')));
    QVERIFY2(result.errors.contains(", 0 lost\n"), result.errors.constData());
}

void TestProgram::quietPrintsTheSummaryOnly()
{
    const ProgramResult result = runLine("run --quiet --events 1000");
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.output, QByteArray());
    QVERIFY(result.errors.startsWith("1000 events in "));
}

void TestProgram::interruptLetsEverythingArrive_data()
{
    QTest::addColumn<int>("signal");

    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void TestProgram::interruptLetsEverythingArrive()
{
    QFETCH(const int, signal);
    QProcess process;
    startSluice(process, {QStringLiteral("run"), QStringLiteral("--check")});
    QVERIFY(process.waitForReadyRead(patience));
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const ProgramResult result = finish(process);
    QCOMPARE_EQ(result.exitCode, 0);
    QVERIFY(result.output == evens(result.output.count('\n')));
    QVERIFY2(result.errors.contains(", 0 lost\n"), result.errors.constData());
}

void TestProgram::aSecondInterruptEndsEvenABlockedProgram()
{
    const NamedPipe pipe(m_directory.filePath(QStringLiteral("unread")));
    QProcess process;
    process.setStandardOutputFile(pipe.path());
    startSluice(process, {QStringLiteral("run")});
    QTRY_VERIFY_WITH_TIMEOUT(pipe.isFull(), patience);
    const auto id = static_cast<pid_t>(process.processId());
    ::kill(id, SIGINT);
    // The first one is waiting for a reader now, or about to; only one that came after it counts.
    const auto interruptAgain = [&process, id] {
        if (process.state() != QProcess::NotRunning)
            ::kill(id, SIGINT);
        return process.state() == QProcess::NotRunning || process.waitForFinished(1);
    };
    QTRY_VERIFY_WITH_TIMEOUT(interruptAgain(), patience);
    QVERIFY(process.exitStatus() == QProcess::CrashExit);
    QCOMPARE_EQ(process.exitCode(), SIGINT);
}

void TestProgram::aClosedPipeEndsItQuietly_data()
{
    QTest::addColumn<QString>("file");

    QTest::newRow("one consumer") << QString();
    QTest::newRow("three consumers") << threeConsumers();
}

void TestProgram::aClosedPipeEndsItQuietly()
{
    QFETCH(const QString, file);
    QProcess shell;
    shell.setProcessEnvironment(noDisplay());
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"),
                 QStringLiteral("\"$0\" run $1 | head -3; echo ${PIPESTATUS[0]}"),
                 QStringLiteral(SLUICE_PROGRAM), file});
    const ProgramResult result = finish(shell);
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.output.count('\n'), 4);
    QVERIFY2(result.output.endsWith("\n0\n"), result.output.constData());
    QCOMPARE(result.errors, QByteArray());
}

void TestProgram::aFullDiskIsAnError()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    startSluice(process, {QStringLiteral("run")});
    const ProgramResult result = finish(process);
    QCOMPARE_EQ(result.exitCode, 1);
    QVERIFY2(result.errors.contains("sluice: cannot write: "), result.errors.constData());
}

void TestProgram::memoryStaysFlatHoweverSlowTheReaderIs()
{
    NamedPipe pipe(m_directory.filePath(QStringLiteral("slow")));
    QProcess process;
    process.setStandardOutputFile(pipe.path());
    startSluice(process, {QStringLiteral("run")});
    QTRY_VERIFY_WITH_TIMEOUT(pipe.isFull(), patience);
    const qint64 before = memoryOf(process.processId());
    QVERIFY(before > 0);
    // Each time around, a counter that nobody holds back would make millions of numbers.
    for (int i = 0; i < 30; ++i) {
        pipe.readSome();
        QTRY_VERIFY_WITH_TIMEOUT(pipe.isFull(), patience);
    }
    // A sanitizer's allocator gives memory back late.
    const qint64 allowed = test::scaled(100) == 100 ? 4'000 : 100'000;
    QCOMPARE_LT(memoryOf(process.processId()) - before, allowed);
    process.kill();
    QVERIFY(process.waitForFinished(patience));
}

void TestProgram::settingsChangeThePipeline()
{
    const ProgramResult result =
        runLine("run --events 3 --set numbers.first=10 --set evens.keep=odd "
                "--set printer.maxDemand=10 --set numbers.step=-1");
    QCOMPARE(result.output, QByteArray("printer 9\nprinter 7\nprinter 5\n"));
}

void TestProgram::metricsTellOfEveryStage()
{
    const QString path = m_directory.filePath(QStringLiteral("metrics.csv"));
    const ProgramResult result =
        runSluice({QStringLiteral("run"), QStringLiteral("--quiet"), QStringLiteral("--events"),
                   QStringLiteral("300"), QStringLiteral("--metrics"), path,
                   QStringLiteral("--set"), QStringLiteral("numbers.rate=2000")});
    QCOMPARE_EQ(result.exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    const QByteArrayList names = lines.first().split(',');
    // 300 even numbers at 1000 a second take 0.3 s: three samples on the way and one at the end.
    QCOMPARE_GE(lines.size(), 1 + 3 * 3);
    for (const QByteArray &line : lines)
        QCOMPARE_EQ(line.count(','), names.size() - 1);
    const QByteArrayList last = lines.last().split(',');
    QCOMPARE(last.at(names.indexOf("stage")), QByteArray("printer"));
    QCOMPARE(last.at(names.indexOf("state")), QByteArray("stopped"));
    QCOMPARE(last.at(names.indexOf("handled")), QByteArray("300"));
    const double rate = lines.at(4).split(',').at(names.indexOf("emitted_per_second")).toDouble();
    QCOMPARE_GT(rate, 0.0);
    QCOMPARE_LT(rate, 100'000.0);
}

void TestProgram::aCrashIsTold()
{
    const QString file = write(QStringLiteral("crash.sluice"), R"({"sluice": 1, "stages": [
        {"id": "numbers", "kind": "counter"}, {"id": "times", "kind": "map",
        "options": {"do": "multiply", "by": 9223372036854775807}}, {"id": "p", "kind": "print"}],
        "subscriptions": [{"from": "numbers", "to": "times", "maxDemand": 1},
        {"from": "times", "to": "p"}]})");
    const ProgramResult result = runSluice({QStringLiteral("run"), file});
    QCOMPARE_EQ(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray("p 0\np 9223372036854775807\n"));
    QVERIFY2(result.errors.contains("stage times crashed: ")
                 && result.errors.contains("2 * 9223372036854775807 does not fit"),
             result.errors.constData());
}

void TestProgram::checksFiles()
{
    const QString good = threeConsumers();
    const QString bad = write(QStringLiteral("bad.sluice"), "{\n  \"sluice\": 7\n}");
    const QByteArray goodLine = good.toUtf8() + ": ok\n";
    const QByteArray badLine =
        bad.toUtf8() + ":2:13: /sluice: expected version 1 of the format, found 7\n";
    ProgramResult result = runSluice({QStringLiteral("check"), good, good});
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.output, goodLine.repeated(2));
    result = runSluice({QStringLiteral("check"), bad, good});
    QCOMPARE_EQ(result.exitCode, 2);
    QCOMPARE(result.output, goodLine);
    QCOMPARE(result.errors, badLine);
}

void TestProgram::listsKinds()
{
    const ProgramResult text = runLine("kinds");
    QCOMPARE_EQ(text.exitCode, 0);
    QVERIFY(text.output.contains("counter: producer, emits integer\n"));
    QVERIFY(text.output.contains("    keep       even|odd|prime|multiple (even) "));
    const ProgramResult json = runLine("kinds --format json");
    const QJsonArray kinds = QJsonDocument::fromJson(json.output).array();
    QCOMPARE_EQ(kinds.size(), 17);
    const QJsonObject counter = kinds.first().toObject();
    QCOMPARE(counter.value(u"name").toString(), QStringLiteral("counter"));
    QCOMPARE_EQ(counter.value(u"options").toArray().size(), 4);
}

void TestProgram::drawsTheWindowWithoutADisplay()
{
    const QString path = m_directory.filePath(QStringLiteral("window.png"));
    const ProgramResult result =
        runSluice({QStringLiteral("screenshot"), threeConsumers(), QStringLiteral("--output"), path,
                   QStringLiteral("--size"), QStringLiteral("1200x700"), QStringLiteral("--at"),
                   QStringLiteral("300ms")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QImage image(path);
    QCOMPARE(image.size(), QSize(1200, 700));
    QVERIFY(!image.allGray()); // the graph has colours
}

void TestProgram::measuresHowFluentlyTheWindowDraws()
{
    const ProgramResult result = runSluice({QStringLiteral("frames"), threeConsumers(),
                                            QStringLiteral("--duration"), QStringLiteral("1s")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject figures = QJsonDocument::fromJson(result.output).object();
    QCOMPARE_GT(figures.value(u"frames_per_second").toDouble(), 0);
    QCOMPARE_LE(figures.value(u"frames_per_second").toDouble(), 40);
    QCOMPARE_GT(figures.value(u"frame_p50_ms").toDouble(), 0);
    QCOMPARE_GE(figures.value(u"frame_p95_ms").toDouble(),
                figures.value(u"frame_p50_ms").toDouble());
    QCOMPARE_GT(figures.value(u"window_core_share").toDouble(), 0);
    QCOMPARE_GT(figures.value(u"received_per_second").toDouble(), 0);
    QCOMPARE_GT(figures.value(u"first_frame_s").toDouble(), 0);
    QCOMPARE_GT(figures.value(u"rss_kib").toInteger(), 0);
}

void TestProgram::endsWithTheRightCode_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("errors");

    const auto row = [](const char *line, int exitCode, const char *errors) {
        QTest::newRow(line) << QString::fromUtf8(line) << exitCode << QString::fromUtf8(errors);
    };
    row("--help", 0, "");
    row("--version", 0, "");
    row("run --bogus", 2, "sluice: Unknown option 'bogus'. See: sluice run --help\n");
    row("run missing.sluice", 2, "missing.sluice: expected a pipeline file, found no such file\n");
    row("run /dev/zero", 2, "/dev/zero: expected a pipeline file, found a device or a pipe\n");
    row("run --set printer.maxDemand=0", 2,
        "sluice: --set: /subscriptions/1/maxDemand: expected an integer from 1 to 1000000, found "
        "0\n");
    row("run --metrics /no/such/place", 2, "sluice: /no/such/place: No such file or directory\n");
    row("run --threads many", 2,
        "sluice: --threads: expected dedicated, shared or shared:N with N up to 1024, found "
        "'many'. "
        "See: sluice run --help\n");
    row("screenshot missing.sluice --output x.png", 2,
        "missing.sluice: expected a pipeline file, found no such file\n");
    row("missing.sluice", 2, "sluice: there is no display for a window; sluice run needs none\n");
}

void TestProgram::endsWithTheRightCode()
{
    QFETCH(const QString, line);
    QFETCH(const int, exitCode);
    QFETCH(const QString, errors);
    const ProgramResult result = runLine(qPrintable(line));
    // Qt names its own way around a missing run-time directory, which is none of our business.
    QByteArrayList told = result.errors.split('\n');
    told.removeIf([](const QByteArray &one) { return one.startsWith("QStandardPaths: "); });
    QCOMPARE(QString::fromUtf8(told.join('\n')), errors);
    QCOMPARE_EQ(result.exitCode, exitCode);
    QCOMPARE_EQ(result.output.isEmpty(), exitCode != 0);
}

SLUICE_TEST(TestProgram)

} // namespace tst_program

#include "tst_program.moc"
