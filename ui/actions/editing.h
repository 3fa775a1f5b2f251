// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <vector>

namespace sluice::ui {

class Actions;
class MessageBar;
class PipelineDocument;

/// Turns "add one here" and "remove that" into commands, and says what became of it.
///
/// Lifetime: everything handed over must outlive it.
/// Threads: the GUI thread's.
class Editing final : public QObject
{
    Q_OBJECT

public:
    Editing(PipelineDocument &document, Actions &actions, MessageBar &bar, QObject *parent);

    /// Which stages the next edit is about.
    void setSelection(const QList<StageId> &stages);

    void addConsumer();
    void removeConsumers();

    /// Undoable changes of one field.
    void setDemand(const QString &from, const QString &to, EventCount maximum, EventCount minimum);
    void setWorkTime(const QString &stage, std::chrono::nanoseconds time);

Q_SIGNALS:
    /// A consumer was added by addConsumer().
    void added(sluice::StageId consumer);

private:
    void updateActions();
    void showSettlement(const Settlement &settlement);
    void withdrawUndo();

    PipelineDocument &m_document;
    Actions &m_actions;
    MessageBar &m_bar;

    QStringList m_selected;
    std::vector<Settlement> m_settled; ///< since the last removal
    int m_removalIndex = -1;           ///< of the undo stack right after it
};

/// What became of stages that left, for the message bar.
[[nodiscard]] QString settlementText(const std::vector<Settlement> &settled);

} // namespace sluice::ui
