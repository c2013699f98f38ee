// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connection_page.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/icons.h"
#include "ui/settings/settings_words.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::settings {

namespace {

constexpr int step_count = 7;

QString shown(const std::string& text) {
    return text::for_clipboard(domain::UntrustedText(text));
}

/// In groups of four, as people compare.
std::string in_groups(const std::string& hex) {
    std::string grouped;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        grouped += i > 0 && i % 4 == 0 ? " " : "";
        grouped += hex[i];
    }
    return grouped;
}

} // namespace

ConnectionPage::ConnectionPage(ports::Connections& connections, QWidget* parent)
    : QWidget(parent)
    , connections_(connections)
    , name_(line(tr("Name"), tr("What you call it")))
    , host_(line(tr("Address"), tr("gateway.example.com, without https://")))
    , port_(line(tr("Port"), QString()))
    , token_(line(tr("Token"), tr("From the gateway's operator")))
    , source_(line(tr("Source"), tr("The feed; empty: what the gateway offers")))
    , certificate_(line(tr("Certificate"), tr("SHA-256 fingerprint; empty: by its authority")))
    , authorities_(new PemField(tr("Authorities"), tr("PEM file; empty: the system's"), this))
    , client_certificate_(new PemField(tr("Client certificate"), tr("PEM file, if the gateway asks for one"), this))
    , client_key_(new PemField(tr("Client key"), tr("PEM file of the certificate's key"), this))
    , key_(line(tr("Gateway's key"), tr("Found by the test, confirmed by you")))
    , offered_(new look::Label(this))
    , confirm_(new QPushButton(this))
    , test_(new QPushButton(tr("&Test"), this))
    , save_(new QPushButton(tr("S&ave"), this))
    , use_(new QPushButton(tr("&Use now"), this))
    , remove_(new QPushButton(tr("&Remove"), this)) {
    build();
    show_form({});
}

QLineEdit* ConnectionPage::line(const QString& name, const QString& hint) {
    auto* made = new QLineEdit(this);
    made->setAccessibleName(name);
    made->setPlaceholderText(hint);
    made->setMaxLength(4096);
    return made;
}

void ConnectionPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::medium, look::gap::large, look::gap::medium);
    column->setSpacing(look::gap::large);
    column->addWidget(build_fields());
    column->addWidget(build_buttons());
    column->addWidget(build_steps());
    column->addWidget(offered_);
    auto* row = new QHBoxLayout;
    row->addWidget(confirm_);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    offered_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    offered_->hide();
    confirm_->hide();
}

QWidget* ConnectionPage::build_fields() {
    token_->setEchoMode(QLineEdit::Password);
    port_->setMaximumWidth(fontMetrics().averageCharWidth() * 12);
    auto* whole = new QWidget(this);
    auto* form = new QFormLayout(whole);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(look::gap::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::initializer_list<QWidget*> fields = {
        name_, host_, port_, token_, source_, certificate_, authorities_, client_certificate_, client_key_, key_};
    for (QWidget* field : fields) {
        auto* label = new look::Label(this);
        label->say(field->accessibleName());
        label->setBuddy(field);
        form->addRow(label, field);
    }
    return whole;
}

QWidget* ConnectionPage::build_buttons() {
    test_->setIcon(look::icon(look::Glyph::test));
    connect(test_, &QPushButton::clicked, this, &ConnectionPage::test);
    connect(save_, &QPushButton::clicked, this, [this] { Q_EMIT save_wanted(form()); });
    connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT use_wanted(form()); });
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT remove_wanted(form()); });
    connect(confirm_, &QPushButton::clicked, this,
            [this] { report_.gateway_key.empty() ? confirm_certificate() : confirm_key(); });
    auto* whole = new QWidget(this);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap::small);
    row->addWidget(test_);
    row->addWidget(save_);
    row->addWidget(use_);
    row->addStretch(1);
    row->addWidget(remove_);
    return whole;
}

QWidget* ConnectionPage::build_steps() {
    auto* whole = new QWidget(this);
    auto* grid = new QGridLayout(whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::gap::large);
    grid->setVerticalSpacing(look::gap::tight);
    grid->setColumnStretch(1, 1);
    for (int number = 0; number < step_count; ++number) {
        auto* badge = new look::Badge(this);
        auto* words = new look::Label(this);
        words->setWordWrap(true);
        grid->addWidget(badge, number, 0, Qt::AlignTop);
        grid->addWidget(words, number, 1);
        steps_.push_back({badge, words});
    }
    clear_steps();
    return whole;
}

void ConnectionPage::clear_steps() {
    for (int number = 0; number < step_count; ++number) {
        const Step& step = steps_[static_cast<std::size_t>(number)];
        step.badge->show_level(look::Level::off, SettingsWords::of(static_cast<ports::TestStep>(number)));
        step.words->say({});
    }
    offered_->hide();
    confirm_->hide();
}

void ConnectionPage::show_form(const ports::ConnectionForm& form) {
    ++question_;
    testing_ = false;
    test_->setEnabled(true);
    name_->setText(shown(form.name));
    host_->setText(shown(form.host));
    port_->setText(shown(form.port));
    token_->setText(shown(form.token));
    source_->setText(shown(form.source));
    certificate_->setText(shown(form.certificate));
    authorities_->show_pem(form.authorities);
    client_certificate_->show_pem(form.client_certificate);
    client_key_->show_pem(form.client_key);
    key_->setText(shown(form.gateway_key));
    in_use_ = form.in_use;
    use_->setEnabled(!form.in_use && !form.name.empty());
    remove_->setEnabled(!form.name.empty());
    clear_steps();
}

ports::ConnectionForm ConnectionPage::form() const {
    const auto typed = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
    ports::ConnectionForm form;
    form.name = typed(name_);
    form.host = typed(host_);
    form.port = typed(port_);
    form.token = typed(token_);
    form.source = typed(source_);
    form.certificate = typed(certificate_);
    form.authorities = authorities_->pem_or_file();
    form.client_certificate = client_certificate_->pem_or_file();
    form.client_key = client_key_->pem_or_file();
    form.gateway_key = typed(key_);
    form.in_use = in_use_;
    return form;
}

QString ConnectionPage::said(ports::TestStep step) const {
    return steps_[static_cast<std::size_t>(step)].words->text();
}

void ConnectionPage::test() {
    if (testing_) {
        return;
    }
    testing_ = true;
    test_->setEnabled(false);
    clear_steps();
    const std::uint64_t question = ++question_;
    connections_.test(form(),
                      {this,
                       [this, question](const auto& line) {
                           if (question == question_) {
                               note(*line);
                           }
                       }},
                      {this, [this, question](const base::Result<ports::TestReport>& report) {
                           if (question == question_ && report.ok()) {
                               finish(report.value());
                           }
                       }});
}

void ConnectionPage::note(const ports::TestLine& line) {
    const Step& step = steps_[static_cast<std::size_t>(line.step)];
    const QString name = SettingsWords::of(line.step);
    switch (line.outcome) {
    case ports::TestOutcome::passed:
        step.badge->show_level(look::Level::normal, text::fill(tr("%1: works"), {name}));
        step.words->show(text::safe(line.found));
        break;
    case ports::TestOutcome::failed:
        step.badge->show_level(look::Level::critical, text::fill(tr("%1: does not work"), {name}));
        step.words->say(SettingsWords::advice(line));
        break;
    case ports::TestOutcome::skipped:
        step.badge->show_level(look::Level::off, text::fill(tr("%1: not tried"), {name}));
        step.words->say({});
        break;
    }
}

/// What the gateway shows is offered, never taken over by itself.
void ConnectionPage::finish(const ports::TestReport& report) {
    testing_ = false;
    test_->setEnabled(true);
    report_ = report;
    if (source_->text().trimmed().isEmpty() && !report.source.empty()) {
        source_->setText(shown(report.source));
    }
    const bool key_differs = !report.gateway_key.empty() && form().gateway_key != report.gateway_key;
    const bool certificate_unknown =
        report.gateway_key.empty() && !report.certificate.empty() && form().certificate != report.certificate;
    offered_->setVisible(key_differs || certificate_unknown);
    confirm_->setVisible(key_differs || certificate_unknown);
    if (certificate_unknown) {
        offered_->say(text::fill(tr("The gateway shows a certificate with this fingerprint: %1"),
                                 {text::safe(in_groups(report.certificate))}));
        confirm_->setText(tr("I have &compared it: it is the right certificate"));
    } else if (key_differs) {
        offered_->say(
            text::fill(tr("The gateway says that it signs with this key: %1"), {text::safe(report.gateway_key)}));
        confirm_->setText(tr("I have &compared it: it is the right key"));
    }
}

void ConnectionPage::confirm_certificate() {
    certificate_->setText(shown(report_.certificate));
    offered_->hide();
    confirm_->hide();
    test();
}

void ConnectionPage::confirm_key() {
    key_->setText(shown(report_.gateway_key));
    offered_->hide();
    confirm_->hide();
    save_->setFocus();
}

} // namespace ui::settings
