// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/dispatcheroptions.h"

#include "core/flow/demanddispatcher.h"

#include <string>

namespace sluice {
namespace {

std::unique_ptr<Dispatcher> make(const DemandDispatcherOptions &options)
{
    return std::make_unique<DemandDispatcher>(options);
}

} // namespace

std::optional<OptionError> DemandDispatcherOptions::validate() const
{
    if (maxDemand && *maxDemand < 1)
        return OptionError{"maxDemand", "at least 1", std::to_string(*maxDemand)};
    return std::nullopt;
}

DispatcherKind kindOf(const DispatcherOptions &options) noexcept
{
    return static_cast<DispatcherKind>(options.index());
}

std::optional<OptionError> validate(const DispatcherOptions &options)
{
    return std::visit([](const auto &of) { return of.validate(); }, options);
}

std::unique_ptr<Dispatcher> makeDispatcher(const DispatcherOptions &options)
{
    return std::visit([](const auto &of) { return make(of); }, options);
}

} // namespace sluice
