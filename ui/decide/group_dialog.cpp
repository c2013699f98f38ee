// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_dialog.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/decide/group_words.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/progress_panel.h"
#include "ui/decide/sign_button.h"
#include "ui/decide/signed_content.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <numeric>

namespace ui::decide {

namespace {

using namespace std::chrono_literals;
using models::case_::Align;

constexpr base::Microseconds dead_at_first = 700ms;
constexpr int typing_pause_milliseconds = 250;

enum OrderColumn { standing_column, order_column, amount_column, agent_column, supplier_column, more_column };

class GroupColumns {
    Q_DECLARE_TR_FUNCTIONS(ui::decide::GroupColumns)
public:
    static std::vector<models::case_::Column<int>> all(const GroupReview& review, const text::Formats& formats) {
        const auto of = [&review](int place) -> const GroupOrder& {
            return review.orders()[static_cast<std::size_t>(place)];
        };
        return {
            {tr("State"), [of](int place) { return GroupWords::standing(of(place)); }},
            {tr("Order"), [of](int place) { return text::safe(of(place).row.key.id).qstring(); }},
            {tr("Amount"), [of, &formats](int place) { return formats.money(of(place).row.gross); }, Align::number},
            {tr("Agent"), [of](int place) { return text::safe(of(place).row.agent).qstring(); }},
            {tr("Supplier"), [of](int place) { return text::safe(of(place).row.counterpart).qstring(); }},
            {tr("Why, and what to do next"),
             [of, &formats](int place) { return GroupWords::more(of(place), formats); }},
        };
    }
};

std::vector<int> places_of(const GroupReview& review) {
    std::vector<int> places(review.orders().size());
    std::iota(places.begin(), places.end(), 0);
    return places;
}

} // namespace

GroupDialog::GroupDialog(ReviewDialog::Core core, domain::Verb verb, const models::queue::Selection& chosen,
                         const ports::Identity& identity, QWidget* parent)
    : QDialog(parent)
    , core_(core)
    , review_(core.decisions, core.clock, verb, chosen, identity.person)
    , model_(GroupColumns::all(review_, core.formats), [](int one, int other) { return one == other; })
    , table_(new look::Table(tr("Orders that will be signed"), this))
    , left_out_(new look::NoticeBar(this))
    , not_included_(new look::NoticeBar(this))
    , dropped_(new look::NoticeBar(this))
    , result_(new look::NoticeBar(this))
    , content_pages_(new QStackedWidget(this))
    , content_(new SignedContent(core.formats, this))
    , missing_(new look::EmptyState(this))
    , lower_(new QStackedWidget(this))
    , reasons_(new ReasonPicker(verb, this))
    , key_(new KeyPanel(core.decisions, this))
    , progress_(new ProgressPanel(core.clock, core.formats, this))
    , heading_(new look::Label(look::Type::small, {}, this))
    , hint_(new look::Label(look::Type::small, {}, this))
    , sign_(new SignButton(core.clock, this))
    , stop_(new QPushButton(tr("S&top here"), this))
    , cancel_(new QPushButton(tr("&Close without deciding"), this)) {
    setWindowTitle(text::fill(tr("Review: %1"), {GroupWords::deed(verb, static_cast<int>(review_.orders().size()))}));
    setObjectName(QStringLiteral("group_dialog"));
    model_.set_rows(places_of(review_));
    build();
    connect_parts();
    key_->show_identity(identity);
    sign_->start_dead_time(dead_at_first);
    table_->setCurrentIndex(model_.index(0, 0));
    reasons_->setFocus();
    review_.begin();
    show_all();
}

void GroupDialog::build() {
    build_table();
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(table_);
    parts->addWidget(build_upper());
    const int line = fontMetrics().height();
    parts->setSizes({line * 13, line * 17});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::medium);
    column->setSpacing(look::gap::small);
    heading_->say(tr("Each of these is signed, sent and recorded by itself. What will be signed of the chosen one is "
                     "shown below the list, read from the bytes themselves."));
    heading_->set_muted(true);
    column->addWidget(heading_);
    for (look::NoticeBar* bar : {result_, dropped_, left_out_, not_included_}) {
        column->addWidget(bar);
    }
    column->addWidget(parts, 1);
    column->addWidget(build_lower());
    column->addWidget(buttons());
    const QSize wanted(fontMetrics().averageCharWidth() * 160, line * 46);
    resize(parentWidget() == nullptr ? wanted : wanted.boundedTo(parentWidget()->window()->size()));
}

void GroupDialog::build_table() {
    table_->setModel(&model_);
    table_->set_widths({22, 14, 0, 14, 26, 50});
    table_->set_words(standing_column, GroupWords::every_standing());
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        return index.column() == standing_column ? std::optional(GroupWords::level(order_at(index.row())))
                                                 : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            return index.column() == amount_column ? &order_at(index.row()).row.gross : nullptr;
        },
        core_.formats);
    table_->setItemDelegate(delegate);
    table_->setMinimumHeight(look::row_height(font()) * 4);
}

QWidget* GroupDialog::build_upper() {
    auto* area = new QScrollArea(this);
    area->setWidget(content_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What will be signed of the chosen order"));
    content_pages_->addWidget(area);
    content_pages_->addWidget(missing_);
    return content_pages_;
}

QWidget* GroupDialog::build_lower() {
    auto* choose = new QWidget(this);
    auto* choices = new QVBoxLayout(choose);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(look::gap::small);
    choices->addWidget(reasons_);
    choices->addWidget(key_);
    choices->addStretch(1);
    lower_->addWidget(choose);
    lower_->addWidget(progress_);
    lower_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    return lower_;
}

QWidget* GroupDialog::buttons() {
    auto* place = new QWidget(this);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, look::gap::small, 0, 0);
    hint_->set_muted(true);
    hint_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    stop_->hide();
    row->addWidget(cancel_);
    row->addWidget(hint_, 1);
    for (QPushButton* button : {cancel_, stop_}) {
        button->setAutoDefault(false);
    }
    row->addWidget(stop_);
    row->addWidget(sign_);
    return place;
}

void GroupDialog::connect_parts() {
    note_timer_.setSingleShot(true);
    note_timer_.setInterval(typing_pause_milliseconds);
    show_timer_.setSingleShot(true);
    connect(&note_timer_, &QTimer::timeout, this, &GroupDialog::give_reason);
    connect(&show_timer_, &QTimer::timeout, this, &GroupDialog::show_all);
    connect(reasons_, &ReasonPicker::chosen, this, &GroupDialog::give_reason);
    connect(reasons_, &ReasonPicker::note_changed, this, [this] {
        note_timer_.start();
        show_readiness();
    });
    connect(key_, &KeyPanel::opened, this, &GroupDialog::show_soon);
    connect(sign_, &QPushButton::clicked, this, [this] {
        if (sign_->isEnabled()) {
            review_.sign();
            show_all();
        }
    });
    connect(sign_, &SignButton::dead_time_ended, this, &GroupDialog::show_readiness);
    connect(stop_, &QPushButton::clicked, this, [this] {
        review_.stop();
        show_readiness();
    });
    connect(cancel_, &QPushButton::clicked, this, &GroupDialog::reject);
    connect(&review_, &GroupReview::order_changed, this, &GroupDialog::show_soon);
    connect(&review_, &GroupReview::late_came, this, &GroupDialog::show_soon);
    connect(&review_, &GroupReview::dropped, this, &GroupDialog::dropped);
    connect(&review_, &GroupReview::failed, this,
            [this](const base::Fault& fault) { dropped_->say(fault, tr("U&nderstood")); });
    connect(&review_, &GroupReview::over, this, &GroupDialog::show_over);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GroupDialog::show_chosen);
    connect(dropped_, &look::NoticeBar::pressed, dropped_, &look::NoticeBar::clear);
    connect(result_, &look::NoticeBar::pressed, this, &GroupDialog::press_result);
    connect(progress_, &ProgressPanel::status_wanted, this, [this] { review_.ask_status(chosen()); });
    connect(progress_, &ProgressPanel::withdrawal_wanted, this, [this] { review_.withdraw(chosen()); });
}

/// Nothing that is on the screen is signed while somebody still types.
void GroupDialog::give_reason() {
    note_timer_.stop();
    review_.give_reason(reasons_->code(), reasons_->note().toStdString());
    show_all();
}

} // namespace ui::decide
