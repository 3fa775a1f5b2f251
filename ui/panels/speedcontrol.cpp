// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/speedcontrol.h"

#include "ui/panels/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <array>
#include <cstddef>

namespace sluice::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::nanoseconds, 20> workTimeSteps = {
    1s,    500ms, 200ms, 100ms, 50ms, 20ms, 10ms, 5ms, 2ms, 1ms,
    500us, 200us, 100us, 50us,  20us, 10us, 5us,  2us, 1us, 0ns};
constexpr int lastStep = static_cast<int>(workTimeSteps.size()) - 1;

/// The slowest step that is not slower than \a time.
int stepOf(std::chrono::nanoseconds time)
{
    int step = 0;
    while (step < lastStep && workTimeSteps[static_cast<std::size_t>(step)] > time)
        ++step;
    return step;
}

} // namespace

SpeedControl::SpeedControl(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_label(new QLabel(this))
{
    auto *name = new QLabel(tr("S&peed"), this);
    name->setBuddy(m_slider);
    m_slider->setRange(0, lastStep);
    m_slider->setPageStep(3);
    m_slider->setTickInterval(3);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setAccessibleName(tr("Speed: how long the consumers take for one number"));
    m_slider->setToolTip(tr("How long the consumers take for one number: from a second to as fast "
                            "as it goes ([ slower, ] faster)"));
    const int em = fontMetrics().height();
    m_slider->setFixedWidth(12 * em);
    m_label->setMinimumWidth(fontMetrics().horizontalAdvance(tr("as fast as it goes")) + em);
    m_label->setAccessibleName(tr("Speed"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(em / 2, 0, em / 2, 0);
    row->addWidget(name);
    row->addWidget(m_slider);
    row->addWidget(m_label);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(m_slider, &QSlider::valueChanged, this, &SpeedControl::choose);
    setWorkTimes({});
}

void SpeedControl::setWorkTimes(const std::optional<WorkTimes> &times)
{
    m_slider->setEnabled(times.has_value());
    if (!times) {
        m_label->setText(tr("no consumers"));
        return;
    }
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(stepOf(times->second));
    showTimes(*times);
}

void SpeedControl::slower()
{
    m_slider->triggerAction(QSlider::SliderSingleStepSub);
}

void SpeedControl::faster()
{
    m_slider->triggerAction(QSlider::SliderSingleStepAdd);
}

QString SpeedControl::text() const
{
    return m_label->text();
}

void SpeedControl::choose(int step)
{
    const std::chrono::nanoseconds time = workTimeSteps[static_cast<std::size_t>(step)];
    showTimes({time, time});
    Q_EMIT paceChosen(time);
}

void SpeedControl::showTimes(const WorkTimes &times)
{
    const auto words = [](std::chrono::nanoseconds time) {
        return time.count() > 0 ? formatDuration(time) : tr("no time");
    };
    if (times.first != times.second)
        m_label->setText(tr("%1 to %2 per number").arg(words(times.first), words(times.second)));
    else if (times.first.count() > 0)
        m_label->setText(tr("%1 per number").arg(words(times.first)));
    else
        m_label->setText(tr("as fast as it goes"));
}

} // namespace sluice::ui
