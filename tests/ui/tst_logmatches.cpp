// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logmatches.h"

#include <algorithm>
#include <set>

namespace tst_logmatches {

using namespace sluice;
using ui::LogMatches;

namespace {

constexpr std::int64_t chunkRows = ui::LogStore::rowsPerChunk;

} // namespace

class TestLogMatches : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void looksFromTheNewestChunkToTheOldest();
    void knowsWhatASetWouldKnow();
};

void TestLogMatches::looksFromTheNewestChunkToTheOldest()
{
    LogMatches matches;
    QVERIFY(matches.isComplete());
    matches.reset(100, 100 + chunkRows + 10);
    QCOMPARE(matches.rowsLeft(), chunkRows + 10);
    QCOMPARE(matches.next().begin, 100 + chunkRows);
    QCOMPARE(matches.next().end, 100 + chunkRows + 10);
    QCOMPARE(matches.next(1).begin, 100);
    matches.addNext({3});
    QCOMPARE(matches.rowsLeft(), chunkRows);
    QCOMPARE(matches.numberAt(0), 103 + chunkRows);
    matches.addNext({0, 7});
    QVERIFY(matches.isComplete());
    QCOMPARE(matches.size(), 3);
    QCOMPARE(matches.numberAt(0), 100);
    QCOMPARE(matches.placeOf(108), 2);
    QVERIFY(matches.contains(107));
    QVERIFY(!matches.contains(108));
}

void TestLogMatches::knowsWhatASetWouldKnow()
{
    test::forEachSeed(
        [](test::Random &random) {
            std::int64_t begin = random.between(0, 10'000);
            std::int64_t end = begin + random.between(0, 3 * chunkRows);
            const auto isMatch = [](std::int64_t number) { return number % 701 == 3; };
            std::set<std::int64_t> looked;
            LogMatches matches;
            matches.reset(begin, end);
            const auto lookOnce = [&matches, &looked, &isMatch] {
                const LogMatches::Span span = matches.next();
                std::vector<LogMatches::Offset> offsets;
                for (std::int64_t number = span.begin; number < span.end; ++number) {
                    if (!isMatch(number))
                        continue;
                    offsets.push_back(static_cast<LogMatches::Offset>(number - span.begin));
                    looked.insert(number);
                }
                matches.addNext(std::move(offsets));
            };
            if (!matches.isComplete())
                lookOnce();
            for (int round = 0; round < 12; ++round) {
                for (std::int64_t i = random.between(0, 3000); i > 0; --i, ++end) {
                    if (isMatch(end)) {
                        matches.append(end);
                        looked.insert(end);
                    }
                }
                if (!matches.isComplete() && random.chance(1, 2))
                    lookOnce();
                if (end - begin > chunkRows && random.chance(1, 2)) {
                    matches.dropOldestChunk();
                    begin += chunkRows;
                    looked.erase(looked.begin(), looked.lower_bound(begin));
                }
                QCOMPARE(matches.size(), std::ssize(looked));
                std::int64_t place = 0;
                for (std::int64_t number : looked) {
                    QCOMPARE(matches.numberAt(place), number);
                    QCOMPARE(matches.placeOf(number), place);
                    QCOMPARE(matches.placeOf(number + 1), ++place);
                }
            }
        },
        100);
}

SLUICE_TEST(TestLogMatches)

} // namespace tst_logmatches

#include "tst_logmatches.moc"
