// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/filter/form.h"
#include "app/text/formats.h"
#include "ui/look/label.h"

#include <QComboBox>
#include <QDialog>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>
#include <vector>

namespace ui::sieve {

class BuilderLine;

/// A filter as a form: lines of column, comparison and value, all of which or one of which have to hold. Shows the
/// condition that it writes, and whether it can be read. Opens with what stands in the line, where lines can say it.
class Builder final : public QDialog {
    Q_OBJECT
public:
    /// `clock` and `formats` must outlive it.
    Builder(std::shared_ptr<const filter::Language> language, const QString& typed, const base::Clock& clock,
            const text::Formats& formats, QWidget* parent = nullptr);

    [[nodiscard]] filter::Form form() const;
    void show_form(const filter::Form& form);
    [[nodiscard]] QString expression() const;
    [[nodiscard]] bool can_be_used() const { return use_->isEnabled(); }
    void accept() override;

    static constexpr int most_lines = 8;

Q_SIGNALS:
    void chosen(const QString& expression);

private:
    void build();
    void add_line(const filter::Line& line);
    void remove_line(BuilderLine* line);
    void show_state();

    std::shared_ptr<const filter::Language> language_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    QComboBox* joined_;
    QVBoxLayout* rows_;
    std::vector<BuilderLine*> lines_;
    look::Label* replaced_;
    look::Label* preview_;
    look::Label* problem_;
    QPushButton* add_;
    QPushButton* use_;
};

} // namespace ui::sieve
