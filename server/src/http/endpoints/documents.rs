//! POST of documents that the service asked for: attaches, removes, sends those chosen.

use app::{
    components::live_news::KEEP,
    pages::{
        drafts::step::KEY,
        requests::{
            actions::{DONE, done},
            documents::FORM,
        },
    },
    paths::Path,
};
use axum::{
    extract::{DefaultBodyLimit, Path as Segments, Request, State as Shared},
    response::Response,
};

use super::{
    form::key_of,
    late,
    multipart::{Arrived, WEIGHT, receive},
    step::{
        BEYOND, Place,
        files::{list_heading, list_of},
    },
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, FollowUpError, Visitor},
};

/// Gives documents.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let key = key_of(request.uri());
    let (parts, body) = request.into_parts();
    let begun = state
        .desk
        .begin_documents(&visitor, &asked, &key, locale(&parts))
        .await;
    let mut request = Request::from_parts(parts, body);
    if let Err(error) = begun {
        return late::refused(&state, &visitor, About::Request(&asked), request, error).await;
    }
    DefaultBodyLimit::max(WEIGHT + BEYOND).apply(&mut request);
    let place = Place {
        draft: key,
        step: FORM.to_owned(),
    };
    receive(&state, &visitor, &place, WEIGHT, request, |arrived| {
        act(&state, &visitor, &place, asked, arrived)
    })
    .await
}

/// Does what the button says.
async fn act(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    asked: String,
    Arrived { posted, attached }: Arrived,
) -> Outcome {
    let again = |list: String| {
        let query = format!("?{KEY}={}{list}", place.draft);
        Outcome::See(Path::Documents(asked.clone()), query)
    };
    if let Some(file) = posted.pressed().strip_prefix("remove:") {
        let list = list_of(state, visitor, place, file).await;
        return match state.desk.detach(visitor, &place.draft, file).await {
            Ok(()) => again(list),
            Err(error) => Outcome::of_save(error, posted.all, None),
        };
    }
    if let Some(key) = posted.pressed().strip_prefix("add:") {
        return match attached.last() {
            Some(list) => again(list_heading(list)),
            None => Outcome::none_chosen(key, posted.all.clone()),
        };
    }
    if posted.pressed() == KEEP {
        return again(String::new());
    }
    match state.desk.send_documents(visitor, &place.draft).await {
        Ok(()) => Outcome::See(Path::Request(asked), format!("?{DONE}={}", done::DOCUMENTS)),
        Err(FollowUpError::TooLate) => Outcome::see(Path::Documents(asked)),
        Err(error) => Outcome::of_follow_up(error, posted.all),
    }
}
