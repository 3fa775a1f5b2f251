// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stream.h"

#include "core/pipeline/pipelinelink.h"
#include "core/pipeline/streamhost.h"
#include "core/pipeline/streamqueue.h"
#include "core/stage/stagerunner.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QThread>

#include <utility>

namespace sluice {
namespace {

Q_LOGGING_CATEGORY(streamLog, "sluice.stream")

} // namespace

StreamReader::StreamReader(const PipelineCalls &calls, const EventType *type,
                           std::vector<StreamSubscription> subscriptions,
                           const StreamOptions &options, QObject *parent)
    : QObject(parent)
    , m_link(calls.link())
    , m_queue(std::make_shared<StreamQueue>([this] {
        QMetaObject::invokeMethod(this, &StreamReader::tellReady, Qt::QueuedConnection);
    }))
{
    for (const StreamSubscription &subscription : subscriptions) {
        if (auto option = subscription.options.validate()) {
            finish(StreamError{.producer = subscription.producer.name,
                               .call = PipelineError::BadOptions,
                               .option = std::move(option)});
            return;
        }
    }
    const auto host =
        std::make_shared<StreamHost>(StreamOrder{type, std::move(subscriptions), options.demand,
                                                 options.producers, options.name},
                                     m_queue, m_link);
    m_host = host;
    m_link->post([host](PipelineDesk &desk) { host->open(desk); });
}

StreamReader::~StreamReader()
{
    cancel();
}

void StreamReader::cancel()
{
    if (!m_isFinished)
        finish(std::nullopt);
}

bool StreamReader::nextSlice(Waiting waiting)
{
    if (m_isFinished || (waiting == Waiting::Yes && refusesToWait()))
        return false;
    askForRead();
    while (!m_isFinished && !cutSlice()) {
        auto entry = waiting == Waiting::Yes ? m_queue->waitAndTake() : m_queue->take();
        if (!entry)
            return false;
        std::visit([this](const auto &taken) { take(taken); }, *entry);
    }
    return !m_isFinished;
}

// §17: only now that the event after the slice is wanted.
void StreamReader::askForRead()
{
    const EventCount count = m_slice.size();
    m_slice = {};
    if (count == 0)
        return;
    const EventCount more = m_windows.at(m_subscription).handled(count);
    if (more > 0)
        m_queue->ask(m_subscription, more);
}

bool StreamReader::cutSlice()
{
    const EventCount rest = m_message.size() - m_cut;
    if (rest == 0)
        return false;
    const EventCount count = m_windows.at(m_subscription).nextSlice(rest);
    m_slice = m_message.slice(m_cut, count);
    m_cut += count;
    m_at = 0;
    return true;
}

void StreamReader::take(const StreamJoined &joined)
{
    DemandWindow window(joined.options);
    static_cast<void>(window.initialAsk()); // the stage has sent it
    m_windows.emplace(joined.subscription, window);
}

void StreamReader::take(const StreamArrived &arrived)
{
    m_subscription = arrived.subscription;
    m_message = arrived.batch;
    m_cut = 0;
    m_windows.at(arrived.subscription).beginMessage();
}

void StreamReader::take(const StreamOver &over)
{
    finish(over.error);
}

bool StreamReader::refusesToWait()
{
    const QCoreApplication *application = QCoreApplication::instance();
    const QThread *here = QThread::currentThread();
    const bool isWindow = application && application->thread() == here && here->loopLevel() > 0;
    if (!isWindow && !m_link->isHere() && !StageRunner::current().isValid())
        return false;
    const char *why = "a stream does not wait on a thread whose event loop has to go on; use "
                      "tryNext() and readyRead() here, or wait on a thread of your own";
    qCWarning(streamLog).noquote() << why;
    finish(StreamError{.reason = StopReason::failed(why)});
    return true;
}

void StreamReader::finish(std::optional<StreamError> error)
{
    m_isFinished = true;
    m_error = std::move(error);
    m_slice = {};
    m_message = {};
    m_queue->close();
    m_link->post([host = m_host](PipelineDesk &desk) {
        if (const auto alive = host.lock())
            alive->close(desk);
    });
}

void StreamReader::tellReady()
{
    if (m_queue->heard() && !m_isFinished)
        Q_EMIT readyRead();
}

} // namespace sluice
