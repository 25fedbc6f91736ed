//! `/siwe/nonce` and `/siwe/verify`.

use axum::http::StatusCode;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::sessions::establish::Admission;
use crate::store::wallet_addresses::WalletAddress;
use crate::users::siwe::{self, Refusal, SignedIn, SignedMessage};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::TwoFactorRedirect;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

/// Where the link leads that proves an address which came beside a wallet.
const HOME: &str = "/";

/// The endpoints of wallets.
pub fn routes() -> ApiRoutes {
    let nonces = ["/siwe/nonce", "/siwe/get-nonce"].into_iter().fold(ApiRoutes::new(), |routes, path| {
        routes.endpoint(
            Calling::Post(MediaTypes::JsonOrForm),
            path,
            |call| Box::pin(nonce(call)),
            Description::new("Get a nonce for a message that a wallet signs")
                .answers::<NonceAnswer>()
                .fails(400, &["VALIDATION_ERROR"]),
        )
    });
    nonces.endpoint(
        Calling::Post(MediaTypes::Json),
        "/siwe/verify",
        |call| Box::pin(verify(call)),
        Description::new("Sign in with a message that a wallet signed (EIP-4361)")
            .takes::<VerifyBody>()
            .answers::<WalletAnswer>()
            .fails(400, &["VALIDATION_ERROR"])
            .fails(
                401,
                &[
                    "UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE",
                    "UNAUTHORIZED_SIWE_MESSAGE_MISMATCH",
                    "UNAUTHORIZED_SIWE_MESSAGE_EXPIRED",
                    "UNAUTHORIZED_SIWE_MESSAGE_NOT_YET_VALID",
                ],
            )
            .fails(403, &["SIGN_UP_DISABLED", "BANNED_USER", "INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
    )
}

/// A nonce.
#[derive(Serialize, ToSchema)]
struct NonceAnswer {
    /// It: 32 letters and digits.
    nonce: String,
}

async fn nonce(call: &mut ApiCall) -> ApiResult {
    if call.has_body() {
        let mut fields = call.fields(Shape::Object)?;
        fields.no_others(&[]);
        fields.finish()?;
    }
    answer(&NonceAnswer { nonce: siwe::nonce(call.app(), call.visit.now).await? })
}

/// A signed message.
#[derive(ToSchema)]
struct VerifyBody {
    /// The message, as it was signed.
    #[schema(value_type = String)]
    message: SecretString,
    /// The signature: `0x` and 130 hexadecimal digits.
    #[schema(value_type = String)]
    signature: SecretString,
    /// An address, to be that of a new account once it is proved.
    #[schema(value_type = Option<String>, format = Email)]
    email: Option<EmailAddress>,
}

impl VerifyBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            message: fields.non_empty_secret("message"),
            signature: fields.non_empty_secret("signature"),
            email: fields.has("email").then(|| fields.email("email")),
        };
        fields.no_others(&["message", "signature", "email"]);
        fields.finish()?;
        if call.config().siwe.addresses && body.email.is_none() {
            let message = "[body.email] Email is required when the anonymous plugin option is disabled.";
            return Err(ApiError::bad_request("VALIDATION_ERROR", message));
        }
        Ok(body)
    }
}

/// What comes of it.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum WalletAnswer {
    /// A session.
    SignedIn(Box<SignedInByWallet>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
struct SignedInByWallet {
    /// The session's token.
    token: String,
    /// Always true.
    success: bool,
    /// Who is signed in.
    user: WalletOwner,
}

/// Whose a wallet is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct WalletOwner {
    /// The person's id.
    id: String,
    /// The wallet's address, in the spelling of EIP-55.
    wallet_address: String,
    /// The number of the chain.
    chain_id: i64,
}

async fn verify(call: &mut ApiCall) -> ApiResult {
    let body = VerifyBody::read(call)?;
    call.check_sign_in_origin()?;
    let signed = SignedMessage {
        message: body.message.expose_secret(),
        signature: body.signature.expose_secret(),
        email: body.email.as_ref().filter(|_| call.config().siwe.addresses),
        trusted: &call.visit.server.trusted_origins,
    };
    match siwe::sign_in(call.app(), signed, call.asked(true, Some(HOME)), call.visit.now).await? {
        SignedIn::Admitted { user, wallet, admission } => admitted(call, user, wallet, &admission),
        SignedIn::Refused(refusal) => Err(refused(refusal)),
    }
}

fn admitted(call: &mut ApiCall, user: UserId, wallet: WalletAddress, admission: &Admission) -> ApiResult {
    match admission {
        Admission::SignedIn(established) => {
            call.write_established(established);
            call.write_last_used_method(established);
            let user = WalletOwner { id: user.to_string(), wallet_address: wallet.address, chain_id: wallet.chain_id };
            let token = established.token.clone();
            answer(&WalletAnswer::SignedIn(Box::new(SignedInByWallet { token, success: true, user })))
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(pending);
            answer(&WalletAnswer::SecondFactorOwed(TwoFactorRedirect::from(&**pending)))
        }
        Admission::Refused(refusal) => Err((**refusal).clone().into()),
    }
}

fn refused(refusal: Refusal) -> ApiError {
    let unauthorized = |code, message| ApiError::new(StatusCode::UNAUTHORIZED, code, message).telling_status();
    match refusal {
        Refusal::Nonce => unauthorized("UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE", "Unauthorized: Invalid or expired nonce"),
        Refusal::Mismatch | Refusal::Chain => unauthorized(
            "UNAUTHORIZED_SIWE_MESSAGE_MISMATCH",
            "Unauthorized: SIWE message does not match the expected nonce, domain, address, or chain ID",
        ),
        Refusal::Expired => unauthorized("UNAUTHORIZED_SIWE_MESSAGE_EXPIRED", "Unauthorized: SIWE message has expired"),
        Refusal::NotYetValid => {
            unauthorized("UNAUTHORIZED_SIWE_MESSAGE_NOT_YET_VALID", "Unauthorized: SIWE message is not yet valid")
        }
        Refusal::Signature => {
            ApiError::uncoded("Unauthorized: Invalid SIWE signature").with_status(StatusCode::UNAUTHORIZED).telling_status()
        }
        Refusal::SignUpClosed => ApiError::new(StatusCode::FORBIDDEN, "SIGN_UP_DISABLED", "Sign up is disabled"),
        Refusal::Disabled => ApiError::new(StatusCode::FORBIDDEN, "BANNED_USER", "This account is disabled"),
    }
}
