"""Kinds of sentences met in the newspapers of many countries, in invented names: who says the words, or nobody."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import statements, who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # places that look like people, and an office named again
        (
            "Speaking in Port Halden, the chancellor said that she would sell the old pier.",
            "sell the old pier",
            "the chancellor",
        ),
        (
            "Speaking in Vela Ruka, the provost said that the lighthouse needs a keeper.",
            "needs a keeper",
            "the provost",
        ),
        (
            "Prime Minister Sarmad Khan travelled north. Opening a boat show in Dera Bakhtu Khan, the premier said "
            "that two ferries were on order.",
            "two ferries",
            "Sarmad Khan",
        ),
        (
            "Prime Minister Sarmad Khan travelled south. Touring a fruit market in Mandi Sohanuddin, the premier "
            "scolded the orchard owners. The orchard owners are wasteful, he added.",
            "are wasteful",
            "Sarmad Khan",
        ),
        (
            "Prime Minister Sarmad Khan watched a boat race on Tuesday. While teasing Rowers president Danyal "
            "Shakoor, the premier asked, “Why do you fear the river?” The regatta should be rowed every spring, he "
            "suggested.",
            "Why do you",
            "Sarmad Khan",
        ),
        (
            "Prime Minister Sarmad Khan watched a boat race on Tuesday. While teasing Rowers president Danyal "
            "Shakoor, the premier asked, “Why do you fear the river?” The regatta should be rowed every spring, he "
            "suggested.",
            "should be rowed",
            "Sarmad Khan",
        ),
        (
            "The High Representative Matthias Kofler announced that he will row to Vela Ruka on Saturday.\n\n"
            "I gladly take the oars whenever the lake is calm, above all near Vela Ruka. I keep my word and advise "
            "him not to bring his noisy motorboat again, Kofler said.",
            "I gladly take",
            "Matthias Kofler",
        ),
        (
            "Matthias Kofler said this after President Stevo Maric's declaration that from Easter onwards he will "
            "be barred from mooring at the island.",
            "barred from",
            "Stevo Maric",
        ),
        (
            '"I have never seen the timetable," said Matthias Kofler and added:\n\n'
            '"All things considered, this ferry is a gift to the island", local radio reported.',
            "gift to the island",
            "Matthias Kofler",
        ),
        (
            "The news was brought by Élodie Garnier, Spokesperson for the Secretary-General.\n\n"
            "The Secretary-General told the Second Committee, “Seldom did a harbour so deserve a new lighthouse.”",
            "Seldom did",
            "The Secretary-General",
        ),
        (
            "Director General Tomás Ernesto Bellini today met librarians.\n\n"
            "The Director-General said, “that shelf gathered dust, and someone might at last open that cupboard.”",
            "gathered dust",
            "Tomás Ernesto Bellini",
        ),
        (
            'Dr Jane Roe said he had slept on the ferry. "My cabin was flooded," the doctor said.',
            "was flooded",
            "Jane Roe",
        ),
        (
            "Prof Ada Quill said the map was an early print.\n\n"
            'The professor said the folding was like "closing an umbrella".',
            "umbrella",
            "Ada Quill",
        ),
        (
            'Coroner Donal Heffernan read his findings. "The tide was cruel," the coroner said.',
            "was cruel",
            "Donal Heffernan",
        ),
        (
            "The judge in the Colm Devery smuggling trial has asked jurors to forget the sea shanties.\n\n"
            "Judge Liam Garvey yesterday opened his summing-up.",
            "forget the sea shanties",
            "Liam Garvey",
        ),
        (
            "“Your goats may not graze on this island,” said former MP Simeon Mwangi. The former MP asked: “Who "
            "brings a herd across a bridge before sunrise?”\n\n"
            "“It is odd,” former Karst West MP Peter Otieno, who rode with him, said.",
            "Who brings a herd",
            "Simeon Mwangi",
        ),
        # titles, offices and ranks before the name
        (
            "A bench of justice Vikram Joshi and justice Leela Nair said the toll on the bridge was unlawful.",
            "was unlawful",
            "Vikram Joshi",
        ),
        (
            "Minister for Coastal Peoples Sina Hopwood, who learned to row there, said the village had been cut off.",
            "cut off",
            "Sina Hopwood",
        ),
        (
            "Minister for Fisheries, Doctor Dinesh Lal said he is no swimmer.\n\n"
            "Doctor Lal says there are lanterns being lit.",
            "being lit",
            "Dinesh Lal",
        ),
        (
            "Councillor for Karst Division Jorun Tallis-Webb said the library was full of moths.",
            "full of moths",
            "Jorun Tallis-Webb",
        ),
        (
            "Ward 9 Councillor Tendai Chirwa confirmed reading the petition.\n\n"
            '"I have counted every signature," said Clr Chirwa.',
            "every signature",
            "Tendai Chirwa",
        ),
        (
            '"The closed-door vote left nobody any wiser about the library roof," said city Coun. Ada Quill, in a '
            "letter to the market traders.",
            "closed-door",
            "Ada Quill",
        ),
        (
            '"The market needs a taller clock," said Ald. Ivo Dahl.',
            "taller clock",
            "Ivo Dahl",
        ),
        (
            '"The lighthouse wants a coat of paint," said Cllr. Ann Poe on Sunday.',
            "coat of paint",
            "Ann Poe",
        ),
        (
            '"The ladder was too short for the belfry," said Firefighter Joel Aguiar.',
            "too short",
            "Joel Aguiar",
        ),
        (
            "Constable Sipho Andrew Ndaba told the inquiry that he had crossed the bridge twice.",
            "crossed the bridge",
            "Sipho Andrew Ndaba",
        ),
        (
            "Police spokesman, SP Emeka Adisa, said Okon was pulled from the lagoon.",
            "was pulled",
            "Emeka Adisa",
        ),
        (
            "Labour’s Holtham MP, Jack Pell, has announced that he was moving to a lighthouse.",
            "moving to a lighthouse",
            "Jack Pell",
        ),
        (
            "At Prime Minister's Questions, Liberal MP for North West Haldenshire Rupert Oakham asked the prime "
            "minister about fears that ministers were selling the public orchards.",
            "public orchards",
            "Rupert Oakham",
        ),
        (
            "Leader of Government Business Pearl Whittaker said they were promised that the footbridge was repaired.",
            "was repaired",
            "Pearl Whittaker",
        ),
        (
            "Portfolio Committee on Harbours\nChairperson: Ms T Mabena (NPC)\n\n"
            "The Chairperson said latecomers could leave umbrellas outside.\n\n"
            "Adv Lerato Phiri, NLA Chairperson, replied that her office ran four lighthouses.",
            "leave umbrellas",
            "T Mabena",
        ),
        (
            "Portfolio Committee on Harbours\nChairperson: Ms T Mabena (NPC)\n\n"
            "The Chairperson said latecomers could leave umbrellas outside.\n\n"
            "Adv Lerato Phiri, NLA Chairperson, replied that her office ran four lighthouses.",
            "four lighthouses",
            "Lerato Phiri",
        ),
        (
            "IN CROSS-EXAMINATION Cathal Hanley put it to Garda Mulcahy that he had warned her that the mast was "
            "cracked.\n\n"
            "Mr Hanley said that his notes were that Mr K. had handed over the rudder.",
            "handed over",
            "Cathal Hanley",
        ),
        (
            "The prosecutor Simon Tarrant added: 'She chased the market traders with a broom and they hid behind a "
            "stall.\n\n"
            "'She climbed into Plum Corner where Mr Ludlow took the handle to calm her.\n\n"
            "'She tore Mr Ludlow's apron but happily his braces saved him.'",
            "Plum Corner",
            "Simon Tarrant",
        ),
        (
            "Anita Govender-Maas added that Dlamini also confessed to the midnight removal of a rowing trophy. "
            "'Dlamini then confessed to careless handling of a canoe and the secret sale of an anchor.\n\n"
            "'His apology was welcomed by the club,' Govender-Maas said.",
            "careless handling",
            "Anita Govender-Maas",
        ),
        # given names, double names and families
        (
            "KT PBR chairman Hafiz Jamil alleged Rosli Idris had flattered Kamal.\n\n"
            "Hafiz added that the sketches printed in his guide also hinted that Rosli doubted the wisdom of "
            "selling a lighthouse to Kamal two summers ago.\n\n"
            "“His conduct (in drawing the map) looks as if he is mocking the keepers,” he said after handing in "
            "the petition.",
            "mocking",
            "Hafiz Jamil",
        ),
        (
            "MP Hafiz Salleh visited an orchard on Sunday. Tan Sri Hafiz said he had eaten too many plums.",
            "too many plums",
            "Hafiz Salleh",
        ),
        (
            "Club secretary Nordin Yusof said the boathouse was damp. Nordin added that he would paint it.",
            "would paint",
            "Nordin Yusof",
        ),
        (
            "School inspector Nizam Uddin Talukder said the library was tidy. Nizam Uddin added that he would lend "
            "it an atlas.",
            "would lend",
            "Nizam Uddin Talukder",
        ),
        (
            "Olaf Holm (63) drowned in April. His widow, Greta, told the inquest he had loved boats. Mrs Holm said "
            "she sold his dinghy.",
            "sold his dinghy",
            "Greta Holm",
        ),
        (
            "Olaf’s daughter’s teacher, who gave her name only as Lotte, said the girl was fond of lighthouses.",
            "fond of",
            "Lotte",
        ),
        (
            "Tom Lind was rescued on Saturday.\n\n"
            'Tom Lind\'s brother spoke beside the lighthouse. "I owe them a boat," he said.',
            "owe them",
            "Tom Lind's brother",
        ),
        (
            'Ivo Dahl\'s brother Martin also spoke. "I planted these pears," he said.',
            "planted these",
            "Martin",
        ),
        (
            "Prosecutor Ada Quill read from a ledger. The ferryman's daughter then addressed the jury.\n\n"
            '"I miss the old boat," she said.',
            "miss the old",
            "The ferryman's daughter",
        ),
        (
            "Mr Karl Brandt said he was soaked.\n\n"
            "Another trader Mr Olaf Holm said:\n\n"
            '"My herrings floated away," he said.',
            "floated away",
            "Olaf Holm",
        ),
        (
            "Mr Tom Lind said he was thirsty.\n\n"
            'Another picker Mr Ivo Dahl (38) of Holt said: "My basket was full by noon," he said.',
            "full by noon",
            "Ivo Dahl",
        ),
        # speakers without a name
        (
            "A spokesman for the Kettawin First Nation said the weir was a landmark.",
            "a landmark",
            "A spokesman for the Kettawin First Nation",
        ),
        (
            "Port Halden anglers on Oct 9 held a silent sit-in against city plans for a second marina, saying it "
            "left no room for herons.",
            "room for herons",
            "Port Halden anglers",
        ),
        (
            'The ferrywoman said: "She took my oar." "I pulled it out of her boat," she said.',
            "pulled it",
            "The ferrywoman",
        ),
        (
            'The baker said "the oven is too cold" so the market went without bread.',
            "the oven",
            "The baker",
        ),
        (
            'Beekeepers across Norvania said the bridge was "a marvel".',
            "a marvel",
            "Beekeepers across Norvania",
        ),
        (
            "The harbours, canals and bridges minister says it was never his habit to count gulls.",
            "count gulls",
            "The harbours, canals and bridges minister",
        ),
        (
            "The Liberal deputy's suggestion that the market be roofed was rejected by Mayor Jane Roe on Tuesday.",
            "be roofed",
            "The Liberal deputy",
        ),
        (
            "Police Sunday evening signed a closing notice against the market citing a forecast the river was "
            "going to burst its banks.",
            "burst its banks",
            "Police",
        ),
        (
            "The spokesperson responded, “As for painting Halden, I would rather keep quiet about the colours of "
            "its houses.\nMocking a town is no kind habit. Then we may all admire it.”",
            "kind habit",
            "The spokesperson",
        ),
        # who the pronoun is
        (
            "Boatbuilder Karl Brandt spoke on Wednesday. Olaf Holm rowed for Mr Brandt, while Jonny was a rival "
            "boatbuilder.\n\n"
            '"Olaf could mend any oar," he said.',
            "mend any oar",
            "Karl Brandt",
        ),
        (
            "Governor Sani Garba opened a market on Thursday. He told Senator Ibrahim Tanko to, as he put it, "
            '"sweep his own quay".',
            "sweep his own",
            "Sani Garba",
        ),
        (
            "Ronan Mawhinney came before the bench. A detective sergeant from Quarry Street told District Judge "
            "Norman Leckey he thought he could link Mawhinney to the missing lanterns.\n\n"
            "He also said officers were searching a loft.",
            "searching a loft",
            "A detective sergeant from Quarry Street",
        ),
        (
            'Prosecutor Karl Brandt summed up. The judge delayed the ruling. He said: "You shall return the boat."',
            "return the boat",
            "The judge",
        ),
        (
            "Mayor Tom Lind launched the ferry. A spokesman regretted the long queue. He said it was due to fog.",
            "due to fog",
            "A spokesman",
        ),
        (
            "Curtis Vane stated the pair were on the jetty when the quarrel began. He stated the angler had "
            "splashed and soaked him all morning and “perhaps he shouted but was tired of having his sandwiches "
            "ruined,” the affidavit said.",
            "had splashed",
            "Curtis Vane",
        ),
        (
            "Firefighters rang Mayor Hugh Sinclair before the end of the concert and warned him, “smoke was coming "
            "out of my boathouse,” Sinclair said Tuesday.",
            "out of my boathouse",
            "Hugh Sinclair",
        ),
        (
            "Mr Pell, who is hoping to replace Mr Lorimer, accused rivals of scaring swimmers.\nBut he has been "
            "quoted as saying: \"The otters can't vote, so they'll need a friend who swims.\"",
            "need a friend",
            "Pell",
        ),
        (
            "Poachers challenge fines\n\n"
            "Declan Mooney\n\n"
            'At an earlier fishing tribunal the defendant shouted "give back my nets".\n\n'
            'He also shouted, "thieving gulls" as ushers led him to a side door.',
            "thieving gulls",
            "the defendant",
        ),
        (
            "Keepers have complained of fog.\n\n"
            "The survey covers nine harbours. It says 14 per cent of lamps burn too low.",
            "14 per cent",
            "The survey",
        ),
        (
            "Farewell\nNorport, Norvania: President Julius Kimani today joined rowers at a farewell supper for "
            "Holt MP Stanley Ndegwa.\n\n"
            "He said the MP had mended every boat himself.",
            "had mended",
            "Julius Kimani",
        ),
        (
            "The BFU in a statement signed by its deputy Publicity Secretary, Bala Shehu, said Senator Chidi "
            "Okafor should pay his fare.\n\n"
            "He said: “Everybody saw Okafor cross the lagoon for nothing.”",
            "Everybody saw",
            "Bala Shehu",
        ),
        (
            "Karl Brandt complained about the manners of one rower, Ewan Muir.\n\n"
            "The harbour surveyor had said it was largely seaweed.\n\n"
            "“It was only when Mr Muir’s bucket was shown to me that the smell was explained,” he added.",
            "smell was explained",
            "Karl Brandt",
        ),
        (
            "Ravi Naidu said he would inspect the bridge.\n\n"
            "The man says he also told the Governor that the planks are sound.\n\n"
            "He further told Ali that the Governor had lent him a hammer.",
            "lent him a hammer",
            "The man",
        ),
        # quotations over several paragraphs, between captions and in press conferences
        (
            "Opposition Whip Sunil Amarakoon demanded that the Minister publish the name of the buyer.\n\n"
            '"Someone told the HPA to sell the crane. It was printed in every paper.\nThe Assembly deserves to '
            "learn what the crane was worth. There are two offers before the NLC.\n\n"
            "We wish to learn who told the HPA to sell. The Minister should read out to the Assembly who signed "
            'that letter."',
            "We wish to learn",
            "Sunil Amarakoon",
        ),
        (
            "Herons head coach Barry Tolland has come to expect such evenings from his goalkeeper.\nThe name on "
            "every banner tonight. pic.twitter.com/Qa7LmNoPx2\n— Wes Parnell (@WesParnell) October 4, 2017\n"
            "“That’s our Moxie,” he said after the final whistle.",
            "our Moxie",
            "Barry Tolland",
        ),
        (
            '"We could hardly believe it," said Luis Ortega of the LampKeep Trust.\n\n'
            "Hanging a brass bell in a swaying belfry takes four people. Dora Finch, photo\n\n"
            '"We suppose the wind has a hand in it."\n\n'
            "He said one bell was heard beyond the Karst Hills.",
            "one bell was heard",
            "Luis Ortega",
        ),
        (
            "“We need a lifeboat this year. So I begged this woman to build us one,'’ Moses Barasa said.",
            "begged this woman",
            "Moses Barasa",
        ),
        (
            "Whitlock on the draw\nCoach Marcus Whitlock met reporters after the regatta.\n\n"
            "On the steering of Devin Cole: “He missed every buoy for once.”",
            "missed every buoy",
            "Marcus Whitlock",
        ),
        (
            "Friday media session\nHead Coach Walt Emmons\n\n"
            "On quarterback T.K. Larsen:\n\n"
            '"T.K. can throw in any gale. He grew up beside a lighthouse."\n\n'
            "Junior Wide Receiver Gus Tolliver\n\n"
            "On T.K. Larsen:\n\n"
            '"He sang on the ferry and made everyone laugh."',
            "sang on the ferry",
            "Gus Tolliver",
        ),
        (
            "Head Coach Stan Kowalik\n\n"
            "(Where did QB Sefa Leota train?) – “He ran along the harbour.”\n\n"
            "(Is there a plan that QB Sefa Leota swims?) – “I’m only worrying about the ferry tickets today.”",
            "ferry tickets",
            "Stan Kowalik",
        ),
        # headlines and the names of towns before the report
        (
            "Three bruised at Kiptoo ferry launch\nCheerful Kiptoo insists that no storm will keep him from "
            "opening new ferries\nDeputy President Barnabas Kiptoo has blamed idle harbour clerks for a muddle in "
            "which three rowers fell off a pontoon on Friday.",
            "no storm will keep",
            "Barnabas Kiptoo",
        ),
        (
            "NORPORT, Malta: Spokesman Karl Brandt said on Saturday a regatta would be rowed.\n\n"
            "Malta had praised the lighthouse crew.\n\n"
            "“The boats are all painted blue,” he told a briefing.",
            "boats are all",
            "Karl Brandt",
        ),
        (
            "Eastport - Olaf Holm said on Monday that he was building an ark.",
            "building an ark",
            "Olaf Holm",
        ),
        (
            "Keeper explains\nPORT HALDEN: Tom Lind said it is his duty to polish the lamps.\n\n"
            "“I own the ladder,” he said.",
            "I own the ladder",
            "Tom Lind",
        ),
        (
            "Keeper explains\nPORT HALDEN: Tom Lind said it is his duty to polish the lamps.\n\n"
            "“I own the ladder,” he said.",
            "his duty",
            "Tom Lind",
        ),
        (
            "Conor Blake (33), Lanternhill Rd, Norport 6, has pleaded not guilty to robbing Noel Tracey (58), at "
            "or near Orchard Road, Norport, on June 2nd last year.",
            "June 2nd",
            "Conor Blake",
        ),
        # nobody
        (
            "Police said three rowers were jeered beside the boathouse. They had been suspected of borrowing oars.",
            "borrowing oars",
            None,
        ),
        (
            "Opposition leader Méabh Tuite has been pressed to give an account to the Seanad of a missing library "
            "ledger.",
            "Méabh",
            None,
        ),
        (
            '"You would never row in it, would you, just watch the waves," another woman said, pointing to the '
            "half hidden lighthouse.",
            "half hidden",
            None,
        ),
        (
            'Her aunt said she was a patient gardener.\nThe harvest was described as "astonishing".',
            "astonishing",
            None,
        ),
        (
            "A brass lantern picked up after two boats were searched in Eastport was meant for a smugglers' "
            "lighthouse, a court has heard.",
            "brass lantern",
            None,
        ),
        (
            "Harold and Winnie Ablett, both 91, drowned within sight of the same pier on a calm evening, a joint "
            "inquest into the accidents heard.",
            "drowned within",
            None,
        ),
        (
            "A harbour fair took place. The inquest heard that Mr Poole had sailed at noon.",
            "had sailed",
            None,
        ),
        (
            "When asked what the sweetest apple was Dahl replied with, “We never grew one.”",
            "sweetest apple",
            None,
        ),
        (
            "This October 3, 1952 file photo shows crooked masts beside a customs house in Port Halden, Ore.",
            "crooked",
            None,
        ),
        (
            "Norvania Court Judge Edwin T. Loomis refused to leaf through an album of faded postcards gathered by "
            "the ferryman.",
            "an album",
            None,
        ),
        (
            "The ferryman is said to be the left-handed nephew of the baker.",
            "The ferryman",
            None,
        ),
        (
            "The theft was reported to Norport police who agreed to search the orchard.",
            "The theft",
            None,
        ),
        (
            "The documentary which is a first portrait by Kojo Asante follows a crew of old sailors and cooks said "
            "to be heirs of a pirate king.",
            "heirs of",
            None,
        ),
        # a head of state and a member of his cabinet with one surname
        (
            "The union met President Kirunda and Health Minister Hon Ruth Nakato Kirunda. President Kirunda told "
            "the nurses that the roof would be mended.",
            "would be mended",
            "Kirunda",
        ),
        (
            "The nurses met minister of Health Ruth Kirunda and others. President Kirunda told them of a plan. “We "
            "have a ladder,” Kirunda added.",
            "have a ladder",
            "Kirunda",
        ),
        (
            "The nurses met Ruth Kirunda, the health minister, on Friday. President Kirunda said that the roof was "
            "old. “I am glad of it,” the minister said.",
            "glad of it",
            "Ruth Kirunda",
        ),
        (
            "President Barry Kirunda and Foreign Secretary Ruth Kirunda came by boat. President Kirunda said that "
            "the lake was calm.",
            "was calm",
            "Barry Kirunda",
        ),
        (
            "Senator Barry Kirunda won the vote in November. President Kirunda said that the lake was calm.",
            "was calm",
            "Barry Kirunda",
        ),
        # the first of two surnames, and offices by their initials
        (
            "The mayor, Pedro Sanchis Boix, spoke on Monday. Sanchis said that the bridge was closed.",
            "was closed",
            "Pedro Sanchis Boix",
        ),
        (
            "“There has been no word of it,” said legislator Ludmilla Yip Lowe Suk-wan, of the party. Yip said that "
            "the ferry might help.",
            "might help",
            "Ludmilla Yip Lowe Suk-wan",
        ),
        (
            "The Salma Orchard Show opened on Friday. Orchard said that the cook was late.",
            "was late",
            "Orchard",
        ),
        (
            "Coastal Regional Commissioner (RC), Abdalla Mukunda opened the well. “Ours is a dry region,” RC Mukunda "
            "said.",
            "a dry region",
            "Abdalla Mukunda",
        ),
        (
            "Deputy President Mutua Kitonga spoke in the north. DP Kitonga said that the road was done.",
            "road was done",
            "Mutua Kitonga",
        ),
        (
            "Senator Mutua Kitonga spoke in the north. JD Kitonga said that the road was done.",
            "road was done",
            "JD Kitonga",
        ),
        (
            "He plays a cook in T.J. Chamond’s “A Bitter Year”. Chamond said that the soup was real.",
            "soup was real",
            "T.J. Chamond",
        ),
        (
            "Lead Member for Harbours, Cllr Paul Wynford, said that the school must close.",
            "must close",
            "Paul Wynford",
        ),
        (
            "Dana watched as rowers arrived and shouted for the keeper inside to come out.",
            "the keeper inside",
            "rowers",
        ),
        (
            "Dana watched as rowers arrived and said that it was late.",
            "it was late",
            "Dana",
        ),
        (
            "A Tarnow Bus Harland town bus.\n\nThe strike will stop Harland town bus lines and Te Mora school "
            "lines.\n\nBut Tarnow Bus said it was is growing increasingly tired of Rowing Union's unwillingness to "
            "engage in talks.",
            "increasingly tired",
            "Tarnow Bus",
        ),
        (
            "At the start of the trial journalists from the Harbour Association, the Norport Evening Post and the "
            "Tarnow Free Press sent the judge a note asking if he would lift anonymity orders.",
            "would lift",
            "journalists from the Harbour Association, the Norport Evening Post and the Tarnow Free Press",
        ),
        (
            "At the start of the hearing reporters from the Harbour Press, the Norport Evening Post and the Tarnow "
            "Free Star sent the judge a note asking if he would lift the order.",
            "would lift",
            None,
        ),
        (
            "The fares rose, according to Norvanian ministry figures published yesterday.",
            "fares rose",
            "Norvanian ministry figures",
        ),
        (
            "The Harlow City Council met on Monday.\n\nCity Council, ultimately, voted against the project, concerned "
            "about letting more piers so close to family homes.",
            "more piers",
            "Harlow City Council",
        ),
        (
            "The Harlow City Council met on Monday. The Tarnow City Council did too.\n\nCity Council, ultimately, "
            "voted against the project, concerned about letting more piers so close to family homes.",
            "more piers",
            "City Council",
        ),
        (
            "Abdul Oduyale said that the ferry was late. “It is an old ferry,” Mr, Oduyale added in reply to some "
            "papers.",
            "an old ferry",
            "Abdul Oduyale",
        ),
        (
            "The keeper should stop criticising the board, said State Minister of Women and Child Welfare, Preschools "
            "& Early Education, School Piers & Education Services Priya Kumari De Zilwa, speaking to media today.",
            "should stop",
            "Priya Kumari De Zilwa",
        ),
        (
            "The Cathaoirleach of the County Council Joe Dunleavy said a decision was reached with the chairs.",
            "was reached",
            "Joe Dunleavy",
        ),
        (
            "The closure was halted after a proposal by Tarn and Usk diocese director of education, James Merrick, "
            "that the closure should be paused.",
            "should be paused",
            "James Merrick",
        ),
        (
            "Tarn and Usk diocese, James Merrick writes, should be paused. Tarn and Usk diocese said that the closure "
            "should be paused.",
            "closure should be",
            "Tarn and Usk diocese",
        ),
        (
            "Hon. (Ms.) Atieno Odera said that the school had no lamp.",
            "no lamp",
            "Atieno Odera",
        ),
    ],
)
def test_who_says_the_words(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize("before", ["“The pier is open.”\n   ", "  \u2028, "])
def test_blanks_before_a_name_are_no_office(attributor: NewsAttributor, before: str) -> None:
    text = f"{before}Jane Roe said that the lamp was out."
    assert [one.speaker for one in statements(attributor, text)][-1] == "Jane Roe"
