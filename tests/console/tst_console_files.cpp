// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/files.h"
#include "app/store/reader.h"
#include "tests/console/keeper.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace {

/// Thirty purchases, and one whose date is none.
QByteArray rows() {
    QByteArray text = "Date,Supplier,Amount,Currency,Card\n";
    for (int day = 1; day <= 28; ++day) {
        text += "2026-02-" + QByteArray::number(day).rightJustified(2, '0') + ",Nordlicht," +
                QByteArray::number(day * 7) + ".50,EUR,card-1\n";
    }
    return text + "2026-02-13,Cafe,20.00,EUR,card-2\n2026-02-14,Cafe,3.25,EUR,card-2\nno date,Cafe,5.00,EUR,card-2\n";
}

struct Scene {
    template <class T>
    base::Result<T> ask(const std::function<void(ports::Reply<T>)>& question) {
        std::optional<base::Result<T>> answer;
        question(ports::Reply<T>(&context, [&answer](base::Result<T> one) { answer = std::move(one); }));
        static_cast<void>(support::wait_until([&answer] { return answer.has_value(); }));
        return answer ? std::move(*answer) : base::Result<T>(base::Fault{base::FaultCode::timed_out, "no answer", {}});
    }
    std::string write(const char* name, const QByteArray& content) const {
        QFile file(dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("the test cannot write its file");
        }
        return file.fileName().toStdString();
    }
    base::Result<ports::FileOffer> offer(const std::string& path) {
        return ask<ports::FileOffer>([&](auto reply) { files.offer(path, std::move(reply)); });
    }
    base::Result<ports::OfferLook> look(const ports::FileOffer& made, bool refit) {
        return ask<ports::OfferLook>([&](auto reply) { files.look(made, refit, std::move(reply)); });
    }
    base::Result<ports::ImportSummary> import(const ports::FileOffer& made) {
        return ask<ports::ImportSummary>([&](auto reply) {
            files.import(made, {&context, [this](const auto& told) { progress.push_back(*told); }}, std::move(reply));
        });
    }

    QTemporaryDir dir;
    QObject context;
    base::SystemClock clock;
    std::filesystem::path store = dir.filePath(QStringLiteral("store")).toStdString();
    console::Files files{store, clock};
    std::vector<ports::ImportProgress> progress;
};

const ports::FieldColumn* field(const ports::FileOffer& offer, const char* name) {
    for (const auto& each : offer.fields) {
        if (each.field == name) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

class TestConsoleFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_table_is_offered_and_nothing_is_stored();
    void an_import_stores_rows_and_sets_bad_ones_aside();
    void the_same_file_again_adds_nothing();
    void what_a_person_changes_in_the_offer_counts();
    void a_look_reads_the_whole_file_and_settles_what_the_beginning_left_open();
    void what_no_column_says_can_be_said_for_the_whole_file();
    void a_look_at_other_columns_chooses_the_forms_anew();
    void a_german_export_in_western_letters_is_imported();
    void without_a_keeper_it_says_so();
    void what_cannot_be_read_is_said_data();
    void what_cannot_be_read_is_said();
};

void TestConsoleFiles::a_table_is_offered_and_nothing_is_stored() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    QVERIFY(keeper.listening());
    const auto offer = scene.offer(scene.write("2026-02.csv", rows()));
    QVERIFY2(offer.ok(), offer.ok() ? "" : base::describe(offer.fault()).c_str());
    QVERIFY(offer->table);
    QCOMPARE(offer->period, std::string("2026-02"));
    QCOMPARE(offer->header.size(), std::size_t{5});
    QVERIFY(field(*offer, "time") != nullptr);
    QCOMPARE(field(*offer, "time")->column, std::string("Date"));
    QCOMPARE(field(*offer, "amount")->column, std::string("Amount"));
    QCOMPARE(field(*offer, "supplier")->column, std::string("Supplier"));
    const auto reader = store::Reader::open(scene.store);
    QVERIFY(reader.ok());
}

void TestConsoleFiles::an_import_stores_rows_and_sets_bad_ones_aside() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    const auto offer = scene.offer(scene.write("2026-02.csv", rows()));
    QVERIFY(offer.ok());
    const auto summary = scene.import(*offer);
    QVERIFY2(summary.ok(), summary.ok() ? "" : base::describe(summary.fault()).c_str());
    QCOMPARE(summary->rows, std::uint64_t{31});
    QVERIFY(summary->events >= 30);
    QCOMPARE(summary->set_aside, std::uint64_t{1});
    QVERIFY(!summary->suspected);
    QTRY_VERIFY(!scene.progress.empty());
    QVERIFY(!scene.progress.front().storing); // looks first
    QVERIFY(scene.progress.back().bytes_read <= scene.progress.back().bytes_total);
}

void TestConsoleFiles::the_same_file_again_adds_nothing() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    const auto offer = scene.offer(scene.write("2026-02.csv", rows()));
    QVERIFY(offer.ok() && scene.import(*offer).ok());
    const auto again = scene.import(*offer);
    QVERIFY(again.ok());
    QCOMPARE(again->events, std::uint64_t{0});
    QVERIFY(again->duplicates >= 30);
}

void TestConsoleFiles::what_a_person_changes_in_the_offer_counts() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    auto offer = scene.offer(scene.write("2026-02.csv", rows()));
    QVERIFY(offer.ok());
    for (ports::FieldColumn& each : offer->fields) {
        if (each.field == "time") {
            each.column = "Supplier"; // nothing there is a date
        }
    }
    const auto summary = scene.import(*offer);
    QVERIFY(!summary.ok() || summary->set_aside == 31);
}

void TestConsoleFiles::a_look_reads_the_whole_file_and_settles_what_the_beginning_left_open() {
    Scene scene;
    QByteArray text = "Date,Amount,Currency,Card\n";
    for (int row = 0; row < 300; ++row) { // more than a guess looks at
        text += "0" + QByteArray::number(1 + row % 9) + "/04/2026,1.00,EUR,c1\n";
    }
    const auto offer = scene.offer(scene.write("2026-04.csv", text + "04/29/2026,2.00,EUR,c1\n"));
    QVERIFY(offer.ok());
    QCOMPARE(offer->doubts, std::vector<std::string>{"day_and_month_ambiguous"});
    QVERIFY(!offer->month_first);
    const auto seen = scene.look(*offer, true);
    QVERIFY2(seen.ok(), seen.ok() ? "" : base::describe(seen.fault()).c_str());
    QVERIFY(seen->offer.month_first); // the last row says so
    QVERIFY(seen->offer.doubts.empty());
    QCOMPARE(seen->look.orders, std::uint64_t{301});
    const auto kept = scene.look(*offer, false); // as a person left it
    QVERIFY(kept.ok() && !kept->offer.month_first);
    QCOMPARE(kept->look.set_aside, std::uint64_t{1});
}

void TestConsoleFiles::what_no_column_says_can_be_said_for_the_whole_file() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    auto offer = scene.offer(scene.write("2026-02.csv", "Date,Supplier,Amount\n2026-02-03,Nord,5.00\n"));
    QVERIFY(offer.ok());
    const auto lacking = scene.look(*offer, true);
    QVERIFY2(lacking.ok(), lacking.ok() ? "" : base::describe(lacking.fault()).c_str());
    QVERIFY(lacking->look.fault.has_value());
    QCOMPARE(lacking->look.orders, std::uint64_t{0});
    ports::FileOffer said = lacking->offer;
    for (ports::FieldColumn& each : said.fields) {
        each.constant = each.field == "currency" ? "GBP" : each.field == "agent" ? "my card" : "";
    }
    const auto whole = scene.look(said, false);
    QVERIFY(whole.ok() && !whole->look.fault);
    QCOMPARE(whole->look.sums.at("GBP").minor, std::int64_t{500});
    const auto summary = scene.import(whole->offer);
    QVERIFY2(summary.ok(), summary.ok() ? "" : base::describe(summary.fault()).c_str());
    QCOMPARE(summary->set_aside, std::uint64_t{0});
    QVERIFY(summary->events >= 2);
}

void TestConsoleFiles::a_look_at_other_columns_chooses_the_forms_anew() {
    Scene scene;
    const auto offer = scene.offer(scene.write("2026-02.csv", "Booked,Date of value,Amount,Currency,Card\n"
                                                              "2026-02-03,03.02.2026,\"1.234,50\",EUR,c1\n"
                                                              "2026-02-04,24.02.2026,\"4,50\",EUR,c1\n"));
    QVERIFY(offer.ok());
    for (const char* column : {"Booked", "Date of value"}) {
        ports::FileOffer changed = *offer;
        for (ports::FieldColumn& each : changed.fields) {
            each.column = each.field == "time" ? column : each.column;
        }
        const auto seen = scene.look(changed, true);
        QVERIFY(seen.ok());
        QCOMPARE(seen->look.orders, std::uint64_t{2});
        QVERIFY(seen->offer.decimal_comma);
    }
}

void TestConsoleFiles::a_german_export_in_western_letters_is_imported() {
    Scene scene;
    const Keeper keeper(scene.store, scene.clock);
    const auto offer =
        scene.offer(scene.write("2026-03.csv", "Buchungstag;H\xE4ndler;Betrag;W\xE4hrung;Kartennummer\r\n"
                                               "02.03.2026;B\xE4"
                                               "ckerei;1.234,56;EUR;0419\r\n"));
    QVERIFY(offer.ok());
    const auto seen = scene.look(*offer, true);
    QVERIFY(seen.ok());
    QCOMPARE(seen->offer.doubts, std::vector<std::string>{"letters_are_western"});
    const auto summary = scene.import(seen->offer);
    QVERIFY2(summary.ok(), summary.ok() ? "" : base::describe(summary.fault()).c_str());
    QCOMPARE(summary->set_aside, std::uint64_t{0});
}

void TestConsoleFiles::without_a_keeper_it_says_so() {
    Scene scene;
    const auto offer = scene.offer(scene.write("2026-02.csv", rows()));
    QVERIFY(offer.ok()); // looking needs no record
    const auto summary = scene.import(*offer);
    QVERIFY(!summary.ok());
    QVERIFY(scene.import(*offer).fault().code != base::FaultCode::exhausted); // the door is free again
}

void TestConsoleFiles::what_cannot_be_read_is_said_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a file that is not there") << QByteArray();
    QTest::newRow("bytes that are no text") << QByteArray("\0\xff\xfe\0\n", 5);
}

void TestConsoleFiles::what_cannot_be_read_is_said() {
    QFETCH(QByteArray, content);
    Scene scene;
    const auto offer =
        content.isEmpty() ? scene.offer("/nowhere/at/all.csv") : scene.offer(scene.write("x.csv", content));
    QVERIFY(!offer.ok());
}

QTEST_GUILESS_MAIN(TestConsoleFiles)
#include "tst_console_files.moc"
