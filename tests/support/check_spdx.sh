#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# check_spdx.sh [FOLDER]: every file says whose it is and under which licence, in its first lines.
# Sources of core and tests are MIT, those of ui, app, tests/ui and tests/app GPL-3.0-or-later.
# Prints one line a finding, file: reason. Ends with 1 if there is any.

set -euo pipefail
cd -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../..}"

# What git tracks or would track; without git, what is not built.
list_files() {
    git ls-files --cached --others --exclude-standard 2>/dev/null \
        || find . \( -name build -o -name .git \) -prune -o -type f -print | sed 's|^\./||'
}

findings=0
found() {
    printf '%s: %s\n' "$1" "$2"
    findings=$((findings + 1))
}

holder="SPDX-FileCopyrightText: 2026 The Sluice authors"
seen=0
while IFS= read -r file; do
    [[ -f $file ]] || continue
    case $file in
        LICENSES/* | *.json | *.sluice | *.md | *.svg | *.png | *.ico | *.ts | *.csv | *.out) continue ;;
        CMakeLists.txt | */CMakeLists.txt) ;;
        *.txt) continue ;;
    esac
    seen=$((seen + 1))

    # Licences a file in this place may have; the first one is the usual one.
    case $file in
        ui/*.h | ui/*.cpp | app/*.h | app/*.cpp) allowed=(GPL-3.0-or-later) ;;
        tests/ui/*.h | tests/ui/*.cpp | tests/app/*.h | tests/app/*.cpp) allowed=(GPL-3.0-or-later) ;;
        ui/* | app/* | tests/ui/* | tests/app/* | resources/*) allowed=(GPL-3.0-or-later MIT) ;;
        *) allowed=(MIT) ;;
    esac

    mapfile -t -n 8 head <"$file"
    licence=
    has_holder=no
    for line in ${head[@]+"${head[@]}"}; do
        [[ $line != *"$holder"* ]] || has_holder=yes
        [[ $line =~ SPDX-License-Identifier:\ ([A-Za-z0-9.-]+) ]] && licence=${BASH_REMATCH[1]}
    done
    [[ $has_holder == yes ]] || found "$file" "no line '$holder'"
    [[ " ${allowed[*]} " == *" ${licence:-none} "* ]] \
        || found "$file" "its licence line should say ${allowed[0]}, found ${licence:-none}"
    [[ -z $licence || -f LICENSES/$licence.txt ]] || found "$file" "no text in LICENSES for $licence"
done < <(list_files)

((seen)) || found . "no files found"
((findings == 0))
