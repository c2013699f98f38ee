// SPDX-License-Identifier: GPL-3.0-or-later
//
// From J or K to the painted case: an inbox of 50,000 open cases, the cursor walks, each case is read through the port,
// derived, laid out and painted, also with the tab of the request in front. Beside it, in the same run, what the window
// costs when it is only painted again with nothing changed. Times from the key press to the end of the paint; medians
// and the 95th percentile.
//
//   QT_QPA_PLATFORM=offscreen build/release/bin/bench_case [steps] [cases]
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr int default_steps = 300;
constexpr int default_cases = 50'000;
constexpr int warm_up = 20;

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

/// Of many agents, so that most of them are rows of their own and some are groups.
void fill(fake::Core& core, int cases) {
    const char* tiers[] = {"confirm", "sign_off", "dual_sign_off", "blocked"};
    for (int i = 0; i < cases; ++i) {
        core.add_case(fake::drawn_case("TX-" + std::to_string(100'000 + i) + " " + tiers[i % 4] + " EUR " +
                                           std::to_string(10 + i % 9000) + ".50 bot-" + std::to_string(i / 3) +
                                           " Nordlicht GmbH",
                                       1 + i % 600));
    }
}

class Walk {
public:
    Walk(ui::inbox::InboxView& view, const std::optional<domain::TransactionKey>& shown)
        : view_(view)
        , list_(*view.findChild<ui::inbox::QueueList*>())
        , shown_(shown) {}

    /// Milliseconds from the key press to the end of the paint that shows the case.
    std::vector<double> run(int steps) {
        std::vector<double> times;
        for (int step = 0; step < steps + warm_up; ++step) {
            QElapsedTimer timer;
            timer.start();
            QKeyEvent press(QEvent::KeyPress, Qt::Key_J, Qt::NoModifier, QStringLiteral("j"));
            QApplication::sendEvent(&list_, &press);
            const int row = list_.currentIndex().row();
            if (view_.model().group_at(row) == nullptr) {
                const domain::TransactionKey wanted = view_.model().row_at(row).key;
                while (shown_ != wanted) {
                    QCoreApplication::processEvents();
                }
            }
            view_.repaint();
            if (step >= warm_up) {
                times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
        }
        return times;
    }

    std::vector<double> paint_only(int times) {
        std::vector<double> all;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            view_.repaint();
            all.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        return all;
    }

private:
    ui::inbox::InboxView& view_;
    ui::inbox::QueueList& list_;
    const std::optional<domain::TransactionKey>& shown_;
};

void report(const char* what, const std::vector<double>& times, double against) {
    std::printf("%-34s %8.2f ms %8.2f ms %8.2f\n", what, percentile(times, 0.5), percentile(times, 0.95),
                percentile(times, 0.95) / against);
}

} // namespace

int main(int count, char** arguments) {
    const QApplication application(count, arguments);
    const int steps = count > 1 ? std::atoi(arguments[1]) : default_steps;
    const int cases = count > 2 ? std::atoi(arguments[2]) : default_cases;
    if (steps < 1 || cases < steps + warm_up) {
        std::fprintf(stderr, "bench_case [steps] [cases], with more cases than steps\n");
        return 2;
    }
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    core.health.link = ports::LinkState::live;
    fill(core, cases);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    QElapsedTimer opening;
    opening.start();
    ui::inbox::InboxView view(core, core, clock, formats);
    view.resize(1330, 760);
    view.show();
    while (view.model().rowCount() == 0) {
        QCoreApplication::processEvents();
    }
    view.repaint();
    const double opened = static_cast<double>(opening.nsecsElapsed()) / 1e6;
    std::optional<domain::TransactionKey> shown;
    QObject::connect(&view.case_view(), &ui::case_::CaseView::shown, &view,
                     [&shown](const domain::TransactionKey& key) { shown = key; });
    Walk walk(view, shown);
    const auto handoff = walk.run(steps);
    const auto painting = walk.paint_only(steps);
    view.case_view().tabs().setCurrentIndex(1);
    const auto request = walk.run(steps);
    const double against = percentile(painting, 0.5);
    std::printf("%d cases in %d rows, %d steps; inbox filled and painted in %.0f ms\n", cases, view.model().rowCount(),
                steps, opened);
    std::printf("%-34s %11s %11s %8s\n", "", "median", "p95", "p95 / paint");
    report("painting the window again", painting, against);
    report("J to painted case, handoff", handoff, against);
    report("J to painted case, request", request, against);
    return 0;
}
