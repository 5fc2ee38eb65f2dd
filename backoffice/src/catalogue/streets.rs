//! What is wrong with a street: nobody could find it.

use domain::{
    procedure_check::{Defect, DefectReason},
    searched,
    street::Street,
};

use super::read::key;

/// Defects of a street by itself. That its position is on Earth is told where it is read.
pub(super) fn of_street(street: &Street) -> Vec<Defect> {
    [("name", &street.name), ("commune", &street.commune)]
        .into_iter()
        .filter(|(_, text)| searched::words(text).is_empty())
        .map(|(name, _)| Defect {
            path: vec![key(name)],
            reason: DefectReason::Blank,
        })
        .collect()
}
