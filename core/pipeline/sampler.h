// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/snapshot.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sluice {

class Pipeline;

/// Takes snapshots of a pipeline at a steady pace, for everything that draws.
///
/// A snapshot that is late is not made up for. Nothing is sampled while it is stopped.
/// Threads: the pipeline's owner's.
/// Lifetime: the pipeline must live as long as the sampler, or be exchanged before it goes.
class Sampler final : public QObject
{
    Q_OBJECT

public:
    explicit Sampler(Pipeline *pipeline, QObject *parent = nullptr);

    void setPipeline(Pipeline *pipeline) { m_pipeline = pipeline; }
    void setInterval(std::chrono::milliseconds interval) { m_timer.setInterval(interval); }

    void start() { m_timer.start(); }
    void stop() { m_timer.stop(); }

    /// Takes a snapshot now, out of turn.
    void sample();

Q_SIGNALS:
    void sampled(const sluice::Snapshot &snapshot);

private:
    Pipeline *m_pipeline;
    QTimer m_timer;
};

} // namespace sluice
