//! The arrows of the architecture: which crate may import which, read from the workspace's manifests.
//! It stands here because this crate is the quickest to build; the rule is about all of them.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by panicking"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What each crate of the workspace may import of the others.
const ALLOWED: [(&str, &[&str]); 5] = [
    ("domain", &[]),
    ("database", &[]),
    ("app", &["domain"]),
    ("backoffice", &["domain", "database"]),
    ("server", &["app", "domain", "backoffice", "database"]),
];

/// Crates that measure the product from outside: they may import anything, nothing imports them.
const TOOLS: [&str; 1] = ["bench"];

/// What the code for browsers must not pull in: databases, servers, runtimes, clients.
const NOT_IN_A_BROWSER: [&str; 8] = [
    "axum",
    "database",
    "hyper",
    "lettre",
    "object_store",
    "reqwest",
    "sqlx",
    "tokio",
];

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn manifest(folder: &str) -> String {
    let path = workspace().join(folder).join("Cargo.toml");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each line of a manifest without its comment, with the name of its section.
fn lines(manifest: &str) -> Vec<(String, String)> {
    let mut section = String::new();
    let mut found = Vec::new();
    for line in manifest
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
    {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            // `[dependencies.name]` declares a dependency by its heading.
            match name.rsplit_once('.') {
                Some((table, crate_name)) if table.ends_with("dependencies") => {
                    section = String::new();
                    found.push((table.to_owned(), crate_name.to_owned()));
                }
                _ => section = name.to_owned(),
            }
        } else if !line.is_empty() {
            found.push((section.clone(), line.to_owned()));
        }
    }
    found
}

/// Names of the crates that end up in the product; those of tests may be anything.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    lines(manifest)
        .into_iter()
        .filter(|(section, _)| {
            section.ends_with("dependencies") && !section.ends_with("dev-dependencies")
        })
        .map(|(_, line)| {
            let name = line.split(['=', '.']).next().unwrap_or_default();
            name.trim().trim_matches('"').to_owned()
        })
        .collect()
}

fn members() -> BTreeSet<String> {
    let list = lines(&manifest("."))
        .into_iter()
        .find(|(section, line)| section == "workspace" && line.starts_with("members"))
        .map(|(_, line)| line)
        .expect("the members of the workspace stand on one line");
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// Names of the crates that would be compiled for browsers. Features decide, so cargo itself answers.
fn compiled_for_browsers(krate: &str, features: &str) -> BTreeSet<String> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .current_dir(workspace())
        .args([
            "tree",
            "--locked",
            "--no-default-features",
            "--edges",
            "normal",
        ])
        .args([
            "--prefix",
            "none",
            "--format",
            "{p}",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(["--package", krate, "--features", features])
        .output()
        .expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .collect()
}

#[test]
fn each_crate_imports_only_what_the_architecture_allows() {
    for (krate, allowed) in ALLOWED {
        let declared = dependencies(&manifest(krate));
        for (other, _) in ALLOWED {
            let refused = declared.contains(other) && !allowed.contains(&other);
            assert!(!refused, "`{krate}` must not import `{other}`");
        }
        for tool in TOOLS {
            assert!(
                !declared.contains(tool),
                "`{krate}` must not import `{tool}`"
            );
        }
    }
}

#[test]
fn a_new_crate_says_what_it_may_import_before_it_joins() {
    let known = BTreeSet::from_iter(ALLOWED.map(|(name, _)| name).into_iter().chain(TOOLS));
    for member in members() {
        assert!(
            known.contains(member.as_str()),
            "say in ALLOWED what `{member}` may import"
        );
    }
}

#[test]
fn a_browser_never_receives_parts_of_a_server() {
    for (krate, features) in [("domain", ""), ("app", "hydrate")] {
        let compiled = compiled_for_browsers(krate, features);
        assert!(
            compiled.contains(krate),
            "cargo tree answered without `{krate}`"
        );
        for name in NOT_IN_A_BROWSER {
            assert!(
                !compiled.contains(name),
                "`{krate}` would send `{name}` to browsers"
            );
        }
    }
}

#[test]
fn the_reader_of_manifests_sees_every_way_to_declare_a_dependency() {
    let text = "[dependencies]\nserde = \"1\" # why\njiff.workspace = true\n[dev-dependencies]\nx = \"1\"\n\
                [target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n[dependencies.sqlx]\nversion = \"1\"\n";
    let expected = ["jiff", "libc", "serde", "sqlx"].map(str::to_owned);
    assert_eq!(dependencies(text), BTreeSet::from(expected));
}
