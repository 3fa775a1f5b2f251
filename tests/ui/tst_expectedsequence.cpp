// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/expectedsequence.h"

#include <QStringList>

namespace tst_expectedsequence {

using sluice::Integer;
using sluice::PipelineDescription;
using sluice::ui::expectedSequence;
using sluice::ui::ExpectedSequence;

namespace {

QJsonObject keep(const char *what, int of = 0)
{
    QJsonObject options{{QStringLiteral("keep"), QLatin1String(what)}};
    if (of != 0)
        options.insert(QStringLiteral("of"), of);
    return options;
}

QJsonObject apply(const char *what, int by)
{
    return {{QStringLiteral("do"), QLatin1String(what)}, {QStringLiteral("by"), by}};
}

QJsonObject count(int first, int step)
{
    return {{QStringLiteral("first"), first}, {QStringLiteral("step"), step}};
}

struct Builder
{
    PipelineDescription description;

    Builder &stage(const char *id, const char *kind, const QJsonObject &options = {})
    {
        description.stages.push_back({QLatin1String(id), QLatin1String(kind), options, {}, {}, {}});
        return *this;
    }

    Builder &join(const char *from, const char *to)
    {
        description.subscriptions.push_back({QLatin1String(from), QLatin1String(to), {}, {}});
        return *this;
    }

    [[nodiscard]] std::optional<ExpectedSequence> expected() const
    {
        return expectedSequence(description);
    }
};

/// counter > (kind with options) > print
std::optional<ExpectedSequence> through(const QJsonObject &counter, const char *kind,
                                        const QJsonObject &options)
{
    return Builder()
        .stage("numbers", "counter", counter)
        .stage("middle", kind, options)
        .stage("printer", "print")
        .join("numbers", "middle")
        .join("middle", "printer")
        .expected();
}

Builder evens()
{
    return Builder()
        .stage("numbers", "counter")
        .stage("evens", "filter", keep("even"))
        .stage("printer", "print")
        .join("numbers", "evens")
        .join("evens", "printer");
}

std::optional<ExpectedSequence> sequence(Integer first, Integer step)
{
    return ExpectedSequence{first, step};
}

} // namespace

class TestExpectedSequence : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void expectsEveryEvenNumberOfTheLesson() { QCOMPARE(evens().expected(), sequence(0, 2)); }

    void followsFiltersAndMaps()
    {
        QCOMPARE(through(count(0, 1), "filter", keep("odd")), sequence(1, 2));
        QCOMPARE(through(count(5, 2), "filter", keep("odd")), sequence(5, 2));
        QCOMPARE(through(count(5, 2), "filter", keep("even")), std::nullopt);
        QCOMPARE(through(count(-7, 1), "filter", keep("even")), sequence(-6, 2));
        QCOMPARE(through(count(10, -3), "filter", keep("multiple", 5)), sequence(10, -15));
        QCOMPARE(through(count(1, 4), "filter", keep("multiple", 6)), std::nullopt);
        QCOMPARE(through(count(2, 4), "filter", keep("multiple", 6)), sequence(6, 12));
        QCOMPARE(through(count(1, 1), "map", apply("add", 10)), sequence(11, 1));
        QCOMPARE(through(count(1, 1), "map", apply("multiply", -3)), sequence(-3, -3));
    }

    void expectsNothingWhereNothingCanBeSaid()
    {
        QCOMPARE(Builder().expected(), std::nullopt);
        QCOMPARE(through(count(0, 1), "filter", keep("prime")), std::nullopt);
        QCOMPARE(through(count(0, 1), "map", apply("multiply", 0)), std::nullopt);
        QCOMPARE(through(count(0, 1), "unheard-of", {}), std::nullopt);
        QCOMPARE(through(count(0, 0), "filter", keep("even")), std::nullopt);
    }

    void doesNotMindMoreConsumersAndAlikeWays()
    {
        Builder many = evens();
        many.stage("printer2", "print").join("evens", "printer2").stage("idle", "print");
        QCOMPARE(many.expected(), sequence(0, 2));
        many.stage("evens2", "filter", keep("even"))
            .join("numbers", "evens2")
            .join("evens2", "printer2");
        QCOMPARE(many.expected(), sequence(0, 2));
    }

    void expectsNothingOfDifferentWaysOrSources()
    {
        Builder direct = evens();
        direct.stage("all", "print").join("numbers", "all");
        QCOMPARE(direct.expected(), std::nullopt);

        Builder twoSources = evens();
        twoSources.stage("more", "counter").join("more", "evens");
        QCOMPARE(twoSources.expected(), std::nullopt);

        Builder twoFilters = evens();
        twoFilters.stage("odds", "filter", keep("odd"))
            .join("numbers", "odds")
            .join("odds", "printer");
        QCOMPARE(twoFilters.expected(), std::nullopt);
    }

    void knowsThatABroadcastCopies()
    {
        PipelineDescription description;
        for (const char *id : {"numbers", "one", "two"}) {
            sluice::StageDescription &stage = description.stages.emplace_back();
            stage.id = QString::fromLatin1(id);
            stage.kind = description.stages.size() == 1 ? QStringLiteral("counter")
                                                        : QStringLiteral("print");
        }
        description.stages[0].run.dispatcher = sluice::BroadcastDispatcherOptions{};
        const auto join = [&description](const char *to) {
            sluice::SubscriptionDescription &subscription =
                description.subscriptions.emplace_back();
            subscription.from = QStringLiteral("numbers");
            subscription.to = QString::fromLatin1(to);
        };
        join("one");
        QCOMPARE(expectedSequence(description), sequence(0, 1));
        join("two");
        QCOMPARE(expectedSequence(description), std::optional(ExpectedSequence{0, 1, true}));
    }

    void endsInACycleToo()
    {
        Builder cycle = evens();
        cycle.stage("back", "map", apply("add", 1)).join("evens", "back").join("back", "evens");
        QCOMPARE(cycle.expected(), std::nullopt);
    }
};

SLUICE_TEST(TestExpectedSequence)

} // namespace tst_expectedsequence

#include "tst_expectedsequence.moc"
