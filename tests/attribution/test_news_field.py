"""Kinds of sentences met in the newspapers of many countries, in invented names: who says the words, or nobody."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Speaking in Port Harcourt, the governor said that he will not resign.",
            "will not resign",
            "the governor",
        ),
        (
            "Prime Minister Imtiaz Khan left on Friday. Addressing a rally in Dera Ghazi Khan, the premier said that he will not resign.",
            "will not resign",
            "Imtiaz Khan",
        ),
        (
            "Speaking in Banja Luka, the mayor said that he will not resign.",
            "will not resign",
            "the mayor",
        ),
        (
            "Prime Minister Imtiaz Khan left. Addressing a public gathering in Mandi Bahauddin, the premier criticized the opposition parties. The opposition parties are afraid, he added.",
            "are afraid",
            "Imtiaz Khan",
        ),
        (
            "Prime Minister Imtiaz Khan addressed a rally on Friday. While bashing League president Shehryar Shaukat, the premier asked, “Why are you seeking extensions?” The hearing should be held on daily basis, he suggested.",
            "Why are you",
            "Imtiaz Khan",
        ),
        (
            "Prime Minister Imtiaz Khan addressed a rally on Friday. While bashing League president Shehryar Shaukat, the premier asked, “Why are you seeking extensions?” The hearing should be held on daily basis, he suggested.",
            "should be held",
            "Imtiaz Khan",
        ),
        (
            'Farmer Daniel Cameron gave evidence on Monday. Tim Baker worked for Mr Cameron, while Freddy was a neighbouring farmer.\n\n"Tim was fast becoming a local," he said.',
            "fast becoming",
            "Daniel Cameron",
        ),
        (
            "FT PKR chairman Zahid Hashim claimed Yahya Ishak had blackmailed Azman.\n\nZahid explained that the views expressed in his book also suggested that Yahya questioned the decision in granting a pardon to Azman last May.\n\n“His actions (in writing the book) are as though he is belittling the rulers,” he said after lodging the report.",
            "belittling",
            "Zahid Hashim",
        ),
        (
            'Governor Aliyu Bello spoke on Monday. He told Senator Musa Danjuma to, as he stated, "mind his own state".',
            "mind his own",
            "Aliyu Bello",
        ),
        (
            "Christoph Seidel said this after President Miroslav Dragic's announcement that starting next week he will be banned from entering the territory.",
            "banned from",
            "Miroslav Dragic",
        ),
        (
            '"I have not heard anything," said Christoph Seidel and added:\n\n"Last but not least, his behaviour is a slap in the face", local media reported.',
            "slap in the face",
            "Christoph Seidel",
        ),
        (
            "Police said the two men were assaulted near the farm. They had been accused of stealing sheep.",
            "stealing sheep",
            None,
        ),
        (
            "A bench of justice Arun Mehta and justice Kavita Rao said the petition was not maintainable.",
            "not maintainable",
            "Arun Mehta",
        ),
        (
            "Opposition leader Gráinne Keane has been urged to make a statement to the Dáil on a former press officer.",
            "Gráinne",
            None,
        ),
        (
            "Minister for Pacific Peoples Losa Edwards, who grew up in the area, said the community had been hit hard.",
            "hit hard",
            "Losa Edwards",
        ),
        (
            "Councillor for Hayle Division Scean Barnswell-Reid said the community was in shock.",
            "in shock",
            "Scean Barnswell-Reid",
        ),
        (
            "A spokesman for the Musqueam First Nation said the ruling was a relief.",
            "a relief",
            "A spokesman for the Musqueam First Nation",
        ),
        (
            "Constable Thulani David Mkhize told the court that he had not seen it.",
            "not seen",
            "Thulani David Mkhize",
        ),
        (
            "MP Azlan Rahman lodged a report on Monday. Tan Sri Azlan said he had no choice.",
            "no choice",
            "Azlan Rahman",
        ),
        (
            "Party secretary Razali Zakaria said the report was false. Razali added that he would sue.",
            "would sue",
            "Razali Zakaria",
        ),
        (
            "Hong Kong activists on Feb 27 staged a rare public protest against government plans for a new law, saying it lacked democratic oversight.",
            "democratic oversight",
            "Hong Kong activists",
        ),
        (
            'The policewoman said: "She held my hand." "I pushed her hand away," she said.',
            "pushed her",
            "The policewoman",
        ),
        (
            "Romaine’s son’s mother, who gave her name only as Tamara, said the boy was very close to his father.",
            "very close",
            "Tamara",
        ),
        (
            '"That\'d be about the only decision they could make, you know, look at it," another man said, indicating the still falling rain.',
            "still falling",
            None,
        ),
        (
            'Opposition Whip Anil Senanayake demanded that the Minister disclose the identity of the caller.\n\n"Somebody ordered the IGP to desist from the arrest. It was aired by the media.\nThe Parliament has the right to know what the truth of the matter is. There are several cases before the FCID.\n\nWe want to know who ordered the IGP not to arrest him. The relevant Minister should reveal to the House who was behind that phone call."',
            "We want to know",
            "Anil Senanayake",
        ),
        (
            "Stephen Erskine appeared in court. A detective constable from Musgrave Street told District Judge Trevor Boyle he believed he could connect Erskine to the two charges.\n\nHe also said police were objecting to bail.",
            "objecting to bail",
            "A detective constable from Musgrave Street",
        ),
        (
            'Prosecutor John Reed opened the case. The judge adjourned sentence. He said: "You must expect prison."',
            "expect prison",
            "The judge",
        ),
        (
            "Mayor Doug Hall opened the park. A spokesman apologised for the delay. He said it was caused by rain.",
            "caused by rain",
            "A spokesman",
        ),
        (
            "Kings head coach Darren Hodge is used to these kind of efforts from his captain.\nThe man everyone wants to talk to. pic.twitter.com/ZBgjYQnZfv\n— Kirk Sawchuk (@KirkSawchuk) March 23, 2019\n“That’s Duecky,” he said following the game.",
            "Duecky",
            "Darren Hodge",
        ),
        (
            '"We were blown away," said Pete Moreno of the OceanDoc Society.\n\nGluing a transmitter tag to a squirming seal pup is tricky business. Greg Hallman, photo\n\n"We think it probably has to do with food."\n\nHe said one seal went as far as the Oregon Coast.',
            "one seal went",
            "Pete Moreno",
        ),
        (
            "Jared Poe stated the two were outside the vehicle when the fight took place. He stated the victim had swung and hit him more than once and “maybe he overreacted but wasn’t going to have his head split open again,” the affidavit said.",
            "had swung",
            "Jared Poe",
        ),
        (
            'Her uncle said she was a careful driver.\nThe crash was described as "unavoidable".',
            "unavoidable",
            None,
        ),
        (
            "A pipe bomb found after two men were stopped in Newry was for use in a dissident republican attack, a court has heard.",
            "pipe bomb",
            None,
        ),
        (
            "Ronald and Edna Pickering, both 86, died just days apart in tragic circumstances, a joint inquest into their deaths heard.",
            "died just",
            None,
        ),
        (
            "When asked what the best play was Carter replied with, “We didn’t have one.”",
            "best play",
            None,
        ),
        (
            '"The in-camera meeting meant there was absolutely no transparency around this issue," said city Coun. Marlene Oakes, in a statement shortly after the announcement.',
            "in-camera",
            "Marlene Oakes",
        ),
        (
            '"The meeting meant there was no transparency," said Ald. Ray Moss.',
            "transparency",
            "Ray Moss",
        ),
        (
            '"The meeting meant there was no transparency," said Cllr. Tom Bell on Monday.',
            "transparency",
            "Tom Bell",
        ),
        (
            "IN CROSS-EXAMINATION Fergal Tuohy put it to Garda Geraghty that he had told her that he had been drinking.\n\nMr Tuohy said that his instructions were that Mr D. had volunteered this information.",
            "volunteered",
            "Fergal Tuohy",
        ),
        (
            "Labour’s Seaham MP, Ivan Wragg, has announced that he was standing down.",
            "standing down",
            "Ivan Wragg",
        ),
        (
            "At Prime Minister's Questions, Conservative MP for North West Charnwood Anthony Bridger asked the prime minister about concerns that Labour was running a negative campaign.",
            "negative campaign",
            "Anthony Bridger",
        ),
        (
            '"There were no smoke detectors," said Firefighter Glenn Medeiros.',
            "smoke detectors",
            "Glenn Medeiros",
        ),
        (
            'Dr Fiona Garland said he had been in good spirits. "I am surprised," the doctor said.',
            "am surprised",
            "Fiona Garland",
        ),
        (
            'Coroner Ruairi Gormley gave his verdict. "I am surprised," the coroner said.',
            "am surprised",
            "Ruairi Gormley",
        ),
        (
            "This March 29, 1937 file photo shows rippling dunes against a fence in Boise City, Okla.",
            "rippling",
            None,
        ),
        (
            "Ontario Court Judge Philip R. Garner declined to watch a compilation of several videos taken by the defendant.",
            "compilation",
            None,
        ),
        (
            "The prosecutor Julian Beckett added: 'He ran at the door staff with the pole and they retreated inside.\n\n'He went into Burger Palace where Mr Prosser caught hold of him to restrain him.\n\n'He bit Mr Prosser's wrist but luckily his watch protected him.'",
            "Burger Palace",
            "Julian Beckett",
        ),
        (
            "Police telephoned Mayor Doug McLeod within an hour of the incident and informed him, “there were threats uttered against me,” McLeod said Monday.",
            "threats uttered",
            "Doug McLeod",
        ),
        (
            'The captain said "the sea is too high" so the ferry stayed in port.',
            "the sea",
            "The captain",
        ),
        (
            "Mr Wragg, who is bidding to succeed Mr Mendel, accused opponents of frightening people.\nBut he has been quoted as saying: \"I'm going to make sure it isn't downgraded or moved out of town.\"",
            "downgraded",
            "Wragg",
        ),
        (
            "A council meeting was held. The inquest heard that Mr Hand had eaten at six.",
            "had eaten",
            None,
        ),
    ],
)
def test_who_says_the_words(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    told = [one for one in statements(attributor, text) if any(words in text[a:b] for a, b in one.spans)]
    assert (told[0].speaker if told else None) == speaker
