//! stub
/// The reply code in a response: the one it begins with, else the first that stands before a status code.
#[must_use]
pub fn reply_in(said: &str) -> Option<u16> {
    crate::code::leading_reply(said)
}
