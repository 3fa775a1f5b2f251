// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinelink.h"

#include "core/pipeline/pipelinedesk.h"

#include <QMetaObject>
#include <QThread>

#include <utility>

namespace sluice {
namespace {

// The handover last, as in every struct that crosses threads.
struct Posted
{
    PipelineLink::Work work;
    Handover handover{};
};

} // namespace

bool PipelineLink::post(Work work)
{
    const std::lock_guard lock(m_mutex);
    if (!m_desk)
        return false;
    const auto run = [desk = m_desk, posted = Posted{std::move(work)}] {
        posted.handover.acquire();
        posted.work(*desk);
    };
    QMetaObject::invokeMethod(m_desk, run, Qt::QueuedConnection);
    return true;
}

bool PipelineLink::isHere()
{
    const std::lock_guard lock(m_mutex);
    return m_desk && m_desk->thread() == QThread::currentThread();
}

void PipelineLink::close()
{
    const std::lock_guard lock(m_mutex);
    m_desk = nullptr;
}

} // namespace sluice
