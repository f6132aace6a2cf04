//! Any bytes: nothing may panic, hang, or bring a control character into the output.
//!
//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz diagnose CORPUS`, where CORPUS is a folder of bounces to begin with.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use whybounce::escape::is_unsafe;
use whybounce::internal::input::Mbox;
use whybounce::output::csv::Csv;
use whybounce::output::{json, message as text, summary};
use whybounce::triage::{By, Triage};
use whybounce::{Table, diagnose};

static TABLE: LazyLock<Table> = LazyLock::new(Table::default);

fuzz_target!(|data: &[u8]| {
    let diagnosis = diagnose(data, &TABLE);
    let (mut as_text, mut as_json, mut as_csv) = (Vec::new(), Vec::new(), Vec::new());
    text::write_message(&mut as_text, Some("fuzz"), &diagnosis, text::Layout::default()).expect("memory");
    json::write_message(&mut as_json, "fuzz", &diagnosis);
    Csv.message(&mut as_csv, "fuzz", &diagnosis).expect("memory");
    let mut triage = Triage::new(By::Problem);
    triage.add(diagnosis);
    summary::write_text(&mut as_text, &triage.finish(), summary::Options::default()).expect("memory");
    for out in [as_text, as_json, as_csv] {
        let out = String::from_utf8(out).expect("the output is UTF-8");
        assert!(!out.chars().any(|c| c != '\n' && c != '\r' && is_unsafe(c)), "{out:?}");
    }
    let mut mbox = Mbox::new(data);
    let mut message = Vec::new();
    while mbox.next_into(&mut message).expect("bytes can be read") {}
});
