//! Listens to the choice of a file.

use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

use crate::{
    browser::{Attempt, Scrolls, absent, after, by_id, document, focus, listen, live},
    islands::{
        form_rules::SLOT,
        marks::{describe, error_before, set_invalid},
        upload_rules::{HOLDER, UploadRules},
    },
};

/// Starts to assist the file inputs of the page.
pub(super) fn start() -> Attempt {
    let holder = by_id(HOLDER).ok_or_else(absent)?;
    let text = holder.get_attribute("data-rules").ok_or_else(absent)?;
    let rules = UploadRules::decode(&text).ok_or_else(absent)?;
    let form = by_id("step-form").ok_or_else(absent)?;
    listen(&form, "change", move |event: Event| {
        if let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        {
            let _ = chosen(&rules, &input);
        }
    });
    Ok(())
}

/// Tells which files were chosen, or why one cannot be sent.
fn chosen(rules: &UploadRules, input: &HtmlInputElement) -> Attempt {
    let Some(field) = rules.fields.iter().find(|field| field.key == input.name()) else {
        return Ok(());
    };
    let Some(files) = input.files().filter(|files| files.length() > 0) else {
        return Ok(());
    };
    let files: Vec<File> = (0..files.length())
        .filter_map(|index| files.item(index))
        .collect();
    let refused = files.iter().find_map(|file| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a weight in bytes"
        )]
        let bytes = file.size() as u64;
        Some(
            field
                .refusal(&file.name(), bytes)?
                .replace(SLOT, &file.name()),
        )
    });
    let mut error_id = input.id();
    error_id.push_str("-error");
    let standing = by_id(&error_id);
    let said = if let Some(words) = &refused {
        // An empty input sends nothing; what was typed elsewhere in the page is untouched.
        input.set_value("");
        match standing {
            Some(error) => error.set_text_content(Some(words)),
            None => error_before(input, &error_id, words)?,
        }
        words.clone()
    } else {
        if let Some(error) = standing {
            error.remove();
        }
        let names: Vec<String> = files.iter().map(File::name).collect();
        rules.chosen.replace(SLOT, &names.join(", "))
    };
    set_invalid(input, refused.is_some());
    describe(input, &error_id, refused.is_some());
    // Mobile readers go back to the top of the page after the picker of the system.
    if document()?.active_element().as_ref() != Some(input.as_ref()) {
        focus(input, Scrolls::No);
    }
    let (input, is_refused) = (input.clone(), refused.is_some());
    after(live::AFTER_FOCUS, move || {
        // The page may have changed meanwhile.
        if !input.is_connected() {
            return;
        }
        if is_refused {
            live::warn(&said);
        } else {
            live::say(&said);
        }
    });
    Ok(())
}
