//! A resident who asks for a birth certificate as a browser without JavaScript does: every page, every form.

use anyhow::{Context, ensure};

use crate::client::{Answer, Client};

/// The procedure of the sample commune that is measured.
pub(crate) const PROCEDURE: &str = "/fr/demarches/acte-de-naissance";
/// Contact address of whoever asks, as a form sends it; [`ANSWERS`] type the same.
pub(crate) const EMAIL: &str = "rosalie.tilleul%40example.org";
/// Home page.
pub(crate) const HOME: &str = "/fr";

/// What is typed on each step, as a form sends it. Their own certificate: two pages of the form are not for them.
const ANSWERS: [(&str, &str); 6] = [
    ("situation", "birth_place=here&applicant=self"),
    ("document", "document=full_copy&copies=2"),
    (
        "vous",
        "requester.family_name=Tilleul&requester.usage_name=&requester.given_names=Rosalie+Awa\
         &requester_birth_date.day=27&requester_birth_date.month=3&requester_birth_date.year=1957",
    ),
    (
        "parents",
        "parents_on_record=one&first_parent.family_name=Tilleul&first_parent.usage_name=\
         &first_parent.given_names=Anna",
    ),
    (
        "envoi",
        "delivery=post&postal_address.line1=14+rue+du+Lavoir&postal_address.line2=\
         &postal_address.postal_code=99120&postal_address.city=Ardane-les-Tilleuls&postal_address.country=\
         &email=rosalie.tilleul%40example.org&phone=",
    ),
    ("attestation", "certification=on"),
];

/// The step with a file, its field and what is attached there.
const FILE_STEP: &str = "justificatif";
const FILE_FIELD: &str = "supporting_document";
const PDF: &str = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const BOUNDARY: &str = "----parvis-bench-7f3a";

/// No form of the catalogue has so many pages: the journey goes round in circles.
const MOST_PAGES: usize = 30;

/// A form filled in, not sent yet: what readers look at.
#[derive(Debug, Clone)]
pub(crate) struct Filled {
    /// Address of a step with a page's worth of questions.
    pub(crate) step: String,
    /// Address of the review.
    pub(crate) review: String,
}

/// Begins and fills in every step, up to the review.
pub(crate) async fn fill_in(client: &mut Client) -> anyhow::Result<Filled> {
    expect(&client.get(PROCEDURE).await?, 200, PROCEDURE)?;
    let mut here = sent_on(
        &client.post(PROCEDURE, FORM, String::new()).await?,
        PROCEDURE,
    )?;
    let mut step = String::new();
    for _ in 0..MOST_PAGES {
        let page = client.get(&here).await?;
        expect(&page, 200, &here)?;
        if here.ends_with("/verification") {
            return Ok(Filled { step, review: here });
        }
        let version = version(&page).with_context(|| format!("{here} has no form"))?;
        let path = here.split('?').next().unwrap_or_default().to_owned();
        let name = path.rsplit('/').next().unwrap_or_default();
        let answer = if name == FILE_STEP {
            let kind = format!("multipart/form-data; boundary={BOUNDARY}");
            client.post(&path, &kind, with_file(&version)).await?
        } else {
            let typed = ANSWERS.iter().find(|(known, _)| *known == name);
            let (_, typed) = typed.with_context(|| format!("nothing to answer on {here}"))?;
            client
                .post(
                    &path,
                    FORM,
                    format!("_version={version}&{typed}&do=continue"),
                )
                .await?
        };
        here = sent_on(&answer, &path)?;
        if name == "envoi" {
            step = path;
        }
    }
    anyhow::bail!("the form never ends: {here}")
}

/// Sends what is filled in and opens the receipt; gives the receipt's address.
pub(crate) async fn send(client: &mut Client, filled: &Filled) -> anyhow::Result<String> {
    let answer = client.post(&filled.review, FORM, String::new()).await?;
    let receipt = sent_on(&answer, &filled.review)?;
    let page = client.get(&receipt).await?;
    expect(&page, 200, &receipt)?;
    ensure!(receipt.ends_with("/recepisse"), "{receipt} is no receipt");
    Ok(receipt)
}

/// Kind of a form without files.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Checks the status; an error page must not count as a fast page.
pub(crate) fn expect(answer: &Answer, status: u16, path: &str) -> anyhow::Result<()> {
    ensure!(
        answer.status == status,
        "{path}: {} instead of {status}",
        answer.status
    );
    Ok(())
}

/// Where a form leads that was taken.
pub(crate) fn sent_on(answer: &Answer, path: &str) -> anyhow::Result<String> {
    expect(answer, 303, path)?;
    answer
        .location
        .clone()
        .with_context(|| format!("{path} leads nowhere"))
}

/// Version of the page seen, from its hidden input.
pub(crate) fn version(page: &Answer) -> Option<String> {
    let text = page.text();
    let (_, rest) = text.split_once("name=\"_version\" value=\"")?;
    Some(rest.split_once('"')?.0.to_owned())
}

fn with_file(version: &str) -> String {
    let part = |head: &str, content: &str| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let file =
        format!("name=\"{FILE_FIELD}\"; filename=\"livret.pdf\"\r\nContent-Type: application/pdf");
    [
        part("name=\"_version\"", version),
        part(&file, PDF),
        part("name=\"do\"", "continue"),
        format!("--{BOUNDARY}--\r\n"),
    ]
    .concat()
}
