//! Processor time as Linux counts it, of one process or of a server with its helpers (`man 5 proc_pid_stat`).

use std::fs;

use anyhow::Context;

/// Ticks of `/proc/PID/stat` in a second: fixed in what Linux tells programs (`USER_HZ`), whatever the kernel does.
const TICKS: f64 = 100.0;

/// Fields of `/proc/PID/stat`, numbered as its manual does.
struct Stat(String);

impl Stat {
    fn of(pid: u32) -> anyhow::Result<Self> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
        // The name, in brackets, may hold spaces: fields count from after it.
        let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        Ok(Self(after.to_owned()))
    }

    fn field(&self, number: usize) -> anyhow::Result<f64> {
        let field = self.0.split_whitespace().nth(number - 3);
        let field = field.and_then(|field| field.parse().ok());
        field.context("/proc/PID/stat cannot be read")
    }

    /// Milliseconds of its own, user and system, all threads (grain: 10 ms).
    fn own(&self) -> anyhow::Result<f64> {
        Ok((self.field(14)? + self.field(15)?) * 1000.0 / TICKS)
    }

    /// The same of those it started that ended.
    fn of_the_gone(&self) -> anyhow::Result<f64> {
        Ok((self.field(16)? + self.field(17)?) * 1000.0 / TICKS)
    }
}

/// Processor time that a process used so far, in milliseconds.
pub(crate) fn used_by(pid: u32) -> anyhow::Result<f64> {
    Stat::of(pid)?.own()
}

/// The same of a process and those it started, living or gone.
pub(crate) fn used_by_family(parent: u32) -> anyhow::Result<f64> {
    let stat = Stat::of(parent)?;
    let mut used = stat.own()? + stat.of_the_gone()?;
    for entry in fs::read_dir("/proc")? {
        let pid = entry?.file_name().to_string_lossy().parse::<u32>();
        // What is no process, or ended since the folder was read, has no times.
        if let Ok(pid) = pid
            && parent_of(pid) == Some(parent)
        {
            used += used_by(pid).unwrap_or_default();
        }
    }
    Ok(used)
}

/// The process that started another one; `None`: no such process on this machine.
pub(crate) fn parent_of(pid: u32) -> Option<u32> {
    let stat = Stat::of(pid).ok()?;
    stat.0.split_whitespace().nth(1)?.parse().ok()
}

/// Whether a process of this machine runs this program.
pub(crate) fn runs(pid: u32, program: &str) -> bool {
    fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == program)
}
