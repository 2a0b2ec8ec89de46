//! How a file lies on the disk: a head with the file's own key, wrapped, then frames, each sealed with its index
//! and whether it is the last one, so that none can be changed, left out, moved or cut off unseen.
//!
//! ```text
//! "FOLIOF1\n"  wrapped key (72)  nonce prefix (19)        the head
//! length (4, big-endian)  ciphertext (length + 16)        a frame; its nonce is prefix | index (4) | last (1)
//! ```

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::clock::Source;
use crate::errors::ServerError;
use crate::keys::{Key, WRAPPED_BYTES};

const MAGIC: &[u8; 8] = b"FOLIOF1\n";
const PREFIX_BYTES: usize = 19;
const HEAD_BYTES: usize = MAGIC.len() + WRAPPED_BYTES + PREFIX_BYTES;
const TAG_BYTES: u64 = 16;
/// The most plain bytes of a frame.
pub const FRAME_BYTES_MAX: usize = folio_protocol::commands::FILE_PIECE_BYTES_MAX;

/// A file's key, ready to seal and open its frames.
pub struct Seal {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX_BYTES],
    context: String,
}

impl Seal {
    /// A new key for a file in the place `context`, and the head to write before its frames.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new(source: &Source, org_key: &Key, context: &str) -> Result<(Self, Vec<u8>), ServerError> {
        let key = Key::new(source)?;
        let prefix = source.bytes()?;
        let head = [MAGIC.as_slice(), &org_key.wrap(source, context, &key)?, &prefix].concat();
        Ok((
            Self {
                cipher: key.cipher(),
                prefix,
                context: context.to_owned(),
            },
            head,
        ))
    }

    /// The key in the head that `file` begins with.
    ///
    /// # Errors
    /// No head, or one of another organisation or place.
    pub fn read(file: &mut impl Read, org_key: &Key, context: &str) -> Result<Self, ServerError> {
        let mut head = [0; HEAD_BYTES];
        file.read_exact(&mut head)
            .map_err(ServerError::io("reading a file's head"))?;
        let rest = head
            .strip_prefix(MAGIC)
            .ok_or(ServerError::Sealed("a file's head"))?;
        let (wrapped, prefix) = rest
            .split_at_checked(WRAPPED_BYTES)
            .ok_or(ServerError::Sealed("a file's head"))?;
        let prefix = prefix
            .try_into()
            .map_err(|_length| ServerError::Sealed("a file's head"))?;
        let key = org_key.unwrap_key(context, wrapped)?;
        Ok(Self {
            cipher: key.cipher(),
            prefix,
            context: context.to_owned(),
        })
    }

    fn nonce(&self, index: u32, is_last: bool) -> Result<XNonce, ServerError> {
        let nonce = [self.prefix.as_slice(), &index.to_be_bytes(), &[u8::from(is_last)]].concat();
        XNonce::try_from(nonce.as_slice()).map_err(|_length| ServerError::Sealed("a frame"))
    }

    /// Frame `index` with `plain` in it.
    ///
    /// # Errors
    /// More than [`FRAME_BYTES_MAX`].
    pub fn frame(&self, index: u32, is_last: bool, plain: &[u8]) -> Result<Vec<u8>, ServerError> {
        if plain.len() > FRAME_BYTES_MAX {
            return Err(ServerError::Sealed("a frame"));
        }
        let length = u32::try_from(plain.len()).map_err(|_large| ServerError::Sealed("a frame"))?;
        let payload = Payload {
            msg: plain,
            aad: self.context.as_bytes(),
        };
        let sealed = self.cipher.encrypt(&self.nonce(index, is_last)?, payload);
        let sealed = sealed.map_err(|_error| ServerError::Sealed("a frame"))?;
        Ok([length.to_be_bytes().as_slice(), &sealed].concat())
    }

    fn open(&self, index: u32, is_last: bool, sealed: &[u8]) -> Result<Vec<u8>, ServerError> {
        let payload = Payload {
            msg: sealed,
            aad: self.context.as_bytes(),
        };
        self.cipher
            .decrypt(&self.nonce(index, is_last)?, payload)
            .map_err(|_error| ServerError::Sealed("a frame"))
    }
}

/// Writes the whole of `plain` as a file.
///
/// # Errors
/// A file that cannot be written.
pub fn write_whole(
    file: &mut File,
    source: &Source,
    org_key: &Key,
    context: &str,
    plain: &[u8],
) -> Result<(), ServerError> {
    let (seal, head) = Seal::new(source, org_key, context)?;
    let mut out = head;
    let frames = plain.chunks(FRAME_BYTES_MAX).count().max(1);
    for index in 0..frames {
        let piece = plain.chunks(FRAME_BYTES_MAX).nth(index).unwrap_or_default();
        let index_text = u32::try_from(index).map_err(|_large| ServerError::Sealed("a frame"))?;
        out.extend(seal.frame(index_text, index + 1 == frames, piece)?);
    }
    file.write_all(&out).map_err(ServerError::io("writing a file"))
}

/// Reads a whole file's frames in order.
pub struct Frames {
    file: BufReader<File>,
    seal: Seal,
    index: u32,
    left: u64,
    /// How many bytes of the next frame are not wanted.
    skip: usize,
}

impl Frames {
    /// The frames of `file`.
    ///
    /// # Errors
    /// As [`Seal::read`].
    pub fn open(mut file: File, org_key: &Key, context: &str) -> Result<Self, ServerError> {
        let length = file.metadata().map_err(ServerError::io("reading a file"))?.len();
        let seal = Seal::read(&mut file, org_key, context)?;
        Ok(Self {
            file: BufReader::new(file),
            seal,
            index: 0,
            left: length.saturating_sub(HEAD_BYTES as u64),
            skip: 0,
        })
    }

    /// The same frames from the plain byte `offset` on, of a file whose frames are full ones save the last.
    ///
    /// # Errors
    /// A file that cannot be read, or bytes that were changed.
    pub fn skipping_to(mut self, offset: u64) -> Result<Self, ServerError> {
        let whole = FRAME_BYTES_MAX as u64;
        let (skipped, within) = (offset / whole, offset % whole);
        let bytes = skipped * (4 + whole + TAG_BYTES);
        self.left = self
            .left
            .checked_sub(bytes)
            .ok_or(ServerError::Sealed("a frame"))?;
        self.file
            .seek(SeekFrom::Start(HEAD_BYTES as u64 + bytes))
            .map_err(ServerError::io("reading a file"))?;
        self.index = u32::try_from(skipped).map_err(|_large| ServerError::Sealed("a frame"))?;
        self.skip = usize::try_from(within).map_err(|_large| ServerError::Sealed("a frame"))?;
        Ok(self)
    }

    /// The next frame's bytes; none after the last.
    ///
    /// # Errors
    /// Bytes that were changed, left out, or cut off.
    pub fn next_frame(&mut self) -> Result<Option<Vec<u8>>, ServerError> {
        if self.left == 0 {
            return Ok(None);
        }
        let mut length = [0; 4];
        self.file
            .read_exact(&mut length)
            .map_err(ServerError::io("reading a file"))?;
        let sealed_bytes = u64::from(u32::from_be_bytes(length)) + TAG_BYTES;
        let left = self
            .left
            .checked_sub(4 + sealed_bytes)
            .ok_or(ServerError::Sealed("a frame"))?;
        let mut sealed =
            vec![0; usize::try_from(sealed_bytes).map_err(|_large| ServerError::Sealed("a frame"))?];
        self.file
            .read_exact(&mut sealed)
            .map_err(ServerError::io("reading a file"))?;
        let mut plain = self.seal.open(self.index, left == 0, &sealed)?;
        plain.drain(..std::mem::take(&mut self.skip).min(plain.len()));
        self.index += 1;
        self.left = left;
        Ok(Some(plain))
    }
}

/// Where a file that is still arriving stands.
pub struct Tail {
    /// How many plain bytes are there.
    pub received: u64,
    /// How many frames.
    pub frames: u32,
    /// Where the next frame goes.
    pub position: u64,
}

/// Finds the end of the whole frames of a file that is still arriving. A frame that was torn by a crash, at the end
/// and at most one, does not count.
///
/// # Errors
/// A file that cannot be read.
pub fn tail(file: &mut File, seal: &Seal) -> Result<Tail, ServerError> {
    let length = file.metadata().map_err(ServerError::io("reading a file"))?.len();
    let mut tail = Tail {
        received: 0,
        frames: 0,
        position: HEAD_BYTES as u64,
    };
    loop {
        let mut size = [0; 4];
        file.seek(SeekFrom::Start(tail.position))
            .map_err(ServerError::io("reading a file"))?;
        if tail.position + 4 > length {
            return Ok(tail);
        }
        file.read_exact(&mut size)
            .map_err(ServerError::io("reading a file"))?;
        let plain_bytes = u64::from(u32::from_be_bytes(size));
        let next = tail.position + 4 + plain_bytes + TAG_BYTES;
        if next > length || plain_bytes > FRAME_BYTES_MAX as u64 {
            return Ok(tail);
        }
        // The last one may have its length and not its bytes: a machine that lost power can leave that.
        if next == length && !opens(file, seal, tail.frames, plain_bytes)? {
            return Ok(tail);
        }
        tail = Tail {
            received: tail.received + plain_bytes,
            frames: tail.frames + 1,
            position: next,
        };
    }
}

fn opens(file: &mut File, seal: &Seal, index: u32, plain_bytes: u64) -> Result<bool, ServerError> {
    let sealed_bytes =
        usize::try_from(plain_bytes + TAG_BYTES).map_err(|_large| ServerError::Sealed("a frame"))?;
    let mut sealed = vec![0; sealed_bytes];
    file.read_exact(&mut sealed)
        .map_err(ServerError::io("reading a file"))?;
    Ok(seal.open(index, false, &sealed).is_ok() || seal.open(index, true, &sealed).is_ok())
}
