// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/stagecatalog.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace sluice {

/// What is wrong with a pipeline file and where, as values; ui makes its own words of them.
struct PipelineFileError
{
    enum class Code : unsigned char {
        Missing,       ///< there is no such file
        NotAFile,      ///< a directory, a device, a pipe, …
        Unreadable,    ///< not permitted, or the disk failed
        TooLarge,      ///< more than pipelineFileSizeLimit bytes
        Unwritable,    ///< saving failed; the old file is as it was
        NotJson,       ///< no JSON, or not UTF-8
        TooDeep,       ///< nested beyond jsonDepthLimit
        DuplicateKey,  ///< the same key twice in one object
        OtherVersion,  ///< "sluice" is missing or not PipelineDescription::version
        MissingKey,    ///< a key that must be there is not
        WrongType,     ///< say, text where a number belongs
        OutOfRange,    ///< a number or a text beyond its limits; minDemand not below maxDemand
        UnknownChoice, ///< not one of the words that are possible here
        UnknownKind,   ///< no such kind in the stage catalogue
        UnknownOption, ///< the kind of stage has no such option
        DuplicateId,   ///< two stages with the same id, two partitions with the same name
        UnknownStage,  ///< a subscription names a stage that is not there
        FromConsumer,  ///< a subscription to a stage that emits nothing
        ToProducer,    ///< a subscription by a stage that takes nothing
        Cycle,         ///< events would come back to where they came from
        TypesDiffer,   ///< the consumer takes another type of event
        PartitionTaken ///< two subscriptions to one partition
    };

    Code code = Code::NotJson;
    QString file;
    int line = 0;     ///< from 1; 0 if the error is about the file as a whole
    int column = 0;   ///< from 1, in characters; 0 as above
    QString pointer;  ///< JSON pointer (RFC 6901) to the value; empty for the whole document
    QString found;    ///< English
    QString expected; ///< English

    friend bool operator==(const PipelineFileError &, const PipelineFileError &) = default;
};

/// One line for a terminal, in English:
/// `file:line:column: /pointer: expected …, found …`, without the parts that do not apply.
[[nodiscard]] QString toString(const PipelineFileError &error);

/// A pipeline read from a file, or the first thing that is wrong with it. All or nothing.
struct LoadedPipeline
{
    PipelineDescription pipeline;
    std::optional<PipelineFileError> error;

    [[nodiscard]] explicit operator bool() const noexcept { return !error; }
};

/// What loading accepts at most, so that no file can hurt the program.
inline constexpr qsizetype pipelineFileSizeLimit = 1024 * 1024; ///< bytes
inline constexpr EventCount demandLimit = 1'000'000;            ///< for maxDemand
inline constexpr EventCount bufferLimit = 1'000'000'000;
inline constexpr EventCount partitionLimit = 1000; ///< of one stage
inline constexpr double rateLimit = 1e9;           ///< events a second
inline constexpr std::chrono::nanoseconds workTimeLimit = std::chrono::hours(1);

/// Reads and validates the file at \a path, which may also be a resource (":/…").
///
/// Opens regular files only, so it cannot hang on a pipe or a device.
[[nodiscard]] LoadedPipeline loadPipeline(const QString &path,
                                          const StageCatalog &catalog = StageCatalog::standard());

/// The same for a text at hand; \a file is only named in errors.
[[nodiscard]] LoadedPipeline readPipeline(const QByteArray &text, const QString &file,
                                          const StageCatalog &catalog = StageCatalog::standard());

/// \a pipeline as the text of a file: the format's own order of keys, one stage a line.
[[nodiscard]] QByteArray pipelineText(const PipelineDescription &pipeline);

/// Writes \a pipeline to \a path: completely or, if that fails, not at all.
///
/// A pipeline that could not be loaded again is refused. Relative paths of inputs are written as
/// they are called from there; see movedTo().
[[nodiscard]] std::optional<PipelineFileError>
savePipeline(const PipelineDescription &pipeline, const QString &path,
             const StageCatalog &catalog = StageCatalog::standard());

/// Whether \a id can name a stage: 1 to 64 of A-Z a-z 0-9 _ . -
[[nodiscard]] bool isValidStageName(const QString &id);

} // namespace sluice
