//! Walking the XML of an e-invoice by local names. Namespaces are the concern of [`super::structure`]: where it is
//! content, a local name has one namespace at each place.

use roxmltree::Node;

/// An element of the XML.
pub(super) type Element<'a> = Node<'a, 'a>;

/// The child elements of `parent`.
pub(super) fn children<'a>(parent: Element<'a>) -> impl Iterator<Item = Element<'a>> {
    parent.children().filter(Node::is_element)
}

/// The child elements of `parent` called `name`.
pub(super) fn named<'a, 'b>(
    parent: Element<'a>,
    name: &'b str,
) -> impl Iterator<Item = Element<'a>> + use<'a, 'b> {
    children(parent).filter(move |child| child.tag_name().name() == name)
}

/// The elements below `from` along `path`, names separated by `/`.
pub(super) fn all<'a>(from: Element<'a>, path: &str) -> Vec<Element<'a>> {
    path.split('/').fold(vec![from], |found, name| {
        found.into_iter().flat_map(|parent| named(parent, name)).collect()
    })
}

/// The first of [`all`].
pub(super) fn first<'a>(from: Element<'a>, path: &str) -> Option<Element<'a>> {
    path.split('/')
        .try_fold(from, |parent, name| named(parent, name).next())
}

/// Every element called `name`, at any depth.
pub(super) fn anywhere<'a, 'b>(
    root: Element<'a>,
    name: &'b str,
) -> impl Iterator<Item = Element<'a>> + use<'a, 'b> {
    root.descendants()
        .filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// All text of an element and of those in it, as XPath's `string()` gives it.
pub(super) fn string(element: Element<'_>) -> String {
    element
        .descendants()
        .filter(Node::is_text)
        .filter_map(|node| node.text())
        .collect()
}

/// The trimmed text at `path` below `from`, when there is any.
pub(super) fn text_at(from: Element<'_>, path: &str) -> Option<String> {
    first(from, path)
        .map(|element| string(element).trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// The names of the elements from below the root to `element`, joined by `/`; empty for the root.
pub(super) fn path(element: Element<'_>) -> String {
    let mut names: Vec<&str> = element
        .ancestors()
        .filter(Node::is_element)
        .map(|node| node.tag_name().name())
        .collect();
    names.pop();
    names.reverse();
    names.join("/")
}

/// Where `element` stands, for a person: its line and its path, with a number where there are several of one name.
pub(super) fn place(element: Element<'_>) -> String {
    let mut steps: Vec<String> = element.ancestors().filter(Node::is_element).map(step).collect();
    steps.reverse();
    let line = element.document().text_pos_at(element.range().start).row;
    format!("line {line}, {}", steps.join("/"))
}

fn step(element: Element<'_>) -> String {
    let name = element.tag_name().name();
    let Some(parent) = element.parent_element() else {
        return name.to_owned();
    };
    let before = named(parent, name)
        .position(|sibling| sibling == element)
        .unwrap_or_default();
    if named(parent, name).nth(1).is_some() {
        format!("{name}[{}]", before + 1)
    } else {
        name.to_owned()
    }
}
