// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/tree.h"

#include "tests/ledger/reference_tree.h"

#include <QTest>

using base::FaultCode;
using ledger::Digest;
using ledger::Tree;

namespace {

QByteArray hex(const Digest& digest) {
    return QByteArray::fromStdString(base::to_hex(digest));
}

} // namespace

/// The tree against published roots and the definitions of RFC 9162.
class TestTree : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_with_certificate_transparency();
    void the_empty_tree_has_the_root_of_nothing();
    void agrees_with_the_definition_at_every_size();
    void a_batch_is_the_same_as_one_by_one();
    void keeps_one_node_for_256_leaves();
    void comes_back_from_its_text();
    void refuses_a_text_that_is_no_frontier_data();
    void refuses_a_text_that_is_no_frontier();
};

void TestTree::agrees_with_certificate_transparency() {
    const char* roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                           "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                           "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                           "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                           "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                           "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                           "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    ledger::Hasher hasher;
    std::vector<ledger::KeptNode> kept;
    Tree tree;
    const auto bodies = reference::transparency_bodies();
    for (std::size_t index = 0; index < bodies.size(); ++index) {
        tree.append(hasher.leaf(bodies[index]), hasher, kept);
        QCOMPARE(hex(tree.root(hasher)), QByteArray(roots[index]));
        QCOMPARE(tree.size(), index + 1);
    }
    QVERIFY(kept.empty());
}

void TestTree::the_empty_tree_has_the_root_of_nothing() {
    ledger::Hasher hasher;
    QCOMPARE(hex(Tree().root(hasher)), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(Tree().size(), std::uint64_t{0});
}

void TestTree::agrees_with_the_definition_at_every_size() {
    const auto all = reference::leaves(300);
    ledger::Hasher hasher;
    std::vector<ledger::KeptNode> kept;
    Tree tree;
    for (std::size_t size = 1; size <= all.size(); ++size) {
        tree.append(all[size - 1], hasher, kept);
        QCOMPARE(tree.root(hasher), reference::root(all, 0, size));
    }
}

void TestTree::a_batch_is_the_same_as_one_by_one() {
    const auto all = reference::leaves(1000);
    ledger::Hasher hasher;
    std::vector<ledger::KeptNode> kept_one;
    std::vector<ledger::KeptNode> kept_batch;
    Tree one;
    Tree batch;
    std::size_t done = 0;
    for (const std::size_t count : {0U, 1U, 3U, 252U, 256U, 1U, 300U, 187U}) {
        batch.append(std::span(all).subspan(done, count), hasher, kept_batch);
        for (std::size_t index = done; index < done + count; ++index) {
            one.append(all[index], hasher, kept_one);
        }
        done += count;
        QVERIFY(one == batch);
    }
    QCOMPARE(done, all.size());
    QVERIFY(kept_one == kept_batch);
}

void TestTree::keeps_one_node_for_256_leaves() {
    const auto all = reference::leaves(65536 + 300);
    ledger::Hasher hasher;
    std::vector<ledger::KeptNode> kept;
    Tree tree;
    tree.append(all, hasher, kept);
    QCOMPARE(kept.size(), std::size_t{256 + 1 + 1});
    for (std::size_t index = 0; index < 256; ++index) {
        QCOMPARE(kept[index].level, 8U);
        QCOMPARE(kept[index].index, index);
    }
    QCOMPARE(kept[256].level, 16U);
    QCOMPARE(kept[256].index, std::uint64_t{0});
    QCOMPARE(kept[257].index, std::uint64_t{256});
    QCOMPARE(kept[3].hash, reference::root(all, 768, 1024));
    QCOMPARE(kept[256].hash, reference::root(all, 0, 65536));
}

void TestTree::comes_back_from_its_text() {
    const auto all = reference::leaves(300);
    for (const std::size_t size : {0U, 1U, 2U, 7U, 255U, 256U, 257U, 299U}) {
        ledger::Hasher hasher;
        std::vector<ledger::KeptNode> kept;
        Tree tree;
        tree.append(std::span(all).first(size), hasher, kept);
        auto restored = Tree::restore(tree.serialise());
        QVERIFY(restored.ok());
        QVERIFY(*restored == tree);
        restored->append(all.back(), hasher, kept);
        tree.append(all.back(), hasher, kept);
        QCOMPARE(restored->root(hasher), tree.root(hasher));
    }
}

void TestTree::refuses_a_text_that_is_no_frontier_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const QByteArray hash(64, 'a');
    const auto row = [](const char* name, const QByteArray& text, FaultCode code) {
        QTest::newRow(name) << text << static_cast<int>(code);
    };
    row("nothing", "", FaultCode::malformed);
    row("another header", "reeve-frontier/v2\n0\n", FaultCode::malformed);
    row("no size", "reeve-frontier/v1\n", FaultCode::malformed);
    row("a size that is no number", "reeve-frontier/v1\n-1\n", FaultCode::malformed);
    row("a size beyond 64 bits", "reeve-frontier/v1\n18446744073709551616\n", FaultCode::malformed);
    row("too few hashes", "reeve-frontier/v1\n3\n" + hash + "\n", FaultCode::corrupt);
    row("too many hashes", "reeve-frontier/v1\n2\n" + hash + "\n" + hash + "\n", FaultCode::corrupt);
    row("half a hash", "reeve-frontier/v1\n1\n" + hash.left(62) + "\n", FaultCode::malformed);
    row("a capital digit", "reeve-frontier/v1\n1\n" + hash.toUpper() + "\n", FaultCode::malformed);
    row("no line end", "reeve-frontier/v1\n1\n" + hash, FaultCode::malformed);
    row("an empty line", "reeve-frontier/v1\n1\n" + hash + "\n\n", FaultCode::malformed);
}

void TestTree::refuses_a_text_that_is_no_frontier() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto restored = Tree::restore(text.toStdString());
    QVERIFY(!restored.ok());
    QCOMPARE(static_cast<int>(restored.fault().code), code);
}

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
