// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/subscriptionoptions.h"
#include "core/telemetry/stagefigures.h"

#include <QGroupBox>

class QLabel;
class QProgressBar;
class QSpinBox;

namespace sluice::ui {

/// One subscription of a stage: what it has asked for and got, and its limits to be changed.
///
/// A limit is taken over with Enter, with the arrows, or when one leaves the field. The minimum
/// always stays below the maximum.
///
/// Threads: the GUI thread's.
/// Units: events.
class DemandEditor final : public QGroupBox
{
    Q_OBJECT

public:
    /// For the subscription of the stage \a to to the stage \a from.
    DemandEditor(const QString &from, const QString &to, QWidget *parent = nullptr);

    [[nodiscard]] const QString &from() const noexcept { return m_from; }
    [[nodiscard]] const QString &to() const noexcept { return m_to; }

    void setFigures(const InletFigures &figures);

    /// Shows the limits as they are meant to be, which the stage follows from its next ask on.
    void setLimits(const SubscriptionOptions &options);

    [[nodiscard]] QSpinBox *maximum() const noexcept { return m_maximum; }
    [[nodiscard]] QSpinBox *minimum() const noexcept { return m_minimum; }

Q_SIGNALS:
    void limitsChosen(const QString &from, const QString &to, sluice::EventCount maximum,
                      sluice::EventCount minimum);

private:
    void choose();

    // Constant after construction.
    QString m_from;
    QString m_to;
    QLabel *m_asked;
    QLabel *m_received;
    QLabel *m_pending;
    QProgressBar *m_gauge;
    QSpinBox *m_maximum;
    QSpinBox *m_minimum;
};

} // namespace sluice::ui
