//! Child processes: each leads a process group, is ended with all that it started, and never outlives xtask
//! unless xtask is killed outright.

use crate::interrupt;
use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(50);
/// How long a process may take to leave after SIGTERM.
const GRACE: Duration = Duration::from_secs(8);
/// How long output may still trickle in once the process has ended, from one that it left behind.
const DRAIN: Duration = Duration::from_secs(2);

/// A started process with all its descendants; ended when dropped.
pub struct Running {
    child: Child,
    name: String,
}

/// Starts a process at the head of a group of its own.
pub fn start(command: &mut Command) -> Result<Running> {
    let name = shown(command);
    let child = command
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start {name}"))?;
    Ok(Running { child, name })
}

impl Running {
    /// Waits for the end; an error when the time is over or the person interrupts.
    pub fn wait(&mut self, limit: Option<Duration>) -> Result<ExitStatus> {
        let deadline = limit.map(|limit| Instant::now() + limit);
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            self.check(deadline)?;
            std::thread::sleep(POLL);
        }
    }

    /// The status, once the process has ended.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// The lines of its standard output, as they come; needs `Stdio::piped()`.
    pub fn lines(&mut self) -> Result<Receiver<String>> {
        let stdout = self
            .child
            .stdout
            .take()
            .context("the standard output is not piped")?;
        Ok(read_lines(stdout))
    }

    /// Asks the group to end, and ends it by force when it does not.
    pub fn end(&mut self) {
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        self.signal(Signal::TERM);
        let deadline = Instant::now() + GRACE;
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            std::thread::sleep(POLL);
        }
        // Those of the group that outlasted its head, or the head that would not go.
        self.signal(Signal::KILL);
        // The group is gone whatever this answers; there is nobody left to tell.
        let _ = self.child.wait();
    }

    fn signal(&self, signal: Signal) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // ESRCH, the only possible answer besides success, means that the group is already gone.
            let _ = kill_process_group(group, signal);
        }
    }

    fn check(&self, deadline: Option<Instant>) -> Result<()> {
        if interrupt::noticed() {
            bail!("interrupted");
        }
        if deadline.is_some_and(|deadline| Instant::now() > deadline) {
            bail!("{} took longer than it may", self.name);
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Runs a process to its end with its output passed through; a status other than 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    if succeeds(command)? {
        return Ok(());
    }
    bail!("{} failed", shown(command));
}

/// Runs a process to its end with its output passed through, and says whether its status was 0.
pub fn succeeds(command: &mut Command) -> Result<bool> {
    Ok(start(command)?.wait(None)?.success())
}

/// Runs a process and gives its standard output; a status other than 0 is an error.
pub fn output(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {name}"))?;
    if !output.status.success() {
        bail!(
            "{name} failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    String::from_utf8(output.stdout).with_context(|| format!("{name} did not print UTF-8"))
}

/// Runs a process to its end and hands every line of its standard output to `on_line`, as it comes.
pub fn stream(command: &mut Command, limit: Duration, mut on_line: impl FnMut(&str)) -> Result<ExitStatus> {
    let deadline = Instant::now() + limit;
    let mut running = start(command.stdout(Stdio::piped()))?;
    let lines = running.lines()?;
    let mut ended_at = None;
    loop {
        match lines.recv_timeout(POLL) {
            Ok(line) => on_line(&line),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                running.check(Some(deadline))?;
                if ended_at.is_none() && running.ended()?.is_some() {
                    ended_at = Some(Instant::now());
                }
                if ended_at.is_some_and(|at| at.elapsed() > DRAIN) {
                    break;
                }
            }
        }
    }
    running.wait(Some(GRACE))
}

/// Whether a program of this name can be found on the path.
pub fn installed(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

/// The command as a person would read it in a message.
pub fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}

fn read_lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|size| size > 0) {
            let text = String::from_utf8_lossy(&line);
            if send.send(text.trim_end_matches(['\r', '\n']).to_owned()).is_err() {
                return;
            }
            line.clear();
        }
    });
    receive
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn streams_every_line_and_keeps_the_status() {
        let mut lines = Vec::new();
        let status = stream(
            &mut shell("echo one; echo two; exit 3"),
            Duration::from_secs(20),
            |line| {
                lines.push(line.to_owned());
            },
        );
        assert_eq!(status.unwrap().code(), Some(3));
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    fn a_process_that_takes_too_long_is_ended_with_its_children() {
        let started = Instant::now();
        let mut first_line = String::new();
        let result = stream(
            &mut shell("sleep 600 & echo $!; wait"),
            Duration::from_millis(400),
            |line| {
                first_line = line.to_owned();
            },
        );
        assert!(result.unwrap_err().to_string().contains("longer than it may"));
        assert!(started.elapsed() < Duration::from_secs(60));
        let deadline = Instant::now() + GRACE;
        while is_alive(&first_line) {
            assert!(Instant::now() < deadline, "{first_line} is still there");
            std::thread::sleep(POLL);
        }
    }

    /// One that nobody reaps stays behind as a zombie ("Z") in a container without an init.
    fn is_alive(pid: &str) -> bool {
        std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
    }

    #[test]
    fn a_failure_names_the_command() {
        assert!(
            run(&mut shell("exit 1"))
                .unwrap_err()
                .to_string()
                .contains("sh -c exit 1")
        );
        assert!(
            output(&mut shell("echo why >&2; exit 1"))
                .unwrap_err()
                .to_string()
                .contains("why")
        );
    }
}
