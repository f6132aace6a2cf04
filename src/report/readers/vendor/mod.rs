//! Reports of mailbox providers, carriers, gateways and groupware.
//!
//! One file for each family that words or lays out its reports so that structure alone
//! ([`super::general`]) does not tell what belongs to what.

mod amazon;
mod gateway;
mod google;
mod mdaemon;
mod mimecast;
mod oracle;
mod plain;
mod sendgrid;
mod zoho;

use crate::report::marks::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[
    &amazon::NOTIFICATION,
    &google::READER,
    &sendgrid::READER,
    &zoho::READER,
    &mimecast::READER,
    &oracle::READER,
    &gateway::CHINESE,
    &gateway::SURFCONTROL,
    &gateway::MAILMARSHAL,
    &mdaemon::READER,
    &plain::MADDY,
    &plain::STALWART,
];
