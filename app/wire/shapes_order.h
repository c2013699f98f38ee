// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/wire/rules.h"
#include "app/wire/shape.h"

/// Inner header of this room: the JSON members of what is ordered, and of its masters.
namespace wire {

template <>
struct Shape<domain::Payee> {
    using T = domain::Payee;
    static constexpr std::array slots = {
        field<&T::account, optional>("account"),
        field<&T::name, optional>("name"),
    };
};

template <>
struct Shape<domain::Supplier> {
    using T = domain::Supplier;
    static constexpr std::array slots = {
        field<&T::id>("id"),
        field<&T::name, optional>("name"),
    };
};

template <>
struct Shape<domain::Line> {
    using T = domain::Line;
    static constexpr std::array slots = {
        field<&T::contract, optional>("contract_id"),
        field<&T::description, optional>("description"),
        field<&T::item_id, optional>("item_id"),
        field<&T::line_id, required, rules::not_empty>("line_id"),
        field<&T::net>("net"),
        field<&T::quantity, required, rules::decimal>("quantity"),
        field<&T::unit, optional>("unit"),
        field<&T::unit_price>("unit_price"),
    };
};

template <>
struct Shape<domain::Attachment> {
    using T = domain::Attachment;
    static constexpr std::array slots = {
        field<&T::digest>("digest"),
        field<&T::media_type, optional>("media_type"),
        field<&T::name, optional>("name"),
        field<&T::size, required, rules::not_negative64>("size"),
    };
};

template <>
struct Shape<domain::Subject> {
    using T = domain::Subject;
    static constexpr std::array slots = {
        field<&T::agent>("agent_id"),
        field<&T::attachments, optional>("attachments"),
        field<&T::batch, optional>("batch_id"),
        field<&T::category, optional>("category"),
        field<&T::contract, optional>("contract_id"),
        field<&T::conversation, optional>("conversation_id"),
        field<&T::cost_centre, optional>("cost_centre"),
        field<&T::gross>("gross"),
        field<&T::kind>("kind"),
        field<&T::lines, optional>("lines"),
        field<&T::mandate, optional>("mandate_id"),
        field<&T::needed_by, optional>("needed_by"),
        field<&T::net>("net"),
        field<&T::owner, optional>("owner_id"),
        field<&T::payee, optional>("payee"),
        field<&T::po_number, optional>("po_number"),
        field<&T::purpose, optional>("purpose"),
        field<&T::side>("side"),
        field<&T::supplier>("supplier"),
        field<&T::tax>("tax"),
        field<&T::term_months, optional, rules::term>("term_months"),
        field<&T::total_commitment, optional>("total_commitment"),
    };
    /// One currency for net, tax, gross, lines and commitment.
    static const char* complaint(const T& subject);
};

template <>
struct Shape<domain::TransactionVersion> {
    using T = domain::TransactionVersion;
    static constexpr std::array slots = {
        field<&T::subject>("subject"),
        field<&T::digest>("subject_digest"),
        Slot<T>{"transaction_id", required,
                [](json::View view, T& into, Reading& reading) { read_value(view, into.key.id, reading); },
                [](Cursor& cursor, T& into) { return quick_value(cursor, into.key.id); },
                [](json::Writer& writer, const T& value) { write_value(writer, value.key.id); },
                [](const T& value) { return value.key.id.empty(); }},
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<domain::TransactionStep> {
    using T = domain::TransactionStep;
    static constexpr std::array slots = {
        field<&T::agent, optional>("agent_id"),
        field<&T::amount, optional>("amount"),
        field<&T::code, optional>("code"),
        field<&T::decision, optional>("decision_id"),
        field<&T::expires, optional>("expires"),
        field<&T::note, optional>("note"),
        field<&T::reference, optional>("reference"),
        field<&T::transaction>("transaction_id"),
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<domain::Contract> {
    using T = domain::Contract;
    static constexpr std::array slots = {
        field<&T::id>("contract_id"),
        field<&T::not_after>("not_after"),
        field<&T::not_before, optional>("not_before"),
        field<&T::prices, optional>("prices"),
        field<&T::supplier>("supplier"),
        field<&T::title, optional>("title"),
    };
};

template <>
struct Shape<domain::ContractPrice> {
    using T = domain::ContractPrice;
    static constexpr std::array slots = {
        field<&T::description, optional>("description"),
        field<&T::item_id, required, rules::not_empty>("item_id"),
        field<&T::max_quantity, optional, rules::optional_decimal>("max_quantity"),
        field<&T::unit, optional>("unit"),
        field<&T::unit_price>("unit_price"),
    };
};

template <>
struct Shape<domain::CataloguePrice> {
    using T = domain::CataloguePrice;
    static constexpr std::array slots = {
        field<&T::description, optional>("description"),
        field<&T::item_id, required, rules::not_empty>("item_id"),
        field<&T::supplier>("supplier"),
        field<&T::unit, optional>("unit"),
        field<&T::unit_price>("unit_price"),
    };
};

template <>
struct Shape<domain::StockCounted> {
    using T = domain::StockCounted;
    static constexpr std::array slots = {
        field<&T::item_id, required, rules::not_empty>("item_id"),
        field<&T::location, optional>("location"),
        field<&T::quantity, required, rules::decimal>("quantity"),
        field<&T::unit, optional>("unit"),
    };
};

} // namespace wire
