// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stagereader.h"

#include "core/pipeline/dispatcherreader.h"
#include "core/pipeline/duration.h"

#include <algorithm>
#include <array>

namespace sluice {

bool StageReader::read(const JsonNode &node, StageDescription &stage)
{
    if (!m_json.check(node, QJsonValue::Object))
        return false;
    const JsonNode *id = m_json.need(node, u"id");
    if (!id || !readId(*id, stage.id))
        return false;
    const JsonNode *kindNode = m_json.need(node, u"kind");
    const StageKind *kind = kindNode ? readKind(*kindNode) : nullptr;
    if (!kind)
        return false;
    stage.kind = kind->name;
    const bool needsOptions = std::ranges::any_of(kind->options, &OptionSpec::isRequired);
    const JsonNode *options = needsOptions ? m_json.need(node, u"options") : node.find(u"options");
    if (options ? !readOptions(*options, *kind, stage) : needsOptions)
        return false;
    DispatcherReader dispatchers(m_json);
    if (const JsonNode *dispatcher = node.find(u"dispatcher");
        dispatcher && !dispatchers.readDispatcher(*dispatcher, *kind, stage))
        return false;
    if (const JsonNode *demand = node.find(u"demand");
        demand && !dispatchers.readDemand(*demand, *kind, stage.run.demand))
        return false;
    if (const JsonNode *buffer = node.find(u"buffer");
        buffer && !readBuffer(*buffer, *kind, stage.run))
        return false;
    if (const JsonNode *workTime = node.find(u"workTime");
        workTime && !readWorkTime(*workTime, stage.run))
        return false;
    if (const JsonNode *restart = node.find(u"restart");
        restart && !readRestart(*restart, stage.run))
        return false;
    // "own" is a name too.
    if (const JsonNode *thread = node.find(u"thread"); thread && !readId(*thread, stage.run.thread))
        return false;
    stage.unknown = JsonReader::others(node,
                                       {u"id", u"kind", u"options", u"dispatcher", u"demand",
                                        u"buffer", u"workTime", u"restart", u"thread"});
    return true;
}

bool StageReader::readId(const JsonNode &node, QString &id)
{
    if (!m_json.readText(node, id))
        return false;
    return isValidStageName(id)
        || m_json.fail(Code::OutOfRange, node,
                       QStringLiteral("1 to 64 of the characters A-Z a-z 0-9 _ . -"));
}

const StageKind *StageReader::readKind(const JsonNode &node)
{
    QString name;
    if (!m_json.readText(node, name))
        return nullptr;
    const StageKind *kind = m_catalog.find(name);
    if (!kind) {
        QStringList names;
        for (const StageKind &known : m_catalog.kinds())
            names.append(known.name);
        m_json.fail(Code::UnknownKind, node,
                    QStringLiteral("one of ") + names.join(QStringLiteral(", ")));
    }
    return kind;
}

bool StageReader::readOptions(const JsonNode &node, const StageKind &kind, StageDescription &stage)
{
    if (!m_json.check(node, QJsonValue::Object) || !m_json.checkKeys(node, kind.optionNames()))
        return false;
    for (const JsonNode &member : node.children) {
        const OptionSpec *spec = kind.option(member.key);
        if (spec ? !checkOption(member, *spec) : !readRate(member, stage.run))
            return false;
    }
    for (const OptionSpec &spec : kind.options) {
        if (spec.isRequired && !m_json.need(node, spec.name))
            return false;
    }
    stage.options = node.toValue().toObject();
    if (kind.mayHaveRate)
        stage.options.remove(QStringLiteral("rate"));
    if (const auto error = kind.validate(stage.options)) {
        const JsonNode *culprit = node.find(QString::fromStdString(error->option));
        return m_json.fail(Code::OutOfRange, culprit ? *culprit : node,
                           QString::fromStdString(error->expectation));
    }
    return true;
}

bool StageReader::checkOption(const JsonNode &node, const OptionSpec &spec)
{
    const auto error = spec.validate(node.scalar);
    if (!error)
        return true;
    Code code = Code::WrongType;
    if (spec.hasType(node.scalar))
        code = spec.type == OptionSpec::Type::Choice ? Code::UnknownChoice : Code::OutOfRange;
    return m_json.fail(code, node, QString::fromStdString(error->expectation));
}

bool StageReader::readRate(const JsonNode &node, StageOptions &run)
{
    const QString expected = QStringLiteral("a number above 0 and up to 1000000000 (a second)");
    if (node.type != QJsonValue::Double)
        return m_json.fail(Code::WrongType, node, expected);
    const double rate = node.scalar.toDouble();
    if (rate <= 0 || rate > rateLimit)
        return m_json.fail(Code::OutOfRange, node, expected);
    run.ratePerSecond = rate;
    return true;
}

bool StageReader::readBuffer(const JsonNode &node, const StageKind &kind, StageOptions &run)
{
    if (!kind.output) {
        return m_json.fail(Code::UnknownOption, node,
                           QStringLiteral("no buffer, because %1 emits nothing").arg(kind.name));
    }
    if (!m_json.check(node, QJsonValue::Object)
        || !m_json.checkKeys(node, {QStringLiteral("size"), QStringLiteral("keep")}))
        return false;
    BufferOptions buffer;
    const JsonNode *size = m_json.need(node, u"size");
    if (!size)
        return false;
    if (size->scalar.toString() != u"unlimited") {
        EventCount count = 0;
        if (!m_json.readInteger(*size, 0, bufferLimit, count, QStringLiteral(" or \"unlimited\"")))
            return false;
        buffer.size = count;
    }
    if (const JsonNode *keep = node.find(u"keep")) {
        qsizetype index = 0;
        if (!m_json.readChoice(*keep, {QStringLiteral("first"), QStringLiteral("last")}, index))
            return false;
        buffer.keep = index == 0 ? BufferKeep::First : BufferKeep::Last;
    }
    run.buffer = buffer;
    return true;
}

bool StageReader::readRestart(const JsonNode &node, StageOptions &run)
{
    static constexpr std::array modes = {RestartMode::Permanent, RestartMode::Transient,
                                         RestartMode::Temporary};
    qsizetype index = 0;
    if (!m_json.readChoice(
            node,
            {QStringLiteral("permanent"), QStringLiteral("transient"), QStringLiteral("temporary")},
            index))
        return false;
    run.restart = modes[static_cast<std::size_t>(index)];
    return true;
}

bool StageReader::readWorkTime(const JsonNode &node, StageOptions &run)
{
    const QString expected =
        QStringLiteral("a duration up to an hour, such as \"400ms\" or \"0s\"");
    if (node.type != QJsonValue::String)
        return m_json.fail(Code::WrongType, node, expected);
    const auto workTime = parseDuration(node.scalar.toString());
    if (!workTime || *workTime > workTimeLimit)
        return m_json.fail(Code::OutOfRange, node, expected);
    run.workTime = *workTime;
    return true;
}

} // namespace sluice
