//! Everything about a request to take away: the page, its PDF and the file for programs, which say the same.

use std::path::{Path as File, PathBuf};

use app::{paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing, NewDelivery},
};
use domain::locale::Locale;
use http::{StatusCode, header};
use jiff::SignedDuration;
use serde_json::Value;

use super::{Sent, sent, words};
use crate::{
    routes::safety,
    support::{PDF, Page, Pdf, Town},
};

impl Sent {
    async fn record(&self) -> Page {
        self.resident
            .open(&Path::Record(self.request.clone()))
            .await
    }

    async fn record_pdf(&self) -> Page {
        let path = Path::RecordPdf(self.request.clone());
        self.resident.open(&path).await
    }

    async fn record_data(&self) -> Page {
        let path = Path::RecordData(self.request.clone());
        self.resident.open(&path).await
    }
}

/// A request with a message of each side and a decision that comes with a document.
pub(super) async fn decided(town: &Town, locale: Locale) -> Sent {
    let sent = sent(town, locale).await;
    let message = "Bonjour, où en est ma demande ?\n\nمرحبا، رقمي 12345 🦊";
    sent.resident.go_on(&sent.message(message).await).await;
    town.worker.deliver_follow_up().await.unwrap();
    town.wait(SignedDuration::from_mins(5));
    sent.staff_does(town, words("Elle est prête.\nVenez la chercher."))
        .await;
    let delivery = NewDelivery {
        filename: "acte été.pdf".to_owned(),
        title: "Copie intégrale".to_owned(),
        valid_until: Some("2027-02-28".parse().unwrap()),
        content: PDF.to_vec(),
    };
    let closing = Closing {
        legal_basis: vec!["Code civil, article 101-1".to_owned()],
        language: Some(Locale::French),
        documents: vec![delivery],
        ..Closing::new(Outcome::Rejected, "Voici pourquoi.\n\nAppelez-nous.")
    };
    sent.staff_does(town, Act::Close(closing)).await;
    sent
}

/// A request whose holder corrected an answer, gave a document that the service asked for, and asks for more time.
async fn eventful(town: &Town, locale: Locale) -> Sent {
    let sent = sent(town, locale).await;
    let review = sent.correction().await;
    let review = sent.retype_copies(&review, "3").await;
    sent.resident.go_on(&review.form("#send-form")).await;
    town.worker.deliver_follow_up().await.unwrap();
    let ids = sent
        .asked(town, &["Justificatif de domicile", "Pièce d’identité"])
        .await;
    let given = sent.documents().await.form("#step-form");
    let given = given
        .choose(&ids[0], "facture d’été.pdf", PDF)
        .press("send");
    sent.resident.go_on(&given).await;
    town.worker.deliver_follow_up().await.unwrap();
    let path = Path::Extension(sent.request.clone());
    let button = format!("main form[action='{}']", sent.resident.at(&path));
    let more = sent.documents().await.form(&button);
    sent.resident.go_on(&more).await;
    sent.resident
        .go_on(&sent.message("Et maintenant ?").await)
        .await;
    sent
}

/// Text without what separates words or steers them: what two ways to show the same words have in common.
fn letters(text: &str) -> String {
    let steers = |sign: char| {
        matches!(sign, '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FE0F}' | '\u{FEFF}')
    };
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !steers(*sign))
        .collect()
}

#[tokio::test]
async fn the_pdf_says_what_the_page_says_in_every_language() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = decided(&town, locale).await;
        let page = sent.record().await;
        safety::check(&page, locale);
        let file = sent.record_pdf().await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.errors());
        let pdf = Pdf::read(&file.bytes);
        let root = pdf.root();
        let of_page = format!("{}{}", page.one_raw("h1"), page.one_raw(".paper"));
        let note = letters(&t_in!(locale, "paper-missing", sign = "\u{FFFD}"));
        let of_pdf = letters(&root.words());
        let of_pdf = of_pdf.strip_suffix(&note).expect("the fox cannot be drawn");
        assert_eq!(letters(&of_page), of_pdf, "{}", locale.tag());
        assert!(of_pdf.contains('🦊'), "and yet it is read aloud");
        assert_eq!(pdf.untold, Vec::<String>::new());
        assert!(!pdf.ornaments.is_empty(), "pages are numbered");

        for link in root.of_role("Link") {
            let said = link.links();
            assert!(
                !said.is_empty() && said.iter().all(|said| *said == link.text()),
                "{said:?}"
            );
        }
        let headings = root.all().into_iter();
        let headings = headings.filter(|element| element.role.starts_with('H'));
        let of_pdf: Vec<(String, String)> = headings
            .map(|element| (element.role.to_lowercase(), letters(&element.text())))
            .collect();
        let all = ["h1", "h2", "h3"].map(|role| (role, page.all(&format!(".paper {role}"))));
        for (role, texts) in all {
            let of_page = texts.iter().map(|text| letters(text));
            let of_page: Vec<String> = if role == "h1" {
                vec![letters(&page.one("h1"))]
            } else {
                of_page.collect()
            };
            let same = of_pdf.iter().filter(|(known, _)| known == role);
            let same: Vec<String> = same.map(|(_, text)| text.clone()).collect();
            assert_eq!(of_page, same, "{role} in {}", locale.tag());
        }
    }
}

#[tokio::test]
async fn nothing_that_happened_is_left_out_of_either() {
    let town = Town::open().await;
    for locale in [Locale::French, Locale::Arabic] {
        let sent = eventful(&town, locale).await;
        let page = sent.record().await;
        safety::check(&page, locale);
        for words in [
            t_in!(locale, "correction-history"),
            t_in!(locale, "record-documents"),
            t_in!(locale, "document-given"),
            t_in!(locale, "record-pending-extension"),
            "Justificatif de domicile".to_owned(),
            "facture d’été.pdf".to_owned(),
            "Et maintenant ?".to_owned(),
        ] {
            assert!(
                page.one(".paper").contains(&words),
                "{words}: {}",
                page.main()
            );
        }
        let pdf = Pdf::read(&sent.record_pdf().await.bytes);
        let of_page = format!("{}{}", page.one_raw("h1"), page.one_raw(".paper"));
        assert_eq!(letters(&of_page), letters(&pdf.root().words()));
        fits_schema(&sent.record_data().await);
    }
}

#[tokio::test]
async fn the_pdf_tells_readers_its_title_its_language_and_its_structure() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = decided(&town, locale).await;
        let page = sent.record().await;
        let pdf = Pdf::read(&sent.record_pdf().await.bytes);
        assert!(pdf.is_marked_accessible());
        assert_eq!(pdf.language(), locale.tag());
        assert!(
            page.one("title").starts_with(&pdf.title()),
            "{}",
            pdf.title()
        );
        let root = pdf.root();
        let document = root.of_role("Document");
        assert_eq!(document[0].language.as_deref(), Some(locale.tag()));
        for row in root.of_role("TR") {
            let roles: Vec<&str> = row.all()[1..]
                .iter()
                .map(|cell| &*cell.role)
                .filter(|role| role.starts_with('T'))
                .collect();
            assert_eq!(roles, ["TH", "TD"], "{}", row.text());
        }
        for item in root.of_role("LI") {
            assert_eq!(
                item.of_role("Lbl")
                    .first()
                    .map(|label| label.text().is_empty()),
                Some(false)
            );
        }
        // What the service wrote in French says so elsewhere than in a French document.
        let french = document[0].all().into_iter().skip(1);
        let french = french.filter(|element| element.language.as_deref() == Some("fr"));
        let french: Vec<String> = french.map(|element| letters(&element.text())).collect();
        let said = french.iter().any(|text| text.contains("Appelez-nous."));
        assert_eq!(said, locale != Locale::French, "{french:?}");
    }
}

#[tokio::test]
async fn nobody_but_its_holder_takes_a_request_away() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let stranger = town.resident(Locale::French);
    stranger.begin("signaler-un-probleme").await;
    let paths = |request: &str| {
        let id = request.to_owned();
        [
            Path::Record(id.clone()),
            Path::RecordPdf(id.clone()),
            Path::RecordData(id),
        ]
    };
    let nothing = stranger
        .open(&Path::Request("AAAAAAAAAAAAAAAAAAAAAA".to_owned()))
        .await;
    for path in paths(&sent.request)
        .into_iter()
        .chain(paths("AAAAAAAAAAAAAAAAAAAAAA"))
    {
        let page = stranger.open(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path:?}");
        assert_eq!(page.one("h1"), nothing.one("h1"), "{path:?}");
        assert_eq!(
            page.main(),
            nothing
                .main()
                .replace(nothing.header("request-id"), page.header("request-id"))
        );
    }
    for path in paths(&sent.request) {
        assert_eq!(sent.resident.open(&path).await.status, StatusCode::OK);
    }
    town.wait(SignedDuration::from_hours(1));
    for path in paths(&sent.request) {
        let page = sent.resident.open(&path).await;
        assert_eq!(
            page.status,
            StatusCode::NOT_FOUND,
            "{path:?} once the access is over"
        );
    }
}

#[tokio::test]
async fn both_files_are_downloads_that_nothing_keeps() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::Arabic).await;
    let page = sent.record().await;
    let links = page.attributes("main a[download]", "href");
    assert_eq!(links.len(), 2, "{links:?}");
    let kinds = [("pdf", "application/pdf"), ("json", "application/json")];
    for (href, (extension, kind)) in links.iter().zip(kinds) {
        let file = sent.resident.get(href).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.header(header::CONTENT_TYPE), kind);
        assert_eq!(
            file.header(header::CONTENT_DISPOSITION),
            format!(
                "attachment; filename*=UTF-8''demande-{}.{extension}",
                sent.number
            )
        );
        assert_eq!(file.header(header::CACHE_CONTROL), "private, no-store");
        assert_eq!(file.header(header::CONTENT_LANGUAGE), "ar");
        assert!(
            file.header(header::CONTENT_SECURITY_POLICY)
                .contains("sandbox")
        );
        safety::headers(&file, href);
        let kilobytes = file.bytes.len().div_ceil(1000);
        let shown = page.main();
        assert!(
            shown.contains(&kilobytes.to_string()),
            "{kilobytes}: {shown}"
        );
        assert!(
            !file.body.contains(&sent.code),
            "the code opens the request"
        );
    }
    assert!(!page.main().contains(&sent.code));
    let request = sent.page().await;
    let record = sent.resident.at(&Path::Record(sent.request.clone()));
    assert!(
        request.has(&format!("main a[href='{record}']")),
        "the page of the request leads there"
    );
}

#[tokio::test]
async fn a_program_reads_everything_in_the_file_made_for_it() {
    let town = Town::open().await;
    let sent = decided(&town, Locale::English).await;
    let data = fits_schema(&sent.record_data().await);
    assert_eq!(data["request"]["number"], sent.number);
    assert_eq!(data["decision"]["outcome"], "rejected");
    assert_eq!(
        data["decision"]["documents"][0]["file"]["sha256"]
            .as_str()
            .unwrap()
            .len(),
        64
    );
    assert!(!data["decision"]["remedies"].as_array().unwrap().is_empty());
    assert_eq!(data["messages"].as_array().unwrap().len(), 2);
    let keys: Vec<&str> = data["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["key"].as_str().unwrap())
        .collect();
    for key in data["answers"].as_object().unwrap().keys() {
        assert!(keys.contains(&&**key), "{key} has no question: {keys:?}");
    }
}

#[tokio::test]
async fn a_long_request_is_a_pdf_of_several_pages_read_in_order() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    for rank in 0..3 {
        let line = format!("Paragraphe {rank} avec des mots qui remplissent la page. ");
        let text = vec![line.repeat(12); 6].join("\n\n");
        sent.resident.go_on(&sent.message(&text).await).await;
    }
    let page = sent.record().await;
    let pdf = Pdf::read(&sent.record_pdf().await.bytes);
    assert!(pdf.pages() >= 4, "{} pages", pdf.pages());
    assert_eq!(pdf.ornaments.len(), pdf.pages(), "one number each");
    let of_page = format!("{}{}", page.one_raw("h1"), page.one_raw(".paper"));
    assert_eq!(letters(&of_page), letters(&pdf.root().words()));
}

#[tokio::test]
async fn when_the_pdf_cannot_be_made_its_address_leads_to_the_page_that_says_it_all() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    // More than anyone reads: 400,000 bytes.
    for _ in 0..11 {
        sent.staff_does(&town, words(&"🦊".repeat(10_000))).await;
    }
    let file = sent.record_pdf().await;
    let record = sent.resident.at(&Path::Record(sent.request.clone()));
    assert_eq!(
        (file.status, file.location()),
        (StatusCode::SEE_OTHER, &*record)
    );
    let page = sent.resident.follow(&file).await;
    safety::check(&page, Locale::French);
    assert!(
        page.main()
            .contains(&t_in!(Locale::French, "record-no-pdf-title"))
    );
    let links = page.attributes("main a[download]", "href");
    assert_eq!(links.len(), 1, "only the file for programs: {links:?}");
    assert_eq!(page.one(".paper").matches('🦊').count(), 110_000);
    assert_eq!(sent.record_data().await.status, StatusCode::OK);
}

/// Holds a file against its schema, and gives it.
fn fits_schema(file: &Page) -> Value {
    let schema = include_str!("../../../../../docs/request-file.schema.json");
    let data: Value = serde_json::from_slice(&file.bytes).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let schema = serde_json::from_str(schema).unwrap();
    compiler.add_resource("request-file.json", schema).unwrap();
    let index = compiler.compile("request-file.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&data, index) {
        panic!("{error:#}\n{data:#}");
    }
    data
}

/// When `1`, a machine without the checker fails the test instead of leaving it out.
const REQUIRE: &str = "PARVIS_TEST_REQUIRE_OUTLOUD";

/// The checker, where `scripts/setup.sh test` puts it.
fn checker() -> Option<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"));
    let program = cache.or_else(home)?.join("parvis/outloud/bin/outloud");
    program.exists().then_some(program)
}

#[tokio::test]
async fn an_outside_checker_finds_no_fault_in_the_pdf_of_any_language() {
    let town = Town::open().await;
    let folder = File::new(env!("CARGO_TARGET_TMPDIR")).join("records");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for locale in Locale::ALL {
        let sent = decided(&town, locale).await;
        let file = folder.join(format!("{}.pdf", locale.tag()));
        std::fs::write(&file, &sent.record_pdf().await.bytes).unwrap();
        files.push(file);
    }
    let Some(checker) = checker() else {
        let required = std::env::var(REQUIRE).is_ok_and(|value| value == "1");
        assert!(!required, "the PDF checker is missing: run `make setup`");
        return;
    };
    let output = std::process::Command::new(checker)
        .args(["--fail-on", "error"])
        .args(&files)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
}
