//! Right answers for any form: the kit fills in whatever procedure a back office offers.

use domain::{
    answers::{Address, Answer, Answers, AttachedFile, Person},
    field::{Comparison, Field, FieldKind, FileKind, Period, Relation},
    procedure::Procedure,
};
use http::{Method, StatusCode, header};
use jiff::{Timestamp, ToSpan, civil::Date};
use sha2::{Digest, Sha256};

use super::{bench::Bench, report::Fault, target::Target};
use crate::api::{
    check::day_in_france,
    headers::{CONTENT_DIGEST, IDEMPOTENCY_KEY, digest_of_sha256},
    idempotency::hex,
    uploads::Upload,
};

/// Answers to every question that applies, optional ones included, files excepted when optional.
pub(super) fn answers(procedure: &Procedure, now: Timestamp) -> Result<Answers, Fault> {
    let today = day_in_france(now);
    let mut answers = Answers::default();
    for step in &procedure.steps {
        if !step
            .when
            .as_ref()
            .is_none_or(|condition| condition.holds(&answers))
        {
            continue;
        }
        match &step.repeat {
            None => fill(&step.fields, &mut answers, today)?,
            Some(repeat) => {
                let mut item = answers.clone();
                fill(&step.fields, &mut item, today)?;
                item.0.retain(|key, _| answers.get(key).is_none());
                let items = vec![item; usize::from(repeat.min.max(1))];
                answers.0.insert(repeat.key.clone(), Answer::Items(items));
            }
        }
    }
    Ok(answers)
}

fn fill(fields: &[Field], answers: &mut Answers, today: Date) -> Result<(), Fault> {
    for field in fields {
        if !field
            .when
            .as_ref()
            .is_none_or(|condition| condition.holds(answers))
        {
            continue;
        }
        if let FieldKind::Group { fields } = &field.kind {
            fill(fields, answers, today)?;
        } else if let Some(answer) = answer(field, answers, today)? {
            answers.0.insert(field.key.clone(), answer);
        }
    }
    Ok(())
}

fn answer(field: &Field, answers: &Answers, today: Date) -> Result<Option<Answer>, Fault> {
    if let Some(compared) = field
        .compare
        .as_ref()
        .and_then(|rule| related(rule, answers))
    {
        return Ok(Some(compared));
    }
    let answer = match &field.kind {
        FieldKind::ShortText {
            min_length,
            max_length,
            ..
        }
        | FieldKind::LongText {
            min_length,
            max_length,
        } => {
            let words = "Rien à signaler ".repeat(1 + usize::from(*min_length) / 8);
            let length = usize::from((*max_length).min((*min_length).max(15)));
            Answer::Text(
                words
                    .chars()
                    .take(length)
                    .collect::<String>()
                    .trim()
                    .to_owned(),
            )
        }
        FieldKind::Email => Answer::Text("resident@example.org".to_owned()),
        FieldKind::Phone => Answer::Text("+33639980011".to_owned()),
        FieldKind::Date {
            period,
            min_age,
            max_age,
        } => Answer::Date(date(*period, *min_age, *max_age, today)?),
        FieldKind::Number { min, .. } => Answer::Number(*min),
        FieldKind::YesNo | FieldKind::Statement => Answer::YesNo(true),
        FieldKind::OneOf { options } => {
            let first = options
                .first()
                .ok_or_else(|| Fault("a list without choice".to_owned()))?;
            Answer::Choice(first.value.clone())
        }
        FieldKind::SeveralOf { options, min } => {
            let values = options.iter().take(usize::from((*min).max(1)));
            Answer::Choices(values.map(|choice| choice.value.clone()).collect())
        }
        FieldKind::Address => Answer::Address(Address {
            line1: "1 place de la Mairie".to_owned(),
            postal_code: "99120".to_owned(),
            city: "Ardane-les-Tilleuls".to_owned(),
            ..Address::default()
        }),
        FieldKind::Person => Answer::Person(Person {
            family_name: "Martin".to_owned(),
            given_names: "Camille Noé".to_owned(),
            ..Person::default()
        }),
        FieldKind::File { accept, .. } if field.is_required() => {
            let kind = accept.first().copied().unwrap_or(FileKind::Pdf);
            Answer::Files(vec![file(kind)])
        }
        FieldKind::File { .. } | FieldKind::Information { .. } | FieldKind::Group { .. } => {
            return Ok(None);
        }
    };
    Ok(Some(answer))
}

/// An answer that stands in the right relation to the compared one.
fn related(rule: &Comparison, answers: &Answers) -> Option<Answer> {
    let other = answers.get(&rule.field)?;
    match (rule.must_be, other) {
        (Relation::SameAs | Relation::NotBefore, other) => Some(other.clone()),
        (Relation::After, Answer::Date(date)) => Some(Answer::Date(date.tomorrow().ok()?)),
        (Relation::After, Answer::Number(number)) => Some(Answer::Number(number + 1)),
        (Relation::DifferentFrom, Answer::Text(text)) if text.contains('@') => {
            Some(Answer::Text(format!("other.{text}")))
        }
        _ => None,
    }
}

fn date(
    period: Period,
    min_age: Option<u16>,
    max_age: Option<u16>,
    today: Date,
) -> Result<Date, Fault> {
    let moved = match (period, min_age, max_age) {
        (_, None, None) => match period {
            Period::Any => Ok(today),
            Period::Past => today.checked_sub(40.days()),
            Period::Future => today.checked_add(40.days()),
        },
        (_, min, max) => {
            let (min, max) = (i64::from(min.unwrap_or(0)), i64::from(max.unwrap_or(120)));
            // Some days after the birthday: the age is the same whatever the hour.
            let years = min + (max - min) / 4;
            today
                .checked_sub(years.years())
                .and_then(|day| day.checked_sub(3.days()))
        }
    };
    moved.map_err(|error| Fault(error.to_string()))
}

/// The smallest content that is recognised as its kind.
pub(super) const fn content(kind: FileKind) -> &'static [u8] {
    match kind {
        FileKind::Pdf => b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n",
        FileKind::Jpeg => b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\xff\xd9",
        FileKind::Png => b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
    }
}

fn file(kind: FileKind) -> AttachedFile {
    let content = content(kind);
    AttachedFile {
        id: String::new(),
        filename: format!(
            "pièce.{}",
            kind.extensions().first().copied().unwrap_or("pdf")
        ),
        media_type: kind.media_type().to_owned(),
        bytes: content.len() as u64,
        sha256: hex(&Sha256::digest(content)),
    }
}

/// Uploads the files of the answers and puts their identifiers in place.
pub(super) async fn upload_files<T: Target>(
    bench: &Bench<T>,
    answers: &mut Answers,
) -> Result<(), Fault> {
    for answer in answers.0.values_mut() {
        match answer {
            Answer::Files(files) => {
                for file in files {
                    let kinds = [FileKind::Pdf, FileKind::Jpeg, FileKind::Png];
                    let kind = kinds
                        .into_iter()
                        .find(|kind| kind.media_type() == file.media_type);
                    let content = content(kind.unwrap_or(FileKind::Pdf));
                    file.id = upload(bench, content, &bench.new_key()).await?.id;
                }
            }
            Answer::Items(items) => {
                for item in items {
                    Box::pin(upload_files(bench, item)).await?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// One file sent.
pub(super) async fn upload<T: Target>(
    bench: &Bench<T>,
    content: &'static [u8],
    key: &str,
) -> Result<Upload, Fault> {
    let digest = digest_of_sha256(&Sha256::digest(content));
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''pi%C3%A8ce.pdf",
        ),
        (CONTENT_DIGEST, digest.as_str()),
        (IDEMPOTENCY_KEY, key),
    ];
    let reply = bench
        .call(Method::POST, "/v1/uploads", &headers, content.into())
        .await?;
    reply.is(StatusCode::CREATED)?;
    reply.json()
}
