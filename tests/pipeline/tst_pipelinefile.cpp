// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/pipeline/pipelinetexts.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace tst_pipelinefile {

using namespace sluice;
using namespace sluice::test;

using Code = PipelineFileError::Code;
/// Refusing pipeline files; what is read and written is in tst_pipelinefilecontent.cpp. In texts of
/// the tables an @ marks the place that the error must name; it is taken out before reading.
class TestPipelineFile : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheFirstProblem_data();
    void namesTheFirstProblem();
    void namesLineColumnAndPointerInOneLine();
    void saysNothingToTheTerminalButText();
    void namesEventTypesThatDoNotFit();
    void refusesWhatIsNoFile();
    void refusesWhatIsTooLarge();
    void survivesMutatedFiles();
};

void TestPipelineFile::namesTheFirstProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &text, Code code, const char *pointer,
                        const char *found, const char *expected) {
        QTest::newRow(name) << text << code << QString::fromUtf8(pointer)
                            << QString::fromUtf8(found) << QString::fromUtf8(expected);
    };
    const auto stage = [](const QByteArray &inside) { return file("    {" + inside + "}"); };
    const auto counter = [stage](const QByteArray &option) {
        return stage(R"("id": "c", "kind": "counter", "options": {)" + option + "}");
    };

    // The text
    row("empty", "@", Code::NotJson, "", "the end of the file", "a value");
    row("cut off", "{\n\"sluice\": 1,\n\"stages\": [@", Code::NotJson, "/stages/0",
        "the end of the file", "a value");
    row("comma too many", "{\"sluice\": 1, @}", Code::NotJson, "", "'}'", "a key in double quotes");
    row("UTF-16", QByteArray("@\xff\xfe{\0}\0", 7), Code::NotJson, "", "the byte 0xff", "a value");
    row("after a byte order mark", "\xef\xbb\xbf{\"sluice\": @x}", Code::NotJson, "/sluice", "'x'",
        "a value");
    row("33 levels",
        "{\"sluice\": 1, \"a\": " + QByteArray(31, '[') + "@[" + QByteArray(32, ']') + "}",
        Code::TooDeep, "/a/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0",
        "a deeper one", "at most 32 levels of lists and objects");
    row("the same key twice", "{\"sluice\": 1,\n \"stages\": [],\n @\"stages\": []}",
        Code::DuplicateKey, "/stages", "the key \"stages\" again", "every key once");
    row("the same key twice, once escaped",
        R"({"sluice": 1, "stages": [{"id": "c", @"\u0069d": "d"}]})", Code::DuplicateKey,
        "/stages/0/id", "the key \"id\" again", "every key once");

    // The document
    row("a list", "@[]", Code::WrongType, "", "a list […]", "an object {…}");
    row("text", "@\"sluice\"", Code::WrongType, "", "\"sluice\"", "an object {…}");
    row("no version", " @{\"stages\": []}", Code::OtherVersion, "", "none", "the key \"sluice\"");
    row("version 2", "{\"sluice\": @2, \"stages\": 5}", Code::OtherVersion, "/sluice", "2",
        "version 1 of the format");
    row("version as text", R"({"sluice": @"1"})", Code::OtherVersion, "/sluice", "\"1\"",
        "version 1 of the format");
    row("title", R"({"sluice": 1, "title": @5})", Code::WrongType, "/title", "5",
        "text in double quotes");
    row("no stages", "@{\"sluice\": 1}", Code::MissingKey, "", "none", "the key \"stages\"");
    row("stages", R"({"sluice": 1, "stages": @{}})", Code::WrongType, "/stages", "an object {…}",
        "a list […]");
    row("subscriptions", R"({"sluice": 1, "stages": [], "subscriptions": @null})", Code::WrongType,
        "/subscriptions", "null", "a list […]");

    // Stages
    row("a stage", file("    @5"), Code::WrongType, "/stages/0", "5", "an object {…}");
    row("no id", file(R"(    @{"kind": "print"})"), Code::MissingKey, "/stages/0", "none",
        "the key \"id\"");
    row("id", stage(R"("id": @7, "kind": "print")"), Code::WrongType, "/stages/0/id", "7",
        "text in double quotes");
    const char *idRule = "1 to 64 of the characters A-Z a-z 0-9 _ . -";
    row("empty id", stage(R"("id": @"", "kind": "print")"), Code::OutOfRange, "/stages/0/id",
        "\"\"", idRule);
    row("id with a space", stage(R"("id": @"a b", "kind": "print")"), Code::OutOfRange,
        "/stages/0/id", "\"a b\"", idRule);
    row("id with an escape sequence", stage(R"("id": @"\u001b[2J", "kind": "print")"),
        Code::OutOfRange, "/stages/0/id", R"("\u001b[2J")", idRule);
    row("id too long", stage(R"("id": @")" + QByteArray(65, 'a') + R"(", "kind": "print")"),
        Code::OutOfRange, "/stages/0/id",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…", idRule);
    row("duplicate id", file(R"(    {"id": "x", "kind": "print"},
    {"id": "y", "kind": "print"},
    {"kind": "filter", "id": @"x"})"),
        Code::DuplicateId, "/stages/2/id", "\"x\"", "an id that no other stage has");
    row("no kind", file(R"(    @{"id": "x"})"), Code::MissingKey, "/stages/0", "none",
        "the key \"kind\"");
    row("unknown kind", stage(R"("id": "x", "kind": @"printf")"), Code::UnknownKind,
        "/stages/0/kind", "\"printf\"",
        "one of counter, filter, fragile, map, print, lines, files, words, match, sha256, jobs, "
        "count, archive, alert, timer, stdin, ratelimiter");
    row("kind", stage(R"("id": "x", "kind": @true)"), Code::WrongType, "/stages/0/kind", "true",
        "text in double quotes");
    row("work time without a unit", stage(R"("id": "p", "kind": "print", "workTime": @"400")"),
        Code::OutOfRange, "/stages/0/workTime", "\"400\"",
        "a duration up to an hour, such as \"400ms\" or \"0s\"");
    row("work time as a number", stage(R"("id": "p", "kind": "print", "workTime": @400)"),
        Code::WrongType, "/stages/0/workTime", "400",
        "a duration up to an hour, such as \"400ms\" or \"0s\"");
    row("thread without a name", stage(R"("id": "p", "kind": "print", "thread": @"")"),
        Code::OutOfRange, "/stages/0/thread", "\"\"",
        "1 to 64 of the characters A-Z a-z 0-9 _ . -");
    row("threads of another kind", R"({"sluice": 1, "threads": @"many", "stages": []})",
        Code::UnknownChoice, "/threads", "\"many\"",
        "dedicated, shared or shared:N with N up to 1024");
    row("work time too long", stage(R"("id": "p", "kind": "print", "workTime": @"3601s")"),
        Code::OutOfRange, "/stages/0/workTime", "\"3601s\"",
        "a duration up to an hour, such as \"400ms\" or \"0s\"");
    row("buffer of a consumer", stage(R"("id": "p", "kind": "print", "buffer": @{"size": 1})"),
        Code::UnknownOption, "/stages/0/buffer", "an object {…}",
        "no buffer, because print emits nothing");
    row("buffer without a size", stage(R"("id": "f", "kind": "filter", "buffer": @{})"),
        Code::MissingKey, "/stages/0/buffer", "none", "the key \"size\"");
    row("BAD-01 buffer of an odd size",
        stage(R"("id": "f", "kind": "filter", "buffer": {"size": @-1})"), Code::OutOfRange,
        "/stages/0/buffer/size", "-1", "an integer from 0 to 1000000000 or \"unlimited\"");
    row("buffer of a strange size",
        stage(R"("id": "f", "kind": "filter", "buffer": {"size": @"infinity"})"), Code::WrongType,
        "/stages/0/buffer/size", "\"infinity\"",
        "an integer from 0 to 1000000000 or \"unlimited\"");
    row("buffer that keeps the best",
        stage(R"("id": "f", "kind": "filter", "buffer": {"size": 1, "keep": @"best"})"),
        Code::UnknownChoice, "/stages/0/buffer/keep", "\"best\"", "one of \"first\", \"last\"");
    row("buffer with more", stage(R"("id": "f", "kind": "filter", "buffer": {"size": 1, @"x": 1})"),
        Code::UnknownOption, "/stages/0/buffer/x", "\"x\"", "one of size, keep");

    row("restart", stage(R"("id": "p", "kind": "print", "restart": @"always")"),
        Code::UnknownChoice, "/stages/0/restart", "\"always\"",
        "one of \"permanent\", \"transient\", \"temporary\"");

    // Options
    row("options", stage(R"("id": "c", "kind": "counter", "options": @[])"), Code::WrongType,
        "/stages/0/options", "a list […]", "an object {…}");
    row("BAD-01 unknown option", counter(R"(@"frist": 1)"), Code::UnknownOption,
        "/stages/0/options/frist", "\"frist\"", "one of first, step, last, rate");
    row("option of a kind without any",
        stage(R"("id": "p", "kind": "print", "options": {@"color": 1})"), Code::UnknownOption,
        "/stages/0/options/color", "\"color\"", "no option");
    row("rate of a filter", stage(R"("id": "f", "kind": "filter", "options": {@"rate": 1})"),
        Code::UnknownOption, "/stages/0/options/rate", "\"rate\"", "one of keep, of");
    row("text for a number", counter(R"("first": @"0")"), Code::WrongType,
        "/stages/0/options/first", "\"0\"", "an integer");
    row("a list for a number", counter(R"("first": @[0])"), Code::WrongType,
        "/stages/0/options/first", "a list […]", "an integer");
    row("a fraction", counter(R"("first": @0.5)"), Code::WrongType, "/stages/0/options/first",
        "0.5", "an integer");
    row("2^63", counter(R"("first": @9223372036854775808)"), Code::OutOfRange,
        "/stages/0/options/first", "9223372036854775808", "an integer of 64 bits");
    row("step 0", counter(R"("first": 3, "step": @0)"), Code::OutOfRange, "/stages/0/options/step",
        "0", "any integer but 0");
    row("last out of reach", counter(R"("step": -1, "last": @5)"), Code::OutOfRange,
        "/stages/0/options/last", "5", "at most 0 (counting from first in the direction of step)");
    row("rate 0", counter(R"("rate": @0)"), Code::OutOfRange, "/stages/0/options/rate", "0",
        "a number above 0 and up to 1000000000 (a second)");
    row("rate as text", counter(R"("rate": @"1/s")"), Code::WrongType, "/stages/0/options/rate",
        "\"1/s\"", "a number above 0 and up to 1000000000 (a second)");
    row("unknown choice", stage(R"("id": "f", "kind": "filter", "options": {"keep": @"some"})"),
        Code::UnknownChoice, "/stages/0/options/keep", "\"some\"",
        "one of even, odd, prime, multiple");
    row("multiples of 0", stage(R"("id": "f", "kind": "filter", "options": {"of": @0})"),
        Code::OutOfRange, "/stages/0/options/of", "0", "at least 1");

    // Subscriptions
    row("no from", joined(R"(    @{"to": "p"})"), Code::MissingKey, "/subscriptions/0", "none",
        "the key \"from\"");
    row("BAD-03 no to", joined(R"(    @{"from": "c"})"), Code::MissingKey, "/subscriptions/0",
        "none", "the key \"to\"");
    row("to nobody", joined(R"(    {"from": "c", "to": "f"},
    {"from": @"evens", "to": "p"})"),
        Code::UnknownStage, "/subscriptions/1/from", "\"evens\"", "the id of a stage of this file");
    row("by nobody", joined(R"(    {"from": "c", "to": @"printer"})"), Code::UnknownStage,
        "/subscriptions/0/to", "\"printer\"", "the id of a stage of this file");
    row("from a consumer", joined(R"(    {"from": @"p", "to": "f"})"), Code::FromConsumer,
        "/subscriptions/0/from", "\"p\"", "a stage that emits events (print does not)");
    row("BAD-04 to a producer", joined(R"(    {"from": "f", "to": @"c"})"), Code::ToProducer,
        "/subscriptions/0/to", "\"c\"", "a stage that takes events (counter does not)");
    row("to itself", joined(R"(    @{"from": "f", "to": "f"})"), Code::Cycle, "/subscriptions/0",
        "an object {…}", "no way back from f to f");
    row("in a cycle", joined(R"(    {"from": "c", "to": "f"},
    {"from": "f", "to": "g"},
    @{"from": "g", "to": "f"},
    {"from": "g", "to": "p"})"),
        Code::Cycle, "/subscriptions/2", "an object {…}", "no way back from f to g");
    const auto demand = [](const QByteArray &inside) {
        return joined(R"(    {"from": "c", "to": "p", )" + inside + "}");
    };
    row("BAD-02 max 0", demand(R"("maxDemand": @0)"), Code::OutOfRange,
        "/subscriptions/0/maxDemand", "0", "an integer from 1 to 1000000");
    row("max as text", demand(R"("maxDemand": @"10")"), Code::WrongType,
        "/subscriptions/0/maxDemand", "\"10\"", "an integer from 1 to 1000000");
    row("max beyond 64 bits", demand(R"("maxDemand": @18446744073709551616)"), Code::OutOfRange,
        "/subscriptions/0/maxDemand", "18446744073709551616", "an integer from 1 to 1000000");
    row("max of 2^32 + 1", demand(R"("maxDemand": @4294967297)"), Code::OutOfRange,
        "/subscriptions/0/maxDemand", "4294967297", "an integer from 1 to 1000000");
    row("BAD-02 min not below max", demand(R"("minDemand": @10, "maxDemand": 10)"),
        Code::OutOfRange, "/subscriptions/0/minDemand", "10",
        "an integer from 0 to 9 (below maxDemand)");
    row("min not below the default", demand(R"("minDemand": @1000)"), Code::OutOfRange,
        "/subscriptions/0/minDemand", "1000", "an integer from 0 to 999 (below maxDemand)");
    row("min below 0", demand(R"("minDemand": @-1)"), Code::OutOfRange,
        "/subscriptions/0/minDemand", "-1", "an integer from 0 to 999 (below maxDemand)");
    row("BAD-02 cancel", demand(R"("cancel": @"never")"), Code::UnknownChoice,
        "/subscriptions/0/cancel", "\"never\"",
        "one of \"permanent\", \"transient\", \"temporary\"");

    // The supervisor
    const auto supervisor = [](const QByteArray &inside) -> QByteArray {
        return R"({"sluice": 1, "stages": [], "supervisor": )" + inside + "}";
    };
    row("a supervisor", supervisor("@[]"), Code::WrongType, "/supervisor", "a list […]",
        "an object {…}");
    row("BAD-19 GS-170 no strategy", supervisor("@{}"), Code::MissingKey, "/supervisor", "none",
        "the key \"strategy\"");
    row("GS-170 an unknown strategy", supervisor(R"({"strategy": @"allForOne"})"),
        Code::UnknownChoice, "/supervisor/strategy", "\"allForOne\"",
        "one of \"oneForOne\", \"oneForAll\", \"restForOne\"");
    row("BAD-19 restarts below 0", supervisor(R"({"strategy": "oneForAll", "maxRestarts": @-1})"),
        Code::OutOfRange, "/supervisor/maxRestarts", "-1", "an integer from 0 to 1000000");
    row("half a second", supervisor(R"({"strategy": "oneForAll", "maxSeconds": @0.5})"),
        Code::WrongType, "/supervisor/maxSeconds", "0.5", "an integer from 0 to 1000000");
}

void TestPipelineFile::namesTheFirstProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(const Code, code);
    QFETCH(const QString, pointer);
    QFETCH(const QString, found);
    QFETCH(const QString, expected);

    const qsizetype mark = text.indexOf('@');
    QVERIFY(mark >= 0 && text.count('@') == 1);
    const QString before =
        QString::fromUtf8(text.first(mark).replace(QByteArray("\xef\xbb\xbf"), QByteArray()));
    text.remove(mark, 1);

    const LoadedPipeline loaded = read(text);
    QVERIFY(loaded.error);
    const PipelineFileError &error = *loaded.error;
    QCOMPARE(error.pointer, pointer);
    QCOMPARE(error.found, found);
    QCOMPARE(error.expected, expected);
    QCOMPARE_EQ(static_cast<int>(error.code), static_cast<int>(code));
    QCOMPARE_EQ(error.line, before.count(u'\n') + 1);
    QCOMPARE_EQ(error.column, before.size() - before.lastIndexOf(u'\n'));
    QVERIFY(loaded.pipeline.stages.empty());
}

void TestPipelineFile::namesLineColumnAndPointerInOneLine()
{
    const LoadedPipeline loaded = read("{\n  \"sluice\": 1,\n  \"stages\": {}\n}");
    QCOMPARE(toString(loaded.error.value()),
             QStringLiteral("x.sluice:3:13: /stages: expected a list […], found an object {…}"));
    QCOMPARE(toString(read("").error.value()),
             QStringLiteral("x.sluice:1:1: expected a value, found the end of the file"));
}

void TestPipelineFile::saysNothingToTheTerminalButText()
{
    const LoadedPipeline loaded =
        read(file(R"({"id": "c", "kind": "counter", "options": {"\u001b[2J\n\u202e": 1}})"));
    const QString text = toString(loaded.error.value());
    for (const QChar c : text)
        QVERIFY(c.isPrint());
    QVERIFY(text.contains(u"[2J"));
}

void TestPipelineFile::namesEventTypesThatDoNotFit()
{
    const LoadedPipeline loaded =
        read(file(R"({"id": "c", "kind": "counter"}, {"id": "w", "kind": "words"})",
                  R"(    {"from": "c", "to": "w"})"));
    QVERIFY(loaded.error);
    QVERIFY(loaded.error->code == Code::TypesDiffer);
    QCOMPARE(toString(*loaded.error),
             QStringLiteral("x.sluice:7:5: /subscriptions/0: expected events of one type (c emits "
                            "integer, w takes text), found an object {…}"));
}

void TestPipelineFile::refusesWhatIsNoFile()
{
    const QTemporaryDir directory;
    const auto code = [](const QString &path) {
        const LoadedPipeline loaded = loadPipeline(path);
        return loaded.error && loaded.error->line == 0 && loaded.error->file == path
            ? loaded.error->code
            : Code::NotJson;
    };
    const QString missing = directory.filePath(QStringLiteral("missing.sluice"));
    QVERIFY(code(missing) == Code::Missing);
    QCOMPARE(toString(loadPipeline(missing).error.value()),
             missing + QStringLiteral(": expected a pipeline file, found no such file"));
    QVERIFY(code(directory.path()) == Code::NotAFile);
    QVERIFY(code(QStringLiteral("/dev/zero")) == Code::NotAFile);
    QVERIFY(code(QString()) == Code::Missing);

    const QString pipe = directory.filePath(QStringLiteral("pipe.sluice"));
    QCOMPARE_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(code(pipe) == Code::NotAFile);
    const QString link = directory.filePath(QStringLiteral("link.sluice"));
    QVERIFY(QFile::link(pipe, link));
    QVERIFY(code(link) == Code::NotAFile);
    const QString loop = directory.filePath(QStringLiteral("loop.sluice"));
    QVERIFY(QFile::link(loop, loop));
    QVERIFY(code(loop) == Code::Missing);
    // Claims to be empty and is not: read, and found not to be a pipeline.
    QVERIFY(loadPipeline(QStringLiteral("/proc/self/maps")).error->code == Code::NotJson);
}

void TestPipelineFile::refusesWhatIsTooLarge()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("large.sluice"));
    const QByteArray small = R"({"sluice": 1, "stages": []})";
    const auto loadOfSize = [&](qsizetype size) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(small.leftJustified(size, ' ')) == size
                && (file.close(), true)
            ? loadPipeline(path)
            : LoadedPipeline();
    };
    QVERIFY(loadOfSize(pipelineFileSizeLimit));
    const LoadedPipeline tooLarge = loadOfSize(pipelineFileSizeLimit + 1);
    QVERIFY(tooLarge.error && tooLarge.error->code == Code::TooLarge);

    QByteArray stages;
    for (int i = 0; i < 10'001; ++i)
        stages +=
            (i ? ",{\"id\":\"" : "{\"id\":\"") + QByteArray::number(i) + "\",\"kind\":\"print\"}";
    const LoadedPipeline tooMany = read(file(stages));
    QVERIFY(tooMany.error && tooMany.error->code == Code::OutOfRange);
    QCOMPARE(tooMany.error->pointer, QStringLiteral("/stages/10000"));
}

void TestPipelineFile::survivesMutatedFiles()
{
    const QByteArray text = joined(R"({"from": "c", "to": "f", "maxDemand": 10, "minDemand": 5},
    {"from": "f", "to": "p", "cancel": "temporary"})");
    test::forEachSeed([&text](test::Random &random) {
        static constexpr QByteArrayView bytes = "{}[]\",:\\0123456789-.eEtfn \n\x80\xff";
        QByteArray mutated = text;
        for (auto changes = random.between(1, 4); changes > 0; --changes) {
            const auto at =
                static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(mutated.size())));
            const char byte = bytes[static_cast<qsizetype>(
                random.below(static_cast<std::uint64_t>(bytes.size())))];
            if (random.chance(1, 3))
                mutated.remove(at, static_cast<qsizetype>(random.between(1, 8)));
            else if (random.chance(1, 2))
                mutated.insert(at, byte);
            else
                mutated[at] = byte;
        }
        const LoadedPipeline loaded = read(mutated);
        if (loaded.error) {
            QVERIFY(loaded.error->line >= 1 && loaded.error->column >= 1);
            QVERIFY(!loaded.error->found.isEmpty() && !loaded.error->expected.isEmpty());
        } else {
            // What was accepted can be written and read again.
            const QByteArray written = pipelineText(loaded.pipeline);
            const LoadedPipeline again = read(written);
            QVERIFY2(again, written.constData());
            QCOMPARE(pipelineText(again.pipeline), written);
        }
    });
}

SLUICE_TEST(TestPipelineFile)

} // namespace tst_pipelinefile

#include "tst_pipelinefile.moc"
