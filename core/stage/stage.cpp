// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stage.h"

#include "core/stage/stagerunner.h"
#include "core/stage/stagethread.h"
#include "core/stage/subscriptionends.h"

#include <cassert>
#include <utility>

namespace sluice {

Stage::Stage(StageId id, std::shared_ptr<StageThread> thread, std::unique_ptr<Behaviour> behaviour,
             const StageOptions &options, std::shared_ptr<StageShared> shared,
             const StageListener &listener)
    : m_id(id)
    , m_listener(listener)
    , m_shared(std::move(shared))
    , m_thread(std::move(thread))
    , m_seat(m_thread->enter([this] { finish(); }))
    , m_runner(std::make_unique<StageRunner>(id, std::move(behaviour), options, m_shared))
{
    StageRunner *runner = m_runner.get();
    m_mailbox = std::make_shared<StageMailbox>([runner](const StageMessage &message) {
        const auto deliver = [runner, message] {
            message.handover.acquire();
            runner->hear(message);
        };
        QMetaObject::invokeMethod(runner, deliver, Qt::QueuedConnection);
    });
    m_runner->setMailbox(m_mailbox);
    connect(
        runner, &StageRunner::reported, this,
        [this](const StageReport &report) { m_listener.reported(*this, report); },
        Qt::QueuedConnection);
    m_runner->setPorter(m_thread->porter(), m_seat);
    m_runner->moveToThread(m_thread.get());
}

Stage::~Stage()
{
    assert(!m_runner || !m_thread->isRunning());
    m_thread->forget(m_seat);
    m_mailbox->close(); // nobody else's address leads to the runner any more
}

void Stage::start()
{
    m_thread->begin();
}

void Stage::tell(const StageCommand &command)
{
    if (m_isRetired || !m_runner)
        return;
    const auto deliver = [runner = m_runner.get(), command] {
        command.handover.acquire();
        runner->obey(command);
    };
    m_thread->holdOn();
    QMetaObject::invokeMethod(m_runner.get(), deliver, Qt::QueuedConnection);
    m_thread->letGo();
}

void Stage::take(QObject *end)
{
    end->moveToThread(m_thread.get());
}

void Stage::attachInlet(InletEnd *end)
{
    tell({.kind = StageCommand::Kind::AttachInlet, .inlet = end});
}

void Stage::attachOutlet(OutletEnd *end, SubscriptionId replaced, const StopReason &reason)
{
    tell({.kind = StageCommand::Kind::AttachOutlet,
          .outlet = end,
          .subscription = replaced,
          .reason = reason});
}

void Stage::openGate()
{
    m_shared->gate.open();
    tell({.kind = StageCommand::Kind::LookAtGate});
}

void Stage::closeGate()
{
    m_shared->gate.close();
    tell({.kind = StageCommand::Kind::LookAtGate});
}

void Stage::examine()
{
    m_shared->wantsExamination.store(true, std::memory_order_relaxed);
    tell({.kind = StageCommand::Kind::Examine});
}

void Stage::endExamination()
{
    tell({.kind = StageCommand::Kind::EndExamining});
}

void Stage::drain()
{
    tell({.kind = StageCommand::Kind::Drain});
}

void Stage::leave()
{
    m_shared->gate.leave();
    tell({.kind = StageCommand::Kind::Leave});
}

void Stage::retire()
{
    tell({.kind = StageCommand::Kind::Retire});
    m_isRetired = true;
}

void Stage::quit()
{
    m_thread->quit();
}

bool Stage::join(QDeadlineTimer deadline)
{
    return !m_runner || m_thread->join(deadline);
}

void Stage::abandon()
{
    m_mailbox->close();
    // The thread still runs code of the behaviour; ending the objects under it would crash. Should
    // it come back one day, they go.
    connect(m_thread.get(), &StageThread::finished, m_runner.release(), &QObject::deleteLater);
    m_thread->abandon();
}

void Stage::finish()
{
    m_mailbox->close();
    m_runner.reset();
    m_listener.finished(*this);
}

} // namespace sluice
