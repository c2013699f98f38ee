// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/books_file.h"

#include "app/base/file.h"
#include "app/crypto/digest.h"
#include "app/projection/books_codec.h"
#include "app/projection/packing.h"

#include <cerrno>
#include <fstream>

namespace archive {

namespace {

namespace fs = std::filesystem;
using projection::BooksCodec;

constexpr std::string_view mark = "reeve-books";
constexpr std::size_t largest = std::size_t{2} << 30U;

/// A file beside the one that it replaces when all of it is written.
class Replacement {
public:
    explicit Replacement(const fs::path& target)
        : target_(target)
        , path_(target.string() + ".new") {
        std::error_code error;
        fs::remove(path_, error);
        stream_.open(path_, std::ios::binary | std::ios::trunc);
        fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write, error);
        is_good_ = stream_.good() && !error;
    }
    ~Replacement() {
        std::error_code error;
        fs::remove(path_, error); // not there any more when all went well
    }
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    void add(std::string_view piece) {
        errno = 0;
        if (is_good_ && !stream_.write(piece.data(), static_cast<std::streamsize>(piece.size()))) {
            is_good_ = false;
            reason_ = errno;
        }
    }
    base::Done finish() {
        errno = 0;
        stream_.close();
        if (!is_good_ || stream_.fail()) {
            return base::fault_from_errno(reason_ != 0 ? reason_ : errno != 0 ? errno : EIO, path_);
        }
        std::error_code error;
        fs::rename(path_, target_, error);
        return error ? base::Done(base::fault_from_errno(error.value(), target_)) : base::Done();
    }

private:
    fs::path target_;
    fs::path path_;
    std::ofstream stream_;
    bool is_good_ = false;
    int reason_ = 0;
};

base::Fault spoiled(const fs::path& file) {
    return base::Fault{base::FaultCode::corrupt, "the kept books are not as they were written", file.string()};
}

} // namespace

fs::path books_file(const fs::path& folder) {
    return folder / "books";
}

base::Done write_books(const fs::path& folder, const projection::Books& books, const domain::Digest& last_leaf,
                       const std::set<std::int64_t>& outside) {
    Replacement file(books_file(folder));
    crypto::Sha256 sha;
    sha.begin();
    const auto write = [&](std::string_view piece) {
        sha.add(base::as_bytes(piece));
        file.add(piece);
    };
    projection::Packer header(write);
    header.bytes(mark);
    header.number(BooksCodec::form);
    header.bytes(REEVE_VERSION);
    header.bytes(base::as_text(last_leaf));
    header.number(outside.size());
    for (std::int64_t batch : outside) {
        pack(header, batch);
    }
    header.flush();
    BooksCodec::write(books, write);
    file.add(base::as_text(sha.finish()));
    return file.finish();
}

base::Result<KeptBooks> read_books(const fs::path& folder) {
    const fs::path path = books_file(folder);
    const auto content = base::read_small_file(path, largest);
    if (!content) {
        return content.fault();
    }
    constexpr std::size_t digest_size = sizeof(domain::Digest);
    if (content->size() < digest_size) {
        return spoiled(path);
    }
    const std::string_view bytes = std::string_view(*content).substr(0, content->size() - digest_size);
    if (base::as_text(crypto::sha256(bytes)) != std::string_view(*content).substr(bytes.size())) {
        return spoiled(path);
    }
    projection::Unpacker header(bytes);
    if (header.bytes() != mark || header.number() != BooksCodec::form || header.bytes() != REEVE_VERSION) {
        return base::Fault{base::FaultCode::unsupported, "the kept books are of another version", path.string()};
    }
    KeptBooks kept;
    const std::string_view leaf = header.bytes();
    for (std::size_t left = header.count(); left > 0 && header.ok(); --left) {
        std::int64_t batch = 0;
        pack(header, batch);
        kept.outside.insert(batch);
    }
    kept.books = header.ok() ? BooksCodec::read(header.rest()) : nullptr;
    if (leaf.size() != digest_size || kept.books == nullptr) {
        return spoiled(path);
    }
    std::copy(leaf.begin(), leaf.end(), reinterpret_cast<char*>(kept.last_leaf.data()));
    return kept;
}

} // namespace archive
