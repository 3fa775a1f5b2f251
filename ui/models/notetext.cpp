// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/notetext.h"

#include "ui/panels/format.h"

#include <QCoreApplication>

namespace sluice::ui {
namespace {

struct NoteTexts
{
    Q_DECLARE_TR_FUNCTIONS(Notes)
};

QString greedyText(const StageNote &note, const QString &partner)
{
    if (note.times == 1)
        return NoteTexts::tr("was asked by %1 for %2 events at once; at most %3 are expected")
            .arg(partner, formatCount(note.count), formatCount(note.expected));
    return NoteTexts::tr(
               "was asked by %1 for %2 events in all, each time for more than the %3 that "
               "are expected")
        .arg(partner, formatCount(note.count), formatCount(note.expected));
}

} // namespace

QString noteText(const StageNote &note, const QString &partner)
{
    const QString other = partner.isEmpty() ? NoteTexts::tr("a stage that has left") : partner;
    const QString text = QString::fromStdString(note.text);
    switch (note.kind) {
    case StageNote::Kind::Discarded:
        return NoteTexts::tr("discarded %1 events that it had no room for")
            .arg(formatCount(note.count));
    case StageNote::Kind::Excess:
        return NoteTexts::tr("got %1 events from %2 that it had not asked for")
            .arg(formatCount(note.count), other);
    case StageNote::Kind::GreedyAsk:
        return greedyText(note, other);
    case StageNote::Kind::UnknownMessage:
        return NoteTexts::tr("dropped a message that it does not know; the last one was: %1")
            .arg(text);
    case StageNote::Kind::Refused:
        return NoteTexts::tr("refused the subscription of %1: %2").arg(other, text);
    case StageNote::Kind::NoDemandMode:
        return NoteTexts::tr("keeps its demand mode: only producers can accumulate demand");
    case StageNote::Kind::AsksByHand:
        return NoteTexts::tr(
                   "asks %1 by hand: new demand limits count from its next subscription on")
            .arg(other);
    case StageNote::Kind::ChildFailed:
        return NoteTexts::tr("had children that failed, %1 in all; the last reason was: %2")
            .arg(formatCount(note.times), text);
    case StageNote::Kind::CannotEmit:
        return NoteTexts::tr("dropped %1 events that it emitted: a consumer emits nothing")
            .arg(formatCount(note.count));
    case StageNote::Kind::EndedBy:
        return NoteTexts::tr("stops, as its subscription to %1 has ended (%2)").arg(other, text);
    case StageNote::Kind::NoProducer:
        break;
    }
    return NoteTexts::tr("wants events of %1, and there is no such stage").arg(text);
}

QString restartText(int restarts)
{
    return NoteTexts::tr("was started anew, %n time(s) by now", nullptr, restarts);
}

QString supervisionEndText(const SupervisionEnd &end)
{
    return NoteTexts::tr("The supervisor gave up: %1 would have been restart %2 within %3. "
                         "The last reason was: %4")
        .arg(end.name)
        .arg(end.restarts)
        .arg(formatDuration(end.within), end.reason);
}

} // namespace sluice::ui
