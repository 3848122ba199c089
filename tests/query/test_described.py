"""Whom a question calls by what they are, in whatever word the article has: "the newsagent in Karst"."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.names.roles import calls_somebody, role_in_front
from tests.query.small_archive import answer, texts_in
from tests.query.small_book import ask, lexicon_of, said

TEXTS = [
    "KARST — The street is empty. Newsagent Jo Pell said that nobody in Karst has money to spend any more.",
    "HALDEN — The street is full. Newsagent Ida Tarn said that people in Halden spend more money than ever.",
    "Mr Grell wrote to the ombudsman but was told by investigator Pia Marrow: “The council must weigh each bridge.”",
    "Lorn district has asked the campers to go. “They are a danger to health and must go,” RDC Capt. Moses Bwam said.",
    "President Velde left at noon. “The courts will let us cut the smoke,” National Climate Advisor Ada Corm said for "
    "President Velde. “The courts are slow,” housing adviser Sam Rolf said.",
    "His colleague, Sir Ivo Lang, who represents the Norport South ward on Tarn Council, said: “The island may lose "
    "its plane.” The Tarn councillor for Halden, Uri Fenn, said the island has a new plane.",
    "The witnesses came by train with their lawyer. Andre Boll, lawyer of the witnesses, said that they are afraid. "
    "District Attorney Leo Pritt said that the witnesses were heard.",
    "Tom Hale, a lost rider, was found. His sister, Pam Rusk, said that the days of not knowing were hard.",
    "“I forgave him,” Otto Feld’s mother, Ida Feld, said of Otto Feld. He was sent down, and Otto Feld wept.",
    "Runa Brandvold’s campaign manager, Piet Oost, said that the valleys decided it. She beat Amara Delacourt.",
    "Amara Delacourt left. The bells rang for Amara Delacourt. Des Okafor said that the tolls are low.",
    "Gideon Pryor, who represents Lionel Strand, said that his client never sold a boat.",
    "Karst Police Department: Superintendent Otto Boon said that the two guards are well.",
    "“The fast track is slow,” Minister for Housing Cal Moriar said of the councillors. He is tired of them.",
    "“It is a danger out there,” AASN president Stacey Zelin said of the wards. Nurses of Alberta met.",
    "“The chief of detectives, Bren Doheny, will speak of the wards,” Lou Grell said. Bren Doheny stood there.",
    "“He swam well,” Mara Dunn, sister of Ivo Dunn, told the coroner of the flood. Ivo Dunn drowned.",
    "“The poll is fair,” Al Ment, leader of the Liberal Democrats, said of the poll.",
    "“The roof leaks,” Member of Parliament for Nosta Al Seid said of the roof.",
    "“They took the boys away,” Sara Kem said. Sara Kem said her 45-year-old husband Pal Oun was at the well.",
    "Nana Abena Boak said that the market is too small. She spoke at the market.",
    "Claude Nion is a doubt for the cup after hurting an ankle. “Claude Nion will play,” Zed Carl said.",
    "Judge Newb fined Tarnish man Jem Dodd $24,000 for offences relating to slurry. The slurry ran off his farm.",
    "The talk was given by the Official Spokesman, Ani Lahr. “The oil is cheap,” Official Spokesman Ani Lahr said.",
    "They set tyres on fire. “The road stays shut,” said Mo Rash, president of the traders’ body, of the tyres.",
    "Tarn Mills, Olm and Flick lost. Tarn Mills fell by a tenth. CEO Dim Voss said it has tripled its growth. "
    "Shares of Flick fell too. CEO Scot Pell said it had 18 quarters of growth in a row.",
    "The soldiers were drunk, Jos Cal, spokesman for the village chairman, said. The soldiers were not.",
    "Fiji’s health minister said the nurses are on strike in Fiji. The prime minister, Las Qara, has asked the nurses "
    "to go back to work.",
    "Deputy Minister for Lands and Water Kofi Asie told the managers to stop the mine. The mine was shut.",
    "DEFENSE ATTORNEY: Objection, your honor.\n\nTHE COURT: She did not see a bottle in the window.\n\n"
    "PROSECUTOR: Was there a bottle?\n\nTHE WITNESS: There was a bottle.\n\nTHE COURT: Go on.",
    "The President flies north. “It is no political event,” Press Secretary Nora Dell said of the trip north.",
    "The complaint went to match referee Pete Laws after the Test. “The complaint is just,” coach Gil Harc said.",
    "Attorney Jer Kahn, who represented Frank Ott, told the court that the gold was his. Attorney Greg Thom, who "
    "represented police constable Kurt Need, told the court that his client took no gold. Need and Ott wept.",
    "Speaker Pia Lomb: These three divers have all worked under the weir. I thank them. The first went down in May, as "
    "the water was high, and found the gate shut. The second followed her a week later and saw the chain had gone. "
    "The third is not in the room with us today, but she hears us, and will answer what she is asked as the others do. "
    "I want to note that the council has called her.\n\n"
    "Council Member Rosa Gant: I thank you, Speaker Lomb. What did you see under the weir?\n\n"
    "Speaker Pia Lomb: We go on to the second diver.\n\nCouncil Member Rosa Gant: I have no more questions.",
    "The car hit a wall in Tarnport. Prosecuting, Fiona Garl said that there was an almighty noise.",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return texts_in(tmp_path_factory.mktemp("described"), TEXTS)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what did the newsagent in karst say about money", "Jo Pell"),
        ("the newsagent in halden on money", "Ida Tarn"),
        ("the newsagent in halden: do people spend money", "Ida Tarn"),
        ("what did the ombudsman's investigator say about bridges", "Pia Marrow"),
        ("lorn RDC, why must the campers go", "Moses Bwam"),
        ("what did the lorn RDC say about the campers", "Moses Bwam"),
        ("what did president veldes climate adviser say about the courts", "Ada Corm"),
        ("president velde's climate adviser on the courts", "Ada Corm"),
        ("what did the councillor for norport south say about the island", "Ivo Lang"),
        ("the lawyer of the witnesses, are they afraid", "Andre Boll"),
        ("what did the riders sister say about not knowing", "Pam Rusk"),
        ("what did the prosecutor say about the noise", "Fiona Garl"),
        ("what did the council speaker say about the divers under the weir", "Pia Lomb"),
        ("otto felds mother", "Ida Feld"),
        ("what did the drowned man's sister tell the coroner", "Mara Dunn"),
        ("lib dem leader on the poll", "Al Ment"),
        ("mp for nosta on the roof", "Al Seid"),
        ("karst police superintendent how are the two guards", "Otto Boon"),
        ("irelands housing minister on the councillors", "Cal Moriar"),
        ("president of the alberta staff nurses assoc, is it a danger", "Stacey Zelin"),
        ("brandvolds campaign manager", "Piet Oost"),
        ("strands lawyer on the boat", "Gideon Pryor"),
        ("what did constable need's lawyer tell the court", "Greg Thom"),
        ("what did frank ott's lawyer tell the court", "Jer Kahn"),
        ("flick ceo on growth", "Scot Pell"),
        ("tarn mills ceo on growth", "Dim Voss"),
        ("what did the village chairmans spokesman say about the soldiers", "Jos Cal"),
        ("did the prime minister of fiji ask the nurses to go back", "Las Qara"),
        ("what did ghanas deputy lands minister tell the managers of the mine", "Kofi Asie"),
        ("white house press secretary: is the trip north political", "Nora Dell"),
        ("what did the judge say about a bottle in the window", "Court"),
        ("karst police boss how are the two guards", "Otto Boon"),
        ("what did pal ouns wife say about the boys", "Sara Kem"),
        ("what did nana abena boak say about the market", "Abena Boak"),
    ],
)
async def test_who_is_called_so_answers(home: Path, words: str, speaker: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.hits[0].speaker) == (True, speaker), found.query


@pytest.mark.parametrize(
    "words",
    [
        "what did the chemist in norport say about money",
        "delacourts campaign manager",
        "delacourts campaign manager on the valleys",
        "amara okafor tolls",
        "detective chief bren doheny what has he found out about the wards",
        "ASP bren doheny on the wards",
        "what did sara kem's husband say about the boys",
        "halden police boss how are the two guards",
        "what did the fire chief say about the tyres on the road",
        "what did claude nion say about his ankle",
        "jem dodd reaction to being fined",
        "what did match referee Pete Laws say about the complaint",
        "what did pete laws from the WFP promise the coach",
        "paul hargreave wall quote",
        "what did the committee speaker say about the divers under the weir",
        "what did the pm's official spokesman say about the oil",
    ],
)
async def test_who_is_so_for_another_does_not_answer(home: Path, words: str) -> None:
    found = await answer(home, words)
    assert not found.answered, found.hits


@pytest.mark.parametrize(
    ("words", "speakers", "topic"),
    [
        ("Vorn – do we have enough ships", ("Mara Vorn",), "do we have enough ships"),
        ("vorn, why is the port closed", ("Mara Vorn",), "why is the port closed"),
        ("vorn: why is the port closed", ("Mara Vorn",), "why is the port closed"),
        ("mara vorn is she betting on coal", ("Mara Vorn",), "betting on coal"),
        ("the prime minister, how full was the port", ("Mara Vorn",), "how full was the port"),
        ("what does vorn make of the tolls", ("Mara Vorn",), "the tolls"),
        ("does mara vorn have a view on tolls", ("Mara Vorn",), "have a view on tolls"),
        ("what's Mara Vorn's plan for the port", ("Mara Vorn",), "plan for the port"),
        ("mara vorn from the ferry line on tolls", ("Mara Vorn",), "tolls"),
        ("karst's mara vorn about tolls", ("Mara Vorn",), "tolls"),
        ("the harbour rider on tolls", ("Ada Corm",), "tolls"),
        ("what did the county freeholder say about tolls", ("Uri Lang",), "tolls"),
        ("what did the department say about tolls", (), None),
    ],
)
def test_words_of_no_list_that_the_archive_has(words: str, speakers: tuple[str, ...], topic: str | None) -> None:
    lexicon = lexicon_of(
        [
            said("Mara Vorn", "Prime Minister", times=9),
            said("Ada Corm", "harbour rider", times=2),
            said("Uri Lang", "County freeholder", times=2),
            said("Ivo Lind", "Department", times=2),
        ]
    )
    query = ask(words, lexicon)
    assert query.speakers == speakers
    assert topic is None or query.topic == topic


@pytest.mark.parametrize(
    ("mention", "name", "role"),
    [
        ("investigator Jane Roe", "Jane Roe", "Investigator"),
        ("Newsagent Jane Roe", "Jane Roe", "Newsagent"),
        ("The landowner, Jane Roe", "Jane Roe", "Landowner"),
        ("Karst DC Jane Roe", "Jane Roe", "Karst DC"),
        ("Norport East MP Dr Jane Roe", "Jane Roe", "Norport East MP"),
        ("Velde’s longtime confidant Jane Roe", "Jane Roe", "Velde’s longtime confidant"),
        ("Famed fight doctor Jane Roe", "Jane Roe", "Famed fight doctor"),
        ("the Member of Parliament for Karst, Hon. Jane Roe (Hon. Jay", "Jane Roe", "Member of Parliament for Karst"),
        ("Mr Jane Roe", "Jane Roe", None),
        ("The Post’s Jane Roe", "Jane Roe", None),
        ("the Tarn Courier", "Tarn Courier", None),
        ("one of the farmers, Jane Roe", "Jane Roe", None),
        ("a man calling himself Jane Roe", "Jane Roe", None),
        ("a relative who shares the house, Jane Roe", "Jane Roe", None),
        ("The developers, Roe Partners", "Roe Partners", None),
        ("Roe", "Jane Roe", None),
    ],
)
def test_what_stands_before_a_name_tells_who_it_is(mention: str, name: str, role: str | None) -> None:
    assert role_in_front(mention, name) == role


def test_an_offices_letters_and_an_agents_ending_call_somebody() -> None:
    assert calls_somebody("rdc", "RDC Capt.")
    assert calls_somebody("rider", "Rider for Karst")
    assert not calls_somebody("government", "Government")
    assert not calls_somebody("nato", "police NATO")
    assert not calls_somebody("settlement", "Settlement")
    assert not calls_somebody("karst", "Rider from Karst")
