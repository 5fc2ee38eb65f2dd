//! What charts have in common: the frame with its words, and places along a line. The text of a chart is HTML, so that it wraps
//! and grows; only bars and marks are drawn (SVG), and turned over where one reads from right to left.

use leptos::prelude::*;

use crate::t;

/// What is said around a chart.
pub struct ChartWords {
    /// What it shows.
    pub title: String,
    /// What it tells, in words.
    pub said: String,
    /// How to read its marks, where that is not plain.
    pub key: Option<String>,
}

/// The rows of a chart as one image, in a figure that says what they show, and leads to the table of the same figures.
///
/// RGAA 1.1 and 1.3 (the name of the image is what it tells), 1.6 and 1.7 (the table is its detailed description), 1.9 (the
/// name of the figure is its caption, word for word), 3.1 (every value is written), 10.4 and 10.11 (words wrap at 200 % and at 320 px).
pub(super) fn framed(id: &str, table: &str, words: ChartWords, rows: AnyView) -> AnyView {
    let ChartWords { title, said, key } = words;
    let (title_id, said_id) = (format!("{id}-title"), format!("{id}-said"));
    let (named, label) = (format!("{title_id} {said_id}"), title.clone());
    let key = key.map(|words| view! { <p class="chart__key">{words}</p> });
    view! {
        <figure class="chart" role="figure" aria-label=label>
            <figcaption class="chart__title" id=title_id>
                {title}
            </figcaption>
            <p id=said_id>{said}</p>
            {key}
            <p>
                <a href=format!("#{table}")>{t!("quality-chart-table")}</a>
            </p>
            <div class="chart__rows" role="img" aria-labelledby=named>
                {rows}
            </div>
        </figure>
    }
    .into_any()
}

/// A place along a line, or a length: "81.8%" of 818 thousandths.
pub(super) fn along(thousandths: u16) -> String {
    let inside = thousandths.min(1000);
    format!("{}.{}%", inside / 10, inside % 10)
}

#[cfg(test)]
mod tests {
    use super::along;

    #[test]
    fn every_place_lies_on_the_line_in_its_order() {
        let mut before = -0.1;
        for thousandths in 0..=1000 {
            let place = along(thousandths);
            let percents: f64 = place.strip_suffix('%').unwrap().parse().unwrap();
            assert!((percents - f64::from(thousandths) / 10.0).abs() < 1e-9);
            assert!(before < percents && percents <= 100.0, "{place}");
            before = percents;
        }
        assert_eq!(along(u16::MAX), "100.0%");
    }
}
