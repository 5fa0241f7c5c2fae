"""Records out of BibTeX, RIS and CSL-JSON. All references are invented."""

import json

import pytest

from dossier.authoring.citation import read_reference
from dossier.problem import UserError

BIBTEX = r"""
@article{holm2031,
  title = {The {Harbour} Stra{\ss}e: a {\'e}tude},
  author = {Holm, Ada and {Harbour Office}},
  journaltitle = {The Tide},
  date = {2031-05-20},
  url = {https://tide.example/bench?a=1&b=2},
  urldate = {2031-06-01},
  langid = {ngerman},
  abstract = {The publisher's own words.},
}
@misc{tarn, title={Boats \& nets}, author={{\'E}mile Tarn}, howpublished={\url{https://tide.example/nets}}, year=2031, month=may}
"""
RIS = """TY  - NEWS
TI  - A bench for the quay
AU  - Holm, Ada
AU  - Tarn, Bo
T2  - The Tide
DA  - 2031/05/20/
UR  - https://tide.example/bench
Y2  - 2031/06/01/
LA  - en-GB
AB  - The publisher's own words.
ER  -
"""
CSL = [
    {
        "id": "holm",
        "type": "article-newspaper",
        "title": "A bench for the <i>quay</i>",
        "container-title": "The Tide",
        "DOI": "10.1234/tide.5",
        "issued": {"date-parts": [[2031, 5, 20]]},
        "accessed": {"date-parts": [["2031", 6, 1]]},
        "language": "uk",
        "author": [{"family": "Holm", "given": "Ada"}, {"literal": "Harbour Office"}],
        "abstract": "The publisher's own words.",
    }
]


def test_bibtex_is_read_with_its_latex() -> None:
    found = read_reference(BIBTEX, "refs.bib", "holm2031")
    assert found.stated.title == "The Harbour Straße: a étude"
    assert found.stated.authors == ("Ada Holm", "Harbour Office")
    assert (found.stated.outlet, found.stated.published) == ("The Tide", "2031-05-20")
    assert found.stated.url == "https://tide.example/bench?a=1&b=2"
    assert (found.stated.language, found.accessed) == ("de", "2031-06-01")


def test_a_date_in_parts_keeps_its_precision() -> None:
    found = read_reference(BIBTEX, "refs.bib", "tarn").stated
    assert (found.published, found.authors, found.title) == ("2031-05", ("Émile Tarn",), "Boats & nets")
    assert found.url == "https://tide.example/nets"


def test_ris_is_read() -> None:
    found = read_reference(RIS, "refs.ris")
    told = found.stated
    assert (told.title, told.outlet, told.published) == ("A bench for the quay", "The Tide", "2031-05-20")
    assert (told.authors, told.language, found.accessed) == (("Ada Holm", "Bo Tarn"), "en-GB", "2031-06-01")


def test_csl_is_read_and_a_doi_becomes_an_address() -> None:
    found = read_reference(json.dumps(CSL), "refs.json")
    told = found.stated
    assert (told.title, told.url) == ("A bench for the quay", "https://doi.org/10.1234/tide.5")
    assert (told.published, told.authors, found.accessed) == (
        "2031-05-20",
        ("Ada Holm", "Harbour Office"),
        "2031-06-01",
    )


def test_an_abstract_is_not_taken() -> None:
    for text in (BIBTEX, RIS, json.dumps(CSL)):
        assert "own words" not in repr(read_reference(text, "refs", "" if text != BIBTEX else "holm2031"))


def test_of_several_the_one_of_the_address_is_meant() -> None:
    assert read_reference(BIBTEX, "refs.bib", url="https://tide.example/nets").key == "tarn"


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (BIBTEX, "", "holds 2 references"),
        (BIBTEX, "tran", 'no reference "tran"'),
        ("just words\n", "", "is no BibTeX, RIS or CSL-JSON"),
        ("[{", "", "damaged JSON"),
        ("[]", "", "holds no reference"),
        ("@article{a, title = {never ended", "", "damaged BibTeX"),
    ],
)
def test_what_cannot_be_used_is_refused(text: str, key: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_reference(text, "refs", key)
