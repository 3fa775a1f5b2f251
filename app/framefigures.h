// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

#include <QApplication>

#include <cstdint>
#include <vector>

namespace sluice::app {

/// An application that notes how long its thread works for each frame of a window.
///
/// A frame's time is all that the thread did since the frame before: reading the pipeline, filling
/// panels, painting. Waiting for the next event does not count; being kept from a processor does,
/// because whoever watches sees it.
///
/// Threads: the GUI thread's; events of other threads pass uncounted.
/// Units: nanoseconds.
class MeasuredApplication final : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    /// Counts frames from now on: what paints \a widget is one.
    void watch(const QWidget *widget);

    [[nodiscard]] const std::vector<std::int64_t> &frames() const noexcept { return m_frames; }

    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    void firstFramePainted();

private:
    const QWidget *m_widget = nullptr;
    int m_depth = 0; ///< of events within events
    bool m_hasPainted = false;
    std::int64_t m_workedNs = 0; ///< since the last frame
    std::vector<std::int64_t> m_frames;
};

/// sluice frames: shows the window for a while and prints one JSON object about it.
[[nodiscard]] int measureFrames(const FramesCommand &command, MeasuredApplication &application);

} // namespace sluice::app
