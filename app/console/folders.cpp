// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/folders.h"

#include <system_error>

namespace console {

base::Done make(const Folders& folders) {
    namespace fs = std::filesystem;
    for (const fs::path& folder : {folders.root, folders.store(), folders.sandbox()}) {
        std::error_code error;
        fs::create_directories(folder, error);
        if (!error) {
            fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
        }
        if (error) {
            return base::Fault{base::FaultCode::unreadable, error.message(), folder.string()};
        }
    }
    return {};
}

} // namespace console
