// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/kindwords.h"

#include "core/pipeline/stagecatalog.h"
#include "ui/commands/stagechoice.h"

#include <QCoreApplication>

#include <array>

namespace sluice::ui {
namespace {

// The catalogue's own sentences, so that they are found for translation.
[[maybe_unused]] constexpr std::array kindSummaries = {
    QT_TRANSLATE_NOOP("StageKinds", "counts in equal steps, as fast as it is asked to"),
    QT_TRANSLATE_NOOP("StageKinds", "lets some numbers through"),
    QT_TRANSLATE_NOOP("StageKinds", "passes numbers on and fails at every so many"),
    QT_TRANSLATE_NOOP("StageKinds", "turns each number into another"),
    QT_TRANSLATE_NOOP("StageKinds", "prints each event"),
    QT_TRANSLATE_NOOP("StageKinds", "the lines of a text file, in order"),
    QT_TRANSLATE_NOOP("StageKinds", "the paths of the files in a folder, sorted"),
    QT_TRANSLATE_NOOP("StageKinds", "cuts lines into words, of any script"),
    QT_TRANSLATE_NOOP("StageKinds", "lets the texts through that match"),
    QT_TRANSLATE_NOOP("StageKinds",
                      "turns paths of files into lines as sha256sum prints them: hash, path"),
    QT_TRANSLATE_NOOP("StageKinds",
                      "a job for each path of a file, maxDemand at a time: prints as sha256sum"),
    QT_TRANSLATE_NOOP("StageKinds",
                      "counts how often each text comes; writes the counts when it stops"),
    QT_TRANSLATE_NOOP("StageKinds", "appends events to a file, one a line; jsonl adds the time"),
    QT_TRANSLATE_NOOP("StageKinds", "prints the events that match, with a mark"),
    QT_TRANSLATE_NOOP("StageKinds", "a text each interval, numbered, whether asked for or not"),
    QT_TRANSLATE_NOOP("StageKinds", "the lines of standard input, read as they are asked for"),
    QT_TRANSLATE_NOOP("StageKinds",
                      "prints events, but only so many an interval from each producer"),
};

} // namespace

QString kindSummary(const StageKind &kind)
{
    return QCoreApplication::translate("StageKinds", kind.summary.toUtf8().constData());
}

QString kindHelp(const StageKind &kind)
{
    const QString summary = kindSummary(kind);
    return canBeginPlain(kind)
        ? summary
        : QCoreApplication::translate("StageKinds", "%1; it needs options: write it into the file")
              .arg(summary);
}

} // namespace sluice::ui
