// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/program.h"

int main(int argc, char** argv) {
    return sandbox::run_program(std::vector<std::string>(argv + 1, argv + argc));
}
