// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

namespace sluice::ui {
namespace {

/// All pictures are drawn on a square of 16 by 16.
constexpr double iconSide = 16;

struct Strokes
{
    QPainterPath lines; ///< drawn with a round pen
    QPainterPath areas; ///< filled
};

void addTriangle(QPainterPath &path, QPointF a, QPointF b, QPointF c)
{
    path.moveTo(a);
    path.lineTo(b);
    path.lineTo(c);
    path.closeSubpath();
}

void addLine(QPainterPath &path, QPointF from, QPointF to)
{
    path.moveTo(from);
    path.lineTo(to);
}

/// A consumer: flat on the left, round on the right; with room for a sign at its lower right.
void addConsumerShape(QPainterPath &path)
{
    path.moveTo(1.5, 2.5);
    path.lineTo(8, 2.5);
    path.arcTo(QRectF(4.5, 2.5, 7, 7), 90, -180);
    path.lineTo(1.5, 9.5);
    path.closeSubpath();
}

void addCurvedArrow(Strokes &strokes, bool isMirrored)
{
    QPainterPath arrow;
    arrow.moveTo(4, 6);
    arrow.lineTo(10, 6);
    arrow.arcTo(QRectF(6.5, 6, 7, 7), 90, -180);
    arrow.lineTo(6, 13);
    QPainterPath head;
    addTriangle(head, {1, 6}, {6, 2}, {6, 10});
    const QTransform mirror = isMirrored ? QTransform(-1, 0, 0, 1, iconSide, 0) : QTransform();
    strokes.lines.addPath(mirror.map(arrow));
    strokes.areas.addPath(mirror.map(head));
}

void addMagnifier(Strokes &strokes)
{
    strokes.lines.addEllipse(QPointF(7, 7), 5, 5);
    addLine(strokes.lines, {10.8, 10.8}, {14.5, 14.5});
    addLine(strokes.lines, {4.7, 7}, {9.3, 7});
}

void addFrame(QPainterPath &path)
{
    for (const QPointF corner : {QPointF(0, 0), QPointF(1, 0), QPointF(0, 1), QPointF(1, 1)}) {
        const auto x = [&corner](double value) {
            return corner.x() > 0 ? iconSide - value : value;
        };
        const auto y = [&corner](double value) {
            return corner.y() > 0 ? iconSide - value : value;
        };
        path.moveTo(x(2), y(6));
        path.lineTo(x(2), y(2));
        path.lineTo(x(6), y(2));
    }
    path.addRect(5.5, 5.5, 5, 5);
}

void addFolder(QPainterPath &path)
{
    path.addPolygon(QPolygonF{{1.5, 13}, {1.5, 3}, {6, 3}, {7.5, 5}, {14.5, 5}, {14.5, 13}});
    path.closeSubpath();
}

void addDisk(Strokes &strokes)
{
    strokes.lines.addPolygon(QPolygonF{{2, 2}, {11.5, 2}, {14, 4.5}, {14, 14}, {2, 14}, {2, 2}});
    strokes.areas.addRect(5, 2, 5, 4);
    strokes.lines.addRect(4.5, 9, 7, 5);
}

Strokes strokesOf(Picture picture)
{
    Strokes strokes;
    switch (picture) {
    case Picture::None:
        break;
    case Picture::Run:
        addTriangle(strokes.areas, {3.5, 2}, {14, 8}, {3.5, 14});
        break;
    case Picture::Pause:
        strokes.areas.addRect(3, 2, 4, 12);
        strokes.areas.addRect(9, 2, 4, 12);
        break;
    case Picture::Stop:
        strokes.areas.addRect(3, 3, 10, 10);
        break;
    case Picture::AddConsumer:
        addConsumerShape(strokes.lines);
        addLine(strokes.lines, {12, 9.5}, {12, 15});
        addLine(strokes.lines, {9.25, 12.25}, {14.75, 12.25});
        break;
    case Picture::RemoveConsumer:
        addConsumerShape(strokes.lines);
        addLine(strokes.lines, {9.25, 12.75}, {14.75, 12.75});
        break;
    case Picture::Undo:
        addCurvedArrow(strokes, false);
        break;
    case Picture::Redo:
        addCurvedArrow(strokes, true);
        break;
    case Picture::Open:
        addFolder(strokes.lines);
        break;
    case Picture::Save:
        addDisk(strokes);
        break;
    case Picture::FitAll:
        addFrame(strokes.lines);
        break;
    case Picture::ZoomIn:
        addMagnifier(strokes);
        addLine(strokes.lines, {7, 4.7}, {7, 9.3});
        break;
    case Picture::ZoomOut:
        addMagnifier(strokes);
        break;
    case Picture::Slower:
        addTriangle(strokes.areas, {11, 3}, {4, 8}, {11, 13});
        break;
    case Picture::Faster:
        addTriangle(strokes.areas, {2, 3}, {8, 8}, {2, 13});
        addTriangle(strokes.areas, {8, 3}, {14, 8}, {8, 13});
        break;
    }
    return strokes;
}

/// Draws a picture anew for every size and palette, so there is nothing to scale and no file.
class PictureEngine final : public QIconEngine
{
public:
    explicit PictureEngine(Picture picture)
        : m_picture(picture)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette::ColorGroup group =
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QPalette::ColorRole role =
            mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        const QColor colour = QGuiApplication::palette().color(group, role);
        const Strokes strokes = strokesOf(m_picture);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / iconSide, rect.height() / iconSide);
        painter->fillPath(strokes.areas, colour);
        painter->strokePath(strokes.lines,
                            QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, {{}, size}, mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PictureEngine(m_picture); }

private:
    Picture m_picture;
};

} // namespace

QIcon pictureIcon(Picture picture)
{
    return picture == Picture::None ? QIcon() : QIcon(new PictureEngine(picture));
}

} // namespace sluice::ui
