#!/usr/bin/env python3
"""A second verifier of case files, written from the README alone: python3 verify.py CASEFILE [KEY.pem]

Needs nothing but Python 3. Prints what is wrong and ends with 1; prints nothing and ends with 0 if the file is good.
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


def key_of(pem):
    body = re.search(r"-----BEGIN PUBLIC KEY-----(.*?)-----END", pem, re.S).group(1)
    return base64.b64decode(body)[-32:]


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def event_hash(event):
    fields = [
        "mailbox-remediation/case-event/1", event["case"], str(event["sequence"]), event["at"], event["actor"],
        event["type"], canonical(event["payload"]), event["previous"],
    ]
    digest = hashlib.sha256()
    for field in fields:
        text = field.encode()
        digest.update(len(text).to_bytes(4, "big") + text)
    return digest.hexdigest()


def flaws(path, trusted):
    archive = zipfile.ZipFile(path)
    names = archive.namelist()
    key = key_of(open(trusted).read() if trusted else archive.read("public-key.pem").decode())
    text = archive.read("manifest.json")
    if not signed_by(key, text, base64.b64decode(archive.read("manifest.sig"))):
        yield "manifest.sig"
    manifest = json.loads(text)
    listed = {"manifest.json", "manifest.sig"} | {member["name"] for member in manifest["members"]}
    for member in manifest["members"]:
        if member["name"] not in names or hashlib.sha256(archive.read(member["name"])).hexdigest() != member["sha256"]:
            yield member["name"]
    yield from (name for name in names if name not in listed or names.count(name) > 1)

    events = [json.loads(line) for line in archive.read("events.jsonl").decode().splitlines()]
    previous = "0" * 64
    for position, event in enumerate(events, 1):
        good = (event["sequence"] == position and event["previous"] == previous
                and event["case"] == manifest["case"] and event["hash"] == event_hash(event))
        if not good:
            yield f"event {position}"
            break
        previous = event["hash"]
    if len(events) != manifest["events"]:
        yield "events.jsonl: cut"
    for line in archive.read("checkpoints.jsonl").decode().splitlines():
        checkpoint = json.loads(line)
        signature = base64.b64decode(checkpoint.pop("signature"))
        end = checkpoint["sequence"]
        if not signed_by(key, canonical(checkpoint).encode(), signature):
            yield f"checkpoint {end}: signature"
        elif end > len(events) or events[end - 1]["hash"] != checkpoint["hash"]:
            yield f"checkpoint {end}: chain"
    named = {"evidence/" + e["payload"]["evidenceId"] for e in events if e["type"] == "EvidenceAdded"}
    there = {name for name in names if name.startswith("evidence/")}
    yield from sorted(named ^ there)


found = list(flaws(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
print("\n".join(found))
sys.exit(1 if found else 0)
