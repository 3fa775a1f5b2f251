#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# check_layering.sh [FOLDER]: includes that look the wrong way, and calls this project does without.
# Prints one line a finding, file:line: reason. Ends with 1 if there is any. Comments do not count.

set -euo pipefail
cd -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../..}"

mapfile -t files < <(find core ui app tests -name '*.h' -o -name '*.cpp' 2>/dev/null | LC_ALL=C sort)
((${#files[@]})) || { echo "no sources found below $PWD" >&2; exit 1; }

LC_ALL=C awk '
function found(reason) {
    print FILENAME ":" FNR ": " reason
    findings++
}

# core/flow/x.h -> core/flow; ui/canvas/x.h -> ui
function layer(path,    part) {
    split(path, part, "/")
    return part[1] == "core" ? part[1] "/" part[2] : part[1]
}

function check_include(name,    to) {
    to = layer(name)
    if (name ~ /\.moc$/ || name ~ /^ui_[a-z]+\.h$/)
        return
    if (name !~ /^(core|ui|app|tests)\//)
        found("include \"" name "\" by its path from the top of the project")
    else if (index(may_include[from], " " to " ") == 0 && name != exception[from])
        found(from " must not include " to)
}

BEGIN {
    may_include["core/flow"] = " core/flow "
    may_include["core/telemetry"] = " core/flow core/telemetry "
    may_include["core/stage"] = " core/flow core/telemetry core/stage "
    may_include["core/pipeline"] = " core/flow core/telemetry core/stage core/pipeline "
    may_include["core/stages"] = " core/flow core/stage core/stages "
    exception["core/stages"] = "core/pipeline/stagecatalog.h"
    engine = " core/flow core/telemetry core/stage core/pipeline core/stages "
    may_include["ui"] = engine "ui "
    may_include["app"] = engine "ui app "
    may_include["tests"] = engine "ui app tests "
}

FNR == 1 {
    from = layer(FILENAME)
    in_comment = 0
    call = ""
    if (!(from in may_include))
        found("a folder of core without a rule in check_layering.sh")
}

{
    code = $0
    if (in_comment) {
        if (!sub(/^.*\*\//, "", code))
            next
        in_comment = 0
    }
    gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", code)
    sub(/(^|[ \t;{}(),])\/\/.*$/, "", code)
    if (sub(/\/\*.*$/, "", code))
        in_comment = 1
}

code ~ /^[ \t]*#[ \t]*include[ \t]*"/ {
    name = code
    sub(/^[^"]*"/, "", name)
    sub(/".*$/, "", name)
    check_include(name)
    next
}

from == "core/flow" && code ~ /^[ \t]*#[ \t]*include[ \t]*<Q/ {
    found("the rules in core/flow know no Qt")
}
from == "core/flow" && code ~ /^[ \t]*#[ \t]*include[ \t]*<(thread|mutex|shared_mutex|condition_variable|future|semaphore|stop_token)>/ {
    found("the rules in core/flow know no thread")
}
from == "core/flow" && code ~ /_clock::now/ {
    found("the rules in core/flow know no clock")
}

# Words are made in ui; core reports codes and values.
from ~ /^core\// && code ~ /(^|[^A-Za-z0-9_])tr\(/ {
    found("core makes no words: no tr()")
}
from ~ /^core\// && code ~ /(^|[^A-Za-z0-9_])Q(Gui|Widgets|Charts|Application|Brush|Color|Font|Icon|Image|Painter|Pen|Pixmap|Widget)([^A-Za-z0-9_]|$|Application)/ {
    found("core knows nothing of QtGui and QtWidgets")
}

code ~ /QThread::terminate|[tT]hread[A-Za-z0-9_]*(\(\))?(\.|->)terminate\(/ {
    found("a thread is never terminated")
}
code ~ /QThread::create/ {
    found("no QThread::create: ThreadSanitizer is blind to what runs in it")
}
code ~ /BlockingQueuedConnection/ {
    found("no blocking between threads")
}
code ~ /Qt::DirectConnection/ {
    found("no Qt::DirectConnection written out")
}
code ~ /(^|[^A-Za-z0-9_])(SIGNAL|SLOT)\(/ {
    found("connect with pointers to members, not with strings")
}
# An event dispatcher has a function of this name; nobody calls it.
from != "tests" && code ~ /processEvents\(/ && code !~ /processEvents\(QEventLoop::ProcessEventsFlags flags\)/ {
    found("no processEvents() outside tests")
}
from == "ui" && code ~ /(\.|->)exec\(\)/ {
    found("a dialog is opened with open() or show(), never with exec()")
}

# connect(sender, signal, [..]{..}) has no context object; looks across up to six lines.
code ~ /(^|[^A-Za-z0-9_])connect\(/ && call == "" {
    call = code
    sub(/^.*[^A-Za-z0-9_]connect\(/, "connect(", call)
    call_lines = 1
    check_call()
    next
}
call != "" {
    call = call " " code
    call_lines++
    check_call()
}

function check_call() {
    if (call ~ /^[ \t]*connect\([^,]*,[^,]*,[ \t]*\[/) {
        found("connect to a lambda with a context object: four arguments")
        call = ""
    } else if (call ~ /[;{]/ || call_lines >= 6) {
        call = ""
    }
}

END { exit findings ? 1 : 0 }
' "${files[@]}"
