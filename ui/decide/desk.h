// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "ui/decide/group_dialog.h"
#include "ui/decide/key_dialog.h"
#include "ui/decide/review_dialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace ui::decide {

/// Where decisions are begun: asks who sits here, has a key made on first use, and opens the review. One review at a
/// time; a second wish brings the open one to the front. While a case is under review colleagues see that somebody is
/// looking: the lease is taken when it opens, renewed, and given back when it closes unsigned.
class Desk final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the desk; `window` is what the dialogs belong to.
    Desk(ReviewDialog::Core core, QWidget& window);

    void begin(ports::Draft draft);
    /// The same for many orders, with one of the verbs that may go at once.
    void begin_group(domain::Verb verb, const models::queue::Selection& chosen);
    void note(const ports::CaseChanges& changes);

    [[nodiscard]] ReviewDialog* review_dialog() const { return review_; }
    [[nodiscard]] GroupDialog* group_dialog() const { return group_; }
    [[nodiscard]] KeyDialog* key_dialog() const { return key_; }

Q_SIGNALS:
    void failed(const base::Fault& fault);
    void closed();
    void key_made();

private:
    /// Opens a review for whoever sits here.
    using Opening = std::function<void(const ports::Identity&)>;
    void ask_who_sits_here(Opening opening);
    void open_key_dialog(Opening opening);
    void open_review(ports::Draft draft, const ports::Identity& identity);
    void open_group(domain::Verb verb, const models::queue::Selection& chosen, const ports::Identity& identity);
    void claim();
    void let_go();

    ReviewDialog::Core core_;
    QWidget& window_;
    QPointer<ReviewDialog> review_;
    QPointer<GroupDialog> group_;
    QPointer<KeyDialog> key_;
    std::optional<domain::TransactionKey> last_case_;
    bool asking_ = false;
    std::optional<domain::TransactionKey> looking_at_; ///< the case of the open review
    std::int64_t epoch_ = 0;                           ///< of our lease on it, 0 without one
    QTimer renew_;
};

} // namespace ui::decide
