// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/sampler.h"

#include "core/pipeline/pipeline.h"

namespace sluice {
namespace {

using namespace std::chrono_literals;

constexpr auto thirtyTimesASecond = 33ms;

} // namespace

Sampler::Sampler(Pipeline *pipeline, QObject *parent)
    : QObject(parent)
    , m_pipeline(pipeline)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(thirtyTimesASecond);
    connect(&m_timer, &QTimer::timeout, this, &Sampler::sample);
}

void Sampler::sample()
{
    if (m_pipeline)
        Q_EMIT sampled(m_pipeline->snapshot());
}

} // namespace sluice
