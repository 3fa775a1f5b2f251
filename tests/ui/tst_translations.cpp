// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/stagecatalog.h"
#include "tests/support/testsupport.h"
#include "tests/ui/controls.h"
#include "tests/ui/windowundertest.h"
#include "ui/actions/actions.h"
#include "ui/panels/kindwords.h"
#include "ui/settings/languages.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/windowlayout.h"

#include <QDockWidget>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTabWidget>
#include <QTranslator>
#include <QXmlStreamReader>

namespace tst_translations {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// Speaks a language whose texts are two fifths longer than English and full of accents.
class PseudoTranslator final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int number) const override
    {
        // Qt's own texts have translators of their own.
        if (QByteArrayView(context).startsWith('Q'))
            return {};
        QString text = QString::fromUtf8(source);
        if (text.contains(QStringLiteral("*.")))
            return text;
        if (number >= 0)
            text.replace(QStringLiteral("%n"), QString::number(number));
        text.replace(u'a', u'å').replace(u'e', u'é').replace(u'o', u'ö').replace(u'u', u'ü');
        return text + QString(std::max<qsizetype>(1, text.size() * 2 / 5), u'~');
    }
};

QString translationFile(const QString &language)
{
    return QStringLiteral(SLUICE_SOURCE_DIR "/resources/translations/sluice_%1.ts").arg(language);
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("%(L?\\d|n)"));
    QSet<QString> found;
    for (auto match = form.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

class TestTranslations : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepPlaceholders_data();
    void keepPlaceholders();
    void haveThePluralsOfEnglish();
    void describeEveryKindOfStage();
    void speakToTheWindow_data();
    void speakToTheWindow();
    void haveRoomWhenTextsAreLonger_data();
    void haveRoomWhenTextsAreLonger();
};

void TestTranslations::keepPlaceholders_data()
{
    QTest::addColumn<QString>("language");

    for (const Language &language : allLanguages()) {
        if (language.code != u"en")
            QTest::newRow(qPrintable(language.code)) << language.code;
    }
}

void TestTranslations::keepPlaceholders()
{
    QFETCH(const QString, language);
    QFile file(translationFile(language));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QXmlStreamReader reader(&file);
    QString source;
    int count = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == u"source") {
            source = reader.readElementText();
        } else if (reader.name() == u"numerusform" || reader.name() == u"translation") {
            const QString text =
                reader.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
            if (text.isEmpty())
                continue;
            ++count;
            QVERIFY2(placeholders(text) == placeholders(source), qPrintable(source));
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE_GT(count, 300);
}

void TestTranslations::haveThePluralsOfEnglish()
{
    if (!QFile::exists(QStringLiteral(":/sluice/translations/sluice_en.qm")))
        QSKIP("built without the translators of Qt Linguist");
    // French is a language that nobody has translated to.
    for (const char *language : {"en", "fr"}) {
        speakLanguage(QString::fromLatin1(language));
        const auto text = [](int count) {
            return QCoreApplication::translate("Canvas", "%1 consumer(s)", nullptr, count);
        };
        QCOMPARE(text(1), QStringLiteral("%1 consumer"));
        QCOMPARE(text(12), QStringLiteral("%1 consumers"));
    }
    speakLanguage(QStringLiteral("en"));
}

void TestTranslations::describeEveryKindOfStage()
{
    for (const QString &language : {QStringLiteral("de"), QStringLiteral("zh_CN")}) {
        if (!QFile::exists(QStringLiteral(":/sluice/translations/sluice_%1.qm").arg(language)))
            QSKIP("built without the translators of Qt Linguist");
        speakLanguage(language);
        for (const StageKind &kind : StageCatalog::standard().kinds())
            QVERIFY2(kindSummary(kind) != kind.summary, qPrintable(kind.summary));
    }
    speakLanguage(QStringLiteral("en"));
}

void TestTranslations::speakToTheWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("settings");

    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("&Run")
                             << QStringLiteral("Settings");
    QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("&Starten")
                            << QStringLiteral("Einstellungen");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("运行(&R)")
                             << QStringLiteral("设置");
}

void TestTranslations::speakToTheWindow()
{
    QFETCH(const QString, language);
    QFETCH(const QString, run);
    QFETCH(const QString, settings);
    if (language != u"en"
        && !QFile::exists(QStringLiteral(":/sluice/translations/sluice_%1.qm").arg(language)))
        QSKIP("Qt's translation tools were not there when this was built");
    speakLanguage(language);
    {
        WindowUnderTest window;
        QCOMPARE(window->action(Act::Run)->text(), run);
        window->action(Act::Settings)->trigger();
        QCOMPARE(window->findChild<SettingsDialog *>()->windowTitle(), settings);
        QCOMPARE(test::namelessControls(*window).join(u'\n'), QString());
    }
    speakLanguage(QStringLiteral("en"));
}

void TestTranslations::haveRoomWhenTextsAreLonger_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("layout");

    QTest::newRow("1024x600") << QSize(1024, 600)
                              << static_cast<int>(WindowLayout::BuiltIn::Compact);
    QTest::newRow("1600x900") << QSize(1600, 900)
                              << static_cast<int>(WindowLayout::BuiltIn::Default);
}

void TestTranslations::haveRoomWhenTextsAreLonger()
{
    QFETCH(const QSize, size);
    QFETCH(const int, layout);
    PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    {
        WindowUnderTest window;
        window->layouts().apply(static_cast<WindowLayout::BuiltIn>(layout));
        window->resize(size);
        QCoreApplication::processEvents(); // lays out
        QCOMPARE(window->size(), size);
        QCOMPARE(test::clippedTexts(*window).join(u'\n'), QString());
        for (QDockWidget *dock : window->layouts().docks()) {
            for (QDockWidget *other : window->layouts().docks())
                other->setVisible(other == dock);
            QCoreApplication::processEvents();
            QCOMPARE(test::clippedTexts(*dock).join(u'\n'), QString());
        }
        window->action(Act::Settings)->trigger();
        auto *dialog = window->findChild<SettingsDialog *>();
        for (int page = 0; page < dialog->tabs()->count(); ++page) {
            dialog->tabs()->setCurrentIndex(page);
            QCOMPARE(test::clippedTexts(*dialog).join(u'\n'), QString());
        }
    }
    QCoreApplication::removeTranslator(&translator);
}

SLUICE_TEST(TestTranslations)

} // namespace tst_translations

#include "tst_translations.moc"
