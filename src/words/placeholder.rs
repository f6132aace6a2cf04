//! The placeholders of templates. The build script reads this file too, to check the texts in data files.

/// Each placeholder, what stands for it when it is unknown, and what does inside a command or a name.
pub(crate) const PLACEHOLDERS: &[(&str, &str, &str)] = &[
    ("address", "the recipient's address", "ADDRESS"),
    ("local", "the name before the @", "NAME"),
    ("domain", "the recipient's domain", "DOMAIN"),
    ("host", "the receiving server", "HOST"),
    ("generator", "the server that wrote the report", "HOST"),
    ("ip", "the sending server's IP address", "IP"),
    ("sender", "the sender's address", "SENDER"),
    ("sender_domain", "the sending domain", "DOMAIN"),
    ("list", "the block list", "LIST"),
    ("code", "the error code", "CODE"),
    ("response", "the server's reply", "REPLY"),
    ("link", "the page named in the reply", "PAGE"),
    ("exit", "the exit status", "STATUS"),
    ("limit", "the size limit", "LIMIT"),
    ("wait", "the time that it asks for", "TIME"),
];

/// Are all placeholders of a template known?
///
/// # Errors
/// Names the one that is not, or says that a brace is not closed.
pub(crate) fn check(template: &str) -> Result<(), String> {
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else {
            return Err("a brace is not closed: write “}” behind it".into());
        };
        let name = &rest[open + 1..open + close];
        if !PLACEHOLDERS.iter().any(|(p, ..)| *p == name) {
            let known: Vec<&str> = PLACEHOLDERS.iter().map(|(p, ..)| *p).collect();
            return Err(format!("there is no placeholder {{{name}}}: they are {}", known.join(", ")));
        }
        rest = &rest[open + close + 1..];
    }
    Ok(())
}
