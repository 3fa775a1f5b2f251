// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sluice {

/// Names a partition, by text or by number; the number 3 and the text "3" name the same one.
struct PartitionKey
{
    // NOLINTNEXTLINE(google-explicit-constructor): a hash returns {7} or {"odd"}
    PartitionKey(std::integral auto value)
        : number(static_cast<std::int64_t>(value))
    {
    }

    PartitionKey(std::string text) // NOLINT(google-explicit-constructor): as above
        : name(std::move(text))
    {
    }

    PartitionKey(const char *text) // NOLINT(google-explicit-constructor): as above
        : name(text)
    {
    }

    std::optional<std::int64_t> number{};
    std::string name{}; ///< unless there is a number

    [[nodiscard]] std::string toText() const { return number ? std::to_string(*number) : name; }
};

/// Where an event goes, and what it is replaced by if anything.
template<class Event>
struct Partitioned
{
    PartitionKey partition;
    std::optional<Event> replacement = std::nullopt;
};

/// The names of a stage's partitions, in the order they were given.
class PartitionNames
{
public:
    explicit PartitionNames(std::vector<std::string> names);

    [[nodiscard]] std::size_t size() const noexcept { return m_names.size(); }
    [[nodiscard]] const std::string &name(std::size_t index) const { return m_names[index]; }

    /// Whether they are 0, 1, 2 ... in this order.
    [[nodiscard]] bool isNumbered() const noexcept { return m_isNumbered; }

    /// Which one \a name is; nothing if none.
    [[nodiscard]] std::optional<std::size_t> find(const std::string &name) const;

    /// Which one \a key names. Throws std::runtime_error that tells of the event \a event if none.
    [[nodiscard]] std::size_t indexOf(const PartitionKey &key, const Batch &batch,
                                      EventCount event) const;

    /// All of them, for people; of many only the first.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> m_names;
    std::map<std::string, std::size_t> m_indexes;
    bool m_isNumbered = true;
};

/// The first events of a batch, sorted by partition.
struct PartitionedBatch
{
    EventCount looked = 0;                            ///< how many events of the batch that is
    EventCount dropped = 0;                           ///< how many of them belong nowhere
    std::vector<std::pair<std::size_t, Batch>> parts; ///< partitions ascend; none is empty
};

/// Gives each event its partition (semantics §12.3). Make one with hashEvents().
///
/// Threads: never changed; called on the thread of the stage that partitions.
class PartitionHash
{
public:
    PartitionHash() = default;
    virtual ~PartitionHash() = default;

    /// The events it takes.
    [[nodiscard]] virtual const EventType &eventType() const noexcept = 0;

    /// False if it was made of an empty function; such options are refused.
    [[nodiscard]] virtual bool isUsable() const noexcept = 0;

    /// Sorts events of \a batch, oldest first, until \a most have a partition.
    ///
    /// Copies an event only where a partition's are not consecutive or some of them were replaced.
    /// Pre: the batch is of eventType(). Throws what the function throws, and std::runtime_error
    /// for a partition there is not.
    [[nodiscard]] virtual PartitionedBatch sort(const Batch &batch, EventCount most,
                                                const PartitionNames &names) const = 0;

protected:
    PartitionHash(const PartitionHash &) = default;
    PartitionHash &operator=(const PartitionHash &) = default;
};

/// Sorts by the events' stable hash modulo the number of partitions (GenStage's default).
/// Pre: \a names.isNumbered(), the batch's type has a stable hash.
[[nodiscard]] PartitionedBatch sortByStableHash(const Batch &batch, EventCount most,
                                                const PartitionNames &names);

/// A hash that goes by a function; see hashEvents().
template<class Event>
class FunctionHash final : public PartitionHash
{
public:
    using Function = std::function<std::optional<Partitioned<Event>>(const Event &event)>;

    explicit FunctionHash(Function function)
        : m_function(std::move(function))
    {
    }

    [[nodiscard]] const EventType &eventType() const noexcept override
    {
        return sluice::eventType<Event>();
    }

    [[nodiscard]] bool isUsable() const noexcept override { return static_cast<bool>(m_function); }

    [[nodiscard]] PartitionedBatch sort(const Batch &batch, EventCount most,
                                        const PartitionNames &names) const override
    {
        PartitionedBatch sorted;
        std::map<std::size_t, Share> shares;
        const auto events = batch.as<Event>();
        for (EventCount taken = 0; taken < most && sorted.looked < batch.size(); ++sorted.looked) {
            auto result = m_function(events[static_cast<std::size_t>(sorted.looked)]);
            if (!result) {
                ++sorted.dropped;
                continue;
            }
            ++taken;
            Share &share = shares[names.indexOf(result->partition, batch, sorted.looked)];
            if (result->replacement)
                share.replaced.emplace_back(share.places.size(), std::move(*result->replacement));
            share.places.push_back(sorted.looked);
        }
        for (auto &[partition, share] : shares)
            sorted.parts.emplace_back(partition, share.take(batch));
        return sorted;
    }

private:
    struct Share
    {
        std::vector<EventCount> places;
        std::vector<std::pair<std::size_t, Event>> replaced; // by index in places

        [[nodiscard]] Batch take(const Batch &batch)
        {
            if (replaced.empty())
                return batch.picked(places);
            std::vector<Event> all;
            all.reserve(places.size());
            auto next = replaced.begin();
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (next != replaced.end() && next->first == i)
                    all.push_back(std::move((next++)->second));
                else
                    all.push_back(batch.as<Event>()[static_cast<std::size_t>(places[i])]);
            }
            return Batch::of(std::move(all));
        }
    };

    Function m_function;
};

/// A hash for PartitionDispatcherOptions::hash: \a function says where an event goes and, if it is
/// to be replaced, by what; nothing drops the event.
template<class Event>
[[nodiscard]] std::shared_ptr<const PartitionHash>
hashEvents(typename FunctionHash<Event>::Function function)
{
    return std::make_shared<const FunctionHash<Event>>(std::move(function));
}

} // namespace sluice
