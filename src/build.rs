//! The build script: compiles data files of `src` into Rust, so that starting the program costs nothing.
//!
//! It shares the readers and the checks of the data with the library: the same files, under the same paths.

#![allow(dead_code, unreachable_pub, reason = "of the shared files only a part is needed here")]

#[path = "build"]
mod build {
    pub(crate) mod learned;
    pub mod rules;
    pub(crate) mod texts;
}
#[path = "names"]
mod names {
    pub mod code;
    pub mod terms;
}
#[path = "rules"]
mod rules {
    pub mod phrase;
    pub mod rule;
    #[path = "learned"]
    pub(crate) mod learned {
        pub(crate) mod features;
        pub(crate) mod shape;
    }
    #[path = "format"]
    pub mod format {
        pub mod fault;
        pub mod fields;
        pub mod node;
        pub mod read;
    }
}
#[path = "text"]
mod text {
    mod find;
    pub mod fold;
    pub(crate) use find::*;
}
#[path = "words"]
mod words {
    pub mod placeholder;
    pub mod verb;
}

fn main() {
    let rules = build::rules::compile();
    build::learned::build(&rules);
    build::texts::build();
}
