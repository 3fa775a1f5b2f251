// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demandwindow.h"

int main()
{
    sluice::DemandWindow window({.maxDemand = 10, .minDemand = 5});
    return window.initialAsk() == 10 ? 0 : 1;
}
