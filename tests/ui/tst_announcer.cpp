// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"
#include "tests/support/testsupport.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/statusline.h"
#include "ui/window/announcer.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace tst_announcer {

using namespace sluice;
using namespace sluice::ui;

// The event loop's timers: a test ends when something has been said.
class TestAnnouncer : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void speaksAtOnceAndThenOnlyOnceAnInterval();
    void saysTheSameOnlyOnce();
    void tellsWhatTheWindowDoes();
};

void TestAnnouncer::speaksAtOnceAndThenOnlyOnceAnInterval()
{
    QWidget voice;
    Announcer announcer(voice, std::chrono::milliseconds(200));
    const QSignalSpy spoken(&announcer, &Announcer::spoken);
    QElapsedTimer clock;
    clock.start();
    announcer.say(QStringLiteral("one."));
    QCOMPARE(spoken.size(), 1);
    QCOMPARE(voice.accessibleName(), QStringLiteral("one."));
    announcer.say(QStringLiteral("two."));
    announcer.say(QStringLiteral("three."));
    QCOMPARE(spoken.size(), 1);
    QTRY_COMPARE(spoken.size(), 2);
    QCOMPARE_GE(clock.elapsed(), 190); // Qt's timers may be a twentieth early
    QCOMPARE(voice.accessibleName(), QStringLiteral("two. three."));
}

void TestAnnouncer::saysTheSameOnlyOnce()
{
    QWidget voice;
    Announcer announcer(voice, std::chrono::milliseconds(50));
    const QSignalSpy spoken(&announcer, &Announcer::spoken);
    announcer.say(QString());
    QCOMPARE(spoken.size(), 0);
    announcer.say(QStringLiteral("one."));
    for (int i = 0; i < 5; ++i)
        announcer.say(QStringLiteral("again."));
    QTRY_COMPARE(spoken.size(), 2);
    QCOMPARE(voice.accessibleName(), QStringLiteral("again."));
}

void TestAnnouncer::tellsWhatTheWindowDoes()
{
    WindowUnderTest window(fullSpeed());
    auto *announcer = window->findChild<Announcer *>();
    QVERIFY(announcer);
    QStringList said;
    connect(announcer, &Announcer::spoken, this,
            [&said](const QString &text) { said.append(text); });
    window->action(Act::RemoveConsumer)->trigger();
    QTRY_VERIFY(said.join(u' ').contains(QStringLiteral("Removed printer")));
    window->action(Act::Pause)->trigger();
    QTRY_VERIFY(said.join(u' ').contains(QStringLiteral("paused")));
    QVERIFY(!window->openFile(window.path(QStringLiteral("missing.sluice"))));
    QTRY_VERIFY(said.join(u' ').contains(QStringLiteral("missing.sluice")));
    QCOMPARE(window->findChild<StatusLine *>()->accessibleName(), said.constLast());
}

SLUICE_TEST(TestAnnouncer)

} // namespace tst_announcer

#include "tst_announcer.moc"
