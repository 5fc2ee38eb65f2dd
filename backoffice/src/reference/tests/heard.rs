//! What agents make of what people said: found again by tags and states, published as it was shown, withheld with a reason.

use domain::{locale::Locale, quality::Reply};
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    office::{Office, offices},
    surveys::{SHORT, points, said},
};
use crate::{
    api::{
        back_office::Novelty,
        opinions::{NewPublication, Opinion, OpinionActKind, OpinionFilter, OpinionState, Tag},
    },
    csv,
    reference::{Staff, StaffError},
};

impl Office {
    /// Someone answers, and writes this; the identifier of the opinion.
    pub(super) async fn wrote(&self, comment: &str) -> String {
        let mut answers = points("bad");
        answers["comment"] = json!({ "type": "text", "value": comment });
        let before = every(&self.reference.staff()).await;
        self.answered(&said(SHORT, &answers)).await;
        let after = every(&self.reference.staff()).await;
        let mut new = after.into_iter().filter(|it| !before.contains(it));
        new.next().unwrap().id
    }

    /// Publishes what is shown of an opinion; the identifier of the publication.
    pub(super) async fn published(&self, id: &str, new: &NewPublication) -> String {
        let staff = self.reference.staff();
        let proof = staff.preview_publication(id, new).await.unwrap().proof();
        let published = staff.publish_opinion(id, "Sam", new.clone(), &proof).await;
        published.unwrap().0.id
    }
}

async fn every(staff: &Staff) -> Vec<Opinion> {
    staff.opinions(&OpinionFilter::default()).await.unwrap()
}

async fn found(staff: &Staff, filter: OpinionFilter) -> Vec<String> {
    let opinions = staff.opinions(&filter).await.unwrap();
    opinions.into_iter().map(|it| it.id).collect()
}

fn tag(word: &str) -> Tag {
    word.parse().unwrap()
}

fn tagged(word: &str) -> OpinionFilter {
    OpinionFilter {
        tag: Some(tag(word)),
        ..OpinionFilter::default()
    }
}

fn in_state(state: OpinionState) -> OpinionFilter {
    OpinionFilter {
        state: Some(state),
        ..OpinionFilter::default()
    }
}

#[tokio::test]
async fn agents_find_opinions_again_by_their_tags_and_states() {
    for office in offices().await {
        let staff = office.reference.staff();
        let (one, other) = (office.wrote("Trop long").await, office.wrote("Merci").await);
        let words = [tag("attente"), tag("guichet-2")];
        staff.tag_opinion(&one, "Sam", &words).await.unwrap();
        staff.tag_opinion(&one, "Sam", &words[..1]).await.unwrap();
        staff.tag_opinion(&other, "Lou", &words[1..]).await.unwrap();
        assert_eq!(found(&staff, tagged("attente")).await, [one.as_str()]);
        assert_eq!(found(&staff, tagged("guichet-2")).await.len(), 2);
        staff.untag_opinion(&one, "Lou", &words[1..]).await.unwrap();
        assert_eq!(found(&staff, tagged("guichet-2")).await, [other.as_str()]);
        let reason = "On reconnaît un voisin.";
        staff.withhold_opinion(&other, "Lou", reason).await.unwrap();
        assert_eq!(
            found(&staff, in_state(OpinionState::New)).await,
            [one.as_str()]
        );
        let withheld = in_state(OpinionState::Withheld);
        let withheld = staff.opinions(&withheld).await.unwrap().remove(0);
        assert_eq!(withheld.reason.as_deref(), Some(reason));
        assert_eq!(withheld.tags, [tag("guichet-2")]);
        let acts = staff.opinion_acts().await.unwrap();
        let told: Vec<_> = acts
            .iter()
            .map(|act| (act.kind, act.agent.as_str(), act.detail.as_deref()))
            .collect();
        // What changed nothing leaves no line.
        let expected = [
            (OpinionActKind::Withheld, "Lou", Some(reason)),
            (OpinionActKind::Untagged, "Lou", Some("guichet-2")),
            (OpinionActKind::Tagged, "Lou", Some("guichet-2")),
            (OpinionActKind::Tagged, "Sam", Some("attente, guichet-2")),
        ];
        assert_eq!(told, expected);
        assert_eq!(acts[0].about, other);
        // Reasons are not in the clear.
        let sql = "SELECT reason FROM backoffice_opinion_states WHERE reason IS NOT NULL";
        let row = office.database().fetch_optional(sql, &[]).await.unwrap();
        let kept = row.unwrap().bytes("reason").unwrap();
        assert!(!String::from_utf8_lossy(&kept).contains("voisin"));
    }
}

#[tokio::test]
async fn an_agent_publishes_exactly_what_was_shown_and_takes_it_back() {
    for office in offices().await {
        let staff = office.reference.staff();
        let id = office
            .wrote("M. Dupont ne rappelle pas au 06 39 98 12 34")
            .await;
        let mut new = NewPublication::default();
        let shown = staff.preview_publication(&id, &new).await.unwrap();
        assert_eq!(shown.text, "M. Dupont ne rappelle pas au […]");
        assert_eq!(shown.month.to_string(), "2026-11-01");
        assert!(staff.publications().await.unwrap().is_empty());
        // Masking is not enough: other words, which were not shown yet.
        new.text = Some(" L’agent ne rappelle pas (06 39 98 12 34) ".to_owned());
        new.reply = Some(Reply {
            text: "Appelez l’accueil au 02 61 91 00 10.".to_owned(),
            language: Locale::French,
        });
        let refused = staff
            .publish_opinion(&id, "Sam", new.clone(), &shown.proof())
            .await;
        assert!(matches!(refused, Err(StaffError::NotAsShown)));
        let proof = staff.preview_publication(&id, &new).await.unwrap().proof();
        let publication = office.published(&id, &new).await;
        let public = staff.publications().await.unwrap();
        assert_eq!(public.len(), 1);
        assert_eq!(public[0].id, publication);
        assert_eq!(public[0].text, "L’agent ne rappelle pas ([…])");
        assert_eq!(public[0].reply, new.reply);
        let listed = in_state(OpinionState::Published);
        let listed = staff.opinions(&listed).await.unwrap().remove(0);
        assert_eq!(listed.publication_id.as_deref(), Some(publication.as_str()));
        assert_ne!(publication, id);

        let again = staff.preview_publication(&id, &new).await;
        assert!(matches!(again, Err(StaffError::OpinionIs(_))));
        let withheld = staff.withhold_opinion(&id, "Sam", "Doublon").await;
        assert!(matches!(withheld, Err(StaffError::OpinionIs(_))));
        let silent = staff.take_back(&publication, "Lou", "  ").await;
        assert!(matches!(silent, Err(StaffError::NoReason)));
        let reason = "Le quartier le reconnaît.";
        staff.take_back(&publication, "Lou", reason).await.unwrap();
        assert!(staff.publications().await.unwrap().is_empty());
        let twice = staff.take_back(&publication, "Lou", reason).await;
        assert!(matches!(twice, Err(StaffError::Unknown(_))));
        let listed = staff.opinions(&in_state(OpinionState::Withheld)).await;
        let listed = listed.unwrap().remove(0);
        assert_eq!(
            (listed.reason.as_deref(), listed.publication_id),
            (Some(reason), None)
        );
        let acts = staff.opinion_acts().await.unwrap();
        let kinds: Vec<_> = acts.iter().map(|act| act.kind).collect();
        assert_eq!(
            kinds,
            [OpinionActKind::TakenBack, OpinionActKind::Published]
        );
        // Whoever saw it before that has not seen the reason: a call that comes late does not make it public again.
        let late = staff.publish_opinion(&id, "Sam", new.clone(), &proof);
        assert!(matches!(late.await, Err(StaffError::NotAsShown)));
        // A mind may change once more: it is another publication.
        let second = office.published(&id, &new).await;
        assert_ne!(second, publication);
    }
}

#[tokio::test]
async fn agents_who_publish_the_same_opinion_at_once_publish_it_once() {
    for office in offices().await {
        let staff = office.reference.staff();
        let id = office.wrote("Accueil parfait").await;
        let new = NewPublication::default();
        let proof = staff.preview_publication(&id, &new).await.unwrap().proof();
        let all = (0..8).map(|_| staff.publish_opinion(&id, "Sam", new.clone(), &proof));
        let done = join_all(all).await;
        let done: Vec<_> = done.into_iter().map(Result::unwrap).collect();
        let new = done.iter().filter(|(_, it)| *it == Novelty::New);
        assert_eq!(new.count(), 1);
        let public = staff.publications().await.unwrap();
        assert_eq!(public.len(), 1);
        assert!(done.iter().all(|(it, _)| *it == public[0]), "{done:?}");
        assert_eq!(staff.opinion_acts().await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn one_text_of_an_opinion_is_public_and_nothing_of_one_that_may_still_change() {
    for office in offices().await {
        let staff = office.reference.staff();
        let mut answers = points("bad");
        answers["comment"] = json!({ "type": "text", "value": "Trop long" });
        answers["access"] = json!({ "type": "text", "value": "Trop petit" });
        let mut body = said(SHORT, &answers);
        office.answered(&body).await;
        let id = every(&staff).await.remove(0).id;
        let mut new = NewPublication::default();
        let refused = staff.preview_publication(&id, &new).await;
        let Err(StaffError::SeveralTexts(keys)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(keys, ["comment", "access"]);
        // No other question is ever published.
        new.field = Some("satisfaction".to_owned());
        let refused = staff.preview_publication(&id, &new).await;
        assert!(matches!(refused, Err(StaffError::NothingWritten)));
        new.field = Some("access".to_owned());
        office.published(&id, &new).await;
        assert_eq!(staff.publications().await.unwrap()[0].text, "Trop petit");
        new.field = Some("comment".to_owned());
        let refused = staff.preview_publication(&id, &new).await;
        assert!(matches!(refused, Err(StaffError::OpinionIs(_))));

        body["complete"] = json!(false);
        office.answered(&body).await;
        let sql = "SELECT id FROM backoffice_survey_responses WHERE settled = 0";
        let row = office.database().fetch_optional(sql, &[]).await.unwrap();
        let open = row.unwrap().text("id").unwrap();
        let refused = staff.preview_publication(&open, &new).await;
        assert!(matches!(refused, Err(StaffError::Unknown(_))));
        let refused = staff.tag_opinion(&open, "Sam", &[tag("a")]).await;
        assert!(matches!(refused, Err(StaffError::Unknown(_))));
    }
}

#[tokio::test]
async fn a_copy_of_everything_has_tags_and_states_and_no_formula() {
    for office in offices().await {
        let staff = office.reference.staff();
        let id = office.wrote("=HYPERLINK(\"http://a.example\");+1").await;
        office.answered(&said("every-field", &points("best"))).await;
        staff
            .tag_opinion(&id, "Sam", &[tag("lien"), tag("doute")])
            .await
            .unwrap();
        staff
            .withhold_opinion(&id, "Sam", "Publicité")
            .await
            .unwrap();
        let mut export = staff.export_opinions("Lou").await.unwrap();
        let columns = export.columns();
        let at = |name: &str| columns.iter().position(|it| it == name).unwrap();
        let lines = export.next().await.unwrap();
        assert_eq!(lines.len(), 2);
        assert!(export.next().await.unwrap().is_empty());
        assert!(lines.iter().all(|line| line.len() == columns.len()));
        let line = lines.iter().find(|line| line[0] == id).unwrap();
        assert_eq!(line[at("state")], "withheld");
        assert_eq!(line[at("tags")], "doute lien");
        assert_eq!(line[at("satisfaction")], "Deux");
        let written = csv::line(line);
        assert!(
            written.contains(",\"'=HYPERLINK(\"\"http://a.example\"\");'+1\""),
            "{written}"
        );
        let act = staff.opinion_acts().await.unwrap().remove(0);
        assert_eq!(
            (act.kind, act.agent.as_str()),
            (OpinionActKind::Exported, "Lou")
        );
    }
}

#[tokio::test]
async fn a_publication_outlives_the_answer_by_itself_and_twelve_months_at_most() {
    for office in offices().await {
        let staff = office.reference.staff();
        let (id, other) = (office.wrote("Merci").await, office.wrote("Bravo").await);
        staff
            .tag_opinion(&id, "Sam", &[tag("merci")])
            .await
            .unwrap();
        let publication = office.published(&id, &NewPublication::default()).await;
        office.published(&other, &NewPublication::default()).await;
        office.later(SignedDuration::from_hours(24 * 32));
        office.reference.purge().await.unwrap();
        assert!(every(&staff).await.is_empty());
        for sql in [
            "SELECT tag FROM backoffice_opinion_tags",
            "SELECT state FROM backoffice_opinion_states",
        ] {
            let rows = office.database().fetch_all(sql, &[]).await.unwrap();
            assert!(rows.is_empty(), "{sql}");
        }
        assert_eq!(staff.publications().await.unwrap().len(), 2);
        // Nobody knows any more whose words they were, and they can still be taken back.
        staff
            .take_back(&publication, "Lou", "À sa demande")
            .await
            .unwrap();
        assert_eq!(staff.publications().await.unwrap().len(), 1);
        // November 2026 is public until the end of October 2027.
        office.later(SignedDuration::from_hours(24 * 310));
        assert_eq!(staff.publications().await.unwrap().len(), 1);
        office.later(SignedDuration::from_hours(24 * 5));
        assert!(staff.publications().await.unwrap().is_empty());
        office.later(SignedDuration::from_hours(24 * 60));
        office.reference.purge().await.unwrap();
        for sql in [
            "SELECT id FROM backoffice_published_opinions",
            "SELECT act FROM backoffice_opinion_acts",
        ] {
            let rows = office.database().fetch_all(sql, &[]).await.unwrap();
            assert!(rows.is_empty(), "{sql}");
        }
    }
}
