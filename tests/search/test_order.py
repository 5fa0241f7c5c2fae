"""An index says the same in the same bytes, in whatever order Pagefind wrote it."""

import gzip
import hashlib
import itertools
import json

import pytest

from dossier.search.order import IndexFormError, settle_order

SIGN = b"pagefind_dcd"


def text(words: str) -> bytes:
    raw = words.encode()
    return (bytes([0x60 + len(raw)]) if len(raw) < 24 else bytes([0x78, len(raw)])) + raw


def array(*parts: bytes) -> bytes:
    return (bytes([0x80 + len(parts)]) if len(parts) < 24 else bytes([0x98, len(parts)])) + b"".join(parts)


def wrap(cbor: bytes) -> bytes:
    return gzip.compress(SIGN + cbor, mtime=0)


def plain(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(SIGN)


def name_of(content: bytes, length: int) -> str:
    return "en_" + hashlib.sha1(content).hexdigest()[:length]


def index(filters: list[tuple[str, list[str]]]) -> dict[str, bytes]:
    """Return an index as Pagefind might have written it, with filters and values in the order given."""
    files = {"pagefind.js": b"js", "fragment/en_1.pf_fragment": b"f"}
    listed = []
    for title, values in filters:
        pages = [
            array(text(value), array(bytes([number % 24]), b"\x18\x64", b"\x19\x01\x00"))
            for number, value in enumerate(values)
        ]
        content = wrap(array(text(title), array(*pages)))
        name = name_of(content, 7)
        files[f"filter/{name}.pf_filter"] = content
        listed.append(array(text(title), text(name)))
    pages_of_all = array(*(array(text(f"en_{number}"), b"\x0e") for number in range(30)))
    meta = wrap(array(text("1.5.2"), pages_of_all, array(), array(*listed), array(), array(text("title"))))
    name = name_of(meta, 10)
    files[f"pagefind.{name}.pf_meta"] = meta
    entry = {"version": "1.5.2", "languages": {"en": {"hash": name, "wasm": "en", "page_count": 30}}}
    files["pagefind-entry.json"] = json.dumps(entry).encode()
    return files


VALUES = ["Route & rails", "Funding", "a much longer value than fits a short head"]


def test_every_order_gives_the_same_bytes() -> None:
    results = []
    for values in itertools.permutations(range(3)):
        # Pages are numbered by the order of values in `index`, so number them alike in every order.
        ordered = [VALUES[number] for number in values]
        for filters in ([("Topic", VALUES), ("Kind", ["Page"])], [("Kind", ["Page"]), ("Topic", VALUES)]):
            files = index(filters)
            topic = next(path for path in files if plain_name(files, path) == "Topic")
            content = wrap(array(text("Topic"), array(*(value_of(files[topic], value) for value in ordered))))
            results.append(settle_order(renamed(files, topic, content)))
    assert all(one == results[0] for one in results)


def plain_name(files: dict[str, bytes], path: str) -> str:
    if not path.endswith(".pf_filter"):
        return ""
    cbor = plain(files[path])
    return cbor[2 : 2 + (cbor[1] & 31)].decode()


def value_of(content: bytes, value: str) -> bytes:
    cbor, head = plain(content), text(value)
    start = cbor.index(head) - 1
    return cbor[start : start + 1 + len(head) + 1 + 1 + 2 + 3]


def renamed(files: dict[str, bytes], path: str, content: bytes) -> dict[str, bytes]:
    old, new = path[7:-10], name_of(content, 7)
    changed = {key: value for key, value in files.items() if key != path}
    changed[f"filter/{new}.pf_filter"] = content
    meta = next(key for key in files if key.endswith(".pf_meta"))
    again = wrap(plain(changed.pop(meta)).replace(old.encode(), new.encode()))
    name = name_of(again, 10)
    changed[f"pagefind.{name}.pf_meta"] = again
    changed["pagefind-entry.json"] = files["pagefind-entry.json"].replace(meta[9:-8].encode(), name.encode())
    return changed


def test_the_index_says_what_it_said() -> None:
    files = index([("Topic", VALUES), ("Kind", ["Page", "Brief"])])
    settled = settle_order(files)
    assert len(settled) == len(files)
    assert settled["fragment/en_1.pf_fragment"] == b"f"
    entry = json.loads(settled["pagefind-entry.json"])
    meta = plain(settled[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    filters = [path for path in settled if path.endswith(".pf_filter")]
    assert len(filters) == 2
    for path in filters:
        cbor = plain(settled[path])
        before = next(
            plain(content) for other, content in files.items() if plain_name(files, other) == plain_name(settled, path)
        )
        assert sorted(cbor) == sorted(before)
        assert array(text(plain_name(settled, path)), text(path[7:-10])) in meta
    topics = next(plain(settled[path]) for path in filters if plain_name(settled, path) == "Topic")
    assert [topics.index(text(value)) for value in sorted(VALUES)] == sorted(
        topics.index(text(value)) for value in VALUES
    )


def test_an_index_without_filters_is_left_as_it_is() -> None:
    settled = settle_order(index([]))
    assert [path for path in settled if path.endswith(".pf_filter")] == []
    assert len([path for path in settled if path.endswith(".pf_meta")]) == 1


def test_large_parts_survive() -> None:
    files = index([("Topic", [f"topic {number:03}" for number in range(200)])])
    filled = settle_order(files)
    path = next(path for path in filled if path.endswith(".pf_filter"))
    assert plain(filled[path]).count(b"topic ") == 200
    big = {"x.pf_meta": b""} | index([("T", ["v"])])
    del big["x.pf_meta"]
    meta = next(path for path in big if path.endswith(".pf_meta"))
    padded = array(
        text("1.5.2"), b"\x5a" + (200_000).to_bytes(4, "big") + b"x" * 200_000, array(), array(), array(), array()
    )
    settled = settle_order({meta: wrap(padded)})
    assert plain(next(iter(settled.values()))) == padded


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(b"another sign", mtime=0),
        wrap(b""),
        wrap(text("x")),
        wrap(array(text("x"))),
        wrap(b"\x9f\xff"),
        wrap(array(text("x"), array(text("y")))),
        wrap(array(text("x"), b"\xc1\x00")),
        gzip.compress(b"x" * 100, mtime=0)[:-9],
    ],
    # The bytes themselves, which pytest would make a name of, hold the time of compression.
    ids=range(10),
)
def test_another_form_is_noticed(content: bytes) -> None:
    with pytest.raises(IndexFormError):
        settle_order({"filter/en_1234567.pf_filter": content})


def test_a_filter_that_is_not_listed_is_noticed() -> None:
    files = index([("Topic", VALUES)])
    path = next(path for path in files if path.endswith(".pf_filter"))
    files["filter/en_0000000.pf_filter"] = files.pop(path)
    with pytest.raises(IndexFormError, match="not listed"):
        settle_order(files)
