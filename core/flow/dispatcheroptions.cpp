// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/dispatcheroptions.h"

#include "core/flow/broadcastdispatcher.h"
#include "core/flow/demanddispatcher.h"
#include "core/flow/partitiondispatcher.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sluice {
namespace {

std::unique_ptr<Dispatcher> make(const DemandDispatcherOptions &options, const EventType *)
{
    return std::make_unique<DemandDispatcher>(options);
}

std::unique_ptr<Dispatcher> make(const BroadcastDispatcherOptions &, const EventType *events)
{
    return std::make_unique<BroadcastDispatcher>(events);
}

std::unique_ptr<Dispatcher> make(const PartitionDispatcherOptions &options, const EventType *)
{
    return std::make_unique<PartitionDispatcher>(options);
}

} // namespace

std::optional<OptionError> DemandDispatcherOptions::validate() const
{
    if (maxDemand && *maxDemand < 1)
        return OptionError{"maxDemand", "at least 1", std::to_string(*maxDemand)};
    return std::nullopt;
}

PartitionDispatcherOptions
PartitionDispatcherOptions::numbered(std::size_t count, std::shared_ptr<const PartitionHash> hash)
{
    PartitionDispatcherOptions options;
    options.hash = std::move(hash);
    for (std::size_t i = 0; i < count; ++i)
        options.partitions.push_back(std::to_string(i));
    return options;
}

std::optional<OptionError> PartitionDispatcherOptions::validate(const EventType *events) const
{
    if (partitions.empty() || partitions.size() > mostPartitions) {
        return OptionError{"partitions", "1 to " + std::to_string(mostPartitions) + " partitions",
                           std::to_string(partitions.size())};
    }
    std::set<std::string_view> known;
    for (const std::string &name : partitions) {
        if (name.empty() || !known.insert(name).second) {
            return OptionError{"partitions", "names that differ and are not empty",
                               name.empty() ? "an empty one" : name + " twice"};
        }
    }
    if (hash && !hash->isUsable())
        return OptionError{"hash", "a function", "an empty one"};
    if (hash && events && hash->eventType() != *events) {
        return OptionError{"hash", "a function of events of type " + std::string(events->name),
                           "one of " + std::string(hash->eventType().name)};
    }
    const PartitionNames names(partitions);
    if (!hash && !names.isNumbered()) {
        return OptionError{"hash", "a function, unless the partitions are 0, 1, 2 and so on",
                           "none for " + names.text()};
    }
    if (!hash && events && !events->stableHash) {
        return OptionError{"hash", "a function for events of type " + std::string(events->name),
                           "none"};
    }
    return std::nullopt;
}

DispatcherKind kindOf(const DispatcherOptions &options) noexcept
{
    return static_cast<DispatcherKind>(options.index());
}

std::optional<OptionError> validate(const DispatcherOptions &options, const EventType *events)
{
    if (const auto *partition = std::get_if<PartitionDispatcherOptions>(&options))
        return partition->validate(events);
    return std::visit([](const auto &of) { return of.validate(); }, options);
}

std::unique_ptr<Dispatcher> makeDispatcher(const DispatcherOptions &options,
                                           const EventType *events)
{
    return std::visit([events](const auto &of) { return make(of, events); }, options);
}

} // namespace sluice
