//! Pieces of pages around the questions.

use std::sync::Arc;

use domain::{
    answers::{Address, Answer, Person},
    field::Field,
    place::Place,
    procedure::{Cost, DayCount, Delay, Procedure, Service},
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
    text::Text,
};
use jiff::{Timestamp, civil, tz::TimeZone};
use leptos::prelude::*;

use super::{CANARY, fields, only_french, opinions, said};
use crate::{
    components::{
        AuthorityContact, BackLink, ChangeLink, Facts, LanguageMenu, LinkButton, Notice,
        NoticeKind, PlaceCard, ProcedureCard, SearchForm, Secondary, ServiceContact, SiteFooter,
        SiteHeader, SkipLinks, SkipTarget, StepHeader, Submit, Summary, SummaryRow, SummarySection,
        Timeline, TrackingCode, answer_lines, words_of,
    },
    paths::Path,
    ports::Authority,
};

fn authority() -> Arc<Authority> {
    Arc::new(Authority {
        name: "Ardane-les-Tilleuls".to_owned(),
        legal_name: "Commune d’Ardane-les-Tilleuls".to_owned(),
        phone: "02 61 91 00 10".to_owned(),
        email: "mairie@ardane-les-tilleuls.example".to_owned(),
        ..Authority::default()
    })
}

pub(super) fn service() -> Service {
    Service {
        id: "etat-civil".to_owned(),
        name: said("Service de l’état civil"),
        phone: "02 61 91 00 11".to_owned(),
        email: "etat-civil@ardane-les-tilleuls.example".to_owned(),
        hours: said("Du lundi au vendredi, de 9 h à 17 h"),
    }
}

fn procedure() -> Arc<Procedure> {
    Arc::new(Procedure {
        id: "acte-de-naissance".to_owned(),
        form_version: "1".to_owned(),
        title: said("Demander un acte de naissance"),
        summary: said("Recevez une copie ou un extrait, gratuitement."),
        eligibility: Vec::new(),
        checklist: Vec::new(),
        minutes: 5,
        cost: Cost::Free,
        usual_delay: Delay {
            days: 3,
            count: DayCount::Working,
        },
        legal_delay: None,
        legal_sources: Vec::new(),
        remedies: Vec::new(),
        channels: Vec::new(),
        themes: Vec::new(),
        life_events: Vec::new(),
        keywords: said("naissance"),
        service: service(),
        retention_days: 90,
        what_next: Vec::new(),
        steps: Vec::new(),
        closing: said("Merci."),
        visit: false,
        opinion_url: None,
        door: None,
    })
}

pub(super) fn skip_links() -> AnyView {
    view! {
        <SkipLinks targets=vec![SkipTarget::Content, SkipTarget::Help] />
        <main id="contenu" tabindex="-1">
            <AuthorityContact authority=authority() />
        </main>
    }
    .into_any()
}

pub(super) fn site_header() -> AnyView {
    view! { <SiteHeader authority=authority() path_and_query=Path::Procedures.here() /> }.into_any()
}

pub(super) fn language_menu() -> AnyView {
    view! { <LanguageMenu path_and_query="/fr/demarches?q=acte".to_owned() /> }.into_any()
}

pub(super) fn site_footer() -> AnyView {
    view! {
        <SiteFooter authority=authority() question=Some(opinions::question()) />
    }
    .into_any()
}

pub(super) fn back_link() -> AnyView {
    view! { <BackLink href=Path::Procedures.here() to="les démarches".to_owned() /> }.into_any()
}

pub(super) fn step_header() -> AnyView {
    view! { <StepHeader position=Some((2, 4))>"Vos coordonnées"</StepHeader> }.into_any()
}

pub(super) fn step_header_alone() -> AnyView {
    view! { <StepHeader position=None>"Demande envoyée"</StepHeader> }.into_any()
}

pub(super) fn buttons() -> AnyView {
    view! {
        <Submit label="Envoyer ma demande".to_owned() />
        <Secondary label="Retirer Léa".to_owned() name="do" value="remove:1" />
        <LinkButton href=Path::Procedures.here() label="Commencer la démarche".into_any() />
    }
    .into_any()
}

fn notice(kind: NoticeKind) -> AnyView {
    view! {
        <Notice kind title="Le service répond lentement".to_owned()>
            <p>"Votre demande est enregistrée."</p>
        </Notice>
    }
    .into_any()
}

pub(super) fn notice_information() -> AnyView {
    notice(NoticeKind::Information)
}

pub(super) fn notice_success() -> AnyView {
    notice(NoticeKind::Success)
}

pub(super) fn notice_warning() -> AnyView {
    notice(NoticeKind::Warning)
}

pub(super) fn facts() -> AnyView {
    let facts = vec![
        ("Coût".to_owned(), "Gratuit".into_any()),
        ("Délai habituel".to_owned(), "3 jours ouvrés".into_any()),
    ];
    view! { <Facts facts /> }.into_any()
}

fn row(field: Field, answer: Option<Answer>) -> SummaryRow {
    SummaryRow {
        label: words_of(&field.label).into_any(),
        lines: answer
            .map(|answer| answer_lines(&field, &answer))
            .unwrap_or_default(),
    }
}

pub(super) fn summary() -> AnyView {
    let person = Person {
        family_name: CANARY.to_owned(),
        given_names: "Léa Marie".to_owned(),
        ..Person::default()
    };
    let address = Address {
        line1: "12 rue des Tilleuls".to_owned(),
        postal_code: "99120".to_owned(),
        city: "Ardane-les-Tilleuls".to_owned(),
        ..Address::default()
    };
    let rows = vec![
        row(fields::person(), Some(Answer::Person(person))),
        row(
            fields::birth_date(),
            Some(Answer::Date(civil::date(1957, 3, 27))),
        ),
        row(fields::address(), Some(Answer::Address(address))),
        row(
            fields::services(),
            Some(Answer::Choices(vec![
                "canteen".to_owned(),
                "care".to_owned(),
            ])),
        ),
        row(fields::danger(), Some(Answer::YesNo(false))),
        row(
            fields::description(),
            Some(Answer::Text(format!("Bonjour,\n\n{CANARY}"))),
        ),
        row(fields::phone(), None),
    ];
    let change = ChangeLink {
        href: Path::Procedures.here(),
        name: "Modifier : vos coordonnées".into_any(),
    };
    let sections = vec![SummarySection {
        title: "Vos coordonnées".into_any(),
        change: Some(change),
        rows,
    }];
    view! { <Summary sections /> }.into_any()
}

pub(super) fn timeline() -> AnyView {
    let entry = |id: &str, kind, status, text: Option<&str>, author_kind| TimelineEntry {
        id: id.to_owned(),
        at: Timestamp::UNIX_EPOCH,
        kind,
        status,
        text: text.map(str::to_owned),
        language: None,
        author_kind,
    };
    let entries = vec![
        entry(
            "1",
            TimelineKind::Status,
            Some(Status::Submitted),
            None,
            AuthorKind::System,
        ),
        entry(
            "2",
            TimelineKind::Message,
            None,
            Some(CANARY),
            AuthorKind::Staff,
        ),
        entry(
            "3",
            TimelineKind::Status,
            Some(Status::Accepted),
            Some("Document prêt.\n\nÀ bientôt."),
            AuthorKind::Staff,
        ),
        entry(
            "4",
            TimelineKind::Appointment,
            None,
            None,
            AuthorKind::Citizen,
        ),
    ];
    view! { <Timeline entries zone=TimeZone::UTC /> }.into_any()
}

pub(super) fn service_contact() -> AnyView {
    view! { <ServiceContact service=service() /> }.into_any()
}

pub(super) fn authority_contact() -> AnyView {
    view! { <AuthorityContact authority=authority() /> }.into_any()
}

pub(super) fn procedure_card() -> AnyView {
    view! {
        <ul class="procedure-list">
            <ProcedureCard procedure=procedure() />
        </ul>
    }
    .into_any()
}

fn search(query: &str) -> AnyView {
    view! { <SearchForm query=query.to_owned() action=Path::Procedures.here() /> }.into_any()
}

pub(super) fn search_form() -> AnyView {
    search("")
}

pub(super) fn search_form_filled() -> AnyView {
    search(CANARY)
}

pub(super) fn town_hall(directions: Option<Text>) -> Place {
    Place {
        id: "mairie".to_owned(),
        name: said("Mairie d’Ardane-les-Tilleuls"),
        purpose: said("Toutes les démarches, avec l’aide d’un agent."),
        address: vec![
            "1 place de l’Hôtel-de-Ville".to_owned(),
            "99120 Ardane-les-Tilleuls".to_owned(),
        ],
        phone: "02 61 91 00 10".to_owned(),
        email: None,
        hours: vec![said("Du lundi au vendredi, de 9 h à 17 h")],
        access: vec![said("Entrée sans marche"), only_french("Boucle magnétique")],
        offers: Vec::new(),
        zone: None,
        directions,
        position: None,
    }
}

fn place(email: Option<&str>) -> AnyView {
    let place = Place {
        email: email.map(str::to_owned),
        ..town_hall(None)
    };
    view! {
        <h2>"Où venir"</h2>
        <PlaceCard place />
    }
    .into_any()
}

pub(super) fn place_card() -> AnyView {
    place(Some("mairie@ardane-les-tilleuls.example"))
}

pub(super) fn place_card_without_email() -> AnyView {
    place(None)
}

pub(super) fn tracking_code() -> AnyView {
    view! { <TrackingCode code="ACDE-FGHJ-KMNA".to_owned() /> }.into_any()
}
