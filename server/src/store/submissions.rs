//! Submissions: requests as recorded here, with what the back office said of them since.

use backoffice::api::requests::Request;
use database::{Database, Row, Write};
use domain::{
    answers::Answers,
    booking::Appointment,
    locale::Locale,
    message::Message,
    request::{Status, TimelineEntry},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    StoreError, Vault,
    drafts::{Visit, locale},
    instant, millis,
};

/// A row of `submissions`. Personal columns stay sealed until asked for.
#[derive(Clone)]
pub struct StoredSubmission {
    /// Identifier, in addresses.
    pub id: String,
    /// The draft it was.
    pub draft_id: String,
    /// Its procedure.
    pub procedure_id: String,
    /// Version of the form it was sent with.
    pub form_version: String,
    /// Language it was sent in.
    pub locale: Locale,
    /// How its delivery stands.
    pub state: DeliveryState,
    /// Identifier in the back office, once delivered.
    pub backoffice_id: Option<String>,
    /// Number given by the service.
    pub number: Option<String>,
    /// When it was recorded here.
    pub recorded_at: Timestamp,
    /// When the back office acknowledged it.
    pub delivered_at: Option<Timestamp>,
    /// When its state was last read from the back office.
    pub known_at: Option<Timestamp>,
    /// Whether its code and a proof open it: an e-mail address or a birth date was given.
    pub has_proof: bool,
    data_key: Vec<u8>,
    payload: Option<Vec<u8>>,
    holder: Vec<u8>,
    known: Option<Vec<u8>>,
    visit: Option<Vec<u8>>,
}

/// How the delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryState {
    /// Recorded here, on its way.
    Accepted,
    /// Acknowledged by the back office.
    Delivered,
    /// Refused by the back office: an operator must look.
    NeedsHuman,
}

/// What the holder gave or was given, sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Holder {
    /// Tracking code, grouped for reading.
    pub tracking_code: String,
    /// Where the receipt goes.
    pub email: Option<String>,
}

/// What the back office last said, sealed: the service's words may be personal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Where the request stands.
    pub status: Status,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// What the resident and the service wrote to each other, oldest first.
    #[serde(default)]
    pub messages: Vec<Message>,
    /// The request as the back office describes it.
    #[serde(default)]
    pub request: Option<Request>,
    /// Version of the request that this is.
    #[serde(default)]
    pub etag: Option<String>,
}

impl Known {
    /// A request that the back office has not spoken of yet: no event of the service happened.
    #[must_use]
    pub const fn unheard() -> Self {
        Self {
            status: Status::Submitted,
            timeline: Vec::new(),
            messages: Vec::new(),
            request: None,
            etag: None,
        }
    }

    /// The same without what residents wrote, for a portal that keeps it no longer. Without its version, so that a
    /// back office that answers is asked for everything again.
    #[must_use]
    pub fn without_answers(mut self) -> Self {
        if let Some(request) = &mut self.request {
            request.answers = Answers::default();
            request.corrections.clear();
        }
        self.messages.clear();
        self.etag = None;
        self
    }

    /// The appointment, if there is one.
    #[must_use]
    pub fn appointment(&self) -> Option<&Appointment> {
        self.request.as_ref()?.appointment.as_ref()
    }

    /// Number given by the service.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        self.request
            .as_ref()
            .and_then(|request| request.summary.number.clone())
    }
}

impl DeliveryState {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Delivered => "delivered",
            Self::NeedsHuman => "needs_human",
        }
    }

    fn from_name(name: &str) -> Result<Self, StoreError> {
        [Self::Accepted, Self::Delivered, Self::NeedsHuman]
            .into_iter()
            .find(|state| state.name() == name)
            .ok_or(StoreError::Unreadable("submissions.state"))
    }
}

impl StoredSubmission {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            draft_id: row.text("draft_id")?,
            procedure_id: row.text("procedure_id")?,
            form_version: row.text("form_version")?,
            locale: locale(&row.text("locale")?),
            state: DeliveryState::from_name(&row.text("state")?)?,
            backoffice_id: row.optional_text("backoffice_id")?,
            number: row.optional_text("number")?,
            recorded_at: instant(row.int("recorded_at")?)?,
            delivered_at: row.optional_int("delivered_at")?.map(instant).transpose()?,
            known_at: row.optional_int("known_at")?.map(instant).transpose()?,
            data_key: row.bytes("data_key")?,
            payload: row.optional_bytes("payload")?,
            holder: row.bytes("holder")?,
            has_proof: row.optional_bytes("email_proof")?.is_some()
                || row.optional_bytes("birth_date_proof")?.is_some(),
            known: row.optional_bytes("known")?,
            visit: row.optional_bytes("visit")?,
        })
    }

    /// The answers; `None` once their retention here ended.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn answers(&self, vault: &Vault) -> Result<Option<Answers>, StoreError> {
        self.payload
            .as_ref()
            .map(|sealed| self.open(vault, sealed))
            .transpose()
    }

    /// The visit that it was sent with.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn visit(&self, vault: &Vault) -> Result<Option<Visit>, StoreError> {
        self.visit
            .as_ref()
            .map(|sealed| self.open(vault, sealed))
            .transpose()
    }

    /// Whether it waits to be confirmed at a time.
    #[must_use]
    pub const fn books(&self) -> bool {
        self.visit.is_some() && self.delivered_at.is_none()
    }

    /// What the holder gave or was given.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn holder(&self, vault: &Vault) -> Result<Holder, StoreError> {
        self.open(vault, &self.holder)
    }

    /// What the back office last said.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn known(&self, vault: &Vault) -> Result<Option<Known>, StoreError> {
        self.known
            .as_ref()
            .map(|sealed| self.open(vault, sealed))
            .transpose()
    }

    /// Whether the answers are kept here: not any more once their retention ended.
    #[must_use]
    pub const fn keeps_answers(&self) -> bool {
        self.payload.is_some()
    }

    fn open<T: serde::de::DeserializeOwned>(
        &self,
        vault: &Vault,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        Ok(vault.open(&place(&self.id), &self.data_key, sealed)?)
    }
}

impl StoredSubmission {
    /// Seals a column of this row.
    pub(super) fn seal<T: Serialize>(
        &self,
        vault: &Vault,
        value: &T,
    ) -> Result<Vec<u8>, StoreError> {
        Ok(vault.seal(&place(&self.id), &self.data_key, value)?)
    }
}

fn place(id: &str) -> String {
    format!("submissions:{id}")
}

/// A request to record.
pub struct NewSubmission {
    /// Identifier.
    pub id: String,
    /// The draft it was.
    pub draft_id: String,
    /// Its procedure.
    pub procedure_id: String,
    /// Version of the form.
    pub form_version: String,
    /// Language.
    pub locale: Locale,
    /// Digest of the tracking code.
    pub code_index: [u8; 32],
    /// Digest of the contact e-mail address.
    pub email_proof: Option<[u8; 32]>,
    /// Digest of the birth date of who asks.
    pub birth_date_proof: Option<[u8; 32]>,
    /// The answers.
    pub answers: Answers,
    /// The visit that it is for.
    pub visit: Option<Visit>,
    /// What the holder gave or is given.
    pub holder: Holder,
    /// Now.
    pub at: Timestamp,
}

/// Records a request. `false`: the draft or the code already has one; nothing was written.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    vault: &Vault,
    new: &NewSubmission,
) -> Result<bool, StoreError> {
    let place = place(&new.id);
    let key = vault.new_key(&place)?;
    let payload = key.key.seal(&place, &new.answers, vault.randomness())?;
    let holder = key.key.seal(&place, &new.holder, vault.randomness())?;
    let visit = new
        .visit
        .as_ref()
        .map(|visit| key.key.seal(&place, visit, vault.randomness()))
        .transpose()?;
    let sql = "INSERT INTO submissions (id, draft_id, procedure_id, form_version, locale, code_index, \
               email_proof, birth_date_proof, data_key, payload, holder, state, recorded_at, visit) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'accepted', $12, $13) ON CONFLICT DO NOTHING";
    let params = [
        (&new.id).into(),
        (&new.draft_id).into(),
        (&new.procedure_id).into(),
        (&new.form_version).into(),
        new.locale.tag().into(),
        (&new.code_index).into(),
        new.email_proof.map(Vec::from).into(),
        new.birth_date_proof.map(Vec::from).into(),
        key.wrapped.into(),
        payload.into(),
        holder.into(),
        millis(new.at).into(),
        visit.into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

const BY_ID: &str = "SELECT * FROM submissions WHERE id = $1";

/// A submission by its identifier.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, id: &str) -> Result<Option<StoredSubmission>, StoreError> {
    one(database.fetch_optional(BY_ID, &[id.into()]).await?)
}

/// A submission by its identifier in the back office.
///
/// # Errors
/// The database refuses.
pub async fn of_backoffice(
    database: &Database,
    id: &str,
) -> Result<Option<StoredSubmission>, StoreError> {
    let sql = "SELECT * FROM submissions WHERE backoffice_id = $1";
    one(database.fetch_optional(sql, &[id.into()]).await?)
}

/// A submission by its identifier, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn find_in(tx: &mut Write<'_>, id: &str) -> Result<Option<StoredSubmission>, StoreError> {
    one(tx.fetch_optional(BY_ID, &[id.into()]).await?)
}

/// What opens a request: read alone, so that finding one takes no longer than finding none.
pub struct Claim {
    /// The submission.
    pub id: String,
    /// Digest of the e-mail address that opens it.
    pub email_proof: Option<Vec<u8>>,
    /// Digest of the birth date that opens it.
    pub birth_date_proof: Option<Vec<u8>>,
}

/// What opens the request whose code has this digest.
///
/// # Errors
/// The database refuses.
pub async fn claim_of(tx: &mut Write<'_>, code: &[u8; 32]) -> Result<Option<Claim>, StoreError> {
    let sql = "SELECT id, email_proof, birth_date_proof FROM submissions WHERE code_index = $1";
    let row = tx.fetch_optional(sql, &[code.into()]).await?;
    row.map(|row| {
        Ok(Claim {
            id: row.text("id")?,
            email_proof: row.optional_bytes("email_proof")?,
            birth_date_proof: row.optional_bytes("birth_date_proof")?,
        })
    })
    .transpose()
}

fn one(row: Option<Row>) -> Result<Option<StoredSubmission>, StoreError> {
    row.as_ref().map(StoredSubmission::read).transpose()
}
