// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/confusable.h"

#include "app/text/code_point.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>

namespace text {

namespace {

constexpr std::size_t longest_name = 512; // code points that are compared

/// ICU's confusables data. Read-only, and as such safe on every thread.
const USpoofChecker* checker() {
    struct Close {
        void operator()(USpoofChecker* opened) const { uspoof_close(opened); }
    };
    static const std::unique_ptr<USpoofChecker, Close> opened = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, Close>(uspoof_open(&status));
    }();
    return opened.get();
}

/// Blanks of every kind and number become one space; none at the ends. Hidden characters stay or go.
icu::UnicodeString collapsed(const domain::UntrustedText& name, bool keep_hidden) {
    icu::UnicodeString made;
    bool blank_before = false;
    for (const char32_t point : decode(name.bytes(), longest_name).points) {
        if (is_blank(point) || point == U'\t' || point == U'\n' || point == U'\r') {
            blank_before = true;
            continue;
        }
        if (is_hidden(point) && (!keep_hidden || point >= not_utf8)) {
            continue;
        }
        if (blank_before && !made.isEmpty()) {
            made.append(u' ');
        }
        blank_before = false;
        made.append(static_cast<UChar32>(point));
    }
    return made;
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
    const icu::UnicodeString decomposed = U_SUCCESS(status) ? decomposer->normalize(text, status) : text;
    icu::UnicodeString kept;
    for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 point = decomposed.char32At(at);
        if (!is_mark(static_cast<char32_t>(point))) {
            kept.append(point);
        }
    }
    return kept;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// The look of a text as it stands, then without accents and case: "PaypaI" (capital i) looks like "Paypal".
icu::UnicodeString look_of(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString look;
    uspoof_getSkeletonUnicodeString(checker(), 0, text, look, &status);
    if (U_FAILURE(status)) {
        look = text;
    }
    return without_marks(look).foldCase();
}

std::string look_with_case(const domain::UntrustedText& name) {
    return utf8(look_of(collapsed(name, false)));
}

/// What makes two spellings the same name: case and blanks do not count.
std::string folded(const domain::UntrustedText& name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
    icu::UnicodeString text = collapsed(name, true);
    if (U_SUCCESS(status)) {
        text = composer->normalize(text, status);
    }
    return utf8(text.foldCase());
}

} // namespace

std::string skeleton(const domain::UntrustedText& name) {
    return utf8(look_of(without_marks(collapsed(name, false)).foldCase()));
}

KnownNames::KnownNames(const std::vector<domain::UntrustedText>& names) {
    for (const domain::UntrustedText& name : names) {
        add(name);
    }
}

void KnownNames::add(const domain::UntrustedText& name) {
    const std::string same_name = folded(name);
    const std::string without_case = skeleton(name);
    if (without_case.empty()) {
        return;
    }
    by_skeleton_.emplace(without_case, Known{name, same_name});
    const std::string with_case = look_with_case(name);
    if (with_case != without_case) {
        by_skeleton_.emplace(with_case, Known{name, same_name});
    }
    ++count_;
}

std::optional<domain::UntrustedText> KnownNames::imitated_by(const domain::UntrustedText& name) const {
    const std::string same_name = folded(name);
    std::optional<domain::UntrustedText> imitated;
    for (const std::string& look : {skeleton(name), look_with_case(name)}) {
        const auto [first, last] = by_skeleton_.equal_range(look);
        for (auto known = first; known != last; ++known) {
            if (known->second.folded == same_name) {
                return std::nullopt;
            }
            if (!imitated) {
                imitated = known->second.name;
            }
        }
    }
    return imitated;
}

std::optional<domain::UntrustedText> imitates(const domain::UntrustedText& name,
                                              const std::vector<domain::UntrustedText>& known_names) {
    return KnownNames(known_names).imitated_by(name);
}

} // namespace text
