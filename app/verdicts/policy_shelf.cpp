// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/policy_shelf.h"

#include "app/base/file.h"
#include "app/crypto/digest.h"
#include "app/policy/shipped.h"
#include "app/record/policy_step.h"
#include "app/verdicts/policy_line.h"
#include "app/wire/policy_bytes.h"

#include <algorithm>

namespace verdicts {

namespace {

constexpr std::uint32_t settings_at_once = 200;

/// What stands behind the three lines that name a setting (record::Recorder::keep_setting).
std::optional<std::string_view> value_in(std::string_view body) {
    for (const bool last : {false, false, true}) {
        const std::size_t end = body.find('\n');
        if (end == std::string_view::npos || (last && body.substr(0, end) != policy_setting)) {
            return std::nullopt;
        }
        body.remove_prefix(end + 1);
    }
    return body;
}

/// The document that an entry brought: of a setting, or of an edition.
std::optional<std::string> document_of(const store::Entry& entry) {
    if (entry.kind == store::EntryKind::configuration) {
        const auto value = value_in(entry.body);
        return value ? std::optional<std::string>(*value) : std::nullopt;
    }
    const auto step = record::read_policy_step(entry.body);
    auto edition =
        step ? wire::decode_policy(step->envelope.signed_bytes) : base::Result<domain::PolicyEdition>(step.fault());
    return edition ? std::optional(std::move(edition->document)) : std::nullopt;
}

base::Result<std::optional<std::string>> find_document(const store::Reader& reader, store::EntryKind kind,
                                                       const domain::Digest& digest) {
    store::EntryFilter filter;
    filter.kind = kind;
    store::PageRequest request{{}, store::Direction::backward, settings_at_once, true};
    for (;;) {
        const auto page = reader.entries(filter, request);
        if (!page) {
            return page.fault();
        }
        for (const store::Entry& entry : page->entries) {
            auto document = document_of(entry);
            if (document && crypto::sha256(*document) == digest) {
                return document;
            }
            request.from = entry.index;
        }
        if (!page->more) {
            return std::optional<std::string>();
        }
    }
}

} // namespace

std::string_view document_in(std::string_view body) {
    return value_in(body).value_or(std::string_view());
}

base::Result<Policy> compile(std::string text) {
    auto book = policy::RuleBook::read(text);
    if (!book) {
        return book.fault();
    }
    const domain::Digest digest = crypto::sha256(text);
    return Policy{std::move(text), digest, std::move(book).value()};
}

base::Result<Policy> read_file(const std::filesystem::path& file) {
    auto text = base::read_small_file(file, std::size_t{8} * 1024 * 1024);
    if (!text) {
        return std::move(text).fault();
    }
    auto policy = compile(std::move(text).value());
    if (!policy) {
        base::Fault fault = policy.fault();
        fault.where = file.filename().string() + (fault.where.empty() ? "" : " " + fault.where);
        return fault;
    }
    return policy;
}

base::Result<std::string> find_document(const store::Reader& reader, const domain::Digest& digest) {
    if (const std::string_view shipped = policy::shipped_policy(); crypto::sha256(shipped) == digest) {
        return std::string(shipped);
    }
    for (const store::EntryKind kind : {store::EntryKind::policy, store::EntryKind::configuration}) {
        auto found = find_document(reader, kind, digest);
        if (!found || *found) {
            return found ? base::Result<std::string>(std::move(**found)) : found.fault();
        }
    }
    return base::Fault{base::FaultCode::not_found, "no policy with this digest is in the record", {}};
}

base::Result<Policy> in_force(const PolicyLine& line) {
    const std::string_view text = line.text();
    return compile(std::string(text.empty() ? policy::shipped_policy() : text));
}

base::Result<Policy> in_force(const store::Reader& reader, const domain::SourceId& source) {
    const auto line = read_line(reader, source);
    return line ? in_force(*line) : base::Result<Policy>(line.fault());
}

base::Result<Policy> in_force(const std::filesystem::path& store, const domain::SourceId& source) {
    const auto reader = store::Reader::open(store);
    if (!reader) {
        return reader.fault().code == base::FaultCode::not_found ? compile(std::string(policy::shipped_policy()))
                                                                 : base::Result<Policy>(reader.fault());
    }
    return in_force(*reader, source);
}

bool is_shipped(const Policy& policy) {
    return policy.text == policy::shipped_policy();
}

} // namespace verdicts
