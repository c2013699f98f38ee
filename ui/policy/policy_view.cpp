// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/policy/authority_page.h"
#include "ui/policy/form_page.h"
#include "ui/policy/looks_page.h"
#include "ui/policy/publishing_side.h"
#include "ui/policy/result_pages.h"
#include "ui/policy/text_page.h"
#include "ui/policy/versions_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::policy {

namespace {

constexpr int pause_after_typing_ms = 250;

} // namespace

PolicyView::PolicyView(ports::Policies& policies, const text::Formats& formats, QWidget* parent,
                       const std::optional<PublishDialog::Core>& publishing)
    : QWidget(parent)
    , policies_(policies)
    , name_(new look::Label(look::Type::body, {}, this))
    , badge_(new look::Badge(this))
    , notice_(new look::NoticeBar(this))
    , try_(new QPushButton(tr("&Try on history"), this))
    , open_(new QPushButton(tr("Open dra&ft …"), this))
    , save_(new QPushButton(tr("Save draft &as …"), this))
    , revert_(new QPushButton(tr("Bac&k to the one in force"), this))
    , tabs_(new QTabWidget(this))
    , form_(new FormPage(formats, this))
    , people_(new AuthorityPage(formats, this))
    , looks_(new LooksPage(formats, this))
    , text_(new TextPage(this))
    , difference_(new DifferencePage(DifferencePage::Use::draft, formats, this))
    , tests_(new TestsPage(this))
    , rehearsal_(new RehearsalPage(this)) {
    tabs_->setAccessibleName(tr("Ways to look at the policy"));
    tabs_->addTab(form_, tr("Rules"));
    tabs_->addTab(people_, tr("Authority"));
    tabs_->addTab(looks_, tr("Second looks"));
    tabs_->addTab(text_, tr("Text"));
    tabs_->addTab(difference_, tr("Differences"));
    tabs_->addTab(tests_, tr("Test cases"));
    tabs_->addTab(rehearsal_, tr("Rehearsal"));
    tabs_->setDocumentMode(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(build_bar());
    column->addWidget(notice_);
    if (publishing) {
        add_publishing(*publishing, *column);
    }
    column->addWidget(tabs_, 1);
    pause_.setSingleShot(true);
    pause_.setInterval(pause_after_typing_ms);
    connect_parts();
    asking_ = true;
    policies_.in_force({this, [this](const base::Result<ports::PolicyText>& answer) { take_in_force(answer); }});
}

QWidget* PolicyView::build_bar() {
    auto* widget = new QWidget(this);
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::small);
    auto* title = new look::Label(look::Type::title, tr("Policy"), this);
    title->setWordWrap(false);
    bar->addWidget(title);
    bar->addWidget(name_, 1);
    bar->addWidget(badge_);
    for (QPushButton* button : {try_, revert_, open_, save_}) {
        bar->addWidget(button);
    }
    bar->setObjectName(QStringLiteral("policy_bar"));
    return widget;
}

void PolicyView::add_publishing(const PublishDialog::Core& core, QVBoxLayout& column) {
    side_ = new PublishingSide(core, policies_, *this);
    if (auto* bar = findChild<QHBoxLayout*>(QStringLiteral("policy_bar"))) {
        bar->addWidget(&side_->button());
    }
    column.addWidget(&side_->standing_line());
    column.addWidget(&side_->waiting());
    tabs_->addTab(&side_->versions(), tr("Editions"));
    connect(side_, &PublishingSide::failed, this, [this](const base::Fault& fault) { notice_->say(fault); });
    connect(side_, &PublishingSide::draft_wanted, this, [this](const std::string& text) {
        set_draft(text);
        tabs_->setCurrentWidget(form_);
    });
    connect(side_, &PublishingSide::in_force_changed, this, [this](const ports::PolicyText& policy) {
        const bool untouched = draft_ == in_force_ || side_->is_in_force(draft_);
        in_force_ = policy.text;
        in_force_version_ = policy.version;
        if (asking_) {
            return; // the first answer is still to come
        }
        untouched ? set_draft(in_force_) : check();
    });
}

/// A draft is published when it differs from the one in force, compiles, and its test cases pass.
void PolicyView::offer_draft() {
    if (side_ == nullptr) {
        return;
    }
    const bool same = draft_ == in_force_;
    side_->set_draft(draft_, !same && usable_ && tested_ && tests_->failed() == 0,
                     same                   ? tr("The draft is the policy in force.")
                     : !usable_             ? tr("The draft cannot judge.")
                     : tests_->failed() > 0 ? tr("A test case of the draft fails.")
                                            : QString());
}

void PolicyView::connect_parts() {
    connect(&pause_, &QTimer::timeout, this, &PolicyView::check);
    connect(text_, &TextPage::typed, this, [this] {
        draft_ = text_->text();
        pause_.start();
    });
    connect(form_, &FormPage::edited, this, &PolicyView::apply);
    connect(people_, &AuthorityPage::edited, this, &PolicyView::apply);
    connect(looks_, &LooksPage::edited, this, &PolicyView::apply);
    connect(try_, &QPushButton::clicked, this, [this] { Q_EMIT try_wanted(draft_); });
    connect(open_, &QPushButton::clicked, this, &PolicyView::open);
    connect(save_, &QPushButton::clicked, this, &PolicyView::save);
    connect(revert_, &QPushButton::clicked, this, &PolicyView::revert);
    connect(rehearsal_, &RehearsalPage::wanted, this, &PolicyView::rehearse);
    connect(rehearsal_, &RehearsalPage::cancelled, this, [this] { policies_.cancel(); });
}

void PolicyView::take_focus() {
    tabs_->currentWidget() == form_   ? form_->rules().setFocus()
    : tabs_->currentWidget() == text_ ? text_->editor().setFocus()
                                      : tabs_->setFocus();
}

void PolicyView::choose_rule(const std::string& rule) {
    tabs_->setCurrentWidget(form_);
    form_->choose(rule);
}

void PolicyView::take_in_force(const base::Result<ports::PolicyText>& answer) {
    asking_ = false;
    if (!answer) {
        notice_->say(answer.fault());
        return;
    }
    in_force_ = answer->text;
    in_force_version_ = answer->version;
    set_draft(in_force_);
}

void PolicyView::set_draft(std::string text) {
    text_->set_text(text);
    draft_ = text_->text();
    check();
}

void PolicyView::check() {
    pause_.stop();
    tested_ = false;
    offer_draft();
    const std::uint64_t number = ++question_;
    const auto current = [this, number](auto&& then) {
        if (number == question_) { // not when a person typed on
            then();
        }
    };
    policies_.check(draft_, {this, [this, current](base::Result<ports::PolicyCheck> answer) {
                                 current([&] { show_check(*answer); });
                             }});
    policies_.compare(in_force_, draft_, {this, [this, current](base::Result<domain::PolicyDifference> answer) {
                                              current([&] { answer ? difference_->show_difference(*answer) : void(); });
                                          }});
    policies_.test(draft_, {this, [this, current](base::Result<std::vector<ports::PolicyTest>> answer) {
                                current([&] {
                                    answer ? tests_->show_tests(*answer) : void();
                                    tested_ = answer.ok();
                                    offer_draft();
                                    tabs_->setTabText(tabs_->indexOf(tests_),
                                                      answer && tests_->failed() > 0
                                                          ? tr("Test cases: %n failed", nullptr, tests_->failed())
                                                          : tr("Test cases"));
                                });
                            }});
}

void PolicyView::show_check(const ports::PolicyCheck& check) {
    checked_ = true;
    usable_ = check.usable;
    text_->show_problems(check.problems);
    if (!check.rules.empty() || check.usable) {
        form_->show_policy(check);
        people_->show_policy(check);
        looks_->show_policy(check);
    }
    form_->setEnabled(!check.rules.empty() || check.usable);
    people_->setEnabled(form_->isEnabled());
    looks_->setEnabled(form_->isEnabled());
    try_->setEnabled(usable_);
    rehearsal_->set_possible(usable_);
    revert_->setEnabled(draft_ != in_force_);
    show_state(check);
    offer_draft();
}

void PolicyView::show_state(const ports::PolicyCheck& check) {
    const bool same = draft_ == in_force_;
    name_->say(
        same ? text::fill(tr("Version %1, in force: %2"),
                          {text::safe(std::string_view(check.version)), text::safe(std::string_view(check.title))})
             : text::fill(tr("A draft; version %1 is in force"), {text::safe(std::string_view(in_force_version_))}));
    const int problems = static_cast<int>(check.problems.size());
    badge_->show_level(!usable_       ? look::Level::critical
                       : problems > 0 ? look::Level::caution
                                      : look::Level::normal,
                       !usable_       ? tr("%n problem(s): cannot be used", nullptr, problems)
                       : problems > 0 ? tr("%n doubtful place(s)", nullptr, problems)
                                      : tr("Every condition is right"));
    if (usable_) {
        notice_->clear();
    } else {
        notice_->say(
            look::Level::critical,
            tr("The draft cannot judge. What is wrong stands below the text, at its place; the policy in force "
               "goes on."));
    }
}

void PolicyView::apply(const ports::PolicyEdit& edit) {
    policies_.edit(draft_, edit, {this, [this](base::Result<std::string> answer) {
                                      answer ? set_draft(*std::move(answer)) : notice_->say(answer.fault());
                                  }});
}

void PolicyView::open() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a draft"), {}, tr("Policies (*.json);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    policies_.load(path.toStdString(), {this, [this](base::Result<std::string> answer) {
                                            answer ? set_draft(*std::move(answer)) : notice_->say(answer.fault());
                                        }});
}

void PolicyView::save() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the draft"), QStringLiteral("policy.json"),
                                                      tr("Policies (*.json);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    policies_.save(path.toStdString(), draft_, {this, [this](const base::Result<bool>& answer) {
                                                    answer
                                                        ? notice_->say(look::Level::normal, tr("The draft is saved."))
                                                        : notice_->say(answer.fault());
                                                }});
}

void PolicyView::rehearse() {
    tabs_->setCurrentWidget(rehearsal_);
    rehearsal_->begin();
    policies_.rehearse(draft_, {this, [this](const auto& progress) { rehearsal_->show_progress(*progress); }},
                       {this, [this](const base::Result<std::vector<domain::Rehearsed>>& answer) {
                            rehearsal_->show_result(answer);
                        }});
}

} // namespace ui::policy
