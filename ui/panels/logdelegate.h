// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace sluice::ui {

class LogView;

/// Paints the cells of the log: the mark that unfolds a batch, single numbers set in, and
/// sentences across the row.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LogDelegate(LogView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// Width of the mark at the left of the numbers.
    [[nodiscard]] int markWidth() const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintSentence(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;

    LogView *m_view;
};

} // namespace sluice::ui
