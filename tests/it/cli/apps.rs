//! `vestibule app`.

use serde_json::{Value, json};

use super::Installation;
use crate::support::devices::DEVICE_CODE;

fn add(installation: &Installation, more: &[&str]) -> Value {
    let mut arguments = vec!["app", "add", "--name", "Shop", "--json"];
    arguments.extend(more);
    installation.json(&arguments)
}

#[test]
fn each_type_gets_the_metadata_of_its_kind() {
    let installation = Installation::new();
    let web = add(&installation, &["--redirect-uri", "https://shop.example.com/callback"]);
    assert_eq!(web["token_endpoint_auth_method"], "client_secret_basic");
    assert_eq!(web["grant_types"], json!(["authorization_code", "refresh_token"]));
    assert_eq!(web["client_secret"].as_str().map(str::len), Some(43));
    let native = add(&installation, &["--type", "native", "--redirect-uri", "com.example.shop:/callback"]);
    assert_eq!((&native["application_type"], &native["token_endpoint_auth_method"]), (&json!("native"), &json!("none")));
    assert_eq!(native.get("client_secret"), None);
    let spa = add(&installation, &["--type", "spa", "--redirect-uri", "https://shop.example.com/", "--skip-consent"]);
    assert_eq!((&spa["application_type"], &spa["token_endpoint_auth_method"]), (&json!("web"), &json!("none")));
    assert_eq!(spa["skip_consent"], true);
    let machine = add(&installation, &["--type", "machine", "--scope", "orders:read", "--scope", "orders:write"]);
    assert_eq!(machine["grant_types"], json!(["client_credentials"]));
    assert_eq!(machine["client_credentials_scope"], "orders:read orders:write");
    let device = add(&installation, &["--type", "device"]);
    assert_eq!(device["grant_types"], json!([DEVICE_CODE, "refresh_token"]));
    assert_eq!((&device["redirect_uris"], &device["response_types"]), (&json!([]), &json!([])));
    assert_eq!((&device["application_type"], &device["token_endpoint_auth_method"]), (&json!("native"), &json!("none")));
    assert_eq!(device["scope"], "openid profile email offline_access");
    let both = add(&installation, &["--type", "native", "--redirect-uri", "http://127.0.0.1/callback", "--device-code"]);
    assert_eq!(both["grant_types"], json!(["authorization_code", "refresh_token", DEVICE_CODE]));
    assert_eq!(installation.json(&["app", "list", "--json"]).as_array().map(Vec::len), Some(6));
}

#[test]
fn an_app_is_shown_and_its_secret_only_once() {
    let installation = Installation::new();
    let more = [
        "--id",
        "shop",
        "--redirect-uri",
        "https://shop.example.com/callback",
        "--redirect-uri",
        "https://shop.example.com/other",
        "--post-logout-redirect-uri",
        "https://shop.example.com/bye",
        "--auth-method",
        "client_secret_post",
        "--scope",
        "openid",
    ];
    let added = add(&installation, &more);
    let secret = added["client_secret"].as_str().expect("a secret");
    let shown = installation.json(&["app", "show", "shop", "--json"]);
    assert_eq!(shown["redirect_uris"], json!(["https://shop.example.com/callback", "https://shop.example.com/other"]));
    assert_eq!(shown["post_logout_redirect_uris"], json!(["https://shop.example.com/bye"]));
    assert_eq!((&shown["scope"], &shown["source"], &shown["disabled"]), (&json!("openid"), &json!("operator"), &json!(false)));
    for arguments in
        [["app", "show", "shop"].as_slice(), &["app", "list"], &["app", "list", "--json"], &["app", "show", "shop", "--json"]]
    {
        let outcome = installation.run(arguments).succeeded();
        assert!(outcome.out.contains("shop") && !outcome.out.contains(secret), "{outcome:?}");
    }
    let told = installation.run(&["app", "rotate-secret", "shop"]).succeeded().out;
    assert!(told.contains("client_secret  ") && !told.contains(secret), "{told}");
    let rotated = installation.json(&["app", "rotate-secret", "shop", "--json"]);
    assert_eq!(rotated["client_secret"].as_str().map(str::len), Some(43));
}

#[test]
fn an_app_is_disabled_enabled_and_removed() {
    let installation = Installation::new();
    add(&installation, &["--id", "shop", "--redirect-uri", "https://shop.example.com/callback"]);
    assert_eq!(installation.json(&["app", "disable", "shop", "--json"])["disabled"], true);
    assert!(installation.run(&["app", "list"]).succeeded().out.contains("disabled"));
    assert_eq!(installation.json(&["app", "enable", "shop", "--json"])["disabled"], false);
    assert_eq!(installation.json(&["app", "remove", "shop", "--json"]), json!({ "client_id": "shop", "removed": true }));
    for command in ["show", "rotate-secret", "disable", "enable", "remove"] {
        installation.run(&["app", command, "shop"]).refused(1, "there is no app with the client_id \"shop\"");
    }
}

#[test]
fn metadata_that_breaks_a_rule_is_refused_before_anything_is_made() {
    let installation = Installation::new();
    let refused = |more: &[&str], reason: &str| {
        let mut arguments = vec!["app", "add", "--name", "Shop"];
        arguments.extend(more);
        installation.run(&arguments).refused(1, reason);
    };
    refused(&[], "redirect_uris needs at least one address");
    refused(&["--redirect-uri", "http://shop.example.com/callback"], "http is only for 127.0.0.1");
    refused(&["--redirect-uri", "https://shop.example.com/*"], "no wildcard");
    refused(
        &["--redirect-uri", "https://shop.example.com/", "--auth-method", "magic"],
        "token_endpoint_auth_method must be one of",
    );
    refused(&["--redirect-uri", "https://shop.example.com/", "--auth-method", "private_key_jwt"], "jwks is needed");
    refused(&["--redirect-uri", "https://shop.example.com/", "--jwks", "missing.json"], "missing.json");
    refused(&["--type", "machine", "--auth-method", "none"], "client_credentials");
    assert!(installation.files().is_empty(), "{:?}", installation.files());
}

#[test]
fn an_id_is_given_once_and_a_public_app_has_no_secret_to_rotate() {
    let installation = Installation::new();
    add(&installation, &["--id", "spa", "--type", "spa", "--redirect-uri", "https://shop.example.com/"]);
    let again = ["app", "add", "--name", "Shop", "--id", "spa", "--redirect-uri", "https://shop.example.com/"];
    installation.run(&again).refused(1, "there is a client with this client_id");
    installation.run(&["app", "rotate-secret", "spa"]).refused(1, "the client has no secret");
}

#[test]
fn an_app_can_demand_two_factors() {
    let installation = Installation::new();
    let web = add(&installation, &["--redirect-uri", "https://shop.example.com/callback", "--second-factor", "required"]);
    assert_eq!(web["second_factor"], "required");
    let id = web["client_id"].as_str().expect("an id");
    let eased = installation.json(&["app", "second-factor", id, "policy", "--json"]);
    assert_eq!(eased.get("second_factor"), None);
    let raised = installation.json(&["app", "second-factor", id, "required", "--json"]);
    assert_eq!((&raised["second_factor"], &raised["client_name"]), (&json!("required"), &json!("Shop")));
}
