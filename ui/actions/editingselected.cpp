// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/editing.h"
#include "ui/models/pipelinedocument.h"

#include <utility>

// One change to all stages that are selected.

namespace sluice::ui {

/// \a stage, or all that are selected if it is one of them.
QStringList Editing::selectedWith(const QString &stage) const
{
    return m_selected.contains(stage) ? m_selected : QStringList{stage};
}

void Editing::setDemandOfSelected(const QString &from, const QString &to, EventCount maximum,
                                  EventCount minimum)
{
    QStringList takers = selectedWith(to);
    takers.removeIf([&](const QString &name) { return !m_document.subscription(from, name); });
    if (takers.size() <= 1) {
        setDemand(from, to, maximum, minimum); // steps of one number are one step
        return;
    }
    m_document.undoStack().beginMacro(
        tr("changing the demand of %n stage(s)", nullptr, static_cast<int>(takers.size())));
    for (const QString &name : std::as_const(takers))
        setDemand(from, name, maximum, minimum);
    m_document.undoStack().endMacro();
}

void Editing::setWorkTimeOfSelected(const QString &stage, std::chrono::nanoseconds time)
{
    const QStringList names = selectedWith(stage);
    if (names.size() == 1) {
        setWorkTime(stage, time);
        return;
    }
    m_document.undoStack().beginMacro(
        tr("changing the work time of %n stage(s)", nullptr, static_cast<int>(names.size())));
    for (const QString &name : names)
        setWorkTime(name, time);
    m_document.undoStack().endMacro();
}

} // namespace sluice::ui
