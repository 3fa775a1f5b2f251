// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/behaviour.h"

#include <cassert>
#include <stdexcept>
#include <string>

namespace sluice {
namespace {

std::string described(const QVariant &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? std::string(value.typeName() ? value.typeName() : "nothing")
                          : '"' + text.toStdString() + '"';
}

} // namespace

DemandControl Behaviour::handleSubscribe(CounterpartRole, const SubscriptionOptions &, const From &)
{
    return DemandControl::Automatic;
}

void Behaviour::handleCancel(const Cancellation &, const From &) { }

std::optional<QVariant> Behaviour::handleCall(const QVariant &request, const Caller &)
{
    throw std::logic_error("this stage takes no calls, and got " + described(request)
                           + "; override handleCall()");
}

void Behaviour::handleCast(const QVariant &request)
{
    throw std::logic_error("this stage takes no casts, and got " + described(request)
                           + "; override handleCast()");
}

void Behaviour::handleInfo(const QVariant &)
{
    m_unknownInfo = true;
}

bool Behaviour::shouldReportDiscarded(EventCount)
{
    return true;
}

Batch Behaviour::runDemand(EventCount)
{
    assert(!"only producers are given demand");
    return {};
}

Batch Behaviour::runEvents(const Batch &, const From &)
{
    assert(!"producers are not given events");
    return {};
}

} // namespace sluice
