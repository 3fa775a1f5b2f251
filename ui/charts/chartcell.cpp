// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartcell.h"

#include "ui/charts/qtchartsview.h"
#include "ui/panels/format.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t choiceRestNs = 1'000'000'000;

/// Okabe and Ito's colours, darkened or lightened until each stands out from its background by
/// 3 : 1. Text never has these colours.
QColor lineColour(int style, const QPalette &palette)
{
    static constexpr std::array<QRgb, 8> onLight = {0x0072b2, 0xd55e00, 0x007f5c, 0xa06a00,
                                                    0x9c4a7c, 0x2b87bd, 0x5b5b5b, 0x8a7a00};
    static constexpr std::array<QRgb, 8> onDark = {0x56b4e9, 0xff8c42, 0x2fcf9f, 0xe69f00,
                                                   0xe394c0, 0x7fa8ff, 0xc8c8c8, 0xf0e442};
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    const auto index = static_cast<std::size_t>(style) % onLight.size();
    return QColor::fromRgb(isDark ? onDark[index] : onLight[index]);
}

} // namespace

ChartCell::ChartCell(const QString &title, const QString &emptyText, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_emptyText(emptyText)
    , m_label(new QLabel(title, this))
    , m_empty(new QLabel(emptyText, this))
    , m_view(nullptr)
{
    auto *view = new QtChartsView(this);
    view->setAccessibleName(title);
    view->setAccessibleDescription(tr("Left and Right move a cross-hair over all charts by a "
                                      "second; the table has the numbers."));
    connect(view, &QtChartsView::cursorMoved, this, &ChartCell::cursorMoved);
    m_view = view;
    QFont bold = font();
    bold.setBold(true);
    m_label->setFont(bold);
    m_label->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(m_empty, 1);
    column->addWidget(view, 1);
    reset();
}

void ChartCell::add(std::int64_t takenNs, const std::vector<Value> &values,
                    std::vector<ChartLevel> levels)
{
    std::vector<SampleHistory::Sample> samples;
    samples.reserve(values.size());
    for (const Value &value : values) {
        samples.push_back({value.key, value.value});
        m_looks.insert(value.key, {value.name, value.style});
    }
    m_history.add(takenNs, samples);
    m_levels = std::move(levels);
    m_takenNs = takenNs;
}

void ChartCell::draw()
{
    if (!isVisible())
        return;
    choose();
    m_frame = makeFrame();
    const bool isEmpty = m_frame.lines.empty();
    m_empty->setVisible(isEmpty);
    m_view->widget()->setVisible(!isEmpty);
    if (!isEmpty)
        m_view->setFrame(m_frame);
}

void ChartCell::reset()
{
    m_history.clear();
    m_looks.clear();
    m_chosen.clear();
    m_levels.clear();
    m_marks.clear();
    m_scale = AxisScale();
    m_frame = {};
    m_chosenNs = 0;
    m_chosenOf = 0;
    m_leftOut = 0;
    showTitle();
    m_empty->show();
    m_view->widget()->hide();
}

void ChartCell::choose()
{
    // Ranks change slowly; a new series is worth looking at once.
    const std::vector<std::uint64_t> keys = m_history.keys();
    if (keys.size() == m_chosenOf && m_takenNs - m_chosenNs < choiceRestNs)
        return;
    m_chosen = m_history.busiest(TimeSeriesView::maxLines);
    m_chosenOf = keys.size();
    m_chosenNs = m_takenNs;
    const auto leftOut = static_cast<int>(keys.size() - m_chosen.size());
    if (std::exchange(m_leftOut, leftOut) != leftOut)
        showTitle();
    m_looks.removeIf(
        [&keys](auto entry) { return std::ranges::find(keys, entry.key()) == keys.end(); });
}

void ChartCell::showTitle()
{
    m_label->setText(m_leftOut == 0 ? m_title : tr("%1 (+%2 more)").arg(m_title).arg(m_leftOut));
}

ChartFrame ChartCell::makeFrame()
{
    ChartFrame frame;
    double largest = 0;
    std::set<int> taken;
    for (std::uint64_t key : m_chosen) {
        Look look = m_looks.value(key);
        // Colours come round again after eight stages; not within one chart.
        while (!taken.insert(look.style % TimeSeriesView::maxLines).second)
            ++look.style;
        frame.lines.push_back(
            {look.name, m_history.points(key), lineColour(look.style, palette()), look.style});
        largest = std::max(largest, m_history.largest(key));
    }
    if (frame.lines.empty())
        return frame; // nothing to fit the scale to
    frame.top = m_scale.fit(largest, m_takenNs);
    // A level far above everything would press the lines flat; it shows up as they come near.
    std::ranges::copy_if(m_levels, std::back_inserter(frame.levels),
                         [&frame](const ChartLevel &level) { return level.value <= frame.top; });
    frame.marks = m_marks;
    return frame;
}

void ChartCell::setCursorAt(std::optional<double> seconds)
{
    m_view->setCursorAt(seconds);
}

ChartData ChartCell::data() const
{
    ChartData data;
    for (std::uint64_t key : m_history.keys())
        data.push_back({m_looks.value(key).name, m_history.points(key)});
    return data;
}

void ChartCell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        QFont bold = font();
        bold.setBold(true);
        m_label->setFont(bold);
    }
}

} // namespace sluice::ui
