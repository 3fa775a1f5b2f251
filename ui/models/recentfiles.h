// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

class QSettings;

namespace sluice::ui {

/// The files that were opened or saved last, newest first, kept in the settings.
///
/// Lifetime: the settings must outlive it.
class RecentFiles
{
public:
    static constexpr int most = 10;

    explicit RecentFiles(QSettings &settings);

    [[nodiscard]] QStringList paths() const;

    /// Puts \a path first.
    void add(const QString &path);
    void remove(const QString &path);

private:
    QSettings &m_settings;
};

} // namespace sluice::ui
