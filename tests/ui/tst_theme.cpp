// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/colourvision.h"
#include "ui/theme/contraststyle.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>

namespace tst_theme {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr double textContrast = 4.5; // WCAG 2.1, level AA
constexpr double markContrast = 3;

} // namespace

class TestTheme : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoStatesShareALetter();
    void noTwoStatesShareAPattern();
    void noTwoStatesShareAWord();
    void measuresDifferencesAsPublished();
    void noTwoStatesHaveSimilarColours_data();
    void noTwoStatesHaveSimilarColours();
    void seesTheHighContrastOfAPalette();
    void controlsHaveFramesInHighContrast();
    void lettersAreReadableOnTheirStatesColour();
    void allTextIsReadable_data();
    void allTextIsReadable();
    void allMarksAreVisible_data();
    void allMarksAreVisible();
    void theDarkPaletteIsDarkAndTheLightOneIsNot();
    void blackOnWhiteHasTheHighestContrast();
};

void TestTheme::noTwoStatesShareALetter()
{
    QSet<QChar> letters;
    for (const StageState state : allStates)
        letters += stateLetter(state);
    QCOMPARE(letters.size(), static_cast<qsizetype>(allStates.size()));
}

void TestTheme::noTwoStatesShareAPattern()
{
    QSet<int> patterns;
    for (const StageState state : allStates)
        patterns += static_cast<int>(statePattern(state));
    QCOMPARE(patterns.size(), static_cast<qsizetype>(allStates.size()));
}

void TestTheme::noTwoStatesShareAWord()
{
    QSet<QString> words;
    for (const StageState state : allStates)
        words += stateWord(state);
    QCOMPARE(words.size(), static_cast<qsizetype>(allStates.size()));
}

// Two pairs of the data that Sharma, Wu and Dalal give for testing the formula.
void TestTheme::measuresDifferencesAsPublished()
{
    QVERIFY(std::abs(test::difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
    QVERIFY(std::abs(test::difference({50, 2.5, 0}, {73, 25, -18}) - 27.1492) < 1e-4);
}

void TestTheme::noTwoStatesHaveSimilarColours_data()
{
    QTest::addColumn<test::Vision>("vision");

    QTest::newRow("normal") << test::Vision::Normal;
    QTest::newRow("protanopia") << test::Vision::Protanopia;
    QTest::newRow("deuteranopia") << test::Vision::Deuteranopia;
    QTest::newRow("tritanopia") << test::Vision::Tritanopia;
}

void TestTheme::noTwoStatesHaveSimilarColours()
{
    QFETCH(const test::Vision, vision);
    for (const StageState one : allStates) {
        for (const StageState other : allStates) {
            if (one == other)
                continue;
            const double seen = test::difference(test::seen(stateColour(one), vision),
                                                 test::seen(stateColour(other), vision));
            QVERIFY2(
                seen >= 10,
                qPrintable(
                    QStringLiteral("%1, %2: %3").arg(stateWord(one), stateWord(other)).arg(seen)));
        }
    }
}

void TestTheme::controlsHaveFramesInHighContrast()
{
    ContrastStyle style(QStringLiteral("fusion"));
    QLineEdit line;
    QSpinBox number;
    QComboBox choice;
    QPushButton button;
    for (QWidget *control : std::initializer_list<QWidget *>{&line, &number, &choice, &button}) {
        control->setStyle(&style);
        control->resize(80, 30);
        const auto edge = [control](const QPalette &palette) {
            control->setPalette(palette);
            return control->grab().toImage().pixelColor(0, 15);
        };
        QCOMPARE_GE(contrast(edge(highContrastPalette()), Qt::black), 20.0);
        QCOMPARE_LT(contrast(edge(darkPalette()), Qt::black), 10.0); // as the style has it
    }
}

void TestTheme::seesTheHighContrastOfAPalette()
{
    QVERIFY(isHighContrast(highContrastPalette()));
    QVERIFY(!isHighContrast(darkPalette()));
    QVERIFY(!isHighContrast(lightPalette()));
    const CanvasColours colours(highContrastPalette());
    for (const QColor &text : {colours.text, colours.mutedText, colours.line})
        QCOMPARE_GE(contrast(text, colours.ground), 20.0);
}

void TestTheme::lettersAreReadableOnTheirStatesColour()
{
    for (const StageState state : allStates) {
        const QColor colour = stateColour(state);
        QCOMPARE_GE(contrast(readableOn(colour), colour), textContrast);
    }
}

void TestTheme::allTextIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");

    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("high contrast") << highContrastPalette();
}

void TestTheme::allTextIsReadable()
{
    QFETCH(const QPalette, palette);
    const CanvasColours colours(palette);
    QList<QColor> grounds{colours.ground};
    for (const auto role : {StageRole::Producer, StageRole::ProducerConsumer, StageRole::Consumer})
        grounds += roleColour(role, palette);
    for (const QColor &ground : grounds) {
        for (const QColor &text :
             {colours.text, colours.mutedText, colours.alarm, colours.events, colours.demand})
            QVERIFY2(contrast(text, ground) >= textContrast,
                     qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
    }
    for (const auto &[text, ground] : {std::pair{QPalette::WindowText, QPalette::Window},
                                       std::pair{QPalette::Text, QPalette::Base},
                                       std::pair{QPalette::Text, QPalette::AlternateBase},
                                       std::pair{QPalette::ButtonText, QPalette::Button},
                                       std::pair{QPalette::HighlightedText, QPalette::Highlight},
                                       std::pair{QPalette::PlaceholderText, QPalette::Base},
                                       std::pair{QPalette::ToolTipText, QPalette::ToolTipBase},
                                       std::pair{QPalette::Link, QPalette::Base}})
        QCOMPARE_GE(contrast(palette.color(text), palette.color(ground)), textContrast);
}

void TestTheme::allMarksAreVisible_data()
{
    allTextIsReadable_data();
}

void TestTheme::allMarksAreVisible()
{
    QFETCH(const QPalette, palette);
    const CanvasColours colours(palette);
    for (const QColor &mark : {colours.line, colours.selection, colours.events, colours.demand})
        QCOMPARE_GE(contrast(mark, colours.ground), markContrast);
    for (const QColor &fill : {colours.events, colours.demand})
        QCOMPARE_GE(contrast(fill, colours.groove), markContrast);
}

void TestTheme::theDarkPaletteIsDarkAndTheLightOneIsNot()
{
    QVERIFY(isDark(darkPalette()));
    QVERIFY(!isDark(lightPalette()));
}

void TestTheme::blackOnWhiteHasTheHighestContrast()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::gray, Qt::gray), 1.0);
}

SLUICE_TEST(TestTheme)

} // namespace tst_theme

#include "tst_theme.moc"
