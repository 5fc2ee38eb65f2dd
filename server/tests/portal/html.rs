//! Every page, right and refused, in every language, through the Nu HTML checker: once for all.

use std::{
    path::{Path as File, PathBuf},
    process::Command,
};

use app::paths::Path;
use domain::locale::Locale;
use http::StatusCode;
use serde::Deserialize;

use crate::{
    journeys::{appointments::PASSPORT, line::full, nearby::typing, quality, waiting::waits},
    routes::addresses::visit,
    support::{Filler, Page, Town},
};

/// When `1`, a machine without Java or without the checker fails the test instead of leaving it out.
const REQUIRE: &str = "PARVIS_TEST_REQUIRE_VNU";

#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    r#type: String,
    url: Option<String>,
    message: String,
    extract: Option<String>,
}

/// The checker, where `npm ci` in `end2end/` puts it.
fn checker() -> PathBuf {
    File::new(env!("CARGO_MANIFEST_DIR")).join("../end2end/node_modules/vnu-jar/build/dist/vnu.jar")
}

/// Why the checker cannot run here, if it cannot.
fn missing() -> Option<&'static str> {
    if !checker().exists() {
        return Some("the HTML checker is not installed: run `npm ci` in end2end/");
    }
    let java = Command::new("java").arg("-version").output();
    if java.is_ok_and(|output| output.status.success()) {
        None
    } else {
        Some("there is no Java on this machine")
    }
}

/// Pages of a language: those of a visit, each form refused, each refusal, requests before and after delivery.
async fn pages(town: &Town, locale: Locale) -> Vec<Page> {
    let visit = visit(town, locale).await;
    let resident = &visit.resident;
    let mut pages = Vec::new();
    for path in &visit.pages {
        pages.push(resident.get(path).await);
    }
    town.worker.deliver().await.unwrap();
    pages.push(resident.open(&Path::Request(visit.request.clone())).await);
    pages.push(
        resident
            .get(&format!("{}?q=naissance", resident.at(&Path::Procedures)))
            .await,
    );
    pages.push(
        resident
            .get(&format!("{}?q=zzz", resident.at(&Path::Procedures)))
            .await,
    );
    pages.push(waits(resident).await);
    let apart = Town::open().await;
    quality::published_twice(&apart).await;
    pages.push(apart.resident(locale).open(&quality::of_the_hall()).await);
    let (_full, in_line) = full(locale).await;
    pages.push(
        in_line
            .get(&in_line.at(&Path::Times(PASSPORT.to_owned())))
            .await,
    );
    let times = resident.open(&Path::Times(PASSPORT.to_owned())).await;
    for address in ["rue de Nulle-Part", "lavoir", "rue du Lavoir"] {
        let answer = resident.submit(&typing(&times, address)).await;
        pages.push(if answer.status == StatusCode::SEE_OTHER {
            resident.follow(&answer).await
        } else {
            answer
        });
    }
    pages.push(resident.get("/fr/nulle-part").await);
    pages.push(
        resident
            .submit(&resident.open(&Path::Follow).await.form("#step-form"))
            .await,
    );
    for procedure in &town.catalogue.procedures {
        let filler = Filler::choosing(&[
            ("category", "other"),
            ("birth_place", "abroad"),
            ("applicant", "professional"),
        ]);
        let mut shown = Vec::new();
        resident
            .fill_in(procedure, &filler, &mut |page| shown.push(page.clone()))
            .await;
        pages.extend(shown);
        let other = town.resident(locale);
        let first = other.begin(&procedure.id).await;
        let draft = first.path.split('/').nth(3).unwrap().to_owned();
        for step in &procedure.steps {
            let page = other
                .open(&Path::Step {
                    draft: draft.clone(),
                    step: step.id.clone(),
                })
                .await;
            if page.status == StatusCode::OK {
                pages.push(
                    other
                        .submit(&page.form("#step-form").press("continue"))
                        .await,
                );
            }
        }
        pages.push(other.open(&Path::Review(draft)).await);
    }
    pages.retain(|page| !page.body.is_empty());
    pages
}

#[tokio::test]
async fn every_page_is_html_that_assistive_tools_can_trust() {
    if let Some(reason) = missing() {
        assert!(
            !std::env::var(REQUIRE).is_ok_and(|value| value == "1"),
            "{reason}"
        );
        eprintln!("left out: {reason}");
        return;
    }
    let town = Town::open().await;
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    for locale in Locale::ALL {
        for page in pages(&town, locale).await {
            count += 1;
            let name = page
                .path
                .replace(|sign: char| !sign.is_ascii_alphanumeric(), "-");
            let status = page.status.as_u16();
            let file = folder.path().join(format!(
                "{count:04}-{status}{}.html",
                &name[..name.len().min(120)]
            ));
            std::fs::write(file, &page.body).unwrap();
        }
    }
    let output = Command::new("java")
        .args(["-Xss4m", "-jar"])
        .arg(checker())
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .arg(folder.path())
        .output()
        .unwrap();
    let report: Report = serde_json::from_slice(&output.stdout).unwrap();
    let wrong: Vec<String> = report
        .messages
        .iter()
        .filter(|message| message.r#type != "info")
        .map(|message| {
            let file = message
                .url
                .as_deref()
                .and_then(|url| url.rsplit('/').next())
                .unwrap_or_default();
            format!(
                "{file}: {}\n    {}",
                message.message,
                message.extract.as_deref().unwrap_or_default()
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{count} pages, {} errors:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
