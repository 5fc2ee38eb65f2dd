//! When an answer may be expected: what past requests took, what is usual, what the law says of silence.

use domain::{
    delays::{Delays, Spread},
    procedure::{LegalDelay, Silence},
    request::Status,
};
use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;

use super::actions::is_open;
use crate::{
    components::{Notice, NoticeKind, words_of},
    l10n,
    pages::procedures::procedure::delay_words,
    ports::Request,
    request::portal,
    t,
};

/// What may be expected of a request, today.
pub(super) struct Clock {
    spread: Option<(Spread, u32)>,
    /// Until that day, no answer yet is normal.
    normal_until: Option<Date>,
    /// The day is past, and it is the service's turn.
    pub(super) overdue: bool,
    legal: Option<(Date, LegalDelay)>,
    today: Date,
}

/// The clock of a request that waits for an answer of the service; `None` for any other, and for a visit: one waits for
/// its day.
pub(super) fn clock(request: &Request) -> Option<Clock> {
    let waits = matches!(request.status, Status::Submitted | Status::InReview);
    if !waits || !is_open(request) || request.procedure.visit {
        return None;
    }
    let portal = portal();
    let today = portal.today();
    let sent = request.recorded_at.to_zoned(portal.zone()).date();
    let office = portal.office();
    let known = office.delays.get(&request.procedure.id);
    let spread = known.and_then(
        |Delays {
             spread, requests, ..
         }| Some(((*spread)?, *requests)),
    );
    // Nine requests in ten end by that day; a usual time that is longer is what the service announced.
    let nine_tenths =
        spread.and_then(|(spread, _)| sent.checked_add(i64::from(spread.nine_tenths).days()).ok());
    let normal_until = request.facts.expected_by.max(nine_tenths);
    // From an old copy, nothing is said of a day that passed: the service may have answered since.
    let is_fresh = request.known_at.is_none();
    let legal = request
        .facts
        .legal_deadline
        .filter(|day| is_fresh || *day >= today)
        .zip(request.procedure.legal_delay.clone());
    Some(Clock {
        spread,
        normal_until,
        overdue: is_fresh && normal_until.is_some_and(|day| day < today),
        legal,
        today,
    })
}

/// Says that the legal time stands still, and why; nothing while it runs.
pub(super) fn paused(request: &Request) -> Option<AnyView> {
    let since = request.facts.clock_paused_since?;
    let day = since.to_zoned(portal().zone()).date();
    let day = l10n::date(l10n::locale(), day);
    let view = view! {
        <h2>{t!("clock-paused-title")}</h2>
        <p>{t!("clock-paused-text", day = day)}</p>
    };
    Some(view.into_any())
}

impl Clock {
    /// The section of the page.
    pub(super) fn view(self, request: &Request) -> AnyView {
        let day = |day: Date| l10n::date(l10n::locale(), day);
        let usual = match self.spread {
            Some((spread, count)) => t!(
                "clock-spread",
                half = spread.half,
                most = spread.nine_tenths,
                count = count
            ),
            None => t!(
                "clock-usual",
                delay = delay_words(request.procedure.usual_delay)
            ),
        };
        let normal = self.normal_until.map(|until| {
            if self.overdue {
                view! {
                    <Notice kind=NoticeKind::Warning title=t!("clock-overdue-title") level=3>
                        <p>{t!("clock-overdue-text", day = day(until))}</p>
                    </Notice>
                }
                .into_any()
            } else {
                view! { <p>{t!("clock-normal", day = day(until))}</p> }.into_any()
            }
        });
        let legal = self.legal.map(|(deadline, rule)| {
            let words = match (rule.silence, deadline < self.today) {
                (Silence::Acceptance, false) => t!("clock-acceptance", day = day(deadline)),
                (Silence::Acceptance, true) => t!("clock-accepted", day = day(deadline)),
                (Silence::Refusal, false) => t!("clock-refusal", day = day(deadline)),
                (Silence::Refusal, true) => t!("clock-refused", day = day(deadline)),
            };
            view! {
                <p>{words}</p>
                <p>
                    {words_of(&rule.source.label)}" ("
                    <span lang="fr" dir="ltr">{rule.source.reference}</span>")"
                </p>
            }
        });
        view! {
            <h2>{t!("clock-heading")}</h2>
            <p>{usual}</p>
            {normal}
            {legal}
        }
        .into_any()
    }
}
