//! What was decided: why, on which grounds, what is delivered with it, what may be done against it and until when.

use domain::{
    decision::{Decision, DeliveredDocument, Remedy},
    locale::Locale,
    procedure::LegalSource,
};
use leptos::prelude::*;

use crate::{
    components::words_of, l10n, paths::Path, ports::Request, request::portal, t,
    words::fields::file_words,
};

/// The section of the page; nothing before a decision.
pub(super) fn decision(request: &Request) -> Option<AnyView> {
    let decision = request.facts.decision.as_ref()?;
    let language = decision.language.map(Locale::tag);
    let reason = decision
        .reason_text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| view! { <p dir="auto" lang=language>{paragraph.to_owned()}</p> })
        .collect_view();
    let view = view! {
        <h2 id="decision">{t!("decision-heading")}</h2>
        {reason}
        {basis(decision)}
        {documents(request, decision)}
        {remedies(decision)}
    };
    Some(view.into_any())
}

fn basis(decision: &Decision) -> Option<AnyView> {
    if decision.legal_basis.is_empty() {
        return None;
    }
    let texts = decision
        .legal_basis
        .iter()
        .map(|text| view! { <li>{source(text)}</li> })
        .collect_view();
    let view = view! {
        <h3>{t!("decision-basis")}</h3>
        <ul>{texts}</ul>
    };
    Some(view.into_any())
}

/// A text of law: what it says, then its reference, in French.
fn source(text: &LegalSource) -> impl IntoView + use<> {
    let reference = text.reference.clone();
    let reference = match text.url.clone() {
        Some(url) => view! { <a href=url lang="fr" dir="ltr">{reference}</a> }.into_any(),
        None => view! { <span lang="fr" dir="ltr">{reference}</span> }.into_any(),
    };
    view! { {words_of(&text.label)}" ("{reference}")" }
}

fn documents(request: &Request, decision: &Decision) -> Option<AnyView> {
    if decision.documents.is_empty() {
        return None;
    }
    let documents = decision
        .documents
        .iter()
        .map(|document| delivered(request, document))
        .collect_view();
    let view = view! {
        <h3>{t!("decision-documents")}</h3>
        <ul>{documents}</ul>
    };
    Some(view.into_any())
}

/// A document: its link, how long it is valid, and the fingerprint that proves that it is whole.
fn delivered(request: &Request, document: &DeliveredDocument) -> impl IntoView + use<> {
    let href = Path::Document {
        request: request.id.clone(),
        document: document.file.id.clone(),
    }
    .here();
    let title = view! { <bdi>{document.title.clone()}</bdi> };
    // A back office may name what it delivers without giving it.
    let name = if portal().office().documents {
        view! { <a href=href download="">{title}</a> }.into_any()
    } else {
        title.into_any()
    };
    let valid = document
        .valid_until
        .map(|day| t!("document-valid", day = l10n::date(l10n::locale(), day)));
    view! {
        <li>
            {name}" "{file_words(&document.file)}
            {valid.map(|valid| view! { <p>{valid}</p> })}
            <p>
                {t!("document-fingerprint")}" "
                <code class="fingerprint" dir="ltr">{document.file.sha256.clone()}</code>
            </p>
        </li>
    }
}

fn remedies(decision: &Decision) -> Option<AnyView> {
    if decision.remedies.is_empty() {
        return None;
    }
    let ways = decision.remedies.iter().map(remedy).collect_view();
    let view = view! {
        <h3>{t!("decision-remedies")}</h3>
        <p>{t!("decision-remedies-text")}</p>
        <ul>{ways}</ul>
    };
    Some(view.into_any())
}

fn remedy(remedy: &Remedy) -> impl IntoView + use<> {
    let until = match remedy.until {
        Some(day) => t!("remedy-until", day = l10n::date(l10n::locale(), day)),
        None => t!("remedy-any-time"),
    };
    let lines = remedy
        .addressee
        .iter()
        .enumerate()
        .map(|(rank, line)| {
            let end = (rank > 0).then(|| view! { <br/> });
            view! { {end} {line.clone()} }
        })
        .collect_view();
    let online = remedy.url.clone().map(|url| {
        let shown = url.clone();
        view! { <p>{t!("remedy-online")}" "<a href=url dir="ltr">{shown}</a></p> }
    });
    view! {
        <li>
            <p><strong>{words_of(&remedy.label)}</strong></p>
            <p>{until}</p>
            <address lang="fr" dir="ltr">{lines}</address>
            {online}
            <p>{source(&remedy.source)}</p>
        </li>
    }
}
