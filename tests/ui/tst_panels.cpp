// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/canvas/graphview.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/messagebar.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QDockWidget>

namespace tst_panels {

using namespace sluice;
using namespace sluice::ui;

// Where the window's panels are.
class TestPanels : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndHidesEachPanelWithAltAndItsNumber();
    void bringsAPanelForwardThatATabCovers();
    void takesAPanelOutOfTheWindowByKey();
    void putsPanelsAsALayoutSays();
    void remembersALayoutUnderItsName();
    void keepsTheLayoutUntilTheNextStart();

protected:
    void prepare() override { QApplication::setQuitOnLastWindowClosed(false); }
};

void TestPanels::showsAndHidesEachPanelWithAltAndItsNumber()
{
    WindowUnderTest window;
    const QList<QDockWidget *> docks = window->layouts().docks();
    QCOMPARE_GE(docks.size(), 4);
    for (int i = 0; i < docks.size(); ++i) {
        const auto isSeen = [&] { return !docks[i]->visibleRegion().isEmpty(); };
        // One that another tab covers is not seen until that has gone.
        QTRY_COMPARE(window->layouts().actions()[i]->isChecked(), isSeen());
        const bool wasSeen = isSeen();
        QTest::keyClick(&*window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::AltModifier);
        QTRY_COMPARE(isSeen(), !wasSeen);
    }
}

void TestPanels::bringsAPanelForwardThatATabCovers()
{
    WindowUnderTest window;
    QWidget *notes = dock(*window, "notes");
    QTRY_VERIFY(notes->visibleRegion().isEmpty());
    QTest::keyClick(&*window, Qt::Key_5, Qt::AltModifier);
    QTRY_VERIFY(!notes->visibleRegion().isEmpty());
    QTest::keyClick(&*window, Qt::Key_5, Qt::AltModifier);
    QVERIFY(notes->isHidden());
}

void TestPanels::takesAPanelOutOfTheWindowByKey()
{
    WindowUnderTest window;
    window->graph().setFocus();
    QTest::keyClick(&window->graph(), Qt::Key_0, Qt::AltModifier);
    QVERIFY(window->messageBar().text().contains(QStringLiteral("No panel")));
    window->log().setFocus();
    QTRY_VERIFY(window->log().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_0, Qt::AltModifier);
    QVERIFY(dock(*window, "log")->isFloating());
    QTRY_VERIFY(window->log().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_0, Qt::AltModifier);
    QVERIFY(!dock(*window, "log")->isFloating());
}

void TestPanels::putsPanelsAsALayoutSays()
{
    WindowUnderTest window;
    window->layouts().apply(WindowLayout::BuiltIn::Class);
    QVERIFY(dock(*window, "inspector")->isHidden());
    QVERIFY(dock(*window, "log")->isHidden());
    QVERIFY(!dock(*window, "charts")->isHidden());
    window->layouts().apply(WindowLayout::BuiltIn::Debug);
    for (const char *name : {"inspector", "log", "charts", "outline"})
        QVERIFY2(!dock(*window, name)->isHidden(), name);
    window->layouts().apply(WindowLayout::BuiltIn::Compact);
    QVERIFY(window->tabifiedDockWidgets(dock(*window, "log")).contains(dock(*window, "charts")));
    dock(*window, "charts")->setFloating(true);
    window->action(Act::ResetLayout)->trigger();
    for (const char *name : {"inspector", "log", "charts"}) {
        QVERIFY2(!dock(*window, name)->isHidden(), name);
        QVERIFY2(!dock(*window, name)->isFloating(), name);
    }
    // Behind the log are the notes, and nothing else.
    QCOMPARE(window->tabifiedDockWidgets(dock(*window, "log")),
             QList<QDockWidget *>{dock(*window, "notes")});
}

void TestPanels::remembersALayoutUnderItsName()
{
    WindowUnderTest window;
    WindowLayout &layouts = window->layouts();
    dock(*window, "log")->hide();
    layouts.save(QStringLiteral("my/own & only"));
    window->resetLayout();
    QVERIFY(!dock(*window, "log")->isHidden());
    QCOMPARE(layouts.names(), QStringList{QStringLiteral("my/own & only")});
    layouts.apply(QStringLiteral("my/own & only"));
    QVERIFY(dock(*window, "log")->isHidden());
    layouts.remove(QStringLiteral("my/own & only"));
    QVERIFY(layouts.names().isEmpty());
    layouts.apply(QStringLiteral("never saved")); // then the default one
    QVERIFY(!dock(*window, "log")->isHidden());
}

void TestPanels::keepsTheLayoutUntilTheNextStart()
{
    WindowUnderTest first;
    dock(*first, "outline")->show();
    dock(*first, "log")->hide();
    first->layouts().remember();
    MainWindow second({{}, first.path(QStringLiteral("settings.ini"))});
    QVERIFY(!dock(second, "outline")->isHidden());
    QVERIFY(dock(second, "log")->isHidden());
}

SLUICE_TEST(TestPanels)

} // namespace tst_panels

#include "tst_panels.moc"
