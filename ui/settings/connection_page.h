// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/connections.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/symbol.h"
#include "ui/settings/pem_field.h"

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <vector>

namespace ui::settings {

/// One connection: what is typed, and what the test found, step by step. What a person has to compare (fingerprint of
/// the certificate, key of the gateway) is shown and confirmed here; nothing is confirmed by itself.
class ConnectionPage final : public QWidget {
    Q_OBJECT
public:
    ConnectionPage(ports::Connections& connections, QWidget* parent = nullptr);

    void show_form(const ports::ConnectionForm& form);
    [[nodiscard]] ports::ConnectionForm form() const;
    void take_focus() { name_->setFocus(); }
    void test();
    [[nodiscard]] bool is_testing() const { return testing_; }
    /// The sentence beside a step of the last test; empty when it was not reached.
    [[nodiscard]] QString said(ports::TestStep step) const;

Q_SIGNALS:
    void save_wanted(const ports::ConnectionForm& form);
    void use_wanted(const ports::ConnectionForm& form);
    void remove_wanted(const ports::ConnectionForm& form);

private:
    QLineEdit* line(const QString& name, const QString& hint);
    void build();
    QWidget* build_fields();
    QWidget* build_steps();
    QWidget* build_buttons();
    void clear_steps();
    void note(const ports::TestLine& line);
    void finish(const ports::TestReport& report);
    void confirm_certificate();
    void confirm_key();

    struct Step {
        look::Badge* badge;
        look::Label* words;
    };
    ports::Connections& connections_;
    QLineEdit* name_;
    QLineEdit* host_;
    QLineEdit* port_;
    QLineEdit* token_;
    QLineEdit* source_;
    QLineEdit* certificate_;
    PemField* authorities_;
    PemField* client_certificate_;
    PemField* client_key_;
    QLineEdit* key_;
    std::vector<Step> steps_;
    look::Label* offered_; ///< fingerprint or key to compare
    QPushButton* confirm_;
    QPushButton* test_;
    QPushButton* save_;
    QPushButton* use_;
    QPushButton* remove_;
    ports::TestReport report_;
    bool in_use_ = false;
    bool testing_ = false;
    std::uint64_t question_ = 0;
};

} // namespace ui::settings
