//! Messages that a mail server sends back (RFC 3464): which of ours it was, and whether it failed for good.

/// Longest message that is read, in bytes: ours are short, and come back with a report.
pub const LONGEST: u64 = 1024 * 1024;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bounced {
    /// A notice.
    Notice(String),
    /// The receipt of a request.
    Receipt(String),
}

/// Reads a message that came back. `None` when it is none of ours, or when its server still tries.
#[must_use]
pub fn read(message: &str) -> Option<Bounced> {
    // The report names what happened in fields of its own; a message that only quotes one of ours, such as an answer
    // of a person, has none.
    let failed = message.lines().any(|line| {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        name.trim().eq_ignore_ascii_case("action") && value.trim().eq_ignore_ascii_case("failed")
    });
    if !failed {
        return None;
    }
    let id = |prefix: &str| {
        message.match_indices(prefix).find_map(|(at, _)| {
            let rest = &message[at + prefix.len()..];
            let end = rest.find('@')?;
            let id = &rest[..end];
            crate::store::Vault::is_id(id).then(|| id.to_owned())
        })
    };
    id("<notice-")
        .map(Bounced::Notice)
        .or_else(|| id("<receipt-").map(Bounced::Receipt))
}

#[cfg(test)]
mod tests {
    use super::{Bounced, read};

    const ID: &str = "AAAAAAAAAAAAAAAAAAAAAA";

    fn report(action: &str, id: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status\r\n\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; x@example.org\r\n\
             Action: {action}\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
             Message-ID: <{id}@ardane.example>\r\n\r\n--b--\r\n"
        )
    }

    #[test]
    fn a_message_that_failed_for_good_is_recognised() {
        assert_eq!(
            read(&report("failed", &format!("notice-{ID}"))),
            Some(Bounced::Notice(ID.to_owned()))
        );
        assert_eq!(
            read(&report("Failed", &format!("receipt-{ID}"))),
            Some(Bounced::Receipt(ID.to_owned()))
        );
    }

    #[test]
    fn a_message_still_on_its_way_an_answer_and_anything_else_are_none() {
        assert_eq!(read(&report("delayed", &format!("notice-{ID}"))), None);
        assert_eq!(read(&report("failed", "notice-short")), None);
        assert_eq!(read(&report("failed", "something")), None);
        assert_eq!(
            read(&format!(
                "In-Reply-To: <notice-{ID}@ardane.example>\n\nMerci"
            )),
            None
        );
        assert_eq!(read("<notice-"), None);
    }
}
