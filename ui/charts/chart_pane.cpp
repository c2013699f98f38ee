// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_pane.h"

#include "app/text/fill.h"
#include "app/text/forms.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::charts {

namespace {

constexpr int twin_letters = 16; ///< "-1,234,567.00 EUR" and every header

base::Fault not_written(const QSaveFile& file) {
    return {base::FaultCode::unreadable, file.errorString().toStdString(), file.fileName().toStdString()};
}

std::string field(const QString& own) {
    return text::for_csv_field(std::string_view(own.toStdString()));
}

} // namespace

ChartPane::ChartPane(Kind kind, const QString& title, QWidget* parent)
    : QWidget(parent)
    , twin_(tr("Total"))
    , title_(new look::Label(look::Type::strong, title, this))
    , reading_(new look::ElidedLabel(this))
    , as_table_(new QToolButton(this))
    , stack_(new QStackedWidget(this))
    , view_(new ChartView(kind, this))
    //: the table that shows the numbers of a chart
    , table_(new look::Table(text::fill(tr("%1, as a table"), {title}), this))
    , tools_(new QWidget(this)) {
    view_->setAccessibleName(title);
    table_->setModel(&twin_);
    build(title);
    connect(view_, &ChartView::cursor_moved, this, [this] {
        const QString read = view_->reading();
        reading_->say(read.isEmpty() ? tr("Arrow keys read the values") : read);
    });
    connect(view_, &ChartView::chosen, this, &ChartPane::chosen);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.row(), twin_.line_of(index.column())); });
}

void ChartPane::build(const QString& title) {
    title_->setWordWrap(false);
    as_table_->setCheckable(true);
    as_table_->setText(tr("As table"));
    as_table_->setAccessibleName(text::fill(tr("Show %1 as a table"), {title}));
    as_table_->setAutoRaise(true);
    as_table_->setToolTip(tr("Ctrl+T"));
    connect(as_table_, &QToolButton::toggled, this, &ChartPane::show_as_table);
    auto* twin = new QAction(text::fill(tr("%1 as a table"), {title}), this); // of the chart with the keyboard
    twin->setShortcut(Qt::CTRL | Qt::Key_T);
    twin->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(twin, &QAction::triggered, as_table_, &QAbstractButton::toggle);
    addAction(twin);
    reading_->set_muted(true);
    auto* tools = new QHBoxLayout(tools_);
    tools->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::small, look::gap::tight, look::gap::small, 0);
    bar->setSpacing(look::gap::small);
    bar->addWidget(title_);
    bar->addWidget(tools_);
    bar->addWidget(reading_, 1);
    bar->addWidget(as_table_);
    bar->addWidget(export_button());
    stack_->addWidget(view_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack_, 1);
}

QToolButton* ChartPane::export_button() {
    auto* button = new QToolButton(this);
    button->setText(tr("Export …"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(text::fill(tr("Export %1"), {title_->text()}));
    auto* menu = new QMenu(button);
    connect(menu->addAction(tr("Save the &picture …")), &QAction::triggered, this, [this] {
        ask_file(tr("Pictures (*.png)"), QStringLiteral("png"),
                 [this](const QString& file) { return save_picture(file); });
    });
    connect(menu->addAction(tr("Save the &numbers …")), &QAction::triggered, this, [this] {
        ask_file(tr("Comma-separated values (*.csv)"), QStringLiteral("csv"),
                 [this](const QString& file) { return save_numbers(file); });
    });
    connect(menu->addAction(tr("&Copy the picture")), &QAction::triggered, this,
            [this] { QApplication::clipboard()->setPixmap(picture()); });
    connect(menu->addAction(tr("Copy the n&umbers as CSV")), &QAction::triggered, this, [this] {
        const QByteArray bytes = QByteArray::fromStdString(csv());
        auto* mime = new QMimeData; // the clipboard takes it over
        mime->setData(QStringLiteral("text/plain;charset=utf-8"), bytes);
        mime->setData(QStringLiteral("text/plain"), bytes);
        mime->setData(QStringLiteral("text/csv"), bytes);
        QApplication::clipboard()->setMimeData(mime);
    });
    button->setMenu(menu);
    return button;
}

void ChartPane::ask_file(const QString& filter, const QString& suffix,
                         const std::function<base::Done(const QString&)>& save) {
    auto* dialog = new QFileDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString& file) {
        if (const auto done = save(file); !done) {
            Q_EMIT failed(done.fault());
        }
    });
    dialog->open();
}

void ChartPane::add_tool(QWidget* tool) {
    tools_->layout()->addWidget(tool);
}

void ChartPane::show_chart(models::series::Chart chart) {
    const bool new_shape = twin_.chart().lines.size() != chart.lines.size();
    twin_.show(chart);
    if (!chart.title.isEmpty()) {
        title_->say(chart.title);
        table_->setAccessibleName(text::fill(tr("%1, as a table"), {chart.title}));
    }
    if (new_shape) {
        table_->set_widths(std::vector<int>(static_cast<std::size_t>(twin_.columnCount()), twin_letters));
    }
    view_->show_chart(chart);
}

void ChartPane::show_as_table(bool table) {
    const bool had_focus = stack_->currentWidget()->hasFocus();
    as_table_->setChecked(table);
    if (table && view_->point() >= 0) {
        table_->setCurrentIndex(twin_.index(view_->point(), twin_.column_of(view_->line())));
    } else if (!table && table_->currentIndex().isValid()) {
        view_->set_cursor(table_->currentIndex().row(), twin_.line_of(table_->currentIndex().column()));
    }
    stack_->setCurrentWidget(table ? static_cast<QWidget*>(table_) : view_);
    if (had_focus) {
        stack_->currentWidget()->setFocus();
    }
}

std::string ChartPane::csv() const {
    const models::series::Chart& chart = twin_.chart();
    std::string out = field(chart.header);
    const QString unit = chart.unit.isEmpty() ? QString() : QStringLiteral(", ") + chart.unit;
    for (const auto& line : chart.lines) {
        out += "," + field(line.name + unit);
    }
    out += chart.totals.empty() ? "\r\n" : "," + field(tr("Total") + unit) + "\r\n";
    for (qsizetype point = 0; point < chart.full_points.size(); ++point) {
        const auto at = static_cast<std::size_t>(point);
        out += field(chart.full_points[point]);
        for (const auto& line : chart.lines) {
            out += "," + line.values[at].exact;
        }
        out += (chart.totals.empty() ? std::string() : "," + chart.totals[at].exact) + "\r\n";
    }
    return out;
}

QPixmap ChartPane::picture() {
    constexpr int scale = 2;
    QPixmap pixmap(view_->size() * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(look::colours_for(palette()).base);
    QPainter painter(&pixmap);
    view_->render(&painter, QRectF(QPointF(), QSizeF(view_->size())), view_->rect());
    return pixmap;
}

base::Done ChartPane::save_picture(const QString& file) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !picture().save(&out, "PNG") || !out.commit()) {
        return not_written(out);
    }
    return {};
}

base::Done ChartPane::save_numbers(const QString& file) const {
    QSaveFile out(file);
    const std::string bytes = csv();
    const auto size = static_cast<qint64>(bytes.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes.data(), size) != size || !out.commit()) {
        return not_written(out);
    }
    return {};
}

} // namespace ui::charts
