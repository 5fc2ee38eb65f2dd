//! Commands, one file per kind of person: agents, operators, integrators.

mod acts;
mod agenda;
mod arguments;
mod asks;
mod deliveries;
mod demands;
mod hearing;
mod office;
mod operators;
mod opinion_acts;
mod opinions;
pub(crate) mod output;
mod request_tracker;
mod serving;
mod show;
mod staff;
mod there;
mod webhooks;

use std::process::ExitCode;

pub(crate) use self::arguments::Arguments;
use self::arguments::Command;

/// Runs one command. The exit code is 1 when what was asked does not hold or is not possible.
pub(crate) async fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let place = &arguments.place;
    match arguments.command {
        Command::Serve(serve) => operators::serve(place, &serve).await,
        Command::ServeRequestTracker(asked) => request_tracker::serve(place, &asked).await,
        Command::CheckRequestTracker(asked) => request_tracker::check(place, &asked.settings).await,
        Command::Check => operators::check(place),
        Command::Purge => operators::purge(place).await,
        Command::NewKey => operators::new_key(place),
        Command::Openapi => operators::openapi(),
        Command::Conformance(target) => operators::conformance(&target).await,
        Command::List(filter) => staff::list(place, &filter).await,
        Command::Show(request) => show::show(place, &request.number).await,
        Command::Save(file) => staff::save(place, &file).await,
        Command::Take(act) => staff::act(place, act.into()).await,
        Command::Status(act) => staff::act(place, act.into()).await,
        Command::Write(act) => staff::act(place, act.into()).await,
        Command::Ask(act) => staff::act(place, act.into()).await,
        Command::Accept(act) => staff::act(place, act.into()).await,
        Command::Refuse(act) => staff::act(place, act.into()).await,
        Command::Extend(act) => staff::act(place, act.into()).await,
        Command::Opinions(asked) => opinions::run(place, asked).await,
        Command::Hear(asked) => hearing::hear(place, asked).await,
        Command::Agenda(asked) => agenda::run(place, asked).await,
        Command::Close(act) => staff::act(place, act.asked()?).await,
    }
}
