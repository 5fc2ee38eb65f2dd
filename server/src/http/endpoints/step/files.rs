//! POST on a step with files: they are attached, then the button says what to do.

use app::{components::HOLD, paths::Path};
use axum::{extract::Request, response::Response};
use domain::{answers::AttachedFile, submitted::Submitted};

use super::{Place, after, keep_here};
use crate::{
    http::{
        endpoints::multipart::{Arrived, receive},
        outcome::Outcome,
        router::State,
    },
    portal::Visitor,
};

/// Attaches the files chosen, then does what the button says.
pub(super) async fn post(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    most: usize,
    request: Request,
) -> Response {
    receive(state, visitor, place, most, request, |arrived| {
        act(state, visitor, place, arrived)
    })
    .await
}

/// The button pressed: remove a file, add one, or go on.
async fn act(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    Arrived { posted, attached }: Arrived,
) -> Outcome {
    let here = Path::Step {
        draft: place.draft.clone(),
        step: place.step.clone(),
    };
    if let Some(file) = posted.pressed().strip_prefix("remove:") {
        let list = list_of(state, visitor, place, file).await;
        return match state.desk.detach(visitor, &place.draft, file).await {
            Ok(()) => Outcome::See(here, posted.way_back() + &list),
            Err(error) => Outcome::of_save(error, posted.all, None),
        };
    }
    if let Some(key) = posted.pressed().strip_prefix("add:") {
        if let Some(last) = attached.last() {
            return Outcome::See(here, posted.way_back() + &list_heading(last));
        }
        return Outcome::none_chosen(key, posted.all.clone());
    }
    let typed = Submitted::default();
    match state
        .desk
        .save_step(visitor, &place.draft, &place.step, posted.seen(), typed)
        .await
    {
        Ok(_) if posted.pressed() == HOLD => keep_here(state, visitor, place, &posted).await,
        Ok(saved) => after(&saved, place, &posted),
        Err(error) => Outcome::of_save(error, posted.all, None),
    }
}

/// The heading of the list of a field: there the focus goes once a file came or went.
pub(in crate::http) fn list_heading(key: &str) -> String {
    format!("#f-{key}-list")
}

/// The list that a file is in; nothing when it is gone already.
pub(in crate::http) async fn list_of(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    file: &str,
) -> String {
    let view = state.desk.view(*visitor, String::new());
    let Ok(draft) = view.draft(&place.draft).await else {
        return String::new();
    };
    let holds = |files: &Vec<AttachedFile>| files.iter().any(|known| known.id == file);
    let list = draft.content.files.iter().find(|(_, files)| holds(files));
    list.map(|(key, _)| list_heading(key)).unwrap_or_default()
}
