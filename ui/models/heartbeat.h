// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/sampler.h"
#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <QObject>

#include <optional>

namespace sluice::ui {

/// The window's one clock: looks at the pipeline 30 times a second and tells everybody who draws,
/// each as often as it needs.
///
/// While nobody sees the window it looks 10 times a second, so that the log and the charts miss
/// nothing, and drawn() is silent.
///
/// Threads: the GUI thread's.
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    enum class Pace : unsigned char { Seen, Hidden };

    explicit Heartbeat(QObject *parent = nullptr);

    /// Looks at \a pipeline from now on; nullptr for nothing.
    void setPipeline(Pipeline *pipeline);
    void setPace(Pace pace);

    /// Looks at once, out of turn.
    void beatNow();

    [[nodiscard]] const RateTable &rates() const noexcept { return m_rates; }

Q_SIGNALS:
    /// 30 Hz: for what moves.
    void drawn(const sluice::Snapshot &snapshot, const sluice::ui::RateTable &rates);

    /// At every look, also when hidden: for what must not miss anything.
    void drained(const sluice::Snapshot &snapshot);

    /// 10 Hz, also when hidden.
    void charted(const sluice::Snapshot &snapshot, const sluice::ui::RateTable &rates);

    /// 5 Hz: for figures that one reads.
    void read(const sluice::Snapshot &snapshot, const sluice::ui::RateTable &rates);

private:
    void beat(const Snapshot &snapshot);

    std::optional<Sampler> m_sampler; ///< while there is a pipeline
    RateTable m_rates;
    Pace m_pace = Pace::Seen;
    int m_beats = 0;
};

} // namespace sluice::ui
