// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "tests/support/testsupport.h"

#include <memory>

/// What every dispatcher must do, whatever its rule: derive a test class from this one and it is
/// run with that class's own functions.
class DispatcherContract : public sluice::test::TestCase
{
    Q_OBJECT

protected:
    /// A new dispatcher with nobody subscribed.
    [[nodiscard]] virtual std::unique_ptr<sluice::Dispatcher> makeDispatcher() const = 0;

    /// How its consumers subscribe.
    [[nodiscard]] virtual sluice::SubscriptionOptions options() const { return {}; }

private Q_SLOTS:
    void aNewcomerHasNoDemand();
    void placesNothingWhileNobodyAsks();
    void countsTheDemandOfAConsumerThatIsAlone();
    void servesAConsumerThatIsAloneInOrder();
    void forgetsTheDemandOfAConsumerThatLeaves();
    void placesEmptyBatchesWithoutMessages();
    void copiesNoEvent();
    void keepsItsPromisesWhateverHappens();
};
