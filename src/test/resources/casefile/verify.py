#!/usr/bin/env python3
"""A second verifier of case files, written from the README alone: python3 verify.py CASEFILE [KEY.pem...]

Needs nothing but Python 3. Prints what is wrong and ends with 1; ends with 0 if the file is good, and tells then of purged payloads.
"""
import base64, hashlib, json, re, sys, zipfile

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recovered(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        raise ValueError("not on the curve")
    return P - x if x & 1 != sign else x


def decoded(point):
    number = int.from_bytes(point, "little")
    y = number & (2**255 - 1)
    x = recovered(y, number >> 255)
    return x, y, 1, x * y % P


def added(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor, point):
    result = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = added(result, point)
        point = added(point, point)
        factor >>= 1
    return result


def equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = decoded(BASE_Y.to_bytes(32, "little"))


def signed_by(key, text, signature):
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    try:
        point, public = decoded(signature[:32]), decoded(key)
    except ValueError:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    return equal(times(s, BASE), added(point, times(k, public)))


def keys_of(pem):
    bodies = re.findall(r"-----BEGIN PUBLIC KEY-----(.*?)-----END", pem, re.S)
    encoded = [base64.b64decode(body) for body in bodies]
    return {hashlib.sha256(key).hexdigest()[:16]: key[-32:] for key in encoded}


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest_of(fields):
    digest = hashlib.sha256()
    for field in fields:
        text = field.encode()
        digest.update(len(text).to_bytes(4, "big") + text)
    return digest.hexdigest()


def is_good(event):
    """The hash of the first form is over the payload; of the second, over the payload's salted digest."""
    head = [event["case"], str(event["sequence"]), event["at"], event["actor"], event["type"]]
    if "payloadDigest" not in event:
        if "payload" not in event:
            return True  # Only its purge vouches for it.
        content = ["mailbox-remediation/case-event/1", *head, canonical(event["payload"])]
        return event["hash"] == digest_of(content + [event["previous"]])
    if ("payload" in event) != ("salt" in event):
        return False
    if "payload" in event:
        payload = ["mailbox-remediation/case-event-payload/1", event["salt"], canonical(event["payload"])]
        if event["payloadDigest"] != digest_of(payload):
            return False
    content = ["mailbox-remediation/case-event/2", *head, event["authenticated"], event["payloadDigest"]]
    return event["hash"] == digest_of(content + [event["previous"]])


def numbers_of(ranges):
    for text in ranges:
        first, _, last = text.partition("-")
        yield from range(int(first), int(last or first) + 1)


def purge_flaws(events, keys, told):
    """Each payload that is gone must be named by a purge that is signed and that two people decided."""
    covered = set()
    for event in events:
        if event["type"] != "PersonalDataPurged":
            continue
        says = dict(event["payload"])
        signature = base64.b64decode(says.pop("signature"))
        text = canonical({**says, "case": event["case"], "confirmedBy": event["actor"]})
        numbers = list(numbers_of(says["sequences"]))
        if max(numbers) >= event["sequence"] or numbers != sorted(set(numbers)):
            yield f"event {event['sequence']}: purge of later events"
            continue
        left = [events[number - 1] for number in numbers]
        covered |= set(numbers)
        asked = any(e["type"] == "PurgeRequested" and e["actor"] == says["requestedBy"]
                    for e in events[:event["sequence"] - 1])
        if says["key"] not in keys or not signed_by(keys[says["key"]], text.encode(), signature):
            yield f"event {event['sequence']}: purge not signed"
        elif says["requestedBy"] == event["actor"] or not asked:
            yield f"event {event['sequence']}: purge by one person"
        elif any("payload" in e for e in left):
            yield f"event {event['sequence']}: purge incomplete"
        elif hashlib.sha256("".join(canonical(e) + "\n" for e in left).encode()).hexdigest() != says["digest"]:
            yield f"event {event['sequence']}: purge of something else"
        told.append(f"{len(numbers)} payloads purged on {event['at']} by {says['requestedBy']} and {event['actor']}")
    for event in events:
        if "payload" not in event and event["sequence"] not in covered:
            yield f"event {event['sequence']}: payload gone"


def flaws(path, trusted, told):
    archive = zipfile.ZipFile(path)
    names = archive.namelist()
    pem = "".join(open(name).read() for name in trusted) or archive.read("public-key.pem").decode()
    keys = keys_of(pem)
    text = archive.read("manifest.json")
    manifest = json.loads(text)
    key = keys.get(manifest["key"])
    if key is None or not signed_by(key, text, base64.b64decode(archive.read("manifest.sig"))):
        yield "manifest.sig"
    listed = {"manifest.json", "manifest.sig"} | {member["name"] for member in manifest["members"]}
    for member in manifest["members"]:
        if member["name"] not in names or hashlib.sha256(archive.read(member["name"])).hexdigest() != member["sha256"]:
            yield member["name"]
    yield from (name for name in names if name not in listed or names.count(name) > 1)

    events = [json.loads(line) for line in archive.read("events.jsonl").decode().splitlines()]
    previous = "0" * 64
    for position, event in enumerate(events, 1):
        good = (event["sequence"] == position and event["previous"] == previous
                and event["case"] == manifest["case"] and is_good(event))
        if not good:
            yield f"event {position}"
            break
        previous = event["hash"]
    else:
        yield from purge_flaws(events, keys, told)
    if len(events) != manifest["events"]:
        yield "events.jsonl: cut"
    for line in archive.read("checkpoints.jsonl").decode().splitlines():
        checkpoint = json.loads(line)
        signature = base64.b64decode(checkpoint.pop("signature"))
        end = checkpoint["sequence"]
        key = keys.get(checkpoint["key"])
        if key is None or not signed_by(key, canonical(checkpoint).encode(), signature):
            yield f"checkpoint {end}: signature"
        elif end > len(events) or events[end - 1]["hash"] != checkpoint["hash"]:
            yield f"checkpoint {end}: chain"
    named = {"evidence/" + e["payload"]["evidenceId"] for e in events
             if e["type"] == "EvidenceAdded" and "payload" in e}
    there = {name for name in names if name.startswith("evidence/")}
    yield from sorted(named ^ there)


told = []
found = list(flaws(sys.argv[1], sys.argv[2:], told))
print("\n".join(found or told))
sys.exit(1 if found else 0)
