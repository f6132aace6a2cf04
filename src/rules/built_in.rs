//! The program's own rules: `data/**/*.toml` as the build script (`src/build/rules.rs`) compiled them. Their order of
//! priority stands in `data/order.toml`.

/// What the files share, for people who copy a rule from them.
pub(crate) const SHARED: &str = include_str!("data/shared.toml");

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules in the order asked.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = &'static super::rule::Rule> {
    FAMILIES.iter().flat_map(|f| f.rules)
}
