#!/usr/bin/env python3
"""Pastes real bounces in the clothes in which people paste them, and compares what is said with what is said of the mail itself.

    tests/scripts/clothes.py BINARY FOLDER... [--misses CLOTHES] [--keep DIR] [--min PERCENT]

What the clothes took away (an address, a reply that no longer stands in the text) is not asked for. A table by clothes goes to
standard output.
"""
import argparse, email, email.policy, html, json, os, re, subprocess, sys, tempfile
from pathlib import Path

FORWARDS = [
    "-----Original Message-----\nFrom: {f}\nSent: Tuesday, 1 December 2026 10:00\nTo: {t}\nSubject: {s}\n\n",
    "Begin forwarded message:\n\nFrom: {f}\nSubject: {s}\nDate: 1 December 2026 at 10:00:00 CET\nTo: {t}\n\n",
    "-------- Weitergeleitete Nachricht --------\nBetreff: {s}\nDatum: Tue, 1 Dec 2026 10:00:00 +0100\nVon: {f}\nAn: {t}\n\n",
    "---------- Message transféré ---------\nDe : {f}\nDate: mar. 1 déc. 2026 à 10:00\nObjet : {s}\nÀ : {t}\n\n",
    "-----Mensaje original-----\nDe: {f}\nEnviado el: martes, 1 de diciembre de 2026 10:00\nPara: {t}\nAsunto: {s}\n\n",
    "---------- Forwarded message ---------\nDa: {f}\nDate: mar 1 dic 2026 alle ore 10:00\nSubject: {s}\nTo: {t}\n\n",
]
HOST = re.compile(r"(?<![@\w.-])((?:[a-z0-9-]+\.){2,}[a-z]{2,})(?![\w@-])", re.I)
ADDRESS = re.compile(r"[\w.+=-]+@[\w.-]+\.[a-z]{2,}", re.I)


def text_of(message):
    """What a person sees of a bounce and copies."""
    out = []
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() and kind not in ("message/delivery-status",):
            continue
        if kind == "message/delivery-status":
            payload = part.get_payload()
            blocks = payload if isinstance(payload, list) else [payload]
            for block in blocks:
                if isinstance(block, str):
                    out.append(block)
                else:
                    out.append("\n".join(f"{k}: {v}" for k, v in block.items()))
        elif kind in ("text/plain", "text/rfc822-headers"):
            raw = part.get_payload(decode=True) or b""
            charset = part.get_content_charset() or "utf-8"
            try:
                out.append(raw.decode(charset, "replace"))
            except LookupError:
                out.append(raw.decode("latin-1"))
        elif kind == "text/html" and not out:
            raw = part.get_payload(decode=True) or b""
            try:
                text = raw.decode(part.get_content_charset() or "utf-8", "replace")
            except LookupError:
                text = raw.decode("latin-1")
            text = re.sub(r"(?is)<(script|style|head).*?</\1>", "", text)
            text = re.sub(r"(?i)<(br|/p|/div|/tr|/li|/h\d)[^>]*>", "\n", text)
            out.append(html.unescape(re.sub(r"<[^>]+>", "", text)))
    return "\n\n".join(t.replace("\r\n", "\n").replace("\r", "\n").strip("\n") for t in out)


def header(message, name):
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:
        return ""


def linked(text, n):
    forms = [lambda m: f"{m}<mailto:{m}>", lambda m: f"{m} <mailto:{m}>", lambda m: f"[{m}](mailto:{m})"]
    hosts = [lambda m: f"[{m}](http://{m})", lambda m: f"{m} <http://{m}>", lambda m: f"{m}<http://{m}/>"]
    text = ADDRESS.sub(lambda m: forms[n % 3](m[0]), text)
    return HOST.sub(lambda m: hosts[n % 3](m[0]) if "mailto" not in text[max(0, m.start() - 8) : m.start()] else m[0], text)


def mojibake(text, n):
    if text.isascii():
        return None
    wrong = ["cp1252", "latin-1", "koi8-r", "gbk"][n % 4]
    return text.encode("utf-8").decode(wrong, "replace")


def clothes(text, message, n):
    f, t, s = header(message, "From"), header(message, "To"), header(message, "Subject")
    lines = text.split("\n")
    third = max(1, len(lines) // 3)
    yield "no headers", text.encode()
    yield "blank lines", "\n\n".join(l for l in lines).encode()
    yield "quoted", "\n".join("> " + l for l in lines).encode()
    yield "links", linked(text, n).encode()
    yield "one line", " ".join(text.split()).encode()
    yield "forwarded", (FORWARDS[n % len(FORWARDS)].format(f=f, t=t, s=s) + text).encode()
    yield "UTF-16", text.encode("utf-16")
    yield "copied HTML", "\n".join("\u00a0\t" + l.replace("  ", " \u00a0") + "  " for l in lines if l.strip()).encode()
    yield "first third missing", "\n".join(lines[third:]).encode()
    yield "last third missing", "\n".join(lines[:-third]).encode()
    m = mojibake(text, n)
    if m is not None:
        yield "mojibake", m.encode("utf-8", "surrogatepass")
    yield r"literal \n", text.replace("\n", "\\n").encode()


def diagnose(binary, folder):
    files = sorted(str(p) for p in Path(folder).rglob("*") if p.is_file())
    with tempfile.NamedTemporaryFile("w", suffix=".list", delete=False) as names:
        names.write("\n".join(files))
    out = subprocess.run([binary, "scan", "--json", "--files-from", names.name], capture_output=True)
    os.unlink(names.name)
    found = {}
    for line in out.stdout.splitlines():
        one = json.loads(line)
        # A paste of several reports gives several lines.
        found.setdefault(one["source"].split("#")[0], []).append(one)
    return found


def main():
    args = argparse.ArgumentParser()
    args.add_argument("binary")
    args.add_argument("folders", nargs="+")
    args.add_argument("--misses")
    args.add_argument("--keep")
    args.add_argument("--min", type=float)
    args = args.parse_args()
    work = Path(args.keep or tempfile.mkdtemp())
    plain = {}
    texts = {}
    n = 0
    for folder in args.folders:
        found = diagnose(args.binary, folder)
        for path, ones in found.items():
            if not path.endswith(".eml") or len(ones) != 1 or ones[0]["kind"] not in ("failed", "delayed"):
                continue
            message = email.message_from_bytes(Path(path).read_bytes(), policy=email.policy.compat32)
            text = text_of(message)
            if not text.strip():
                continue
            name = f"{n:05}"
            plain[name] = (path, ones[0])
            for kind, dressed in clothes(text, message, n):
                place = work / kind.replace("\\", "") / f"{name}.txt"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(dressed)
                texts[kind, name] = dressed.decode("utf-16" if kind == "UTF-16" else "utf-8", "replace")
            n += 1
    kinds = dict.fromkeys(kind for kind, _ in texts)
    table = []
    for kind in kinds:
        found = diagnose(args.binary, work / kind.replace("\\", ""))
        counts = dict.fromkeys(("kind", "address", "status", "reply_code", "cause", "owner"), (0, 0))

        def count(what, good, name, want, got):
            right, all_ = counts[what]
            counts[what] = (right + good, all_ + 1)
            if not good and args.misses == kind:
                print(f"{name} {plain[name][0]}: {what}: want {want}, got {got}")

        for (k, name), text in texts.items():
            if k != kind:
                continue
            one = plain[name][1]
            got = found.get(str(work / kind.replace("\\", "") / f"{name}.txt"), [])
            whole = " ".join(text.split()).lower()
            wants = [r for r in one["recipients"] if r["cause"]]
            said = [r["smtp_response"] for r in wants if r["smtp_response"]]
            words = lambda s: re.sub(r"\W+", "", s.lower())
            pressed = words(text)
            # Where no answer is left to read, nothing is asked for.
            if not wants or said and not any(words(s)[:60] in pressed for s in said):
                continue
            recipients = [r for g in got for r in g["recipients"]]
            count("kind", any(g["kind"] == one["kind"] for g in got), name, one["kind"], [g["kind"] for g in got])
            for want in wants:
                if want["smtp_response"] and words(want["smtp_response"])[:60] not in pressed:
                    continue
                address = want["address"]
                here = address and address.lower() in whole
                if here:
                    count("address", any((r["address"] or "").lower() == address.lower() for r in recipients), name, address, [r["address"] for r in recipients])
                same = [r for r in recipients if address and (r["address"] or "").lower() == address.lower()] or recipients
                for field in ("status", "reply_code", "cause", "owner"):
                    value = want[field]
                    if value is None or field in ("status", "reply_code") and str(value) not in whole:
                        continue
                    count(field, any(r[field] == value for r in same), name, value, [r[field] for r in same])
        table.append((kind, counts))
    fields = list(table[0][1])
    print(f"{'clothes':<22}" + "".join(f"{f:>12}" for f in fields) + f"{'n':>8}")
    worst = 100.0
    for kind, counts in table:
        shares = [100 * r / a if a else 100.0 for r, a in counts.values()]
        worst = min(worst, *shares)
        print(f"{kind:<22}" + "".join(f"{s:>12.1f}" for s in shares) + f"{counts['kind'][1]:>8}")
    if args.min and worst < args.min:
        sys.exit(f"below the minimum of {args.min}: {worst:.1f}")


if __name__ == "__main__":
    main()
