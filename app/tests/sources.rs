//! What no file of the pages may write, because one component writes it safely for all.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::{fs, path::Path};

/// Text of every Rust file under `src`, with its path.
fn sources(folder: &Path) -> Vec<(String, String)> {
    fs::read_dir(folder)
        .unwrap()
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                return sources(&path);
            }
            let name = path.to_string_lossy().replace('\\', "/");
            vec![(name, fs::read_to_string(&path).unwrap())]
        })
        .collect()
}

#[test]
fn no_page_writes_what_only_one_component_may_write() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (name, source) in sources(&folder) {
        let code: String = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        let is = |allowed: &str| name.ends_with(allowed);
        assert!(
            !code.contains("<textarea") || is("components/textarea.rs"),
            "{name} writes its own text area"
        );
        assert!(
            !code.contains(" style="),
            "{name} has an inline style, which the CSP refuses"
        );
        assert!(
            !code.contains("inner_html") || is("src/shell.rs"),
            "{name} writes markup unescaped"
        );
    }
}
