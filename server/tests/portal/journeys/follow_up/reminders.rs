//! A service that is late: said, reminded, complained about.

use app::{paths::Path, t_in};
use domain::{locale::Locale, message::MessageKind};
use jiff::SignedDuration;

use super::sent;
use crate::support::Town;

#[tokio::test]
async fn a_late_service_is_said_to_be_late_and_reminded_once_a_week() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let page = sent.page().await;
    let late = t_in!(Locale::French, "clock-overdue-title");
    assert!(!page.main().contains(&late));
    assert!(page.main().contains("il est normal"), "{}", page.main());
    let remind = sent.resident.at(&Path::Remind(sent.request.clone()));
    let button = format!("main form[action='{remind}']");
    assert!(!page.has(&button));

    town.wait(SignedDuration::from_hours(24 * 10));
    let sent = sent.opened_again(&town).await;
    let page = sent.page().await;
    assert!(page.main().contains(&late));
    for _ in 0..2 {
        let page = sent.resident.go_on(&page.form(&button)).await;
        assert!(
            page.main()
                .contains(&t_in!(Locale::French, "done-reminder-title"))
        );
        town.worker.deliver_follow_up().await.unwrap();
    }
    let staff = town.office.staff();
    let file = staff.file(&sent.number).await.unwrap();
    assert_eq!(
        file.messages.len(),
        1,
        "pressed twice, once a week is enough"
    );
    assert_eq!(file.messages[0].kind, MessageKind::Reminder);

    town.wait(SignedDuration::from_hours(24 * 8));
    let sent = sent.opened_again(&town).await;
    sent.resident.go_on(&page.form(&button)).await;
    // Where the authority has no complaints of their own, a late request leads to a message of that kind.
    let thread = sent.resident.at(&Path::Messages(sent.request.clone()));
    let form = sent
        .resident
        .get(&format!("{thread}?objet=reclamation"))
        .await;
    let form = form.form("#step-form").with("text", "Toujours rien.");
    sent.resident.go_on(&form.press("send")).await;
    town.worker.deliver_follow_up().await.unwrap();
    let file = staff.file(&sent.number).await.unwrap();
    let kinds: Vec<_> = file.messages.iter().map(|message| message.kind).collect();
    assert_eq!(
        kinds,
        [
            MessageKind::Reminder,
            MessageKind::Reminder,
            MessageKind::Complaint
        ]
    );
}
