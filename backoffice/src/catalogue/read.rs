//! From files to typed values: shape, unknown keys, rules, all defects kept for the end.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use domain::{
    procedure::Procedure,
    procedure_check::{Defect, DefectReason, PathPart},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    Catalogue, Words,
    defect::CatalogueDefect,
    located::{Located, Position},
};

/// One thing wrong in the file that is being read.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) at: Position,
    pub(super) path: String,
    pub(super) reason: String,
}

impl Wrong {
    /// A defect known by its position alone.
    pub(super) fn at(at: Position, reason: &str) -> Self {
        Self {
            at,
            path: String::new(),
            reason: reason.to_owned(),
        }
    }
}

/// Part of a path: a key.
pub(super) fn key(name: &str) -> PathPart {
    PathPart::Key(name.to_owned())
}

/// Part of a path: a place in a list.
pub(super) fn index(place: usize) -> PathPart {
    PathPart::Index(place)
}

/// A path as people read it: `steps[2].fields[0].label`.
pub(super) fn shown(path: &[PathPart]) -> String {
    path.iter().fold(String::new(), |mut text, part| {
        match part {
            PathPart::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            PathPart::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
        text
    })
}

/// Reads the files of one folder and remembers what is wrong in them.
pub(super) struct Reader<'a> {
    folder: &'a Path,
    defects: Vec<CatalogueDefect>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            defects: Vec::new(),
        }
    }

    /// A file that holds a list of items with an `id` each.
    pub(super) fn list<T>(&mut self, name: &str, defects: impl Fn(&T) -> Vec<Defect>) -> Vec<T>
    where
        T: DeserializeOwned + Serialize,
    {
        let path = self.folder.join(name);
        let Some(located) = self.open(&path) else {
            return Vec::new();
        };
        let mut wrong = Vec::new();
        let mut items = Vec::new();
        let mut ids = BTreeSet::new();
        let value = located.value();
        let Value::Array(values) = value else {
            self.tell(&path, vec![located.wrong(&[], "a list is expected")]);
            return items;
        };
        for (place, value) in values.into_iter().enumerate() {
            let at = [index(place)];
            if let Some(id) = value.get("id").and_then(Value::as_str)
                && !ids.insert(id.to_owned())
            {
                wrong.push(located.wrong(&at, format!("`{id}` comes twice")));
            }
            if let Some(item) = typed(&located, &at, value, &mut wrong) {
                wrong.extend(defects(&item).into_iter().map(|defect| {
                    let path: Vec<_> = at.iter().cloned().chain(defect.path).collect();
                    located.wrong(&path, defect.reason.to_string())
                }));
                items.push(item);
            }
        }
        self.tell(&path, wrong);
        items
    }

    /// The same for a file that an authority may do without.
    pub(super) fn list_if_there<T>(
        &mut self,
        name: &str,
        defects: impl Fn(&T) -> Vec<Defect>,
    ) -> Vec<T>
    where
        T: DeserializeOwned + Serialize,
    {
        if self.folder.join(name).exists() {
            self.list(name, defects)
        } else {
            Vec::new()
        }
    }

    /// Every file of `procedures/`, in the order of their names.
    pub(super) fn procedures(&mut self, words: &Words) -> Vec<Procedure> {
        let folder = self.folder.join("procedures");
        let mut files: Vec<PathBuf> = match fs::read_dir(&folder) {
            Ok(entries) => entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect(),
            Err(error) => {
                self.tell(&folder, vec![Wrong::at(START, &error.to_string())]);
                return Vec::new();
            }
        };
        files.retain(|file| {
            file.extension()
                .is_some_and(|extension| extension == "yaml")
        });
        files.sort();
        let (mut procedures, mut doors) = (Vec::new(), BTreeSet::new());
        for file in files {
            let Some(located) = self.open(&file) else {
                continue;
            };
            let mut wrong = Vec::new();
            let mut value = located.value();
            words.expand(&located, &mut value, &mut wrong);
            if let Some(procedure) = typed::<Procedure>(&located, &[], value, &mut wrong) {
                wrong.extend(procedure_defects(&located, &procedure, &file));
                if procedure.door.is_some_and(|door| !doors.insert(door)) {
                    let reason = DefectReason::DuplicateDoor.to_string();
                    wrong.push(located.wrong(&[key("door")], reason));
                }
                procedures.push(procedure);
            }
            self.tell(&file, wrong);
        }
        procedures
    }

    /// The catalogue when nothing is wrong.
    pub(super) fn finish(
        mut self,
        catalogue: Catalogue,
    ) -> Result<Catalogue, Vec<CatalogueDefect>> {
        if self.defects.is_empty() {
            return Ok(catalogue);
        }
        self.defects.sort();
        self.defects.dedup();
        Err(self.defects)
    }

    fn open(&mut self, path: &Path) -> Option<Located> {
        let read = fs::read_to_string(path).map_err(|error| Wrong::at(START, &error.to_string()));
        match read.and_then(|text| Located::parse(&text)) {
            Ok(located) => Some(located),
            Err(wrong) => {
                self.tell(path, vec![wrong]);
                None
            }
        }
    }

    fn tell(&mut self, file: &Path, wrong: Vec<Wrong>) {
        self.defects
            .extend(wrong.into_iter().map(|wrong| CatalogueDefect {
                file: file.to_owned(),
                line: wrong.at.line,
                column: wrong.at.column,
                path: wrong.path,
                reason: wrong.reason,
            }));
    }
}

const START: Position = Position { line: 1, column: 1 };

/// The rules of the domain. Words that come from other files are told there, not here.
fn procedure_defects(located: &Located, procedure: &Procedure, file: &Path) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = procedure
        .defects()
        .into_iter()
        .filter(|defect| {
            !matches!(defect.path.as_slice(), [PathPart::Key(first), _, ..]
                if ["themes", "life_events", "service"].contains(&first.as_str()))
        })
        .map(|defect| located.wrong(&defect.path, defect.reason.to_string()))
        .collect();
    if file.file_stem().and_then(|stem| stem.to_str()) != Some(procedure.id.as_str()) {
        wrong.push(located.wrong(
            &[key("id")],
            "the file must bear the procedure's identifier",
        ));
    }
    wrong
}

/// The typed value, or what is wrong with its shape. Keys that mean nothing are told: a rule that is
/// misspelt would otherwise be silently absent.
fn typed<T>(located: &Located, at: &[PathPart], value: Value, wrong: &mut Vec<Wrong>) -> Option<T>
where
    T: DeserializeOwned + Serialize,
{
    match serde_path_to_error::deserialize::<_, T>(&value) {
        Ok(item) => {
            let understood = serde_json::to_value(&item).unwrap_or(Value::Null);
            unknown_keys(located, at, &value, &understood, wrong);
            Some(item)
        }
        Err(error) => {
            let mut found = Vec::new();
            super::fields::wrong_fields(located, at, &value, &mut found);
            if found.is_empty() {
                let path: Vec<_> = at.iter().cloned().chain(parts(error.path())).collect();
                found.push(located.wrong(&path, error.inner().to_string()));
            }
            wrong.append(&mut found);
            None
        }
    }
}

fn parts(path: &serde_path_to_error::Path) -> impl Iterator<Item = PathPart> + '_ {
    path.iter().filter_map(|segment| match segment {
        serde_path_to_error::Segment::Seq { index } => Some(PathPart::Index(*index)),
        serde_path_to_error::Segment::Map { key } => Some(PathPart::Key(key.clone())),
        serde_path_to_error::Segment::Enum { variant } => Some(PathPart::Key(variant.clone())),
        serde_path_to_error::Segment::Unknown => None,
    })
}

/// Compares what was written with what was understood: a key that was not understood is missing there.
fn unknown_keys(
    located: &Located,
    at: &[PathPart],
    written: &Value,
    understood: &Value,
    wrong: &mut Vec<Wrong>,
) {
    let step = |part: PathPart| -> Vec<_> { at.iter().cloned().chain([part]).collect() };
    match (written, understood) {
        (Value::Object(written), Value::Object(understood)) => {
            for (name, value) in written {
                let path = step(key(name));
                match understood.get(name) {
                    Some(other) => unknown_keys(located, &path, value, other, wrong),
                    None => {
                        wrong.push(located.wrong(&path, format!("`{name}` means nothing here")))
                    }
                }
            }
        }
        (Value::Array(written), Value::Array(understood)) => {
            for (place, (value, other)) in written.iter().zip(understood).enumerate() {
                unknown_keys(located, &step(index(place)), value, other, wrong);
            }
        }
        _ => {}
    }
}
