//! The structure tree: what each piece of a page's content is, for readers that do not look.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::finish::utf16;
use crate::layout::{Node, NodeId, Pages, Tag};

/// Numbers the marked content of each page as it is written.
pub(super) struct Marks<'n> {
    nodes: &'n [Node],
    /// The nodes of each page by the number of their marked content.
    owners: Vec<Vec<NodeId>>,
}

impl<'n> Marks<'n> {
    pub(super) fn new(nodes: &'n [Node]) -> Self {
        Self {
            nodes,
            owners: Vec::new(),
        }
    }

    /// The tag and number of the next piece of `node`'s content on `page`.
    pub(super) fn next(&mut self, node: NodeId, page: usize) -> (&'static str, i64) {
        if self.owners.len() <= page {
            self.owners.resize(page + 1, Vec::new());
        }
        let tag = self.nodes.get(node.0).map_or("P", |node| name(node.tag));
        let owners = self.owners.get_mut(page);
        let mcid = owners.map_or(0, |owners| {
            owners.push(node);
            owners.len() - 1
        });
        (tag, i64::try_from(mcid).unwrap_or(0))
    }
}

fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::H1 => "H1",
        Tag::H2 => "H2",
        Tag::P => "P",
        Tag::Table => "Table",
        Tag::Tr => "TR",
        Tag::ColumnTh | Tag::RowTh => "TH",
        Tag::Td => "TD",
        Tag::Figure => "Figure",
        Tag::Sect => "Sect",
    }
}

/// Adds the structure tree to `document`; returns its root.
pub(super) fn add(
    document: &mut Document,
    pages: &Pages,
    marks: &Marks<'_>,
    page_ids: &[ObjectId],
) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = pages.nodes.iter().map(|_node| document.new_object_id()).collect();
    let id = |node: NodeId| ids.get(node.0).copied().unwrap_or(root);
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); pages.nodes.len()];
    for (index, node) in pages.nodes.iter().enumerate() {
        if let Some(siblings) = node.parent.and_then(|parent| kids.get_mut(parent.0)) {
            siblings.push(Object::Reference(id(NodeId(index))));
        }
    }
    let mut first_pages: Vec<Option<ObjectId>> = vec![None; pages.nodes.len()];
    let mut parent_tree = Vec::new();
    for (number, (owners, page_id)) in marks.owners.iter().zip(page_ids).enumerate() {
        for (mcid, owner) in owners.iter().enumerate() {
            if let (Some(kids), Some(first)) = (kids.get_mut(owner.0), first_pages.get_mut(owner.0)) {
                kids.push(content(mcid, *page_id, *first.get_or_insert(*page_id)));
            }
        }
        let refs = owners.iter().map(|owner| Object::Reference(id(*owner))).collect();
        parent_tree.push(Object::Integer(i64::try_from(number).unwrap_or(0)));
        parent_tree.push(Object::Reference(document.add_object(Object::Array(refs))));
    }
    let rest = kids.into_iter().zip(first_pages);
    for (index, (node, (kids, first_page))) in pages.nodes.iter().zip(rest).enumerate() {
        let parent = node.parent.map_or(root, &id);
        document.objects.insert(
            id(NodeId(index)),
            Object::Dictionary(element(node, parent, kids, first_page)),
        );
    }
    let mut tree = Dictionary::new();
    tree.set("Type", "StructTreeRoot");
    tree.set("K", Object::Reference(id(NodeId(0))));
    tree.set(
        "ParentTree",
        Dictionary::from_iter([("Nums", Object::Array(parent_tree))]),
    );
    tree.set("ParentTreeNextKey", i64::try_from(page_ids.len()).unwrap_or(0));
    document.objects.insert(root, Object::Dictionary(tree));
    root
}

/// A kid that is content: its number alone on the element's own page, with the page named elsewhere.
fn content(mcid: usize, page: ObjectId, own_page: ObjectId) -> Object {
    let mcid = i64::try_from(mcid).unwrap_or(0);
    if page == own_page {
        return Object::Integer(mcid);
    }
    let mut reference = Dictionary::new();
    reference.set("Type", "MCR");
    reference.set("Pg", Object::Reference(page));
    reference.set("MCID", mcid);
    Object::Dictionary(reference)
}

fn element(node: &Node, parent: ObjectId, mut kids: Vec<Object>, page: Option<ObjectId>) -> Dictionary {
    let mut element = Dictionary::new();
    element.set("S", name(node.tag));
    element.set("P", Object::Reference(parent));
    if let Some(page) = page {
        element.set("Pg", Object::Reference(page));
    }
    if kids.len() == 1 {
        element.set("K", kids.remove(0));
    } else if !kids.is_empty() {
        element.set("K", Object::Array(kids));
    }
    if let Some(scope) = scope(node.tag) {
        let mut attributes = Dictionary::new();
        attributes.set("O", "Table");
        attributes.set("Scope", scope);
        element.set("A", attributes);
    }
    if let Some(language) = node.language {
        element.set("Lang", Object::string_literal(language));
    }
    for (key, text) in [("Alt", &node.alt), ("ActualText", &node.actual_text)] {
        if let Some(text) = text {
            element.set(key, Object::String(utf16(text), StringFormat::Hexadecimal));
        }
    }
    element
}

fn scope(tag: Tag) -> Option<&'static str> {
    match tag {
        Tag::ColumnTh => Some("Column"),
        Tag::RowTh => Some("Row"),
        _ => None,
    }
}
