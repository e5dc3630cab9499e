//! A helper process (driver or display) that ends, with everything it started, when dropped.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const START: Duration = Duration::from_secs(20);
const FAREWELL: Duration = Duration::from_secs(3);

/// A running helper process.
#[derive(Debug)]
pub struct DriverProcess {
    child: Child,
    name: String,
}

impl DriverProcess {
    /// Starts a driver in a process group of its own, its output going to `log`, and waits until
    /// it listens on `port`.
    ///
    /// # Errors
    /// When it cannot be started or does not listen in time.
    pub fn start_driver(command: &mut Command, port: u16, log: &Path) -> Result<Self> {
        let file = File::create(log).with_context(|| format!("{}", log.display()))?;
        let errors = file.try_clone().context("the log file cannot be shared")?;
        command.stdin(Stdio::null()).stdout(file).stderr(errors);
        let mut driver = Self::start(command)?;
        driver.wait_for_port(port, log)?;
        Ok(driver)
    }

    /// Starts a display without a screen; gives it with its name for `DISPLAY`.
    ///
    /// # Errors
    /// When Xvfb cannot be started.
    pub fn start_display(command: &mut Command) -> Result<(Self, String)> {
        command.args(["-displayfd", "1", "-screen", "0", "2000x1600x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut display = Self::start(command)?;
        let output = display.child.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("Xvfb did not start")?;
        let number = number.trim();
        anyhow::ensure!(!number.is_empty(), "Xvfb ended at once");
        Ok((display, format!(":{number}")))
    }

    fn start(command: &mut Command) -> Result<Self> {
        let program = Path::new(command.get_program()).file_name().unwrap_or_default();
        let name = program.to_string_lossy().into_owned();
        let child = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        Ok(Self { child, name })
    }

    fn wait_for_port(&mut self, port: u16, log: &Path) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let start = Instant::now();
        while start.elapsed() < START {
            if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                let said = std::fs::read_to_string(log).unwrap_or_default();
                bail!("{} ended at once ({status}): {}", self.name, said.trim());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("{} did not listen on port {port} within {START:?}", self.name)
    }

    /// Ends it with everything it started, at once and without a warning.
    pub fn kill(mut self) {
        self.signal("-KILL");
        // Collects what is left of it.
        let _ = self.child.wait();
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        // The group may be gone already, which is what we want.
        let _ = Command::new("kill")
            .args([signal, "--", &group])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        self.signal("-TERM");
        let start = Instant::now();
        while start.elapsed() < FAREWELL && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.signal("-KILL");
        // Collects what is left of it.
        let _ = self.child.wait();
    }
}

/// A port nobody listens on at this moment.
///
/// # Errors
/// When the system has none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr().context("no port is free")?.port())
}
