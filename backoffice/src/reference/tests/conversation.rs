//! The thread between a resident and the service: what each writes, and what each has read.

use domain::{
    locale::Locale,
    message::{Message, MessageKind, unread},
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};
use http::Method;
use jiff::SignedDuration;

use super::office::{Office, offices};
use crate::{
    api::{
        events::{EventKind, EventPage},
        page::Page,
        requests::{Outcome, Request},
    },
    ports::Clock,
    reference::{Act, Closing, StaffError},
};

async fn thread(office: &Office, id: &str) -> Vec<Message> {
    let page: Page<Message> = office.read(&format!("/v1/requests/{id}/messages")).await;
    page.items
}

fn new(office: &Office, text: &str, uploads: &[&str]) -> serde_json::Value {
    serde_json::json!({
        "kind": "message", "text": text, "uploads": uploads, "written_at": office.clock.now(),
    })
}

async fn written(office: &Office, request: &Request, text: &str) -> Message {
    let path = format!("/v1/requests/{}/messages", request.summary.id);
    let response = office
        .post(&path, &office.key(), &new(office, text, &[]))
        .await;
    assert_eq!(response.status(), 201, "{:?}", response.body());
    serde_json::from_slice(response.body()).unwrap()
}

fn answer(words: &str) -> Act {
    Act::Write {
        words: words.to_owned(),
        language: Some(Locale::French),
    }
}

#[tokio::test]
async fn a_resident_and_an_agent_read_what_the_other_wrote_in_order() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        written(&office, &request, "Avez-vous reçu ma demande ?").await;
        staff
            .act(number, 2, "Sam", answer("Oui, nous passons demain."))
            .await
            .unwrap();
        let told = thread(&office, &request.summary.id).await;
        let told: Vec<_> = told
            .iter()
            .map(|message| (message.author_kind, message.text.as_str(), message.language))
            .collect();
        let (citizen, service) = (AuthorKind::Citizen, AuthorKind::Staff);
        let french = Some(Locale::French);
        assert_eq!(
            told,
            [
                (citizen, "Avez-vous reçu ma demande ?", None),
                (service, "Oui, nous passons demain.", french)
            ]
        );
        let file = staff.file(number).await.unwrap();
        assert_eq!(file.messages.len(), 2);
        let page: Page<TimelineEntry> = office
            .read(&format!("/v1/requests/{}/timeline", request.summary.id))
            .await;
        let lines: Vec<_> = page.items[1..]
            .iter()
            .map(|entry| (entry.kind, entry.author_kind, entry.text.as_deref()))
            .collect();
        let kind = TimelineKind::Message;
        assert_eq!(lines, [(kind, citizen, None), (kind, service, None)]);
        let events: EventPage = office.read("/v1/events?limit=100").await;
        let added = |event: &&crate::api::events::Event| event.kind == EventKind::MessageAdded;
        assert_eq!(events.items.iter().filter(added).count(), 2);
    }
}

#[tokio::test]
async fn a_message_counts_as_read_only_when_its_reader_has_read_it() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let (id, number) = (
            &request.summary.id,
            request.summary.number.as_deref().unwrap(),
        );
        let staff = office.reference.staff();
        let writes = async |version, words| {
            let acted = staff.act(number, version, "Sam", answer(words)).await;
            acted.unwrap();
        };
        writes(1, "Bonjour, quelle lampe ?").await;
        writes(2, "Sur quel poteau ?").await;
        written(&office, &request, "Bonjour.").await;
        let before = thread(&office, id).await;
        assert_eq!(unread(&before), 2);
        assert_eq!(before[2].read_at, None, "nobody read it yet");
        let mark = serde_json::json!({ "up_to": before[0].id, "read_at": office.clock.now() });
        let path = format!("/v1/requests/{id}/messages/read");
        for _ in 0..2 {
            let response = office.post(&path, &office.key(), &mark).await;
            assert_eq!(response.status(), 204, "{:?}", response.body());
            office.later(SignedDuration::from_mins(1));
        }
        let after = thread(&office, id).await;
        assert_eq!(unread(&after), 1);
        assert_eq!(
            after[0].read_at,
            Some(after[0].at),
            "the first reading stays"
        );
        let file = staff.file(number).await.unwrap();
        assert_eq!(file.version, 4, "to read is not to change");
        staff.mark_read(&file).await.unwrap();
        assert!(thread(&office, id).await[2].read_at.is_some());
        written(&office, &request, "Le troisième.").await;
        assert_eq!(thread(&office, id).await[3].read_at, None);
        writes(5, "Merci.").await;
        let answered = thread(&office, id).await;
        assert!(answered[3].read_at.is_some(), "who answers has read");
        assert_eq!(unread(&answered), 2);
        let unknown = serde_json::json!({ "up_to": "99", "read_at": office.clock.now() });
        let response = office.post(&path, &office.key(), &unknown).await;
        assert_eq!(response.status(), 422);
    }
}

#[tokio::test]
async fn a_resident_who_writes_while_an_agent_decides_is_read_first() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        let file = staff.file(number).await.unwrap();
        written(&office, &request, "Elle est réparée, merci.").await;
        let act = Act::Close(Closing::new(Outcome::Rejected, "Introuvable."));
        let acted = staff.act(number, file.version, "Sam", act).await;
        assert!(matches!(acted, Err(StaffError::ChangedMeanwhile)));
    }
}

#[tokio::test]
async fn a_reminder_needs_no_words_and_a_request_that_ended_still_takes_messages() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let path = format!("/v1/requests/{}/messages", request.summary.id);
        let mut reminder = new(&office, "", &[]);
        reminder["kind"] = "reminder".into();
        let response = office.post(&path, &office.key(), &reminder).await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        let act = Act::Close(Closing::new(Outcome::Accepted, "La lampe est réparée."));
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        staff.act(number, 2, "Sam", act).await.unwrap();
        written(&office, &request, "Merci !").await;
        let kinds: Vec<_> = thread(&office, &request.summary.id)
            .await
            .iter()
            .map(|message| message.kind)
            .collect();
        assert_eq!(kinds, [MessageKind::Reminder, MessageKind::Message]);
        assert_eq!(
            staff.file(number).await.unwrap().summary.status,
            Status::Accepted
        );
    }
}

#[tokio::test]
async fn an_agent_finds_the_file_of_a_message_and_a_purge_takes_all_of_it_away() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let (id, number) = (
            &request.summary.id,
            request.summary.number.as_deref().unwrap(),
        );
        let upload = office.uploaded(b"%PDF-1.4\nthe lamp").await;
        let path = format!("/v1/requests/{id}/messages");
        let (key, message) = (office.key(), new(&office, "La voici.", &[&upload.id]));
        office.post(&path, &key, &message).await;
        let staff = office.reference.staff();
        let file = staff.file(number).await.unwrap();
        assert_eq!(file.messages[0].files[0].id, upload.id);
        assert_eq!(
            staff.attachment(&upload.id).await.unwrap().content,
            b"%PDF-1.4\nthe lamp"
        );
        // A portal that was down for a week sends the same message again.
        office.later(SignedDuration::from_hours(24 * 7));
        office.reference.purge().await.unwrap();
        let again = office.post(&path, &key, &message).await;
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        assert_eq!(thread(&office, id).await.len(), 1);
        let act = Act::Close(Closing::new(Outcome::Accepted, "La lampe est réparée."));
        staff.act(number, 2, "Sam", act).await.unwrap();
        office.later(SignedDuration::from_hours(24 * 3650));
        office.reference.purge().await.unwrap();
        let response = office.call(Method::GET, &path, &[], Vec::new()).await;
        assert_eq!(response.status(), 404);
        for sql in [
            "SELECT 1 AS one FROM backoffice_messages",
            "SELECT 1 AS one FROM backoffice_uploads",
            "SELECT 1 AS one FROM backoffice_calls",
        ] {
            let rows = office.database().fetch_all(sql, &[]).await.unwrap();
            assert!(rows.is_empty(), "{sql}");
        }
        let stored = object_store::ObjectStore::list(&*office.objects, None);
        let left: Vec<_> = futures::StreamExt::collect(stored).await;
        assert!(left.is_empty());
    }
}
