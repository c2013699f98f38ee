#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives the spending statistics of the sandbox's machine customers from real purchase-card files.

Usage: python3 packaging/derive-spend-parameters.py FOLDER [app/sandbox/spend_parameters.cpp]

FOLDER holds the monthly CSV files of Birmingham City Council's purchase cards (Open Government Licence; "Contains public
sector information licensed under the Open Government Licence."). Only figures leave this script, never rows.

What is derived, and how:
- a month whose rows are all those of another month (2014-06 repeats 2014-05) is left out; empty rows are left out;
- categories: the account descriptions with the most rows, until 90 % of all rows are covered, at most 20;
- amounts: per category, positive amounts only, a mixture of two log-normal distributions fitted by expectation
  maximisation on ln(amount) (200 rounds, started from the lower and upper half, so that the result is reproducible);
- refunds: per category, the share of negative rows, and the median ratio of a refund to the category's median purchase;
- whole pounds: per category, the share of positive amounts without pence;
- rhythm: the share of rows per weekday. The files have dates without times: hours of the day are NOT derived, the
  sandbox assumes office hours for them and says so;
- merchants per card: quartiles of the number of different merchants of one card in one month, and the share of rows
  that go to a merchant which the same card used before in the same month;
- rows per card and month: quartiles.

Only the standard library is used. The output is deterministic.
"""
import collections
import csv
import datetime
import decimal
import glob
import math
import os
import statistics
import sys

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def rows_of(path):
    """Yields (date, amount, merchant, card, category) of one file; rows without an amount are left out."""
    with open(path, encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            row = {(name or "").strip(): (value or "").strip() for name, value in record.items()}
            if not row["ORIGINAL GROSS AMT"]:
                continue
            yield (datetime.datetime.strptime(row["TRANS DATE"], "%d/%m/%Y").date(),
                   decimal.Decimal(row["ORIGINAL GROSS AMT"]), row["MERCHANT NAME"], row["CARD NUMBER"],
                   row["TRANS CAC DESC 1"])


def read(folder):
    months, seen = {}, set()
    for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
        rows = list(rows_of(path))
        content = hash(tuple(sorted(rows, key=repr)))
        if content not in seen:
            seen.add(content)
            months[os.path.basename(path)] = rows
    return months


def mixture(values):
    """Two log-normal components (weight, mu, sigma) by expectation maximisation."""
    logs = sorted(values)
    half = len(logs) // 2
    weight = [0.5, 0.5]
    mu = [statistics.fmean(logs[:half]), statistics.fmean(logs[half:])]
    sigma = [max(0.2, statistics.pstdev(logs[:half])), max(0.2, statistics.pstdev(logs[half:]))]
    for _ in range(200):
        total, moment, square = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]
        for x in logs:
            density = [weight[k] / sigma[k] * math.exp(-0.5 * ((x - mu[k]) / sigma[k]) ** 2) + 1e-300 for k in (0, 1)]
            for k in (0, 1):
                share = density[k] / (density[0] + density[1])
                total[k] += share
                moment[k] += share * x
                square[k] += share * x * x
        for k in (0, 1):
            weight[k] = total[k] / len(logs)
            mu[k] = moment[k] / total[k]
            sigma[k] = max(0.05, math.sqrt(max(0.0, square[k] / total[k] - mu[k] ** 2)))
    return sorted(zip(weight, mu, sigma), key=lambda part: part[1])


def quartiles(counts):
    return [int(value) for value in statistics.quantiles(counts, n=4)]


def category_line(name, rows, all_rows):
    positive = [float(amount) for _, amount, _, _, _ in rows if amount > 0]
    negative = [float(-amount) for _, amount, _, _, _ in rows if amount < 0]
    logs = [math.log(value) for value in positive]
    (w1, m1, s1), (w2, m2, s2) = mixture(logs[:: max(1, len(logs) // 4000)])
    ratio = statistics.median(negative) / statistics.median(positive) if negative else 1.0
    whole = sum(1 for value in positive if abs(value - round(value)) < 0.001) / len(positive)
    label = name.replace("\\", "").replace('"', "")
    return (f'    {{"{label}", {len(rows) / all_rows:.5f}, {len(negative) / len(rows):.5f}, {ratio:.3f}, {whole:.4f},\n'
            f"     {{{{{{{w1:.4f}, {m1:.4f}, {s1:.4f}}}, {{{w2:.4f}, {m2:.4f}, {s2:.4f}}}}}}}}},")


def rhythm(months):
    days = collections.Counter()
    merchants, counts, again, total = [], [], 0, 0
    for rows in months.values():
        cards = collections.defaultdict(list)
        for date, _, merchant, card, _ in rows:
            days[date.weekday()] += 1
            cards[card].append(merchant)
        for used in cards.values():
            merchants.append(len(set(used)))
            counts.append(len(used))
            again += len(used) - len(set(used))
            total += len(used)
    shares = [days[day] / sum(days.values()) for day in range(7)]
    return shares, quartiles(merchants), quartiles(counts), again / total


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    months = read(sys.argv[1])
    if not months:
        sys.exit(f"no CSV files in {sys.argv[1]}")
    everything = [row for rows in months.values() for row in rows]
    by_category = collections.defaultdict(list)
    for row in everything:
        by_category[row[4]].append(row)
    ranked = sorted(by_category, key=lambda name: (-len(by_category[name]), name))
    chosen, covered = [], 0
    for name in ranked:
        if covered >= 0.9 * len(everything) or len(chosen) == 20:
            break
        chosen.append(name)
        covered += len(by_category[name])
    shares, merchants, counts, again = rhythm(months)
    lines = [
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        "// Generated by packaging/derive-spend-parameters.py; do not edit by hand.",
        f"// From {len(months)} monthly files with {len(everything)} rows; {covered} of them in the categories below.",
        '#include "app/sandbox/spend_parameters.h"',
        "",
        "namespace sandbox {",
        "",
        "// clang-format off",
        "namespace {",
        "constexpr SpendCategory categories[] = {",
        *(category_line(name, by_category[name], covered) for name in chosen),
        "};",
        "} // namespace",
        "",
        "std::span<const SpendCategory> spend_categories() { return categories; }",
        "",
        "const SpendRhythm& spend_rhythm() {",
        "    static constexpr SpendRhythm rhythm = {",
        "        {" + ", ".join(f"{share:.5f}" for share in shares) + "},",
        "        {" + ", ".join(map(str, merchants)) + "},",
        "        {" + ", ".join(map(str, counts)) + "},",
        f"        {again:.5f},",
        "    };",
        "    return rhythm;",
        "}",
        "// clang-format on",
        "",
        "} // namespace sandbox",
        "",
    ]
    text = "\n".join(lines)
    if len(sys.argv) == 3:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)


if __name__ == "__main__":
    main()
