//! Many at once at the place: nobody is called twice, nobody has the ticket of someone else.

use std::{collections::BTreeSet, sync::Arc};

use domain::queue::Ticket;
use futures::future::join_all;
use jiff::SignedDuration;

use super::{
    booking::for_one,
    office::{Office, catalogue, offices},
};
use crate::reference::{Staff, StaffError};

/// Several offices on one database, as behind a load balancer, with a hall of many desks.
async fn hall(office: &Office, desks: usize) -> Vec<Staff> {
    let mut offices = Vec::new();
    for _ in 0..3 {
        let mut catalogue = catalogue();
        let like = catalogue.resources.iter().find(|it| it.id == "desk-1");
        let like = like.unwrap().clone();
        catalogue.resources.extend((0..desks).map(|number| {
            let mut desk = like.clone();
            desk.id = format!("many-{number}");
            desk
        }));
        let (clock, objects) = (&office.clock, &office.objects);
        let (database, random) = (office.database(), &office.randomness);
        let one = super::office::open(database, catalogue, clock, random, objects).await;
        offices.push(one.reference.staff());
    }
    offices
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_agents_call_at_once_and_each_calls_someone_else() {
    const DESKS: usize = 30;
    const PEOPLE: usize = 25;
    for office in offices().await {
        office.wait_until("09:00");
        let staff = hall(&office, DESKS).await;
        let enter = (0..PEOPLE).map(|number| {
            let staff = staff[number % 3].clone();
            tokio::spawn(async move { staff.enter("hall", "papers").await.unwrap() })
        });
        let given: BTreeSet<Ticket> = join_all(enter)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert_eq!(given.len(), PEOPLE, "each has a ticket of their own");
        assert_eq!(given.last().unwrap().number(), 25, "without a gap");
        let call = (0..DESKS).map(|number| {
            let staff = staff[number % 3].clone();
            tokio::spawn(async move {
                let desk = format!("many-{number}");
                match staff.call("hall", &desk, None, "Lou").await {
                    Ok(ticket) => Some(ticket),
                    Err(StaffError::NobodyWaits) => None,
                    Err(error) => panic!("{error}"),
                }
            })
        });
        let called: Vec<Ticket> = join_all(call)
            .await
            .into_iter()
            .filter_map(Result::unwrap)
            .collect();
        assert_eq!(called.len(), PEOPLE);
        assert_eq!(called.into_iter().collect::<BTreeSet<_>>(), given);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn residents_arrive_and_withdraw_while_agents_call() {
    const HOURS: [&str; 6] = ["09:00", "09:20", "09:40", "10:00", "10:20", "10:40"];
    for office in offices().await {
        let mut requests = Vec::new();
        for hour in HOURS {
            let at = format!("2026-11-24T{hour}");
            requests.push(office.booked(&for_one("papers"), &at).await.0);
        }
        office.wait_until("09:00");
        // Those of later hours come when theirs is near.
        office.later(SignedDuration::from_mins(5));
        let staff = hall(&office, HOURS.len()).await;
        let office = Arc::new(office);
        let residents = requests.into_iter().enumerate().map(|(number, request)| {
            let office = Arc::clone(&office);
            tokio::spawn(async move {
                let response = office.try_to_arrive(&request, &office.key()).await;
                let there = response.status() == 200;
                if number % 3 == 2 {
                    // Too late for whoever was received meanwhile.
                    office.try_to_withdraw(&request).await;
                }
                there
            })
        });
        let agents = (0..HOURS.len()).map(|number| {
            let staff = staff[number % 3].clone();
            tokio::spawn(async move {
                let desk = format!("many-{number}");
                let mut called = Vec::new();
                for _ in 0..4 {
                    match staff.call("hall", &desk, None, "Lou").await {
                        Ok(ticket) => {
                            called.push(ticket);
                            // Whoever withdraws meanwhile is not there any more.
                            match staff.close_visit(None, ticket, "Lou").await {
                                Ok(_) | Err(StaffError::TicketIs { .. }) => {}
                                Err(error) => panic!("{error}"),
                            }
                        }
                        Err(StaffError::NobodyWaits) => tokio::task::yield_now().await,
                        Err(error) => panic!("{error}"),
                    }
                }
                called
            })
        });
        let (there, called) = tokio::join!(join_all(residents), join_all(agents));
        let there = there.into_iter().map(Result::unwrap);
        assert!(there.filter(|there| *there).count() >= 3);
        let called: Vec<Ticket> = called.into_iter().flat_map(Result::unwrap).collect();
        let once: BTreeSet<Ticket> = called.iter().copied().collect();
        assert_eq!(once.len(), called.len(), "called twice");
        let lost = "SELECT COUNT(*) AS n FROM backoffice_tickets t
                      JOIN backoffice_appointments a ON a.request_id = t.request_id
                     WHERE (t.status = 'served') <> (a.status = 'attended')";
        assert_eq!(
            office.count(lost).await,
            0,
            "a ticket and its appointment differ"
        );
    }
}
