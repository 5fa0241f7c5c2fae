"""Pages fetched as a guest behaves: asked for by name, one at a time, within limits, and only where it is allowed."""

import gzip
import time
from collections.abc import Iterator

import pytest

from dossier.disk.fetch import Fetched, Fetcher, FetchError, Limits
from tests.publisher import Publisher, breaks_off, dawdles, leads_to, never_ends, publisher, shows, status

PAGE = "<html><p>The ferry stays.</p></html>"


@pytest.fixture
def site() -> Iterator[Publisher]:
    with publisher() as made:
        made.pages["/ferry"] = shows(PAGE)
        yield made


def fetcher(seconds: float = 5, size: int = 1 << 20, pause: float = 0, *, loopback: bool = True) -> Fetcher:
    return Fetcher("dossier-test", Limits(seconds=seconds, size=size, pause=pause), loopback=loopback)


def test_a_page_is_fetched_by_name_after_robots_were_asked(site: Publisher) -> None:
    asked = fetcher()
    assert asked.fetch(site.url("/ferry#stays")) == Fetched(200, site.url("/ferry"), PAGE.encode(), "utf-8")
    assert site.asked == [("/robots.txt", "dossier-test"), ("/ferry", "dossier-test")]
    asked.fetch(site.url("/ferry"))
    assert len(site.asked) == 3


def test_what_robots_may_not_see_is_not_asked_for(site: Publisher) -> None:
    site.pages["/robots.txt"] = shows("User-agent: *\nDisallow: /ferry\n", "text/plain")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher().fetch(site.url("/ferry"))
    assert [path for path, _ in site.asked] == ["/robots.txt"]
    site.pages["/robots.txt"] = status(500)
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read"):
        fetcher().fetch(site.url("/ferry"))


def test_a_page_that_moved_says_where_to(site: Publisher) -> None:
    site.pages |= {
        "/old": leads_to("/ferry"),
        "/older": leads_to(site.url("/old"), 308),
        "/now": leads_to("/ferry", 302),
    }
    assert fetcher().fetch(site.url("/older")).moved_to == site.url("/ferry")
    through = fetcher().fetch(site.url("/now"))
    assert (through.address, through.moved_to) == (site.url("/ferry"), "")


def test_who_leads_nowhere_is_left(site: Publisher) -> None:
    site.pages["/round"] = leads_to("/round", 302)
    with pytest.raises(FetchError, match="leads on more than"):
        fetcher().fetch(site.url("/round"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://127.0.0.1/x", "no http or https"),
        ("file:///etc/hosts", "no http or https"),
        ("http://user:word@127.0.0.1/", "password"),
        ("http://127.0.0.1:99999/", "no host"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        fetcher().fetch(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.8", "192.168.1.1", "169.254.169.254", "[::1]", "0.0.0.0"]
)
def test_nothing_is_fetched_from_a_private_network(host: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        fetcher(loopback=False).fetch(f"http://{host}/")


def test_nobody_is_led_into_a_private_network(site: Publisher) -> None:
    site.pages["/trap"] = leads_to("http://192.168.1.1/router")
    with pytest.raises(FetchError, match="private network"):
        fetcher().fetch(site.url("/trap"))


def test_a_page_that_does_not_come_in_time_is_left(site: Publisher) -> None:
    site.pages["/slow"] = dawdles(5)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"did not come within 0\.4 seconds"):
        fetcher(seconds=0.4).fetch(site.url("/slow"))
    assert time.monotonic() - began < 3


def test_a_page_without_an_end_is_left(site: Publisher) -> None:
    site.pages["/endless"] = never_ends(site)
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetcher().fetch(site.url("/endless"))


def test_a_page_that_breaks_off_is_no_page(site: Publisher) -> None:
    site.pages["/broken"] = breaks_off
    with pytest.raises(FetchError, match="broke off"):
        fetcher().fetch(site.url("/broken"))


def test_a_page_that_is_packed_is_unpacked_within_the_limit(site: Publisher) -> None:
    site.pages["/packed"] = shows(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert fetcher().fetch(site.url("/packed")).content == PAGE.encode()
    site.pages["/bomb"] = shows(gzip.compress(b" " * (4 << 20)), Content_Encoding="gzip")
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetcher().fetch(site.url("/bomb"))


def test_an_address_with_letters_of_any_script_is_asked_for(site: Publisher) -> None:
    site.pages["/%D0%BF%D0%BE%D1%80%D0%BE%D0%BC?q=%C3%BC&a=1%202"] = shows(PAGE)
    assert fetcher().fetch(site.url("/пором?q=ü&a=1%202")).status == 200


def test_between_two_pages_there_is_a_pause(site: Publisher) -> None:
    asked = fetcher(pause=0.2)
    began = time.monotonic()
    asked.fetch(site.url("/ferry"))
    asked.fetch(site.url("/ferry"))
    assert time.monotonic() - began >= 0.4


def test_who_is_not_there_is_told_of(site: Publisher) -> None:
    address = site.address.rpartition(":")[0]
    with pytest.raises(FetchError, match="cannot be reached"):
        fetcher().fetch(f"{address}:1/")
