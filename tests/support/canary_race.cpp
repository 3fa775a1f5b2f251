// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Two threads count in one place. Called with "locked" they take turns, which ThreadSanitizer must
// accept; otherwise they race, which it must report. Bodies stand in run(), because what
// uninstrumented Qt calls through other ways may be ignored.

#include <QThread>

#include <mutex>
#include <string_view>

namespace {

class Counter : public QThread
{
public:
    Counter(int *count, std::mutex *mutex)
        : m_count(count)
        , m_mutex(mutex)
    {
    }

    void run() override
    {
        for (int i = 0; i < rounds; ++i) {
            std::unique_lock<std::mutex> lock;
            if (m_mutex)
                lock = std::unique_lock(*m_mutex);
            ++*m_count;
        }
    }

    static constexpr int rounds = 10'000;

private:
    int *m_count;
    std::mutex *m_mutex; // none: race
};

} // namespace

int main(int argc, char **argv)
{
    const bool locked = argc > 1 && std::string_view(argv[1]) == "locked";
    int count = 0;
    std::mutex mutex;
    Counter first(&count, locked ? &mutex : nullptr);
    Counter second(&count, locked ? &mutex : nullptr);
    first.start();
    second.start();
    first.wait();
    second.wait();
    const std::lock_guard lock(mutex); // orders the last read after the threads' writes
    return locked && count != 2 * Counter::rounds ? 1 : 0;
}
