// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandwindow.h"
#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinecalls.h"
#include "core/pipeline/streamerror.h"
#include "core/pipeline/streamorder.h"

#include <QObject>

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace sluice {

class StreamHost;
class StreamQueue;
struct StreamArrived;
struct StreamJoined;
struct StreamOver;

/// How a stream treats its producers.
struct StreamOptions
{
    /// Set on the producers once all subscriptions have been made. Producers that accumulate demand
    /// until then start together.
    DemandMode demand = DemandMode::Forward;

    /// Whose mode to set instead of all that are subscribed to; may be empty.
    std::optional<std::vector<StageTarget>> producers = std::nullopt;

    /// Of the stage that the stream adds to the pipeline; empty: "stream", and a number if need be.
    QString name{};
};

/// What a Stream is, whatever it reads.
///
/// Threads, ownership, errors: as Stream.
class StreamReader : public QObject
{
    Q_OBJECT

public:
    /// As cancel().
    ~StreamReader() override;

    /// Whether there is nothing more to read, ever.
    [[nodiscard]] bool isFinished() const noexcept { return m_isFinished; }

    /// Why it ended, unless it came to its end or was cancelled. Known once isFinished().
    [[nodiscard]] const std::optional<StreamError> &error() const noexcept { return m_error; }

    /// Reads no more: every subscription is cancelled with the reason normal and the stream's stage
    /// leaves the pipeline. Returns at once; nothing of it arrives here afterwards.
    void cancel();

Q_SIGNALS:
    /// There is something to read, or the stream is finished; comes through the event loop. Read
    /// until there is nothing: one signal may stand for many events.
    void readyRead();

protected:
    enum class Waiting : unsigned char { No, Yes };

    StreamReader(const PipelineCalls &calls, const EventType *type,
                 std::vector<StreamSubscription> subscriptions, const StreamOptions &options,
                 QObject *parent);

    /// Goes to the next event, which is then at() in slice(); false if there is none.
    [[nodiscard]] bool advance(Waiting waiting)
    {
        return ++m_at < static_cast<std::size_t>(m_slice.size()) || nextSlice(waiting);
    }

    [[nodiscard]] const Batch &slice() const noexcept { return m_slice; }
    [[nodiscard]] std::size_t at() const noexcept { return m_at; }

private:
    [[nodiscard]] bool nextSlice(Waiting waiting);
    void askForRead();
    [[nodiscard]] bool cutSlice();
    void take(const StreamJoined &joined);
    void take(const StreamArrived &arrived);
    void take(const StreamOver &over);
    [[nodiscard]] bool refusesToWait();
    void finish(std::optional<StreamError> error);
    void tellReady();

    std::shared_ptr<PipelineLink> m_link;
    std::shared_ptr<StreamQueue> m_queue;
    std::weak_ptr<StreamHost> m_host; // gone: so is the stage
    std::map<SubscriptionId, DemandWindow> m_windows;
    SubscriptionId m_subscription; // of the message being read
    Batch m_message;               // being read
    EventCount m_cut = 0;          // of it, read or in the slice
    Batch m_slice;                 // being read
    std::size_t m_at = 0;
    bool m_isFinished = false;
    std::optional<StreamError> m_error;
};

/// One producer for a stream to read, by id or by name.
template<class Event>
struct StreamOf : StreamSubscription
{
    StreamOf(StageId stage, const SubscriptionOptions &how = {}) // NOLINT: implicit on purpose
        : StreamSubscription{stage, how}
    {
    }

    StreamOf(const QString &name, const SubscriptionOptions &how = {}) // NOLINT
        : StreamSubscription{name, how}
    {
    }

    template<class In, class Out>
    StreamOf(StageRef<In, Out> stage, const SubscriptionOptions &how = {}) // NOLINT
        : StreamSubscription{stage, how}
    {
        static_assert(std::is_same_v<Out, Event>,
                      "the producer emits another type of event than the stream reads");
    }
};

/// Lets ordinary code read what producers emit, one event after the other, as fast or as slowly as
/// it likes; its pace is the pace of the producers.
///
///     // On a thread that may wait:
///     for (qint64 number : sluice::Stream<qint64>(calls, {{u"numbers"_s}}))
///         if (!use(number))
///             break;                                  // cancels the subscription
///
///     // On a thread with an event loop; connected to readyRead():
///     while (const std::optional<qint64> number = stream.tryNext())
///         use(*number);
///     if (stream.isFinished())
///         …
///
/// It adds a consumer of its own to the pipeline as soon as that runs, and asks each producer for
/// maxDemand at once. A slice of at most maxDemand - minDemand events counts as handled when the
/// event after it is wanted, and only then more may be asked for.
///
/// A subscription that ends for a reason its cancel mode puts up with - any for Temporary, an
/// orderly one for Transient - is simply over, and the stream finishes with the last. Any other end
/// finishes the stream with error(), after everything that came before it was read. So the default,
/// Permanent, calls the end of a finite source an error with the reason normal: read that with
/// Transient.
///
/// Threads: belongs to the thread that makes it, any one; all functions are called there.
/// Waiting blocks that thread. It is refused, with error() and a warning, where it would hold up
/// what it waits for or the window: on the pipeline's own thread, inside a stage's callback, and on
/// the application's thread while its event loop runs.
/// Ownership: shares nothing with the pipeline, which may go first: then the stream finishes.
/// Errors: options that cannot be used are in error() right after construction.
/// Semantics: genstage-semantics §6, §17.
template<class Event>
class Stream final : public StreamReader
{
public:
    Stream(const PipelineCalls &calls, std::initializer_list<StreamOf<Event>> producers,
           const StreamOptions &options = {}, QObject *parent = nullptr)
        : StreamReader(calls, &eventType<Event>(), {producers.begin(), producers.end()}, options,
                       parent)
    {
    }

    Stream(const PipelineCalls &calls, const std::vector<StreamOf<Event>> &producers,
           const StreamOptions &options = {}, QObject *parent = nullptr)
        : StreamReader(calls, &eventType<Event>(), {producers.begin(), producers.end()}, options,
                       parent)
    {
    }

    /// The next event if it is here; nothing if not yet, or never: see isFinished().
    [[nodiscard]] std::optional<Event> tryNext()
    {
        return advance(Waiting::No) ? std::optional(current()) : std::nullopt;
    }

    /// The next event; blocks this thread until there is one. Nothing: the stream is finished.
    [[nodiscard]] std::optional<Event> waitForNext()
    {
        return advance(Waiting::Yes) ? std::optional(current()) : std::nullopt;
    }

    /// Reads as waitForNext() does; each begin() goes on where reading stopped.
    class Iterator
    {
    public:
        using iterator_concept = std::input_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type = Event;
        using difference_type = std::ptrdiff_t;
        using pointer = const Event *;
        using reference = const Event &;

        Iterator() = default;

        explicit Iterator(Stream &stream)
            : m_stream(&stream)
        {
            ++*this;
        }

        [[nodiscard]] const Event &operator*() const { return m_stream->current(); }

        Iterator &operator++()
        {
            if (!m_stream->advance(Waiting::Yes))
                m_stream = nullptr;
            return *this;
        }

        void operator++(int) { ++*this; }

        friend bool operator==(const Iterator &iterator, std::default_sentinel_t)
        {
            return !iterator.m_stream;
        }

    private:
        Stream *m_stream = nullptr; // null: at the end
    };

    [[nodiscard]] Iterator begin() { return Iterator(*this); }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

private:
    [[nodiscard]] const Event &current() const { return slice().template as<Event>()[at()]; }
};

} // namespace sluice
