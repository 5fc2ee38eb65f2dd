//! What gives someone away is found however it is written; what does not is left alone.

use proptest::prelude::*;

use super::*;

fn kinds(text: &str) -> Vec<Personal> {
    found(text).into_iter().map(|found| found.what).collect()
}

#[test]
fn what_leads_to_someone_is_found_however_it_is_written() {
    for (text, what) in [
        (
            "Écrivez-moi : rosalie.tilleul+mairie@example.org.",
            Personal::Email,
        ),
        ("mon mail (l'ami@sous.domaine.example)", Personal::Email),
        ("Rappelez-moi au 06 39 98 12 34 le soir", Personal::Phone),
        ("tel:0639981234", Personal::Phone),
        ("06.39.98.12.34", Personal::Phone),
        ("0639 98 12 34", Personal::Phone),
        ("٠٦ ٣٩ ٩٨ ١٢ ٣٤", Personal::Phone),
        ("+33 6 39 98 12 34", Personal::Phone),
        ("+33 (0)6 39 98 12 34", Personal::Phone),
        ("0033639981234", Personal::Phone),
        ("n° 2 55 08 14 168 025 38", Personal::SocialSecurity),
        ("1 84 12 2A 123 456", Personal::SocialSecurity),
        ("FR14 2004 1010 0505 0001 3M02 606", Personal::BankAccount),
        ("fr1420041010050500013m02606", Personal::BankAccount),
        ("carte 4111 1111 1111 1111 perdue", Personal::Card),
        ("4111111111111111", Personal::Card),
    ] {
        assert_eq!(kinds(text), [what], "{text}");
    }
}

#[test]
fn a_tracking_code_is_found_and_a_long_word_is_not() {
    let code = TrackingCode::from_entropy(&[7; 16]).to_string();
    assert_eq!(
        kinds(&format!("mon code {code}, merci")),
        [Personal::TrackingCode]
    );
    assert_eq!(kinds("remerciement renouvellement transparence"), []);
}

#[test]
fn what_leads_to_nobody_is_left_alone() {
    for text in [
        "Demande 2026-000123 envoyée le 02.03.2026 à 14 h 30, 99120 Ardane-les-Tilleuls.",
        "Le 02/03/2026 14 personnes attendaient, pour 1 250,00 euros.",
        "J'ai attendu 45 minutes au guichet 3 ; note : 10 sur 10.",
        "@mairie, merci ! Rendez-vous @ 10 h.",
        "Article L112-8 du CRPA, décret n° 2015-1404.",
        "4111 1111 1111 1112",
        "1 84 15 75 123 456",
        "",
    ] {
        assert_eq!(kinds(text), [], "{text}");
        assert_eq!(masked(text), text);
    }
}

#[test]
fn the_rest_of_the_text_stays() {
    let text = "Appelez 06 39 98 12 34 ou 07 00 00 00 00, ou écrivez à a@b.example.";
    assert_eq!(masked(text), "Appelez […] ou […], ou écrivez à […].");
    assert_eq!(masked("02 61 91 00 10 06 39 98 12 34"), "[…] […]");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_masked_once_and_for_all(
        text in prop_oneof!["\\PC{0,80}", "[0-9 .@+()/A-F\u{a0}-]{0,80}", "[a@.-]{0,30}"],
    ) {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once.clone());
        prop_assert!(found(&once).is_empty());
    }

    #[test]
    fn a_number_is_found_in_any_sentence(
        before in "[a-zé ]{0,20}",
        after in "[a-zé ]{0,20}",
        digits in prop::collection::vec(0_u8..10, 8),
        separator in prop::sample::select(vec![" ", ".", "-", "\u{a0}", ""]),
        mobile in any::<bool>(),
    ) {
        let pair = |at: usize| format!("{}{}", digits[at], digits[at + 1]);
        let first = if mobile { "06" } else { "02" };
        let number = [first.to_owned(), pair(0), pair(2), pair(4), pair(6)].join(separator);
        let text = format!("{before}, {number}, {after}");
        prop_assert_eq!(masked(&text), format!("{before}, […], {after}"));
    }
}
