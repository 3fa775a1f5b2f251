// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <QAbstractItemModel>

#include <chrono>
#include <memory>
#include <vector>

namespace sluice::ui {

/// The pipeline as a tree of text: stages, in each its figures and its subscriptions both ways, in
/// each of those its figures. Says everything that the graph shows.
///
/// Limits of demand and work times can be edited; who owns the model makes commands of that.
/// Stages and subscriptions come and go as rows do, so views keep what is selected and open.
///
/// Threads: the GUI thread's.
class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Value, ColumnCount };

    explicit OutlineModel(QObject *parent = nullptr);
    ~OutlineModel() override;

    /// Shows \a snapshot, whose stages keep their order.
    void setSnapshot(const Snapshot &snapshot, const RateTable &rates);

    /// Of the row itself or of the stage it belongs to; no stage for an invalid index.
    [[nodiscard]] StageId stageOf(const QModelIndex &index) const;

    /// Invalid if there is no such stage.
    [[nodiscard]] QModelIndex indexOf(StageId stage) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void demandChosen(const QString &from, const QString &to, sluice::EventCount maximum,
                      sluice::EventCount minimum);
    void workTimeChosen(const QString &stage, std::chrono::nanoseconds time);

private:
    /// A stage, or one side of a subscription within it.
    struct Node;

    [[nodiscard]] const Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QVariant editValue(const QModelIndex &index) const;
    void keepStages(const Snapshot &snapshot);
    void keepLinks(Node &stage, const std::vector<const SubscriptionSnapshot *> &links);
    void tellChanges();

    std::vector<std::unique_ptr<Node>> m_stages;
};

} // namespace sluice::ui
