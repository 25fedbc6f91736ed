# English. The texts that every other language falls back to.
# Sentence case; the verb on a button names its result; say what happened, then what to do.

locale-endonym = English
locale-direction = ltr

## Every page

dev-banner = Development mode: for this machine only, nothing is kept safe here.
skip-to-content = Skip to content
language-menu = Language:
footer-help = Help
footer-privacy = Privacy
footer-terms = Terms
to-continue-to = to continue to { $app }
app-verified = verified by { $brand }
app-not-verified = not verified by { $brand }
cancel-button = Cancel
continue-button = Continue
save-button = Save
allow-button = Allow
copy = Copy
copied = Copied
back-to-sign-in = Back to sign in
back-to-app = Back to { $app }
back-plain = Back
still-signed-in-button = Your account

## Fields

field-email = Email
field-email-or-username = Email or username
field-email-or-phone = Email or phone number
field-email-username-or-phone = Email, username or phone number
field-name = Name
field-password = Password
field-code = Code
field-phone = Phone number
field-new-phone = New phone number
field-phone-hint = Begin with + and the code of the country.
field-new-password = New password
field-current-password = Current password
field-new-email = New email
field-new-email-hint = We send a link to it. The address changes when you open that link.
field-new-email-hint-at-once = It changes at once. We send a link to it, with which you confirm that it is yours.
field-new-email-hint-allowed = We send a link to your present address, then one to the new address. It changes when you have opened both.
field-username = Username
field-username-optional = Username (optional)
field-declared-optional = { $field } (optional)
field-declared-none = No choice
field-username-hint = { $count ->
    [one] At least { $count } character: letters, digits, dots and underscores.
   *[other] At least { $count } characters: letters, digits, dots and underscores.
}
field-picture = Picture from another site
field-picture-hint = An https address of an image, in the place of one that you upload. Leave it empty for none.
field-upload = New picture
field-upload-hint = PNG, JPEG, WebP or GIF, up to { $size }. It is cut to a square; what the file says about place and camera is left out.
password-show = Show password
password-hint = { $count ->
    [one] At least { $count } character.
   *[other] At least { $count } characters. Several words that do not belong together are good.
}

## What can be wrong with a form

problem-title-head = Error:{" "}
problem-several = A few things need another look:
problem-credentials-mismatch = That email and password do not match. Check both or reset your password.
problem-username-mismatch = That username and password do not match. Check both or reset your password.
problem-identifier-malformed = Enter an email address like ada@example.com, or a username.
problem-too-many-tries = { $count ->
    [one] Too many tries. Wait 1 minute or reset your password.
   *[other] Too many tries. Wait { $count } minutes or reset your password.
}
problem-account-disabled = This account is switched off. Ask your administrator.
problem-email-unverified = Your email address is not confirmed yet. We sent you a new link: open it, then sign in.
problem-form-expired = This page was open for too long. Send it again.
problem-name-missing = Enter your name.
problem-name-too-long = { $count ->
    [one] Shorten the name to { $count } character.
   *[other] Shorten the name to { $count } characters.
}
problem-username-missing = Choose a username.
problem-username-too-short = { $count ->
    [one] Use at least { $count } character.
   *[other] Use at least { $count } characters.
}
problem-username-too-long = { $count ->
    [one] Use at most { $count } character.
   *[other] Use at most { $count } characters.
}
problem-username-malformed = Use only the letters a to z, digits, dots and underscores.
problem-username-taken = This username is taken. Choose another one.
problem-username-immutable = This username cannot be changed any more.
problem-email-malformed = Enter an email address like ada@example.com.
problem-email-taken = This email address already has an account. Sign in with it or use another address.
problem-email-domain-refused = Accounts here cannot have an email of this domain. Use another address.
form-work-wait = { $count ->
    [one] Your browser runs no scripts, so we cannot see that a person is at work. Wait 1 second before you send this.
   *[other] Your browser runs no scripts, so we cannot see that a person is at work. Wait { $count } seconds before you send this.
}
problem-phone-number-malformed = Enter a mobile number with + and the code of the country.
problem-phone-number-elsewhere = We send no text messages to this country. Use another number.
problem-phone-number-taken = This number stands on another account. Sign in with it, or use another number.
problem-phone-number-needed = Without this number you could not sign in any more. Confirm your email or set a password first.
problem-phone-number-mismatch = Phone number and password do not match. Check both, or sign in by a code.
problem-picture-malformed = Enter an address that begins with https://, or leave it empty.
problem-picture-missing = Choose a file first.
problem-picture-unreadable = This file is not a picture that can be read here. Choose a PNG, JPEG, WebP or GIF.
problem-picture-too-large = This file is larger than { $size }. Choose a smaller one.
problem-picture-too-many-pixels = This picture is too large to be read here. Choose one that is less wide and high.
problem-password-too-short = { $count ->
    [one] Use at least { $count } character.
   *[other] Use at least { $count } characters.
}
problem-password-too-long = { $count ->
    [one] Use at most { $count } character.
   *[other] Use at most { $count } characters.
}
problem-password-guessable = This password is easy to guess. Use several words that do not belong together.
problem-password-breached = This password is in a list of leaked passwords, which attackers try first. Choose one that you use nowhere else.
problem-password-unchecked = We could not check just now whether this password was leaked. Try again in a moment.
problem-password-wrong = That is not your password. Try again or reset it.
problem-second-factor-wrong = That code is not right, or it was used before. Enter the next one.
problem-second-factor-clock = That code was right a while ago or will be soon: the clock of your phone seems to be off. Turn on automatic date and time in the phone's settings, then enter the next code.
problem-code-wrong = That is not the code. Check the newest message; after three tries a code is gone.
problem-user-code-malformed = A code has eight letters and no vowels. Check it on your device.
problem-user-code-unknown = No device is waiting with this code. Check it, or get a new one on your device.
problem-too-many-user-codes = { $count ->
    [one] Too many codes were tried. Wait 1 minute, then enter the code again.
   *[other] Too many codes were tried. Wait { $count } minutes, then enter the code again.
}
problem-code-spent = This code no longer works. Ask for a new one.
problem-declared-missing = { $field } is empty. Fill it in.
problem-declared-too-long = { $field } is too long. The most is { $maximum }.
problem-declared-no-number = { $field } is no number. Write it in digits, such as 12 or 3.5.
problem-declared-no-day = { $field } is no date. Write a day of the calendar.
problem-declared-not-taken = { $field } does not take this. Enter something else.
problem-declared-taken = Somebody else has this in { $field }. Enter something else.
problem-passkey-refused = That did not work with this passkey. Try again, or go another way.
problem-wallet-too-late = That message works no more. Use your wallet again.
problem-wallet-not-yours = That wallet is not one of this account. Choose the one that you sign in with.
problem-passkey-known = This device already has a passkey for your account.
problem-passkey-last-way-in = Without this passkey you could not sign in any more. Add another one or a password first.
problem-identity-last-way-in = This is the only way in that you have. Set up another one first.
problem-terms-not-accepted = Tick the box to say that you agree.
problem-terms-changed = The documents have changed since this page was opened. Read them, then agree again.

## Signing in and out

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-last-used = Last used
sign-in-password-title = Enter your password
sign-in-change-address = Not you? Use another email
sign-in-change-identifier = Not you? Use another email or username
sign-in-magic-link = Email me a sign-in link
sign-in-email-code = Email me a code
sign-in-phone-code = Text me a code
sign-in-new-here = New here?
sign-in-notice-password-reset = Your password is changed. Sign in with it.
sign-in-notice-email-verified = Your email is confirmed. Sign in to go on.
sign-in-notice-signed-out = You are signed out.
sign-in-notice-too-many-codes = Too many codes were wrong. Sign in again.
sign-in-notice-no-second-factor = This account needs a second factor, and none of yours counts here. Sign in another way, or ask whoever runs this site.
sign-in-notice-passkey-unknown = Nobody here has this passkey any more. Sign in another way, and remove it from your device.
sign-in-notice-wallet-too-late = That message works no more. Sign in with your wallet again.
sign-in-notice-wallet-refused = The signature is not by the account that you chose. Choose it again, or go another way: accounts that are contracts cannot sign in here.
sign-in-notice-wallet-unknown = Nobody here has this wallet, and no account can be created with it. Sign in another way.
passkey-button = Use a passkey
passkey-cancelled = No passkey was used. Try again, or go another way.
passkey-failed = That did not work. Try again, or go another way.
passkey-no-script = Passkeys need scripts, which are off in this browser.
passkey-no-script-here = Adding a passkey needs scripts, which are off in this browser. Turn them on for this page and load it again.
passkey-add-button = Add a passkey
passkey-offer-title = Sign in faster next time
passkey-offer-text = With a passkey you sign in by fingerprint, face or screen lock, without typing a password. It stays on your devices, and nobody can trick you out of it.
passkey-later = Not now
wallet-button = Sign in with a wallet
wallet-look = Go on in your wallet: it asks you to sign a message.
wallet-choice = Which wallet?
wallet-cancelled = Nothing was signed. Try again, or go another way.
wallet-no-account = No account was chosen in your wallet. Try again, or go another way.
wallet-busy = Your wallet is still asking you something. Open it and answer there, then try again.
wallet-chain = Your wallet is on a network that is not taken here. Switch to another one in your wallet, then try again.
wallet-failed = That did not work. Try again, or go another way.
wallet-statement = Sign in on this site. This is no transaction and costs nothing.
wallet-confirm-statement = Confirm on this site that it is you. This is no transaction and costs nothing.
forgot-link = Forgot password?
remember-label = Keep me signed in on this device
remember-hint = Not on a device that others use.
sign-up-title = Create account
sign-up-button = Create account
sign-up-have-account = Have an account?
sign-up-passkey-button = Create account with a passkey
sign-up-wallet-button = Create account with a wallet
sign-up-passkey-hint = We mail you a link. Open it, then use your fingerprint, face or screen lock: there is no password.
sign-up-link-passkey-hint = You sign in by fingerprint, face or screen lock: there is no password.
sign-up-link-email-hint = The account is made for this address.
invitation-title = Accept your invitation
invitation-text = You are invited to { $brand }. Say what you are called and how you want to sign in.
has-account-title = You have an account already
has-account-text = { $address } has an account. Sign in to go on.
terms-document-terms = Terms
terms-document-privacy = Privacy notice
terms-usual = I agree to the Terms and have read the Privacy notice
terms-usual-terms = I agree to the Terms
terms-usual-privacy = I have read the Privacy notice
terms-agree-and-read = I agree to: { $agreed }. I have read: { $read }.
terms-agree = I agree to: { $agreed }
terms-read = I have read: { $read }
terms-new-tab = Read in a new tab:
terms-title = Before you go on
terms-title-again = Something is new
terms-text = Your account needs your agreement. Read this, then go on.
terms-text-again = These documents have changed since you agreed. Read what is new, then go on.
terms-agree-button = Agree and continue
terms-later = Not now: sign out
terms-signed-in-as = Signed in as { $address }
terms-data = Download your data
terms-delete = Delete your account
sign-out-title = Sign out of { $brand }?
sign-out-text = Apps that you opened with this account may ask you to sign in again.
sign-out-asked = An app asked to sign you out.
sign-out-asked-by = { $app } asked to sign you out.
sign-out-button = Sign out
sign-out-all-button = Sign out of all accounts
sign-out-all-text = The other accounts in this browser are signed out too.
sign-out-stay = Stay signed in
signed-out-title = You are signed out of { $brand }
signed-out-text = On a device that others use, close the browser as well.
signed-out-unconfirmed = These apps did not confirm that they signed you out too:
signed-out-again = Sign in again
still-signed-in-title = You are still signed in
still-signed-in-text = Nothing was changed. You can close this page.

## Second factor

trust-label = Trust this device for 30 days
trust-hint = Only your password is asked for here. Leave it empty on a device that others use.
complete-profile-title = Complete your profile
complete-profile-text = You are signed in as { $email }. Fill in what is still missing, then go on.
set-up-second-factor-title = Set up a second factor
set-up-second-factor-text = Signing in here takes more than one proof. Add an app on your phone that shows codes, such as the one you use elsewhere. It takes a minute.
set-up-second-factor-due = From { $time } on, signing in here takes more than one proof. Add an app on your phone that shows codes, such as the one you use elsewhere. It takes a minute.
set-up-second-factor-now = Set it up now
set-up-second-factor-later = Not now
two-factor-totp-title = Enter the code from your authenticator app
two-factor-totp-text = It shows six digits that change every half minute.
two-factor-backup-title = Enter a backup code
two-factor-backup-text = One of the codes that you kept when you set up your second factor. Each works once.
two-factor-mail-send-title = Get a code by email
two-factor-mail-text = We send a code to { $address }.
two-factor-text-send-title = Get a code by text message
two-factor-mail-title = Enter the code that we sent you
two-factor-mail-sent = We sent a code to { $address }. It works for 3 minutes.
two-factor-send-button = Send code
two-factor-send-again-button = Send another code
two-factor-others = Other ways
two-factor-use-totp = Use your authenticator app
two-factor-use-mail = Get a code by email
two-factor-use-text = Get a code by text message
two-factor-passkey-title = Use your passkey
two-factor-passkey-text = Show that it is you with the device that keeps your passkey.
two-factor-passkey-button = Use a passkey
two-factor-use-backup = Use a backup code

## A forgotten password

forgot-title = Reset your password
forgot-text = Enter the email address of your account. We send you a link to choose a new password.
forgot-button = Send the link
check-mail-title = Check your mail
check-mail-verify = We sent a message to { $address }. Open the link in it to go on.
check-mail-reset = If { $address } has an account, we sent it a link to choose a new password.
check-mail-magic-link = We sent a link to { $address }. Open it in this browser to sign in.
check-mail-magic-link-for-accounts = If { $address } has an account, we sent it a link. Open it in this browser to sign in.
check-mail-open-mailbox = Open mailbox
check-mail-nothing = Nothing there?
check-mail-try-spam = Look in the spam folder.
check-mail-try-wait = Wait a few minutes: mail can be slow.
check-mail-try-address = Check that the address above is right.
check-mail-wrong-address = Use another address
reset-title = Choose a new password
reset-for = For { $address }
reset-button = Change password
revoke-sessions-label = Sign out everywhere else
revoke-sessions-hint = Whoever knows the old password is signed out too.
reauthenticate-title = Confirm that it is you
reauthenticate-text = You are about to change something important. Enter your password first.
reauthenticate-passkey-text = You are about to change something important. Use your passkey first.
reauthenticate-any-text = You are about to change something important. Show first that it is you.
reauthenticate-wallet-button = Use your wallet
reauthenticate-no-wallet = No wallet was found in this browser. Open this page in the browser that has yours.

## Mailed links

magic-link-request-title = Sign in by email
magic-link-request-text = We send you a link. It signs you in without a password.
magic-link-request-button = Email me a sign-in link
magic-link-title = Sign in on this device
magic-link-text = Sign in as { $address } on this device?
magic-link-elsewhere = The link was asked for in another browser. Going on signs you in here; whatever waits in the other browser stays there.
magic-link-button = Sign in
magic-link-not-you = You did not ask for this? Close this page and nothing happens.
email-code-request-title = Sign in with a code
email-code-request-text = We send you a code of six digits. You type it here, without a password.
email-code-request-button = Email me a code
email-code-title = Enter the code
email-code-text = We sent a code to { $address }.
email-code-text-for-accounts = If { $address } has an account, we sent it a code.
email-code-just-sent = A code was sent a moment ago. Look into your mailbox; half a minute later you can ask for another.
email-code-again = Send a new code
phone-request-title = Sign in by text message
phone-request-text = We send a code of six digits to your phone. You type it here, without a password.
phone-reset-request-text = We send a code to the phone number of your account. With it you choose a new password.
phone-send-button = Send code
phone-code-text = We sent a code to { $number }.
phone-code-text-for-accounts = If { $number } has an account, we sent it a code.
phone-code-just-sent = A code was sent a moment ago. It may take a little; half a minute later you can ask for another.
phone-wrong-number = Wrong number?
forgot-phone-link = Get a code by text message instead
confirm-link-verify-title = Confirm your email
confirm-link-verify-text = Is { $address } your address?
confirm-link-verify-button = Confirm email
confirm-link-allow-title = Allow the new email
confirm-link-allow-text = Your account is to move to { $address }. We then send a link to that address.
confirm-link-allow-button = Allow
confirm-link-change-title = Change your email
confirm-link-change-text = From now on you sign in with { $address }.
confirm-link-change-button = Change email
confirm-link-delete-title = Delete your account
confirm-link-delete-text = The account of { $address } is deleted at once and cannot be brought back.
confirm-link-delete-button = Delete account
confirm-link-not-you = Not you? Close this page and nothing happens.
confirm-link-disown-title = Take your account back
confirm-link-disown-text = This signs everybody out of the account of { $address }, ends its password, removes passkeys, phone number and second factor that were added since, and undoes a change of its email. Then we mail a link to choose a new password there.
confirm-link-disown-button = This was not me
confirm-link-was-you = Was it you? Close this page and nothing happens.
link-done-verify-title = Email confirmed
link-done-verify-text = { $address } is yours. You can go on.
link-done-allow-title = One more step
link-done-allow-text = We sent a link to { $address }. Open it to finish the change.
link-done-change-title = Email changed
link-done-change-text = From now on you sign in with { $address }.
link-done-disown-title = Your account is safe
link-done-disown-text = Everybody is signed out. We mailed a link to choose a new password to { $address }.
link-done-delete-title = Account deleted
link-done-delete-text = The account of { $address } is gone, and you are signed out everywhere.

## Apps

choose-account-title = Choose an account
choose-account-signed-out = Signed out
choose-account-another = Use another account
choose-account-in-use = In use
choose-account-remove-title = Remove an account from this device
choose-account-remove-text = Whoever you remove is signed out here, and this browser forgets them.
choose-account-remove-button = Remove
choose-account-back = Back to choosing
form-post-title = You are signed in
form-post-text = Continue to { $app }.
form-post-text-plain = Continue to the app.
consent-title = { $app } wants to access your account
consent-list = { $app } will be able to
consent-switch = Switch account
consent-new = New
consent-warning = Nobody has checked this app. Your data goes to { $host }. Only continue if you know this site.
consent-remove-later = You can remove access later:
consent-your-account = your account
consent-app-privacy = { $app }: privacy
consent-app-terms = { $app }: terms
consent-details = Details
consent-details-scopes = Scopes
consent-details-client = Client
consent-details-host = Goes to
device-title = Connect a device
device-explain = Enter the code shown on your TV or terminal.
device-compare = Compare this code with the one on your device. Continue only if they are the same.
device-code = Code on your device
device-code-hint = Eight letters, such as { $example }
device-never-told = Nobody who works here will ever ask you to enter a code that they sent you.
device-confirm-title = Connect { $app }?
device-confirm-lead = You are about to sign in { $app } on another device.
device-confirm-only = Only continue if you started this yourself just now. If somebody sent you the code, they will get into your account.
device-confirm-elsewhere = This request comes from another country than the one you are in. If your device is not there, choose “This was not me”.
device-confirm-unverified = Nobody has checked this app: anyone can give an app this name.
device-confirm-code = Code on the device
device-confirm-from = Asked from
device-confirm-with = Asked with
device-confirm-when = Asked at
device-confirm-whole-account = Do everything that you can do here: it is signed in to your whole account.
device-connect-button = Connect
device-deny-button = This was not me
device-minutes-left = { $count ->
    [one] The code works for 1 more minute.
   *[other] The code works for { $count } more minutes.
}
device-connected-title = Device connected
device-connected-text = { $app } is signed in. You can close this page and go back to your device.
device-denied-title = Not connected
device-denied-text = { $app } was told no. If you did not start this, there is nothing more to do: nobody got in.
device-expired-title = This code is too old
device-expired-text = { $app } waited too long for an answer. Get a new code on your device.
device-used-title = This code was used
device-used-text = { $app } has its answer already, or somebody else opened the code. Get a new one on your device.
device-again-button = Enter another code
scope-openid = Know who you are
scope-profile = See your name and picture
scope-email = See your email address
scope-phone = See your phone number
scope-address = See your postal address
scope-declared = See more about you
scope-offline-access = Stay signed in when you are not there

## The account

account-navigation = Account
account-switch = Switch account
account-profile = Profile
account-security = Security
account-two-factor = Second factor
account-passkeys = Passkeys
account-identities = Ways to sign in
account-sessions = Sessions
account-activity = Activity
account-apps = Connected apps
account-delete = Delete account
account-console = Console
notice-profile-saved = Saved.
notice-picture-saved = Your picture is saved.
notice-picture-removed = Your picture is removed.
notice-username-saved = Your username is saved.
notice-phone-number-saved = Your phone number is saved.
notice-phone-number-removed = Your phone number is removed.
notice-verification-link-sent = We sent you a new link. Open it to confirm your address.
notice-email-link-sent = Open the link that we sent to the new address: then it changes. Nothing was sent if that address already has an account.
notice-email-changed = Your email is changed. Open the link that we sent to it to confirm that it is yours.
notice-email-permission-asked = Open the link that we sent to your present address, then the one at the new address: then it changes.
notice-password-changed = Your password is changed.
notice-password-link-sent = We sent you a link. Open it to choose a password.
notice-sessions-ended = Signed out there.
notice-app-removed = Access removed.
notice-deletion-link-sent = We sent you a link. Nothing is deleted before you open it.
notice-account-deleted = Your account is gone, and you are signed out everywhere.
notice-send-again = Nothing was changed yet. Fill in the form again.
profile-lead = What apps see of you when you allow it.
profile-about-you = About you
picture-heading = Picture
picture-alt = Your picture
picture-none = You have no picture yet.
picture-uploaded = Apps that you allow to see your name see this picture too.
picture-elsewhere = Apps are told the address of your picture on another site. It is not shown here.
picture-upload-button = Upload picture
picture-remove-button = Remove picture
username-none = None yet.
phone-none = You have no phone number here.
phone-proof = To change your phone number, first prove that it is you.
phone-change-button = Change phone number
phone-save-button = Save number
phone-remove-button = Remove number
username-button = Save username
email-verified = Confirmed
email-not-verified = Not confirmed
email-verification-text = Open the link that we sent to this address to confirm that it is yours.
email-verification-button = Send another link
email-temporary-text = You have given us no email yet. Enter yours, and we send a link to it.
email-needed-text = A link for this is sent to your email, and you have given us none yet.
email-needed-button = Add an email
email-change-proof = We ask for your password before the address can be changed.
email-change-button = Change email
security-lead = How you prove that it is you.
password-last-changed = Last changed { $time }
password-none = You have no password yet. We send a link to { $address }, with which you choose one.
password-change-button = Change password
sessions-lead = Where you are signed in. Sign out what you do not know.
sessions-heading = Signed in
sessions-this-one = This one
sessions-device = { $browser } on { $system }
sessions-unknown-device = Unknown device
place-in-country = { $city }, { $country }
place-unknown = Unknown place
device-heading = Device
place-heading = Place
time-heading = Time
method-password = Password
method-magic-link = Mailed link
method-email-code = Mailed code
method-passkey = Passkey
method-phone-code = Code by text message
method-wallet = Wallet
method-anonymous = As a guest
method-totp = Authenticator app
method-backup-code = Backup code
method-mailed-code = Second factor by mail
method-texted-code = Second factor by text message
sessions-last-used = Last used
sessions-let-in = Let in with a code, for { $app }
sessions-since = Since
sessions-end-others = Sign out all others
sessions-end-all = Sign out everywhere
sessions-apps-stay = Apps that may stay signed in when you are not there keep their access until you remove it:
identities-lead = How you can sign in. Have at least two ways, so that you are not locked out when you lose one.
identities-ways-heading = Set up here
identities-connected-heading = Connected
identities-mail = Link or code by email
identities-password-set = You have one.
identities-passkeys = { $count ->
    [one] { $count } passkey
   *[other] { $count } passkeys
}
identities-not-set = Not set up
identities-change = Change
identities-set-up = Set up
identities-chain = Chain
identities-disconnect-button = Disconnect
apps-lead = Apps that may use your account.
apps-heading = Apps
apps-none = No app has access to your account.
apps-since = Since
apps-remove-button = Remove access
delete-lead = This cannot be undone.
delete-heading = What happens
delete-consequence-sessions = You are signed out everywhere.
delete-consequence-apps = Apps lose their access. What they have stored about you stays with them.
delete-consequence-final = Your name, email address and password are erased.
delete-by-mail = We first send a link to { $address }. Nothing is deleted before you open it.
delete-button = Delete account
passkeys-lead = Sign in by fingerprint, face or screen lock, without typing anything.
passkeys-heading = Your passkeys
passkeys-none = You have none yet.
passkeys-unnamed = Passkey
passkeys-synced = On several devices
passkeys-created = Added
passkeys-never-used = Never used
passkeys-rename = Rename
passkeys-name = Name
passkeys-remove = Remove
passkeys-add-heading = Add a passkey
passkeys-add-text = Your browser asks where it is to be kept: on this device, on your phone or on a security key.
two-factor-lead = A second proof beside your password, so that the password alone opens nothing.
two-factor-app-heading = Authenticator app
two-factor-on-since = On since { $time }
two-factor-app-text = An app on your phone shows a code, which you enter when you sign in.
two-factor-app-on = When you sign in, we ask for a code from your app.
two-factor-propose-button = Set up an app
two-factor-replace-button = Set up another app
two-factor-step-scan = Scan the picture with your authenticator app.
two-factor-step-type = Enter the code that the app shows.
two-factor-qr-code = QR code for your authenticator app
two-factor-secret = No camera? Type this key into the app:
two-factor-confirm-button = Turn on
two-factor-now-on = Your second factor is on. From now on we ask for a code when you sign in.
two-factor-off-button = Turn off the second factor
trusted-browsers-heading = Trusted browsers
trusted-browsers-text = Signing in with one of these asks for no code. The password is still needed.
trusted-browsers-until = Trusted until
trusted-browsers-end = Stop trusting
trusted-browsers-end-all = Stop trusting all
backup-codes-heading = Backup codes
backup-codes-left = { $count ->
    [one] { $count } backup code is left.
   *[other] { $count } backup codes are left.
}
backup-codes-renew-button = Get new backup codes
backup-codes-text = Keep these codes where you find them without your phone. Each works once, and we show them only now.
backup-codes-kept-button = I have kept them
activity-lead = What happened to your account, newest first. Something that was not you? Change your password and sign out everywhere.
activity-heading = Activity
activity-none = Nothing yet.
activity-older = Older
activity-user-registered = Account created
activity-email-verified = Email address confirmed
activity-unproved-access-revoked = Everything set up before the address was confirmed was ended
activity-email-changed = Email address changed
activity-profile-changed = Profile changed
activity-username-changed = Username changed
activity-phone-number-changed = Phone number changed
activity-phone-number-removed = Phone number removed
activity-password-changed = Password changed
activity-password-reset = Password set with a mailed link or code
activity-two-factor-enabled = Second factor set up or changed
activity-two-factor-disabled = Second factor turned off
activity-browser-trust-ended = Trust in a browser ended
activity-backup-codes-renewed = New backup codes
activity-passkey-added = Passkey added
activity-passkey-removed = Passkey removed
activity-passkey-count-refused = Sign-in with a passkey refused: it may have been copied
activity-account-unlinked = A way to sign in removed
activity-access-disowned = Account taken back: everything signed out, password removed
activity-invitation-accepted = Account created by invitation
activity-terms-accepted = Agreed to terms
activity-user-linked = What you did as a guest belongs to your account now
activity-user-erased = Account deleted
activity-user-disabled = Account locked by an administrator
activity-user-enabled = Account unlocked by an administrator
activity-signed-in = Signed in
activity-sign-in-refused = Sign-in refused
activity-second-factor-owed = First proof right, second factor asked for
activity-second-factor-refused = Wrong second factor
activity-identity-confirmed = Identity confirmed
activity-session-carried-over = Sign-in carried over to another site
activity-account-switched = Switched to this account in a browser with several
activity-signed-out = Signed out
activity-sessions-ended = Signed out elsewhere
activity-action-refused = Refused by a rule of this service
activity-action-failed = Not done: a rule of this service could not be checked
activity-consent-given = App allowed
activity-consent-revoked = App access removed
activity-device-requested = A device asked to be connected
activity-device-approved = Device connected
activity-device-denied = Device refused
activity-device-redeemed = App signed in on another device
activity-token-reused = An app showed something used up; its access was ended
activity-administration = Administration
own-data-heading = Your data
own-data-text = Everything that is stored about you, as a file that programs can read. It holds no passwords.
own-data-button = Download
notice-two-factor-off = Your second factor is off.
notice-trust-ended = We ask for a code there again.
notice-passkey-added = The passkey was added. You can sign in with it from now on.
notice-passkey-renamed = The passkey has its new name.
notice-passkey-removed = The passkey was removed. Remove it from your device too.
notice-identity-disconnected = Disconnected. Nobody signs in with it any more.

## Setting up

setup-title = Make the first administrator
setup-text = Welcome. This link works once. The account that you make here looks after all others.
setup-button = Create administrator

## Errors

error-code = Code
error-request = Request
error-time = Time
error-copy-request = Copy the request number
error-tell = If this keeps happening, send these lines to your administrator.
error-developers = For developers
error-parameter = Parameter
error-expected = Registered
error-expected-nothing = nothing
error-received = Received
error-action-start-again = Start again
error-action-account = Your account
error-action-new-link = Ask for a new link
error-not-found-title = There is no page here
error-not-found-reason = The address may be mistyped, or the page has moved.
error-forbidden-title = This page is not for you
error-forbidden-reason = Your account has no access to it. Ask an administrator if it should.
error-invalid-request-title = The app sent a request we cannot use
error-invalid-request-reason = Something in it is missing or wrong. This is for the app's developers to fix.
error-unknown-client-title = We do not know this app
error-unknown-client-reason = The app that sent you here is not registered, or was removed.
error-client-disabled-title = This app is switched off
error-client-disabled-reason = An administrator has stopped people from signing in to it.
error-redirect-uri-mismatch-title = The app asked to send you to an address we do not know
error-redirect-uri-mismatch-reason = To keep you safe we stop here: its redirect address is not one of those registered.
error-login-session-expired-title = This sign-in is no longer open
error-login-session-expired-reason = It took more than 30 minutes, was finished in another tab, or began in another browser.
error-cookie-blocked-title = Your browser keeps no cookies
error-cookie-blocked-reason = Signing in needs one. Allow cookies for this site, then start again.
error-link-expired-title = This link no longer works
error-link-expired-reason = Links work once and for a limited time. Ask for a new one.
error-account-disabled-title = This account is switched off
error-account-disabled-reason = An administrator has stopped it. Ask them to switch it on again.
error-sign-up-closed-title = New accounts cannot be created here
error-sign-up-closed-reason = Ask an administrator to invite you.
error-action-refused-title = This service does not allow that
error-action-refused-reason = It has a rule of its own about this, and says:
error-captcha-failed-title = We cannot tell that you are a person
error-captcha-failed-reason = Nothing was changed. Go back, reload the page and send it again. Without scripts, wait as long as the page says before you send it.
error-form-rejected-title = This page was open for too long
error-form-rejected-reason = Nothing was changed. Go back, reload the page and send it again.
error-rate-limited-title = Too many requests
error-rate-limited-reason = Wait a minute, then try again.
error-server-error-title = Something broke on our side
error-server-error-reason = Nothing that you did caused it. Try again in a moment.
error-temporarily-unavailable-title = We are too busy right now
error-temporarily-unavailable-reason = Nothing was changed. Try again in a moment.

## Mails

mail-greeting = Hello { $name },
mail-footer = Sent by { $brand }.
mail-paste = If the button does nothing, copy this address into your browser:
mail-lifetime-hours = { $count ->
    [one] The link works once, within 1 hour.
   *[other] The link works once, within { $count } hours.
}
mail-lifetime-minutes = { $count ->
    [one] The link works once, within 1 minute.
   *[other] The link works once, within { $count } minutes.
}
mail-verify-subject = Confirm your email for { $brand }
mail-verify-text = Confirm that this address is yours, and your { $brand } account is ready.
mail-verify-button = Confirm email
mail-verify-otherwise = You did not create an account? Ignore this message.
mail-magic-link-subject = Your sign-in link for { $brand }
mail-magic-link-text = You asked for a link to sign in to { $brand }.
mail-magic-link-button = Sign in
mail-magic-link-otherwise = You did not ask for this? Ignore this message: without the link nobody is signed in.
mail-invitation-subject = You are invited to { $brand }
mail-invitation-text = You are invited to create an account at { $brand }.
mail-invitation-button = Accept the invitation
mail-invitation-otherwise = You did not expect this? Ignore this message: without the link no account is created.
mail-sign-up-link-subject = Create your account at { $brand }
mail-sign-up-link-text = You asked to create an account at { $brand }.
mail-sign-up-link-button = Create account
mail-sign-up-link-otherwise = You did not ask for this? Ignore this message: without the link no account is created.
mail-code-subject = { $code } is your code for { $brand }
mail-code-sign-in = Enter this code to sign in to { $brand }:
mail-code-verify = Enter this code to confirm your email for { $brand }:
mail-code-reset = Enter this code to choose a new password for your { $brand } account:
mail-code-change = Enter this code to use this address for your { $brand } account:
mail-code-lifetime = { $count ->
    [one] The code works once, within 1 minute.
   *[other] The code works once, within { $count } minutes.
}
mail-code-otherwise = You did not ask for this? Ignore this message, and tell nobody the code.
mail-reset-subject = Reset your { $brand } password
mail-reset-text = You asked to choose a new password for your { $brand } account.
mail-reset-button = Choose a new password
mail-reset-otherwise = You did not ask for this? Ignore this message: your password stays as it is.
mail-change-confirm-subject = Allow a new email for your { $brand } account
mail-change-confirm-text = You asked to change the email of your { $brand } account to { $address }.
mail-change-confirm-button = Allow the change
mail-change-confirm-otherwise = You did not ask for this? Ignore this message, and change your password.
mail-change-verify-subject = Confirm your new email for { $brand }
mail-change-verify-text = Confirm that { $address } is yours. From then on you sign in with it.
mail-change-verify-button = Confirm new email
mail-change-verify-otherwise = You did not ask for this? Ignore this message.
mail-email-changed-subject = Your { $brand } email was changed
mail-email-changed-text = The email of your account is now { $address }. Nothing is sent to this address any more.
mail-delete-subject = Delete your { $brand } account
mail-delete-text = You asked to delete your { $brand } account. This cannot be undone.
mail-delete-button = Delete account
mail-delete-otherwise = You did not ask for this? Ignore this message, and change your password.
mail-existing-subject = You already have a { $brand } account
mail-existing-text = Someone, probably you, tried to create a { $brand } account with this address. There is one already: sign in with it.
mail-existing-button = Sign in
mail-existing-otherwise = Forgot your password? Choose a new one:
mail-password-changed-subject = Your { $brand } password was changed
mail-password-changed-text = The password of your account was changed on { $time }.
mail-too-many-tries-subject = Somebody keeps trying passwords for your { $brand } account
mail-too-many-tries-text = So many wrong passwords were tried for your account that none is looked at until { $time }. Nobody got in.
mail-too-many-tries-ways = Your other ways to sign in work meanwhile. If you forgot your password, choose a new one; it works at once:
mail-not-me-text = { $count ->
    [one] It was not you? Then take your account back. This works for 1 day:
   *[other] It was not you? Then take your account back. This works for { $count } days:
}
mail-not-me-button = This was not me
mail-new-device-subject = A new device signed in to your { $brand } account
mail-new-device-text = Somebody signed in to your account on { $time } with a device that had not done so before.
mail-new-device-device = Device: { $device }
mail-new-device-place = Place: { $place }
mail-new-device-address = Internet address: { $address }
mail-new-device-both = { $browser } on { $system }
mail-new-device-unknown = unknown
mail-new-device-you = If it was you, there is nothing to do.
mail-second-factor-subject = { $code } is your code for { $brand }
mail-second-factor-text = Your code to finish signing in to { $brand }:
mail-second-factor-otherwise = You are not signing in? Then someone knows your password: change it.
mail-two-factor-subject = The second factor of your { $brand } account was changed
mail-two-factor-on-text = The second factor of your account was set up or changed on { $time }.
mail-two-factor-off-text = The second factor of your account was turned off on { $time }.

mail-passkey-subject = Your passkeys at { $brand } were changed
mail-passkey-added-text = A passkey was added to your account on { $time }. Whoever has it can sign in.
mail-passkey-removed-text = A passkey was removed from your account on { $time }.
mail-phone-number-subject = The phone number of your { $brand } account was changed
mail-phone-number-set-text = The phone number of your account was set or changed on { $time }.
mail-phone-number-removed-text = The phone number of your account was removed on { $time }.

text-message-verify = { $code } is your code for { $brand }. Tell it to nobody.
text-message-reset = { $code } is your code for a new password for { $brand }. Tell it to nobody.
text-message-second-factor = { $code } is your code to finish signing in to { $brand }. Tell it to nobody.
text-message-test = { $brand } can send text messages.
mail-test-subject = Mail from { $brand } works
mail-test-text = This is a test message, sent on { $time }. There is nothing to do.
