//! The logo in the file: one picture that every page may draw.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::picture::{Picture, Pixels};

/// The name by which a page's content calls the logo.
pub(super) const NAME: &str = "Logo";

/// Adds `picture` to the resources of all `pages`.
pub(super) fn add(
    document: &mut Document,
    picture: &Picture,
    pages: &[ObjectId],
) -> Result<(), lopdf::Error> {
    let image = image(document, picture);
    for page in pages {
        let own = document.get_dictionary(*page)?.get(b"Resources")?.clone();
        let mut resources = whole(document, &own)?;
        let mut pictures = match resources.get(b"XObject") {
            Ok(known) => whole(document, known)?,
            Err(_none) => Dictionary::new(),
        };
        pictures.set(NAME, Object::Reference(image));
        resources.set("XObject", Object::Dictionary(pictures));
        match own {
            Object::Reference(id) => *document.get_dictionary_mut(id)? = resources,
            _ => document
                .get_dictionary_mut(*page)?
                .set("Resources", Object::Dictionary(resources)),
        }
    }
    Ok(())
}

/// A dictionary, wherever it stands.
fn whole(document: &Document, object: &Object) -> Result<Dictionary, lopdf::Error> {
    match object {
        Object::Reference(id) => document.get_dictionary(*id).cloned(),
        direct => direct.as_dict().cloned(),
    }
}

fn image(document: &mut Document, picture: &Picture) -> ObjectId {
    let plain = |space: &str, bytes: Vec<u8>| {
        let mut about = Dictionary::new();
        about.set("Type", "XObject");
        about.set("Subtype", "Image");
        about.set("Width", i64::from(picture.width));
        about.set("Height", i64::from(picture.height));
        about.set("ColorSpace", space);
        about.set("BitsPerComponent", 8);
        Stream::new(about, bytes)
    };
    match &picture.pixels {
        Pixels::Plain { rgb, alpha } => {
            let mut image = plain("DeviceRGB", rgb.clone());
            if let Some(alpha) = alpha {
                let mask = document.add_object(plain("DeviceGray", alpha.clone()));
                image.dict.set("SMask", Object::Reference(mask));
            }
            document.add_object(image)
        }
        Pixels::Jpeg { file, is_grey } => {
            let space = if *is_grey { "DeviceGray" } else { "DeviceRGB" };
            let mut image = plain(space, file.clone());
            image.dict.set("Filter", "DCTDecode");
            document.add_object(image)
        }
    }
}
