//! What the person who edits the catalogue is told.

use std::{fs, path::Path};

use super::Catalogue;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/catalogue");

/// A copy of the fixture whose procedure `every-field` went through `change`.
fn edited(
    change: impl Fn(String) -> String,
) -> (tempfile::TempDir, Result<Catalogue, Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("procedures")).unwrap();
    for name in [
        "themes",
        "life_events",
        "services",
        "places",
        "procedures/every-field",
    ] {
        let name = format!("{name}.yaml");
        let text = fs::read_to_string(Path::new(FIXTURE).join(&name)).unwrap();
        let text = if name.starts_with("procedures") {
            change(text)
        } else {
            text
        };
        fs::write(folder.path().join(&name), text).unwrap();
    }
    let read = Catalogue::load(folder.path()).map_err(|defects| {
        defects
            .iter()
            .map(|defect| {
                defect
                    .to_string()
                    .replace(&*folder.path().to_string_lossy(), "")
            })
            .collect()
    });
    (folder, read)
}

fn line_of(needle: &str) -> usize {
    let text = fs::read_to_string(Path::new(FIXTURE).join("procedures/every-field.yaml")).unwrap();
    text.lines().position(|line| line.contains(needle)).unwrap() + 1
}

#[test]
fn a_sound_catalogue_is_read_with_its_words_in_place_of_identifiers() {
    let catalogue = Catalogue::load(Path::new(FIXTURE)).unwrap();
    let procedure = catalogue.procedure("every-field").unwrap();
    assert_eq!(procedure.service.email, "desk@example.org");
    assert_eq!(procedure.themes[0], catalogue.themes[0]);
    assert_eq!(catalogue.procedures.len(), 3);
    let easy = domain::locale::Locale::EasyFrench;
    assert_eq!(procedure.title.in_locale(easy).language, easy);
}

#[test]
fn an_editor_is_told_every_defect_at_once_with_its_line() {
    let (_folder, read) = edited(|text| {
        text.replace("cost: free", "cost: free\nprice: 3")
            .replace("themes: [papers]", "themes: [papres]")
            .replace(
                "key: copies, type: number, min: 1",
                "key: copies, type: number, minimum: 1, min: 1",
            )
    });
    let defects = read.unwrap_err();
    let price = line_of("cost: free") + 1;
    assert!(
        defects
            .iter()
            .any(|line| line.contains(&format!("every-field.yaml:{price}:1: price:"))),
        "{defects:?}"
    );
    assert!(
        defects
            .iter()
            .any(|line| line.contains("`papres` is not in themes.yaml")),
        "{defects:?}"
    );
    let copies = line_of("key: copies") + 1;
    assert!(
        defects
            .iter()
            .any(|line| line.contains(&format!("every-field.yaml:{copies}:"))
                && line.contains("`minimum`")),
        "{defects:?}"
    );
}

#[test]
fn two_fields_of_a_wrong_kind_are_both_told() {
    let (_folder, read) = edited(|text| {
        text.replace("type: yes_no", "type: yesno")
            .replace("type: statement", "type: oath")
    });
    let defects = read.unwrap_err();
    assert!(
        defects.iter().any(|line| line.contains("yesno")),
        "{defects:?}"
    );
    assert!(
        defects.iter().any(|line| line.contains("oath")),
        "{defects:?}"
    );
}

#[test]
fn broken_yaml_is_told_with_its_line() {
    let (_folder, read) = edited(|text| text.replace("minutes: 5", "minutes: [5"));
    let defects = read.unwrap_err();
    assert_eq!(defects.len(), 1, "{defects:?}");
    assert!(defects[0].contains("every-field.yaml:"), "{defects:?}");
}

#[test]
fn a_language_that_does_not_exist_is_told() {
    let (_folder, read) = edited(|text| text.replacen("fr: \"Summary\"", "frr: \"Summary\"", 1));
    let defects = read.unwrap_err();
    assert!(
        defects
            .iter()
            .any(|line| line.contains("summary") && line.contains("frr")),
        "{defects:?}"
    );
}

#[test]
fn a_missing_folder_is_told_and_nothing_is_invented() {
    let folder = tempfile::tempdir().unwrap();
    let defects = Catalogue::load(folder.path()).unwrap_err();
    assert_eq!(defects.len(), 5);
}

#[test]
fn the_sample_commune_tells_residents_everything_in_every_language() {
    let catalogue = Catalogue::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue")))
        .unwrap_or_else(|defects| {
            panic!(
                "{}",
                defects
                    .iter()
                    .map(|defect| format!("{defect}\n"))
                    .collect::<String>()
            )
        });
    assert_eq!(catalogue.procedures.len(), 9);
    assert_eq!(catalogue.places.len(), 3);
    assert_eq!(catalogue.appointment_types.len(), 7);
    assert!(catalogue.places.iter().all(|it| it.position.is_some()));
    assert_eq!(catalogue.improvements.len(), 3);
    let apart = |street: &domain::street::Street| {
        let all = catalogue.streets.iter();
        let apart = all.map(|other| street.position.distance_to(other.position).metres());
        apart.max().unwrap()
    };
    assert!(catalogue.streets.iter().all(|street| apart(street) < 6_000));
}

/// What is wrong with a copy of the whole fixture whose appointment types went through `change`.
fn with_types(change: impl Fn(String) -> String) -> Vec<String> {
    with("appointment_types.yaml", change)
}

/// The same with another file.
fn with(changed: &str, change: impl Fn(String) -> String) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for part in ["", "procedures"] {
        fs::create_dir_all(folder.path().join(part)).unwrap();
        for file in fs::read_dir(Path::new(FIXTURE).join(part)).unwrap() {
            let file = file.unwrap().path();
            let Some(name) = file.file_name().filter(|_| file.is_file()) else {
                continue;
            };
            let mut text = fs::read_to_string(&file).unwrap();
            if name == changed {
                text = change(text);
            }
            fs::write(folder.path().join(part).join(name), text).unwrap();
        }
    }
    let defects = Catalogue::load(folder.path()).map_or_else(|defects| defects, |_| Vec::new());
    defects.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_wrong_with_a_waiting_list_is_told_with_its_line() {
    let file = Path::new(FIXTURE).join("appointment_types.yaml");
    let text = fs::read_to_string(file).unwrap();
    let line = text.lines().position(|line| line.contains("waiting:"));
    let place = format!("appointment_types.yaml:{}:", line.unwrap() + 1);
    let told = |to: &str| with_types(|text| text.replace("waiting: {offer_hours: 4}", to));
    for sound in ["waiting: {}", "waiting: {offer_hours: 72, most_lapses: 1}"] {
        assert!(told(sound).is_empty(), "{:?}", told(sound));
    }
    for (wrong, what) in [
        ("waiting: {offer_hours: 0}", "waiting.offer_hours"),
        ("waiting: {offer_hours: 73}", "waiting.offer_hours"),
        ("waiting: {most_lapses: 0}", "waiting.most_lapses"),
        ("waiting: {hours: 4}", "hours"),
    ] {
        let defects = told(wrong);
        let right = |line: &String| line.contains(&place) && line.contains(what);
        assert!(defects.len() == 1 && right(&defects[0]), "{defects:?}");
    }
}

#[test]
fn an_appointment_that_helps_with_no_procedure_done_online_is_told() {
    let told = |ids: &str| {
        let with = format!("waiting: {{offer_hours: 4}}\n  helps_with: [{ids}]");
        with_types(|text| text.replace("waiting: {offer_hours: 4}", &with))
    };
    assert!(told("short-form").is_empty(), "{:?}", told("short-form"));
    for wrong in ["unknown", "visit"] {
        let defects = told(&format!("short-form, {wrong}"));
        let right = |line: &String| line.contains("helps_with[1]");
        assert!(defects.len() == 1 && right(&defects[0]), "{defects:?}");
    }
}

#[test]
fn what_is_wrong_with_a_street_or_a_position_is_told_with_its_line() {
    let second = "{lat: 47.31, lon: -4.9}";
    for (right, wrong, what) in [
        (
            "name: \"Rue de la Mairie\"",
            "name: \" \"",
            "[1].name: must not be blank",
        ),
        (
            "id: rue-de",
            "id: place-de",
            "`place-de-la-mairie` comes twice",
        ),
        (
            second,
            "{lat: 91, lon: -4.9}",
            "[1].position: a latitude is",
        ),
        (second, "{lat: 47.31}", "[1].position: missing field `lon`"),
        (
            second,
            "{lat: 47.31, lon: -4.9, alt: 3}",
            "`alt` means nothing here",
        ),
    ] {
        let defects = with("addresses.yaml", |text| text.replace(right, wrong));
        let told = |line: &String| line.contains("addresses.yaml:2:") && line.contains(what);
        assert!(
            defects.len() == 1 && told(&defects[0]),
            "{wrong}: {defects:?}"
        );
    }
    let place = "phone: \"02 61 91 00 10\"";
    let with_position = |position: &str| {
        let both = format!("{place}\n  position: {position}");
        with("places.yaml", |text| text.replacen(place, &both, 1))
    };
    assert!(with_position("{lat: 47.3, lon: -4.9}").is_empty());
    let defects = with_position("{lat: 47.3, lon: 200}");
    let told = |line: &String| line.contains("places.yaml:6:") && line.contains("[0].position");
    // What stands there stands nowhere then, which is told too.
    assert!(defects.iter().any(told), "{defects:?}");
}

#[test]
fn two_procedures_for_one_way_to_write_are_told() {
    let complaint = |text: String| format!("{text}\ndoor: complaint\n");
    let (folder, alone) = edited(complaint);
    assert!(alone.is_ok(), "{:?}", alone.err());
    let other = "procedures/short-form.yaml";
    let text = fs::read_to_string(Path::new(FIXTURE).join(other)).unwrap();
    fs::write(folder.path().join(other), complaint(text)).unwrap();
    let defects = Catalogue::load(folder.path()).unwrap_err();
    let told = defects.iter().map(ToString::to_string);
    let told: Vec<_> = told
        .filter(|line| line.contains("another procedure is this way to write already"))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("short-form.yaml"), "{told:?}");
}

/// The fixture with questionnaires that went through `change`.
fn asking(change: impl Fn(String) -> String) -> Result<Catalogue, Vec<String>> {
    let (folder, _) = edited(|text| text);
    let text = fs::read_to_string(Path::new(FIXTURE).join("surveys.yaml")).unwrap();
    fs::write(folder.path().join("surveys.yaml"), change(text)).unwrap();
    Catalogue::load(folder.path())
        .map_err(|defects| defects.iter().map(ToString::to_string).collect())
}

#[test]
fn an_editor_of_questionnaires_is_told_of_each_defect_with_its_line() {
    assert_eq!(asking(|text| text).unwrap().questionnaires.len(), 2);
    let defects = asking(|text| {
        text.replace("moment: page", "moment: procedure")
            .replacen("need: optional", "need: required", 1)
            .replace("role: page_clear", "role: contact_email")
    })
    .unwrap_err();
    let told = |what: &str| defects.iter().any(|line| line.contains(what));
    assert!(
        told("another questionnaire above is asked at this moment"),
        "{defects:?}"
    );
    assert!(
        told("every question of a questionnaire can be skipped"),
        "{defects:?}"
    );
    assert!(
        told("this role does not belong to this sort of form"),
        "{defects:?}"
    );
    let line = fs::read_to_string(Path::new(FIXTURE).join("surveys.yaml")).unwrap();
    let line = line
        .lines()
        .position(|line| line.contains("moment: page"))
        .unwrap()
        + 1;
    assert!(told(&format!("surveys.yaml:{line}:")), "{defects:?}");
}

#[test]
fn what_is_wrong_with_an_improvement_is_told_with_its_line() {
    let file = Path::new(FIXTURE).join("improvements.yaml");
    let text = fs::read_to_string(file).unwrap();
    let line_of = |needle: &str| text.lines().position(|line| line.contains(needle)).unwrap() + 1;
    for (right, wrong, what) in [
        (
            "id: short-form",
            "id: nowhere",
            "[0].subject: no such procedure",
        ),
        ("id: hall", "id: nowhere", "[1].subject: no such place"),
        (
            "kind: place, id: hall",
            "kind: page, id: home",
            "[1].subject: a procedure, a place",
        ),
        ("kind: place", "kind: street", "[1].subject"),
        ("measure: ease", "measure: easy", "[0].measure"),
        (
            "measure: ease",
            "measure: page_clear",
            "[0].measure: no page shows",
        ),
        (
            "falc: Une marche",
            "falc: ' '",
            "[1].said.fr-simple: no words in this language",
        ),
        ("ar: أقصر, ", "", "[0].did.ar: no words in this language"),
        ("id: ramp", "id: La rampe", "[1].id: an identifier holds"),
        ("date: 2026-10-05", "date: 2026-13-05", "[0].date"),
    ] {
        let defects = with("improvements.yaml", |text| text.replacen(right, wrong, 1));
        let place = format!("improvements.yaml:{}:", line_of(right));
        let told = |line: &String| line.contains(&place) && line.contains(what);
        assert!(
            defects.len() == 1 && told(&defects[0]),
            "{wrong}: {defects:?}"
        );
    }
    // What a place does not measure.
    let defects = with("improvements.yaml", |text| {
        text.replace(
            "falc: Une rampe}",
            "falc: Une rampe}\n  measure: days_taken",
        )
    });
    assert!(
        defects.len() == 1 && defects[0].contains("[1].measure"),
        "{defects:?}"
    );
}
