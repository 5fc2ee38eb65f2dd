//! The built `parvis` in a folder of its own: its settings, its processes, what they said.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

use backoffice::connectors::request_tracker::testing;
use tempfile::TempDir;
use tokio::{net::TcpStream, time::sleep};

use super::resident::CANARY;

/// Catalogue of the sample commune.
pub(crate) const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../backoffice/catalogue");
/// Longest wait for something that takes a moment on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A folder with the program, a small site and the data of one portal.
pub(crate) struct Town {
    folder: TempDir,
    /// Databases of the portal and of the back office.
    pub(crate) portal_database: String,
    pub(crate) office_database: String,
    pub(crate) listen: SocketAddr,
    pub(crate) operations: SocketAddr,
}

impl Town {
    /// A new folder on the disk where the program was built, so that data is written as in real life.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("bin")).unwrap();
        fs::create_dir_all(at("site/pkg")).unwrap();
        fs::create_dir_all(at("data")).unwrap();
        // The names of script files are read beside the program: it needs a folder of its own.
        fs::hard_link(env!("CARGO_BIN_EXE_parvis"), at("bin/parvis")).unwrap();
        fs::write(at("bin/hash.txt"), "js: x\nwasm: x\ncss: x\n").unwrap();
        fs::write(at("site/pkg/parvis.x.css"), "main{color:inherit}").unwrap();
        let sqlite = |name: &str| format!("sqlite:{}", at("data").join(name).display());
        Self {
            portal_database: sqlite("portal.db"),
            office_database: sqlite("backoffice.db"),
            folder,
            listen: free_address(),
            operations: free_address(),
        }
    }

    /// A new folder, with databases elsewhere.
    pub(crate) fn on(portal_database: &str, office_database: &str) -> Self {
        Self {
            portal_database: portal_database.to_owned(),
            office_database: office_database.to_owned(),
            ..Self::new()
        }
    }

    /// A file or folder of this town.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Address that residents see.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.listen)
    }

    /// The program with the settings of this town; nothing comes from the machine that runs the test.
    pub(crate) fn parvis(&self, command: &str) -> Command {
        let mut parvis = Command::new(self.path("bin/parvis"));
        parvis
            .arg(command)
            .env_clear()
            .current_dir(self.folder.path())
            .env("PARVIS_LISTEN", self.listen.to_string())
            .env("PARVIS_OPERATIONS", self.operations.to_string())
            .env("PARVIS_DATA", self.path("data"))
            .env("PARVIS_SITE", self.path("site"))
            .env("PARVIS_BACKOFFICE__CATALOGUE", CATALOGUE)
            .env("PARVIS_DATABASE", &self.portal_database)
            .env("PARVIS_BACKOFFICE__DATABASE", &self.office_database)
            // Each resident of a test says where they come from, as behind a reverse proxy.
            .env("PARVIS_TRUSTED_PROXIES", "[\"127.0.0.1\"]");
        parvis
    }

    /// Starts the portal.
    pub(crate) fn start(&self) -> Running {
        self.run(self.parvis("serve"), self.listen)
    }

    /// Starts a program that will listen on an address; its outputs join those of the earlier ones.
    pub(crate) fn run(&self, mut program: Command, listen: SocketAddr) -> Running {
        program
            .stdin(Stdio::null())
            .stdout(self.paper("stdout"))
            .stderr(self.paper("stderr"));
        Running {
            child: program.spawn().unwrap(),
            listen,
            errors: self.path("stderr"),
        }
    }

    /// Everything said so far on both outputs.
    pub(crate) fn said(&self) -> String {
        ["stdout", "stderr"]
            .map(|name| read(&self.path(name)))
            .concat()
    }

    /// Nothing that someone typed, none of these cookies and no panic is in what was said.
    pub(crate) fn tells_no_secret(&self, cookies: &[String]) {
        let said = self.said().to_lowercase();
        assert!(!said.contains(CANARY), "what someone typed is in a log");
        let secrets = cookies.iter().filter_map(|cookie| cookie.split('=').nth(1));
        for secret in secrets {
            assert!(
                !said.contains(&secret.to_lowercase()),
                "a cookie is in a log"
            );
        }
        assert!(!said.contains("panic"), "{said}");
    }

    fn paper(&self, name: &str) -> File {
        OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.path(name))
            .unwrap()
    }
}

/// A process of the town; killed when the test lets go of it.
pub(crate) struct Running {
    child: Child,
    listen: SocketAddr,
    errors: PathBuf,
}

impl Running {
    /// Waits until it takes connections.
    pub(crate) async fn open(&mut self) {
        let knock = async {
            while TcpStream::connect(self.listen).await.is_err() {
                if let Some(status) = self.child.try_wait().unwrap() {
                    panic!("it ended with {status}: {}", read(&self.errors));
                }
                sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(PATIENCE, knock).await.unwrap();
    }

    /// `kill -9`: it does nothing more, not even what it had begun.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as a service manager does.
    pub(crate) fn ask_to_stop(&self) {
        let pid = self.child.id().to_string();
        let asked = Command::new("sh")
            .args(["-c", "kill -TERM \"$1\"", "sh", &pid])
            .status()
            .unwrap();
        assert!(asked.success());
    }

    /// Waits for its end.
    pub(crate) async fn end(&mut self) -> ExitStatus {
        let wait = async {
            loop {
                if let Some(status) = self.child.try_wait().unwrap() {
                    return status;
                }
                sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.unwrap()
    }

    /// Asks it to stop and waits until it did, in order.
    pub(crate) async fn stop(mut self) {
        self.ask_to_stop();
        assert!(self.end().await.success(), "{}", read(&self.errors));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has usually ended; a test that failed must leave nothing behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program to its end.
pub(crate) fn outcome(program: &mut Command) -> (Output, String) {
    let output = program.stdin(Stdio::null()).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, errors)
}

/// Copies the sample catalogue into a folder, with one file changed.
pub(crate) fn catalogue_with(folder: &Path, file: &str, change: impl Fn(String) -> String) {
    for part in ["", "procedures"] {
        fs::create_dir_all(folder.join(part)).unwrap();
        for entry in fs::read_dir(Path::new(CATALOGUE).join(part)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), folder.join(part).join(entry.file_name())).unwrap();
            }
        }
    }
    let file = folder.join(file);
    let changed = change(fs::read_to_string(&file).unwrap());
    File::create(file)
        .unwrap()
        .write_all(changed.as_bytes())
        .unwrap();
}

/// An address of this machine where nobody listens now.
pub(crate) fn free_address() -> SocketAddr {
    testing::free_address().unwrap()
}

fn read(file: &Path) -> String {
    fs::read(file)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}
