// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/tour.h"

#include "app/domain/decision.h"
#include "app/domain/ids.h"

#include <QPixmap>
#include <QString>
#include <QTemporaryDir>

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

namespace ui::decide {
class ReviewDialog;
}

namespace ui::policy {
class PublishingSide;
}

namespace ui::frame {

/// One thing to do and what must be on the screen afterwards.
struct TourStep {
    QString name;
    std::function<void()> begin;
    std::function<bool()> seen;
    std::function<QString()> saw;
    QString picture; ///< empty: none
};

/// The steps of the fixed shift, as far as they are known; a refused decision adds the same ones for the next case.
class TourPlan final {
public:
    TourPlan(MainWindow& window, QString passphrase);

    [[nodiscard]] std::deque<TourStep>& steps() { return steps_; }

private:
    void watch();
    void decide(domain::Verb verb, std::string_view reason, const QString& note);
    void open_case(domain::Verb verb);
    void review(domain::Verb verb, std::string_view reason, const QString& note);
    void sign(domain::Verb verb);
    void look_for_group();
    void look_at_group();
    void list_decisions();
    void visit_the_rest();
    void turn_the_pages();
    void publish_policy();
    void look_at_withdrawal(policy::PublishingSide& side);
    void open_panes();
    void open_file();
    void open_help();
    void close_dialogs(const QString& name);
    void press(const char* id) const;
    [[nodiscard]] bool is_dialog_open() const;

    void look_at_policy();
    void look_at_judging();
    void look_at_headroom(const std::function<void(const std::string&)>& go_to);
    void look_at_orders(const std::function<void(const std::string&)>& go_to);
    [[nodiscard]] std::string newest_order() const;
    [[nodiscard]] std::optional<domain::TransactionKey> candidate(domain::Verb verb) const;
    [[nodiscard]] decide::ReviewDialog* dialog() const;
    void pass_key_dialog() const;
    bool chosen(std::string_view reason, const QString& note);

    MainWindow& window_;
    QString passphrase_;
    QTemporaryDir folder_; ///< for the file that it opens
    std::deque<TourStep> steps_;
    std::set<domain::TransactionKey> tried_;
    std::set<domain::TransactionKey> noted_; ///< orders of which it noted a view
    bool asked_for_key_ = false;
    bool reasons_given_ = false;
};

/// The window as a person sees it, with the dialog that is open in front of it.
[[nodiscard]] QPixmap picture_of(MainWindow& window);

} // namespace ui::frame
