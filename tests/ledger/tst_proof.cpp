// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/proof.h"

#include "tests/ledger/reference_tree.h"

#include <QTest>

using base::FaultCode;
using ledger::Digest;

namespace {

QByteArrayList hex(const std::vector<Digest>& hashes) {
    QByteArrayList texts;
    for (const Digest& hash : hashes) {
        texts.push_back(QByteArray::fromStdString(base::to_hex(hash)));
    }
    return texts;
}

Digest flipped(Digest digest) {
    digest[7] = static_cast<std::uint8_t>(digest[7] ^ 0x20U);
    return digest;
}

reference::Leaves transparency_leaves() {
    ledger::Hasher hasher;
    reference::Leaves all;
    for (const auto& body : reference::transparency_bodies()) {
        all.push_back(hasher.leaf(body));
    }
    return all;
}

/// A store that fails, or that gives less than it was asked for.
class Broken final : public ledger::NodeReader {
public:
    explicit Broken(bool fails)
        : fails_(fails) {}
    base::Result<std::vector<Digest>> nodes(unsigned, std::uint64_t, std::size_t count) override {
        return fails_ ? base::Result<std::vector<Digest>>(base::Fault{FaultCode::unreadable, "disk", {}})
                      : base::Result<std::vector<Digest>>(std::vector<Digest>(count - 1));
    }

private:
    bool fails_;
};

} // namespace

/// Proofs of RFC 9162: made from what a store keeps, checked without one.
class TestProof : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_with_certificate_transparency();
    void every_leaf_of_every_size_is_proved();
    void every_pair_of_sizes_is_proved();
    void every_change_is_seen();
    void proofs_of_large_trees_read_little();
    void roots_of_the_past_are_recomputed();
    void refuses_questions_without_an_answer();
    void hands_the_fault_of_the_store_through();
};

void TestProof::agrees_with_certificate_transparency() {
    // Paths of the reference data, in the numbering of leaves from 0.
    reference::Stored stored(transparency_leaves());
    QCOMPARE(hex(*ledger::inclusion_proof(0, 8, stored)),
             (QByteArrayList{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                             "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    QCOMPARE(hex(*ledger::inclusion_proof(5, 8, stored)),
             (QByteArrayList{"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(hex(*ledger::inclusion_proof(2, 3, stored)),
             (QByteArrayList{"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}));
    QCOMPARE(hex(*ledger::consistency_proof(1, 8, stored)),
             (QByteArrayList{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                             "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    QCOMPARE(hex(*ledger::consistency_proof(6, 8, stored)),
             (QByteArrayList{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(hex(*ledger::consistency_proof(2, 5, stored)),
             (QByteArrayList{"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                             "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
    QVERIFY(hex(*ledger::inclusion_proof(0, 1, stored)).isEmpty());
    QVERIFY(hex(*ledger::consistency_proof(4, 4, stored)).isEmpty());
}

void TestProof::every_leaf_of_every_size_is_proved() {
    const auto all = reference::leaves(70);
    reference::Stored stored(all);
    for (std::size_t size = 1; size <= all.size(); ++size) {
        const Digest root = reference::root(all, 0, size);
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = ledger::inclusion_proof(index, size, stored);
            QVERIFY(proof.ok());
            QVERIFY(ledger::verify_inclusion(all[index], index, size, *proof, root).ok());
            QVERIFY(!ledger::verify_inclusion(all[(index + 1) % all.size()], index, size, *proof, root).ok());
            if (size > 1) {
                QVERIFY(!ledger::verify_inclusion(all[index], (index + 1) % size, size, *proof, root).ok());
            }
        }
    }
}

void TestProof::every_pair_of_sizes_is_proved() {
    const auto all = reference::leaves(70);
    reference::Stored stored(all);
    for (std::size_t second = 1; second <= all.size(); ++second) {
        const Digest second_root = reference::root(all, 0, second);
        for (std::size_t first = 1; first <= second; ++first) {
            const Digest first_root = reference::root(all, 0, first);
            const auto proof = ledger::consistency_proof(first, second, stored);
            QVERIFY(proof.ok());
            QVERIFY(ledger::verify_consistency(first, first_root, second, second_root, *proof).ok());
            QVERIFY(!ledger::verify_consistency(first, flipped(first_root), second, second_root, *proof).ok());
            QVERIFY(!ledger::verify_consistency(first, first_root, second, flipped(second_root), *proof).ok());
        }
    }
    QVERIFY(ledger::verify_consistency(0, ledger::empty_root(), 5, reference::root(all, 0, 5), {}).ok());
    QVERIFY(!ledger::verify_consistency(0, all[0], 5, reference::root(all, 0, 5), {}).ok());
}

void TestProof::every_change_is_seen() {
    const auto all = reference::leaves(45);
    reference::Stored stored(all);
    const Digest root = reference::root(all, 0, 45);
    const Digest old_root = reference::root(all, 0, 19);
    const auto inclusion = ledger::inclusion_proof(13, 45, stored);
    const auto consistency = ledger::consistency_proof(19, 45, stored);
    for (std::size_t at = 0; at < inclusion->size(); ++at) {
        auto changed = *inclusion;
        changed[at] = flipped(changed[at]);
        QCOMPARE(ledger::verify_inclusion(all[13], 13, 45, changed, root).fault().code, FaultCode::bad_signature);
        changed = *inclusion;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
        QCOMPARE(ledger::verify_inclusion(all[13], 13, 45, changed, root).fault().code, FaultCode::bad_signature);
        changed = *inclusion;
        changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), root);
        QCOMPARE(ledger::verify_inclusion(all[13], 13, 45, changed, root).fault().code, FaultCode::bad_signature);
    }
    for (std::size_t at = 0; at < consistency->size(); ++at) {
        auto changed = *consistency;
        changed[at] = flipped(changed[at]);
        QCOMPARE(ledger::verify_consistency(19, old_root, 45, root, changed).fault().code, FaultCode::bad_signature);
        changed = *consistency;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
        QCOMPARE(ledger::verify_consistency(19, old_root, 45, root, changed).fault().code, FaultCode::bad_signature);
    }
    auto longer = *inclusion;
    longer.push_back(root);
    QVERIFY(!ledger::verify_inclusion(all[13], 13, 45, longer, root).ok());
    auto longer_consistency = *consistency;
    longer_consistency.push_back(root);
    QVERIFY(!ledger::verify_consistency(19, old_root, 45, root, longer_consistency).ok());
    QVERIFY(!ledger::verify_consistency(19, old_root, 45, root, {}).ok());
    QVERIFY(!ledger::verify_consistency(45, root, 45, root, *consistency).ok());
}

void TestProof::proofs_of_large_trees_read_little() {
    const auto all = reference::leaves(70000);
    reference::Stored stored(all);
    const Digest root = reference::root(all, 0, all.size());
    for (const std::uint64_t index : {0U, 255U, 256U, 65535U, 65536U, 69999U}) {
        stored.reads = 0;
        const auto proof = ledger::inclusion_proof(index, all.size(), stored);
        QVERIFY(proof.ok());
        QVERIFY(ledger::verify_inclusion(all[index], index, all.size(), *proof, root).ok());
        QVERIFY2(stored.reads < 64, std::to_string(stored.reads).c_str());
    }
    const auto proof = ledger::consistency_proof(65793, all.size(), stored);
    QVERIFY(proof.ok());
    QVERIFY(ledger::verify_consistency(65793, reference::root(all, 0, 65793), all.size(), root, *proof).ok());
    QVERIFY(stored.largest <= 256);
}

void TestProof::roots_of_the_past_are_recomputed() {
    const auto all = reference::leaves(1500);
    reference::Stored stored(all);
    ledger::Hasher hasher;
    QCOMPARE(*ledger::root_at(0, stored), ledger::empty_root());
    for (const std::uint64_t size : {1U, 255U, 256U, 257U, 1023U, 1024U, 1500U}) {
        QCOMPARE(*ledger::root_at(size, stored), reference::root(all, 0, size));
    }
    QCOMPARE(*ledger::root_at(1500, stored), stored.tree().root(hasher));
}

void TestProof::refuses_questions_without_an_answer() {
    reference::Stored stored(reference::leaves(5));
    QCOMPARE(ledger::inclusion_proof(5, 5, stored).fault().code, FaultCode::invalid_argument);
    QCOMPARE(ledger::inclusion_proof(0, 0, stored).fault().code, FaultCode::invalid_argument);
    QCOMPARE(ledger::consistency_proof(0, 5, stored).fault().code, FaultCode::invalid_argument);
    QCOMPARE(ledger::consistency_proof(5, 4, stored).fault().code, FaultCode::invalid_argument);
    QCOMPARE(ledger::verify_inclusion({}, 5, 5, {}, {}).fault().code, FaultCode::invalid_argument);
    QCOMPARE(ledger::verify_consistency(5, {}, 4, {}, {}).fault().code, FaultCode::invalid_argument);
}

void TestProof::hands_the_fault_of_the_store_through() {
    Broken failing(true);
    QCOMPARE(ledger::inclusion_proof(3, 9, failing).fault().code, FaultCode::unreadable);
    QCOMPARE(ledger::consistency_proof(3, 9, failing).fault().code, FaultCode::unreadable);
    QCOMPARE(ledger::root_at(9, failing).fault().code, FaultCode::unreadable);
    Broken lacking(false);
    QCOMPARE(ledger::inclusion_proof(3, 9, lacking).fault().code, FaultCode::corrupt);
    QCOMPARE(ledger::consistency_proof(3, 9, lacking).fault().code, FaultCode::corrupt);
    QCOMPARE(ledger::root_at(9, lacking).fault().code, FaultCode::corrupt);
}

QTEST_APPLESS_MAIN(TestProof)
#include "tst_proof.moc"
