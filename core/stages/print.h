// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "core/stage/anyconsumer.h"

#include <QString>

#include <memory>

namespace sluice {

/// Writes every event to where its surroundings want it; in the window that is nowhere, because
/// the log shows them anyway. Done as soon as nobody reads any more.
///
/// Threads, errors: as Behaviour.
class Print final : public Consumer<AnyEvent>
{
public:
    explicit Print(const StageEnvironment &environment)
        : m_environment(environment)
    {
    }

    void handleEvents(const Batch &events, const From &from) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

private:
    StageEnvironment m_environment;
    bool m_isFinished = false;
};

} // namespace sluice
