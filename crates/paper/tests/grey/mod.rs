//! Pages as pictures, and how far two of them lie apart.

#![allow(dead_code, reason = "each user of this module compares in some of these ways")]

use std::path::PathBuf;

use crate::reading::run;

/// Dots to the inch.
const DOTS: u32 = 48;

/// A grey picture of a page.
pub struct Grey {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Grey {
    fn at(&self, x: u32, y: u32) -> f64 {
        let index = (x < self.width).then_some((y * self.width + x) as usize);
        f64::from(
            index
                .and_then(|index| self.pixels.get(index))
                .copied()
                .unwrap_or(u8::MAX),
        )
    }
}

/// The first page of a paper, as poppler draws it.
pub fn of_pdf(pdf: &[u8]) -> Grey {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("page");
    let arguments = [
        "-r",
        &DOTS.to_string(),
        "-gray",
        "-singlefile",
        "-png",
        "{}",
        out.to_str().unwrap(),
    ];
    assert!(run(pdf, "pdftoppm", &arguments).status.success());
    read(&std::fs::read(out.with_extension("png")).unwrap())
}

/// A page drawn as SVG, on white.
pub fn of_svg(svg: &str) -> Grey {
    let tree = resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).unwrap();
    let scale = DOTS as f32 / 72.0;
    let [width, height] =
        [tree.size().width(), tree.size().height()].map(|side| (side * scale).ceil() as u32);
    let mut pixmap = resvg::tiny_skia::Pixmap::new(width, height).unwrap();
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    let scale = resvg::tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let grey = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(u32::from);
        u8::try_from((red * 299 + green * 587 + blue * 114) / 1000).unwrap()
    };
    Grey {
        width,
        height,
        pixels: pixmap.pixels().iter().map(grey).collect(),
    }
}

/// A picture that was kept.
pub fn read(file: &[u8]) -> Grey {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let about = reader.next_frame(&mut pixels).unwrap();
    // poppler writes the grey of a pixel three times.
    let channels = about.color_type.samples();
    Grey {
        width: about.width,
        height: about.height,
        pixels: pixels.chunks(channels).map(|pixel| pixel[0]).collect(),
    }
}

/// A picture to be kept.
pub fn png(picture: &Grey) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&picture.pixels).unwrap();
    writer.finish().unwrap();
    file
}

/// How far two pictures lie apart: on the average, and at the worst place.
pub fn distance(one: &Grey, other: &Grey) -> (f64, f64) {
    let (width, height) = (one.width.max(other.width), one.height.max(other.height));
    let (mut sum, mut worst, mut places) = (0.0, 0.0_f64, 0.0);
    for y in (0..height).step_by(4) {
        for x in (0..width).step_by(4) {
            let of = |picture: &Grey| -> f64 {
                let pixels = (0..4).flat_map(|dy| (0..4).map(move |dx| (x + dx, y + dy)));
                pixels.map(|(x, y)| picture.at(x, y)).sum::<f64>() / 16.0
            };
            let gap = (of(one) - of(other)).abs();
            sum += gap;
            worst = worst.max(gap);
            places += 1.0;
        }
    }
    (sum / places, worst)
}

/// Leaves the page as it is now, and where it differs, to be looked at.
pub fn show(name: &str, before: &Grey, now: &Grey) -> PathBuf {
    let folder = std::env::var_os("FOLIO_TEST_ARTIFACTS").map_or_else(std::env::temp_dir, PathBuf::from);
    let mut gap = Grey {
        width: now.width,
        height: now.height,
        pixels: Vec::new(),
    };
    for y in 0..now.height {
        for x in 0..now.width {
            gap.pixels
                .push(255 - (before.at(x, y) - now.at(x, y)).abs() as u8);
        }
    }
    std::fs::write(folder.join(format!("{name}-now.png")), png(now)).unwrap();
    let shown = folder.join(format!("{name}-difference.png"));
    std::fs::write(&shown, png(&gap)).unwrap();
    shown
}
