// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/standardinput.h"

#include <atomic>
#include <stdexcept>
#include <utility>

namespace sluice {

namespace {

// Two readers would share lines by chance, and one could wait for what the other has taken.
std::atomic_flag isTaken; // NOLINT: there is one standard input

} // namespace

StandardInput::~StandardInput()
{
    letGo();
}

StartAnswer StandardInput::start()
{
    if (isTaken.test_and_set()) {
        throw std::runtime_error(
            "cannot read standard input: another stage reads it; let both subscribe to that one");
    }
    try {
        m_reader = std::make_unique<LineReader>(
            m_descriptor, [address = stage().address()](LineReader::Report report) {
                static_cast<void>(address.message(QVariant::fromValue(std::move(report))));
            });
    } catch (...) {
        isTaken.clear();
        throw;
    }
    return StartAnswer::Run;
}

std::vector<std::string> StandardInput::handleDemand(EventCount demand)
{
    m_reader->want(demand);
    return {};
}

void StandardInput::handleInfo(const QVariant &message)
{
    auto report = message.value<LineReader::Report>();
    if (!report.problem.empty())
        throw std::runtime_error("cannot read standard input: " + report.problem);
    m_isFinished = report.isLast;
    emitEvents(std::move(report.lines));
}

void StandardInput::terminate(const StopReason &)
{
    letGo();
}

void StandardInput::letGo()
{
    if (!m_reader)
        return;
    m_reader.reset();
    isTaken.clear();
}

} // namespace sluice
