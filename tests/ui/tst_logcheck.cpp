// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/logpanelundertest.h"
#include "ui/panels/checklabel.h"

#include <QLocale>

#include <memory>

namespace tst_logcheck {

using namespace sluice;
using test::LogPanelUnderTest;

/// What the log's check says where it cannot check.
class TestLogCheck : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void saysThatTextCannotBeChecked();
    void saysThatBroadcastNumbersCannotBeChecked();

protected:
    void prepare() override
    {
        m_log = std::make_unique<LogPanelUnderTest>();
        m_log->addConsumer(1, QStringLiteral("C1"));
        m_log->addConsumer(2, QStringLiteral("C2"));
    }

    void cleanup() { m_log.reset(); }

private:
    [[nodiscard]] QString text() const
    {
        return m_log->panel().findChild<ui::CheckLabel *>()->text();
    }

    [[nodiscard]] bool isError() const { return m_log->panel().check().result().isError(); }

    std::unique_ptr<LogPanelUnderTest> m_log;
};

void TestLogCheck::saysThatTextCannotBeChecked()
{
    m_log->handle(1, Batch::of(std::vector<std::string>{"one", "two"}));
    m_log->refresh();
    QCOMPARE(text(), QStringLiteral("Cannot be checked: these events are no whole numbers"));
    QVERIFY(!isError());
    m_log->handleEven(1, 1, 10);
    m_log->refresh();
    QCOMPARE(text(),
             QStringLiteral("2 events could not be checked (2 are no whole numbers); nothing wrong "
                            "with the others"));
}

void TestLogCheck::saysThatBroadcastNumbersCannotBeChecked()
{
    m_log->handle(1, Batch::of(std::vector<Integer>{0, 2, 4}));
    m_log->refresh();
    m_log->panel().setExpectedSequence(ui::ExpectedSequence{0, 2, true});
    for (std::uint64_t consumer : {1U, 2U})
        m_log->handle(consumer, Batch::of(std::vector<Integer>{6, 8, 10}));
    m_log->refresh();
    QVERIFY(text().startsWith(QStringLiteral("Cannot be checked: a stage broadcasts")));
    QVERIFY(!isError());
}

SLUICE_TEST(TestLogCheck)

} // namespace tst_logcheck

#include "tst_logcheck.moc"
