// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace sluice::ui {

class PipelineDocument;

/// What a program that ended badly had not saved.
struct Recovered
{
    QString title;
    QString path; ///< of the copy; open it, then discard() it
};

/// Keeps a copy of what is not saved yet, and finds those that crashes have left.
///
/// A copy is written some seconds after a change and goes away when the document is saved or the
/// window is closed. A lock beside it says that its program still lives, so several windows keep
/// out of each other's way.
///
/// Lifetime: the document must outlive it.
/// Threads: the GUI thread's.
class Recovery final : public QObject
{
    Q_OBJECT

public:
    /// Keeps its files in \a folder, which is made if it is not there.
    Recovery(PipelineDocument &document, const QString &folder, QObject *parent = nullptr);
    ~Recovery() override;

    /// Copies of programs that are gone, newest first.
    [[nodiscard]] QList<Recovered> findLeft() const;

    /// Removes a copy that was found.
    static void discard(const Recovered &recovered);

    /// Writes the copy now if there is something to keep.
    void writeNow();

    /// There is nothing to recover any more.
    void forget();

private:
    void follow();

    // Constant after construction.
    PipelineDocument &m_document;
    QString m_folder;
    QString m_path;
    QLockFile m_lock;

    QTimer m_timer;
};

} // namespace sluice::ui
