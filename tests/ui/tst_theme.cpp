// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/theme/theme.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr double textContrast = 4.5; // WCAG 2.1, level AA
constexpr double markContrast = 3;

using Lab = std::array<double, 3>;

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double labCurve(double value)
{
    return value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16.0 / 116;
}

Lab labOf(const QColor &colour)
{
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const double x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// CIE 1976, simpler and stricter for dark colours than the later formulas.
double difference(const QColor &one, const QColor &other)
{
    const Lab a = labOf(one);
    const Lab b = labOf(other);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

class TestTheme : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoStatesShareALetter();
    void noTwoStatesShareAPattern();
    void noTwoStatesShareAWord();
    void noTwoStatesHaveSimilarColours();
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

void TestTheme::noTwoStatesHaveSimilarColours()
{
    for (const StageState one : allStates) {
        for (const StageState other : allStates) {
            if (one != other)
                QCOMPARE_GT(difference(stateColour(one), stateColour(other)), 10.0);
        }
    }
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

SLUICE_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
