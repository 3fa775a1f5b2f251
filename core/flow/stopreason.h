// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>

namespace sluice {

/// Why a stage stopped or a subscription ended; travels through the protocol unchanged (REF-12).
///
/// Semantics: genstage-semantics §4.
struct StopReason
{
    enum class Kind : unsigned char {
        Normal,                 ///< done: a finite source came to its end, or somebody cancelled
        Shutdown,               ///< told to stop
        NoProcess,              ///< the other side was already gone
        UnknownSubscription,    ///< a message named a subscription that the receiver does not have
        DuplicatedSubscription, ///< the subscription id was used twice
        AlreadySubscribed,      ///< the dispatcher takes a consumer once only
        Failed                  ///< anything else; text says what
    };

    Kind kind = Kind::Normal;
    std::string text; ///< what went wrong, in the words of who raised it; of Failed it is the name

    [[nodiscard]] static StopReason normal() { return {}; }
    [[nodiscard]] static StopReason shutdown() { return {Kind::Shutdown, {}}; }
    [[nodiscard]] static StopReason failed(std::string what)
    {
        return {Kind::Failed, std::move(what)};
    }

    /// Whether this is an end that nobody needs to worry about ("normal-ish" in §4).
    [[nodiscard]] bool isOrderly() const noexcept
    {
        return kind == Kind::Normal || kind == Kind::Shutdown;
    }

    friend bool operator==(const StopReason &, const StopReason &) = default;
};

/// For logs and test failures; not translated.
[[nodiscard]] std::string toString(const StopReason &reason);

} // namespace sluice
