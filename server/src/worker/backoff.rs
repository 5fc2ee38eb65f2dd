//! How long to wait before the next attempt: 5 seconds, then twice as long each time, an hour at most,
//! for ever. A random part keeps many portals from knocking at the same moment.

use backoffice::ports::Randomness;
use jiff::SignedDuration;

const FIRST: i64 = 5_000;
const LONGEST: i64 = 3_600_000;

/// Wait after this many attempts: between 80 % and 120 % of the round figure.
pub(super) fn wait(attempts: u32, randomness: &dyn Randomness) -> SignedDuration {
    let round = FIRST.saturating_mul(1 << attempts.min(20)).min(LONGEST);
    let mut bytes = [0; 2];
    randomness.fill(&mut bytes);
    let thousandths = 800 + i64::from(u16::from_be_bytes(bytes)) * 400 / i64::from(u16::MAX);
    SignedDuration::from_millis(round * thousandths / 1000)
}

#[cfg(test)]
mod tests {
    use backoffice::ports::testing::CountedRandomness;

    use super::*;

    #[test]
    fn a_dead_back_office_is_tried_again_ever_more_rarely_and_for_ever() {
        let randomness = CountedRandomness::default();
        for (attempts, seconds) in [
            (0, 5),
            (1, 10),
            (4, 80),
            (9, 2560),
            (10, 3600),
            (4000, 3600),
        ] {
            for _ in 0..50 {
                let wait = wait(attempts, &randomness).as_millis();
                assert!(
                    (seconds * 800..=seconds * 1200).contains(&wait),
                    "{attempts}: {wait}"
                );
            }
        }
    }
}
