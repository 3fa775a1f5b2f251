// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/logpanelundertest.h"
#include "ui/panels/logsearchbar.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>

#include <memory>

namespace tst_logsearch {

using namespace sluice;
using test::LogPanelUnderTest;
using ui::LogSearchBar;

class TestLogSearch : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void showsWhatIsTyped();
    void underlinesWhatItCannotRead();
    void keepsTheFilterWhileTheTextIsWrong();
    void goesToTheNextAndThePreviousMatch();
    void findingTheNewestRowIsNoFollowing();
    void searchKeysWorkInTheRows();
    void keepsWhatIsReadWhenTheSearchEnds();
    void escapeClearsAndLeaves();
    void saysThatNothingMatches();

protected:
    void prepare() override
    {
        m_log = std::make_unique<LogPanelUnderTest>();
        m_log->addConsumer(1, QStringLiteral("C1"));
        m_log->addConsumer(2, QStringLiteral("C2"));
        for (int i = 0; i < 50; ++i) {
            m_log->handleEven(1, 1, 10);
            m_log->handleEven(2, 1, 10);
        }
        m_log->refresh();
    }

    void cleanup() { m_log.reset(); }

private:
    [[nodiscard]] LogSearchBar *bar() const { return m_log->panel().findChild<LogSearchBar *>(); }

    [[nodiscard]] QLineEdit *field() const { return bar()->findChild<QLineEdit *>(); }

    [[nodiscard]] int currentRow() const { return m_log->view().currentIndex().row(); }

    void showAll() const { bar()->findChild<QCheckBox *>()->setChecked(false); }

    std::unique_ptr<LogPanelUnderTest> m_log;
};

void TestLogSearch::showsWhatIsTyped()
{
    QTest::keyClicks(field(), QStringLiteral("consumer:C2 value:100..200"));
    QCOMPARE(bar()->remark(), QStringLiteral("3 of 100 rows match"));
    QCOMPARE(m_log->log().rowCount(), 3);
    QCOMPARE(m_log->numbersAt(0), QStringLiteral("100 … 118"));
    m_log->handleEven(2, 1, 10);
    m_log->refresh();
    QCOMPARE(bar()->remark(), QStringLiteral("3 of 101 rows match"));
}

void TestLogSearch::underlinesWhatItCannotRead()
{
    bar()->setText(QStringLiteral("value:1 wiat>5ms"));
    QCOMPARE(bar()->errors().size(), 1U);
    QCOMPARE(bar()->errors().front().start, 8);
    QVERIFY(bar()->remark().contains(QStringLiteral("“wiat” is not known")));
    QVERIFY(field()->accessibleDescription().contains(QStringLiteral("wiat")));
    // The text itself is untouched by its underlining.
    QCOMPARE(field()->text(), QStringLiteral("value:1 wiat>5ms"));
    const QImage wrong = field()->grab().toImage();
    bar()->setText(QStringLiteral("value:1 wait>5ms"));
    QVERIFY(bar()->errors().empty());
    QVERIFY(field()->grab().toImage() != wrong);
}

void TestLogSearch::keepsTheFilterWhileTheTextIsWrong()
{
    bar()->setText(QStringLiteral("consumer:C2"));
    bar()->setText(QStringLiteral("consumer:C2 value:"));
    QCOMPARE(m_log->log().rowCount(), 50);
}

void TestLogSearch::goesToTheNextAndThePreviousMatch()
{
    showAll();
    bar()->setText(QStringLiteral("value:100..160"));
    QCOMPARE(m_log->log().rowCount(), 100);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(currentRow(), 5);
    QVERIFY(m_log->view().selectionModel()->isRowSelected(5));
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(currentRow(), 8);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(currentRow(), 8);
    QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(currentRow(), 7);
    QVERIFY(!m_log->panel().isFollowing());
}

void TestLogSearch::findingTheNewestRowIsNoFollowing()
{
    showAll();
    bar()->setText(QStringLiteral("value:1998"));
    m_log->panel().findNext();
    QCOMPARE(currentRow(), 99);
    QVERIFY(!m_log->panel().isFollowing());
    m_log->handleEven(1, 5, 10);
    m_log->refresh();
    QCOMPARE(currentRow(), 99);
    QVERIFY(m_log->view().visualRect(m_log->view().currentIndex()).top() >= 0);
}

void TestLogSearch::searchKeysWorkInTheRows()
{
    showAll();
    bar()->setText(QStringLiteral("value:100..160"));
    m_log->view().setFocus();
    QTest::keyClick(&m_log->view(), Qt::Key_F3);
    QCOMPARE(currentRow(), 5);
    QTest::keyClick(&m_log->view(), Qt::Key_F3);
    QTest::keyClick(&m_log->view(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(currentRow(), 5);
    QTest::keyClick(&m_log->view(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field()->hasFocus());
}

void TestLogSearch::keepsWhatIsReadWhenTheSearchEnds()
{
    bar()->setText(QStringLiteral("value:1000"));
    m_log->panel().findNext();
    QCOMPARE(currentRow(), 0);
    bar()->setText({});
    QCOMPARE(currentRow(), 50);
    QCoreApplication::processEvents();
    const QRect row = m_log->view().visualRect(m_log->view().currentIndex());
    QVERIFY(m_log->view().viewport()->rect().contains(row.center()));
    QVERIFY(!m_log->panel().isFollowing());
}

void TestLogSearch::escapeClearsAndLeaves()
{
    field()->setFocus();
    bar()->setText(QStringLiteral("value:1000"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(field()->text().isEmpty());
    QVERIFY(field()->hasFocus());
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(m_log->view().hasFocus());
}

void TestLogSearch::saysThatNothingMatches()
{
    bar()->setText(QStringLiteral("value:-5"));
    QCOMPARE(bar()->remark(), QStringLiteral("0 of 100 rows match"));
    for (const QAbstractButton *button : bar()->findChildren<QAbstractButton *>()) {
        if (button->accessibleName().endsWith(QStringLiteral("match")))
            QVERIFY(!button->isEnabled());
    }
}

SLUICE_TEST(TestLogSearch)

} // namespace tst_logsearch

#include "tst_logsearch.moc"
