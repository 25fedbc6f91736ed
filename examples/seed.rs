//! Fills the database of an installation with people, for measurements at size:
//!
//!     vestibule --config vestibule.toml migrate
//!     seed vestibule.toml CLIENT_ID PEOPLE SAMPLE_FILE
//!
//! Each has a password account, a session, and an offline grant with a refresh token at the client. SAMPLE_FILE gets up to 4000 of
//! them, spread evenly, one JSON object a line: the value of the session cookie, and the refresh token.
//!
//! Rows go in by the functions that the server itself uses, many people a unit. Ids and addresses are in order, unlike those of people who
//! come by themselves: else each row would go to another page of each index, and a million people would take an hour.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;
use serde_json::json;
use vestibule::app::App;
use vestibule::boot::{self, Surroundings};
use vestibule::clock::Timestamp;
use vestibule::config::{Config, Mode, Sources};
use vestibule::crypto::digest::Digest;
use vestibule::crypto::signed_value;
use vestibule::model::authentication_method::AuthenticationMethod;
use vestibule::model::grant::Grant;
use vestibule::model::ids::{AccountId, ClientId, GrantId, UserId};
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::scope::Scopes;
use vestibule::model::user::{Role, User};
use vestibule::sessions::establish::{self, Admission, Proof};
use vestibule::store::tokens::StoredRefreshToken;
use vestibule::store::{StoreError, Tx, accounts, grants, tokens, users};

type Failure = Box<dyn Error>;

/// How many people go in at once: a unit is to be short.
const PEOPLE_A_UNIT: usize = 2000;
/// How many are written to the sample at most.
const SAMPLE: usize = 4000;
const SCOPES: &str = "openid profile email offline_access";

/// What all of them share.
struct Common {
    app: App,
    client: ClientId,
    scopes: Scopes,
    password_hash: String,
    origin: RequestOrigin,
    now: Timestamp,
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [config, client, people, sample] = arguments.as_slice() else {
        return Err("seed CONFIGURATION CLIENT_ID PEOPLE SAMPLE_FILE".into());
    };
    let config = Config::load(&Sources::of_process(Some(Path::new(config))), Mode::Serve).map_err(|faults| faults.to_string())?;
    let app = boot::open(config, Surroundings::of_server()).await?;
    let common = Common {
        client: ClientId::new(client),
        scopes: Scopes::parse(SCOPES).map_err(|_| "the scopes are malformed")?,
        password_hash: app.passwords.hash(SecretString::from("a-password-for-measuring")).await?,
        origin: RequestOrigin::default(),
        now: app.clock.now(),
        app,
    };
    let outcome = fill(&common, people.parse()?, Path::new(sample)).await;
    common.app.store.close().await;
    outcome
}

async fn fill(common: &Common, people: usize, sample: &Path) -> Result<(), Failure> {
    let mut out = BufWriter::new(File::create(sample)?);
    let stride = people.div_ceil(SAMPLE).max(1);
    let numbers: Vec<usize> = (0..people).collect();
    for unit in numbers.chunks(PEOPLE_A_UNIT) {
        let mut tx = common.app.store.write("seed").await?;
        for &number in unit {
            let (cookie, refresh_token) = insert(common, &mut tx, number).await?;
            if number % stride == 0 {
                writeln!(out, "{}", json!({ "cookie": cookie, "refresh_token": refresh_token }))?;
            }
        }
        tx.commit().await?;
    }
    Ok(out.flush()?)
}

/// Adds one person with everything that is theirs; gives the value of the session cookie, and the refresh token.
async fn insert(common: &Common, tx: &mut Tx, number: usize) -> Result<(String, String), StoreError> {
    let Common { app, client, scopes, password_hash, origin, now } = common;
    // A time of one's own for each, which their ids are ordered by.
    let made_at = *now + Duration::from_millis(number as u64);
    let user = User {
        id: UserId::new(app.ordered_id(made_at)),
        email: format!("person-{number:07}@seed.example"),
        email_verified: true,
        name: format!("Person {number}"),
        image: None,
        role: Role::User,
        locale: None,
        credential_version: 0,
        two_factor_enabled_at: None,
        disabled_at: None,
        is_anonymous: false,
        created_at: *now,
        updated_at: *now,
    };
    users::insert(tx, &user).await?;
    accounts::insert_credential(tx, &AccountId::new(app.ordered_id(made_at)), &user.id, password_hash, *now).await?;

    let proof = Proof {
        user: &user,
        method: AuthenticationMethod::Password,
        remember: true,
        replaces: None,
        browser_secret: None,
        trusted_device: None,
        shown_session: None,
    };
    let recorded = establish::prepare(app, &proof, origin, *now).record(app, tx, origin).await?;
    let impossible = || StoreError::inconsistent("users", "a new person cannot sign in");
    // No action is configured here: nobody is asked, and nothing else is opened.
    let admission = recorded.ok_or_else(impossible)?.conclude(app, origin).await?;
    let Admission::SignedIn(established) = admission else { return Err(impossible()) };

    let refresh_until = *now + app.config.tokens.refresh_token_seconds;
    let grant = Grant {
        id: GrantId::new(app.ordered_id(made_at)),
        user_id: user.id.clone(),
        client_id: client.clone(),
        session_id: established.session.id.clone(),
        scopes: scopes.clone(),
        offline: true,
        authenticated_at: *now,
        methods: established.session.methods.clone(),
        nonce: None,
        created_at: *now,
        expires_at: refresh_until,
    };
    grants::insert(tx, &grant).await?;
    let refresh_token = app.entropy.token();
    let stored = StoredRefreshToken {
        digest: *Digest::of(&refresh_token).as_bytes(),
        grant_id: grant.id,
        client_id: client.clone(),
        created_at: *now,
        expires_at: refresh_until,
    };
    tokens::insert_refresh(tx, &stored).await?;
    Ok((signed_value::sign(&app.master_keys, &established.token), refresh_token))
}
