// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspages.h"

#include "core/pipeline/pipelinefile.h"
#include "ui/panels/worktimeeditor.h"
#include "ui/settings/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sluice::ui {
namespace {

/// A row whose control is named after its label, for screen readers too.
void addRow(QFormLayout *form, const QString &name, QWidget *control)
{
    auto *label = new QLabel(name);
    label->setBuddy(control);
    control->setAccessibleName(QString(name).remove(u'&').remove(u':'));
    form->addRow(label, control);
}

QLabel *makeHint(const QString &text)
{
    auto *hint = new QLabel(text);
    hint->setWordWrap(true);
    return hint;
}

QSpinBox *makeNumber(int least, int most)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

SettingsPage::SettingsPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
}

AppearancePage::AppearancePage(Settings &settings, QWidget *parent)
    : SettingsPage(settings, parent)
    , m_theme(new QComboBox)
    , m_motion(new QComboBox)
    , m_language(new QComboBox)
    , m_fontSize(makeNumber(AppearanceSettings::leastFont, AppearanceSettings::mostFont))
{
    m_theme->addItems(themeWords());
    m_motion->addItems(motionWords());
    m_language->addItem(tr("As the desktop"), QString());
    for (const Language &language : allLanguages())
        m_language->addItem(language.name, language.code);
    m_fontSize->setSuffix(tr(" %"));
    m_fontSize->setSingleStep(10);
    auto *form = new QFormLayout(this);
    addRow(form, tr("&Theme:"), m_theme);
    addRow(form, tr("&Motion:"), m_motion);
    addRow(form, tr("&Size of texts:"), m_fontSize);
    addRow(form, tr("&Language:"), m_language);
    form->addRow(makeHint(tr("Another language shows when the program starts again.")));
    showSettings();
    for (QComboBox *box : {m_theme, m_motion, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &AppearancePage::choose);
    connect(m_fontSize, &QSpinBox::valueChanged, this, &AppearancePage::choose);
    connect(&settings, &Settings::appearanceChanged, this, &AppearancePage::showSettings);
}

QStringList AppearancePage::themeWords()
{
    return {tr("As the desktop"), tr("Light"), tr("Dark"), tr("High contrast")};
}

QStringList AppearancePage::motionWords()
{
    return {tr("Everything moves"), tr("Only single messages move"), tr("Nothing moves")};
}

void AppearancePage::showSettings()
{
    const AppearanceSettings &shown = settings().appearance();
    const QSignalBlocker theme(m_theme);
    const QSignalBlocker motion(m_motion);
    const QSignalBlocker language(m_language);
    const QSignalBlocker fontSize(m_fontSize);
    m_theme->setCurrentIndex(static_cast<int>(shown.theme));
    m_motion->setCurrentIndex(static_cast<int>(shown.motion));
    m_language->setCurrentIndex(std::max(0, m_language->findData(shown.language)));
    m_fontSize->setValue(shown.fontPercent);
}

void AppearancePage::choose()
{
    settings().setAppearance({static_cast<Theme>(m_theme->currentIndex()),
                              static_cast<Motion>(m_motion->currentIndex()), m_fontSize->value(),
                              m_language->currentData().toString()});
}

void AppearancePage::restoreDefaults()
{
    settings().setAppearance({});
}

NewStagesPage::NewStagesPage(Settings &settings, QWidget *parent)
    : SettingsPage(settings, parent)
    , m_maximum(makeNumber(1, static_cast<int>(demandLimit)))
    , m_minimum(makeNumber(0, static_cast<int>(demandLimit) - 1))
    , m_workTime(new WorkTimeEditor)
{
    auto *form = new QFormLayout(this);
    form->addRow(makeHint(tr("A stage that is added where there is another of its kind is made "
                             "like that one. Any other gets these.")));
    addRow(form, tr("Ma&ximum demand:"), m_maximum);
    addRow(form, tr("Mi&nimum demand:"), m_minimum);
    addRow(form, tr("&Work time:"), m_workTime);
    showSettings();
    connect(m_maximum, &QSpinBox::valueChanged, this, &NewStagesPage::choose);
    connect(m_minimum, &QSpinBox::valueChanged, this, &NewStagesPage::choose);
    connect(m_workTime, &WorkTimeEditor::workTimeChosen, this, &NewStagesPage::choose);
    connect(&settings, &Settings::newStagesChanged, this, &NewStagesPage::showSettings);
}

void NewStagesPage::showSettings()
{
    const NewStageSettings &shown = settings().newStages();
    const QSignalBlocker maximum(m_maximum);
    const QSignalBlocker minimum(m_minimum);
    m_minimum->setMaximum(static_cast<int>(shown.maxDemand) - 1);
    m_maximum->setValue(static_cast<int>(shown.maxDemand));
    m_minimum->setValue(static_cast<int>(shown.minDemand));
    m_workTime->setWorkTime(shown.workTime);
}

void NewStagesPage::choose()
{
    // The minimum makes room, as it does in the inspector.
    const int maximum = m_maximum->value();
    settings().setNewStages(
        {maximum, std::min(m_minimum->value(), maximum - 1), m_workTime->workTime()});
}

void NewStagesPage::restoreDefaults()
{
    settings().setNewStages({});
}

LogPage::LogPage(Settings &settings, QWidget *parent)
    : SettingsPage(settings, parent)
    , m_rows(makeNumber(LogSettings::leastRows, LogSettings::mostRows))
    , m_follows(new QCheckBox(tr("&Follow the newest row when a pipeline is opened")))
{
    m_rows->setSingleStep(LogSettings::leastRows);
    auto *form = new QFormLayout(this);
    addRow(form, tr("&Rows to keep:"), m_rows);
    form->addRow(makeHint(tr("A row is a batch of numbers and takes some 50 bytes. Another number "
                             "of rows counts from the next start of the program on.")));
    form->addRow(m_follows);
    showSettings();
    connect(m_rows, &QSpinBox::valueChanged, this, &LogPage::choose);
    connect(m_follows, &QCheckBox::toggled, this, &LogPage::choose);
    connect(&settings, &Settings::logChanged, this, &LogPage::showSettings);
}

void LogPage::showSettings()
{
    const QSignalBlocker rows(m_rows);
    const QSignalBlocker follows(m_follows);
    m_rows->setValue(settings().log().rows);
    m_follows->setChecked(settings().log().follows);
}

void LogPage::choose()
{
    settings().setLog({m_rows->value(), m_follows->isChecked()});
}

void LogPage::restoreDefaults()
{
    settings().setLog({});
}

PresenterPage::PresenterPage(Settings &settings, QWidget *parent)
    : SettingsPage(settings, parent)
    , m_textSize(makeNumber(PresenterSettings::leastSize, PresenterSettings::mostSize))
    , m_ring(new QCheckBox(tr("Show a &ring around the mouse pointer")))
    , m_keys(new QCheckBox(tr("Show which &keys were pressed")))
    , m_highContrast(new QCheckBox(tr("Use the &high-contrast theme")))
{
    m_textSize->setSuffix(tr(" %"));
    m_textSize->setSingleStep(10);
    auto *form = new QFormLayout(this);
    form->addRow(makeHint(tr("What a class sees with Shift+F11.")));
    addRow(form, tr("&Size of texts:"), m_textSize);
    for (QCheckBox *box : {m_ring, m_keys, m_highContrast})
        form->addRow(box);
    showSettings();
    connect(m_textSize, &QSpinBox::valueChanged, this, &PresenterPage::choose);
    for (QCheckBox *box : {m_ring, m_keys, m_highContrast})
        connect(box, &QCheckBox::toggled, this, &PresenterPage::choose);
    connect(&settings, &Settings::presenterChanged, this, &PresenterPage::showSettings);
}

void PresenterPage::showSettings()
{
    const PresenterSettings &shown = settings().presenter();
    const QSignalBlocker textSize(m_textSize);
    const QSignalBlocker ring(m_ring);
    const QSignalBlocker keys(m_keys);
    const QSignalBlocker highContrast(m_highContrast);
    m_textSize->setValue(shown.sizePercent);
    m_ring->setChecked(shown.showsRing);
    m_keys->setChecked(shown.showsKeys);
    m_highContrast->setChecked(shown.isHighContrast);
}

void PresenterPage::choose()
{
    settings().setPresenter({m_textSize->value(), m_ring->isChecked(), m_keys->isChecked(),
                             m_highContrast->isChecked()});
}

void PresenterPage::restoreDefaults()
{
    settings().setPresenter({});
}

} // namespace sluice::ui
