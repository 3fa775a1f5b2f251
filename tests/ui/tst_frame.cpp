// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/controls.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/actions/keybindings.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/pictureexport.h"
#include "ui/models/logmodel.h"
#include "ui/models/outlinemodel.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/outlinepanel.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/pointerring.h"
#include "ui/window/startpage.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

namespace tst_frame {

using namespace sluice;
using namespace sluice::ui;

namespace {

const auto evens = [] { return QStringLiteral("evens"); };
const auto printer = [] { return QStringLiteral("printer"); };
const auto printer2 = [] { return QStringLiteral("printer2"); };

} // namespace

// Widgets on real threads: waits are for what the pipeline does, and end on a counted condition.
class TestFrame : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fitsSmallAndLargeScreens_data();
    void fitsSmallAndLargeScreens();
    void showsTheStartPageWhileThereAreNoStages();
    void findsEverythingInThePalette();
    void doesWhatIsTypedIntoThePalette();
    void addsAStageOfEveryKindThereIs();
    void choosesThemeAndMotionInTheMenus();
    void looksForRowsOfTheLogFromAnywhere();
    void selectsInTheOutlineAsInTheGraph();
    void slowsASecondConsumerWithTheKeyboardAlone();
    void enterOnAStageChangesItsWorkTime();
    void presentsAndGoesBack();
    void presentsAsTheSettingsSay();
    void exportsThePicture_data();
    void exportsThePicture();
    void bindsEveryActionOfTheMenus();
    void namesEveryControlEverywhere();
    void offersWhatACrashHasLeft();

protected:
    void prepare() override { QApplication::setQuitOnLastWindowClosed(false); }
};

void TestFrame::fitsSmallAndLargeScreens_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("layout");

    QTest::newRow("1024x600") << QSize(1024, 600)
                              << static_cast<int>(WindowLayout::BuiltIn::Compact);
    QTest::newRow("1920x1080") << QSize(1920, 1080)
                               << static_cast<int>(WindowLayout::BuiltIn::Default);
    QTest::newRow("3840x2160") << QSize(3840, 2160)
                               << static_cast<int>(WindowLayout::BuiltIn::Default);
}

void TestFrame::fitsSmallAndLargeScreens()
{
    QFETCH(const QSize, size);
    QFETCH(const int, layout);
    WindowUnderTest window;
    window->layouts().apply(static_cast<WindowLayout::BuiltIn>(layout));
    window->resize(size);
    QCoreApplication::processEvents(); // lays out
    QCOMPARE(window->size(), size);
    QCOMPARE_LE(window->minimumSizeHint().width(), size.width());
    QCOMPARE_LE(window->minimumSizeHint().height(), size.height());
    QCOMPARE_GE(window->graph().height(), size.height() / 4);
    QCOMPARE(test::clippedTexts(*window).join(u'\n'), QString());
}

void TestFrame::showsTheStartPageWhileThereAreNoStages()
{
    WindowUnderTest window(fullSpeed());
    auto *page = window->findChild<StartPage *>();
    QVERIFY(!page->isVisible());
    QTest::keyClick(&*window, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QVERIFY(window.snapshot().stages.empty());
    QCOMPARE(test::namelessControls(*page).join(u'\n'), QString());
    for (QPushButton *button : page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Even numbers"))
            button->click();
    }
    QVERIFY(!page->isVisible());
    QTRY_VERIFY(window.snapshot().received > 0);
}

void TestFrame::findsEverythingInThePalette()
{
    WindowUnderTest window;
    QTest::keyClick(&*window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *palette = window->findChild<CommandPalette *>();
    QVERIFY(palette && palette->isVisible());
    QCOMPARE(test::namelessControls(*palette).join(u'\n'), QString());
    QTest::keyClicks(palette->field(), QStringLiteral("pause"));
    QVERIFY2(palette->list()->currentIndex().data().toString().contains(QStringLiteral("F6")),
             qPrintable(palette->list()->currentIndex().data().toString()));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_COMPARE_EQ(window.snapshot().runState, RunState::Paused);
    QTRY_VERIFY(!window->findChild<CommandPalette *>());

    window->action(Act::Palette)->trigger();
    palette = window->findChild<CommandPalette *>();
    QTest::keyClicks(palette->field(), QStringLiteral("no such thing"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QVERIFY(!palette->message()->isHidden());
}

void TestFrame::doesWhatIsTypedIntoThePalette()
{
    WindowUnderTest window(fullSpeed());
    const auto type = [&window](const char *text) {
        window->action(Act::Palette)->trigger();
        auto *palette = window->findChild<CommandPalette *>();
        palette->field()->setText(QLatin1String(text));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        const bool isDone = !palette->isVisible();
        delete palette;
        return isDone;
    };
    QVERIFY(type("add consumer extra to evens"));
    QVERIFY(window->document().stage(QStringLiteral("extra")));
    QVERIFY(type("set extra.maxDemand 4"));
    QCOMPARE_EQ(
        window->document().subscription(evens(), QStringLiteral("extra"))->options.maxDemand, 4);
    QVERIFY(!type("remove nobody"));
    QVERIFY(type("remove extra"));
    QVERIFY(!window->document().stage(QStringLiteral("extra")));
}

void TestFrame::addsAStageOfEveryKindThereIs()
{
    WindowUnderTest window(fullSpeed());
    window->action(Act::New)->trigger();
    int added = 0;
    for (QAction *action : window->keys().actions()) {
        if (!action->objectName().startsWith(QStringLiteral("add-")) || !action->isEnabled())
            continue;
        action->trigger();
        ++added;
        QCOMPARE_EQ(window->document().description().stages.size(),
                    static_cast<std::size_t>(added));
    }
    QCOMPARE_GE(added, 4);
    while (window->document().undoStack().canUndo())
        window->document().undoStack().undo();
    QVERIFY(window->document().description().stages.empty());
    QVERIFY(!window->isWindowModified());
}

void TestFrame::choosesThemeAndMotionInTheMenus()
{
    WindowUnderTest window;
    const auto choice = [&window](const char *name) {
        return window->findChild<QAction *>(QLatin1String(name));
    };
    QVERIFY(choice("theme-system")->isChecked());
    choice("theme-dark")->trigger();
    QVERIFY(window->settings().appearance().theme == Theme::Dark);
    QVERIFY(!choice("theme-system")->isChecked());
    choice("motion-off")->trigger();
    QVERIFY(window->settings().appearance().motion == Motion::Off);
    QVERIFY(window->settings().appearance().theme == Theme::Dark);
    window->settings().setAppearance({}); // as the dialog does
    QVERIFY(choice("theme-system")->isChecked());
    QVERIFY(choice("motion-full")->isChecked());
    for (const char *name : {"theme-highContrast", "motion-reduced"})
        QVERIFY(window->keys().actions().contains(choice(name)));
}

void TestFrame::looksForRowsOfTheLogFromAnywhere()
{
    WindowUnderTest window(fullSpeed());
    QTRY_VERIFY(window.snapshot().received > 0);
    dock(*window, "log")->hide();
    window->graph().setFocus();
    QTest::keyClick(&window->graph(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!dock(*window, "log")->isHidden());
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("kind:batch"));
    auto *log = window->findChild<LogModel *>();
    QTRY_VERIFY(log->matchCount() > 0);
    window->graph().setFocus();
    QTest::keyClick(&window->graph(), Qt::Key_F3);
    QVERIFY(!window->log().isFollowing());
}

void TestFrame::selectsInTheOutlineAsInTheGraph()
{
    WindowUnderTest window;
    dock(*window, "outline")->show();
    OutlinePanel &outline = window->outline();
    QTRY_COMPARE(outline.outline()->rowCount(), 3);
    QVERIFY(window.select(printer()));
    const StageId id = window->document().stageId(printer());
    QCOMPARE(outline.selectedStages(), QList<StageId>{id});
    outline.setFocus();
    QTest::keyClick(&outline, Qt::Key_Up);
    QCOMPARE(window->graph().selectedStages(), QList<StageId>{window->document().stageId(evens())});
    QTest::keyClick(&outline, Qt::Key_Insert);
    QVERIFY(window->document().stage(printer2()));
    QTRY_COMPARE(outline.selectedStages(), QList<StageId>{window->document().stageId(printer2())});
    QTest::keyClick(&outline, Qt::Key_Delete);
    QVERIFY(!window->document().stage(printer2()));
    QTest::keyClick(&outline, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window->graph().selectedStages().size(), 3);
    QCOMPARE(outline.selectedStages().size(), 3);
}

// The lesson's first step as somebody does it who has no mouse.
void TestFrame::slowsASecondConsumerWithTheKeyboardAlone()
{
    WindowUnderTest window(fullSpeed());
    QTest::keyClick(&*window, Qt::Key_Insert);
    QVERIFY(window->document().stage(printer2()));
    QTest::keyClick(&*window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QWidget *field = QApplication::focusWidget();
    QTest::keyClicks(field, QStringLiteral("set printer2.workTime 2ms"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE_EQ(window->document().stage(printer2())->run.workTime.count(), 2'000'000);
}

void TestFrame::enterOnAStageChangesItsWorkTime()
{
    WindowUnderTest window(fullSpeed());
    QVERIFY(window.select(QStringLiteral("printer")));
    dock(*window, "inspector")->hide();
    QTest::keyClick(&window->graph(), Qt::Key_Return);
    QVERIFY(!dock(*window, "inspector")->isHidden());
    QTRY_VERIFY(qobject_cast<QDoubleSpinBox *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("3"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE_EQ(window->document().stage(QStringLiteral("printer"))->run.workTime.count(),
                3'000'000);
}

void TestFrame::presentsAndGoesBack()
{
    WindowUnderTest window;
    const double before = QApplication::font().pointSizeF();
    dock(*window, "log")->show();
    QTest::keyClick(&*window, Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(window->isFullScreen());
    QCOMPARE(QApplication::font().pointSizeF(), 1.5 * before);
    QVERIFY(dock(*window, "log")->isHidden());
    QVERIFY(!dock(*window, "charts")->isHidden());
    QTest::keyClick(&*window, Qt::Key_F6); // actions work without the menu bar
    QCOMPARE_EQ(window.snapshot().runState, RunState::Paused);
    QTest::keyClick(&*window, Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(!window->isFullScreen());
    QCOMPARE(QApplication::font().pointSizeF(), before);
    QVERIFY(!dock(*window, "log")->isHidden());
}

void TestFrame::presentsAsTheSettingsSay()
{
    WindowUnderTest window;
    const double before = QApplication::font().pointSizeF();
    window->action(Act::Presenter)->trigger();
    auto *ring = window->findChild<PointerRing *>();
    QVERIFY(!ring->isVisible());
    QTest::mouseMove(window->windowHandle(), QPoint(200, 150));
    QTRY_VERIFY(ring->isVisible());
    QCOMPARE_LE((ring->geometry().center() - QPoint(200, 150)).manhattanLength(), 2);
    window->settings().setPresenter({200, false, false, true});
    QCOMPARE(QApplication::font().pointSizeF(), 2 * before);
    QVERIFY(isHighContrast(QApplication::palette()));
    window->action(Act::Presenter)->trigger();
    QVERIFY(!ring->isVisible());
    QCOMPARE(QApplication::font().pointSizeF(), before);
    QVERIFY(!isHighContrast(QApplication::palette()));
    window->action(Act::Presenter)->trigger();
    QTest::mouseMove(window->windowHandle(), QPoint(300, 250));
    QTest::keyClick(&*window, Qt::Key_F6);
    QCOMPARE_EQ(window.snapshot().runState, RunState::Paused);
    QVERIFY(!ring->isVisible());
    window->action(Act::Presenter)->trigger();
}

void TestFrame::exportsThePicture_data()
{
    QTest::addColumn<QString>("format");

    for (const QString &format : pictureFormats())
        QTest::newRow(qPrintable(format)) << format;
}

void TestFrame::exportsThePicture()
{
    QFETCH(const QString, format);
    WindowUnderTest window;
    QVERIFY(window.select(printer()));
    const QString path = window.path(QStringLiteral("graph.") + format);
    QCOMPARE(writePicture(*window->graph().scene(), path), std::nullopt);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray begin = file.read(200);
    if (format == u"png") {
        const QImage image(path);
        QCOMPARE_GT(image.width(), 200);
        QCOMPARE_GT(image.colorCount() + image.depth(), 8);
    } else if (format == u"pdf") {
        QVERIFY(begin.startsWith("%PDF"));
    } else {
        QVERIFY(begin.contains("<svg"));
    }
    QVERIFY(writePicture(*window->graph().scene(), window.path(QStringLiteral("graph.txt")))
                ->contains(QStringLiteral(".png")));
    QVERIFY(writePicture(*window->graph().scene(),
                         window.path(QStringLiteral("none/graph.") + format)));
}

void TestFrame::bindsEveryActionOfTheMenus()
{
    WindowUnderTest window;
    QSet<QString> names;
    for (const QAction *action : window->keys().actions()) {
        QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
        names.insert(action->objectName());
    }
    for (const char *name :
         {"undo", "redo", "panel1", "panel4", "palette", "presenter", "addConsumer",
          "removeConsumer", "add-counter", "exportPicture", "settings"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestFrame::namesEveryControlEverywhere()
{
    WindowUnderTest window;
    dock(*window, "outline")->show();
    QVERIFY(window.select(printer()));
    QCOMPARE(test::namelessControls(*window).join(u'\n'), QString());
    window->action(Act::Settings)->trigger();
    auto *dialog = window->findChild<SettingsDialog *>();
    QVERIFY(dialog);
    for (int page = 0; page < dialog->tabs()->count(); ++page) {
        dialog->tabs()->setCurrentIndex(page);
        QCOMPARE(test::namelessControls(*dialog).join(u'\n'), QString());
    }
    dialog->close();
    window->action(Act::Shortcuts)->trigger();
    QCOMPARE(test::namelessControls(*window).join(u'\n'), QString());
}

void TestFrame::offersWhatACrashHasLeft()
{
    WindowUnderTest window;
    const QString folder = window.path(QStringLiteral("recovery"));
    QVERIFY(QFile::copy(fullSpeed(), folder + QStringLiteral("/crashed.sluice")));
    MainWindow next({{}, window.path(QStringLiteral("settings.ini"))});
    QVERIFY2(next.messageBar().text().contains(QStringLiteral("ended unexpectedly")),
             qPrintable(next.messageBar().text()));
}

SLUICE_TEST(TestFrame)

} // namespace tst_frame

#include "tst_frame.moc"
