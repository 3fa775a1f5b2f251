// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "core/pipeline/duration.h"
#include "app/exitcode.h"
#include "app/helptext.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace sluice::app {

namespace {

using std::chrono::nanoseconds;

Message badUse(const QString &what, const QString &command = {})
{
    const QString help = command.isEmpty() ? QStringLiteral("sluice --help")
                                           : QStringLiteral("sluice %1 --help").arg(command);
    return {QStringLiteral("sluice: %1. See: %2\n").arg(what, help), exitBadUse};
}

/// The command line of one command: its options' values, and the first thing that is wrong.
class Arguments
{
public:
    Arguments(const QString &command, const QList<QCommandLineOption> &options,
              const QStringList &arguments)
        : m_command(command)
    {
        m_parser.addOptions(options);
        const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
        m_parser.addOption(help);
        if (!m_parser.parse(QStringList(QStringLiteral("sluice")) + arguments)) {
            QString text = m_parser.errorText();
            if (text.endsWith(u'.'))
                text.chop(1);
            fail(text);
        }
        if (!m_message && m_parser.isSet(help))
            m_message = Message{helpText(command), exitDone};
    }

    [[nodiscard]] const std::optional<Message> &message() const { return m_message; }

    [[nodiscard]] QStringList files() const { return m_parser.positionalArguments(); }

    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }

    [[nodiscard]] QString text(const QString &option) const { return m_parser.value(option); }

    [[nodiscard]] QStringList texts(const QString &option) const { return m_parser.values(option); }

    std::optional<EventCount> count(const QString &option)
    {
        if (!has(option))
            return std::nullopt;
        bool ok = false;
        const EventCount count = text(option).toLongLong(&ok);
        if (!ok || count < 1)
            failValue(option, QStringLiteral("an integer of at least 1"));
        return count;
    }

    std::optional<nanoseconds> duration(const QString &option)
    {
        if (!has(option))
            return std::nullopt;
        const auto duration = parseDuration(text(option));
        // Timers count milliseconds in an int.
        if (!duration || *duration > std::chrono::hours(24 * 24))
            failValue(option, QStringLiteral("a duration such as 5s or 500ms"));
        return duration;
    }

    /// One of \a choices, or empty if the option is not there.
    QString choice(const QString &option, const QStringList &choices)
    {
        if (has(option) && !choices.contains(text(option)))
            failValue(option, QStringLiteral("one of ") + choices.join(QStringLiteral(", ")));
        return text(option);
    }

    /// One of \a formats, in the order of OutputFormat; the first if none was given.
    OutputFormat format(const QString &option, const QStringList &formats)
    {
        const qsizetype index = formats.indexOf(text(option));
        if (index < 0 && has(option))
            failValue(option, QStringLiteral("one of ") + formats.join(QStringLiteral(", ")));
        return static_cast<OutputFormat>(std::max(qsizetype(0), index));
    }

    QSize size(const QString &option, QSize usual)
    {
        if (!has(option))
            return usual;
        static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
        const auto match = form.match(text(option));
        if (!match.hasMatch())
            failValue(option, QStringLiteral("WIDTHxHEIGHT, each from 100 to 9999"));
        return {match.captured(1).toInt(), match.captured(2).toInt()};
    }

    /// The one file, or none.
    QString file()
    {
        if (files().size() > 1)
            fail(QStringLiteral("'%1' is one file too many").arg(files().at(1)));
        return files().value(0);
    }

    void fail(const QString &what)
    {
        if (!m_message)
            m_message = badUse(what, m_command);
    }

    void failValue(const QString &option, const QString &expected)
    {
        fail(QStringLiteral("--%1: expected %2, found '%3'").arg(option, expected, text(option)));
    }

private:
    QString m_command;
    QCommandLineParser m_parser;
    std::optional<Message> m_message;
};

QCommandLineOption flag(const QString &name)
{
    return QCommandLineOption(name);
}

QCommandLineOption valued(const QString &name)
{
    return QCommandLineOption(name, {}, QStringLiteral("value"));
}

Command parseRun(const QStringList &words)
{
    const QString threads = QStringLiteral("threads");
    Arguments arguments(QStringLiteral("run"),
                        {valued(QStringLiteral("events")), valued(QStringLiteral("duration")),
                         valued(QStringLiteral("set")), valued(QStringLiteral("metrics")),
                         valued(QStringLiteral("format")), valued(threads),
                         flag(QStringLiteral("quiet")), flag(QStringLiteral("check"))},
                        words);
    RunCommand run;
    run.file = arguments.file();
    run.events = arguments.count(QStringLiteral("events"));
    run.duration = arguments.duration(QStringLiteral("duration"));
    run.settings = arguments.texts(QStringLiteral("set"));
    run.metricsFile = arguments.text(QStringLiteral("metrics"));
    run.format =
        arguments.format(QStringLiteral("format"),
                         {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("plain")});
    run.quiet = arguments.has(QStringLiteral("quiet"));
    run.check = arguments.has(QStringLiteral("check"));
    run.threads = parsePlacement(arguments.text(threads));
    if (arguments.has(threads) && !run.threads) {
        arguments.failValue(threads,
                            QStringLiteral("dedicated, shared or shared:N with N up to %1")
                                .arg(Placement::threadLimit));
    }
    if (arguments.message())
        return *arguments.message();
    return run;
}

Command parseCheck(const QStringList &words)
{
    Arguments arguments(QStringLiteral("check"), {}, words);
    if (arguments.files().isEmpty())
        arguments.fail(QStringLiteral("check needs at least one file"));
    if (arguments.message())
        return *arguments.message();
    return CheckCommand{arguments.files()};
}

Command parseKinds(const QStringList &words)
{
    Arguments arguments(QStringLiteral("kinds"), {valued(QStringLiteral("format"))}, words);
    const KindsCommand kinds{arguments.format(QStringLiteral("format"),
                                              {QStringLiteral("text"), QStringLiteral("json")})};
    if (!arguments.files().isEmpty())
        arguments.fail(QStringLiteral("kinds takes no file"));
    if (arguments.message())
        return *arguments.message();
    return kinds;
}

Command parseScreenshot(const QStringList &words)
{
    const QString output = QStringLiteral("output");
    const QString size = QStringLiteral("size");
    Arguments arguments(QStringLiteral("screenshot"),
                        {valued(output), valued(size), valued(QStringLiteral("at")),
                         valued(QStringLiteral("theme")), valued(QStringLiteral("language")),
                         flag(QStringLiteral("presenter"))},
                        words);
    ScreenshotCommand screenshot;
    screenshot.file = arguments.file();
    screenshot.output = arguments.text(output);
    if (screenshot.output.isEmpty())
        arguments.fail(QStringLiteral("screenshot needs --output FILE"));
    screenshot.size = arguments.size(size, screenshot.size);
    screenshot.at = arguments.duration(QStringLiteral("at")).value_or(screenshot.at);
    screenshot.theme = arguments.choice(
        QStringLiteral("theme"),
        {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("high-contrast")});
    screenshot.language =
        arguments.choice(QStringLiteral("language"),
                         {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh_CN")});
    screenshot.isPresenting = arguments.has(QStringLiteral("presenter"));
    if (arguments.message())
        return *arguments.message();
    return screenshot;
}

Command parseFrames(const QStringList &words)
{
    const QString size = QStringLiteral("size");
    const QString duration = QStringLiteral("duration");
    Arguments arguments(QStringLiteral("frames"), {valued(size), valued(duration)}, words);
    FramesCommand frames;
    frames.file = arguments.file();
    frames.size = arguments.size(size, frames.size);
    frames.duration = arguments.duration(duration).value_or(frames.duration);
    if (arguments.message())
        return *arguments.message();
    return frames;
}

Command parseWindow(const QStringList &words)
{
    const QString settings = QStringLiteral("settings");
    Arguments arguments({}, {flag(QStringLiteral("version")), valued(settings)}, words);
    if (!arguments.message() && arguments.has(QStringLiteral("version")))
        return Message{QStringLiteral("sluice " SLUICE_VERSION "\n"), exitDone};
    const WindowCommand window{arguments.file(), arguments.text(settings)};
    if (arguments.has(settings) && window.settingsFile.isEmpty())
        arguments.failValue(settings, QStringLiteral("a file"));
    // "sluice rnu" is a slip, "sluice new.sluice" is a file, be it there or not.
    static const QRegularExpression pathLike(QStringLiteral("[./]"));
    if (!window.file.isEmpty() && !window.file.contains(pathLike)
        && !QFileInfo::exists(window.file)) {
        arguments.fail(QStringLiteral("'%1' is neither a command nor a file").arg(window.file));
    }
    if (arguments.message())
        return *arguments.message();
    return window;
}

} // namespace

Command parseCommandLine(const QStringList &arguments)
{
    const QString command = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (command == u"run")
        return parseRun(rest);
    if (command == u"check")
        return parseCheck(rest);
    if (command == u"kinds")
        return parseKinds(rest);
    if (command == u"screenshot")
        return parseScreenshot(rest);
    if (command == u"frames")
        return parseFrames(rest);
    return parseWindow(arguments);
}

} // namespace sluice::app
