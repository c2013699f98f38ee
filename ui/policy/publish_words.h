// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/publishing.h"
#include "app/text/formats.h"

#include <QCoreApplication>
#include <QString>

namespace ui::policy {

/// The words of publishing, translated.
class PublishWords {
    Q_DECLARE_TR_FUNCTIONS(ui::policy::PublishWords)
public:
    [[nodiscard]] static QString of(ports::PolicyStage stage);
    /// "Ada and Simulated colleague (simulated)", "—" for nobody.
    [[nodiscard]] static QString signers(const std::vector<ports::PolicySigner>& signers);
    [[nodiscard]] static QString signer(const ports::PolicySigner& signer);
    /// Why an edition does not count, with the place; "—" when it does.
    [[nodiscard]] static QString why(const ports::PolicyVersion& version, const text::Formats& formats);
    /// Who took a proposal back, and when; empty where nobody did.
    [[nodiscard]] static QString taken_back(const ports::PolicyVersion& version, const text::Formats& formats);
    /// Which edition is in force since when, and who signed it.
    [[nodiscard]] static QString in_force(const ports::PolicyStanding& standing, const text::Formats& formats);
    /// What the gateway goes by; empty when nothing is known.
    [[nodiscard]] static QString gateway(const ports::PolicyStanding& standing);
    /// What a proposal waits for.
    [[nodiscard]] static QString waiting(const ports::PolicyVersion& version, const text::Formats& formats);
    /// What signing would do.
    [[nodiscard]] static QString outcome(const ports::PolicyReview& review, const text::Formats& formats);
    /// The first digits of a digest, in groups.
    [[nodiscard]] static QString digest(const domain::Digest& digest);
};

} // namespace ui::policy
