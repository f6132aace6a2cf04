//! Where messages come from: files, folders, Maildirs, mboxes. Yields them in a stable order without holding them.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use super::encoding::{self, Text, read_up_to};
use crate::mail::message;

/// More of a single mail is not read: a report's own words stand at its beginning.
pub const MAX_MESSAGE: usize = 16 << 20;

/// More of a single text that is no mail is not read: of a log each line counts.
pub const MAX_TEXT: usize = 256 << 20;

/// Something found under the paths that were given.
#[derive(Debug)]
pub enum Item {
    /// A file that holds one message (or a text).
    File(PathBuf),
    /// A file in mbox format.
    Mbox(PathBuf),
    /// A pipe or device that the user named: it can be read once, and holds a message or an mbox.
    Stream(PathBuf),
    /// Something that was passed over, and why. Not an error: a socket in a spool is nobody's fault.
    Skipped(PathBuf, &'static str),
    /// Something that could not be read.
    Unreadable(PathBuf, io::Error),
}

/// Does the file begin like an mbox (RFC 4155: a `From ` line)?
///
/// # Errors
/// When it cannot be opened or read.
pub fn is_mbox(path: &Path) -> io::Result<bool> {
    let mut head = [0; HEAD];
    let n = read_up_to(&mut File::open(path)?, &mut head)?;
    Ok(head_is_mbox(&head[..n]))
}

/// So much of a file tells whether it is an mbox.
const HEAD: usize = 256;

/// Do the first bytes look like an mbox?
#[must_use]
pub(crate) fn head_is_mbox(head: &[u8]) -> bool {
    match head {
        [b'F', b'r', ..] => begins_with_separator(head),
        // Empty lines, or the marks and zero bytes of another encoding.
        [b'\n' | b'\r' | b' ' | b'\t' | 0 | 0xef | 0xfe | 0xff, ..] | [_, 0, ..] => {
            let (head, _) = encoding::decode(head);
            let empty = lines(&head).take_while(|l| is_blank(l)).map(<[u8]>::len).sum();
            begins_with_separator(&head[empty..])
        }
        _ => false,
    }
}

fn begins_with_separator(text: &[u8]) -> bool {
    text.starts_with(b"From ") && is_separator(lines(text).next().unwrap_or(b""))
}

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|b| *b == b'\n')
}

fn is_blank(line: &[u8]) -> bool {
    line.trim_ascii().is_empty()
}

/// Looks at the beginning of a stream: is it an mbox? Gives the whole stream back: an mbox as UTF-8 however it was
/// saved, anything else as it came.
///
/// # Errors
/// Those of the stream.
pub fn peek<R: Read>(mut stream: R) -> io::Result<(bool, Text<R>)> {
    let head = encoding::head(&mut stream)?;
    let is_mbox = head_is_mbox(&head);
    Ok((is_mbox, Text::behind(head, stream, is_mbox)))
}

/// How much of a single message was read where it is longer than what is read; shown as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut(usize);

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "only the first {} MiB were read", self.0 >> 20)
    }
}

/// Reads a file that holds one message: at most [`MAX_MESSAGE`] bytes of a mail, [`MAX_TEXT`] of any other text.
///
/// # Errors
/// When it cannot be opened or read.
pub fn read_file(path: &Path, buffer: &mut Vec<u8>) -> io::Result<Option<Cut>> {
    read_message(File::open(path)?, buffer)
}

/// Reads a stream that holds one message, as much of it as [`read_file`] reads.
///
/// # Errors
/// Those of the stream.
pub fn read_message(mut stream: impl Read, buffer: &mut Vec<u8>) -> io::Result<Option<Cut>> {
    buffer.clear();
    let mut most = MAX_MESSAGE;
    stream.by_ref().take(most as u64).read_to_end(buffer)?;
    if buffer.len() == most && !message::is_mail(&buffer[..1 << 16]) {
        stream.by_ref().take((MAX_TEXT - most) as u64).read_to_end(buffer)?;
        most = MAX_TEXT;
    }
    let more = buffer.len() == most && read_up_to(&mut stream, &mut [0])? > 0;
    Ok(more.then_some(Cut(most)))
}

/// Is this the line that begins a message in an mbox: `From `, an address, a date with a time? A sentence that
/// begins with "From " is not.
#[must_use]
pub(crate) fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let Ok(rest) = std::str::from_utf8(rest) else { return false };
    let rest = rest.trim_end();
    let has_time = rest.as_bytes().windows(5).any(|w| {
        w[2] == b':' && w[0].is_ascii_digit() && w[1].is_ascii_digit() && w[3].is_ascii_digit() && w[4].is_ascii_digit()
    });
    let has_day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().any(|d| rest.contains(d));
    has_time && has_day
}

/// A walk over paths: folders recursively, names in byte order.
pub struct Walk {
    /// What is still to be visited, the next one last.
    stack: Vec<Step>,
    /// How many names the folders entered so far hold.
    listed: usize,
    /// The last item was found in a folder, not named.
    found: bool,
}

enum Step {
    /// A path that the user gave.
    Path(PathBuf),
    /// The rest of a folder.
    Folder { path: PathBuf, names: Names, depth: usize },
}

/// The names in a folder, one behind the other: a spool of hundreds of thousands must not cost an allocation each.
#[derive(Default)]
struct Names {
    bytes: Vec<u8>,
    /// In reverse order of the names.
    places: Vec<Extent>,
}

/// Where a name begins and ends.
#[derive(Clone, Copy)]
struct Extent {
    from: u32,
    to: u32,
    /// The folder says that it is a file: nothing else has to be asked.
    is_file: bool,
}

impl Names {
    /// Takes a name. A folder with more than 4 GiB of names cannot be listed.
    fn push(&mut self, name: &OsStr, is_file: bool) -> io::Result<()> {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(name.as_encoded_bytes());
        let offset = |at: usize| u32::try_from(at).map_err(|_| io::Error::other("the folder holds too many names"));
        self.places.push(Extent { from: offset(start)?, to: offset(self.bytes.len())?, is_file });
        Ok(())
    }

    fn get(bytes: &[u8], place: Extent) -> &[u8] {
        &bytes[place.from as usize..place.to as usize]
    }

    fn sort(&mut self) {
        let bytes = &self.bytes;
        self.places.sort_unstable_by(|a, b| Self::get(bytes, *b).cmp(Self::get(bytes, *a)));
    }

    /// The next name, and whether it is known to be a file.
    fn pop(&mut self) -> Option<(OsString, bool)> {
        let place = self.places.pop()?;
        Some((os_string(Self::get(&self.bytes, place)), place.is_file))
    }
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).to_os_string()
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    // Names that are no Unicode are rare there, and then not found rather than misread.
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// Folders nested deeper than this are a loop or an attack.
const MAX_DEPTH: usize = 64;

impl Walk {
    /// A walk over these paths in their order; `-` is standard input.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let mut stack: Vec<Step> = paths.into_iter().map(Step::Path).collect();
        stack.reverse();
        Self { listed: stack.len(), stack, found: false }
    }

    /// How many paths and names are known of so far, visited or not.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.listed
    }

    /// Was the last item found in a folder, rather than named by the user? What lies in a Maildir is meant.
    #[must_use]
    pub fn found_in_folder(&self) -> bool {
        self.found
    }

    fn visit(&mut self, path: PathBuf, depth: usize) -> Option<Item> {
        self.found = depth > 0 && !in_maildir(&path);
        if depth == 0 && path.as_os_str() == "-" {
            return Some(Item::Stream(path));
        }
        let kind = match fs::symlink_metadata(&path) {
            Ok(m) => m.file_type(),
            Err(e) => return Some(Item::Unreadable(path, e)),
        };
        let kind = if kind.is_symlink() {
            match fs::metadata(&path) {
                // A link to a folder inside a folder may lead back up; only one that the user named is followed.
                Ok(m) if m.is_dir() && depth > 0 => return Some(Item::Skipped(path, "a link to a folder")),
                Ok(m) => m.file_type(),
                Err(e) if depth > 0 && e.kind() == io::ErrorKind::NotFound => {
                    return Some(Item::Skipped(path, "a link that leads nowhere"));
                }
                Err(e) => return Some(Item::Unreadable(path, e)),
            }
        } else {
            kind
        };
        if kind.is_dir() {
            if depth > MAX_DEPTH {
                return Some(Item::Skipped(path, "nested too deeply"));
            }
            return match self.enter(path, depth) {
                Ok(()) => None,
                Err((path, e)) => Some(Item::Unreadable(path, e)),
            };
        }
        if !kind.is_file() {
            // A pipe that the user named, such as a shell's `<(…)`, is meant; one in a folder is not waited for.
            return Some(if depth == 0 {
                Item::Stream(path)
            } else {
                Item::Skipped(path, "neither a file nor a folder")
            });
        }
        Some(file(path))
    }

    fn enter(&mut self, path: PathBuf, depth: usize) -> Result<(), (PathBuf, io::Error)> {
        let mut names = Names::default();
        match list(&path, &mut names) {
            Ok(()) => {}
            Err(e) => return Err((path, e)),
        }
        // The folder itself was counted as a name and is no message.
        self.listed = self.listed.saturating_sub(1) + names.places.len();
        self.stack.push(Step::Folder { path, names, depth });
        Ok(())
    }
}

/// Does the file lie where a Maildir keeps its messages?
fn in_maildir(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|n| n == "cur" || n == "new")
}

/// What a file holds: one message or many.
fn file(path: PathBuf) -> Item {
    // Files of a Maildir hold one message each, whatever they begin with.
    if in_maildir(&path) {
        return Item::File(path);
    }
    match is_mbox(&path) {
        Ok(true) => Item::Mbox(path),
        Ok(false) => Item::File(path),
        Err(e) => Item::Unreadable(path, e),
    }
}

/// The names in a folder that can hold messages, in order.
fn list(path: &Path, names: &mut Names) -> io::Result<()> {
    let maildir = ["cur", "new"].iter().all(|n| path.join(n).is_dir());
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let wanted = if maildir {
            // Maildir++ keeps its subfolders as `.Name`, other programs as `Name`; indexes and control files are no
            // messages, and what is in tmp is not delivered yet.
            name == "cur" || name == "new" || name != "tmp" && path.join(&name).join("cur").is_dir()
        } else {
            is_visible(name.as_encoded_bytes())
        };
        if wanted {
            names.push(&name, entry.file_type().is_ok_and(|t| t.is_file()))?;
        }
    }
    names.bytes.shrink_to_fit();
    names.places.shrink_to_fit();
    names.sort();
    Ok(())
}

/// Hidden files are indexes and control files; MH marks a deleted message by a comma before its number.
fn is_visible(name: &[u8]) -> bool {
    match name {
        [b'.', ..] => false,
        [b',' | b'#', number @ ..] => number.is_empty() || !number.iter().all(u8::is_ascii_digit),
        _ => true,
    }
}

impl Iterator for Walk {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            let found = match self.stack.last_mut()? {
                Step::Path(path) => {
                    let path = std::mem::take(path);
                    self.stack.pop();
                    self.visit(path, 0)
                }
                Step::Folder { path, names, depth } => match names.pop() {
                    None => {
                        self.stack.pop();
                        None
                    }
                    Some((name, true)) => {
                        let path = path.join(name);
                        self.found = !in_maildir(&path);
                        Some(file(path))
                    }
                    Some((name, false)) => {
                        let (path, depth) = (path.join(name), *depth + 1);
                        self.visit(path, depth)
                    }
                },
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// The messages of an mbox, read as a stream. Understands mboxo and mboxrd, LF and CRLF; ignores Content-Length,
/// which is often wrong.
pub struct Mbox<R> {
    reader: R,
    line: Vec<u8>,
    /// The separator of the next message has been read.
    begun: bool,
    position: u64,
}

/// Longer lines are read in pieces.
const MAX_LINE: u64 = 1 << 16;

impl Mbox<Text<File>> {
    /// Opens an mbox file.
    ///
    /// # Errors
    /// When it cannot be opened or read.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self::new(Text::new(File::open(path)?)?))
    }
}

impl<R: BufRead> Mbox<R> {
    /// Reads an mbox from a stream.
    pub fn new(reader: R) -> Self {
        Self { reader, line: Vec::new(), begun: false, position: 0 }
    }

    /// How many bytes have been read.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Reads the next message into `message`. False at the end.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn next_into(&mut self, message: &mut Vec<u8>) -> io::Result<bool> {
        message.clear();
        let mut any = self.begun;
        let mut after_blank = true;
        loop {
            let whole = self.next_line()?;
            if self.line.is_empty() {
                self.begun = false;
                return Ok(any);
            }
            if after_blank && is_separator(&self.line) {
                if any {
                    self.begun = true;
                    return Ok(true);
                }
                any = true;
                after_blank = false;
                continue;
            }
            // Empty lines before the first message are none.
            if !any && is_blank(&self.line) {
                continue;
            }
            any = true;
            after_blank = matches!(self.line.as_slice(), b"\n" | b"\r\n");
            let quoted = self.line.iter().take_while(|b| **b == b'>').count();
            let line =
                if quoted > 0 && self.line[quoted..].starts_with(b"From ") { &self.line[1..] } else { &self.line };
            let room = MAX_MESSAGE.saturating_sub(message.len());
            message.extend_from_slice(&line[..line.len().min(room)]);
            if !whole {
                self.rest_of_line(message)?;
            }
        }
    }

    /// Reads a line, or its beginning where it is longer than any line should be. Tells whether it ended.
    fn next_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let read = (&mut self.reader).take(MAX_LINE).read_until(b'\n', &mut self.line)?;
        self.position += read as u64;
        Ok(self.line.ends_with(b"\n") || (read as u64) < MAX_LINE)
    }

    /// The rest of such a line, piece by piece, as much of it as there is room for.
    fn rest_of_line(&mut self, message: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let whole = self.next_line()?;
            let room = MAX_MESSAGE.saturating_sub(message.len());
            message.extend_from_slice(&self.line[..self.line.len().min(room)]);
            if whole {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(mbox: &[u8]) -> Vec<String> {
        let mut reader = Mbox::new(mbox);
        let mut out = Vec::new();
        let mut message = Vec::new();
        while reader.next_into(&mut message).unwrap() {
            out.push(String::from_utf8(message.clone()).unwrap());
        }
        out
    }

    #[test]
    fn splits_mboxes() {
        let mbox = b"From a@b Thu Jan  1 00:00:00 2026\nSubject: 1\n\nFrom here on it is text.\n>From quoted\n>>From twice\n\nFrom c@d Fri Jan  2 00:00:00 2026\nSubject: 2\n\nx\n";
        let got = messages(mbox);
        assert_eq!(got, ["Subject: 1\n\nFrom here on it is text.\nFrom quoted\n>From twice\n\n", "Subject: 2\n\nx\n"]);
        let crlf: Vec<u8> = String::from_utf8_lossy(mbox).replace('\n', "\r\n").into_bytes();
        assert_eq!(messages(&crlf).len(), 2);
        assert_eq!(messages(b"").len(), 0);
        let empty_lines = [b"\n  \r\n\n".as_slice(), mbox].concat();
        assert_eq!(messages(&empty_lines), got);
    }

    #[test]
    fn an_mbox_is_seen_by_its_first_line() {
        let line = "From MAILER-DAEMON Sat Nov 21 22:03:34 2026\n";
        for before in ["", "\n", "  \n\r\n", "\u{feff}", "\u{feff}\n"] {
            let text = format!("{before}{line}Subject: x\n");
            assert!(head_is_mbox(text.as_bytes()), "{text:?}");
            for unit in [u16::to_be_bytes, u16::to_le_bytes] {
                let utf16: Vec<u8> = text.encode_utf16().flat_map(unit).collect();
                assert!(head_is_mbox(&utf16), "{text:?}");
            }
        }
        for text in
            ["", "\n", "Subject: x\n\nFrom here", "\nFrom me to you\n", " From MAILER-DAEMON Sat Nov 21 22:03:34 2026"]
        {
            assert!(!head_is_mbox(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn sentences_are_no_separators() {
        assert!(!is_separator(b"From my point of view at 12:30 it was fine"));
        assert!(is_separator(b"From MAILER-DAEMON Sat Nov 21 22:03:34 2026"));
    }
}
