// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/variants.h"

#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/fake_policy.h"
#include "tests/ui/support/scenes.h"

#include "ui/frame/main_window.h"
#include "ui/frame/tour_steps.h"
#include "ui/inbox/inbox_view.h"

#include <QDir>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

namespace {

struct Variant {
    const char* name;
    int rows = 12;
    std::string words = "Nordlicht GmbH";
    bool live = true;
    bool full = false;    ///< the disk
    bool faulty = false;  ///< whoever is asked answers with a fault
    bool opening = false; ///< the record is being opened
};

const std::string attack =
    "\xe2\x80\xae" // right-to-left override
    "EUR 1.00 <table><tr><td>x</table> &Sign %1 %n =SUM(1)\nsecond line \xd8\xb4\xd9\x83\xd8\xb1" +
    std::string(300, 'W');

const domain::SourceId source("https://gateway.example/feed/1");

ports::CaseFile case_of(const Variant& variant, int number) {
    ports::CaseFile file = fake::drawn_case("TX-" + std::to_string(5000 + number) + " sign_off EUR " +
                                                std::to_string(100 + number % 4000) + ".50 bot-7 Nordlicht GmbH",
                                            1 + number % 300, 5 + number % 500);
    if (variant.words == attack) {
        fake::poison(file, attack);
    }
    return file;
}

void fill_aside(fake::Core& core, const Variant& variant) {
    for (int number = 0; number < variant.rows; ++number) {
        const auto index = static_cast<std::uint64_t>(variant.rows - number);
        ports::QuarantineRow bad;
        bad.index = index;
        bad.source = source;
        bad.received = bad.last_received = fake::morning();
        bad.reason = base::Fault{base::FaultCode::malformed, variant.words, "row 7"};
        bad.size = bad.kept = 812;
        bad.beginning = domain::UntrustedText(variant.words);
        core.quarantined.push_back(bad);
        ports::ConflictRow other;
        other.index = index + 1;
        other.other = index;
        other.source = source;
        other.id = domain::EventId(variant.words);
        other.transaction = domain::TransactionId(variant.words);
        other.received = other.last_received = fake::morning();
        core.contradicting.push_back(other);
        core.missing.push_back({source, static_cast<std::uint64_t>(number) * 10 + 3,
                                static_cast<std::uint64_t>(number) * 10 + 5, false, number % 3 == 0, fake::morning()});
    }
}

void fill_decisions(fake::Core& core, const Variant& variant) {
    for (int number = 0; number < std::min(variant.rows, 2'000); ++number) {
        ports::DecisionRow row;
        row.decision.id = domain::DecisionId("d-" + std::to_string(number));
        row.decision.source = source;
        row.decision.transaction = domain::TransactionId("TX-" + std::to_string(5000 + number));
        row.decision.verb = static_cast<domain::Verb>(number % 6);
        row.decision.amount = fake::money("119.90", "EUR");
        row.state = static_cast<domain::DecisionState>(number % 8);
        if (variant.words == attack) {
            fake::poison(row.decision, attack);
        }
        core.taken.push_back(row);
    }
}

void fill(fake::Core& core, fake::Books& books, const Variant& variant) {
    fake::fill_shift(core);
    core.files.clear();
    core.feed.clear();
    core.taken.clear();
    for (int number = 0; number < variant.rows; ++number) {
        core.add_case(case_of(variant, number));
    }
    core.feed = fake::feed_rows(1, variant.rows);
    if (variant.words == attack) {
        for (ports::FeedRow& row : core.feed) {
            fake::poison(row, attack);
        }
    }
    fill_aside(core, variant);
    fill_decisions(core, variant);
    if (variant.rows == 12) {
        fake::fill_books(books);
    }
    for (int number = 0; variant.rows != 12 && number < variant.rows; ++number) {
        const std::string name = variant.words == attack ? attack : "agent-" + std::to_string(number % 5'000);
        domain::Agent agent;
        agent.id = domain::AgentId(name);
        agent.name = agent.owner_name = domain::UntrustedText(variant.words);
        agent.owner = domain::OwnerId(variant.words);
        agent.group = agent.model = variant.words;
        agent.budget = fake::money("5000.00", "EUR");
        if (number < 5'000) {
            books.agent(agent, fake::morning());
        }
        fake::Books::Order order;
        order.id = "TX-" + std::to_string(number);
        order.agent = name;
        order.supplier = order.category = variant.words;
        order.gross = fake::money("12.50", "EUR");
        order.tier = static_cast<domain::Tier>(number % 4);
        books.order(order, fake::morning() - std::chrono::minutes(number % 500));
    }
}

ports::Health health_of(const fake::Core& core, const Variant& variant) {
    ports::Health health = core.health;
    health.link = ports::LinkState::live;
    health.opening = variant.opening;
    if (!variant.live) {
        health.link = ports::LinkState::waiting;
        health.last_heard = fake::morning() - std::chrono::minutes(3);
        health.next_attempt = fake::morning() + std::chrono::seconds(14);
        health.link_fault = base::Fault{base::FaultCode::unreachable, "connection refused", "127.0.0.1:8443"};
    }
    if (variant.full) {
        health.store_fault = base::Fault{base::FaultCode::disk_full, "48 MiB free", "/var/lib/reeve"};
    }
    return health;
}

class Visitor {
public:
    Visitor(QString folder, ui::frame::MainWindow& window)
        : folder_(std::move(folder))
        , window_(window) {}

    void visit(const ui::frame::Screen& screen) {
        window_.show_page(screen.page);
        if (screen.page == ui::frame::Page::what_if || screen.page == ui::frame::Page::search) {
            screen.go_to(screen.page == ui::frame::Page::search ? "bot" : "in_force");
        }
        if (screen.page == ui::frame::Page::inbox) {
            window_.inbox_view().select_worst();
        }
        QTest::qWait(150); // answers come by the event loop, and the pages with them
        const auto tabs = screen.widget->findChildren<QTabWidget*>();
        const auto seen =
            std::find_if(tabs.begin(), tabs.end(), [](const QTabWidget* each) { return each->isVisible(); });
        if (seen == tabs.end()) {
            take(screen.id);
        }
        for (int tab = 0; seen != tabs.end() && tab < (*seen)->count(); ++tab) {
            if ((*seen)->isTabVisible(tab)) {
                (*seen)->setCurrentIndex(tab);
                take(QStringLiteral("%1-%2").arg(screen.id).arg(tab));
            }
        }
    }

private:
    void take(const QString& name) {
        QTest::qWait(120);
        ui::frame::picture_of(window_).save(QDir(folder_).filePath(name + QStringLiteral(".png")));
    }
    QString folder_;
    ui::frame::MainWindow& window_;
};

void show_variant(const QString& folder, const Variant& variant) {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    fake::Books books;
    fake::Judging judging;
    fake::Policies policies;
    fake::Connections connections;
    fill(core, books, variant);
    judging.told = fake::judging_report(std::min(variant.rows, 500), variant.words);
    policies.rows = std::min(variant.rows, 500);
    policies.words = variant.words;
    for (int number = 0; number < std::min(variant.rows, 40); ++number) {
        connections.kept.push_back({});
        connections.kept.back().name = variant.words + std::to_string(number);
        connections.kept.back().host = variant.words;
    }
    if (variant.faulty) {
        policies.fault = judging.fault = base::Fault{base::FaultCode::unreadable, variant.words, "store"};
        books.fault = judging.fault;
        judging.told.state.fault = judging.fault;
    }
    ui::frame::Options options{QLocale(), QTimeZone("Europe/Berlin"), true, {}};
    options.spend = &books;
    options.agents = &books;
    options.judging = &judging;
    options.policies = &policies;
    options.connections = &connections;
    ui::frame::MainWindow window(core, core, core, clock, options);
    window.resize(1280, 800);
    window.show();
    core.set_health(health_of(core, variant));
    const QString place = folder + QLatin1Char('/') + QLatin1String(variant.name);
    QDir().mkpath(place);
    Visitor visitor(place, window);
    for (const ui::frame::Screen& screen : window.screens()) {
        visitor.visit(screen);
    }
}

} // namespace

void show_variants(const QString& folder) {
    const Variant variants[] = {{"no-row", 0},
                                {"one-row", 1},
                                {"fifty-thousand", 50'000},
                                {"hostile", 30, attack},
                                {"away", 12, "Nordlicht GmbH", false},
                                {"away-no-row", 0, "Nordlicht GmbH", false},
                                {"disk-full", 12, "Nordlicht GmbH", true, true},
                                {"faults", 12, "disk I/O error", true, false, true},
                                {"opening", 0, "Nordlicht GmbH", false, false, false, true}};
    for (const Variant& variant : variants) {
        show_variant(folder, variant);
    }
}
