// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/exactlyoncecheck.h"

#include <QString>
#include <QWidget>

namespace sluice::ui {

/// Whether every number came exactly once: a sign on a coloured ground, and the sentence, which is
/// cut with "…" where there is no room; tool tip and accessible name have all of it.
class CheckLabel : public QWidget
{
    Q_OBJECT

public:
    explicit CheckLabel(QWidget *parent = nullptr);

    void setCheck(const ExactlyOnceResult &result, const QString &text);

    [[nodiscard]] QChar sign() const noexcept { return m_sign; }
    [[nodiscard]] const QString &text() const noexcept { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QChar m_sign;
    QColor m_colour;
    bool m_isError = false;
};

} // namespace sluice::ui
