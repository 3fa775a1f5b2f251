#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: MIT
#
# check_format.sh: what clang-format would change in the C++ files. Ends with 1 if there is anything.

set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
find core ui app tests -type f \( -name '*.h' -o -name '*.cpp' \) -print0 \
    | xargs -0 -r "${CLANG_FORMAT:-clang-format}" --dry-run -Werror --style=file
