//! The built site: the stylesheet that every page carries, the script names, the files under `/pkg` and `public`.

use std::{path::Path, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use leptos::config::LeptosOptions;
use sha2::{Digest, Sha256};

/// What the build made, read once at start.
#[derive(Debug, Clone)]
pub struct Site {
    style: Style,
    /// Names and places for Leptos.
    pub options: LeptosOptions,
}

/// The one stylesheet, inlined in every page.
#[derive(Debug, Clone)]
pub struct Style {
    /// Its rules.
    pub css: Arc<str>,
    /// `'sha256-…'` of them, for the CSP header.
    pub digest: Arc<str>,
}

impl Style {
    fn of(css: &str) -> Self {
        let css = css.trim();
        let digest = STANDARD.encode(Sha256::digest(css.as_bytes()));
        Self {
            css: css.into(),
            digest: format!("'sha256-{digest}'").into(),
        }
    }

    /// The stylesheet of a built site.
    fn read(folder: &Path) -> Result<Self, SiteError> {
        let missing = || SiteError::Missing(folder.display().to_string());
        let entries = std::fs::read_dir(folder.join("pkg")).map_err(|_| missing())?;
        // While one develops, a change of style is written beside the stylesheet of the last whole build.
        let css = entries
            .filter_map(Result::ok)
            .filter(|entry| {
                let name = entry.file_name();
                let name = name.to_str().unwrap_or_default();
                name.starts_with(NAME) && name.ends_with(".css")
            })
            .max_by_key(|entry| entry.metadata().and_then(|known| known.modified()).ok())
            .ok_or_else(missing)?;
        let css = std::fs::read_to_string(css.path()).map_err(|_| missing())?;
        Ok(Self::of(&css))
    }
}

/// Why the built site cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// Folder or file missing.
    #[error("the built site is not in {0}: build it first (`make build`), or set `site`")]
    Missing(String),
    /// `hash.txt` names files that are not there.
    #[error("hash.txt beside the program is missing: it tells the names of the script files")]
    Hashes,
}

/// Name of the bundle in the site folder, as the build writes it.
const NAME: &str = "parvis";

impl Site {
    /// Reads a built site.
    ///
    /// # Errors
    /// The folder or one of its files is missing.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let style = Style::read(folder)?;
        let hashes = std::env::current_exe()
            .ok()
            .and_then(|program| program.parent().map(|folder| folder.join("hash.txt")))
            .is_some_and(|file| file.exists());
        if !hashes {
            return Err(SiteError::Hashes);
        }
        let options = LeptosOptions::builder()
            .output_name(NAME)
            .site_root(folder.display().to_string())
            .site_pkg_dir("pkg")
            .hash_files(true)
            .build();
        Ok(Self { style, options })
    }

    /// The stylesheet. A development build reads it again: only this file changes without a restart.
    #[must_use]
    pub fn style(&self) -> Style {
        if cfg!(debug_assertions)
            && let Ok(style) = Style::read(Path::new(&*self.options.site_root))
        {
            return style;
        }
        self.style.clone()
    }

    /// A site without script files: for tests of routes.
    #[must_use]
    pub fn bare(css: &str) -> Self {
        Self {
            style: Style::of(css),
            options: LeptosOptions::builder().output_name(NAME).build(),
        }
    }
}
