//! The floor under a scan: reads the same files and parses each with mail-parser, on so many threads, and does
//! nothing else: `cargo bench --bench floor -- JOBS FOLDER`.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let [jobs, folder] = args.as_slice() else {
        println!("skipped: give the number of threads and a folder of messages");
        return;
    };
    let jobs: usize = jobs.parse().expect("a number of threads");
    let mut files: Vec<PathBuf> = Vec::new();
    let mut stack = vec![PathBuf::from(folder)];
    while let Some(dir) = stack.pop() {
        for entry in std::fs::read_dir(dir).expect("a folder") {
            let entry = entry.expect("an entry");
            if entry.file_type().expect("a type").is_dir() {
                stack.push(entry.path())
            } else {
                files.push(entry.path())
            }
        }
    }
    files.sort();
    let (next, parts) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let raw = std::fs::read(file).expect("a message");
                    let message = mail_parser::MessageParser::default().parse(&raw);
                    parts.fetch_add(message.map_or(0, |m| m.parts.len()), Ordering::Relaxed);
                }
            });
        }
    });
    println!("{} files, {} parts", files.len(), parts.into_inner());
}
