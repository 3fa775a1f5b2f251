// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// A source over a container, read twice: by a thread that waits, and by the event loop.

#include "core/pipeline/stream.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using Words = std::vector<std::string>;

const Words poem{"what", "is", "asked", "for", "comes", "and", "no", "more"};

class Waiting final : public QThread
{
public:
    explicit Waiting(sluice::PipelineCalls calls)
        : m_calls(std::move(calls))
    {
    }

    Words words; // once it has finished

protected:
    void run() override
    {
        const sluice::SubscriptionOptions options{.maxDemand = 4,
                                                  .cancel = sluice::CancelMode::Transient};
        sluice::Stream<std::string> stream(m_calls, {{QStringLiteral("poem"), options}});
        for (const std::string &word : stream)
            words.push_back(word);
        if (stream.error())
            std::fprintf(stderr, "%s\n", qPrintable(toString(*stream.error())));
    }

private:
    sluice::PipelineCalls m_calls;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    sluice::Pipeline pipeline;
    pipeline.addSource(QStringLiteral("poem"), sluice::sourceOf(poem));
    const auto numbers =
        pipeline.addSource(QStringLiteral("numbers"),
                           sluice::sourceFrom([n = 0]() mutable { return std::optional(n++); }));
    pipeline.start();

    Waiting waiting(pipeline.calls());

    // The first hundred numbers of a source that has no end; then it is let go.
    std::vector<int> first;
    sluice::Stream<int> stream(pipeline.calls(), {numbers});
    const auto quitIfDone = [&] {
        if (stream.isFinished() && waiting.isFinished())
            QCoreApplication::quit();
    };
    QObject::connect(&stream, &sluice::StreamReader::readyRead, &stream, [&] {
        while (const auto number = stream.tryNext()) {
            first.push_back(*number);
            if (first.size() == 100)
                stream.cancel();
        }
        quitIfDone();
    });
    QObject::connect(&waiting, &QThread::finished, &stream, quitIfDone);
    waiting.start();
    QCoreApplication::exec();
    waiting.wait();
    return waiting.words == poem && first.size() == 100 && first.back() == 99 ? 0 : 1;
}
