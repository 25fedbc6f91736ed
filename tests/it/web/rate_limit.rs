//! Rate limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::http::HeaderMap;
use vestibule::clock::Timestamp;
use vestibule::random::Entropy;
use vestibule::web::rate_limit::{Decision, Limit, RateLimiter};

const STEADY: Limit = Limit::Steady { per_minute: 30, burst: 10 };
const WINDOW: Limit = Limit::Window { maximum: 3, seconds: 10 };

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millis(1_700_000_000_000 + milliseconds)
}

fn limiter() -> RateLimiter {
    RateLimiter::new(&Entropy::seeded(1))
}

const fn limited(retry_after_seconds: u64) -> Decision {
    Decision::Limited { retry_after_seconds }
}

#[test]
fn a_steady_limit_allows_a_burst_and_then_its_rate() {
    let limiter = limiter();
    let take = |milliseconds| limiter.take(STEADY, "sign-in", "192.0.2.1", at(milliseconds));
    for _ in 0..10 {
        assert_eq!(take(0), Decision::Allowed);
    }
    assert_eq!(take(0), limited(2));
    assert_eq!(take(1_001), limited(1));
    assert_eq!(take(1_999), limited(1));
    assert_eq!(take(2_000), Decision::Allowed);
    assert_eq!(take(2_000), limited(2));
    // A full rest gives the whole burst again, and no more.
    let after_rest = (0..20).filter(|_| take(120_000).is_allowed()).count();
    assert_eq!(after_rest, 10);
}

#[test]
fn a_steady_limit_holds_in_the_long_run() {
    let limiter = limiter();
    let entropy = Entropy::seeded(8);
    let mut now = 0;
    let mut allowed = 0_u32;
    while now < 600_000 {
        let [step] = entropy.bytes::<1>();
        now += i64::from(step);
        allowed += u32::from(limiter.take(STEADY, "sign-in", "192.0.2.1", at(now)).is_allowed());
    }
    assert!((300..=311).contains(&allowed), "{allowed} in ten minutes");
}

#[test]
fn waiting_as_told_is_enough() {
    let entropy = Entropy::seeded(9);
    for limit in [STEADY, WINDOW, Limit::Steady { per_minute: 7, burst: 1 }] {
        let limiter = limiter();
        let mut now = at(0);
        for _ in 0..500 {
            let [step] = entropy.bytes::<1>();
            now = now + Duration::from_millis(u64::from(step));
            if let Decision::Limited { retry_after_seconds } = limiter.take(limit, "b", "s", now) {
                assert!(retry_after_seconds >= 1);
                now = now + Duration::from_secs(retry_after_seconds);
                assert_eq!(limiter.take(limit, "b", "s", now), Decision::Allowed, "{limit:?}");
            }
        }
    }
}

#[test]
fn a_window_starts_anew_after_a_pause_since_the_last_allowed_request() {
    let limiter = limiter();
    let take = |milliseconds| limiter.take(WINDOW, "/sign-in/email", "192.0.2.1", at(milliseconds));
    assert_eq!(take(0), Decision::Allowed);
    assert_eq!(take(6_000), Decision::Allowed);
    assert_eq!(take(12_000), Decision::Allowed, "the third since the first, for no pause was ten seconds long");
    assert_eq!(take(12_000), limited(10));
    assert_eq!(take(21_500), limited(1));
    assert_eq!(take(21_999), limited(1), "refused requests do not lengthen it");
    assert_eq!(take(22_000), Decision::Allowed);
    assert_eq!(take(22_000), Decision::Allowed);
    assert_eq!(take(22_000), Decision::Allowed);
    assert_eq!(take(22_000), limited(10));
}

#[test]
fn buckets_and_subjects_are_apart() {
    let limiter = limiter();
    let once = Limit::Window { maximum: 1, seconds: 60 };
    for (bucket, subject) in [("ab", "c"), ("a", "bc"), ("ab", "d"), ("", "abc"), ("abc", "")] {
        assert!(limiter.take(once, bucket, subject, at(0)).is_allowed(), "{bucket} {subject}");
        assert!(!limiter.take(once, bucket, subject, at(0)).is_allowed(), "{bucket} {subject}");
    }
}

#[test]
fn peeking_counts_nothing() {
    let limiter = limiter();
    let once = Limit::Window { maximum: 1, seconds: 60 };
    for _ in 0..5 {
        assert_eq!(limiter.peek(once, "failures", "x", at(0)), Decision::Allowed);
    }
    assert_eq!(limiter.entries(), 0);
    limiter.take(once, "failures", "x", at(0));
    assert_eq!(limiter.peek(once, "failures", "x", at(0)), limited(60));
}

#[test]
fn entries_are_bounded_and_the_idle_go_first() {
    let limiter = RateLimiter::with_capacity(&Entropy::seeded(1), 100);
    let once = Limit::Window { maximum: 1, seconds: 3600 };
    assert!(limiter.take(once, "b", "busy", at(0)).is_allowed());
    for number in 0..1000 {
        limiter.take(once, "b", &number.to_string(), at(number));
        assert!(!limiter.take(once, "b", "busy", at(number)).is_allowed(), "asked for all the time, so kept");
    }
    assert_eq!(limiter.entries(), 100);
    assert!(limiter.take(once, "b", "0", at(1000)).is_allowed(), "idle, so forgotten");
}

#[test]
fn a_clock_set_back_locks_nobody_out() {
    let limiter = limiter();
    let hour = 3_600_000;
    for limit in [STEADY, WINDOW] {
        for _ in 0..20 {
            limiter.take(limit, "b", "s", at(hour));
        }
        assert!(limiter.take(limit, "b", "s", at(20_000)).is_allowed(), "{limit:?}");
    }
}

#[test]
fn many_at_once_never_exceed_the_limit() {
    let limiter = Arc::new(limiter());
    let allowed = Arc::new(AtomicU32::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..100 {
                    let decision = limiter.take(Limit::Window { maximum: 50, seconds: 10 }, "b", "s", at(0));
                    allowed.fetch_add(u32::from(decision.is_allowed()), Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(allowed.load(Ordering::SeqCst), 50);
}

#[test]
fn the_answer_says_when() {
    let mut headers = HeaderMap::new();
    Decision::Allowed.write(&mut headers);
    assert!(headers.is_empty());
    limited(7).write(&mut headers);
    assert_eq!(headers.get("retry-after").unwrap(), "7");
    assert_eq!(headers.get("x-retry-after").unwrap(), "7");
}
