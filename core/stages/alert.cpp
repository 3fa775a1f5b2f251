// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/alert.h"

#include <utility>
#include <vector>

namespace sluice {

void Alert::handleEvents(const Batch &events, const From &)
{
    std::vector<std::string> alerts;
    for (EventCount i = 0; i < events.size(); ++i) {
        const std::string text = events.textAt(i);
        if (m_matcher.matches(text))
            alerts.push_back(m_mark + ' ' + text);
    }
    if (alerts.empty() || !m_environment.output)
        return;
    if (!m_environment.output->write(m_environment.stageName, Batch::of(std::move(alerts))))
        m_isFinished = true;
}

} // namespace sluice
