//! Letters kept as files where no mail server is set: whole or not at all, for the portal's own user only, and not
//! for ever.

use std::{
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use jiff::Timestamp;
use tokio::{fs, io::AsyncWriteExt};

/// Writes a letter so that it is durable; gives its file.
pub(super) async fn write(folder: &Path, key: &str, letter: &[u8]) -> io::Result<PathBuf> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .await?;
    let (file, unfinished) = (name(folder, key), unfinished(folder, key));
    let mut part = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)
        .await?;
    part.write_all(letter).await?;
    part.sync_all().await?;
    fs::rename(&unfinished, &file).await?;
    // Its name too is durable only once the folder is.
    fs::File::open(folder).await?.sync_all().await?;
    Ok(file)
}

/// Deletes what was written before `limit`. What cannot be deleted is tried again next time.
pub(super) async fn forget(folder: &Path, limit: Timestamp) {
    let Ok(mut files) = fs::read_dir(folder).await else {
        return;
    };
    let limit = SystemTime::UNIX_EPOCH
        + Duration::from_secs(u64::try_from(limit.as_second()).unwrap_or_default());
    while let Ok(Some(file)) = files.next_entry().await {
        let written = match file.metadata().await {
            Ok(metadata) => metadata.modified(),
            Err(_) => continue,
        };
        if written.is_ok_and(|written| written <= limit) {
            let _ = fs::remove_file(file.path()).await;
        }
    }
}

/// Deletes one letter, if it is there.
pub(super) async fn forget_one(folder: &Path, key: &str) {
    for file in [name(folder, key), unfinished(folder, key)] {
        let _ = fs::remove_file(file).await;
    }
}

fn name(folder: &Path, key: &str) -> PathBuf {
    folder.join(format!("{key}.eml"))
}

fn unfinished(folder: &Path, key: &str) -> PathBuf {
    folder.join(format!("{key}.part"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use jiff::Timestamp;

    use super::{forget, forget_one, write};

    #[tokio::test]
    async fn a_letter_is_for_nobody_else_and_goes_in_its_time() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("mail");
        let letter = write(&folder, "receipt-1", b"To: a@b.example")
            .await
            .unwrap();
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&letter)), (0o700, 0o600));
        forget(&folder, Timestamp::UNIX_EPOCH).await;
        assert!(letter.exists(), "written since");
        forget(&folder, Timestamp::MAX).await;
        assert!(!letter.exists());
        let letter = write(&folder, "receipt-2", b"To: a@b.example")
            .await
            .unwrap();
        forget_one(&folder, "receipt-2").await;
        assert!(!letter.exists());
    }
}
