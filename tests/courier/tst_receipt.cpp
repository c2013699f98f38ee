// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/verify.h"
#include "app/wire/signed_bytes.h"
#include "tests/courier/support/world.h"

#include <QTest>

#include <functional>

using domain::Receipt;
using domain::ReceiptOutcome;
using support::World;

using Change = std::function<void(Receipt&, const World&)>;
Q_DECLARE_METATYPE(Change)

class TestReceipt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_gateways_own_is_accepted();
    void what_is_not_the_gateways_word_is_rejected_data();
    void what_is_not_the_gateways_word_is_rejected();
    void every_changed_bit_of_the_signed_bytes_is_rejected();
};

void TestReceipt::the_gateways_own_is_accepted() {
    World world;
    const auto id = world.sign();
    const Receipt receipt = world.receipt_for(id, ReceiptOutcome::accepted, world.gateway_key());
    const auto done = courier::verify(receipt, world.record.at(id).decision, world.gateway_key().public_key());
    QVERIFY2(done.ok(), done.ok() ? "" : done.fault().detail.c_str());
}

void TestReceipt::what_is_not_the_gateways_word_is_rejected_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const char* reason, const Change& change) {
        QTest::newRow(name) << change << QByteArray(reason);
    };
    const auto sign_again = [](Receipt& receipt, const crypto::SigningKey& key) {
        receipt.signed_bytes = wire::receipt_bytes(receipt);
        receipt.key = key.public_key();
        receipt.signature = key.sign(receipt.signed_bytes).value();
    };
    row("a stranger's key, properly signed", "another key",
        [sign_again](Receipt& receipt, const World& world) { sign_again(receipt, world.stranger_key()); });
    row("a stranger's signature under the gateway's key", "does not verify", [](Receipt& receipt, const World& world) {
        receipt.signature = world.stranger_key().sign(receipt.signed_bytes).value();
    });
    row("no signature", "does not verify", [](Receipt& receipt, const World&) { receipt.signature = {}; });
    row("another outcome beside the signed one", "differ",
        [](Receipt& receipt, const World&) { receipt.outcome = ReceiptOutcome::executed; });
    row("another decision beside the signed one", "differ",
        [](Receipt& receipt, const World&) { receipt.decision = domain::DecisionId("d-2"); });
    row("a good receipt for another decision", "another decision", [sign_again](Receipt& receipt, const World& world) {
        receipt.decision = domain::DecisionId("d-2");
        sign_again(receipt, world.gateway_key());
    });
    row("a good receipt for other bytes", "other bytes", [sign_again](Receipt& receipt, const World& world) {
        receipt.decision_digest[7] ^= 1U;
        sign_again(receipt, world.gateway_key());
    });
    row("signed bytes that are no receipt", "no receipt", [](Receipt& receipt, const World& world) {
        receipt.signed_bytes = "reeve-decision/v1\n{}";
        receipt.signature = world.gateway_key().sign(receipt.signed_bytes).value();
    });
}

void TestReceipt::what_is_not_the_gateways_word_is_rejected() {
    QFETCH(Change, change);
    QFETCH(QByteArray, reason);
    World world;
    const auto id = world.sign();
    Receipt receipt = world.receipt_for(id, ReceiptOutcome::accepted, world.gateway_key());
    change(receipt, world);
    const auto done = courier::verify(receipt, world.record.at(id).decision, world.gateway_key().public_key());
    QVERIFY(!done.ok());
    QCOMPARE(static_cast<int>(done.fault().code), static_cast<int>(base::FaultCode::bad_signature));
    QVERIFY2(done.fault().detail.find(reason.toStdString()) != std::string::npos, done.fault().detail.c_str());
}

void TestReceipt::every_changed_bit_of_the_signed_bytes_is_rejected() {
    World world;
    const auto id = world.sign();
    const Receipt good = world.receipt_for(id, ReceiptOutcome::accepted, world.gateway_key());
    for (std::size_t i = 0; i < good.signed_bytes.size(); ++i) {
        Receipt receipt = good;
        receipt.signed_bytes[i] = static_cast<char>(receipt.signed_bytes[i] ^ 1);
        QVERIFY(!courier::verify(receipt, world.record.at(id).decision, world.gateway_key().public_key()).ok());
    }
}

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
