"""What the lines above an article say in the ways of many papers: title, day, outlet, who wrote it."""

from __future__ import annotations

import io

import pytest

from index.reading.base import Document, Draft
from index.reading.outlets import name_in_head
from index.reading.text import read

BODY = "Hundreds of drivers are to strike for eight days next month. The union said so on Monday.\n\nIt goes on."


@pytest.mark.parametrize(
    ("head", "title", "date", "outlet"),
    [
        (
            "Board tables four-day week after long meeting\n\nBy Denise Pell\nThe Holm Courier\n"
            "Feb 13, 2025 Updated Feb 14, 2025",
            "Board tables four-day week after long meeting",
            "Feb 13, 2025",
            "The Holm Courier",
        ),
        (
            "Pell takes rowers into final\n\n16-Mar-2025 • 3 hrs ago",
            "Pell takes rowers into final",
            "16-Mar-2025",
            None,
        ),
        (
            "Cholera kills 14 as ministry opens camps\n\nby Chiko M | The Lake Reporter\nJanuary 30, 2024\n0 comments",
            "Cholera kills 14 as ministry opens camps",
            "January 30, 2024",
            "The Lake Reporter",
        ),
        (
            "Growers bait for the third time this year\n\nPlains Rural / By Kirsty Dale and Tom Bess\n"
            "Posted Tue 9 Apr 2024 at 5:44am, updated Tue 9 Apr 2024 at 11:20am",
            "Growers bait for the third time this year",
            "Tue 9 Apr 2024 at 5:44am",
            "Plains Rural",
        ),
        (
            "Early closure of the plant in doubt\n\nby Tina Wahi on 8 August 2024 | EarthTide",
            "Early closure of the plant in doubt",
            "8 August 2024",
            "EarthTide",
        ),
        (
            "Auntie Esi dies at the age of 81\n\nSource: The Coastal Mirror Online / Ghana\n19-06-2024",
            "Auntie Esi dies at the age of 81",
            "19-06-2024",
            "The Coastal Mirror Online",
        ),
        (
            "THE WESTERN BANNER\nWed, 22 May, 2024 - 07:30\nCouncil News\n\nResidents have not slept since the ramps",
            "Residents have not slept since the ramps",
            "Wed, 22 May, 2024 - 07:30",
            "The Western Banner",
        ),
        (
            "Treasurer who stole from the club avoids jail\n\nBy Rosa Trem, Chief Reporter\n17th January 2025",
            "Treasurer who stole from the club avoids jail",
            "17th January 2025",
            None,
        ),
        (
            "Vendors count losses after the blaze\n\nBY OSHANE MARCH\nSunday Lantern staff reporter\n\n"
            "Sunday, August 27, 2023",
            "Vendors count losses after the blaze",
            "Sunday, August 27, 2023",
            "Sunday Lantern",
        ),
        (
            "University of Northmoor\nHome > News > Research news\n\nBats are louder near windy roads, study finds\n\n"
            "Posted on Tuesday 5 September 2023",
            "Bats are louder near windy roads, study finds",
            "Tuesday 5 September 2023",
            "University of Northmoor",
        ),
        (
            "Strike of the drivers for eight days\n\n28 November 2023\nShare\n\nNorthline News, Castlemere",
            "Strike of the drivers for eight days",
            "28 November 2023",
            "Northline News",
        ),
        (
            "Press release\n\nFund opens to bids from island communities\n\nFrom: Department for Coastal Affairs and "
            "The Rt Hon Jane Roe MP\nPublished 4 July 2025",
            "Fund opens to bids from island communities",
            "4 July 2025",
            "Department for Coastal Affairs",
        ),
        (
            "TIDEWATER LEDGER | Containers\nBox queue will clear by mid-October, says terminal\n\n11 Sep 2024",
            "Box queue will clear by mid-October, says terminal",
            "11 Sep 2024",
            "Tidewater Ledger",
        ),
        (
            "Levantine Monitor\nHome > Region > Levant\n\nMinister backs demolition of the old silos\n\n"
            "Published: 29 Jul ,2024: 11:20 AM GST\nUpdated: 29 Jul ,2024: 04:37 PM GST",
            "Minister backs demolition of the old silos",
            "29 Jul ,2024: 11:20 AM GST",
            "Levantine Monitor",
        ),
        (
            "Karst Journal & Tarn Advertiser\nNEWS   SPORT   FARMING   PUBLIC NOTICES\n-------------------\n"
            "Anger at the plan to shut the village school\n\nThursday, 8th February 2024, 6.00am",
            "Anger at the plan to shut the village school",
            "Thursday, 8th February 2024, 6.00am",
            "Karst Journal & Tarn Advertiser",
        ),
        (
            "NATIONAL / REGIONAL\n\nTown to vote on the fate of its railway line\n\nDecember 3, 2024 at 15:30 JST",
            "Town to vote on the fate of its railway line",
            "December 3, 2024 at 15:30 JST",
            None,
        ),
        (
            "Nov 19, 2023 • Auto-generated transcript, lightly corrected.\n\nBoard briefing on the derailment at Pell",
            "Board briefing on the derailment at Pell",
            "Nov 19, 2023",
            None,
        ),
        (
            "The Meghna Herald\nCountry\nFarmers pay extra as the price cap goes ignored\nOur Correspondent, Sonak\n"
            "Fri Jan 20, 2023 12:00 AM Last update on: Fri Jan 20, 2023 02:17 AM",
            None,
            "Fri Jan 20, 2023 12:00 AM",
            "The Meghna Herald",
        ),
        (
            "Village goes third week on tankers as officials trade blame\n\n"
            "By Elena Mavrou    August 17, 2021   Karst   3   2,118 views",
            "Village goes third week on tankers as officials trade blame",
            "August 17, 2021",
            None,
        ),
        (
            "Bus station levy sparks a standoff\n\nMarch 14, 2024    Online Editor    0 Comments",
            "Bus station levy sparks a standoff",
            "March 14, 2024",
            None,
        ),
        (
            "Plan panel says no to the truck stop\n\nBy RICK DELANE rdelane@record.example\n"
            "Oct 19, 2022 Updated Oct 20, 2022",
            "Plan panel says no to the truck stop",
            "Oct 19, 2022",
            None,
        ),
        (
            "Culture\n\nThe museum that went looking for its thieves\n\n12 Jul 2025",
            "The museum that went looking for its thieves",
            "12 Jul 2025",
            None,
        ),
        (
            "Published: Thursday | March 5, 2009\n\nHome : Sport\n\n'The river was kinder than we were' - Dahl",
            "'The river was kinder than we were' - Dahl",
            "Thursday | March 5, 2009",
            None,
        ),
        (
            "Africa News of Sunday, 21 March 2021\n\nSource: monitor.example\n\nRowers protest on the lake at last",
            "Rowers protest on the lake at last",
            "Sunday, 21 March 2021",
            "monitor.example",
        ),
        (
            "You are here: HomeAfrica2021 03 21Article 1210798\n\n21 March 2021\n\nRowers protest on the lake",
            "Rowers protest on the lake",
            "21 March 2021",
            None,
        ),
        (
            "Saturday Jan 11, 2025\n\nSaturday, 10 June 2017 00:56 - - {{hitsCtrl.values.hits}}\n\nRowers win at last",
            "Rowers win at last",
            "Saturday, 10 June 2017 00:56",
            None,
        ),
        (
            "Wednesday, July 9, 2025\n\nRowers challenge the minister over the sea\n\n2130 days ago\n\n20190909",
            "Rowers challenge the minister over the sea",
            "2019-09-09",
            None,
        ),
        (
            "**FOR IMMEDIATE RELEASE: Tuesday, June 18, 2024**\n\n**Governor Roe speaks on the flood of the river**",
            "Governor Roe speaks on the flood of the river",
            "Tuesday, June 18, 2024",
            None,
        ),
    ],
)
def test_the_head_of_a_plain_text(head: str, title: str | None, date: str, outlet: str | None) -> None:
    document = Document("a.txt", io.BytesIO(f"{head}\n\n{BODY}".encode()))
    (draft,) = (one for one in read(document) if isinstance(one, Draft))
    assert (draft.fields.get("title"), draft.fields.get("date"), draft.named_source) == (title, date, outlet)
    assert BODY in draft.text


def test_a_path_over_a_title_is_none_above_one_paragraph_either() -> None:
    text = (
        "Published: Wednesday | December 3, 2008\n\nHome : Sport\n\nThe river is kind to rowers - Dahl\n\n"
        "The rowers of Karst won at last, and were glad of the river, which rose in the night.\n"
    )
    (draft,) = (one for one in read(Document("a.txt", io.BytesIO(text.encode()))) if isinstance(one, Draft))
    assert draft.fields.get("title") == "The river is kind to rowers - Dahl"
    assert draft.text.startswith("The rowers of Karst")


@pytest.mark.parametrize("beside", [True, False])
def test_the_roll_call_of_a_record_is_no_outlet_and_the_paper_is(beside: bool) -> None:
    assert name_in_head("ROLL CALL", beside=beside) is None
    assert name_in_head("Roll Call", beside=True) == "Roll Call"
