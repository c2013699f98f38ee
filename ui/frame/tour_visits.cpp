// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tour_steps.h"

#include "ui/decide/sign_button.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/judging/judging_view.h"
#include "ui/live/live_view.h"
#include "ui/look/table.h"
#include "ui/policy/authority_page.h"
#include "ui/policy/policy_view.h"
#include "ui/policy/publishing_side.h"
#include "ui/policy/text_page.h"
#include "ui/policy/versions_page.h"
#include "ui/settings/import_dialog.h"
#include "ui/spend/headroom_page.h"
#include "ui/spend/spend_view.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QTabWidget>

#include <algorithm>
#include <iterator>

// What the tour looks at beside the shift: the other screens, the panes, a file, the keys.

namespace ui::frame {

namespace {

/// Lines, a delegation and a rule for silence, so that the page about them has something on it.
constexpr char people[] = R"("authority": {"lines": [
    {"id": "buyers", "role": "manager", "up_to": {"minor": "1000000", "currency": "GBP"}},
    {"id": "it", "role": "manager", "categories": ["it"], "up_to": {"minor": "250000", "currency": "GBP"}},
    {"id": "head", "person": "ann", "up_to": {"minor": "25000000", "currency": "GBP"}}],
    "delegations": [{"id": "holiday", "from": "ann", "to": "bob", "since": "2026-01-05T08:00:00Z",
    "until": "2036-12-01T18:00:00Z", "up_to": {"minor": "5000000", "currency": "GBP"}, "reason": "Holiday"}]},
  "when_unanswered": {"confirm": {"then": "expire"}, "sign_off": {"then": "escalate", "person": "ann"},
    "dual_sign_off": {"then": "hold"}},
  )";

} // namespace

/// Every screen that the shift did not come to. The search looks for the newest order.
void TourPlan::visit_the_rest() {
    for (const Screen& screen : window_.screens()) {
        const Page page = screen.page;
        if (page == Page::inbox || page == Page::live || page == Page::decisions) {
            continue;
        }
        const auto begin = [this, page, go_to = screen.go_to] {
            window_.show_page(page);
            if (page == Page::search) {
                go_to(newest_order());
            } else if (page == Page::what_if) {
                go_to("in_force");
            }
        };
        const auto seen = [filled = screen.is_filled] { return !filled || filled(); };
        steps_.push_back(
            {QStringLiteral("look at ") + screen.id, begin, seen, [title = screen.title] { return title; }, screen.id});
        if (page == Page::spend) {
            look_at_headroom(screen.go_to);
            look_at_orders(screen.go_to);
        }
        if (page == Page::policy) {
            look_at_policy();
        } else if (page == Page::judging) {
            look_at_judging();
        }
    }
}

void TourPlan::look_at_headroom(const std::function<void(const std::string&)>& go_to) {
    const QString name = QStringLiteral("headroom");
    const auto is_filled = [this] {
        const auto* page = window_.findChild<spend::HeadroomPage*>();
        return page != nullptr && page->is_filled();
    };
    steps_.push_back({QStringLiteral("look at the headroom"),
                      [this, go_to] {
                          window_.show_page(Page::spend);
                          go_to("r");
                      },
                      is_filled, [] { return QStringLiteral("what is left of budgets and limits"); }, name});
}

/// Its pages beside the rules.
void TourPlan::look_at_policy() {
    auto* view = window_.findChild<policy::PolicyView*>();
    for (int tab = 1; view != nullptr && tab < view->tabs().count(); ++tab) {
        steps_.push_back({QStringLiteral("turn the policy"), [view, tab] { view->tabs().setCurrentIndex(tab); },
                          [view] { return view->is_filled(); }, [view, tab] { return view->tabs().tabText(tab); },
                          QStringLiteral("policy-%1").arg(tab)});
    }
    steps_.push_back({QStringLiteral("turn the policy back"),
                      [view] { view != nullptr ? view->tabs().setCurrentIndex(0) : void(); },
                      [] { return true; },
                      [] { return QStringLiteral("turned"); },
                      {}});
}

/// Scorecard and what no rule speaks about.
void TourPlan::look_at_judging() {
    auto* view = window_.findChild<judging::JudgingView*>();
    for (int tab = 1; view != nullptr && tab < view->tabs().count(); ++tab) {
        steps_.push_back({QStringLiteral("turn the judging"), [view, tab] { view->tabs().setCurrentIndex(tab); },
                          [] { return true; }, [view, tab] { return view->tabs().tabText(tab); },
                          QStringLiteral("judging-%1").arg(tab)});
    }
}

void TourPlan::look_at_orders(const std::function<void(const std::string&)>& go_to) {
    const auto is_filled = [this] {
        auto* view = window_.findChild<spend::SpendView*>();
        return view != nullptr && view->orders().model().rowCount() > 0 && !view->orders().is_looking();
    };
    steps_.push_back({QStringLiteral("look at the orders behind the spend"),
                      [this, go_to] {
                          window_.show_page(Page::spend);
                          go_to("l");
                      },
                      is_filled, [] { return QStringLiteral("the orders behind the figures"); },
                      QStringLiteral("spend-orders")});
}

/// A stricter draft: its review, the signature, and the list of editions. In the sandbox a colleague signs second.
void TourPlan::publish_policy() {
    auto* view = window_.findChild<policy::PolicyView*>();
    if (view == nullptr || view->publishing() == nullptr) {
        return;
    }
    policy::PublishingSide* side = view->publishing();
    steps_.push_back({QStringLiteral("write who may approve"),
                      [this, view] {
                          window_.show_page(Page::policy);
                          QString text = view->page().editor().toPlainText();
                          text.insert(text.indexOf(QStringLiteral("\"rules\": [")), QLatin1String(people));
                          view->page().editor().setPlainText(text);
                          view->tabs().setCurrentWidget(&view->people());
                      },
                      [view] { return view->people().lines().model()->rowCount() > 0; },
                      [] { return QStringLiteral("lines of authority"); }, QStringLiteral("authority")});
    steps_.push_back({QStringLiteral("put the policy back"), // who may approve was only to be looked at
                      [view] {
                          QString text = view->page().editor().toPlainText();
                          view->page().editor().setPlainText(text.remove(QLatin1String(people)));
                      },
                      [side] { return !side->button().isEnabled(); },
                      [] { return QStringLiteral("back"); },
                      {}});
    steps_.push_back({QStringLiteral("write a draft of the policy"),
                      [view] {
                          QString text = view->page().editor().toPlainText();
                          text.replace(QStringLiteral("repeats >= 4"), QStringLiteral("repeats >= 3"));
                          text.replace(QStringLiteral("\"2026-11-21\""), QStringLiteral("\"2026-11-22\""));
                          view->page().editor().setPlainText(text);
                      },
                      [side] { return side->button().isEnabled(); },
                      [] { return QStringLiteral("a draft"); },
                      {}});
    steps_.push_back({QStringLiteral("review the policy"), [side] { side->publish(); },
                      [side] { return side->dialog() != nullptr && side->dialog()->sign_button().isEnabled(); },
                      [] { return QStringLiteral("what would be signed"); }, QStringLiteral("publish")});
    steps_.push_back({QStringLiteral("sign the policy"),
                      [side] { side->dialog()->sign_button().click(); },
                      [side] { return side->dialog() != nullptr && side->dialog()->is_signed(); },
                      [] { return QStringLiteral("signed"); },
                      {}});
    steps_.push_back({QStringLiteral("list the editions"),
                      [view, side] {
                          side->dialog()->close();
                          view->tabs().setCurrentWidget(&side->versions());
                      },
                      [side] { return side->versions().rows() > 0 && side->dialog() == nullptr; },
                      [] { return QStringLiteral("editions"); }, QStringLiteral("editions")});
    look_at_withdrawal(*side);
}

/// What would be signed to take the proposal back, as long as it waits for the second person.
void TourPlan::look_at_withdrawal(policy::PublishingSide& side) {
    const auto waits = [&side] { return side.versions().take_back().isEnabled(); };
    const QString name = QStringLiteral("withdraw");
    steps_.push_back(
        {QStringLiteral("look at taking the policy back"),
         [&side] {
             side.versions().choose(0);
             side.versions().take_back().click();
         },
         [&side, waits] { return side.withdrawal() != nullptr || !waits(); },
         [&side, name] { return side.withdrawal() != nullptr ? name : QStringLiteral("it is in force already"); },
         name});
    close_dialogs(name);
}

/// As the search wants it typed.
std::string TourPlan::newest_order() const {
    const live::LiveView& live = window_.live_view();
    for (int row = live.model().rowCount() - 1; row >= 0; --row) {
        if (const auto order = live.model().row_at(row).transaction; !order.empty()) {
            return "order:" + order.bytes();
        }
    }
    return "pump";
}

/// What a case says on its other pages.
void TourPlan::turn_the_pages() {
    QTabWidget& tabs = window_.inbox_view().case_view().tabs();
    const char* names[] = {"handoff", "request", "conversation", "timeline", "decided", "rollback", "why", "ladder"};
    for (int page = 1; page < std::min(tabs.count(), static_cast<int>(std::size(names))); ++page) {
        const QString name = QStringLiteral("case-") + QLatin1String(names[page]);
        steps_.push_back({QStringLiteral("turn to ") + name,
                          [this, &tabs, page] {
                              window_.show_page(Page::inbox);
                              window_.inbox_view().select_worst();
                              tabs.setCurrentIndex(page);
                          },
                          [this] { return window_.inbox_view().case_view().file().has_value(); },
                          [&tabs] { return tabs.tabText(tabs.currentIndex()); }, name});
    }
    steps_.push_back({QStringLiteral("turn back"),
                      [&tabs] { tabs.setCurrentIndex(0); },
                      [] { return true; },
                      [] { return QStringLiteral("turned"); },
                      {}});
}

/// The palette and the keys, over the inbox with its panes open.
void TourPlan::open_help() {
    const std::pair<const char*, const char*> sheets[] = {{"palette", "commands"}, {"sheet", "keys"}};
    for (const auto& [action, picture] : sheets) {
        const QString name = QLatin1String(picture);
        steps_.push_back({QStringLiteral("open the ") + name,
                          [this, action = action] {
                              window_.show_page(Page::inbox);
                              press(action);
                          },
                          [this] { return is_dialog_open(); }, [name] { return name; }, name});
        close_dialogs(name);
    }
}

void TourPlan::press(const char* id) const {
    const auto actions = window_.findChildren<QAction*>(QLatin1String(id));
    if (!actions.isEmpty()) {
        actions.front()->trigger();
    }
}

bool TourPlan::is_dialog_open() const {
    const auto dialogs = window_.findChildren<QDialog*>();
    return std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog* each) { return each->isVisible(); });
}

void TourPlan::close_dialogs(const QString& name) {
    steps_.push_back({QStringLiteral("close the ") + name,
                      [this] {
                          const auto dialogs = window_.findChildren<QDialog*>();
                          for (QDialog* each : dialogs) {
                              each->close();
                          }
                      },
                      [this] { return !is_dialog_open(); },
                      [] { return QStringLiteral("closed"); },
                      {}});
}

/// Beside the worst case: why, timeline and original.
void TourPlan::open_panes() {
    const auto show = [this](bool open) {
        const auto docks = window_.findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks) {
            dock->setVisible(open);
        }
    };
    const auto is_filled = [this] {
        const auto docks = window_.findChildren<QDockWidget*>();
        return std::any_of(docks.begin(), docks.end(), [](const QDockWidget* dock) {
            const auto* table = dock->findChild<look::Table*>();
            return dock->isVisible() && table != nullptr && table->model()->rowCount() > 0;
        });
    };
    steps_.push_back({QStringLiteral("open the panes"),
                      [this, show] {
                          window_.show_page(Page::inbox);
                          window_.inbox_view().select_worst();
                          show(true);
                      },
                      is_filled, [] { return QStringLiteral("why, timeline and original beside a case"); },
                      QStringLiteral("panes")});
    steps_.push_back({QStringLiteral("close the panes"),
                      [show] { show(false); },
                      [] { return true; },
                      [] { return QStringLiteral("closed"); },
                      {}});
}

/// A small table of purchases, as somebody would open or drop it. Nothing of it is stored.
void TourPlan::open_file() {
    const QString name = QStringLiteral("import");
    steps_.push_back({QStringLiteral("open a file"),
                      [this] {
                          QFile file(folder_.filePath(QStringLiteral("purchases 2026-03.csv")));
                          if (file.open(QIODevice::WriteOnly)) {
                              file.write("Date,Card,Supplier,Description,Amount,Currency\n"
                                         "2026-03-02,card-0419,Nordlicht GmbH,Printer paper,48.90,EUR\n"
                                         "2026-03-03,card-0419,Glaswerk AG,Beakers,210.69,EUR\n"
                                         "2026-03-17,card-0777,Glaswerk AG,Beakers returned,-70.23,EUR\n");
                          }
                          file.close();
                          window_.open_file(file.fileName());
                      },
                      [this] {
                          const auto* dialog = window_.findChild<settings::ImportDialog*>();
                          return window_.can_open_files() ? dialog != nullptr && dialog->is_offered()
                                                          : dialog == nullptr;
                      },
                      [name] { return name; }, name});
    close_dialogs(name);
}

} // namespace ui::frame
