//! The words of residents: whole in every language, all of them used, and none written in the code.
#![cfg(feature = "ssr")]
#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "a test stops when what it reads is not there"
)]

#[path = "words/catalogues.rs"]
mod catalogues;
#[path = "words/code.rs"]
mod code;

use std::{collections::BTreeSet, fs, iter::zip};

use app::l10n::{loader_of, plain};
use catalogues::{Message, messages};
use domain::locale::Locale;
use fluent::{FluentArgs, FluentValue};

/// Messages whose id is made when the page is: one per month.
fn is_made_at_run_time(id: &str) -> bool {
    (1..=12).any(|month| id == format!("month-{month}"))
}

#[test]
fn every_folder_of_words_is_a_language_that_residents_can_choose() {
    let folders: BTreeSet<String> = fs::read_dir(catalogues::folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let languages: BTreeSet<String> = Locale::ALL.map(|locale| locale.tag().to_owned()).into();
    assert_eq!(folders, languages);
}

#[test]
fn nobody_gets_fewer_messages_because_of_their_language() {
    let french = messages(Locale::French);
    for locale in Locale::ALL {
        let translated = messages(locale);
        let language = locale.tag();
        let missing: Vec<&String> = french
            .keys()
            .filter(|id| !translated.contains_key(*id))
            .collect();
        let unknown: Vec<&String> = translated
            .keys()
            .filter(|id| !french.contains_key(*id))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(
            unknown.is_empty(),
            "{language} has what French has not: {unknown:?}"
        );
        for ((id, french), message) in zip(&french, translated.values()) {
            assert_eq!(
                french.attributes, message.attributes,
                "attributes of {id} in {language}"
            );
            assert_eq!(
                french.variables, message.variables,
                "variables of {id} in {language}"
            );
        }
    }
}

#[test]
fn nobody_reads_french_in_another_language() {
    let french = messages(Locale::French);
    for locale in [Locale::English, Locale::Arabic] {
        for (id, message) in messages(locale) {
            let copied = french
                .get(&id)
                .is_some_and(|french| french.words == message.words);
            assert!(
                !copied || message.length() <= 3,
                "{id} is not translated in {}",
                locale.tag()
            );
        }
    }
}

#[test]
fn a_number_is_said_in_every_form_that_its_language_needs() {
    let needed = |locale| match locale {
        Locale::Arabic => ["one", "two", "few"].as_slice(),
        _ => &["one"],
    };
    for locale in Locale::ALL {
        for (id, message) in messages(locale) {
            for (variable, forms) in message.choices {
                let language = locale.tag();
                assert!(
                    forms.contains("other"),
                    "{id} has no last resort for {variable} in {language}"
                );
                for form in needed(locale) {
                    let counted = forms
                        .iter()
                        .any(|form| ["one", "two", "few", "many"].contains(&form.as_str()));
                    assert!(
                        !counted || forms.contains(*form),
                        "{id} lacks [{form}] in {language}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_message_can_be_said_whatever_the_number() {
    for locale in Locale::ALL {
        for (id, message) in messages(locale) {
            for (number, category) in zip(
                [0, 1, 2, 3, 11, 100],
                ["zero", "one", "two", "few", "many", "other"],
            ) {
                let said = say(locale, &id, &message, number, category);
                assert!(
                    !said.trim().is_empty(),
                    "{id} says nothing in {}",
                    locale.tag()
                );
                assert!(
                    !said.contains(['{', '}']),
                    "{id} in {}: {said}",
                    locale.tag()
                );
            }
        }
    }
}

/// The message with a word for each variable, and a number for those that choose between forms.
fn say(locale: Locale, id: &str, message: &Message, number: u32, category: &'static str) -> String {
    let mut arguments = FluentArgs::new();
    for name in &message.variables {
        let value = match name.as_str() {
            "category" => FluentValue::from(category),
            name if message.choices.contains_key(name) => FluentValue::from(number),
            _ => FluentValue::from("mot"),
        };
        arguments.set(name.clone(), value);
    }
    let said = loader_of(locale).with_fluent_message_and_bundle(id, |message, bundle| {
        let mut errors = Vec::new();
        let attributes: Vec<_> = message
            .attributes()
            .map(|attribute| attribute.value())
            .collect();
        let said: String = message
            .value()
            .into_iter()
            .chain(attributes)
            .map(|pattern| {
                bundle
                    .format_pattern(pattern, Some(&arguments), &mut errors)
                    .into_owned()
            })
            .collect();
        assert!(errors.is_empty(), "{id} in {}: {errors:?}", locale.tag());
        said
    });
    said.unwrap_or_else(|| panic!("{id} is not in the binary in {}", locale.tag()))
}

#[test]
fn days_are_counted_as_people_count_them() {
    let days = |locale, number| {
        let id = "privacy-kept-procedure";
        plain(&say(locale, id, &messages(locale)[id], number, "other"))
    };
    for locale in [Locale::French, Locale::EasyFrench] {
        assert_eq!(days(locale, 0), "0 jour");
        assert_eq!(days(locale, 2), "2 jours");
    }
    assert_eq!(days(Locale::English, 0), "0 days");
    assert_eq!(days(Locale::Arabic, 2), "يومان");
    assert_eq!(days(Locale::Arabic, 11), "11 يومًا");
    assert_eq!(days(Locale::Arabic, 365), "عدد الأيام: 365");
}

#[test]
fn translators_write_no_message_that_nobody_reads() {
    let read = |file| fs::read_to_string(file).unwrap();
    let code: String = code::files("app/src")
        .into_iter()
        .chain(code::files("server/src"))
        .map(read)
        .collect();
    let unused: Vec<String> = messages(Locale::French)
        .into_keys()
        .filter(|id| !is_made_at_run_time(id) && !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no page says {unused:?}");
}

#[test]
fn residents_read_nothing_that_is_written_in_the_code() {
    for file in code::files("app/src") {
        let path = file.to_string_lossy();
        if !path.contains("examples") && !path.ends_with("tests.rs") {
            let found = code::residents_text(&file);
            assert!(
                found.is_empty(),
                "{path} writes {found:?}: move it to locales/"
            );
        }
    }
}

#[test]
fn words_written_in_the_code_are_found_and_machine_values_are_not() {
    let found = [
        r#"view! { <p>"merci"</p> }"#,
        r#"view! { <p>{name}" merci "<b>{x}</b></p> }"#,
        r#"view! { <nav aria-label="Menu"></nav> }"#,
        r#"view! { <Submit label="Envoyer"/> }"#,
        r#"view! { <p>Merci, tout va bien.</p> }"#,
        r#"let words = "Votre demande est envoyée";"#,
        r#"let words = format!("Your request {id}");"#,
        r#"match x { _ => "Étape" }"#,
    ];
    for code in found {
        assert!(!code::residents_text_of(code).is_empty(), "{code}");
    }
    let left = [
        r#"view! { <p class="lead big" id="x">{t!("home-lead")}" – "{name}</p> }"#,
        r#"match x { One => "one word", Two => "two" }"#,
        r#"//! Inner doc words. "Étape"
           /// Doc words. "Étape"
           #[expect(dead_code, reason = "Some reason")] fn f() -> Vec<u8> { error!("catalogue of words {}", x) }"#,
        r#"#[cfg(test)] mod tests { const A: &str = "Votre demande"; }"#,
        r#"view! { <meta name="viewport" content="width=device-width, initial-scale=1"/> }"#,
        r#"view! { <span lang="fr">"CNIL"</span> }"#,
    ];
    for code in left {
        assert_eq!(
            code::residents_text_of(code),
            Vec::<String>::new(),
            "{code}"
        );
    }
}
