//! What the upload assistance must know of a page, as one text: the server writes it, the browser reads it.

/// Id of the element whose `data-rules` holds the text.
pub const HOLDER: &str = "upload-assist";
const END: char = '\n';

/// The file inputs of a page. In every sentence [`SLOT`](super::form_rules::SLOT) stands for the name of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRules {
    /// "carte.pdf choisi".
    pub chosen: String,
    /// One per file input.
    pub fields: Vec<FileRules>,
}

/// What one file input accepts, and the words for what it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRules {
    /// Name of the input.
    pub key: String,
    /// Extensions without full stop, in lower case, separated by spaces.
    pub extensions: String,
    /// Greatest weight in bytes.
    pub max_bytes: u64,
    /// Error for another kind.
    pub wrong_kind: String,
    /// Error for a greater weight.
    pub too_heavy: String,
}

impl UploadRules {
    /// The text that [`Self::decode`] reads.
    #[cfg(any(feature = "ssr", test))]
    #[must_use]
    pub fn encode(&self) -> String {
        let mut lines = vec![self.chosen.clone()];
        for field in &self.fields {
            lines.extend([
                field.key.clone(),
                field.extensions.clone(),
                field.max_bytes.to_string(),
                field.wrong_kind.clone(),
                field.too_heavy.clone(),
            ]);
        }
        let lines: Vec<String> = lines.iter().map(|line| line.replace(END, " ")).collect();
        lines.join("\n")
    }

    /// The rules from their text; nothing when it is not one.
    #[cfg(any(feature = "hydrate", test))]
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let mut lines = text.split(END).map(str::to_owned);
        let chosen = lines.next()?;
        let mut fields = Vec::new();
        while let Some(key) = lines.next() {
            fields.push(FileRules {
                key,
                extensions: lines.next()?,
                max_bytes: lines.next()?.parse().ok()?,
                wrong_kind: lines.next()?,
                too_heavy: lines.next()?,
            });
        }
        Some(Self { chosen, fields })
    }
}

impl FileRules {
    /// The words for a file that is refused at once; nothing for one that may be sent. Only the server looks
    /// into the file: a name is a promise.
    #[must_use]
    pub fn refusal(&self, filename: &str, bytes: u64) -> Option<&str> {
        let extension = filename
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
            .to_ascii_lowercase();
        if !self
            .extensions
            .split(' ')
            .any(|accepted| accepted == extension)
        {
            return Some(&self.wrong_kind);
        }
        (bytes > self.max_bytes).then_some(self.too_heavy.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{FileRules, UploadRules};

    fn rules() -> UploadRules {
        UploadRules {
            chosen: "\u{FFFC} choisi".to_owned(),
            fields: vec![FileRules {
                key: "proof".to_owned(),
                extensions: "pdf jpg jpeg".to_owned(),
                max_bytes: 1000,
                wrong_kind: "kind".to_owned(),
                too_heavy: "weight".to_owned(),
            }],
        }
    }

    #[test]
    fn the_browser_reads_the_very_rules_that_the_server_wrote() {
        assert_eq!(UploadRules::decode(&rules().encode()), Some(rules()));
        assert_eq!(UploadRules::decode("chosen\nproof\npdf"), None);
    }

    #[test]
    fn a_photo_in_a_format_of_one_maker_is_refused_before_it_travels() {
        let field = &rules().fields[0];
        assert_eq!(field.refusal("photo.heic", 10), Some("kind"));
        assert_eq!(field.refusal("sans-extension", 10), Some("kind"));
        assert_eq!(field.refusal("Carte.PDF", 1001), Some("weight"));
        assert_eq!(field.refusal("Carte.v2.JPEG", 1000), None);
    }
}
