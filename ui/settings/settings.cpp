// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

#include "core/pipeline/pipelinefile.h"

#include <algorithm>
#include <array>
#include <span>

namespace sluice::ui {
namespace {

// Words, not numbers: the file is for people too, and the order of an enum may change.
constexpr std::array themeNames = {"system", "light", "dark", "highContrast"};
constexpr std::array motionNames = {"full", "reduced", "off"};

template<class Choice>
Choice choiceOf(const QVariant &value, std::span<const char *const> names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (value.toString() == QLatin1String(names[i]))
            return static_cast<Choice>(i);
    }
    return {};
}

template<class Choice>
QString nameOf(Choice choice, std::span<const char *const> names)
{
    return QLatin1String(names[static_cast<std::size_t>(choice)]);
}

qint64 numberOf(const QVariant &value, qint64 otherwise, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    return ok && number >= least && number <= most ? number : otherwise;
}

QString key(const char *name)
{
    return QLatin1String(name);
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? QSettings().fileName() : file,
              file.isEmpty() ? QSettings::NativeFormat : QSettings::IniFormat)
{
    read();
}

void Settings::read()
{
    const auto value = [this](const char *name) { return m_store.value(key(name)); };
    m_appearance.theme = choiceOf<Theme>(value("appearance/theme"), themeNames);
    m_appearance.motion = choiceOf<Motion>(value("appearance/motion"), motionNames);
    m_appearance.fontPercent =
        static_cast<int>(numberOf(value("appearance/fontPercent"), m_appearance.fontPercent,
                                  AppearanceSettings::leastFont, AppearanceSettings::mostFont));
    m_appearance.language = value("appearance/language").toString();
    const EventCount maximum =
        numberOf(value("newStages/maxDemand"), m_newStages.maxDemand, 1, demandLimit);
    m_newStages.maxDemand = maximum;
    m_newStages.minDemand = numberOf(value("newStages/minDemand"), maximum / 2, 0, maximum - 1);
    m_newStages.workTime = std::chrono::nanoseconds(
        numberOf(value("newStages/workTimeNs"), 0, 0, workTimeLimit.count()));
    m_log.rows = static_cast<int>(
        numberOf(value("log/rows"), m_log.rows, LogSettings::leastRows, LogSettings::mostRows));
    m_log.follows = m_store.value(key("log/follows"), m_log.follows).toBool();
    m_presenter.sizePercent =
        static_cast<int>(numberOf(value("presenter/sizePercent"), m_presenter.sizePercent,
                                  PresenterSettings::leastSize, PresenterSettings::mostSize));
    const auto isSet = [this](const char *name, bool otherwise) {
        return m_store.value(key(name), otherwise).toBool();
    };
    m_presenter.showsRing = isSet("presenter/ring", m_presenter.showsRing);
    m_presenter.showsKeys = isSet("presenter/keys", m_presenter.showsKeys);
    m_presenter.isHighContrast = isSet("presenter/highContrast", m_presenter.isHighContrast);
    m_store.beginGroup(key("keys"));
    for (const QString &name : m_store.childKeys())
        m_keys.insert(name, m_store.value(name).toString());
    m_store.endGroup();
}

void Settings::setAppearance(const AppearanceSettings &appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    m_store.setValue(key("appearance/theme"), nameOf(appearance.theme, themeNames));
    m_store.setValue(key("appearance/motion"), nameOf(appearance.motion, motionNames));
    m_store.setValue(key("appearance/fontPercent"), appearance.fontPercent);
    m_store.setValue(key("appearance/language"), appearance.language);
    Q_EMIT appearanceChanged();
}

void Settings::setNewStages(const NewStageSettings &newStages)
{
    if (m_newStages == newStages)
        return;
    m_newStages = newStages;
    m_store.setValue(key("newStages/maxDemand"), qint64{newStages.maxDemand});
    m_store.setValue(key("newStages/minDemand"), qint64{newStages.minDemand});
    m_store.setValue(key("newStages/workTimeNs"), qint64{newStages.workTime.count()});
    Q_EMIT newStagesChanged();
}

void Settings::setLog(const LogSettings &log)
{
    if (m_log == log)
        return;
    m_log = log;
    m_store.setValue(key("log/rows"), log.rows);
    m_store.setValue(key("log/follows"), log.follows);
    Q_EMIT logChanged();
}

void Settings::setPresenter(const PresenterSettings &presenter)
{
    if (m_presenter == presenter)
        return;
    m_presenter = presenter;
    m_store.setValue(key("presenter/sizePercent"), presenter.sizePercent);
    m_store.setValue(key("presenter/ring"), presenter.showsRing);
    m_store.setValue(key("presenter/keys"), presenter.showsKeys);
    m_store.setValue(key("presenter/highContrast"), presenter.isHighContrast);
    Q_EMIT presenterChanged();
}

void Settings::setKeys(const QMap<QString, QString> &keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    m_store.remove(key("keys"));
    for (auto entry = keys.cbegin(); entry != keys.cend(); ++entry)
        m_store.setValue(key("keys/") + entry.key(), entry.value());
    Q_EMIT keysChanged();
}

} // namespace sluice::ui
