//! Every component, in every state and language, as a browser and a screen reader receive it.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::collections::BTreeSet;

use app::components::{
    BackLink, FormState, Questions,
    examples::{CANARY, EXAMPLES, Example, fields},
};
use domain::{
    field::Field,
    locale::Locale,
    text::Text,
    validation::{Fault, FaultCode},
};
use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};

fn in_language(locale: Locale, make: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(locale);
        make().to_html()
    })
}

/// Every example in every language, with a name for messages.
fn pages() -> Vec<(String, String)> {
    let all = EXAMPLES
        .iter()
        .flat_map(|example| Locale::ALL.map(|locale| (example, locale)));
    all.map(|((name, make), locale): (&Example, Locale)| {
        (
            format!("{name} in {}", locale.tag()),
            in_language(locale, make),
        )
    })
    .collect()
}

fn select(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .map(|element| element.html())
        .collect()
}

fn elements<'a>(html: &'a Html, selector: &Selector) -> Vec<ElementRef<'a>> {
    html.select(selector).collect()
}

fn ids(html: &Html) -> Vec<String> {
    let selector = Selector::parse("[id]").unwrap();
    elements(html, &selector)
        .iter()
        .filter_map(|element| element.attr("id").map(str::to_owned))
        .collect()
}

#[test]
fn every_label_description_and_error_link_leads_to_something_that_is_there() {
    for (name, page) in pages() {
        let html = Html::parse_fragment(&page);
        let all = ids(&html);
        let known: BTreeSet<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(
            all.len(),
            known.len(),
            "{name}: an id stands twice in {all:?}"
        );
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            let selector = Selector::parse(&format!("[{attribute}]")).unwrap();
            for element in html.select(&selector) {
                let value = element.attr(attribute).unwrap();
                assert!(!value.trim().is_empty(), "{name}: empty {attribute}");
                for id in value.split_whitespace() {
                    assert!(
                        known.contains(id),
                        "{name}: {attribute} names {id}, which is not there"
                    );
                }
            }
        }
        let links = Selector::parse(".error-summary a, .skip-links a").unwrap();
        for link in html.select(&links) {
            let target = link.attr("href").unwrap();
            // Links that call lead away from any page.
            if target.starts_with("tel:") || target.starts_with("sms:") {
                continue;
            }
            let target = target.trim_start_matches('#');
            assert!(
                known.contains(target),
                "{name}: a link leads to {target}, which is not there"
            );
        }
    }
}

#[test]
fn every_control_has_one_label_with_words_and_its_need() {
    let controls = Selector::parse("input:not([type=hidden]), textarea, select").unwrap();
    let marks = [
        "obligatoire",
        "facultatif",
        "required",
        "optional",
        "إلزامي",
        "اختياري",
    ];
    for (name, page) in pages() {
        let html = Html::parse_fragment(&page);
        for control in html.select(&controls) {
            let id = control.attr("id").unwrap_or_default();
            let selector = Selector::parse(&format!("label[for=\"{id}\"]")).unwrap();
            let labels = elements(&html, &selector);
            assert_eq!(labels.len(), 1, "{name}: {id} has {} labels", labels.len());
            let own: String = labels[0].text().collect();
            assert!(!own.trim().is_empty(), "{name}: the label of {id} is empty");
            let legends: String = control
                .ancestors()
                .filter_map(ElementRef::wrap)
                .filter(|ancestor| ancestor.value().name() == "fieldset")
                .flat_map(|set| {
                    set.child_elements()
                        .filter(|child| child.value().name() == "legend")
                })
                .flat_map(|legend| legend.text())
                .collect();
            let words = format!("{own} {legends}");
            // The only control of its form, and nothing typed shows everything: no need to say.
            let is_search = control.attr("type") == Some("search");
            assert!(
                is_search || marks.iter().any(|mark| words.contains(mark)),
                "{name}: {id} says no need: {words}"
            );
        }
    }
}

#[test]
fn what_an_attacker_types_stays_text() {
    for (name, page) in pages() {
        assert!(
            !page.contains("<script"),
            "{name}: markup was typed and came out as markup"
        );
        let html = Html::parse_fragment(&page);
        assert_eq!(select(&html, "[onfocus]"), Vec::<String>::new(), "{name}");
    }
    let hostile = EXAMPLES
        .iter()
        .find(|(name, _)| *name == "questions-hostile")
        .unwrap()
        .1;
    let html = Html::parse_fragment(&in_language(Locale::French, hostile));
    let area = Selector::parse("textarea").unwrap();
    let typed: String = html.select(&area).next().unwrap().text().collect();
    assert_eq!(typed, CANARY);
}

#[test]
fn line_breaks_typed_first_in_a_long_text_are_kept() {
    let filled = EXAMPLES
        .iter()
        .find(|(name, _)| *name == "questions-filled")
        .unwrap()
        .1;
    let html = Html::parse_document(&in_language(Locale::French, filled));
    let area = Selector::parse("textarea").unwrap();
    let typed: String = html.select(&area).next().unwrap().text().collect();
    assert_eq!(typed, "\n\nUn lampadaire est éteint.\nDepuis lundi.");
}

#[test]
fn a_text_kept_in_a_draft_is_counted_before_the_page_is_alive() {
    let counted = |example: &str| {
        let make = EXAMPLES
            .iter()
            .find(|(name, _)| *name == example)
            .unwrap()
            .1;
        let html = Html::parse_document(&in_language(Locale::French, make));
        let count = Selector::parse(".field__count").unwrap();
        html.select(&count)
            .next()
            .unwrap()
            .text()
            .collect::<String>()
    };
    assert!(counted("questions-empty").contains("au plus"));
    assert!(counted("questions-filled").contains("Il vous reste"));
}

#[test]
fn a_title_without_translation_says_its_language_inside_a_sentence() {
    let title = Text([(Locale::French, "Votre situation".to_owned())].into());
    let html = in_language(Locale::English, || {
        view! { <BackLink href="/en".to_owned() to=title /> }.into_any()
    });
    assert!(html.contains("Back to: "), "{html}");
    assert!(
        html.contains(r#"<span lang="fr" dir="ltr">Votre situation</span>"#),
        "{html}"
    );
}

#[test]
fn nothing_is_said_wrong_before_the_form_was_sent() {
    for (name, page) in pages()
        .iter()
        .filter(|(name, _)| name.starts_with("questions-empty"))
    {
        assert!(!page.contains("aria-invalid"), "{name}");
        assert!(!page.contains("field__error"), "{name}");
        assert!(
            !page.contains(" required"),
            "{name}: an empty required field is read as wrong at once"
        );
        assert!(
            !page.contains("checked"),
            "{name}: nothing is chosen beforehand"
        );
    }
}

#[test]
fn a_question_that_does_not_apply_is_hidden_and_one_that_applies_is_not() {
    let emergency = Selector::parse("[data-field=emergency]").unwrap();
    let is_hidden = |example: &str| {
        let make = EXAMPLES
            .iter()
            .find(|(name, _)| *name == example)
            .unwrap()
            .1;
        let html = Html::parse_fragment(&in_language(Locale::French, make));
        html.select(&emergency)
            .next()
            .unwrap()
            .attr("hidden")
            .is_some()
    };
    assert!(
        is_hidden("questions-empty"),
        "nobody said yet that there is a danger"
    );
    assert!(!is_hidden("questions-filled"), "there is a danger");
}

#[test]
fn only_ones_own_data_is_suggested_by_the_browser() {
    let html = Html::parse_fragment(&question(fields::email(), None));
    assert_eq!(select(&html, "input[autocomplete=email]").len(), 1);
    let html = Html::parse_fragment(&question(fields::person(), None));
    assert_eq!(select(&html, "input[autocomplete=off]").len(), 3);
    let html = Html::parse_fragment(&question(fields::birth_date(), None));
    assert_eq!(select(&html, "input[autocomplete^=bday-]").len(), 3);
}

/// One field in French.
fn question(field: Field, fault: Option<(Option<&'static str>, FaultCode)>) -> String {
    let faults = fault
        .map(|(part, code)| {
            vec![Fault {
                key: field.key.clone(),
                part,
                code,
            }]
        })
        .unwrap_or_default();
    let state = FormState {
        faults,
        ..FormState::default()
    };
    in_language(Locale::French, || {
        view! { <Questions fields=vec![field] state /> }.into_any()
    })
}

/// One element per line, for eyes.
fn readable(html: &str) -> String {
    html.replace("<!>", "").replace("><", ">\n<")
}

#[test]
fn an_email_address_in_error() {
    insta::assert_snapshot!(readable(&question(
        fields::email(),
        Some((None, FaultCode::Email))
    )));
}

#[test]
fn a_date_whose_year_is_missing() {
    let fault = (Some("year"), FaultCode::DateIncomplete);
    insta::assert_snapshot!(readable(&question(fields::birth_date(), Some(fault))));
}

#[test]
fn a_choice_not_made() {
    insta::assert_snapshot!(readable(&question(
        fields::applicant(),
        Some((None, FaultCode::Missing))
    )));
}

#[test]
fn an_error_summary() {
    let make = EXAMPLES
        .iter()
        .find(|(name, _)| *name == "file-refused")
        .unwrap()
        .1;
    insta::assert_snapshot!(readable(&in_language(Locale::French, make)));
}

fn example(name: &str) -> String {
    let make = EXAMPLES.iter().find(|(known, _)| *known == name).unwrap().1;
    in_language(Locale::French, make)
}

#[test]
fn a_week_of_times() {
    insta::assert_snapshot!(readable(&example("time-week")));
}

#[test]
fn a_time_that_is_kept() {
    insta::assert_snapshot!(readable(&example("visit-banner")));
}

#[test]
fn an_appointment_that_is_confirmed() {
    insta::assert_snapshot!(readable(&example("appointment-card")));
}

#[test]
fn an_appointment_that_the_service_cancelled() {
    insta::assert_snapshot!(readable(&example("appointment-card-cancelled-by-service")));
}
