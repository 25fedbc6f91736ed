//! The placeholder rule that lets one text serve three engines.

use vestibule::store::Sql;

#[test]
fn placeholders_stand_once_and_in_order() {
    let takes = |text: &'static str, count| Sql::from(text).takes(count);
    assert!(takes("SELECT 1", 0));
    assert!(takes("SELECT a FROM t WHERE b = $1 AND c = $2", 2));
    assert!(takes("INSERT INTO t VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)", 11));
    assert!(takes("SELECT '$2', 'it''s $3' FROM t WHERE a = $1", 1), "text in quotes is no placeholder");
    assert!(!takes("SELECT a FROM t WHERE b = $2 AND c = $1", 2), "out of order");
    assert!(!takes("SELECT a FROM t WHERE b = $1 AND c = $1", 1), "twice");
    assert!(!takes("SELECT a FROM t WHERE b = $1", 2), "one is missing");
    assert!(!takes("SELECT a FROM t WHERE b = $1 AND c = $2", 1), "one too many");
    let with_second = Sql::with_mariadb("SELECT $1", "SELECT $1, $2");
    assert!(!with_second.takes(1) && !with_second.takes(2), "both texts are looked at");
}
