// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/subscriptionoptions.h"
#include "core/stage/behaviour.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sluice {

/// Where stages that print write to: standard output for `sluice run`, nowhere in the window.
///
/// Threads: called on several stages' threads at once; implementations lock.
class EventSink
{
public:
    virtual ~EventSink() = default;

    /// Writes \a events, one after the other, for the consumer called \a consumer.
    /// Returns false if nobody reads any more; the stage then stops in order.
    virtual bool write(const QString &consumer, const Batch &events) = 0;
};

/// What a ready-made stage may use of its surroundings when it is made.
struct StageEnvironment
{
    QString stageName;
    std::shared_ptr<EventSink> output; ///< may be null: printing then goes nowhere
    QString folder;                    ///< of the pipeline file; empty: the working directory

    /// Where the input lies that the option \a name of \a options says; see inputPath().
    [[nodiscard]] QString inputPath(const QJsonObject &options, const QString &name) const;
};

/// One option of a kind of stage: its type, limits and default, for checking and for editors.
struct OptionSpec
{
    enum class Type : unsigned char {
        WholeNumber,
        Number,
        Choice,
        Boolean,
        Text,
        InputPath,  ///< of a file or folder to read; a relative one begins at the pipeline's file
        OutputPath, ///< of a file to write; a relative one begins at the working directory
        Duration    ///< as parseDuration() reads it
    };

    QString name;
    Type type = Type::WholeNumber;
    QString summary; ///< one line, English; ui translates it by name
    QJsonValue defaultValue = QJsonValue::Undefined; ///< undefined: absent means no value
    std::optional<double> minimum;                   ///< of numbers, and of durations in seconds
    std::optional<double> maximum;                   ///< likewise
    QStringList choices;                             ///< of a Choice
    bool isRequired = false;                         ///< a stage without it cannot be made

    /// What a value must be, in English: "an integer", "a path".
    [[nodiscard]] QString expectation() const;

    /// Whether \a value is of this type, whatever the limits say.
    [[nodiscard]] bool hasType(const QJsonValue &value) const;

    /// What is wrong with \a value; nothing if it can be used.
    [[nodiscard]] std::optional<OptionError> validate(const QJsonValue &value) const;

private:
    [[nodiscard]] std::optional<QString> problemWith(const QJsonValue &value) const;
    [[nodiscard]] std::optional<QString> rangeProblem(double value, const QString &unit) const;
};

/// One kind of ready-made stage: what a file may name.
struct StageKind
{
    QString name; ///< such as "counter"
    StageRole role = StageRole::Producer;
    QString summary;                   ///< one line, English
    const EventType *input = nullptr;  ///< nullptr: takes none
    const EventType *output = nullptr; ///< nullptr: emits none
    std::vector<OptionSpec> options;
    bool mayHaveRate = false; ///< the run option ratePerSecond makes sense

    /// Makes a behaviour. Pre: validate() finds nothing wrong with the options.
    std::function<std::unique_ptr<Behaviour>(const QJsonObject &options,
                                             const StageEnvironment &environment)>
        make;

    /// Says what is wrong with options that are right one by one; may be empty.
    std::function<std::optional<OptionError>(const QJsonObject &options)> checkTogether;

    /// nullptr if there is no such option.
    [[nodiscard]] const OptionSpec *option(const QString &optionName) const;

    /// What a file may write into "options": the options' names, and "rate" where there may be one.
    [[nodiscard]] QStringList optionNames() const;

    /// The first thing that is wrong with \a values; nothing if they can be used.
    [[nodiscard]] std::optional<OptionError> validate(const QJsonObject &values) const;
};

/// The value of an integer option, exactly; nothing if \a value is no integer of 64 bits.
[[nodiscard]] std::optional<Integer> exactInteger(const QJsonValue &value);

/// The value of a duration option; nothing if \a value is no duration.
[[nodiscard]] std::optional<std::chrono::nanoseconds> exactDuration(const QJsonValue &value);

/// The kinds of ready-made stages, by name.
///
/// Threads: immutable after construction; use from any thread.
class StageCatalog
{
public:
    explicit StageCatalog(std::vector<StageKind> kinds);

    /// Those of core/stages.
    [[nodiscard]] static const StageCatalog &standard();

    [[nodiscard]] const std::vector<StageKind> &kinds() const noexcept { return m_kinds; }

    /// nullptr if there is no such kind.
    [[nodiscard]] const StageKind *find(const QString &name) const;

private:
    std::vector<StageKind> m_kinds;
};

} // namespace sluice
