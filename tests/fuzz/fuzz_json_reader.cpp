// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strict reader against anything: it never reads outside of its buffers, every refusal names its place, and what
// it accepts, simdjson's own parser accepts as well. Every view of an accepted document can be asked for everything.
#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/json/writer.h"

#include <simdjson.h>

#include <cstdlib>
#include <set>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void visit(json::View view, std::string_view text) {
    const std::string_view raw = view.raw();
    require(view.offset() <= text.size() && text.substr(view.offset()).starts_with(raw) && !raw.empty());
    require(json::is_utf8(view.string()) && json::is_utf8(view.key()));
    static_cast<void>(view.int32());
    static_cast<void>(view.number());
    require(view.pointer().empty() || view.pointer().front() == '/');
    std::uint32_t children = 0;
    std::set<std::string_view> names;
    for (const json::View child : view) {
        ++children;
        if (view.is_object()) {
            require(names.insert(child.key()).second);
            require(view.member(child.key())->offset() == child.offset());
        }
        visit(child, text);
    }
    require(children == view.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static json::Reader reader; // one for all inputs: what an earlier text left behind must not matter
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto read = reader.read(text);
    if (!read) {
        const auto& fault = read.fault();
        require(!fault.detail.empty() && fault.where.find("byte ") != std::string::npos);
        return 0;
    }
    static simdjson::dom::parser other;
    simdjson::dom::element element;
    require(other.parse(simdjson::padded_string(text)).get(element) == simdjson::SUCCESS);
    visit(*read, text);
    json::Trouble trouble;
    json::Fields fields(*read, trouble);
    static_cast<void>(fields.string("id"));
    static_cast<void>(fields.optional_decimal_uint64("sequence", 0));
    fields.refuse_others({"id", "sequence"});
    return 0;
}
