//! The `>` that mail programs put before each line of what they quote or forward.

/// What becomes of the lines that are not quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// They stay: of what somebody pasted all may tell something.
    Stay,
    /// They become blank: around what a person quotes in a mail stand that person's own words, and "X wrote:".
    Go,
}

/// The text without its quotation marks, one level of them; `None` when less than half of it is quoted.
#[must_use]
pub(crate) fn unquoted(text: &str, others: Others) -> Option<String> {
    let (mut all, mut quoted) = (0, 0);
    for line in text.lines().map(str::trim_start).filter(|l| !l.is_empty()) {
        all += 1;
        quoted += usize::from(is_quoted(line));
    }
    if quoted < 3 || quoted * 2 < all {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim_start().strip_prefix('>') {
            Some(bare) => out.push_str(bare.strip_prefix(' ').unwrap_or(bare)),
            None if others == Others::Stay => out.push_str(line),
            None => {}
        }
        out.push('\n');
    }
    Some(out)
}

/// Transcripts of an SMTP session mark with `>>>` what was sent, in every other line.
fn is_quoted(line: &str) -> bool {
    line.starts_with('>') && !line.starts_with(">>> ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_where_most_is_quoted() {
        let text = "X wrote:\n> a\n>\n>  b\n >c\n";
        assert_eq!(unquoted(text, Others::Stay).as_deref(), Some("X wrote:\na\n\n b\nc\n"));
        assert_eq!(unquoted(text, Others::Go).as_deref(), Some("\na\n\n b\nc\n"));
        assert_eq!(unquoted("> a\n> b\nc\n", Others::Stay), None);
        assert_eq!(unquoted("> a\n> b\n> c\n1\n2\n3\n4\n", Others::Stay), None);
    }

    #[test]
    fn a_transcript_is_no_quotation() {
        let session = ">>> MAIL From:<a>\n<<< 250 ok\n>>> RCPT To:<b>\n<<< 550 no\n>>> QUIT\n";
        assert_eq!(unquoted(session, Others::Stay), None);
        let quoted: String = session.lines().map(|l| format!("> {l}\n")).collect();
        assert_eq!(unquoted(&quoted, Others::Stay).as_deref(), Some(session));
    }
}
