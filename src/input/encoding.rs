//! How a text was saved. Windows programs write UTF-16 (PowerShell's `>`, Notepad's "Unicode") or put a mark before
//! UTF-8; everything behind this file sees UTF-8, or the bytes of a mail as they came.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// So many bytes at the beginning show how a text was saved.
const SAMPLE: usize = 512;

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How a text was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// Bytes as they came: UTF-8, or a mail with the character sets that its fields name.
    AsItCame,
    /// UTF-8 with a mark before it.
    MarkedUtf8,
    Utf16(Order),
}

/// The order of the two bytes in UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn unit(self, bytes: [u8; 2]) -> u16 {
        match self {
            Order::Little => u16::from_le_bytes(bytes),
            Order::Big => u16::from_be_bytes(bytes),
        }
    }
}

impl Encoding {
    fn of(raw: &[u8]) -> Self {
        let sample = &raw[..raw.len().min(SAMPLE)];
        if sample.starts_with(MARK) {
            return Encoding::MarkedUtf8;
        }
        if sample.starts_with(b"\xff\xfe") {
            return Encoding::Utf16(Order::Little);
        }
        if sample.starts_with(b"\xfe\xff") {
            return Encoding::Utf16(Order::Big);
        }
        // Without a mark: no text in another encoding has zero bytes, and every text about mail has some ASCII.
        if memchr::memchr(0, sample).is_none() {
            return Encoding::AsItCame;
        }
        let [little, big] = [Order::Little, Order::Big].map(|order| ascii_units(sample, order));
        match (little, big) {
            (Some(l), b) if l > b.unwrap_or(0) => Encoding::Utf16(Order::Little),
            (l, Some(b)) if b > l.unwrap_or(0) => Encoding::Utf16(Order::Big),
            _ => Encoding::AsItCame,
        }
    }
}

/// How many ASCII characters a sample holds when it is read as UTF-16; `None` when it is no such text.
fn ascii_units(sample: &[u8], order: Order) -> Option<usize> {
    let whole = sample.len() / 2;
    let units = sample.chunks_exact(2).map(|b| order.unit([b[0], b[1]]));
    let mut ascii = 0;
    for (n, c) in char::decode_utf16(units).enumerate() {
        match c {
            Ok(' '..='~' | '\t' | '\n' | '\r' | '\x0c' | '\x1b') => ascii += 1,
            Ok(c) if c.is_control() && c.is_ascii() => return None,
            Ok(_) => {}
            // The sample may end between the halves of a character.
            Err(_) if n + 1 == whole => {}
            Err(_) => return None,
        }
    }
    (ascii > 1 && ascii * 10 >= whole).then_some(ascii)
}

/// Turns UTF-16 into UTF-8, piece by piece.
#[derive(Debug)]
struct Units {
    order: Order,
    /// The first byte of a unit whose second has not come yet.
    odd: Option<u8>,
    /// The first half of a character outside the basic plane.
    high: Option<u16>,
    begun: bool,
}

impl Units {
    fn new(order: Order) -> Self {
        Self { order, odd: None, high: None, begun: false }
    }

    fn push(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) {
        if let (Some(first), [second, rest @ ..]) = (self.odd, bytes) {
            self.odd = None;
            bytes = rest;
            self.push_unit(self.order.unit([first, *second]), out);
        }
        let pairs = bytes.chunks_exact(2);
        self.odd = pairs.remainder().first().copied().or(self.odd);
        for pair in pairs {
            self.push_unit(self.order.unit([pair[0], pair[1]]), out);
        }
    }

    fn push_unit(&mut self, unit: u16, out: &mut Vec<u8>) {
        // The mark is no part of the text.
        if !std::mem::replace(&mut self.begun, true) && unit == 0xfeff {
            return;
        }
        if let Ok(ascii) = u8::try_from(unit)
            && ascii.is_ascii()
            && self.high.is_none()
        {
            out.push(ascii);
            return;
        }
        let before = self.high.take();
        if matches!(unit, 0xd800..=0xdbff) {
            if before.is_some() {
                push_char(char::REPLACEMENT_CHARACTER, out);
            }
            self.high = Some(unit);
            return;
        }
        for c in char::decode_utf16(before.into_iter().chain([unit])) {
            push_char(c.unwrap_or(char::REPLACEMENT_CHARACTER), out);
        }
    }

    /// Nothing comes any more.
    fn end(&mut self, out: &mut Vec<u8>) {
        if self.high.take().is_some() {
            push_char(char::REPLACEMENT_CHARACTER, out);
        }
    }
}

fn push_char(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// The bytes of one message as the rest of the crate reads them, and whether whoever saved them turned them into
/// Unicode, so that the character sets that a mail's fields name are no longer true.
pub(crate) fn decode(raw: &[u8]) -> (Cow<'_, [u8]>, bool) {
    match Encoding::of(raw) {
        Encoding::AsItCame => (Cow::Borrowed(raw), false),
        Encoding::MarkedUtf8 => {
            let text = &raw[MARK.len()..];
            (Cow::Borrowed(text), std::str::from_utf8(text).is_ok())
        }
        Encoding::Utf16(order) => {
            let mut out = Vec::with_capacity(raw.len() / 2 + raw.len() / 16);
            let mut units = Units::new(order);
            units.push(raw, &mut out);
            units.end(&mut out);
            (Cow::Owned(out), true)
        }
    }
}

/// A stream, in UTF-8 however it was saved.
#[derive(Debug)]
pub struct Text<R> {
    inner: BufReader<io::Chain<Cursor<Vec<u8>>, R>>,
    units: Option<Units>,
    /// What was turned into UTF-8 and not read yet begins at `at`.
    out: Vec<u8>,
    at: usize,
}

impl<R: Read> Text<R> {
    /// Looks at the beginning of a stream to see how it was saved.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn new(mut stream: R) -> io::Result<Self> {
        let head = head(&mut stream)?;
        let encoding = Encoding::of(&head);
        Ok(Self::of(encoding, head, stream))
    }

    /// A stream whose beginning was read; bytes as they came unless `decoded` is wanted.
    pub(super) fn behind(head: Vec<u8>, stream: R, decoded: bool) -> Self {
        let encoding = if decoded { Encoding::of(&head) } else { Encoding::AsItCame };
        Self::of(encoding, head, stream)
    }

    fn of(encoding: Encoding, head: Vec<u8>, stream: R) -> Self {
        let mut head = Cursor::new(head);
        if encoding == Encoding::MarkedUtf8 {
            head.set_position(MARK.len() as u64);
        }
        let units = match encoding {
            Encoding::Utf16(order) => Some(Units::new(order)),
            Encoding::AsItCame | Encoding::MarkedUtf8 => None,
        };
        Self { inner: BufReader::with_capacity(1 << 16, head.chain(stream)), units, out: Vec::new(), at: 0 }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.units.is_none() {
            return self.inner.read(buffer);
        }
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let Some(units) = &mut self.units else { return self.inner.fill_buf() };
        while self.at == self.out.len() {
            self.out.clear();
            self.at = 0;
            let bytes = self.inner.fill_buf()?;
            let n = bytes.len();
            if n == 0 {
                units.end(&mut self.out);
                break;
            }
            units.push(bytes, &mut self.out);
            self.inner.consume(n);
        }
        Ok(&self.out[self.at..])
    }

    fn consume(&mut self, n: usize) {
        if self.units.is_none() {
            self.inner.consume(n);
        } else {
            self.at = (self.at + n).min(self.out.len());
        }
    }
}

/// The beginning of a stream, enough of it to see how it was saved.
pub(super) fn head(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; SAMPLE];
    let n = read_up_to(stream, &mut head)?;
    head.truncate(n);
    Ok(head)
}

/// Fills the buffer as far as the stream has bytes for it.
pub(super) fn read_up_to(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(text: &str, order: Order, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        let bytes = |u: u16| if order == Order::Little { u.to_le_bytes() } else { u.to_be_bytes() };
        units.flat_map(bytes).collect()
    }

    /// Gives one byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let n = self.0.len().min(buffer.len()).min(1);
            self.0.read(&mut buffer[..n])
        }
    }

    #[test]
    fn utf16_is_read_whole_and_in_pieces() {
        let long =
            format!("From: a@example.org\r\n{}\u{1f4ec}\r\n", "550 Größe überschritten 郵箱已滿\r\n".repeat(4000));
        for text in ["550", "hi", "受信者\u{3000}bob@example.com のメールボックスがいっぱいです\n", &long]
        {
            for (order, mark) in
                [(Order::Little, true), (Order::Big, true), (Order::Little, false), (Order::Big, false)]
            {
                let raw = saved(text, order, mark);
                assert_eq!(String::from_utf8_lossy(&decode(&raw).0), text, "{order:?} {mark}");
                for slow in [true, false] {
                    let mut got = String::new();
                    let stream: Box<dyn Read> = if slow { Box::new(Slow(&raw)) } else { Box::new(raw.as_slice()) };
                    Text::new(stream).unwrap().read_to_string(&mut got).unwrap();
                    assert_eq!(got, text);
                }
            }
        }
    }

    #[test]
    fn broken_utf16_is_read_as_far_as_it_goes() {
        for (units, want) in [
            (&[0xfeff, 0x61, 0xd83d][..], "a\u{fffd}"),
            (&[0xfeff, 0xd83d, 0xd83d, 0xdcec], "\u{fffd}\u{1f4ec}"),
            (&[0xfeff, 0xdcec, 0x61], "\u{fffd}a"),
            (&[0xfeff, 0xd83d, 0x61], "\u{fffd}a"),
        ] {
            let mut raw: Vec<u8> = units.iter().flat_map(|u: &u16| u.to_le_bytes()).collect();
            assert_eq!(String::from_utf8_lossy(&decode(&raw).0), want);
            raw.push(b'x');
            assert_eq!(String::from_utf8_lossy(&decode(&raw).0), want, "an odd byte at the end");
        }
    }

    #[test]
    fn other_bytes_stay_as_they_are() {
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0\x08\x02\0\0\0";
        let sound: Vec<u8> = (0..400u32).flat_map(|n| ((n * n) as i16 / 7).to_le_bytes()).collect();
        for raw in [
            b"".as_slice(),
            b"x",
            b"550 5.1.1 no\0such user\0\0",
            picture,
            &sound,
            b"\0",
            b"\0\0\0\0",
            "Größe".as_bytes(),
        ] {
            assert_eq!(decode(raw), (Cow::Borrowed(raw), false));
        }
        assert_eq!(decode(b"\xef\xbb\xbf550"), (Cow::Borrowed(b"550".as_slice()), true));
        assert_eq!(decode(b"\xef\xbb\xbf\xe9"), (Cow::Borrowed(b"\xe9".as_slice()), false));
    }
}
