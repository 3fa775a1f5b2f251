// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/print.h"

namespace sluice {

void Print::handleEvents(const Batch &events, const From &)
{
    if (m_environment.output && !m_environment.output->write(m_environment.stageName, events))
        m_isFinished = true;
}

} // namespace sluice
