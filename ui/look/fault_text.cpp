// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/fault_text.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"

#include <QCoreApplication>

namespace ui::look {

namespace {

class FaultWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::FaultWords)
public:
    static QString of(base::FaultCode code);
};

QString FaultWords::of(base::FaultCode code) {
    using enum base::FaultCode;
    switch (code) {
    case invalid_argument: return tr("This value is not allowed here. Correct it and try again.");
    case malformed: return tr("What arrived is not in the expected form. It was set aside; look at the details.");
    case too_large: return tr("This is larger than the program accepts. Make it smaller or split it.");
    case unsupported: return tr("This kind or version is not known to this program. A newer Reeve may know it.");
    case not_found: return tr("This no longer exists or never did. Check the name, or look at the list again.");
    case conflict: return tr("There is already something else with this identity. Nothing was changed.");
    case stale: return tr("The case changed while you looked at it. Read the new version before you decide.");
    case expired: return tr("The deadline has passed. Nothing was done.");
    case refused: return tr("A rule, a limit or a missing permission says no. Nothing was done.");
    case bad_signature:
        return tr("A signature or checksum does not fit. Do not rely on this; tell your administrator.");
    case wrong_passphrase: return tr("The passphrase does not open your key. Check Caps Lock and the keyboard layout.");
    case locked: return tr("Another program keeps this store. Close that program, or go on reading only.");
    case newer_version: return tr("A newer Reeve wrote this store. Update this program to open it.");
    case disk_full: return tr("The disk is nearly full, so nothing more is stored or read. Free some space now.");
    case unreadable: return tr("A file or folder cannot be read or written. Check that it exists and who may use it.");
    case corrupt: return tr("Stored data contradicts itself. Stop working on it and restore or verify the record.");
    case unreachable: return tr("The gateway cannot be reached. Reeve keeps trying; press F5 to try now.");
    case untrusted:
        return tr("The gateway's certificate is not the one that was confirmed. Do not go on; ask who changed it.");
    case timed_out: return tr("No answer came in time, so it is not known what happened. Ask for the status.");
    case cancelled: return tr("This was cancelled before it was finished.");
    case exhausted: return tr("Too much is waiting at once. Wait a moment and try again.");
    case internal: return tr("The program made a mistake. Nothing was decided; please report the details.");
    }
    return {};
}

} // namespace

QString fault_text(base::FaultCode code) {
    return FaultWords::of(code);
}

QString fault_details(const base::Fault& fault) {
    const QString code = QString::fromLatin1(base::name_of(fault.code));
    if (fault.where.empty()) {
        return text::fill(QStringLiteral("%1: %2"), {code, text::safe(fault.detail)});
    }
    return text::fill(QStringLiteral("%1: %2 (%3)"), {code, text::safe(fault.detail), text::safe(fault.where)});
}

Level level_of(base::FaultCode code) {
    using enum base::FaultCode;
    switch (code) {
    case invalid_argument:
    case wrong_passphrase:
    case cancelled:
    case not_found: return Level::caution;
    case malformed:
    case too_large:
    case unsupported:
    case conflict:
    case stale:
    case expired:
    case refused:
    case locked:
    case newer_version:
    case unreachable:
    case timed_out:
    case exhausted: return Level::serious;
    case bad_signature:
    case disk_full:
    case unreadable:
    case corrupt:
    case untrusted:
    case internal: return Level::critical;
    }
    return Level::critical;
}

} // namespace ui::look
