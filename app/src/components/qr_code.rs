//! A QR code as a drawing in the page: no image to fetch, nothing for a third party.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// Light modules around the code, without which cameras do not find it (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Black on white whatever the theme, since cameras read nothing else; its words stand beside it for whoever cannot
/// scan. Nothing for a text that is too long for a code.
///
/// RGAA 1.1 (the alternative says what it opens), 3.3 (black on white, also with forced colours).
#[component]
pub fn QrCode(
    /// What a camera reads.
    text: String,
    /// What it opens, in words.
    label: String,
) -> impl IntoView {
    let code = Code::encode_text(&text, QrCodeEcc::Medium).ok()?;
    let size = code.size() + 2 * QUIET;
    let view = view! {
        <svg
            class="qr-code"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {size} {size}")
            shape-rendering="crispEdges"
        >
            <path d=path(&code)></path>
        </svg>
    };
    Some(view)
}

/// The dark modules, as horizontal bars.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let mut end = column;
            while end < code.size() && code.get_module(end, row) {
                end += 1;
            }
            let length = end - column;
            if length > 0 {
                path += &format!("M{},{}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column = end + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use qrcodegen::{QrCode as Code, QrCodeEcc};

    use super::{QUIET, path};

    /// The modules that a path draws, line by line.
    fn drawn(path: &str) -> Vec<(i32, i32)> {
        let bars = path.split_terminator('z').map(|bar| {
            let numbers = bar.split(['M', ',', 'h', 'v']).skip(1);
            let numbers: Vec<i32> = numbers.map(|number| number.parse().unwrap()).collect();
            assert_eq!(numbers[2], -numbers[4], "the bar is closed");
            (numbers[0], numbers[1], numbers[2])
        });
        bars.flat_map(|(x, y, length)| (x..x + length).map(move |x| (x, y)))
            .collect()
    }

    #[test]
    fn a_camera_sees_every_dark_module_and_no_other() {
        let text = "https://demarches.example.org/fr/reprendre#bakoti-morafi-lidaja";
        let code = Code::encode_text(text, QrCodeEcc::Medium).unwrap();
        let size = code.size();
        let dark: Vec<(i32, i32)> = (0..size)
            .flat_map(|y| (0..size).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .map(|(x, y)| (x + QUIET, y + QUIET))
            .collect();
        assert_eq!(drawn(&path(&code)), dark);
    }
}
