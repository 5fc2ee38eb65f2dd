//! The catalogue: procedures, places and the words around them, read from a folder of YAML files that
//! a person edits. Everything wrong is told at once, with its file and line.

mod agenda;
mod defect;
mod fields;
mod improvements;
mod located;
mod read;
mod streets;
mod texts;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use domain::{
    appointment::AppointmentType,
    place::Place,
    procedure::{Procedure, Service, Term},
    procedure_check::{Defect, DefectReason},
    quality::Improvement,
    resource::Resource,
    street::Street,
    survey::Questionnaire,
};
use serde_json::Value;

pub use self::defect::CatalogueDefect;
use self::{located::Located, read::Reader};

/// What the authority offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Themes, in the order in which they are shown.
    pub themes: Vec<Term>,
    /// Life events, in the order in which they are shown.
    pub life_events: Vec<Term>,
    /// Procedures, in the order of their identifiers.
    pub procedures: Vec<Arc<Procedure>>,
    /// Places where people are received.
    pub places: Vec<Place>,
    /// What one can come for, in the order in which it is shown.
    pub appointment_types: Vec<AppointmentType>,
    /// Who and what receives people; the first that is free is taken.
    pub resources: Vec<Resource>,
    /// What people are asked afterwards, at most one questionnaire for each moment.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// What changed because of what people said.
    pub improvements: Vec<Improvement>,
    /// Streets of the territory: whoever types an address learns how far each place is.
    pub streets: Vec<Street>,
}

impl Catalogue {
    /// Reads `themes.yaml`, `life_events.yaml`, `services.yaml`, `places.yaml` and `procedures/*.yaml`.
    /// In a procedure, `themes`, `life_events` and `service` are identifiers. An authority that takes appointments adds
    /// `appointment_types.yaml` and `resources.yaml`; one that tells how far its places are, `addresses.yaml`; one that
    /// asks how it went, `surveys.yaml`; one that tells what it made of that, `improvements.yaml`.
    ///
    /// # Errors
    /// Every defect of every file, in the order of the files and of their lines.
    pub fn load(folder: &Path) -> Result<Self, Vec<CatalogueDefect>> {
        let mut reader = Reader::new(folder);
        let themes: Vec<Term> = reader.list("themes.yaml", texts::of_term);
        let life_events: Vec<Term> = reader.list("life_events.yaml", texts::of_term);
        let services: Vec<Service> = reader.list("services.yaml", texts::of_service);
        let places: Vec<Place> = reader.list("places.yaml", texts::of_place);
        let words = Words {
            themes: by_id(&themes, |term| &term.id),
            life_events: by_id(&life_events, |term| &term.id),
            services: by_id(&services, |service| &service.id),
        };
        let procedures = reader.procedures(&words);
        let appointment_types: Vec<AppointmentType> = reader
            .list_if_there("appointment_types.yaml", |kind| {
                [agenda::of_type(kind), agenda::type_links(kind, &procedures)].concat()
            });
        let resources: Vec<Resource> = reader.list_if_there("resources.yaml", |resource| {
            let links = agenda::resource_links(resource, &appointment_types, &places);
            [agenda::of_resource(resource), links].concat()
        });
        let streets: Vec<Street> = reader.list_if_there("addresses.yaml", streets::of_street);
        let asked = RefCell::new(BTreeSet::new());
        let questionnaires: Vec<Questionnaire> =
            reader.list_if_there("surveys.yaml", |questionnaire: &Questionnaire| {
                let twice = !asked.borrow_mut().insert(questionnaire.moment);
                let twice = twice.then(|| Defect {
                    path: vec![read::key("moment")],
                    reason: DefectReason::DuplicateMoment,
                });
                questionnaire.defects().into_iter().chain(twice).collect()
            });
        let improvements: Vec<Improvement> = reader
            .list_if_there("improvements.yaml", |improvement| {
                improvements::of_improvement(improvement, &procedures, &places)
            });
        reader.finish(Self {
            improvements,
            questionnaires: questionnaires.into_iter().map(Arc::new).collect(),
            themes,
            life_events,
            procedures: procedures.into_iter().map(Arc::new).collect(),
            places,
            appointment_types,
            resources,
            streets,
        })
    }

    /// The same without what one comes for in person: for a system that keeps no agendas.
    #[must_use]
    pub fn without_visits(mut self) -> Self {
        self.procedures.retain(|procedure| !procedure.visit);
        self.appointment_types.clear();
        self.resources.clear();
        self.streets.clear();
        self
    }

    /// The procedure with this identifier.
    #[must_use]
    pub fn procedure(&self, id: &str) -> Option<&Arc<Procedure>> {
        self.procedures.iter().find(|procedure| procedure.id == id)
    }
}

/// What identifiers stand for in a procedure's file.
struct Words {
    themes: BTreeMap<String, Value>,
    life_events: BTreeMap<String, Value>,
    services: BTreeMap<String, Value>,
}

impl Words {
    /// Puts the words in the place of identifiers; an unknown identifier is told and left out.
    fn expand(&self, file: &Located, value: &mut Value, wrong: &mut Vec<read::Wrong>) {
        for (key, known) in [("themes", &self.themes), ("life_events", &self.life_events)] {
            let Some(Value::Array(ids)) = value.get_mut(key) else {
                continue;
            };
            let expanded = std::mem::take(ids)
                .into_iter()
                .enumerate()
                .filter_map(|(index, id)| {
                    let found = id.as_str().and_then(|id| known.get(id)).cloned();
                    if found.is_none() {
                        wrong.push(file.wrong(
                            &[read::key(key), read::index(index)],
                            format!("`{}` is not in {key}.yaml", text_of(&id)),
                        ));
                    }
                    found
                });
            *ids = expanded.collect();
        }
        if let Some(service) = value.get_mut("service") {
            match service.as_str().and_then(|id| self.services.get(id)) {
                Some(found) => *service = found.clone(),
                None => {
                    let reason = format!("`{}` is not in services.yaml", text_of(service));
                    wrong.push(file.wrong(&[read::key("service")], reason));
                    // Any known service, so that the rest of the file is still checked.
                    if let Some(any) = self.services.values().next() {
                        *service = any.clone();
                    }
                }
            }
        }
    }
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn by_id<T: serde::Serialize>(items: &[T], id: impl Fn(&T) -> &String) -> BTreeMap<String, Value> {
    items
        .iter()
        .filter_map(|item| Some((id(item).clone(), serde_json::to_value(item).ok()?)))
        .collect()
}

#[cfg(test)]
mod tests;
