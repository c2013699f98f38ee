// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

// At file scope, because the macro declares a function of the global namespace.
static void load_icon_resources() {
    Q_INIT_RESOURCE(icons);
}

namespace ui::look {

namespace {

const char* name_of(Glyph glyph) {
    switch (glyph) {
    case Glyph::inbox: return "inbox";
    case Glyph::live: return "live";
    case Glyph::decisions: return "decisions";
    case Glyph::stop: return "stop";
    case Glyph::approve: return "approve";
    case Glyph::reject: return "reject";
    case Glyph::roll_back: return "roll_back";
    case Glyph::key: return "key";
    case Glyph::lock: return "lock";
    case Glyph::help: return "help";
    case Glyph::reconnect: return "reconnect";
    case Glyph::follow: return "follow";
    case Glyph::pause: return "pause";
    case Glyph::agents: return "agents";
    case Glyph::spend: return "spend";
    case Glyph::search: return "search";
    case Glyph::health: return "health";
    case Glyph::connections: return "connections";
    case Glyph::policy: return "policy";
    case Glyph::what_if: return "what_if";
    case Glyph::back: return "back";
    case Glyph::forward: return "forward";
    case Glyph::filter: return "filter";
    case Glyph::columns: return "columns";
    case Glyph::import_file: return "import_file";
    case Glyph::test: return "test";
    case Glyph::reduce: return "reduce";
    case Glyph::hold: return "hold";
    case Glyph::escalate: return "escalate";
    case Glyph::resolve: return "resolve";
    case Glyph::resume: return "resume";
    }
    return "";
}

/// The files are drawn in black, which is replaced by the colour that is wanted.
class GlyphEngine final : public QIconEngine {
public:
    explicit GlyphEngine(QByteArray svg)
        : svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QApplication::palette();
        const QColor colour = mode == QIcon::Disabled   ? palette.color(QPalette::Disabled, QPalette::WindowText)
                              : mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                                        : palette.color(QPalette::WindowText);
        QByteArray coloured = svg_;
        coloured.replace("#000000", colour.name().toLatin1());
        QSvgRenderer(coloured).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect({0, 0}, size), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new GlyphEngine(*this); }
    bool isNull() override { return svg_.isEmpty(); }

private:
    QByteArray svg_;
};

} // namespace

QIcon icon(Glyph glyph) {
    load_icon_resources();
    QFile file(QStringLiteral(":/reeve/icons/") + QLatin1String(name_of(glyph)) + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? QIcon(new GlyphEngine(file.readAll())) : QIcon();
}

Glyph glyph_of(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve: return Glyph::approve;
    case domain::Verb::approve_reduced: return Glyph::reduce;
    case domain::Verb::ask: return Glyph::help;
    case domain::Verb::hold: return Glyph::hold;
    case domain::Verb::reject: return Glyph::reject;
    case domain::Verb::escalate: return Glyph::escalate;
    case domain::Verb::roll_back: return Glyph::roll_back;
    case domain::Verb::resolve: return Glyph::resolve;
    case domain::Verb::stop: return Glyph::stop;
    case domain::Verb::resume: return Glyph::resume;
    case domain::Verb::acknowledge: return Glyph::approve;
    }
    return Glyph::help;
}

} // namespace ui::look
