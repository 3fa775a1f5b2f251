// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/selector.h"
#include "core/pipeline/pipelinebuild.h"
#include "core/pipeline/pipelinefile.h"
#include "tests/support/testsupport.h"

namespace tst_dispatcherfile {

using namespace sluice;

using Code = PipelineFileError::Code;

/// Dispatchers, selectors and partitions in pipeline files. In texts of the tables an @ marks the
/// place that the error must name; it is taken out before reading.
///
/// Stands first because moc takes texts of the functions below for ends of blocks.
class TestDispatcherFile : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void writesWhatItReads();
    void namesTheFirstProblem_data();
    void namesTheFirstProblem();
    void aStageRunsWithTheDispatcherOfItsFile();
};

namespace {

/// An event that nothing is known of.
struct Parcel
{
};

StageKind producerOf(const char *name, const EventType &events)
{
    StageKind kind = *StageCatalog::standard().find(QStringLiteral("counter"));
    kind.name = QString::fromLatin1(name);
    kind.output = &events;
    return kind;
}

StageKind consumerOf(const char *name, const EventType &events)
{
    StageKind kind = *StageCatalog::standard().find(QStringLiteral("print"));
    kind.name = QString::fromLatin1(name);
    kind.input = &events;
    return kind;
}

/// The standard kinds, and producers and consumers of texts and of parcels.
const StageCatalog &catalog()
{
    static const StageCatalog all = [] {
        std::vector<StageKind> kinds = StageCatalog::standard().kinds();
        kinds.push_back(producerOf("texts", eventType<std::string>()));
        kinds.push_back(consumerOf("read", eventType<std::string>()));
        kinds.push_back(producerOf("parcels", eventType<Parcel>()));
        kinds.push_back(consumerOf("unpack", eventType<Parcel>()));
        return StageCatalog(std::move(kinds));
    }();
    return all;
}

QByteArray file(const QByteArray &stages, const QByteArray &subscriptions = {})
{
    return "{\n  \"sluice\": 1,\n  \"stages\": [\n" + stages + "\n  ],\n  \"subscriptions\": [\n"
        + subscriptions + "\n  ]\n}\n";
}

/// A producer n of \a kind with \a inside, consumers p and q of \a to, and subscriptions of theirs.
QByteArray joined(const QByteArray &kind, const QByteArray &inside, const QByteArray &to,
                  const QByteArray &first, const QByteArray &second = {})
{
    const auto subscription = [](const QByteArray &id, const QByteArray &with) -> QByteArray {
        return R"({"from": "n", "to": ")" + id + R"(")" + (with.isEmpty() ? "" : ", ") + with + "}";
    };
    const QByteArray stages = R"({"id": "n", "kind": ")" + kind + R"(", "dispatcher": )" + inside
        + R"(}, {"id": "p", "kind": ")" + to + R"("}, {"id": "q", "kind": ")" + to + R"("})";
    return file(stages, subscription("p", first) + ",\n" + subscription("q", second));
}

LoadedPipeline read(const QByteArray &text)
{
    return readPipeline(text, QStringLiteral("x.sluice"), catalog());
}

} // namespace

void TestDispatcherFile::readsWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<DispatcherDescription>("expected");

    using Names = std::vector<std::string>;
    const auto row = [](const char *written, const DispatcherDescription &expected) {
        QTest::newRow(written) << QByteArray(written) << expected;
    };
    row(R"({"kind": "demand"})", {});
    row(R"({"kind": "demand", "maxDemand": 50, "shuffle": true})",
        {.maxDemand = 50, .shuffle = true});
    row(R"({"kind": "broadcast"})", {.kind = DispatcherKind::Broadcast});
    row(R"({"kind": "partition", "partitions": 3})",
        {.kind = DispatcherKind::Partition, .partitions = 3U});
    row(R"({"kind": "partition", "partitions": ["0", "1"]})",
        {.kind = DispatcherKind::Partition, .partitions = Names{"0", "1"}});
    row(R"({"hash": {"by": "modulo"}, "partitions": 4, "kind": "partition"})",
        {.kind = DispatcherKind::Partition, .partitions = 4U, .hash = HashRule::Modulo});
    row(R"({"kind": "partition", "partitions": ["odd", "even"], "hash": {"by": "evenOdd"}})",
        {.kind = DispatcherKind::Partition,
         .partitions = Names{"odd", "even"},
         .hash = HashRule::EvenOdd});
}

void TestDispatcherFile::readsWhatIsWritten()
{
    QFETCH(const QByteArray, written);
    QFETCH(const DispatcherDescription, expected);
    const LoadedPipeline loaded =
        read(file(R"({"id": "n", "kind": "counter", "demand": "accumulate", "dispatcher": )"
                  + written + R"(}, {"id": "f", "kind": "filter"})"));
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    QVERIFY(loaded.pipeline.stages[0].dispatcher == expected);
    QVERIFY(loaded.pipeline.stages[0].run.demand == DemandMode::Accumulate);
    QVERIFY(!loaded.pipeline.stages[1].dispatcher);
    QVERIFY(loaded.pipeline.stages[1].run.demand == DemandMode::Forward);
}

void TestDispatcherFile::writesWhatItReads()
{
    const QByteArray text = R"({
  "sluice": 1,
  "stages": [
    {
      "id": "a",
      "kind": "counter",
      "dispatcher": { "kind": "demand", "maxDemand": 9, "shuffle": true },
      "demand": "accumulate",
      "workTime": "1ms",
      "note": 1
    },
    { "id": "b", "kind": "filter", "dispatcher": { "kind": "broadcast" } },
    {
      "id": "c",
      "kind": "map",
      "dispatcher": {
        "kind": "partition",
        "partitions": ["even", "odd"],
        "hash": { "by": "evenOdd" }
      }
    },
    { "id": "d", "kind": "map", "dispatcher": { "kind": "partition", "partitions": 2 } },
    { "id": "p", "kind": "print" },
    { "id": "t", "kind": "texts", "dispatcher": { "kind": "broadcast" } },
    { "id": "r", "kind": "read" }
  ],
  "subscriptions": [
    { "from": "a", "to": "b", "maxDemand": 1000 },
    { "from": "b", "to": "c", "maxDemand": 1000, "selector": { "keep": "odd" } },
    {
      "from": "b",
      "to": "d",
      "maxDemand": 1000,
      "selector": { "keep": "multiple", "of": 3, "atLeast": -5 }
    },
    { "from": "c", "to": "p", "maxDemand": 1000, "partition": "even", "weight": 2 },
    { "from": "d", "to": "p", "maxDemand": 1000, "partition": 1 },
    { "from": "t", "to": "r", "maxDemand": 1000, "selector": { "contains": "sluice é" } }
  ]
}
)";
    const LoadedPipeline loaded = read(text);
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    QCOMPARE(QString::fromUtf8(pipelineText(loaded.pipeline)), QString::fromUtf8(text));
}

void TestDispatcherFile::namesTheFirstProblem_data()
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
    const auto stage = [](const QByteArray &inside) {
        return file(R"({"id": "n", "kind": ")" + inside + "}");
    };
    const auto dispatcher = [stage](const QByteArray &inside) {
        return stage(R"(counter", "dispatcher": )" + inside);
    };
    const auto partition = [dispatcher](const QByteArray &inside) {
        return dispatcher(R"({"kind": "partition", )" + inside + "}");
    };

    // BAD-01, BAD-11: dispatcher not a dispatcher, demand not in the list
    row("§23 a dispatcher in one word", dispatcher(R"(@"broadcast")"), Code::WrongType,
        "/stages/0/dispatcher", "\"broadcast\"", "an object {…}");
    row("§23 no kind", dispatcher("@{}"), Code::MissingKey, "/stages/0/dispatcher", "none",
        "the key \"kind\"");
    row("§23 a kind there is not", dispatcher(R"({"kind": @"round-robin"})"), Code::UnknownChoice,
        "/stages/0/dispatcher/kind", "\"round-robin\"",
        "one of \"demand\", \"broadcast\", \"partition\"");
    row("§23 a dispatcher of a consumer", stage(R"(print", "dispatcher": @{"kind": "broadcast"})"),
        Code::UnknownOption, "/stages/0/dispatcher", "an object {…}",
        "no dispatcher, because print emits nothing");
    row("§23 demand not in the list", stage(R"(counter", "demand": @"hold")"), Code::UnknownChoice,
        "/stages/0/demand", "\"hold\"", "one of \"forward\", \"accumulate\"");
    row("§23 demand of a producer-consumer", stage(R"(filter", "demand": @"accumulate")"),
        Code::UnknownOption, "/stages/0/demand", "\"accumulate\"",
        "no demand mode, because filter is no producer");
    row("§23 an option of another dispatcher",
        dispatcher(R"({"kind": "broadcast", @"partitions": 2})"), Code::UnknownOption,
        "/stages/0/dispatcher/partitions", "\"partitions\"", "one of kind");
    row("§23 an option there is not", dispatcher(R"({"kind": "demand", @"max": 2})"),
        Code::UnknownOption, "/stages/0/dispatcher/max", "\"max\"",
        "one of kind, maxDemand, shuffle");
    row("§23 max 0", dispatcher(R"({"kind": "demand", "maxDemand": @0})"), Code::OutOfRange,
        "/stages/0/dispatcher/maxDemand", "0", "an integer from 1 to 1000000");
    row("§23 shuffle as a number", dispatcher(R"({"kind": "demand", "shuffle": @1})"),
        Code::WrongType, "/stages/0/dispatcher/shuffle", "1", "true or false");

    // BAD-15: no partitions, names without a hash
    row("§23 no partitions", dispatcher(R"(@{"kind": "partition"})"), Code::MissingKey,
        "/stages/0/dispatcher", "none", "the key \"partitions\"");
    const char *count = "an integer from 1 to 1000, or a list of names";
    row("§23 no partition", partition(R"("partitions": @0)"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions", "0", count);
    row("§23 too many", partition(R"("partitions": @1001)"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions", "1001", count);
    row("§23 partitions in a text", partition(R"("partitions": @"3")"), Code::WrongType,
        "/stages/0/dispatcher/partitions", "\"3\"", count);
    row("§23 an empty list", partition(R"("partitions": @[])"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions", "a list […]", "1 to 1000 names of partitions");
    row("§23 a number among the names", partition(R"("partitions": ["a", @1])"), Code::WrongType,
        "/stages/0/dispatcher/partitions/1", "1", "text in double quotes");
    row("§23 an empty name", partition(R"("partitions": [@""])"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions/0", "\"\"", "1 to 64 of the characters A-Z a-z 0-9 _ . -");
    row("§23 a name twice", partition(R"("partitions": ["b", "a", "c", @"a"])"), Code::DuplicateId,
        "/stages/0/dispatcher/partitions/3", "\"a\"", "a name that no other partition has");
    row("§23 GS-167 names without a hash",
        dispatcher(R"(@{"kind": "partition", "partitions": ["a", "b"]})"), Code::MissingKey,
        "/stages/0/dispatcher", "an object {…}",
        "the key \"hash\", because the partitions have names");
    row("§23 a hash without a rule", partition(R"("partitions": 2, "hash": @{})"), Code::MissingKey,
        "/stages/0/dispatcher/hash", "none", "the key \"by\"");
    row("§23 a hash for texts", partition(R"("partitions": 2, "hash": {"by": @"firstLetter"})"),
        Code::UnknownChoice, "/stages/0/dispatcher/hash/by", "\"firstLetter\"",
        "one of \"modulo\", \"evenOdd\"");
    row("§23 modulo with names",
        partition(R"("partitions": @["a", "b"], "hash": {"by": "modulo"})"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions", "a list […]",
        "a number of partitions, for the hash by modulo");
    row("§23 even and odd with numbers",
        partition(R"("partitions": @2, "hash": {"by": "evenOdd"})"), Code::OutOfRange,
        "/stages/0/dispatcher/partitions", "2", "[\"even\", \"odd\"], for the hash by evenOdd");
    row("§23 events without a hash",
        stage(R"(parcels", "dispatcher": @{"kind": "partition", "partitions": 2})"),
        Code::UnknownOption, "/stages/0/dispatcher", "an object {…}",
        "no partitions, because events of type event have no hash");
    row("§23 a hash for events that have none",
        stage(R"(parcels", "dispatcher": {"kind": "partition", "partitions": 2, "hash": @{}})"),
        Code::UnknownOption, "/stages/0/dispatcher/hash", "an object {…}",
        "no hash, because there is none for events of type event");

    // BAD-16: partition missing, unknown, taken
    const auto subscribed = [](const QByteArray &first, const QByteArray &second) {
        return joined("counter",
                      R"({"kind": "partition", "partitions": ["even", "odd"],
                          "hash": {"by": "evenOdd"}})",
                      "print", first, second);
    };
    row("§23 GS-168 a partition that is missing",
        file(
            R"({"id": "n", "kind": "counter", "dispatcher": {"kind": "partition", "partitions": 3}},
             {"id": "p", "kind": "print"})",
            R"(@{"from": "n", "to": "p"})"),
        Code::MissingKey, "/subscriptions/0", "an object {…}",
        "the key \"partition\", which is one of 0, 1, 2");
    row("§23 GS-168 a partition there is not", subscribed(R"("partition": @"prime")", ""),
        Code::UnknownChoice, "/subscriptions/0/partition", "\"prime\"", "one of even, odd");
    row("§23 GS-168 a number for a name", subscribed(R"("partition": @0)", ""), Code::UnknownChoice,
        "/subscriptions/0/partition", "0", "one of even, odd");
    row("§23 GS-168 a partition of a strange type", subscribed(R"("partition": @[])", ""),
        Code::WrongType, "/subscriptions/0/partition", "a list […]", "one of even, odd");
    row("§23 GS-168 a partition that is taken",
        subscribed(R"("partition": "odd")", R"("partition": @"odd")"), Code::PartitionTaken,
        "/subscriptions/1/partition", "\"odd\"",
        "a partition of its own for q (odd of n goes to p already)");
    row("§23 a partition of a stage that has none",
        joined("counter", R"({"kind": "broadcast"})", "print", R"("partition": @0)"),
        Code::UnknownOption, "/subscriptions/0/partition", "0",
        "no partition, because n has none (its dispatcher is broadcast)");

    // BAD-18: a selector that is none
    const auto selected = [](const QByteArray &selector) {
        return joined("counter", R"({"kind": "broadcast"})", "print", R"("selector": )" + selector);
    };
    row("§23 a selector of a stage that does not broadcast",
        joined("counter", R"({"kind": "demand"})", "print", R"("selector": @{"keep": "odd"})"),
        Code::UnknownOption, "/subscriptions/0/selector", "an object {…}",
        "no selector, because n does not broadcast (its dispatcher is demand)");
    row("§23 a selector in one word", selected(R"(@"odd")"), Code::WrongType,
        "/subscriptions/0/selector", "\"odd\"", "an object {…}");
    row("§23 a selector without a condition", selected("@{}"), Code::MissingKey,
        "/subscriptions/0/selector", "an object {…}", "a condition: \"keep\" or \"atLeast\"");
    row("§23 a selector for texts", selected(R"({@"contains": "1"})"), Code::UnknownOption,
        "/subscriptions/0/selector/contains", "\"contains\"", "one of keep, of, atLeast");
    row("§23 a selector that keeps the best", selected(R"({"keep": @"best"})"), Code::UnknownChoice,
        "/subscriptions/0/selector/keep", "\"best\"", "one of \"even\", \"odd\", \"multiple\"");
    row("§23 odd ones of 3", selected(R"({"keep": "odd", "of": @3})"), Code::UnknownOption,
        "/subscriptions/0/selector/of", "3", "\"of\" only with \"keep\": \"multiple\"");
    row("§23 multiples of 0", selected(R"({"keep": "multiple", "of": @0})"), Code::OutOfRange,
        "/subscriptions/0/selector/of", "0", "an integer from 1 to 9223372036854775807");
    row("§23 texts that contain nothing",
        joined("texts", R"({"kind": "broadcast"})", "read", R"("selector": {"contains": @""})"),
        Code::OutOfRange, "/subscriptions/0/selector/contains", "\"\"", "a text that is not empty");
    row("§23 a selector for events that nothing is known of",
        joined("parcels", R"({"kind": "broadcast"})", "unpack", R"("selector": @{"keep": "odd"})"),
        Code::UnknownOption, "/subscriptions/0/selector", "an object {…}",
        "no selector, because there is none for events of type event");
}

void TestDispatcherFile::namesTheFirstProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(const Code, code);
    QFETCH(const QString, pointer);
    QFETCH(const QString, found);
    QFETCH(const QString, expected);

    const qsizetype mark = text.indexOf('@');
    QVERIFY(mark >= 0 && text.count('@') == 1);
    const QString before = QString::fromUtf8(text.first(mark));
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
}

void TestDispatcherFile::aStageRunsWithTheDispatcherOfItsFile()
{
    const LoadedPipeline loaded = read(file(R"(
    {"id": "b", "kind": "counter", "dispatcher": {"kind": "broadcast"}, "demand": "accumulate"},
    {"id": "d", "kind": "map", "dispatcher": {"kind": "partition", "partitions": 2}},
    {"id": "p", "kind": "print"})",
                                            R"(
    {"from": "b", "to": "d", "selector": {"keep": "odd"}},
    {"from": "d", "to": "p", "partition": 1})"));
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    Pipeline pipeline;
    const std::vector<StageId> ids = build(pipeline, loaded.pipeline, catalog(), nullptr);
    const Snapshot snapshot = pipeline.snapshot();
    QVERIFY(snapshot.stages[0].dispatcher == DispatcherKind::Broadcast);
    QVERIFY(snapshot.stages[1].dispatcher == DispatcherKind::Partition);
    QVERIFY(snapshot.stages[2].dispatcher == DispatcherKind::Demand);
    QVERIFY(pipeline.stageOptions(ids[0]).demand == DemandMode::Accumulate);
    const SubscriptionOptions first = pipeline.subscriptionOptions(snapshot.subscriptions[0].id);
    QVERIFY(first.selector && first.selector->eventType() == eventType<Integer>());
    const Integer three = 3;
    const Integer four = 4;
    QVERIFY(first.selector->passes(&three) && !first.selector->passes(&four));
    QCOMPARE(pipeline.subscriptionOptions(snapshot.subscriptions[1].id).partition.value(),
             std::string("1"));
}

SLUICE_TEST(TestDispatcherFile)

} // namespace tst_dispatcherfile

#include "tst_dispatcherfile.moc"
