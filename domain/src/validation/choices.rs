//! Radio buttons and checkboxes. A value outside the list comes from an old page or from no page at all.

use super::FaultCode;
use crate::{answers::Answer, field::Choice};

/// `yes` or `no`.
pub(super) fn yes_no(sent: &str) -> Result<Option<Answer>, FaultCode> {
    match sent {
        "" => Ok(None),
        "yes" => Ok(Some(Answer::YesNo(true))),
        "no" => Ok(Some(Answer::YesNo(false))),
        _ => Err(FaultCode::Choice),
    }
}

/// One value of the list.
pub(super) fn one_of(sent: &str, options: &[Choice]) -> Result<Option<Answer>, FaultCode> {
    if sent.is_empty() {
        return Ok(None);
    }
    let chosen = options
        .iter()
        .find(|option| option.value == sent)
        .ok_or(FaultCode::Choice)?;
    Ok(Some(Answer::Choice(chosen.value.clone())))
}

/// Values of the list, each once, in the order of the list whatever the order sent.
pub(super) fn several_of<'a>(
    sent: impl Iterator<Item = &'a str>,
    options: &[Choice],
    min: u16,
) -> Result<Option<Answer>, FaultCode> {
    let mut chosen = vec![false; options.len()];
    for value in sent.filter(|value| !value.is_empty()) {
        let place = options
            .iter()
            .position(|option| option.value == value)
            .ok_or(FaultCode::Choice)?;
        chosen[place] = true;
    }
    let values: Vec<String> = options
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| *chosen)
        .map(|(option, _)| option.value.clone())
        .collect();
    match values.len() {
        0 => Ok(None),
        count if count < usize::from(min) => Err(FaultCode::TooFewChoices),
        _ => Ok(Some(Answer::Choices(values))),
    }
}

/// A ticked statement sends `on`.
pub(super) fn statement(sent: &str) -> Result<Option<Answer>, FaultCode> {
    match sent {
        "" => Ok(None),
        "on" => Ok(Some(Answer::YesNo(true))),
        _ => Err(FaultCode::NotAccepted),
    }
}

#[cfg(test)]
mod tests {
    use super::{one_of, several_of, statement, yes_no};
    use crate::{answers::Answer, field::Choice, text::Text, validation::FaultCode};

    fn options() -> Vec<Choice> {
        let choice = |value: &str| Choice {
            value: value.to_owned(),
            label: Text::default(),
            hint: None,
        };
        ["bus", "bike", "car"].map(choice).to_vec()
    }

    #[test]
    fn one_choice_must_be_in_the_list() {
        assert_eq!(
            one_of("bike", &options()),
            Ok(Some(Answer::Choice("bike".to_owned())))
        );
        assert_eq!(one_of("boat", &options()), Err(FaultCode::Choice));
        assert_eq!(one_of("", &options()), Ok(None));
        assert_eq!(yes_no("oui"), Err(FaultCode::Choice));
    }

    #[test]
    fn several_choices_keep_the_order_of_the_form() {
        let chosen = Answer::Choices(vec!["bus".to_owned(), "car".to_owned()]);
        let sent = ["car", "bus", "car", ""];
        assert_eq!(
            several_of(sent.into_iter(), &options(), 2),
            Ok(Some(chosen))
        );
        assert_eq!(
            several_of(["car"].into_iter(), &options(), 2),
            Err(FaultCode::TooFewChoices)
        );
        assert_eq!(
            several_of(["boat"].into_iter(), &options(), 1),
            Err(FaultCode::Choice)
        );
        assert_eq!(several_of(std::iter::empty(), &options(), 1), Ok(None));
    }

    #[test]
    fn a_statement_is_accepted_by_ticking_it() {
        assert_eq!(statement("on"), Ok(Some(Answer::YesNo(true))));
        assert_eq!(statement("no"), Err(FaultCode::NotAccepted));
    }
}
