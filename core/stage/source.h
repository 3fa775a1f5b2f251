// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace sluice {

/// What a source does when the last of its consumers has left.
enum class OnCancel : unsigned char {
    Continue, ///< waits for others
    Stop      ///< stops with the reason normal
};

/// A producer over a sequence, finite or not.
///
/// It pulls exactly as many events as are asked for and never looks ahead. When there are fewer it
/// emits those, and stops with the reason normal once they were sent: permanent subscribers stop
/// too, transient and temporary ones live on. Demand that comes after the end is ignored.
///
/// sourceOf() and sourceFrom() make one; derive from it for a sequence of another kind.
///
/// Threads, errors: as Behaviour. A pull that waits holds up the stage.
/// Semantics: genstage-semantics §17.
template<class Out>
class Source : public Producer<Out>
{
public:
    explicit Source(OnCancel onCancel = OnCancel::Continue)
        : m_onCancel(onCancel)
    {
    }

    std::vector<Out> handleDemand(EventCount demand) final
    {
        std::vector<Out> events;
        if (m_isAtEnd)
            return events;
        events.reserve(static_cast<std::size_t>(std::min(demand, reservedAtOnce)));
        pull(demand, events);
        m_isAtEnd = static_cast<EventCount>(events.size()) < demand;
        return events;
    }

    [[nodiscard]] bool isFinished() const final { return m_isAtEnd; }

    DemandControl handleSubscribe(CounterpartRole, const SubscriptionOptions &, const From &) final
    {
        ++m_consumers;
        return DemandControl::Automatic;
    }

    void handleCancel(const Cancellation &, const From &) final
    {
        if (--m_consumers == 0 && m_onCancel == OnCancel::Stop)
            this->stage().stop(StopReason::normal());
    }

protected:
    /// Appends the next \a count events to \a events, which is empty; fewer say that the sequence
    /// has ended, and then it is not called again. Pre: count > 0.
    virtual void pull(EventCount count, std::vector<Out> &events) = 0;

private:
    // What is asked for may be far more than there is.
    static constexpr EventCount reservedAtOnce = 4096;

    OnCancel m_onCancel;
    int m_consumers = 0;
    bool m_isAtEnd = false;
};

/// A source over the elements of a range.
///
/// The range is begun at the first demand, on the stage's thread.
template<class Range>
class RangeSource final : public Source<std::iter_value_t<std::ranges::iterator_t<Range>>>
{
public:
    using Output = std::iter_value_t<std::ranges::iterator_t<Range>>;

    RangeSource(std::shared_ptr<Range> range, OnCancel onCancel)
        : Source<Output>(onCancel)
        , m_range(std::move(range))
    {
    }

protected:
    void pull(EventCount count, std::vector<Output> &events) override
    {
        for (; count > 0; --count) {
            // Not before the next element is wanted: an input iterator may wait for it here.
            if (m_at)
                ++*m_at;
            else
                m_at.emplace(std::ranges::begin(*m_range));
            if (*m_at == std::ranges::end(*m_range))
                return;
            events.push_back(**m_at);
        }
    }

private:
    std::shared_ptr<Range> m_range;
    std::optional<std::ranges::iterator_t<Range>> m_at;
};

/// A source over what a function returns, until that is nothing.
template<class Out, class Generator>
class GeneratorSource final : public Source<Out>
{
public:
    GeneratorSource(Generator generator, OnCancel onCancel)
        : Source<Out>(onCancel)
        , m_generator(std::move(generator))
    {
    }

protected:
    void pull(EventCount count, std::vector<Out> &events) override
    {
        for (; count > 0; --count) {
            std::optional<Out> event = std::invoke(m_generator);
            if (!event)
                return;
            events.push_back(std::move(*event));
        }
    }

private:
    Generator m_generator;
};

/// Makes sources: at every start of the stage another one, from the beginning.
///
/// For Pipeline::addSource() and StageSpec::make.
template<class Out>
struct SourceMaker
{
    using Output = Out;

    std::function<std::unique_ptr<Behaviour>()> make;

    std::unique_ptr<Behaviour> operator()() const { return make(); }
};

/// A source over \a range, which is taken by value: a container, or a view of something that
/// outlives the stage. A range that can be read many times is kept once for all starts; one that
/// can be read once, such as a stream's iterators, is copied for each.
template<class Range>
requires std::ranges::input_range<Range> && std::copy_constructible<Range>
[[nodiscard]] auto sourceOf(Range range, OnCancel onCancel = OnCancel::Continue)
{
    using Out = std::iter_value_t<std::ranges::iterator_t<Range>>;
    if constexpr (std::ranges::forward_range<const Range>) {
        auto kept = std::make_shared<const Range>(std::move(range));
        return SourceMaker<Out>{[kept, onCancel] {
            return std::make_unique<RangeSource<const Range>>(kept, onCancel);
        }};
    } else {
        return SourceMaker<Out>{[range, onCancel] {
            return std::make_unique<RangeSource<Range>>(std::make_shared<Range>(range), onCancel);
        }};
    }
}

/// Two iterators as a range.
template<class Iterator, class Sentinel>
struct IteratorPair
{
    Iterator first;
    Sentinel last;

    [[nodiscard]] Iterator begin() const { return first; }
    [[nodiscard]] Sentinel end() const { return last; }
};

/// A source over what lies between two iterators; what they point into has to outlive the stage.
template<std::input_iterator Iterator, std::sentinel_for<Iterator> Sentinel>
[[nodiscard]] auto sourceOf(Iterator first, Sentinel last, OnCancel onCancel = OnCancel::Continue)
{
    return sourceOf(IteratorPair<Iterator, Sentinel>{std::move(first), std::move(last)}, onCancel);
}

/// A source over what \a generator returns: a function without arguments that gives a
/// std::optional<Out>, nothing at the end. It is copied for each start, its state along with it,
/// and called on the stage's thread.
///
///     sourceFrom([n = 0]() mutable { return std::optional(n++); })   // 0, 1, 2, … without end
template<class Generator>
requires std::copy_constructible<Generator> && std::invocable<Generator &>
[[nodiscard]] auto sourceFrom(Generator generator, OnCancel onCancel = OnCancel::Continue)
{
    using Out = typename std::invoke_result_t<Generator &>::value_type;
    return SourceMaker<Out>{[generator, onCancel] {
        return std::make_unique<GeneratorSource<Out, Generator>>(generator, onCancel);
    }};
}

} // namespace sluice
