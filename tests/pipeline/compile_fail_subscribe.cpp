// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Must not compile, apart from the variant WELL_FORMED, which must: stages whose event types differ
// cannot be subscribed to each other, nor in the wrong direction, nor read as what they do not emit.

#include "core/pipeline/stream.h"

using Numbers = sluice::StageRef<void, sluice::Integer>;
using Evens = sluice::StageRef<sluice::Integer, sluice::Integer>;
using Texts = sluice::StageRef<std::string, void>;
using Anything = sluice::StageRef<sluice::AnyEvent, void>;

void subscribe(sluice::Pipeline &pipeline, Numbers numbers, Evens evens, Texts texts,
               [[maybe_unused]] Anything anything)
{
#if defined(WELL_FORMED)
    pipeline.subscribe(evens, numbers);
    pipeline.subscribe(sluice::StageId(texts), numbers); // checked at run time
    pipeline.subscribe(anything, numbers);
    static_cast<void>(texts);
    const sluice::Stream<sluice::Integer> stream(pipeline.calls(), {evens});
#elif defined(OTHER_TYPE)
    pipeline.subscribe(texts, numbers);
    static_cast<void>(evens);
#elif defined(WRONG_WAY)
    pipeline.subscribe(numbers, evens);
    static_cast<void>(texts);
#elif defined(OTHER_STREAM)
    const sluice::Stream<std::string> stream(pipeline.calls(), {numbers});
    static_cast<void>(evens);
    static_cast<void>(texts);
#endif
}
