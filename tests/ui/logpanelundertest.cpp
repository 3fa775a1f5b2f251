// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logpanelundertest.h"

#include <QCoreApplication>
#include <QTest>

namespace sluice::test {

LogPanelUnderTest::LogPanelUnderTest()
    : m_panel(std::make_unique<ui::LogPanel>())
{
    m_panel->setSource([this](StageId id) {
        const auto found = m_logs.find(id);
        return found == m_logs.end() ? nullptr : found->second;
    });
    m_panel->setExpectedSequence(ui::ExpectedSequence{0, 2});
    m_panel->resize(900, 360);
    m_panel->show();
    // What is painted and scrolled is looked at, so the window must be there.
    if (!QTest::qWaitForWindowExposed(m_panel.get()))
        qFatal("the log panel did not come up");
}

ui::LogView &LogPanelUnderTest::view() const
{
    return *m_panel->findChild<ui::LogView *>();
}

void LogPanelUnderTest::addConsumer(std::uint64_t id, const QString &name)
{
    StageSnapshot stage;
    stage.id = StageId{id};
    stage.name = name;
    stage.role = StageRole::Consumer;
    stage.thread = static_cast<int>(id) + 2;
    stage.figures.startedNs = 1'000'000'000;
    stage.figures.osThread = 1000 + id;
    m_snapshot.stages.push_back(stage);
    m_logs[stage.id] = std::make_shared<BatchLog>(ui::LogPanel::rowsPerRefresh);
}

void LogPanelUnderTest::handle(std::uint64_t id, const Batch &events)
{
    m_timeNs += 1'000'000;
    m_snapshot.received += events.size();
    m_logs[StageId{id}]->write(events, SubscriptionId{1}, m_timeNs, 5000);
}

void LogPanelUnderTest::handleEven(std::uint64_t id, int batches, int count)
{
    for (int i = 0; i < batches; ++i) {
        std::vector<Integer> numbers;
        for (int j = 0; j < count; ++j, m_next += 2)
            numbers.push_back(m_next);
        handle(id, Batch::of(std::move(numbers)));
    }
}

void LogPanelUnderTest::refresh()
{
    m_snapshot.takenNs += 1'000'000'000;
    m_panel->refresh(m_snapshot);
    QCoreApplication::processEvents(); // the view lays its rows out when control returns
}

void LogPanelUnderTest::lookThrough() const
{
    while (log().rowsLeft() > 0)
        QCoreApplication::processEvents();
}

QString LogPanelUnderTest::numbersAt(int row) const
{
    return log().index(row, ui::LogModel::NumbersColumn).data().toString();
}

} // namespace sluice::test
