//! PNG and JPEG.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Pixels, Read, SIDE_MAX, of_rgba, sized};
use crate::error::LogoFault;

/// The most memory that reading a picture may take.
const BYTES_MAX: usize = 160 * 1024 * 1024;

pub(super) fn png(file: &[u8]) -> Read {
    let broken = |_error| LogoFault::Broken;
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: BYTES_MAX });
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().map_err(broken)?;
    let (width, height) = reader.info().size();
    sized(width, height)?;
    let size = reader.output_buffer_size().filter(|size| *size <= BYTES_MAX);
    let mut pixels = vec![0; size.ok_or(LogoFault::Broken)?];
    reader.next_frame(&mut pixels).map_err(broken)?;
    let pixels = match reader.output_color_type().0 {
        ColorType::Rgba => of_rgba(&pixels),
        ColorType::GrayscaleAlpha => {
            let (greys, _none) = pixels.as_chunks::<2>();
            let rgba = greys
                .iter()
                .flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]);
            of_rgba(&rgba.collect::<Vec<u8>>())
        }
        _ => return Err(LogoFault::Broken),
    };
    Ok((width, height, pixels))
}

/// The file stays as it is; it is read all the same, for a viewer would show nothing of one that is cut short.
pub(super) fn jpeg(file: Vec<u8>) -> Read {
    let broken = |_error| LogoFault::Broken;
    let side = SIDE_MAX as usize;
    let options = DecoderOptions::new_safe()
        .set_max_width(side)
        .set_max_height(side)
        .set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&file), options);
    decoder.decode_headers().map_err(broken)?;
    let info = decoder.info().ok_or(LogoFault::Broken)?;
    let is_grey = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => true,
        Some(ColorSpace::YCbCr | ColorSpace::RGB) => false,
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(LogoFault::Colours),
        _ => return Err(LogoFault::Broken),
    };
    decoder.decode().map_err(broken)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    sized(width, height)?;
    Ok((width, height, Pixels::Jpeg { file, is_grey }))
}
