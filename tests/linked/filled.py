"""An invented dossier in which every field of a linked record is filled, most of them by records in other files.

What a test is about it changes itself.
"""

from tests.world import World, claim, correction, evidence, update


def harbour() -> World:
    """Return the dossier."""
    world = World()
    world.topic("trams", "Night trams")
    world.topic("rent", "Rent")
    world.topic(
        "noise",
        "Noise",
        updates=[update("of-topic", "2031-03-20T09:00:00+00:00", claims=["spring/told"], topics=["noise"])],
    )
    world.party("city", "The city")
    world.party("guild", "The guild")
    world.party("mill", "The mill")
    world.party("port", "The port")
    world.person("ada", "Ada Brook", party="city", role="mayor")
    world.person("orla", "Orla Finch")
    world.person("una", "Una Reed")
    world.origin("minutes", "Minutes", "document")
    world.origin("talk", "Talk of Orla Finch", "statement", publisher=None, speaker="orla")
    world.origin("wire", "Report of the wire", depends_on=["minutes"])
    world.source("gazette", "What the gazette tells")
    world.source("unused", "Cited by nobody", text=None)
    world.brief(
        "spring",
        claim("told", "The city says so.", topics=["trams", "rent"], said_by="ada", evidence=[evidence(origin="wire")]),
        claim("second", party="guild", topics=["rent"]),
        updates=[
            update("first", "2031-03-04T09:00:00+00:00", claims=["told"], title="Told at first", topics=["trams"])
        ],
    )
    world.brief(
        "summer",
        claim("tied", party="mill", topics=["noise"], qualifies=["spring/told"]),
        claim("heard", party="mill", topics=["rent"], about=["una"], evidence=[evidence(origin="talk")]),
        date="2031-06-01",
        updates=[correction("mends", "2031-06-02T09:00:00+00:00", "tied", corrects="first", topics=["trams"])],
    )
    return world
