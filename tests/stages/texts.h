// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>
#include <QStringList>

#include <exception>
#include <string>
#include <vector>

namespace sluice::test {

/// The texts as one, with bars between them.
[[nodiscard]] inline QString joined(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list.join(u'|');
}

/// Whether \a bytes are now what is in the file at \a path.
[[nodiscard]] inline bool fill(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

[[nodiscard]] inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// What \a action throws, as text; empty if it throws nothing.
template<class Action>
[[nodiscard]] QString problemOf(Action action)
{
    try {
        action();
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace sluice::test
