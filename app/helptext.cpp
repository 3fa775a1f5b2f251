// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helptext.h"

namespace sluice::app {

namespace {

constexpr char16_t overview[] = uR"(Sluice runs pipelines with back-pressure and shows them live.

  sluice                 open the window with the even numbers running
  sluice FILE            open a pipeline in the window
  sluice run [FILE]      run a pipeline in the terminal; prints what its consumers get
  sluice check FILE...   say whether pipeline files are right
  sluice kinds           list the kinds of stages a file may name
  sluice screenshot FILE --output out.png
                         draw the window into a picture; needs no display
  sluice frames [FILE]   measure how fluently the window draws

  --settings FILE        keep the window's settings and layout in this file, not in the user's own;
                         it is made if it is not there
  --help                 this text; sluice COMMAND --help tells more
  --version              the version

Exit codes: 0 done, 1 a check failed, a stage crashed and nobody restarts it, or its supervisor
gave up, 2 bad use or a bad file.
)";

constexpr char16_t run[] = uR"(sluice run [FILE] [OPTIONS]

Runs a pipeline and prints each event that a consumer gets on a line of its own, after the
consumer's name: "printer 0". Printing holds the consumers back. Without FILE: even numbers.
Ctrl-C lets what is under way arrive and stops; a second Ctrl-C ends at once.
A summary goes to standard error, and before it every crash and every restart by the pipeline's
supervisor, if it has one, and what stages note: events that were discarded or that nobody asked
for, asks that are too large, subscriptions that were refused. Notes that repeat themselves are
added up, a line a second.

  --events N             stop when N events were sent to consumers in all
  --duration TIME        stop after this time, such as 5s or 500ms
  --quiet                print no events
  --format text|json|plain
                         json: {"consumer":"printer","event":0}; plain: the event alone
  --set STAGE.KEY=VALUE  change the pipeline before it starts; may be given several times.
                         KEY: maxDemand or minDemand of what the stage subscribes to (a minimum
                         that no longer fits becomes half of the maximum), workTime, rate, or an
                         option of the stage's kind. Paths begin at the working directory here;
                         in a file those of inputs begin where the file is
  --metrics FILE         write figures of every stage ten times a second, as CSV
  --check                check that every event was accounted for and, where it can be known,
                         that every expected number came exactly once; exit code 1 if not
  --threads PLACEMENT    dedicated: every stage has a thread of its own; shared: all stages share
                         one thread for each processor; shared:N: they share N threads.
                         Otherwise as the file says
)";

constexpr char16_t check[] = uR"(sluice check FILE...

Prints "FILE: ok" for every pipeline file that is right; for others file, line, column, place,
what was expected and what was found. Exit code 2 if any is wrong.
)";

constexpr char16_t kinds[] = uR"(sluice kinds [--format text|json]

Lists the kinds of stages that a pipeline file may name, and their options. As text, also what
every stage that emits may have: its dispatcher, with the rules that partition or select events.
)";

constexpr char16_t screenshot[] = uR"(sluice screenshot [FILE] --output out.png [OPTIONS]

Opens the window, lets the pipeline run and writes a picture of it. Needs no display.

  --output FILE          where to; the name's end says the format (.png)
  --size WIDTHxHEIGHT    of the window; 1600x900 if not given
  --at TIME              how long to let it run, such as 3s, which is also the default
  --theme NAME           light, dark or high-contrast
  --language CODE        en, de or zh_CN
  --presenter            as it is shown to a class
)";

constexpr char16_t frames[] = uR"(sluice frames [FILE] [OPTIONS]

Opens the window, lets the pipeline run, closes it and prints one JSON object: frames a second, the
median and the 95th percentile of a frame's time, the share of a core that the window's thread
used, the events that consumers received a second, the seconds from the start of the process to the
first frame, and the memory in use at the end. Needs no display, and draws on none unless the
variable QT_QPA_PLATFORM says so.

  --duration TIME        how long to measure, after two seconds of warming up; 10s if not given
  --size WIDTHxHEIGHT    of the window; 1600x900 if not given
)";

} // namespace

QString helpText(const QString &command)
{
    if (command == u"run")
        return QString::fromUtf16(run);
    if (command == u"check")
        return QString::fromUtf16(check);
    if (command == u"kinds")
        return QString::fromUtf16(kinds);
    if (command == u"screenshot")
        return QString::fromUtf16(screenshot);
    if (command == u"frames")
        return QString::fromUtf16(frames);
    return QString::fromUtf16(overview);
}

} // namespace sluice::app
