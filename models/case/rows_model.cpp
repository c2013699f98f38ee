// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/case/rows_model.h"

namespace models::case_ {

namespace {

int alignment_of(Align align) {
    switch (align) {
    case Align::leading: return static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading);
    case Align::number: return static_cast<int>(Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute);
    }
    return 0;
}

} // namespace

int RowsModelBase::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

int RowsModelBase::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns();
}

QVariant RowsModelBase::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || index.column() >= columns()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(index.row(), index.column());
    }
    return role == Qt::TextAlignmentRole ? QVariant(alignment_of(align(index.column()))) : QVariant();
}

QVariant RowsModelBase::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return header(section);
    }
    return role == Qt::TextAlignmentRole ? QVariant(alignment_of(align(section))) : QVariant();
}

} // namespace models::case_
