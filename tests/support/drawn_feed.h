// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Feeds for tests, drawn as text: one event a line, in the order of the sequence, e.g.
///
///   requested  tx-1 v1 bot-7 120.00 EUR
///   assessed   tx-1 v1 sign_off over_contract_price
///   held       tx-1 v1
///   said       tx-1 agent "please order toner"
///   completed  tx-1 v1 by d-1
///   failed     tx-1 v1 because resolved by d-1
///
/// Words: requested, amended, assessed, held, started, completed, failed, doubted, cancelled, returned, expired,
/// shipped, delayed, delivered, shorted, invoiced (each with `by d-1`, `because code`, `of 9.00 EUR` as wanted), said
/// (with `by "name"`, `sure 612`, `heard "23,80" 2380.00 EUR`, `back "words"`, `or "2380" 588`), planned (with steps
/// a b), step (plan step state), registered, claimed, stopped. A line that is not understood aborts the test.
namespace drawn {

inline constexpr const char* source = "urn:reeve:test";

/// Every line as an event with sequence 1, 2, … one second apart, with true subject digests.
[[nodiscard]] std::vector<domain::Event> feed(std::string_view text, std::uint64_t first_sequence = 1);

/// The same as the bytes that a gateway would send.
[[nodiscard]] std::vector<std::string> frames(std::string_view text, std::uint64_t first_sequence = 1);

/// "120.00 EUR".
[[nodiscard]] domain::Money money(std::string_view amount, std::string_view currency);

/// The subject that `requested` and `amended` draw.
[[nodiscard]] domain::Subject subject(std::string_view agent, const domain::Money& gross);

/// SHA-256 of the subject, as the protocol says.
[[nodiscard]] domain::Digest digest_of(const domain::TransactionVersion& version);

[[nodiscard]] domain::TransactionKey key(std::string_view transaction);

} // namespace drawn
