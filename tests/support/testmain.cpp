// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// main() of every test program, with the application object that the linked Qt libraries ask for.

#include "tests/support/testsupport.h"

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

int main(int argc, char *argv[])
{
    Application::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    return sluice::test::runRegistered(argc, argv);
}
