// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/panels/worktimeeditor.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingspages.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>

namespace tst_windowsettings {

using namespace sluice;
using namespace sluice::ui;

class TestWindowSettings : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void areThereAgainAtTheNextStart();
    void readWhatMakesNoSenseAsTheDefault();
    void sayOnlyWhatChanged();
    void countAsSoonAsTheyAreChosen();
    void keepTheMinimumBelowTheMaximum();
    void restoreTheDefaultsOfOnePage();
    void showTheNamesOfAllPages();
    void giveTheWholeProgramTheTheme();
    void scaleTheFontFromWhereItBegan();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("s.ini")); }

    void prepare() override { QFile::remove(file()); }

    QTemporaryDir m_folder;
};

void TestWindowSettings::areThereAgainAtTheNextStart()
{
    const AppearanceSettings appearance{Theme::Dark, Motion::Off, 150, QStringLiteral("de")};
    const NewStageSettings newStages{20, 7, std::chrono::milliseconds(3)};
    const LogSettings log{50'000, false};
    const PresenterSettings presenter{200, false, false, true};
    const QMap<QString, QString> keys{{QStringLiteral("run"), QStringLiteral("F7")}};
    {
        Settings settings(file());
        settings.setAppearance(appearance);
        settings.setNewStages(newStages);
        settings.setLog(log);
        settings.setPresenter(presenter);
        settings.setKeys(keys);
    }
    const Settings settings(file());
    QVERIFY(settings.appearance() == appearance);
    QVERIFY(settings.newStages() == newStages);
    QVERIFY(settings.log() == log);
    QVERIFY(settings.presenter() == presenter);
    QCOMPARE(settings.keys(), keys);
}

void TestWindowSettings::readWhatMakesNoSenseAsTheDefault()
{
    {
        Settings settings(file());
        settings.store().setValue(QStringLiteral("appearance/theme"), QStringLiteral("pink"));
        settings.store().setValue(QStringLiteral("appearance/fontPercent"), 9000);
        settings.store().setValue(QStringLiteral("newStages/maxDemand"), QStringLiteral("many"));
        settings.store().setValue(QStringLiteral("newStages/minDemand"), -3);
        settings.store().setValue(QStringLiteral("log/rows"), 1);
    }
    const Settings settings(file());
    QVERIFY(settings.appearance() == AppearanceSettings());
    QVERIFY(settings.newStages() == NewStageSettings());
    QVERIFY(settings.log() == LogSettings());
}

void TestWindowSettings::sayOnlyWhatChanged()
{
    Settings settings(file());
    const QSignalSpy appearance(&settings, &Settings::appearanceChanged);
    const QSignalSpy log(&settings, &Settings::logChanged);
    settings.setAppearance({.theme = Theme::Light});
    settings.setAppearance({.theme = Theme::Light});
    QCOMPARE_EQ(appearance.count(), 1);
    QCOMPARE_EQ(log.count(), 0);
}

void TestWindowSettings::countAsSoonAsTheyAreChosen()
{
    Settings settings(file());
    AppearancePage appearance(settings);
    appearance.theme()->setCurrentIndex(static_cast<int>(Theme::HighContrast));
    appearance.motion()->setCurrentIndex(static_cast<int>(Motion::Reduced));
    appearance.fontSize()->setValue(120);
    QVERIFY(settings.appearance()
            == (AppearanceSettings{Theme::HighContrast, Motion::Reduced, 120, {}}));
    settings.setAppearance({});
    QCOMPARE_EQ(appearance.theme()->currentIndex(), 0); // another page or window did it

    PresenterPage presenter(settings);
    presenter.textSize()->setValue(220);
    presenter.ring()->setChecked(false);
    QVERIFY(settings.presenter() == (PresenterSettings{220, false, true, false}));
    presenter.restoreDefaults();
    QCOMPARE_EQ(presenter.textSize()->value(), 150);

    NewStagesPage newStages(settings);
    newStages.workTime()->setWorkTime(std::chrono::milliseconds(5));
    Q_EMIT newStages.workTime()->workTimeChosen(std::chrono::milliseconds(5));
    QCOMPARE_EQ(settings.newStages().workTime.count(), 5'000'000);
}

void TestWindowSettings::keepTheMinimumBelowTheMaximum()
{
    Settings settings(file());
    NewStagesPage page(settings);
    page.maximum()->setValue(4);
    QCOMPARE_EQ(settings.newStages().minDemand, 3);
    QCOMPARE_EQ(page.minimum()->maximum(), 3);
}

void TestWindowSettings::restoreTheDefaultsOfOnePage()
{
    Settings settings(file());
    settings.setAppearance({.motion = Motion::Off});
    settings.setLog({20'000, false});
    SettingsDialog dialog(settings);
    dialog.tabs()->setCurrentIndex(2);
    dialog.restoreDefaults();
    QVERIFY(settings.log() == LogSettings());
    QVERIFY(settings.appearance() != AppearanceSettings());
    dialog.tabs()->setCurrentIndex(0);
    dialog.restoreDefaults();
    QVERIFY(settings.appearance() == AppearanceSettings());
}

void TestWindowSettings::showTheNamesOfAllPages()
{
    Settings settings(file());
    SettingsDialog dialog(settings);
    dialog.addPage(new LogPage(settings), QString(60, u'w')); // a language with long words
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QTabBar *tabs = dialog.findChild<QTabBar *>();
    QVERIFY(tabs->rect().contains(tabs->tabRect(0)));
    QVERIFY(tabs->rect().contains(tabs->tabRect(tabs->count() - 1)));
}

void TestWindowSettings::giveTheWholeProgramTheTheme()
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        applyLook(theme, 100);
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 themePalette(theme).color(QPalette::Window));
    }
    QVERIFY(isHighContrast(QApplication::palette()));
    applyLook(Theme::System, 100);
    QVERIFY(!isHighContrast(QApplication::palette()));
}

void TestWindowSettings::scaleTheFontFromWhereItBegan()
{
    applyLook(Theme::System, 100);
    const double before = QApplication::font().pointSizeF();
    applyLook(Theme::System, 200);
    QCOMPARE(QApplication::font().pointSizeF(), 2 * before);
    applyLook(Theme::System, 100);
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

SLUICE_TEST(TestWindowSettings)

} // namespace tst_windowsettings

#include "tst_windowsettings.moc"
