//! Items of a repeatable step: added, changed, removed, each on its own page.

use std::sync::Arc;

use app::paths::ItemPath;
use domain::{
    distress::newly_told,
    draft::{Entry, Item},
    journey::Journey,
    procedure::{Procedure, Repeat, Step},
    submitted::Submitted,
};

use super::{
    Desk, Next, SaveError, SavedStep, Visitor,
    change::{Change, Changed, Rule},
    forms::Forms,
    steps::{brought, faults_of, find, kept},
};
use crate::store::drafts::{Content, StoredDraft};

/// What became of an item.
struct Touched {
    item: Option<u32>,
    before: Submitted,
}

impl Touched {
    /// The list as a whole: no page of an item is looked at.
    fn list() -> Self {
        Self {
            item: None,
            before: Submitted::default(),
        }
    }
}

impl Desk {
    /// Saves the page of an item. `seen` is the version that the page showed, 0 for a new one. A new item
    /// that says exactly what another says is that one: the button was pressed twice.
    ///
    /// # Errors
    /// Saved in another tab since, unknown, ended, sent, list full, too large, or no database.
    pub async fn save_item(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
        item: ItemPath,
        seen: u32,
        typed: Submitted,
    ) -> Result<SavedStep, SaveError> {
        let forms = self.forms()?;
        let rule: Rule<Touched> = Arc::new({
            let (forms, step) = (forms.clone(), step.to_owned());
            move |row, content| {
                let (procedure, step, repeat) = find_list(&forms, row, &step)?;
                let typed = kept(&step.fields, &typed)?;
                let change = match item {
                    ItemPath::New => add(content, step, repeat, typed)?,
                    ItemPath::Existing(id) => replace(content, step, id, seen, typed)?,
                };
                row.form_version.clone_from(&procedure.form_version);
                Ok(change)
            }
        });
        let changed = self.change(visitor, draft, rule).await?;
        self.saved_item(&forms, changed, step)
    }

    /// Removes an item, which can be brought back until another one is removed. Removing twice is removing.
    ///
    /// # Errors
    /// Unknown, ended, sent, or no database.
    pub async fn remove_item(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
        item: u32,
    ) -> Result<SavedStep, SaveError> {
        let forms = self.forms()?;
        let rule: Rule<Touched> = Arc::new({
            let (forms, step) = (forms.clone(), step.to_owned());
            move |row, content| {
                let (_, step, _) = find_list(&forms, row, &step)?;
                let items = content.draft.items.entry(step.id.clone()).or_default();
                let Some(place) = items.iter().position(|known| known.id == item) else {
                    return Ok(Change::Keep(Touched::list()));
                };
                let gone = items.remove(place);
                content.draft.removed.insert(step.id.clone(), gone);
                Ok(Change::Store(Touched::list()))
            }
        });
        let changed = self.change(visitor, draft, rule).await?;
        self.saved_item(&forms, changed, step)
    }

    /// Brings back the item last removed from a list, where it stood. Bringing back twice is bringing back.
    ///
    /// # Errors
    /// Unknown, ended, sent, list full, or no database.
    pub async fn restore_item(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
    ) -> Result<SavedStep, SaveError> {
        let forms = self.forms()?;
        let rule: Rule<Touched> = Arc::new({
            let (forms, step) = (forms.clone(), step.to_owned());
            move |row, content| {
                let (_, step, repeat) = find_list(&forms, row, &step)?;
                let items = content.draft.items.entry(step.id.clone()).or_default();
                if items.len() >= usize::from(repeat.max) {
                    return Err(SaveError::Full);
                }
                let Some(item) = content.draft.removed.remove(&step.id) else {
                    return Ok(Change::Keep(Touched::list()));
                };
                // Identifiers only grow: their order is the one in which items were added.
                let place = items.partition_point(|known| known.id < item.id);
                items.insert(place, item);
                Ok(Change::Store(Touched::list()))
            }
        });
        let changed = self.change(visitor, draft, rule).await?;
        self.saved_item(&forms, changed, step)
    }

    fn saved_item(
        &self,
        forms: &Forms,
        changed: Changed<Touched>,
        step: &str,
    ) -> Result<SavedStep, SaveError> {
        let Changed {
            row,
            content,
            outcome: Touched { item, before },
        } = changed;
        let (procedure, page, _) = find_list(forms, &row, step)?;
        let today = self.day_of(&content);
        let journey = Journey::new(&procedure.steps, &content.draft, today);
        let faults = if item.is_some() {
            faults_of(&journey, step, item)
        } else {
            Vec::new()
        };
        let items = content
            .draft
            .items
            .get(step)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let saved = items.iter().find(|known| Some(known.id) == item);
        let new = saved.map_or_else(Vec::new, |saved| {
            brought(
                procedure,
                page,
                &content.draft,
                &before,
                &saved.entry.typed,
                today,
            )
        });
        let dangers = saved.map(|it| newly_told(&page.fields, &before, &it.entry.typed));
        let procedure = procedure.clone();
        let draft = self.shown(row, content, procedure);
        let next = Next::Step(step.to_owned());
        let saved = SavedStep::new(draft, item, faults, new, next);
        self.note_wrong(
            &saved.draft.procedure,
            saved.faults.iter().map(|it| &*it.key),
        );
        Ok(saved.telling_of(dangers.unwrap_or_default()))
    }
}

fn find_list<'a>(
    forms: &'a Forms,
    row: &StoredDraft,
    step: &str,
) -> Result<(&'a Arc<Procedure>, &'a Step, &'a Repeat), SaveError> {
    let (procedure, step) = find(forms, row, step)?;
    let repeat = step.repeat.as_ref().ok_or(SaveError::Unknown)?;
    Ok((procedure, step, repeat))
}

fn add(
    content: &mut Content,
    step: &Step,
    repeat: &Repeat,
    typed: Submitted,
) -> Result<Change<Touched>, SaveError> {
    let items = content.draft.items.entry(step.id.clone()).or_default();
    if let Some(same) = items.iter().find(|known| known.entry.typed == typed) {
        return Ok(Change::Keep(Touched {
            item: Some(same.id),
            before: typed,
        }));
    }
    if items.len() >= usize::from(repeat.max) {
        return Err(SaveError::Full);
    }
    content.last_item += 1;
    let id = content.last_item;
    items.push(Item {
        id,
        entry: Entry { version: 1, typed },
    });
    Ok(Change::Store(Touched {
        item: Some(id),
        before: Submitted::default(),
    }))
}

fn replace(
    content: &mut Content,
    step: &Step,
    id: u32,
    seen: u32,
    typed: Submitted,
) -> Result<Change<Touched>, SaveError> {
    let items = content
        .draft
        .items
        .get_mut(&step.id)
        .ok_or(SaveError::Unknown)?;
    let item = items
        .iter_mut()
        .find(|known| known.id == id)
        .ok_or(SaveError::Unknown)?;
    let before = item.entry.typed.clone();
    if before == typed {
        return Ok(Change::Keep(Touched {
            item: Some(id),
            before,
        }));
    }
    if seen != item.entry.version {
        return Err(SaveError::Conflict {
            saved: before,
            version: item.entry.version,
        });
    }
    item.entry = Entry {
        version: seen + 1,
        typed,
    };
    Ok(Change::Store(Touched {
        item: Some(id),
        before,
    }))
}
