#!/usr/bin/env python3
"""Writes src/names/suffixes.txt, the table of domains below which others register theirs.

    python3 tests/scripts/suffixes.py public_suffix_list.dat > src/names/suffixes.txt

The list is that of https://publicsuffix.org/list/; the Python package publicsuffixlist carries a copy of the day:

    pip download --no-deps publicsuffixlist && unzip -p publicsuffixlist-*.whl '*/public_suffix_list.dat' > public_suffix_list.dat

Taken is the part "ICANN DOMAINS": what registries say of themselves. The other part holds companies that give names to
their customers; for mail such a company is one organisation. Left out are the top level domains alone, since every
last label is one. International names stand in the table as they are written and as they go over the wire (`xn--`).
"""

import collections
import re
import sys

HEAD = """\
# The registries of the Public Suffix List (https://publicsuffix.org/list/), part ICANN DOMAINS, version {version}.
# Written by tests/scripts/suffixes.py: do not edit. A line is a domain and the labels below it that are registries;
# "*": all of them are, "!x": but this one.
# This file is a form of that list and, like it, subject to the terms of the Mozilla Public License, v. 2.0. If a copy of
# the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
"""


def on_the_wire(rule):
    """The rule with its international labels as `xn--…`."""
    labels = rule.split(".")
    return ".".join(l if l.isascii() else "xn--" + l.encode("punycode").decode("ascii") for l in labels)


def main(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    version = re.search(r"VERSION: (\S+)", text).group(1)
    part = re.search(r"===BEGIN ICANN DOMAINS===\n(.*?)// ===END ICANN DOMAINS===", text, re.S).group(1)
    rules = {line.split()[0] for line in part.splitlines() if line.strip() and not line.startswith("//")}
    rules |= {on_the_wire(rule) for rule in rules}
    below = collections.defaultdict(set)
    for rule in rules:
        exception, rule = rule.startswith("!"), rule.removeprefix("!")
        label, _, domain = rule.partition(".")
        if domain:
            below[domain].add("!" * exception + label)
    # The search goes label by label and ends at the first domain that has no line.
    for domain in list(below):
        while (domain := domain.partition(".")[2]):
            below[domain]
    out = HEAD.format(version=version)
    for domain in sorted(below, key=lambda d: d.encode()):
        labels = below[domain]
        if "*" in labels:
            labels = {"*"} | {l for l in labels if l.startswith("!")}
            ordered = sorted(labels, key=lambda l: (l != "*", l))
        else:
            ordered = sorted(labels, key=lambda l: l.encode())
        assert all(l.startswith("!") == ("*" in labels) for l in labels - {"*"}), domain
        out += " ".join([domain, *ordered]) + "\n"
    sys.stdout.buffer.write(out.encode())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
