//! Passwords and keys in a pasted text.

/// Does the text show what should stay secret: the credentials of AUTH (RFC 4954), a password, a key?
pub(super) fn shown(text: &str) -> bool {
    let mut asked = false;
    for line in text.lines() {
        let upper = line.to_ascii_uppercase();
        let is_token = |word: &str| {
            let word = word.trim_end_matches(['\'', '"']).trim_end_matches("\\n").trim_end_matches("\\r");
            let word = word.trim_end_matches("\\N").trim_end_matches("\\R").trim_matches(['\'', '"']);
            word.len() >= 8 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b))
        };
        if let Some(at) = upper.find("AUTH ")
            && ["PLAIN ", "LOGIN ", "CRAM-MD5 ", "XOAUTH2 ", "OAUTHBEARER "].iter().any(|m| {
                upper[at + 5..].strip_prefix(m).is_some_and(|r| is_token(r.split_whitespace().next().unwrap_or("")))
            })
            && !upper.contains("250-AUTH")
            && !upper.contains("250 AUTH")
        {
            return true;
        }
        if asked && line.split_whitespace().last().is_some_and(is_token) && !upper.contains("334") {
            return true;
        }
        asked = upper.contains("334 ");
        let lower = line.to_ascii_lowercase();
        for key in [
            "password=",
            "password:",
            "passwd=",
            "api_key=",
            "apikey=",
            "api-key:",
            "authorization: bearer ",
            "secret=",
            "\"pass\":",
            "pass: '",
            "password\":",
        ] {
            if let Some(at) = lower.find(key) {
                let value = line[at + key.len()..].trim_start_matches([' ', '"', '\'']);
                let hidden = value.starts_with(['*', '<', '[', '.', 'x', '•']) || value.len() < 4;
                if !hidden && value.split_whitespace().next().is_some_and(|v| v.len() > 3) {
                    return true;
                }
            }
        }
    }
    false
}
