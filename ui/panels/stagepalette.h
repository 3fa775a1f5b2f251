// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTreeWidget>

class QMimeData;

namespace sluice::ui {

/// Every kind of stage there is, by role: to be dragged onto the graph, or added with Enter.
///
/// Threads: the GUI thread's.
class StagePalette final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit StagePalette(QWidget *parent = nullptr);

    /// The kind that is dragged; empty if something else is.
    [[nodiscard]] static QString draggedKind(const QMimeData *data);

Q_SIGNALS:
    /// A stage of \a kind is wanted.
    void kindChosen(const QString &kind);

protected:
    [[nodiscard]] QMimeData *mimeData(const QList<QTreeWidgetItem *> &items) const override;
    [[nodiscard]] QStringList mimeTypes() const override;

private:
    [[nodiscard]] int nameWidth() const;
};

} // namespace sluice::ui
