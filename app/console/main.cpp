// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/run.h"

int main(int argc, char* argv[]) {
    return console::run(argc, argv);
}
