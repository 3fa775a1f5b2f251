// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/jsonnode.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_jsonnode {

using namespace sluice;

class TestJsonNode : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatQtReads_data();
    void readsWhatQtReads();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void nestingHasALimit();
    void keepsIntegersExactly();
    void knowsWhereEverythingStands();
    void pointsAsTheStandardSays();
    void countsLinesAndCharacters();
    void manyKeysTakeNoTime();
};

void TestJsonNode::readsWhatQtReads_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text :
         {R"([])", R"({})", R"([1, -2.5e3, 0, 1E2, 1e-2, true, false, null])",
          R"({"a": {"b": [{"c": "d"}]}, "": 1})", R"(["\"\\\/\b\f\n\r\t", "\u00e9\ud83d\ude00"])",
          " \t\r\n[ 1 , 2 ] \n", "[\"\xc3\xa9\xf0\x9f\x98\x80\"]", R"([9007199254740993])"})
        QTest::newRow(text) << QByteArray(text);
}

void TestJsonNode::readsWhatQtReads()
{
    QFETCH(const QByteArray, text);
    const JsonText json = parseJson(text);
    QVERIFY(!json.problem);
    const QJsonDocument reference = QJsonDocument::fromJson(text);
    QVERIFY(
        json.root.toValue()
        == (reference.isArray() ? QJsonValue(reference.array()) : QJsonValue(reference.object())));
}

void TestJsonNode::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");

    const auto row = [](const QByteArray &text, int at, const char *found, const char *expected) {
        const QByteArray name = text.toHex().left(40) + ' ' + text.left(20).simplified();
        QTest::newRow(name.constData())
            << text << at << QString::fromUtf8(found) << QString::fromUtf8(expected);
    };
    const char *end = "the end of the file";
    const char *string = "'\"' (control characters are written as \\u00XX)";
    const char *escape = "one of \"\\/bfnrtu after the backslash";
    row("", 0, end, "a value");
    row("  ", 2, end, "a value");
    row("[", 1, end, "a value");
    row("[1", 2, end, "',' or ']'");
    row("[1,]", 3, "']'", "a value");
    row("[1 2]", 3, "'2'", "',' or ']'");
    row("{", 1, end, "a key in double quotes");
    row("{'a': 1}", 1, "'''", "a key in double quotes");
    row("{\"a\" 1}", 5, "'1'", "':'");
    row("{\"a\": 1,}", 8, "'}'", "a key in double quotes");
    row("{\"a\": }", 6, "'}'", "a value");
    row("[] []", 3, "'['", end);
    row("// x\n[]", 0, "'/'", "a value");
    row("[tru]", 1, "'t'", "a value");
    row("[truely]", 5, "'l'", "',' or ']'");
    row("[NaN]", 1, "'N'", "a value");
    row("[01]", 2, "'1'", "',' or ']'");
    row("[1.]", 3, "']'", "a digit");
    row("[.5]", 1, "'.'", "a value");
    row("[+1]", 1, "'+'", "a value");
    row("[-]", 2, "']'", "a digit");
    row("[1e]", 3, "']'", "a digit");
    row("[1e400]", 1, "1e400", "a number below 1.8e308");
    row("[\"\\q\"]", 3, "'q'", escape);
    row("[\"\\u12g4\"]", 6, "'g'", "four hexadecimal digits");
    row("[\"\\ud800\"]", 2, "half a pair of surrogates", "a character");
    row("[\"\\ud800\\u0041\"]", 2, "half a pair of surrogates", "a character");
    row("[\"\\udc00\"]", 2, "half a pair of surrogates", "a character");
    row("[\"a\nb\"]", 3, "the end of the line", string);
    row("[\"a\tb\"]", 3, "the byte 0x09", string);
    row(QByteArray("[\"a\0b\"]", 7), 3, "the byte 0x00", string);
    row("[\"abc", 5, end, string);
    row("[\"\xff\"]", 2, "bytes that are not", "text in UTF-8");
    row("[\"\xc0\xaf\"]", 2, "bytes that are not", "text in UTF-8");
    row("[\"\xed\xa0\x80\"]", 2, "bytes that are not", "text in UTF-8");
    row(QByteArray("\xff\xfe[\0]\0", 6), 0, "the byte 0xff", "a value");
    row(QByteArray("[1]\0", 4), 3, "the byte 0x00", end);
}

void TestJsonNode::refusesWhatIsNoJson()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, at);
    QFETCH(const QString, found);
    QFETCH(const QString, expected);
    const JsonText json = parseJson(text);
    QVERIFY(json.problem);
    QVERIFY(json.problem->code == JsonProblem::Code::Syntax);
    QCOMPARE(json.problem->found, found);
    QCOMPARE(json.problem->expected, expected);
    QCOMPARE_EQ(json.problem->at, at);
}

void TestJsonNode::nestingHasALimit()
{
    const auto nested = [](qsizetype levels) -> QByteArray {
        return QByteArray(levels, '[') + QByteArray(levels, ']');
    };
    QVERIFY(!parseJson(nested(jsonDepthLimit)).problem);
    for (const qsizetype levels :
         {qsizetype(jsonDepthLimit) + 1, qsizetype(1025), qsizetype(500'000)}) {
        const JsonText json = parseJson(nested(levels));
        QVERIFY(json.problem);
        QVERIFY(json.problem->code == JsonProblem::Code::TooDeep);
        QCOMPARE_EQ(json.problem->at, jsonDepthLimit);
    }
    // Depth, not number: neighbours do not add up.
    QVERIFY(!parseJson("[" + QByteArray("[],").repeated(1000) + "[]]").problem);
}

void TestJsonNode::keepsIntegersExactly()
{
    const auto number = [](const char *text) { return parseJson(text).root.scalar; };
    QCOMPARE_EQ(number("9223372036854775807").toInteger(), std::numeric_limits<qint64>::max());
    QCOMPARE_EQ(number("-9223372036854775808").toInteger(), std::numeric_limits<qint64>::min());
    QCOMPARE_EQ(number("9007199254740993").toInteger(), 9007199254740993);
    QCOMPARE_EQ(number("9223372036854775808").toDouble(), 9223372036854775808.0);
    QCOMPARE_EQ(number("9223372036854775808").toInteger(7), 7);
}

void TestJsonNode::knowsWhereEverythingStands()
{
    const QByteArray text = R"({"a": [10, {"b": "c"}], "d": true})";
    const JsonText json = parseJson(text);
    QVERIFY(!json.problem);
    const auto textOf = [&text](const JsonNode &node) {
        return QString::fromUtf8(text.mid(node.begin, node.end - node.begin));
    };
    const JsonNode *a = json.root.find(u"a");
    QVERIFY(a);
    QCOMPARE(textOf(json.root), QString::fromUtf8(text));
    QCOMPARE(textOf(*a), QStringLiteral(R"([10, {"b": "c"}])"));
    QCOMPARE(textOf(a->children[0]), QStringLiteral("10"));
    const JsonNode &b = a->children[1].children[0];
    QCOMPARE(textOf(b), QStringLiteral("\"c\""));
    QCOMPARE_EQ(b.keyBegin, text.indexOf("\"b\""));
    QCOMPARE(json.root.pointerTo(b), QStringLiteral("/a/1/b"));
    QCOMPARE(json.root.pointerTo(json.root), QString());
    QVERIFY(!json.root.find(u"c"));
}

void TestJsonNode::pointsAsTheStandardSays()
{
    const JsonText json = parseJson(R"({"": {"a/b": 0, "m~n": 1}})");
    const JsonNode &inner = json.root.children[0];
    QCOMPARE(json.root.pointerTo(inner), QStringLiteral("/"));
    QCOMPARE(json.root.pointerTo(inner.children[0]), QStringLiteral("//a~1b"));
    QCOMPARE(json.root.pointerTo(inner.children[1]), QStringLiteral("//m~0n"));
    const JsonText twice = parseJson(R"([0, {"x": {"a/b": 1, "a/b": 2}}])");
    QVERIFY(twice.problem->code == JsonProblem::Code::DuplicateKey);
    QCOMPARE(twice.problem->pointer, QStringLiteral("/1/x/a~1b"));
    QCOMPARE_EQ(twice.problem->at, 21);
}

void TestJsonNode::countsLinesAndCharacters()
{
    const auto place = [](const QByteArray &text, qsizetype offset) {
        const auto [line, column] = placeOf(text, offset);
        return QStringLiteral("%1:%2").arg(line).arg(column);
    };
    QCOMPARE(place("abc", 0), QStringLiteral("1:1"));
    QCOMPARE(place("abc", 3), QStringLiteral("1:4"));
    QCOMPARE(place("a\nbc", 2), QStringLiteral("2:1"));
    QCOMPARE(place("a\r\nbc", 4), QStringLiteral("2:2"));
    QCOMPARE(place("\xc3\xa9\xf0\x9f\x98\x80x", 6), QStringLiteral("1:3"));
    QCOMPARE(place("\xef\xbb\xbf{", 3), QStringLiteral("1:1"));
    QCOMPARE(place("\xef\xbb\xbf\n{", 4), QStringLiteral("2:1"));
    QVERIFY(!parseJson("\xef\xbb\xbf{}").problem);
}

void TestJsonNode::manyKeysTakeNoTime()
{
    // Descending, the worst order for QJsonObject: at a second each this would hit the time limit.
    QByteArray text = "{";
    for (int i = 99'999; i > 0; --i)
        text += '"' + QByteArray::number(i).rightJustified(6, '0') + "\":0,";
    text += "\"000000\":0}";
    const JsonText json = parseJson(text);
    QVERIFY(!json.problem);
    QCOMPARE_EQ(json.root.toValue().toObject().size(), 100'000);
}

SLUICE_TEST(TestJsonNode)

} // namespace tst_jsonnode

#include "tst_jsonnode.moc"
