// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a stage in the graph to what it has handled.

#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/models/logmodel.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logsearchbar.h"
#include "ui/panels/logview.h"

namespace tst_showinlog {

using namespace sluice;
using namespace sluice::ui;
using test::eventually;

class TestShowInLog : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheRowsOfTheSelectedConsumerAlone();
    void saysThatOthersHaveNone();
};

void TestShowInLog::showsTheRowsOfTheSelectedConsumerAlone()
{
    WindowUnderTest window(QStringLiteral(":/sluice/pipelines/two-consumers.sluice"));
    dock(*window, "log")->hide();
    QVERIFY(window.select(QStringLiteral("slow")));
    window->action(Act::ShowInLog)->trigger();
    QVERIFY(!dock(*window, "log")->isHidden());
    const LogPanel &log = window->log();
    QCOMPARE(log.findChild<LogSearchBar *>()->text(), QStringLiteral("consumer:slow"));
    const LogModel *model = log.findChild<LogView *>()->log();
    QVERIFY(eventually([model] { return model->rowCount() > 2; }));
    QVERIFY(model->store().size() > model->rowCount()); // the other one's are held, too
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->index(row, LogModel::ConsumerColumn).data().toString(),
                 QStringLiteral("slow"));
}

void TestShowInLog::saysThatOthersHaveNone()
{
    WindowUnderTest window(QStringLiteral(":/sluice/pipelines/two-consumers.sluice"));
    QVERIFY(window.select(QStringLiteral("evens")));
    window->action(Act::ShowInLog)->trigger();
    QVERIFY(window->log().findChild<LogSearchBar *>()->text().isEmpty());
}

SLUICE_TEST(TestShowInLog)

} // namespace tst_showinlog

#include "tst_showinlog.moc"
