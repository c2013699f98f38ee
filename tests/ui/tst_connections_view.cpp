// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/settings/connections_view.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using ports::TestOutcome;
using ports::TestStep;
using ui::settings::ConnectionsView;

namespace {

/// Saved connections in memory, and a test that goes as far as a case says.
class FakeConnections final : public ports::Connections {
public:
    std::vector<ports::ConnectionForm> kept;
    std::optional<base::Fault> next_fault;
    TestStep fails_at = TestStep::form; ///< form: nothing fails
    base::FaultCode fault = base::FaultCode::unreachable;
    std::vector<ports::ConnectionForm> tested;
    ports::TestReport report;

    void list(ports::Reply<std::vector<ports::ConnectionForm>> reply) override { reply(kept); }
    void save(ports::ConnectionForm form, ports::Reply<std::vector<ports::ConnectionForm>> reply) override {
        if (next_fault) {
            reply(*std::exchange(next_fault, std::nullopt));
            return;
        }
        kept.push_back(std::move(form));
        reply(kept);
    }
    void remove(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override {
        std::erase_if(kept, [&](const auto& form) { return form.name == name; });
        reply(kept);
    }
    void use(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override {
        for (auto& form : kept) {
            form.in_use = form.name == name;
        }
        reply(kept);
    }
    void test(ports::ConnectionForm form, ports::Subscription<ports::TestLine> progress,
              ports::Reply<ports::TestReport> reply) override {
        tested.push_back(std::move(form));
        bool failed = false;
        for (int number = 0; number < 7; ++number) {
            ports::TestLine line;
            line.step = static_cast<TestStep>(number);
            line.outcome = failed ? TestOutcome::skipped : TestOutcome::passed;
            line.found = "found \xe2\x80\xae there";
            if (fails_at != TestStep::form && line.step == fails_at) {
                failed = true;
                line.outcome = TestOutcome::failed;
                line.fault = base::Fault{fault, "detail", "place"};
            }
            progress(std::make_shared<ports::TestLine>(line));
        }
        reply(report);
    }
};

struct Scene {
    Scene() {
        view.resize(1000, 700);
        view.show();
    }
    [[nodiscard]] QLineEdit& field(const char* name) const {
        const auto lines = view.findChildren<QLineEdit*>();
        for (QLineEdit* line : lines) {
            if (line->accessibleName() == QLatin1String(name)) {
                return *line;
            }
        }
        qFatal("no such field");
    }
    [[nodiscard]] QPushButton& button(const char* begins) const {
        const auto buttons = view.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (!button->isHidden() && QString(button->text()).remove(u'&').startsWith(QLatin1String(begins))) {
                return *button;
            }
        }
        qFatal("no such button");
    }

    FakeConnections connections;
    ConnectionsView view{connections};
};

} // namespace

class TestConnectionsView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_step_that_fails_says_what_to_do_data();
    void each_step_that_fails_says_what_to_do();
    void a_certificate_is_confirmed_by_a_person_and_tested_again();
    void a_key_is_confirmed_by_a_person();
    void what_is_saved_is_listed_used_and_removed();
    void what_cannot_be_saved_says_which_field();
    void certificates_and_keys_come_from_files_and_are_not_shown();
};

void TestConnectionsView::each_step_that_fails_says_what_to_do_data() {
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, TestStep step, const char* says) {
        QTest::newRow(name) << static_cast<int>(step) << QString::fromLatin1(says);
    };
    row("an unknown name", TestStep::address, "spelling");
    row("nobody answers", TestStep::connection, "port");
    row("no TLS", TestStep::certificate, "TLS 1.2");
    row("a refused token", TestStep::login, "token");
    row("a feed that does not open", TestStep::feed, "source");
    row("a clock that is wrong", TestStep::clock, "30 seconds");
}

void TestConnectionsView::each_step_that_fails_says_what_to_do() {
    QFETCH(int, step);
    QFETCH(QString, says);
    Scene scene;
    scene.connections.fails_at = static_cast<TestStep>(step);
    scene.button("Test").click();
    QTRY_VERIFY(!scene.view.page().is_testing());
    QVERIFY(scene.view.page().said(static_cast<TestStep>(step)).contains(says));
    QVERIFY(scene.view.page().said(static_cast<TestStep>(step - 1)).contains(QStringLiteral("⟦U+202E⟧")));
    if (static_cast<TestStep>(step) != TestStep::clock) {
        QVERIFY(scene.view.page().said(TestStep::clock).isEmpty()); // not tried
    }
}

void TestConnectionsView::a_certificate_is_confirmed_by_a_person_and_tested_again() {
    Scene scene;
    scene.connections.fails_at = TestStep::certificate;
    scene.connections.fault = base::FaultCode::untrusted;
    scene.connections.report.certificate = std::string(64, 'a');
    scene.button("Test").click();
    QTRY_VERIFY(!scene.view.page().is_testing());
    QVERIFY(scene.view.page().said(TestStep::certificate).contains(QStringLiteral("Compare")));
    QCOMPARE(scene.field("Certificate").text(), QString()); // nothing is taken over by itself
    scene.button("I have compared it").click();
    QCOMPARE(scene.field("Certificate").text(), QString(64, u'a'));
    QCOMPARE(scene.connections.tested.size(), std::size_t{2});
    QCOMPARE(scene.connections.tested[1].certificate, std::string(64, 'a'));
}

void TestConnectionsView::a_key_is_confirmed_by_a_person() {
    Scene scene;
    scene.connections.report.passed = true;
    scene.connections.report.gateway_key = "a2V5";
    scene.connections.report.source = "https://gateway.example/feed";
    scene.button("Test").click();
    QTRY_COMPARE(scene.field("Source").text(), QStringLiteral("https://gateway.example/feed"));
    QCOMPARE(scene.field("Gateway's key").text(), QString());
    scene.button("I have compared it").click();
    QCOMPARE(scene.field("Gateway's key").text(), QStringLiteral("a2V5"));
}

void TestConnectionsView::what_is_saved_is_listed_used_and_removed() {
    Scene scene;
    scene.field("Name").setText(QStringLiteral("Plant 1"));
    scene.field("Address").setText(QStringLiteral(" gateway.example "));
    scene.button("Save").click();
    QTRY_COMPARE(scene.view.count(), 1);
    QCOMPARE(scene.connections.kept[0].host, std::string("gateway.example"));
    auto* table = scene.view.findChild<QTableView*>();
    table->setCurrentIndex(table->model()->index(0, 0));
    scene.button("Use now").click();
    QTRY_VERIFY(scene.connections.kept[0].in_use);
    QTRY_VERIFY(scene.view.notice().contains(QStringLiteral("now")));
    scene.button("Remove").click();
    QTRY_COMPARE(scene.view.count(), 0);
    QCOMPARE(scene.field("Name").text(), QString());
}

void TestConnectionsView::what_cannot_be_saved_says_which_field() {
    Scene scene;
    scene.connections.next_fault = base::Fault{base::FaultCode::invalid_argument, "no", "port"};
    scene.button("Save").click();
    QTRY_VERIFY(scene.view.notice().contains(QStringLiteral("65535")));
    QCOMPARE(scene.view.count(), 0);
}

void TestConnectionsView::certificates_and_keys_come_from_files_and_are_not_shown() {
    Scene scene;
    scene.field("Name").setText(QStringLiteral("Plant 1"));
    scene.field("Client certificate").setText(QStringLiteral("/etc/reeve/client.pem"));
    scene.field("Client key").setText(QStringLiteral("/etc/reeve/client.key"));
    scene.button("Save").click();
    QTRY_COMPARE(scene.view.count(), 1);
    QCOMPARE(scene.connections.kept[0].client_certificate, std::string("/etc/reeve/client.pem"));
    QCOMPARE(scene.connections.kept[0].client_key, std::string("/etc/reeve/client.key"));
    ports::ConnectionForm kept = scene.connections.kept[0]; // as it is after saving
    kept.client_key = "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n";
    kept.client_certificate = "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n";
    scene.view.page().show_form(kept);
    QCOMPARE(scene.field("Client key").text(), QString());
    QVERIFY(scene.field("Client key").placeholderText().contains(QStringLiteral("Kept")));
    QCOMPARE(scene.view.page().form().client_key, kept.client_key); // saving again loses nothing
    scene.button("Take out").click();                               // the first that is seen
    QCOMPARE(scene.view.page().form().client_certificate, std::string());
    QCOMPARE(scene.view.page().form().client_key, kept.client_key);
    scene.connections.next_fault = base::Fault{base::FaultCode::not_found, "no", "client_key"};
    scene.button("Save").click();
    QTRY_VERIFY(scene.view.notice().contains(QStringLiteral("client key")));
}

QTEST_MAIN(TestConnectionsView)
#include "tst_connections_view.moc"
