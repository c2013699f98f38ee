// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/publish_words.h"

#include "app/base/encoding.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::policy {

namespace {

QString safe(std::string_view text) {
    return text::safe(text).qstring();
}

} // namespace

QString PublishWords::of(ports::PolicyStage stage) {
    switch (stage) {
    case ports::PolicyStage::waiting: return tr("Waiting");
    case ports::PolicyStage::in_force: return tr("In force");
    case ports::PolicyStage::overtaken: return tr("Overtaken");
    case ports::PolicyStage::withdrawn: return tr("Taken back");
    case ports::PolicyStage::refused: return tr("Refused");
    }
    return {};
}

QString PublishWords::signer(const ports::PolicySigner& signer) {
    if (signer.person.empty()) {
        return tr("an unknown key");
    }
    const text::SafeText name = text::safe(signer.name);
    return signer.simulated ? text::fill(tr("%1 (simulated)"), {name}) : name.qstring();
}

QString PublishWords::signers(const std::vector<ports::PolicySigner>& signers) {
    if (signers.empty()) {
        return QStringLiteral("—");
    }
    return signers.size() == 1 ? signer(signers.front())
                               : text::fill(tr("%1 and %2"), {signer(signers.front()), signer(signers.back())});
}

QString PublishWords::taken_back(const ports::PolicyVersion& version, const text::Formats& formats) {
    if (!version.withdrawn) {
        return {};
    }
    const QString at = formats.date_time(*version.withdrawn);
    return version.own ? text::fill(tr("You took it back on %1."), {at})
                       : text::fill(tr("%1 took it back on %2."), {signer(version.proposer), at});
}

QString PublishWords::why(const ports::PolicyVersion& version, const text::Formats& formats) {
    if (version.stage == ports::PolicyStage::withdrawn && version.withdrawn) {
        return taken_back(version, formats);
    }
    if (version.code.empty()) {
        return QStringLiteral("—");
    }
    const QString words = look::CodeWords::of_ruling(version.code);
    return version.place.empty() ? words : text::fill(tr("%1 At %2."), {words, safe(version.place)});
}

QString PublishWords::in_force(const ports::PolicyStanding& standing, const text::Formats& formats) {
    if (!standing.current) {
        return standing.in_force.shipped ? tr("In force is the policy that comes with Reeve; nobody signed it.")
                                         : tr("In force is a policy that nobody signed.");
    }
    const ports::PolicyVersion& one = standing.versions.at(*standing.current);
    const QString since = one.since ? formats.date_time(*one.since) : QString();
    return one.edition.solo && one.signers.size() == 1
               ? text::fill(tr("Edition %1 is in force since %2, signed by %3 alone in solo mode."),
                            {formats.number(one.edition.number), since, signers(one.signers)})
               : text::fill(tr("Edition %1 is in force since %2, signed by %3."),
                            {formats.number(one.edition.number), since, signers(one.signers)});
}

QString PublishWords::gateway(const ports::PolicyStanding& standing) {
    if (!standing.current) {
        return {};
    }
    switch (standing.gateway.state) {
    case ports::GatewayPolicy::State::unasked: return {};
    case ports::GatewayPolicy::State::away: return tr("The gateway does not have it yet; it is offered again.");
    case ports::GatewayPolicy::State::refused:
        return text::fill(tr("The gateway does not go by it: %1"), {look::CodeWords::of_ruling(standing.gateway.code)});
    case ports::GatewayPolicy::State::holds_by_it: break;
    }
    if (standing.gateway.cannot_judge.empty()) {
        return tr("The gateway holds orders by it.");
    }
    QStringList parts;
    for (const std::string& part : standing.gateway.cannot_judge) {
        parts.append(safe(part));
    }
    return text::fill(tr("The gateway holds orders by it, and whatever it cannot judge itself (%1)."),
                      {parts.join(QStringLiteral(", "))});
}

QString PublishWords::waiting(const ports::PolicyVersion& version, const text::Formats& formats) {
    const QString number = formats.number(version.edition.number);
    if (version.edition.solo) {
        return text::fill(tr("Edition %1 takes effect on %2: nobody else signs in solo mode."),
                          {number, formats.date_time(version.edition.not_before)});
    }
    return version.own ? text::fill(tr("Edition %1 awaits the second person. You signed it on %2."),
                                    {number, formats.date_time(version.edition.proposed)})
                       : text::fill(tr("Edition %1 awaits the second person. %2 signed it on %3."),
                                    {number, signers(version.signers), formats.date_time(version.edition.proposed)});
}

QString PublishWords::outcome(const ports::PolicyReview& review, const text::Formats& formats) {
    switch (review.standing) {
    case ports::Standing::allowed: return tr("In force with your signature, from the next order on.");
    case ports::Standing::needs_second:
        return review.code == "solo_delay" && review.earliest
                   ? text::fill(tr("In force on %1: the delay stands for the second person."),
                                {formats.date_time(*review.earliest)})
                   : tr("In force when a second person has signed the same.");
    case ports::Standing::refused: break;
    }
    const QString words = look::CodeWords::of_ruling(review.code);
    return review.place.empty() ? words
                                : text::fill(tr("%1 At %2: %3"), {words, safe(review.place), safe(review.detail)});
}

QString PublishWords::digest(const domain::Digest& digest) {
    const std::string all = base::to_hex(digest);
    std::string groups;
    for (std::size_t at = 0; at < 16; at += 4) {
        groups += (at == 0 ? "" : " ") + all.substr(at, 4);
    }
    return safe(groups);
}

} // namespace ui::policy
