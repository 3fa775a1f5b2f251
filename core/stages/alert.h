// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "core/stage/anyconsumer.h"
#include "core/stages/textmatcher.h"

#include <memory>
#include <string>

namespace sluice {

/// Prints the events that meet a condition with a mark in front and lets the others pass in
/// silence. Done as soon as nobody reads any more.
///
/// Threads, errors: as Behaviour.
class Alert final : public Consumer<AnyEvent>
{
public:
    struct Options
    {
        TextCondition condition; ///< of the event's text
        std::string mark = "ALERT";
    };

    Alert(const Options &options, const StageEnvironment &environment)
        : m_matcher(options.condition)
        , m_mark(options.mark)
        , m_environment(environment)
    {
    }

    void handleEvents(const Batch &events, const From &from) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

private:
    TextMatcher m_matcher;
    std::string m_mark;
    StageEnvironment m_environment;
    bool m_isFinished = false;
};

} // namespace sluice
