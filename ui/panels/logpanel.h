// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "core/pipeline/snapshot.h"
#include "ui/models/exactlyoncecheck.h"
#include "ui/models/logdrain.h"
#include "ui/models/logmodel.h"
#include "ui/models/logstore.h"

#include <QWidget>

namespace sluice::ui {

class LogExportBar;
class LogHeader;
class LogSearchBar;
class LogView;

/// The log: every number that the consumers handled, as rows that unfold, and whether each came
/// exactly once.
///
/// Threads: the GUI thread; it is the one reader of the consumers' log rings.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    /// Rows taken over in one refresh(); what is more waits in the rings for the next one.
    static constexpr std::size_t rowsPerRefresh = 16'384;

    /// Keeps at most \a capacity rows.
    explicit LogPanel(std::int64_t capacity = LogStore::defaultCapacity, QWidget *parent = nullptr);

    /// Shows the consumers of \a pipeline from now on and forgets the rows of the one before.
    /// Ownership: not taken; call setPipeline(nullptr) before it goes.
    void setPipeline(Pipeline *pipeline);

    /// Where the rings come from instead of a pipeline.
    void setSource(LogDrain::Source source);

    /// What the consumers must handle together; nothing means that only doubles are looked for.
    /// If this changes while numbers come, what came before cannot be judged any more and the
    /// check starts anew without an expectation until reset().
    void setExpectedSequence(std::optional<ExpectedSequence> expected);

    /// Takes over what the consumers have written; to be called 20 to 30 times a second, and at
    /// least once after the last stage has gone.
    void refresh(const Snapshot &snapshot);

    /// Writes a row for a consumer that left, below its last numbers.
    void noteSettlement(const Settlement &settlement);

    /// Writes a row such as "Started" or "evens crashed: out of memory" at this moment's place.
    void noteRun(const QString &text);

    /// Forgets rows, counts and what was checked. To be called before each start of the pipeline.
    void reset();

    /// Takes the rows off the list; counts and the check go on.
    void clear();

    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool follows);

    /// Asks for a file and writes the rows to it that are shown, while the log goes on.
    void chooseExport();

    /// Writes the rows that are shown to \a path, as CSV or, if its name ends so, as JSON Lines.
    void exportTo(const QString &path);

    /// Brings the keyboard to the search field.
    void startSearch();

    /// Searches for \a text, as if it had been typed.
    void searchFor(const QString &text);

    /// Goes to the next row that the search matches, or to the one before.
    void findNext();
    void findPrevious();

    [[nodiscard]] const ExactlyOnceCheck &check() const noexcept { return m_check; }

Q_SIGNALS:
    void stageChosen(sluice::StageId consumer);

    /// See LogView::momentChosen().
    void momentChosen(std::optional<std::int64_t> momentNs, sluice::StageId consumer);

    /// noteRun() was told \a text.
    void happened(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectSearch();
    void search(const LogFilter &filter, LogModel::Showing showing);
    void noteState(RunState state);
    void feedCheck(const std::vector<LogRow> &rows);
    void updateCheck(const Snapshot &snapshot);
    void updateHeader();

    LogModel *m_model;
    LogView *m_view;
    LogHeader *m_header;
    LogSearchBar *m_search;
    LogExportBar *m_export;

    LogDrain m_drain;
    ExactlyOnceCheck m_check;
    std::optional<ExpectedSequence> m_expected; ///< as told; the check may know better
    EventCount m_quietReceived = -1; ///< received when nothing was under way; -1: something was
    EventCount m_notKept = 0;        ///< of all consumers, as the check knows
    std::int64_t m_startNs = 0;
    std::int64_t m_headerNs = 0; ///< when its texts were made
};

} // namespace sluice::ui
