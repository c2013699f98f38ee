// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <map>
#include <optional>
#include <vector>

namespace ui::look {

/// A table as all tables of the console are: rows of one fixed height, one whole row selected, no grid, no wrapping, no
/// row numbers, cut text, Tab leaves it. Nothing is ever sized to contents (a full window of rows would be measured).
class Table : public QTableView {
    Q_OBJECT
public:
    /// `name` is the accessible name: what the rows are.
    explicit Table(const QString& name, QWidget* parent = nullptr);

    /// Wanted widths in average letters of the font; 0 is an amount, `moment` a date with its time: these never shrink,
    /// half of one is wrong. The last column takes what is left. Widths that a person drags stay.
    void set_widths(std::vector<int> letters);
    static constexpr int moment = -24;
    /// What may stand in a column, where it is of our own words: it wants room for the longest of them in any language.
    /// Where `always`, it is never narrower.
    void set_words(int column, const QStringList& words, bool always = true);
    void setModel(QAbstractItemModel* model) override;
    /// A menu of all columns to show and hide; the last visible one stays.
    void offer_columns();
    /// Lets a person sort by clicking a header (up, down, as it came) and by a menu; the model must be able to sort.
    void set_sortable();
    void offer_order();
    /// Hides columns by default; what a person chose stays until reset_columns().
    void set_hidden(const std::vector<int>& columns);
    /// Whether a person chose columns, their order or widths, and what they chose.
    [[nodiscard]] bool is_arranged() const { return dragged_ || chosen_; }
    [[nodiscard]] QByteArray arrangement() const;
    void arrange(const QByteArray& arrangement);
    void reset_columns();
    /// Moves the cursor by so many rows; from nowhere to the first.
    void step(int by);
    /// As high as its rows, at most `most`, so that a short list does not stand in an empty box.
    void fit_height(int most);

    /// The column that the rows are sorted by; -1: as they came.
    [[nodiscard]] int sorted_by() const { return sorted_by_; }

Q_SIGNALS:
    void sorted();

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    bool begin_at_the_last_visible_row(int key);
    void set_row_height();
    void keep_numbers_together(int left);
    void spread();
    void fit();
    struct Words {
        QStringList all;
        bool always = true;
    };
    struct Wish {
        int wanted = 0; ///< 0: hidden
        int least = 0;
        int head = 0; ///< no narrower than its header, which says what the cells mean
    };
    [[nodiscard]] int head_width(std::size_t column) const;
    [[nodiscard]] Wish wish_of_words(std::size_t column, const Words& words) const;
    [[nodiscard]] Wish wish(std::size_t column) const;
    [[nodiscard]] bool never_shrinks(std::size_t column) const;

    std::vector<int> letters_;
    std::map<std::size_t, Words> words_; ///< by column
    void show_hidden();
    void sort_by(int column);
    void sort_by(int column, Qt::SortOrder order);

    std::vector<int> hidden_;
    bool sortable_ = false;
    int sorted_by_ = -1;
    bool sorted_down_ = false;
    bool chosen_ = false; ///< a person chose which columns are shown
    bool spreading_ = false;
    bool dragged_ = false;
    std::optional<int> fitted_; ///< rows at most, once fit_height() was asked for
};

} // namespace ui::look
