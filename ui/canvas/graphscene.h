// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/canvas/canvasstyle.h"
#include "ui/canvas/graphpicture.h"
#include "ui/canvas/grouping.h"
#include "ui/canvas/stageview.h"
#include "ui/canvas/tokenflow.h"
#include "ui/models/stagehistory.h"
#include "ui/models/whytext.h"
#include "ui/theme/themechoice.h"

#include <QGraphicsScene>
#include <QList>

#include <optional>
#include <set>
#include <unordered_map>

class QGraphicsObject;

namespace sluice::ui {

class EdgeItem;
class MotionItem;
class StageItem;

/// The items of the canvas, kept in step with the snapshots.
///
/// Threads: GUI thread only.
class GraphScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    GraphScene(const QFont &font, const QPalette &palette, QObject *parent = nullptr);
    ~GraphScene() override;

    void setLook(const QFont &font, const QPalette &palette);

    void setMotion(Motion motion) { m_motionChoice = motion; }

    /// What is said about a stage besides its figures; setSnapshot() needs it not.
    void setDescription(const PipelineDescription &description) { m_description = description; }

    /// Lays out anew only if stages or subscriptions came or went.
    void setSnapshot(const Snapshot &snapshot, const RateTable &rates);

    [[nodiscard]] const CanvasStyle &canvasStyle() const { return m_style; }

    [[nodiscard]] const GraphLayout &layout() const { return m_picture.layout; }

    /// The last one that was set, with every stage for itself.
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }

    /// What is drawn of it: groups are stages.
    [[nodiscard]] const Snapshot &shown() const { return m_grouped.shown; }

    /// What \a stage is drawn as: itself or its group.
    [[nodiscard]] StageId nodeOf(StageId stage) const { return m_grouping.nodeOf(stage); }

    /// Which stages of \a snapshot are drawn as one; it need not have been set yet.
    [[nodiscard]] const Grouping &grouping(const Snapshot &snapshot)
    {
        m_grouping.update(snapshot);
        return m_grouping;
    }

    [[nodiscard]] bool isGroup(StageId node) const { return m_grouping.isGroup(node); }

    /// Opens the selected group, or closes the one that the selected stage was in, with the next
    /// snapshot, and selects what has come of it. False if it is neither.
    bool toggleGroup();

    /// Frames a stage, or what it is grouped in; an invalid id frames none.
    void markStage(StageId stage);

    /// Forgets which groups are open and what stages did: another pipeline comes, and its stages may
    /// have the same ids.
    void forgetPipeline();

    /// Why the pipeline waits, as of the last second.
    [[nodiscard]] const WhyWaiting &why() const { return m_why; }

    /// Whether messages are too fast to be drawn singly.
    [[nodiscard]] bool isRushing() const { return m_flow.isRushing(); }

    /// In the order they were added; all members of a selected group.
    [[nodiscard]] QList<StageId> selectedStages() const;
    [[nodiscard]] QList<StageId> selectedNodes() const;
    [[nodiscard]] std::optional<SubscriptionId> selectedSubscription() const;

    /// Selects what \a ids are drawn as.
    void selectOnly(const QList<StageId> &ids);
    void selectOnly(SubscriptionId id);

    /// Walks through stages and then subscriptions as they were added; false at the end.
    bool selectNext(bool next);

    /// All stages and then all subscriptions, in the order of selectNext().
    [[nodiscard]] QList<QGraphicsObject *> walkOrder() const;

    /// What can be said about \a item.
    [[nodiscard]] QString tip(const QGraphicsItem *item) const;

Q_SIGNALS:
    /// why() is another.
    void explained(const QString &sentence);

    /// Stages or subscriptions came or went, or their sizes changed.
    void laidOut();

private:
    void layOutAnew();
    void keepStageItems();
    void keepEdgeItems();
    void selectWanted();
    void showStages(const RateTable &rates, bool withTexts);
    [[nodiscard]] StageTexts textsOf(const StageSnapshot &stage,
                                     const UpstreamSubscriptions &upstream,
                                     const RateTable &rates) const;
    [[nodiscard]] const Group *groupOf(StageId node) const;
    [[nodiscard]] double sentPerSecond(const SubscriptionSnapshot &lane,
                                       const RateTable &rates) const;
    void showHistory();
    void explain(const RateTable &rates);
    [[nodiscard]] Crowds crowds(const RateTable &rates) const;
    void showEdges(const RateTable &rates, bool withTexts);
    void updateFlow();
    void showMotion();
    [[nodiscard]] bool areTextsDue();

    CanvasStyle m_style;
    PipelineDescription m_description;
    Snapshot m_snapshot;
    Grouping m_grouping;
    GroupedSnapshot m_grouped;  ///< of m_snapshot
    StageId m_wanted;           ///< to be selected as soon as it is laid out
    StageId m_marked;           ///< framed
    std::int64_t m_textsNs = 0; ///< when texts were renewed last

    GraphShape m_shape;
    GraphPicture m_picture;
    std::unordered_map<StageId, StageItem *> m_stages;      // of this scene
    std::unordered_map<SubscriptionId, EdgeItem *> m_edges; // of this scene

    StageHistory m_history;
    WhyWaiting m_why;
    std::int64_t m_whyNs = 0;   ///< when it was renewed last
    std::set<StageId> m_groups; ///< when m_flow began
    TokenFlow m_flow;           ///< of shown()
    MotionItem *m_motion;       // of this scene
    Motion m_motionChoice = Motion::Full;
};

} // namespace sluice::ui
