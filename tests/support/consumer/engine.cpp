// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipeline.h"

#include <QCoreApplication>

#include <atomic>
#include <numeric>

namespace {

constexpr qint64 wanted = 100;
std::atomic<qint64> sum = 0;

struct Numbers final : sluice::Producer<qint64>
{
    std::vector<qint64> handleDemand(sluice::EventCount demand) override
    {
        std::vector<qint64> numbers(static_cast<std::size_t>(demand));
        std::iota(numbers.begin(), numbers.end(), m_next);
        m_next += demand;
        return numbers;
    }

private:
    qint64 m_next = 1;
};

struct Adder final : sluice::Consumer<qint64>
{
    void handleEvents(std::span<const qint64> numbers, const sluice::From &) override
    {
        sum += std::accumulate(numbers.begin(), numbers.end(), qint64(0));
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    sluice::Pipeline pipeline;
    const auto numbers = pipeline.addProducer<Numbers>(QStringLiteral("numbers"));
    const auto adder = pipeline.addConsumer<Adder>(QStringLiteral("adder"));
    if (!pipeline.subscribe(adder, numbers, {.maxDemand = 10, .minDemand = 5}))
        return 1;
    pipeline.setEventLimit(wanted);
    QObject::connect(&pipeline, &sluice::Pipeline::runStateChanged, &application,
                     [](sluice::RunState state) {
                         if (state == sluice::RunState::Stopped)
                             QCoreApplication::quit();
                     });
    pipeline.start();
    QCoreApplication::exec();
    return sum == wanted * (wanted + 1) / 2 ? 0 : 1;
}
