// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/core.h"
#include "app/crypto/digest.h"
#include "app/text/code_point.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"
#include "tests/text/hostile_text.h"
#include "tests/wire/samples.h"
#include "ui/agents/agents_view.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/label.h"
#include "ui/look/row_delegate.h"
#include "ui/look/table.h"
#include "ui/spend/spend_view.h"

#include <QLabel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using ui::frame::MainWindow;
using ui::frame::Page;

/// Hostile strings in every field of a real feed, through TLS, record and projections onto the real screens.
class TestHostileShift : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_screen_shows_a_hostile_feed_as_text();
};

namespace {

using domain::EventType;
using domain::UntrustedText;

/// Identifiers may be anything of 1 to 512 bytes; they are made different by a number, so that no two orders are one.
std::string id_of(const QByteArray& hostile, int number) {
    std::string id = hostile.left(400).toStdString();
    while (!id.empty() && (static_cast<unsigned char>(id.back()) & 0xC0U) == 0x80U) {
        id.pop_back(); // not in the middle of a character
    }
    if (!id.empty() && static_cast<unsigned char>(id.back()) >= 0x80U) {
        id.pop_back();
    }
    return id + std::to_string(number);
}

/// A feed in which each string is the words of everybody: agent, owner, supplier, platform, transcript, document.
class HostileFeed {
public:
    explicit HostileFeed(domain::SourceId source)
        : source_(std::move(source)) {}

    void add(const QByteArray& hostile, int number) {
        const UntrustedText words(hostile.toStdString());
        const std::string raw = hostile.toStdString();
        const std::string id = id_of(hostile, number);
        auto agent = std::get<domain::Agent>(samples::event(EventType::agent_registered, full).payload);
        agent.id = domain::AgentId(id);
        agent.name = agent.owner_name = words;
        agent.model = agent.group = raw;
        agent.budget.reset();
        tell(EventType::agent_registered, agent);
        auto mandate = std::get<domain::Mandate>(samples::event(EventType::mandate_granted, full).payload);
        mandate.id = domain::MandateId(id);
        mandate.agent = agent.id;
        mandate.purpose = words;
        tell(EventType::mandate_granted, mandate);
        tell_order(words, raw, id, agent.id);
    }
    [[nodiscard]] const QByteArray& stream() const { return stream_; }
    [[nodiscard]] std::uint64_t count() const { return sequence_; }

private:
    static constexpr auto full = samples::Extent::full;

    void tell_order(const UntrustedText& words, const std::string& raw, const std::string& id,
                    const domain::AgentId& agent) {
        domain::TransactionVersion version;
        version.key = {source_, domain::TransactionId(id)};
        domain::Subject& subject = version.subject;
        subject = samples::subject(full);
        subject.side = domain::Side::buying;
        subject.agent = agent;
        subject.supplier = {domain::SupplierId(id), words};
        subject.payee = {words, raw};
        subject.po_number = subject.cost_centre = subject.category = raw;
        subject.purpose = words;
        subject.mandate = domain::MandateId(id);
        subject.batch = domain::BatchId(id);
        subject.conversation = domain::ConversationId(id);
        for (domain::Line& line : subject.lines) {
            line.item_id = line.unit = raw;
            line.description = words;
        }
        for (domain::Attachment& attachment : subject.attachments) {
            attachment.name = words;
            attachment.media_type = raw;
        }
        version.digest = crypto::sha256(wire::subject_bytes(version));
        tell(EventType::transaction_requested, version);
        auto turn = std::get<domain::Turn>(samples::event(EventType::turn_taken, full).payload);
        turn.conversation = domain::ConversationId(id);
        turn.transaction = version.key.id;
        turn.speaker_name = turn.text = words;
        tell(EventType::turn_taken, turn);
        domain::Assessment assessment;
        assessment.transaction = version.key.id;
        assessment.version = 1;
        assessment.tier = domain::Tier::sign_off;
        assessment.escalation = raw;
        assessment.findings = {{raw.empty() ? "x" : raw, words}};
        assessment.if_nobody_acts = words;
        tell(EventType::assessment_made, assessment);
        domain::TransactionStep step;
        step.transaction = version.key.id;
        step.version = 1;
        step.agent = agent;
        step.code = step.reference = raw;
        step.note = words;
        tell(EventType::transaction_held, step);
        if (++orders_ % 3 == 0) { // some are carried out, so that they are spend
            step.decision.reset();
            tell(EventType::transaction_started, step);
            tell(EventType::transaction_completed, step);
        }
    }
    void tell(EventType type, domain::Payload payload) {
        domain::Event event;
        event.source = source_;
        event.sequence = ++sequence_;
        event.id = domain::EventId("e-" + std::to_string(sequence_));
        event.type = type;
        event.time = base::SystemClock().now();
        event.payload = std::move(payload);
        stream_ += support::sse_event(sequence_, QByteArray::fromStdString(wire::encode_event(event)));
    }

    domain::SourceId source_;
    std::uint64_t sequence_ = 0;
    int orders_ = 0;
    QByteArray stream_;
};

/// What hides, reorders or breaks a line, but for the two isolates that we put around outside text ourselves.
QString first_hidden(const QString& shown) {
    const auto decoded = text::decode(shown.toStdString(), 100'000);
    const std::u32string& points = decoded.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t point = points[i];
        const bool ours = point == 0x2068 || point == 0x2069 || point == 0x00AD;
        const bool honest = text::serves_emoji(points, i) || text::serves_spelling(points, i);
        if (text::is_hidden(point) && !ours && !honest) {
            return QStringLiteral("U+%1 in \"%2\"").arg(static_cast<uint>(point), 4, 16).arg(shown.left(60));
        }
    }
    return {};
}

/// Nothing that Qt could take for markup, or the one frame of app/text with nothing of the kind inside.
bool is_plain(QString tip) {
    const QString begin = QStringLiteral("<p style=\"white-space:pre-wrap\">");
    const QString end = QStringLiteral("</p>");
    if (tip.startsWith(begin) && tip.endsWith(end)) {
        tip = tip.mid(begin.size()).chopped(end.size());
        return !tip.contains(u'<');
    }
    return !Qt::mightBeRichText(tip);
}

/// What is wrong with what is on the screen now; empty when nothing is.
QString flaw_of(const QWidget& root) {
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (label->textFormat() != Qt::PlainText) {
            return QStringLiteral("a label that guesses: ") + label->text().left(60);
        }
        if (const QString hidden = first_hidden(label->text()); !hidden.isEmpty()) {
            return QStringLiteral("a label: ") + hidden;
        }
    }
    for (const auto* label : root.findChildren<ui::look::ElidedLabel*>()) {
        const bool cut = label->isVisible() && label->fontMetrics().horizontalAdvance(label->text()) > label->width();
        if (cut && label->toolTip().isEmpty()) {
            return QStringLiteral("cut, and no tooltip: ") + label->text().left(60);
        }
    }
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!is_plain(widget->toolTip())) {
            return QStringLiteral("a tooltip that is markup: ") + widget->toolTip().left(60);
        }
    }
    for (const auto* view : root.findChildren<QAbstractItemView*>()) {
        const QAbstractItemModel* model = view->model();
        const int rows = model == nullptr || !view->isVisible() ? 0 : std::min(model->rowCount(), 3000);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString shown = model->index(row, column).data().toString();
                if (const QString hidden = first_hidden(shown); !hidden.isEmpty()) {
                    return QStringLiteral("a cell: ") + hidden;
                }
            }
        }
        const auto* table = qobject_cast<const ui::look::Table*>(view);
        if (table != nullptr && rows > 0 && table->rowHeight(rows / 2) != ui::look::row_height(table->font())) {
            return QStringLiteral("a row of another height");
        }
    }
    return {};
}

void settle() {
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

} // namespace

void TestHostileShift::every_screen_shows_a_hostile_feed_as_text() {
    const QList<QByteArray> shared = hostile::shared_strings();
    const QList<QByteArray> strings = hostile::own_strings() + shared;
    support::TlsGateway gateway(support::good_certificate());
    premises::Connection connection;
    connection.endpoint = gateway.endpoint();
    connection.endpoint.source = domain::SourceId("urn:test:hostile");
    HostileFeed feed(connection.endpoint.source);
    int number = 0;
    for (const QByteArray& string : strings) {
        feed.add(string.left(20'000), ++number);
    }
    gateway.answer = [&feed](const support::Request& request, QSslSocket& socket) {
        if (request.target.startsWith("/v1/events")) {
            socket.write(support::stream_head() + feed.stream());
        } else {
            socket.write(support::http(404, "text/plain", ""));
        }
    };
    const QTemporaryDir folder;
    const premises::Folders folders = premises::folders_of(folder.path().toStdString());
    QVERIFY(premises::make(folders).ok());
    const base::SystemClock clock;
    console::Core core(folders, connection, "ada", clock);
    ui::frame::Options options{QLocale::English, QTimeZone::utc(), false, {}};
    options.spend = &core.spend();
    options.agents = &core.agents();
    MainWindow window(core.newsroom(), core.archive(), core.decisions(), clock, options);
    window.resize(1400, 800);
    window.show();
    core.start();
    QTRY_VERIFY_WITH_TIMEOUT(window.health().stored >= feed.count(), 120'000);
    QCOMPARE(window.health().quarantined, std::uint64_t{0}); // all of it was understood: nothing hides in a refusal
    QTRY_VERIFY(window.inbox_view().model().open_count() > 0);
    for (const ui::frame::Screen& screen : window.screens()) {
        window.show_page(screen.page);
        if (screen.page == Page::spend) {
            QTRY_VERIFY(screen.is_filled());
        }
        settle();
        QVERIFY(!window.grab().isNull());
        const QString flaw = flaw_of(window);
        QVERIFY2(flaw.isEmpty(), qPrintable(screen.id + QStringLiteral(": ") + flaw));
    }
    // The first cases with all their pages, and one agent after the other.
    window.show_page(Page::inbox);
    auto& inbox = window.inbox_view();
    inbox.show_new();
    for (int row = 0; row < std::min(inbox.model().rowCount(), 40); ++row) {
        const domain::TransactionKey key = inbox.model().row_at(row).key;
        inbox.open(key);
        QTRY_VERIFY(inbox.case_view().file() && inbox.case_view().file()->row.key == key);
        for (int tab = 0; tab < inbox.case_view().tabs().count(); ++tab) {
            inbox.case_view().tabs().setCurrentIndex(tab);
            settle();
            const QString flaw = flaw_of(window);
            QVERIFY2(flaw.isEmpty(), qPrintable(QStringLiteral("case %1, page %2: %3").arg(row).arg(tab).arg(flaw)));
        }
        QVERIFY(!window.grab().isNull());
    }
    if (shared.isEmpty()) {
        QSKIP(hostile::absent);
    }
}

QTEST_MAIN(TestHostileShift)
#include "tst_hostile_shift.moc"
