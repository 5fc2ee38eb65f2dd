//! Messages: what a resident writes is kept once, with its files, and read back by nobody else.

use domain::{
    field::FileKind,
    message::{Message, MessageKind},
    request::AuthorKind,
};
use http::{Method, StatusCode, header};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    sample,
    target::Target,
    tracking,
};
use crate::api::{
    events::{EventKind, EventPage},
    follow_up::NewMessage,
    headers::{IDEMPOTENCY_REPLAYED, PARVIS_ACCESS},
    page::Page,
    problem::ProblemCode,
};

const GROUP: &str = "messages";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.messages {
        report.skip(GROUP, "residents can write", "messages");
        return;
    }
    let name = "a message comes back in its thread, once";
    report.add(GROUP, name, comes_back(bench).await);
    let name = "its file comes with it, and belongs to no other request";
    if bench.capabilities.features.uploads {
        report.add(GROUP, name, with_file(bench).await);
    } else {
        report.skip(GROUP, name, "uploads");
    }
    let name = "two calls at once make one message";
    report.add(GROUP, name, at_once(bench).await);
    let name = "a message without key, or without anything in it, is refused";
    report.add(GROUP, name, refused(bench).await);
    let name = "nobody writes or reads in the thread of another request";
    if bench.capabilities.features.tracking_code {
        report.add(GROUP, name, foreign(bench).await);
    } else {
        report.skip(GROUP, name, "tracking_code");
    }
    let name = "a message is told among the changes";
    report.add(GROUP, name, told(bench).await);
}

fn message<T: Target>(bench: &Bench<T>, text: &str, uploads: Vec<String>) -> NewMessage {
    NewMessage {
        kind: MessageKind::Message,
        text: text.to_owned(),
        uploads,
        written_at: bench.request_with(Default::default()).submitted_at,
    }
}

/// A request, and the address of its thread.
async fn thread<T: Target>(bench: &Bench<T>) -> Result<String, Fault> {
    let (_, recorded) = bench.recorded().await?;
    Ok(format!("/v1/requests/{}/messages", recorded.summary.id))
}

async fn read<T: Target>(bench: &Bench<T>, path: &str) -> Result<Vec<Message>, Fault> {
    let page: Page<Message> = bench.get(path, &[]).await?.json()?;
    Ok(page.items)
}

async fn comes_back<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (path, key) = (thread(bench).await?, bench.new_key());
    let new = message(bench, "Bonjour,\nje complète ma demande.", Vec::new());
    let first = bench.post_json(&path, &key, &new).await?;
    first.is(StatusCode::CREATED)?;
    ensure(!first.header(header::LOCATION).is_empty(), || {
        "201 without Location".to_owned()
    })?;
    let again = bench.post_json(&path, &key, &new).await?;
    again.is(StatusCode::CREATED)?;
    ensure(
        again.body == first.body && again.header(IDEMPOTENCY_REPLAYED) == "true",
        || "the repeated answer differs, or does not say that it is repeated".to_owned(),
    )?;
    let other = message(bench, "Autre chose.", Vec::new());
    let reused = bench.post_json(&path, &key, &other).await?;
    reused.problem(ProblemCode::IdempotencyKeyReused)?;
    let sent: Message = first.json()?;
    ensure(read(bench, &path).await? == [sent.clone()], || {
        "the thread does not hold the message, and it alone".to_owned()
    })?;
    ensure(
        sent.text == new.text && sent.author_kind == AuthorKind::Citizen,
        || "another text or author came back".to_owned(),
    )?;
    ensure(sent.read_at.is_none(), || {
        "nobody of the service read it yet".to_owned()
    })
}

async fn with_file<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let path = thread(bench).await?;
    let upload = sample::upload(bench, sample::content(FileKind::Pdf), &bench.new_key()).await?;
    let new = message(bench, "", vec![upload.id.clone()]);
    let reply = bench.post_json(&path, &bench.new_key(), &new).await?;
    reply.is(StatusCode::CREATED)?;
    let thread_of_it = read(bench, &path).await?;
    let ids: Vec<_> = thread_of_it
        .iter()
        .flat_map(|message| message.files.iter().map(|file| &file.id))
        .collect();
    ensure(ids == [&upload.id], || format!("{} files seen", ids.len()))?;
    for uploads in [vec![upload.id], vec![bench.new_key()]] {
        let new = message(bench, "Voici le document.", uploads);
        let elsewhere = thread(bench).await?;
        let reply = bench.post_json(&elsewhere, &bench.new_key(), &new).await?;
        reply.problem(ProblemCode::ValidationFailed)?;
        ensure(read(bench, &elsewhere).await?.is_empty(), || {
            "a refused message was kept".to_owned()
        })?;
    }
    Ok(())
}

async fn at_once<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (path, key) = (thread(bench).await?, bench.new_key());
    let new = message(bench, "Une seule fois.", Vec::new());
    let call = || bench.post_json(&path, &key, &new);
    let (a, b, c, d) = futures::join!(call(), call(), call(), call());
    for reply in [a?, b?, c?, d?] {
        if reply.status != StatusCode::CREATED {
            reply.problem(ProblemCode::RequestInProgress)?;
        }
    }
    let kept = read(bench, &path).await?.len();
    ensure(kept == 1, || format!("{kept} messages seen"))
}

async fn refused<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let path = thread(bench).await?;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let new = message(bench, "Sans clé.", Vec::new());
    let body = serde_json::to_vec(&new).map_err(|error| Fault(error.to_string()))?;
    let reply = bench.call(Method::POST, &path, &kind, body.into()).await?;
    reply.problem(ProblemCode::IdempotencyKeyRequired)?;
    for text in ["", " \n ", &"a".repeat(10_001)] {
        let new = message(bench, text, Vec::new());
        let reply = bench.post_json(&path, &bench.new_key(), &new).await?;
        reply.problem(ProblemCode::ValidationFailed)?;
    }
    let nowhere = format!("/v1/requests/{}/messages", bench.new_key());
    let reply = bench.post_json(&nowhere, &bench.new_key(), &new).await?;
    reply.problem(ProblemCode::NotFound)?;
    ensure(read(bench, &path).await?.is_empty(), || {
        "a refused message was kept".to_owned()
    })
}

async fn foreign<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, _) = bench.recorded().await?;
    let token = tracking::access(bench, &new).await?;
    let others = thread(bench).await?;
    let access = [(PARVIS_ACCESS, token.as_str())];
    let reply = bench.get(&others, &access).await?;
    reply.problem(ProblemCode::NotFound)?;
    let key = bench.new_key();
    let headers = [
        (PARVIS_ACCESS, token.as_str()),
        (header::CONTENT_TYPE, "application/json"),
        (crate::api::headers::IDEMPOTENCY_KEY, key.as_str()),
    ];
    let new = message(bench, "Je ne suis pas d’ici.", Vec::new());
    let body = serde_json::to_vec(&new).map_err(|error| Fault(error.to_string()))?;
    let reply = bench
        .call(Method::POST, &others, &headers, body.into())
        .await?;
    reply.problem(ProblemCode::NotFound)?;
    ensure(read(bench, &others).await?.is_empty(), || {
        "a stranger's message was kept".to_owned()
    })
}

async fn told<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let path = thread(bench).await?;
    let new = message(bench, "Que l’on sache.", Vec::new());
    let reply = bench.post_json(&path, &bench.new_key(), &new).await?;
    reply.is(StatusCode::CREATED)?;
    let resource = path.trim_end_matches("/messages");
    let mut after = String::new();
    loop {
        let page: EventPage = bench
            .get(&format!("/v1/events?limit=100&after={after}"), &[])
            .await?
            .json()?;
        let told = |kind| {
            let about = |event: &&crate::api::events::Event| event.data.resource == resource;
            page.items
                .iter()
                .filter(about)
                .any(|event| event.kind == kind)
        };
        if told(EventKind::MessageAdded) {
            return Ok(());
        }
        ensure(!page.items.is_empty(), || "no event seen".to_owned())?;
        after = page.next_cursor;
    }
}
