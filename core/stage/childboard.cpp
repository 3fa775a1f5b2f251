// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/childboard.h"

#include "core/telemetry/clock.h"

#include <exception>
#include <utility>

namespace sluice {
namespace {

using namespace std::chrono_literals;

// What the board is told, as messages to its stage.
struct ChildEnded
{
    ChildId child;
    StopReason reason;
};

struct RestartChild
{
    ChildId child;
};

struct ChildOverdue
{
    ChildId child;
};

StopReason runTask(const ChildTask &task, const StopSignal &stop) noexcept
{
    try {
        return task(stop);
    } catch (const std::exception &error) {
        return StopReason::failed(error.what());
    } catch (...) {
        return StopReason::failed("an exception that is not a std::exception");
    }
}

} // namespace

std::optional<OptionError> ConsumerSupervisorOptions::validate() const
{
    if (restart == RestartMode::Permanent)
        return OptionError{"restart", "temporary or transient", "permanent"};
    if (auto error = intensity.validate())
        return error;
    if (shutdown && *shutdown < 0ms)
        return OptionError{"shutdown", "at least 0 ms", std::to_string(shutdown->count()) + " ms"};
    return std::nullopt;
}

ChildBoard::ChildBoard(const ConsumerSupervisorOptions &options, Start start)
    : m_options(options)
    , m_start(std::move(start))
    , m_limit(options.intensity)
{
}

void ChildBoard::enter(StageContext &stage)
{
    m_stage = &stage;
    if (const auto error = m_options.validate()) {
        stage.stop(StopReason::failed("bad_opts: " + error->option + ": expected "
                                      + error->expectation + ", got " + error->got));
    }
}

void ChildBoard::subscribed(SubscriptionId subscription, const SubscriptionOptions &options)
{
    ask(subscription, m_ledger.subscribe(subscription, options));
}

void ChildBoard::cancelled(SubscriptionId subscription)
{
    m_ledger.cancel(subscription);
}

void ChildBoard::take(SubscriptionId subscription, const Batch &events)
{
    if (const EventCount excess = m_ledger.started(subscription, events.size()); excess > 0) {
        m_excess += excess;
        m_stage->note(
            {.kind = StageNote::Kind::Excess, .subscription = subscription, .count = excess});
    }
    EventCount without = 0;
    for (EventCount i = 0; i < events.size(); ++i) {
        const Batch event = events.slice(i, 1);
        ChildStart start = tryToStart(event);
        if (start.kind != ChildStart::Kind::Started) {
            if (start.kind == ChildStart::Kind::Failed)
                noteFailure(start.error);
            ++without;
            continue;
        }
        const ChildId id{++m_lastChild};
        Child &child =
            m_children.emplace(id, Child{subscription, event, nullptr, {}}).first->second;
        begin(id, child, std::move(start.task));
    }
    ask(subscription, m_ledger.ended(subscription, without));
}

bool ChildBoard::handleInfo(const QVariant &message)
{
    if (message.canConvert<ChildEnded>()) {
        const auto end = message.value<ChildEnded>();
        childEnded(end.child, end.reason);
    } else if (message.canConvert<RestartChild>()) {
        restart(message.value<RestartChild>().child);
    } else if (message.canConvert<ChildOverdue>()) {
        const auto child = m_children.find(message.value<ChildOverdue>().child);
        if (child != m_children.end())
            forget(child); // its thread is left to itself
    } else {
        return false;
    }
    return true;
}

std::optional<ChildReply> ChildBoard::handleCall(const ChildRequest &request, const Batch &event,
                                                 const Caller &caller)
{
    switch (request.kind) {
    case ChildRequest::Kind::Which:
    case ChildRequest::Kind::Count:
        break;
    case ChildRequest::Kind::Start:
        return startByHand(event);
    case ChildRequest::Kind::Terminate:
        return terminate(request.child, caller);
    }
    return describe();
}

void ChildBoard::shutDown()
{
    for (const auto &[id, child] : m_children) {
        if (child.stop)
            child.stop->request();
    }
    const auto deadline = m_options.shutdown ? QDeadlineTimer(*m_options.shutdown)
                                             : QDeadlineTimer(QDeadlineTimer::Forever);
    m_pool.close(deadline);
    m_children.clear();
}

ChildStart ChildBoard::tryToStart(const Batch &event) const
{
    try {
        ChildStart start = m_start(event);
        if (start.kind == ChildStart::Kind::Started && !start.task)
            return ChildStart::failed("a child was started without a task");
        return start;
    } catch (const std::exception &error) {
        return ChildStart::failed(error.what());
    } catch (...) {
        return ChildStart::failed("an exception that is not a std::exception");
    }
}

void ChildBoard::begin(ChildId id, Child &child, ChildTask task)
{
    child.stop = std::make_shared<StopSignal>();
    m_pool.run([id, stop = child.stop, task = std::move(task), address = m_stage->address()] {
        const StopReason reason = runTask(task, *stop);
        address.message(QVariant::fromValue(ChildEnded{id, reason}));
    });
}

void ChildBoard::childEnded(ChildId id, const StopReason &reason)
{
    const auto child = m_children.find(id);
    if (child == m_children.end())
        return; // was left behind
    if (reason.kind == StopReason::Kind::Failed)
        noteFailure(reason.text);
    if (child->second.terminator || !isRestarted(m_options.restart, reason)) {
        forget(child);
        return;
    }
    child->second.stop = nullptr;
    restart(id);
}

// A child that is restarted keeps its place, also while starting it fails (GS-209).
void ChildBoard::restart(ChildId id)
{
    const auto child = m_children.find(id);
    if (child == m_children.end())
        return;
    if (!m_limit.take(std::chrono::nanoseconds(nowNs()))) {
        m_stage->stop(StopReason::shutdown());
        return;
    }
    ChildStart start = tryToStart(child->second.event);
    switch (start.kind) {
    case ChildStart::Kind::Started:
        begin(id, child->second, std::move(start.task));
        break;
    case ChildStart::Kind::Ignored:
        forget(child);
        break;
    case ChildStart::Kind::Failed:
        noteFailure(start.error);
        m_stage->post(QVariant::fromValue(RestartChild{id})); // others get their turn before
        break;
    }
}

void ChildBoard::forget(Children::iterator child)
{
    const SubscriptionId from = child->second.from;
    if (child->second.terminator)
        child->second.terminator->reply(QVariant::fromValue(ChildReply{}));
    m_children.erase(child);
    ask(from, m_ledger.ended(from, 1));
}

ChildReply ChildBoard::startByHand(const Batch &event)
{
    if (event.isEmpty())
        return {.error = ChildError::BadEvent};
    ChildStart start = tryToStart(event);
    if (start.kind == ChildStart::Kind::Ignored)
        return {.error = ChildError::Ignored};
    if (start.kind == ChildStart::Kind::Failed)
        return {.error = ChildError::Failed, .text = start.error};
    const ChildId id{++m_lastChild};
    Child &child = m_children.emplace(id, Child{{}, event, nullptr, {}}).first->second;
    begin(id, child, std::move(start.task));
    return {.child = id, .extra = start.extra};
}

std::optional<ChildReply> ChildBoard::terminate(ChildId id, const Caller &caller)
{
    const auto child = m_children.find(id);
    if (child == m_children.end())
        return ChildReply{.error = ChildError::NotFound};
    if (!child->second.stop || m_options.shutdown == 0ms) {
        if (child->second.stop)
            child->second.stop->request();
        forget(child);
        return ChildReply{};
    }
    child->second.stop->request();
    child->second.terminator = caller;
    if (m_options.shutdown) {
        m_stage->startTimer(*m_options.shutdown, QVariant::fromValue(ChildOverdue{id}),
                            TimerMode::Once);
    }
    return std::nullopt;
}

ChildReply ChildBoard::describe() const
{
    ChildReply reply;
    for (const auto &[id, child] : m_children) {
        reply.children.push_back({id, !child.stop});
        reply.active += child.stop ? 1 : 0;
    }
    reply.workers = static_cast<int>(m_children.size());
    reply.excess = m_excess;
    return reply;
}

void ChildBoard::noteFailure(const std::string &why) const
{
    m_stage->note({.kind = StageNote::Kind::ChildFailed, .text = why});
}

void ChildBoard::ask(SubscriptionId subscription, EventCount count)
{
    if (count > 0)
        m_stage->ask(subscription, count);
}

} // namespace sluice
