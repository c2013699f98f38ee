#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A gateway of the Reeve protocol in one file, to read in ten minutes and to try with curl.

It pretends to be an agent platform with one machine customer and a few orders. One order is held for a decision, one
is done and can be rolled back. It serves the whole protocol on loopback, over TLS: the feed, acknowledgements, signed
decisions with receipts, claims, transactions, plans, the roster, the signed policy. Whenever a policy comes into force
its machine customer places another order, so that one can see what the policy does.

    python3 gateway.py --administrator <base64 of an Ed25519 public key>
    python3 gateway.py --trust-first-roster          # for trying things out

Its first line on standard output is JSON: port, certificate (PEM), gateway_key, source, token. What a real gateway
does otherwise: it keeps its state on a disk, and it takes Ed25519 from a library (the one below is slow and leaks
timing). Only the standard library is needed, and the `openssl` command for the certificate.
"""
import argparse
import base64
import datetime
import hashlib
import http.server
import json
import os
import secrets
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import zoneinfo

HEARTBEAT_SECONDS = 5
LEASE_SECONDS = 120
TARGETS = {"*", "tier:automatic", "tier:confirm", "tier:sign_off", "tier:dual_sign_off", "tier:blocked"}
HOLD_SECONDS = 3600
LARGEST_BODY = 1024 * 1024
TIERS = ["automatic", "confirm", "sign_off", "dual_sign_off", "blocked"]
# Members of a policy that this gateway reads; it says of every other one that it cannot judge it, and then holds.
POLICY_READ = {"format", "version", "title", "tiers", "unknown", "answer_within", "when_unanswered", "calendar", "tests", "authority"}


# --- Ed25519, after RFC 8032, section 5.1. For examples only: use a library. -------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def decompress(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def hash_to_scalar(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def expand(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    return scalar, digest[32:]


def public_key(seed):
    return compress(multiply(expand(seed)[0], BASE))


def sign(seed, message):
    scalar, prefix = expand(seed)
    key = compress(multiply(scalar, BASE))
    r = hash_to_scalar(prefix, message)
    commitment = compress(multiply(r, BASE))
    s = (r + hash_to_scalar(commitment, key, message) * scalar) % L
    return commitment + s.to_bytes(32, "little")


def verifies(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = decompress(key), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    left, right = multiply(s, BASE), add(r, multiply(hash_to_scalar(signature[:32], key, message), a))
    return compress(left) == compress(right)


# --- The protocol's ways of writing things ---------------------------------------------------------------------------

def canonical(value):
    """RFC 8785 for documents whose names are ASCII and whose numbers are whole, as all of the protocol's are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def to_base64(data):
    return base64.b64encode(data).decode()


def from_base64(text):
    return base64.b64decode(text, validate=True)


def digest_of(data):
    return to_base64(hashlib.sha256(data).digest())


def time_text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Clock:
    """The time of day; for trying things out it may begin elsewhere and run quicker."""

    def __init__(self, start=None, speed=1.0):
        self.begun = datetime.datetime.now(datetime.timezone.utc)
        self.start, self.speed = start or self.begun, speed

    def now(self):
        return self.start + (datetime.datetime.now(datetime.timezone.utc) - self.begun) * self.speed


CLOCK = Clock()


def now():
    return CLOCK.now()


def later(seconds):
    return time_text(now() + datetime.timedelta(seconds=seconds))


def euros(cents):
    return {"minor": str(cents), "currency": "EUR"}


def attachment(name, media_type, content):
    """A document that came with an order: named by its digest, never carried."""
    return {"name": name, "media_type": media_type, "size": str(len(content)), "digest": digest_of(content)}


def signed_envelope(seed, prefix, document):
    data = prefix + canonical(document)
    return {"signed": to_base64(data), "key": to_base64(public_key(seed)), "signature": to_base64(sign(seed, data))}


def open_envelope(envelope, prefix):
    """The signed bytes and the document in them, once prefix, canonical form and signature are right."""
    try:
        data, key, signature = (from_base64(envelope[name]) for name in ("signed", "key", "signature"))
        document = json.loads(data[len(prefix):])
    except (KeyError, TypeError, ValueError) as error:
        raise Problem(400, "malformed", "not a signed envelope") from error
    if not data.startswith(prefix) or canonical(document) != data[len(prefix):]:
        raise Problem(400, "malformed", "the signed bytes are not in canonical form")
    if not verifies(key, data, signature):
        raise Problem(403, "bad_signature", "the signature does not verify over the bytes")
    return data, document


def open_policy(envelope):
    """The signed bytes, the edition in them and its signatures, all of which verify."""
    prefix = b"reeve-policy/v1\n"
    try:
        data = from_base64(envelope["signed"])
        signatures = [(each["key"], from_base64(each["signature"])) for each in envelope["signatures"]]
        edition = json.loads(data[len(prefix):])
        document = canonical(edition["document"])
    except (KeyError, TypeError, ValueError) as error:
        raise Problem(400, "malformed", "not a signed policy") from error
    if not data.startswith(prefix) or canonical(edition) != data[len(prefix):] or not 1 <= len(signatures) <= 2:
        raise Problem(400, "malformed", "not a signed policy in canonical form")
    if not all(verifies(from_base64(key), data, signature) for key, signature in signatures):
        raise Problem(403, "bad_signature", "a signature does not verify over the bytes")
    if edition["document_digest"] != digest_of(document):
        raise Problem(422, "broken_policy", "/document_digest: the document is another one")
    return data, edition, [key for key, _ in signatures]


class Problem(Exception):
    """An answer of application/problem+json."""

    def __init__(self, status, code, detail):
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail


# --- The platform: orders, and what is told about them ---------------------------------------------------------------

class Platform:
    """All state, behind one lock. Whoever changes it tells so on the feed, in the same breath."""

    def __init__(self, seed, source, administrator, trust_first_roster):
        self.seed, self.source = seed, source
        self.administrator, self.trust_first_roster = administrator, trust_first_roster
        self.changed = threading.Condition()  # its lock guards everything below
        self.events = []  # the event with sequence n is events[n - 1]
        self.acknowledged = 0
        self.plans = 0
        self.orders = {}  # transaction_id: {"version", "state", "subject", "subject_digest", "plan", "expires"}
        self.stopped = set()  # targets: agents, "*", "tier:..."
        self.claims = {}  # transaction_id: {"person_id", "epoch", "expires"}
        self.decisions = {}  # decision_id: (signed bytes, receipt envelope)
        self.roster, self.roster_envelope = None, None
        self.first = {}  # by order that needs two people: the first one's decision and key
        self.silence = {}  # by order: its tier, what the policy does when nobody answers, and whether that was done
        self.policy = None  # {"edition", "digest", "envelope", "cannot_judge"}: the one in force
        self.proposal = None  # (envelope, what it waits for), not in force yet
        self.withdrawn = {}  # digest of an edition: (its number, the signed withdrawal); a real gateway keeps these, too
        self.offered = {}  # digest of an edition: when it was offered first
        self.live_a_little()

    def tell(self, kind, data):
        sequence = len(self.events) + 1
        self.events.append(canonical({
            "specversion": "1.0", "id": f"e-{sequence}", "source": self.source, "type": f"dev.reeve.{kind}.v1",
            "time": time_text(now()), "sequence": f"{sequence:020}", "datacontenttype": "application/json",
            "data": data}).decode())
        self.changed.notify_all()

    def live_a_little(self):
        """A short life: an agent, its mandate, one order that is done, one that waits, one that is in doubt."""
        with self.changed:
            self.tell("agent.registered", {"agent_id": "agent-1", "name": "Stationery buyer", "kind": "procurement_agent",
                                           "owner_id": "office-services", "group": "office", "holds_orders": True})
            self.tell("mandate.granted", {"mandate_id": "mandate-1", "agent_id": "agent-1", "owner_id": "office-services",
                                          "per_transaction": euros(50000), "not_after": later(90 * 86400)})
            self.request("order-1", "40 boxes of copy paper", 15600)
            self.step("order-1", "started", "executing")
            self.step("order-1", "completed", "completed", amount=euros(18564))
            self.request("order-2", "12 office chairs", 358800)
            self.orders["order-2"]["expires"] = later(HOLD_SECONDS)
            self.tell("assessment.made", {
                "transaction_id": "order-2", "version": 1, "tier": "sign_off", "moment": "before_execution",
                "escalation": "requires_buyer_review", "expires": self.orders["order-2"]["expires"],
                "findings": [{"code": "over_mandate", "text": "The mandate ends at 500.00 EUR for one transaction."}],
                "if_nobody_acts": "The order is cancelled when the hold ends."})
            self.step("order-2", "held", "held", code="over_mandate", expires=self.orders["order-2"]["expires"])
            self.request("order-3", "Toner for the printer room", 9800)
            self.step("order-3", "started", "executing")
            self.step("order-3", "doubted", "in_doubt", code="network_lost",
                      note="No answer from the payment provider: nobody knows whether the money moved.")

    def request(self, transaction_id, purpose, net):
        tax = net * 19 // 100
        subject = {"kind": "purchase", "side": "buying", "agent_id": "agent-1", "owner_id": "office-services",
                   "supplier": {"id": "supplier-1", "name": "Example Office Supplies"},
                   "payee": {"name": "Example Office Supplies", "account": "DE02 1203 **** 2051"},
                   "purpose": purpose, "mandate_id": "mandate-1",
                   "net": euros(net), "tax": euros(tax), "gross": euros(net + tax),
                   "attachments": [attachment(f"Quote for {purpose}.txt", "text/plain", f"{net} cents net".encode())]}
        digest = digest_of(canonical({"source": self.source, "transaction_id": transaction_id, "version": 1,
                                      "subject": subject}))
        self.orders[transaction_id] = {"version": 1, "state": "requested", "subject": subject, "subject_digest": digest}
        self.tell("transaction.requested", {"transaction_id": transaction_id, "version": 1, "subject": subject,
                                            "subject_digest": digest})

    def step(self, transaction_id, word, state, **more):
        order = self.orders[transaction_id]
        order["state"] = state
        self.tell(f"transaction.{word}", {"transaction_id": transaction_id, "version": order["version"],
                                          "agent_id": order["subject"]["agent_id"], **more})

    def order(self, transaction_id):
        if transaction_id not in self.orders:
            raise Problem(404, "not_found", "no such transaction")
        return self.orders[transaction_id]

    def status(self, transaction_id):
        return {"transaction_id": transaction_id, **self.order(transaction_id)}

    def expire(self):
        """Holds that nobody decided on in time."""
        for transaction_id, order in self.orders.items():
            if order["state"] == "held" and order["expires"] < time_text(now()):
                if not self.hand_on(transaction_id, order):
                    self.step(transaction_id, "expired", "expired", code="nobody_decided")

    def hand_on(self, transaction_id, order):
        """By the policy the order goes on waiting, or whomever it names has it now, once; nothing is ever approved."""
        silence = self.silence.get(transaction_id, {})
        then = silence.get("then", {})
        if then.get("then", "expire") == "expire" or silence.get("escalated"):
            return False
        order["expires"] = self.answer_by(silence["tier"]) or later(HOLD_SECONDS)
        if then["then"] == "escalate":
            silence["escalated"] = True
            whom = then.get("person") or "the role " + then["role"]
            self.tell("assessment.made", {
                "transaction_id": transaction_id, "version": order["version"], "tier": silence["tier"],
                "moment": "before_execution", "escalation": "requires_escalation", "expires": order["expires"],
                "findings": [{"code": "nobody_answered", "text": f"Nobody answered in time; escalated to {whom}."}],
                "if_nobody_acts": "The order is cancelled when the hold ends."})
        self.tell("hold.placed", {"transaction_id": transaction_id, "version": order["version"],
                                  "code": "nobody_answered", "expires": order["expires"]})
        return True

    def answer_by(self, tier):
        """When the policy's time to answer is over, in its working time; None where it sets none that ever ends."""
        document = self.policy["edition"]["document"]
        left, calendar = document.get("answer_within", {}).get(tier), document.get("calendar")
        if left is None or calendar is None:
            return left and later(left * 60)
        zone, at = zoneinfo.ZoneInfo(calendar["zone"]), now()
        for _ in range(60 * 24 * 60):
            wall = at.astimezone(zone)
            works = wall.isoweekday() % 7 in calendar["days"] and calendar["from"] <= f"{wall:%H:%M}" < calendar["to"]
            left -= works and f"{wall:%Y-%m-%d}" not in calendar.get("holidays", [])
            at += datetime.timedelta(minutes=1)
            if left == 0:
                return time_text(at)
        return None

    # --- Rolling back: a plan first, then its steps ---

    def make_plan(self, transaction_id, amount=None):
        order = self.order(transaction_id)
        gross = order["subject"]["gross"]
        if amount == gross:
            amount = None
        if amount is not None and not (amount["currency"] == gross["currency"]
                                       and 0 < int(amount["minor"]) < int(gross["minor"])):
            raise Problem(400, "malformed", "this is no part of the order's amount")
        if "plan" not in order or order["plan"].get("amount") != amount:
            self.plans += 1
            plan = {"plan_id": f"plan-{self.plans}", "transaction_id": transaction_id, "version": order["version"],
                    "steps": [{"step_id": "1", "action": "cancel_order", "party": "Example Office Supplies",
                               "reversible": "no"},
                              {"step_id": "2", "action": "refund", "party": "Example Office Supplies",
                               "reversible": "partly", "deadline": later(14 * 86400), "cost": euros(0)}]}
            if amount is not None:  # a part comes back, the order stays
                plan.update(amount=amount, steps=plan["steps"][1:])
            # The digest covers the plan without digest, states and results.
            plan["digest"] = digest_of(b"reeve-plan/v1\n" + canonical(plan))
            for planned in plan["steps"]:
                planned["state"] = "planned"
            order["plan"] = plan
            self.tell("plan.made", plan)
        return order["plan"]

    def roll_back(self, transaction_id, decision_id):
        order = self.orders[transaction_id]
        back = order["plan"].get("amount", order["subject"]["gross"])
        for planned in order["plan"]["steps"]:
            for state in ("running", "done"):
                planned["state"] = state
                self.tell("step.taken", {"plan_id": order["plan"]["plan_id"], "transaction_id": transaction_id,
                                         "step_id": planned["step_id"], "state": state})
        self.step(transaction_id, "returned", "returned", decision_id=decision_id,
                  amount={**back, "minor": str(-int(back["minor"]))})

    # --- Decisions: refused by rule, or carried out once, with a signed receipt either way ---

    def why_refused(self, decision, key):
        """The code of the first rule that says no, or None. A real gateway knows more of them: see README.md."""
        members = {member["person_id"]: member for member in (self.roster or {}).get("members", [])}
        member = members.get(decision.get("person_id"))
        order = self.orders.get(decision.get("transaction_id"))
        claim = self.claims.get(decision.get("transaction_id"))
        moment, verb = time_text(now()), decision.get("verb")
        if member is None:
            return "unknown_member"
        if member["key"] != key:
            return "wrong_key"
        if decision.get("roster_version") != self.roster["version"]:
            return "stale_roster"
        if member["not_after"] <= moment:
            return "member_expired"
        if ("stop" if verb in ("stop", "resume") else "decide") not in member.get("permissions", []):
            return "not_permitted"
        if decision.get("not_before", "") > moment:
            return "too_early"
        if decision["not_after"] <= moment:
            return "expired"
        if decision["source"] != self.source:
            return "wrong_source"
        if verb in ("stop", "resume"):
            target = decision["agent_id"]
            known = target in TARGETS or any(each["subject"]["agent_id"] == target for each in self.orders.values())
            if not known:
                return "unknown_target"
            return "not_stopped" if verb == "resume" and target not in self.stopped else None
        if order is None:
            return "wrong_transaction"
        if decision.get("version") != order["version"]:
            return "wrong_version"
        if decision.get("subject_digest") != order["subject_digest"]:
            return "wrong_digest"
        if verb == "roll_back" and order["state"] != "completed":
            return "not_executed"
        if verb == "resolve" and order["state"] != "in_doubt":
            return "not_in_doubt"
        if verb == "acknowledge":
            return "not_raised"
        if verb not in ("roll_back", "resolve") and order["state"] != "held":
            return "not_held"
        if claim and claim["expires"] > moment and claim["person_id"] != decision["person_id"]:
            return "claimed_by_other"
        if decision.get("claim_epoch", "0") != "0" and (claim is None or claim["epoch"] != decision["claim_epoch"]):
            return "stale_claim"
        if verb in ("approve", "approve_reduced"):
            if self.stopped & {"*", "tier:sign_off", order["subject"]["agent_id"]}:  # every order here is sign_off
                return "stopped"
            return (self.why_not_paid(decision, order["subject"], member)
                    or self.why_no_authority(decision, order["subject"], members) or self.why_no_second(decision, key))
        if verb == "roll_back":
            plan = order.get("plan", {})
            if decision.get("plan_digest") != plan.get("digest"):
                return "wrong_plan"
            if decision.get("amount", order["subject"]["gross"]) != plan.get("amount", order["subject"]["gross"]):
                return "wrong_amount"
        if verb == "resolve" and decision.get("reason_code") not in ("moved", "not_moved"):
            return "unclear_resolution"
        return None

    @staticmethod
    def why_not_paid(decision, subject, member):
        amount, gross = decision.get("amount"), subject["gross"]
        if amount is None:
            return "amount_missing"
        if amount["currency"] != gross["currency"]:
            return "wrong_currency"
        if decision["verb"] == "approve" and amount != gross:
            return "wrong_amount"
        if decision["verb"] == "approve_reduced" and not 0 < int(amount["minor"]) < int(gross["minor"]):
            return "not_reduced"
        if decision.get("payee") != subject["payee"]:
            return "payee_changed"
        limits = {limit["currency"]: int(limit["minor"]) for limit in member.get("limits", [])}
        return None if int(amount["minor"]) <= limits.get(amount["currency"], -1) else "over_limit"

    @staticmethod
    def own_authority(lines, member, subject):
        """What the line most to the point lets a member approve, in minor units; nothing where none speaks about them."""
        best = None
        for line in lines:
            about = [(line.get("categories"), subject.get("category", "")), (line.get("groups"), "office"),
                     (line.get("cost_centres"), subject.get("cost_centre", ""))]
            who = line["person"] == member["person_id"] if "person" in line else line["role"] == member.get("role", "")
            if who and all(not named or value in named for named, value in about):
                # This gateway has no rates: a line in another currency gives nothing.
                same = line["up_to"]["currency"] == subject["gross"]["currency"]
                point = (sum(bool(named) for named, _ in about), "person" in line, int(line["up_to"]["minor"]) if same else -1)
                best = max(best or point, point)
        return best[2] if best else -1

    def why_no_authority(self, decision, subject, members):
        """By the policy's delegation of authority: one's own line, or the delegation that the decision names."""
        authority = self.policy["edition"]["document"].get("authority", {}) if self.policy else {}
        lines, named = authority.get("lines", []), decision.get("delegation")
        if not lines:
            return "bad_delegation" if named else None
        amount = max(abs(int(decision["amount"]["minor"])), abs(int(subject.get("total_commitment", decision["amount"])["minor"])))
        if not named:
            most = self.own_authority(lines, members[decision["person_id"]], subject)
            return None if amount <= most else "over_authority"
        moment = now()
        for lent in authority.get("delegations", []):
            lender = members.get(lent["from"])
            runs = datetime.datetime.fromisoformat(lent["since"].replace("Z", "+00:00")) <= moment < (
                datetime.datetime.fromisoformat(lent["until"].replace("Z", "+00:00")))
            if lent["id"] != named or lent["to"] != decision["person_id"] or not runs or lender is None or (
                    lender["not_after"] <= time_text(moment) or lent["from"] == subject.get("owner_id")):
                continue
            most = self.own_authority(lines, lender, subject)
            cap = lent.get("up_to")
            if cap:
                most = min(most, int(cap["minor"]) if cap["currency"] == subject["gross"]["currency"] else -1)
            if most >= 0:
                return None if amount <= most else "over_authority"
        return "bad_delegation"

    def needs_two(self, decision):
        tier = self.silence.get(decision.get("transaction_id"), {}).get("tier")
        return decision["verb"] in ("approve", "approve_reduced") and tier == "dual_sign_off"

    def stands_on(self, decision):
        """Whose authority a decision uses: one's own, or that of whoever lent it."""
        authority = self.policy["edition"]["document"].get("authority", {}) if self.policy else {}
        lent = {each["id"]: each["from"] for each in authority.get("delegations", [])}
        return lent.get(decision.get("delegation"), decision["person_id"])

    def why_no_second(self, decision, key):
        """Why this is not the second signature of two; None also where it is the first, or one is enough."""
        first = self.first.get(decision["transaction_id"])
        if first is None or not self.needs_two(decision):
            return None
        if first[0]["person_id"] == decision["person_id"] or first[1] == key:
            return "second_is_first"
        if any(first[0].get(name) != decision.get(name) for name in ("verb", "amount", "version")):
            return "second_differs"
        limited = self.policy["edition"]["document"].get("authority", {}).get("lines")
        return "one_authority" if limited and self.stands_on(first[0]) == self.stands_on(decision) else None

    def decide(self, envelope):
        data, decision = open_envelope(envelope, b"reeve-decision/v1\n")
        with self.changed:
            self.expire()
            try:
                decision_id = decision["decision_id"]
                known = self.decisions.get(decision_id)
                if known:
                    if known[0] != data:
                        raise Problem(409, "already_used", "this decision_id was used for other bytes")
                    return known[1]  # the lost answer, once more; nothing is done twice
                code = self.why_refused(decision, envelope["key"])
            except (KeyError, TypeError, ValueError) as error:
                raise Problem(400, "malformed", "not a decision") from error
            waits = not code and self.needs_two(decision) and decision["transaction_id"] not in self.first
            receipt = {"receipt_id": f"r-{len(self.decisions) + 1}", "decision_id": decision_id,
                       "decision_digest": digest_of(data), "issued": time_text(now()),
                       "outcome": "refused" if code else "awaiting_second" if waits else "accepted"}
            if code:
                receipt.update(code=code, advice=f"Look up {code} in the table of refusal codes.")
            answer = signed_envelope(self.seed, b"reeve-receipt/v1\n", receipt)
            self.decisions[decision_id] = (data, answer)
            self.tell("decision.taken", {name: envelope[name] for name in ("signed", "key", "signature")})
            self.tell("receipt.issued", answer)
            if waits:
                self.first[decision["transaction_id"]] = (decision, envelope["key"])
            elif not code:
                self.carry_out(decision)
            return answer

    def carry_out(self, decision):
        verb, decision_id = decision["verb"], decision["decision_id"]
        transaction_id = decision.get("transaction_id")
        if verb in ("approve", "approve_reduced"):
            self.step(transaction_id, "started", "executing", decision_id=decision_id)
            self.step(transaction_id, "completed", "completed", decision_id=decision_id, amount=decision["amount"])
        elif verb == "reject":
            self.step(transaction_id, "cancelled", "cancelled", decision_id=decision_id, code="rejected")
        elif verb == "roll_back":
            self.roll_back(transaction_id, decision_id)
        elif verb in ("stop", "resume"):
            told = {"stop_id": f"stop-{decision['agent_id']}", "agent_id": decision["agent_id"],
                    "ordered_by": decision["person_id"], "decision_id": decision_id}
            self.stopped = self.stopped | {told["agent_id"]} if verb == "stop" else self.stopped - {told["agent_id"]}
            for word in ("ordered", "acknowledged") if verb == "stop" else ("lifted",):
                self.tell(f"stop.{word}", told)
        elif verb == "resolve":
            moved = decision["reason_code"] == "moved"
            self.step(transaction_id, "completed" if moved else "failed", "completed" if moved else "failed",
                      code="resolved", decision_id=decision_id)
        else:  # ask, hold, escalate: the order stays held, for another hour
            order = self.orders[transaction_id]
            order["expires"] = later(HOLD_SECONDS)
            self.tell("hold.placed", {"transaction_id": transaction_id, "version": order["version"], "code": verb,
                                      "expires": order["expires"], "decision_id": decision_id})

    # --- Claims: leases with a fencing number ---

    def claim(self, request):
        transaction_id, person_id, epoch = (request.get(name) for name in ("transaction_id", "person_id", "epoch"))
        with self.changed:
            self.order(transaction_id)
            held = self.claims.get(transaction_id)
            if epoch and (held is None or held["epoch"] != epoch or held["person_id"] != person_id):
                raise Problem(409, "stale_claim", "the epoch is not the current one")
            free = held is None or held["person_id"] in (None, person_id) or held["expires"] <= time_text(now())
            if not free:
                raise Problem(409, "claimed_by_other", "somebody else holds the case")
            same = held is not None and held["person_id"] == person_id
            number = held["epoch"] if same else str(int(held["epoch"]) + 1 if held else 1)
            self.claims[transaction_id] = {"person_id": person_id, "epoch": number, "expires": later(LEASE_SECONDS)}
            told = {"transaction_id": transaction_id, **self.claims[transaction_id]}
            self.tell("claim.changed", told)
            return told

    def release(self, transaction_id, epoch):
        with self.changed:
            held = self.claims.get(transaction_id)
            if held is None or held["person_id"] is None:
                raise Problem(404, "not_found", "the case is not claimed")
            if held["epoch"] != epoch:
                raise Problem(409, "stale_claim", "the epoch is not the current one")
            held["person_id"] = None
            self.tell("claim.changed", {"transaction_id": transaction_id, "epoch": epoch})

    # --- The roster: who may do what, signed by an administrator ---

    def put_roster(self, envelope):
        _, roster = open_envelope(envelope, b"reeve-roster/v1\n")
        with self.changed:
            if self.administrator is None and self.trust_first_roster:
                self.administrator = envelope["key"]
            if envelope["key"] != self.administrator:
                raise Problem(403, "untrusted", "not signed by this gateway's administrator")
            if self.roster and int(roster["version"]) != int(self.roster["version"]) + 1:
                raise Problem(409, "stale", "not the next version of the roster")
            self.roster = roster
            self.roster_envelope = {name: envelope[name] for name in ("signed", "key", "signature")}
            self.tell("roster.published", self.roster_envelope)

    # --- The policy: which orders are automatic, signed by two people ---

    def why_unsigned(self, edition, keys):
        """The code of the first rule of signing that says no, or None."""
        members = {member["key"]: member for member in self.roster["members"]}
        for key in keys:
            member = members.get(key)
            if member is None:
                return "unknown_member"
            if member["not_after"] <= time_text(now()):
                return "member_expired"
            if "configure" not in member.get("permissions", []):
                return "not_permitted"
            if member.get("simulated"):
                return "simulated_not_allowed"
        if members[keys[0]]["person_id"] != edition["proposed_by"]:
            return "wrong_key"
        if edition["source"] != self.source:
            return "wrong_source"
        return "stale_roster" if int(edition["roster_version"]) > int(self.roster["version"]) else None

    def why_unchained(self, edition):
        number = int(edition["number"])
        if self.policy is None:
            return None
        known = int(self.policy["edition"]["number"])
        if number <= known:
            return "replayed"
        follows = number > known + 1 or edition.get("previous") == self.policy["digest"]
        return None if follows else "wrong_predecessor"

    def waits_for(self, edition, keys, digest):
        """What is missing until the edition is in force, or None."""
        if len(keys) == 2:
            return None
        if not (edition["solo"] and self.roster["solo"]):
            return "needs_second"
        passed = (now() - self.offered.setdefault(digest, now())).total_seconds()
        over = passed >= int(self.roster["solo_delay_seconds"]) and edition["not_before"] <= time_text(now())
        return None if over else "solo_delay"

    def put_policy(self, envelope):
        """True when it is in force now, false when it waits."""
        data, edition, keys = open_policy(envelope)
        digest = digest_of(data)
        with self.changed:
            if self.roster is None:
                raise Problem(409, "no_roster", "there is no roster yet")
            if self.policy is not None and self.policy["digest"] == digest:
                return True  # the same again
            code = self.why_unsigned(edition, keys)
            if code:
                raise Problem(409 if code in ("wrong_source", "stale_roster") else 403, code, "the signatures do not count")
            code = self.why_unchained(edition)
            if code:
                raise Problem(409, code, "not the next edition")
            if digest in self.withdrawn:
                raise Problem(409, "withdrawn", "whoever proposed it took it back")
            if len(keys) == 2 and keys[0] == keys[1]:
                raise Problem(403, "second_is_first", "one person signed twice")
            self.check_document(edition["document"])
            envelope = {name: envelope[name] for name in ("signatures", "signed")}
            waiting = self.waits_for(edition, keys, digest)
            if waiting:
                self.proposal = (envelope, waiting)
                return False
            unread = sorted(name for name, value in edition["document"].items() if name not in POLICY_READ and value
                            and not (name == "modes" and set(value.values()) == {"enforce"}))
            self.policy = {"edition": edition, "digest": digest, "envelope": envelope, "cannot_judge": unread}
            self.proposal = None
            passed = int(edition["number"])
            self.withdrawn = {each: known for each, known in self.withdrawn.items() if known[0] > passed}
            self.tell("policy.published", {"version": edition["document"]["version"], "digest": digest,
                                           "published_by": edition["proposed_by"], "policy": envelope})
            self.order_by_policy()
            return True

    def withdraw_policy(self, request):
        """Whoever proposed an edition takes it back: from now on nobody can sign it."""
        offered, edition, _ = open_policy(request["policy"])
        envelope = {name: request["withdrawal"][name] for name in ("signed", "key", "signature")}
        _, withdrawal = open_envelope(envelope, b"reeve-policy-withdrawal/v1\n")
        digest, number = digest_of(offered), int(edition["number"])
        with self.changed:
            if self.roster is None:
                raise Problem(409, "no_roster", "there is no roster yet")
            code = self.why_unsigned({**edition, "proposed_by": withdrawal["person_id"]}, [envelope["key"]])
            if code is None and withdrawal["person_id"] != edition["proposed_by"]:
                code = "wrong_key"
            if code is None and withdrawal["source"] != self.source:
                code = "wrong_source"
            if code is None and (withdrawal["edition"] != digest or withdrawal["number"] != edition["number"]):
                code = "wrong_digest"
            if code is None and self.policy and self.policy["digest"] == digest:
                code = "already_in_force"
            if code is None and self.policy and number <= int(self.policy["edition"]["number"]):
                code = "replayed"
            if code:
                late = ("wrong_source", "stale_roster", "wrong_digest", "already_in_force", "replayed")
                raise Problem(409 if code in late else 403, code, "not taken back")
            self.withdrawn.setdefault(digest, (number, envelope))
            if self.proposal and digest_of(from_base64(self.proposal[0]["signed"])) == digest:
                self.proposal = None

    @staticmethod
    def check_document(document):
        """What this gateway needs of a policy: its format and rising tiers of one currency."""
        if document.get("format") != "reeve-policy/1":
            raise Problem(422, "broken_policy", "/format: another format than reeve-policy/1")
        ladder = [(TIERS.index(each["tier"]), int(each["from"]["minor"])) for each in document["tiers"]]
        rises = all(low[0] < high[0] and low[1] < high[1] for low, high in zip(ladder, ladder[1:]))
        if not ladder or not rises or len({each["from"]["currency"] for each in document["tiers"]}) != 1:
            raise Problem(422, "broken_policy", "/tiers: they rise, in one currency")

    def tier_of(self, subject):
        """The tier of an order by the policy in force, and why. What cannot be judged is never automatic."""
        document = self.policy["edition"]["document"]
        tier, why = "automatic", "by its amount"
        for each in document["tiers"]:
            for amount in (subject["gross"], subject.get("total_commitment", subject["gross"])):
                if amount["currency"] != each["from"]["currency"]:
                    return document.get("unknown", "sign_off"), "this gateway has no rate for its currency"
                if int(amount["minor"]) >= int(each["from"]["minor"]):
                    tier = each["tier"]
        if self.policy["cannot_judge"] and tier == "automatic":
            tier, why = document.get("unknown", "sign_off"), (
                "this gateway cannot evaluate " + ", ".join(self.policy["cannot_judge"]))
        return tier, why

    def order_by_policy(self):
        """The machine customer's next order, held or carried out as the policy says."""
        transaction_id = f"order-{len(self.orders) + 1}"
        self.request(transaction_id, "60 boxes of copy paper", 23400)
        tier, why = self.tier_of(self.orders[transaction_id]["subject"])
        told = {"transaction_id": transaction_id, "version": 1, "tier": tier, "moment": "before_execution",
                "findings": [{"code": "policy", "text": f"Policy {self.policy['edition']['document']['version']}: {why}."}]}
        if tier == "automatic":
            self.tell("assessment.made", told)
            self.step(transaction_id, "started", "executing")
            self.step(transaction_id, "completed", "completed", amount=self.orders[transaction_id]["subject"]["gross"])
            return
        then = self.policy["edition"]["document"].get("when_unanswered", {}).get(tier, {})
        until = (self.answer_by(tier) if then else None) or later(HOLD_SECONDS)
        self.orders[transaction_id]["expires"] = until
        self.silence[transaction_id] = {"tier": tier, "then": then}
        self.tell("assessment.made", {**told, "expires": until, "escalation": "requires_buyer_review",
                                      "if_nobody_acts": "The order is cancelled when the hold ends."})
        self.step(transaction_id, "held", "held", code="policy", expires=until)

    def policy_status(self):
        status = {}
        if self.policy:
            status = {"number": self.policy["edition"]["number"], "version": self.policy["edition"]["document"]["version"],
                      "digest": self.policy["digest"], "policy": self.policy["envelope"]}
            if self.policy["cannot_judge"]:
                status["cannot_judge"] = self.policy["cannot_judge"]
        if self.proposal:
            status.update(proposal=self.proposal[0], waits_for=self.proposal[1])
        if self.withdrawn:
            status["withdrawn"] = [envelope for _, envelope in self.withdrawn.values()]
        return status

    def acknowledge(self, ack):
        with self.changed:
            if ack.get("source") != self.source:
                raise Problem(409, "wrong_source", "this gateway serves another source")
            if int(ack["sequence"]) > len(self.events):
                raise Problem(409, "unknown_sequence", "no such event was sent")
            self.acknowledged = max(self.acknowledged, int(ack["sequence"]))

    def describe(self):
        info = {"name": "Example gateway", "version": "1.0", "source": self.source, "time": time_text(now()),
                "gateway_key": to_base64(public_key(self.seed)), "holds_orders": True,
                "first_sequence": "1", "last_sequence": str(len(self.events))}
        if self.administrator:
            info["administrator_key"] = self.administrator
        if self.roster:
            info["roster_version"] = self.roster["version"]
        if self.policy:
            info["policy_version"] = self.policy["edition"]["document"]["version"]
        return info


# --- HTTP ------------------------------------------------------------------------------------------------------------

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    platform = None
    token = None

    def log_message(self, *_):
        pass

    def answer(self, status, body=None, kind="application/json"):
        data = b"" if body is None else canonical(body)
        self.send_response(status)
        if body is not None:
            self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            raise Problem(413, "too_large", "the body is larger than 1 MiB")
        try:
            value = json.loads(self.rfile.read(length))
        except ValueError as error:
            raise Problem(400, "malformed", "the body is not JSON") from error
        if not isinstance(value, dict):
            raise Problem(400, "malformed", "the body is not an object")
        return value

    def handle_method(self):
        url = urllib.parse.urlsplit(self.path)
        parts = [urllib.parse.unquote(part) for part in url.path.split("/")[1:]]
        query = dict(urllib.parse.parse_qsl(url.query))
        try:
            given = self.headers.get("Authorization", "").encode()
            if not secrets.compare_digest(given, f"Bearer {self.token}".encode()):
                raise Problem(401, "unauthorised", "the bearer token is missing or wrong")
            self.route(self.command, parts, query)
        except Problem as problem:
            self.close_connection = True  # an unread body must not be taken for the next request
            self.answer(problem.status, {"type": "about:blank", "title": problem.code.replace("_", " "),
                                         "status": problem.status, "detail": problem.detail, "code": problem.code},
                        "application/problem+json")
        except (KeyError, TypeError, ValueError, AttributeError):
            self.close_connection = True
            self.answer(400, {"status": 400, "title": "malformed", "code": "malformed"}, "application/problem+json")

    do_GET = do_POST = do_PUT = do_DELETE = handle_method

    def route(self, method, parts, query):
        platform = self.platform
        match [method, *parts]:
            case ["GET", "v1", "events"]:
                self.follow(int(self.headers.get("Last-Event-ID") or query.get("after") or 0))
            case ["POST", "v1", "ack"]:
                platform.acknowledge(self.body())
                self.answer(204)
            case ["POST", "v1", "decisions"]:
                self.answer(200, {"receipt": platform.decide(self.body())})
            case ["GET", "v1", "decisions", decision_id]:
                if decision_id not in platform.decisions:
                    raise Problem(404, "not_found", "this decision was never seen")
                self.answer(200, {"receipt": platform.decisions[decision_id][1]})
            case ["POST", "v1", "claims"]:
                self.answer(200, platform.claim(self.body()))
            case ["DELETE", "v1", "claims", transaction_id]:
                platform.release(transaction_id, query["epoch"])
                self.answer(204)
            case ["GET", "v1", "transactions", transaction_id]:
                with platform.changed:
                    platform.expire()
                    status = platform.status(transaction_id)
                self.answer(200, status)
            case ["POST", "v1", "transactions", transaction_id, "plan"]:
                wanted = self.body() if int(self.headers.get("Content-Length") or 0) else {}
                with platform.changed:
                    plan = platform.make_plan(transaction_id, wanted.get("amount"))
                self.answer(200, plan)
            case ["GET", "v1", "roster"]:
                if platform.roster_envelope is None:
                    raise Problem(404, "not_found", "there is no roster yet")
                self.answer(200, platform.roster_envelope)
            case ["PUT", "v1", "roster"]:
                platform.put_roster(self.body())
                self.answer(204)
            case ["GET", "v1", "policy"]:
                with platform.changed:
                    status = platform.policy_status()
                self.answer(200, status)
            case ["PUT", "v1", "policy"]:
                in_force = platform.put_policy(self.body())
                with platform.changed:
                    status = platform.policy_status()
                self.answer(200 if in_force else 202, status)
            case ["PUT", "v1", "policy", "withdrawal"]:
                platform.withdraw_policy(self.body())
                with platform.changed:
                    status = platform.policy_status()
                self.answer(200, status)
            case ["GET", "v1", "gateway"]:
                with platform.changed:
                    info = platform.describe()
                self.answer(200, info)
            case _:
                raise Problem(404, "not_found", "there is nothing here")

    def follow(self, after):
        """The feed: everything behind `after`, then what comes, and a comment when nothing does."""
        platform = self.platform
        if after > len(platform.events):
            raise Problem(409, "unknown_sequence", "this feed has not come so far")
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                with platform.changed:
                    platform.expire()
                    if len(platform.events) <= after:
                        platform.changed.wait(HEARTBEAT_SECONDS)
                    fresh = platform.events[after:]
                for event in fresh:
                    after += 1
                    self.wfile.write(f"id: {after}\ndata: {event}\n\n".encode())
                if not fresh:
                    self.wfile.write(f": heartbeat {time_text(now())}\n\n".encode())
                self.wfile.flush()
        except OSError:
            pass  # the reader went away, and will resume


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address, context):
        super().__init__(address, Handler)
        self.context = context

    def finish_request(self, request, client_address):
        # In the thread of the connection, so that a slow handshake holds up nobody else.
        request.settimeout(60)
        try:
            with self.context.wrap_socket(request, server_side=True) as stream:
                super().finish_request(stream, client_address)
        except OSError:
            pass


def make_certificate(folder):
    certificate, key = os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key)
    with open(certificate, encoding="ascii") as file:
        return context, file.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--address", default="127.0.0.1", help="listen here (default: loopback only)")
    parser.add_argument("--port", type=int, default=0, help="0 (the default) takes a free one")
    parser.add_argument("--source", default="https://gateway.example.com/feeds/main")
    parser.add_argument("--token", default=secrets.token_urlsafe(24), help="bearer token (default: a random one)")
    parser.add_argument("--administrator", help="base64 of the key that signs rosters")
    parser.add_argument("--trust-first-roster", action="store_true", help="take the first roster's key for that key")
    parser.add_argument("--start", type=lambda text: datetime.datetime.fromisoformat(text.replace("Z", "+00:00")),
                        help="the time of day to begin with, as 2026-03-06T16:50:00Z (default: now)")
    parser.add_argument("--speed", type=float, default=1.0, help="how many times as quick its time passes")
    parser.add_argument("--end-with-stdin", action="store_true", help="end when standard input closes")
    options = parser.parse_args()

    global CLOCK
    CLOCK = Clock(options.start, options.speed)
    Handler.platform = Platform(os.urandom(32), options.source, options.administrator, options.trust_first_roster)
    Handler.token = options.token
    with tempfile.TemporaryDirectory() as folder:
        context, certificate = make_certificate(folder)
    server = Server((options.address, options.port), context)
    print(json.dumps({"port": server.server_port, "certificate": certificate, "token": options.token,
                      "source": options.source, "gateway_key": to_base64(public_key(Handler.platform.seed))}), flush=True)
    if options.end_with_stdin:
        threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
