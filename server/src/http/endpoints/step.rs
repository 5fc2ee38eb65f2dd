//! POST on a step: saves what was typed, right or wrong; goes on when it is right. A step with files has
//! its own way of reading ([`files`]), a repeatable step its own list.

pub(in crate::http) mod files;

use app::{
    components::HOLD,
    pages::{drafts::items::RESTORE, errors::ErrorKind},
    paths::{HEADING, Path},
    ports::{Draft, Problem},
};
use axum::{
    extract::{DefaultBodyLimit, Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    field::FieldKind,
    journey::{Journey, StageState},
    procedure::Step,
};
use http::{StatusCode, request::Parts};

use super::{
    form::{Posted, read},
    late,
    visits::keep,
};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{About, Next, SaveError, SavedStep, Visitor},
};

/// Bytes beyond what the inputs of a page may hold that are still read, so that a file too heavy is refused at its
/// field: a browser whose sending is cut off shows no page at all.
pub(super) const BEYOND: usize = 64 * 1024 * 1024;

/// Where a step is.
#[derive(Debug, Clone)]
pub(in crate::http) struct Place {
    pub(in crate::http) draft: String,
    pub(in crate::http) step: String,
}

/// Saves a step.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, draft, step)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let place = Place { draft, step };
    let visitor = state.cookie.visitor(request.headers());
    let portal = state.desk.view(visitor, String::new());
    let kind = match portal.draft(&place.draft).await.map_err(SaveError::from) {
        Ok(Draft {
            sent_as: Some(sent),
            ..
        }) => {
            let (parts, _) = request.into_parts();
            return Outcome::see(Path::Receipt(sent))
                .respond(&state, parts)
                .await;
        }
        Ok(draft) => kind(&draft, &place.step),
        // A correction whose access is over, or nothing of this visitor's.
        Err(SaveError::Unknown) => {
            let (about, over) = (About::Draft(&place.draft), ErrorKind::NotFound);
            let over = Outcome::Fail(over);
            let (parts, outcome) = late::unread(&state, &visitor, about, request, over).await;
            return outcome.respond(&state, parts).await;
        }
        Err(error) => {
            let (parts, _) = request.into_parts();
            return Outcome::of_save(error, Default::default(), None)
                .respond(&state, parts)
                .await;
        }
    };
    match kind {
        Some(Kind::Files { most }) => {
            let mut request = request;
            DefaultBodyLimit::max(most + BEYOND).apply(&mut request);
            files::post(&state, &visitor, &place, most, request).await
        }
        Some(kind) => {
            let (parts, posted) = read(request).await;
            let outcome = match posted {
                Ok(posted) if kind == Kind::List => list(&state, &visitor, &place, &posted).await,
                Ok(posted) => questions(&state, &visitor, &place, &posted).await,
                Err(kind) => Outcome::Fail(kind),
            };
            outcome.respond(&state, parts).await
        }
        None => not_found(&state, request).await,
    }
}

async fn not_found(state: &State, request: Request) -> Response {
    let (parts, _): (Parts, _) = request.into_parts();
    Outcome::Fail(ErrorKind::NotFound)
        .respond(state, parts)
        .await
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Questions,
    /// Each input takes one file at a time; together they hold at most so many bytes.
    Files {
        most: usize,
    },
    List,
}

fn kind(draft: &Draft, step: &str) -> Option<Kind> {
    let step = find(draft, step)?;
    let most: usize = step
        .fields
        .iter()
        .filter_map(|field| match field.kind {
            FieldKind::File { max_mebibytes, .. } => Some(usize::from(max_mebibytes) << 20),
            _ => None,
        })
        .sum();
    Some(if step.repeat.is_some() {
        Kind::List
    } else if most > 0 {
        Kind::Files { most }
    } else {
        Kind::Questions
    })
}

fn find<'a>(draft: &'a Draft, step: &str) -> Option<&'a Step> {
    draft.procedure.steps.iter().find(|known| known.id == step)
}

async fn questions(state: &State, visitor: &Visitor, place: &Place, posted: &Posted) -> Outcome {
    let typed = posted.typed();
    match state
        .desk
        .save_step(visitor, &place.draft, &place.step, posted.seen(), typed)
        .await
    {
        Ok(_) if posted.pressed() == HOLD => keep_here(state, visitor, place, posted).await,
        Ok(saved) => after(&posted.as_shown(saved), place, posted),
        Err(error) => Outcome::of_save(error, posted.all.clone(), None),
    }
}

/// Where to go once saved: the same page when something is wrong or new, otherwise on.
pub(super) fn after(saved: &SavedStep, place: &Place, posted: &Posted) -> Outcome {
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
    let draft = place.draft.clone();
    // Scripts move the focus to the heading by themselves; without them, the address of a booking leads there.
    let heading = saved.draft.visit.as_ref().map_or("", |_| HEADING);
    if let Some(first) = saved.newly_applicable.first() {
        let path = Path::Step {
            draft,
            step: place.step.clone(),
        };
        return Outcome::See(path, posted.more(first));
    }
    let next = match &saved.next {
        Next::Step(step) if !posted.back_to_review() => Path::Step {
            draft,
            step: step.clone(),
        },
        _ => Path::Review(draft),
    };
    Outcome::See(next, heading.to_owned())
}

/// Keeps the time of the draft longer, once what was typed is saved, and shows the step again.
async fn keep_here(state: &State, visitor: &Visitor, place: &Place, posted: &Posted) -> Outcome {
    let here = Path::Step {
        draft: place.draft.clone(),
        step: place.step.clone(),
    };
    keep(state, visitor, &place.draft, here, posted.clone()).await
}

/// Buttons of the list of a repeatable step: remove one, bring it back, or go on.
async fn list(state: &State, visitor: &Visitor, place: &Place, posted: &Posted) -> Outcome {
    let here = Path::Step {
        draft: place.draft.clone(),
        step: place.step.clone(),
    };
    if let Some(item) = posted.pressed().strip_prefix("remove:") {
        let Ok(item) = item.parse() else {
            return Outcome::Fail(ErrorKind::Unreadable);
        };
        return match state
            .desk
            .remove_item(visitor, &place.draft, &place.step, item)
            .await
        {
            Ok(_) => Outcome::See(here, posted.way_back() + "#liste"),
            Err(error) => Outcome::of_save(error, posted.all.clone(), Some(here)),
        };
    }
    if posted.pressed() == RESTORE {
        let restored = state.desk.restore_item(visitor, &place.draft, &place.step);
        return match restored.await {
            Ok(_) => Outcome::See(here, posted.way_back() + "#liste"),
            Err(error) => Outcome::of_save(error, posted.all.clone(), Some(here)),
        };
    }
    match state
        .desk
        .save_step(
            visitor,
            &place.draft,
            &place.step,
            posted.seen(),
            posted.typed(),
        )
        .await
    {
        Ok(_) if posted.pressed() == HOLD => keep_here(state, visitor, place, posted).await,
        Ok(saved) if is_complete(&saved.draft, &place.step) => after(&saved, place, posted),
        Ok(_) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.all.clone(),
            Problem::Incomplete,
        ),
        Err(error) => Outcome::of_save(error, posted.all.clone(), Some(here)),
    }
}

fn is_complete(draft: &Draft, step: &str) -> bool {
    let journey = Journey::new(&draft.procedure.steps, &draft.content, draft.today);
    journey
        .stage(step)
        .is_some_and(|stage| stage.state == StageState::Complete)
}
