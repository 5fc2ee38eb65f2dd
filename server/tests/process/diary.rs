//! What people who book remember: what the portal told them, and what had no answer.

/// What people did, as far as the portal told them.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    /// Appointments that they were told are confirmed.
    pub(crate) booked: Vec<Visit>,
    /// Those whose sending had no answer, and whose author gave up.
    pub(crate) doubtful: Vec<Visit>,
    /// Moves that were answered.
    pub(crate) moved: usize,
    /// Moves that had no answer, and whose author gave up.
    pub(crate) moves_in_doubt: usize,
    /// Times that someone else had.
    pub(crate) taken: usize,
    /// Times when no answer came.
    pub(crate) interrupted: usize,
}

/// An appointment as its resident knows it.
#[derive(Debug)]
pub(crate) struct Visit {
    /// Identifier of the draft that began with its time.
    pub(crate) draft: String,
    /// Identifier of the request; empty without a receipt.
    pub(crate) request: String,
    /// Where it may stand, by the names of times: the last one told, and the one of a move without an answer.
    pub(crate) times: Vec<String>,
    /// The cookie that opens it.
    pub(crate) cookie: Option<String>,
}

impl Diary {
    /// Adds what someone else did.
    pub(crate) fn join(&mut self, other: Self) {
        self.booked.extend(other.booked);
        self.doubtful.extend(other.doubtful);
        self.moved += other.moved;
        self.moves_in_doubt += other.moves_in_doubt;
        self.taken += other.taken;
        self.interrupted += other.interrupted;
    }

    /// Everything that was sent, answered or not.
    pub(crate) fn sent(&self) -> impl Iterator<Item = &Visit> {
        self.booked.iter().chain(&self.doubtful)
    }
}
