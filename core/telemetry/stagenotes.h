// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/ids.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace sluice {

/// Something a person should hear of that stops nothing; what GenStage logs (semantics §23).
struct StageNote
{
    enum class Kind : unsigned char {
        Discarded,      ///< the output buffer had no room for count events
        Excess,         ///< count events came that nobody had asked for
        GreedyAsk,      ///< count events were asked for at once where expected is the most
        UnknownMessage, ///< a message that handleInfo() does not know was dropped; text is it
        Refused,        ///< a subscription was refused; text says why
        NoDemandMode,   ///< only producers can accumulate demand
        AsksByHand,     ///< new demand limits wait for the next subscription
        ChildFailed,    ///< a child could not be started or failed; text is the reason
        NoProducer,     ///< a subscription names a producer that nobody knows; text is its name
        CannotEmit,     ///< count events that a consumer emitted were dropped
        EndedBy         ///< the end of a subscription stops the stage; text says why
    };

    Kind kind = Kind::Discarded;
    SubscriptionId subscription{}; ///< not valid: it concerns the stage as a whole
    std::int64_t times = 1;        ///< how often since it was last read
    EventCount count = 0;          ///< of events, over all these times
    EventCount expected = 0;
    std::string text{}; ///< of the last time
};

/// Notes on their way from a stage to the owner of its pipeline. Notes of one kind about one thing
/// are added up until they are read, so that their number stays small however often they come.
///
/// Threads: any.
class StageNotes
{
public:
    /// Returns whether it is the first since take(): the reader wants to be told then.
    [[nodiscard]] bool add(StageNote note);

    [[nodiscard]] std::vector<StageNote> take();

private:
    std::mutex m_mutex;
    std::vector<StageNote> m_notes;
};

} // namespace sluice
