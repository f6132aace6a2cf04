//! A file that takes the place of an older one, whole or not at all.
//!
//! Until the new text is complete the old file is not touched; then it is written beside it and renamed. Nothing lies
//! about in the meantime that a killed program would leave behind.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, bail};

/// The file that is being written beside the old one. Ctrl-C ends the program without unwinding.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// How many links are followed from one to the next.
const MAX_LINKS: usize = 40;

/// Where a text is to go at the end.
pub(crate) enum Target {
    /// A file, under its own name however many links lead there, and whether it is there already.
    File { path: PathBuf, exists: bool },
    /// A pipe or a device, such as `/dev/stdout` or a shell's `>(…)`: what is written to it is gone, nothing is replaced.
    Stream(File),
}

impl Target {
    /// Finds out now whether it can be written at the end.
    pub(crate) fn new(path: &Path) -> anyhow::Result<Self> {
        // What /dev/stdout leads to is somebody's open file: a new one in its place would not reach the reader.
        let open_files = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
        let is_open_file = open_files.iter().any(|start| path.starts_with(start));
        match fs::metadata(path) {
            Ok(m) if m.is_dir() => bail!("this is a folder; a file is needed"),
            Ok(m) if is_open_file || !m.is_file() => {
                return Ok(Target::Stream(OpenOptions::new().append(true).open(path)?));
            }
            Ok(_) | Err(_) => {}
        }
        let path = behind_links(path)?;
        let exists = match fs::metadata(&path) {
            // Replacing needs no right to write the old file, but whoever took that right away did not want this.
            Ok(_) => OpenOptions::new().append(true).open(&path).map(|_| true)?,
            Err(e) if e.kind() == io::ErrorKind::NotFound => false,
            Err(e) => return Err(e.into()),
        };
        let (_, probe) = beside(&path)?;
        fs::remove_file(probe)?;
        Ok(Target::File { path, exists })
    }

    /// Would writing replace something?
    pub(crate) fn exists(&self) -> bool {
        matches!(self, Target::File { exists: true, .. })
    }

    /// Writes the text.
    pub(crate) fn write(self, text: &[u8]) -> anyhow::Result<()> {
        match self {
            Target::Stream(mut stream) => Ok(stream.write_all(text)?),
            Target::File { path, .. } => {
                let (file, new) = beside(&path)?;
                let _unfinished = Unfinished::new(&new);
                put(file, &new, text, &path)?;
                Ok(())
            }
        }
    }
}

/// Writes the text into the new file and gives that the name of the old one.
fn put(mut file: File, new: &Path, text: &[u8], path: &Path) -> io::Result<()> {
    if let Ok(old) = fs::metadata(path) {
        keep_owner(&file, &old);
        file.set_permissions(old.permissions())?;
    }
    file.write_all(text)?;
    // The rename must not reach the disk before the text.
    file.sync_all()?;
    drop(file);
    fs::rename(new, path)
}

/// The new file belongs to whom the old one did, where we may give it away.
#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}

/// The path at the end of a chain of links, which need not exist.
fn behind_links(path: &Path) -> anyhow::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        if !fs::symlink_metadata(&path).is_ok_and(|m| m.is_symlink()) {
            return Ok(path);
        }
        let link = fs::read_link(&path)?;
        path = folder_of(&path).join(link);
    }
    bail!("this link leads to too many others")
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Creates a new file in the same folder, where a rename is possible. It is hidden, so that no scan takes it for mail.
fn beside(path: &Path) -> anyhow::Result<(File, PathBuf)> {
    let name = path.file_name().context("this is no name of a file")?.to_string_lossy();
    let folder = folder_of(path);
    for n in 0..100 {
        // Long names have to stay within what a folder takes.
        let start: String = name.chars().take(50).collect();
        let new = folder.join(format!(".{start}.{}-{n}.new", std::process::id()));
        match File::create_new(&new) {
            Ok(file) => return Ok((file, new)),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => {
                return Err(e).with_context(|| {
                    format!("no new file can be created in the folder {}, which replacing needs", folder.display())
                });
            }
        }
    }
    bail!("the folder {} is full of unfinished files", folder.display())
}

/// Removes the new file if it did not get its name.
struct Unfinished;

impl Unfinished {
    fn new(path: &Path) -> Self {
        *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_path_buf());
        Self
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        clean_up();
    }
}

/// Removes what would otherwise be left behind; for ends of the program that do not unwind.
pub(crate) fn clean_up() {
    if let Some(path) = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).take() {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_at_the_end_leaves_nothing_behind() {
        let folder = std::env::temp_dir().join(format!("whybounce-replace-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("list");
        let target = Target::new(&path).unwrap();
        assert!(!target.exists());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing lies about in the meantime");
        // Somebody else's folder of this name cannot be replaced by a file.
        fs::create_dir(&path).unwrap();
        assert!(target.write(b"new").is_err());
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["list"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
