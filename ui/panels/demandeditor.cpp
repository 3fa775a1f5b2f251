// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/demandeditor.h"

#include "core/pipeline/pipelinefile.h"
#include "ui/panels/format.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sluice::ui {
namespace {

QSpinBox *addSpinBox(QFormLayout *form, const QString &name, const QString &description)
{
    auto *box = new QSpinBox;
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(description);
    box->setToolTip(description);
    form->addRow(name, box);
    return box;
}

} // namespace

DemandEditor::DemandEditor(const QString &from, const QString &to, QWidget *parent)
    : QGroupBox(tr("Demand of %1 from %2").arg(to, from), parent)
    , m_from(from)
    , m_to(to)
    , m_asked(new QLabel(this))
    , m_received(new QLabel(this))
    , m_pending(new QLabel(this))
    , m_gauge(new QProgressBar(this))
{
    auto *form = new QFormLayout(this);
    form->addRow(tr("Asked for"), m_asked);
    form->addRow(tr("Received"), m_received);
    form->addRow(tr("Pending"), m_pending);
    form->addRow(m_gauge);
    m_maximum = addSpinBox(form, tr("Ma&ximum"), tr("Most events asked for and not yet handled"));
    m_minimum = addSpinBox(form, tr("Mi&nimum"), tr("Asks again when this few are pending"));
    m_maximum->setRange(1, static_cast<int>(demandLimit));
    m_minimum->setRange(0, static_cast<int>(demandLimit) - 1);
    m_gauge->setTextVisible(false);
    m_gauge->setMaximumHeight(fontMetrics().height() / 2);
    m_gauge->setAccessibleName(tr("Pending demand"));
    connect(m_maximum, &QSpinBox::valueChanged, this, &DemandEditor::choose);
    connect(m_minimum, &QSpinBox::valueChanged, this, &DemandEditor::choose);
}

void DemandEditor::setFigures(const InletFigures &figures)
{
    m_asked->setText(formatCount(figures.asked));
    m_received->setText(formatCount(figures.arrived));
    m_pending->setText(
        tr("%1 of %2").arg(formatCount(figures.pending), formatCount(figures.maximum)));
    const auto maximum = static_cast<int>(std::max<EventCount>(figures.maximum, 1));
    m_gauge->setMaximum(maximum);
    m_gauge->setValue(std::clamp(static_cast<int>(figures.pending), 0, maximum));
}

void DemandEditor::setLimits(const SubscriptionOptions &options)
{
    const QSignalBlocker maximumBlocker(m_maximum);
    const QSignalBlocker minimumBlocker(m_minimum);
    m_maximum->setValue(static_cast<int>(options.maxDemand));
    m_minimum->setMaximum(static_cast<int>(options.maxDemand) - 1);
    m_minimum->setValue(static_cast<int>(options.minimum()));
}

void DemandEditor::choose()
{
    {
        const QSignalBlocker blocker(m_minimum);
        m_minimum->setMaximum(m_maximum->value() - 1);
    }
    Q_EMIT limitsChosen(m_from, m_to, m_maximum->value(), m_minimum->value());
}

} // namespace sluice::ui
