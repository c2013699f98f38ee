// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/folders.h"

#include <QStandardPaths>

#include <system_error>

namespace premises {

Folders folders_of(const std::string& option) {
    if (!option.empty()) {
        return {std::filesystem::absolute(option)};
    }
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {std::filesystem::path(data.toStdString()) / "reeve"};
}

base::Done make(const Folders& folders) {
    namespace fs = std::filesystem;
    for (const fs::path& folder : {folders.root, folders.store(), folders.sandbox()}) {
        std::error_code error;
        if (fs::create_directories(folder, error); !error) {
            fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
        }
        if (error) {
            return base::Fault{base::FaultCode::unreadable, "the folder cannot be made: " + error.message(),
                               folder.string()};
        }
    }
    return {};
}

} // namespace premises
