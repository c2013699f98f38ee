// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/text/formats.h"
#include "app/text/safe_text.h"
#include "ui/look/label.h"

#include <QGridLayout>
#include <QWidget>

#include <optional>
#include <vector>

namespace ui::look {

/// A name of our own and a value: our own words, outside text made safe, or an amount.
struct Fact {
    QString name;
    QString value;
    std::optional<domain::Money> money;
    int lines = 1; ///< that have room, whether the value needs them or not

    [[nodiscard]] static Fact own(const QString& name, const QString& value) { return {name, value, {}}; }
    [[nodiscard]] static Fact outside(const QString& name, const text::SafeText& value) {
        return {name, value.qstring(), {}};
    }
    /// A sentence.
    [[nodiscard]] static Fact sentence(const QString& name, const text::SafeText& value) {
        return {name, value.qstring(), {}, 3};
    }
    [[nodiscard]] static Fact amount(const QString& name, const domain::Money& money) { return {name, {}, money}; }
};

/// An amount, painted so that the decimal points of labels above each other are in one line.
class MoneyLabel final : public QWidget {
    Q_OBJECT
public:
    explicit MoneyLabel(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const QString& name, const domain::Money& money);
    using QWidget::show;
    /// Amounts of one list have one width, that of the widest, so that they end in one line.
    [[nodiscard]] int natural_width() const;
    void set_width(int width);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const text::Formats& formats_;
    domain::Money money_;
    int width_ = 0;
};

/// Names and values below each other. Values are cut where their lines end, so the height depends on the facts only and
/// nothing that somebody outside says moves what stands beside it. A missing value reads "—".
class Facts final : public QWidget {
    Q_OBJECT
public:
    /// `formats` must outlive the widget.
    explicit Facts(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const std::vector<Fact>& facts);
    using QWidget::show;

private:
    struct Row {
        Label* name;
        ElidedLabel* value;
        MoneyLabel* money;
    };
    void add_row();

    const text::Formats& formats_;
    QGridLayout* grid_;
    std::vector<Row> rows_;
};

} // namespace ui::look
