// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/filter/language.h"
#include "app/filter/wanted.h"
#include "app/text/formats.h"
#include "ui/look/filter_bar.h"
#include "ui/sieve/completion.h"
#include "ui/sieve/narrowing.h"
#include "ui/sieve/problem_words.h"
#include "ui/sieve/shelf.h"

#include <QAction>
#include <QPointer>

#include <memory>

namespace ui::sieve {

/// Which table a bar narrows, and how.
struct Subject {
    QString table; ///< stable and plain ("live"): names its saved filters
    std::shared_ptr<const filter::Language> language;
    /// Whether the table reads simple terms itself ("tier>=sign_off pump"): then what looks like them is left to it.
    bool has_terms = false;
};

/// The line above a table. What is typed is plain words, or a condition in the language of the policy, checked while it
/// is typed: the place of an error is underlined and said in words, what can stand at the cursor is offered. How many
/// rows a condition cannot speak of (two currencies) is always shown, and those rows can be looked at. Filters can be
/// saved under a name, and put together in a form.
class Bar final : public look::FilterBar {
    Q_OBJECT
public:
    /// `words_help`: what plain words and terms mean in this table, as lines of "typed\tmeaning". `clock` and `formats`
    /// must outlive it.
    Bar(const QString& name, const QString& hint, Subject subject, const QStringList& words_help,
        const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    [[nodiscard]] const QString& table() const { return subject_.table; }
    /// Where saved filters are; without one they live as long as the bar. `shelf` must outlive it.
    void set_shelf(Shelf& shelf);
    /// What came of the last wish.
    void show_counts(const filter::Counts& counts);
    [[nodiscard]] const filter::Wanted& wanted() const { return wanted_; }
    /// One action per saved filter, for the command palette.
    [[nodiscard]] const std::vector<QAction*>& saved_actions() const { return saved_actions_; }
    [[nodiscard]] Completion& completion() const { return *completion_; }
    /// The underlined letters: first and how many; none where nothing is wrong.
    [[nodiscard]] const std::optional<Stretch>& underlined() const { return underlined_; }

    /// Beside what is typed, only what a choice elsewhere names. The conditions that this table can tell are at work; a
    /// button says which, and which are not, and takes them away.
    void narrow(const Narrowing& narrowing);
    [[nodiscard]] QToolButton& chip() const { return *chip_; }

    void open_builder();
    void open_saved();
    void ask_for_name();

Q_SIGNALS:
    /// A person wants the choice elsewhere taken back.
    void narrowing_removed();
    /// Show this. Words that the table cannot read it reports by show_result().
    void wanted_changed(const filter::Wanted& wanted);
    /// A saved filter was chosen from elsewhere: the table should come to the front.
    void came_forward();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build_buttons();
    void build_chip();
    void show_chip(const QStringList& applied, const QStringList& left_out);
    void take(const QString& typed);
    void take_expression(const std::string& source);
    void want(filter::Wanted wanted);
    void show_problem(const cel::Problem& problem, const std::string& source);
    void underline(std::optional<Stretch> stretch);
    void read_shelf();
    void use(const QString& typed);
    [[nodiscard]] Shelf& shelf();

    Subject subject_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    Completion* completion_;
    QToolButton* chip_;
    std::shared_ptr<const filter::Expression> narrowing_;
    QToolButton* builder_button_;
    QToolButton* saved_button_;
    QToolButton* incomparable_;
    QPointer<Shelf> shelf_;
    std::vector<QAction*> saved_actions_;
    filter::Wanted wanted_;
    std::optional<Stretch> underlined_;
    bool composing_ = false; ///< an input method is at work in the line
};

} // namespace ui::sieve
