//! The tables of a portal and of the back office inside it, reached past both, to store many requests at once.

use std::path::Path;

use anyhow::Context;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

/// One connection to all of them.
#[derive(Debug)]
pub(crate) enum Tables {
    /// Both files at once: no name of a table stands in both, except that of the changes already applied.
    Sqlite(rusqlite::Connection),
    /// One database for both, as their names allow.
    Postgres(PgConnection),
}

impl Tables {
    /// Opens those of a data folder.
    pub(crate) fn in_folder(data: &Path) -> anyhow::Result<Self> {
        let connection = rusqlite::Connection::open(data.join("portal.db"))?;
        let office = data.join("backoffice.db").display().to_string();
        connection.execute("ATTACH $1 AS office", [office])?;
        // 800 MB: an index is filled in any order, which would write each of its pages many times.
        connection
            .execute_batch("PRAGMA cache_size = -800000; PRAGMA office.cache_size = -800000")?;
        Ok(Self::Sqlite(connection))
    }

    /// Opens those of a database.
    pub(crate) async fn in_database(options: &PgConnectOptions) -> anyhow::Result<Self> {
        Ok(Self::Postgres(options.connect().await?))
    }

    /// Runs a statement of this program.
    pub(crate) async fn run(&mut self, sql: String) -> anyhow::Result<()> {
        let context = format!("this statement failed: {sql}");
        match self {
            Self::Sqlite(connection) => connection.execute_batch(&sql).context(context),
            Self::Postgres(connection) => {
                let statement = sqlx::raw_sql(AssertSqlSafe(sql));
                let run = statement.execute(connection).await;
                run.map(drop).context(context)
            }
        }
    }

    /// The one number that a statement of this program answers.
    pub(crate) async fn count(&mut self, sql: &str) -> anyhow::Result<i64> {
        Ok(match self {
            Self::Sqlite(connection) => connection.query_one(sql, (), |row| row.get(0))?,
            Self::Postgres(connection) => {
                let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
                query.fetch_one(connection).await?
            }
        })
    }

    /// Every table.
    pub(crate) async fn names(&mut self) -> anyhow::Result<Vec<String>> {
        let sqlite = "SELECT name FROM main.sqlite_schema WHERE type = $1 UNION \
                      SELECT name FROM office.sqlite_schema WHERE type = $1";
        let postgres = "SELECT table_name::text FROM information_schema.tables \
                        WHERE table_schema = current_schema() AND table_type = 'BASE ' || upper($1)";
        self.texts(sqlite, postgres, "table").await
    }

    /// The columns of a table.
    pub(crate) async fn columns(&mut self, table: &str) -> anyhow::Result<Vec<String>> {
        let sqlite = "SELECT name FROM pragma_table_info($1)";
        let postgres = "SELECT column_name::text FROM information_schema.columns \
                        WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
        self.texts(sqlite, postgres, table).await
    }

    async fn texts(
        &mut self,
        sqlite: &'static str,
        postgres: &'static str,
        about: &str,
    ) -> anyhow::Result<Vec<String>> {
        Ok(match self {
            Self::Sqlite(connection) => {
                let mut query = connection.prepare(sqlite)?;
                let found = query.query_map([about], |row| row.get(0))?;
                found.collect::<Result<_, _>>()?
            }
            Self::Postgres(connection) => {
                let query = sqlx::query_scalar(postgres).bind(about);
                query.fetch_all(connection).await?
            }
        })
    }

    /// Bytes followed by those of a text, in SQL.
    pub(crate) fn bytes_and_text(&self, bytes: &str, text: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("CAST({bytes} || {text} AS BLOB)"),
            Self::Postgres(_) => format!("{bytes} || convert_to({text}, 'UTF8')"),
        }
    }

    /// Closes the connection: the files are then whole, and a database may be copied.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        match self {
            Self::Sqlite(connection) => connection.close().map_err(|(_, error)| error)?,
            Self::Postgres(connection) => connection.close().await?,
        }
        Ok(())
    }
}
