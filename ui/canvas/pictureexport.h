// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QGraphicsScene;

namespace sluice::ui {

/// Ends of file names that writePicture() understands: "png", "pdf", and "svg" where the program was
/// built with Qt SVG.
[[nodiscard]] QStringList pictureFormats();

/// Writes the whole of \a scene as it is now to \a path; the name's end says the format.
/// PNG has two pixels for each unit of the scene, PDF and SVG can be enlarged at will.
/// What is wrong, in a sentence, or nothing. A file that was there stays if writing fails.
[[nodiscard]] std::optional<QString> writePicture(QGraphicsScene &scene, const QString &path);

} // namespace sluice::ui
