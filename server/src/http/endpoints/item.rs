//! POST on an item of a repeatable step: saves it and goes back to the list.

use app::{
    components::HOLD,
    pages::errors::ErrorKind,
    paths::{ItemPath, Path},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};

use domain::locale::Locale;
use http::Uri;

use super::{
    form::{Posted, read},
    late,
    visits::keep,
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, SaveError},
};

/// Saves an item.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, draft, step, item)): Segments<(String, String, String, String)>,
    request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let (mut parts, posted) = read(request).await;
    let outcome = match (posted, ItemPath::parse(&item)) {
        (Ok(posted), Some(item)) => {
            let list = Path::Step {
                draft: draft.clone(),
                step: step.clone(),
            };
            let saved = state
                .desk
                .save_item(&visitor, &draft, &step, item, posted.seen(), posted.typed())
                .await;
            match saved {
                Ok(saved) => {
                    let saved = posted.as_shown(saved);
                    let stays = posted.pressed() == HOLD
                        || !saved.faults.is_empty()
                        || !saved.dangers.is_empty();
                    if let (true, Some(id)) = (stays, saved.item) {
                        parts.uri = address(&draft, &step, id, locale(&parts)).unwrap_or(parts.uri);
                    }
                    if posted.pressed() == HOLD {
                        let here = match saved.item {
                            Some(id) => item_of(&draft, &step, id),
                            None => list,
                        };
                        keep(&state, &visitor, &draft, here, posted).await
                    } else {
                        after(&saved, &draft, &step, &posted, list)
                    }
                }
                // A correction whose access is over, or nothing of this visitor's.
                Err(SaveError::Unknown) => {
                    let about = About::Draft(&draft);
                    let over = Outcome::Fail(ErrorKind::NotFound);
                    late::outcome(&state, &visitor, about, &parts.uri, posted.all, over).await
                }
                Err(error) => Outcome::of_save(error, posted.all, Some(list)),
            }
        }
        (Err(kind), _) => Outcome::Fail(kind),
        (_, None) => Outcome::Fail(ErrorKind::NotFound),
    };
    outcome.respond(&state, parts).await
}

/// Address of an item. A new item whose page is shown again exists from now on under its own: the page is that one, and
/// the next post changes it instead of adding another.
fn address(draft: &str, step: &str, id: u32, locale: Locale) -> Option<Uri> {
    item_of(draft, step, id).in_locale(locale).parse().ok()
}

fn item_of(draft: &str, step: &str, id: u32) -> Path {
    Path::Item {
        draft: draft.to_owned(),
        step: step.to_owned(),
        item: ItemPath::Existing(id),
    }
}

/// Where to go once saved: the same page when something is wrong or new, otherwise the list.
fn after(
    saved: &crate::portal::SavedStep,
    draft: &str,
    step: &str,
    posted: &Posted,
    list: Path,
) -> Outcome {
    if !saved.faults.is_empty() {
        return Outcome::invalid(
            posted.all.clone(),
            saved.faults.clone(),
            posted.again(&saved.faults),
        );
    }
    if !saved.dangers.is_empty() {
        return Outcome::danger(posted.all.clone(), saved.dangers.clone());
    }
    if let (Some(first), Some(id)) = (saved.newly_applicable.first(), saved.item) {
        let path = item_of(draft, step, id);
        return Outcome::See(path, posted.more(first));
    }
    Outcome::See(list, posted.way_back() + "#liste")
}
