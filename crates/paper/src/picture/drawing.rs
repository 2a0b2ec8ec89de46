//! SVG, drawn finely enough for print. What looks different wherever it is drawn, text and linked pictures, is
//! refused.

use std::collections::{BTreeMap, HashMap};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, NodeId, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::{Read, of_rgba};
use crate::error::LogoFault;

/// Pixels of the longer side: 500 to the inch in the widest box that a template has for it.
const SIDE: f32 = 1_400.0;
/// The most elements that a drawing may come to when everything that is used again is counted again.
const ELEMENTS_MAX: u64 = 50_000;

pub(super) fn svg(file: &[u8]) -> Read {
    let broken = || LogoFault::Broken;
    let text = std::str::from_utf8(file).map_err(|_unreadable| broken())?;
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: 100_000,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|_unreadable| broken())?;
    let looks_elsewhere = |node: Node<'_, '_>| matches!(node.tag_name().name(), "text" | "image");
    if document.descendants().any(looks_elsewhere) {
        return Err(LogoFault::Text);
    }
    if elements(&document) > ELEMENTS_MAX {
        return Err(broken());
    }
    // Nothing is read from disk or the net, whatever a drawing names.
    let nothing = ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options {
        image_href_resolver: nothing,
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_unreadable| broken())?;
    let size = tree.size();
    let scale = SIDE / size.width().max(size.height());
    let side = |length: f32| (length * scale).round().clamp(1.0, SIDE) as u32;
    let (width, height) = (side(size.width()), side(size.height()));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(broken)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    if pixmap.pixels().iter().all(|pixel| pixel.alpha() == 0) {
        return Err(broken());
    }
    let rgba = pixmap.pixels().iter().flat_map(|pixel| {
        let plain = pixel.demultiply();
        [plain.red(), plain.green(), plain.blue(), plain.alpha()]
    });
    Ok((width, height, of_rgba(&rgba.collect::<Vec<u8>>())))
}

/// How many elements are drawn: what `use` names counts wherever it is used, so that a small file cannot come to
/// millions of them.
fn elements(document: &Document<'_>) -> u64 {
    let named: BTreeMap<&str, Node<'_, '_>> = document
        .descendants()
        .filter_map(|node| Some((node.attribute("id")?, node)))
        .collect();
    count(document.root(), &named, &mut HashMap::new(), 0)
}

fn count<'d>(
    node: Node<'d, 'd>,
    named: &BTreeMap<&str, Node<'d, 'd>>,
    counted: &mut HashMap<NodeId, u64>,
    depth: u32,
) -> u64 {
    if depth > 200 {
        return u64::MAX;
    }
    if let Some(known) = counted.get(&node.id()) {
        return *known;
    }
    // While it is being counted it counts for itself: a circle ends here, as it does where it is drawn.
    counted.insert(node.id(), 1);
    let mut sum = 1_u64;
    for child in node.children().filter(Node::is_element) {
        sum = sum.saturating_add(count(child, named, counted, depth + 1));
    }
    let link = node
        .attributes()
        .find(|attribute| node.tag_name().name() == "use" && attribute.name() == "href");
    let target = link.and_then(|link| named.get(link.value().strip_prefix('#')?));
    if let Some(target) = target {
        sum = sum.saturating_add(count(*target, named, counted, depth + 1));
    }
    counted.insert(node.id(), sum);
    sum
}
