// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/anyevent.h"
#include "core/flow/ids.h"
#include "core/flow/subscriptionoptions.h"
#include "core/flow/supervisionrule.h"
#include "core/pipeline/placement.h"
#include "core/pipeline/snapshot.h"
#include "core/stage/behaviour.h"
#include "core/stage/consumer.h"
#include "core/stage/producer.h"
#include "core/stage/producerconsumer.h"
#include "core/stage/source.h"
#include "core/stage/stageoptions.h"
#include "core/telemetry/batchlog.h"
#include "core/telemetry/examination.h"
#include "core/telemetry/stagenotes.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace sluice {

class EventLimit;
class PipelineCalls;
class PipelineDesk;
class PipelineLink;
class Stage;
class Supervisor;
class ThreadPlan;
class Topology;
struct StageReport;
struct StageListener;
struct StageRecord;
struct SubscriptionRecord;

/// A subscription that a stage makes as soon as it starts (semantics §2).
struct InitialSubscription
{
    QString producer; ///< by name
    SubscriptionOptions options;
};

/// How to make a stage: its name and its behaviour, made anew at every start.
struct StageSpec
{
    QString name;
    QString kind; ///< of the stage catalogue; empty for a stage made in C++
    std::function<std::unique_ptr<Behaviour>()> make;
    StageOptions options;
    std::vector<InitialSubscription> subscribeTo{}; ///< by tryAdd() only
};

/// Why a stage was not started, or did not stay.
enum class StartError : unsigned char {
    None,
    AlreadyStarted, ///< another stage has its name; id names that one
    BadOptions,     ///< option says which
    NoProcess,      ///< an initial subscription names a producer that is not there
    NotNow,         ///< the pipeline is stopping
    Ignored,        ///< its start() wished to end quietly
    Stopped,        ///< its start() stopped it or threw; reason says why
    NoPipeline      ///< the pipeline is gone
};

/// What became of a stage that was to be started.
struct StartReply
{
    StageId id{};
    StartError error = StartError::None;
    std::optional<OptionError> option{}; ///< for BadOptions
    StopReason reason{};                 ///< for Stopped

    explicit operator bool() const noexcept { return error == StartError::None; }
};

/// What became of the events and the demand of a stage that was removed.
struct Settlement
{
    StageId stage;
    QString name;
    EventCount handled = 0;   ///< by this stage, over its life
    EventCount lost = 0;      ///< were in flight to it or waited in it
    EventCount withdrawn = 0; ///< demand that ended unserved
};

/// Why a call on a pipeline did nothing.
enum class PipelineError : unsigned char {
    None,
    UnknownStage,        ///< no stage has this id or name
    UnknownSubscription, ///< no subscription has this id
    NotAProducer,        ///< a consumer cannot be subscribed to
    NotAConsumer,        ///< a producer cannot subscribe
    TypesDiffer,         ///< the producer emits another type of event than the consumer takes
    WouldCycle,          ///< events would come back to where they came from
    BadOptions,          ///< see SubscriptionOptions::validate()
    NotNow               ///< the pipeline is stopping, or the stage is leaving or does not run
};

/// An outcome: the new id, or why there is none.
template<class Id>
struct Outcome
{
    Id id;
    PipelineError error = PipelineError::None;

    explicit operator bool() const noexcept { return error == PipelineError::None; }
};

/// A stage id that knows which events the stage takes and emits, so that subscribing stages that
/// do not fit fails to compile. `void` stands for none.
template<class In, class Out>
struct StageRef
{
    StageId id;

    operator StageId() const noexcept { return id; }
};

/// Stages, each on a thread of its own unless placed otherwise, joined by subscriptions, changed
/// while they run.
///
///     sluice::Pipeline pipeline;
///     auto numbers = pipeline.addProducer<Numbers>(QStringLiteral("numbers"));
///     auto evens = pipeline.addProducerConsumer<Evens>(QStringLiteral("evens"));
///     auto printer = pipeline.addConsumer<Printer>(QStringLiteral("printer"));
///     pipeline.subscribe(evens, numbers, {.maxDemand = 1000, .minDemand = 500});
///     pipeline.subscribe(printer, evens);
///     pipeline.start();
///
/// A stage models a run-time property - something that takes its own time, or may fail on its own -
/// not a piece of code organisation: a chain of pure functions is one stage.
///
/// Threads: the pipeline belongs to the thread that made it, which needs an event loop; all
/// functions are called there, return at once and never wait for a stage. Outcomes come as signals.
/// Ownership: owns the threads and, through them, the behaviours. The destructor stops everything
/// and joins; a stage that is stuck in its own code for two seconds is named in a warning and left
/// behind.
/// Semantics: genstage-semantics §2, §4, §14; design D1, D3, D9.
class Pipeline : public QObject
{
    Q_OBJECT

public:
    explicit Pipeline(QObject *parent = nullptr);
    ~Pipeline() override;

    // Building and changing; possible before the start and while it runs or is paused.

    /// Adds a stage; while the pipeline runs it starts at once.
    StageId add(StageSpec spec);

    /// The same, checked: the name must be free, the options usable and the initial subscriptions
    /// possible, or nothing is added and the reply says why (REF-14).
    StartReply tryAdd(StageSpec spec);

    template<class Made, class... Arguments>
    StageRef<void, typename Made::Output> addProducer(const QString &name, Arguments... arguments)
    {
        static_assert(std::is_base_of_v<Producer<typename Made::Output>, Made>,
                      "addProducer() makes classes derived from Producer<Out>");
        return {addBehaviour<Made>(name, std::move(arguments)...)};
    }

    /// Adds what sourceOf() or sourceFrom() makes. Without \a options of its own it is restarted
    /// after a failure, but not after its end.
    template<class Out>
    StageRef<void, Out> addSource(const QString &name, const SourceMaker<Out> &source,
                                  const StageOptions &options = {.restart = RestartMode::Transient})
    {
        return {add({name, {}, source, options})};
    }

    template<class Made, class... Arguments>
    StageRef<typename Made::Input, typename Made::Output>
    addProducerConsumer(const QString &name, Arguments... arguments)
    {
        using Base = ProducerConsumer<typename Made::Input, typename Made::Output>;
        static_assert(std::is_base_of_v<Base, Made>,
                      "addProducerConsumer() makes classes derived from ProducerConsumer<In, Out>");
        return {addBehaviour<Made>(name, std::move(arguments)...)};
    }

    template<class Made, class... Arguments>
    StageRef<typename Made::Input, void> addConsumer(const QString &name, Arguments... arguments)
    {
        static_assert(std::is_base_of_v<Consumer<typename Made::Input>, Made>,
                      "addConsumer() makes classes derived from Consumer<In>");
        return {addBehaviour<Made>(name, std::move(arguments)...)};
    }

    /// Subscribes \a consumer to \a producer; events of \a producer go to \a consumer.
    Outcome<SubscriptionId> subscribe(StageId consumer, StageId producer,
                                      const SubscriptionOptions &options = {});

    /// The same, checked by the compiler.
    template<class Taken, class Out, class In, class Emitted>
    Outcome<SubscriptionId> subscribe(StageRef<Taken, Out> consumer, StageRef<In, Emitted> producer,
                                      const SubscriptionOptions &options = {})
    {
        // Takes all pairs, or those that do not fit would pass unchecked as mere ids.
        static_assert(!std::is_void_v<Taken>, "a producer cannot subscribe");
        static_assert(!std::is_void_v<Emitted>, "a consumer cannot be subscribed to");
        static_assert(std::is_same_v<Taken, Emitted> || std::is_same_v<Taken, AnyEvent>,
                      "the producer emits another type of event than the consumer takes");
        return subscribe(consumer.id, producer.id, options);
    }

    /// Ends a subscription as its consumer would; what the consumer does then is its cancel mode,
    /// or \a mode instead.
    PipelineError cancel(SubscriptionId subscription,
                         const StopReason &reason = StopReason::normal(),
                         std::optional<CancelMode> mode = std::nullopt);

    /// Takes a stage out. Its subscriptions are cancelled, then removed() tells the settlement.
    /// While the pipeline is paused the settlement waits until it goes on.
    PipelineError remove(StageId stage);

    /// Starts a stage anew, with a new behaviour and new subscriptions to its producers, as it would
    /// at its first start; if it still runs it stops before. Its id and its name stay, and its
    /// figures go on. Consumers that have survived its end stay unsubscribed, as in GenStage.
    PipelineError restart(StageId stage);

    /// The same for several at once: first some stop, then, when all of them and all that are to
    /// be restarted have stopped, the others start together.
    PipelineError restart(const SupervisionPlan &plan);

    /// Restarts stages that stop by themselves from now on, until there are too many restarts; then
    /// the pipeline stops and gaveUp() tells why. Nothing: leaves them alone.
    void supervise(const std::optional<SupervisionOptions> &options);

    /// Changes the demand limits of a subscription from its next ask on. A consumer that asks by
    /// hand notes it (stageNoted()) and goes on with those it was subscribed with; the new ones
    /// count when it subscribes again, such as after a restart.
    PipelineError setDemand(SubscriptionId subscription, EventCount maxDemand,
                            EventCount minDemand);

    /// Changes the simulated work per event, also in the middle of it.
    PipelineError setWorkTime(StageId stage, std::chrono::nanoseconds workTime);

    // Running.

    void start();  ///< from Idle or Stopped
    void pause();  ///< closes all gates; messages keep arriving and wait in order
    void resume(); ///< from Paused
    void stop();   ///< all stages leave at once; what is under way is lost and counted
    void drain();  ///< producers stop asking for more; the others handle what is under way and stop

    /// Which threads stages run on; for stages that start after the next start().
    void setPlacement(const Placement &placement);
    [[nodiscard]] Placement placement() const noexcept { return m_placement; }

    /// How far the stages' claim to processors stands behind this thread's, as nice(1) counts, so
    /// that who watches a thousand of them gets a turn. Only those are slowed who would have taken
    /// that turn. After the next start(); 0 if not told.
    void setNiceness(int niceness);

    /// How many rows each consumer's log ring holds; 0 (the default) keeps no log.
    /// Takes effect for stages that start later.
    void setLogCapacity(std::size_t rows);

    /// Lets consumers receive \a count events in all; then the pipeline drains. Before start().
    void setEventLimit(EventCount count);

    /// The handle for other threads, and for all that has an answer to wait for.
    [[nodiscard]] PipelineCalls calls() const;

    // Looking.

    /// Asks a stage which events wait in it and how long events take. It answers by examined() once
    /// it is between two messages, or two events of simulated work, also while it is paused there,
    /// and not at all if it stops before. From the first time on until endExamination() it measures,
    /// which costs it two looks at the clock for each call of its behaviour.
    PipelineError examine(StageId stage);
    void endExamination(StageId stage);

    [[nodiscard]] RunState runState() const noexcept;

    /// Reads all figures; O(stages + subscriptions), waits for no stage.
    [[nodiscard]] Snapshot snapshot() const;

    /// Why a stage has stopped; nothing if it runs or never did.
    [[nodiscard]] std::optional<StopReason> stopReason(StageId stage) const;

    /// Whether a stage is about to be started anew.
    [[nodiscard]] bool isRestarting(StageId stage) const;

    /// A stage's present options, with changes made while it ran.
    [[nodiscard]] StageOptions stageOptions(StageId stage) const;
    [[nodiscard]] SubscriptionOptions subscriptionOptions(SubscriptionId subscription) const;

    /// The log ring of a consumer, also for a while after it was removed; null if it has none.
    [[nodiscard]] std::shared_ptr<BatchLog> batchLog(StageId consumer) const;

    /// Stages that have not stopped a second after they were told to: their own code holds them.
    [[nodiscard]] QStringList stuckStages() const;

Q_SIGNALS:
    /// Stages or subscriptions were added, changed their options, ended or were removed.
    void topologyChanged();

    void added(sluice::StageId stage);
    void removed(const sluice::Settlement &settlement);

    /// A stage stopped by itself or because of a subscription; \a crashed if something failed.
    void stageStopped(sluice::StageId stage, const QString &reason, bool crashed);

    /// Something a person should hear of that stops nothing.
    void stageNoted(sluice::StageId stage, const sluice::StageNote &note);

    /// The answer to examine().
    void examined(sluice::StageId stage, const sluice::Examination &found);

    /// A stage was started anew, for the time \a restarts.
    void restarted(sluice::StageId stage, int restarts);

    /// There were too many restarts; the pipeline stops.
    void gaveUp(const sluice::SupervisionEnd &end);

    void runStateChanged(sluice::RunState state);

private:
    friend class PipelineDesk;
    friend class Supervisor;

    /// The subscription that a new one takes the place of, if any.
    struct Replaced
    {
        SubscriptionId id;
        StopReason reason;
    };

    Outcome<SubscriptionId> subscribe(StageId consumer, StageId producer,
                                      const SubscriptionOptions &options, const Replaced &replaced);
    template<class Made, class... Arguments>
    StageId addBehaviour(const QString &name, Arguments... arguments)
    {
        return add({name, {}, [arguments...] { return std::make_unique<Made>(arguments...); }, {}});
    }

    void startStage(StageRecord &record);
    void wire(SubscriptionRecord &record, const Replaced &replaced);
    void tellAll(void (Stage::*command)());
    void enter(RunState state);

    // Restarting; see pipelinerestart.cpp.
    void restartWhoCan();
    void beginLives(const std::vector<StageId> &stages);
    [[nodiscard]] bool beginLife(StageRecord &record);
    void subscribeAnew(StageId consumer);
    void giveUp(const SupervisionEnd &end);

    // Facts from the stages.
    void note(StageId id, Stage &stage, const StageReport &report);
    void noteLeft(StageId id, const StageReport &report);
    void readNotes(StageId id);
    void noteExamined(StageId id, Examination found);
    void noteSubscriptionSettled(SubscriptionId id);
    void noteSettled(StageId id, Stage &stage);
    void noteFinished(StageId id, const Stage *stage);
    void forgetIfGone(StageRecord &record);
    void joinAll();

    std::unique_ptr<StageListener> m_listener; // of all stages
    std::unique_ptr<Topology> m_topology;
    std::unique_ptr<ThreadPlan> m_threads;
    Placement m_placement;
    int m_niceness = 0;
    std::unique_ptr<PipelineDesk> m_desk;
    std::shared_ptr<PipelineLink> m_link;
    std::unique_ptr<Supervisor> m_supervisor;
    std::vector<SupervisionPlan> m_restarting; // with all it waits for in stop
    std::optional<SupervisionEnd> m_supervisionEnd;
    RunState m_runState = RunState::Idle;
    std::size_t m_logCapacity = 0;
    EventCount m_eventLimit = 0; // 0: none
    std::shared_ptr<EventLimit> m_limit;
    std::int64_t m_ranNs = 0;   // up to m_sinceNs
    std::int64_t m_sinceNs = 0; // when the present stretch of running began; 0: not running
    std::int64_t m_stoppingSinceNs = 0;
};

} // namespace sluice
