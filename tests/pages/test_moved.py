"""Old addresses say where a thing is now and lead there; nothing lists them."""

from dossier.linked import address
from tests import moves, seam
from tests.world import Site


def _site() -> Site:
    return moves.world().site()


def test_a_merged_topic_leads_to_the_other_one() -> None:
    page = _site().page("topics/noise/")
    assert page.title == "Noise at night"
    assert "What was here is now part of Night trams." in page.text
    assert page.address("Night trams") == "/topics/trams/"


def test_a_merged_origin_leads_to_the_other_one() -> None:
    page = _site().page("origins/wire/")
    assert "What was here is now part of Agency report." in page.text
    assert page.address("Agency report") == "/origins/agency/"


def test_the_page_names_the_other_one_as_the_address_of_its_content() -> None:
    planned = seam.plan(_site().library)["topics/noise/"]
    assert (planned.page.canonical, planned.page.searched) == ("topics/trams/", False)
    assert "noindex" in seam.renderer(_site().library)(planned).head


def test_no_list_and_no_map_has_an_old_address() -> None:
    site = _site()
    assert "Noise at night" not in site.page("topics/").text
    assert "noise" not in site.sitemap()
    assert "noise" not in seam.feed_files(site.library)[address.OPML].decode()


def test_a_claim_that_moved_keeps_its_place_on_the_old_page() -> None:
    page = _site().page("briefs/spring/")
    (line,) = page.all(".//*[@id='a']")
    assert "was moved from here" in line.text_content()
    assert "The claim The trams run at night was moved from here to A summer of trams." in page.text
    assert page.address("The trams run at night") == "/briefs/summer/#a"
    assert "1 claim" in page.text


def test_a_brief_from_which_all_claims_moved_has_its_page_and_is_not_listed() -> None:
    site = _site()
    assert site.page("briefs/winter/").address("The trams run at night") == "/briefs/summer/#a"
    assert "/briefs/winter/" not in [where for _, where in site.page("briefs/").links]


def test_downloads_know_old_ids() -> None:
    files = seam.downloads(_site().library)
    assert b'"moved_to":{"spring/a":"summer/a","winter/c":"summer/a"}' in files["data/claims.json"]
    assert b'"merged_into":{"noise":"trams"}' in files["data/topics.json"]
    assert b'"merged_into":{"wire":"agency"}' in files["data/origins.json"]
