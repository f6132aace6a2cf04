//! Runs the program and looks at what it does.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A run that is being put together.
pub(crate) struct Run {
    command: Command,
    stdin: Vec<u8>,
}

/// What a run did.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

impl Run {
    pub(crate) fn new<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whybounce"));
        command.args(args).env_remove("NO_COLOR").env_remove("COLUMNS").env("TERM", "xterm").current_dir(root());
        Self { command, stdin: Vec::new() }
    }

    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_vec();
        self
    }

    pub(crate) fn env(mut self, key: &str, value: &str) -> Self {
        self.command.env(key, value);
        self
    }

    /// Starts the program in this folder.
    pub(crate) fn dir(mut self, path: &Path) -> Self {
        self.command.current_dir(path);
        self
    }

    pub(crate) fn run(mut self) -> Ran {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("stdin is piped");
        let bytes = self.stdin;
        // The program may end without having read everything.
        let feed = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
        let output = child.wait_with_output().expect("the program ends");
        feed.join().expect("the feeder ends");
        Ran {
            stdout: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("the complaints are UTF-8"),
            code: output.status.code(),
        }
    }
}

impl Ran {
    /// The only line of JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        let mut lines = self.stdout.lines();
        let line = lines.next().unwrap_or_else(|| panic!("no output; stderr: {}", self.stderr));
        assert!(lines.next().is_none(), "more than one line: {}", self.stdout);
        serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))
    }

    /// All lines of JSON.
    pub(crate) fn lines(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
    }
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder that is removed when the test ends.
pub(crate) struct Dir(PathBuf);

static DIRS: AtomicUsize = AtomicUsize::new(0);

impl Dir {
    pub(crate) fn new() -> Self {
        let n = DIRS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("whybounce-test-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with its folders.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(&path, bytes).expect("a file");
        path
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs a shell command on a terminal of its own, where `$PROGRAM` is the program; what it writes to both outputs comes back
/// mixed. The terminal stays open: a program that waits for more than was typed makes the test fail. `None`, saying so,
/// where util-linux's `script` is not installed.
#[cfg(target_os = "linux")]
pub(crate) fn on_terminal(shell: &str, typed: &str) -> Option<(String, Option<i32>)> {
    use std::io::Read;
    use std::time::{Duration, Instant};
    let spawned = Command::new("script")
        .args(["-qec", shell, "/dev/null"])
        .env("PROGRAM", env!("CARGO_BIN_EXE_whybounce"))
        .env_remove("NO_COLOR")
        .env("TERM", "xterm")
        .env("COLUMNS", "70")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = spawned else {
        println!("skipped: the program script is not here, so there is no terminal");
        return None;
    };
    let mut input = child.stdin.take().expect("stdin is piped");
    input.write_all(typed.as_bytes()).expect("script reads");
    let mut output = child.stdout.take().expect("stdout is piped");
    let reader = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        output.read_to_end(&mut bytes).map(|_| bytes)
    });
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("script can be waited for") {
            break status;
        }
        if begun.elapsed() > Duration::from_secs(20) {
            child.kill().expect("script can be ended");
            panic!("`{shell}` still waits after {typed:?} was typed");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    drop(input);
    let bytes = reader.join().expect("the reader").expect("script's output");
    Some((String::from_utf8_lossy(&bytes).replace("\r\n", "\n"), status.code()))
}

/// The folder of material that only the developers have; tests that need it are skipped, saying so, without it.
pub(crate) fn shared(part: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(part);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

/// A bounce as Postfix writes it, with this reply of mx.example.com.
pub(crate) fn postfix_bounce(reply: &str) -> String {
    let status = whybounce::internal::code::find_status(reply).map_or_else(|| "5.0.0".to_string(), |s| s.to_string());
    format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@mail.example.org (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nTo: me@example.org\n\
         Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\n\n\
         --B\nContent-Type: text/plain; charset=us-ascii\n\nThis is the mail system at host mail.example.org.\n\n\
         I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n\
         <you@example.com>: host mx.example.com[192.0.2.25] said: {reply} (in reply to RCPT TO command)\n\n\
         --B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\nX-Postfix-Queue-ID: 4ABC\n\n\
         Final-Recipient: rfc822; you@example.com\nAction: failed\nStatus: {status}\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; {reply}\n\n\
         --B\nContent-Type: message/rfc822\n\nReturn-Path: <me@example.org>\nMessage-ID: <1@example.org>\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\nHi\n\n--B--\n"
    )
}

/// The same as an Exchange report in two sections, as its receiver would paste it.
pub(crate) fn exchange_text(reply: &str) -> String {
    format!(
        "Delivery has failed to these recipients or groups:\n\nyou@example.com<mailto:you@example.com>\nYour message wasn't delivered.\n\n\
         Diagnostic information for administrators:\n\nGenerating server: EX01.example.org\n\nyou@example.com\nmx.example.com\n\
         Remote Server returned '{reply}'\n\nOriginal message headers:\n\nReceived: from a by EX01.example.org; Thu, 2 Jul 2026 10:00:00 +0000\n\
         From: me@example.org\nTo: you@example.com\nSubject: Hello\nMessage-ID: <1@example.org>\n"
    )
}
