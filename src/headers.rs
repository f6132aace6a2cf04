//! The header fields of a mail.

/// Header fields in order: name and value. They are many and mostly short, so one text holds them all.
#[derive(Clone, Debug, Default)]
pub struct Headers {
    text: String,
    fields: Vec<Place>,
}

/// Where in the text a field stands: its name, and the value behind it.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    value: usize,
    end: usize,
}

impl Headers {
    /// None yet, and room for the fields of a header block of so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        // A usual field has 40 bytes and more.
        Self { text: String::with_capacity(bytes), fields: Vec::with_capacity(bytes / 40) }
    }

    /// Adds a field, whose value `write` puts to the end of the text.
    pub(crate) fn add(&mut self, name: &str, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        self.text.push_str(name);
        let value = self.text.len();
        write(&mut self.text);
        self.fields.push(Place { start, value, end: self.text.len() });
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.fields.clear();
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|f| (&self.text[f.start..f.value], &self.text[f.value..f.end]))
    }

    /// The values of the fields of this name.
    pub fn named<'a>(&'a self, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
        let (text, name) = (self.text.as_bytes(), name.as_bytes());
        let is_named =
            move |f: &&Place| f.value - f.start == name.len() && text[f.start..f.value].eq_ignore_ascii_case(name);
        self.fields.iter().filter(is_named).map(|f| &self.text[f.value..f.end])
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Headers {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(fields: I) -> Self {
        let mut headers = Self::default();
        for (name, value) in fields {
            headers.add(name, |text| text.push_str(value));
        }
        headers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order() {
        let fields = [("To", "a"), ("Subject", ""), ("X-Ü", "ß"), ("to", "b")];
        let mut headers: Headers = fields.into_iter().collect();
        assert!(headers.iter().eq(fields));
        assert!(headers.named("TO").eq(["a", "b"]));
        assert_eq!(headers.named("subject").next(), Some(""));
        assert_eq!(headers.named("Sub").next(), None);
        headers.clear();
        assert!(headers.is_empty() && headers.iter().next().is_none());
    }
}
