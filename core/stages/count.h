// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/consumer.h"

#include <QString>

#include <string>
#include <unordered_map>

namespace sluice {

/// Counts how often each text comes and writes the counts to a file when its last producer has ended
/// in order, or when it is stopped: lines of a number, a space and the text.
///
/// The file is written completely or not at all; what was there before is replaced. Each stage
/// writes its own: where several share the work, give each of them a file.
///
/// Threads: as Behaviour.
/// Errors: a file that cannot be written crashes the stage, naming the file.
class Count final : public Consumer<std::string>
{
public:
    enum class Order : unsigned char {
        Count, ///< the most frequent first; equal ones by their text
        Text   ///< by the bytes of the text
    };

    struct Options
    {
        QString file;
        Order order = Order::Count;
    };

    explicit Count(const Options &options)
        : m_options(options)
    {
    }

    DemandControl handleSubscribe(CounterpartRole counterpart, const SubscriptionOptions &options,
                                  const From &from) override;

    void handleCancel(const Cancellation &cancellation, const From &from) override;

    void handleEvents(std::span<const std::string> texts, const From &from) override;

    void terminate(const StopReason &reason) override;

private:
    void write();

    Options m_options;
    std::unordered_map<std::string, EventCount> m_counts;
    std::size_t m_producers = 0;
    bool m_isWritten = false; // as it is now
};

} // namespace sluice
