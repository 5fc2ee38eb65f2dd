//! What people wrote: agents' tools find it, sort it and publish it as it was shown; the portal reads none of it.

use std::collections::BTreeMap;

use bytes::Bytes;
use domain::{
    answers::{Answer, Answers},
    field::Role,
    locale::Locale,
    quality::{PublishedOpinion, Reply, personal},
    survey::{Moment, Questionnaire, Subject, Way},
};
use http::{HeaderName, Method, StatusCode, header};
use serde::Serialize;

use super::{
    bench::{Bench, Reply as Answered},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    headers::PARVIS_AGENT,
    opinions::{
        NewPublication, Opinion, OpinionAct, OpinionActKind, OpinionState, Publishing, Reason,
        Shown,
    },
    page::Page,
    problem::ProblemCode,
    surveys::NewSurveyResponse,
};

const GROUP: &str = "opinions";
/// Who acts: the name has an accent, which no header carries as it is.
const AGENT: &str = "Zoé Lemaire";
const AGENT_ON_THE_WIRE: &str = "Zo%C3%A9%20Lemaire";
/// A number that no one has (Arcep keeps it for stories), which is masked.
const WORDS: &str = "Trop long, appelez le 06 39 98 12 34";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.opinions {
        report.skip(GROUP, "agents read what people wrote", "opinions");
        return;
    }
    let name = "agents' tools and the portal each open their own door";
    report.add(GROUP, name, doors(bench).await);
    let name = "an opinion is found again by its subject, words, tags and state";
    report.add(GROUP, name, found(bench).await);
    let name = "a text is published once, exactly as it was shown, and taken back";
    report.add(GROUP, name, published(bench).await);
    let name = "what is withheld says why, and no act is without a name";
    report.add(GROUP, name, withheld(bench).await);
    let name = "a copy of everything has each answer, and the journal says who took it";
    report.add(GROUP, name, copied(bench).await);
}

impl<T: Target> Bench<T> {
    /// A call of an agents' tool.
    async fn agent(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<Answered, Fault> {
        let headers = [
            (header::CONTENT_TYPE, "application/json"),
            (PARVIS_AGENT, AGENT_ON_THE_WIRE),
        ];
        self.nobody_or(&headers, method, path, body).await
    }

    /// The same with these headers alone.
    async fn nobody_or(
        &self,
        headers: &[(HeaderName, &str)],
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<Answered, Fault> {
        let token = self.options.agents_token.as_deref();
        let token =
            token.ok_or_else(|| Fault("the agents' token is needed to try this".to_owned()))?;
        let body = serde_json::to_vec(body).map_err(|error| Fault(error.to_string()))?;
        self.with_token(token, (method, path), headers, body.into())
            .await
    }

    async fn opinion(&self, id: &str) -> Result<Opinion, Fault> {
        let path = format!("/v1/opinions/{id}");
        self.agent(Method::GET, &path, &()).await?.json()
    }

    /// Every opinion of a query, page after page.
    async fn opinions(&self, query: &str) -> Result<Vec<Opinion>, Fault> {
        let mut all = Vec::new();
        let mut cursor = None::<String>;
        loop {
            let after = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
            let path = format!("/v1/opinions?limit=2{query}{after}");
            let page: Page<Opinion> = self.agent(Method::GET, &path, &()).await?.json()?;
            ensure(page.items.len() <= 2, || "more than asked for".to_owned())?;
            all.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return Ok(all);
            }
        }
    }

    /// Someone says something about the procedure of the bench, with or without words.
    async fn says(&self, words: Option<&str>) -> Result<String, Fault> {
        let page: Page<Questionnaire> = self.get("/v1/questionnaires", &[]).await?.json()?;
        let mut asked = page.items.iter().filter(|it| {
            let of_procedures = matches!(it.moment, Moment::Procedure | Moment::Answer);
            of_procedures && it.field_of_role(Role::Comment).is_some()
        });
        let asked = asked.next();
        let asked = asked.ok_or_else(|| Fault("no questionnaire asks for words".to_owned()))?;
        let mut answers = BTreeMap::new();
        if let (Some(words), Some(field)) = (words, asked.field_of_role(Role::Comment)) {
            answers.insert(field.key.clone(), Answer::Text(words.to_owned()));
        }
        let new = NewSurveyResponse {
            questionnaire_id: asked.id.clone(),
            version: asked.version.clone(),
            subject: Subject::Procedure(self.procedure.id.clone()),
            way: Way::Phone,
            language: Locale::French,
            answers: Answers(answers),
            revision: 1,
            complete: true,
        };
        let id = self.new_key();
        let body = serde_json::to_vec(&new).map_err(|error| Fault(error.to_string()))?;
        let headers = [(header::CONTENT_TYPE, "application/json")];
        let path = format!("/v1/survey-responses/{id}");
        let reply = self.call(Method::PUT, &path, &headers, Bytes::from(body));
        reply.await?.is(StatusCode::CREATED)?;
        Ok(id)
    }
}

async fn doors<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let id = bench.says(Some(WORDS)).await?;
    let one = format!("/v1/opinions/{id}");
    for path in [
        "/v1/opinions",
        &one,
        "/v1/opinion-export",
        "/v1/opinion-acts",
    ] {
        let reply = bench.get(path, &[(PARVIS_AGENT, "Sam")]).await?;
        reply.problem(ProblemCode::NotFound)?;
        let reply = bench.as_someone_else("nobody's", path).await?;
        reply.problem(ProblemCode::ClientAuthenticationFailed)?;
    }
    for path in ["/v1/requests", "/v1/events"] {
        let reply = bench.agent(Method::GET, path, &()).await?;
        reply.problem(ProblemCode::NotFound)?;
    }
    let said = bench.opinion(&id).await?;
    let asked = format!(
        "/v1/questionnaires/{}/versions/{}",
        said.questionnaire_id, said.version
    );
    for path in ["/v1/capabilities", "/v1/procedures", "/v1/figures", &asked] {
        bench
            .agent(Method::GET, path, &())
            .await?
            .is(StatusCode::OK)?;
    }
    let never = format!(
        "/v1/questionnaires/{}/versions/never",
        said.questionnaire_id
    );
    let reply = bench.agent(Method::GET, &never, &()).await?;
    reply.problem(ProblemCode::NotFound).map(drop)
}

async fn found<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (wordy, silent) = (bench.says(Some(WORDS)).await?, bench.says(None).await?);
    let has = |list: &[Opinion], id: &str| list.iter().filter(|it| it.id == id).count() == 1;
    let all = bench.opinions("").await?;
    let in_order = all.is_sorted_by(|one, next| {
        one.received_on > next.received_on
            || (one.received_on == next.received_on && one.id < next.id)
    });
    ensure(in_order, || "not the latest day first".to_owned())?;
    ensure(has(&all, &wordy) && has(&all, &silent), || {
        "an opinion is not in the list".to_owned()
    })?;
    let with_words = bench.opinions("&with_words=true").await?;
    ensure(
        has(&with_words, &wordy) && !has(&with_words, &silent),
        || "with words: others than those with words".to_owned(),
    )?;
    let about = format!("&kind=procedure&id={}", bench.procedure.id);
    let own = bench.opinions(&about).await?;
    let expected = all
        .iter()
        .filter(|it| it.subject.kind() == "procedure" && it.subject.id() == bench.procedure.id);
    ensure(own.iter().eq(expected), || {
        "those about a procedure differ from those of all".to_owned()
    })?;
    let tag = format!("/v1/opinions/{wordy}/tags/essai-1");
    for _ in 0..2 {
        bench
            .agent(Method::PUT, &tag, &())
            .await?
            .is(StatusCode::NO_CONTENT)?;
    }
    let tagged = bench
        .opinions("&tag=essai-1&state=new&with_words=true")
        .await?;
    ensure(has(&tagged, &wordy) && !has(&tagged, &silent), || {
        "by tag: others than the tagged one".to_owned()
    })?;
    for _ in 0..2 {
        bench
            .agent(Method::DELETE, &tag, &())
            .await?
            .is(StatusCode::NO_CONTENT)?;
    }
    let said = bench.opinion(&wordy).await?;
    ensure(
        said.tags.is_empty() && said.state == OpinionState::New,
        || format!("{:?} {:?}", said.tags, said.state),
    )?;
    let wrong = format!("/v1/opinions/{wordy}/tags/Deux%20mots");
    let reply = bench.agent(Method::PUT, &wrong, &()).await?;
    reply.problem(ProblemCode::Malformed)?;
    let reply = bench
        .agent(Method::GET, "/v1/opinions?kind=procedure", &())
        .await?;
    reply.problem(ProblemCode::Malformed)?;
    let reply = bench
        .agent(Method::GET, "/v1/opinions?state=odd", &())
        .await?;
    reply.problem(ProblemCode::Malformed)?;
    let reply = bench
        .agent(Method::GET, "/v1/opinions?cursor=odd", &())
        .await?;
    reply.problem(ProblemCode::InvalidCursor).map(drop)
}

async fn published<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let id = bench.says(Some(WORDS)).await?;
    let new = NewPublication {
        reply: Some(Reply {
            text: "Merci.".to_owned(),
            language: Locale::French,
        }),
        ..NewPublication::default()
    };
    let preview = format!("/v1/opinions/{id}/publication-preview");
    let shown: Shown = bench.agent(Method::POST, &preview, &new).await?.json()?;
    ensure(personal::found(&shown.preview.text).is_empty(), || {
        "what is shown is not masked".to_owned()
    })?;
    ensure(bench.opinion(&id).await?.state == OpinionState::New, || {
        "a preview published something".to_owned()
    })?;
    let publication = format!("/v1/opinions/{id}/publication");
    let publishing = |new: &NewPublication, as_shown: &str| Publishing {
        new: new.clone(),
        as_shown: as_shown.to_owned(),
    };
    let other = publishing(&NewPublication::default(), &shown.as_shown);
    let reply = bench.agent(Method::PUT, &publication, &other).await?;
    reply.problem(ProblemCode::NotAsShown)?;
    let body = publishing(&new, &shown.as_shown);
    let first = bench.agent(Method::PUT, &publication, &body).await?;
    first.is(StatusCode::CREATED)?;
    let again = bench.agent(Method::PUT, &publication, &body).await?;
    again.is(StatusCode::OK)?;
    let (first, again): (PublishedOpinion, PublishedOpinion) = (first.json()?, again.json()?);
    ensure(first == again && first.text == shown.preview.text, || {
        "published twice, or not as it was shown".to_owned()
    })?;
    let reply = bench.agent(Method::PUT, &publication, &other).await?;
    reply.problem(ProblemCode::InvalidState)?;
    ensure(public(bench, &first.id).await?, || {
        "what is published is not public".to_owned()
    })?;
    let said = bench.opinion(&id).await?;
    ensure(said.publication_id.as_ref() == Some(&first.id), || {
        format!("publication {:?}", said.publication_id)
    })?;
    let reason = reason("On reconnaît un voisin.");
    let withholding = format!("/v1/opinions/{id}/withholding");
    let reply = bench.agent(Method::PUT, &withholding, &reason).await?;
    reply.problem(ProblemCode::InvalidState)?;
    let retraction = format!("/v1/published-opinions/{}/retraction", first.id);
    let reply = bench.agent(Method::PUT, &retraction, &reason).await?;
    reply.is(StatusCode::NO_CONTENT)?;
    ensure(!public(bench, &first.id).await?, || {
        "what was taken back is public".to_owned()
    })?;
    let reply = bench.agent(Method::PUT, &retraction, &reason).await?;
    reply.problem(ProblemCode::NotFound)?;
    // The same call comes late: its agent has not seen that it was taken back.
    let reply = bench.agent(Method::PUT, &publication, &body).await?;
    reply.problem(ProblemCode::NotAsShown).map(drop)
}

async fn public<T: Target>(bench: &Bench<T>, id: &str) -> Result<bool, Fault> {
    let about = &bench.procedure.id;
    let path = format!("/v1/published-opinions?limit=100&kind=procedure&id={about}");
    let page: Page<PublishedOpinion> = bench.get(&path, &[]).await?.json()?;
    Ok(page.items.iter().any(|it| it.id == id))
}

fn reason(words: &str) -> Reason {
    Reason {
        reason: words.to_owned(),
    }
}

async fn withheld<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (id, silent) = (bench.says(Some(WORDS)).await?, bench.says(None).await?);
    let path = format!("/v1/opinions/{id}/withholding");
    let given = reason("Publicité");
    let json = [(header::CONTENT_TYPE, "application/json")];
    let nameless = bench.nobody_or(&json, Method::PUT, &path, &given).await?;
    nameless.problem(ProblemCode::Malformed)?;
    let empty = bench.agent(Method::PUT, &path, &reason("  ")).await?;
    empty.problem(ProblemCode::ValidationFailed)?;
    let done = bench.agent(Method::PUT, &path, &given).await?;
    done.is(StatusCode::NO_CONTENT)?;
    let said = bench.opinion(&id).await?;
    ensure(
        said.state == OpinionState::Withheld && said.reason.as_ref() == Some(&given.reason),
        || format!("{:?} {:?}", said.state, said.reason),
    )?;
    let preview = format!("/v1/opinions/{silent}/publication-preview");
    let nothing = NewPublication::default();
    let reply = bench.agent(Method::POST, &preview, &nothing).await?;
    reply.problem(ProblemCode::ValidationFailed)?;
    let unknown = bench.new_key();
    for path in [
        format!("/v1/opinions/{unknown}/withholding"),
        format!("/v1/published-opinions/{unknown}/retraction"),
        "/v1/published-opinions/odd/retraction".to_owned(),
    ] {
        let reply = bench.agent(Method::PUT, &path, &given).await?;
        reply.problem(ProblemCode::NotFound)?;
    }
    let path = format!("/v1/opinions/{unknown}");
    let reply = bench.agent(Method::GET, &path, &()).await?;
    reply.problem(ProblemCode::NotFound).map(drop)
}

async fn copied<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let id = bench.says(Some("=1+1")).await?;
    let reply = bench.agent(Method::GET, "/v1/opinion-export", &()).await?;
    reply.is(StatusCode::OK)?;
    let kind = reply.header(header::CONTENT_TYPE).to_owned();
    ensure(kind.starts_with("text/csv"), || kind.clone())?;
    let table = String::from_utf8_lossy(&reply.body);
    let lines: Vec<&str> = table.split("\r\n").filter(|it| it.contains(&id)).collect();
    let [line] = lines.as_slice() else {
        return Err(Fault(format!("{} lines of an answer", lines.len())));
    };
    ensure(!line.contains("\"=1"), || "a formula".to_owned())?;
    let acts: Page<OpinionAct> = bench
        .agent(Method::GET, "/v1/opinion-acts?limit=2", &())
        .await?
        .json()?;
    let told = acts.items.first();
    ensure(
        told.is_some_and(|it| it.kind == OpinionActKind::Exported && it.agent == AGENT),
        || format!("{told:?}"),
    )?;
    let cursor = acts.next_cursor.unwrap_or_default();
    let next = format!("/v1/opinion-acts?limit=2&cursor={cursor}");
    let next: Page<OpinionAct> = bench.agent(Method::GET, &next, &()).await?.json()?;
    ensure(next.items.iter().all(|it| !acts.items.contains(it)), || {
        "an act came twice".to_owned()
    })
}
