// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace models::series {

/// One value of a chart: where it is drawn, and exactly what it is. `position` is for pixels only.
struct Value {
    double position = 0;
    QString shown;     ///< exact, for the locale
    std::string exact; ///< exact, with a decimal point: for CSV
    QString remark{};  ///< what else is said of it ("12 orders"); may be empty
    friend bool operator==(const Value&, const Value&) = default;
};

/// Values that belong together: a part of a stack, or a line. As many as the chart has points.
struct Line {
    QString name;
    std::vector<Value> values;
    friend bool operator==(const Line&, const Line&) = default;
};

/// What a chart shows and its table twin reads: the same numbers, once.
struct Chart {
    QString title;
    QString header;          ///< of the points ("Day")
    QStringList points;      ///< labels, short, for the axis
    QStringList full_points; ///< the same, complete; as many
    std::vector<Line> lines;
    std::vector<Value> totals;                 ///< per point, may be empty
    QString unit{};                            ///< of the exact values, for CSV ("GBP"); may be empty
    std::function<QString(std::int64_t)> tick; ///< label of a position on the upright axis
};

/// The twin: a row per point, a column per line, and the total where there is one.
class TwinModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TwinModel(QString total_header, QObject* parent = nullptr);

    /// Changes values in place where points and lines stayed the same.
    void show(const Chart& chart);
    [[nodiscard]] const Chart& chart() const { return chart_; }
    /// The line of a column: -1 for the label, -2 for the total.
    [[nodiscard]] int line_of(int column) const;
    [[nodiscard]] int column_of(int line) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString total_header_;
    Chart chart_;
};

} // namespace models::series
