//! What may be published without recognising anybody.
//!
//! Three things give people away in figures that name nobody. A figure about a few. A figure that is left out of a table but
//! is the total less the others. A figure of today that differs from that of yesterday by one answer. So: nothing about
//! fewer than eleven; what is left out of a table is together eleven at least; a figure is renewed when eleven people have
//! answered since. Tables have one dimension: crossing two would say more than both.

/// Answers below which nothing is published.
pub const FEWEST: u64 = 11;

/// Which groups of a table may be shown beside their total, given how many answered in each. A group in which nobody
/// answered is shown as such.
#[must_use]
pub fn shown(answers: &[u64]) -> Vec<bool> {
    let mut shown: Vec<bool> = answers
        .iter()
        .map(|count| *count == 0 || *count >= FEWEST)
        .collect();
    loop {
        let rows = || answers.iter().copied().zip(shown.iter().copied());
        let hidden: u64 = rows().filter(|(_, is)| !is).map(|(count, _)| count).sum();
        if hidden == 0 || hidden >= FEWEST {
            return shown;
        }
        // The total would tell what was left out: the smallest of the others is left out with it.
        let smallest = rows()
            .enumerate()
            .filter(|(_, (count, is))| *is && *count > 0)
            .min_by_key(|(_, (count, _))| *count)
            .map(|(at, _)| at);
        match smallest {
            Some(at) => shown[at] = false,
            None => return shown,
        }
    }
}

/// Whether a published figure is renewed, given how many answers it was made of and how many there are now.
#[must_use]
pub const fn is_renewed(published: u64, now: u64) -> bool {
    now.abs_diff(published) >= FEWEST
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_left_out_is_not_the_total_less_the_others() {
        assert_eq!(shown(&[40, 3, 25]), [true, false, false]);
        assert_eq!(shown(&[40, 6, 5, 0]), [true, false, false, true]);
        assert_eq!(shown(&[10]), [false]);
        assert_eq!(shown(&[]), [] as [bool; 0]);
    }

    #[test]
    fn the_answer_of_one_person_renews_nothing() {
        assert!(is_renewed(0, 11) && is_renewed(20, 31) && is_renewed(31, 20));
        assert!(!is_renewed(20, 21) && !is_renewed(20, 30) && !is_renewed(20, 20));
    }

    /// Whether someone who reads the total and the shown groups can compute the answers of these groups together: whether
    /// their sum is a combination of what is published (elimination over the rationals, small whole numbers).
    fn can_compute(shown: &[bool], wanted: &[bool]) -> bool {
        let row = |of: &dyn Fn(usize) -> bool| -> Vec<f64> {
            (0..shown.len()).map(|at| f64::from(of(at))).collect()
        };
        let mut known: Vec<Vec<f64>> = vec![row(&|_| true)];
        known.extend(
            (0..shown.len())
                .filter(|at| shown[*at])
                .map(|at| row(&|it| it == at)),
        );
        let rank = |mut rows: Vec<Vec<f64>>| {
            let mut rank = 0;
            for column in 0..shown.len() {
                let Some(pivot) = (rank..rows.len()).find(|at| rows[*at][column].abs() > 1e-9)
                else {
                    continue;
                };
                rows.swap(rank, pivot);
                let leading = rows[rank].clone();
                for row in rows.iter_mut().skip(rank + 1) {
                    let times = row[column] / leading[column];
                    for (cell, lead) in row.iter_mut().zip(&leading) {
                        *cell -= times * lead;
                    }
                }
                rank += 1;
            }
            rank
        };
        let before = rank(known.clone());
        known.push(row(&|at| wanted[at]));
        rank(known) == before
    }

    proptest! {
        #[test]
        fn no_sum_and_no_difference_of_what_is_published_is_about_a_few(
            answers in prop::collection::vec(prop_oneof![0_u64..4, 0_u64..14, 0_u64..60], 1..7),
        ) {
            let total: u64 = answers.iter().sum();
            // Nothing at all is published then.
            if total < FEWEST {
                return Ok(());
            }
            let shown = shown(&answers);
            for set in 1_u32..1 << answers.len() {
                let wanted: Vec<bool> = (0..answers.len()).map(|at| set >> at & 1 == 1).collect();
                let rows = answers.iter().zip(&wanted);
                let about: u64 = rows.filter(|(_, is)| **is).map(|(count, _)| count).sum();
                if about > 0 && about < FEWEST {
                    prop_assert!(!can_compute(&shown, &wanted), "{answers:?} {shown:?} {wanted:?}");
                }
            }
        }

        #[test]
        fn a_table_in_which_everybody_is_many_is_shown_whole(
            answers in prop::collection::vec(prop_oneof![Just(0), FEWEST..1000], 0..20),
        ) {
            prop_assert!(shown(&answers).into_iter().all(|is| is));
        }
    }
}
