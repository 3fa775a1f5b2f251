// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logsearchbar.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QToolButton>

#include <utility>

namespace sluice::ui {
namespace {

QToolButton *arrowButton(Qt::ArrowType arrow, const QString &name, const QString &key)
{
    auto *button = new QToolButton;
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(name, key));
    return button;
}

} // namespace

LogSearchBar::LogSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_onlyMatching(new QCheckBox(tr("&Only matching")))
    , m_previous(arrowButton(Qt::UpArrow, tr("Previous match"), tr("Shift+Enter")))
    , m_next(arrowButton(Qt::DownArrow, tr("Next match"), tr("Enter")))
    , m_remark(new QLabel)
{
    m_field->setPlaceholderText(tr("Search: consumer:C1 value:100..200 wait>5ms"));
    m_field->setClearButtonEnabled(true);
    for (QAction *clear : m_field->findChildren<QAction *>())
        clear->setText(tr("Clear the search"));
    m_field->setAccessibleName(tr("Search the log"));
    m_field->setToolTip(tr("Terms that must all hold, with blanks between them:\n"
                           "consumer:C1,C2*   thread:3   thread:0x4b1\n"
                           "value:42   value:100..200   value>1000   count>=10\n"
                           "wait>5ms   wait:1ms..5ms   time:1.5..2\n"
                           "kind:batch, gap or note   text:word   or just a word or number\n"
                           "A minus turns a term round: -kind:gap"));
    m_field->installEventFilter(this);
    m_onlyMatching->setChecked(true);
    m_onlyMatching->setToolTip(tr("Hides the rows that do not match; otherwise they are marked"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setAccessibleName(tr("Result of the search"));
    m_remark->setWordWrap(true);

    auto *line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    line->addWidget(m_onlyMatching);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 2, 4, 2);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_remark);
    showRemark({}, false);

    connect(m_field, &QLineEdit::textChanged, this, &LogSearchBar::choose);
    connect(m_onlyMatching, &QCheckBox::toggled, this, &LogSearchBar::choose);
    connect(m_next, &QToolButton::clicked, this, &LogSearchBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &LogSearchBar::previousRequested);
    setFocusProxy(m_field);
}

QString LogSearchBar::text() const
{
    return m_field->text();
}

void LogSearchBar::setText(const QString &text)
{
    m_field->setText(text);
}

QString LogSearchBar::remark() const
{
    return m_remark->text();
}

void LogSearchBar::choose()
{
    ParsedLogFilter parsed = parseLogFilter(m_field->text());
    m_errors = std::move(parsed.errors);
    underline();
    if (!m_errors.empty()) {
        showRemark(m_errors.front().reason, true);
        return;
    }
    m_filter = std::move(parsed.filter);
    Q_EMIT filterChosen(m_filter,
                        m_onlyMatching->isChecked() ? LogModel::Showing::Matching
                                                    : LogModel::Showing::All);
}

/// A line edit shows formats only as an input method's, whose text is empty here.
void LogSearchBar::underline()
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(CanvasColours(palette()).alarm);
    wrong.setFontUnderline(true);
    QList<QInputMethodEvent::Attribute> formats;
    for (const LogFilter::Error &error : m_errors) {
        formats.append({QInputMethodEvent::TextFormat,
                        static_cast<int>(error.start) - m_field->cursorPosition(),
                        static_cast<int>(error.length), wrong});
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(m_field, &event);
}

void LogSearchBar::showProgress(const LogModel &model)
{
    m_next->setEnabled(model.hasFilter() && model.matchCount() > 0);
    m_previous->setEnabled(m_next->isEnabled());
    if (!m_errors.empty())
        return;
    if (!model.hasFilter()) {
        showRemark({}, false);
        return;
    }
    const EventCount rows = model.store().size();
    QString text =
        tr("%1 of %2 rows match").arg(formatCount(model.matchCount()), formatCount(rows));
    if (model.rowsLeft() > 0)
        text += tr("; %1 still to be looked at").arg(formatCount(model.rowsLeft()));
    showRemark(text, false);
}

void LogSearchBar::showRemark(const QString &text, bool isWrong)
{
    if (text != m_remark->text())
        m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
    m_remark->setForegroundRole(isWrong ? QPalette::WindowText : QPalette::PlaceholderText);
    m_field->setAccessibleDescription(isWrong ? text : m_field->placeholderText());
}

bool LogSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            Q_EMIT left();
        m_field->clear();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace sluice::ui
