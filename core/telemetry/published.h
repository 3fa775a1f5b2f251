// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <thread>
#include <type_traits>

namespace sluice {

/// A value that one thread publishes and any thread reads whole (a sequence lock).
///
/// Writing never waits. A reader that meets a write in progress tries again.
/// Threads: publish() from one thread at a time, read() from any.
template<class Value>
requires std::is_trivially_copyable_v<Value>
class Published
{
public:
    Published() { publish(Value{}); }
    Published(const Published &) = delete;
    Published &operator=(const Published &) = delete;

    void publish(const Value &value) noexcept
    {
        Words words{};
        std::memcpy(words.data(), &value, sizeof(Value));
        const std::uint32_t sequence = m_sequence.load(std::memory_order_relaxed);
        m_sequence.store(sequence + 1, std::memory_order_relaxed);
        // Release stores, not a fence: ThreadSanitizer does not understand fences.
        for (std::size_t i = 0; i < words.size(); ++i)
            m_words[i].store(words[i], std::memory_order_release);
        m_sequence.store(sequence + 2, std::memory_order_release);
    }

    [[nodiscard]] Value read() const noexcept
    {
        Words words{};
        for (;;) {
            const std::uint32_t before = m_sequence.load(std::memory_order_acquire);
            for (std::size_t i = 0; i < words.size(); ++i)
                words[i] = m_words[i].load(std::memory_order_acquire);
            const std::uint32_t after = m_sequence.load(std::memory_order_relaxed);
            if (before == after && before % 2 == 0)
                break;
            std::this_thread::yield();
        }
        Value value;
        std::memcpy(static_cast<void *>(&value), words.data(), sizeof(Value));
        return value;
    }

private:
    using Words = std::array<std::uint64_t, (sizeof(Value) + 7) / 8>;

    alignas(64) std::atomic<std::uint32_t> m_sequence = 0;
    std::array<std::atomic<std::uint64_t>, std::tuple_size_v<Words>> m_words{};
};

} // namespace sluice
