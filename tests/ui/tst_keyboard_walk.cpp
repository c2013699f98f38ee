// SPDX-License-Identifier: GPL-3.0-or-later
//
// A person without a mouse on every screen and every page of it: no two things answer to the same letter, whatever gets
// the focus has a name, shows that it has it, and lets go again.
#include "app/console/connections.h"
#include "app/console/policies.h"
#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/case_view.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using ui::frame::MainWindow;

namespace {

class FakeJudging final : public ports::Judging {
public:
    void watch(ports::Subscription<ports::JudgeState> subscriber) override {
        subscriber(std::make_shared<const ports::JudgeState>());
    }
    void report(ports::Reply<ports::JudgingReport> reply) override {
        ports::JudgingReport told;
        told.work_items.push_back({});
        told.scores.push_back({});
        told.coverage.categories.push_back({});
        reply(told);
    }
};

struct Scene {
    explicit Scene(const QLocale& locale) {
        if (translator.load(locale, QStringLiteral("reeve"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
            QApplication::installTranslator(&translator);
        }
        fake::fill_shift(core);
        fake::fill_books(books);
        ui::frame::Options options{locale, QTimeZone::utc(), false, {}};
        options.spend = &books;
        options.agents = &books;
        options.policies = &policies;
        options.judging = &judging;
        options.connections = &connections;
        window = std::make_unique<MainWindow>(core, core, core, clock, options);
        window->resize(1400, 900);
        window->show();
        window->activateWindow();
        QApplication::setActiveWindow(window.get());
        window->inbox_view().open(
            {domain::SourceId("https://gateway.example/feed/1"), domain::TransactionId("TX-4711")});
        settle();
    }
    ~Scene() { QApplication::removeTranslator(&translator); }
    static void settle() {
        for (int i = 0; i < 10; ++i) {
            QCoreApplication::processEvents();
        }
    }
    /// Every page of every screen: what is looked at, and its name.
    template <class Look>
    void visit(Look look) const {
        for (const ui::frame::Screen& screen : window->screens()) {
            window->show_page(screen.page);
            // What wants a question first, Search and What if, stays as it is.
            static_cast<void>(QTest::qWaitFor([&] { return !screen.is_filled || screen.is_filled(); }, 1'500));
            settle();
            auto* tabs = screen.widget->findChild<QTabWidget*>();
            if (tabs == nullptr || !tabs->isVisible()) {
                look(screen, screen.id);
                continue;
            }
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                settle();
                look(screen, screen.id + QLatin1Char('/') + tabs->tabText(tab));
            }
            tabs->setCurrentIndex(0);
        }
    }

    QTranslator translator;
    QTemporaryDir folder;
    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    fake::Books books;
    FakeJudging judging;
    premises::Folders folders{std::filesystem::path(folder.path().toStdString())};
    console::Connections connections{folders, clock};
    console::Policies policies{folders.store()};
    std::unique_ptr<MainWindow> window;
};

/// The letters that Alt and a letter reach now, with what they belong to.
QMultiMap<QString, QString> letters(const MainWindow& window) {
    QMultiMap<QString, QString> all;
    const auto add = [&all](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty()) {
            all.insert(key.toString(), text);
        }
    };
    const auto actions = window.menuBar()->actions();
    for (const QAction* action : actions) {
        add(action->text());
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        button->isVisible() ? add(button->text()) : void();
    }
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        label->isVisible() && label->buddy() != nullptr ? add(label->text()) : void();
    }
    for (const QTabBar* bar : window.findChildren<QTabBar*>()) {
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab) {
            add(bar->tabText(tab));
        }
    }
    return all;
}

/// The part of the window around a widget, as it is painted.
QImage around(const QWidget& widget) {
    QWidget* window = widget.window();
    const QRect place(widget.mapTo(window, QPoint()), widget.size());
    return window->grab(place.adjusted(-4, -4, 4, 4).intersected(window->rect())).toImage();
}

} // namespace

class TestKeyboardWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        Q_INIT_RESOURCE(translations);
        QApplication::setCursorFlashTime(0);
    }

    void all_of_it_fits_a_small_laptop_with_the_panes_open_data() { no_two_things_answer_to_one_letter_data(); }

    void all_of_it_fits_a_small_laptop_with_the_panes_open() {
        QFETCH(QLocale, locale);
        Scene scene(locale);
        ports::CaseFile longest = fake::drawn_case("TX-4799 dual_sign_off EUR 4980.00 bot-7 Nordlicht GmbH", 9, 45);
        longest.row.answer_by = fake::morning() + std::chrono::hours(51);
        scene.core.add_case(longest);
        scene.core.change_case(longest);
        scene.window->inbox_view().open(longest.row.key);
        for (QDockWidget* dock : scene.window->findChildren<QDockWidget*>()) {
            dock->show();
        }
        scene.window->resize(1280, 800);
        Scene::settle();
        QStringList wide;
        scene.visit([&](const ui::frame::Screen&, const QString& name) {
            const QSize least = scene.window->minimumSizeHint();
            if (least.width() > 1280 || least.height() > 800) {
                wide += name + QStringLiteral(" needs %1 x %2").arg(least.width()).arg(least.height());
            }
            if (const QString folder = qEnvironmentVariable("REEVE_PICTURES"); !folder.isEmpty()) {
                QString file = name;
                scene.window->grab().save(folder + QStringLiteral("/panes-") + locale.name() + QLatin1Char('-') +
                                          file.replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".png"));
            }
        });
        QVERIFY2(wide.isEmpty(), qPrintable(wide.join(QLatin1Char('\n'))));
    }

    void no_two_things_answer_to_one_letter_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German);
    }

    void no_two_things_answer_to_one_letter() {
        QFETCH(QLocale, locale);
        const Scene scene(locale);
        QStringList clashes;
        scene.visit([&](const ui::frame::Screen&, const QString& name) {
            const auto all = letters(*scene.window);
            const auto keys = all.uniqueKeys();
            for (const QString& key : keys) {
                if (all.count(key) > 1) {
                    clashes += name + QStringLiteral(": ") + all.values(key).join(QStringLiteral(" | "));
                }
            }
        });
        QVERIFY2(clashes.isEmpty(), qPrintable(QLatin1Char('\n') + clashes.join(QLatin1Char('\n'))));
    }

    void what_has_the_focus_has_a_name_shows_it_and_lets_go() {
        const Scene scene{QLocale(QLocale::English)};
        QStringList faults;
        scene.visit([&](const ui::frame::Screen& screen, const QString& name) {
            screen.take_focus ? screen.take_focus() : void();
            Scene::settle();
            QSet<QWidget*> seen;
            constexpr int most = 150;
            int key = 0;
            for (; key < most; ++key) {
                QWidget* now = QApplication::focusWidget();
                if (now == nullptr) {
                    faults += name + QStringLiteral(": nothing has the focus");
                    break;
                }
                if (seen.contains(now)) {
                    break; // once around
                }
                seen.insert(now);
                look_at(*now, name, faults);
                QTest::keyClick(now, Qt::Key_Tab);
                Scene::settle();
                if (QApplication::focusWidget() == now) {
                    faults += name + QStringLiteral(": Tab does not leave ") + now->accessibleName();
                    break;
                }
            }
            if (key == most) {
                faults += name + QStringLiteral(": no way around");
            }
        });
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }

private:
    const ui::look::Theme theme_{*qApp, ui::look::ThemeChoice::light};

    static void look_at(QWidget& now, const QString& name, QStringList& faults) {
        const QString what =
            QString::fromLatin1(now.metaObject()->className()) + QStringLiteral(" “%1”").arg(now.accessibleName());
        const bool part = now.objectName().startsWith(QStringLiteral("qt_"));
        if (now.accessibleName().isEmpty() && !part &&
            (qobject_cast<QAbstractButton*>(&now) == nullptr ||
             qobject_cast<QAbstractButton*>(&now)->text().isEmpty())) {
            faults += name + QStringLiteral(": no name: ") + what;
        }
        const QImage with = around(now);
        now.clearFocus();
        Scene::settle();
        const QImage without = around(now);
        now.setFocus(Qt::TabFocusReason);
        Scene::settle();
        if (with == without) {
            faults += name + QStringLiteral(": the focus is not seen: ") + what;
        }
    }
};

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboard_walk.moc"
