// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/digest.h"
#include "app/sandbox/press.h"
#include "app/sandbox/random.h"

#include <string>
#include <vector>

namespace sandbox {

/// The fast path for high rates: whole automatic orders of the fleet, drawn and serialised once; then only numbers,
/// times and digests are written into copies. True events with true digests; the platform does not keep these orders
/// (ids "B-…") to answer for them.
class Burst {
public:
    Burst(const domain::SourceId& source, std::uint64_t seed);

    /// Emits events, order by order, until at least `wanted` are out. Orders are numbered by the feed's sequence,
    /// so that numbers never repeat.
    void emit(Press& press, std::uint64_t wanted);
    static constexpr std::size_t events_of_an_order = 6;

private:
    /// A text and the places in it that change.
    struct Form {
        std::string text;
        std::vector<std::size_t> ids, sequences, times, transactions, digests;
    };
    struct Template {
        std::vector<Form> events;
        Form subject; ///< what the digest is over
    };
    [[nodiscard]] static Form form_of(std::string text);
    [[nodiscard]] Template template_of(const domain::SourceId& source, const domain::Subject& subject) const;
    void fill(std::string& text, const Form& form, std::uint64_t sequence, std::string_view time,
              std::string_view transaction, std::string_view digest) const;

    std::vector<Template> templates_;
    crypto::Sha256 hash_;
    std::size_t next_ = 0;
};

} // namespace sandbox
