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
        (
            'Farmer Daniel Cameron gave evidence on Monday. Tim Baker worked for Mr Cameron, while Freddy was a neighbouring farmer.\n\n"Tim was fast becoming a local," he said.',
            "fast becoming",
            "Daniel Cameron",
        ),
        (
            'Governor Aliyu Bello spoke on Monday. He told Senator Musa Danjuma to, as he stated, "mind his own state".',
            "mind his own",
            "Aliyu Bello",
        ),
        (
            '"I have not heard anything," said Christoph Seidel and added:\n\n"Last but not least, his behaviour is a slap in the face", local media reported.',
            "slap in the face",
            "Christoph Seidel",
        ),
        (
            "Defence lawyer Moslem Uddin Jamal said the case was false. Moslem Uddin added that he would appeal.",
            "would appeal",
            "Moslem Uddin Jamal",
        ),
        (
            "Two die in Rotich church function\nDefiant Rotich maintains that nothing will stop him from gracing church harambees\nDeputy President Wilson Rotich has accused top government officials of instigating chaos that left two people dead on Sunday.",
            "nothing will stop",
            "Wilson Rotich",
        ),
        (
            "“You are not welcome in this county,” said former MP Gideon Njoroge. The former MP asked: “How can someone go to another person’s home without his knowledge?”\n\n“It is sad,” former Dagoreti West MP Daniel Wanyama, who accompanied him, said.",
            "How can someone",
            "Gideon Njoroge",
        ),
        (
            'The policewoman said: "She held my hand." "I pushed her hand away," she said.',
            "pushed her",
            "The policewoman",
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
            "The High Representative Christoph Seidel announced that he will be in Banja Luka next week.\n\nI actually have appointments there in the next few days, especially in Banja Luka. I stick to it and recommend him not to push his selfish moves anymore, Seidel said.",
            "I actually have",
            "Christoph Seidel",
        ),
        (
            'Prosecutor John Reed opened the case. The judge adjourned sentence. He said: "You must expect prison."',
            "expect prison",
            "The judge",
        ),
        (
            '"We were blown away," said Pete Moreno of the OceanDoc Society.\n\nGluing a transmitter tag to a squirming seal pup is tricky business. Greg Hallman, photo\n\n"We think it probably has to do with food."\n\nHe said one seal went as far as the Oregon Coast.',
            "one seal went",
            "Pete Moreno",
        ),
        (
            "The Labour senator's suggestion that the bridge be tolled was dismissed by Mayor Ann Kelly on Friday.",
            "be tolled",
            "The Labour senator",
        ),
        (
            'Her uncle said she was a careful driver.\nThe crash was described as "unavoidable".',
            "unavoidable",
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
            '"There were no smoke detectors," said Firefighter Glenn Medeiros.',
            "smoke detectors",
            "Glenn Medeiros",
        ),
        (
            "John Ryan (50) died in May. His widow, Ellen, told the court he had been well. Mrs Ryan said she missed him.",
            "she missed",
            "Ellen Ryan",
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
            'The captain said "the sea is too high" so the ferry stayed in port.',
            "the sea",
            "The captain",
        ),
        (
            'Prosecutor Susan Reed spoke for an hour. The victim\'s sister then addressed the court.\n\n"I want justice," she said.',
            "want justice",
            "The victim's sister",
        ),
        (
            'John Brown was killed on Monday.\n\nJohn Brown\'s father spoke outside the court. "I want justice," he said.',
            "want justice",
            "John Brown's father",
        ),
        (
            'John Brown\'s father Peter also spoke. "I want justice too," he said.',
            "want justice",
            "Peter",
        ),
        (
            'Mr Alan Smith said he was hurt.\n\nAnother villager Mr Peter Jones said:\n\n"I was also hurt," he said.',
            "also hurt",
            "Peter Jones",
        ),
        (
            'Mr Alan Smith said he was hurt.\n\nAnother villager Mr Peter Jones (54) of Kitwe said: "I was also hurt," he said.',
            "also hurt",
            "Peter Jones",
        ),
        (
            "NAIROBI, Kenya: Spokesman Peter Kamau said on Thursday talks would be held.\n\nKenya had condemned the terror incident.\n\n“The meeting is going to be held,” he told a briefing.",
            "meeting is going",
            "Peter Kamau",
        ),
        (
            "Durban - Peter Kamau said on Wednesday that he was concerned.",
            "he was concerned",
            "Peter Kamau",
        ),
        (
            'Killers appeal sentences\n\nEamon Raftery\n\nAt a previous sentence appeal the defendant shouted "get me out of this court".\n\nHe also shouted, "dirty rats" as staff ushered him to the cell area.',
            "dirty rats",
            "the defendant",
        ),
        (
            "Police have warned of danger.\n\nThe report covers five years. It says 32 per cent of people go on to reoffend.",
            "32 per cent",
            "The report",
        ),
        (
            "Nerissa Ramlall-Kirsten added that Ncube also admitted to the attempted murder of Jabulile Mseleku. 'Ncube further admitted to malicious damage to property and the unlawful possession of a firearm.\n\n'His admissions were accepted by the state,' Ramlall-Kirsten said.",
            "malicious damage",
            "Nerissa Ramlall-Kirsten",
        ),
        (
            'Teachers across Ontario said the plan was "a mess".',
            "a mess",
            "Teachers across Ontario",
        ),
        (
            "Police spokesman, SP Benjamin Hunpatin, said Olatunji was apprehended.",
            "was apprehended",
            "Benjamin Hunpatin",
        ),
        (
            'Ward 32 Councillor Stephen Munyaradzi confirmed receiving the concerns.\n\n"I have received such concerns," said Clr Munyaradzi.',
            "such concerns",
            "Stephen Munyaradzi",
        ),
        (
            "The judge in the Barry Brennan manslaughter trial has urged the jury to ignore the publicity.\n\nJudge Martin Whyte yesterday began his closing address to the jury.",
            "ignore the publicity",
            "Martin Whyte",
        ),
        (
            "The attacker is said to be the mentally-challenged son of the woman.",
            "The attacker",
            None,
        ),
        (
            "The incident was reported to Shurugwi police who promised to investigate.",
            "The incident",
            None,
        ),
        (
            "The documentary which is an undercover work by Mensah Awuku captures a group of young men and women said to be members of a militia group.",
            "members of",
            None,
        ),
        (
            "The spokesperson responded, “As regards blaming Pakistan, I do not want to go into details of such incidents.\nIt is not a good approach to blame others. Only then we can talk about it.”",
            "good approach",
            "The spokesperson",
        ),
        (
            "“We want a principal this time. That’s why I have endorsed this man to vie for the seat,'’ Charles Wafula said.",
            "endorsed this man",
            "Charles Wafula",
        ),
        (
            "Martin Gray (21), Tritonbrook Rd, Dublin 4, has pleaded not guilty to murdering Adam Yeates (19), at or near Bremore Road, Dublin, on April 11th last year.",
            "April 11th",
            "Martin Gray",
        ),
        (
            "Saunders on the loss\nCoach Darnell Saunders met the press after the game.\n\nOn the play of Travon Hunt: “He played well for us today.”",
            "played well",
            "Darnell Saunders",
        ),
        (
            'Monday press conference\nHead Coach Ray Rodman\n\nOn quarterback B.J. Denning:\n\n"B.J. will be ready. He has waited three years for this."\n\nSenior Wide Receiver Dan Buckley\n\nOn B.J. Denning:\n\n"He came into the huddle and told us to relax."',
            "came into the huddle",
            "Dan Buckley",
        ),
        (
            "Head Coach Mike McDermott\n\n(How is QB Tai Tagaloa feeling?) – “He had a headache.”\n\n(Is there a chance that QB Tai Tagaloa rests?) – “I’m not even thinking about timetables right now.”",
            "about timetables",
            "Mike McDermott",
        ),
        (
            "Portfolio Committee on Women\nChairperson: Ms N Dlomo (ANC)\n\nThe Chairperson said Members should not repeat questions.\n\nAdv Nomvula Sithebe, CGE Chairperson, replied that the Commission had nine provincial offices.",
            "not repeat",
            "N Dlomo",
        ),
        (
            "Portfolio Committee on Women\nChairperson: Ms N Dlomo (ANC)\n\nThe Chairperson said Members should not repeat questions.\n\nAdv Nomvula Sithebe, CGE Chairperson, replied that the Commission had nine provincial offices.",
            "nine provincial",
            "Nomvula Sithebe",
        ),
        (
            "Minister answers\nPETALING JAYA: John Smith said it is his responsibility to scrutinise ventures.\n\n“I am the minister,” he said.",
            "I am the minister",
            "John Smith",
        ),
        (
            "Minister answers\nPETALING JAYA: John Smith said it is his responsibility to scrutinise ventures.\n\n“I am the minister,” he said.",
            "his responsibility",
            "John Smith",
        ),
        (
            "Funeral\nNairobi, Kenya: President Joram Karanja today joined mourners in a funeral service for Limuru MP Gerald Muchiri.\n\nHe said the MP was a good man.",
            "good man",
            "Joram Karanja",
        ),
        (
            "The APC in a statement signed by its acting Publicity Secretary, Yerima Nabila, said Senator Enyioma Abanobi should own up.\n\nHe said: “It is on record that Abanobi made false verbal attacks.”",
            "on record",
            "Yerima Nabila",
        ),
        (
            "Steven Lambert complained about the conduct of one member, John McLaren.\n\nThe conservation officer had said it was mostly bracken.\n\n“It wasn’t until Mr McLaren’s actions were made aware to me that things started to make sense,” he added.",
            "make sense",
            "Steven Lambert",
        ),
        (
            "Manoj Raju said he would visit the area.\n\nThe man says he then told the Minister that there is nothing wrong.\n\nHe further told Khan that the Minister had asked him another question.",
            "another question",
            "The man",
        ),
        (
            "Minister for Agriculture, Doctor Manoj Raju said he is not the minister.\n\nDoctor Raju says there are comments being made.",
            "being made",
            "Manoj Raju",
        ),
        (
            "Leader of Government Business Carol Robinson said they were told that the question was withdrawn.",
            "was withdrawn",
            "Carol Robinson",
        ),
        (
            "Police Thursday night issued a prohibition order against the party citing some intelligence the protest was going to turn violent.",
            "turn violent",
            "Police",
        ),
        (
            "The investment, trade and industry minister says it was not his responsibility to correct reports.",
            "correct reports",
            "The investment, trade and industry minister",
        ),
        (
            'Prof Daniel Sibley said the species was a rare discovery.\n\nThe professor said the process was like "salami slicing".',
            "salami",
            "Daniel Sibley",
        ),
        (
            "The briefing was given by Hélène Moreau, Spokesperson for the Secretary-General.\n\nThe Secretary-General told the Fifth Committee, “Never has the world so needed a strong Organization.”",
            "Never has",
            "The Secretary-General",
        ),
        (
            "Director General Ramiro Mauricio Grassi today spoke to reporters.\n\nThe Director-General said, “it’s been overlooked, and we should perhaps think about this.”",
            "been overlooked",
            "Ramiro Mauricio Grassi",
        ),
    ],
)
def test_who_says_the_words(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    told = [one for one in statements(attributor, text) if any(words in text[a:b] for a, b in one.spans)]
    assert (told[0].speaker if told else None) == speaker
