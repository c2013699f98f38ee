// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/quick_event.h"

#include "app/json/writer.h"
#include "app/wire/context.h"
#include "app/wire/payload.h"

#include <array>

namespace wire {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Without its last character, and the white space behind it, when that is `c`.
bool drop_last(std::string_view& text, char c) {
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    if (!text.ends_with(c)) {
        return false;
    }
    text.remove_suffix(1);
    return true;
}

/// The type stands last in canonical form; what reads the data has to know it first. Read once more when it is its
/// turn.
std::string_view type_at_end(std::string_view json) {
    if (!drop_last(json, '}') || !drop_last(json, '"')) {
        return {};
    }
    const std::size_t quote = json.rfind('"');
    if (quote == std::string_view::npos) {
        return {};
    }
    const std::string_view type = json.substr(quote + 1);
    json.remove_suffix(json.size() - quote);
    if (!drop_last(json, ':')) {
        return {};
    }
    while (!json.empty() && is_space(json.back())) {
        json.remove_suffix(1);
    }
    return json.ends_with(R"("type")") ? type : std::string_view();
}

/// The members of an event, each at most once.
class QuickEvent {
public:
    QuickEvent(Cursor& cursor, domain::Event& event, std::string_view type_at_end)
        : cursor_(cursor)
        , event_(event)
        , type_(type_at_end) {}

    bool read() {
        if (!cursor_.take('{')) {
            return false;
        }
        do {
            if (!member()) {
                return false;
            }
        } while (cursor_.take(','));
        return cursor_.take('}') && (seen_ & needed) == needed;
    }

private:
    static constexpr std::array<std::string_view, 8> names = {"data",   "datacontenttype", "id",   "sequence",
                                                              "source", "specversion",     "time", "type"};
    static constexpr std::uint32_t needed = 0b1111'1101; ///< all but datacontenttype

    /// Members usually come in the order of the table, so the search begins behind the one before and goes round.
    bool member() {
        for (std::uint32_t tried = 0; tried < names.size(); ++tried) {
            const std::uint32_t at = (next_ + tried) % names.size();
            if (cursor_.take_name(names[at])) {
                const std::uint32_t bit = 1U << at;
                const bool again = (seen_ & bit) != 0;
                seen_ |= bit;
                next_ = at + 1;
                return !again && value(at);
            }
        }
        return false;
    }

    bool value(std::uint32_t at) {
        switch (at) {
        case 0: return data();
        case 1: return content_type();
        case 2: return id();
        case 3: return sequence();
        case 4: return source();
        case 5: return specversion();
        case 6: return quick_value(cursor_, event_.time);
        default: return type();
        }
    }

    bool data() {
        event_.type = domain::event_type(type_);
        return event_.type && quick_payload(*event_.type, cursor_, event_.payload);
    }
    bool type() {
        std::string_view name;
        if (!cursor_.take_string(name)) {
            return false;
        }
        const bool used = event_.type.has_value();
        const bool same = name == type_;
        type_ = name;
        return same || !used;
    }
    bool content_type() {
        std::string_view text;
        return cursor_.take_string(text) && text == "application/json";
    }
    bool specversion() {
        std::string_view text;
        return cursor_.take_string(text) && text == "1.0";
    }
    bool id() {
        std::string_view text;
        const bool good = cursor_.take_string(text) && is_attribute(text);
        event_.id = domain::EventId(std::string(text));
        return good;
    }
    bool source() {
        std::string_view text;
        const bool good = cursor_.take_string(text) && is_source(text);
        event_.source = domain::SourceId(std::string(text));
        return good;
    }
    bool sequence() {
        std::string_view text;
        const auto number = cursor_.take_string(text) ? sequence_from_text(text) : std::nullopt;
        event_.sequence = number.value_or(0);
        return number.has_value();
    }

    Cursor& cursor_;
    domain::Event& event_;
    std::string_view type_; ///< as far as it is known
    std::uint32_t seen_ = 0;
    std::uint32_t next_ = 0;
};

} // namespace

bool read_quickly(std::string_view json, domain::Event& event, domain::Currency& last_currency) {
    if (json.size() > max_event_bytes) {
        return false;
    }
    Cursor cursor(json, last_currency);
    event.type.reset();
    if (!QuickEvent(cursor, event, type_at_end(json)).read() || !cursor.at_end() ||
        (cursor.beyond_ascii() && !json::is_utf8(json))) {
        return false;
    }
    last_currency = cursor.last_currency();
    event.raw = json;
    return true;
}

} // namespace wire
