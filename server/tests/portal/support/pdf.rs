//! A PDF as a screen reader meets it: its structure, and the text behind each element of it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content, decode_text_string};

/// An element of the structure.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    /// What it is: `H1`, `P`, `TH`…
    pub(crate) role: String,
    /// Its language, when it is not that of what surrounds it.
    pub(crate) language: Option<String>,
    /// What it holds, in reading order.
    pub(crate) content: Vec<Held>,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub(crate) enum Held {
    Element(Element),
    Text(String),
    /// A link that can be followed, with what is said of it.
    Link(String),
}

/// A PDF, read whole.
pub(crate) struct Pdf {
    document: Document,
    texts: BTreeMap<(ObjectId, i64), String>,
    /// Text that no reader is told of, though it is no ornament.
    pub(crate) untold: Vec<String>,
    /// Ornaments: page numbers.
    pub(crate) ornaments: Vec<String>,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let mut pdf = Self {
            document,
            texts: BTreeMap::new(),
            untold: Vec::new(),
            ornaments: Vec::new(),
        };
        let pages: Vec<ObjectId> = pdf.document.get_pages().into_values().collect();
        for page in pages {
            pdf.read_page(page);
        }
        pdf
    }

    pub(crate) fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// An entry of the catalog as text.
    pub(crate) fn language(&self) -> String {
        let catalog = self.document.catalog().unwrap();
        decode_text_string(catalog.get(b"Lang").unwrap()).unwrap()
    }

    /// The title that readers announce.
    pub(crate) fn title(&self) -> String {
        let info = self.document.trailer.get(b"Info").unwrap();
        let info = self.follow(info).as_dict().unwrap();
        decode_text_string(info.get(b"Title").unwrap()).unwrap()
    }

    /// Whether the file says of itself that it keeps to PDF/UA-1.
    pub(crate) fn is_marked_accessible(&self) -> bool {
        let metadata = self.document.catalog().unwrap().get(b"Metadata").unwrap();
        let metadata = self.follow(metadata).as_stream().unwrap();
        let content = metadata
            .decompressed_content()
            .unwrap_or_else(|_| metadata.content.clone());
        String::from_utf8_lossy(&content).contains("pdfuaid:part>1<")
    }

    /// The structure, from its root.
    pub(crate) fn root(&self) -> Element {
        let root = self.document.catalog().unwrap();
        let root = self.follow(root.get(b"StructTreeRoot").unwrap());
        let mut content = Vec::new();
        self.hold(root.as_dict().unwrap(), None, &mut content);
        Element {
            role: "Root".to_owned(),
            language: None,
            content,
        }
    }

    fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    fn element(&self, dictionary: &Dictionary, page: Option<ObjectId>) -> Element {
        let role = dictionary.get(b"S").unwrap().as_name().unwrap();
        let language = dictionary.get(b"Lang").ok();
        let page = reference(dictionary, b"Pg").or(page);
        let mut content = Vec::new();
        self.hold(dictionary, page, &mut content);
        Element {
            role: String::from_utf8_lossy(role).into_owned(),
            language: language.map(|language| decode_text_string(language).unwrap()),
            content,
        }
    }

    fn hold(&self, dictionary: &Dictionary, page: Option<ObjectId>, content: &mut Vec<Held>) {
        let Ok(kids) = dictionary.get(b"K") else {
            return;
        };
        let kids = match self.follow(kids) {
            Object::Array(kids) => kids.clone(),
            one => vec![one.clone()],
        };
        for kid in &kids {
            content.extend(self.held(self.follow(kid), page));
        }
    }

    fn held(&self, kid: &Object, page: Option<ObjectId>) -> Option<Held> {
        if let Ok(mark) = kid.as_i64() {
            return self.text(page, mark);
        }
        let kid = kid.as_dict().unwrap();
        let page = reference(kid, b"Pg").or(page);
        match kid
            .get(b"Type")
            .and_then(Object::as_name)
            .unwrap_or(b"StructElem")
        {
            b"MCR" => self.text(page, kid.get(b"MCID").unwrap().as_i64().unwrap()),
            b"OBJR" => {
                let link = self.follow(kid.get(b"Obj").unwrap()).as_dict().unwrap();
                let said = decode_text_string(link.get(b"Contents").unwrap()).unwrap();
                Some(Held::Link(said))
            }
            _ => Some(Held::Element(self.element(kid, page))),
        }
    }

    fn text(&self, page: Option<ObjectId>, mark: i64) -> Option<Held> {
        let text = self.texts.get(&(page?, mark))?;
        Some(Held::Text(text.clone()))
    }

    /// Goes through what is drawn on a page.
    fn read_page(&mut self, page: ObjectId) {
        let fonts = self.document.get_page_fonts(page).unwrap();
        let fonts: BTreeMap<Vec<u8>, Letters> = fonts
            .into_iter()
            .map(|(name, font)| (name, self.letters(font)))
            .collect();
        let content = self.document.get_page_content(page).unwrap();
        let content = Content::decode(&content).unwrap();
        let mut marks: Vec<Mark> = Vec::new();
        let mut font = None;
        let mut drawn: Vec<(Option<i64>, bool, String)> = Vec::new();
        for operation in &content.operations {
            let operands = &operation.operands;
            let mut shown = String::new();
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    let mark = Mark::read(operands);
                    if !marks.iter().any(|mark| mark.spoken.is_some()) {
                        shown.extend(mark.spoken.clone());
                    }
                    marks.push(mark);
                }
                "EMC" => {
                    marks.pop();
                }
                "Tf" => {
                    font = operands
                        .first()
                        .and_then(|name| fonts.get(name.as_name().ok()?))
                }
                "Tj" | "TJ" if !marks.iter().any(|mark| mark.spoken.is_some()) => {
                    let letters: &Letters = font.unwrap();
                    read_strings(operands, letters, &mut shown);
                }
                _ => {}
            }
            if !shown.is_empty() {
                let mark = marks.iter().rev().find_map(|mark| mark.number);
                let ornament = marks.iter().any(|mark| mark.is_ornament);
                drawn.push((mark, ornament, shown));
            }
        }
        for (mark, ornament, shown) in drawn {
            match (mark, ornament) {
                (_, true) => self.ornaments.push(shown),
                (Some(mark), false) => self.texts.entry((page, mark)).or_default().push_str(&shown),
                (None, false) => self.untold.push(shown),
            }
        }
    }

    /// What each code of a font stands for.
    fn letters(&self, font: &Dictionary) -> Letters {
        let map = self
            .follow(font.get(b"ToUnicode").unwrap())
            .as_stream()
            .unwrap();
        let map = map
            .decompressed_content()
            .unwrap_or_else(|_| map.content.clone());
        let map = String::from_utf8_lossy(&map).into_owned();
        let mut letters = Letters::new();
        for block in map.split("beginbfchar").skip(1) {
            let block = block.split("endbfchar").next().unwrap();
            let codes: Vec<&str> = block
                .split(['<', '>'])
                .map(str::trim)
                .filter(|code| !code.is_empty())
                .collect();
            for pair in codes.chunks(2) {
                let code = u16::from_str_radix(pair[0], 16).unwrap();
                let units: Vec<u16> = pair[1]
                    .as_bytes()
                    .chunks(4)
                    .map(|unit| {
                        u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap()
                    })
                    .collect();
                letters.insert(code, String::from_utf16(&units).unwrap());
            }
        }
        letters
    }
}

type Letters = BTreeMap<u16, String>;

fn reference(dictionary: &Dictionary, key: &[u8]) -> Option<ObjectId> {
    dictionary.get(key).ok()?.as_reference().ok()
}

fn read_strings(operands: &[Object], letters: &Letters, shown: &mut String) {
    for operand in operands {
        match operand {
            Object::String(codes, _) => {
                for code in codes.chunks(2) {
                    shown.push_str(&letters[&u16::from_be_bytes([code[0], code[1]])]);
                }
            }
            Object::Array(parts) => read_strings(parts, letters, shown),
            _ => {}
        }
    }
}

/// A mark around what is drawn.
struct Mark {
    number: Option<i64>,
    spoken: Option<String>,
    is_ornament: bool,
}

impl Mark {
    fn read(operands: &[Object]) -> Self {
        let properties = operands.get(1).and_then(|object| object.as_dict().ok());
        let get = |key: &[u8]| properties.and_then(|known| known.get(key).ok());
        Self {
            number: get(b"MCID").and_then(|number| number.as_i64().ok()),
            spoken: get(b"ActualText").map(|spoken| decode_text_string(spoken).unwrap()),
            is_ornament: operands[0].as_name().unwrap() == b"Artifact",
        }
    }
}

impl Element {
    /// Its text, and that of all it holds.
    pub(crate) fn text(&self) -> String {
        self.content
            .iter()
            .map(|held| match held {
                Held::Element(element) => element.text(),
                Held::Text(text) => text.clone(),
                Held::Link(_) => String::new(),
            })
            .collect()
    }

    /// The same without the marks of lists, which no page has as text.
    pub(crate) fn words(&self) -> String {
        self.content
            .iter()
            .map(|held| match held {
                Held::Element(element) if element.role == "Lbl" => String::new(),
                Held::Element(element) => element.words(),
                Held::Text(text) => text.clone(),
                Held::Link(_) => String::new(),
            })
            .collect()
    }

    /// What is said of the links in it.
    pub(crate) fn links(&self) -> Vec<&str> {
        self.content
            .iter()
            .filter_map(|held| match held {
                Held::Link(said) => Some(&**said),
                _ => None,
            })
            .collect()
    }

    /// Every element below, in reading order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for held in &self.content {
            if let Held::Element(element) = held {
                all.extend(element.all());
            }
        }
        all
    }

    /// Elements of a role.
    pub(crate) fn of_role(&self, role: &str) -> Vec<&Self> {
        let all = self.all().into_iter();
        all.filter(|element| element.role == role).collect()
    }
}
