// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/connections.h"
#include "models/case/rows_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"
#include "ui/settings/connection_page.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QWidget>

namespace ui::settings {

/// The gateways that a person keeps, and the one that is chosen, to be changed, tested, saved and used.
class ConnectionsView final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionsView(ports::Connections& connections, QWidget* parent = nullptr);

    void take_focus();
    [[nodiscard]] ConnectionPage& page() const { return *page_; }
    [[nodiscard]] int count() const { return model_.rowCount(); }
    [[nodiscard]] QString notice() const { return notice_->sentence(); }

private:
    using Answer = base::Result<std::vector<ports::ConnectionForm>>;
    void build();
    QWidget* build_list();
    void take(const Answer& forms, const QString& done);

    ports::Connections& connections_;
    models::case_::RowsModel<ports::ConnectionForm> model_;
    look::NoticeBar* notice_;
    look::Table* table_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
    ConnectionPage* page_;
};

} // namespace ui::settings
