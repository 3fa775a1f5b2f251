// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stagecatalog.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>

namespace tst_stagecatalog {

using namespace sluice;

namespace {

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// Something for every option of \a kind that must be there.
QJsonObject requiredOptions(const StageKind &kind)
{
    QJsonObject options;
    for (const OptionSpec &spec : kind.options) {
        if (spec.isRequired)
            options.insert(spec.name, QStringLiteral("some/path"));
    }
    return options;
}

} // namespace

class TestStageCatalog : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindMakesABehaviourOfItsRoleAndTypes();
    void theDefaultsOfEveryOptionAreValid();
    void aNameThatIsNotThereIsNotFound();
    void checksOptions_data();
    void checksOptions();
    void integersAreExact_data();
    void integersAreExact();
    void makesTheBehaviourThatTheOptionsSay();
};

void TestStageCatalog::everyKindMakesABehaviourOfItsRoleAndTypes()
{
    QStringList names;
    for (const StageKind &kind : StageCatalog::standard().kinds()) {
        names.append(kind.name);
        QVERIFY(!kind.summary.isEmpty());
        const auto behaviour = kind.make(requiredOptions(kind), {});
        QVERIFY(behaviour);
        QVERIFY(behaviour->role() == kind.role);
        QVERIFY(behaviour->inputType() == kind.input);
        QVERIFY(behaviour->outputType() == kind.output);
        QVERIFY(StageCatalog::standard().find(kind.name) == &kind);
    }
    QCOMPARE(names.join(u' '),
             QStringLiteral("counter filter fragile map print lines files words match sha256 jobs "
                            "count archive alert timer stdin ratelimiter"));
}

void TestStageCatalog::theDefaultsOfEveryOptionAreValid()
{
    for (const StageKind &kind : StageCatalog::standard().kinds()) {
        QJsonObject defaults = requiredOptions(kind);
        QVERIFY2(!kind.validate(defaults), qPrintable(kind.name));
        for (const OptionSpec &spec : kind.options) {
            QVERIFY(!spec.summary.isEmpty());
            if (!spec.defaultValue.isUndefined())
                defaults.insert(spec.name, spec.defaultValue);
        }
        QVERIFY2(!kind.validate(defaults), qPrintable(kind.name));
    }
}

void TestStageCatalog::aNameThatIsNotThereIsNotFound()
{
    QVERIFY(!StageCatalog::standard().find(QStringLiteral("Counter")));
    QVERIFY(!StageCatalog::standard().find(QString()));
}

void TestStageCatalog::checksOptions_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("problem"); // option|expectation|got; empty: none

    const auto row = [](const char *kind, const char *options, const char *problem) {
        QTest::addRow("%s %s", kind, options) << kind << options << problem;
    };
    row("counter", R"({"first": -5, "step": -2, "last": -5})", "");
    row("counter", R"({"first": 9223372036854775807})", "");
    row("counter", R"({"step": 0})", "step|any integer but 0|0");
    row("counter", R"({"last": -1})",
        "last|at least 0 (counting from first in the direction of step)|-1");
    row("counter", R"({"first": 3, "step": -1, "last": 4})",
        "last|at most 3 (counting from first in the direction of step)|4");
    row("counter", R"({"first": 2.5})", "first|an integer|2.5");
    row("counter", R"({"first": "0"})", "first|an integer|0");
    row("counter", R"({"first": 9223372036854775808})",
        "first|an integer of 64 bits|9223372036854776000");
    row("counter", R"({"frist": 1})", "frist|one of first, step, last, rate|1");
    row("filter", R"({"keep": "multiple", "of": 1})", "");
    row("filter", R"({"keep": "some"})", "keep|one of even, odd, prime, multiple|some");
    row("filter", R"({"keep": true})", "keep|one of even, odd, prime, multiple|true");
    row("filter", R"({"of": 0})", "of|at least 1|0");
    row("map", R"({"do": "multiply", "by": -9223372036854775808})", "");
    row("map", R"({"do": "divide"})", "do|one of add, multiply|divide");
    row("lines", "{}", "file|a path|nothing");
    row("lines", R"({"file": ""})", "file|a path|");
    row("lines", R"({"file": 5})", "file|a path|5");
    row("words", R"({"lower": true})", "");
    row("words", R"({"lower": "yes"})", "lower|true or false|yes");
    row("match", R"({"contains": "", "pattern": "^a+$"})", "");
    row("match", R"({"contains": 5})", "contains|a text|5");
    row("match", R"j({"pattern": "a(b"})j",
        "pattern|a regular expression (missing closing parenthesis at character 4)|a(b");
    row("timer", R"({"interval": "250ms"})", "");
    row("timer", R"({"interval": "soon"})", "interval|a duration such as \"400ms\"|soon");
    row("timer", R"({"interval": "10us"})", "interval|at least 0.001 s|10us");
}

void TestStageCatalog::checksOptions()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, options);
    QFETCH(const QString, problem);
    QString found;
    if (const auto error = StageCatalog::standard().find(kind)->validate(parsed(options)))
        found = QString::fromStdString(error->option + "|" + error->expectation + "|" + error->got);
    QCOMPARE(found, problem);
}

void TestStageCatalog::integersAreExact_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<std::optional<Integer>>("expected");

    const auto row = [](const char *name, const QJsonValue &value,
                        std::optional<Integer> expected) {
        QTest::newRow(name) << value << expected;
    };
    row("2^53 + 1", qint64(9007199254740993), 9007199254740993);
    row("the largest", std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
    row("1e3", 1e3, 1000);
    row("2^63", 9223372036854775808.0, {});
    row("a half", 0.5, {});
    row("text", QStringLiteral("5"), {});
    row("nothing", QJsonValue::Undefined, {});
}

void TestStageCatalog::integersAreExact()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const std::optional<Integer>, expected);
    QVERIFY(exactInteger(value) == expected);
}

void TestStageCatalog::makesTheBehaviourThatTheOptionsSay()
{
    const auto make = [](const char *kind, const char *options) {
        return StageCatalog::standard()
            .find(QString::fromLatin1(kind))
            ->make(parsed(QString::fromLatin1(options)), {});
    };
    const Batch numbers =
        make("counter", R"({"first": 10, "step": 5, "last": 30})")->runDemand(100);
    QCOMPARE_EQ(numbers.size(), 5);
    const Batch kept = make("filter", R"({"keep": "multiple", "of": 10})")->runEvents(numbers, {});
    QCOMPARE_EQ(kept.size(), 3);
    const Batch results = make("map", R"({"do": "multiply", "by": -2})")->runEvents(kept, {});
    QCOMPARE(QString::fromStdString(results.textAt(2)), QStringLiteral("-60"));
}

SLUICE_TEST(TestStageCatalog)

} // namespace tst_stagecatalog

#include "tst_stagecatalog.moc"
