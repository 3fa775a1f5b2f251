// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace sluice::ui {

/// The answer to "why waiting?" below the graph: two lines of text, more in the tooltip.
///
/// Threads: the GUI thread's.
class WhyLine final : public QLabel
{
    Q_OBJECT

public:
    explicit WhyLine(QWidget *parent = nullptr);

    /// A little larger than \a base.
    void setBaseFont(const QFont &base);

    /// \a sentence without the question.
    void setSentence(const QString &sentence);

    [[nodiscard]] const QString &sentence() const noexcept { return m_sentence; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAsMuchAsFits();

    QString m_sentence;
};

} // namespace sluice::ui
