//! The structure of a document, made before its pages: what each piece of text is, in reading order. Drawing then
//! tells which marks on the pages belong to which piece.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A group of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group(usize);

/// A place in a group for what is drawn of one piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(usize);

enum Child {
    Group(Group),
    Slot(Slot),
}

/// The structure as it grows.
#[derive(Default)]
pub(super) struct Tags {
    groups: Vec<(TagKind, Vec<Child>)>,
    slots: Vec<Vec<Identifier>>,
    roots: Vec<Group>,
}

impl Tags {
    /// A new group at the end of another, or of the document.
    pub(super) fn group(&mut self, tag: impl Into<TagKind>, within: Option<Group>) -> Group {
        let group = Group(self.groups.len());
        self.groups.push((tag.into(), Vec::new()));
        match within.and_then(|Group(parent)| self.groups.get_mut(parent)) {
            Some((_, children)) => children.push(Child::Group(group)),
            None => self.roots.push(group),
        }
        group
    }

    /// A new place at the end of a group.
    pub(super) fn slot(&mut self, within: Group) -> Slot {
        let slot = Slot(self.slots.len());
        self.slots.push(Vec::new());
        if let Some((_, children)) = self.groups.get_mut(within.0) {
            children.push(Child::Slot(slot));
        }
        slot
    }

    /// Something drawn belongs there.
    pub(super) fn fill(&mut self, slot: Slot, identifier: Identifier) {
        if let Some(identifiers) = self.slots.get_mut(slot.0) {
            identifiers.push(identifier);
        }
    }

    /// The tree, once everything is drawn.
    pub(super) fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in &self.roots {
            tree.children.extend(self.node(*root));
        }
        tree
    }

    fn node(&self, Group(rank): Group) -> Option<Node> {
        let (tag, children) = self.groups.get(rank)?;
        let mut group = TagGroup::new(tag.clone());
        for child in children {
            match child {
                Child::Group(inner) => group.children.extend(self.node(*inner)),
                Child::Slot(Slot(slot)) => {
                    let identifiers = self.slots.get(*slot).into_iter().flatten();
                    group
                        .children
                        .extend(identifiers.map(|one| Node::Leaf(*one)));
                }
            }
        }
        (!group.children.is_empty()).then_some(Node::Group(group))
    }
}
