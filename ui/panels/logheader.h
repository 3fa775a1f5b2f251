// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/exactlyoncecheck.h"
#include "ui/models/logdrain.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace sluice::ui {

class CheckLabel;

/// The line above the log: how many numbers, whether each came once, follow and clear.
class LogHeader : public QWidget
{
    Q_OBJECT

public:
    explicit LogHeader(QWidget *parent = nullptr);

    /// Counts of all \a consumers; \a held are the numbers in the list's rows.
    void setFigures(const std::vector<LogConsumer> &consumers, EventCount held);

    void setCheck(const ExactlyOnceResult &result, const std::optional<ExpectedSequence> &expected);

    void setFollowing(bool follows);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void followRequested(bool follows);
    void clearRequested();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_figures;
    CheckLabel *m_check;
    QCheckBox *m_follow;
    QBoxLayout *m_layout;
};

} // namespace sluice::ui
