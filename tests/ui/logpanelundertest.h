// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/telemetry/batchlog.h"
#include "ui/models/logmodel.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"

#include <map>
#include <memory>

namespace sluice::test {

/// A log panel on the screen with consumers that write what they are told to.
class LogPanelUnderTest
{
public:
    LogPanelUnderTest();

    [[nodiscard]] ui::LogPanel &panel() const { return *m_panel; }

    [[nodiscard]] ui::LogView &view() const;
    [[nodiscard]] ui::LogModel &log() const { return *view().log(); }

    void addConsumer(std::uint64_t id, const QString &name);

    /// Consumer \a id handles \a events together.
    void handle(std::uint64_t id, const Batch &events);

    /// Each of \a batches times consumer \a id handles the next \a count even numbers.
    void handleEven(std::uint64_t id, int batches, int count);

    /// The panel takes over what was handled.
    void refresh();

    /// Waits until the search has looked at every row.
    void lookThrough() const;

    [[nodiscard]] QString numbersAt(int row) const;

private:
    std::map<StageId, std::shared_ptr<BatchLog>> m_logs;
    Snapshot m_snapshot;
    std::unique_ptr<ui::LogPanel> m_panel;
    Integer m_next = 0;
    std::int64_t m_timeNs = 1'000'000'000;
};

} // namespace sluice::test
