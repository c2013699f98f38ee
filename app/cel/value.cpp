// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/value.h"

#include "app/cel/times.h"
#include "app/cel/type.h"

#include <charconv>
#include <cmath>

namespace cel {

namespace {

constexpr int deepest_shown = 20;

/// Writes a value until the text is long enough.
class Writer {
public:
    explicit Writer(std::size_t most)
        : most_(most) {}

    void write(const Value& value, int depth);
    [[nodiscard]] std::string take() {
        if (text_.size() > most_) {
            std::size_t end = most_;
            while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            text_.resize(end);
            text_ += "\xE2\x80\xA6";
        }
        return std::move(text_);
    }

private:
    [[nodiscard]] bool full() const { return text_.size() > most_; }
    void write_quoted(std::string_view text, bool octets);
    void write_real(double value);
    void write_entries(std::span<const Value> entries, int depth);
    void write_items(std::span<const Value> items, int depth);
    void write_record(const Record& record, int depth);

    std::string text_;
    std::size_t most_;
};

void Writer::write_quoted(std::string_view text, bool octets) {
    static constexpr char hex[] = "0123456789abcdef";
    text_ += octets ? "b\"" : "\"";
    for (const char c : text) {
        if (full()) {
            return;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text_ += '\\';
            text_ += c;
        } else if (byte < 0x20 || byte == 0x7F || (octets && byte >= 0x80)) {
            text_ += "\\x";
            text_ += hex[byte >> 4U];
            text_ += hex[byte & 15U];
        } else {
            text_ += c;
        }
    }
    text_ += '"';
}

void Writer::write_real(double value) {
    char buffer[40];
    const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value);
    const std::string_view digits(buffer, static_cast<std::size_t>(end.ptr - buffer));
    text_ += digits;
    if (std::isfinite(value) && digits.find_first_of(".e") == std::string_view::npos) {
        text_ += ".0";
    }
}

void Writer::write_entries(std::span<const Value> entries, int depth) {
    text_ += '{';
    for (std::size_t index = 0; index + 1 < entries.size() && !full(); index += 2) {
        text_ += index == 0 ? "" : ", ";
        write(entries[index], depth + 1);
        text_ += ": ";
        write(entries[index + 1], depth + 1);
    }
    text_ += '}';
}

void Writer::write_items(std::span<const Value> items, int depth) {
    text_ += '[';
    for (std::size_t index = 0; index < items.size() && !full(); ++index) {
        text_ += index == 0 ? "" : ", ";
        write(items[index], depth + 1);
    }
    text_ += ']';
}

void Writer::write_record(const Record& record, int depth) {
    text_ += record.shape->name + "{";
    bool first = true;
    for (std::size_t index = 0; index < record.shape->fields.size() && !full(); ++index) {
        if (record.fields[index].is(Kind::absent)) {
            continue;
        }
        text_ += (first ? "" : ", ") + record.shape->fields[index].name + ": ";
        write(record.fields[index], depth + 1);
        first = false;
    }
    text_ += '}';
}

void Writer::write(const Value& value, int depth) {
    if (depth > deepest_shown) {
        text_ += "\xE2\x80\xA6";
        return;
    }
    switch (value.kind()) {
    case Kind::absent: text_ += "absent"; break;
    case Kind::error:
        text_ += "error: ";
        text_ += name_of(value.error());
        break;
    case Kind::dyn: break;
    case Kind::null: text_ += "null"; break;
    case Kind::boolean: text_ += value.is_true() ? "true" : "false"; break;
    case Kind::integer: text_ += std::to_string(value.integer()); break;
    case Kind::unsigned_integer: text_ += std::to_string(value.unsigned_integer()) + "u"; break;
    case Kind::real: write_real(value.real()); break;
    case Kind::string: write_quoted(value.text(), false); break;
    case Kind::bytes: write_quoted(value.text(), true); break;
    case Kind::timestamp: text_ += to_text(value.timestamp()); break;
    case Kind::duration: text_ += to_text(value.duration()); break;
    case Kind::money:
        text_ += domain::to_decimal(value.money());
        text_ += ' ';
        text_ += value.money().currency.code();
        break;
    case Kind::list: write_items(value.items(), depth); break;
    case Kind::map: write_entries(value.entries(), depth); break;
    case Kind::record: write_record(value.record(), depth); break;
    case Kind::type: text_ += name_of(value.type()); break;
    }
}

} // namespace

Value Value::timestamp(base::Instant moment) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    const auto rest = std::chrono::nanoseconds(moment - seconds).count();
    return timestamp(Timestamp{seconds.time_since_epoch().count(), static_cast<std::uint32_t>(rest)});
}

std::string to_text(const Value& value, std::size_t most) {
    Writer writer(most);
    writer.write(value, 0);
    return writer.take();
}

} // namespace cel
