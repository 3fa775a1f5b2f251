#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# check_conformance.sh [FOLDER]: the table in tests/conformance/README.md is complete and true. Every
# case GS-001 to GS-212, GX-01 to GX-24, REF-1 to REF-21, INV-01 to INV-29 and BAD-01 to BAD-19 has a row; a row names a
# file that mentions the case and a function that is in it, or says why there is none; and every
# case that a test mentions is in the table. Prints one line a finding. Ends with 1 if there is any.

set -euo pipefail
cd -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../..}"
readonly table=tests/conformance/README.md

findings=0
found() {
    printf '%s: %s\n' "$table" "$1"
    findings=$((findings + 1))
}

# What the tests mention, "file:GS-002", be it as GS-002 or as gs002 in the name of a function, and
# the functions they have, "file:function".
declare -A rows=() mentioned=() functions=()
while IFS=: read -r file id; do
    id=${id#_} kind=${id%%[-0-9]*} number=${id#"${id%%[-0-9]*}"}
    number=${number#-}
    [[ ${kind^^} != REF ]] || number=$((10#$number))
    mentioned[$file:${kind^^}-$number]=1
done < <(grep -roE --include='*.cpp' --include='*.h' '\b(GS|GX|REF|INV|BAD)-[0-9]+b?\b|(\b|_)(gs|gx|ref|inv|bad)[0-9]+b?' tests)
while IFS=: read -r file function; do
    function=${function##*:}
    functions[$file:${function%(}]=1
done < <(grep -roE --include='*.cpp' '^void Test[A-Za-z]+::[A-Za-z0-9_]+\(' tests)

# Every `file` `function` of the text $2 against the case $1.
check_places() {
    local id=$1 rest=$2 file function
    while [[ $rest =~ \`([^\`]+\.(cpp|h))\`(\ \`([A-Za-z0-9_]+)\`)? ]]; do
        file=tests/${BASH_REMATCH[1]} function=${BASH_REMATCH[4]:-}
        rest=${rest#*"${BASH_REMATCH[0]}"}
        if [[ ! -f $file ]]; then
            found "$id: there is no $file"
            continue
        fi
        [[ -n ${mentioned[$file:$id]:-} ]] || found "$id: $file does not mention it"
        [[ -z $function || -n ${functions[$file:$function]:-} ]] \
            || found "$id: there is no $function() in $file"
    done
}

while IFS='|' read -r _ ids text _; do
    [[ $ids =~ (GS|GX|REF|INV|BAD)-[0-9] ]] || continue
    [[ $text == *[a-z]* ]] || found "$ids: neither a test nor a reason"
    for id in ${ids//,/ }; do
        [[ -z ${rows[$id]:-} ]] || found "$id: has two rows"
        rows[$id]=1
        check_places "$id" "$text"
    done
done <"$table"

for id in $(printf 'GS-%03d ' {1..212}) $(printf 'GX-%02d ' {1..24}) GX-08b $(printf 'REF-%d ' {1..21}) \
    $(printf 'INV-%02d ' {1..29}) $(printf 'BAD-%02d ' {1..19}); do
    [[ -n ${rows[$id]:-} ]] || found "$id: has no row"
done

for mention in "${!mentioned[@]}"; do
    id=${mention##*:}
    [[ -n ${rows[$id]:-} ]] || found "$id: ${mention%:*} mentions it, and it has no row"
done

((findings == 0))
