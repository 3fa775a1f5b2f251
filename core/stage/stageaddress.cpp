// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stageaddress.h"

namespace sluice {

bool StageMailbox::post(const StageMessage &message)
{
    const std::lock_guard lock(m_mutex);
    if (!m_way)
        return false;
    m_way(message);
    return true;
}

void StageMailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_way = nullptr;
}

bool StageAddress::cast(const QVariant &request) const
{
    return post({.kind = StageMessage::Kind::Cast, .value = request});
}

bool StageAddress::message(const QVariant &message) const
{
    return post({.kind = StageMessage::Kind::Message, .value = message});
}

bool StageAddress::info(const QVariant &message) const
{
    return post({.kind = StageMessage::Kind::OrderedInfo, .value = message});
}

bool StageAddress::post(const StageMessage &message) const
{
    return m_mailbox && m_mailbox->post(message);
}

} // namespace sluice
