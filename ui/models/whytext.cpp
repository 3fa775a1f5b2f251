// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/whytext.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstddef>

namespace sluice::ui {
namespace {

constexpr std::size_t namedCrashes = 2;

struct WhyTexts
{
    Q_DECLARE_TR_FUNCTIONS(WhyWaiting)
};

class Sentence
{
public:
    Sentence(const WhyWaiting &why, const Snapshot &snapshot, const Crowds &crowds)
        : m_why(why)
        , m_snapshot(snapshot)
        , m_crowds(crowds)
    {
    }

    [[nodiscard]] QString text() const
    {
        QStringList parts = crashes();
        if (m_why.runState != RunState::Running)
            parts += stillness();
        else if (m_why.steps.empty())
            parts += WhyTexts::tr("nothing is known yet");
        for (std::size_t i = 0; i < m_why.steps.size(); ++i)
            parts += part(i);
        return parts.join(WhyTexts::tr("; ", "between the parts of the sentence"));
    }

private:
    [[nodiscard]] QString nameOf(StageId id) const
    {
        const StageSnapshot *stage = m_snapshot.stage(id);
        return stage ? stage->name : QString();
    }

    [[nodiscard]] const Crowd *crowdOf(StageId id) const
    {
        const auto found = m_crowds.find(id);
        return found == m_crowds.end() ? nullptr : &found->second;
    }

    // Whom another stage waits for.
    [[nodiscard]] QString objectName(StageId id) const
    {
        const Crowd *crowd = crowdOf(id);
        return crowd ? WhyTexts::tr("%1 ×%2").arg(crowd->name, formatCount(crowd->members))
                     : nameOf(id);
    }

    // Of whom something is said that is known of this one only.
    [[nodiscard]] QString subjectName(StageId id) const
    {
        const Crowd *crowd = crowdOf(id);
        return crowd ? WhyTexts::tr("%1 (one of %2)").arg(nameOf(id), formatCount(crowd->members))
                     : nameOf(id);
    }

    [[nodiscard]] QStringList crashes() const
    {
        QStringList parts;
        for (const StageId id : m_why.crashed) {
            const StageSnapshot *stage = m_snapshot.stage(id);
            if (static_cast<std::size_t>(parts.size()) == namedCrashes) {
                const auto more = static_cast<int>(m_why.crashed.size() - namedCrashes);
                parts +=
                    WhyTexts::tr("✕ %1 more has crashed", nullptr, more).arg(formatCount(more));
                break;
            }
            if (stage)
                parts += WhyTexts::tr("✕ %1 has crashed: %2").arg(stage->name, stage->stopReason);
        }
        return parts;
    }

    [[nodiscard]] QString stillness() const
    {
        switch (m_why.runState) {
        case RunState::Paused:
            return WhyTexts::tr("paused: nothing moves until the pipeline goes on");
        case RunState::Stopping:
            return WhyTexts::tr("the stages are leaving");
        case RunState::Stopped:
            return WhyTexts::tr("stopped: no stage is left");
        case RunState::Idle:
        case RunState::Running:
            break;
        }
        return WhyTexts::tr("not started");
    }

    [[nodiscard]] QString part(std::size_t index) const
    {
        const WaitStep &step = m_why.steps[index];
        const Crowd *crowd = crowdOf(step.stage);
        const QString name = subjectName(step.stage);
        const StageId nextStage =
            index + 1 < m_why.steps.size() ? m_why.steps[index + 1].stage : StageId{};
        const QString next = objectName(nextStage);
        switch (step.kind) {
        case WaitKind::ForDemand:
            return step.alike == 0 || crowdOf(nextStage)
                ? WhyTexts::tr("%1 waits for demand from %2").arg(name, next)
                : WhyTexts::tr("%1 waits for demand from %2 and %n more", nullptr, step.alike)
                      .arg(name, next);
        case WaitKind::ForEvents:
            if (crowd)
                return WhyTexts::tr("%1: %2 of %3 wait for events from %4", nullptr, crowd->alike)
                    .arg(crowd->name, formatCount(crowd->alike), formatCount(crowd->members), next);
            return step.alike == 0
                ? WhyTexts::tr("%1 waits for events from %2").arg(name, next)
                : WhyTexts::tr("%1 waits for events from %2 and %n more", nullptr, step.alike)
                      .arg(name, next);
        case WaitKind::Busy:
            return crowd ? busy(*crowd) : busy(name);
        case WaitKind::AsksForNothing:
            return WhyTexts::tr("%1 has asked for nothing").arg(name);
        case WaitKind::NobodySubscribes:
            return WhyTexts::tr("%1 waits for demand, and nobody subscribes to it").arg(name);
        case WaitKind::HasNoProducer:
            return WhyTexts::tr("%1 waits for events, and it has no producer").arg(name);
        case WaitKind::AtItsOwnPace:
            return WhyTexts::tr("%1 makes events at its own pace").arg(name);
        case WaitKind::Handover:
            return WhyTexts::tr("%1 waits for events that are under way: handing over takes longer "
                                "than the work")
                .arg(name);
        case WaitKind::NotWorking:
            break;
        }
        return WhyTexts::tr("%1: %2").arg(name, stateWord(step.state));
    }

    [[nodiscard]] QString busy(const QString &name) const
    {
        const QString share = formatShare(m_why.busyShare);
        if (!m_why.perEvent)
            return WhyTexts::tr("%1 is busy (%2)").arg(name, share);
        return WhyTexts::tr("%1 is busy (%2, %3 per event)")
            .arg(name, share, formatDuration(*m_why.perEvent));
    }

    [[nodiscard]] QString busy(const Crowd &crowd) const
    {
        const QString many =
            WhyTexts::tr("%1: %2 of %3 are busy", nullptr, crowd.alike)
                .arg(crowd.name, formatCount(crowd.alike), formatCount(crowd.members));
        const QString share = formatShare(m_why.busyShare);
        if (!m_why.perEvent)
            return WhyTexts::tr("%1 (one of them %2)").arg(many, share);
        return WhyTexts::tr("%1 (one of them %2, %3 per event)")
            .arg(many, share, formatDuration(*m_why.perEvent));
    }

    const WhyWaiting &m_why;
    const Snapshot &m_snapshot;
    const Crowds &m_crowds;
};

} // namespace

QString whyText(const WhyWaiting &why, const Snapshot &snapshot, const Crowds &crowds)
{
    return Sentence(why, snapshot, crowds).text();
}

} // namespace sluice::ui
