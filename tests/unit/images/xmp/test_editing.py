"""Keywords go into a packet and out of it, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from photoclip.errors import SidecarError
from photoclip.images.xmp.editing import edit, new
from photoclip.images.xmp.entries import Entry, held
from photoclip.images.xmp.keywords import written_in
from photoclip.images.xmp.names import COPIED, HIERARCHY, MEDIAPRO, MICROSOFT, SUBJECT, TAGS_LIST
from photoclip.images.xmp.packet import Packet, parse
from photoclip.images.xmp.values import all_of
from tests.unit.images.xmp.test_keywords import described, packet

DOG = Entry("animals/dog", 2, "model", 0.251235, "auto")
SUN = Entry("sunset", source="person")
FOREIGN = (
    "<q:secret q:a='1'>kept</q:secret><xmp:Rating>4</xmp:Rating><!-- kept -->"
    "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dog</rdf:li><rdf:li xml:lang='de'>Hund"
    "</rdf:li></rdf:Alt></dc:title><q:lit rdf:parseType='Literal'> <b> x </b> </q:lit>"
)


def words(data: Packet) -> list[list[str]]:
    return [list(all_of(data, one.name)) for one in (SUBJECT, HIERARCHY, TAGS_LIST)]


def canonical(data: bytes) -> str:
    return etree.canonicalize(etree.fromstring(data), with_comments=True, strip_text=True)


def made(*wanted: Entry) -> bytes:
    fresh = new("photoclip")
    assert edit(fresh, wanted).changed
    return fresh.to_bytes()


def test_a_new_packet_says_it_in_all_three_ways_and_where_it_comes_from() -> None:
    again = parse(made(DOG, SUN))
    assert words(again) == [["dog", "sunset"], ["animals|dog", "sunset"], ["animals/dog", "sunset"]]
    assert [one.entry for one in held(again)] == [DOG, SUN]
    assert written_in(again).keywords == ()


def test_the_same_again_changes_nothing() -> None:
    data = made(DOG, SUN)
    again = parse(data)
    assert not edit(again, [DOG, SUN]).changed
    assert not edit(again, [Entry("animals/dog", 2, "model", 0.2512351, "auto"), SUN]).changed
    assert again.to_bytes() == data
    assert edit(again, [Entry("animals/dog", 3, "model", 0.3, "auto"), SUN]).changed


def test_what_is_not_wanted_any_more_goes_and_an_empty_packet_of_ours_is_bare() -> None:
    again = parse(made(DOG, SUN))
    done = edit(again, [SUN])
    assert (done.added, done.removed, done.bare) == ((), ("animals/dog",), False)
    assert words(again) == [["sunset"]] * 3
    assert edit(again, []).bare


@pytest.mark.parametrize(
    "body",
    [
        FOREIGN,
        f"{FOREIGN}<dc:subject><rdf:Bag><rdf:li>old</rdf:li></rdf:Bag></dc:subject>",
        f"{FOREIGN}<dc:subject><rdf:Seq><!-- c --><rdf:li q:z='1'>old</rdf:li></rdf:Seq>"
        "</dc:subject><lr:hierarchicalSubject><rdf:Bag><rdf:li>x|old</rdf:li></rdf:Bag>"
        "</lr:hierarchicalSubject>",
        "<dc:subject><rdf:Bag><rdf:li>dog</rdf:li><rdf:li>Sunset</rdf:li></rdf:Bag></dc:subject>",
    ],
)
def test_undoing_gives_back_what_others_had(body: str) -> None:
    before = described(body)
    exported = parse(before)
    assert edit(exported, [DOG, SUN]).changed
    data = exported.to_bytes()
    again = parse(data)
    assert written_in(again) == written_in(parse(before))
    assert not edit(parse(data), [DOG, SUN]).changed
    done = edit(again, [])
    assert (done.changed, done.bare) == (True, False)
    assert canonical(again.to_bytes()) == canonical(before)


def test_a_keyword_that_others_had_before_stays_theirs() -> None:
    there = described("<dc:subject><rdf:Bag><rdf:li>Dog</rdf:li></rdf:Bag></dc:subject>")
    exported = parse(there)
    edit(exported, [DOG])
    assert words(exported) == [["Dog"], ["animals|dog"], ["animals/dog"]]
    edit(exported, [])
    assert words(exported) == [["Dog"], [], []]


def test_a_word_that_another_label_needs_stays() -> None:
    data = parse(made(DOG, Entry("toys/dog")))
    assert words(data)[0] == ["dog"]
    edit(data, [Entry("toys/dog")])
    assert words(data) == [["dog"], ["toys|dog"], ["toys/dog"]]


def test_what_others_add_to_ours_later_stays_and_the_packet_is_theirs_then() -> None:
    data = parse(made(SUN).replace(b"<rdf:li>sunset<", b"<rdf:li>beach</rdf:li><rdf:li>sunset<", 1))
    done = edit(data, [])
    assert (done.removed, done.bare) == (("sunset",), False)
    assert words(data) == [["beach"], [], []]
    assert b"photoclip:" not in data.to_bytes()


def test_what_digikam_copies_of_ours_goes_with_them_and_what_was_there_before_stays() -> None:
    def copies(*paths: str) -> bytes:
        items = "".join(f"<rdf:li>{path}</rdf:li>" for path in paths)
        return described(
            f"<m:LastKeywordXMP xmlns:m='{MICROSOFT[0]}'><rdf:Bag>{items}</rdf:Bag>"
            "</m:LastKeywordXMP>"
            f"<m:LastKeywordXMP xmlns:m='{MICROSOFT[1]}'><rdf:Bag>{items}</rdf:Bag>"
            "</m:LastKeywordXMP>"
            f"<c:CatalogSets xmlns:c='{MEDIAPRO}'><rdf:Bag>{items.replace('s/', 's|')}</rdf:Bag>"
            "</c:CatalogSets>"
        )

    ours = parse(made(DOG, SUN))
    ours.rdf.extend(list(parse(copies("animals/dog", "sunset", "words/own")).rdf))
    assert written_in(ours).keywords == ("words/own",)
    assert not edit(ours, [DOG, SUN]).changed
    edit(ours, [SUN])
    found = [list(all_of(ours, one.name)) for one in COPIED]
    assert found == [["sunset", "words/own"]] * 2 + [["sunset", "words|own"]]
    assert not edit(ours, []).bare
    assert written_in(ours).keywords == ("words/own",)

    before = parse(copies("animals/dog"))
    edit(before, [DOG, SUN])
    edit(before, [])
    assert canonical(before.to_bytes()) == canonical(copies("animals/dog"))


def test_what_stands_above_our_labels_is_no_keyword_of_others() -> None:
    data = made(DOG).replace(b"<rdf:li>dog<", b"<rdf:li>Animals</rdf:li><rdf:li>dog<", 1)
    assert written_in(parse(data)).keywords == ()
    again = parse(data)
    edit(again, [])
    assert words(again)[0] == ["Animals"]
    assert written_in(again).keywords == ("Animals",)


def test_labels_that_it_is_not_about_keep_their_entries() -> None:
    data = parse(made(DOG, SUN))
    done = edit(data, [], frozenset({"sunset"}))
    assert done.removed == ("sunset",)
    assert [one.entry for one in held(data)] == [DOG]


@pytest.mark.parametrize(
    "body",
    [
        "<dc:subject>old</dc:subject>",
        "<dc:subject/>",
        "<dc:subject><rdf:Bag/></dc:subject>",
    ],
)
def test_single_values_become_lists(body: str) -> None:
    data = parse(described(body))
    edit(data, [SUN])
    assert words(data)[0][-1] == "sunset"
    assert ("old" in words(data)[0]) == ("old" in body)


def test_attributes_become_lists() -> None:
    data = parse(packet('<rdf:Description dc:subject="old" xmp:Rating="2"/>'))
    edit(data, [SUN])
    assert words(data)[0] == ["old", "sunset"]
    assert written_in(data).rating == 2


@pytest.mark.parametrize(
    "body",
    [
        "<dc:subject rdf:parseType='Resource'><rdf:value>old</rdf:value><q:x/></dc:subject>",
        "<dc:subject rdf:parseType='Literal'>old</dc:subject>",
        "<dc:subject rdf:resource='urn:old'/>",
    ],
)
def test_odd_forms_are_left_alone(body: str) -> None:
    with pytest.raises(SidecarError, match="holds subject in a form"):
        edit(parse(described(body)), [SUN])


def test_what_comes_from_files_is_not_said_twice() -> None:
    there = "<dc:subject><rdf:Bag><rdf:li>sunset</rdf:li></rdf:Bag></dc:subject>"
    assert not edit(parse(described(there)), [Entry("Sunset", source="file")]).changed
    assert edit(parse(described(there)), [SUN]).added == ("sunset",)


def test_entries_that_another_program_threw_away_are_known_from_elsewhere() -> None:
    data = parse(made(DOG))
    known = held(data)
    bare = described(
        "<dc:subject><rdf:Bag><rdf:li>dog</rdf:li><rdf:li>x</rdf:li></rdf:Bag></dc:subject>"
        "<lr:hierarchicalSubject><rdf:Bag><rdf:li>animals|dog</rdf:li></rdf:Bag>"
        "</lr:hierarchicalSubject>"
        "<digiKam:TagsList><rdf:Seq><rdf:li>animals/dog</rdf:li></rdf:Seq></digiKam:TagsList>"
    )
    rewritten = parse(bare)
    assert edit(rewritten, [], known=known).removed == ("animals/dog",)
    assert words(rewritten) == [["x"], [], []]
    # A keyword alone is somebody's own.
    other = parse(described("<dc:subject><rdf:Bag><rdf:li>dog</rdf:li></rdf:Bag></dc:subject>"))
    assert not edit(other, [], known=known).changed


def test_broken_entries_are_left_out() -> None:
    data = made(DOG).replace(b">0.251235<", b">much<").replace(b">2<", b">1e400<")
    assert held(parse(data))[0].entry == Entry("animals/dog", 0, "model", None, "auto")
    assert (
        held(parse(made(DOG).replace(b">animals/dog</photoclip:label", b"></photoclip:label")))
        == []
    )


@given(
    st.sampled_from([FOREIGN, "<dc:subject>a</dc:subject>", ""]),
    st.booleans(),
    st.lists(
        st.tuples(
            st.integers(0, 5000),
            st.integers(0, 40),
            st.sampled_from([b"", b"<rdf:li>", b"</rdf:li>", b"<!--", b"&#0;", b"\0", b"<?x?>"])
            | st.binary(max_size=3),
        ),
        max_size=3,
    ),
)
def test_damage_is_refused_or_nothing_of_it_is_lost(
    body: str, exported: bool, damage: list[tuple[int, int, bytes]]
) -> None:
    data = described(body)
    if exported:
        first = parse(data)
        edit(first, [DOG])
        data = first.to_bytes()
    for at, count, put in damage:
        at %= len(data)
        data = data[:at] + put + data[at + count :]
    try:
        broken = parse(data)
        before = written_in(broken)
        edit(broken, [DOG, SUN])
    except SidecarError:
        return
    again = parse(broken.to_bytes())
    assert written_in(again) == before
    assert not edit(again, [DOG, SUN]).changed
    edit(again, [])
    assert held(again) == []


@given(st.lists(st.text(min_size=1, max_size=20).filter(str.strip), max_size=5))
def test_any_label_goes_in_and_out(labels: list[str]) -> None:
    wanted = [Entry(label, 1, label, 0.5, "auto") for label in labels]
    fresh = new("photoclip")
    edit(fresh, wanted)
    again = parse(fresh.to_bytes())
    assert not edit(again, wanted).changed
    assert edit(again, []).bare
