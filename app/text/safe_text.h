// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/strong_id.h"
#include "app/domain/untrusted_text.h"

#include <QMetaType>
#include <QString>

#include <string_view>

namespace text {

/// How much of an outside text may be shown. All counts are Unicode code points of what is shown (tokens included).
struct Limits {
    int characters = 200; ///< of the whole text; the rest becomes "…⟦+1234⟧" with the number of hidden code points
    int lines = 1;        ///< 1: line breaks are shown as ⏎; more: they stay, and further lines are cut
    int line_characters = 1000; ///< a longer line is continued on the next one after "↪" (passages only)
    int marks = 4;              ///< combining marks on one base character; the rest becomes "⟦◌×17⟧"

    friend bool operator==(const Limits&, const Limits&) = default;
};

/// One line: labels, table cells, window titles, messages.
inline constexpr Limits label{};
/// Conversation, purpose, advice: many lines. A QPlainTextEdit stays quick with this much.
inline constexpr Limits passage{20'000, 400, 1'000, 4};

/// Text from outside that is safe to show as PLAIN text, and the only form in which the console shows such text.
/// It holds no control that reorders (UAX #9), nothing invisible, no line break where one line was asked for, and is of
/// bounded length. What was hidden is shown as a token: ⟦U+202E⟧ for one character, ⟦U+200B×37⟧ for a run of the same,
/// ⟦tags: …⟧ for text hidden in the Tags block (what it says, in ASCII), ⟦0xFF⟧ for a byte that is not UTF-8. The
/// bracket ⟦ itself and the signs ⏎ ⇥ ↪ of this room, when they come from outside, are tokens as well, so that nobody
/// can fake one. The one-line form is wrapped in FSI … PDI (U+2068, U+2069), so that it cannot reorder its neighbours.
/// It can still contain "<b>" and "&": set Qt::PlainText, or use for_tooltip and for_button.
class SafeText {
public:
    SafeText() = default;

    [[nodiscard]] const QString& qstring() const { return shown_; }
    [[nodiscard]] bool empty() const { return shown_.isEmpty(); }

    friend bool operator==(const SafeText&, const SafeText&) = default;

private:
    friend SafeText safe(std::string_view bytes, const Limits& limits);
    explicit SafeText(QString shown)
        : shown_(std::move(shown)) {}

    QString shown_;
};

/// Protocol fields that are plain strings in `domain` (po_number, account, code, url …) and details of faults: UTF-8 of
/// unknown origin. Empty only for empty input: text of blanks alone is shown as a token.
[[nodiscard]] SafeText safe(std::string_view bytes, const Limits& limits = label);

[[nodiscard]] inline SafeText safe(const domain::UntrustedText& untrusted, const Limits& limits = label) {
    return safe(std::string_view(untrusted.bytes()), limits);
}

template <class Tag>
[[nodiscard]] SafeText safe(const base::StrongId<Tag>& id, const Limits& limits = label) {
    return safe(std::string_view(id.bytes()), limits);
}

} // namespace text

Q_DECLARE_METATYPE(text::SafeText)
