#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# expect.sh EXITCODE TEXT COMMAND...: passes if COMMAND ends with EXITCODE and prints TEXT.
# An empty TEXT stands for: prints no sanitizer's report.

set -u
wanted_code=$1
wanted_text=$2
shift 2

output=$("$@" 2>&1)
code=$?
if ((code != wanted_code)); then
    printf '%s\n\nended with %d instead of %d: %s\n' "$output" "$code" "$wanted_code" "$*" >&2
    exit 1
fi
if [[ -n $wanted_text && $output != *"$wanted_text"* ]]; then
    printf '%s\n\ndid not print "%s": %s\n' "$output" "$wanted_text" "$*" >&2
    exit 1
fi
if [[ -z $wanted_text && $output == *Sanitizer:* ]]; then
    printf '%s\n\nprinted a report: %s\n' "$output" "$*" >&2
    exit 1
fi
