//! Giving the documents that the service asks for.

use app::{paths::Path, t_in};
use backoffice::reference::{Act, Asking, Extending, NewDocument, Verdict};
use domain::{info_request::DocumentState, locale::Locale, request::Status};
use http::StatusCode;

use super::{Sent, sent};
use crate::support::{PDF, Page, Town};

fn document(title: &str) -> NewDocument {
    NewDocument {
        title: title.to_owned(),
        why: "Pour vérifier votre adresse.".to_owned(),
        examples: vec!["Facture d’électricité".to_owned()],
    }
}

impl Sent {
    pub(super) async fn documents(&self) -> Page {
        self.resident
            .open(&Path::Documents(self.request.clone()))
            .await
    }

    pub(super) async fn asked(&self, town: &Town, titles: &[&str]) -> Vec<String> {
        let asking = Asking {
            due_on: Some("2026-12-02".parse().unwrap()),
            language: Some(Locale::French),
            documents: titles.iter().map(|title| document(title)).collect(),
            ..Asking::default()
        };
        assert_eq!(
            self.staff_does(town, Act::Ask(asking)).await,
            Status::InfoRequested
        );
        let file = town.office.staff().file(&self.number).await.unwrap();
        let asked = file.demands.last().unwrap();
        asked
            .info_request
            .documents
            .iter()
            .map(|document| document.id.clone())
            .collect()
    }

    async fn states(&self, town: &Town) -> Vec<DocumentState> {
        let file = town.office.staff().file(&self.number).await.unwrap();
        let asked = file.demands.last().unwrap();
        asked
            .info_request
            .documents
            .iter()
            .map(|document| document.state)
            .collect()
    }
}

#[tokio::test]
async fn a_resident_gives_documents_one_after_the_other_and_again_when_one_is_refused() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let ids = sent
            .asked(&town, &["Justificatif de domicile", "Pièce d’identité"])
            .await;
        let page = sent.page().await;
        assert!(page.main().contains("Justificatif de domicile"));
        assert!(page.has(&format!(
            "main a[href='{}']",
            sent.resident.at(&Path::Documents(sent.request.clone()))
        )));

        let page = sent.documents().await;
        assert!(page.main().contains("Facture d’électricité"));
        assert_eq!(page.all("main input[type=file]").len(), 2);
        let form = page.form("#step-form").choose(&ids[0], "facture.pdf", PDF);
        let page = sent.resident.go_on(&form.press("send")).await;
        assert!(page.main().contains(&t_in!(locale, "done-documents-title")));
        let page = sent.documents().await;
        assert!(page.main().contains(&t_in!(locale, "document-sent")));
        town.worker.deliver_follow_up().await.unwrap();
        use DocumentState::{Accepted, Asked, Given, Refused};
        assert_eq!(
            sent.states(&town).await,
            [Given, Asked],
            "one is enough for now"
        );

        let verdict = Verdict::Refused {
            reason: "Illisible.".to_owned(),
        };
        let judge = Act::Judge {
            document: ids[0].clone(),
            verdict,
        };
        sent.staff_does(&town, judge).await;
        let page = sent.documents().await;
        // Read from the back office by the page of the request first.
        sent.page().await;
        assert!(page.main().contains("Illisible."), "{}", page.main());
        assert_eq!(sent.states(&town).await, [Refused, Asked]);

        let form = sent.documents().await.form("#step-form");
        let form = form
            .choose(&ids[0], "facture-2.pdf", PDF)
            .choose(&ids[1], "identite.pdf", PDF);
        sent.resident.go_on(&form.press("send")).await;
        town.worker.deliver_follow_up().await.unwrap();
        assert_eq!(sent.states(&town).await, [Given, Given]);
        assert_eq!(
            sent.page().await.one("h1"),
            t_in!(locale, "status-in-review")
        );
        let judge = Act::Judge {
            document: ids[0].clone(),
            verdict: Verdict::Accepted,
        };
        sent.staff_does(&town, judge).await;
        assert_eq!(sent.states(&town).await, [Accepted, Given]);
    }
}

#[tokio::test]
async fn nothing_chosen_or_a_wrong_file_is_told_and_what_was_attached_stays() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let ids = sent.asked(&town, &["Justificatif", "Identité"]).await;
    sent.page().await;
    let form = sent.documents().await.form("#step-form");
    let refused = sent.resident.submit(&form.clone().press("send")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#error-summary"));
    let wrong = form.clone().choose(&ids[0], "notes.txt", b"only words");
    let refused = sent.resident.submit(&wrong.press("send")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has(&format!("#error-summary a[href='#f-{}']", ids[0])));
    let right = form.choose(&ids[0], "facture.pdf", PDF);
    let added = right.press(&format!("add:{}", ids[0]));
    let page = sent.resident.go_on(&added).await;
    assert_eq!(page.all(".file__item").len(), 1);
    assert_eq!(sent.documents().await.all(".file__item").len(), 1, "kept");
    let twice = page.form("#step-form").press("send");
    for _ in 0..2 {
        sent.resident.go_on(&twice).await;
    }
    town.worker.deliver_follow_up().await.unwrap();
    assert_eq!(
        sent.states(&town).await,
        [DocumentState::Given, DocumentState::Asked]
    );
}

#[tokio::test]
async fn a_resident_asks_for_more_time_once_and_sees_the_answer() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    sent.asked(&town, &["Justificatif"]).await;
    sent.page().await;
    let path = sent.resident.at(&Path::Extension(sent.request.clone()));
    let button = format!("main form[action='{path}']");
    let form = sent.documents().await.form(&button);
    for _ in 0..2 {
        let page = sent.resident.go_on(&form).await;
        let done = t_in!(Locale::French, "done-extension-title");
        assert!(page.main().contains(&done));
        town.worker.deliver_follow_up().await.unwrap();
    }
    let asked = t_in!(Locale::French, "extension-asked");
    assert!(sent.documents().await.main().contains(&asked));
    let until = "2026-12-20".parse().unwrap();
    sent.staff_does(&town, Act::Extend(Extending::Until(until)))
        .await;
    sent.page().await;
    let page = sent.documents().await;
    assert!(page.main().contains("20 décembre 2026"), "{}", page.main());
    let granted = t_in!(Locale::French, "extension-granted");
    assert!(page.main().contains(&granted));
    assert!(!page.has(&button));
}
