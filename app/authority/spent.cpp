// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/spent.h"

namespace authority {

void Spent::use(const domain::DecisionId& id) {
    ids_.insert(id);
}

void Spent::settle(const domain::TransactionId& transaction, std::int32_t version) {
    settled_.insert({transaction, version});
    drop_first(transaction, version);
}

void Spent::sign_first(const domain::TransactionId& transaction, std::int32_t version, FirstSignature first) {
    first_.insert_or_assign({transaction, version}, std::move(first));
}

void Spent::drop_first(const domain::TransactionId& transaction, std::int32_t version) {
    first_.erase({transaction, version});
}

bool Spent::used(const domain::DecisionId& id) const {
    return ids_.contains(id);
}

bool Spent::settled(const domain::TransactionId& transaction, std::int32_t version) const {
    return settled_.contains({transaction, version});
}

const FirstSignature* Spent::first(const domain::TransactionId& transaction, std::int32_t version) const {
    const auto found = first_.find({transaction, version});
    return found == first_.end() ? nullptr : &found->second;
}

} // namespace authority
