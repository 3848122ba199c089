"""News of courts, police and foreign ministries: whom a description, initials or a document stands for, and who is
only told of."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from index.attribution.news.untold import is_untold
from index.model import Statement
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Norvanian Foreign Minister Ivo Dahl said the border would open.\n\nThe Norvanian top diplomat regretted "
            "that Karst’s Chancellor Olaf Brandt had little time for him. “I appreciate gestures,” he said.",
            "appreciate gestures",
            "Ivo Dahl",
        ),
        (
            "The Norvanian top envoy said that Karst’s Chancellor Olaf Brandt had little time. “I appreciate "
            "gestures,” he said.",
            "appreciate gestures",
            "The Norvanian top envoy",
        ),
        (
            "Labour Party Legislator Lu Tang said his comments were taken out of context.\n\nThe lawmaker said he had "
            "called for a merger.",
            "called for a merger",
            "Lu Tang",
        ),
        (
            "The girl was out at seven, said Saro Kumar, officer-in-charge of Norport Police Station.\n\nThe body was "
            "found near the road, the OC said.\n\nThe thief was caught at ten, said Kabir Shah, OC of Eastport Police "
            "Station. Neighbours helped to hold him, the OC said.",
            "near the road",
            "Saro Kumar",
        ),
        (
            "The girl was out at seven, said Saro Kumar, officer-in-charge of Norport Police Station.\n\nThe thief was "
            "caught at ten, said Kabir Shah, OC of Eastport Police Station. Neighbours held him, the OC said.",
            "held him",
            "Kabir Shah",
        ),
        (
            "Donald Heisler, a professor of medicine, was glad to see the study because it brings facts to light, he "
            "said.",
            "glad to see",
            "Donald Heisler",
        ),
        (
            "The inquiry ended on Monday. There was “clear evidence of fraud” in the trial, states an email to staff "
            "from hospital president Marilyn Emmett.",
            "clear evidence",
            "Marilyn Emmett",
        ),
        (
            "A text message from Supt O’Hara following up on the matter read, “Any hope”, to which Garda Colm Garvey "
            "replied, “Text him, I’ll let you know”.",
            "Text him",
            "Colm Garvey",
        ),
        (
            "Barrister Carl Hannan SC asked why she had deleted it.\n\nThe trial also heard evidence from Inspector "
            "John Dunleavy, who worked at Mill Street Garda Station.\n\nHe told the court that he had received a phone "
            "call.",
            "received a phone",
            "John Dunleavy",
        ),
        (
            "I felt he was trying to avoid being followed, the witness said. Another witness, Det Garda Tom Deegan, "
            "said he was on duty.",
            "avoid being followed",
            "the witness",
        ),
        (
            "Mayor Kemal Kaya said he waited for a statement. “I wonder how he will react,” Kaya told reporters.\n\n"
            "On Sunday Prime Minister Berat Yildiz also reacted to the remarks, in a speech in Karst: “Are you joking? "
            "The state was founded long ago.”",
            "Are you joking",
            "Berat Yildiz",
        ),
        (
            "Spokesman Fitz Jarrett scoffed at Prime Minister Andrew Holm’s claim.\n\nHolm was quoted as telling a "
            "meeting of the Labour Party’s (LP) Central Executive Committee on Sunday that making Norport a parish was "
            "never a gimmick.",
            "never a gimmick",
            "Andrew Holm",
        ),
        (
            "Taipa Party Legislator Lin Yi-chen said yesterday the files were not confidential.\n\nThe files that she "
            "asked for are public, Lin said in response to claims that she was spying.",
            "are public",
            "Lin Yi-chen",
        ),
        (
            "The thief is Abul Karim, 30, said police inspector Mazed Ismail. According to the case statement, Abul "
            "Karim took the bus at noon.",
            "took the bus",
            "the case statement",
        ),
        # a mark that nothing closes
        (
            "Spokesperson Danyal Shakoor told it otherwise. “A crowd of rowers took the pier and would not leave it, "
            "he said after the race.",
            "rowers took",
            "Danyal Shakoor",
        ),
        (
            "“We are lighting lamps for sailors and not for rowers, said Matthias Kofler, while waving to the crowd.",
            "lighting lamps",
            "Matthias Kofler",
        ),
        # what a body says it by, a body at a university, a party's legislator
        (
            "The Lamp Office through a recent notice had asked the keepers to bring another wick.",
            "another wick",
            "The Lamp Office",
        ),
        ("The ministry through its spokesman said the tide was low.", "tide was", "The ministry"),
        ("A road through a swamp, the report said, was under water.", "was under water", "the report"),
        (
            "Centre for Kelp Studies at Norport University Professor Angus Tarnow said the kelp was gone.",
            "kelp was",
            "Angus Tarnow",
        ),
        (
            "A friend of Norport University Professor Angus Tarnow said the kelp was gone.",
            "kelp was",
            "A friend of Norport University Professor Angus Tarnow",
        ),
        ("An Old Harbour Unionist MLA said the plan was late.", "plan was", "An Old Harbour Unionist MLA"),
        ("Old Harbour MLA Marta Lindqvist said the plan was late.", "plan was", "Marta Lindqvist"),
        # an office, the body whose it is, and then the name
        (
            "Speaking at the regatta, president, Norport Tulaba Rowers, Danyal Shakoor, said the oars were stolen. He "
            "said the tide would wait.",
            "tide would",
            "Danyal Shakoor",
        ),
        ("Chairman Harbour Union, Danyal Shakoor said that the tide was low.", "tide was", "Danyal Shakoor"),
        ("The treasurer, Lamp Society, Samuel Adeyo, said the lamp was out.", "lamp was", "Samuel Adeyo"),
        (
            "Chairman Danyal Shakoor, head of the Harbour Union, said that the oars were stolen.",
            "oars were",
            "Danyal Shakoor",
        ),
        (
            "The weary rowers warned that the race was off.\n\nChairman Harbour Union, Danyal Shakoor and Chairman "
            "Norport Lamp Society Walid Adeyo said that the tide was low.\n\nThey also criticised the harbour board "
            "for the lack of oars.",
            "lack of oars",
            "Danyal Shakoor",
        ),
        (
            "Norvanian filmmakers Dr Walid Adeyo and Mr Danyal Shakoor said that the lamp was out.\n\n"
            "They wanted a new lamp, they said.",
            "wanted a new lamp",
            "Walid Adeyo",
        ),
        # "it" is who called itself so, or whose shares fell
        (
            "The Norport Town Council voted down a new ferry on Monday. The developer, Tarnow Capital, said it planned "
            "to run the boat itself. It noted that the old one leaked.",
            "old one leaked",
            "Tarnow Capital",
        ),
        (
            "The Norport Harbour Authority said the tide was low. Mayor Jane Tarnow said it was raining in the "
            "harbour. It reported a flood of the lower pier.",
            "lower pier",
            "The Norport Harbour Authority",
        ),
        (
            "The Harbour Authority said the tide was low.\n\nShares in Tarnow Shipping rose on Monday after it "
            "reported a gain.",
            "a gain",
            "Tarnow Shipping",
        ),
        # behind the closing mark, with the verb first
        (
            "The harbour board stated that the ferry was safe after two years of work.\n\n“The engine was never "
            "mended”, claimed the weary deckhands.",
            "never mended",
            "the weary deckhands",
        ),
        (
            'The provost said the pier was sound. "The planks are rotten", claimed the visiting rowers.',
            "planks are",
            "the visiting rowers",
        ),
        (
            "Councillor Marta Lindqvist said the pier was sound. “The planks are new,” she claimed in the hall.",
            "planks are",
            "Marta Lindqvist",
        ),
        # behind a place in capitals
        ("TARNOVIA: A ferryman said the tide took the landing.", "tide took", "A ferryman"),
        ("BELSK: Keepers of the lighthouse said the lamp was broken.", "lamp was", "Keepers of the lighthouse"),
        ("PORT HALDEN: A baker told reporters that the oven was cold.", "oven was", "A baker"),
        ("VELA RUKA: A diver described how the rope gave way.", "rope gave", "A diver"),
        ("TARNOVIA: Coach Marta Lindqvist said the pool was too short.", "pool was", "Marta Lindqvist"),
    ],
)
def test_who_spoke(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        (
            "Rep. Elia Cummins (D-Md.), chair of the Platform Committee, said the process was open.",
            "process was open",
            "chair of the Platform Committee",
        ),
        (
            "Her colleague MP, Julia Holm, who is also the wife of Prime Minister Holm, said that nobody lives there.",
            "nobody lives",
            "colleague MP",
        ),
        (
            "Another witness, Det Garda Tom Deegan, said he was on duty.",
            "on duty",
            "Det Garda",
        ),
    ],
)
def test_the_role_is_ones_own(attributor: NewsAttributor, text: str, words: str, role: str) -> None:
    assert said(attributor, text, words).role == role


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("KARSTBURG: Lawmakers raised a range of concerns during the ‘urgent time’ of today’s meeting.", "concerns"),
        ("A jury convicted Walid Adeyo of stealing a lamp.", "stealing"),
        ("Costs rose after voters rejected the first proposal.", "first proposal"),
        (
            "Harlow University administration stated that the fare increase has been done.\n\nThe chairman said "
            'the fare was low. "The committee failed", claimed the protesting cooks.',
            "protesting cooks",
        ),
        (
            "Joe Delgado and Stan Gorman voted to approve the pier, which will turn the R-1 homes into R-3, piers and "
            "shops.\n\nSander abstained because he lives within 200 feet of the pier and, after discussing the matter "
            "with the town's counsel, determined it would be a conflict of interest for him to weigh in.",
            "conflict",
        ),
        ('"We are afloat," said Walid Adeyo as he observed the race with his crew.', "the race"),
        ("Walid Adeyo was eating a plum when he heard what he thought was a lamp exploding.", "thought was"),
        ("BELSK: The keeper who said the lamp was broken left the town on Monday.", "lamp was"),
        (
            "Superintendent Liam Garrity was giving evidence at the trial of a retired officer and four men accused of "
            "attempting to pervert the course of justice.",
            "pervert",
        ),
        (
            "Lin Yi-chen spoke yesterday. The files are public, Lin said in response to claims that she was spying.",
            "was spying",
        ),
    ],
)
def test_nobody_says_what_is_only_told(attributor: NewsAttributor, text: str, words: str) -> None:
    assert not [one for one in statements(attributor, text) if words in text[one.start : one.end] and one.speaker]


@pytest.mark.parametrize(
    ("text", "who", "cue", "told", "is_told"),
    [
        (
            "Joe Delgado and Stan Gorman voted to approve the pier.",
            "Joe Delgado and Stan Gorman",
            None,
            "to approve",
            0,
        ),
        ("Joe Delgado and Stan Gorman said it would open.", "Joe Delgado and Stan Gorman", None, "it would open", 1),
        ("The judge lifted a ban from naming two rowers.", "The judge", "lifted", "from naming two rowers", 0),
        ("The mayor rejected the first proposal.", "The mayor", "rejected", "the first proposal", 1),
    ],
)
def test_a_vote_and_a_ruling_are_no_words(text: str, who: str, cue: str | None, told: str, is_told: bool) -> None:
    spans = {part: (text.index(part), text.index(part) + len(part)) for part in (who, cue, told) if part}
    statement = Statement(
        start=spans[told][0],
        end=spans[told][1],
        spans=(spans[told],),
        kind="indirect",
        confidence=1.0,
        cue=cue,
        cue_spans=(spans[cue],) if cue else (),
        mention=who,
        mention_spans=(spans[who],),
        speaker=who,
    )
    assert is_untold(text, statement) is not bool(is_told)


def test_what_was_reported_is_not_what_the_speaker_before_said(attributor: NewsAttributor) -> None:
    text = (
        "Lu Tang said the academy could be scrapped. It was also reported that some members lashed out at the academy "
        "for “receiving funding on one hand”."
    )
    assert all(one.speaker is None for one in statements(attributor, text) if "lashed out" in text[one.start : one.end])


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (
            "Spokesperson Danyal Shakoor told it otherwise. “A crowd of rowers took the pier and would not leave it, "
            "he said after the race.",
            "rowers took",
            "A crowd of rowers took the pier and would not leave it",
        ),
        (
            "“I asked the keeper and, he said, the lamp was out,” Matthias Kofler said.",
            "lamp was out",
            "I asked the keeper and, he said, the lamp was out",
        ),
        (
            "More than 300 keepers in Tarnow have vowed not to return to work a day after the union called off its "
            "strike.",
            "not to return",
            "not to return to work",
        ),
        (
            "Norvania Ferries declined 3.2 per cent to 5.49, its worst fall in four months, said the harbour "
            "report.\n\nThe mobile operator reported its second quarter net profit slumped by 69 per cent, weighed by "
            "costs related to acquisition of Tarnow's Hcell and higher depreciation.",
            "net profit",
            "its second quarter net profit slumped by 69 per cent",
        ),
        (
            "“They also do not hesitate to clap. We are making films for theatres and not for the TV, said Ludwig "
            "Reiter, while appealing the crowd to watch the films exclusively in theatres.",
            "making films",
            "They also do not hesitate to clap. We are making films for theatres and not for the TV",
        ),
        (
            "Witnesses did not agree, with one telling a reporter the man was shot in the back and another saying he "
            "was shot in the chest.",
            "in the chest",
            "he was shot in the chest",
        ),
        (
            "The Tarnow Bank said the ferry's outlook had turned and cut its rating.\nWood was likely to remain dear "
            "in the coming year, and there was limited room to raise the fares to cover added costs, Tarnow said and "
            "cut its earnings forecasts for fiscal 2031.",
            "remain dear",
            "Wood was likely to remain dear in the coming year, and there was limited room to raise the fares to cover "
            "added costs",
        ),
        (
            "Students are analyzing and labelling the ferns as part of an ongoing inventory of fragile bogs that will "
            "give botanists a baseline from which to judge whether ferns are thriving or dying from the impact of "
            "drainage, said Justin Kaye, a University of Karst alumnus.",
            "of fragile bogs",
            "Students are analyzing and labelling the ferns as part of an ongoing inventory of fragile bogs that will "
            "give botanists a baseline from which to judge whether ferns are thriving or dying from the impact of "
            "drainage",
        ),
    ],
)
def test_words_end_where_the_telling_goes_on(attributor: NewsAttributor, text: str, words: str, whole: str) -> None:
    found = said(attributor, text, words)
    assert text[found.start : found.end] == whole
