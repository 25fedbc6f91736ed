//! Rate limits where clients authenticate.

use crate::support::app::TestApp;

const WRONG: [(&str, &str); 3] = [("grant_type", "client_credentials"), ("client_id", "nobody"), ("client_secret", "a guess")];

#[tokio::test]
async fn guesses_from_one_address_run_out_and_come_back() {
    let test = TestApp::with(&[("rate_limit.enabled", "true")]).await;
    let mut refused = 0;
    let limited = loop {
        let reply = test.post_form("/oauth2/token", &WRONG).await;
        if reply.status != 401 {
            break reply;
        }
        refused += 1;
        assert!(refused < 100, "guesses never run out");
    };
    assert_eq!((limited.status.as_u16(), limited.json()["error"].as_str().unwrap()), (429, "temporarily_unavailable"));
    let wait: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    // Its siblings share the counter.
    assert_eq!(test.post_form("/oauth2/introspect", &WRONG).await.status, 429);
    assert_eq!(test.post_form("/oauth2/revoke", &WRONG).await.status, 429);
    test.advance(std::time::Duration::from_secs(wait));
    assert_eq!(test.post_form("/oauth2/token", &WRONG).await.status, 401);
}

#[tokio::test]
async fn without_limits_every_guess_is_judged() {
    let test = TestApp::start().await;
    for _ in 0..100 {
        assert_eq!(test.post_form("/oauth2/token", &WRONG).await.status, 401);
    }
}
