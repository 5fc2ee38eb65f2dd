//! Colours that everyone can read, in both themes, and a stylesheet small enough to travel with each page.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::{collections::BTreeMap, fs, path::PathBuf};

fn style() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../style"))
}

fn read(name: &str) -> String {
    fs::read_to_string(style().join(name)).unwrap()
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
        let component =
            PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/components")).join(&name);
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
