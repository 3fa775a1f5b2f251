// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/framefigures.h"

#include "core/telemetry/clock.h"
#include "app/exitcode.h"
#include "app/freshwindow.h"
#include "ui/canvas/graphview.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/windowcost.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <unistd.h>
#include <utility>

namespace sluice::app {
namespace {

// Before that the window settles down and the rates have no history.
constexpr std::chrono::seconds warmUp{2};

/// Since the system made the process, also before main().
double secondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // The second word, the program's name in brackets, may hold anything.
    const QByteArray line = file.readAll();
    const auto words = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // the 22nd word, counted from the third
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = words.value(startTime).toDouble();
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9
        - ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

qint64 residentKib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

double quantileMs(std::vector<std::int64_t> times, double share)
{
    if (times.empty())
        return 0;
    std::ranges::sort(times);
    const auto place = static_cast<std::size_t>(share * static_cast<double>(times.size() - 1));
    return static_cast<double>(times[place]) / 1e6;
}

// A thousandth is more than is known of any of them.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

/// What the totals were when the measuring began.
struct Beginning
{
    std::int64_t ns = 0;
    std::int64_t cpuNs = 0;
    EventCount received = 0;
};

} // namespace

void MeasuredApplication::watch(const QWidget *widget)
{
    m_widget = widget;
    m_frames.clear();
    m_workedNs = 0;
}

bool MeasuredApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (receiver == m_widget && event->type() == QEvent::Paint)
        m_hasPainted = true;
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const std::int64_t beganNs = nowNs();
    ++m_depth;
    const bool isDone = QApplication::notify(receiver, event);
    --m_depth;
    m_workedNs += nowNs() - beganNs;
    if (std::exchange(m_hasPainted, false)) {
        m_frames.push_back(std::exchange(m_workedNs, 0));
        if (m_frames.size() == 1)
            Q_EMIT firstFramePainted();
    }
    return isDone;
}

int measureFrames(const FramesCommand &command, MeasuredApplication &application)
{
    FreshWindow fresh(command.file, QStringLiteral("en"));
    if (!fresh.window())
        return exitBadUse;
    ui::MainWindow &window = *fresh.window();
    const QWidget *graph = window.graph().viewport();
    window.resize(command.size);
    double firstFrameS = 0;
    QObject::connect(&application, &MeasuredApplication::firstFramePainted, &window, [&] {
        if (firstFrameS == 0)
            firstFrameS = secondsSinceStart();
    });
    application.watch(graph);
    window.show();

    const auto received = [&window] { return window.document().pipeline().snapshot().received; };
    Beginning beginning;
    QTimer::singleShot(warmUp, &window, [&] {
        beginning = {nowNs(), ui::threadCpuNs(), received()};
        application.watch(graph);
    });
    QJsonObject figures;
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(command.duration) + warmUp;
    QTimer::singleShot(whole, Qt::PreciseTimer, &window, [&] {
        const double passedS = static_cast<double>(nowNs() - beginning.ns) / 1e9;
        const double cpuS = static_cast<double>(ui::threadCpuNs() - beginning.cpuNs) / 1e9;
        const auto &frames = application.frames();
        const auto events = static_cast<double>(received() - beginning.received);
        figures = {
            {QStringLiteral("seconds"), rounded(passedS)},
            {QStringLiteral("frames_per_second"),
             rounded(static_cast<double>(frames.size()) / passedS)},
            {QStringLiteral("frame_p50_ms"), rounded(quantileMs(frames, 0.5))},
            {QStringLiteral("frame_p95_ms"), rounded(quantileMs(frames, 0.95))},
            {QStringLiteral("frame_max_ms"), rounded(quantileMs(frames, 1))},
            {QStringLiteral("window_core_share"), rounded(cpuS / passedS)},
            {QStringLiteral("received_per_second"), std::round(events / passedS)},
            {QStringLiteral("first_frame_s"), rounded(firstFrameS)},
            {QStringLiteral("rss_kib"), residentKib()},
        };
        QApplication::quit();
    });
    QApplication::exec();
    std::fputs(QJsonDocument(figures).toJson(QJsonDocument::Compact).append('\n').constData(),
               stdout);
    return exitDone;
}

} // namespace sluice::app
