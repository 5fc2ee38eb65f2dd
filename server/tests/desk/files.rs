//! Files: what is attached comes back as it was, what is refused leaves nothing.

use app::ports::{Absence, FileFault};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use server::portal::{AttachError, Visitor};

use crate::{
    procedure::typed,
    town::{Town, towns},
};

fn pdf(weight: usize) -> Vec<u8> {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.extend((content.len()..weight).map(|rank| u8::try_from(rank % 251).unwrap()));
    content
}

async fn attach(
    town: &Town,
    resident: &Visitor,
    draft: &str,
    name: &str,
    content: &[u8],
) -> Result<domain::answers::AttachedFile, AttachError> {
    let chunks: Vec<_> = content
        .chunks(10_000)
        .map(|chunk| Ok(Bytes::copy_from_slice(chunk)))
        .collect();
    town.desk
        .attach(
            resident,
            draft,
            "papers",
            "proof",
            name,
            stream::iter(chunks),
        )
        .await
}

async fn read(
    town: &Town,
    resident: &Visitor,
    draft: &str,
    file: &str,
) -> std::io::Result<Vec<u8>> {
    let opened = town.desk.open_file(resident, draft, file).await.unwrap();
    opened
        .stream
        .map_ok(|bytes| bytes.to_vec())
        .try_concat()
        .await
}

#[tokio::test]
async fn a_document_comes_back_as_it_was_whatever_its_weight() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        for weight in [9, 65_535, 65_536, 65_537, 131_072, 131_073, 1_048_576] {
            let content = pdf(weight);
            let file = attach(&town, &resident, &draft, "Livret.pdf", &content)
                .await
                .unwrap();
            assert_eq!(file.bytes, u64::try_from(weight).unwrap());
            assert_eq!(
                read(&town, &resident, &draft, &file.id).await.unwrap(),
                content,
                "{weight}"
            );
            town.desk.detach(&resident, &draft, &file.id).await.unwrap();
            town.desk
                .detach(&resident, &draft, &file.id)
                .await
                .expect("twice is once");
            assert_eq!(town.objects(), 0);
        }
    }
}

#[tokio::test]
async fn a_refused_file_is_told_why_and_leaves_nothing() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let html = b"<!DOCTYPE html><script>alert(1)</script>".as_slice();
        for (name, content, fault) in [
            ("facture.pdf", html.to_vec(), FileFault::Kind),
            (
                "facture.pdf",
                b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
                FileFault::Kind,
            ),
            (
                "photo.jpg",
                b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec(),
                FileFault::Kind,
            ),
            ("facture.pdf.exe", pdf(100), FileFault::Mismatch),
            ("facture.pdf", Vec::new(), FileFault::Empty),
            ("facture.pdf", pdf(1_048_577), FileFault::TooHeavy),
        ] {
            let refused = attach(&town, &resident, &draft, name, &content).await;
            assert_eq!(refused, Err(AttachError::File(fault)), "{name}");
        }
        let broken = stream::iter([Ok(pdf(300_000).into()), Err(std::io::Error::other("cut"))]);
        let refused = town
            .desk
            .attach(&resident, &draft, "papers", "proof", "a.pdf", broken)
            .await;
        assert_eq!(refused, Err(AttachError::File(FileFault::Broken)));
        assert_eq!(town.objects(), 0);
        let view = town.desk.view(resident, String::new());
        assert!(
            view.draft(&draft)
                .await
                .unwrap()
                .content
                .files
                .values()
                .all(Vec::is_empty)
        );
    }
}

#[tokio::test]
async fn a_field_takes_no_more_files_than_it_says_even_from_several_tabs() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let contents: Vec<_> = (100..105).map(pdf).collect();
        let tabs = contents
            .iter()
            .map(|content| attach(&town, &resident, &draft, "a.pdf", content));
        let results = futures::future::join_all(tabs).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 2);
        let many = Err(AttachError::File(FileFault::TooMany));
        assert_eq!(results.iter().filter(|result| **result == many).count(), 3);
        assert_eq!(town.objects(), 2);
    }
}

#[tokio::test]
async fn a_stranger_and_a_wrong_field_get_nothing() {
    for town in towns().await {
        let (resident, stranger) = (town.resident(), town.resident());
        let draft = town.draft(&resident).await;
        let file = attach(&town, &resident, &draft, "a.pdf", &pdf(100))
            .await
            .unwrap();
        let foreign = attach(&town, &stranger, &draft, "b.pdf", &pdf(101)).await;
        assert_eq!(foreign, Err(AttachError::Unknown));
        let opened = town.desk.open_file(&stranger, &draft, &file.id).await;
        assert_eq!(opened.err(), Some(Absence::Unknown));
        let own = town.draft(&stranger).await;
        let opened = town.desk.open_file(&stranger, &own, &file.id).await;
        assert_eq!(
            opened.err(),
            Some(Absence::Unknown),
            "nor through a draft of their own"
        );
        let bytes = || stream::iter([Ok(Bytes::from(pdf(100)))]).boxed();
        let attached = town
            .desk
            .attach(&resident, &draft, "you", "name", "a.pdf", bytes())
            .await;
        assert_eq!(attached, Err(AttachError::Unknown));
    }
}

#[tokio::test]
async fn a_stored_file_that_was_changed_or_cut_does_not_open() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let file = attach(&town, &resident, &draft, "a.pdf", &pdf(200_000))
            .await
            .unwrap();
        let path = town.folder.path().join("objects/files").join(&file.id);
        let whole = std::fs::read(&path).unwrap();
        let mut changed = whole.clone();
        changed[150_000] ^= 1;
        let swapped = [
            &whole[..16],
            &whole[16 + 65_552..16 + 2 * 65_552],
            &whole[16..16 + 65_552],
        ]
        .concat();
        for damaged in [&changed[..], &whole[..16 + 65_552], &swapped] {
            std::fs::write(&path, damaged).unwrap();
            assert!(read(&town, &resident, &draft, &file.id).await.is_err());
        }
        std::fs::write(&path, whole).unwrap();
        assert!(read(&town, &resident, &draft, &file.id).await.is_ok());
    }
}

#[tokio::test]
async fn erasing_a_draft_erases_its_files() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        town.desk
            .save_step(&resident, &draft, "you", 0, typed(&[]))
            .await
            .unwrap();
        attach(&town, &resident, &draft, "a.pdf", &pdf(100))
            .await
            .unwrap();
        assert_eq!(town.objects(), 1);
        town.desk.erase_draft(&resident, &draft).await.unwrap();
        assert_eq!(town.objects(), 0);
    }
}
