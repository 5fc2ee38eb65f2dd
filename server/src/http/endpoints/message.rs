//! POST of a message about a request: attaches files, keeps what was typed, sends.

use app::{
    components::live_news::KEEP,
    pages::requests::messages::{COMPLAINT, FORM, SENT, address},
    paths::Path,
    ports::Problem,
};
use axum::{
    extract::{DefaultBodyLimit, Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::message::MessageKind;
use http::{StatusCode, Uri};

use super::{
    form::{key_of, parameter},
    late,
    multipart::{Arrived, WEIGHT, receive},
    step::{BEYOND, Place, files::list_heading},
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, FollowUpError, SaveError, Visitor},
};

/// What the address of the form says.
struct Form {
    request: String,
    key: String,
    is_complaint: bool,
}

impl Form {
    fn read(request: &str, uri: &Uri) -> Self {
        Self {
            request: request.to_owned(),
            key: key_of(uri),
            is_complaint: parameter(uri, COMPLAINT.0) == COMPLAINT.1,
        }
    }

    /// The thread, which says that the message was sent.
    fn sent(&self) -> Outcome {
        let query = format!("?{}={}", SENT.0, SENT.1);
        Outcome::See(Path::Messages(self.request.clone()), query)
    }

    /// The same page, with the form as it is kept.
    fn again(&self, list: &str) -> Outcome {
        let query = address(&self.key, self.is_complaint.then_some(COMPLAINT));
        let here = Path::Messages(self.request.clone());
        let place = if list.is_empty() {
            String::new()
        } else {
            list_heading(list)
        };
        Outcome::See(here, query + &place)
    }
}

/// Writes to the service.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    mut request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let form = Form::read(&asked, request.uri());
    let (parts, body) = request.into_parts();
    let begun = state
        .desk
        .begin_message(&visitor, &asked, &form.key, locale(&parts))
        .await;
    request = Request::from_parts(parts, body);
    if let Err(error) = begun {
        return late::refused(&state, &visitor, About::Request(&asked), request, error).await;
    }
    let address = request.uri().clone();
    DefaultBodyLimit::max(WEIGHT + BEYOND).apply(&mut request);
    let place = Place {
        draft: form.key.clone(),
        step: FORM.to_owned(),
    };
    receive(&state, &visitor, &place, WEIGHT, request, |arrived| {
        act(&state, &visitor, &place, &form, &address, arrived)
    })
    .await
}

/// Keeps what was typed, then does what the button says.
async fn act(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    form: &Form,
    address: &Uri,
    Arrived { posted, attached }: Arrived,
) -> Outcome {
    let typed = posted.typed();
    let saved = state
        .desk
        .save_step(visitor, &place.draft, &place.step, posted.seen(), typed);
    let saved = match saved.await {
        Ok(saved) => saved,
        // Pressed twice: it is sent.
        Err(SaveError::Sent(_)) => return form.sent(),
        // The access ended while it was on its way.
        Err(SaveError::Unknown) => {
            let about = About::Draft(&place.draft);
            let over = Outcome::of_begin(SaveError::Unknown);
            return late::outcome(state, visitor, about, address, posted.all, over).await;
        }
        Err(error) => return Outcome::of_save(error, posted.all, None),
    };
    if let Some(file) = posted.pressed().strip_prefix("remove:") {
        return match state.desk.detach(visitor, &place.draft, file).await {
            Ok(()) => form.again("files"),
            Err(error) => Outcome::of_save(error, posted.all, None),
        };
    }
    if let Some(key) = posted.pressed().strip_prefix("add:") {
        return match attached.last() {
            Some(list) => form.again(list),
            None => Outcome::none_chosen(key, posted.all.clone()),
        };
    }
    if posted.pressed() == KEEP {
        return form.again("");
    }
    if !saved.faults.is_empty() {
        let again = posted.again(&saved.faults);
        return Outcome::invalid(posted.all, saved.faults, again);
    }
    if !saved.dangers.is_empty() {
        return Outcome::danger(posted.all, saved.dangers);
    }
    let kind = if form.is_complaint {
        MessageKind::Complaint
    } else {
        MessageKind::Message
    };
    match state.desk.send_message(visitor, &place.draft, kind).await {
        Ok(()) => form.sent(),
        Err(FollowUpError::Incomplete) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.all,
            Problem::Incomplete,
        ),
        Err(error) => Outcome::of_follow_up(error, posted.all),
    }
}
