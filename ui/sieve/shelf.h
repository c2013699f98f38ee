// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace ui::sieve {

/// A filter that a person gave a name.
struct Saved {
    QString name;
    QString typed; ///< as it stood in the line
    friend bool operator==(const Saved&, const Saved&) = default;
};

/// The saved filters of every table, kept by whoever keeps the settings. What was kept and cannot be read is as if it
/// were not there.
class Shelf final : public QObject {
    Q_OBJECT
public:
    /// How a setting is read and written: by name. Both may be empty: then nothing outlives the program.
    struct Keeping {
        std::function<QString(const QString& name)> read;
        std::function<void(const QString& name, const QString& value)> write;
    };
    explicit Shelf(Keeping keeping = {}, QObject* parent = nullptr);

    /// By name.
    [[nodiscard]] std::vector<Saved> of(const QString& table) const;
    /// A name that is there already gets the new text. Names are cut at `most_name`; nothing happens without a name.
    void save(const QString& table, const Saved& saved);
    void remove(const QString& table, const QString& name);

    static constexpr int most_name = 60;
    static constexpr int most_filters = 50; ///< of one table; more are not kept

Q_SIGNALS:
    void changed(const QString& table);

private:
    void write(const QString& table, const std::vector<Saved>& all);

    Keeping keeping_;
    std::vector<std::pair<QString, QString>> unkept_; ///< values by name, where nobody keeps them
};

} // namespace ui::sieve
