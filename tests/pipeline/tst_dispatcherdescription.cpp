// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/partitionhash.h"
#include "core/flow/selector.h"
#include "core/pipeline/dispatcherdescription.h"
#include "tests/support/testsupport.h"

#include <limits>

namespace tst_dispatcherdescription {

using namespace sluice;

namespace {

constexpr Integer lowest = std::numeric_limits<Integer>::min();
constexpr Integer highest = std::numeric_limits<Integer>::max();

/// "0: 4 2; 1: 3" says which events each partition gets.
template<class Event>
std::string sorted(const DispatcherDescription &dispatcher, std::vector<Event> events)
{
    const auto options =
        std::get<PartitionDispatcherOptions>(dispatcherOptions(dispatcher, eventType<Event>()));
    const PartitionNames names(options.partitions);
    const Batch batch = Batch::of(std::move(events));
    const PartitionedBatch result = options.hash ? options.hash->sort(batch, batch.size(), names)
                                                 : sortByStableHash(batch, batch.size(), names);
    std::string text;
    for (const auto &[partition, part] : result.parts) {
        text += (text.empty() ? "" : "; ") + names.name(partition) + ":";
        for (EventCount i = 0; i < part.size(); ++i)
            text += " " + part.textAt(i);
    }
    return text;
}

DispatcherDescription partitions(DispatcherDescription::Partitions all,
                                 std::optional<HashRule> hash)
{
    return {.kind = DispatcherKind::Partition, .partitions = std::move(all), .hash = hash};
}

std::string selected(const SelectorDescription &selector, const std::vector<Integer> &numbers)
{
    const auto made = makeSelector(selector, eventType<Integer>());
    std::string text;
    for (const Integer number : numbers) {
        if (made->passes(&number))
            text += (text.empty() ? "" : " ") + std::to_string(number);
    }
    return text;
}

} // namespace

/// What the rules that a file may name do with events.
class TestDispatcherDescription : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsPartitions();
    void moduloIsNeverNegative();
    void evenAndOddGoToTheirNames();
    void textsGoByTheirFirstLetter();
    void withoutAHashEveryEventHasItsPlace();
    void selectorsMeetEveryCondition();
    void makesTheOptionsOfEachKind();
};

void TestDispatcherDescription::knowsItsPartitions()
{
    const DispatcherDescription three = partitions(3U, {});
    QVERIFY(three.hasPartition("0") && three.hasPartition("2"));
    for (const char *other : {"3", "-1", "01", "+1", " 1", "", "1.0", "a"})
        QVERIFY2(!three.hasPartition(other), other);
    QVERIFY(three.partitionNames() == std::vector<std::string>({"0", "1", "2"}));

    const DispatcherDescription named = partitions(std::vector<std::string>{"b", "a"}, {});
    QVERIFY(named.hasPartition("a") && !named.hasPartition("0"));
    QVERIFY(named.partitionNames() == std::vector<std::string>({"b", "a"}));
}

void TestDispatcherDescription::moduloIsNeverNegative()
{
    QCOMPARE(sorted<Integer>(partitions(3U, HashRule::Modulo),
                             {0, 1, 2, 3, -1, -2, -3, lowest, highest}),
             "0: 0 3 -3; 1: 1 -2 " + std::to_string(lowest) + " " + std::to_string(highest)
                 + "; 2: 2 -1");
}

void TestDispatcherDescription::evenAndOddGoToTheirNames()
{
    const auto all = partitions(std::vector<std::string>{"odd", "even"}, HashRule::EvenOdd);
    QCOMPARE(sorted<Integer>(all, {0, 1, 2, -1, -2, lowest, highest}),
             "odd: 1 -1 " + std::to_string(highest) + "; even: 0 2 -2 " + std::to_string(lowest));
}

void TestDispatcherDescription::textsGoByTheirFirstLetter()
{
    const auto all = partitions(3U, HashRule::FirstLetter);
    QCOMPARE(sorted<std::string>(all, {"apple", "Avocado", "banana", "cherry", "date", "Zebra"}),
             std::string("0: apple Avocado date; 1: banana Zebra; 2: cherry"));
    // Neither letters nor texts at all: somewhere, and the same place each time.
    const std::vector<std::string> strange = {"", "7 up", "\xc3\xa9t\xc3\xa9", "@", "["};
    const std::string once = sorted(all, strange);
    QCOMPARE(sorted(all, strange), once);
    QVERIFY(once.find("7 up") != std::string::npos);
}

void TestDispatcherDescription::withoutAHashEveryEventHasItsPlace()
{
    const std::string numbers = sorted<Integer>(partitions(4U, {}), {5, 6, 5, 6});
    QVERIFY(numbers.find("5 ") != std::string::npos
            && numbers == sorted<Integer>(partitions(4U, {}), {5, 6, 5, 6}));
    const std::string texts = sorted<std::string>(partitions(1U, {}), {"a", "b"});
    QCOMPARE(texts, std::string("0: a b"));
}

void TestDispatcherDescription::selectorsMeetEveryCondition()
{
    using Keep = SelectorDescription::Keep;
    const std::vector<Integer> all = {-3, -2, 0, 1, 2, 3, 6, 9};
    QCOMPARE(selected({.keep = Keep::Even}, all), std::string("-2 0 2 6"));
    QCOMPARE(selected({.keep = Keep::Odd}, all), std::string("-3 1 3 9"));
    QCOMPARE(selected({.keep = Keep::Multiple}, all), std::string("-2 0 2 6"));
    QCOMPARE(selected({.keep = Keep::Multiple, .of = 3}, all), std::string("-3 0 3 6 9"));
    QCOMPARE(selected({.atLeast = 2}, all), std::string("2 3 6 9"));
    QCOMPARE(selected({.keep = Keep::Odd, .atLeast = 2}, all), std::string("3 9"));

    const auto contains =
        makeSelector({.contains = QStringLiteral("\u00e9t")}, eventType<std::string>());
    const std::string summer = "l'\xc3\xa9t\xc3\xa9";
    const std::string winter = "l'hiver";
    QVERIFY(contains->passes(&summer) && !contains->passes(&winter));
}

void TestDispatcherDescription::makesTheOptionsOfEachKind()
{
    const auto options = [](const DispatcherDescription &dispatcher) {
        return dispatcherOptions(dispatcher, eventType<Integer>());
    };
    const auto demand =
        std::get<DemandDispatcherOptions>(options({.maxDemand = 7, .shuffle = true}));
    QCOMPARE_EQ(demand.maxDemand.value(), 7);
    QVERIFY(demand.shuffleOnFirstDispatch);
    QVERIFY(!std::get<DemandDispatcherOptions>(options({})).maxDemand);
    QVERIFY(kindOf(options({.kind = DispatcherKind::Broadcast})) == DispatcherKind::Broadcast);
    const auto partition =
        std::get<PartitionDispatcherOptions>(options(partitions(2U, HashRule::Modulo)));
    QVERIFY(!partition.validate(&eventType<Integer>()));
    QCOMPARE_EQ(partition.partitions.size(), 2U);
}

SLUICE_TEST(TestDispatcherDescription)

} // namespace tst_dispatcherdescription

#include "tst_dispatcherdescription.moc"
