// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/stagepainter.h"

#include "ui/canvas/historypainter.h"
#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cstddef>

namespace sluice::ui {
namespace {

constexpr qreal goingOpacity = 0.45;

struct StagePainterTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

/// Draws the parts of one stage.
class StagePainter
{
public:
    StagePainter(QPainter &painter, const StageView &stage, const StageGeometry &geometry,
                 const CanvasStyle &style, Detail detail)
        : m_painter(painter)
        , m_stage(stage)
        , m_texts(stage.texts)
        , m_geometry(geometry)
        , m_style(style)
        , m_hasSmallText(detail == Detail::Full)
    {
    }

    void paintFull(const StageLook &look)
    {
        if (look.isSelected)
            paintSelection();
        if (look.hasFocus)
            paintFocus();
        if (look.isMarked)
            paintMark();
        if (m_texts.isJoining)
            paintJoining();
        fade();
        paintOutline(roleColour(m_stage.role, m_style.colours.palette));
        const bool isCompact = m_geometry.shape.form == StageForm::Compact;
        paintHeader(isCompact);
        if (m_texts.reason.isEmpty() || isCompact)
            paintFigures(isCompact);
        else
            paintReason();
        for (std::size_t i = 0; i < m_geometry.demand.size(); ++i)
            paintDemand(i);
        paintMoreDemand();
        paintBuffer();
        paintDispatcher();
        m_painter.setOpacity(1);
        paintState(isCompact);
    }

    void paintFromFar(const StageLook &look)
    {
        if (look.isSelected)
            paintSelection();
        if (look.isMarked)
            paintMark();
        fade();
        const QColor colour = stateColour(m_texts.state);
        paintOutline(colour);
        m_painter.setPen(readableOn(colour));
        const qreal side = std::min(m_geometry.size.width(), m_geometry.size.height());
        drawLine(m_painter, QRectF({0, 0}, m_geometry.size), Qt::AlignCenter,
                 m_style.scaled(0.75 * side / m_style.em, QFont::Bold),
                 QString(stateLetter(m_texts.state)));
        if (m_texts.isBottleneck)
            drawLine(m_painter, QRectF({0, 0}, m_geometry.size), Qt::AlignRight | Qt::AlignTop,
                     m_style.scaled(0.35 * side / m_style.em, QFont::Bold), QStringLiteral("◆"));
    }

private:
    void fade()
    {
        const bool isGoing =
            m_texts.state == StageState::Leaving || m_texts.state == StageState::Stopped;
        m_painter.setOpacity(isGoing ? goingOpacity : 1);
    }

    void write(const QRectF &rect, Qt::Alignment alignment, const QFont &font, const QColor &colour,
               const QString &text)
    {
        m_painter.setPen(colour);
        drawLine(m_painter, rect, alignment, font, text);
    }

    // A ring, and marks at the corners for those who do not see its colour.
    void paintSelection()
    {
        const qreal em = m_style.em;
        const QColor colour = m_style.colours.selection;
        m_painter.setPen(QPen(colour, 0.6 * em, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(m_geometry.outline);

        const qreal out = 0.6 * em;
        const QRectF rect = QRectF({0, 0}, m_geometry.size).adjusted(-out, -out, out, out);
        m_painter.setPen(QPen(m_style.colours.text, 0.15 * em));
        for (const auto &[corner, x, y] :
             {std::tuple{rect.topLeft(), 1, 1}, std::tuple{rect.topRight(), -1, 1},
              std::tuple{rect.bottomLeft(), 1, -1}, std::tuple{rect.bottomRight(), -1, -1}}) {
            m_painter.drawLine(corner, corner + QPointF(x * em, 0));
            m_painter.drawLine(corner, corner + QPointF(0, y * em));
        }
    }

    // A frame of dashes, apart from the ring and the corners of what is selected.
    void paintMark()
    {
        const qreal out = 0.35 * m_style.em;
        m_painter.setPen(QPen(m_style.colours.selection, 0.2 * m_style.em, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF({0, 0}, m_geometry.size).adjusted(-out, -out, out, out));
    }

    // A broken ring until the first ask; the state says the word.
    void paintJoining()
    {
        m_painter.setPen(QPen(m_style.colours.demand, 0.8 * m_style.em, Qt::DotLine, Qt::FlatCap,
                              Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(m_geometry.outline);
    }

    void paintFocus()
    {
        const qreal out = 0.4 * m_style.em;
        m_painter.setPen(QPen(m_style.colours.text, 1, Qt::DotLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF({0, 0}, m_geometry.size).adjusted(-out, -out, out, out));
    }

    void paintOutline(const QColor &fill)
    {
        m_painter.setPen(QPen(m_style.colours.line, 0.1 * m_style.em, Qt::SolidLine, Qt::RoundCap,
                              Qt::RoundJoin));
        m_painter.setBrush(fill);
        m_painter.drawPath(m_geometry.outline);
    }

    void paintHeader(bool isCompact)
    {
        const QFont &font = isCompact ? m_style.strong : m_style.name;
        QRectF name = m_geometry.name;
        name.setRight(paintRestarts(paintBottleneck(isCompact)));
        write(name, Qt::AlignLeft | Qt::AlignVCenter, font, m_style.colours.text, m_texts.name);
        if (!m_hasSmallText)
            return;
        write(m_geometry.place, Qt::AlignLeft | Qt::AlignVCenter, m_style.small,
              m_style.colours.mutedText, m_texts.place);
    }

    // Returns where the room for the name ends.
    qreal paintBottleneck(bool isCompact)
    {
        if (!m_texts.isBottleneck)
            return m_geometry.name.right();
        const QString text =
            isCompact ? QStringLiteral("◆") : StagePainterTexts::tr("◆ bottleneck");
        const qreal width = QFontMetricsF(m_style.label).horizontalAdvance(text) + 0.8 * m_style.em;
        QRectF plate = m_geometry.name;
        plate.setLeft(plate.right() - width);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.colours.text);
        m_painter.drawRoundedRect(plate, 0.3 * m_style.em, 0.3 * m_style.em);
        write(plate, Qt::AlignCenter, m_style.label, m_style.colours.ground, text);
        return plate.left() - 0.3 * m_style.em;
    }

    // A plate like a button, so that it is not taken for the letter of a state.
    void paintDispatcher()
    {
        if (m_texts.dispatcher.isEmpty())
            return;
        m_painter.setPen(QPen(m_style.colours.text, 0.12 * m_style.em));
        m_painter.setBrush(m_style.colours.ground);
        m_painter.drawEllipse(m_geometry.dispatcher);
        write(m_geometry.dispatcher, Qt::AlignCenter, m_style.strong, m_style.colours.text,
              m_texts.dispatcher);
    }

    // Returns where the room before it ends.
    qreal paintRestarts(qreal right)
    {
        if (m_texts.restarts.isEmpty())
            return right;
        const qreal width =
            QFontMetricsF(m_style.label).horizontalAdvance(m_texts.restarts) + 0.6 * m_style.em;
        QRectF plate = m_geometry.name;
        plate.setRight(right);
        plate.setLeft(right - width);
        m_painter.setPen(QPen(m_style.colours.alarm, 0.1 * m_style.em));
        m_painter.setBrush(m_style.colours.ground);
        m_painter.drawRoundedRect(plate, 0.3 * m_style.em, 0.3 * m_style.em);
        write(plate, Qt::AlignCenter, m_style.label, m_style.colours.alarm, m_texts.restarts);
        return plate.left() - 0.3 * m_style.em;
    }

    void paintState(bool isCompact)
    {
        const QColor colour = stateColour(m_texts.state);
        const QColor ink = readableOn(colour);
        if (!isCompact) {
            m_painter.fillRect(m_geometry.band, colour);
            QRectF pattern = m_geometry.band;
            // Room for the share, or as much as the words leave.
            const qreal words = QFontMetricsF(m_style.strong).horizontalAdvance(m_texts.says);
            const qreal left = m_geometry.letter.right() + 0.4 * m_style.em + words;
            pattern.setLeft(pattern.right() - 2.45 * m_style.em);
            if (m_texts.share.isEmpty())
                pattern.setLeft(std::clamp(left, pattern.left(), pattern.right() - m_style.em));
            drawStateArea(m_painter, pattern, m_texts.state, m_style);
            writeOnPlate(pattern, colour, m_texts.share);
            QRectF room = m_geometry.band;
            room.setRight(pattern.left());
            m_painter.setPen(QPen(m_style.colours.line, 1));
            m_painter.drawRect(m_geometry.band);
            room.setLeft(m_geometry.letter.right() + 0.2 * m_style.em);
            write(room, Qt::AlignLeft | Qt::AlignVCenter, m_style.strong, ink, m_texts.says);
        }
        m_painter.fillRect(m_geometry.letter, ink);
        write(m_geometry.letter, Qt::AlignCenter, m_style.name, colour,
              QString(stateLetter(m_texts.state)));
    }

    void paintFigures(bool isCompact)
    {
        if (isCompact) {
            write(m_geometry.rate, Qt::AlignRight | Qt::AlignVCenter, m_style.strong,
                  m_style.colours.text, m_texts.rate);
        } else {
            write(m_geometry.rate, Qt::AlignLeft | Qt::AlignVCenter, m_style.rate,
                  m_style.colours.text, m_texts.rate);
        }
        if (!isCompact)
            paintSparkline(m_painter, m_geometry.spark, m_stage.history, m_style);
        if (m_hasSmallText)
            paintTotals();
        paintShares(isCompact);
        if (!isCompact)
            paintStateStrip(m_painter, m_geometry.strip, m_stage.history, m_style);
    }

    void paintTotals()
    {
        write(m_geometry.peak, Qt::AlignRight | Qt::AlignVCenter, m_style.small,
              m_style.colours.mutedText, m_texts.peak);
        QRectF line = m_geometry.totals;
        line.setHeight(line.height()
                       / static_cast<qreal>(std::max<qsizetype>(1, m_texts.totals.size())));
        for (const QString &total : m_texts.totals) {
            write(line, Qt::AlignLeft | Qt::AlignVCenter, m_style.small, m_style.colours.mutedText,
                  total);
            line.translate(0, line.height());
        }
    }

    void paintShares(bool isCompact)
    {
        m_painter.fillRect(m_geometry.shares, m_style.colours.groove);
        const std::vector<QRectF> parts = shareParts(m_geometry.shares, m_stage.gauges.shares);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].width() < 1)
                continue;
            const auto state = static_cast<StageState>(i);
            drawStateArea(m_painter, parts[i], state, m_style);
            if (!isCompact)
                paintShareText(parts[i], state, m_stage.gauges.shares[i]);
        }
        m_painter.setPen(QPen(m_style.colours.line, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_geometry.shares);
    }

    void paintShareText(const QRectF &part, StageState state, double share)
    {
        writeOnPlate(
            part, stateColour(state),
            StagePainterTexts::tr("%1 %2").arg(stateLetter(state)).arg(formatShare(share)));
    }

    // Text on a pattern; nothing if there is no room for it.
    void writeOnPlate(const QRectF &rect, const QColor &colour, const QString &text)
    {
        const qreal width = QFontMetricsF(m_style.small).horizontalAdvance(text);
        if (text.isEmpty() || width + 0.4 * m_style.em > rect.width())
            return;
        QRectF plate({0, 0}, QSizeF(width + 0.3 * m_style.em, rect.height()));
        plate.moveCenter(rect.center());
        m_painter.fillRect(plate.adjusted(0, 0.5, 0, -0.5), colour);
        write(plate, Qt::AlignCenter, m_style.small, readableOn(colour), text);
    }

    void paintReason()
    {
        m_painter.setPen(m_style.colours.alarm);
        m_painter.setFont(m_style.base);
        const QRectF rect =
            m_geometry.rate | m_geometry.peak | m_geometry.totals | m_geometry.strip;
        m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_texts.reason);
    }

    void paintBar(const QRectF &bar, const Gauge &gauge, const QColor &colour, const QColor &mark)
    {
        m_painter.fillRect(bar, m_style.colours.groove);
        m_painter.fillRect(gaugeFill(bar, gauge), colour);
        m_painter.setPen(QPen(m_style.colours.line, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(bar);
        if (gauge.mark < 0)
            return;
        const qreal x = gaugeMark(bar, gauge);
        const qreal out = 0.2 * m_style.em;
        m_painter.setPen(QPen(mark, 0.16 * m_style.em, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(x, bar.top() - out), QPointF(x, bar.bottom() + out));
    }

    [[nodiscard]] const QFont &gaugeFont() const
    {
        return m_hasSmallText ? m_style.small : m_style.label;
    }

    void paintDemand(std::size_t index)
    {
        if (index >= m_stage.gauges.demand.size())
            return;
        const StageGeometry::GaugeRects &rects = m_geometry.demand[index];
        const QStringList &texts = m_hasSmallText ? m_texts.demand : m_texts.shortDemand;
        write(rects.text, Qt::AlignLeft | Qt::AlignVCenter, gaugeFont(), m_style.colours.text,
              texts.value(static_cast<qsizetype>(index)));
        paintBar(rects.bar, m_stage.gauges.demand[index], m_style.colours.demand,
                 m_style.colours.text);
    }

    void paintMoreDemand()
    {
        const auto more = static_cast<int>(m_stage.gauges.demand.size() - m_geometry.demand.size());
        write(m_geometry.moreDemand, Qt::AlignLeft | Qt::AlignVCenter, m_style.small,
              m_style.colours.mutedText, StagePainterTexts::tr("and %n more", nullptr, more));
    }

    void paintBuffer()
    {
        if (m_geometry.buffer.bar.isEmpty())
            return;
        const QRectF &line = m_geometry.buffer.text;
        write(line, Qt::AlignRight | Qt::AlignVCenter, m_style.small, m_style.colours.alarm,
              m_texts.discarded);
        QRectF rest = line;
        if (!m_texts.discarded.isEmpty())
            rest.setRight(line.right() - 0.5 * m_style.em
                          - QFontMetricsF(m_style.small).horizontalAdvance(m_texts.discarded));
        write(rest, Qt::AlignLeft | Qt::AlignVCenter, gaugeFont(), m_style.colours.text,
              m_texts.buffer);
        paintBar(m_geometry.buffer.bar, m_stage.gauges.buffer, m_style.colours.events,
                 m_style.colours.alarm);
    }

    QPainter &m_painter;
    const StageView &m_stage;
    const StageTexts &m_texts;
    const StageGeometry &m_geometry;
    const CanvasStyle &m_style;
    bool m_hasSmallText;
};

} // namespace

void paintStage(QPainter &painter, const StageView &stage, const StageGeometry &geometry,
                const CanvasStyle &style, const StageLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    StagePainter parts(painter, stage, geometry, style, look.detail);
    if (look.detail != Detail::Outline)
        parts.paintFull(look);
    else
        parts.paintFromFar(look);
    painter.restore();
}

} // namespace sluice::ui
