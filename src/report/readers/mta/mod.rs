//! Reports of the common mail servers: Postfix, Exim, Sendmail, qmail and their relatives, list software.

mod dma;
mod exim;
mod james;
mod lists;
mod opensmtpd;
mod qmail;
mod sendmail;
mod session;
mod sieve;
mod small;

use crate::names::address;
use crate::report::marks::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[
    &dma::READER,
    &opensmtpd::READER,
    &james::READER,
    &qmail::READER,
    &sieve::READER,
    &session::READER,
    &session::INTERSCAN,
    &sendmail::READER,
    &exim::READER,
    &small::XMAIL,
    &small::CLIENT,
    &lists::READER,
];

/// The address at the beginning of a line: `<a@b>`, `a@b`, `"a b"@c`, or a local user's name.
fn first_address(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(inside) = line.strip_prefix('<') {
        return address::clean(inside.split_once('>').map_or(inside, |(a, _)| a));
    }
    match address::find(line) {
        Some((0, _, found)) => Some(found.to_string()),
        _ => line.split_whitespace().next().map(|w| w.trim_end_matches([':', ',']).to_string()),
    }
    .filter(|a| !a.is_empty())
}
