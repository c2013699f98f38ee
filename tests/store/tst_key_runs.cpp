// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/key_run.h"
#include "app/store/key_runs.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using store::KeyRuns;

namespace {

constexpr std::uint64_t most_key = (std::uint64_t{1} << 40U) - 1;

/// The plain way, to compare with.
using Truth = std::multimap<std::uint64_t, std::uint16_t>;

std::vector<std::uint16_t> segments_of(const KeyRuns& runs, std::uint64_t key) {
    std::vector<std::uint16_t> found;
    if (const auto done = runs.candidates(key, found); !done) {
        qFatal("%s", base::describe(done.fault()).c_str());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint16_t> segments_of(const Truth& truth, std::uint64_t key) {
    std::vector<std::uint16_t> found;
    for (auto [at, end] = truth.equal_range(key); at != end; ++at) {
        found.push_back(at->second);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// No file of this process grows beyond a size while one of these lives: what a full disk does to a write.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit now = before_;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit before_{};
};

} // namespace

/// Keys that are found whatever their age, in memory that does not grow with them.
class TestKeyRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_key_is_found_in_its_segments_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<quint64>("most");
        QTest::addColumn<quint64>("in_memory");
        QTest::addRow("nothing was put in") << 0 << quint64(most_key) << quint64(64);
        QTest::addRow("all are in memory") << 40 << quint64(most_key) << quint64(64);
        QTest::addRow("a table that is just full") << 64 << quint64(most_key) << quint64(64);
        QTest::addRow("many runs of small tables") << 12'000 << quint64(most_key) << quint64(64);
        QTest::addRow("larger tables") << 60'000 << quint64(most_key) << quint64(8192);
        QTest::addRow("a few keys that come again and again") << 10'000 << quint64(30) << quint64(256);
    }
    void every_key_is_found_in_its_segments() {
        QFETCH(int, count);
        QFETCH(quint64, most);
        QFETCH(quint64, in_memory);
        const QTemporaryDir folder;
        KeyRuns runs(folder.path().toStdString(), static_cast<std::size_t>(in_memory));
        Truth truth;
        std::mt19937_64 random(static_cast<unsigned>(count) + 5);
        std::vector<std::uint64_t> keys{0, most_key}; // both ends
        for (int i = 0; i < count; ++i) {
            const std::uint64_t key = i < 2 ? keys[static_cast<std::size_t>(i)] : random() % (most + 1);
            const auto segment = static_cast<std::uint16_t>(most < 1000 ? i % 65'536 : i / 100);
            keys.push_back(key);
            truth.emplace(key, segment);
            runs.insert(key, segment);
            if (i % 1000 == 0) { // also while something is being merged
                const std::uint64_t old = keys[random() % keys.size()];
                QVERIFY(segments_of(runs, old) == segments_of(truth, old));
            }
        }
        QCOMPARE(runs.size(), static_cast<std::uint64_t>(count));
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 1000; ++i) {
                const std::uint64_t known = keys[random() % keys.size()];
                QVERIFY(segments_of(runs, known) == segments_of(truth, known));
                const std::uint64_t other = random() % (most_key + 1);
                QVERIFY(segments_of(runs, other) == segments_of(truth, other));
            }
            runs.settle();
        }
        QCOMPARE(runs.size(), static_cast<std::uint64_t>(count));
        QVERIFY2(runs.runs() <= 8, qPrintable(QString::number(runs.runs())));
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString())); // files without a name
    }

    void memory_does_not_grow_with_the_keys() {
        const QTemporaryDir folder;
        KeyRuns runs(folder.path().toStdString(), 1024);
        std::mt19937_64 random(3);
        std::size_t most = 0;
        for (int i = 0; i < 100'000; ++i) {
            runs.insert(random() & most_key, static_cast<std::uint16_t>(i / 65'536));
            most = std::max(most, runs.bytes());
        }
        const std::size_t filters = 100'000 * 10 / 8;
        QVERIFY2(most < 1024 * 16 * 5 + 100'000 / 32 + 2 * filters, qPrintable(QString::number(most)));
    }

    void a_filter_forgets_nothing_and_is_seldom_wrong() {
        constexpr int count = 50'000;
        store::KeyFilter filter(count);
        std::mt19937_64 random(6);
        std::vector<std::uint64_t> keys;
        for (int i = 0; i < count; ++i) {
            keys.push_back(random() & most_key);
            filter.add(keys.back());
        }
        QVERIFY(std::all_of(keys.begin(), keys.end(), [&](std::uint64_t key) { return filter.may_hold(key); }));
        int wrong = 0;
        for (int i = 0; i < count; ++i) {
            wrong += filter.may_hold(random() & most_key) ? 1 : 0;
        }
        QVERIFY2(wrong < count / 20, qPrintable(QString::number(wrong)));
        QVERIFY(store::KeyFilter().may_hold(7));
    }

    void a_large_run_has_no_filter() {
        const QTemporaryDir folder;
        const auto run_of = [&](std::uint64_t count) {
            std::vector<store::KeyWord> words(static_cast<std::size_t>(count));
            for (std::uint64_t i = 0; i < count; ++i) {
                words[static_cast<std::size_t>(i)] = store::key_word(i, 3);
            }
            return store::KeyRun::merge(folder.path().toStdString(), words, {});
        };
        const auto small = run_of(store::KeyRun::most_filtered);
        const auto large = run_of(store::KeyRun::most_filtered + 1);
        QVERIFY(small.ok() && large.ok());
        QVERIFY((*small)->bytes() > store::KeyRun::most_filtered * 10 / 8);
        QVERIFY((*large)->bytes() < store::KeyRun::most_filtered / 32);
        for (const auto& run : {*small, *large}) {
            std::vector<std::uint16_t> found;
            QVERIFY(run->find(store::KeyRun::most_filtered - 1, found).ok());
            QVERIFY(run->find(store::KeyRun::most_filtered + 1, found).ok());
            QCOMPARE(found, std::vector<std::uint16_t>{3});
        }
    }

    void a_disk_that_is_full_costs_memory_and_no_key() {
        const QTemporaryDir folder;
        KeyRuns runs(folder.path().toStdString(), 1024);
        Truth truth;
        std::mt19937_64 random(4);
        const auto fill = [&](int count) {
            for (int i = 0; i < count; ++i) {
                const std::uint64_t key = random() & most_key;
                truth.emplace(key, std::uint16_t(7));
                runs.insert(key, 7);
            }
            runs.settle();
        };
        const auto all_found = [&] {
            return std::all_of(truth.begin(), truth.end(), [&](const auto& each) {
                return segments_of(runs, each.first) == segments_of(truth, each.first);
            });
        };
        fill(5'000);
        QVERIFY(runs.runs() > 0);
        const std::size_t before = runs.bytes();
        {
            const SmallFiles full(512);
            for (int i = 0; i < 4; ++i) {
                QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("keys stay in memory")));
                fill(1024);
            }
            QVERIFY(runs.bytes() > before);
            QVERIFY(all_found());
        }
        fill(4096);                                    // there is space again
        const std::size_t filters = 2 * 8192 * 10 / 8; // of the keys that came
        QVERIFY(runs.bytes() <= before + 4096 + filters);
        QVERIFY(all_found());
        QCOMPARE(runs.size(), static_cast<std::uint64_t>(truth.size()));
    }

    void a_folder_that_is_gone_costs_memory_and_no_key() {
        KeyRuns runs("/nowhere/at/all", 64);
        for (int i = 0; i < 5; ++i) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("keys stay in memory: not_found")));
            for (std::uint64_t key = 0; key < 64; ++key) {
                runs.insert(key * 1000, static_cast<std::uint16_t>(i));
            }
            runs.settle();
        }
        QVERIFY(segments_of(runs, 63'000) == (std::vector<std::uint16_t>{0, 1, 2, 3, 4}));
        QVERIFY(segments_of(runs, 1).empty());
    }

    void a_run_that_cannot_be_read_is_a_fault() {
        const QTemporaryDir folder;
        std::vector<store::KeyWord> words;
        for (std::uint64_t key = 0; key < 5000; ++key) {
            words.push_back(store::key_word(key * 3, 1));
        }
        const auto run = store::KeyRun::merge(folder.path().toStdString(), words, {});
        QVERIFY(run.ok());
        std::vector<std::uint16_t> found;
        QVERIFY((*run)->find(9, found).ok());
        QCOMPARE(found.size(), std::size_t{1});
        // The file is cut behind the program's back, by the only way to it that there is.
        bool cut = false;
        for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code error;
            const std::string target = std::filesystem::read_symlink(entry.path(), error).string();
            if (!error && target.starts_with(folder.path().toStdString())) {
                cut = ::truncate(entry.path().c_str(), 100) == 0 || cut;
            }
        }
        QVERIFY(cut);
        const auto done = (*run)->find(9000, found);
        QVERIFY(!done.ok());
        QCOMPARE(done.fault().code, base::FaultCode::unreadable);
    }
};

QTEST_GUILESS_MAIN(TestKeyRuns)
#include "tst_key_runs.moc"
