//! What an audit by people found, as the authority declares it; all of it, or nothing.

use app::ports::Audit;
use jiff::civil::Date;

use super::{
    raw::RawAccessibility,
    values::{ConfigError, between},
};

/// Lines that say something.
const LINES: &str = "lines of text, none of them empty";

impl RawAccessibility {
    pub(super) fn check(self) -> Result<Option<Audit>, ConfigError> {
        let Some(by) = self.audited_by else {
            let empty = [
                self.audited_on.is_some(),
                self.declared_on.is_some(),
                self.criteria_met.is_some(),
            ];
            let lists = [&self.tried_with, &self.failures, &self.burdens];
            return if empty.contains(&true) || lists.iter().any(|it| !it.is_empty()) {
                let allowed = "who made the audit, when anything is said of one";
                Err(ConfigError::value("accessibility.audited_by", "", allowed))
            } else {
                Ok(None)
            };
        };
        if by.trim().is_empty() {
            let allowed = "who made the audit";
            return Err(ConfigError::value("accessibility.audited_by", &by, allowed));
        }
        let on = day("accessibility.audited_on", self.audited_on)?;
        let declared_on = day("accessibility.declared_on", self.declared_on)?;
        if declared_on < on {
            let allowed = "the day of the statement, not before that of the audit";
            let written = declared_on.to_string();
            return Err(ConfigError::value(
                "accessibility.declared_on",
                &written,
                allowed,
            ));
        }
        let key = "accessibility.criteria_met";
        let percent = self.criteria_met;
        let percent = percent.ok_or_else(|| ConfigError::value(key, "", "0 to 100"))?;
        let percent = between(key, percent, 0, 100)?;
        let tried_with = lines("accessibility.tried_with", self.tried_with)?;
        if tried_with.is_empty() {
            let allowed =
                "what the audit tried the portal with, such as [\"NVDA 2026.1 et Firefox 145\"]";
            return Err(ConfigError::value("accessibility.tried_with", "", allowed));
        }
        let failures = lines("accessibility.failures", self.failures)?;
        let burdens = lines("accessibility.burdens", self.burdens)?;
        // The law asks for a list of what is not accessible wherever a criterion is not met.
        if percent < 100 && failures.is_empty() && burdens.is_empty() {
            let allowed = "what is not accessible, unless every criterion is met";
            return Err(ConfigError::value("accessibility.failures", "", allowed));
        }
        Ok(Some(Audit {
            by,
            on,
            declared_on,
            percent,
            tried_with,
            failures,
            burdens,
        }))
    }
}

fn day(key: &'static str, value: Option<String>) -> Result<Date, ConfigError> {
    let value = value.unwrap_or_default();
    let day = value.parse();
    day.map_err(|_| ConfigError::value(key, &value, "a day such as 2026-11-02"))
}

fn lines(key: &'static str, lines: Vec<String>) -> Result<Vec<String>, ConfigError> {
    if let Some(empty) = lines.iter().find(|line| line.trim().is_empty()) {
        return Err(ConfigError::value(key, empty, LINES));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    type Spoil = fn(&mut RawAccessibility);

    fn made() -> RawAccessibility {
        RawAccessibility {
            audited_by: Some("Cabinet Exemple".to_owned()),
            audited_on: Some("2026-10-15".to_owned()),
            declared_on: Some("2026-11-02".to_owned()),
            criteria_met: Some(87),
            tried_with: vec!["NVDA et Firefox".to_owned()],
            failures: vec!["Critère 4.1 : une vidéo sans transcription".to_owned()],
            burdens: Vec::new(),
        }
    }

    #[test]
    fn an_audit_is_declared_whole_or_not_at_all() {
        assert_eq!(RawAccessibility::default().check().unwrap(), None);
        let audit = made().check().unwrap().unwrap();
        assert_eq!(
            (audit.on, audit.declared_on, audit.percent),
            (date(2026, 10, 15), date(2026, 11, 2), 87)
        );
        let whole = RawAccessibility {
            criteria_met: Some(100),
            failures: Vec::new(),
            ..made()
        };
        assert_eq!(whole.check().unwrap().unwrap().percent, 100);
    }

    #[test]
    fn what_is_missing_or_cannot_be_is_named() {
        let wrong: [(&str, Spoil); 9] = [
            ("audited_by", |it| it.audited_by = None),
            ("audited_by", |it| it.audited_by = Some(" ".to_owned())),
            ("audited_on", |it| it.audited_on = None),
            ("audited_on", |it| {
                it.audited_on = Some("15/10/2026".to_owned())
            }),
            ("declared_on", |it| {
                it.declared_on = Some("2026-10-14".to_owned())
            }),
            ("criteria_met", |it| it.criteria_met = None),
            ("criteria_met", |it| it.criteria_met = Some(101)),
            ("tried_with", |it| it.tried_with.clear()),
            ("failures", |it| it.failures.clear()),
        ];
        for (key, spoil) in wrong {
            let mut raw = made();
            spoil(&mut raw);
            let message = raw.check().unwrap_err().to_string();
            assert!(
                message.contains(&format!("accessibility.{key}")),
                "{message}"
            );
            assert_eq!(message.contains("0 to 100"), key == "criteria_met");
        }
    }
}
