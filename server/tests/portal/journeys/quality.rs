//! Charts of public figures: there when there is something to draw, with their words, and never without the table.

use app::{l10n::plain, paths::Path, t_in};
use domain::{locale::Locale, quality::FEWEST, survey::Subject};
use http::StatusCode;
use jiff::SignedDuration;

use super::opinions::{HALL, finished, first};
use crate::support::{Page, Town};

/// Where the figures of the town hall are.
pub(crate) fn of_the_hall() -> Path {
    Path::Quality(Some(Subject::Place(HALL.to_owned())))
}

/// As many people as it takes say how it went at the town hall; the last `bad` of them badly.
async fn many_say(town: &Town, bad: u64) {
    for said in 0..FEWEST {
        let resident = town.resident(Locale::French);
        let page = resident.open(&Path::OpinionOfPlace(HALL.to_owned())).await;
        let is_good = said + bad < FEWEST;
        let form = first(&page, if is_good { "best" } else { "bad" });
        let more = resident.go_on(&form).await;
        let thanks = resident.go_on(&finished(&more)).await;
        assert_eq!(thanks.status, StatusCode::OK);
    }
    town.worker.deliver_opinions().await.unwrap();
    // The portal asks for figures once a minute.
    town.wait(SignedDuration::from_mins(2));
}

/// Figures of two months, and none of at least one between them.
pub(crate) async fn published_twice(town: &Town) {
    many_say(town, 3).await;
    town.wait(SignedDuration::from_hours(24 * 70));
    many_say(town, 1).await;
}

/// Names of a chart: what a screen reader says of its image.
fn name(page: &Page, chart: &str) -> String {
    let said = page.one(&format!("figure #{chart}-said"));
    let ids = format!("{chart}-title {chart}-said");
    assert!(page.has(&format!("figure [role=img][aria-labelledby='{ids}']")));
    let title = page.one(&format!("figure #{chart}-title"));
    format!("{title} {said}")
}

#[tokio::test]
async fn charts_come_with_the_figures_and_say_what_they_show() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    let page = reader.open(&of_the_hall()).await;
    assert!(!page.has("main figure, main svg"), "{}", page.main());

    many_say(&town, 3).await;
    let page = reader.open(&of_the_hall()).await;
    assert!(
        page.has("#satisfaction-table + figure.chart"),
        "{}",
        page.main()
    );
    assert_eq!(page.all("#satisfaction-table tbody tr").len(), 5);
    assert_eq!(
        page.all("figure .chart__row").len(),
        5,
        "a bar for each point"
    );
    assert!(
        page.has("figure rect[width='72.7%']"),
        "8 of 11: {}",
        page.main()
    );
    let said = name(&page, "satisfaction-chart").replace('\u{a0}', " ");
    assert!(said.contains("Bien ou très bien : 73 %"), "{said}");
    assert!(page.has("figure a[href='#satisfaction-table']"));
    assert!(page.has("#trend-table"));
    assert!(!page.has("#trend-chart-said"), "one month is no trend");

    town.wait(SignedDuration::from_hours(24 * 70));
    many_say(&town, 1).await;
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        for path in [of_the_hall(), Path::Quality(None)] {
            let page = reader.open(&path).await;
            let said = name(&page, "trend-chart");
            for value in ["73", "91"] {
                let share = plain(&t_in!(locale, "quality-percent", value = value));
                assert!(said.contains(&share), "{said}");
            }
            assert!(page.has("#trend-table + figure.chart"), "{}", page.main());
            assert!(page.has("figure a[href='#trend-table']"));
            assert_eq!(page.all("figure circle").len(), 2, "months with figures");
            let empty = t_in!(locale, "quality-trend-empty", month = "");
            let words = empty.trim_matches(|sign: char| !sign.is_alphabetic());
            let rows = page.all("figure .chart__row:not(:has(svg))");
            let said = |row: &&String| row.contains(words);
            assert!(rows.iter().any(|row| said(&row)), "{rows:?}");
            // RGAA 1.9: the name of a figure is its caption, word for word.
            for chart in ["satisfaction-chart", "trend-chart"] {
                let title = page.one_raw(&format!("figcaption#{chart}-title"));
                assert!(page.has(&format!("figure[role=figure][aria-label='{title}']")));
            }
        }
    }
}
