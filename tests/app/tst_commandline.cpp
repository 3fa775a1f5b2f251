// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/helptext.h"
#include "tests/support/testsupport.h"

namespace tst_commandline {

using namespace sluice;
using namespace sluice::app;
using namespace std::chrono_literals;

namespace {

Command parse(const char *line)
{
    return parseCommandLine(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOpensTheWindow();
    void aFileOpensTheWindowWithIt();
    void theWindowKeepsItsSettingsWhereItIsTold();
    void runTakesItsOptions();
    void theOtherCommandsTakeTheirs();
    void helpAndVersionAreNoMistakes_data();
    void helpAndVersionAreNoMistakes();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestCommandLine::nothingOpensTheWindow()
{
    const Command command = parse("");
    QVERIFY(std::holds_alternative<WindowCommand>(command));
    QVERIFY(std::get<WindowCommand>(command).file.isEmpty());
}

void TestCommandLine::aFileOpensTheWindowWithIt()
{
    // Whether the file is there is for the window to find out, which can show it.
    for (const char *file : {"new.sluice", "./run", "some/where"})
        QCOMPARE(std::get<WindowCommand>(parse(file)).file, QString::fromUtf8(file));
}

void TestCommandLine::theWindowKeepsItsSettingsWhereItIsTold()
{
    QVERIFY(std::get<WindowCommand>(parse("")).settingsFile.isEmpty());
    const auto window = std::get<WindowCommand>(parse("--settings class.ini new.sluice"));
    QCOMPARE(window.settingsFile, QStringLiteral("class.ini"));
    QCOMPARE(window.file, QStringLiteral("new.sluice"));
    QCOMPARE(std::get<Message>(parse("--settings=")).exitCode, exitBadUse);
}

void TestCommandLine::runTakesItsOptions()
{
    const RunCommand plain = std::get<RunCommand>(parse("run"));
    QVERIFY(plain.file.isEmpty() && !plain.events && !plain.duration && plain.settings.isEmpty());
    QVERIFY(plain.metricsFile.isEmpty() && !plain.quiet && !plain.check && !plain.threads);
    QVERIFY(plain.format == OutputFormat::Text);

    const RunCommand full = std::get<RunCommand>(
        parse("run --events 5 --duration=1.5s --set a.maxDemand=10 x.sluice --set b.workTime=1s "
              "--metrics m.csv --format json --quiet --check --threads shared:2"));
    QCOMPARE(full.file, QStringLiteral("x.sluice"));
    QCOMPARE_EQ(full.events.value(), 5);
    QVERIFY(full.duration.value() == 1500ms);
    QCOMPARE(full.settings,
             QStringList({QStringLiteral("a.maxDemand=10"), QStringLiteral("b.workTime=1s")}));
    QCOMPARE(full.metricsFile, QStringLiteral("m.csv"));
    QVERIFY(full.format == OutputFormat::Json && full.quiet && full.check);
    QVERIFY(full.threads.value() == (sluice::Placement{sluice::Placement::Kind::Shared, 2}));
}

void TestCommandLine::theOtherCommandsTakeTheirs()
{
    QCOMPARE(std::get<CheckCommand>(parse("check a b")).files,
             QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(std::get<KindsCommand>(parse("kinds")).format == OutputFormat::Text);
    QVERIFY(std::get<KindsCommand>(parse("kinds --format json")).format == OutputFormat::Json);
    const ScreenshotCommand defaults =
        std::get<ScreenshotCommand>(parse("screenshot --output o.png"));
    QVERIFY(defaults.file.isEmpty() && defaults.size == QSize(1600, 900) && defaults.at == 3s);
    const ScreenshotCommand screenshot = std::get<ScreenshotCommand>(
        parse("screenshot x.sluice --output o.png --size 800x600 --at 500ms"));
    QCOMPARE(screenshot.file, QStringLiteral("x.sluice"));
    QCOMPARE(screenshot.output, QStringLiteral("o.png"));
    QVERIFY(screenshot.size == QSize(800, 600) && screenshot.at == 500ms);
    QVERIFY(screenshot.theme.isEmpty() && screenshot.language.isEmpty());
    const ScreenshotCommand dressed = std::get<ScreenshotCommand>(
        parse("screenshot --output o.png --theme high-contrast --language de --presenter"));
    QCOMPARE(dressed.theme, QStringLiteral("high-contrast"));
    QCOMPARE(dressed.language, QStringLiteral("de"));
    QVERIFY(dressed.isPresenting);
    const FramesCommand usual = std::get<FramesCommand>(parse("frames"));
    QVERIFY(usual.file.isEmpty() && usual.size == QSize(1600, 900) && usual.duration == 10s);
    const FramesCommand frames =
        std::get<FramesCommand>(parse("frames x.sluice --duration 500ms --size 800x600"));
    QCOMPARE(frames.file, QStringLiteral("x.sluice"));
    QVERIFY(frames.size == QSize(800, 600) && frames.duration == 500ms);
}

void TestCommandLine::helpAndVersionAreNoMistakes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("start");

    QTest::newRow("help") << "--help"
                          << "Sluice runs";
    QTest::newRow("-h") << "-h"
                        << "Sluice runs";
    QTest::newRow("version") << "--version"
                             << "sluice " SLUICE_VERSION "\n";
    QTest::newRow("run") << "run --help"
                         << "sluice run [FILE]";
    QTest::newRow("check, which wants a file") << "check --help"
                                               << "sluice check FILE";
    QTest::newRow("kinds") << "kinds -h"
                           << "sluice kinds";
    QTest::newRow("screenshot, which wants an output") << "screenshot --help"
                                                       << "sluice screenshot";
    QTest::newRow("frames") << "frames --help"
                            << "sluice frames [FILE]";
}

void TestCommandLine::helpAndVersionAreNoMistakes()
{
    QFETCH(const QString, line);
    QFETCH(const QString, start);
    const Message message = std::get<Message>(parse(qPrintable(line)));
    QVERIFY2(message.text.startsWith(start), qPrintable(message.text));
    QCOMPARE_EQ(message.exitCode, exitDone);
}

void TestCommandLine::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *line, const char *text) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(text);
    };
    row("rnu", "sluice: 'rnu' is neither a command nor a file. See: sluice --help\n");
    row("--bogus", "sluice: Unknown option 'bogus'. See: sluice --help\n");
    row("a.sluice b.sluice", "sluice: 'b.sluice' is one file too many. See: sluice --help\n");
    row("run --bogus", "sluice: Unknown option 'bogus'. See: sluice run --help\n");
    row("run a b", "sluice: 'b' is one file too many. See: sluice run --help\n");
    row("run --events 0",
        "sluice: --events: expected an integer of at least 1, found '0'. See: sluice run --help\n");
    row("run --events 1e6",
        "sluice: --events: expected an integer of at least 1, found '1e6'. "
        "See: sluice run --help\n");
    row("run --duration 5",
        "sluice: --duration: expected a duration such as 5s or 500ms, found "
        "'5'. See: sluice run --help\n");
    row("run --duration 99999999s",
        "sluice: --duration: expected a duration such as 5s or 500ms, "
        "found '99999999s'. See: sluice run --help\n");
    row("run --format xml",
        "sluice: --format: expected one of text, json, plain, found 'xml'. See: sluice run "
        "--help\n");
    row("kinds --format plain",
        "sluice: --format: expected one of text, json, found 'plain'. See: sluice kinds --help\n");
    for (const char *wrong : {"many", "shared:0", "shared:-1", "shared:1025", "shared:"}) {
        row(QByteArray("run --threads ").append(wrong).constData(),
            QByteArray(
                "sluice: --threads: expected dedicated, shared or shared:N with N up to 1024, "
                "found '")
                .append(wrong)
                .append("'. See: sluice run --help\n")
                .constData());
    }
    row("check", "sluice: check needs at least one file. See: sluice check --help\n");
    row("kinds x", "sluice: kinds takes no file. See: sluice kinds --help\n");
    row("screenshot x.sluice",
        "sluice: screenshot needs --output FILE. See: sluice screenshot --help\n");
    row("screenshot --output o.png --size 12x4",
        "sluice: --size: expected WIDTHxHEIGHT, each from 100 to 9999, found '12x4'. See: sluice "
        "screenshot --help\n");
}

void TestCommandLine::saysWhatIsWrong()
{
    QFETCH(const QString, line);
    QFETCH(const QString, text);
    const Command command = parse(qPrintable(line));
    QVERIFY(std::holds_alternative<Message>(command));
    QCOMPARE(std::get<Message>(command).text, text);
    QCOMPARE_EQ(std::get<Message>(command).exitCode, exitBadUse);
}

SLUICE_TEST(TestCommandLine)

} // namespace tst_commandline

#include "tst_commandline.moc"
