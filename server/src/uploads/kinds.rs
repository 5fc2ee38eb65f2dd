//! Which kind a file is, from its first bytes, and whether its name says the same. An allow-list: what is
//! not recognised is refused, whatever it claims to be.

use app::ports::FileFault;
use domain::field::FileKind;

/// Characters kept of a file name.
const NAME: usize = 120;

const KINDS: [FileKind; 3] = [FileKind::Pdf, FileKind::Jpeg, FileKind::Png];

/// The kind of a file that begins with `head`, if the field accepts it and the name agrees.
///
/// # Errors
/// Empty, of no accepted kind, or named as another kind.
pub(super) fn check(
    head: &[u8],
    filename: &str,
    accept: &[FileKind],
) -> Result<FileKind, FileFault> {
    if head.is_empty() {
        return Err(FileFault::Empty);
    }
    let kind = KINDS
        .into_iter()
        .find(|kind| begins_as(*kind, head) && infer_agrees(*kind, head))
        .filter(|kind| accept.contains(kind))
        .ok_or(FileFault::Kind)?;
    let extension = filename
        .rsplit_once('.')
        .map(|(_, extension)| extension.trim().to_lowercase());
    match extension {
        Some(extension) if kind.extensions().contains(&extension.as_str()) => Ok(kind),
        _ => Err(FileFault::Mismatch),
    }
}

/// Signatures at the very first byte. Readers of PDF accept a signature further on, which is how a file
/// is made that is two kinds at once: not here.
fn begins_as(kind: FileKind, head: &[u8]) -> bool {
    match kind {
        FileKind::Pdf => head.starts_with(b"%PDF-1.") || head.starts_with(b"%PDF-2."),
        FileKind::Jpeg => head.starts_with(&[0xFF, 0xD8, 0xFF]),
        FileKind::Png => {
            head.starts_with(b"\x89PNG\r\n\x1a\n") && head.get(12..16) == Some(b"IHDR")
        }
    }
}

/// A second opinion.
fn infer_agrees(kind: FileKind, head: &[u8]) -> bool {
    infer::get(head).is_some_and(|found| found.mime_type() == kind.media_type())
}

/// A file name that can be shown and given back: its last part, without control characters, marks of
/// direction (which can hide an extension) and signs that a system forbids; 120 characters at most.
#[must_use]
pub fn clean_name(filename: &str) -> String {
    let last = filename.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|sign| !sign.is_control() && !is_invisible(*sign))
        .map(|sign| {
            if matches!(sign, '<' | '>' | ':' | '"' | '|' | '?' | '*') {
                '_'
            } else {
                sign
            }
        })
        .collect();
    let kept = kept.trim().trim_start_matches('.');
    let length = kept.chars().count();
    if length <= NAME {
        return if kept.is_empty() {
            "document".to_owned()
        } else {
            kept.to_owned()
        };
    }
    // The end holds the extension.
    let end: String = kept.chars().skip(length - 10).collect();
    kept.chars()
        .take(NAME - 11)
        .chain(std::iter::once('…'))
        .chain(end.chars())
        .collect()
}

/// Marks of direction and of zero width: `photo\u{202E}gpj.exe` reads as a photo.
const fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

    #[test]
    fn a_photo_or_a_document_under_its_own_name_is_accepted() {
        assert_eq!(
            check(PDF, "Livret de famille.PDF", &KINDS),
            Ok(FileKind::Pdf)
        );
        assert_eq!(check(PNG, "scan.png", &KINDS), Ok(FileKind::Png));
        assert_eq!(check(JPEG, "IMG_2042.jpeg", &KINDS), Ok(FileKind::Jpeg));
    }

    #[test]
    fn a_page_or_a_drawing_called_pdf_is_refused() {
        for content in [
            b"<!DOCTYPE html><script>alert(1)</script>".as_slice(),
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"\xEF\xBB\xBF<?xml version='1.0'?><svg/>",
            b"GIF89a/*%PDF-1.4*/",
            b"\n%PDF-1.4 after another beginning",
            b"MZ\x90\0",
            b"PK\x03\x04",
        ] {
            assert_eq!(check(content, "facture.pdf", &KINDS), Err(FileFault::Kind));
        }
    }

    #[test]
    fn a_name_that_says_another_kind_is_refused() {
        for name in [
            "facture.png",
            "facture.pdf.exe",
            "facture",
            "facture.",
            ".htaccess",
            "pdf",
        ] {
            assert_eq!(check(PDF, name, &KINDS), Err(FileFault::Mismatch), "{name}");
        }
        assert_eq!(
            check(PDF, "facture.pdf", &[FileKind::Png]),
            Err(FileFault::Kind)
        );
        assert_eq!(check(b"", "facture.pdf", &KINDS), Err(FileFault::Empty));
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_what_deceives() {
        assert_eq!(
            clean_name("C:\\Users\\Rosalie\\État civil.pdf"),
            "État civil.pdf"
        );
        assert_eq!(clean_name("../../etc/passwd"), "passwd");
        assert_eq!(clean_name("photo\u{202E}gpj.exe"), "photogpj.exe");
        assert_eq!(clean_name("a\0b\r\n.pdf"), "ab.pdf");
        assert_eq!(clean_name(" .. "), "document");
        let long = clean_name(&format!("{}.pdf", "é".repeat(500)));
        assert_eq!(long.chars().count(), NAME);
        assert!(long.ends_with(".pdf"));
    }
}
