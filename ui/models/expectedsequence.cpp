// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/expectedsequence.h"

#include "core/pipeline/stagecatalog.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <vector>

namespace sluice::ui {
namespace {

/// A filter or map on the way from a counter to a consumer.
struct Step
{
    QString kind;
    QJsonObject options;

    friend bool operator==(const Step &, const Step &) = default;
};

/// How numbers come to a stage.
struct Way
{
    enum class Kind : unsigned char {
        None,   ///< nothing feeds it
        One,    ///< all ways to it are alike
        Several ///< numbers come from different places or in different forms
    };

    Kind kind = Kind::None;
    QString source; ///< the stage it begins at
    std::vector<Step> steps;

    friend bool operator==(const Way &, const Way &) = default;
};

Way joined(const Way &one, const Way &other)
{
    if (one.kind == Way::Kind::None || one == other)
        return other;
    if (other.kind == Way::Kind::None)
        return one;
    return {Way::Kind::Several, {}, {}};
}

/// Finds the ways through a description; each stage is looked at once.
class Ways
{
public:
    explicit Ways(const PipelineDescription &description)
        : m_description(description)
    {
    }

    [[nodiscard]] const StageDescription *stage(const QString &id) const
    {
        const auto found = std::ranges::find(m_description.stages, id, &StageDescription::id);
        return found == m_description.stages.end() ? nullptr : &*found;
    }

    /// How events come into \a id.
    Way into(const QString &id)
    {
        Way all;
        for (const SubscriptionDescription &subscription : m_description.subscriptions) {
            if (subscription.to == id)
                all = joined(all, outOf(subscription.from));
        }
        return all;
    }

private:
    /// How events come out of \a id.
    Way outOf(const QString &id)
    {
        // A cycle, which no valid description has, finds its own beginning as "several".
        const auto [known, isNew] = m_known.try_emplace(id, Way{Way::Kind::Several, {}, {}});
        if (!isNew)
            return known->second;
        const StageDescription *described = stage(id);
        const StageKind *kind =
            described ? StageCatalog::standard().find(described->kind) : nullptr;
        if (!kind)
            return known->second;
        Way way{Way::Kind::One, id, {}};
        if (kind->role != StageRole::Producer) {
            way = into(id);
            if (way.kind == Way::Kind::One)
                way.steps.push_back({described->kind, described->options});
        }
        return m_known[id] = way;
    }

    const PipelineDescription &m_description;
    std::map<QString, Way> m_known;
};

Integer integerOf(const QJsonObject &options, const QString &name, Integer fallback)
{
    return options.value(name).toInteger(fallback);
}

/// Every so many-th number from the \a index-th on.
std::optional<ExpectedSequence> thinned(const ExpectedSequence &sequence, Integer index,
                                        Integer every)
{
    ExpectedSequence result;
    Integer ahead = 0;
    if (__builtin_mul_overflow(sequence.step, index, &ahead)
        || __builtin_add_overflow(sequence.first, ahead, &result.first)
        || __builtin_mul_overflow(sequence.step, every, &result.step))
        return {};
    return result;
}

/// The numbers that are (or are not) multiples of \a of.
std::optional<ExpectedSequence> multiples(const ExpectedSequence &sequence, Integer of,
                                          bool areWanted)
{
    // Remainders repeat after so many numbers; more than this is not worth the search.
    constexpr Integer longestSearch = 1'000'000;
    if (of == 0 || of > longestSearch || of < -longestSearch)
        return {};
    const Integer period = std::abs(of) / std::gcd(sequence.step % of, of);
    for (Integer index = 0; index < period; ++index) {
        const std::optional<ExpectedSequence> candidate = thinned(sequence, index, period);
        if (!candidate)
            return {};
        if ((candidate->first % of == 0) == areWanted)
            return candidate;
    }
    return {};
}

std::optional<ExpectedSequence> filtered(const ExpectedSequence &sequence,
                                         const QJsonObject &options)
{
    const QString keep = options.value(QStringLiteral("keep")).toString(QStringLiteral("even"));
    if (keep == QStringLiteral("even"))
        return multiples(sequence, 2, true);
    if (keep == QStringLiteral("odd"))
        return multiples(sequence, 2, false);
    if (keep == QStringLiteral("multiple"))
        return multiples(sequence, integerOf(options, QStringLiteral("of"), 2), true);
    return {};
}

std::optional<ExpectedSequence> mapped(const ExpectedSequence &sequence, const QJsonObject &options)
{
    const QString operation = options.value(QStringLiteral("do")).toString(QStringLiteral("add"));
    const Integer by = integerOf(options, QStringLiteral("by"), 1);
    ExpectedSequence result = sequence;
    if (operation == QStringLiteral("add")) {
        if (__builtin_add_overflow(sequence.first, by, &result.first))
            return {};
        return result;
    }
    if (operation != QStringLiteral("multiply") || by == 0
        || __builtin_mul_overflow(sequence.first, by, &result.first)
        || __builtin_mul_overflow(sequence.step, by, &result.step))
        return {};
    return result;
}

std::optional<ExpectedSequence> sequenceOf(const Way &way, const StageDescription &source)
{
    std::optional<ExpectedSequence> sequence =
        ExpectedSequence{integerOf(source.options, QStringLiteral("first"), 0),
                         integerOf(source.options, QStringLiteral("step"), 1)};
    if (sequence->step == 0)
        return {};
    for (const Step &step : way.steps) {
        if (step.kind == QStringLiteral("filter"))
            sequence = filtered(*sequence, step.options);
        else if (step.kind == QStringLiteral("map"))
            sequence = mapped(*sequence, step.options);
        else
            return {};
        if (!sequence)
            return {};
    }
    return sequence;
}

/// Whether a stage gives each event to several subscriptions.
bool isCopied(const PipelineDescription &description)
{
    return std::ranges::any_of(description.stages, [&description](const StageDescription &stage) {
        return kindOf(stage.run.dispatcher) == DispatcherKind::Broadcast
            && std::ranges::count(description.subscriptions, stage.id,
                                  &SubscriptionDescription::from)
            > 1;
    });
}

/// As if no stage copied events.
std::optional<ExpectedSequence> sequenceWithoutCopies(const PipelineDescription &description)
{
    Ways ways(description);
    Way all;
    for (const StageDescription &stage : description.stages) {
        const StageKind *kind = StageCatalog::standard().find(stage.kind);
        if (!kind || kind->role == StageRole::Consumer)
            all = joined(all, ways.into(stage.id));
    }
    if (all.kind != Way::Kind::One)
        return {};
    const StageDescription *source = ways.stage(all.source);
    if (!source || source->kind != QStringLiteral("counter"))
        return {};
    return sequenceOf(all, *source);
}

} // namespace

std::optional<ExpectedSequence> expectedSequence(const PipelineDescription &description)
{
    std::optional<ExpectedSequence> expected = sequenceWithoutCopies(description);
    if (isCopied(description)) {
        expected = expected.value_or(ExpectedSequence{});
        expected->isCopied = true;
    }
    return expected;
}

} // namespace sluice::ui
