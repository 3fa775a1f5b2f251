// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/eventcount.h"
#include "ui/theme/themechoice.h"

#include <QMap>
#include <QObject>
#include <QSettings>
#include <QString>

#include <chrono>

namespace sluice::ui {

/// What the window looks like.
struct AppearanceSettings
{
    static constexpr int leastFont = 70;
    static constexpr int mostFont = 250;

    Theme theme = Theme::System;
    Motion motion = Motion::Full;
    int fontPercent = 100;
    QString language{}; ///< such as "de"; empty: the desktop's

    friend bool operator==(const AppearanceSettings &, const AppearanceSettings &) = default;
};

/// What a stage that is added gets where there is nothing to copy it from.
struct NewStageSettings
{
    EventCount maxDemand = 1000;
    EventCount minDemand = 500;
    std::chrono::nanoseconds workTime{0};

    friend bool operator==(const NewStageSettings &, const NewStageSettings &) = default;
};

struct LogSettings
{
    static constexpr int leastRows = 10'000;
    static constexpr int mostRows = 10'000'000;

    int rows = 1'000'000; ///< batches that are kept
    bool follows = true;  ///< the newest row stays in view when a pipeline is opened

    friend bool operator==(const LogSettings &, const LogSettings &) = default;
};

/// How a class sees it, in the presenter.
struct PresenterSettings
{
    static constexpr int leastSize = 100;
    static constexpr int mostSize = 250;

    int sizePercent = 150; ///< of all texts, times what the appearance says
    bool showsRing = true; ///< around the mouse pointer
    bool showsKeys = true; ///< which were pressed
    bool isHighContrast = false;

    friend bool operator==(const PresenterSettings &, const PresenterSettings &) = default;
};

/// Everything the program remembers about a person's choices, typed; kept in an ini file or in the
/// desktop's own place. A value that makes no sense there reads as the default.
///
/// Threads: the GUI thread's.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// Keeps them in \a file; with an empty name in the user's own settings.
    explicit Settings(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] const AppearanceSettings &appearance() const noexcept { return m_appearance; }
    [[nodiscard]] const NewStageSettings &newStages() const noexcept { return m_newStages; }
    [[nodiscard]] const LogSettings &log() const noexcept { return m_log; }
    [[nodiscard]] const PresenterSettings &presenter() const noexcept { return m_presenter; }

    /// Keys of actions that are not the built-in ones, by the action's name.
    [[nodiscard]] const QMap<QString, QString> &keys() const noexcept { return m_keys; }

    void setAppearance(const AppearanceSettings &appearance);
    void setNewStages(const NewStageSettings &newStages);
    void setLog(const LogSettings &log);
    void setPresenter(const PresenterSettings &presenter);
    void setKeys(const QMap<QString, QString> &keys);

    /// For what is not a choice but a memory: window layouts and recent files.
    [[nodiscard]] QSettings &store() noexcept { return m_store; }

Q_SIGNALS:
    void appearanceChanged();
    void newStagesChanged();
    void logChanged();
    void presenterChanged();
    void keysChanged();

private:
    void read();

    QSettings m_store;
    AppearanceSettings m_appearance;
    NewStageSettings m_newStages;
    LogSettings m_log;
    PresenterSettings m_presenter;
    QMap<QString, QString> m_keys;
};

} // namespace sluice::ui
