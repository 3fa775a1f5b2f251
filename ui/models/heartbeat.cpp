// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/heartbeat.h"

#include <chrono>

namespace sluice::ui {
namespace {

constexpr std::chrono::milliseconds seenInterval{33};
constexpr std::chrono::milliseconds hiddenInterval{100};
constexpr int beatsPerChart = 3;
constexpr int beatsPerReading = 6;

} // namespace

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
}

void Heartbeat::setPipeline(Pipeline *pipeline)
{
    m_sampler.reset();
    m_rates.reset();
    m_beats = 0;
    if (!pipeline)
        return;
    m_sampler.emplace(pipeline);
    connect(&*m_sampler, &Sampler::sampled, this, &Heartbeat::beat);
    setPace(m_pace);
    m_sampler->start();
}

void Heartbeat::setPace(Pace pace)
{
    m_pace = pace;
    if (m_sampler)
        m_sampler->setInterval(pace == Pace::Seen ? seenInterval : hiddenInterval);
}

void Heartbeat::beatNow()
{
    if (m_sampler)
        m_sampler->sample();
}

void Heartbeat::beat(const Snapshot &snapshot)
{
    m_rates.update(snapshot);
    const bool isSeen = m_pace == Pace::Seen;
    if (isSeen)
        Q_EMIT drawn(snapshot, m_rates);
    Q_EMIT drained(snapshot);
    if (!isSeen || m_beats % beatsPerChart == 0)
        Q_EMIT charted(snapshot, m_rates);
    if (isSeen && m_beats % beatsPerReading == 0)
        Q_EMIT read(snapshot, m_rates);
    ++m_beats;
}

} // namespace sluice::ui
