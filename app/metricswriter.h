// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QFile>
#include <QString>

namespace sluice::app {

/// Writes the figures of every stage as CSV, one line a stage and sample.
///
/// Threads: none inside.
class MetricsWriter
{
public:
    /// Opens \a path and writes the head line; isOpen() tells whether that worked.
    explicit MetricsWriter(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    [[nodiscard]] QString errorString() const { return m_file.errorString(); }

    /// Adds \a snapshot; rates are since the sample before it.
    void write(const Snapshot &snapshot);

private:
    QFile m_file;
    Snapshot m_before;
};

} // namespace sluice::app
