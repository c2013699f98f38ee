// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/what_if_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"
#include "ui/policy/what_if_pages.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::policy {

WhatIfView::WhatIfView(ports::Policies& policies, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , policies_(policies)
    , formats_(formats)
    , name_(new look::Label(look::Type::body, {}, this))
    , go_(new QPushButton(tr("T&ry again"), this))
    , cancel_(new QPushButton(tr("Ca&ncel"), this))
    , progress_(new QProgressBar(this))
    , notice_(new look::NoticeBar(this))
    , empty_(new look::EmptyState(this))
    , pages_(new WhatIfPages(formats, this))
    , stack_(new QStackedWidget(this))
    , people_(new QSpinBox(this)) {
    stack_->addWidget(empty_);
    stack_->addWidget(pages_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(build_bar());
    column->addWidget(build_effort());
    column->addWidget(notice_);
    column->addWidget(stack_, 1);
    empty_->say(look::Level::off, tr("Nothing was tried yet."),
                tr("Change the policy on its screen and press \"Try on history\": every order on record is judged by "
                   "both, and nothing is changed by that."));
    connect(go_, &QPushButton::clicked, this, [this] { draft_.empty() ? try_in_force() : run(); });
    connect(cancel_, &QPushButton::clicked, this, [this] { policies_.cancel(); });
    connect(pages_, &WhatIfPages::failed, this, [this](const base::Fault& fault) { notice_->say(fault); });
    connect(pages_, &WhatIfPages::opened, this, &WhatIfView::opened);
    show_running(false);
}

QWidget* WhatIfView::build_bar() {
    auto* widget = new QWidget(this);
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::small);
    auto* title = new look::Label(look::Type::title, tr("What if"), this);
    title->setWordWrap(false);
    progress_->setAccessibleName(tr("Progress of the trial"));
    bar->addWidget(title);
    bar->addWidget(name_, 2);
    bar->addWidget(progress_, 1);
    bar->addWidget(cancel_);
    bar->addWidget(go_);
    return widget;
}

QWidget* WhatIfView::build_effort() {
    auto* widget = new QWidget(this);
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::small);
    auto* said = new look::Label(look::Type::small, tr("Assumed minutes for one case:"), this);
    said->setWordWrap(false);
    said->set_muted(true);
    bar->addWidget(said);
    const domain::Effort usual;
    for (std::size_t tier = 1; tier < domain::tier_count; ++tier) {
        const QString name = look::Words::of(static_cast<domain::Tier>(tier));
        auto* label = new look::Label(look::Type::small, name, this);
        label->setWordWrap(false);
        auto* field = new QDoubleSpinBox(this);
        field->setRange(0, 1440);
        field->setDecimals(1);
        field->setLocale(formats_.locale());
        field->setValue(usual.minutes[tier]);
        field->setAccessibleName(text::fill(tr("Minutes for a case of the tier %1"), {name}));
        connect(field, &QDoubleSpinBox::valueChanged, this, &WhatIfView::note_effort);
        minutes_[tier] = field;
        bar->addWidget(label);
        bar->addWidget(field);
    }
    people_->setRange(1, 1000);
    people_->setAccessibleName(tr("People who share the cases"));
    connect(people_, &QSpinBox::valueChanged, this, &WhatIfView::note_effort);
    auto* label = new look::Label(look::Type::small, tr("People"), this);
    label->setWordWrap(false);
    bar->addWidget(label);
    bar->addWidget(people_);
    bar->addStretch(1);
    return widget;
}

/// The figures on the screen were made with other minutes.
void WhatIfView::note_effort() {
    if (filled_ && !running_) {
        notice_->say(look::Level::standby, tr("The work below was counted with other minutes or people. Press \"Try "
                                              "again\" to count with these."));
    }
}

void WhatIfView::take_focus() {
    running_ ? cancel_->setFocus() : filled_ ? pages_->tabs().setFocus() : go_->setFocus();
}

domain::Effort WhatIfView::effort() const {
    domain::Effort effort;
    for (std::size_t tier = 1; tier < domain::tier_count; ++tier) {
        effort.minutes[tier] = minutes_[tier]->value();
    }
    effort.people = people_->value();
    return effort;
}

void WhatIfView::begin(std::string draft, std::optional<domain::SourceId> only) {
    if (running_) {
        return;
    }
    done_ = false;
    draft_ = std::move(draft);
    only_ = std::move(only);
    run();
}

void WhatIfView::try_draft(std::string draft) {
    name_->say(tr("The draft of the policy screen beside the policy in force"));
    begin(std::move(draft), {});
}

void WhatIfView::try_in_force(std::optional<domain::SourceId> only) {
    done_ = done_ && running_;
    policies_.in_force({this, [this, only = std::move(only)](base::Result<ports::PolicyText> answer) {
                            if (!answer) {
                                notice_->say(answer.fault());
                                return;
                            }
                            name_->say(only ? text::fill(tr("The policy in force: what it would have stopped of %1"),
                                                         {text::safe(*only)})
                                            : tr("The policy in force: what it would have stopped"));
                            begin(std::move(answer->text), only);
                        }});
}

void WhatIfView::try_threshold(const std::string& rule, std::size_t threshold, const std::string& value) {
    policies_.in_force({this, [this, rule, threshold, value](const base::Result<ports::PolicyText>& answer) {
                            if (!answer) {
                                notice_->say(answer.fault());
                                return;
                            }
                            const std::string text = answer->text;
                            policies_.check(text, {this, [this, text, rule, threshold,
                                                          value](const base::Result<ports::PolicyCheck>& check) {
                                                       edit_threshold(text, *check, rule, threshold, value);
                                                   }});
                        }});
}

void WhatIfView::edit_threshold(const std::string& text, const ports::PolicyCheck& check, const std::string& rule,
                                std::size_t threshold, const std::string& value) {
    for (const ports::RuleOutline& one : check.rules) {
        if (one.id != rule) {
            continue;
        }
        ports::PolicyEdit edit;
        edit.kind = ports::PolicyEdit::Kind::threshold;
        edit.number = one.number;
        edit.threshold = threshold;
        edit.text = value;
        const QString title = text::safe(std::string_view(one.title)).qstring();
        policies_.edit(text, edit, {this, [this, title, value](base::Result<std::string> changed) {
                                        if (!changed) {
                                            notice_->say(changed.fault());
                                            return;
                                        }
                                        try_draft(*std::move(changed));
                                        name_->say(text::fill(tr("The policy in force with \"%1\" at %2"),
                                                              {title, text::safe(std::string_view(value))}));
                                    }});
        return;
    }
    notice_->say(look::Level::caution, tr("The policy in force has no such rule any more."));
}

void WhatIfView::run() {
    if (running_ || draft_.empty()) {
        return;
    }
    notice_->clear();
    show_running(true);
    filled_ = false;
    empty_->say(look::Level::off, tr("Every order on record is being judged."),
                tr("Nothing is changed by that, and it can be cancelled at any time."));
    stack_->setCurrentWidget(empty_);
    ports::Trial trial(effort());
    trial.only = only_;
    policies_.what_if(draft_, std::move(trial),
                      {this,
                       [this](const auto& progress) {
                           progress_->setRange(0, 1000);
                           progress_->setValue(
                               static_cast<int>(progress->total == 0 ? 0 : progress->done * 1000 / progress->total));
                       }},
                      {this, [this](const base::Result<domain::WhatIf>& made) { finish(made); }});
}

void WhatIfView::finish(const base::Result<domain::WhatIf>& made) {
    show_running(false);
    done_ = true;
    if (!made) {
        const bool cancelled = made.fault().code == base::FaultCode::cancelled;
        empty_->say(look::Level::off, cancelled ? tr("The trial was cancelled.") : tr("The trial came to no result."),
                    tr("Nothing was changed by it. Press \"Try again\" to judge the record once more."));
        if (!cancelled) {
            notice_->say(made.fault());
        }
        return;
    }
    if (made->orders == 0) {
        empty_->say(look::Level::off, tr("There is no order to judge yet."),
                    tr("As soon as the gateway has told of one, or a file is imported, a policy can be tried on it."));
        return;
    }
    filled_ = true;
    pages_->show_result(*made);
    stack_->setCurrentWidget(pages_);
}

void WhatIfView::show_running(bool running) {
    running_ = running;
    progress_->setVisible(running);
    progress_->setRange(0, 0);
    cancel_->setVisible(running);
    go_->setEnabled(!running);
    go_->setText(draft_.empty() ? tr("T&ry the policy in force") : tr("T&ry again"));
}

} // namespace ui::policy
