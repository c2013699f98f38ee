// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/currency.h"

#include <algorithm>

namespace domain {

namespace {

// ISO 4217 table A.1: codes by number of minor units, each list separated by blanks and in order.
constexpr std::string_view none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view two =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
    "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
    "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
    "USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ";
constexpr std::string_view three = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view four = "CLF UYW";

bool lists(std::string_view codes, std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += 4) {
        if (codes.substr(at, 3) == code) {
            return true;
        }
    }
    return false;
}

/// The exponent, or -1 for a code that is in no list.
signed char exponent_of(std::string_view code) {
    if (lists(two, code)) {
        return 2;
    }
    if (lists(none, code)) {
        return 0;
    }
    if (lists(three, code)) {
        return 3;
    }
    return lists(four, code) ? 4 : -1;
}

} // namespace

base::Result<Currency> Currency::from_code(std::string_view code) {
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (code.size() != 3 || !letters) {
        return base::Fault{base::FaultCode::malformed, "a currency is three capital letters", {}};
    }
    const signed char exponent = exponent_of(code);
    if (exponent < 0) {
        return base::Fault{base::FaultCode::unsupported, "not a current ISO 4217 currency: " + std::string(code), {}};
    }
    Currency currency;
    std::copy(code.begin(), code.end(), currency.code_.begin());
    currency.exponent_ = exponent;
    return currency;
}

} // namespace domain
