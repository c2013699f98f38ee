// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/status_strip.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/look/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>

#include <cmath>

namespace ui::frame {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds slow = 5s;

class AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(ui::frame::AlarmWords)
public:
    static QString read_only(const ports::Health& health) {
        return text::fill(tr("Reading only: %1 keeps this store. Decide there, or close it and start again."),
                          {text::safe(health.keeper)});
    }
    static QString not_stored(const base::Fault& fault) {
        return text::fill(tr("Nothing is being stored. %1"), {look::fault_text(fault.code)});
    }
    static QString undelivered(const base::Fault& fault) {
        return text::fill(tr("Signed decisions are not delivered. %1"), {look::CodeWords::of_delivery(fault)});
    }
    static QString opening() {
        return tr("The record is being opened and checked. What it holds is shown as soon as that is done.");
    }
    static QString stale() {
        return tr("Stale: the gateway has not been heard for a while, so everything here may be out of date. What is "
                  "signed now waits in the record and is sent when it is back.");
    }
    static QString waiting() {
        return tr("The gateway is not connected: everything here may be out of date. What is signed now waits in the "
                  "record and is sent when it is back.");
    }
    static QString refused(const base::Fault& fault) {
        if (fault.code == base::FaultCode::timed_out) { // nothing was asked for that could have a status
            return tr("The gateway is not connected: it did not answer in time. Reeve keeps trying; press F5 to try "
                      "now.");
        }
        return text::fill(tr("The gateway is not connected. %1"), {look::fault_text(fault.code)});
    }
};

} // namespace

StatusStrip::StatusStrip(const base::Clock& clock, const text::Formats& formats, bool sandbox, QWidget* parent)
    : QFrame(parent)
    , clock_(clock)
    , formats_(formats)
    , sandbox_(sandbox)
    , mine_(new look::Badge(this))
    , link_(new look::Badge(this))
    , gateway_(new look::ElidedLabel(this))
    , lag_(new look::Badge(this))
    , rate_(new look::Badge(this))
    , gaps_(new look::Badge(this))
    , stored_(new look::Badge(this))
    , unsent_(new look::Badge(this))
    , aside_(new look::Badge(this))
    , remark_(new look::Label(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    setAccessibleName(tr("Status"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::gap::medium, 1, look::gap::medium, 1);
    row->setSpacing(look::gap::large);
    gateway_->set_muted(true);
    row->addWidget(link_);
    row->addWidget(gateway_, 1);
    row->addWidget(remark_);
    mine_->hide();
    row->addWidget(mine_);
    for (look::Badge* badge : {lag_, rate_, gaps_, aside_, stored_, unsent_}) {
        row->addWidget(badge);
    }
    show({});
}

QString StatusStrip::link_words() const {
    const QString word = look::Words::of(health_.link);
    if (health_.link == ports::LinkState::waiting && health_.next_attempt) {
        return text::fill(tr("%1, next attempt %2"),
                          {word, look::TimeWords::until(*health_.next_attempt, clock_.now())});
    }
    if (health_.link == ports::LinkState::stale && health_.last_heard) {
        return text::fill(tr("%1, last heard %2"), {word, look::TimeWords::until(*health_.last_heard, clock_.now())});
    }
    return word;
}

void StatusStrip::show(const ports::Health& health) {
    using look::Level;
    health_ = health;
    const auto number = [this](std::uint64_t value) { return formats_.number(static_cast<std::int64_t>(value)); };
    const bool live = health.link == ports::LinkState::live;
    // Heard, but nothing was told: the newest event grows old, and nothing lags behind.
    const bool quiet = live && health.lag > slow && health.events_per_second <= 0;
    const bool late = live && health.lag > slow && !quiet;
    const QString span = live ? look::TimeWords::span(health.lag) : QStringLiteral("—");
    lag_->show_level(late   ? Level::caution
                     : live ? Level::normal
                            : Level::off,
                     text::fill(quiet ? tr("Nothing new for %1") : tr("Lag %1"), {span}));
    rate_->show_level(live ? Level::normal : Level::off,
                      text::fill(tr("Rate %1/s"), {formats_.number(std::llround(health.events_per_second))}));
    gaps_->show_level(health.gaps == 0 ? Level::normal : Level::serious,
                      text::fill(tr("Gaps %1"), {number(health.gaps)}));
    const std::uint64_t aside = health.quarantined + health.conflicts;
    aside_->setVisible(aside > 0);
    aside_->show_level(health.conflicts > 0 ? Level::serious : Level::caution,
                       text::fill(tr("Set aside %1"), {number(aside)}));
    stored_->show_level(health.store_fault ? Level::critical
                        : health.read_only ? Level::caution
                                           : Level::normal,
                        text::fill(tr("Record %1"), {number(health.stored)}));
    unsent_->show_level(health.unsent == 0 ? Level::normal : Level::caution,
                        text::fill(tr("Unsent %1"), {number(health.unsent)}));
    tick();
}

void StatusStrip::show_mine(int count) {
    mine_->setVisible(count > 0);
    mine_->show_level(look::Level::caution, tr("%Ln escalated to you", nullptr, count));
}

void StatusStrip::remark(const QString& own) {
    remark_->say(own);
    remark_ticks_ = 5;
}

void StatusStrip::tick() {
    if (remark_ticks_ > 0 && --remark_ticks_ == 0) {
        remark_->say({});
    }
    link_->show_level(look::level_of(health_.link), link_words());
    const text::SafeText name = text::safe(health_.gateway);
    const QString gateway = name.empty() ? tr("no gateway yet") : name.qstring();
    const text::SafeText source = text::safe(health_.source);
    const QString whole = source.empty() ? gateway : text::fill(QStringLiteral("%1 · %2"), {gateway, source});
    gateway_->say(sandbox_ ? text::fill(tr("Sandbox, simulated: %1"), {whole}) : whole);
}

std::optional<StatusStrip::Alarm> StatusStrip::alarm(const ports::Health& health) {
    if (health.store_fault) {
        return Alarm{look::Level::critical, AlarmWords::not_stored(*health.store_fault), health.store_fault};
    }
    if (health.opening) {
        return Alarm{look::Level::standby, AlarmWords::opening(), {}};
    }
    if (health.link_fault && health.link != ports::LinkState::live) {
        return Alarm{look::level_of(health.link), AlarmWords::refused(*health.link_fault), health.link_fault};
    }
    if (health.link == ports::LinkState::stale) {
        return Alarm{look::Level::serious, AlarmWords::stale(), base::Fault{base::FaultCode::timed_out, {}, {}}};
    }
    if (health.link == ports::LinkState::waiting) {
        return Alarm{look::Level::serious, AlarmWords::waiting(), base::Fault{base::FaultCode::unreachable, {}, {}}};
    }
    if (health.delivery_fault) {
        return Alarm{look::Level::serious, AlarmWords::undelivered(*health.delivery_fault), health.delivery_fault};
    }
    if (health.read_only) {
        return Alarm{look::Level::caution, AlarmWords::read_only(health), {}};
    }
    return std::nullopt;
}

} // namespace ui::frame
