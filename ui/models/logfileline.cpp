// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logexport.h"

#include <QJsonArray>
#include <QJsonDocument>

// Rows of the log as lines of a file. For programs, so numbers are bare and words English.

namespace sluice::ui {
namespace {

QByteArray kindName(LogRow::Kind kind)
{
    switch (kind) {
    case LogRow::Kind::Sequence:
    case LogRow::Kind::Events:
        break;
    case LogRow::Kind::Gap:
        return QByteArrayLiteral("gap");
    case LogRow::Kind::Note:
        return QByteArrayLiteral("note");
    }
    return QByteArrayLiteral("batch");
}

QByteArray jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// Events that are no sequence, as a JSON array in both formats: it says where each one ends.
QByteArray eventsText(const LogRow &row)
{
    QByteArray text = QByteArrayLiteral("[");
    const bool areNumbers = row.events.holds<Integer>();
    for (EventCount i = 0; i < row.count; ++i) {
        if (i > 0)
            text += ',';
        const std::string event = row.events.textAt(i);
        text +=
            areNumbers ? QByteArray::fromStdString(event) : jsonText(QString::fromStdString(event));
    }
    return text + ']';
}

/// A field of CSV as RFC 4180 has it.
QByteArray csvField(QByteArray text)
{
    if (!text.contains('"') && !text.contains(',') && !text.contains('\n') && !text.contains('\r'))
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}

QByteArray csvLine(const LogRow &row, const LogConsumer *consumer, std::int64_t startNs)
{
    const bool isBatch = row.kind == LogRow::Kind::Sequence || row.kind == LogRow::Kind::Events;
    const bool isSequence = row.kind == LogRow::Kind::Sequence;
    const bool isGap = row.kind == LogRow::Kind::Gap;
    const auto number = [](bool isThere, auto value) {
        return isThere ? QByteArray::number(value) : QByteArray();
    };
    QByteArray line = kindName(row.kind);
    line += ',' + QByteArray::number(qint64{row.timeNs - startNs});
    line += ',' + (consumer ? csvField(consumer->name.toUtf8()) : QByteArray());
    line += ',' + number(consumer != nullptr, consumer ? consumer->thread : 0);
    line += ',' + number(consumer != nullptr, quint64{consumer ? consumer->osThread : 0});
    line += ',' + number(isGap, qint64{row.first});
    line += ',' + number(isBatch || isGap, qint64{row.count});
    line += ',' + number(isBatch, qint64{row.waitNs});
    line += ',' + number(isSequence, qint64{row.first});
    line += ',' + number(isSequence, qint64{row.step});
    line += ',' + number(isSequence, isSequence ? qint64{row.last()} : 0);
    line += ',';
    if (row.kind == LogRow::Kind::Events)
        line += csvField(eventsText(row));
    line += ',';
    if (row.kind == LogRow::Kind::Note)
        line += csvField(row.text.toUtf8());
    return line + '\n';
}

QByteArray jsonLine(const LogRow &row, const LogConsumer *consumer, std::int64_t startNs)
{
    QByteArray line = "{\"kind\":\"" + kindName(row.kind)
        + "\",\"time_ns\":" + QByteArray::number(qint64{row.timeNs - startNs});
    const auto add = [&line](const char *name, std::int64_t value) {
        line += QByteArrayLiteral(",\"") + name + "\":" + QByteArray::number(qint64{value});
    };
    if (consumer) {
        line += ",\"consumer\":" + jsonText(consumer->name);
        add("thread", consumer->thread);
        line += ",\"os_thread\":" + QByteArray::number(quint64{consumer->osThread});
    }
    switch (row.kind) {
    case LogRow::Kind::Sequence:
        add("count", row.count);
        add("wait_ns", row.waitNs);
        add("first", row.first);
        add("step", row.step);
        add("last", row.last());
        break;
    case LogRow::Kind::Events:
        add("count", row.count);
        add("wait_ns", row.waitNs);
        line += ",\"events\":" + eventsText(row);
        break;
    case LogRow::Kind::Gap:
        add("batches", row.first);
        add("count", row.count);
        break;
    case LogRow::Kind::Note:
        line += ",\"text\":" + jsonText(row.text);
        break;
    }
    return line + "}\n";
}

} // namespace

QByteArray logFileHead(LogFormat format)
{
    return format == LogFormat::JsonLines
        ? QByteArray()
        : QByteArrayLiteral("kind,time_ns,consumer,thread,os_thread,batches,count,wait_ns,first,"
                            "step,last,events,text\n");
}

QByteArray logFileLine(LogFormat format, const LogRow &row, const LogConsumer *consumer,
                       std::int64_t startNs)
{
    return format == LogFormat::Csv ? csvLine(row, consumer, startNs)
                                    : jsonLine(row, consumer, startNs);
}

} // namespace sluice::ui
