//! The quality of the service, for everybody to read: tables first, charts second. What is published is a sum of groups of eleven answers, so
//! that nobody is recognised.

mod charts;
mod heard;
mod rows;

use domain::{
    quality::{FEWEST, Figures, Measure, Trend},
    survey::Subject,
};
use leptos::prelude::*;

use self::{
    charts::{SATISFACTION, TREND, satisfaction_chart, trend_chart},
    rows::{anchor, measures, points, share_alone, share_ends, share_words},
};
use crate::{
    components::{AuthorityContact, FigureRow, FigureTable, words_of},
    l10n::{self, locale},
    pages::{
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle, absence, not_found},
    },
    paths::{Path, subject_of},
    ports::Catalogue,
    request::{portal, segment},
    t,
};

/// Page of the whole authority.
#[component]
pub fn QualityPage() -> impl IntoView {
    Suspend::new(shown(None, heard::after()))
}

/// Page of a procedure or of a place.
#[component]
pub fn QualityOfPage() -> impl IntoView {
    let subject = subject_of(&segment("about"), &segment("id"));
    let after = heard::after();
    Suspend::new(async move {
        match subject {
            Some(subject) => shown(Some(subject), after).await,
            None => not_found(),
        }
    })
}

async fn shown(subject: Option<Subject>, after: Option<String>) -> AnyView {
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    match portal().figures(subject.as_ref()).await {
        Ok(figures) => {
            let about = subject.as_ref();
            match heard::shown(about, &figures, &catalogue, after.as_deref()).await {
                Ok(heard) => page(subject, &figures, &catalogue, heard),
                Err(reason) => absence(&reason),
            }
        }
        Err(reason) => absence(&reason),
    }
}

fn page(
    subject: Option<Subject>,
    figures: &Figures,
    catalogue: &Catalogue,
    heard: AnyView,
) -> AnyView {
    let name = match &subject {
        None => portal().authority().name.clone(),
        Some(subject) => name_of(subject, catalogue),
    };
    let (since, until) = (
        l10n::month_year(locale(), figures.since),
        l10n::date(locale(), figures.until),
    );
    let parts = subject.is_none().then(|| parts(figures, catalogue));
    let back = subject.is_some().then(|| {
        view! { <p><a href=Path::Quality(None).here()>{t!("quality-whole")}</a></p> }
    });
    let table = Path::QualityTable(subject.clone()).here();
    let data = Path::QualityData(subject).here();
    view! {
        <PageTitle title=t!("quality-title", name = name.clone())/>
        <Heading>{t!("quality-title", name = name)}</Heading>
        {back}
        <p>{t!("quality-period", since = since, until = until)}</p>
        {satisfaction(figures)}
        {others(figures)}
        {trend(figures)}
        {parts}
        {heard}
        <h2>{t!("quality-method")}</h2>
        <p>{t!("quality-method-groups", fewest = FEWEST)}</p>
        <p>{t!("quality-method-interval")}</p>
        <h2>{t!("quality-data")}</h2>
        <ul>
            <li><a href=table download="qualite.csv">{t!("quality-table")}</a></li>
            <li><a href=data download="qualite.json">{t!("quality-json")}</a></li>
        </ul>
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

fn name_of(subject: &Subject, catalogue: &Catalogue) -> String {
    match subject {
        Subject::Procedure(id) => catalogue.procedure(id).map(|it| l10n::words(&it.title)),
        Subject::Place(id) => catalogue.place(id).map(|it| l10n::words(&it.name)),
        Subject::Page(_) => None,
    }
    .unwrap_or_default()
}

/// How it went: the share of those who are satisfied, then each point.
fn satisfaction(figures: &Figures) -> AnyView {
    let tally = figures.tally(Measure::Satisfaction);
    let Some(good) = tally.good() else {
        return view! {
            <h2 id=anchor(Measure::Satisfaction)>{t!("quality-satisfaction")}</h2>
            <p>{t!("quality-not-enough")}</p>
        }
        .into_any();
    };
    let (low, high) = share_ends(good);
    let columns = vec![
        t!("quality-answer"),
        t!("quality-share"),
        t!("quality-people"),
    ];
    view! {
        <h2 id=anchor(Measure::Satisfaction)>{t!("quality-satisfaction")}</h2>
        <p class="lead">{t!("quality-satisfied", share = share_alone(good))}</p>
        <p>
            {t!(
                "quality-sure",
                count = tally.answers(),
                low = low,
                high = high,
            )}
        </p>
        <FigureTable
            id=SATISFACTION
            caption=t!("quality-satisfaction-caption")
            columns
            rows=points(tally)
        />
        {satisfaction_chart(tally)}
    }
    .into_any()
}

/// Everything else that is measured.
fn others(figures: &Figures) -> AnyView {
    let columns = vec![
        t!("quality-measure"),
        t!("quality-result"),
        t!("quality-people"),
    ];
    view! {
        <h2>{t!("quality-others")}</h2>
        <FigureTable caption=t!("quality-others-caption") columns rows=measures(figures)/>
    }
    .into_any()
}

/// Month by month; one month alone needs no chart.
fn trend(figures: &Figures) -> Option<AnyView> {
    let months = figures.trend();
    let chart = Trend::new(&months).as_ref().map(trend_chart);
    let rows = months.into_iter().filter_map(|(month, tally)| {
        Some(FigureRow {
            name: l10n::month_year(locale(), month).into_any(),
            cells: vec![share_words(tally.good()?), tally.answers().to_string()],
        })
    });
    let rows = rows.collect::<Vec<_>>();
    let columns = vec![
        t!("quality-month"),
        t!("quality-satisfied-share"),
        t!("quality-people"),
    ];
    let view = (!rows.is_empty()).then(|| {
        view! {
            <h2>{t!("quality-trend")}</h2>
            <FigureTable id=TREND caption=t!("quality-trend-caption") columns rows/>
            {chart}
        }
    });
    view.map(IntoAny::into_any)
}

/// Each procedure and each place, with the way to its page.
fn parts(figures: &Figures, catalogue: &Catalogue) -> AnyView {
    let row = |subject: Subject, name: AnyView| {
        let mut known = figures.parts.iter();
        let tally = known
            .find(|part| part.subject == subject)
            .map(domain::quality::Part::satisfaction);
        let tally = tally.unwrap_or_default();
        let share = tally
            .good()
            .map_or_else(|| t!("quality-not-enough"), share_words);
        let href = Path::Quality(Some(subject)).here();
        FigureRow {
            name: view! { <a href=href>{name}</a> }.into_any(),
            cells: vec![share, tally.answers().to_string()],
        }
    };
    let procedures = catalogue.procedures.iter().filter(|it| !it.visit);
    let procedures = procedures
        .map(|it| {
            let subject = Subject::Procedure(it.id.clone());
            row(subject, words_of(&it.title).into_any())
        })
        .collect();
    let places = catalogue.places.iter();
    let places = places
        .map(|it| {
            let subject = Subject::Place(it.id.clone());
            row(subject, words_of(&it.name).into_any())
        })
        .collect();
    let columns = |first: String| vec![first, t!("quality-satisfied-share"), t!("quality-people")];
    view! {
        <h2>{t!("quality-procedures")}</h2>
        <FigureTable
            caption=t!("quality-procedures-caption")
            columns=columns(t!("quality-procedure"))
            rows=procedures
        />
        <h2>{t!("quality-places")}</h2>
        <FigureTable
            caption=t!("quality-places-caption")
            columns=columns(t!("quality-place"))
            rows=places
        />
    }
    .into_any()
}
