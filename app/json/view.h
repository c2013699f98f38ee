// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

/// Lower-case name of a kind, for messages: "string".
[[nodiscard]] const char* name_of(Kind kind);

/// A document as the reader lays it out: one node per value in document order, offsets into one buffer that holds the
/// text and, behind it, the strings that had escapes. Only Reader writes it, only View reads it.
struct Tape {
    struct Node {
        std::uint32_t key_begin = 0;  ///< of a member's unescaped name
        std::uint32_t key_length = 0; ///< 0 as well for elements of arrays
        std::uint32_t key_hash = 0;   ///< see hash_of
        std::uint32_t begin = 0;      ///< string: its unescaped bytes; number: its literal
        std::uint32_t length = 0;     ///< of the same; array, object: count of children; boolean: 0 or 1
        std::uint32_t next = 0;       ///< the node behind this value and everything in it
        std::uint32_t offset = 0;     ///< of the value in the text that was read
        Kind kind = Kind::null;
        bool in_object = false;
    };

    std::vector<Node> nodes;
    const char* bytes = nullptr;

    [[nodiscard]] std::string_view key(const Node& node) const { return {bytes + node.key_begin, node.key_length}; }
    [[nodiscard]] std::string_view text(const Node& node) const { return {bytes + node.begin, node.length}; }

    /// A cheap filter before names are compared: length, first and last characters.
    [[nodiscard]] static std::uint32_t hash_of(std::string_view key) {
        if (key.empty()) {
            return 0;
        }
        const auto at = [key](std::size_t index) {
            return static_cast<std::uint32_t>(static_cast<std::uint8_t>(key[index]));
        };
        const std::uint32_t mixed = at(0) | at(key.size() / 2) << 8U | at(key.size() - 1) << 16U;
        return (mixed ^ static_cast<std::uint32_t>(key.size()) << 24U) * 0x9E3779B1U;
    }
};

/// One value of a document that was read strictly. As small as two pointers, copied freely, valid as long as the
/// Document or until the Reader reads again. Accessors of another kind give the neutral value (empty text, 0, no
/// members), so that nothing can crash on hostile input; json::Fields tells the kinds apart and reports faults.
class View {
public:
    View(const Tape& tape, std::uint32_t index)
        : tape_(&tape)
        , index_(index) {}

    [[nodiscard]] Kind kind() const { return node().kind; }
    [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
    [[nodiscard]] bool is_string() const { return kind() == Kind::string; }
    [[nodiscard]] bool is_array() const { return kind() == Kind::array; }
    [[nodiscard]] bool is_object() const { return kind() == Kind::object; }

    [[nodiscard]] bool boolean() const { return kind() == Kind::boolean && node().length == 1; }
    /// Unescaped UTF-8.
    [[nodiscard]] std::string_view string() const { return is_string() ? tape_->text(node()) : std::string_view(); }
    /// The number as it was written.
    [[nodiscard]] std::string_view literal() const {
        return kind() == Kind::number ? tape_->text(node()) : std::string_view();
    }
    [[nodiscard]] double number() const;
    /// The number where it is a whole one of at most 32 bits, in any spelling (2, 2.0, 2e0).
    [[nodiscard]] std::optional<std::int32_t> int32() const;

    /// Count of elements or members.
    [[nodiscard]] std::uint32_t size() const { return is_array() || is_object() ? node().length : 0; }
    /// The name of a member; empty for elements and the root.
    [[nodiscard]] std::string_view key() const { return tape_->key(node()); }
    [[nodiscard]] std::optional<View> member(std::string_view name) const;

    /// The bytes of this value as they stand in the text that was read (for hashing or handing on unchanged).
    [[nodiscard]] std::string_view raw() const;

    /// Where the value stands: byte offset in the text, and RFC 6901 JSON pointer ("" is the root).
    [[nodiscard]] std::uint32_t offset() const { return node().offset; }
    [[nodiscard]] std::string pointer() const;
    /// A fault that names this place: `where` is "/data/amount (byte 123)".
    [[nodiscard]] base::Fault fault(base::FaultCode code, std::string detail) const;

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag; // gives values, not references
        using value_type = View;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = View;
        Iterator(const Tape& tape, std::uint32_t index)
            : tape_(&tape)
            , index_(index) {}
        [[nodiscard]] View operator*() const { return {*tape_, index_}; }
        Iterator& operator++() {
            index_ = tape_->nodes[index_].next;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& left, const Iterator& right) { return left.index_ == right.index_; }

    private:
        const Tape* tape_;
        std::uint32_t index_;
    };
    /// Elements of an array or members of an object, in document order.
    [[nodiscard]] Iterator begin() const { return {*tape_, size() == 0 ? node().next : index_ + 1}; }
    [[nodiscard]] Iterator end() const { return {*tape_, node().next}; }

private:
    friend class Fields;
    [[nodiscard]] const Tape::Node& node() const { return tape_->nodes[index_]; }

    const Tape* tape_;
    std::uint32_t index_;
};

} // namespace json
