#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fills in the digests and signatures of the examples, so that they are true: run it after editing one.

    python3 sign_examples.py            # rewrites what is not up to date
    python3 sign_examples.py --check    # only says what that would be; ends with 1 when there is something

Everybody signs with the same key here: test vector 1 of RFC 8032, section 7.1, whose private half is printed in the
RFC; only the second person of a policy has another one, test vector 2. They are throw-aways that everyone knows: never
accept them in a roster or as a gateway's key.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True

from gateway import canonical, digest_of, public_key, sign, signed_envelope, to_base64  # noqa: E402

EXAMPLES = pathlib.Path(__file__).parent / "examples"
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
KEY = to_base64(public_key(SEED))
SECOND = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")


def load(name):
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


def event(kind):
    return load(f"dev.reeve.{kind}.v1.json")


def versions():
    """The events that carry a subject, with its digest."""
    for kind in ("transaction.requested", "transaction.amended"):
        told = event(kind)
        data = told["data"]
        data["subject_digest"] = digest_of(canonical({"source": told["source"], **{
            name: data[name] for name in ("transaction_id", "version", "subject")}}))
        yield kind, told


def planned():
    """The plan, with its digest: over everything but the digest itself and the steps' states and results."""
    told = event("plan.made")
    data = told["data"]
    steps = [{name: step[name] for name in step if name not in ("state", "result")} for step in data["steps"]]
    data["digest"] = digest_of(b"reeve-plan/v1\n" + canonical({
        **{name: data[name] for name in data if name not in ("digest", "steps")}, "steps": steps}))
    return told


def confirmed(amended):
    told = event("confirmation.given")
    data = told["data"]
    data["subject_digest"] = amended["data"]["subject_digest"]
    document = {name: data[name] for name in data if name not in ("key", "signature")}
    document["source"] = told["source"]
    data["key"], data["signature"] = KEY, to_base64(sign(SEED, b"reeve-confirmation/v1\n" + canonical(document)))
    return told


def published():
    """The policy as two people signed it, the event that tells it, and the next one, which was taken back."""
    edition = load("unsigned/policy.json")
    edition["document_digest"] = digest_of(canonical(edition["document"]))
    data = b"reeve-policy/v1\n" + canonical(edition)
    envelope = {"signatures": [{"key": to_base64(public_key(seed)), "signature": to_base64(sign(seed, data))}
                               for seed in (SEED, SECOND)], "signed": to_base64(data)}
    told = event("policy.published")
    told["data"] = {"version": edition["document"]["version"], "digest": digest_of(data),
                    "published_by": edition["proposed_by"], "policy": envelope}
    withdrawal = load("unsigned/policy_withdrawal.json")
    proposal = {**edition, "number": str(int(edition["number"]) + 1), "previous": digest_of(data)}
    proposed = b"reeve-policy/v1\n" + canonical(proposal)
    withdrawal.update(edition=digest_of(proposed), number=proposal["number"])
    taken_back = {"policy": {"signatures": [{"key": KEY, "signature": to_base64(sign(SEED, proposed))}],
                             "signed": to_base64(proposed)},
                  "withdrawal": signed_envelope(SEED, b"reeve-policy-withdrawal/v1\n", withdrawal)}
    status = {"cannot_judge": ["rules"], "digest": digest_of(data), "number": edition["number"], "policy": envelope,
              "version": edition["document"]["version"], "withdrawn": [taken_back["withdrawal"]]}
    return edition, envelope, told, status, withdrawal, taken_back


def true_examples():
    """Every file that holds a digest or a signature, as it should be."""
    files = {f"dev.reeve.{kind}.v1.json": told for kind, told in versions()}
    amended = files["dev.reeve.transaction.amended.v1.json"]
    files["dev.reeve.confirmation.given.v1.json"] = confirmed(amended)
    plan = planned()
    files["dev.reeve.plan.made.v1.json"] = plan
    files["api/plan.json"] = plan["data"]

    decision, receipt, roster = (load(f"unsigned/{name}.json") for name in ("decision", "receipt", "roster"))
    decision["subject_digest"] = amended["data"]["subject_digest"]
    receipt["decision_digest"] = digest_of(b"reeve-decision/v1\n" + canonical(decision))
    for member in roster["members"]:
        member["key"] = KEY
    signed = {"decision.taken": signed_envelope(SEED, b"reeve-decision/v1\n", decision),
              "receipt.issued": signed_envelope(SEED, b"reeve-receipt/v1\n", receipt),
              "roster.published": signed_envelope(SEED, b"reeve-roster/v1\n", roster)}
    for name, document in (("decision", decision), ("receipt", receipt), ("roster", roster)):
        files[f"unsigned/{name}.json"] = document
    for kind, envelope in signed.items():
        files[f"dev.reeve.{kind}.v1.json"] = {**event(kind), "data": envelope}
    files["api/decision.json"], files["api/roster.json"] = signed["decision.taken"], signed["roster.published"]
    files["api/receipt_answer.json"] = {"receipt": signed["receipt.issued"]}

    edition, policy, told, standing, withdrawal, taken_back = published()
    files.update({"unsigned/policy_withdrawal.json": withdrawal, "api/policy_withdrawal.json": taken_back,
                  "unsigned/policy.json": edition, "api/policy.json": policy, "api/policy_status.json": standing,
                  "dev.reeve.policy.published.v1.json": told})

    status = load("api/transaction_status.json")
    status.update({name: amended["data"][name] for name in ("subject", "subject_digest")}, plan=plan["data"])
    files["api/transaction_status.json"] = status
    for name in ("gateway_info", "announcement"):
        files[f"api/{name}.json"] = {**load(f"api/{name}.json"), "gateway_key": KEY}
    files["api/gateway_info.json"]["administrator_key"] = KEY
    return files


def main():
    stale = []
    for name, document in true_examples().items():
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        path = EXAMPLES / name
        if path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(("not up to date: " if "--check" in sys.argv else "wrote ") + name)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
