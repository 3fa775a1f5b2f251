# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# shellcheck shell=bash disable=SC2154
# Shared by app/run, tests/run and .ci/run; sourced by bash, not run.
# Installs what is missing from the distribution and builds one preset, quietly unless it fails.
# Everything said here goes to standard error. Needs: root (the source folder) set by the caller.

say() { printf 'sluice: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 2
}

may_install=yes # no after --no-install
missing=()      # packages
reasons=()      # one line for each of them

# need PACKAGE REASON: adds a package to what is missing.
need() {
    missing+=("$1")
    reasons+=("$2")
}

# need_program PROGRAM PACKAGE REASON: any program of that name will do, wherever it comes from.
need_program() {
    command -v -- "$1" >/dev/null || need "$2" "$3"
}

# need_library PACKAGE REASON [PACKAGE REASON]...
# Asks the package database once; where there is none, or where the caller's environment points
# CMake at another Qt, configuring decides.
need_library() {
    [[ -z ${CMAKE_PREFIX_PATH:-}${Qt6_DIR:-}${Qt6_ROOT:-} ]] || return 0
    command -v dpkg-query >/dev/null || return 0
    local pairs=("$@") names=() installed i
    for ((i = 0; i < ${#pairs[@]}; i += 2)); do names+=("${pairs[i]}"); done
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null || true)
    for ((i = 0; i < ${#pairs[@]}; i += 2)); do
        [[ $'\n'$installed$'\n' == *$'\n'"installed ${pairs[i]}"$'\n'* ]] \
            || need "${pairs[i]}" "${pairs[i + 1]}"
    done
}

need_for_build() {
    local compiler=${CXX:-g++}
    need_program "${compiler%% *}" g++ "the C++ compiler"
    need_program cmake cmake "configures the build"
    need_program ninja ninja-build "runs the compiler, only on what has changed"
    need_library \
        qt6-base-dev "Qt 6: threads and signals for the engine, widgets for the window" \
        qt6-charts-dev "Qt Charts: the charts in the window" \
        libqt6opengl6-dev "Qt OpenGL: Qt Charts cannot be compiled against without it"
}

# Installs what was found missing, or says how to and ends with 2.
install_missing() {
    ((${#missing[@]})) || return 0
    local i install=(install -y --no-install-recommends)
    local command="apt-get ${install[*]} ${missing[*]}"
    say "Missing on this machine:"
    for i in "${!missing[@]}"; do printf '  %-18s %s\n' "${missing[i]}" "${reasons[i]}" >&2; done

    if ! command -v apt-get >/dev/null; then
        say "This is not a Debian-like system, so nothing is installed for you. Please install these"
        say "from your distribution (names above are Debian's): CMake 3.25, GCC 12 or Clang 14, Qt 6.4 or newer."
        [[ $may_install == yes ]] && command -v cmake >/dev/null && command -v ninja >/dev/null || exit 2
        say "Trying to build all the same."
        return 0
    fi

    local as_root=() hint=
    if ((EUID != 0)); then
        as_root=(sudo)
        hint="sudo "
    fi
    if [[ $may_install == no ]]; then
        say "Not installing, as you asked. This command does:"
        say "  ${hint}apt-get update && ${hint}${command}"
        exit 2
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "Installing needs the rights of root, and there is no sudo here. As root, run:
  apt-get update && ${command}"
    fi

    say "Installing these with apt-get${hint:+, through sudo}; the first time this takes a few minutes."
    mkdir -p "$root/build"
    local log=$root/build/install.log
    : >"$log"
    apt_get() {
        ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
            apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
    }
    if ((EUID != 0)); then
        sudo -v || fail "sudo did not let us in. As root, run: apt-get update && ${command}"
    fi
    # Fetch package lists only if the ones here do not know a package, or are too old to be of use.
    local updated=no known=() name
    is_known() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }
    update() { [[ $updated == yes ]] || { updated=yes && apt_get update; }; }
    for name in "${missing[@]}"; do
        is_known "$name" || update || true
        if is_known "$name"; then
            known+=("$name")
        else
            say "This distribution has no package $name; going on without it."
        fi
    done
    if ((${#known[@]})) && ! apt_get "${install[@]}" "${known[@]}" \
        && ! { [[ $updated == no ]] && update && apt_get "${install[@]}" "${known[@]}"; }; then
        tail -n 30 "$log" >&2
        fail "The installation failed; all of its output is in $log
Sluice needs Debian 12, Ubuntu 24.04 or newer; the command was: ${hint}${command}"
    fi
    missing=()
    reasons=()
    hash -r
}

# build PRESET [TARGET]: configures if need be and builds.
build() {
    local preset=$1 target=${2:-all} began=$SECONDS
    local folder=$root/build/$preset lock
    local log=$folder/build.log
    mkdir -p "$folder"

    # One build at a time in one folder; a second caller waits for the first.
    exec {lock}>"$folder/.lock"
    if command -v flock >/dev/null && ! flock -n "$lock"; then
        say "Waiting for another build in $folder"
        flock "$lock"
    fi

    local configure=() first=no
    if [[ ! -e $folder/build.ninja ]]; then
        first=yes
        configure=(cmake --preset "$preset")
    elif ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        # This folder came along when the sources were copied or moved.
        first=yes
        configure=(cmake --fresh --preset "$preset")
    elif [[ $root/CMakePresets.json -nt $folder/.configured ]]; then
        configure=(cmake --preset "$preset")
    fi
    [[ $first == no ]] || say "Building (preset $preset); the first time this takes some minutes."

    if ((${#configure[@]})); then
        (cd "$root" && "${configure[@]}") >"$log" 2>&1 </dev/null || build_failed "$log" configuring
        touch "$folder/.configured"
    fi
    (cd "$root" && cmake --build --preset "$preset" --target "$target") 2>&1 </dev/null \
        | tee "$log" | show_progress || build_failed "$log" building
    [[ $first == no ]] || say "Built in $((SECONDS - began)) s."
    exec {lock}>&-
}

# On a terminal: the current step, on one line. Otherwise: nothing, for logs that stay readable.
show_progress() {
    local line shown=no
    if [[ ! -t 2 ]]; then
        cat >/dev/null
        return
    fi
    while IFS= read -r line; do
        [[ $line =~ ^\[[0-9]+/[0-9]+\] ]] || continue
        printf '\r\033[K%.78s' "$line" >&2
        shown=yes
    done
    [[ $shown == no ]] || printf '\r\033[K' >&2
}

build_failed() {
    cat "$1" >&2
    if [[ $2 == configuring ]]; then
        say "Needed: CMake 3.25, Ninja, GCC 12 or Clang 14, and Qt 6.4 with Qt Charts, each that or newer."
    fi
    fail "The build failed while $2; its output is above and in $1"
}
