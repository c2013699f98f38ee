// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/bar.h"

#include "app/filter/typed.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/icons.h"
#include "ui/sieve/builder.h"
#include "ui/sieve/own_text.h"
#include "ui/sieve/problem_words.h"

#include <QApplication>
#include <QInputDialog>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QTextCharFormat>

#include <algorithm>

namespace ui::sieve {

namespace {

class HelpWords {
    Q_DECLARE_TR_FUNCTIONS(ui::sieve::HelpWords)
public:
    static QStringList of(const filter::Language& language, const QStringList& words_help) {
        QStringList help = words_help;
        const std::pair<const char*, QString> lines[] = {
            {"tier >= sign_off", tr("a condition: a column, a comparison, a value")},
            {"amount > money(\"10000.00 EUR\")", tr("exact; other currencies are counted, not compared")},
            {"agent.contains(\"bot\") && !(…)", tr("and: &&, or: ||, not: !")},
            {"has(amount)", tr("there is a value")},
            {"time > now - duration(\"2h\")", tr("times and spans")},
            {"Ctrl+Space", tr("what can stand at the cursor")}};
        for (const auto& [example, meaning] : lines) {
            help.append(text::fill(QStringLiteral("%1\t%2"), {own_text(example), meaning}));
        }
        QString columns;
        for (const filter::Column& column : language.columns()) {
            columns += (columns.isEmpty() ? QString() : QStringLiteral(", ")) + own_text(column.name);
        }
        // In lines that fit on a screen.
        constexpr qsizetype room = 56;
        QString title = tr("Columns");
        while (!columns.isEmpty()) {
            const qsizetype end = columns.size() <= room ? columns.size() : columns.lastIndexOf(u' ', room) + 1;
            help.append(text::fill(QStringLiteral("%1\t%2"), {title, columns.left(end)}));
            columns = columns.mid(end);
            title = QStringLiteral(" ");
        }
        return help;
    }
};

/// Signs of comparison without room around them, as in simple terms.
bool has_comparison(const QString& typed) {
    return typed.contains(u'<') || typed.contains(u'>') || typed.contains(QStringLiteral("=="));
}

} // namespace

Bar::Bar(const QString& name, const QString& hint, Subject subject, const QStringList& words_help,
         const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : FilterBar(name, hint, HelpWords::of(*subject.language, words_help), parent)
    , subject_(std::move(subject))
    , clock_(clock)
    , formats_(formats)
    , completion_(new Completion(line(), subject_.language))
    , chip_(new QToolButton(this))
    , builder_button_(new QToolButton(this))
    , saved_button_(new QToolButton(this))
    , incomparable_(new QToolButton(this)) {
    build_buttons();
    build_chip();
    line().installEventFilter(this);
    connect(this, &FilterBar::changed, this, &Bar::take);
    connect(&line(), &QLineEdit::textChanged, this, [this] { underline({}); });
}

void Bar::build_buttons() {
    builder_button_->setIcon(look::icon(look::Glyph::filter));
    builder_button_->setAccessibleName(tr("Put a filter together in a form"));
    builder_button_->setToolTip(tr("Put a filter together in a form (Ctrl+Shift+F)"));
    connect(builder_button_, &QToolButton::clicked, this, &Bar::open_builder);
    saved_button_->setText(tr("Saved"));
    saved_button_->setPopupMode(QToolButton::InstantPopup);
    saved_button_->setAccessibleName(tr("Saved filters"));
    saved_button_->setToolTip(tr("Saved filters (Ctrl+B)"));
    connect(saved_button_, &QToolButton::clicked, this, &Bar::open_saved);
    incomparable_->setCheckable(true);
    incomparable_->setToolTip(tr("Show the rows that the condition cannot speak of, for example in another currency"));
    incomparable_->hide();
    connect(incomparable_, &QToolButton::toggled, this, [this](bool on) {
        filter::Wanted wanted = wanted_;
        wanted.shown = on ? filter::Shown::incomparable : filter::Shown::passing;
        if (wanted.shown != wanted_.shown) {
            want(std::move(wanted));
        }
    });
    for (QToolButton* button : {builder_button_, saved_button_}) {
        button->setAutoRaise(true);
        add_button(button);
    }
    add_behind_result(incomparable_);
}

void Bar::set_shelf(Shelf& shelf) {
    shelf_ = &shelf;
    connect(shelf_, &Shelf::changed, this, [this](const QString& table) {
        if (table == subject_.table) {
            read_shelf();
        }
    });
    read_shelf();
}

Shelf& Bar::shelf() {
    if (shelf_.isNull()) {
        set_shelf(*new Shelf({}, this));
    }
    return *shelf_;
}

void Bar::read_shelf() {
    qDeleteAll(saved_actions_);
    saved_actions_.clear();
    for (const Saved& saved : shelf_->of(subject_.table)) {
        const QString name = text::for_button(text::safe(saved.name.toStdString()));
        auto* action = new QAction(text::fill(tr("Saved filter: %1"), {name}), this);
        connect(action, &QAction::triggered, this, [this, typed = saved.typed] { use(typed); });
        saved_actions_.push_back(action);
    }
}

void Bar::use(const QString& typed) {
    Q_EMIT came_forward();
    set_text(typed);
    hurry();
}

void Bar::take(const QString& typed) {
    const std::string source = typed.trimmed().toStdString();
    switch (filter::kind_of(source)) {
    case filter::Typed::nothing: want({}); return;
    case filter::Typed::expression: take_expression(typed.toStdString()); return;
    case filter::Typed::words: break;
    }
    if (has_comparison(typed)) {
        const bool reads = subject_.language->read(source, clock_.now()).ok();
        if (reads || !subject_.has_terms) {
            take_expression(typed.toStdString());
            return;
        }
    }
    filter::Wanted words;
    words.words = source;
    want(std::move(words));
}

void Bar::take_expression(const std::string& source) {
    filter::Reading reading = subject_.language->read(source, clock_.now());
    if (!reading.ok()) {
        show_problem(reading.problems.front(), source);
        return;
    }
    filter::Wanted wanted;
    wanted.expression = std::move(reading.expression);
    want(std::move(wanted));
}

void Bar::want(filter::Wanted wanted) {
    wanted_ = std::move(wanted);
    wanted_.narrowing = narrowing_;
    if (wanted_.shown == filter::Shown::passing) {
        incomparable_->setChecked(false);
    }
    show_result(true, {});
    incomparable_->hide();
    Q_EMIT wanted_changed(wanted_);
}

void Bar::show_problem(const cel::Problem& problem, const std::string& source) {
    incomparable_->hide();
    if (ProblemWords::is_unfinished(problem, source)) {
        show_unfinished(ProblemWords::of(problem));
    } else {
        show_result(false, ProblemWords::of(problem));
        underline(stretch_of(problem.place, source));
    }
    line().setAccessibleDescription(ProblemWords::with_place(problem, source));
}

/// A line edit has no formats of its own, but it draws those of an input method, which are about its text as well.
void Bar::underline(std::optional<Stretch> stretch) {
    if (composing_ || (!stretch && !underlined_)) {
        return;
    }
    underlined_ = stretch;
    QList<QInputMethodEvent::Attribute> attributes;
    if (stretch) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(look::colours_for(palette()).of(look::Level::serious));
        format.setFontUnderline(true);
        attributes.append({QInputMethodEvent::TextFormat, stretch->first - line().cursorPosition(), stretch->count,
                           QVariant(format)});
    }
    QInputMethodEvent event({}, attributes);
    QApplication::sendEvent(&line(), &event);
}

void Bar::show_counts(const filter::Counts& counts) {
    if (!is_understood() || wanted_.everything()) {
        return;
    }
    const auto number = [this](std::size_t value) { return formats_.number(static_cast<std::int64_t>(value)); };
    const std::size_t unspoken = counts.not_comparable + counts.failed;
    const bool others = wanted_.shown == filter::Shown::incomparable;
    QString words = text::fill(tr("%1 of %2"), {number(others ? unspoken : counts.passing), number(counts.all)});
    if (counts.without_value > 0) {
        words = text::fill(tr("%1, %2 without a value"), {words, number(counts.without_value)});
    }
    show_result(true, words);
    incomparable_->setText(text::fill(tr("%1 not comparable"), {number(unspoken)}));
    incomparable_->setAccessibleName(text::fill(tr("Show %1 rows that cannot be compared"), {number(unspoken)}));
    incomparable_->setVisible(unspoken > 0 || others);
    if (unspoken > 0) {
        line().setAccessibleDescription(text::fill(tr("%1, %2 not comparable"), {words, number(unspoken)}));
    }
}

void Bar::open_builder() {
    auto* builder = new Builder(subject_.language, line().text(), clock_, formats_, window());
    builder->setAttribute(Qt::WA_DeleteOnClose);
    connect(builder, &Builder::chosen, this, [this](const QString& typed) {
        set_text(typed);
        hurry();
        take_focus();
    });
    builder->open();
}

void Bar::open_saved() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Saved filters"));
    const std::vector<Saved> all = shelf().of(subject_.table);
    int number = 0;
    QMenu* removing = nullptr;
    for (const Saved& saved : all) {
        const QString name = text::for_button(text::safe(saved.name.toStdString()));
        const QString numbered = text::fill(QStringLiteral("&%1 %2"), {QString::number(++number), name});
        QAction* action = menu->addAction(number < 10 ? numbered : name);
        connect(action, &QAction::triggered, this, [this, typed = saved.typed] { use(typed); });
    }
    if (all.empty()) {
        menu->addAction(tr("None saved yet"))->setEnabled(false);
    }
    menu->addSeparator();
    QAction* save = menu->addAction(tr("&Save what stands here …"));
    save->setEnabled(!line().text().trimmed().isEmpty() && is_understood());
    connect(save, &QAction::triggered, this, &Bar::ask_for_name);
    if (!all.empty()) {
        removing = menu->addMenu(tr("&Remove"));
        for (const Saved& saved : all) {
            connect(removing->addAction(text::for_button(text::safe(saved.name.toStdString()))), &QAction::triggered,
                    this, [this, name = saved.name] { shelf().remove(subject_.table, name); });
        }
    }
    menu->popup(saved_button_->mapToGlobal(QPoint(0, saved_button_->height())));
}

/// What cannot be understood is not worth a name.
void Bar::ask_for_name() {
    hurry();
    if (line().text().trimmed().isEmpty() || !is_understood()) {
        take_focus();
        return;
    }
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Its name; one that exists is replaced:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        shelf().save(subject_.table, {name, line().text()});
    });
    dialog->open();
}

bool Bar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &line() && event->type() == QEvent::InputMethod) {
        composing_ = !static_cast<const QInputMethodEvent&>(*event).preeditString().isEmpty();
    }
    const bool escape =
        event->type() == QEvent::KeyPress && static_cast<const QKeyEvent&>(*event).key() == Qt::Key_Escape;
    if (watched == &line() && escape && text().isEmpty() && !chip_->isHidden()) {
        Q_EMIT narrowing_removed(); // the first Escape empties the line, the second takes the choice away
        return true;
    }
    return FilterBar::eventFilter(watched, event);
}

} // namespace ui::sieve
