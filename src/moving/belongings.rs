//! What a person has beside their ways in: what they said in declared fields, the picture that they uploaded, to what they agreed, and
//! what is known of their second factor.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::additional_fields::{FieldValues, MAXIMUM_FIELD_NAME_LENGTH};
use crate::model::ids::{MAXIMUM_LENGTH, PictureId, UserId};
use crate::model::user::User;
use crate::store::pictures::{self, StoredPicture};
use crate::store::second_factors::StandingFacts;
use crate::store::terms_acceptances::{self, Acceptance};
use crate::store::{StoreError, Tx, additional_fields, moving_out, second_factors};
use crate::users::fields::{self, FieldTaken};
use crate::users::picture;

/// The types of the pictures that are served.
const PICTURE_TYPES: [&str; 2] = ["image/jpeg", "image/png"];
/// The largest that is taken, in bytes; ours are far smaller.
const LARGEST_PICTURE: usize = 1024 * 1024;
/// The longest value of a field, in bytes of JSON.
const LONGEST_VALUE: usize = 60_000;
/// The longest names of documents and versions, and network addresses.
const LONGEST_TERM: usize = 64;

/// As an export has them, in the line of their person.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Belongings {
    phone_number_verified_at: Option<Timestamp>,
    additional_fields: FieldValues,
    picture: Option<ExportedPicture>,
    terms: Vec<ExportedAcceptance>,
    second_factor_asked_at: Option<Timestamp>,
    mailed_codes_distrusted: bool,
    texted_codes_distrusted: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct ExportedPicture {
    id: String,
    media_type: String,
    content: String,
    created_at: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
struct ExportedAcceptance {
    document: String,
    version: String,
    accepted_at: Timestamp,
    ip_address: String,
}

impl Belongings {
    /// What a person has.
    pub(super) async fn of(tx: &mut Tx, user: &UserId) -> Result<Self, StoreError> {
        let standing = second_factors::standing(tx, user).await?;
        let picture = pictures::of_user(tx, user).await?.map(|stored| ExportedPicture {
            id: stored.id.to_string(),
            media_type: stored.media_type,
            content: URL_SAFE_NO_PAD.encode(stored.content),
            created_at: stored.created_at,
        });
        let terms = terms_acceptances::of_user(tx, user).await?.into_iter().map(|stored| ExportedAcceptance {
            document: stored.document,
            version: stored.version,
            accepted_at: stored.accepted_at,
            ip_address: stored.ip_address,
        });
        Ok(Self {
            phone_number_verified_at: moving_out::phone_number_verified_at(tx, user).await?,
            additional_fields: additional_fields::of_user(tx, user).await?,
            picture,
            terms: terms.collect(),
            second_factor_asked_at: standing.asked_at,
            mailed_codes_distrusted: standing.mail_distrusted,
            texted_codes_distrusted: standing.text_distrusted,
        })
    }

    /// As they will be here. What is not taken is left out, and noted.
    pub(super) fn read(self, app: &App, image: &mut Option<String>, notes: &mut Vec<String>) -> NewBelongings {
        let mut fields = FieldValues::new();
        for (name, value) in self.additional_fields {
            let judged = match app.config.users.fields().find(&name) {
                Some(field) => field.judge(&value).ok(),
                // It stays until it is declared here too.
                None => Some(value).filter(|_| name.len() <= MAXIMUM_FIELD_NAME_LENGTH),
            };
            match judged.filter(|value| value.to_string().len() <= LONGEST_VALUE) {
                Some(value) => drop(fields.insert(name, value)),
                None => notes.push(format!("the field {name:?} stays: it is declared in another way here")),
            }
        }
        let had_picture = self.picture.is_some();
        let picture = self.picture.and_then(ExportedPicture::read);
        match &picture {
            // It is served here from now on, whatever the address was there.
            Some(picture) if image.as_deref().is_some_and(|image| image.ends_with(&format!("/{}", picture.id))) => {
                *image = Some(picture::address(app, &picture.id));
            }
            None if had_picture => notes.push("the picture stays: it is none that is served here".to_owned()),
            _ => {}
        }
        let told = self.terms.len();
        let terms: Vec<Acceptance> = self.terms.into_iter().filter_map(ExportedAcceptance::read).collect();
        if terms.len() < told {
            notes.push("to what was agreed stays in part: a name or version is too long".to_owned());
        }
        NewBelongings {
            phone_number_verified_at: self.phone_number_verified_at,
            fields,
            picture,
            terms,
            second_factor: StandingFacts {
                asked_at: self.second_factor_asked_at,
                mail_distrusted: self.mailed_codes_distrusted,
                text_distrusted: self.texted_codes_distrusted,
            },
        }
    }
}

impl ExportedPicture {
    fn read(self) -> Option<StoredPicture> {
        let content = URL_SAFE_NO_PAD.decode(self.content).ok()?;
        let is_id = (1..=MAXIMUM_LENGTH).contains(&self.id.len()) && self.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_picture = PICTURE_TYPES.contains(&self.media_type.as_str()) && (1..=LARGEST_PICTURE).contains(&content.len());
        (is_id && is_picture).then(|| StoredPicture {
            id: PictureId::new(self.id),
            media_type: self.media_type,
            content,
            created_at: self.created_at,
        })
    }
}

impl ExportedAcceptance {
    fn read(self) -> Option<Acceptance> {
        let fits = [&self.document, &self.version, &self.ip_address].iter().all(|text| text.chars().count() <= LONGEST_TERM);
        fits.then_some(Acceptance {
            document: self.document,
            version: self.version,
            accepted_at: self.accepted_at,
            ip_address: self.ip_address,
        })
    }
}

/// As they are written here.
#[derive(Clone, Default)]
pub(in crate::moving) struct NewBelongings {
    /// Since when the number is known to be the person's; if it is not told, since they were last changed.
    pub(in crate::moving) phone_number_verified_at: Option<Timestamp>,
    fields: FieldValues,
    picture: Option<StoredPicture>,
    terms: Vec<Acceptance>,
    second_factor: StandingFacts,
}

impl NewBelongings {
    /// Takes out what nobody else may have and somebody has here.
    pub(in crate::moving) async fn leave_out_taken(
        &mut self,
        app: &App,
        tx: &mut Tx,
        user: &UserId,
    ) -> Result<Vec<String>, StoreError> {
        let mut notes = Vec::new();
        for field in app.config.users.fields().iter().filter(|field| field.unique) {
            let Some(value) = self.fields.get(&field.name).filter(|value| !value.is_null()) else { continue };
            if additional_fields::claimant(tx, &field.name, value).await?.is_some_and(|claimant| claimant != *user) {
                self.fields.remove(&field.name);
                notes.push(format!("the field {:?} stays: somebody else has its value here", field.name));
            }
        }
        Ok(notes)
    }

    /// Writes them for somebody new. Whoever took a value since it was looked up is a conflict.
    pub(in crate::moving) async fn write(&self, app: &App, tx: &mut Tx, user: &User) -> Result<(), StoreError> {
        if let Err(FieldTaken(_)) = fields::set(app, tx, &user.id, &self.fields).await? {
            return Err(StoreError::Conflict);
        }
        if let Some(picture) = &self.picture {
            pictures::put(tx, &user.id, picture).await?;
        }
        for acceptance in &self.terms {
            terms_acceptances::insert(tx, &user.id, acceptance).await?;
        }
        second_factors::adopt_standing(tx, &user.id, &self.second_factor).await
    }
}
