//! Attached files against the field as it is now: a draft may be older than the catalogue.

use super::{FaultCode, Reading};
use crate::{
    answers::{Answer, AttachedFile},
    field::FileKind,
};

/// Bytes in a mebibyte.
const MEBIBYTE: u64 = 1 << 20;

pub(super) fn attached(
    files: &[AttachedFile],
    accept: &[FileKind],
    max_files: u16,
    max_mebibytes: u16,
) -> Reading {
    if files.is_empty() {
        return Ok(None);
    }
    let is_accepted = |file: &AttachedFile| {
        accept
            .iter()
            .any(|kind| kind.media_type() == file.media_type)
    };
    let limit = u64::from(max_mebibytes) * MEBIBYTE;
    let checks = [
        (
            files.len() > usize::from(max_files),
            FaultCode::TooManyFiles,
        ),
        (!files.iter().all(is_accepted), FaultCode::FileKind),
        (
            files.iter().any(|file| file.bytes > limit),
            FaultCode::FileTooHeavy,
        ),
    ];
    let problems: Vec<_> = checks
        .into_iter()
        .filter(|(is_wrong, _)| *is_wrong)
        .map(|(_, code)| (None, code))
        .collect();
    if problems.is_empty() {
        Ok(Some(Answer::Files(files.to_vec())))
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::attached;
    use crate::{
        answers::{Answer, AttachedFile},
        field::FileKind,
        validation::FaultCode,
    };

    fn file(media_type: &str, bytes: u64) -> AttachedFile {
        AttachedFile {
            id: "1".to_owned(),
            filename: "justificatif.pdf".to_owned(),
            media_type: media_type.to_owned(),
            bytes,
            sha256: "0".repeat(64),
        }
    }

    #[test]
    fn files_fit_by_number_kind_and_weight() {
        let pdf = file("application/pdf", 5 << 20);
        let accept = [FileKind::Pdf, FileKind::Jpeg];
        assert_eq!(attached(&[], &accept, 1, 5), Ok(None));
        assert_eq!(
            attached(std::slice::from_ref(&pdf), &accept, 1, 5),
            Ok(Some(Answer::Files(vec![pdf.clone()])))
        );
        assert_eq!(
            attached(&[pdf, file("image/png", (5 << 20) + 1)], &accept, 1, 5),
            Err(vec![
                (None, FaultCode::TooManyFiles),
                (None, FaultCode::FileKind),
                (None, FaultCode::FileTooHeavy),
            ])
        );
    }
}
