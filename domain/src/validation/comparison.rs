//! Comparison of an answer with another one.

use super::FaultCode;
use crate::{answers::Answer, field::Relation};

/// What is wrong between an answer and the one it is compared with, if anything.
pub(super) fn compare(answer: &Answer, must_be: Relation, other: &Answer) -> Option<FaultCode> {
    let order = match (answer, other) {
        (Answer::Date(answer), Answer::Date(other)) => Some(answer.cmp(other)),
        (Answer::Number(answer), Answer::Number(other)) => Some(answer.cmp(other)),
        _ => None,
    };
    let holds = match must_be {
        Relation::SameAs => answer == other,
        Relation::DifferentFrom => answer != other,
        // Answers without order cannot be compared; the check of procedures refuses them.
        Relation::After => order.is_none_or(|order| order.is_gt()),
        Relation::NotBefore => order.is_none_or(|order| order.is_ge()),
    };
    (!holds).then(|| fault_of(must_be))
}

/// The fault that a relation may give.
pub(super) const fn fault_of(must_be: Relation) -> FaultCode {
    match must_be {
        Relation::SameAs => FaultCode::NotSame,
        Relation::DifferentFrom => FaultCode::NotDifferent,
        Relation::After => FaultCode::NotAfter,
        Relation::NotBefore => FaultCode::Before,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::compare;
    use crate::{
        answers::Answer,
        field::Relation::{After, DifferentFrom, NotBefore, SameAs},
        validation::FaultCode,
    };

    #[test]
    fn an_end_comes_after_its_start() {
        let start = Answer::Date(date(2026, 7, 1));
        let end = Answer::Date(date(2026, 7, 14));
        assert_eq!(compare(&end, After, &start), None);
        assert_eq!(compare(&start, After, &start), Some(FaultCode::NotAfter));
        assert_eq!(compare(&start, NotBefore, &start), None);
        assert_eq!(compare(&start, NotBefore, &end), Some(FaultCode::Before));
    }

    #[test]
    fn two_answers_are_the_same_or_differ() {
        let [one, two] = ["a@b.fr", "c@d.fr"].map(|address| Answer::Text(address.to_owned()));
        assert_eq!(compare(&one, SameAs, &one), None);
        assert_eq!(compare(&one, SameAs, &two), Some(FaultCode::NotSame));
        assert_eq!(
            compare(&one, DifferentFrom, &one),
            Some(FaultCode::NotDifferent)
        );
        assert_eq!(compare(&one, DifferentFrom, &two), None);
    }
}
