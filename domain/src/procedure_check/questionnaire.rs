//! Questionnaires: the rules of forms, and those that keep them short and free.

use super::{Defect, DefectReason, Inspector, steps};
use crate::{
    field::{Field, FieldKind, Need},
    procedure::Step,
    survey::Questionnaire,
};

impl Questionnaire {
    /// Everything that would make this questionnaire fail or mislead whoever answers; empty when it is sound.
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        let mut to = Inspector::default();
        to.id(&self.id);
        to.filled("version", &self.version);
        to.text("title", &self.title);
        if self.retention_days == 0 {
            to.report_at("retention_days", DefectReason::Zero);
        }
        steps::inspect(&self.steps, true, &mut to);
        to.each("steps", &self.steps, step);
        to.defects
    }
}

fn step(step: &Step, to: &mut Inspector) {
    if step.repeat.is_some() {
        to.report_at("repeat", DefectReason::NotInQuestionnaire);
    }
    to.each("fields", &step.fields, field);
}

fn field(field: &Field, to: &mut Inspector) {
    match field.kind {
        FieldKind::OneOf { .. }
        | FieldKind::SeveralOf { .. }
        | FieldKind::YesNo
        | FieldKind::LongText { .. }
        | FieldKind::Phone => {}
        _ => to.report_at("type", DefectReason::NotInQuestionnaire),
    }
    if field.need != Need::Optional {
        to.report_at("need", DefectReason::NotOptional);
    }
}
