"""Whose an office is that a page names without its state."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # The guest's state is not the host's.
        (
            "Vietnam opened its airspace. Deputy Defence Minister Hoang Xuan Chien received a delegation from Laos. "
            "Vietnam and Laos share a border. Laos thanked Vietnam.",
            "Hoang Xuan Chien",
            "VNM",
        ),
        # The United States have no foreign ministry and no prime minister.
        (
            "WASHINGTON - The US Senate voted. American officials cheered the US bill. China was relieved. "
            "But Foreign Ministry spokesman Geng Shuang said no.",
            "Geng Shuang",
            "CHN",
        ),
        # What an expert knows of is not whom he serves.
        ("William LeoGrande, a Cuba expert, spoke.", "William LeoGrande", None),
        # A state that is visited is not the traveller's.
        ("The then air force chief Fadjar Prasetyo had visited China in 2021.", "Fadjar Prasetyo", None),
        # Two offices of one state under one nationality, in a city abroad.
        (
            "Colombian President Juan Manuel Santos and Armed Forces Commander Juan Pablo Rodriguez spoke in Cuba.",
            "Juan Pablo Rodriguez",
            "COL",
        ),
        # One state alone is not that of a page that reports from another, or of another's places.
        ("The ex-envoy to Germany won in California. He beat Governor Karl Hale.", "Karl Hale", None),
        ("Germany slept. He beat Governor Karl Hale.", "Karl Hale", "DEU"),
        # Who directs what a firm does serves no state.
        ("Germany slept. Germany woke. Karl Hale, director of research at a firm, spoke.", "Karl Hale", None),
        ("Germany slept. Germany woke. Karl Hale, director of military operations, spoke.", "Karl Hale", "DEU"),
        ("Serbia was silent, the US was not. Rep. Karl Hale of Iowa spoke.", "Karl Hale", "USA"),
        # A chamber that only one state's press names without the state.
        ("Washington is silent. Adam Hale, a House Democrat, agreed with Serbia.", "Adam Hale", "USA"),
        ("Philippine troops left the Philippine base. Senator Jose Reyes thanked the US.", "Jose Reyes", "PHL"),
        # Whose man somebody is says whom he serves; a counterpart is of another state.
        ("Polish President Jan Duda met Germans. Duda's spokesman, Col. Adam Kos, left.", "Adam Kos", "POL"),
        ("Polish President Jan Duda met Germans. Duda adviser Adam Kos left.", "Adam Kos", "POL"),
        # What somebody heads says whom he serves.
        ("French jets flew over Mali. Gen. Jan Baert, who heads Belgian air forces, said so.", "Jan Baert", "BEL"),
        ("A Russian came. Ambassador Selim Kaya, heading Ankara's delegation, left.", "Selim Kaya", "TUR"),
        # Who meets another, or presides with him, is not of his state.
        (
            "LIMA: Admiral Jorge Paz of the Peruvian Navy, who is in Oman on a visit, called on the Commander of the "
            "Coast Guard, Brigadier General Saleh Hinai. Peru and Oman trade. The Omani side was pleased with Peru.",
            "Saleh Hinai",
            "OMN",
        ),
        (
            "Deputy Minister Tran Minh of Vietnam and Minister of State Paul Hale discussed the dialogue. Vietnam "
            "thanked Britain. The Vietnamese guests saw British ports. Vietnam is pleased.",
            "Paul Hale",
            "GBR",
        ),
        # Who accompanies somebody, named late in a long list, is of his side.
        (
            "Kenya's Secretary Aden Dual met Somali President Hassan Ali in Somalia. Dual was accompanied by Maj Gen Fred "
            "Leur the ACDF, Col Duncan Keit at the Defence Headquarters, Col (Dr) Edward Macku, and other officers.",
            "Edward Macku",
            "KEN",
        ),
        # Both states of the page in one sentence say nothing of which of the two is meant.
        (
            "LIMA: Chile's army chief came to Peru. President Jorge Paz made the Chilean army chief a general of the "
            "Peruvian Army. Chile and Peru share a border.",
            "Jorge Paz",
            "PER",
        ),
        # Who welcomes guests to a state is at home there.
        ("Brig Gen Moses Okello, who presided, welcomed the Kenyan delegation to Uganda.", "Moses Okello", "UGA"),
        ("Brig Gen Moses Okello, who presided, joined the Kenyan delegation to Uganda.", "Moses Okello", None),
        # Who receives guests is at home where he does.
        (
            "The Chief of Staff, General Peter Kamau, has hosted British Army Commander General Karl Hale at the "
            "Defence Headquarters in Nairobi.",
            "Peter Kamau",
            "KEN",
        ),
        # Who is met, or comes, with somebody is of his state.
        (
            "Spain's Ana Ruiz will pay a courtesy call on General Ahmed Shafy, Chief of the Maldives' National Defense "
            "Force, and Aminath Rasheed, Defence Minister.",
            "Aminath Rasheed",
            "MDV",
        ),
        ("The Thai guest was met in Laos by a Thai general, who was accompanied by Admiral Somsak Boon.", "Somsak Boon", "THA"),
        # The only state that a page names, also where it stands with another's office.
        ("Peruvian minister Ana Lopez resigned. She will be succeeded by General Luis Paz.", "Luis Paz", "PER"),
        # Whom somebody serves by name says of which state he is; so does what he commands.
        (
            "India met Saleh Hinai, Security Adviser to Omani Prime Minister Omar Badri. India is glad.",
            "Saleh Hinai",
            "OMN",
        ),
        ("Thai Lt. Gen. Tawat Samut and Lt. Gen. Chea Mon, who commands Cambodia's 5th Region, met.", "Chea Mon", "KHM"),
        # Those who trained others act as much as those who were trained.
        (
            "NEW DELHI - Men of the Peruvian Navy were trained by India and got badges from the naval chief, Admiral Ravi Rao.",
            "Ravi Rao",
            "IND",
        ),
        # Whom a state hosts is not of it.
        ("Peru hosted the minister of health Luis Paz on Monday. Peru is glad, Peru rejoices.", "Luis Paz", None),
        ("Canberra slept. Opposition Leader Bill Hale spoke for an hour. Australia listened.", "Bill Hale", "AUS"),
        ("The decision was backed by the PAF commander Luis Reyes. The Philippines and Israel signed.", "Luis Reyes", "PHL"),
        # What "whose" stands for.
        ("Rwanda sold jets to Togo, whose Defence Minister, Kofi Mensah, was glad.", "Kofi Mensah", "TGO"),
        # The town in the name of an office lies in its state, whoever else the page speaks of.
        (
            "Japan's ships came, the Japanese crews wave. Captain Rafiq Alam, commander of Chattogram Naval Area, bowed.",
            "Rafiq Alam",
            "BGD",
        ),
        # A spokesman in a capital, not a guest there.
        ("In Manila, military spokesman Jose Reyes said so. Peru was silent. Chile and Peru agreed.", "Jose Reyes", "PHL"),
        ("In Manila, military spokesman Jose Reyes said so. Indonesia rose. Indonesia grew.", "Jose Reyes", "PHL"),
        # A guest's state is not that of those whom he saw, wherever the page is from.
        (
            "LIMA - Peru was glad. Admiral Jorge Paz of Peru, who is in Oman on a visit, on Friday met, in the port, the "
            "Under Secretary of the National Guard, Lieutenant General Hashem Rifai. Peru and Oman trade.",
            "Hashem Rifai",
            "OMN",
        ),
        # Two offices of one field are of one state.
        (
            "General Ivan Petrov of Serbia saw the Minister of National Defence, Nikolaos Panagiotopoulos, and the "
            "Deputy Minister of National Defence, Alkis Stefanos.",
            "Alkis Stefanos",
            "GRC",
        ),
        # The body of one state by a name that others share counts where the page speaks of that state.
        (
            "Hanoi is glad. General Tran Minh, member of the Central Military Commission, was in Vietnam.",
            "Tran Minh",
            "VNM",
        ),
        ("China is glad. General Wei Ming, member of the Central Military Commission, left.", "Wei Ming", "CHN"),
        # A throne is of the one monarchy that the page speaks of.
        ("King Abdullah went to Tehran. Saudi Arabia and Iran made up.", "Abdullah", "SAU"),
        # Ministers of two fields side by side are of one government.
        (
            "Peru was glad. Peruvian General Juan Soto saw Chilean Minister of Defence Luis Vega and Minister of Foreign "
            "Affairs Ms Ana Mora.",
            "Ana Mora",
            "CHL",
        ),
        # A ministry's spokesman is of the ministry last named.
        (
            "Peru's foreign ministry spoke of Chile. Chile and Chile's people were glad, ministry spokesman Juan Soto said.",
            "Juan Soto",
            "PER",
        ),
        # Who is for a state is not of it.
        ("Kyiv sighed. The pro-Russian Ukrainian president Ivan Bondar fled.", "Ivan Bondar", "UKR"),
    ],
)
def test_the_state_that_the_sentence_and_the_page_tell(text: str, name: str, country: str | None) -> None:
    assert the(page(text), name).country == country


def test_two_heads_of_government_side_by_side_need_not_be_of_one_state() -> None:
    text = "Chinese President Xi Jinping and Prime Minister Anwar Ibrahim met in Beijing. Malaysia thanked China."
    assert the(page(text), "Anwar Ibrahim").country != "CHN"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "He met President Salome Zourabichvili and Prime Minister Irakli Kobakhidze of Georgia.",
            "Salome Zourabichvili",
            "GEO",
        ),
        (
            "Saudi Arabia received Sudan's council. The talks between Saudi Crown Prince Mohammed bin Salman and "
            "General Yasser al-Atta were short. Sudan thanked Saudi Arabia.",
            "Yasser al-Atta",
            "SDN",
        ),
    ],
)
def test_the_state_that_stands_after_two_names_or_on_the_other_side(text: str, name: str, country: str) -> None:
    assert the(page(text), name).country == country


def test_where_somebody_arrived_and_whose_man_his_counterpart_is_he_does_not_serve() -> None:
    text = "Minister Kim spoke in Norway. Minister Kim arrived in Norway on Monday. Norway bought guns. Norway paid."
    assert the(page(text), "Kim").country != "NOR"
    text = "Minister Kim spoke in Norway. Minister Kim slept on Monday. Norway bought guns. Norway paid."
    assert the(page(text), "Kim").country == "NOR"


def test_a_guest_is_not_of_his_hosts_state_though_the_page_is_from_home() -> None:
    text = (
        "LIMA: Admiral Jorge Paz of Peru, who is in Oman on a visit, on Friday met, in the port, the Under Secretary of the "
        "National Guard, Lieutenant General Hashem Rifai. Peru is proud, the Peruvian navy is glad, Peru rejoices."
    )
    assert the(page(text, dateline="LIMA"), "Hashem Rifai").country == "OMN"
