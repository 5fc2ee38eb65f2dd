//! POST of how a resident wants to be told of what happens to a request.

use std::collections::BTreeMap;

use app::{
    pages::{
        errors::ErrorKind,
        requests::{
            actions::{DONE, done},
            notices::{fields, names},
        },
    },
    paths::Path,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    answers::{Answer, Answers},
    notice::{Way, takes_sms},
    reminder::Lead,
    validation::{Checked, Fault, FaultCode, check_fields},
};

use super::{
    form::{Posted, read},
    late,
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, FollowUpError},
    store::notice_choices::Reach,
};

/// Keeps the choice.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let may = state.desk.may_choose_notices(&visitor, &asked).await;
    let outcome = match (posted, may) {
        (Ok(posted), Err(FollowUpError::Unknown)) => {
            let over = Outcome::Fail(ErrorKind::AccessOver);
            let about = About::Request(&asked);
            late::outcome(&state, &visitor, about, &parts.uri, posted.all, over).await
        }
        (Ok(posted), Err(error)) => Outcome::of_follow_up(error, posted.all),
        (Ok(posted), Ok(reminds)) => match reach(&state, &parts, &posted, reminds) {
            Ok(reach) => match state.desk.choose_notices(&visitor, &asked, reach).await {
                Ok(()) => Outcome::See(Path::Request(asked), format!("?{DONE}={}", done::NOTICES)),
                Err(error) => Outcome::of_follow_up(error, posted.all),
            },
            Err(faults) => {
                let again = posted.again(&faults);
                Outcome::invalid(posted.all, faults, again)
            }
        },
        (Err(kind), _) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

fn reach(
    state: &State,
    parts: &http::request::Parts,
    posted: &Posted,
    reminds: bool,
) -> Result<Reach, Vec<Fault>> {
    let (locale, ways) = (locale(parts), state.desk.ways());
    let checked = check_fields(
        &fields(locale, &ways, reminds),
        &posted.typed(),
        &BTreeMap::new(),
        &Answers::default(),
        state.desk.today(),
    );
    let leads = match checked.answers.get(names::REMINDERS) {
        Some(Answer::Choices(leads)) => leads.iter().filter_map(|it| Lead::from_name(it)).collect(),
        _ => Vec::new(),
    };
    let chosen = chosen(checked)?;
    Ok(Reach {
        way: chosen.way,
        email: chosen.email,
        phone: chosen.phone,
        locale,
        reminders: reminds.then_some(leads),
    })
}

/// By which way someone is told, and where.
pub(super) struct Chosen {
    /// The way; `None`: not at all.
    pub(super) way: Option<Way>,
    /// E-mail address.
    pub(super) email: Option<String>,
    /// A phone that takes text messages.
    pub(super) phone: Option<String>,
}

/// Reads the answers of `reach_fields`; the way that was chosen has an address, and a phone takes text messages. Faults
/// of other questions of the same form stop it too.
pub(super) fn chosen(checked: Checked) -> Result<Chosen, Vec<Fault>> {
    let text = |key: &str| match checked.answers.get(key) {
        Some(Answer::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let way = match checked.answers.get(names::WAY) {
        Some(Answer::Choice(way)) => Way::from_name(way),
        _ => None,
    };
    let (email, phone) = (text(names::EMAIL), text(names::PHONE));
    let mut faults = checked.faults;
    let mut fault = |key: &str, code| {
        if !faults.iter().any(|fault| fault.key == key) {
            faults.push(Fault {
                key: key.to_owned(),
                part: None,
                code,
            });
        }
    };
    match way {
        Some(Way::Email) if email.is_none() => fault(names::EMAIL, FaultCode::Missing),
        Some(Way::Sms) if phone.is_none() => fault(names::PHONE, FaultCode::Missing),
        _ => {}
    }
    if phone.as_deref().is_some_and(|phone| !takes_sms(phone)) {
        fault(names::PHONE, FaultCode::NotMobile);
    }
    if faults.is_empty() {
        Ok(Chosen { way, email, phone })
    } else {
        Err(faults)
    }
}
