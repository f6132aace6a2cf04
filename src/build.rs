//! The build script: data files become tables of the program.

mod build {
    pub(crate) mod texts;
}

fn main() {
    build::texts::build();
}
