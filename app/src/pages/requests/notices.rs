//! Being told of what happens to a request: by e-mail, by text message, or not at all; and what became of each
//! message.

mod fields;

use domain::{notice::Way, submitted::Submitted};
use leptos::prelude::*;

pub use fields::{Silence, fields, names, reach_fields};
pub(in crate::pages) use fields::{field, option};

use super::{closed, live::warning, receipt::moment};
use crate::{
    components::{
        BackLink, ErrorSummary, Notice, NoticeKind, Questions, ServiceContact, Submit, words_of,
    },
    l10n,
    pages::{
        drafts::step::{hidden_inputs, is_again, problem_summary, refused_state},
        page::{Heading, PageTitle},
    },
    paths::Path,
    ports::{Absence, NoticeState, Notices, Request, SentNotice},
    request::{portal, refused, segment},
    t,
};

/// Page of the choice.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        match portal().request(&id).await {
            // Whoever is here thanks to a code is not the one who is told.
            Ok(request) if request.guest.is_some() => closed(&Absence::Unknown),
            Ok(request) => page(&request),
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request) -> AnyView {
    let reminds = request.notices.reminders.is_some();
    let fields = fields(l10n::locale(), &request.notices.ways, reminds);
    let mut state = refused_state();
    if refused().is_none() {
        state.typed = chosen_before(&request.notices);
    }
    let title = l10n::words(&request.procedure.title);
    let has_sms = request.notices.ways.contains(&Way::Sms);
    view! {
        <PageTitle title=t!("notices-title", procedure = title)/>
        {problem_summary(Vec::new(), "#titre")}
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("notices-heading")}</Heading>
        <p>{words_of(&request.procedure.title)}</p>
        <p>{t!("notices-text")}</p>
        <ul>
            <li>{if has_sms { t!("notices-rule-hours") } else { t!("notices-rule-night") }}</li>
            <li>{t!("notices-rule-private")}</li>
            {reminds.then(|| view! { <li>{t!("notices-rule-reminder")}</li> })}
            {has_sms.then(|| view! { <li>{t!("notices-rule-fallback")}</li> })}
        </ul>
        <form
            id="step-form"
            method="post"
            action=Path::Notices(request.id.clone()).here()
            novalidate
            aria-labelledby="titre"
        >
            {hidden_inputs(0, &state.faults)}
            <Questions fields state/>
            <Submit label=t!("notices-button")/>
        </form>
        {messages(&request.notices)}
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

fn chosen_before(notices: &Notices) -> Submitted {
    let way = notices.way.map_or(names::NOTHING, Way::name);
    let answers = [
        (names::WAY, way),
        (names::EMAIL, notices.email.as_deref().unwrap_or_default()),
        (names::PHONE, notices.phone.as_deref().unwrap_or_default()),
    ];
    let leads = notices.reminders.iter().flatten();
    let leads = leads.map(|lead| (names::REMINDERS, lead.name()));
    let answers = answers.into_iter().chain(leads);
    let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Submitted(answers.collect())
}

/// Messages so far, with what became of each.
fn messages(notices: &Notices) -> Option<AnyView> {
    if notices.sent.is_empty() {
        return None;
    }
    let items = notices.sent.iter().map(|sent| {
        view! { <li>{fate(sent)}</li> }
    });
    let view = view! {
        <h2>{t!("notices-sent-heading")}</h2>
        <ul>{items.collect_view()}</ul>
    };
    Some(view.into_any())
}

/// What became of a message, in a sentence.
fn fate(sent: &SentNotice) -> String {
    let at = moment(sent.at);
    match (sent.way, sent.state) {
        (Way::Email, NoticeState::Waiting) => t!("notices-email-waiting", at = at),
        (Way::Email, NoticeState::Sent | NoticeState::Delivered) => {
            t!("notices-email-sent", at = at)
        }
        (Way::Email, NoticeState::Failed) => t!("notices-email-failed", at = at),
        (Way::Sms, NoticeState::Waiting) => t!("notices-sms-waiting", at = at),
        (Way::Sms, NoticeState::Sent) => t!("notices-sms-sent", at = at),
        (Way::Sms, NoticeState::Delivered) => t!("notices-sms-delivered", at = at),
        (Way::Sms, NoticeState::Failed) => t!("notices-sms-failed", at = at),
    }
}

/// What was chosen, in a sentence.
pub(super) fn chosen(notices: &Notices) -> String {
    match notices.way {
        Some(Way::Email) => t!("notices-chosen-email"),
        Some(Way::Sms) => t!("notices-chosen-sms"),
        None => t!("notices-chosen-nothing"),
    }
}

/// On the page of the request: what was chosen, the last message, and where to change it.
pub(super) fn section(request: &Request) -> impl IntoView + use<> {
    let notices = &request.notices;
    let last = notices
        .sent
        .first()
        .map(|sent| view! { <p>{fate(sent)}</p> });
    view! {
        <h2>{t!("notices-heading")}</h2>
        <p>{chosen(notices)}</p>
        {last}
        <p><a href=Path::Notices(request.id.clone()).here()>{t!("notices-change")}</a></p>
    }
}

/// No message reaches the resident: the phone remains.
pub(super) fn out_of_reach(request: &Request) -> Option<AnyView> {
    if !request.notices.out_of_reach || request.guest.is_some() {
        return None;
    }
    let phone = request.procedure.service.phone.clone();
    let change = Path::Notices(request.id.clone()).here();
    let view = view! {
        <Notice kind=NoticeKind::Warning title=t!("notices-lost-title")>
            <p>{t!("notices-lost-text", phone = phone)}</p>
            <p><a href=change>{t!("notices-lost-change")}</a></p>
        </Notice>
    };
    Some(view.into_any())
}
