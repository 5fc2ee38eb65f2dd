//! What answers serve for beyond the form that asks for them.

use serde::{Deserialize, Serialize};

/// What an answer serves for beyond the form itself: in a procedure, to reach who asks and to recognise them; in a
/// questionnaire, to measure the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Where the receipt goes; also a proof to follow the request.
    ContactEmail,
    /// Birth date of the person who asks; also a proof to follow the request.
    ApplicantBirthDate,
    /// Where text messages go when an e-mail does not arrive, or when they are preferred.
    ContactPhone,
    /// Number of the request or of the appointment that a complaint or a question is about.
    AboutRequest,
    /// How it went as a whole: `best`, `good`, `middle`, `bad` or `worst`.
    Satisfaction,
    /// How easy it was, on the same scale (customer effort score).
    Ease,
    /// How clear it was, on the same scale.
    Clarity,
    /// How long it felt, on the same scale.
    Pace,
    /// From whom help was sought: `phone`, `counter`, `email`, `mediator`, `relative`.
    Help,
    /// Whether help was found by phone.
    ReachedByPhone,
    /// Whether help was found at a counter.
    ReachedAtCounter,
    /// Whether help was found by e-mail or by a message.
    ReachedByEmail,
    /// Whether the person uses an assistive technology.
    Assistive,
    /// What was hard to use.
    AccessTrouble,
    /// What the person wants to say.
    Comment,
    /// The number at which the person wants to be called back.
    CallBack,
    /// Whether a page is clear.
    PageClear,
}

impl Role {
    /// Whether the role belongs to questionnaires; the others belong to procedures.
    #[must_use]
    pub const fn is_of_questionnaires(self) -> bool {
        !matches!(
            self,
            Self::ContactEmail | Self::ApplicantBirthDate | Self::ContactPhone | Self::AboutRequest
        )
    }

    /// Whether the answer is in the person's own words or names them: read by agents, published masked or never.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::AccessTrouble | Self::Comment | Self::CallBack)
    }
}
