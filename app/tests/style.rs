//! Colours that everyone can read, in both themes, and each component with its look and its examples.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn style() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../style"))
}

fn source(folder: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).join(folder)
}

fn read(name: &str) -> String {
    fs::read_to_string(style().join(name)).unwrap()
}

/// Every file under a folder: its path from there, without extension, and its text.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut waiting = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(path).unwrap();
            waiting.extend(entries.map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(folder).unwrap().with_extension("");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

/// Components by name, with their code; all of `questions/` is the component `questions`.
fn components() -> BTreeMap<String, String> {
    let mut components = BTreeMap::<String, String>::new();
    for (path, code) in files(&source("components")) {
        let name = path.iter().next().unwrap().to_string_lossy().into_owned();
        components.entry(name).or_default().push_str(&code);
    }
    components.remove("examples");
    components
}

/// Stylesheets of components, by name of the component.
fn stylesheets() -> BTreeMap<String, String> {
    files(&style().join("components"))
        .into_iter()
        .map(|(path, css)| (path.to_string_lossy().into_owned(), css))
        .collect()
}

/// The block of a class: `field` of `field__control--short`.
fn block(class: &str) -> &str {
    class
        .split("__")
        .flat_map(|part| part.split("--"))
        .next()
        .unwrap()
}

/// Blocks of the classes that code writes.
fn blocks_written(code: &str) -> BTreeSet<&str> {
    code.split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace)
        .map(block)
        .collect()
}

/// Blocks of the classes that a stylesheet has rules for.
fn blocks_styled(css: &str) -> BTreeSet<&str> {
    let is_of_a_name = |sign: char| sign.is_ascii_alphanumeric() || "-_".contains(sign);
    css.split('.')
        .skip(1)
        .filter_map(|rest| rest.split(|sign: char| !is_of_a_name(sign)).next())
        .filter(|class| class.starts_with(|sign: char| sign.is_ascii_lowercase()))
        .map(block)
        .collect()
}

/// Colours of `tokens.css` by name: the light theme, and the dark one over it.
fn themes() -> [(&'static str, BTreeMap<String, [f64; 3]>); 2] {
    let tokens = read("tokens.css");
    let (light, rest) = tokens
        .split_once("@media (prefers-color-scheme: dark)")
        .unwrap();
    let (dark, _) = rest.split_once("@media").unwrap();
    let light = colours(light);
    let mut over = light.clone();
    over.extend(colours(dark));
    [("light", light), ("dark", over)]
}

fn colours(css: &str) -> BTreeMap<String, [f64; 3]> {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            Some((name.to_owned(), rgb(value.trim_end_matches(';'))))
        })
        .collect()
}

fn rgb(hex: &str) -> [f64; 3] {
    let full: String = if hex.len() == 3 {
        hex.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        hex.to_owned()
    };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&full[at..at + 2], 16).unwrap()) / 255.0)
}

/// Contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let [red, green, blue] = colour.map(|part| {
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_of_colours_is_readable_in_both_themes() {
    let pairs = [
        ("ink", "paper", 7.0),
        ("ink", "wash", 7.0),
        ("ink", "error-wash", 7.0),
        ("ink", "success-wash", 7.0),
        ("ink", "warning-wash", 7.0),
        ("ink-soft", "paper", 7.0),
        ("ink-soft", "wash", 7.0),
        ("link", "paper", 7.0),
        ("link", "wash", 7.0),
        ("link", "warning-wash", 7.0),
        ("link", "success-wash", 7.0),
        ("error", "paper", 7.0),
        ("error", "wash", 7.0),
        ("error", "error-wash", 7.0),
        ("on-accent", "accent", 7.0),
        ("on-accent", "accent-strong", 7.0),
        ("edge", "paper", 3.0),
        ("edge", "wash", 3.0),
        ("accent", "paper", 3.0),
        ("accent", "wash", 3.0),
        ("ring", "paper", 3.0),
        ("ring", "wash", 3.0),
        ("ring", "error-wash", 3.0),
        ("success", "success-wash", 3.0),
        ("warning", "warning-wash", 3.0),
    ];
    for (theme, colours) in themes() {
        for (front, back, least) in pairs {
            let found = contrast(colours[front], colours[back]);
            assert!(
                found >= least,
                "{theme}: {front} on {back} is {found:.2}, under {least}"
            );
        }
    }
}

#[test]
fn every_stylesheet_is_in_the_bundle() {
    let main = read("main.css");
    for folder in ["", "components/"] {
        for entry in fs::read_dir(style().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let imported = main.contains(&format!("@import \"{folder}{name}\";"));
            assert!(
                imported || name == "main.css" || !name.ends_with(".css"),
                "{folder}{name} is left out"
            );
        }
    }
}

#[test]
fn every_component_stylesheet_bears_the_name_of_its_component() {
    for entry in fs::read_dir(style().join("components")).unwrap() {
        let name = entry
            .unwrap()
            .file_name()
            .into_string()
            .unwrap()
            .replace(".css", ".rs");
        let component = source("components").join(&name);
        assert!(component.exists(), "no component is called {name}");
    }
}

#[test]
fn sides_follow_the_direction_of_writing_and_heights_follow_the_text() {
    let forbidden = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
        "border-left",
        "border-right",
        "float: left",
        "float: right",
        "\n  height:",
        "\n  left:",
        "\n  right:",
        "text-align: justify",
        "!important; color",
    ];
    for entry in fs::read_dir(style().join("components")).unwrap() {
        let path = entry.unwrap().path();
        let css = fs::read_to_string(&path).unwrap();
        for words in forbidden {
            assert!(!css.contains(words), "{}: {words}", path.display());
        }
    }
}

#[test]
fn every_class_that_is_written_has_a_look() {
    let sheets = stylesheets();
    let general = ["base.css", "layout.css"].map(read);
    let styled: BTreeSet<&str> = sheets
        .values()
        .chain(&general)
        .flat_map(|css| blocks_styled(css))
        .collect();
    let pages: String = files(&source("pages"))
        .into_iter()
        .map(|(_, code)| code)
        .collect();
    let mut written = components();
    written.insert("pages".to_owned(), pages);
    for (name, code) in written {
        for block in blocks_written(&code) {
            assert!(
                styled.contains(block),
                "{name} writes the class {block}, which has no rule"
            );
        }
    }
}

#[test]
fn a_component_with_a_look_of_its_own_has_the_stylesheet_of_its_name() {
    let sheets = stylesheets();
    for (component, code) in components() {
        for block in blocks_written(&code) {
            let is_styled_in = |css: &String| blocks_styled(css).contains(block);
            let borrowed = sheets
                .iter()
                .any(|(name, css)| *name != component && is_styled_in(css));
            assert!(
                borrowed || sheets.get(&component).is_some_and(is_styled_in),
                "the rules of .{block} belong in components/{component}.css"
            );
        }
    }
}

#[test]
fn every_component_is_shown_in_the_examples() {
    let examples: String = files(&source("components/examples"))
        .into_iter()
        .map(|(_, code)| code)
        .collect();
    for (file, code) in components() {
        for item in code.split("#[component]").skip(1) {
            let (_, signature) = item.split_once("fn ").unwrap();
            let component = signature.split(['(', '<']).next().unwrap();
            let is_shown = examples
                .split(&format!("<{component}"))
                .skip(1)
                .any(|rest| rest.starts_with([' ', '\n', '>', '/']));
            assert!(is_shown, "{component} of {file}.rs has no example");
        }
    }
}
