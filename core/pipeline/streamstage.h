// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/streamhost.h"
#include "core/stage/behaviour.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace sluice {

/// The consumer behind a stream: passes on what arrives, and asks for nothing but the first demand;
/// the reader asks for the rest as it reads.
///
/// Threads: as Behaviour.
/// Semantics: genstage-semantics §7, §17.
class StreamStage final : public Behaviour
{
public:
    StreamStage(std::shared_ptr<StreamHost> host, const EventType *type,
                std::map<StageId, QString> names)
        : m_host(std::move(host))
        , m_type(type)
        , m_names(std::move(names))
    {
    }

    [[nodiscard]] StageRole role() const override { return StageRole::Consumer; }
    [[nodiscard]] const EventType *inputType() const override { return m_type; }

    StartAnswer start() override;
    DemandControl handleSubscribe(CounterpartRole counterpart, const SubscriptionOptions &options,
                                  const From &from) override;
    void handleCancel(const Cancellation &cancellation, const From &from) override;
    /// How many subscriptions there are, ended ones too: all of them have been made.
    void handleCast(const QVariant &count) override;
    [[nodiscard]] Batch runEvents(const Batch &events, const From &from) override;
    void terminate(const StopReason &reason) override;

private:
    void stopIfAllEnded();

    const std::shared_ptr<StreamHost> m_host;
    const EventType *const m_type;
    const std::map<StageId, QString> m_names;
    std::map<SubscriptionId, CancelMode> m_modes; // of those that have not ended
    std::optional<std::size_t> m_total;           // nothing: more may come
    std::size_t m_ended = 0;
};

} // namespace sluice
