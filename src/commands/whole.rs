//! Lines that are written whole or not at all: for a mail server's pipe, where several deliveries append to one file and a
//! disk may be full.

use std::fs::File;
use std::io::{self, Write};

/// Writes to standard output. A file is locked meanwhile, and what a full disk cut is taken back.
pub(crate) fn write(bytes: &[u8]) -> io::Result<()> {
    match as_file() {
        Some(file) => append(&file, bytes),
        None => {
            let mut out = io::stdout().lock();
            out.write_all(bytes)?;
            out.flush()
        }
    }
}

/// Standard output, where it is a file.
#[cfg(unix)]
fn as_file() -> Option<File> {
    use std::os::fd::AsFd;
    let file = File::from(io::stdout().as_fd().try_clone_to_owned().ok()?);
    file.metadata().is_ok_and(|m| m.is_file()).then_some(file)
}

#[cfg(not(unix))]
fn as_file() -> Option<File> {
    None
}

fn append(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    file.lock()?;
    let before = file.metadata()?.len();
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        // Half a line would spoil the one behind it.
        file.set_len(before)?;
    }
    let unlocked = file.unlock();
    written.and(unlocked)
}
