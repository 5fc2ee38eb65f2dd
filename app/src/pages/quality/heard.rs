//! What people wrote that is public, and what the authority did about it, below the figures.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    quality::{Figures, Improvement, Measure, PublishedOpinion},
    survey::Subject,
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use super::rows::{anchor, lines, share_words};
use crate::{
    components::{Quotation, Quotations, QuotedReply, SaidAndDone, SaidAndDoneEntry, words_of},
    l10n::{self, locale},
    paths::Path,
    ports::{Absence, Catalogue},
    request::{portal, query},
    t,
};

/// Parameter of an address: after which texts.
const OLDER: &str = "apres";
/// Identifier of the heading of texts.
const TEXTS: &str = "textes";

/// After which texts the page asked for begins; `None`: the latest.
pub(super) fn after() -> Option<String> {
    Some(query(OLDER)).filter(|after| !after.is_empty())
}

/// Both sections of a subject, or of the whole authority; each absent when there is nothing to say.
pub(super) async fn shown(
    subject: Option<&Subject>,
    figures: &Figures,
    catalogue: &Catalogue,
    after: Option<&str>,
) -> Result<AnyView, Absence> {
    let heard = portal().heard(subject, after).await?;
    let others = figures_of_others(subject, &heard.improvements).await;
    let entries: Vec<_> = heard
        .improvements
        .iter()
        .map(|improvement| {
            let own = improvement.subject.as_ref().filter(|_| subject.is_none());
            let figures = match own {
                None => Some(figures),
                Some(own) => others.get(own).map(AsRef::as_ref),
            };
            entry(improvement, own, figures, catalogue)
        })
        .collect();
    let improvements = (!entries.is_empty()).then(|| {
        view! {
            <h2>{t!("heard-improvements")}</h2>
            <SaidAndDone entries/>
        }
    });
    let texts: Vec<_> = heard
        .opinions
        .iter()
        .map(|opinion| quotation(opinion, subject.is_none(), catalogue))
        .collect();
    let count = texts.len();
    let latest = (heard.older.is_some() && after.is_none())
        .then(|| view! { <p>{t!("heard-latest", count = count)}</p> });
    let ways = ways(subject, after.is_some(), heard.older.as_deref());
    let texts = (!texts.is_empty()).then(|| {
        view! {
            <h2 id=TEXTS tabindex="-1">{t!("heard-opinions")}</h2>
            <p>{t!("heard-method")}</p>
            {latest}
            <Quotations texts/>
            {ways}
        }
    });
    Ok(view! { {improvements} {texts} }.into_any())
}

/// The ways to older texts, and back to the latest.
fn ways(subject: Option<&Subject>, is_later: bool, older: Option<&str>) -> AnyView {
    let page = Path::Quality(subject.cloned()).here();
    let newest = is_later.then(|| {
        let href = format!("{page}#{TEXTS}");
        view! { <p><a href=href>{t!("heard-newest")}</a></p> }
    });
    let older = older.map(|cursor| {
        let mut query = ParamsMap::new();
        query.insert(OLDER, cursor.to_owned());
        let href = format!("{page}{}#{TEXTS}", query.to_query_string());
        view! { <p><a href=href>{t!("heard-older")}</a></p> }
    });
    view! { {older} {newest} }.into_any()
}

/// Figures of the subjects that changed, where they are not those of the page.
async fn figures_of_others(
    subject: Option<&Subject>,
    improvements: &[Improvement],
) -> BTreeMap<Subject, Arc<Figures>> {
    let mut known = BTreeMap::new();
    if subject.is_some() {
        return known;
    }
    for improvement in improvements.iter().filter(|it| it.measure.is_some()) {
        let Some(own) = improvement.subject.clone() else {
            continue;
        };
        if known.contains_key(&own) {
            continue;
        }
        // Without them the entry stands without its figure.
        if let Ok(figures) = portal().figures(Some(&own)).await {
            known.insert(own, figures);
        }
    }
    known
}

fn entry(
    improvement: &Improvement,
    own: Option<&Subject>,
    figures: Option<&Figures>,
    catalogue: &Catalogue,
) -> SaidAndDoneEntry {
    let moved = improvement.measure.zip(figures).and_then(|(it, figures)| {
        let (name, result) = present(it, figures)?;
        let page = own.map_or_else(String::new, |own| Path::Quality(Some(own.clone())).here());
        Some((format!("{page}#{}", anchor(it)), name, result))
    });
    SaidAndDoneEntry {
        id: format!("ameliore-{}", improvement.id),
        date: l10n::date(locale(), improvement.date),
        about: own.and_then(|own| link(own, catalogue)),
        said: words_of(&improvement.said).into_any(),
        did: words_of(&improvement.did).into_any(),
        moved,
    }
}

/// Name of a measure and its present figure in words, as its line on the page says them.
fn present(measure: Measure, figures: &Figures) -> Option<(String, String)> {
    if measure == Measure::Satisfaction {
        let good = figures.tally(measure).good();
        let result = good.map_or_else(|| t!("quality-not-enough"), share_words);
        return Some((t!("quality-satisfied-share"), result));
    }
    let mut lines = lines(figures).into_iter();
    let line = lines.find(|line| line.measure == measure)?;
    Some((line.name, line.result))
}

fn quotation(opinion: &PublishedOpinion, is_whole: bool, catalogue: &Catalogue) -> Quotation {
    let month = l10n::month_year(locale(), opinion.month);
    let about = is_whole.then(|| link(&opinion.subject, catalogue));
    Quotation {
        text: opinion.text.clone(),
        language: opinion.language,
        written: t!("heard-written", month = month),
        about: about.flatten(),
        reply: opinion.reply.as_ref().map(|reply| QuotedReply {
            text: reply.text.clone(),
            language: reply.language,
        }),
    }
}

/// The name of a procedure or of a place, with the way to its figures; none for what the catalogue does not have any more.
fn link(subject: &Subject, catalogue: &Catalogue) -> Option<AnyView> {
    let name = match subject {
        Subject::Procedure(id) => &catalogue.procedure(id)?.title,
        Subject::Place(id) => &catalogue.place(id)?.name,
        Subject::Page(_) => return None,
    };
    let href = Path::Quality(Some(subject.clone())).here();
    Some(view! { <a href=href>{words_of(name)}</a> }.into_any())
}
