// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"
#include "core/stages/linereader.h"

#include <memory>

namespace sluice {

/// The lines of the program's standard input, read only as far as they are asked for: memory stays
/// flat however much comes in. Finished when the input has ended.
///
/// One stage at a time reads it.
///
/// Threads: as Behaviour, and one that waits for input and reports to the stage by its address.
/// Errors: an input that cannot be read, or that another stage reads, crashes the stage.
class StandardInput final : public Producer<std::string>
{
public:
    explicit StandardInput(int descriptor = 0)
        : m_descriptor(descriptor)
    {
    }

    ~StandardInput() override;

    StartAnswer start() override;
    std::vector<std::string> handleDemand(EventCount demand) override;
    void handleInfo(const QVariant &message) override;
    void terminate(const StopReason &reason) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

private:
    void letGo();

    int m_descriptor;
    std::unique_ptr<LineReader> m_reader;
    bool m_isFinished = false;
};

} // namespace sluice
