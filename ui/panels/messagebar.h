// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QToolButton;

namespace sluice::ui {

/// One message across the window: an error stays until it is closed, a notice goes by itself.
///
/// A newer message takes the place of the one that is there, but a notice never covers an error.
///
/// Threads: the GUI thread's.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows \a text until somebody closes it.
    void showError(const QString &text);

    /// Shows \a text for eight seconds.
    void showNotice(const QString &text);

    /// The same with a button that says \a actionText, does \a action and ends the notice.
    void showNotice(const QString &text, const QString &actionText, std::function<void()> action);

    /// Keeps the present notice until somebody closes it.
    void keepNotice();

    /// Takes the button of a notice away, because what it would do has become something else.
    void withdrawAction();

    /// Ends an error, for what it was about is settled.
    void clearError();

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isError() const noexcept { return m_isError; }

Q_SIGNALS:
    /// \a text came up, with what stands before it.
    void said(const QString &text);

private:
    void showText(const QString &sign, const QString &text);

    // Constant after construction.
    QLabel *m_sign;
    QLabel *m_label;
    QToolButton *m_actionButton;
    QToolButton *m_copyButton;
    QTimer m_timer;

    std::function<void()> m_action;
    bool m_isError = false;
};

} // namespace sluice::ui
