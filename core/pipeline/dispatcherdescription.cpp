// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/dispatcherdescription.h"

#include "core/flow/partitionhash.h"
#include "core/flow/selector.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace sluice {
namespace {

using Description = SelectorDescription;

template<class Event>
using Result = std::optional<Partitioned<Event>>;

Result<Integer> evenOrOdd(const Integer &number)
{
    return {{number % 2 == 0 ? "even" : "odd"}};
}

std::uint64_t placeOfFirstLetter(const std::string &text)
{
    if (text.empty())
        return 0;
    const auto first = static_cast<unsigned char>(text.front());
    const unsigned char small = first | 0x20U; // of an ASCII letter
    return small >= 'a' && small <= 'z' ? small - 'a' : first;
}

std::shared_ptr<const PartitionHash> makeHash(HashRule rule, std::size_t partitions)
{
    switch (rule) {
    case HashRule::Modulo:
        return hashEvents<Integer>(
            [count = static_cast<Integer>(partitions)](const Integer &number) -> Result<Integer> {
                const Integer remainder = number % count;
                return {{remainder < 0 ? remainder + count : remainder}};
            });
    case HashRule::EvenOdd:
        return hashEvents<Integer>(evenOrOdd);
    case HashRule::FirstLetter:
        break;
    }
    return hashEvents<std::string>([partitions](const std::string &text) -> Result<std::string> {
        return {{placeOfFirstLetter(text) % partitions}};
    });
}

bool isKept(Integer number, Description::Keep keep, Integer of)
{
    switch (keep) {
    case Description::Keep::Even:
        return number % 2 == 0;
    case Description::Keep::Odd:
        return number % 2 != 0;
    case Description::Keep::Multiple:
        break;
    }
    return number % of == 0;
}

bool isWanted(Integer number, const Description &selector)
{
    return (!selector.keep || isKept(number, *selector.keep, selector.of.value_or(2)))
        && (!selector.atLeast || number >= *selector.atLeast);
}

} // namespace

bool DispatcherDescription::hasPartition(const std::string &name) const
{
    if (const auto *names = std::get_if<std::vector<std::string>>(&partitions))
        return std::ranges::find(*names, name) != names->end();
    bool isNumber = false;
    const qulonglong number = QString::fromStdString(name).toULongLong(&isNumber);
    return isNumber && number < std::get<std::size_t>(partitions)
        && std::to_string(number) == name; // not 01
}

std::vector<std::string> DispatcherDescription::partitionNames() const
{
    if (const auto *names = std::get_if<std::vector<std::string>>(&partitions))
        return *names;
    return PartitionDispatcherOptions::numbered(std::get<std::size_t>(partitions)).partitions;
}

bool isFor(HashRule rule, const EventType &events) noexcept
{
    return events
        == (rule == HashRule::FirstLetter ? eventType<std::string>() : eventType<Integer>());
}

DispatcherOptions dispatcherOptions(const DispatcherDescription &dispatcher,
                                    [[maybe_unused]] const EventType &events)
{
    switch (dispatcher.kind) {
    case DispatcherKind::Demand:
        break;
    case DispatcherKind::Broadcast:
        return BroadcastDispatcherOptions{};
    case DispatcherKind::Partition: {
        PartitionDispatcherOptions options;
        options.partitions = dispatcher.partitionNames();
        if (dispatcher.hash)
            options.hash = makeHash(*dispatcher.hash, options.partitions.size());
        assert(!options.validate(&events));
        return options;
    }
    }
    DemandDispatcherOptions options;
    options.maxDemand = dispatcher.maxDemand;
    options.shuffleOnFirstDispatch = dispatcher.shuffle;
    return options;
}

std::shared_ptr<const Selector> makeSelector(const SelectorDescription &selector,
                                             const EventType &events)
{
    if (events == eventType<std::string>()) {
        return selectEvents<std::string>(
            [part = selector.contains.value_or(QString()).toStdString()](const std::string &text) {
                return text.find(part) != std::string::npos;
            });
    }
    assert(events == eventType<Integer>());
    return selectEvents<Integer>(
        [selector](const Integer &number) { return isWanted(number, selector); });
}

} // namespace sluice
