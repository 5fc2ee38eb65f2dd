//! Files to attach: a native input with its own submit, then what is attached.

use domain::{answers::AttachedFile, field::FileKind};
use leptos::prelude::*;

use super::{Question, question::join};
use crate::{
    components::{message_with, words_of},
    l10n::{plain, words},
    paths::Path,
    t,
    words::fields::{file_rules, file_words},
};

/// Value of `accept`: extensions, which every browser filters the same way.
fn accepted(kinds: &[FileKind]) -> String {
    let extensions: Vec<String> = kinds
        .iter()
        .flat_map(|kind| kind.extensions())
        .map(|extension| format!(".{extension}"))
        .collect();
    extensions.join(",")
}

fn attached(question: &Question<'_>, file: &AttachedFile) -> AnyView {
    let name = file.filename.clone();
    let here = question.state.draft.as_ref();
    let link = here
        .filter(|_| !question.state.elsewhere.contains(&file.id))
        .map_or_else(
            || view! { <bdi>{name.clone()}</bdi> }.into_any(),
            |draft| {
                let href = Path::DraftFile {
                    draft: draft.clone(),
                    file: file.id.clone(),
                }
                .here();
                view! {
                    <a href=href download=name.clone()>
                        <bdi>{name.clone()}</bdi>
                    </a>
                }
                .into_any()
            },
        );
    view! {
        <li class="file__item">
            <span class="file__name">{link} {file_words(file)}</span>
            <button class="button button--secondary" type="submit" name="do" value=format!("remove:{}", file.id)>
                {t!("file-remove", name = name)}
            </button>
        </li>
    }
    .into_any()
}

/// The native input stays visible: dictation software finds it by its label (accessibility reference, 5.6).
/// The list has its own heading, where the focus goes after a removal, the last one too.
///
/// RGAA 11.1, 11.9 (buttons name what they add or remove), 11.10, 11.11, 9.1, 9.3; WCAG 2.5.7 (no dragging).
pub(super) fn view(
    question: &Question<'_>,
    accept: &[FileKind],
    max_files: u16,
    max_mebibytes: u16,
) -> AnyView {
    let field = question.field;
    let rules_id = format!("{}-rules", question.id(None));
    let hint_id = question
        .field
        .hint
        .as_ref()
        .map(|_| format!("{}-hint", question.id(None)));
    let error_id = question
        .error(None)
        .map(|_| format!("{}-error", question.id(None)));
    let described_by = join([hint_id.clone(), Some(rules_id.clone()), error_id]);
    let hint = field.hint.as_ref().map(|hint| {
        view! {
            <p class="field__hint" id=hint_id>
                {words_of(hint)}
            </p>
        }
    });
    let files = question.files();
    // What was just done leads there: what follows is read from there on.
    let title_id = format!("{}-list", question.id(None));
    let title = if files.is_empty() {
        let words = message_with(&field.label, |label| t!("file-list-empty", label = label));
        view! { <p class="file__title" id=title_id tabindex="-1">{words}</p> }.into_any()
    } else {
        let words = message_with(&field.label, |label| t!("file-list", label = label));
        view! { <h2 class="file__title" id=title_id tabindex="-1">{words}</h2> }.into_any()
    };
    let list = (!files.is_empty()).then(|| {
        let items: Vec<AnyView> = files.iter().map(|file| attached(question, file)).collect();
        view! { <ul class="file__list">{items}</ul> }
    });
    view! {
        <label class="field__label" for=question.id(None)>
            {question.label()}
        </label>
        {hint}
        <p class="field__hint" id=rules_id>
            {file_rules(accept, max_files, max_mebibytes)}
        </p>
        {question.error_view(None)}
        <input
            class="field__control file__control"
            id=question.id(None)
            name=field.key.clone()
            type="file"
            accept=accepted(accept)
            aria-invalid=question.invalid(None)
            aria-describedby=described_by
        />
        <button
            class="button button--secondary"
            type="submit"
            name="do"
            value=format!("add:{}", field.key)
            aria-label=plain(&t!("file-add-named", label = words(&field.label)))
        >
            {t!("file-add")}
        </button>
        {title}
        {list}
    }
    .into_any()
}
