// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/controls.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/actions/keybindings.h"
#include "ui/canvas/graphview.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/inspector.h"
#include "ui/panels/logsearchbar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/commandpalette.h"
#include "ui/window/windowlayout.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialog>
#include <QDirIterator>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QTabWidget>

#include <utility>

namespace tst_accessibility {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// The item models that the sources declare.
QSet<QString> declaredModels()
{
    static const QRegularExpression form(
        QStringLiteral("class (\\w+)[^;{]*: public Q(?:Abstract\\w+|StandardItem|SortFilterProxy)"
                       "Model"));
    QSet<QString> names;
    QDirIterator files(QStringLiteral(SLUICE_SOURCE_DIR "/ui"), {QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = form.globalMatch(text); match.hasNext();)
            names.insert(QStringLiteral("sluice::ui::") + match.next().captured(1));
    }
    return names;
}

QString className(const QObject *object)
{
    return QString::fromLatin1(object->metaObject()->className());
}

/// Not Qt's own, as those of combo boxes.
QList<QAbstractItemModel *> ownModels(const QWidget &window)
{
    QList<QAbstractItemModel *> models = window.findChildren<QAbstractItemModel *>();
    models.removeIf([](const QAbstractItemModel *model) {
        return !className(model).startsWith(QStringLiteral("sluice::"));
    });
    return models;
}

/// The controls of \a root that the Tab key does not come to, beginning where the focus is.
QStringList unreached(QWidget &root)
{
    QList<QPointer<QWidget>> waiting;
    for (QWidget *widget : test::controlsOf(root))
        waiting.append(widget);
    // Twice around, for a graph with a few stages and some hundred controls.
    for (int i = 0; i < 1000 && !waiting.isEmpty(); ++i) {
        // A window that has just come up gives it to the first one.
        QWidget *window = root.window();
        QWidget *focus = window->focusWidget() ? window->focusWidget() : window;
        for (QWidget *reached = focus; reached; reached = reached->parentWidget())
            waiting.removeAll(reached);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QStringList names;
    for (const QPointer<QWidget> &widget : std::as_const(waiting))
        names.append(widget ? test::pathOf(widget) : QStringLiteral("one that has gone"));
    return names;
}

} // namespace

// Widgets on real threads: waits are for what the pipeline does, and end on a counted condition.
class TestAccessibility : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyModelStaysConsistentWhileThePipelineIsEdited();
    void tabComesToEveryControlOfEveryPanel();
    void tabComesToEveryControlOfEveryDialog();
    void everyActionIsInTheMenusAndTheKeyList();
    void everyControlOfEveryPanelHasAName();

protected:
    void prepare() override { QApplication::setQuitOnLastWindowClosed(false); }

private:
    static void showAlone(WindowUnderTest &window, QDockWidget *dock)
    {
        for (QDockWidget *other : window->layouts().docks())
            other->setVisible(other == dock);
        dock->raise();
        QCoreApplication::processEvents(); // lays out
    }
};

void TestAccessibility::everyModelStaysConsistentWhileThePipelineIsEdited()
{
    WindowUnderTest window(fullSpeed());
    for (QDockWidget *dock : window->layouts().docks())
        dock->show();
    window->action(Act::Palette)->trigger();
    auto *palette = window->findChild<CommandPalette *>();
    QVERIFY(palette);
    QSet<QString> tested;
    for (QAbstractItemModel *model : ownModels(*window)) {
        // A child of its model, because the palette's goes before the window does.
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     model);
        tested.insert(className(model));
    }
    const QStringList forgotten = (declaredModels() - tested).values();
    QCOMPARE(forgotten.join(u'\n'), QString());

    for (const char *text : {"add", "zoom", "no such thing", ""})
        palette->field()->setText(QLatin1String(text));
    palette->close();
    auto *search = window->findChild<LogSearchBar *>();
    for (int i = 0; i < 3; ++i) {
        const EventCount before = window.snapshot().received;
        window->action(Act::AddConsumer)->trigger();
        search->setText(i % 2 == 0 ? QStringLiteral("value:100..") : QString());
        QTRY_VERIFY(window.snapshot().received > before);
        window->action(Act::RemoveConsumer)->trigger();
        window->document().undoStack().undo();
        QCoreApplication::processEvents();
    }
}

void TestAccessibility::tabComesToEveryControlOfEveryPanel()
{
    WindowUnderTest window;
    QVERIFY(window.select(QStringLiteral("printer")));
    window->findChild<Inspector *>()->setPinned(true); // Tab goes on to other stages
    for (QDockWidget *dock : window->layouts().docks()) {
        showAlone(window, dock);
        window->graph().setFocus();
        QCOMPARE(unreached(*dock).join(u'\n'), QString());
    }
}

void TestAccessibility::tabComesToEveryControlOfEveryDialog()
{
    WindowUnderTest window;
    window->action(Act::Settings)->trigger();
    auto *settings = window->findChild<SettingsDialog *>();
    QVERIFY(settings);
    QVERIFY(QTest::qWaitForWindowActive(settings));
    for (int page = 0; page < settings->tabs()->count(); ++page) {
        settings->tabs()->setCurrentIndex(page);
        settings->tabs()->setFocus();
        QCOMPARE(unreached(*settings).join(u'\n'), QString());
    }
    settings->close();
    for (const Act act : {Act::Shortcuts, Act::About}) {
        window->action(act)->trigger();
        QDialog *dialog = nullptr;
        for (auto *shown : window->findChildren<QDialog *>())
            dialog = shown->isVisible() ? shown : dialog;
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(unreached(*dialog).join(u'\n'), QString());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }
}

void TestAccessibility::everyActionIsInTheMenusAndTheKeyList()
{
    WindowUnderTest window;
    const QList<QAction *> bound = window->keys().actions();
    for (QAction *action : window->findChildren<QAction *>()) {
        // Qt's own ones, such as that which clears a line edit, have names that begin so.
        if (action->objectName().isEmpty() || action->objectName().startsWith(u'_'))
            continue;
        QVERIFY2(bound.contains(action), qPrintable(action->objectName()));
    }
    QCOMPARE_GE(bound.size(), static_cast<qsizetype>(actCount));
}

void TestAccessibility::everyControlOfEveryPanelHasAName()
{
    WindowUnderTest window;
    QVERIFY(window.select(QStringLiteral("printer")));
    for (QDockWidget *dock : window->layouts().docks()) {
        showAlone(window, dock);
        QCOMPARE_GT(test::controlsOf(*dock).size(), 0);
        QCOMPARE(test::namelessControls(*window).join(u'\n'), QString());
    }
}

SLUICE_TEST(TestAccessibility)

} // namespace tst_accessibility

#include "tst_accessibility.moc"
