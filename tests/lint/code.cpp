// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/code.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace lint {

namespace {

/// Walks through C++ and says of every character whether it is code, comment or inside of a literal.
class Walk {
public:
    explicit Walk(const QString& content)
        : content_(content)
        , code_(content)
        , text_(content) {}

    void run() {
        while (at_ < content_.size()) {
            step();
        }
    }

    [[nodiscard]] QString code() const { return code_; }
    [[nodiscard]] QString text() const { return text_; }

private:
    [[nodiscard]] bool ahead(const char* characters) const {
        return QStringView(content_).mid(at_).startsWith(QLatin1String(characters));
    }

    void step() {
        if (ahead("//")) {
            blank_comment(content_.indexOf(u'\n', at_));
        } else if (ahead("/*")) {
            const qsizetype end = content_.indexOf(QStringLiteral("*/"), at_ + 2);
            blank_comment(end < 0 ? end : end + 2);
        } else if (ahead("R\"")) {
            raw_literal();
        } else if (content_[at_] == u'"') {
            literal(u'"');
        } else if (content_[at_] == u'\'' && !between_digits()) {
            literal(u'\'');
        } else {
            ++at_;
        }
    }

    /// 20'000 holds no character literal.
    [[nodiscard]] bool between_digits() const { return at_ > 0 && content_[at_ - 1].isLetterOrNumber(); }

    void blank_comment(qsizetype end) {
        end = end < 0 ? content_.size() : end;
        for (; at_ < end; ++at_) {
            if (content_[at_] != u'\n') {
                code_[at_] = u' ';
                text_[at_] = u' ';
            }
        }
    }

    void literal(QChar quote) {
        for (++at_; at_ < content_.size() && content_[at_] != quote && content_[at_] != u'\n'; ++at_) {
            const bool escape = content_[at_] == u'\\' && at_ + 1 < content_.size();
            code_[at_] = u' ';
            if (escape) {
                code_[++at_] = u' ';
            }
        }
        ++at_;
    }

    void raw_literal() {
        const qsizetype open = content_.indexOf(u'(', at_);
        const QString delimiter = u')' + content_.mid(at_ + 2, open - at_ - 2) + u'"';
        const qsizetype end = content_.indexOf(delimiter, open);
        const qsizetype stop = end < 0 ? content_.size() : end + delimiter.size();
        for (; at_ < stop; ++at_) {
            if (content_[at_] != u'\n') {
                code_[at_] = u' ';
            }
        }
    }

    const QString& content_;
    QString code_;
    QString text_;
    qsizetype at_ = 0;
};

} // namespace

QString sentence(const Finding& finding) {
    return QStringLiteral("%1:%2: [%3] %4 -- %5")
        .arg(finding.file, QString::number(finding.line), finding.rule, finding.code, finding.advice);
}

int Code::line_of(qsizetype position) const {
    return static_cast<int>(QStringView(code).left(position).count(u'\n')) + 1;
}

Code prepared(const QString& file, const QString& content) {
    Walk walk(content);
    walk.run();
    return {file, walk.code(), walk.text()};
}

qsizetype closing(const QString& code, qsizetype open) {
    int depth = 0;
    for (qsizetype at = open; at < code.size(); ++at) {
        const QChar character = code[at];
        if (character == u'(' || character == u'{' || character == u'[') {
            ++depth;
        } else if ((character == u')' || character == u'}' || character == u']') && --depth == 0) {
            return at;
        }
    }
    return code.size();
}

QList<Call> calls(const Code& code, const QString& name) {
    const QRegularExpression pattern(QStringLiteral("(?<![A-Za-z0-9_])(%1)\\s*[({]").arg(name));
    QList<Call> found;
    auto matches = pattern.globalMatch(code.code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype open = match.capturedEnd() - 1;
        found.append({match.captured(1), match.capturedStart(), open, closing(code.code, open)});
    }
    return found;
}

QString arguments(const Code& code, const Call& call) {
    return code.text.mid(call.open + 1, call.close - call.open - 1).simplified();
}

QList<Code> sources(const QString& root, const QStringList& folders) {
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator walk(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            files.append(QDir(root).relativeFilePath(walk.next()));
        }
    }
    std::sort(files.begin(), files.end());
    QList<Code> prepared_files;
    for (const QString& file : files) {
        QFile source(root + u'/' + file);
        if (source.open(QIODevice::ReadOnly)) {
            prepared_files.append(prepared(file, QString::fromUtf8(source.readAll())));
        }
    }
    return prepared_files;
}

} // namespace lint
