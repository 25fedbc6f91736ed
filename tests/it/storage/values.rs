//! What is bound comes back.

use vestibule::clock::Timestamp;
use vestibule::store::{ConstraintKind, Sql, Store, StoreError, values};

use super::{insert, keep, on_every_engine, value_of};

on_every_engine!(
    round_trip,
    wrong_types_are_errors,
    affected_rows_count_matches,
    text_is_compared_byte_by_byte,
    upsert,
    unique_rules_have_the_name_of_their_index,
    other_rules,
    conditions_are_booleans,
);

const CREATE: Sql = Sql::with_mariadb(
    "CREATE TABLE samples (id BIGINT NOT NULL PRIMARY KEY, words TEXT, number BIGINT, flag BOOLEAN, raw BYTEA)",
    "CREATE TABLE samples (id BIGINT NOT NULL PRIMARY KEY, words LONGTEXT, number BIGINT, flag BOOLEAN, raw LONGBLOB) \
     CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
);
const INSERT: &str = "INSERT INTO samples (id, words, number, flag, raw) VALUES ($1, $2, $3, $4, $5)";
const SELECT: &str = "SELECT words, number, flag, raw FROM samples WHERE id = $1";

async fn round_trip(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    tx.execute(CREATE, &[]).await.unwrap();
    let digest = [7_u8; 32];
    let words = "Ünïcode 🦀 'quoted' \"twice\" back\\slash $1 ?";
    tx.execute(INSERT, &values![1_i64, words, i64::MAX, true, digest]).await.unwrap();
    tx.execute(INSERT, &values![2_i64, None::<&str>, None::<i64>, None::<bool>, None::<Vec<u8>>]).await.unwrap();
    tx.execute(INSERT, &values![3_i64, "", Timestamp::from_millis(-5), Some(false), b"".as_slice()]).await.unwrap();
    tx.commit().await.unwrap();

    let mut tx = store.read("test").await.unwrap();
    let row = tx.one(SELECT, &values![1_i64]).await.unwrap();
    assert_eq!(row.text(0).unwrap(), words);
    assert_eq!(row.optional_text(0).unwrap().as_deref(), Some(words));
    assert_eq!(row.integer(1).unwrap(), i64::MAX);
    assert!(row.boolean(2).unwrap());
    assert_eq!(row.bytes(3).unwrap(), digest);

    let row = tx.one(SELECT, &values![2_i64]).await.unwrap();
    assert_eq!(row.optional_text(0).unwrap(), None);
    assert_eq!(row.optional_integer(1).unwrap(), None);
    assert_eq!(row.optional_timestamp(1).unwrap(), None);
    assert_eq!(row.optional_boolean(2).unwrap(), None);
    assert_eq!(row.optional_bytes(3).unwrap(), None);

    let row = tx.one(SELECT, &values![3_i64]).await.unwrap();
    assert_eq!(row.text(0).unwrap(), "");
    assert_eq!(row.timestamp(1).unwrap(), Timestamp::from_millis(-5));
    assert_eq!(row.optional_timestamp(1).unwrap(), Some(Timestamp::from_millis(-5)));
    assert!(!row.boolean(2).unwrap());
    assert_eq!(row.optional_bytes(3).unwrap(), Some(Vec::new()));
}

async fn wrong_types_are_errors(store: Store) {
    keep(&store, "a", "text").await.unwrap();
    let mut tx = store.read("test").await.unwrap();
    let row = tx.one("SELECT value, NULL FROM settings", &[]).await.unwrap();
    assert!(matches!(row.integer(0), Err(StoreError::Column { index: 0, .. })));
    assert!(matches!(row.text(1), Err(StoreError::Column { index: 1, .. })));
    assert!(matches!(row.text(2), Err(StoreError::Column { index: 2, .. })));
    let missing = tx.one("SELECT value FROM settings WHERE name = $1", &values!["none"]).await;
    assert!(matches!(missing, Err(StoreError::Missing { .. })));
}

async fn affected_rows_count_matches(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    for name in ["a", "b", "c"] {
        assert_eq!(insert(&mut tx, name, "same").await.unwrap(), 1);
    }
    let update = "UPDATE settings SET value = $1 WHERE name <> $2";
    assert_eq!(tx.execute(update, &values!["same", "a"]).await.unwrap(), 2, "matched, though unchanged");
    assert_eq!(tx.execute(update, &values!["other", "a"]).await.unwrap(), 2);
    assert_eq!(tx.execute("UPDATE settings SET value = $1 WHERE name = $2", &values!["x", "none"]).await.unwrap(), 0);
    assert_eq!(tx.execute("DELETE FROM settings WHERE value = $1", &values!["other"]).await.unwrap(), 2);
    tx.commit().await.unwrap();
}

async fn text_is_compared_byte_by_byte(store: Store) {
    for name in ["a", "A", "a ", "á"] {
        keep(&store, name, name).await.unwrap();
    }
    for name in ["a", "A", "a ", "á"] {
        assert_eq!(value_of(&store, name).await.as_deref(), Some(name));
    }
}

async fn upsert(store: Store) {
    const UPSERT: Sql = Sql::with_mariadb(
        "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3) ON DUPLICATE KEY UPDATE value = VALUES(value)",
    );
    for value in ["first", "second"] {
        let mut tx = store.write("test").await.unwrap();
        tx.execute(UPSERT, &values!["a", value, 1_i64]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(value_of(&store, "a").await.as_deref(), Some(value));
    }
}

async fn unique_rules_have_the_name_of_their_index(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    let again = keep(&store, "a", "2").await.unwrap_err();
    assert!(again.is_unique_violation("settings_pkey"), "{again:?}");

    let mut tx = store.write("test").await.unwrap();
    tx.execute("CREATE TABLE pairs (one VARCHAR(20) NOT NULL, two VARCHAR(20) NOT NULL)", &[]).await.unwrap();
    tx.execute("CREATE INDEX pairs_one ON pairs (one)", &[]).await.unwrap();
    tx.execute("CREATE UNIQUE INDEX pairs_of_two ON pairs (one, two)", &[]).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = store.write("test").await.unwrap();
    let insert = "INSERT INTO pairs (one, two) VALUES ($1, $2)";
    tx.execute(insert, &values!["x for key 'y'", "z"]).await.unwrap();
    let again = tx.execute(insert, &values!["x for key 'y'", "z"]).await.unwrap_err();
    assert!(again.is_unique_violation("pairs_of_two"), "{again:?}");
}

async fn other_rules(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    let null = tx.execute("INSERT INTO settings (name, value, updated_at) VALUES ($1, NULL, 1)", &values!["a"]).await;
    let expected = StoreError::Constraint { name: Some("value".into()), kind: ConstraintKind::NotNull };
    assert_eq!(null.unwrap_err(), expected);
    drop(tx);

    let mut tx = store.write("test").await.unwrap();
    let insert = "INSERT INTO consents (user_id, client_id, scopes, created_at, updated_at) VALUES ($1, $2, $3, $4, $5)";
    let orphan = tx.execute(insert, &values!["nobody", "nothing", "openid", 1_i64, 1_i64]).await;
    assert!(matches!(orphan, Err(StoreError::Constraint { kind: ConstraintKind::ForeignKey, .. })), "{orphan:?}");
    drop(tx);

    let mut tx = store.write("test").await.unwrap();
    tx.execute("CREATE TABLE checked (n BIGINT NOT NULL, CONSTRAINT checked_positive CHECK (n > 0))", &[]).await.unwrap();
    let negative = tx.execute("INSERT INTO checked (n) VALUES ($1)", &values![-1_i64]).await;
    let expected = StoreError::Constraint { name: Some("checked_positive".into()), kind: ConstraintKind::Check };
    assert_eq!(negative.unwrap_err(), expected);
}

async fn conditions_are_booleans(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    let mut tx = store.read("test").await.unwrap();
    let exists = "SELECT EXISTS (SELECT 1 FROM settings WHERE name = $1)";
    assert!(tx.one(exists, &values!["a"]).await.unwrap().boolean(0).unwrap());
    assert!(!tx.one(exists, &values!["b"]).await.unwrap().boolean(0).unwrap());
    assert_eq!(tx.all("SELECT name FROM settings ORDER BY name LIMIT $1", &values![5_i64]).await.unwrap().len(), 1);
}
