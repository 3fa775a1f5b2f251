// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTest>

#include <cstdint>
#include <functional>
#include <random>

/// Makes a test class, a sluice::test::TestCase, known to the program it is compiled into, under the
/// name of its file. Stands once, at the end of the file, before the .moc include.
#define SLUICE_TEST(Class)                                                                         \
    static_assert(std::is_base_of_v<sluice::test::TestCase, Class>,                                \
                  #Class " must derive from sluice::test::TestCase");                              \
    static const sluice::test::Registration registered##Class(                                     \
        __FILE__, [](int argc, char *argv[]) {                                                     \
            Class test;                                                                            \
            return QTest::qExec(&test, argc, argv);                                                \
        });

namespace sluice::test {

/// A test class that the program can run; see SLUICE_TEST.
class Registration
{
public:
    using Run = int (*)(int argc, char *argv[]);

    Registration(const char *file, Run run);
};

/// Runs the class that the first argument names, with the others for Qt Test, and returns what Qt
/// Test returns. Without such a class: names those there are, on standard error, and returns 2.
[[nodiscard]] int runRegistered(int argc, char *argv[]);

/// What every test class derives from: any Qt warning fails the test function it comes up in.
///
/// A warning that belongs to the test is declared with QTest::ignoreMessage().
/// Set up in prepare() what each test function needs; cleanup(), initTestCase() and
/// cleanupTestCase() are yours as in any Qt test.
class TestCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    virtual void init() final;

protected:
    /// Runs before each test function and each of its data rows.
    virtual void prepare() { }
};

/// A source of chance that gives the same numbers everywhere for the same seed.
///
/// Use below() and between(), not the standard library's distributions: what those make of an
/// engine's output is left to each library.
class Random
{
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed)
        : m_engine(seed)
        , m_seed(seed)
    {
    }

    [[nodiscard]] static constexpr result_type min() { return 0; }

    [[nodiscard]] static constexpr result_type max() { return UINT64_MAX; }

    result_type operator()() { return m_engine(); }

    /// Evenly one of 0 .. \a count - 1. Pre: count > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t count);

    /// Evenly one of \a first .. \a last, both included. Pre: first <= last.
    [[nodiscard]] std::int64_t between(std::int64_t first, std::int64_t last);

    /// True in \a part of \a whole cases. Pre: whole > 0.
    [[nodiscard]] bool chance(std::uint64_t part, std::uint64_t whole)
    {
        return below(whole) < part;
    }

    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

private:
    std::mt19937_64 m_engine;
    std::uint64_t m_seed;
};

/// One source of chance for the whole test; prints its seed.
/// SLUICE_SEED=n chooses the seed, otherwise it is 1.
[[nodiscard]] Random seededRandom();

/// Calls \a body once for each of \a count seeds from \a from on, until the test has failed, and then
/// prints the seed that did it. SLUICE_SEEDS=n runs n seeds; SLUICE_SEED=n runs that one alone.
void forEachSeed(const std::function<void(Random &)> &body, std::uint64_t count = 1000,
                 std::uint64_t from = 1);

/// \a count, or less of it (but at least 1) under a sanitizer, which makes everything slower:
/// a twentieth under ThreadSanitizer, a quarter under AddressSanitizer.
[[nodiscard]] std::int64_t scaled(std::int64_t count);

} // namespace sluice::test
