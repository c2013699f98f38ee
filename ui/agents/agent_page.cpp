// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agents/agent_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/agents/agent_words.h"
#include "ui/look/icons.h"
#include "ui/look/row_delegate.h"
#include "ui/look/word_lists.h"
#include "ui/look/words.h"

#include <QVBoxLayout>

namespace ui::agents {

namespace {

using ports::AgentOrder;
enum Place { time_place, state_place, amount_place, supplier_place, tier_place, who_place, talk_place };

} // namespace

AgentPage::AgentPage(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , model_({{tr("Requested"),
               [this](const AgentOrder& order) -> QString {
                   return formats_.date(order.time) + QLatin1Char(' ') + formats_.time(order.time);
               }},
              {tr("State"), [](const AgentOrder& order) { return look::Words::of(order.state); }},
              {tr("Amount"),
               [this](const AgentOrder& order) { return order.gross ? formats_.money(*order.gross) : QString(); },
               models::case_::Align::number},
              {tr("Supplier"), [](const AgentOrder& order) { return text::safe(order.supplier).qstring(); }},
              {tr("Tier"),
               [](const AgentOrder& order) { return order.tier ? look::Words::of(*order.tier) : tr("Not assessed"); }},
              {tr("Handled"),
               [](const AgentOrder& order) {
                   return order.human ? tr("By a person") : (order.escalated ? tr("Escalated") : tr("By machines"));
               }},
              {tr("Conversation"), [](const AgentOrder& order) { return text::safe(order.conversation).qstring(); }}},
             [](const AgentOrder& left, const AgentOrder& right) { return left.key == right.key; })
    , name_(new look::ElidedLabel(this))
    , state_(new look::Badge(this))
    , stop_(new QPushButton(this))
    , facts_(new look::Facts(formats, this))
    , orders_title_(new look::Label(look::Type::strong, {}, this))
    , mandate_title_(new look::Label(look::Type::strong, tr("Mandate"), this))
    , mandate_(new look::Facts(formats, this))
    , orders_(new look::Table(tr("Newest orders of the agent"), this)) {
    build();
    clear({});
}

void AgentPage::build() {
    name_->set_type(look::Type::title);
    stop_->setObjectName(QStringLiteral("stop_agent"));
    connect(stop_, &QPushButton::clicked, this, [this] {
        if (page_) {
            Q_EMIT decision_wanted(is_stopped() ? domain::Verb::resume : domain::Verb::stop, page_->row.agent.id);
        }
    });
    orders_->setModel(&model_);
    orders_->set_widths({-20, 13, 0, 16, 13, 13, 14});
    orders_->set_words(tier_place, look::tier_words());
    orders_->set_words(state_place, look::state_words());
    orders_->set_hidden({talk_place}); // opens with the order
    auto* delegate = new look::RowDelegate(orders_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& gross = model_.row_at(index.row()).gross;
            return index.column() == amount_place && gross ? &*gross : nullptr;
        },
        formats_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        const AgentOrder& order = model_.row_at(index.row());
        if (index.column() == state_place) {
            return look::level_of(order.state);
        }
        return index.column() == tier_place && order.tier ? std::optional(look::level_of(*order.tier)) : std::nullopt;
    });
    orders_->setItemDelegate(delegate);
    connect(orders_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(model_.row_at(index.row()).key); });
    auto* head = new QHBoxLayout;
    head->setSpacing(look::gap::medium);
    head->addWidget(name_, 1);
    head->addWidget(state_);
    head->addWidget(stop_);
    orders_title_->setWordWrap(false);
    mandate_title_->setWordWrap(false);
    auto* who = new QVBoxLayout;
    who->addWidget(facts_);
    who->addStretch(1);
    auto* allowed = new QVBoxLayout;
    allowed->addWidget(mandate_title_);
    allowed->addWidget(mandate_);
    allowed->addStretch(1);
    auto* did = new QVBoxLayout;
    did->addWidget(orders_title_);
    did->addWidget(orders_, 1);
    did->addStretch(0);
    parts_ = new QHBoxLayout;
    parts_->setSpacing(look::gap::large);
    parts_->addLayout(who, 4);
    parts_->addLayout(allowed, 4);
    parts_->addLayout(did, 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    column->setSpacing(look::gap::small);
    column->addLayout(head);
    column->addLayout(parts_, 1);
}

bool AgentPage::is_stopped() const {
    return page_ && (page_->row.stop != ports::StopState::none || page_->row.status == domain::AgentStatus::stopped);
}

std::vector<look::Fact> AgentPage::facts(const ports::AgentRow& row, base::Instant now) const {
    const domain::Agent& agent = row.agent;
    return {look::Fact::outside(tr("Id"), text::safe(agent.id)),
            look::Fact::own(tr("Kind"), look::Words::of(agent.kind)),
            look::Fact::outside(tr("Acts for"), text::safe(agent.owner_name)),
            look::Fact::outside(tr("Software"), text::safe(std::string_view(agent.model))),
            look::Fact::outside(tr("Policy group"), text::safe(std::string_view(agent.group))),
            look::Fact::own(tr("Heard"), AgentWords::heartbeat(row, now)),
            look::Fact::own(tr("Spent today"), AgentWords::today(row, formats_)),
            look::Fact::own(tr("Month's budget"), AgentWords::budget(row, formats_)),
            look::Fact::own(tr("Escalated, 30 days"), AgentWords::escalated(row, formats_)),
            look::Fact::own(tr("Orders can be held"), agent.holds_orders ? tr("Yes") : tr("No, observed only"))};
}

std::vector<look::Fact> AgentPage::mandate_facts() const {
    if (page_->mandates.empty()) {
        return {};
    }
    const domain::Mandate& mandate = page_->mandates.front();
    std::string categories;
    for (const std::string& category : mandate.categories) {
        categories += (categories.empty() ? "" : ", ") + category;
    }
    std::vector<look::Fact> facts{
        look::Fact::sentence(tr("Purpose"), text::safe(mandate.purpose)),
        mandate.categories.empty() ? look::Fact::own(tr("Categories"), tr("All"))
                                   : look::Fact::outside(tr("Categories"), text::safe(std::string_view(categories)))};
    if (mandate.per_transaction) {
        facts.push_back(look::Fact::amount(tr("At most, an order"), *mandate.per_transaction));
    }
    if (mandate.per_month) {
        facts.push_back(look::Fact::amount(tr("At most, a month"), *mandate.per_month));
    }
    facts.push_back(look::Fact::own(tr("Valid until"), formats_.date(mandate.not_after)));
    return facts;
}

void AgentPage::show_page(const ports::AgentPage& page, base::Instant now) {
    page_ = page;
    const ports::AgentRow& row = page.row;
    const auto shown = text::safe(row.agent.name.empty() ? row.agent.id.bytes() : row.agent.name.bytes());
    name_->show(shown);
    state_->setVisible(true);
    state_->show_level(level_of(models::agents::standing_of(row, now)), AgentWords::state(row, now));
    stop_->setEnabled(row.status != domain::AgentStatus::retired);
    stop_->setIcon(look::icon(is_stopped() ? look::Glyph::reconnect : look::Glyph::stop));
    stop_->setText(is_stopped() ? tr("Res&ume …") : tr("S&top …"));
    stop_->setAccessibleName(is_stopped() ? tr("Resume this agent: opens the review")
                                          : tr("Stop this agent: opens the review"));
    facts_->show(facts(row, now));
    const std::vector<look::Fact> mandate = mandate_facts();
    mandate_title_->say(mandate.empty() ? tr("No mandate on file")
                                        : (page.mandates.size() == 1 ? tr("Mandate")
                                                                     : tr("Newest of %Ln mandate(s)", nullptr,
                                                                          static_cast<int>(page.mandates.size()))));
    mandate_->show(mandate);
    show_orders(page.orders);
}

/// An empty table would say nothing.
void AgentPage::show_orders(const std::vector<AgentOrder>& orders) {
    model_.set_rows(orders);
    orders_->setVisible(!orders.empty());
    parts_->setStretch(2, orders.empty() ? 3 : 8); // room for words where there is no table
    orders_title_->say(!page_           ? QString()
                       : orders.empty() ? tr("This agent has ordered nothing yet.")
                                        : tr("Newest orders: Enter opens one with its conversation"));
}

void AgentPage::clear(const QString& own) {
    page_.reset();
    name_->say(own);
    state_->setVisible(false);
    stop_->setEnabled(false);
    stop_->setText(tr("S&top …"));
    stop_->setAccessibleName(tr("Stop this agent: opens the review"));
    facts_->show({});
    mandate_->show({});
    mandate_title_->say({});
    show_orders({});
}

} // namespace ui::agents
