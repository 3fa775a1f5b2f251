// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notedigest.h"

#include <utility>

namespace sluice::app {
namespace {

QString counted(std::int64_t count, const QString &things)
{
    return count == 1 ? QStringLiteral("1 ") + things
                      : QStringLiteral("%1 %2s").arg(count).arg(things);
}

QString events(EventCount count)
{
    return counted(count, QStringLiteral("event"));
}

QString nameOf(StageId stage, const Snapshot &snapshot)
{
    const StageSnapshot *known = snapshot.stage(stage);
    return known ? QString(QStringLiteral("stage ") + known->name)
                 : QStringLiteral("a stage that has left");
}

/// The stage at the other end of \a subscription.
QString partnerOf(StageId stage, SubscriptionId subscription, const Snapshot &snapshot)
{
    const SubscriptionSnapshot *known = snapshot.subscription(subscription);
    if (!known)
        return QStringLiteral("a stage that has left");
    return nameOf(known->producer == stage ? known->consumer : known->producer, snapshot);
}

QString greedyText(const QString &name, const QString &consumer, const StageNote &note)
{
    if (note.times == 1) {
        return QStringLiteral("%1 asked %2 for %3 at once; at most %4 are expected")
            .arg(consumer, name, events(note.count))
            .arg(note.expected);
    }
    return QStringLiteral("%1 asked %2 %3 times for more than %4 at once")
        .arg(consumer, name)
        .arg(note.times)
        .arg(events(note.expected));
}

} // namespace

QString noteText(StageId stage, const StageNote &note, const Snapshot &snapshot)
{
    const QString name = nameOf(stage, snapshot);
    const QString text = QString::fromStdString(note.text);
    const auto partner = [&] { return partnerOf(stage, note.subscription, snapshot); };
    switch (note.kind) {
    case StageNote::Kind::Discarded:
        return QStringLiteral("%1 discarded %2 that it had no room for")
            .arg(name, events(note.count));
    case StageNote::Kind::Excess:
        return QStringLiteral("%1 got %2 from %3 that it had not asked for")
            .arg(name, events(note.count), partner());
    case StageNote::Kind::GreedyAsk:
        return greedyText(name, partner(), note);
    case StageNote::Kind::UnknownMessage:
        return QStringLiteral("%1 dropped %2 that it does not know; the last one was: %3")
            .arg(name, counted(note.times, QStringLiteral("message")), text);
    case StageNote::Kind::Refused:
        return QStringLiteral("%1 refused the subscription of %2: %3").arg(name, partner(), text);
    case StageNote::Kind::NoDemandMode:
        return QStringLiteral("%1 keeps its demand mode: only producers can accumulate").arg(name);
    case StageNote::Kind::AsksByHand:
        return QStringLiteral("%1 asks %2 by hand: new demand limits count from its next "
                              "subscription on")
            .arg(name, partner());
    case StageNote::Kind::ChildFailed:
        return QStringLiteral("%1: %2 failed; the last reason was: %3")
            .arg(name,
                 note.times == 1 ? QStringLiteral("1 child")
                                 : QStringLiteral("%1 children").arg(note.times),
                 text);
    case StageNote::Kind::CannotEmit:
        return QStringLiteral("%1 dropped %2 that it emitted: a consumer emits nothing")
            .arg(name, events(note.count));
    case StageNote::Kind::EndedBy:
        return QStringLiteral("%1 stops, as its subscription to %2 has ended (%3)")
            .arg(name, partner(), text);
    case StageNote::Kind::NoProducer:
        break;
    }
    return QStringLiteral("%1 wants events of %2, and there is no such stage").arg(name, text);
}

bool NoteDigest::add(StageId stage, const StageNote &note)
{
    const auto [seen, isNew] = m_seen.try_emplace({stage, note.kind, note.subscription}, note);
    if (!isNew) {
        StageNote &sum = seen->second;
        sum.times += note.times;
        sum.count += note.count;
        sum.expected = note.expected;
        sum.text = note.text;
        return false;
    }
    if (m_atOnce >= mostAtOnce)
        return false;
    ++m_atOnce;
    seen->second.times = seen->second.count = 0;
    return true;
}

std::vector<NoteDigest::Entry> NoteDigest::take()
{
    std::vector<Entry> kept;
    for (auto &[key, note] : std::exchange(m_seen, {})) {
        if (note.times == 0)
            continue;
        StageNote &rest = m_seen[key] = note;
        rest.times = rest.count = 0;
        kept.push_back({std::get<StageId>(key), note});
    }
    m_atOnce = 0;
    return kept;
}

} // namespace sluice::app
