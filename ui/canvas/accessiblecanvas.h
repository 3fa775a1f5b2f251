// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The canvas as screen readers see it: a picture whose children are the stages and then their
/// subscriptions, each with a name that says its main figures and a description that says all.
namespace sluice::ui {

/// Lets Qt know; call it before there is a canvas. Calling it again does nothing.
void installAccessibleCanvas();

} // namespace sluice::ui
