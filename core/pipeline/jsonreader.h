// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/jsonnode.h"
#include "core/pipeline/pipelinefile.h"

#include <QJsonObject>
#include <QStringList>

#include <initializer_list>

namespace sluice {

/// Takes values out of a JSON text, checks them, and keeps the first problem with its place.
///
/// Functions return false, or nullptr, once something is wrong; the caller then gives up.
/// Threads: none inside.
class JsonReader
{
public:
    using Code = PipelineFileError::Code;

    /// \a file is only named in the error.
    JsonReader(const QByteArray &text, const QString &file);

    [[nodiscard]] const JsonNode &root() const noexcept { return m_root; }
    [[nodiscard]] const std::optional<PipelineFileError> &error() const noexcept { return m_error; }

    /// Whether \a node has \a type, which must be Object, Array or String.
    [[nodiscard]] bool check(const JsonNode &node, QJsonValue::Type type);

    /// The member called \a key, which must be there; \a code says so if it is not.
    [[nodiscard]] const JsonNode *need(const JsonNode &object, QStringView key,
                                       Code code = Code::MissingKey);

    [[nodiscard]] bool readText(const JsonNode &node, QString &text);

    [[nodiscard]] bool readFlag(const JsonNode &node, bool &value);

    /// An integer from \a smallest to \a largest; \a remark is added to what was expected.
    [[nodiscard]] bool readInteger(const JsonNode &node, EventCount smallest, EventCount largest,
                                   EventCount &value, const QString &remark = {});

    /// One of \a choices; \a index says which.
    [[nodiscard]] bool readChoice(const JsonNode &node, const QStringList &choices,
                                  qsizetype &index);

    /// Whether every member of \a object is one of \a keys.
    [[nodiscard]] bool checkKeys(const JsonNode &object, const QStringList &keys);

    /// What \a object has besides \a keys.
    [[nodiscard]] static QJsonObject others(const JsonNode &object,
                                            std::initializer_list<QStringView> keys);

    /// Keeps the problem that \a node is not as \a expected; returns false.
    bool fail(Code code, const JsonNode &node, const QString &expected);

private:
    bool fail(Code code, qsizetype at, const QString &pointer, const QString &found,
              const QString &expected);
    [[nodiscard]] QString describe(const JsonNode &node) const;

    // Constant after construction.
    QByteArray m_text;
    QString m_file;
    JsonNode m_root;

    std::optional<PipelineFileError> m_error;
};

} // namespace sluice
