//! `parvis-backoffice`: the command line of the service's agents and operators.

fn main() {}
