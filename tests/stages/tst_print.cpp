// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/print.h"
#include "tests/support/testsupport.h"

namespace tst_print {

using namespace sluice;

namespace {

/// Keeps what was written; takes no more after \a limit events.
class Paper final : public EventSink
{
public:
    explicit Paper(std::size_t limit)
        : m_limit(limit)
    {
    }

    bool write(const QString &consumer, const Batch &events) override
    {
        for (EventCount i = 0; i < events.size(); ++i)
            lines.append(consumer + u' ' + QString::fromStdString(events.textAt(i)));
        return static_cast<std::size_t>(lines.size()) < m_limit;
    }

    QStringList lines;

private:
    std::size_t m_limit;
};

} // namespace

class TestPrint : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryEventUnderItsOwnName();
    void isFinishedWhenNobodyReads();
    void printsNowhereWithoutAnOutput();
};

void TestPrint::writesEveryEventUnderItsOwnName()
{
    const auto paper = std::make_shared<Paper>(100);
    Print print({QStringLiteral("printer"), paper, {}});
    print.handleEvents(Batch::of(std::vector<Integer>{0, 2}), {});
    print.handleEvents(Batch::of(std::vector<std::string>{"minus four"}), {});
    QCOMPARE(paper->lines,
             QStringList({QStringLiteral("printer 0"), QStringLiteral("printer 2"),
                          QStringLiteral("printer minus four")}));
    QVERIFY(!print.isFinished());
}

void TestPrint::isFinishedWhenNobodyReads()
{
    Print print({QStringLiteral("printer"), std::make_shared<Paper>(2), {}});
    print.handleEvents(Batch::of(std::vector<Integer>{0}), {});
    QVERIFY(!print.isFinished());
    print.handleEvents(Batch::of(std::vector<Integer>{2}), {});
    QVERIFY(print.isFinished());
}

void TestPrint::printsNowhereWithoutAnOutput()
{
    Print print({QStringLiteral("printer"), nullptr, {}});
    print.handleEvents(Batch::of(std::vector<Integer>{0, 2, 4}), {});
    QVERIFY(!print.isFinished());
}

SLUICE_TEST(TestPrint)

} // namespace tst_print

#include "tst_print.moc"
