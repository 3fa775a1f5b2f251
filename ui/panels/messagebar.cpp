// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <chrono>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::chrono::seconds noticeTime{8};

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_label(new QLabel(this))
    , m_actionButton(new QToolButton(this))
    , m_copyButton(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    QFont bold = font();
    bold.setBold(true);
    m_sign->setFont(bold);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *label : {m_sign, m_label})
        label->setForegroundRole(QPalette::ToolTipText);
    m_copyButton->setText(tr("Copy"));
    auto *closeButton = new QToolButton(this);
    closeButton->setText(tr("Close"));

    // What is new in the window should be seen from the last row.
    auto *stripe = new QWidget(this);
    stripe->setAutoFillBackground(true);
    stripe->setBackgroundRole(QPalette::Highlight);

    auto *row = new QHBoxLayout(this);
    const int space = fontMetrics().height() / 3;
    stripe->setFixedWidth(space);
    row->setContentsMargins(space, space, space, space);
    row->addWidget(stripe);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    row->addWidget(m_actionButton, 0, Qt::AlignTop);
    row->addWidget(m_copyButton, 0, Qt::AlignTop);
    row->addWidget(closeButton, 0, Qt::AlignTop);

    m_timer.setSingleShot(true);
    m_timer.setInterval(noticeTime);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(closeButton, &QToolButton::clicked, this, [this] {
        m_isError = false;
        hide();
    });
    connect(m_copyButton, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_label->text()); });
    connect(m_actionButton, &QToolButton::clicked, this, [this] {
        hide();
        std::exchange(m_action, nullptr)();
    });
    hide();
}

void MessageBar::showError(const QString &text)
{
    m_isError = true;
    m_timer.stop();
    withdrawAction();
    showText(tr("Error"), text);
}

void MessageBar::showNotice(const QString &text)
{
    if (m_isError && !isHidden())
        return;
    m_isError = false;
    withdrawAction();
    showText(QString(), text);
    m_timer.start();
}

void MessageBar::showNotice(const QString &text, const QString &actionText,
                            std::function<void()> action)
{
    if (m_isError && !isHidden())
        return;
    showNotice(text);
    m_action = std::move(action);
    m_actionButton->setText(actionText);
    m_actionButton->show();
}

void MessageBar::keepNotice()
{
    m_timer.stop();
}

void MessageBar::withdrawAction()
{
    m_action = nullptr;
    m_actionButton->hide();
}

void MessageBar::clearError()
{
    if (!m_isError)
        return;
    m_isError = false;
    hide();
}

QString MessageBar::text() const
{
    return m_label->text();
}

void MessageBar::showText(const QString &sign, const QString &text)
{
    m_sign->setText(sign);
    m_sign->setVisible(!sign.isEmpty());
    m_copyButton->setVisible(m_isError);
    m_label->setText(text);
    setAccessibleName(sign.isEmpty() ? text : sign + QStringLiteral(": ") + text);
    show();
    Q_EMIT said(accessibleName());
}

} // namespace sluice::ui
