// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/archive.h"
#include "core/stages/count.h"
#include "core/stages/sha256.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tst_count {

using namespace sluice;

/// The stages that write files, and the one that reads any.
class TestCount : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesCountsWhenItsProducersHaveEnded();
    void writesNothingAfterACrash();
    void saysWhichFileCannotBeWritten();
    void archivesEveryEventBehindWhatIsThere();
    void hashesAsSha256sumDoes();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_directory.filePath(QString::fromLatin1(name));
    }

    QTemporaryDir m_directory;
};

void TestCount::writesCountsWhenItsProducersHaveEnded()
{
    const std::vector<std::string> texts = {"b", "a", "b", "c", "a"};
    const auto counted = [&](Count::Order order) {
        Count count({path("counts"), order});
        for (int i = 0; i < 2; ++i)
            count.handleSubscribe(CounterpartRole::Producer, {}, {});
        count.handleEvents(texts, {});
        count.handleCancel({Cancellation::Kind::Down, StopReason::normal()}, {});
        count.handleEvents(std::vector<std::string>{"c", "c"}, {});
        count.handleCancel({Cancellation::Kind::Down, StopReason::normal()}, {});
        return test::contents(path("counts"));
    };
    QCOMPARE(counted(Count::Order::Count), QByteArray("3 c\n2 a\n2 b\n"));
    QCOMPARE(counted(Count::Order::Text), QByteArray("2 a\n2 b\n3 c\n"));

    Count stopped({path("stopped"), Count::Order::Text});
    stopped.handleEvents(texts, {});
    stopped.terminate(StopReason::shutdown());
    QCOMPARE(test::contents(path("stopped")), QByteArray("2 a\n2 b\n1 c\n"));
}

void TestCount::writesNothingAfterACrash()
{
    QVERIFY(test::fill(path("kept"), "old\n"));
    Count count({path("kept"), Count::Order::Text});
    count.handleSubscribe(CounterpartRole::Producer, {}, {});
    count.handleCancel({Cancellation::Kind::Down, StopReason::failed("planted")}, {});
    count.terminate(StopReason::failed("planted"));
    QCOMPARE(test::contents(path("kept")), QByteArray("old\n"));
}

void TestCount::saysWhichFileCannotBeWritten()
{
    Count count({QStringLiteral("/no/such/file"), Count::Order::Text});
    count.handleSubscribe(CounterpartRole::Producer, {}, {});
    QString problem = test::problemOf([&] {
        count.handleCancel({Cancellation::Kind::Down, StopReason::normal()}, {});
    });
    QVERIFY2(problem.startsWith(QStringLiteral("cannot write /no/such/file: ")),
             qPrintable(problem));
    Archive archive({QStringLiteral("/no/such/file"), Archive::Format::Plain});
    problem =
        test::problemOf([&] { archive.handleEvents(Batch::of(std::vector<Integer>{1}), {}); });
    QVERIFY2(problem.startsWith(QStringLiteral("cannot write /no/such/file: ")),
             qPrintable(problem));
}

void TestCount::archivesEveryEventBehindWhatIsThere()
{
    QVERIFY(test::fill(path("plain"), "old\n"));
    Archive plain({path("plain"), Archive::Format::Plain});
    plain.handleEvents(Batch::of(std::vector<std::string>{"one", "two\nlines"}), {});
    plain.handleEvents(Batch::of(std::vector<Integer>{-3}), {});
    QCOMPARE(test::contents(path("plain")), QByteArray("old\none\ntwo\\nlines\n-3\n"));

    Archive lines({path("jsonl"), Archive::Format::JsonLines});
    lines.handleEvents(Batch::of(std::vector<std::string>{"say \"ah\"\n"}), {});
    const QJsonObject line = QJsonDocument::fromJson(test::contents(path("jsonl"))).object();
    QCOMPARE(line.value(u"event").toString(), QStringLiteral("say \"ah\"\n"));
    QVERIFY(line.value(u"time").toString().endsWith(u'Z'));
}

void TestCount::hashesAsSha256sumDoes()
{
    QVERIFY(test::fill(path("abc"), "abc"));
    QVERIFY(test::fill(path("odd\nname"), "abc"));
    const QString hash =
        QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 sha256;
    const std::vector<std::string> paths = {path("abc").toStdString(),
                                            path("odd\nname").toStdString()};
    QCOMPARE(test::joined(sha256.handleEvents(paths, {})),
             hash + QStringLiteral("  ") + path("abc") + QStringLiteral("|\\") + hash
                 + QStringLiteral("  ") + path("odd\\nname"));
    const std::vector<std::string> missing = {"/no/such/file"};
    QCOMPARE(test::problemOf([&] { static_cast<void>(sha256.handleEvents(missing, {})); }),
             QStringLiteral("cannot read /no/such/file: no such file; check the path"));
}

SLUICE_TEST(TestCount)

} // namespace tst_count

#include "tst_count.moc"
