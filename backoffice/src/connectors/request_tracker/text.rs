//! What agents read in Request Tracker: the answers of a request, a resident's messages, corrections, withdrawal. In
//! French, the language of the catalogue and of the services; the one place with words of this connector.

use domain::{
    answers::{Answer, Answers},
    correction::AnswerChange,
    field::Field,
    locale::Locale,
    message::MessageKind,
    procedure::{Procedure, Step},
    review,
};
use jiff::{Timestamp, tz::TimeZone};

use crate::{
    api::{
        follow_up::{NewMessage, Withdrawal},
        requests::{Channel, NewRequest},
    },
    ports::is_id,
    written::{Manner, words},
};

/// Before the key of a call, at the end of the subject of whatever the connector posts.
const MARK: &str = "[parvis ";
/// For an answer that was not given.
const NOTHING: &str = "—";

/// The subject of what a resident wrote, with the key of its call.
fn subject(words: &str, key: &str) -> String {
    format!("{words} {MARK}{key}]")
}

/// The key of the call that posted something with this subject.
pub(super) fn key_in(subject: &str) -> Option<&str> {
    let (_, rest) = subject.rsplit_once(MARK)?;
    rest.trim_end().strip_suffix(']').filter(|key| is_id(key))
}

fn french(text: &domain::text::Text) -> &str {
    text.in_locale(Locale::French).words
}

fn moment(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d/%m/%Y à %H h %M").to_string()
}

const fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::French => "français",
        Locale::English => "anglais",
        Locale::Arabic => "arabe",
        Locale::EasyFrench => "français facile à lire",
    }
}

/// Subject and text of the ticket of a request. No name in the subject: it stands in lists and mail.
pub(super) fn ticket(procedure: &Procedure, new: &NewRequest) -> (String, String) {
    let title = french(&procedure.title);
    let channel = match new.channel {
        Channel::Web => "portail",
        Channel::Counter => "guichet",
        Channel::Phone => "téléphone",
        Channel::Paper => "papier",
        Channel::Other => "autre",
    };
    let mut text = format!(
        "{title}\nEnvoyée le {} ({channel}), en {}.\n\
         L’usager lit vos réponses (« Répondre ») dans le portail ; il ne lit jamais vos commentaires.\n",
        moment(new.submitted_at),
        language(new.locale)
    );
    for section in review::sections(&procedure.steps, &new.answers) {
        let rank = section
            .item
            .map_or_else(String::new, |item| format!(" {}", item.ordinal));
        text.push_str(&format!("\n== {}{rank} ==\n", french(&section.step.title)));
        for row in section.rows {
            text.push_str(&line(row.field, row.answer));
        }
    }
    (title.to_owned(), text)
}

fn line(field: &Field, answer: Option<&Answer>) -> String {
    let answer = answer.map_or_else(
        || NOTHING.to_owned(),
        |it| words(Some(field), it, Manner::French),
    );
    // Lines of a longer answer stay apart from the questions.
    let answer = answer.trim().replace('\n', "\n    ");
    format!("{} : {answer}\n", french(&field.label))
}

/// Subject and text of a message.
pub(super) fn message(new: &NewMessage, key: &str) -> (String, String) {
    let kind = match new.kind {
        MessageKind::Message => "Message de l’usager",
        MessageKind::Reminder => "Relance de l’usager",
        MessageKind::Complaint => "Réclamation de l’usager",
    };
    let text = match (new.text.is_empty(), new.uploads.is_empty()) {
        (false, _) => new.text.clone(),
        (true, false) => "L’usager envoie des fichiers, sans texte.".to_owned(),
        (true, true) => "L’usager demande où en est sa demande.".to_owned(),
    };
    (subject(kind, key), text)
}

/// Subject and text of a withdrawal.
pub(super) fn withdrawal(withdrawal: &Withdrawal, key: &str) -> (String, String) {
    let reason = match &withdrawal.reason {
        Some(reason) => format!("Son motif : {reason}"),
        None => "Il ne donne pas de motif.".to_owned(),
    };
    let text = format!("L’usager retire sa demande. {reason}");
    (subject("Retrait de la demande par l’usager", key), text)
}

/// Subject and text of a correction: what was, what is now.
pub(super) fn correction(
    procedure: &Procedure,
    changes: &[AnswerChange],
    key: &str,
) -> (String, String) {
    let mut text =
        "L’usager corrige sa demande. Les réponses ci-dessous remplacent les premières.\n"
            .to_owned();
    for change in changes {
        let list = procedure
            .steps
            .iter()
            .find(|step| step.repeat.as_ref().is_some_and(|it| it.key == change.key));
        let label = match (list, procedure.field(&change.key)) {
            (Some(step), _) => french(&step.title),
            (None, Some(field)) => french(&field.label),
            (None, None) => &change.key,
        };
        let shown = |answer: Option<&Answer>| value(procedure, list, &change.key, answer);
        text.push_str(&format!(
            "\n{label}\n  Avant : {}\n  Maintenant : {}\n",
            shown(change.before.as_ref()),
            shown(change.after.as_ref())
        ));
    }
    (subject("Correction de l’usager", key), text)
}

fn value(procedure: &Procedure, list: Option<&Step>, key: &str, answer: Option<&Answer>) -> String {
    match (answer, list) {
        (None, _) => NOTHING.to_owned(),
        (Some(Answer::Items(items)), Some(step)) => {
            let told = items.iter().map(|item| item_words(step, item));
            told.collect::<Vec<_>>().join(" | ")
        }
        (Some(answer), _) => words(procedure.field(key), answer, Manner::French),
    }
}

fn item_words(step: &Step, item: &Answers) -> String {
    domain::field::ungrouped(&step.fields)
        .into_iter()
        .filter_map(|field| {
            let answer = words(Some(field), item.get(&field.key)?, Manner::French);
            Some(format!("{} : {answer}", french(&field.label)))
        })
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_key_marks_what_the_connector_posted() {
        let key = "6a1e4d0e-0000-4000-8000-000000000001";
        assert_eq!(key_in(&subject("Message de l’usager", key)), Some(key));
        assert_eq!(key_in("Re: [parvis x]"), None);
        assert_eq!(key_in("Demande d’acte"), None);
    }
}
