// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/lookmenus.h"

#include "ui/actions/actions.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingspages.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace sluice::ui {
namespace {

struct LookTexts
{
    Q_DECLARE_TR_FUNCTIONS(LookMenus)
};

/// A menu of choices of which one is checked: that which \a field of the appearance has.
template<class Choice, std::size_t Count>
QMenu *makeChoices(QWidget *parent, Settings &settings, const QString &title,
                   const std::array<const char *, Count> &ids, const QStringList &names,
                   Choice AppearanceSettings::*field)
{
    auto *menu = new QMenu(title, parent);
    auto *group = new QActionGroup(menu);
    for (std::size_t i = 0; i < Count; ++i) {
        QAction *action = menu->addAction(names[static_cast<qsizetype>(i)]);
        action->setObjectName(QLatin1String(ids[i]));
        action->setCheckable(true);
        describeAction(action, LookTexts::tr("Also among the settings"));
        group->addAction(action);
        const auto choice = static_cast<Choice>(i);
        const auto show = [&settings, action, field, choice] {
            action->setChecked(settings.appearance().*field == choice);
        };
        show();
        QObject::connect(&settings, &Settings::appearanceChanged, action, show);
        QObject::connect(action, &QAction::triggered, &settings, [&settings, field, choice] {
            AppearanceSettings appearance = settings.appearance();
            appearance.*field = choice;
            settings.setAppearance(appearance);
        });
    }
    return menu;
}

} // namespace

QList<QMenu *> makeLookMenus(QWidget *parent, Settings &settings)
{
    static constexpr std::array themes = {"theme-system", "theme-light", "theme-dark",
                                          "theme-highContrast"};
    static constexpr std::array motions = {"motion-full", "motion-reduced", "motion-off"};
    return {makeChoices(parent, settings, LookTexts::tr("&Theme"), themes,
                        AppearancePage::themeWords(), &AppearanceSettings::theme),
            makeChoices(parent, settings, LookTexts::tr("&Motion"), motions,
                        AppearancePage::motionWords(), &AppearanceSettings::motion)};
}

} // namespace sluice::ui
