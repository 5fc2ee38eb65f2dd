//! Appointments: a page of times where very many are free, bookings as fast as they are taken, and the morning on which
//! everybody comes for a few times at once. On each database.

mod bookings;
mod caller;
mod catalogue;
mod embedded;
mod office;
mod rush;
mod seeker;
mod times;
mod wanted;

use std::time::Duration;

use crate::{
    machine,
    rounds::milliseconds,
    server::Program,
    table::Table,
    tracking::{self, Cluster},
};

pub(crate) use catalogue::Catalogues;

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// People who look for a time when few are to be had.
    pub(crate) crowd: u32,
    /// Time of each measure.
    pub(crate) time: Duration,
}

/// Measures one engine; SQLite without a cluster. Tells whether server and generator had a core each while pages were read.
pub(crate) async fn measure(
    program: &Program,
    catalogues: &Catalogues,
    cluster: Option<&Cluster>,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<bool> {
    let engine = tracking::engine(cluster);
    let place = Place {
        program,
        cluster,
        engine,
    };
    crate::say(&format!("times on {engine}: many are free"));
    let alone = times::measure(place, &catalogues.many, extent, table).await?;
    machine::on_all_cores();
    crate::say(&format!("bookings on {engine}"));
    embedded::measure(place, &catalogues.many, extent, table).await?;
    bookings::measure(place, &catalogues.many, extent, table).await?;
    crate::say(&format!("rush on {engine}: {} people", extent.crowd));
    rush::measure(place, &catalogues.few, extent, table).await?;
    Ok(alone)
}

/// Where it is measured.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    program: &'a Program,
    cluster: Option<&'a Cluster>,
    engine: &'static str,
}
