// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "models/feed/feed_model.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ui::look {

/// The words of tables that show rows of the feed.
class FeedColumnWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::FeedColumnWords)
public:
    [[nodiscard]] static QString of(models::feed::Column column);
};

/// The words of the line that narrows them.
class FeedFilterWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::FeedFilterWords)
public:
    /// Lines of "what to type\twhat it means".
    [[nodiscard]] static QStringList help();
    [[nodiscard]] static QStringList search_help();
    /// Why feed_filter() or feed_search() does not understand what was typed.
    [[nodiscard]] static QString of(const base::Fault& fault);
};

/// All words that a FeedModel needs.
[[nodiscard]] models::feed::Words feed_words();

} // namespace ui::look
