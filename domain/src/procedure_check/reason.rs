//! What may be wrong with a procedure, in the words that an operator reads.

/// What is wrong at one place of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DefectReason {
    /// A text has no words in the language that ends the path.
    #[error("no words in this language")]
    MissingTranslation,
    /// A rule of agendas is broken, in its own words.
    #[error("{0}")]
    Agenda(&'static str),
    /// A rule of improvements is broken, in its own words.
    #[error("{0}")]
    Improvement(&'static str),
    /// A plain value is blank.
    #[error("must not be blank")]
    Blank,
    /// An identifier with other signs than those allowed.
    #[error("an identifier holds only lower-case letters, digits and `-`, at least one")]
    IdSyntax,
    /// A key with other signs than those allowed.
    #[error("a key holds only lower-case letters, digits and `_`, at least one")]
    KeySyntax,
    /// An identifier, key or value that stands above already.
    #[error("`{0}` is already used above")]
    Duplicate(String),
    /// A link that is not `https`.
    #[error("must be an address that begins with https://")]
    NotHttps,
    /// A hint longer than 80 characters in the language that ends the path.
    #[error("a hint has at most 80 characters, this one has {0}")]
    HintTooLong(usize),
    /// A procedure without step, a step or group without field, an information without paragraph, a file
    /// without accepted kind.
    #[error("needs at least one entry")]
    Empty,
    /// Fewer than two options.
    #[error("needs at least two options")]
    TooFewOptions,
    /// A smallest limit over the greatest.
    #[error("the smallest limit is greater than the greatest one")]
    Limits,
    /// A greatest number of zero.
    #[error("must be at least 1")]
    Zero,
    /// A group inside a group.
    #[error("a group holds no other group")]
    NestedGroup,
    /// A step with files and questions of other kinds.
    #[error("a step that asks for files holds only files and information")]
    FilesMixed,
    /// A file asked for each item of a list.
    #[error("a repeatable step cannot ask for files")]
    FileInList,
    /// A role in a repeatable step.
    #[error("a field of a repeatable step has no role")]
    RoleInList,
    /// A role that an earlier field has already.
    #[error("another field above already has this role")]
    DuplicateRole,
    /// A role that needs another kind of field.
    #[error("this kind of field cannot have this role")]
    RoleKind,
    /// A role of questionnaires in a procedure, or of procedures in a questionnaire.
    #[error("this role does not belong to this sort of form")]
    RoleElsewhere,
    /// A question that cannot be skipped, in a questionnaire.
    #[error("every question of a questionnaire can be skipped: `need: optional`")]
    NotOptional,
    /// A kind of question that questionnaires do not have.
    #[error(
        "a questionnaire asks for choices, yes or no, a text or a phone number, on pages that come once"
    )]
    NotInQuestionnaire,
    /// Two questionnaires for one moment.
    #[error("another questionnaire above is asked at this moment")]
    DuplicateMoment,
    /// Two procedures for one way to write.
    #[error("another procedure is this way to write already")]
    DuplicateDoor,
    /// A way to write that begins with a time.
    #[error("a way to write to the authority takes no visit")]
    DoorWithVisit,
    /// A name of items that is not a field of the step.
    #[error("`{0}` is not a field of this step")]
    UnknownNameField(String),
    /// A key that no field has.
    #[error("no field has the key `{0}`")]
    UnknownField(String),
    /// A key whose answer is not known at this place.
    #[error(
        "`{0}` cannot be read here: it comes later, has no answer, or belongs to the items of another step"
    )]
    OutOfReach(String),
    /// A list of conditions without any.
    #[error("needs at least one condition")]
    EmptyCondition,
    /// A condition on a kind of field whose answer cannot satisfy it.
    #[error("the answer to `{0}` can never satisfy this condition")]
    ConditionKind(String),
    /// A value that the field can never have.
    #[error("`{value}` is not a possible answer to `{field}`")]
    ConditionValue {
        /// Key of the field.
        field: String,
        /// Value that was expected.
        value: String,
    },
    /// Two fields that cannot be compared in this way.
    #[error("this kind of field cannot be compared in this way with `{0}`")]
    ComparisonKind(String),
}
