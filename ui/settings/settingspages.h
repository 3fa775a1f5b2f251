// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sluice::ui {

class WorkTimeEditor;

/// One page of the settings dialog. It shows the settings, also when somebody else changes them,
/// and what is chosen on it counts at once.
///
/// Lifetime: the settings must outlive it.
/// Threads: the GUI thread's.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Settings &settings, QWidget *parent = nullptr);

    virtual void restoreDefaults() = 0;

protected:
    [[nodiscard]] Settings &settings() const noexcept { return m_settings; }

private:
    Settings &m_settings;
};

class AppearancePage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Settings &settings, QWidget *parent = nullptr);

    void restoreDefaults() override;

    /// In the order of allThemes and allMotions.
    [[nodiscard]] static QStringList themeWords();
    [[nodiscard]] static QStringList motionWords();

    [[nodiscard]] QComboBox *theme() const noexcept { return m_theme; }
    [[nodiscard]] QComboBox *motion() const noexcept { return m_motion; }
    [[nodiscard]] QComboBox *language() const noexcept { return m_language; }
    [[nodiscard]] QSpinBox *fontSize() const noexcept { return m_fontSize; }

private:
    void showSettings();
    void choose();

    // Constant after construction.
    QComboBox *m_theme;
    QComboBox *m_motion;
    QComboBox *m_language;
    QSpinBox *m_fontSize;
};

/// What new stages get.
class NewStagesPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit NewStagesPage(Settings &settings, QWidget *parent = nullptr);

    void restoreDefaults() override;

    [[nodiscard]] QSpinBox *maximum() const noexcept { return m_maximum; }
    [[nodiscard]] QSpinBox *minimum() const noexcept { return m_minimum; }
    [[nodiscard]] WorkTimeEditor *workTime() const noexcept { return m_workTime; }

private:
    void showSettings();
    void choose();

    // Constant after construction.
    QSpinBox *m_maximum;
    QSpinBox *m_minimum;
    WorkTimeEditor *m_workTime;
};

/// What a class sees.
class PresenterPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit PresenterPage(Settings &settings, QWidget *parent = nullptr);

    void restoreDefaults() override;

    [[nodiscard]] QSpinBox *textSize() const noexcept { return m_textSize; }
    [[nodiscard]] QCheckBox *ring() const noexcept { return m_ring; }

private:
    void showSettings();
    void choose();

    // Constant after construction.
    QSpinBox *m_textSize;
    QCheckBox *m_ring;
    QCheckBox *m_keys;
    QCheckBox *m_highContrast;
};

class LogPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit LogPage(Settings &settings, QWidget *parent = nullptr);

    void restoreDefaults() override;

    [[nodiscard]] QSpinBox *rows() const noexcept { return m_rows; }
    [[nodiscard]] QCheckBox *follows() const noexcept { return m_follows; }

private:
    void showSettings();
    void choose();

    // Constant after construction.
    QSpinBox *m_rows;
    QCheckBox *m_follows;
};

} // namespace sluice::ui
