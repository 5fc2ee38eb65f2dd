//! What a back office does for the tools of agents: what people wrote is read, sorted, published and withheld through the
//! contract too, never by the portal.

use std::future::Future;

use bytes::Bytes;
use domain::quality::PublishedOpinion;
use futures::stream::BoxStream;

use super::{
    back_office::{Novelty, Paging},
    opinions::{NewPublication, Opinion, OpinionAct, OpinionFilter, Preview, Tag},
    page::Page,
    problem::{Answered, Problem},
};

/// A table (CSV), in pieces.
pub type Table = BoxStream<'static, Answered<Bytes>>;

/// The part of a back office that agents' tools use. `agent` is who acts, for the journal.
pub trait OpinionDesk: Send + Sync + 'static {
    /// Answers that count, the latest day first, at random within it. A page may hold fewer than asked for, even none, and
    /// still tell where to go on.
    fn opinions(
        &self,
        _filter: OpinionFilter,
        _paging: Paging,
    ) -> impl Future<Output = Answered<Page<Opinion>>> + Send {
        absent()
    }

    /// One of them; `not_found` for one that does not count yet too.
    fn opinion(&self, _id: &str) -> impl Future<Output = Answered<Opinion>> + Send {
        absent()
    }

    /// Gives a tag, or takes it away; a second time changes nothing.
    fn tag_opinion(
        &self,
        _id: &str,
        _agent: &str,
        _tag: Tag,
        _given: bool,
    ) -> impl Future<Output = Answered<()>> + Send {
        absent()
    }

    /// What would be public; nothing is yet.
    fn preview_publication(
        &self,
        _id: &str,
        _new: NewPublication,
    ) -> impl Future<Output = Answered<Preview>> + Send {
        absent()
    }

    /// Makes it public when it is exactly what was shown (`not_as_shown`); the same a second time is the same publication.
    fn publish_opinion(
        &self,
        _id: &str,
        _agent: &str,
        _new: NewPublication,
        _as_shown: &str,
    ) -> impl Future<Output = Answered<(PublishedOpinion, Novelty)>> + Send {
        absent()
    }

    /// Decides that an opinion will not be public; `invalid_state` for one that is.
    fn withhold_opinion(
        &self,
        _id: &str,
        _agent: &str,
        _reason: &str,
    ) -> impl Future<Output = Answered<()>> + Send {
        absent()
    }

    /// Takes a publication back: it is erased. Again is `not_found`.
    fn take_back(
        &self,
        _publication: &str,
        _agent: &str,
        _reason: &str,
    ) -> impl Future<Output = Answered<()>> + Send {
        absent()
    }

    /// Every answer that counts, one line for each, after a line of names.
    fn export_opinions(&self, _agent: &str) -> impl Future<Output = Answered<Table>> + Send {
        absent()
    }

    /// The journal, the latest act first.
    fn opinion_acts(
        &self,
        _paging: Paging,
    ) -> impl Future<Output = Answered<Page<OpinionAct>>> + Send {
        absent()
    }
}

async fn absent<T>() -> Answered<T> {
    Err(Problem::not_supported("opinions"))
}
