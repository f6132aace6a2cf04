//! The texts, from the data files of each language; the build script makes the functions. [`labels`] and the other
//! modules are named for the files; a function is named for the keys above its text.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
