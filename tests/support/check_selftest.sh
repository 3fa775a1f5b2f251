#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# Plants one violation after the other in an empty tree: each check must find each of its own, and
# nothing in the tree without them.

set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
tree=$(mktemp -d)
trap 'rm -rf -- "$tree"' EXIT

passed=0
failed=0

# expect CHECK FILE TEXT [REASON]: FILE with TEXT is refused for REASON; without REASON, accepted.
expect() {
    local check=$1 file=$2 text=$3 reason=${4:-} output code=0
    mkdir -p "$tree/$(dirname "$file")"
    printf '%s\n' "$text" >"$tree/$file"
    output=$("$here/$check" "$tree" 2>&1) || code=$?
    rm -- "$tree/$file"
    if [[ -n $reason && $code == 1 && $output == "$file:"*"$reason"* ]] || [[ -z $reason && $code == 0 ]]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s said (code %s) "%s"\n  to %s: %s\n' "$check" "$code" "$output" "$file" "$text" >&2
    fi
}

layering() { expect check_layering.sh "$@"; }
spdx() { expect check_spdx.sh "$@"; }

layering core/flow/x.cpp '#include "core/flow/y.h"'
layering core/flow/x.cpp '#include "core/stage/y.h"' 'core/flow must not include core/stage'
layering core/flow/x.cpp '#include <QString>' 'no Qt'
layering core/flow/x.cpp '#  include <QtCore/QString>' 'no Qt'
layering core/flow/x.cpp '#include <thread>' 'no thread'
layering core/flow/x.cpp 'auto now = std::chrono::steady_clock::now();' 'no clock'
layering core/telemetry/x.h '#include "core/stage/y.h"' 'core/telemetry must not include core/stage'
layering core/stage/x.h '#include "core/telemetry/y.h"'
layering core/stage/x.h '#include "core/pipeline/y.h"' 'core/stage must not include core/pipeline'
layering core/pipeline/x.h '#include "core/stages/y.h"' 'core/pipeline must not include core/stages'
layering core/stages/x.h '#include "core/pipeline/stagecatalog.h"'
layering core/stages/x.h '#include "core/pipeline/pipeline.h"' 'core/stages must not include core/pipeline'
layering core/pipeline/x.h '#include "ui/y.h"' 'core/pipeline must not include ui'
layering core/network/x.h '' 'without a rule'
layering core/stage/x.h '#include "y.h"' 'by its path'
layering ui/x.h '#include "app/y.h"' 'ui must not include app'
layering ui/x.h '#include "tests/y.h"' 'ui must not include tests'
layering app/x.cpp '#include "ui/y.h"'
layering tests/flow/tst_x.cpp '#include "tst_x.moc"'
layering core/stage/x.cpp 'auto text = tr("x");' 'no tr()'
layering core/stage/x.cpp 'auto text = str("x"); qwertr(1);'
layering core/stage/x.h '#include <QColor>' 'QtGui'
layering core/stage/x.h '#include <QtGui/QImage>' 'QtGui'
layering core/stage/x.cpp 'QGuiApplication::quit();' 'QtGui'
layering core/stage/x.h 'class QWidget;' 'QtGui'
layering core/stage/x.h '#include <QCoreApplication>'
layering core/stage/x.cpp 'm_thread->terminate();' 'never terminated'
layering core/stage/x.cpp 'std::terminate(); process.terminate();'
layering tests/stage/x.cpp 'auto *t = QThread::create([] {});' 'QThread::create'
layering ui/x.cpp 'Qt::BlockingQueuedConnection' 'no blocking'
layering ui/x.cpp 'Qt::DirectConnection' 'DirectConnection'
layering ui/x.cpp 'connect(a, SIGNAL(b()), c, SLOT(d()));' 'strings'
layering ui/x.cpp 'QCoreApplication::processEvents();' 'processEvents'
layering tests/ui/x.cpp 'QCoreApplication::processEvents();'
layering core/stage/x.cpp 'bool A::processEvents(QEventLoop::ProcessEventsFlags flags)'
layering ui/x.cpp 'dialog.exec();' 'exec()'
layering app/x.cpp 'return application.exec();'
layering ui/x.cpp 'connect(a, &A::b, [this] { c(); });' 'four arguments'
layering ui/x.cpp $'connect(\n    a, &A::b,\n    [this] { c(); });' 'four arguments'
layering ui/x.cpp 'QObject::connect(a.get(), &A::b, [] {});' 'four arguments'
layering ui/x.cpp 'connect(a, &A::b, this, [this] { c(); });'
layering ui/x.cpp $'disconnect(a);\nconnect(a, &A::b, this, &X::c);\nconnect(a, &A::b,\n    this, [] {});'
layering ui/x.cpp '// QThread::terminate and Qt::DirectConnection are not used'
layering ui/x.cpp $'/* one\n QThread::terminate\n*/ int x; /* Qt::DirectConnection */'
layering ui/x.cpp $'/* one */ QThread::terminate' 'never terminated'
layering ui/x.cpp $'auto url = "https://example.org"; dialog.exec();' 'exec()'

mkdir "$tree/LICENSES"
touch "$tree/LICENSES/MIT.txt" "$tree/LICENSES/GPL-3.0-or-later.txt"
holder='SPDX-FileCopyrightText: 2026 The Sluice authors'
name='SPDX-License-Identifier:' # apart from the licence: this file has one of its own
mit=$holder$'\n'"$name MIT"
gpl=$holder$'\n'"$name GPL-3.0-or-later"
other=$holder$'\n'"$name Apache-2.0"
spdx core/x.h "$mit"
spdx core/x.h "$name MIT" 'no line'
spdx core/x.h "$holder" 'found none'
spdx core/x.h "" 'no line'
spdx core/x.h "$gpl" 'should say MIT'
spdx core/x.h "$other" 'should say MIT'
spdx ui/x.cpp "$gpl"
spdx ui/x.cpp "$mit" 'should say GPL-3.0-or-later'
spdx tests/ui/x.cpp "$mit" 'should say GPL-3.0-or-later'
spdx tests/flow/x.cpp "$gpl" 'should say MIT'
spdx app/run "$mit"
spdx core/CMakeLists.txt "x" 'found none'
spdx .hidden "x" 'found none'

conformance() { expect check_conformance.sh tests/conformance/README.md "$@"; }
conformance '| GS-002 | `flow/none.cpp` `is` |' 'GS-002: there is no tests/flow/none.cpp'
conformance '| GS-002 | - |' 'GS-002 : neither a test nor a reason'
conformance '| GS-002, GS-002 | Of no use here. |' 'GS-002: has two rows'
conformance '| GS-002 | Of no use here. |' 'GS-001: has no row'
mkdir -p "$tree/tests/flow"
printf 'void TestIs::is()\n{\n    // GS-003\n' >"$tree/tests/flow/is.cpp"
conformance '| GS-002 | `flow/is.cpp` `is` |' 'GS-002: tests/flow/is.cpp does not mention it'
conformance '| GS-003 | `flow/is.cpp` `isNot` |' 'GS-003: there is no isNot() in tests/flow/is.cpp'
conformance '| GS-002 | Of no use here. |' 'GS-003: tests/flow/is.cpp mentions it, and it has no row'

echo "$passed passed, $failed failed"
((failed == 0))
