// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a card export on the window to what the policy would have stopped of it, and the minutes a week that costs.
#include "app/console/files.h"
#include "app/console/policies.h"
#include "tests/console/keeper.h"
#include "tests/support/patience.h"
#include "ui/policy/what_if_pages.h"
#include "ui/policy/what_if_view.h"
#include "ui/settings/import_dialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

namespace {

/// Purchases of one card, one a day: `large` of them are above every tier's beginning.
QByteArray rows(const char* month, int count, int large) {
    QByteArray text = "Date,Supplier,Amount,Currency,Card\n";
    for (int day = 1; day <= count; ++day) {
        text += month + QByteArray("-") + QByteArray::number(day).rightJustified(2, '0') + ",Nordlicht " +
                QByteArray::number(day) + "," + (day <= large ? "6000.50" : "12.50") + ",GBP,card-1\n";
    }
    return text;
}

struct Scene {
    std::string write(const QString& name, const QByteArray& content) const {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("the test cannot write its file");
        }
        return file.fileName().toStdString();
    }
    /// As a person does it: looks at how the file would be read, imports it, and asks what would have stopped.
    [[nodiscard]] bool drop(const std::string& file) {
        ui::settings::ImportDialog dialog(files, formats, file);
        dialog.offer_trial();
        dialog.show();
        QObject::connect(&dialog, &ui::settings::ImportDialog::trial_wanted, &trial,
                         [this](const domain::SourceId& source) { trial.try_in_force(source); });
        if (!support::wait_until([&dialog] { return dialog.is_offered(); })) {
            return false;
        }
        for (QCheckBox* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text().contains(QStringLiteral("looked"))) {
                box->setChecked(true);
            }
        }
        if (!support::wait_until([&dialog] { return dialog.go().isEnabled(); })) {
            return false;
        }
        dialog.go().click();
        if (!support::wait_until([&dialog] { return dialog.is_over(); }) || !dialog.trial().isVisible()) {
            return false;
        }
        dialog.trial().click();
        return support::wait_until([this] { return trial.is_done(); });
    }
    /// A number of the work table, by the name of its row; in the column of the draft.
    [[nodiscard]] QString work(const QString& what) const {
        for (const QTableView* table : trial.findChildren<QTableView*>()) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, 0).data().toString() == what) {
                    return table->model()->index(row, 2).data().toString();
                }
            }
        }
        return {};
    }
    [[nodiscard]] bool says(const QString& words) const {
        for (const QLabel* label : trial.findChildren<QLabel*>()) {
            if (label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    QTemporaryDir dir;
    base::SystemClock clock;
    std::filesystem::path store = dir.filePath(QStringLiteral("store")).toStdString();
    Keeper keeper{store, clock};
    console::Files files{store, clock};
    console::Policies policies{store};
    text::Formats formats{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    ui::policy::WhatIfView trial{policies, formats};
};

} // namespace

class TestDroppedFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_would_have_stopped_is_of_the_dropped_file_alone() {
        Scene scene;
        QVERIFY(scene.keeper.listening());
        QVERIFY(scene.drop(scene.write(QStringLiteral("2026-02.csv"), rows("2026-02", 20, 5))));
        QVERIFY(scene.says(QStringLiteral("Of 20 orders")));
        QVERIFY(scene.says(QStringLiteral("2026-02"))); // which file
        const int first = scene.work(QStringLiteral("Cases, each decided once")).toInt();
        QVERIFY(first >= 5);
        const double minutes = scene.work(QStringLiteral("Person-minutes a week")).toDouble();
        QVERIFY2(minutes > 0, qPrintable(scene.work(QStringLiteral("Person-minutes a week"))));
        // Another file: its rows alone.
        QVERIFY(scene.drop(scene.write(QStringLiteral("2026-03.csv"), rows("2026-03", 10, 0))));
        QVERIFY(scene.says(QStringLiteral("Of 10 orders")));
        QVERIFY(scene.says(QStringLiteral("2026-03")));
        QVERIFY(scene.work(QStringLiteral("Cases, each decided once")).toInt() < first);
    }
};

QTEST_MAIN(TestDroppedFile)
#include "tst_dropped_file.moc"
