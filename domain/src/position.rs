//! Where something stands on Earth, and how far it is from somewhere else as the crow flies. Nothing here knows of streets
//! or of who asks.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Millionths of a degree: 11 centimetres of latitude.
const PARTS: f64 = 1_000_000.0;

/// Side of the grid of [`Position::rounded`], in millionths of a degree: 222 metres from south to north, 150 to 220 from
/// west to east in the latitudes of France and its overseas departments.
const GRID: i32 = 2_000;

/// Mean radius of the Earth in metres (IUGG, R1).
const RADIUS: f64 = 6_371_008.8;

/// A point in degrees of WGS 84. Kept in millionths of a degree, so that two positions are equal or not, without doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Position {
    /// Latitude, -90 (south) to 90 (north).
    #[cfg_attr(feature = "openapi", schema(value_type = f64, minimum = -90, maximum = 90))]
    lat: i32,
    /// Longitude, -180 (west) to 180 (east).
    #[cfg_attr(feature = "openapi", schema(value_type = f64, minimum = -180, maximum = 180))]
    lon: i32,
}

/// A position on the wire and in the catalogue.
#[derive(Serialize, Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

/// Why numbers are no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a latitude is -90 to 90 degrees, a longitude -180 to 180")]
pub struct NotAPosition;

impl Position {
    /// The point at these degrees, to the millionth.
    ///
    /// # Errors
    /// Not on Earth.
    pub fn at(lat: f64, lon: f64) -> Result<Self, NotAPosition> {
        // What is not a number is in no range.
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return Err(NotAPosition);
        }
        // Within the range above, no digit is lost.
        let parts = |degrees: f64| (degrees * PARTS).round() as i32;
        Ok(Self {
            lat: parts(lat),
            lon: parts(lon),
        })
    }

    /// The nearest point of a grid of about 200 metres: enough to say which place is nearer, too little to say who lives
    /// there. Rounded again, it stays.
    #[must_use]
    pub const fn rounded(self) -> Self {
        Self {
            lat: to_grid(self.lat),
            lon: to_grid(self.lon),
        }
    }

    /// How far another point is, as the crow flies: along the great circle, on a sphere (haversine formula). At most half
    /// a percent from the distance on the ellipsoid.
    #[must_use]
    pub fn distance_to(self, other: Self) -> Distance {
        let radians = |parts: i32| (f64::from(parts) / PARTS).to_radians();
        let half = |from: i32, to: i32| ((radians(to) - radians(from)) / 2.0).sin().powi(2);
        let across = radians(self.lat).cos() * radians(other.lat).cos();
        let chord = half(self.lat, other.lat) + across * half(self.lon, other.lon);
        // Rounding may go above 1 for points opposite to each other.
        let metres = 2.0 * RADIUS * chord.min(1.0).sqrt().asin();
        // Half the way around the Earth is 20 million metres.
        Distance {
            metres: metres.round() as u32,
        }
    }
}

const fn to_grid(parts: i32) -> i32 {
    let half = if parts < 0 { -GRID / 2 } else { GRID / 2 };
    // Both limits, 90 and 180 degrees, are on the grid: no point leaves the Earth.
    (parts + half) / GRID * GRID
}

impl TryFrom<Degrees> for Position {
    type Error = NotAPosition;

    fn try_from(Degrees { lat, lon }: Degrees) -> Result<Self, NotAPosition> {
        Self::at(lat, lon)
    }
}

impl From<Position> for Degrees {
    fn from(Position { lat, lon }: Position) -> Self {
        let degrees = |parts: i32| f64::from(parts) / PARTS;
        Self {
            lat: degrees(lat),
            lon: degrees(lon),
        }
    }
}

/// `48.124,-1.652`: latitude, then longitude. [`FromStr`] reads it back.
impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Degrees { lat, lon } = (*self).into();
        write!(formatter, "{lat},{lon}")
    }
}

impl FromStr for Position {
    type Err = NotAPosition;

    fn from_str(text: &str) -> Result<Self, NotAPosition> {
        let (lat, lon) = text.split_once(',').ok_or(NotAPosition)?;
        let degrees = |text: &str| text.trim().parse::<f64>().map_err(|_| NotAPosition);
        Self::at(degrees(lat)?, degrees(lon)?)
    }
}

/// How far one point is from another, in whole metres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distance {
    metres: u32,
}

/// Under this many metres, what the grid hides is more than what could be said.
const NEAR: u32 = 300;

/// A distance as people say it: no more exact than the grid of an address allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaidDistance {
    /// Fewer metres than these.
    Under(u32),
    /// About so many metres, in hundreds.
    Metres(u32),
    /// About so many tenths of a kilometre; whole kilometres from ten on.
    Tenths(u32),
}

impl Distance {
    /// In metres.
    #[must_use]
    pub const fn metres(self) -> u32 {
        self.metres
    }

    /// As people say it.
    #[must_use]
    pub const fn said(self) -> SaidDistance {
        let hundreds = (self.metres + 50) / 100;
        match self.metres {
            0..NEAR => SaidDistance::Under(NEAR),
            _ if hundreds < 10 => SaidDistance::Metres(hundreds * 100),
            _ if hundreds < 100 => SaidDistance::Tenths(hundreds),
            _ => SaidDistance::Tenths((self.metres + 500) / 1000 * 10),
        }
    }
}

#[cfg(test)]
mod tests;
