// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <QObject>

#include <atomic>

namespace sluice::bench {

/// As one would begin: every number is a signal. The only demand is that the consumer asks for the
/// next thousand when it has had one, without which the queues would grow for ever.
class NaiveCounter final : public QObject
{
    Q_OBJECT

public:
    static constexpr Integer numbersATime = 1000;

    void count()
    {
        for (const Integer end = m_next + numbersATime; m_next < end; ++m_next)
            Q_EMIT counted(m_next);
    }

Q_SIGNALS:
    void counted(qint64 number);

private:
    Integer m_next = 0;
};

class NaiveFilter final : public QObject
{
    Q_OBJECT

public:
    void take(qint64 number)
    {
        if (number % 2 == 0)
            Q_EMIT kept(number);
    }

Q_SIGNALS:
    void kept(qint64 number);
};

class NaiveConsumer final : public QObject
{
    Q_OBJECT

public:
    void take(qint64)
    {
        const std::int64_t received = m_received.load(std::memory_order_relaxed) + 1;
        m_received.store(received, std::memory_order_relaxed);
        if (received % (NaiveCounter::numbersATime / 2) == 0)
            Q_EMIT wantsMore();
    }

    [[nodiscard]] std::int64_t received() const { return m_received.load(); }

Q_SIGNALS:
    void wantsMore();

private:
    std::atomic<std::int64_t> m_received = 0;
};

} // namespace sluice::bench
