// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/endpoint.h"
#include "app/wire/api.h"

#include <QProcess>
#include <QStringList>

/// The example gateway of resources/protocol as a process of a test, on loopback, ended with the object.
class PythonGateway {
public:
    /// Starts it and reads the line that it announces itself with. Faults: unreachable (python3 or openssl is missing,
    /// or it did not say anything), and those of decode_announcement.
    [[nodiscard]] base::Done start(const QStringList& arguments);
    ~PythonGateway();

    [[nodiscard]] const wire::Announcement& announcement() const { return announcement_; }
    /// How to reach it; its own certificate is the only authority.
    [[nodiscard]] uplink::Endpoint endpoint() const;
    /// Closes its standard input, at which it ends by itself. True when it did, and well.
    [[nodiscard]] bool end();

private:
    QProcess process_;
    wire::Announcement announcement_;
};
