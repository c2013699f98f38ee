// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/connections.h"
#include "app/console/run.h"
#include "app/premises/folders.h"
#include "tests/support/patience.h"
#include "ui/frame/main_window.h"
#include "ui/settings/connections_view.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using ui::frame::MainWindow;

namespace {

ports::ConnectionForm form(const char* name, const char* port) {
    ports::ConnectionForm made;
    made.name = name;
    made.host = "127.0.0.1";
    made.port = port;
    made.token = "secret";
    made.source = "urn:test";
    made.gateway_key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    made.certificate = std::string(64, 'a');
    return made;
}

MainWindow* window() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<MainWindow*>(widget); found != nullptr && found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

QPushButton* button(const QWidget& in, const char* begins) {
    for (QPushButton* each : in.findChildren<QPushButton*>()) {
        if (QString(each->text()).remove(u'&').startsWith(QLatin1String(begins)) && each->isEnabled()) {
            return each;
        }
    }
    return nullptr;
}

/// A person, step by step: looks every few milliseconds whether the next thing can be done.
struct Person {
    std::vector<std::function<bool()>> steps;
    std::size_t done = 0;
    int looks = 0;
};
Person* person = nullptr;

/// Begins with the application that console::run makes.
void watch() {
    if (person == nullptr) {
        return;
    }
    auto* timer = new QTimer(QCoreApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, [] {
        if (person->done < person->steps.size() && person->steps[person->done]()) {
            ++person->done;
        } else if (++person->looks > 3000) {
            QCoreApplication::exit(77); // gave up
        }
    });
    timer->start(10);
}

Q_COREAPP_STARTUP_FUNCTION(watch)

} // namespace

class TestSwitchConnection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void another_connection_is_opened_in_the_same_program();
};

void TestSwitchConnection::another_connection_is_opened_in_the_same_program() {
    const QTemporaryDir dir;
    const premises::Folders folders = premises::folders_of(dir.path().toStdString());
    QVERIFY(premises::make(folders).ok());
    {
        int argc = 1;
        char name[] = "test";
        char* argv[] = {name, nullptr};
        const QCoreApplication application(argc, argv); // replies need an event loop
        QObject context;
        base::SystemClock clock;
        console::Connections connections(folders, clock);
        int saved = 0;
        const auto note = [&saved](const auto& forms) { saved += forms.ok() ? 1 : 0; };
        connections.save(form("First", "1"), {&context, note});
        connections.save(form("Second", "2"), {&context, note});
        connections.use("First", {&context, note});
        QTRY_COMPARE(saved, 3);
    }
    Person one;
    QPointer<MainWindow> first;
    one.steps = {[&] {
                     first = window();
                     if (first) {
                         first->show_page(ui::frame::Page::connections);
                     }
                     return !first.isNull();
                 },
                 [&] {
                     auto* view = first->findChild<ui::settings::ConnectionsView*>();
                     auto* table = view->findChild<QTableView*>();
                     if (view->count() != 2) {
                         return false;
                     }
                     table->setCurrentIndex(table->model()->index(1, 0));
                     QPushButton* use = button(*view, "Use now");
                     if (use != nullptr) {
                         use->click();
                     }
                     return use != nullptr;
                 },
                 [&] { // the old window is gone, and a new one says what is in use
                     MainWindow* second = window();
                     if (!first.isNull() || second == nullptr || second->page() != ui::frame::Page::connections) {
                         return false;
                     }
                     auto* table = second->findChild<ui::settings::ConnectionsView*>()->findChild<QTableView*>();
                     if (table->model()->rowCount() != 2) {
                         return false;
                     }
                     const QString state = table->model()->index(1, 2).data().toString();
                     const QString other = table->model()->index(0, 2).data().toString();
                     if (state == QStringLiteral("In use") && other == QStringLiteral("Saved")) {
                         QTimer::singleShot(0, second, &QWidget::close);
                         return true;
                     }
                     return false;
                 }};
    person = &one;
    QByteArray program("reeve");
    QByteArray option("--state");
    QByteArray state = dir.path().toUtf8();
    char* arguments[] = {program.data(), option.data(), state.data(), nullptr};
    const int code = console::run(3, arguments);
    person = nullptr;
    QCOMPARE(one.done, one.steps.size());
    QCOMPARE(code, 0); // the last window was closed
}

QTEST_APPLESS_MAIN(TestSwitchConnection)
#include "tst_switch_connection.moc"
