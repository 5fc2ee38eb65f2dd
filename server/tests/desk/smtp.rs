//! Letters through a real mail server: they arrive as written, an address that does not exist is known at once, a
//! server that puts off is asked again.

use domain::{locale::Locale, notice::Way};
use jiff::SignedDuration;
use server::store::{
    notice_choices::Reach,
    notices::{self, State},
};

use crate::{
    mail_server::MailServer,
    phones::Phones,
    town::{Posts, Town, towns_with},
};

/// One town on the first engine: the mail server is what is tried here.
async fn town(server: &MailServer, phones: &Phones) -> Town {
    let posts = || Posts {
        smtp: Some(server.address.clone()),
        gateway: Some(phones.gateway(500)),
    };
    let town = towns_with(posts).await.swap_remove(0);
    town.wait(SignedDuration::from_hours(24));
    town
}

impl Town {
    /// A request whose holder is told at an address, and to which something happened a quarter of an hour ago.
    async fn news_for(&self, email: &str) -> String {
        let resident = self.resident();
        let request = self.request(&resident).await;
        self.worker.deliver().await.unwrap();
        let reach = Reach {
            way: Some(Way::Email),
            email: Some(email.to_owned()),
            phone: Some("+33639981234".to_owned()),
            locale: Locale::French,
            reminders: None,
        };
        self.desk
            .choose_notices(&resident, &request, reach)
            .await
            .unwrap();
        self.office.happens(0, "message", None);
        self.worker.read_events().await.unwrap();
        self.wait(SignedDuration::from_mins(15));
        self.worker.send_notices().await.unwrap();
        request
    }

    async fn fates(&self, request: &str) -> Vec<(Way, State)> {
        let stored = notices::of_request(&self.database, request).await.unwrap();
        stored.into_iter().map(|it| (it.way, it.state)).collect()
    }
}

#[tokio::test]
async fn a_notice_arrives_as_it_was_written() {
    let Some(mut server) = MailServer::start().await else {
        return;
    };
    let phones = Phones::open().await;
    let town = town(&server, &phones).await;
    let request = town.news_for("rosalie@example.org").await;
    let sent = notices::of_request(&town.database, &request).await.unwrap();
    assert_eq!(town.fates(&request).await, [(Way::Email, State::Sent)]);
    let arrived = server.message().await;
    assert_eq!(arrived["to"][0], "rosalie@example.org");
    assert_eq!(arrived["from"], "bounces@example.org");
    let message = arrived["message"].as_str().unwrap();
    assert!(message.contains(&format!("Message-ID: <notice-{}@example.org>", sent[0].id)));
    assert!(message.contains("Auto-Submitted: auto-generated"));
    assert!(message.contains("Content-Language: fr"));
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_replaced_by_the_phone_at_once() {
    let Some(server) = MailServer::start().await else {
        return;
    };
    let phones = Phones::open().await;
    let town = town(&server, &phones).await;
    let request = town.news_for("refused@example.org").await;
    town.worker.send_notices().await.unwrap();
    assert_eq!(
        town.fates(&request).await,
        [(Way::Sms, State::Sent), (Way::Email, State::Failed)]
    );
    assert_eq!(phones.texts().len(), 1);
}

#[tokio::test]
async fn a_server_that_puts_off_gets_the_same_message_later_and_once() {
    let Some(mut server) = MailServer::start().await else {
        return;
    };
    let phones = Phones::open().await;
    let town = town(&server, &phones).await;
    let request = town.news_for("later@example.org").await;
    assert_eq!(town.fates(&request).await, [(Way::Email, State::Sending)]);
    town.wait(SignedDuration::from_mins(1));
    town.worker.send_notices().await.unwrap();
    town.worker.send_notices().await.unwrap();
    assert_eq!(town.fates(&request).await, [(Way::Email, State::Sent)]);
    assert_eq!(server.message().await["to"][0], "later@example.org");
    assert_eq!(phones.texts().len(), 0);
}
