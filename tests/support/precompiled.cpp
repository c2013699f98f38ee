// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program and not a library, because only then the headers are compiled with the flags that the tests have.
int main() {
    return 0;
}
