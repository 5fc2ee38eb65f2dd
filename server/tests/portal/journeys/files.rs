//! Files: added, given back, removed, refused with a reason.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::{StatusCode, header};

use crate::{
    routes::safety,
    support::{Page, Resident, Town, jpeg, png},
};

async fn photo_step(resident: &Resident) -> Page {
    let first = resident.begin("signaler-un-probleme").await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    resident
        .open(&Path::Step {
            draft,
            step: "photo".to_owned(),
        })
        .await
}

fn add(page: &Page, name: &str, content: &[u8]) -> crate::support::Form {
    page.form("#step-form")
        .choose("photos", name, content)
        .press("add:photos")
}

fn attached(page: &Page) -> Vec<String> {
    page.all(".file__item a")
}

#[tokio::test]
async fn a_resident_adds_photos_downloads_and_removes_them() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = photo_step(&resident).await;
        let page = resident
            .go_on(&add(&page, "Été \"trou\" <b>.jpg", &jpeg()))
            .await;
        let page = resident.go_on(&add(&page, "trou.png", &png(200_000))).await;
        assert_eq!(attached(&page).len(), 2, "{:?}", attached(&page));
        let same = resident.go_on(&add(&page, "trou.png", &png(200_000))).await;
        assert_eq!(attached(&same).len(), 2, "the same photo twice is one");
        let links = page.attributes(".file__item a", "href");
        let file = resident.get(&links[1]).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.header(header::CONTENT_TYPE), "image/png");
        assert_eq!(
            file.header(header::CONTENT_DISPOSITION),
            "attachment; filename=\"document.png\""
        );
        assert_eq!(file.header(header::CONTENT_LENGTH), "200000");
        assert_eq!(file.header(header::CACHE_CONTROL), "private, no-store");
        let policy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        assert_eq!(file.header(header::CONTENT_SECURITY_POLICY), policy);
        safety::headers(&file, &file.path);
        for (other, status) in [(town.resident(locale), 404), (town.resident(locale), 404)] {
            other.begin("signaler-un-probleme").await;
            assert_eq!(
                other.get(&links[1]).await.status,
                status,
                "a photo belongs to who added it"
            );
        }
        let remove = page.attributes(".file__item button", "value");
        let page = resident
            .go_on(&page.form("#step-form").press(&remove[1]))
            .await;
        assert_eq!(attached(&page).len(), 1);
        assert_eq!(resident.get(&links[1]).await.status, StatusCode::NOT_FOUND);
        let next = resident
            .go_on(&page.form("#step-form").press("continue"))
            .await;
        assert!(next.path.ends_with("/etapes/reponse"), "{}", next.path);
    }
}

#[tokio::test]
async fn a_photo_chosen_but_not_added_goes_along_with_continue() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = photo_step(&resident).await;
    let form = page
        .form("#step-form")
        .choose("photos", "trou.jpg", &jpeg())
        .press("continue");
    let next = resident.go_on(&form).await;
    assert!(next.path.ends_with("/etapes/reponse"), "{}", next.path);
    assert_eq!(attached(&resident.get(&page.path).await), ["trou.jpg"]);
    let nothing = resident
        .get(&page.path)
        .await
        .form("#step-form")
        .choose("photos", "", b"")
        .press("continue");
    assert!(
        resident
            .go_on(&nothing)
            .await
            .path
            .ends_with("/etapes/reponse"),
        "no file chosen is no fault"
    );
}

#[tokio::test]
async fn a_file_of_a_wrong_kind_is_refused_at_its_question() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = photo_step(&resident).await;
        for (name, content) in [
            ("facture.pdf", b"%PDF-1.7\n".as_slice()),
            ("photo.png", b"<!DOCTYPE html><script>alert(1)</script>"),
            ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("photo.jpg.exe", &jpeg()),
            ("vide.png", b""),
        ] {
            let refused = resident.submit(&add(&page, name, content)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            safety::check(&refused, locale);
            assert_eq!(
                refused.attributes("#error-summary a", "href"),
                ["#f-photos"],
                "{name}"
            );
            assert!(!refused.one("#f-photos-error").is_empty(), "{name}");
            assert_eq!(attached(&refused), Vec::<String>::new());
        }
        let none = resident
            .submit(&page.form("#step-form").press("add:photos"))
            .await;
        assert_eq!(
            none.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "nothing was chosen"
        );
        assert_eq!(none.attributes("#error-summary a", "href"), ["#f-photos"]);
    }
}

#[tokio::test]
async fn a_photo_too_heavy_is_refused_and_the_others_stay() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = photo_step(&resident).await;
    let page = resident.go_on(&add(&page, "trou.jpg", &jpeg())).await;
    let refused = resident
        .submit(&add(&page, "grande.png", &png(11 * 1024 * 1024)))
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    safety::check(&refused, Locale::French);
    assert_eq!(
        refused.attributes("#error-summary a", "href"),
        ["#f-photos"]
    );
    assert_eq!(attached(&refused), ["trou.jpg"]);
    let huge = resident
        .submit(&add(&page, "immense.png", &png(28 * 1024 * 1024)))
        .await;
    assert_eq!(
        huge.status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "more than any post may weigh"
    );
    assert_eq!(attached(&resident.get(&page.path).await), ["trou.jpg"]);
}

#[tokio::test]
async fn one_photo_too_many_is_told() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let mut page = photo_step(&resident).await;
    for name in ["un.png", "deux.png", "trois.png"] {
        page = resident
            .go_on(&add(&page, name, &png(100 + name.len())))
            .await;
    }
    let refused = resident.submit(&add(&page, "quatre.png", &png(200))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(attached(&refused).len(), 3);
}

#[tokio::test]
async fn a_missing_document_that_is_needed_is_asked_for_at_its_question() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let first = resident.begin("inscription-scolaire").await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    let step = |id: &str| Path::Step {
        draft: draft.clone(),
        step: id.to_owned(),
    };
    let papers = resident.open(&step("pieces")).await.form("#step-form");
    let papers = papers
        .with("has_identity_documents", "yes")
        .with("has_home_proof", "no")
        .press("continue");
    let page = resident.go_on(&papers).await;
    assert!(page.path.contains("/etapes/documents"), "{}", page.path);
    let refused = resident
        .submit(&page.form("#step-form").press("continue"))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.attributes("#error-summary a", "href"),
        ["#f-identity_documents"]
    );
    assert!(
        refused
            .one("title")
            .starts_with(t_in!(Locale::French, "title-error", title = "").trim())
    );
}
