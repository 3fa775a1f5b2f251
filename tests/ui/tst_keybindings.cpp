// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/actions/actions.h"
#include "ui/actions/keybindings.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/settings.h"

#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QTemporaryDir>

namespace tst_keybindings {

using namespace sluice;
using namespace sluice::ui;

class TestKeyBindings : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void areTheBuiltInOnesAtFirst();
    void noTwoActionsBeginWithTheSameKeys();
    void giveAnActionOtherKeys();
    void refuseKeysThatAreTaken();
    void takeKeysAway();
    void areThereAgainAtTheNextStart();
    void ignoreSavedKeysThatAreTaken();
    void restoreTheDefaults();
    void sayOnTheirPageWhoHasTheKeys();

protected:
    void prepare() override
    {
        m_bindings.reset();
        m_actions.reset();
        m_settings.reset(); // writes what it has
        QFile::remove(file());
        begin();
    }

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("s.ini")); }

    /// As a start of the program does.
    void begin()
    {
        m_bindings.reset();
        m_actions.reset();
        m_settings = std::make_unique<Settings>(file());
        m_bindings = std::make_unique<KeyBindings>(*m_settings);
        m_actions = std::make_unique<Actions>(nullptr);
        for (QAction *action : m_actions->all())
            m_bindings->add(action);
    }

    [[nodiscard]] QAction *action(Act act) const { return (*m_actions)[act]; }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<KeyBindings> m_bindings;
    std::unique_ptr<Actions> m_actions;
};

void TestKeyBindings::areTheBuiltInOnesAtFirst()
{
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F5));
    QVERIFY(m_settings->keys().isEmpty());
}

void TestKeyBindings::noTwoActionsBeginWithTheSameKeys()
{
    for (QAction *one : m_bindings->actions()) {
        for (const QKeySequence &keys : one->shortcuts())
            QVERIFY2(!m_bindings->holder(keys, one), qPrintable(one->text()));
    }
}

void TestKeyBindings::giveAnActionOtherKeys()
{
    QVERIFY(!m_bindings->bind(action(Act::Run), QKeySequence(Qt::Key_F7)));
    QCOMPARE(action(Act::Run)->shortcuts(), QList{QKeySequence(Qt::Key_F7)});
    QVERIFY(action(Act::Run)->toolTip().contains(QStringLiteral("F7")));
    // The keys it had are free now.
    QVERIFY(!m_bindings->bind(action(Act::Pause), QKeySequence(Qt::Key_F5)));
}

void TestKeyBindings::refuseKeysThatAreTaken()
{
    QCOMPARE(m_bindings->bind(action(Act::Run), QKeySequence::fromString(QStringLiteral("Ctrl+S"))),
             action(Act::Save));
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F5));
    // Keys that begin with another's would never be reached.
    const auto longer = QKeySequence::fromString(QStringLiteral("Ctrl+S, Ctrl+X"));
    QCOMPARE(m_bindings->bind(action(Act::Run), longer), action(Act::Save));
    QVERIFY(m_settings->keys().isEmpty());
}

void TestKeyBindings::takeKeysAway()
{
    QVERIFY(!m_bindings->bind(action(Act::Run), {}));
    QVERIFY(action(Act::Run)->shortcuts().isEmpty());
    QVERIFY(!action(Act::Run)->toolTip().contains(QStringLiteral("F5")));
}

void TestKeyBindings::areThereAgainAtTheNextStart()
{
    QVERIFY(!m_bindings->bind(action(Act::Run), QKeySequence(Qt::Key_F7)));
    QVERIFY(!m_bindings->bind(action(Act::Stop), {}));
    begin();
    QCOMPARE(action(Act::Run)->shortcuts(), QList{QKeySequence(Qt::Key_F7)});
    QVERIFY(action(Act::Stop)->shortcuts().isEmpty());
    QVERIFY(!m_bindings->bind(action(Act::Run), QKeySequence(Qt::Key_F5)));
    QVERIFY(!m_settings->keys().contains(QStringLiteral("run"))); // built in again
}

void TestKeyBindings::ignoreSavedKeysThatAreTaken()
{
    m_settings->setKeys({{QStringLiteral("run"), QStringLiteral("Ctrl+S")}});
    begin();
    QCOMPARE(action(Act::Save)->shortcut(), QKeySequence(QStringLiteral("Ctrl+S")));
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F5));
}

void TestKeyBindings::restoreTheDefaults()
{
    QVERIFY(!m_bindings->bind(action(Act::Run), QKeySequence(Qt::Key_F7)));
    m_bindings->restoreDefaults();
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F5));
}

void TestKeyBindings::sayOnTheirPageWhoHasTheKeys()
{
    KeysPage page(*m_settings, *m_bindings);
    page.select(action(Act::Run));
    page.editor()->setKeySequence(QKeySequence(QStringLiteral("Ctrl+S")));
    page.take();
    QVERIFY2(page.message()->text().contains(QStringLiteral("Save")),
             qPrintable(page.message()->text()));
    page.editor()->setKeySequence(QKeySequence(Qt::Key_F7));
    page.take();
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F7));
    page.restoreDefaults();
    QCOMPARE(action(Act::Run)->shortcut(), QKeySequence(Qt::Key_F5));
}

SLUICE_TEST(TestKeyBindings)

} // namespace tst_keybindings

#include "tst_keybindings.moc"
