//! stub
/// Checks placeholders.
/// # Errors
/// Unknown placeholder.
pub fn check(text: &str) -> Result<(), String> {
    const KNOWN: &[&str] = &[
        "address",
        "local",
        "domain",
        "host",
        "generator",
        "ip",
        "sender",
        "sender_domain",
        "list",
        "code",
        "response",
    ];
    let mut rest = text;
    while let Some(i) = rest.find('{') {
        let after = &rest[i + 1..];
        let Some(j) = after.find('}') else { return Err("unclosed placeholder".into()) };
        if !KNOWN.contains(&&after[..j]) {
            return Err(format!("unknown placeholder {}", &after[..j]));
        }
        rest = &after[j + 1..];
    }
    Ok(())
}
