// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/pictureexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#ifdef SLUICE_HAS_SVG
#include <QSvgGenerator>
#endif

#include <algorithm>

namespace sluice::ui {
namespace {

struct PictureTexts
{
    Q_DECLARE_TR_FUNCTIONS(PictureExport)
};

constexpr qreal pixelsPerUnit = 2;
constexpr int mostPixels = 16'000; // in one direction; a picture of four of these is a gigabyte

QByteArray asPng(QGraphicsScene &scene, const QRectF &area)
{
    const qreal longest = std::max(area.width(), area.height());
    const qreal scale = std::min(pixelsPerUnit, mostPixels / longest);
    QImage image((area.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(scene.backgroundBrush().color());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, image.rect(), area);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray asPdf(QGraphicsScene &scene, const QRectF &area)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Sluice"));
    writer.setPageSize(QPageSize(area.size(), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    const QRectF page(0, 0, writer.width(), writer.height());
    painter.fillRect(page, scene.backgroundBrush());
    scene.render(&painter, page, area);
    painter.end();
    return bytes;
}

#ifdef SLUICE_HAS_SVG
QByteArray asSvg(QGraphicsScene &scene, const QRectF &area)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    generator.setTitle(QStringLiteral("Sluice"));
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(), area.size()), scene.backgroundBrush());
    scene.render(&painter, QRectF(QPointF(), area.size()), area);
    painter.end();
    return bytes;
}
#endif

} // namespace

QStringList pictureFormats()
{
    QStringList formats{QStringLiteral("png"), QStringLiteral("pdf")};
#ifdef SLUICE_HAS_SVG
    formats.append(QStringLiteral("svg"));
#endif
    return formats;
}

std::optional<QString> writePicture(QGraphicsScene &scene, const QString &path)
{
    const QString format = QFileInfo(path).suffix().toLower();
    if (!pictureFormats().contains(format)) {
        return PictureTexts::tr("“%1”: the name of a picture must end in one of .%2.")
            .arg(QDir::toNativeSeparators(path), pictureFormats().join(QStringLiteral(", .")));
    }
    const QRectF area = scene.itemsBoundingRect().marginsAdded({16, 16, 16, 16});
    QByteArray bytes;
    if (format == u"png")
        bytes = asPng(scene, area);
    else if (format == u"pdf")
        bytes = asPdf(scene, area);
#ifdef SLUICE_HAS_SVG
    else
        bytes = asSvg(scene, area);
#endif
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return PictureTexts::tr("The picture was not written to “%1”: %2. Choose another place.")
        .arg(QDir::toNativeSeparators(path), file.errorString());
}

} // namespace sluice::ui
