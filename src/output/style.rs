//! Bold, dimmed and coloured words on a terminal.
//!
//! The writers always mark such words; a [`Painter`] before the output lets the marks through or takes them out. What
//! comes from a bounce was made safe before and holds none (see [`crate::escape`]).

use std::fmt;
use std::io::{self, Write};

/// The colours in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Color {
    /// Failures.
    Red,
    /// Successes.
    Green,
    /// What is not decided yet.
    Yellow,
}

/// Words and how they look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Styled<'a> {
    text: &'a str,
    bold: bool,
    dimmed: bool,
    underline: bool,
    color: Option<Color>,
}

impl Styled<'_> {
    /// In bold too.
    #[must_use]
    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

impl fmt::Display for Styled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let color = self.color.map(|c| match c {
            Color::Red => "31",
            Color::Green => "32",
            Color::Yellow => "33",
        });
        let codes = [self.bold.then_some("1"), self.dimmed.then_some("2"), self.underline.then_some("4"), color];
        f.write_str("\x1b[")?;
        for (n, code) in codes.into_iter().flatten().enumerate() {
            if n > 0 {
                f.write_str(";")?;
            }
            f.write_str(code)?;
        }
        write!(f, "m{}\x1b[0m", self.text)
    }
}

/// How a text can look.
pub(crate) trait Colorize {
    /// The text as it is.
    fn styled(&self) -> Styled<'_>;

    /// In bold.
    fn bold(&self) -> Styled<'_> {
        self.styled().bold()
    }

    /// Less visible than what stands around it.
    fn dimmed(&self) -> Styled<'_> {
        Styled { dimmed: true, ..self.styled() }
    }

    /// Underlined.
    fn underline(&self) -> Styled<'_> {
        Styled { underline: true, ..self.styled() }
    }

    /// In a colour.
    fn color(&self, color: Color) -> Styled<'_> {
        Styled { color: Some(color), ..self.styled() }
    }
}

impl Colorize for str {
    fn styled(&self) -> Styled<'_> {
        Styled { text: self, bold: false, dimmed: false, underline: false, color: None }
    }
}

/// Lets styles through to an output, or takes them out.
pub(crate) struct Painter<'a> {
    out: &'a mut dyn Write,
    colour: bool,
    /// A style has begun and its end, `m`, has not come yet.
    inside: bool,
}

impl<'a> Painter<'a> {
    /// Writes to `out`, with styles where `colour` is wanted.
    pub(crate) fn new(out: &'a mut dyn Write, colour: bool) -> Self {
        Self { out, colour, inside: false }
    }
}

impl Write for Painter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.colour {
            return self.out.write(bytes);
        }
        let mut rest = bytes;
        while !rest.is_empty() {
            let mark = if self.inside { b'm' } else { b'\x1b' };
            let at = memchr::memchr(mark, rest);
            if !self.inside {
                self.out.write_all(&rest[..at.unwrap_or(rest.len())])?;
            }
            rest = at.map_or(b"", |at| &rest[at + 1..]);
            self.inside ^= at.is_some();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(colour: bool, pieces: usize) -> String {
        let text =
            format!("{} {}{} {} m\n", "Failed".color(Color::Red).bold(), "x".underline(), "".bold(), "small".dimmed());
        let mut out = Vec::new();
        let mut painter = Painter::new(&mut out, colour);
        for piece in text.as_bytes().chunks(pieces) {
            painter.write_all(piece).unwrap();
        }
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn styles_pass_or_vanish() {
        for pieces in [1, 2, 3, 1000] {
            assert_eq!(
                written(true, pieces),
                "\x1b[1;31mFailed\x1b[0m \x1b[4mx\x1b[0m\x1b[1m\x1b[0m \x1b[2msmall\x1b[0m m\n"
            );
            assert_eq!(written(false, pieces), "Failed x small m\n");
        }
    }
}
