// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/count.h"

#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace sluice {

namespace {

Q_LOGGING_CATEGORY(countLog, "sluice.count")

} // namespace

DemandControl Count::handleSubscribe(CounterpartRole, const SubscriptionOptions &, const From &)
{
    ++m_producers;
    return DemandControl::Automatic;
}

void Count::handleCancel(const Cancellation &cancellation, const From &)
{
    // Here, because what goes wrong here is the reason of the stage's end.
    if (--m_producers == 0 && cancellation.reason.isOrderly())
        write();
}

void Count::handleEvents(std::span<const std::string> texts, const From &)
{
    m_isWritten = false;
    for (const std::string &text : texts)
        ++m_counts[text];
}

void Count::terminate(const StopReason &reason)
{
    // After a crash, its own or that of a stage before it, the counts would not be those of the input.
    if (!reason.isOrderly() || m_isWritten)
        return;
    try {
        write();
    } catch (const std::exception &error) {
        // The stage's reason stays why it was stopped, so this has to be told on its own.
        qCCritical(countLog).noquote() << error.what();
        throw;
    }
}

void Count::write()
{
    std::vector<std::pair<std::string, EventCount>> lines(m_counts.begin(), m_counts.end());
    std::ranges::sort(lines, [this](const auto &one, const auto &other) {
        if (m_options.order == Order::Count && one.second != other.second)
            return one.second > other.second;
        return one.first < other.first;
    });
    QSaveFile file(m_options.file);
    file.setDirectWriteFallback(true); // where no second file can be made beside it
    bool isGood = file.open(QIODevice::WriteOnly);
    for (const auto &[text, count] : lines) {
        const std::string line = std::to_string(count) + ' ' + text + '\n';
        isGood = isGood && file.write(line.data(), static_cast<qint64>(line.size())) >= 0;
    }
    if (!isGood || !file.commit()) {
        throw std::runtime_error("cannot write " + m_options.file.toStdString() + ": "
                                 + file.errorString().toStdString()
                                 + "; choose a file in a folder that you may write to");
    }
    m_isWritten = true;
}

} // namespace sluice
