//! What a response states beside its reason: a page, a waiting time, a size limit, the exit status of a program.

use std::borrow::Cow;

use crate::text;

/// The first web address that a response names.
#[must_use]
pub(crate) fn link(said: &str) -> Option<&str> {
    let at = memchr::memmem::find_iter(said.as_bytes(), b"http")
        .find(|at| said[*at..].starts_with("http://") || said[*at..].starts_with("https://"))?;
    let address = said[at..].split(|c: char| c.is_whitespace() || c.is_control() || "<>\"'`()[]{}|\\^;,".contains(c));
    let address = address.into_iter().next()?.trim_end_matches(['.', ':', '!', '?', '*']);
    (address.len() > "https://a.b".len() && address.is_ascii() && address[8..].contains('.')).then_some(address)
}

/// The units of time, each with its seconds. What stands for minutes and megabytes both is no unit here.
const UNITS: &[(&str, u32)] = &[
    ("s", 1),
    ("sec", 1),
    ("secs", 1),
    ("second", 1),
    ("seconds", 1),
    ("sekunden", 1),
    ("secondes", 1),
    ("segundos", 1),
    ("secondi", 1),
    ("min", 60),
    ("mins", 60),
    ("minute", 60),
    ("minutes", 60),
    ("minuten", 60),
    ("minutos", 60),
    ("minuti", 60),
    ("h", 3600),
    ("hr", 3600),
    ("hrs", 3600),
    ("hour", 3600),
    ("hours", 3600),
    ("stunde", 3600),
    ("stunden", 3600),
    ("heure", 3600),
    ("heures", 3600),
    ("hora", 3600),
    ("horas", 3600),
    ("ora", 3600),
    ("ore", 3600),
    ("day", 86_400),
    ("days", 86_400),
    ("tag", 86_400),
    ("tage", 86_400),
    ("tagen", 86_400),
    ("jour", 86_400),
    ("jours", 86_400),
];

/// What says that a time is to be waited for, not one that has passed or a rate.
const WAITING: &[&str] = &[
    "try again",
    "try later",
    "retry",
    "resend",
    "come back",
    "wait",
    "greylist",
    "graylist",
    "deferred for",
    "erneut",
    "reessay",
    "intente",
    "tente novamente",
    "riprov",
    "postpone",
];

/// A waiting time that a response states, in seconds: "try again in 5 minutes", "greylisted for 300 seconds".
#[must_use]
pub(crate) fn wait_seconds(said: &str) -> Option<u32> {
    let low = said.to_ascii_lowercase();
    WAITING.iter().find(|w| text::contains(&low, w))?;
    let words: Vec<&str> =
        low.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':' || c == '.')).filter(|w| !w.is_empty()).collect();
    let mut asked = words.iter().enumerate().filter_map(|(n, word)| {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, unit) = word.split_at(digits);
        let number: u32 = number.parse().ok()?;
        let unit = match unit {
            "" => *words.get(n + 1)?,
            unit => unit,
        };
        let (_, seconds) = UNITS.iter().find(|(name, _)| *name == unit.trim_end_matches(['.', ':']))?;
        // "more than 5 messages in 60 minutes", "100 per 1 hour", "after 5 days" tell of a rate or of the past.
        let before = n.checked_sub(1).map_or("", |b| words[b]);
        let two_before = n.checked_sub(2).map_or("", |b| words[b]);
        let asks = match before {
            "after" => matches!(two_before, "again" | "retry" | "later" | "resend"),
            "for" => matches!(two_before, "wait" | "waiting" | "again" | "deferred" | "greylisted" | "graylisted"),
            "per" | "last" | "past" | "every" | "each" => false,
            _ => true,
        };
        (asks && number > 0).then(|| number.checked_mul(*seconds)).flatten()
    });
    // Not beyond a week: that is a time after which something lapses.
    asked.find(|seconds| *seconds <= 7 * 86_400)
}

/// The same in words.
#[must_use]
pub(crate) fn wait(said: &str) -> Option<String> {
    wait_seconds(said).map(duration)
}

/// A time in words: "5 minutes", "2 hours".
#[must_use]
pub(crate) fn duration(seconds: u32) -> String {
    let (number, unit) = match seconds {
        s if s % 86_400 == 0 && s > 0 => (s / 86_400, "day"),
        s if s % 3600 == 0 && s > 0 => (s / 3600, "hour"),
        s if s >= 120 => (s.div_ceil(60), "minute"),
        s => (s, "second"),
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// The exit status of a program that a response tells of: "exit status 71", "exited with code 75", "status 0x49".
#[must_use]
pub(crate) fn exit_status(said: &str) -> Option<u8> {
    const MARKS: &[&str] = &[
        "exit status",
        "exit code",
        "exit-status",
        "exited with",
        "status code",
        "with status",
        "return code",
        "x-unix;",
    ];
    let low = said.to_ascii_lowercase();
    MARKS.iter().find_map(|mark| {
        let behind = &low[text::find(&low, mark)? + mark.len()..];
        let number = behind.trim_start_matches([' ', ':', '=', '(', '"', '\'']);
        let number = ["status ", "code "].iter().find_map(|w| number.strip_prefix(w)).unwrap_or(number);
        let digits = number.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        match digits.strip_prefix("0x") {
            Some(hex) => u8::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        }
    })
}

/// A size limit that a response states, as people write it: "25 MB".
#[must_use]
pub(crate) fn size_limit(said: &str) -> Option<Cow<'_, str>> {
    const MARKS: &[&str] = &[
        "limit of",
        "limit is",
        "limit:",
        "limit (",
        "limit",
        "maximum of",
        "maximum size is",
        "maximum size",
        "max size",
        "maximum",
        "max.",
        "larger than",
        "bigger than",
        "exceeds the",
        "exceeds",
        "greater than",
        "more than",
        "up to",
    ];
    let low = said.to_ascii_lowercase();
    MARKS.iter().find_map(|mark| {
        let behind = &low[text::find(&low, mark)? + mark.len()..];
        let mut words = behind.split([' ', '(', ')', '=', ':', ',']).filter(|w| !w.is_empty()).take(6);
        while let Some(word) = words.next() {
            let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits == 0 {
                continue;
            }
            let (number, unit) = word.split_at(digits);
            let number: u64 = number.parse().ok()?;
            let unit = if unit.is_empty() { words.next().unwrap_or("") } else { unit };
            return in_units(number, unit.trim_end_matches(['.', ';'])).map(Cow::Owned);
        }
        None
    })
}

/// A size in the unit that it is written in; one of bytes in one that people read.
fn in_units(number: u64, unit: &str) -> Option<String> {
    match unit {
        "mb" | "mib" | "megabytes" | "megabyte" | "mbytes" | "m" => Some(format!("{number} MB")),
        "kb" | "kib" | "kilobytes" | "kbytes" | "k" if number >= 1024 => Some(format!("{} MB", number / 1024)),
        "kb" | "kib" | "kilobytes" | "kbytes" | "k" => Some(format!("{number} KB")),
        "gb" | "gib" => Some(format!("{number} GB")),
        // A number alone is of bytes where it is so large that it can be nothing else.
        "" | "bytes" | "byte" | "octets" | "b" if number >= 1_000_000 => Some(format!("{} MB", number / 1_000_000)),
        "bytes" | "byte" | "octets" if number >= 10_000 => Some(format!("{} KB", number / 1_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (said, want) in [
            (
                "550 blocked, see http://www.example.org/rbl?ip=192.0.2.1.",
                Some("http://www.example.org/rbl?ip=192.0.2.1"),
            ),
            ("550 5.7.1 (https://support.example.com/answer/6) no", Some("https://support.example.com/answer/6")),
            ("550 no http here", None),
            ("550 https://", None),
        ] {
            assert_eq!(link(said), want, "{said}");
        }
    }

    #[test]
    fn waiting_times() {
        for (said, want) in [
            ("450 4.7.1 Greylisted, please try again in 5 minutes", Some(300)),
            ("451 greylisted for 300 seconds", Some(300)),
            ("451 4.7.1 Please try again after 1h", Some(3600)),
            ("421 Retry after 90 secs", Some(90)),
            ("450 wait for 2 minutes", Some(120)),
            ("452 more than 100 messages in 60 minutes", None),
            ("421 try again later", None),
            ("450 100 messages per 1 hour, try again later", None),
            ("550 User unknown", None),
            ("450 try again in 99999999999999999999 seconds", None),
        ] {
            assert_eq!(wait_seconds(said), want, "{said}");
        }
        assert_eq!(duration(300), "5 minutes");
        assert_eq!(duration(86_400), "1 day");
        assert_eq!(duration(1), "1 second");
    }

    #[test]
    fn exit_statuses_and_limits() {
        assert_eq!(exit_status("Command died with status 71: \"/bin/x\""), Some(71));
        assert_eq!(exit_status("#4.4.7 X-Unix; 75"), Some(75));
        assert_eq!(exit_status("child exited with status 0x49"), Some(0x49));
        assert_eq!(exit_status("550 no"), None);
        for (said, want) in [
            ("552 5.3.4 Message size exceeds fixed limit", None),
            ("552 message larger than 10485760 bytes", Some("10 MB")),
            ("552 5.2.3 size limit of 25 MB exceeded", Some("25 MB")),
            ("552 maximum size is 20480KB", Some("20 MB")),
            ("552 limit of 100 messages", None),
        ] {
            assert_eq!(size_limit(said).as_deref(), want, "{said}");
        }
    }
}
