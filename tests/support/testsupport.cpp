// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/support/testsupport.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sluice::test {

namespace {

std::optional<std::uint64_t> numberFromEnvironment(const char *name)
{
    if (!qEnvironmentVariableIsSet(name))
        return {};
    bool isNumber = false;
    const std::uint64_t number = qEnvironmentVariable(name).toULongLong(&isNumber);
    if (!isNumber)
        qFatal("%s must be a number", name);
    return number;
}

/// By the name of the file, without folder and ending. Filled before main().
std::map<std::string, Registration::Run, std::less<>> &registeredTests()
{
    static std::map<std::string, Registration::Run, std::less<>> tests;
    return tests;
}

} // namespace

Registration::Registration(const char *file, Run run)
{
    registeredTests().emplace(std::filesystem::path(file).stem().string(), run);
}

int runRegistered(int argc, char *argv[])
{
    const auto &tests = registeredTests();
    const auto found = argc > 1 ? tests.find(std::string_view(argv[1])) : tests.end();
    if (found == tests.end()) {
        std::fprintf(stderr, "The first argument is a test class, the others are for Qt Test:\n");
        for (const auto &[name, run] : tests)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}

void TestCase::init()
{
    // The exception is what the offscreen platform says about every window with size limits.
    static const QRegularExpression ours(QStringLiteral("^(?!This plugin does not support )"));
    QTest::failOnWarning(ours);
    prepare();
}

std::uint64_t Random::below(std::uint64_t count)
{
    // The numbers from first on are a whole multiple of count many; the few before are drawn again.
    const std::uint64_t first = (0 - count) % count;
    std::uint64_t number = m_engine();
    while (number < first)
        number = m_engine();
    return number % count;
}

std::int64_t Random::between(std::int64_t first, std::int64_t last)
{
    const auto count = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) + 1;
    const std::uint64_t offset = count == 0 ? m_engine() : below(count); // 0: all 64 bits
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + offset);
}

Random seededRandom()
{
    const std::uint64_t seed = numberFromEnvironment("SLUICE_SEED").value_or(1);
    qInfo("SLUICE_SEED=%llu", static_cast<unsigned long long>(seed));
    return Random(seed);
}

void forEachSeed(const std::function<void(Random &)> &body, std::uint64_t count, std::uint64_t from)
{
    const std::optional<std::uint64_t> only = numberFromEnvironment("SLUICE_SEED");
    const std::uint64_t first = only.value_or(from);
    const std::uint64_t seeds = only ? 1 : numberFromEnvironment("SLUICE_SEEDS").value_or(count);
    for (std::uint64_t seed = first; seed - first < seeds; ++seed) {
        Random random(seed);
        body(random);
        if (QTest::currentTestFailed()) {
            qInfo("SLUICE_SEED=%llu repeats this", static_cast<unsigned long long>(seed));
            return;
        }
    }
    qInfo("Seeds %llu .. %llu", static_cast<unsigned long long>(first),
          static_cast<unsigned long long>(first + seeds - 1));
}

std::int64_t scaled(std::int64_t count)
{
#if defined(__SANITIZE_THREAD__)
    constexpr std::int64_t slowdown = 20;
#elif defined(__SANITIZE_ADDRESS__)
    constexpr std::int64_t slowdown = 4;
#else
    constexpr std::int64_t slowdown = 1;
#endif
    return std::max<std::int64_t>(1, count / slowdown);
}

} // namespace sluice::test
