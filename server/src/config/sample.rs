//! What holds without a setting: the sample commune on this machine, as `make serve` shows it.

use super::raw::{
    Raw, RawAccessibility, RawAuthority, RawBackOffice, RawMail, RawNotices, RawQuality,
    RawRetention, RawRush, RawSms,
};

impl Default for Raw {
    fn default() -> Self {
        let lines = |lines: &[&str]| lines.iter().map(ToString::to_string).collect::<Vec<_>>();
        Self {
            listen: "127.0.0.1:3000".to_owned(),
            operations: "127.0.0.1:3900".to_owned(),
            public_url: String::new(),
            data: "data".into(),
            site: "target/site".into(),
            database: None,
            zone: "Europe/Paris".to_owned(),
            trusted_proxies: Vec::new(),
            backoffice: RawBackOffice {
                url: None,
                token_file: None,
                webhook_secret_file: None,
                catalogue: "backoffice/catalogue".into(),
                database: None,
            },
            mail: RawMail {
                smtp: None,
                from: None,
                bounces: None,
            },
            sms: RawSms {
                url: None,
                token_file: None,
                per_day: 500,
            },
            notices: RawNotices {
                email_hours: "7-21".to_owned(),
                sms_hours: "8-20".to_owned(),
                sms_on_sundays: false,
                grouped_minutes: 10,
                apart_minutes: 30,
            },
            retention: RawRetention {
                draft_days: 7,
                submission_days: 30,
                access_minutes: 30,
            },
            rush: RawRush {
                people_a_second: 100,
            },
            quality: RawQuality {
                letters_to: Vec::new(),
                alert_below: 50,
                alert_fall: 15,
            },
            accessibility: RawAccessibility::default(),
            authority: RawAuthority {
                name: "Ardane-les-Tilleuls".to_owned(),
                legal_name: "Commune d’Ardane-les-Tilleuls".to_owned(),
                address: lines(&[
                    "Mairie",
                    "1 place de l’Hôtel-de-Ville",
                    "99120 Ardane-les-Tilleuls",
                ]),
                phone: "02 61 91 00 10".to_owned(),
                email: "mairie@ardane-les-tilleuls.example".to_owned(),
                publication_director: "La maire d’Ardane-les-Tilleuls".to_owned(),
                host: lines(&[
                    "Commune d’Ardane-les-Tilleuls, service informatique",
                    "1 place de l’Hôtel-de-Ville, 99120 Ardane-les-Tilleuls",
                    "02 61 91 00 10",
                ]),
                data_protection_email: "dpo@ardane-les-tilleuls.example".to_owned(),
                accessibility_email: "accessibilite@ardane-les-tilleuls.example".to_owned(),
            },
        }
    }
}
