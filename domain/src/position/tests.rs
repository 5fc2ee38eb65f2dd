//! Distances on the earth, the grid that hides a house, how a distance is said.

use proptest::prelude::*;

use super::*;

fn at(lat: f64, lon: f64) -> Position {
    Position::at(lat, lon).unwrap()
}

fn anywhere() -> impl Strategy<Value = Position> {
    (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| at(lat, lon))
}

/// Somewhere in a town of metropolitan France, and somewhere else in the same town.
fn neighbours() -> impl Strategy<Value = (Position, Position)> {
    (41.0..51.0, -5.0..9.0, -0.05..0.05, -0.05..0.05).prop_map(
        |(lat, lon, north, east): (f64, f64, f64, f64)| (at(lat, lon), at(lat + north, lon + east)),
    )
}

fn metres(one: Position, other: Position) -> u32 {
    one.distance_to(other).metres()
}

proptest! {
    #[test]
    fn a_place_is_as_far_there_as_back(one in anywhere(), other in anywhere()) {
        prop_assert_eq!(one.distance_to(other), other.distance_to(one));
        prop_assert_eq!(metres(one, one), 0);
    }

    #[test]
    fn a_detour_is_never_shorter(a in anywhere(), b in anywhere(), c in anywhere()) {
        // Each is rounded to the metre.
        prop_assert!(metres(a, c) <= metres(a, b) + metres(b, c) + 2);
    }

    #[test]
    fn nothing_is_farther_than_half_the_way_around(one in anywhere(), other in anywhere()) {
        prop_assert!(metres(one, other) <= 20_015_114);
    }

    #[test]
    fn within_a_town_the_earth_is_flat((one, other) in neighbours()) {
        let (here, there) = (Degrees::from(one), Degrees::from(other));
        let north = (there.lat - here.lat) * 111_195.08;
        let middle = f64::midpoint(there.lat, here.lat).to_radians();
        let east = (there.lon - here.lon) * 111_195.08 * middle.cos();
        let flat = north.hypot(east);
        let round = f64::from(metres(one, other));
        prop_assert!((flat - round).abs() <= 1.0 + flat / 1_000.0, "{flat} and {round}");
    }

    #[test]
    fn a_rounded_address_is_near_the_true_one_and_stays(here in anywhere()) {
        let rounded = here.rounded();
        prop_assert_eq!(rounded.rounded(), rounded);
        // Half the diagonal of a square of the grid, at the equator.
        prop_assert!(metres(here, rounded) <= 158, "{here}: {rounded}");
    }

    #[test]
    fn what_is_written_is_read_back(here in anywhere()) {
        prop_assert_eq!(here.to_string().parse::<Position>(), Ok(here));
        let wire = serde_json::to_string(&here).unwrap();
        prop_assert_eq!(serde_json::from_str::<Position>(&wire).unwrap(), here);
    }

    #[test]
    fn what_is_said_is_no_farther_from_the_truth_than_what_is_hidden(metres in 0_u32..200_000) {
        let said = Distance { metres }.said();
        let (told, margin) = match said {
            SaidDistance::Under(most) => (most / 2, most / 2 + 1),
            SaidDistance::Metres(told) => (told, 50),
            SaidDistance::Tenths(tenths) if tenths < 100 => (tenths * 100, 50),
            SaidDistance::Tenths(tenths) => (tenths * 100, 500),
        };
        prop_assert!(told.abs_diff(metres) <= margin, "{metres}: {said:?}");
    }

    #[test]
    fn a_place_that_is_farther_is_never_said_to_be_nearer(one in 0_u32..50_000, other in 0_u32..50_000) {
        let said = |metres| Distance { metres }.said();
        prop_assert!((one <= other) == (said(one) <= said(other)) || said(one) == said(other));
    }

    #[test]
    fn any_text_is_a_position_or_not(text in "\\PC{0,20}") {
        let _ = text.parse::<Position>();
    }
}

#[test]
fn known_distances_are_found_again() {
    // Paris, Notre-Dame; Lyon, place Bellecour.
    let paris = at(48.85341, 2.34880);
    let lyon = at(45.75769, 4.83218);
    assert!(
        metres(paris, lyon).abs_diff(391_600) < 2_000,
        "{}",
        metres(paris, lyon)
    );
    // A degree of latitude, one of longitude at 60° north, across the line where days change, and the other side.
    assert_eq!(metres(at(10.0, 5.0), at(11.0, 5.0)), 111_195);
    assert!(metres(at(60.0, 0.0), at(60.0, 1.0)).abs_diff(55_597) < 10);
    assert_eq!(metres(at(0.0, 179.5), at(0.0, -179.5)), 111_195);
    assert_eq!(metres(at(90.0, 0.0), at(-90.0, 0.0)), 20_015_114);
}

#[test]
fn what_is_not_on_earth_is_no_position() {
    for wrong in [
        "", "48", "48.1", "91,0", "-91,0", "0,181", "0,-181", "a,b", "48,1,2", "NaN,1", "inf,0",
        "1e3,0",
    ] {
        assert_eq!(wrong.parse::<Position>(), Err(NotAPosition), "{wrong}");
    }
    for wrong in [
        r#"{"lat": 91, "lon": 0}"#,
        r#"{"lat": 0}"#,
        r#"{"lat": "1", "lon": 0}"#,
    ] {
        assert!(serde_json::from_str::<Position>(wrong).is_err(), "{wrong}");
    }
    for right in ["90,180", "-90,-180", "0,0"] {
        let position: Position = right.parse().unwrap();
        assert_eq!(position.rounded(), position);
        assert_eq!(position.to_string(), right);
    }
}

#[test]
fn an_address_is_written_to_three_decimals() {
    assert_eq!(
        at(48.123456, -1.651234).rounded().to_string(),
        "48.124,-1.652"
    );
    assert_eq!(at(48.122_999, -0.000_999).rounded().to_string(), "48.122,0");
}

#[test]
fn distances_are_said_as_people_say_them() {
    let said = |metres| Distance { metres }.said();
    assert_eq!(said(0), SaidDistance::Under(300));
    assert_eq!(said(299), SaidDistance::Under(300));
    assert_eq!(said(349), SaidDistance::Metres(300));
    assert_eq!(said(949), SaidDistance::Metres(900));
    assert_eq!(said(950), SaidDistance::Tenths(10));
    assert_eq!(said(1_249), SaidDistance::Tenths(12));
    assert_eq!(said(9_949), SaidDistance::Tenths(99));
    assert_eq!(said(9_950), SaidDistance::Tenths(100));
    assert_eq!(said(12_600), SaidDistance::Tenths(130));
}
