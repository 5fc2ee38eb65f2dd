//! Settings and catalogue: what is wrong is refused at start, and told so that it can be mended.

use std::fs;

use super::program::{Town, catalogue_with, outcome};

#[test]
fn an_operator_reads_which_setting_is_wrong_and_what_is_allowed() {
    let town = Town::new();
    let missing = town.path("no-such-folder").display().to_string();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let refused: [(&str, &str, &[&str]); 17] = [
        (
            "PARVIS_LISTEN",
            "mairie",
            &["`listen`", "mairie", "127.0.0.1:3000"],
        ),
        (
            "PARVIS_OPERATIONS",
            "localhost",
            &["`operations`", "localhost", "127.0.0.1:3000"],
        ),
        (
            "PARVIS_PUBLIC_URL",
            "mairie.example",
            &["`public_url`", "mairie.example", "https://"],
        ),
        ("PARVIS_ZONE", "Paris", &["`zone`", "Paris", "Europe/Paris"]),
        (
            "PARVIS_TRUSTED_PROXIES",
            "[\"proxy\"]",
            &["`trusted_proxies`", "proxy", "10.0.0.0/8"],
        ),
        (
            "PARVIS_BACKOFFICE__URL",
            "https://office.example",
            &["`backoffice.token_file`"],
        ),
        (
            "PARVIS_RETENTION__DRAFT_DAYS",
            "0",
            &["`retention.draft_days`", "\"0\"", "1 to 90"],
        ),
        (
            "PARVIS_PUBLIC_URL",
            "https://mairie.example:x",
            &["`public_url`", "mairie.example:x", "https://"],
        ),
        (
            "PARVIS_MAIL__SMTP",
            "smtp://user:secret@mail.example",
            &["`mail.smtp`", "tls=required"],
        ),
        (
            "PARVIS_MAIL__SMTP",
            "mail.example",
            &["`mail.smtp`", "smtps://"],
        ),
        (
            "PARVIS_MAIL__FROM",
            "mairie",
            &["`mail.from`", "mairie", "Name <address@example.org>"],
        ),
        (
            "PARVIS_CONFIG",
            "no-such.toml",
            &["no file", "no-such.toml"],
        ),
        ("PARVIS_LISTENS", "127.0.0.1:3000", &["listens", "listen"]),
        ("PARVIS_MAIL__SERVER", "mail.example", &["server", "smtp"]),
        (
            "PARVIS_BACKOFFICE__CATALOGUE",
            &missing,
            &["no-such-folder"],
        ),
        ("PARVIS_SITE", &missing, &["no-such-folder", "`site`"]),
        ("PARVIS_LISTEN", &taken, &[&taken, "cannot be listened on"]),
    ];
    for (key, value, said) in refused {
        let (output, errors) = outcome(town.parvis("serve").env(key, value));
        assert_eq!(output.status.code(), Some(1), "{key}={value}: {errors}");
        for words in said {
            assert!(
                errors.contains(words),
                "{key}={value}: {words} is not in: {errors}"
            );
        }
    }
}

#[test]
fn an_operator_reads_which_line_of_the_file_of_settings_is_unknown() {
    let town = Town::new();
    fs::write(town.path("parvis.toml"), "[retention]\ndraft_weeks = 2\n").unwrap();
    let (output, errors) = outcome(&mut town.parvis("check"));
    assert_eq!(output.status.code(), Some(1), "{errors}");
    for words in ["draft_weeks", "draft_days", "parvis.toml"] {
        assert!(errors.contains(words), "{words} is not in: {errors}");
    }
}

#[test]
fn a_password_in_a_wrong_setting_is_not_repeated() {
    let town = Town::new();
    for (key, value) in [
        ("PARVIS_DATABASE", "mysql://parvis:Sesame-77@host/portal"),
        (
            "PARVIS_BACKOFFICE__DATABASE",
            "mysql://parvis:Sesame-77@host/office",
        ),
        (
            "PARVIS_MAIL__SMTP",
            "gopher://parvis:Sesame-77@mail.example",
        ),
    ] {
        let (output, errors) = outcome(town.parvis("serve").env(key, value));
        assert_eq!(output.status.code(), Some(1), "{key}: {errors}");
        assert!(!errors.contains("Sesame-77"), "{key}: {errors}");
    }
}

#[test]
fn checking_the_sample_commune_finds_it_in_order() {
    let town = Town::new();
    let (output, errors) = outcome(&mut town.parvis("check"));
    assert!(output.status.success(), "{errors}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("in order"));
}

#[test]
fn checking_a_broken_catalogue_lists_each_defect_with_its_file_and_line() {
    let town = Town::new();
    let folder = town.path("catalogue");
    let file = "procedures/signaler-un-probleme.yaml";
    catalogue_with(&folder, file, |text| {
        text.replacen("cost: free", "cost: gratis", 1)
    });
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let line = text
        .lines()
        .position(|line| line == "cost: gratis")
        .unwrap()
        + 1;
    for command in ["check", "serve"] {
        let mut parvis = town.parvis(command);
        let (output, errors) = outcome(parvis.env("PARVIS_BACKOFFICE__CATALOGUE", &folder));
        assert_eq!(output.status.code(), Some(1), "{command}: {errors}");
        let place = format!("signaler-un-probleme.yaml:{line}");
        assert!(
            errors.contains(&place),
            "{command}: {place} is not in: {errors}"
        );
    }
}
