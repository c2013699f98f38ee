// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/run.h"

int main(int argc, char* argv[]) {
    return ctl::run(argc, argv);
}
