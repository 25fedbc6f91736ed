//! Sign-ins in such numbers that they cannot all be looked at (S51). How long tokens take meanwhile is measured by `scripts/prove queue`.

use std::sync::Arc;

use serde_json::json;
use tokio::task::JoinSet;

use crate::api::{Call, PASSWORD, sign_up};
use crate::support::app::TestApp;
use crate::support::relying_party::{RelyingParty, person, sign_in};

/// So slow that the queue fills: 32 MiB, 4 passes.
const COST: (u32, u32, u32) = (32 * 1024, 4, 1);
const FLOOD: usize = 300;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s51_a_flood_of_sign_ins_is_shed_and_everything_else_goes_on() {
    let test = Arc::new(TestApp::hashing_with(COST, &[]).await);
    sign_up(&test, "ada").await;
    let bob = person(&test, "bob").await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    sign_in(&test, &browser, &bob).await;
    let tokens = web.tokens(&browser).await;
    let mut refresh_token = tokens["refresh_token"].as_str().expect("a refresh token").to_owned();

    let mut flood = JoinSet::new();
    for number in 0..FLOOD {
        let test = Arc::clone(&test);
        flood.spawn(async move {
            let body = json!({ "email": format!("nobody{number}@example.test"), "password": "wrong horse battery" });
            let reply = Call::post(&test, "/sign-in/email", &body).send().await;
            (reply.status.as_u16(), reply.header("retry-after").to_owned())
        });
    }
    for _ in 0..20 {
        assert_eq!(test.get("/oauth2/jwks").await.status, 200);
        assert_eq!(web.introspect(tokens["access_token"].as_str().expect("a token")).await.json()["active"], true);
        let refreshed = web.refresh(&refresh_token).await;
        assert_eq!(refreshed.status, 200, "{}", refreshed.body);
        refresh_token = refreshed.json()["refresh_token"].as_str().expect("a refresh token").to_owned();
        tokio::task::yield_now().await;
    }
    let answers = flood.join_all().await;
    let shed = answers.iter().filter(|(status, _)| *status == 503).count();
    assert!(shed > 0, "nothing was shed: the flood was too small to show anything");
    assert!(
        answers.iter().all(|(status, retry_after)| match status {
            401 => true,
            503 => retry_after.parse::<u64>().is_ok_and(|seconds| (1..=30).contains(&seconds)),
            _ => false,
        }),
        "{answers:?}"
    );
    let signed_in =
        Call::post(&test, "/sign-in/email", &json!({ "email": "ada@example.test", "password": PASSWORD })).send().await;
    assert_eq!(signed_in.status, 200, "and afterwards all is as before: {}", signed_in.body);
}
