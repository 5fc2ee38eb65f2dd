//! The reference back office as a server of its own, which can be killed and started again on the same data.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::{Child, Stdio},
};

use anyhow::ensure;

use super::caller::{Caller, Door, TOKEN};
use crate::{stopwatch::Stopwatch, tracking::Stored};

/// How long a start may take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// An office that answers.
#[derive(Debug)]
pub(super) struct Office {
    child: Child,
    address: SocketAddr,
}

impl Office {
    /// Starts it on the data of a store.
    pub(super) async fn start(store: &Stored<'_>, catalogue: &Path) -> anyhow::Result<Self> {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        fs::create_dir_all(store.folder())?;
        let token = store.folder().join("token");
        fs::write(&token, TOKEN)?;
        let child = store
            .office()
            .arg("serve")
            .args(["--listen", &address.to_string()])
            .arg("--token-file")
            .arg(&token)
            .env("PARVIS_BACKOFFICE__CATALOGUE", catalogue)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let mut office = Self { child, address };
        let watch = Stopwatch::start();
        while Caller::at(&office.door()).await.is_err() {
            if let Some(status) = office.child.try_wait()? {
                anyhow::bail!("the back office stopped at once: {status}");
            }
            ensure!(watch.elapsed() < PATIENCE, "the back office did not answer");
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        Ok(office)
    }

    pub(super) const fn door(&self) -> Door {
        Door::Socket(self.address)
    }

    /// Kills it at once, as a power cut does.
    pub(super) fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
