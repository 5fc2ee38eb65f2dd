//! Several purposes in one visit: what is said to go together does, both ways, and has times.

use domain::{appointment::AppointmentType, booking::AskedVisit};

use super::{
    appointments::{asked, free_for, types},
    bench::Bench,
    ensure,
    report::Fault,
    target::Target,
};

/// Each purpose that is said to go with another one is known, is said so of the other one too, and both are asked for in
/// one visit without a refusal.
pub(super) async fn told<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let kinds = types(bench).await?;
    for kind in &kinds {
        for id in kind.together_with.iter().flatten() {
            let other = kinds.iter().find(|other| other.id == *id);
            let other = other.filter(|other| other.id != kind.id);
            let other = other.ok_or_else(|| {
                Fault(format!(
                    "{} goes with {id}, which is no other type",
                    kind.id
                ))
            })?;
            let back = other.together_with.iter().flatten();
            ensure(back.into_iter().any(|id| *id == kind.id), || {
                format!("{} goes with {id}, and {id} does not say so", kind.id)
            })?;
            received(bench, kind, other).await?;
        }
    }
    Ok(())
}

async fn received<T: Target>(
    bench: &Bench<T>,
    one: &AppointmentType,
    other: &AppointmentType,
) -> Result<(), Fault> {
    let way = one.modes.iter().find(|way| other.modes.contains(way));
    let way = way.ok_or_else(|| {
        Fault(format!(
            "{} goes with {}, and in no same way",
            one.id, other.id
        ))
    })?;
    let mut purposes = asked(one).purposes;
    purposes.extend(asked(other).purposes);
    let both = AskedVisit {
        purposes,
        help: Vec::new(),
    };
    // Refused, it is a fault; without a free time, it may be a full agenda.
    free_for(bench, &both, *way).await.map(drop)
}
