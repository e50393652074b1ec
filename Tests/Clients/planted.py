"""Makes up personal values for the search in what the collector wrote.

    planted.py --seed 7           200 values, one a line: 40 each of e-mail addresses, IP addresses, tokens,
                                  card numbers and user names
    planted.py --seed 7 --forms   the same, each line going on, after tabs, with the other forms in which
                                  the value must not be found either: escaped, encoded, or plainly hashed

Every value is invented and lies in a range reserved for examples and tests. All are long or odd enough that none
occurs by accident, and one seed gives the same values for ever.
"""

import argparse
import base64
import hashlib
import ipaddress
import json
import random
import string
from urllib.parse import quote

EACH = 40
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def name(rng, syllables):
    return "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(syllables))


def email(rng, index):
    local = [name(rng, 3), name(rng, 4)]
    tag = f"+{name(rng, 2)}" if index % 5 == 4 else ""
    host = ["example.com", "example.org", "example.net", "mail.example.com", "example.edu"][index % 5]
    address = f"{rng.choice('._-').join(local)}{tag}@{host}"
    return address.title().replace("Example", "example") if index % 8 == 7 else address


def address(rng, index):
    if index % 2 == 0:
        network = ipaddress.ip_network(["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"][index // 2 % 3])
        return str(network[rng.randrange(10, 250)])
    low = rng.getrandbits(96) & ~(0xFFFF << 48) if index % 4 == 3 else rng.getrandbits(96)
    return str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("2001:db8::")) | low))


def token(rng, index):
    """Tokens in the shapes that services give them. The prefixes are joined here so that no scanner of
    source code takes this file for a leak."""
    letters = string.ascii_letters + string.digits

    def text(length, alphabet=letters):
        return "".join(rng.choice(alphabet) for _ in range(length))

    def part(value):
        return base64.urlsafe_b64encode(value).decode().rstrip("=")

    shapes = [
        lambda: "gh" + "p_" + text(36),
        lambda: "sk_" + "live_" + text(24),
        lambda: "AK" + "IA" + text(16, string.ascii_uppercase + "234567"),
        lambda: "xo" + "xb-" + text(12, string.digits) + "-" + text(12, string.digits) + "-" + text(24),
        lambda: "gl" + "pat-" + text(20),
        lambda: "AI" + "za" + text(35, letters + "-_"),
        lambda: text(43, letters + "-_"),
        lambda: ".".join(
            [
                part(b'{"alg":"HS256","typ":"JWT"}'),
                part(json.dumps({"sub": name(rng, 5), "iat": rng.randrange(1_500_000_000, 1_700_000_000)}).encode()),
                part(rng.randbytes(32)),
            ]
        ),
    ]
    return shapes[index % len(shapes)]()


def card(rng, index):
    """A number that passes the card checksum, under a prefix that card networks and payment services keep for tests."""
    prefix, length = [
        ("411111", 16), ("424242", 16), ("400000", 16), ("555555", 16),
        ("510510", 16), ("222300", 16), ("378282", 15), ("601111", 16),
    ][index % 8]  # fmt: skip
    digits = prefix + "".join(rng.choice(string.digits) for _ in range(length - 1 - len(prefix)))
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    digits += str(-total % 10)
    separator = ["", "", " ", "-"][index // 8 % 4]
    groups = [4, 6, 5] if length == 15 else [4, 4, 4, 4]
    parts, start = [], 0
    for size in groups:
        parts.append(digits[start : start + size])
        start += size
    return separator.join(parts)


def values(seed):
    """The planted values, kind after kind, no two alike."""
    rng = random.Random(f"planted {seed}")
    result = []
    for make in [email, address, token, card, lambda rng, _: name(rng, 5)]:
        kind = []
        while len(kind) < EACH:
            value = make(rng, len(kind))
            if value not in kind:
                kind.append(value)
        result += kind
    return result


def forms(value):
    """The other shapes of a value that would give it away: spelled in another alphabet, or hashed without a key."""
    raw = value.encode()
    found = [quote(value, safe=""), value.lower(), value.upper(), base64.b64encode(raw).decode().rstrip("="), raw.hex()]
    found += [hashlib.new(algorithm, raw).hexdigest() for algorithm in ("md5", "sha1", "sha256")]
    digits = value.replace(" ", "").replace("-", "")
    if digits.isdigit():
        found.append(digits)
    if "@" in value:
        found.append(value.partition("@")[0])
    return [form for form in dict.fromkeys(found) if form != value]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forms", action="store_true")
    options = parser.parse_args()
    for value in values(options.seed):
        print("\t".join([value, *forms(value)]) if options.forms else value)


if __name__ == "__main__":
    main()
