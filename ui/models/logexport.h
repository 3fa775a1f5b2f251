// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"
#include "ui/models/logmodel.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QSaveFile>
#include <QString>
#include <QTimer>

#include <cstdint>

namespace sluice::ui {

enum class LogFormat : unsigned char { Csv, JsonLines };

/// The first line of a file of rows; nothing for JSON Lines.
[[nodiscard]] QByteArray logFileHead(LogFormat format);

/// One row of the log as a line of a file. Times are in ns since \a startNs; \a consumer may be
/// nullptr. Gaps and notes are rows as well.
[[nodiscard]] QByteArray logFileLine(LogFormat format, const LogRow &row,
                                     const LogConsumer *consumer, std::int64_t startNs);

/// Writes the rows of a log, or those that its search shows, to a file while both go on.
///
/// Rows that come later are not written. Rows that leave the log before their turn are counted and
/// a line says how many they are. The file is there only when it is whole.
/// Threads: the GUI thread's; it writes in slices between other events.
/// Lifetime: the model must outlive it or it fails.
class LogExport : public QObject
{
    Q_OBJECT

public:
    /// How long it writes before other events have their turn.
    static constexpr int sliceMs = 8;

    LogExport(const LogModel &model, QString path, LogFormat format, QObject *parent = nullptr);

    /// By the end of the file's name: JSON Lines for .jsonl and .json, else CSV.
    [[nodiscard]] static LogFormat formatOf(const QString &path);

    /// Ends with exactly one of finished(), failed() and cancelled(); failed() may come at once.
    void start();

    /// Leaves no file behind, and one that was there before as it was.
    void cancel();

    [[nodiscard]] const QString &path() const noexcept { return m_path; }

    [[nodiscard]] bool isRunning() const { return m_slices.isActive(); }

Q_SIGNALS:
    void progressed(double share);
    void finished(qint64 writtenRows, qint64 missedRows);
    void failed(const QString &reason);
    void cancelled();

private:
    void writeSlice();
    void writeMissed();
    void finish();
    void fail(const QString &reason);

    // Constant after construction.
    QPointer<const LogModel> m_model;
    QString m_path;
    LogFormat m_format;
    LogFilter m_filter; ///< as it was at the start; empty if all rows are shown
    std::int64_t m_begin;
    std::int64_t m_end;

    QSaveFile m_file;
    QTimer m_slices;
    std::int64_t m_next;
    std::int64_t m_written = 0;
    std::int64_t m_missed = 0;
};

} // namespace sluice::ui
