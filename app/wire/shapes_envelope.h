// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wire/shape.h"
#include "app/wire/signed_bytes.h"

/// Inner header of this room: the JSON members of a signed thing.
namespace wire {

void read_base64(json::View view, std::string& into, Reading& reading);
[[nodiscard]] bool quick_base64(Cursor& cursor, std::string& into);

template <>
struct Shape<Envelope> {
    using T = Envelope;
    static constexpr std::array slots = {
        field<&T::key>("key"),
        field<&T::signature>("signature"),
        Slot<T>{"signed", required,
                [](json::View view, T& into, Reading& reading) { read_base64(view, into.signed_bytes, reading); },
                [](Cursor& cursor, T& into) { return quick_base64(cursor, into.signed_bytes); },
                [](json::Writer& writer, const T& value) { writer.base64(value.signed_bytes); },
                [](const T& value) { return value.signed_bytes.empty(); }},
    };
};

} // namespace wire
