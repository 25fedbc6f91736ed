//! RFC 7636. What is refused stands in the attack battery (s16, s17).

use super::{alice_at_web, start, text};
use crate::support::relying_party::{RelyingParty, challenge};

#[tokio::test]
async fn the_verifier_of_the_specification() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    // RFC 7636, appendix B.
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assert_eq!(challenge(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    let reply = web.authorize(&browser, &web.request().with("code_challenge", &challenge(verifier))).await;
    let code = reply.location_parameter("code").expect("a code");
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", web.redirect_uri.as_str()),
        ("code_verifier", verifier),
    ];
    assert_eq!(web.token(&fields).await.status, 200);
}

#[tokio::test]
async fn the_longest_verifier_and_a_public_client() {
    let test = start().await;
    let (browser, _, _) = alice_at_web(&test).await;
    let spa = RelyingParty::spa(&test).await;
    let verifier = "aZ09-._~".repeat(16);
    assert_eq!(verifier.len(), 128);
    let reply = spa.authorize(&browser, &spa.request().with("code_challenge", &challenge(&verifier))).await;
    let code = reply.location_parameter("code").expect("a code");
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", spa.redirect_uri.as_str()),
        ("code_verifier", verifier.as_str()),
    ];
    let tokens = spa.token(&fields).await.json();
    assert!(text(&tokens, "access_token").len() >= 43);
}
