//! What fields are called that hold a recipient, a sender, a host or the server's words.

/// A field's name in lower case, letters and digits only.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Does a field of this name hold recipients?
pub(super) fn is_recipient_key(key: &str) -> bool {
    const KEYS: &[&str] = &[
        "recipient",
        "recipients",
        "rcpt",
        "rcptto",
        "to",
        "email",
        "emailaddress",
        "targets",
        "recipientaddress",
        "envelopeto",
        "destination",
        "tolist",
        "mailto",
        "receiver",
        "finalrecipient",
        "recipientemail",
        "toaddress",
        "rcpts",
        "rawrcptto",
    ];
    KEYS.contains(&key)
}

/// Does a field of this name hold the sender?
pub(super) fn is_sender_key(key: &str) -> bool {
    [
        "sender",
        "from",
        "orig",
        "mailfrom",
        "envelopefrom",
        "envelopesender",
        "returnpath",
        "senderaddress",
        "source",
        "fromaddress",
    ]
    .contains(&key)
}

/// Does a field of this name hold the reply code?
pub(super) fn is_reply_key(key: &str) -> bool {
    ["code", "responsecode", "smtpcode", "replycode", "statuscode", "errorcode", "smtpstatus", "typecode", "bouncecode"]
        .contains(&key)
}

/// Does a field of this name hold the enhanced status code?
pub(super) fn is_enhanced_key(key: &str) -> bool {
    [
        "enhancedcode",
        "status",
        "dsnstatus",
        "dsn",
        "enhancedstatus",
        "smtpenhancedcode",
        "enhancedstatuscode",
        "xyz",
        "recipientstatus",
    ]
    .contains(&key)
}

/// Does a field of this name hold the remote server?
pub(super) fn is_host_key(key: &str) -> bool {
    [
        "mxhost",
        "mx",
        "remotemta",
        "dsnmta",
        "fqdn",
        "remotehost",
        "remoteserver",
        "smtphost",
        "smtpserver",
        "server",
        "peername",
        "desthost",
        "mtahost",
        "relay",
        "remotemtaip",
        "dlvdestinationip",
        "ipaddress",
        "remoteip",
        "peerip",
        "destinationip",
        "remote",
        "host",
    ]
    .contains(&key)
}

/// How likely it is that the server's words stand in a field of this name: the lower, the likelier.
pub(super) fn words_rank(key: &str) -> Option<usize> {
    const KEYS: &[&str] = &[
        "diagnosticcode",
        "dsndiag",
        "diag",
        "diagnostic",
        "smtpresponse",
        "rawreason",
        "rawresponse",
        "response",
        "lasterror",
        "recipientstatus",
        "reason",
        "delayreason",
        "bouncereason",
        "message",
        "content",
        "description",
        "details",
        "detail",
        "customdata",
        "error",
        "err",
        "errormessage",
        "msg",
        "stat",
        "info",
        "text",
        "explanation",
        "log",
        "output",
        "statusmessage",
        "failurereason",
        "smtperror",
        "exception",
        "stack",
    ];
    KEYS.iter().position(|k| *k == key)
}
