//! Which streets answer what someone typed, and what of it stays in the portal.

use proptest::prelude::*;

use super::*;

const ARDANE: &str = "Ardane-les-Tilleuls";

fn street(name: &str, commune: &str) -> Street {
    Street {
        id: searched::words(name).join("-"),
        name: name.to_owned(),
        commune: commune.to_owned(),
        position: Position::at(47.3, -4.9).unwrap(),
    }
}

fn streets() -> Streets {
    let names = [
        "Rue du Lavoir",
        "Rue du Lavoir-Vieux",
        "Impasse du Lavoir",
        "Place de l’Hôtel-de-Ville",
        "Rue des Tilleuls",
        "Rue Saint-Éloi",
        "Rue du 8 Mai",
        "Rue du 11 Novembre",
        "Chemin de la Gare",
        "Avenue de la Gare",
        "La Place",
        "Les Lilas",
    ];
    let mut all: Vec<Street> = names.map(|name| street(name, ARDANE)).into();
    all.push(street("Rue de l’Église", ARDANE));
    all.push(street("Rue de l’Église", "Brélan-le-Haut"));
    Streets::new(&all)
}

fn found(typed: &str) -> Vec<String> {
    let found = streets().find(typed, MOST_FOUND).into_iter();
    found
        .map(|it| it.label.replace(", Ardane-les-Tilleuls", ""))
        .collect()
}

#[test]
fn a_street_is_found_however_it_is_written() {
    for typed in [
        "rue du lavoir",
        "14 rue du Lavoir",
        "14bis, RUE DU LAVOIR",
        "14 bis rue du Lavoir 99120 Ardane-les-Tilleuls",
        "12-14 rue du lavoir, ardane les tilleuls",
        "Résidence des Lilas, bâtiment 2, 14 rue du Lavoir",
    ] {
        assert_eq!(found(typed), ["Rue du Lavoir"], "{typed}");
    }
    for typed in [
        "1 place de l'hotel de ville",
        "Place de l’Hôtel-de-Ville",
        "hotel de ville",
        "pl. hôtel ville",
    ] {
        assert_eq!(found(typed), ["Place de l’Hôtel-de-Ville"], "{typed}");
    }
    assert_eq!(found("3 r. st eloi"), ["Rue Saint-Éloi"]);
    assert_eq!(found("3, les lilas"), ["Les Lilas"]);
    assert_eq!(found("5 la place"), ["La Place"]);
}

#[test]
fn a_number_in_the_name_of_a_street_is_no_house() {
    assert_eq!(found("20 rue du 8 mai"), ["Rue du 8 Mai"]);
    assert_eq!(found("8 mai"), ["Rue du 8 Mai"]);
    assert_eq!(found("rue du 8 mai 1945"), ["Rue du 8 Mai"]);
    assert_eq!(found("rue du 11 novembre 7"), ["Rue du 11 Novembre"]);
}

#[test]
fn streets_that_look_alike_are_all_given_to_choose_from() {
    assert_eq!(
        found("lavoir"),
        ["Impasse du Lavoir", "Rue du Lavoir", "Rue du Lavoir-Vieux"]
    );
    assert_eq!(found("rue lav"), ["Rue du Lavoir", "Rue du Lavoir-Vieux"]);
    assert_eq!(found("gare"), ["Avenue de la Gare", "Chemin de la Gare"]);
    assert_eq!(found("avenue de la gare"), ["Avenue de la Gare"]);
    // Not the right kind: what is meant all the same.
    assert_eq!(
        found("rue de la gare"),
        ["Avenue de la Gare", "Chemin de la Gare"]
    );
    assert_eq!(streets().find("lavoir", 2).len(), 2);
}

#[test]
fn the_commune_chooses_between_streets_of_one_name() {
    let both = ["Rue de l’Église", "Rue de l’Église, Brélan-le-Haut"];
    assert_eq!(found("5 rue de l'église"), both);
    assert_eq!(found("rue de l'eglise brelan"), both[1..]);
    assert_eq!(
        found("rue de l'eglise 99120 ardane-les-tilleuls"),
        both[..1]
    );
}

#[test]
fn what_tells_no_street_finds_none() {
    for typed in [
        "",
        "14",
        "99120",
        "rue",
        "rue de la",
        "ardane",
        "zzz",
        "rue du zzz",
        "lavoir zzz",
        "’",
    ] {
        assert!(found(typed).is_empty(), "{typed}: {:?}", found(typed));
    }
}

#[test]
fn the_house_is_not_among_the_words_of_a_street() {
    let said = |typed: &str| street_words(typed).join(" ");
    assert_eq!(
        said("14 bis rue du Lavoir, 99120 Ardane"),
        "rue du lavoir ardane"
    );
    assert_eq!(said("Appt 3, 14 rue du Lavoir"), "rue du lavoir");
    assert_eq!(said("14 ter, Les Lilas"), "les lilas");
    assert_eq!(said("20 rue du 8 Mai"), "rue du 8 mai");
    assert_eq!(said("Rue du Lavoir 14, 99120"), "rue du lavoir");
    assert_eq!(said("14 allée 3"), "allee 3");
    assert_eq!(said("bis"), "bis");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered(typed in "\\PC{0,60}", most in 0_usize..20) {
        prop_assert!(streets().find(&typed, most).len() <= most.min(MOST_FOUND));
    }

    #[test]
    fn a_street_is_found_by_its_label_and_by_its_words(rank in 0_usize..14, house in 1_u16..2000) {
        let streets = streets();
        let label = streets.0[rank].found.label.clone();
        let words = street_words(&label).join(" ");
        for typed in [label.clone(), words, format!("{house} {label}"), label.to_uppercase()] {
            let found = streets.find(&typed, MOST_FOUND);
            prop_assert_eq!(found.len(), 1, "{}: {:?}", typed, found);
            prop_assert_eq!(&found[0].label, &label);
        }
    }
}
