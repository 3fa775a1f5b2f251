// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/linewriter.h"
#include "tests/support/testsupport.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <thread>
#include <unistd.h>

namespace tst_linewriter {

using namespace sluice;
using app::LineWriter;
using app::OutputFormat;

namespace {

/// A pipe to write to and read from.
class Pipe
{
public:
    explicit Pipe(int flags = 0) { m_isOpen = ::pipe2(m_ends.data(), flags | O_CLOEXEC) == 0; }

    ~Pipe()
    {
        closeReader();
        closeWriter();
    }

    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] int writer() const { return m_ends[1]; }

    void closeReader() { close(m_ends[0]); }

    void closeWriter() { close(m_ends[1]); }

    /// Everything until the writer is closed.
    QByteArray readAll()
    {
        QByteArray all;
        std::array<char, 4096> part = {};
        for (;;) {
            const ssize_t size = ::read(m_ends[0], part.data(), part.size());
            if (size > 0)
                all.append(part.data(), size);
            else if (size == 0 || errno != EAGAIN)
                return all;
        }
    }

private:
    static void close(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }

    std::array<int, 2> m_ends = {-1, -1};
    bool m_isOpen = false;
};

template<class Event>
QString printed(OutputFormat format, const QString &consumer, const std::vector<Event> &events)
{
    Pipe pipe;
    LineWriter writer(pipe.writer(), format);
    if (!writer.write(consumer, Batch::of(events)))
        return QStringLiteral("write() failed");
    pipe.closeWriter();
    return QString::fromUtf8(pipe.readAll());
}

} // namespace

class TestLineWriter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::signal(SIGPIPE, SIG_IGN); }

    void writesALineForEveryEvent();
    void writesTextAsItIsOrAsJson();
    void linesOfSeveralThreadsStayWhole_data();
    void linesOfSeveralThreadsStayWhole();
    void failsWhenNobodyReads();
    void failsWhenTheDiskIsFull();
};

void TestLineWriter::writesALineForEveryEvent()
{
    const std::vector<Integer> events = {0, -2, std::numeric_limits<Integer>::max(),
                                         std::numeric_limits<Integer>::min()};
    QCOMPARE(printed(OutputFormat::Text, QStringLiteral("p"), events),
             QStringLiteral("p 0\np -2\np 9223372036854775807\np -9223372036854775808\n"));
    QCOMPARE(printed(OutputFormat::Json, QStringLiteral("a-b_c.9"), std::vector<Integer>{2}),
             QStringLiteral("{\"consumer\":\"a-b_c.9\",\"event\":2}\n"));
    QCOMPARE(printed(OutputFormat::Text, QStringLiteral("p"), std::vector<Integer>()), QString());
}

void TestLineWriter::writesTextAsItIsOrAsJson()
{
    const std::vector<std::string> events = {"a \"b\"", "two\nlines", ""};
    QCOMPARE(printed(OutputFormat::Text, QStringLiteral("p"), events),
             QStringLiteral("p a \"b\"\np two\\nlines\np \n"));
    QCOMPARE(printed(OutputFormat::Plain, QStringLiteral("p"), events),
             QStringLiteral("a \"b\"\ntwo\\nlines\n\n"));
    QCOMPARE(printed(OutputFormat::Json, QStringLiteral("p"), events),
             QStringLiteral("{\"consumer\":\"p\",\"event\":\"a \\\"b\\\"\"}\n"
                            "{\"consumer\":\"p\",\"event\":\"two\\nlines\"}\n"
                            "{\"consumer\":\"p\",\"event\":\"\"}\n"));
    QCOMPARE(printed(OutputFormat::Plain, QStringLiteral("p"), std::vector<Integer>{7}),
             QStringLiteral("7\n"));
}

void TestLineWriter::linesOfSeveralThreadsStayWhole_data()
{
    QTest::addColumn<int>("flags");

    QTest::newRow("a pipe that makes the writer wait") << 0;
    QTest::newRow("a pipe that was made non-blocking") << O_NONBLOCK;
}

void TestLineWriter::linesOfSeveralThreadsStayWhole()
{
    QFETCH(const int, flags);
    Pipe pipe(flags);
    QVERIFY(pipe.isOpen());
    LineWriter writer(pipe.writer(), OutputFormat::Text);
    constexpr Integer perThread = 20'000;
    const auto write = [&writer](const QString &name) {
        std::vector<Integer> batch;
        for (Integer event = 0; event < perThread; ++event) {
            batch.push_back(event);
            if (batch.size() == 500) {
                static_cast<void>(writer.write(name, Batch::of(batch)));
                batch.clear();
            }
        }
    };
    std::thread writers([&] {
        std::thread first(write, QStringLiteral("first"));
        std::thread second(write, QStringLiteral("second"));
        first.join();
        second.join();
        pipe.closeWriter();
    });
    const QByteArray all = pipe.readAll();
    writers.join();

    Integer first = 0;
    Integer second = 0;
    for (const QByteArray &line : all.split('\n')) {
        if (line == "first " + QByteArray::number(first))
            ++first;
        else if (line == "second " + QByteArray::number(second))
            ++second;
        else
            QVERIFY2(line.isEmpty(), line.constData());
    }
    QCOMPARE_EQ(first, perThread);
    QCOMPARE_EQ(second, perThread);
}

void TestLineWriter::failsWhenNobodyReads()
{
    Pipe pipe;
    LineWriter writer(pipe.writer(), OutputFormat::Text);
    QVERIFY(writer.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{0})));
    QVERIFY(!writer.hasFailed());
    pipe.closeReader();
    QVERIFY(!writer.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{2})));
    QCOMPARE_EQ(writer.errorNumber(), EPIPE);
    QVERIFY(!writer.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{4})));
}

void TestLineWriter::failsWhenTheDiskIsFull()
{
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    QVERIFY(full >= 0);
    LineWriter writer(full, OutputFormat::Text);
    QVERIFY(!writer.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{0})));
    QCOMPARE_EQ(writer.errorNumber(), ENOSPC);
    ::close(full);
}

SLUICE_TEST(TestLineWriter)

} // namespace tst_linewriter

#include "tst_linewriter.moc"
