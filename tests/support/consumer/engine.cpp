// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipeline.h"

int main()
{
    const sluice::Pipeline pipeline;
    return pipeline.parent() ? 1 : 0;
}
