// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/untrusted_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace text {

/// What a name looks like: two names with equal skeletons look alike (Unicode UTS #39, section 4, with ICU's data),
/// here also regardless of case, of accents, of invisible characters and of the amount of blank between words.
/// For comparison only, never for showing. UTF-8; empty when nothing visible is left.
[[nodiscard]] std::string skeleton(const domain::UntrustedText& name);

/// The names of known suppliers, prepared so that one comparison costs one skeleton and one look-up.
class KnownNames {
public:
    KnownNames() = default;
    explicit KnownNames(const std::vector<domain::UntrustedText>& names);

    void add(const domain::UntrustedText& name);
    [[nodiscard]] std::size_t size() const { return count_; }

    /// The known name that this one imitates: looks like it and is not it. Case and blanks alone do not make another
    /// name ("ACME ltd" is "Acme Ltd"); a name that is known itself imitates nobody.
    [[nodiscard]] std::optional<domain::UntrustedText> imitated_by(const domain::UntrustedText& name) const;

private:
    struct Known {
        domain::UntrustedText name;
        std::string folded;
    };
    std::unordered_multimap<std::string, Known> by_skeleton_;
    std::size_t count_ = 0;
};

/// As KnownNames::imitated_by, for a single question.
[[nodiscard]] std::optional<domain::UntrustedText> imitates(const domain::UntrustedText& name,
                                                            const std::vector<domain::UntrustedText>& known_names);

} // namespace text
