// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinefile.h"

#include <QByteArray>
#include <QString>

namespace sluice::test {

/// A file with \a stages and \a subscriptions, each the inside of a list.
inline QByteArray file(const QByteArray &stages, const QByteArray &subscriptions = {})
{
    return "{\n  \"sluice\": 1,\n  \"stages\": [\n" + stages + "\n  ],\n  \"subscriptions\": [\n"
        + subscriptions + "\n  ]\n}\n";
}

/// A counter c, filters f and g and a printer p, joined by \a subscriptions.
inline QByteArray joined(const QByteArray &subscriptions)
{
    return file(R"(    {"id": "c", "kind": "counter"}, {"id": "f", "kind": "filter"},
    {"id": "g", "kind": "filter"}, {"id": "p", "kind": "print"})",
                subscriptions);
}

inline LoadedPipeline read(const QByteArray &text)
{
    return readPipeline(text, QStringLiteral("x.sluice"));
}

} // namespace sluice::test
