//! Days and `--since`.

use std::fmt;

/// A text that [`parse_since`] does not understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no date; write 2026-11-01, 2026-11-01T12:00:00Z, or a span such as 7d or 12h", self.0)
    }
}

impl std::error::Error for NotADate {}

/// The day of a time, as YYYY-MM-DD in UTC.
#[must_use]
pub fn day(seconds: i64) -> String {
    let date = mail_parser::DateTime::from_timestamp(seconds);
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Reads what `--since` takes: `2026-11-01`, `2026-11-01T12:00:00Z`, or a span back from `now` such as `7d`, `12h`.
///
/// ```
/// use whybounce::triage::parse_since;
///
/// assert_eq!(parse_since("1970-01-02", 0), Ok(86_400));
/// assert_eq!(parse_since("12h", 86_400), Ok(43_200));
/// assert!(parse_since("yesterday", 0).unwrap_err().to_string().contains("a span such as 7d"));
/// ```
///
/// # Errors
/// Says which forms are understood.
pub fn parse_since(text: &str, now: i64) -> Result<i64, NotADate> {
    let fault = || NotADate(text.to_string());
    if let Some(number) = text.strip_suffix(['d', 'h', 'w', 'm']) {
        let n: i64 = number.parse().map_err(|_| fault())?;
        let unit = match text.as_bytes()[text.len() - 1] {
            b'w' => 7 * 86400,
            b'd' => 86400,
            b'h' => 3600,
            _ => 60,
        };
        return n.checked_mul(unit).and_then(|span| now.checked_sub(span)).ok_or_else(fault);
    }
    let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_string() };
    let date =
        mail_parser::DateTime::parse_rfc3339(&whole).filter(mail_parser::DateTime::is_valid).ok_or_else(fault)?;
    Ok(date.to_timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(parse_since("1970-01-02", 0), Ok(86400));
        assert_eq!(parse_since("1970-01-01T01:00:00+00:00", 0), Ok(3600));
        assert_eq!(parse_since("2d", 3 * 86400), Ok(86400));
        for bad in ["", "yesterday", "2026-13-01", "d", "9999999999999999999d", "2026-1-1"] {
            assert!(parse_since(bad, 0).is_err(), "{bad}");
        }
    }
}
