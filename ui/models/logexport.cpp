// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logexport.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace sluice::ui {

LogExport::LogExport(const LogModel &model, QString path, LogFormat format, QObject *parent)
    : QObject(parent)
    , m_model(&model)
    , m_path(std::move(path))
    , m_format(format)
    , m_filter(model.isHiding() ? model.filter() : LogFilter())
    , m_begin(model.store().begin())
    , m_end(model.store().end())
    , m_file(m_path)
    , m_next(m_begin)
{
    connect(&m_slices, &QTimer::timeout, this, &LogExport::writeSlice);
}

LogFormat LogExport::formatOf(const QString &path)
{
    const bool isJson = path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive)
        || path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    return isJson ? LogFormat::JsonLines : LogFormat::Csv;
}

void LogExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        fail(m_file.errorString());
        return;
    }
    m_file.write(logFileHead(m_format));
    m_slices.start(0);
}

void LogExport::writeSlice()
{
    if (!m_model) {
        fail(tr("The log has gone"));
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const LogStore &store = m_model->store();
    const std::vector<LogConsumer> &consumers = m_model->consumers();
    // What left the log since the last slice.
    const std::int64_t first = std::clamp(store.begin(), m_next, m_end);
    m_missed += first - m_next;
    m_next = first;
    QByteArray lines;
    for (int looked = 1; m_next < m_end; ++looked, ++m_next) {
        // Looking at the clock for each row would cost as much as a row.
        if (looked % 64 == 0 && timer.hasExpired(sliceMs))
            break;
        const LogRow row = store.row(m_next);
        const LogConsumer *consumer =
            row.consumer < consumers.size() ? &consumers[row.consumer] : nullptr;
        if (!m_filter.acceptsRow(row, m_model->startNs()) || !m_filter.acceptsConsumer(consumer))
            continue;
        lines += logFileLine(m_format, row, consumer, m_model->startNs());
        ++m_written;
    }
    if (m_file.write(lines) != lines.size()) {
        fail(m_file.errorString());
        return;
    }
    if (m_next == m_end)
        finish();
    else
        Q_EMIT progressed(static_cast<double>(m_next - m_begin)
                          / static_cast<double>(m_end - m_begin));
}

void LogExport::finish()
{
    m_slices.stop();
    if (m_missed > 0)
        writeMissed();
    if (m_file.commit())
        Q_EMIT finished(m_written, m_missed);
    else
        Q_EMIT failed(tr("%1 could not be written: %2").arg(m_path, m_file.errorString()));
}

/// Those who read the file later cannot ask the window.
void LogExport::writeMissed()
{
    LogRow row;
    row.kind = LogRow::Kind::Note;
    row.consumer = LogRow::noConsumer;
    row.timeNs = m_model->startNs();
    row.text = QStringLiteral("%1 rows left the log before they could be exported").arg(m_missed);
    m_file.write(logFileLine(m_format, row, nullptr, row.timeNs));
}

void LogExport::cancel()
{
    if (!isRunning())
        return;
    m_slices.stop();
    m_file.cancelWriting();
    Q_EMIT cancelled();
}

void LogExport::fail(const QString &reason)
{
    m_slices.stop();
    m_file.cancelWriting();
    Q_EMIT failed(tr("%1 could not be written: %2").arg(m_path, reason));
}

} // namespace sluice::ui
