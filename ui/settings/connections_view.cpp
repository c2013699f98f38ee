// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connections_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"
#include "ui/settings/settings_words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::settings {

namespace {

class ColumnWords {
    Q_DECLARE_TR_FUNCTIONS(ui::settings::ColumnWords)
public:
    static std::vector<models::case_::Column<ports::ConnectionForm>> columns() {
        using ports::ConnectionForm;
        return {{tr("Name"), [](const ConnectionForm& form) { return text::safe(form.name).qstring(); }},
                {tr("Address"),
                 [](const ConnectionForm& form) {
                     return text::fill(QStringLiteral("%1:%2"), {text::safe(form.host), text::safe(form.port)});
                 }},
                {tr("State"), [](const ConnectionForm& form) { return form.in_use ? tr("In use") : tr("Saved"); }}};
    }
};

} // namespace

ConnectionsView::ConnectionsView(ports::Connections& connections, QWidget* parent)
    : QWidget(parent)
    , connections_(connections)
    , model_(
          ColumnWords::columns(), [](const auto& one, const auto& other) { return one.name == other.name; }, this)
    , notice_(new look::NoticeBar(this))
    , table_(new look::Table(tr("Connections"), this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this))
    , page_(new ConnectionPage(connections, this)) {
    build();
    connections_.list({this, [this](const Answer& forms) { take(forms, {}); }});
}

void ConnectionsView::build() {
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(build_list(), 2);
    row->addWidget(scroll, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice_);
    column->addLayout(row, 1);
    connect(page_, &ConnectionPage::save_wanted, this, [this](const ports::ConnectionForm& form) {
        connections_.save(form, {this, [this](const Answer& forms) { take(forms, tr("Saved.")); }});
    });
    connect(page_, &ConnectionPage::use_wanted, this, [this](const ports::ConnectionForm& form) {
        connections_.use(form.name,
                         {this, [this](const Answer& forms) { take(forms, tr("Reeve connects with it now.")); }});
    });
    connect(page_, &ConnectionPage::remove_wanted, this, [this](const ports::ConnectionForm& form) {
        connections_.remove(form.name, {this, [this](const Answer& forms) {
                                            page_->show_form({});
                                            take(forms, tr("Removed."));
                                        }});
    });
}

QWidget* ConnectionsView::build_list() {
    table_->setObjectName(QStringLiteral("connections"));
    table_->setModel(&model_);
    table_->set_widths({24, 30, 12});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        if (index.column() != 2) {
            return std::nullopt;
        }
        return model_.row_at(index.row()).in_use ? look::Level::normal : look::Level::off;
    });
    table_->setItemDelegate(delegate);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) {
            page_->show_form(model_.row_at(now.row()));
        }
    });
    auto* fresh = new QPushButton(tr("&New connection"), this);
    connect(fresh, &QPushButton::clicked, this, [this] {
        table_->setCurrentIndex({});
        page_->show_form({});
        page_->take_focus();
    });
    auto* sandbox = new QPushButton(tr("Use the &sandbox now"), this);
    connect(sandbox, &QPushButton::clicked, this, [this] {
        connections_.use(
            {}, {this, [this](const Answer& forms) { take(forms, tr("Reeve starts its simulated gateway now.")); }});
    });
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(look::gap::medium, look::gap::small, 0, look::gap::medium);
    column->setSpacing(look::gap::small);
    column->addWidget(new look::Label(look::Type::title, tr("Connections"), this));
    empty_->say(look::Level::off, tr("No connection is kept yet."),
                tr("Reeve uses its simulated gateway. Describe a real one beside this list, test it and save it."));
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    column->addWidget(stack_, 1);
    column->addWidget(fresh);
    column->addWidget(sandbox);
    return whole;
}

void ConnectionsView::take(const Answer& forms, const QString& done) {
    if (!forms.ok()) {
        notice_->say(look::Level::serious, SettingsWords::form_fault(forms.fault()));
        return;
    }
    model_.set_rows(forms.value());
    stack_->setCurrentWidget(count() > 0 ? static_cast<QWidget*>(table_) : empty_);
    if (done.isEmpty()) {
        notice_->clear();
    } else {
        notice_->say(look::Level::normal, done);
    }
}

void ConnectionsView::take_focus() {
    if (count() > 0) {
        table_->setFocus();
    } else {
        page_->take_focus();
    }
}

} // namespace ui::settings
