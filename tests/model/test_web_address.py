"""Addresses: what a page can link to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.web_address import address_fault


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/1",
        "http://courier.example:8080/a?b[]=c&d=e#f",
        "https://courier.example/wiki/Skipper's_Rest",
        "https://courier.example/@quay/(5)",
        "https://порт.example/новини",
        "https://courier.example./",
        "https://192.0.2.7/",
        "https://192.0.2.7.:80/",
        "https://4.example/",
        "https://[2001:db8::7]:81/",
        "https://_dmarc.courier.example/",
    ],
)
def test_what_leads_somewhere_passes(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("courier.example", "scheme"),
        ("ftp://courier.example/", "scheme"),
        ("HTTPS://courier.example/", "scheme"),
        ("https://courier.example/a b", "character"),
        ('https://courier.example/"', "character"),
        ("https://courier.example/\u2028", "character"),
        ("https://?x", "host"),
        ("http:///x", "host"),
        ("https://#x", "host"),
        ("https://./", "host"),
        ("https://a..example/", "host"),
        ("https://-a.example/", "host"),
        ("https://[::1/", "host"),
        ("https://:80/", "host"),
        ("https://999.1.1.1/", "host"),
        ("https://192.0.2/", "host"),
        ("https://0x7f000001/", "host"),
        (f"https://{'ü' * 60}.example/", "host"),
        ("https://user:secret@courier.example/a", "user"),
        ("https://user@courier.example/a", "user"),
        ("https://courier.example:port/", "port"),
        ("https://courier.example:70000/", "port"),
    ],
)
def test_what_leads_nowhere_is_known_by_its_fault(address: str, fault: str) -> None:
    assert address_fault(address) == fault


@given(st.text(max_size=40))
def test_no_address_is_too_odd_to_be_judged(text: str) -> None:
    address_fault(f"https://{text}")
