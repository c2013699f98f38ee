// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/shelf.h"

#include "ui/sieve/own_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ui::sieve {

namespace {

QString setting_of(const QString& table) {
    return QStringLiteral("filters/") + table;
}

} // namespace

Shelf::Shelf(Keeping keeping, QObject* parent)
    : QObject(parent)
    , keeping_(std::move(keeping)) {}

std::vector<Saved> Shelf::of(const QString& table) const {
    QString kept;
    if (keeping_.read) {
        kept = keeping_.read(setting_of(table));
    } else if (const auto found =
                   std::find_if(unkept_.begin(), unkept_.end(), [&](const auto& one) { return one.first == table; });
               found != unkept_.end()) {
        kept = found->second;
    }
    std::vector<Saved> all;
    const QJsonArray array = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const QJsonValue& value : array) {
        const QJsonArray pair = value.toArray();
        const Saved saved{pair.at(0).toString().left(most_name), pair.at(1).toString()};
        if (!saved.name.isEmpty() && !saved.typed.isEmpty() && all.size() < most_filters) {
            all.push_back(saved);
        }
    }
    return all;
}

void Shelf::save(const QString& table, const Saved& saved) {
    const Saved kept{saved.name.simplified().left(most_name), saved.typed.trimmed()};
    if (kept.name.isEmpty() || kept.typed.isEmpty()) {
        return;
    }
    std::vector<Saved> all = of(table);
    std::erase_if(all, [&](const Saved& one) { return one.name == kept.name; });
    const auto place = std::lower_bound(all.begin(), all.end(), kept, [](const Saved& one, const Saved& other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    all.insert(place, kept);
    write(table, all);
}

void Shelf::remove(const QString& table, const QString& name) {
    std::vector<Saved> all = of(table);
    if (std::erase_if(all, [&](const Saved& one) { return one.name == name; }) > 0) {
        write(table, all);
    }
}

void Shelf::write(const QString& table, const std::vector<Saved>& all) {
    QJsonArray array;
    for (const Saved& saved : all) {
        array.append(QJsonArray({saved.name, saved.typed}));
    }
    const QString value = own_text(QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString());
    if (keeping_.write) {
        keeping_.write(setting_of(table), value);
    } else {
        std::erase_if(unkept_, [&](const auto& one) { return one.first == table; });
        unkept_.emplace_back(table, value);
    }
    Q_EMIT changed(table);
}

} // namespace ui::sieve
