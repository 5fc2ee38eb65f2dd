//! Where requests are stored: a data folder and, on PostgreSQL, a database of its own beside it.

use std::{path::PathBuf, process::Command, str::FromStr};

use anyhow::{Context, ensure};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, postgres::PgConnectOptions};

use super::tables::Tables;
use crate::{
    processor,
    rounds::Used,
    server::{Program, Server},
};

/// How long the housekeeping of PostgreSQL may take to come by: it makes a round each minute.
const HOUSEKEEPING: u32 = 600;

/// A PostgreSQL server that takes new databases.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    options: PgConnectOptions,
    /// Its first process; `None` when that runs elsewhere.
    pub(super) process: Option<u32>,
    /// Name and version.
    pub(crate) version: String,
}

impl Cluster {
    /// Reaches the server of this address.
    pub(crate) async fn at(url: &str) -> anyhow::Result<Self> {
        let options = PgConnectOptions::from_str(url)?;
        let mut connection = options.connect().await.context("no PostgreSQL answers")?;
        let own: i32 = sqlx::query_scalar("SELECT pg_backend_pid()")
            .fetch_one(&mut connection)
            .await?;
        let version: String = sqlx::query_scalar("SHOW server_version")
            .fetch_one(&mut connection)
            .await?;
        connection.close().await?;
        // The same number may be another program's here when the server runs elsewhere.
        let first = processor::parent_of(u32::try_from(own)?);
        Ok(Self {
            options,
            process: first.filter(|first| processor::runs(*first, "postgres")),
            version: format!("PostgreSQL {version}"),
        })
    }

    async fn run(&self, sql: String) -> anyhow::Result<()> {
        let mut connection = self.options.connect().await?;
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await?;
        Ok(connection.close().await?)
    }
}

/// A portal's data.
#[derive(Debug)]
pub(crate) struct Stored<'a> {
    program: &'a Program,
    cluster: Option<&'a Cluster>,
    /// Name of the folder and of the database.
    name: String,
    /// Address of the database.
    url: Option<String>,
}

impl<'a> Stored<'a> {
    /// An empty one.
    pub(crate) async fn empty(
        program: &'a Program,
        cluster: Option<&'a Cluster>,
        name: &str,
    ) -> anyhow::Result<Self> {
        if let Some(cluster) = cluster {
            let sql = format!("CREATE DATABASE {name} TEMPLATE template0");
            cluster.run(sql).await?;
        }
        Ok(Self::named(program, cluster, name))
    }

    fn named(program: &'a Program, cluster: Option<&'a Cluster>, name: &str) -> Self {
        let url = |cluster: &Cluster| {
            let options = cluster.options.clone().database(name);
            options.to_url_lossy().to_string()
        };
        Self {
            program,
            cluster,
            name: name.to_owned(),
            url: cluster.map(url),
        }
    }

    /// The same data once more, under another name. Nobody may be using it.
    pub(super) async fn duplicate(&self, name: &str) -> anyhow::Result<Self> {
        if let Some(cluster) = self.cluster {
            let sql = format!("CREATE DATABASE {name} TEMPLATE {}", self.name);
            cluster.run(sql).await?;
        }
        let other = Self::named(self.program, self.cluster, name);
        let copied = Command::new("cp")
            .arg("-R")
            .args([self.folder(), other.folder()])
            .status()?;
        ensure!(copied.success(), "the data folder cannot be copied");
        Ok(other)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.program.data().join(&self.name)
    }

    fn settings(&self) -> Vec<(&str, &str)> {
        let url = self.url.iter().map(String::as_str);
        url.flat_map(|url| {
            [
                ("PARVIS_DATABASE", url),
                ("PARVIS_BACKOFFICE__DATABASE", url),
            ]
        })
        .collect()
    }

    /// Address of the tables of its back office.
    pub(crate) fn back_office_url(&self) -> String {
        let file = || format!("sqlite:{}", self.folder().join("backoffice.db").display());
        self.url.clone().unwrap_or_else(file)
    }

    /// Opens a portal on it.
    pub(super) async fn serve(&self) -> anyhow::Result<Server> {
        Server::start_with(self.program, &self.name, &self.settings()).await
    }

    /// The same with more settings.
    pub(crate) async fn serve_with(&self, more: &[(&str, &str)]) -> anyhow::Result<Server> {
        let settings = [self.settings().as_slice(), more].concat();
        Server::start_with(self.program, &self.name, &settings).await
    }

    /// The command of the back office, to act on the requests in it.
    pub(crate) fn office(&self) -> Command {
        let mut command = crate::server::own_command(&self.program.office());
        command
            .env("PARVIS_DATA", self.folder())
            .envs(self.settings());
        command
    }

    /// Its tables. A portal must have made them.
    pub(crate) async fn tables(&self) -> anyhow::Result<Tables> {
        match self.cluster {
            Some(cluster) => {
                let options = cluster.options.clone().database(&self.name);
                Tables::in_database(&options).await
            }
            None => Tables::in_folder(&self.folder()),
        }
    }

    /// Processor time of a portal on it and of its database server.
    pub(crate) fn used(&self, server: &Server) -> anyhow::Result<Used> {
        let mut used = server.used()?;
        if let Some(process) = self.cluster.and_then(|cluster| cluster.process) {
            used.database = processor::used_by_family(process)?;
        }
        Ok(used)
    }

    /// Waits until PostgreSQL has looked at its new rows by itself, as it had long before in production. Without what
    /// it then knows, it may choose another way to each row.
    pub(super) async fn settle(&self) -> anyhow::Result<()> {
        if self.cluster.is_none() {
            return Ok(());
        }
        let mut tables = self.tables().await?;
        // What makes it look, with its default settings.
        let new = "SELECT count(*) FROM pg_stat_user_tables \
                   WHERE n_mod_since_analyze > 50 + 0.1 * greatest(n_live_tup, 0)";
        for _ in 0..HOUSEKEEPING {
            if tables.count(new).await? == 0 {
                return tables.close().await;
            }
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
        anyhow::bail!("autovacuum never looked at what was stored")
    }

    /// Forgets it.
    pub(crate) async fn remove(self) -> anyhow::Result<()> {
        if let Some(cluster) = self.cluster {
            let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
            cluster.run(sql).await?;
        }
        std::fs::remove_dir_all(self.folder()).context("the data folder stays")
    }
}
