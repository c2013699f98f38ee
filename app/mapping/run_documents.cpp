// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/run_documents.h"

#include "app/mapping/pointers.h"

namespace mapping {

std::optional<json::Document> parsed(std::string_view text) {
    auto document = json::Document::parse(text, run_limits);
    return document ? std::optional(*std::move(document)) : std::nullopt;
}

std::vector<std::string> into(std::string_view part, const std::vector<std::string>& pointers) {
    std::vector<std::string> out;
    for (const std::string& pointer : pointers) {
        if (pointer.starts_with(part) && (pointer.size() == part.size() || pointer[part.size()] == '/')) {
            out.push_back(pointer.substr(part.size()));
        }
    }
    return out;
}

std::string first_text(const std::optional<json::Document>& document, const std::vector<std::string>& pointers) {
    const auto found = document ? find_first(document->root(), pointers) : std::nullopt;
    return found ? text_of(*found) : std::string();
}

std::string content_of(json::View message) {
    const auto content = message.member("content");
    if (!content) {
        return {};
    }
    if (!content->is_array()) {
        return std::string(content->string());
    }
    std::string text;
    for (const json::View part : *content) {
        if (const auto piece = part.member("text")) {
            text += text.empty() ? "" : "\n";
            text += piece->string();
        }
    }
    return text;
}

} // namespace mapping
