// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Planted mistakes that AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer must report.
// Without an argument it makes none and must end with 0.

#include <limits>
#include <memory>
#include <string_view>

namespace {

int *volatile hidden = nullptr; // keeps the compiler from seeing the mistake first

int useAfterFree()
{
    auto number = std::make_unique<int>(1);
    hidden = number.get();
    number.reset();
    return *hidden;
}

int overflow()
{
    volatile int number = std::numeric_limits<int>::max();
    number = number + 1;
    return number;
}

[[gnu::noinline]] int leak()
{
    hidden = new int(1);
    hidden = nullptr;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view mistake = argc > 1 ? argv[1] : "";
    if (mistake == "use-after-free")
        return useAfterFree() == 0 ? 1 : 0;
    if (mistake == "overflow")
        return overflow() == 0 ? 1 : 0;
    if (mistake == "leak")
        return leak();
    return 0;
}
