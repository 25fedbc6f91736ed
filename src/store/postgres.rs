//! PostgreSQL: a pool of prepared connections. A writing unit is a READ COMMITTED transaction that is durable when it returns.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};
use tokio::time::timeout;

use super::{Engine, OpenError, OpenOptions};

const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that rested for longer is asked whether it lives before a unit gets it.
const TRUSTED_REST: Duration = Duration::from_secs(15);
const STATEMENTS: usize = 512;

pub(super) const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// What a session must be, whatever the server's or the role's defaults are. The time-outs end what a lost process left open.
const SESSION: &str = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED; \
                       SET synchronous_commit = on; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'";

pub(super) async fn open(options: &OpenOptions) -> Result<PgPool, OpenError> {
    let failed = |error| OpenError::connect(Engine::Postgres, &error);
    let connect: PgConnectOptions = options.url.parse().map_err(failed)?;
    let connect = connect.application_name("vestibule").statement_cache_capacity(STATEMENTS).disable_statement_logging();
    // The pool would try until its time is up, and then tell nothing but that.
    let first = timeout(ACQUIRE_TIMEOUT, connect.connect()).await.unwrap_or(Err(sqlx::Error::PoolTimedOut)).map_err(failed)?;
    first.close().await.map_err(failed)?;
    let pool = PgPoolOptions::new()
        .max_connections(options.max_connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .after_connect(|connection, _| Box::pin(prepare_session(connection)))
        .before_acquire(|connection, rest| {
            Box::pin(async move {
                if rest.idle_for > TRUSTED_REST {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(connect);
    Ok(pool)
}

async fn prepare_session(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(SESSION).execute(connection).await.map(drop)
}

/// A connection of one's own, beside the pool's and without its time-outs.
pub(super) async fn connect(pool: &PgPool) -> Result<PgConnection, sqlx::Error> {
    pool.connect_options().connect().await
}
