// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/whyline.h"

#include <QFontInfo>

namespace sluice::ui {
namespace {

constexpr int shownLines = 2;

} // namespace

WhyLine::WhyLine(QWidget *parent)
    : QLabel(parent)
{
    setBaseFont(font());
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setAccessibleName(tr("Why waiting?"));
}

void WhyLine::setBaseFont(const QFont &base)
{
    QFont larger = base;
    larger.setPointSizeF(1.1 * QFontInfo(base).pointSizeF());
    larger.setWeight(QFont::DemiBold);
    setFont(larger);
    setMargin(fontMetrics().height() / 3);
    showAsMuchAsFits();
}

void WhyLine::setSentence(const QString &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    showAsMuchAsFits();
}

QSize WhyLine::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(),
            shownLines * fontMetrics().lineSpacing() + 2 * margin()};
}

void WhyLine::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    showAsMuchAsFits();
}

void WhyLine::showAsMuchAsFits()
{
    if (m_sentence.isEmpty()) {
        clear();
        return;
    }
    // Words are as long as they are: leave some room at the end of each line.
    const int room = shownLines * (width() - 2 * margin()) - 12 * fontMetrics().averageCharWidth();
    setText(fontMetrics().elidedText(tr("Why? %1").arg(m_sentence), Qt::ElideRight, room));
}

} // namespace sluice::ui
