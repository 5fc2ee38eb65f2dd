//! Forms of one page that are of the portal, not of the catalogue.

use std::sync::Arc;

use domain::{
    field::Field,
    locale::Locale,
    procedure::{Cost, Delay, Procedure, Service, Step},
    text::Text,
};
use jiff::Timestamp;

use crate::{ports::Draft, request::portal};

/// A form of one page: its identifier is that of the page too. What only the catalogue's forms have is empty.
pub(super) fn one_page(id: &str, title: Text, fields: Vec<Field>) -> Procedure {
    let nothing = || Text([(Locale::French, String::new())].into());
    Procedure {
        id: id.to_owned(),
        form_version: "1".to_owned(),
        title: title.clone(),
        summary: nothing(),
        eligibility: Vec::new(),
        checklist: Vec::new(),
        minutes: 1,
        cost: Cost::Free,
        usual_delay: Delay {
            days: 0,
            count: Default::default(),
        },
        legal_delay: None,
        legal_sources: Vec::new(),
        remedies: Vec::new(),
        channels: Vec::new(),
        themes: Vec::new(),
        life_events: Vec::new(),
        keywords: nothing(),
        service: Service {
            id: String::new(),
            name: nothing(),
            phone: String::new(),
            email: String::new(),
            hours: nothing(),
        },
        retention_days: 0,
        what_next: Vec::new(),
        steps: vec![Step {
            id: id.to_owned(),
            title,
            introduction: None,
            when: None,
            repeat: None,
            fields,
        }],
        closing: nothing(),
        visit: false,
        opinion_url: None,
        door: None,
    }
}

/// A draft that was not begun yet.
pub(super) fn not_begun(key: &str, form: Arc<Procedure>) -> Draft {
    Draft {
        id: key.to_owned(),
        procedure: form,
        content: Default::default(),
        version: 0,
        today: portal().today(),
        updated_at: Timestamp::UNIX_EPOCH,
        expires_at: Timestamp::UNIX_EPOCH,
        form_changed: false,
        sent_as: None,
        corrects: None,
        guest: None,
        visit: None,
    }
}
