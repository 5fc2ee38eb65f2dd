//! The one table: what was measured, beside its budget, with a verdict.

use std::fmt::Write as _;

/// What a value must not cross.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Budget {
    AtMost(f64),
    AtLeast(f64),
    /// Told, not judged.
    None,
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    what: String,
    budget: Budget,
    /// `None`: what should have happened did not.
    value: Option<f64>,
    unit: &'static str,
    decimals: usize,
}

/// Rows in the order of their measures.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// A value that must not exceed its budget.
    pub(crate) fn at_most(
        &mut self,
        what: impl Into<String>,
        value: impl Into<Option<f64>>,
        budget: f64,
        unit: &'static str,
        decimals: usize,
    ) {
        self.add(
            what.into(),
            Budget::AtMost(budget),
            value.into(),
            unit,
            decimals,
        );
    }

    /// A value that must reach its budget.
    pub(crate) fn at_least(
        &mut self,
        what: impl Into<String>,
        value: f64,
        budget: f64,
        unit: &'static str,
        decimals: usize,
    ) {
        self.add(
            what.into(),
            Budget::AtLeast(budget),
            Some(value),
            unit,
            decimals,
        );
    }

    /// A value without budget.
    pub(crate) fn told(
        &mut self,
        what: impl Into<String>,
        value: impl Into<Option<f64>>,
        unit: &'static str,
        decimals: usize,
    ) {
        self.add(what.into(), Budget::None, value.into(), unit, decimals);
    }

    fn add(
        &mut self,
        what: String,
        budget: Budget,
        value: Option<f64>,
        unit: &'static str,
        decimals: usize,
    ) {
        self.0.push(Row {
            what,
            budget,
            value,
            unit,
            decimals,
        });
    }

    /// What misses its target.
    pub(crate) fn missed(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(|row| row.is_missed())
            .map(|row| row.what.as_str())
    }

    /// The table in Markdown.
    pub(crate) fn text(&self) -> String {
        let mut text = "| what | target | measured | verdict |\n|---|---:|---:|---|\n".to_owned();
        for row in &self.0 {
            // Writing into a string does not fail.
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} |",
                row.what,
                row.target(),
                row.measured(),
                row.verdict()
            );
        }
        text
    }
}

impl Row {
    fn is_missed(&self) -> bool {
        match (self.budget, self.value) {
            (Budget::None, _) => false,
            (_, None) => true,
            (Budget::AtMost(most), Some(value)) => value > most,
            (Budget::AtLeast(least), Some(value)) => value < least,
        }
    }

    fn verdict(&self) -> &'static str {
        match self.budget {
            Budget::None => "",
            _ if self.is_missed() => "**missed**",
            _ => "met",
        }
    }

    fn target(&self) -> String {
        match self.budget {
            Budget::AtMost(most) => format!("≤ {}", self.number(most)),
            Budget::AtLeast(least) => format!("≥ {}", self.number(least)),
            Budget::None => String::new(),
        }
    }

    fn measured(&self) -> String {
        self.value
            .map_or_else(|| "never".to_owned(), |value| self.number(value))
    }

    fn number(&self, value: f64) -> String {
        format!("{value:.*} {}", self.decimals, self.unit)
            .trim_end()
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_reader_sees_at_once_what_misses_its_target() {
        let mut table = Table::default();
        table.at_most("Step page", 0.31, 0.3, "ms", 2);
        table.at_least("Submissions", 140.0, 100.0, "/s", 0);
        table.at_most("Hydrated", None, 2000.0, "ms", 0);
        table.told("Wasm", 68_000.0, "B", 0);
        assert_eq!(
            table.missed().collect::<Vec<_>>(),
            ["Step page", "Hydrated"]
        );
        let text = table.text();
        assert!(
            text.contains("| Step page | ≤ 0.30 ms | 0.31 ms | **missed** |"),
            "{text}"
        );
        assert!(
            text.contains("| Submissions | ≥ 100 /s | 140 /s | met |"),
            "{text}"
        );
        assert!(
            text.contains("| Hydrated | ≤ 2000 ms | never | **missed** |"),
            "{text}"
        );
        assert!(text.contains("| Wasm |  | 68000 B |  |"), "{text}");
    }
}
