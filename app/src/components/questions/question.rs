//! A field with the state of its page: the ids, words and attributes that every kind of control shares.

use domain::{
    answers::AttachedFile,
    field::{About, Field},
    validation::Fault,
};
use leptos::prelude::*;

use super::{FormState, Scope, control_id};
use crate::{
    components::words_of,
    l10n::{locale, spoken},
    t,
    words::{
        faults::{fault_words, file_fault_words},
        fields::{default_hint, marked},
    },
};

/// A field to show.
pub(crate) struct Question<'a> {
    /// The field.
    pub(crate) field: &'a Field,
    /// The state of its page.
    pub(crate) state: &'a FormState,
    /// Whether a group around it already says which item it is about.
    in_group: bool,
}

impl<'a> Question<'a> {
    /// A question of the page.
    pub(crate) const fn new(field: &'a Field, state: &'a FormState) -> Self {
        Self {
            field,
            state,
            in_group: false,
        }
    }

    /// A question inside the group of this one.
    pub(crate) const fn inner(&self, field: &'a Field) -> Self {
        Self {
            field,
            state: self.state,
            in_group: true,
        }
    }

    /// Identifier of the control or of one of its parts.
    pub(crate) fn id(&self, part: Option<&str>) -> String {
        control_id(&self.state.scope, &self.field.key, part)
    }

    /// What was typed.
    pub(crate) fn typed(&self) -> String {
        self.state.typed.first(&self.field.key).to_owned()
    }

    /// What was typed in a part.
    pub(crate) fn typed_part(&self, part: &str) -> String {
        self.state.typed.part(&self.field.key, part).to_owned()
    }

    /// Files attached so far.
    pub(crate) fn files(&self) -> &'a [AttachedFile] {
        self.state
            .files
            .get(&self.field.key)
            .map_or(&[], Vec::as_slice)
    }

    /// Value of `aria-required`: the attribute `required` makes an empty form read as wrong before it was
    /// sent (accessibility reference, 5.1).
    pub(crate) fn required(&self) -> Option<&'static str> {
        self.field.is_required().then_some("true")
    }

    /// Token of `autocomplete`: only for data of the person who types (RGAA 11.13).
    pub(crate) fn autocomplete(&self, token: &'static str) -> &'static str {
        if self.field.about == About::Oneself {
            token
        } else {
            "off"
        }
    }

    /// Faults of this field.
    pub(crate) fn faults(&self) -> impl Iterator<Item = &'a Fault> {
        self.state
            .faults
            .iter()
            .filter(|fault| fault.key == self.field.key)
    }

    /// Words of the first fault of a part, or of the first fault of all.
    pub(crate) fn error(&self, part: Option<&str>) -> Option<String> {
        let refused = self
            .state
            .file_problem
            .as_ref()
            .filter(|problem| problem.key == self.field.key);
        if let Some(problem) = refused {
            return Some(file_fault_words(self.field, problem));
        }
        self.faults()
            .find(|fault| part.is_none() || fault.part == part)
            .map(|fault| fault_words(self.field, fault.part, fault.code))
    }

    /// Value of `aria-invalid`.
    pub(crate) fn invalid(&self, part: Option<&str>) -> Option<&'static str> {
        self.error(part).is_some().then_some("true")
    }

    /// The error at the control: "Erreur : " and what to do (RGAA 11.10, 11.11).
    pub(crate) fn error_view(&self, part: Option<&str>) -> Option<AnyView> {
        self.error(part).map(|words| {
            view! {
                <p class="field__error" id=format!("{}-error", self.id(part))>
                    {t!("field-error", words = words)}
                </p>
            }
            .into_any()
        })
    }

    /// The hint before the control: the catalogue's, then the expected format unless it already shows one.
    pub(crate) fn hint_view(&self) -> Option<AnyView> {
        let format = default_hint(self.field);
        let words = match (&self.field.hint, format) {
            (Some(hint), None) => words_of(hint).into_any(),
            (Some(hint), Some(format)) => view! { {words_of(hint)} " " {format} }.into_any(),
            (None, Some(format)) => format.into_any(),
            (None, None) => return None,
        };
        Some(
            view! { <p class="field__hint" id=format!("{}-hint", self.id(None))>{words}</p> }
                .into_any(),
        )
    }

    /// Ids of hint and error, in this order: a description on the first control of a group is read, one on
    /// its `fieldset` is not (accessibility reference, 5.2).
    pub(crate) fn described_by(&self, part: Option<&str>) -> Option<String> {
        let hint = (self.field.hint.is_some() || default_hint(self.field).is_some())
            .then(|| format!("{}-hint", self.id(None)));
        let error = self.error(part).map(|_| format!("{}-error", self.id(part)));
        join([hint, error])
    }

    /// Label with its mark: "Adresse électronique (obligatoire)", in an item "Enfant 2 : Prénoms (facultatif)".
    pub(crate) fn label(&self) -> AnyView {
        self.words(true)
    }

    /// Label without mark, where each part carries its own.
    pub(crate) fn legend(&self) -> AnyView {
        self.words(false)
    }

    fn words(&self, with_mark: bool) -> AnyView {
        let spoken = spoken(&self.field.label);
        let prefix = match &self.state.scope {
            &Scope::Item {
                number, ref noun, ..
            } if !self.in_group => Some(t!("item-label", noun = noun.clone(), number = number)),
            _ => None,
        };
        let mark = |label: String| {
            if with_mark {
                marked(label, self.field.need)
            } else {
                label
            }
        };
        if spoken.language == locale() {
            let label = mark(spoken.words.to_owned());
            return prefix
                .map_or(label.clone(), |prefix| format!("{prefix} {label}"))
                .into_any();
        }
        let prefix = prefix.map(|prefix| format!("{prefix} "));
        let mark = with_mark.then(|| mark(String::new()));
        view! { {prefix} {words_of(&self.field.label)} {mark} }.into_any()
    }
}

/// Ids in one attribute; none when there is none.
pub(crate) fn join<const N: usize>(ids: [Option<String>; N]) -> Option<String> {
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
