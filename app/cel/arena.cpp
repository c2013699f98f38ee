// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/arena.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace cel {

namespace {

constexpr std::size_t first_chunk = 4096;
constexpr std::size_t largest_chunk = std::size_t{1024} * 1024;

std::size_t rounded(std::size_t size) {
    return (size + alignof(Value) - 1) / alignof(Value) * alignof(Value);
}

} // namespace

void* Arena::take(std::size_t size) {
    if (size > most_) {
        return nullptr;
    }
    const std::size_t wanted = rounded(size);
    if (chunk_ < chunks_.size() && chunks_[chunk_].size - used_ >= wanted) {
        void* const place = chunks_[chunk_].memory.get() + used_;
        used_ += wanted;
        return place;
    }
    return take_from_next(wanted);
}

void* Arena::take_from_next(std::size_t size) {
    while (chunk_ + 1 < chunks_.size()) {
        ++chunk_;
        if (chunks_[chunk_].size >= size) {
            used_ = size;
            return chunks_[chunk_].memory.get();
        }
    }
    const std::size_t grown = chunks_.empty() ? first_chunk : std::min(chunks_.back().size * 2, largest_chunk);
    const std::size_t wanted = std::max(grown, size);
    if (held_ + size > most_) {
        return nullptr;
    }
    const std::size_t granted = std::min(wanted, most_ - held_);
    auto memory = std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[granted]);
    if (!memory) {
        return nullptr;
    }
    held_ += granted;
    chunks_.push_back({std::move(memory), granted});
    chunk_ = chunks_.size() - 1;
    used_ = size;
    return chunks_[chunk_].memory.get();
}

Value* Arena::values(std::size_t count) {
    if (count > most_ / sizeof(Value)) {
        return nullptr;
    }
    void* const place = take(std::max<std::size_t>(count, 1) * sizeof(Value));
    if (place == nullptr) {
        return nullptr;
    }
    auto* const first = static_cast<Value*>(place);
    std::uninitialized_default_construct_n(first, count);
    return first;
}

char* Arena::bytes(std::size_t count) {
    return static_cast<char*>(take(std::max<std::size_t>(count, 1)));
}

Value Arena::string(std::string_view text) {
    char* const copy = bytes(text.size());
    if (copy == nullptr) {
        return Value::error(ErrorCode::too_much_memory);
    }
    if (!text.empty()) {
        std::memcpy(copy, text.data(), text.size());
    }
    return Value::string({copy, text.size()});
}

Value Arena::octets(std::string_view text) {
    const Value copy = string(text);
    return copy.is_error() ? copy : Value::bytes(copy.text());
}

Value Arena::list(std::span<const Value> items) {
    Value* const copy = values(items.size());
    if (copy == nullptr) {
        return Value::error(ErrorCode::too_much_memory);
    }
    std::copy(items.begin(), items.end(), copy);
    return Value::list({copy, items.size()});
}

Value Arena::map(std::span<const Value> entries) {
    const Value copy = list(entries);
    return copy.is_error() ? copy : Value::map(copy.items());
}

Value Arena::record(const RecordShape& shape, std::span<const Value> fields) {
    const Value copy = list(fields);
    void* const place = copy.is_error() ? nullptr : take(sizeof(Record));
    if (place == nullptr) {
        return Value::error(ErrorCode::too_much_memory);
    }
    return Value::record(*new (place) Record{&shape, copy.items().data()});
}

void Arena::clear() {
    chunk_ = 0;
    used_ = 0;
}

} // namespace cel
