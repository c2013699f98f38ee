// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/order_keys.h"

#include "app/base/keyed_hash.h"
#include "app/facts/contract_use.h"

#include <algorithm>
#include <string>

namespace facts {

namespace {

using domain::Subject;

/// What a print is about: equal texts of different meaning stay apart.
enum class Meaning : std::uint64_t { order = 1, twin, loop, batch };

Print print(Meaning meaning, std::string_view text) {
    return std::max<Print>(1, base::KeyedHash::of_this_process().of(static_cast<std::uint64_t>(meaning), text));
}

/// Texts one behind the other that cannot run into each other: each has its length in front. Used again and again.
class Joined {
public:
    Joined& begin(char kind) {
        text_.assign(1, kind);
        return *this;
    }
    Joined& add(std::string_view part) {
        const std::size_t length = part.size();
        text_.append(reinterpret_cast<const char*>(&length), sizeof(length));
        text_ += part;
        return *this;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string_view item_of(const domain::Line& line) {
    return line.item_id.empty() ? std::string_view(line.description.bytes()) : std::string_view(line.item_id);
}

/// Lines in any order are the same.
void add_items(const Subject& subject, bool with_quantities, Joined& into) {
    if (subject.lines.size() == 1) {
        const domain::Line& line = subject.lines.front();
        into.add(item_of(line));
        if (with_quantities) {
            into.add(line.quantity);
        }
        return;
    }
    std::vector<std::string> lines;
    Joined one;
    for (const domain::Line& line : subject.lines) {
        one.begin('l').add(item_of(line));
        if (with_quantities) {
            one.add(line.quantity);
        }
        lines.push_back(one.text());
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) {
        into.add(line);
    }
}

/// `number_of`: Name(std::string_view).
template <class Numbered>
OrderKeys keys_of(const domain::TransactionVersion& version, const Numbered& number_of) {
    const Subject& subject = version.subject;
    const std::string& supplier = subject.supplier.id.bytes();
    Joined key;
    OrderKeys keys;
    const auto name = [&](std::string_view text) {
        const Name number = number_of(text);
        keys.complete = keys.complete && number != no_name;
        return number;
    };
    keys.order = print_of(version.key);
    keys.prices.reserve(subject.lines.size());
    keys.contracts.reserve(subject.lines.size());
    keys.spend = {name(key.begin('a').add(subject.agent.bytes()).text()),
                  name(key.begin('o').add(subject.owner.bytes()).text()), name(key.begin('s').add(supplier).text()),
                  name(key.begin('c').add(subject.category).text())};
    keys.pair = name(key.begin('p').add(subject.agent.bytes()).add(supplier).text());
    if (!subject.payee.account.empty()) {
        keys.payee = name(key.begin('y').add(supplier).add(subject.payee.account).text());
    }
    key.begin('t').add(supplier).add(subject.gross.currency.code()).add(std::to_string(subject.gross.minor));
    key.add(subject.side == domain::Side::buying ? "b" : "s");
    add_items(subject, true, key);
    keys.twin = print(Meaning::twin, key.text());
    key.begin('u').add(supplier).add(subject.agent.bytes());
    add_items(subject, false, key);
    keys.loop = print(Meaning::loop, key.text());
    keys.batch = subject.batch ? print(Meaning::batch, subject.batch->bytes()) : 0;
    for (const domain::Line& line : subject.lines) {
        keys.prices.push_back(name(key.begin('i').add(supplier).add(item_of(line)).add(line.unit).text()));
        const domain::ContractId* contract = contract_of(subject, line);
        keys.contracts.push_back(
            contract == nullptr || line.item_id.empty()
                ? no_name
                : name(key.begin('k').add(contract->bytes()).add(line.item_id).add(line.unit).text()));
    }
    return keys;
}

} // namespace

Print print_of(const domain::TransactionKey& order) {
    Joined key;
    return print(Meaning::order, key.begin('o').add(order.source.bytes()).add(order.id.bytes()).text());
}

OrderKeys give_keys(const domain::TransactionVersion& version, Names& names) {
    return keys_of(version, [&names](std::string_view text) { return names.give(text); });
}

OrderKeys find_keys(const domain::TransactionVersion& version, const Names& names) {
    return keys_of(version, [&names](std::string_view text) { return names.find(text); });
}

} // namespace facts
