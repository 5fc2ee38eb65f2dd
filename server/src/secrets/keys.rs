//! The master key of the portal and what is derived from it.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::Path,
};

use backoffice::ports::Randomness;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::envelope::{self, DataKey, SealError};

/// Keys derived from the master key: one to wrap data keys, one for blind look-ups.
#[derive(Clone)]
pub struct Keys {
    wrapping: [u8; 32],
    index: [u8; 32],
}

/// What a blind look-up is for. The same text gives unrelated digests for two purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A tracking code, compact form.
    TrackingCode,
    /// An e-mail address given as proof.
    EmailProof,
    /// A birth date given as proof.
    BirthDateProof,
    /// Wrong attempts on one tracking code.
    CodeAttempts,
    /// Wrong attempts from one origin.
    OriginAttempts,
    /// A phone number that gets text messages.
    SmsNumber,
    /// A hand-over code, compact form.
    HandOverCode,
    /// Wrong hand-over codes from one origin, or from everywhere.
    HandOverAttempts,
    /// The word of a link to an appointment, of the message that bears it.
    VisitLink,
    /// The same word, to find it.
    VisitLinkIndex,
    /// The word of a link to a place on the waiting list, of the identifier of that place.
    WaitLink,
    /// The same word, to find it.
    WaitLinkIndex,
    /// An entry of the waiting list of the back office, to find whose it is.
    WaitEntry,
    /// The identifier of an opinion about a request: whoever answers twice answers the same.
    Opinion,
    /// The word of the address of an opinion, of its identifier.
    OpinionLink,
    /// The same word, to find it.
    OpinionLinkIndex,
    /// The page with which an opinion ended.
    OpinionEnd,
    /// The word of a link that asks how it went, of the message that bears it.
    InvitationLink,
    /// The same word, to find it.
    InvitationLinkIndex,
    /// The ticket of someone in the waiting line of a rush.
    LineTicket,
    /// Telling another master key from the right one.
    KeyCheck,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::TrackingCode => b"tracking code",
            Self::EmailProof => b"proof: e-mail",
            Self::BirthDateProof => b"proof: birth date",
            Self::CodeAttempts => b"attempts: code",
            Self::OriginAttempts => b"attempts: origin",
            Self::SmsNumber => b"number: text messages",
            Self::HandOverCode => b"hand-over code",
            Self::HandOverAttempts => b"attempts: hand-over",
            Self::VisitLink => b"visit link",
            Self::VisitLinkIndex => b"visit link: index",
            Self::WaitLink => b"wait link",
            Self::WaitLinkIndex => b"wait link: index",
            Self::WaitEntry => b"wait: entry",
            Self::Opinion => b"opinion",
            Self::OpinionLink => b"opinion link",
            Self::OpinionLinkIndex => b"opinion link: index",
            Self::OpinionEnd => b"opinion: end",
            Self::InvitationLink => b"invitation link",
            Self::InvitationLinkIndex => b"invitation link: index",
            Self::LineTicket => b"line ticket",
            Self::KeyCheck => b"key check",
        }
    }
}

/// Why the master key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("the key file cannot be read or created: {0}")]
    File(#[from] std::io::Error),
    /// Not 32 bytes.
    #[error("the key file must hold exactly 32 bytes")]
    Length,
    /// All bytes alike: a placeholder, not a key.
    #[error("the key file holds a placeholder, not a random key")]
    Placeholder,
}

impl Keys {
    /// Derives the keys from the 32 bytes of the master key.
    ///
    /// # Errors
    /// Refuses a placeholder whose bytes are all alike.
    pub fn new(master: &[u8; 32]) -> Result<Self, KeysError> {
        if master.iter().all(|byte| *byte == master[0]) {
            return Err(KeysError::Placeholder);
        }
        Ok(Self {
            wrapping: mac(master, &[b"parvis: wrap data keys"]),
            index: mac(master, &[b"parvis: blind index"]),
        })
    }

    /// Reads the key file, or creates it readable by its owner alone when it does not exist yet.
    ///
    /// # Errors
    /// The file cannot be read or created, or does not hold a key.
    pub fn load_or_create(path: &Path, randomness: &dyn Randomness) -> Result<Self, KeysError> {
        Self::new(&master_key(path, randomness)?)
    }

    /// Digest of a text for look-ups and comparisons that must not keep the text (HMAC-SHA-256).
    #[must_use]
    pub fn blind(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        mac(&self.index, &[purpose.label(), &[0], text.as_bytes()])
    }

    /// Encrypts a data key for storage beside what it encrypts. `place` binds it to its row.
    ///
    /// # Errors
    /// The cipher refuses; cannot happen for 32 bytes.
    pub fn wrap(
        &self,
        key: &DataKey,
        place: &str,
        randomness: &dyn Randomness,
    ) -> Result<Vec<u8>, SealError> {
        envelope::seal(&self.wrapping, place, key.bytes(), randomness)
    }

    /// Decrypts a data key.
    ///
    /// # Errors
    /// Another master key, another row, or damaged bytes.
    pub fn unwrap(&self, wrapped: &[u8], place: &str) -> Result<DataKey, SealError> {
        let bytes = envelope::open(&self.wrapping, place, wrapped)?;
        Ok(DataKey::from_bytes(
            bytes.try_into().map_err(|_| SealError::Opened)?,
        ))
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key up with zeros to a block of 64 bytes; done here, nothing can fail.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The 32 bytes of a key file, created readable by its owner alone when it does not exist yet.
///
/// # Errors
/// The file cannot be read or created, or does not hold a key.
pub fn master_key(path: &Path, randomness: &dyn Randomness) -> Result<[u8; 32], KeysError> {
    if let Some(key) = read(path)? {
        return Ok(key);
    }
    match create(path, randomness) {
        // Another portal that started at the same moment was faster: its key is the key.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        outcome => outcome?,
    }
    read(path)?.ok_or_else(|| io::Error::from(ErrorKind::NotFound).into())
}

fn read(path: &Path) -> Result<Option<[u8; 32]>, KeysError> {
    match fs::read(path) {
        Ok(bytes) => bytes.try_into().map(Some).map_err(|_| KeysError::Length),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Written aside, then put in place whole and never over another: a machine that dies in between would
/// otherwise leave half a key, with which no later start succeeds.
fn create(path: &Path, randomness: &dyn Randomness) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let (mut master, mut name) = ([0; 32], [0; 8]);
    randomness.fill(&mut master);
    randomness.fill(&mut name);
    let aside = path.with_extension(format!("{:016x}.new", u64::from_be_bytes(name)));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&aside)?;
    file.write_all(&master)?;
    file.sync_all()?;
    let placed = fs::hard_link(&aside, path);
    fs::remove_file(&aside)?;
    placed?;
    // The name lasts once its folder is on the disk.
    File::open(folder)?.sync_all()
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Keys(***)")
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        sync::{Arc, Barrier},
        thread,
    };

    use backoffice::ports::testing::CountedRandomness;

    use super::master_key;

    #[test]
    fn portals_that_start_together_agree_on_one_key_and_leave_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data/portal.key");
        let (randomness, start) = (
            Arc::new(CountedRandomness::default()),
            Arc::new(Barrier::new(8)),
        );
        let starts = (0..8).map(|_| {
            let (path, randomness, start) = (path.clone(), randomness.clone(), start.clone());
            thread::spawn(move || {
                start.wait();
                master_key(&path, randomness.as_ref()).unwrap()
            })
        });
        let starts: Vec<_> = starts.collect();
        let keys: BTreeSet<_> = starts
            .into_iter()
            .map(|portal| portal.join().unwrap())
            .collect();
        assert_eq!(keys.len(), 1);
        let files = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(files, 1);
    }
}
