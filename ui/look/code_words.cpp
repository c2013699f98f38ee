// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/words.h"

#include "ui/look/fault_text.h"

#include "app/text/safe_text.h"

#include <QtGlobal>

#include <iterator>

namespace ui::look {

namespace {

struct CodeText {
    const char* code;
    const char* words;
};

const CodeText finding_words[] = {
    {"over_contract_price", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above the contract price")},
    {"over_catalogue_price", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above the catalogue price")},
    {"nobody_answered", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Nobody answered in time")},
    {"policy", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The policy asks for a person")},
    {"policy_stops", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Our policy would have stopped it")},
    {"escalated", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Escalated by a person")},
    {"amended", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The order was amended")},
    {"hold_released", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The platform released its hold")},
    {"no_request", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The request itself is not on record")},
    {"step_failed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A step of the rollback failed")},
    {"undecided", QT_TRANSLATE_NOOP("ui::look::CodeWords", "It went on before anybody decided")},
    {"version_gap", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A version in between is missing")},
    {"version_gap_closed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A missing version came later")},
    {"version_contradiction", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Two contents for one version")},
    {"wrong_digest", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The content does not fit its digest")},
    {"refused_by_gateway", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The gateway refused a decision about it")},
    {"one_matter", QT_TRANSLATE_NOOP("ui::look::CodeWords", "One matter: several orders at one supplier in a day")},
    {"mandate_revoked", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The mandate was revoked")},
    {"partial_quantity", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Less was delivered than ordered")},
    {"carrier_delay", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The carrier is late")},
    {"amount_unclear", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A spoken number may have been misheard")},
    {"supplier_imitated", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The supplier's name imitates a known one")},
    {"supplier_unknown", QT_TRANSLATE_NOOP("ui::look::CodeWords", "First order from this supplier")},
    {"supplier_outside_mandate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Not what the mandate is for")},
    {"supplier_refused", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The supplier refused")},
    {"duplicate_suspected", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Looks like an order that exists already")},
    {"split_suspected", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Pieces just under a tier")},
    {"conversation_loop", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The agent repeats itself")},
    {"instructions_conflict", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Two commands contradict each other")},
    {"term_commitment", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Large commitment over the term")},
    {"declared_batch", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Part of a declared bulk run")},
    {"expired_contract", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The contract has expired")},
    {"contract_expired", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The contract has expired")},
    {"no_contract", QT_TRANSLATE_NOOP("ui::look::CodeWords", "No contract covers this")},
    {"unusual_amount", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Unusual amount for this agent")},
    {"over_budget", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Over the monthly budget")},
    {"over_mandate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "More than the mandate allows")},
    {"outside_mandate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Not what the mandate is for")},
    {"no_mandate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "No mandate on file")},
    {"large_commitment", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Large commitment over the term")},
    {"misheard", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A spoken number may have been misheard")},
    {"misheard_amount", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A spoken number may have been misheard")},
    {"low_confidence", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Speech was recognised with low confidence")},
    {"contradictory_commands", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Two commands contradict each other")},
    {"contradiction", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Two commands contradict each other")},
    {"repetitive_loop", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The agent repeats itself")},
    {"prompt_injection", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Text tries to give the agent orders")},
    {"duplicate_order", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Looks like an order that exists already")},
    {"suspected_duplicate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Looks like an order that exists already")},
    {"split_order", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Pieces just under a tier")},
    {"imitated_supplier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The supplier's name imitates a known one")},
    {"new_supplier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "First order from this supplier")},
    {"payee_changed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The payee changed")},
    {"short_delivery", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Less was delivered than ordered")},
    {"network_lost",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The network was lost: nobody knows whether money moved")},
    {"payment_undefined", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Nobody knows whether the payment went through")},
    {"agent_silent", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The agent stopped answering")},
    {"over_tier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above the tier that may run by itself")},
    {"amount_over_tier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above the tier that may run by itself")},
    {"second_ai_confirmed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A second AI that the policy names confirmed it")},
    {"nobody_decided", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Nobody decided in time")},
    {"approved", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A person approved it")},
    {"approved_reduced", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A person approved less of it")},
    {"rejected", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A person rejected it")},
    {"resumed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "What was stopped may go on")},
    {"hold_released", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The platform holds it no more")},
};

const CodeText ruling_words[] = {
    {"bad_signature",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The signature does not fit. Lock your key, open it again and repeat.")},
    {"unknown_member",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "You are not on the roster. Ask an administrator to add your key.")},
    {"wrong_key",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "The roster has another key for you. Ask an administrator to put the new one on it.")},
    {"stale_roster", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The roster changed meanwhile. Open the review again.")},
    {"member_expired",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "Your membership has ended. Ask an administrator to renew it.")},
    {"wrong_role",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The roster gives you another role. Ask an administrator.")},
    {"not_permitted", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                        "You do not have the permission for this. Escalate it to somebody who has.")},
    {"simulated_not_allowed",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "A simulated colleague may not decide this. A person must.")},
    {"too_early", QT_TRANSLATE_NOOP("ui::look::CodeWords", "It is too early for this decision. Try again later.")},
    {"expired", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The time for this decision is over. Open the review again.")},
    {"already_used",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "This decision was used already. Look at the decisions.")},
    {"wrong_source", QT_TRANSLATE_NOOP("ui::look::CodeWords", "This decision is meant for another gateway.")},
    {"wrong_transaction", QT_TRANSLATE_NOOP("ui::look::CodeWords", "This decision is about another order.")},
    {"wrong_version",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The order was amended. Read the new version before you decide.")},
    {"wrong_digest",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "The order's content differs from what was shown. Do not decide; raise it with the platform.")},
    {"own_request", QT_TRANSLATE_NOOP("ui::look::CodeWords", "You own this agent, so somebody else has to decide.")},
    {"in_doubt", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                   "Nobody knows whether money moved. Clear that up first, or stop the agent.")},
    {"not_held", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                   "The order is not held, so there is nothing to decide before execution.")},
    {"not_executed",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "The order has not been executed, so there is nothing to roll back. Reject it instead.")},
    {"not_in_doubt",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The order is not in doubt, so there is nothing to resolve.")},
    {"not_raised",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "Nothing of ours is open about this order, so there is nothing to "
                                              "acknowledge. If the platform waits, decide instead.")},
    {"already_decided",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "This version was decided already. Look at the decisions of the case.")},
    {"stopped", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                  "The agent, its tier or the whole fleet is stopped. Resume it first, or reject.")},
    {"claimed_by_other",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "Somebody else is working on this case. Talk to them, or wait until their claim ends.")},
    {"stale_claim",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "Your claim on the case has ended. Open the review again.")},
    {"blocked_tier",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The policy blocks this order. It can be rejected, not approved.")},
    {"over_tier",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "This tier is above yours. Escalate it to somebody with a higher one.")},
    {"amount_missing", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The amount is missing, so this cannot be approved.")},
    {"wrong_currency", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The currency differs from the order's.")},
    {"wrong_amount",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The amount differs from the order's. Open the review again.")},
    {"not_reduced",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The amount has to be smaller than the order's, and not zero.")},
    {"payee_missing", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The payee is missing, so this cannot be approved.")},
    {"payee_changed", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                        "The payee differs from the order's. Do not approve before you know why.")},
    {"over_limit", QT_TRANSLATE_NOOP("ui::look::CodeWords", "This is above your limit in this currency. Escalate it.")},
    {"bad_delegation",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "The delegation that you would act under is not in force for you. Open the review again.")},
    {"over_authority",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "This is above what the policy lets you approve. Escalate it (E).")},
    {"one_authority",
     QT_TRANSLATE_NOOP("ui::look::CodeWords",
                       "Both signatures would stand on the authority of one person. Somebody else has to sign.")},
    {"wrong_plan",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The plan for rolling back changed. Open the review again.")},
    {"unclear_resolution", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Say whether the money moved or not.")},
    {"solo_delay", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                     "In solo mode a delay stands for the second person. It is not over yet.")},
    {"second_is_first",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The second signature has to come from somebody else.")},
    {"second_differs",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The first signature is about something else. Read both.")},
    {"not_for_agents", QT_TRANSLATE_NOOP("ui::look::CodeWords", "This names an order where an agent is meant.")},
    {"unknown_target", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The gateway knows no such agent or tier.")},
    {"not_stopped", QT_TRANSLATE_NOOP("ui::look::CodeWords", "This was not stopped, so it cannot be resumed.")},
    {"needs_second",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "This needs a second person. Your signature is the first of two.")},
    {"replayed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A newer edition of the policy is in force.")},
    {"wrong_predecessor",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "It follows another edition of the policy than the one in force.")},
    {"broken_policy", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The policy cannot be used.")},
    {"failing_test", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A test case of the policy fails.")},
    {"withdrawn", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Whoever proposed it took it back.")},
    {"already_in_force", QT_TRANSLATE_NOOP("ui::look::CodeWords", "It is in force already.")},
    {"no_roster", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The gateway has no roster yet.")},
    {"stale", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                "The case changed while you looked at it. Read the new version before you decide.")},
    {"conflict", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                   "The versions of this order contradict each other, so it cannot be decided.")},
    {"key_locked", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Your key is locked. Enter your passphrase.")},
};

const CodeText delivery_words[] = {
    {"login_refused",
     QT_TRANSLATE_NOOP(
         "ui::look::CodeWords",
         "The gateway refuses the login. Your decision waits, is sent again and has done nothing yet. Ask "
         "the gateway's operator for a valid token.")},
    {"address_refused",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The gateway takes no decisions at this address. Your decision waits and "
                                              "has done nothing yet. Check the connection.")},
    {"too_many_requests", QT_TRANSLATE_NOOP("ui::look::CodeWords",
                                            "The gateway is asked too often. Your decision waits and is sent again.")},
};

/// What a platform asks of people, in the words of AP2, ACP, UCP and A2A; the word itself stays in brackets.
const CodeText escalation_words[] = {
    {"requires_escalation",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "Somebody has to take over (requires_escalation)")},
    {"requires_buyer_review",
     QT_TRANSLATE_NOOP("ui::look::CodeWords", "The buyer has to look (requires_buyer_review)")},
    {"pending_approval", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Approval (pending_approval)")},
    {"manual_review", QT_TRANSLATE_NOOP("ui::look::CodeWords", "A person's check (manual_review)")},
    {"input_required", QT_TRANSLATE_NOOP("ui::look::CodeWords", "An answer (input_required)")},
};

const CodeText reason_words[] = {
    {"as_agreed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "As agreed")},
    {"price_checked", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Price checked")},
    {"needed_now", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Needed now")},
    {"confirmed_by_owner", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Confirmed by the owner")},
    {"too_expensive", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Too expensive")},
    {"not_needed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Not needed")},
    {"wrong_supplier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Wrong supplier or payee")},
    {"wrong_quantity", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Wrong amount or quantity")},
    {"duplicate", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Ordered twice")},
    {"suspected_fraud", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Suspected fraud")},
    {"ordered_in_error", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Ordered in error")},
    {"not_delivered", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Not delivered as ordered")},
    {"out_of_control", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Out of control")},
    {"misled", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Misled by somebody")},
    {"maintenance", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Maintenance")},
    {"checked_again", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Checked, may go on")},
    {"moved", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The money moved")},
    {"not_moved", QT_TRANSLATE_NOOP("ui::look::CodeWords", "The money did not move")},
    {"above_agreed_price", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above the agreed price")},
    {"fewer_needed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Fewer are needed")},
    {"budget_left", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Only this much budget is left")},
    {"why_needed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Why is it needed?")},
    {"why_this_supplier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Why this supplier?")},
    {"why_this_price", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Why this price?")},
    {"who_asked", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Who asked for it?")},
    {"missing_papers", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Papers are missing")},
    {"waiting_for_owner", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Waiting for the owner")},
    {"waiting_for_supplier", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Waiting for the supplier")},
    {"checking_papers", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Papers are being checked")},
    {"budget_closed", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Budget is not open yet")},
    {"above_my_limit", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Above my limit")},
    {"needs_expert", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Needs somebody who knows the goods")},
    {"legal_or_contract", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Contract or legal question")},
    {"conflict_of_interest", QT_TRANSLATE_NOOP("ui::look::CodeWords", "I am involved myself")},
    {"rule_too_strict", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Our rule is too strict here")},
    {"dealt_with_elsewhere", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Dealt with elsewhere")},
    {"other", QT_TRANSLATE_NOOP("ui::look::CodeWords", "Other, see the note")},
};

/// A code of the protocol that this build does not know is outside text like any other.
template <std::size_t Count>
QString words_for(const CodeText (&table)[Count], std::string_view code) {
    for (const CodeText& entry : table) {
        if (code == entry.code) {
            return QCoreApplication::translate("ui::look::CodeWords", entry.words);
        }
    }
    return text::safe(code).qstring();
}

} // namespace

QString CodeWords::of_finding(std::string_view code) {
    return words_for(finding_words, code);
}

QString CodeWords::of_step(std::string_view code) {
    for (const CodeText& entry : reason_words) {
        if (code == entry.code) {
            return QCoreApplication::translate("ui::look::CodeWords", entry.words);
        }
    }
    for (const CodeText& entry : escalation_words) {
        if (code == entry.code) {
            return of_escalation(code);
        }
    }
    return of_finding(code);
}

QString CodeWords::of_escalation(std::string_view word) {
    return words_for(escalation_words, word);
}

QString CodeWords::of_ruling(std::string_view code) {
    return words_for(ruling_words, code);
}

QString CodeWords::of_delivery(const base::Fault& fault) {
    for (const CodeText& entry : delivery_words) {
        if (fault.where == entry.code) {
            return QCoreApplication::translate("ui::look::CodeWords", entry.words);
        }
    }
    return fault_text(fault.code);
}

QString CodeWords::of_reason(std::string_view code) {
    return words_for(reason_words, code);
}

} // namespace ui::look
