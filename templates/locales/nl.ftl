# Nederlands.

locale-endonym = Nederlands
locale-direction = ltr

## Every page

dev-banner = Ontwikkelmodus: alleen voor deze computer, niets wordt hier veilig bewaard.
skip-to-content = Naar de inhoud
language-menu = Taal:
footer-help = Hulp
footer-privacy = Privacy
footer-terms = Voorwaarden
to-continue-to = om door te gaan naar { $app }
app-verified = gecontroleerd door { $brand }
app-not-verified = niet gecontroleerd door { $brand }
cancel-button = Annuleren
continue-button = Doorgaan
save-button = Opslaan
allow-button = Toestaan
copy = Kopiëren
copied = Gekopieerd
back-to-sign-in = Terug naar inloggen
back-to-app = Terug naar { $app }
back-plain = Terug
still-signed-in-button = Je account

## Fields

field-email = E-mailadres
field-email-or-username = E-mailadres of gebruikersnaam
field-email-or-phone = E-mailadres of telefoonnummer
field-email-username-or-phone = E-mailadres, gebruikersnaam of telefoonnummer
field-name = Naam
field-password = Wachtwoord
field-code = Code
field-phone = Telefoonnummer
field-new-phone = Nieuw telefoonnummer
field-phone-hint = Begin met + en de landcode.
field-new-password = Nieuw wachtwoord
field-current-password = Huidig wachtwoord
field-new-email = Nieuw e-mailadres
field-new-email-hint = We sturen er een link naartoe. Het adres verandert als je die link opent.
field-new-email-hint-at-once = Het verandert meteen. We sturen er een link naartoe, waarmee je bevestigt dat het van jou is.
field-new-email-hint-allowed = We sturen een link naar je huidige adres en daarna een naar het nieuwe. Het verandert als je beide hebt geopend.
field-username = Gebruikersnaam
field-username-optional = Gebruikersnaam (optioneel)
field-declared-optional = { $field } (optioneel)
field-declared-none = Geen keuze
field-username-hint = { $count ->
    [one] Minstens { $count } teken: letters, cijfers, punten en liggende streepjes.
   *[other] Minstens { $count } tekens: letters, cijfers, punten en liggende streepjes.
}
field-picture = Afbeelding van een andere site
field-picture-hint = Een https-adres van een afbeelding, in plaats van een die je uploadt. Laat leeg voor geen afbeelding.
field-upload = Nieuwe afbeelding
field-upload-hint = PNG, JPEG, WebP of GIF, tot { $size }. De afbeelding wordt vierkant bijgesneden; wat het bestand over plaats en camera zegt, wordt weggelaten.
password-show = Wachtwoord tonen
password-hint = { $count ->
    [one] Minstens { $count } teken.
   *[other] Minstens { $count } tekens. Meerdere woorden die niet bij elkaar horen zijn goed.
}

## What can be wrong with a form

problem-title-head = Fout:{" "}
problem-several = Een paar dingen kloppen nog niet:
problem-credentials-mismatch = Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide of stel je wachtwoord opnieuw in.
problem-username-mismatch = Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer beide of stel je wachtwoord opnieuw in.
problem-identifier-malformed = Vul een e-mailadres in zoals ada@example.com, of een gebruikersnaam.
problem-too-many-tries = { $count ->
    [one] Te veel pogingen. Wacht 1 minuut of stel je wachtwoord opnieuw in.
   *[other] Te veel pogingen. Wacht { $count } minuten of stel je wachtwoord opnieuw in.
}
problem-account-disabled = Dit account is uitgeschakeld. Vraag het je beheerder.
problem-email-unverified = Je e-mailadres is nog niet bevestigd. We hebben je een nieuwe link gestuurd: open die en log daarna in.
problem-form-expired = Deze pagina stond te lang open. Verstuur haar opnieuw.
problem-name-missing = Vul je naam in.
problem-name-too-long = { $count ->
    [one] Maak de naam korter: { $count } teken.
   *[other] Maak de naam korter: { $count } tekens.
}
problem-username-missing = Kies een gebruikersnaam.
problem-username-too-short = { $count ->
    [one] Gebruik minstens { $count } teken.
   *[other] Gebruik minstens { $count } tekens.
}
problem-username-too-long = { $count ->
    [one] Gebruik hoogstens { $count } teken.
   *[other] Gebruik hoogstens { $count } tekens.
}
problem-username-malformed = Gebruik alleen de letters a tot en met z, cijfers, punten en liggende streepjes.
problem-username-taken = Deze gebruikersnaam is bezet. Kies een andere.
problem-username-immutable = Deze gebruikersnaam kan niet meer worden gewijzigd.
problem-email-malformed = Vul een e-mailadres in zoals ada@example.com.
problem-email-taken = Dit e-mailadres heeft al een account. Log daarmee in of gebruik een ander adres.
problem-email-domain-refused = Accounts hier kunnen geen e-mailadres van dit domein hebben. Gebruik een ander adres.
form-work-wait = { $count ->
    [one] Je browser voert geen scripts uit, dus we kunnen niet zien dat er een mens aan het werk is. Wacht 1 seconde voordat je dit verstuurt.
   *[other] Je browser voert geen scripts uit, dus we kunnen niet zien dat er een mens aan het werk is. Wacht { $count } seconden voordat je dit verstuurt.
}
problem-phone-number-malformed = Vul een mobiel nummer in met + en de landcode.
problem-phone-number-elsewhere = We sturen geen sms naar dit land. Gebruik een ander nummer.
problem-phone-number-taken = Dit nummer hoort bij een ander account. Log daarmee in of gebruik een ander nummer.
problem-phone-number-needed = Zonder dit nummer zou je niet meer kunnen inloggen. Bevestig eerst je e-mailadres of stel een wachtwoord in.
problem-phone-number-mismatch = Telefoonnummer en wachtwoord horen niet bij elkaar. Controleer beide of log in met een code.
problem-picture-malformed = Vul een adres in dat begint met https://, of laat het leeg.
problem-picture-missing = Kies eerst een bestand.
problem-picture-unreadable = Dit bestand is geen afbeelding die hier kan worden gelezen. Kies een PNG, JPEG, WebP of GIF.
problem-picture-too-large = Dit bestand is groter dan { $size }. Kies een kleiner bestand.
problem-picture-too-many-pixels = Deze afbeelding is te groot om hier te lezen. Kies er een die minder breed en hoog is.
problem-password-too-short = { $count ->
    [one] Gebruik minstens { $count } teken.
   *[other] Gebruik minstens { $count } tekens.
}
problem-password-too-long = { $count ->
    [one] Gebruik hoogstens { $count } teken.
   *[other] Gebruik hoogstens { $count } tekens.
}
problem-password-guessable = Dit wachtwoord is makkelijk te raden. Gebruik meerdere woorden die niet bij elkaar horen.
problem-password-breached = Dit wachtwoord staat in een lijst met gelekte wachtwoorden, die aanvallers als eerste proberen. Kies er een die je nergens anders gebruikt.
problem-password-unchecked = We konden net niet nagaan of dit wachtwoord is gelekt. Probeer het zo nog eens.
problem-password-wrong = Dat is niet je wachtwoord. Probeer het opnieuw of stel het opnieuw in.
problem-second-factor-wrong = Die code klopt niet of is al gebruikt. Vul de volgende in.
problem-second-factor-clock = Die code klopte even geleden of klopt straks pas: de klok van je telefoon lijkt niet goed te staan. Zet automatische datum en tijd aan in de instellingen van de telefoon en vul dan de volgende code in.
problem-code-wrong = Dat is niet de code. Kijk in het nieuwste bericht; na drie pogingen werkt een code niet meer.
problem-user-code-malformed = Een code heeft acht letters en geen klinkers. Kijk op je apparaat.
problem-user-code-unknown = Er wacht geen apparaat met deze code. Controleer hem, of haal een nieuwe op je apparaat.
problem-too-many-user-codes = { $count ->
    [one] Er zijn te veel codes geprobeerd. Wacht 1 minuut en vul de code dan opnieuw in.
   *[other] Er zijn te veel codes geprobeerd. Wacht { $count } minuten en vul de code dan opnieuw in.
}
problem-code-spent = Deze code werkt niet meer. Vraag een nieuwe aan.
problem-declared-missing = { $field } is leeg. Vul dit in.
problem-declared-too-long = { $field } is te lang. Het maximum is { $maximum }.
problem-declared-no-number = { $field } is geen getal. Schrijf het in cijfers, zoals 12 of 3.5.
problem-declared-no-day = { $field } is geen datum. Schrijf een dag van de kalender.
problem-declared-not-taken = { $field } accepteert dit niet. Vul iets anders in.
problem-declared-taken = Iemand anders heeft dit al in { $field }. Vul iets anders in.
problem-passkey-refused = Het is niet gelukt met deze passkey. Probeer het opnieuw of kies een andere manier.
problem-wallet-too-late = Dat bericht werkt niet meer. Gebruik je portemonnee opnieuw.
problem-wallet-not-yours = Die portemonnee hoort niet bij dit account. Kies die waarmee je inlogt.
problem-passkey-known = Dit apparaat heeft al een passkey voor je account.
problem-passkey-last-way-in = Zonder deze passkey zou je niet meer kunnen inloggen. Voeg eerst een andere of een wachtwoord toe.
problem-identity-last-way-in = Dit is je enige manier om in te loggen. Stel eerst een andere in.
problem-terms-not-accepted = Vink het vakje aan om akkoord te gaan.
problem-terms-changed = De documenten zijn veranderd sinds deze pagina is geopend. Lees ze en ga opnieuw akkoord.

## Signing in and out

sign-in-title = Inloggen
sign-in-button = Inloggen
sign-in-last-used = Laatst gebruikt
sign-in-password-title = Vul je wachtwoord in
sign-in-change-address = Ben jij dit niet? Gebruik een ander e-mailadres
sign-in-change-identifier = Ben jij dit niet? Gebruik een ander e-mailadres of een andere gebruikersnaam
sign-in-magic-link = Inloglink per e-mail ontvangen
sign-in-email-code = Code per e-mail ontvangen
sign-in-phone-code = Code per sms ontvangen
sign-in-new-here = Nieuw hier?
sign-in-notice-password-reset = Je wachtwoord is gewijzigd. Log ermee in.
sign-in-notice-email-verified = Je e-mailadres is bevestigd. Log in om door te gaan.
sign-in-notice-signed-out = Je bent uitgelogd.
sign-in-notice-too-many-codes = Te veel codes klopten niet. Log opnieuw in.
sign-in-notice-no-second-factor = Dit account heeft een tweede factor nodig en geen van de jouwe telt hier. Log op een andere manier in of vraag het aan de beheerders van deze site.
sign-in-notice-passkey-unknown = Niemand hier heeft deze passkey nog. Log op een andere manier in en verwijder hem van je apparaat.
sign-in-notice-wallet-too-late = Dat bericht werkt niet meer. Log opnieuw in met je portemonnee.
sign-in-notice-wallet-refused = De handtekening is niet van het account dat je koos. Kies het opnieuw of neem een andere manier: accounts die contracten zijn, kunnen hier niet inloggen.
sign-in-notice-wallet-unknown = Niemand hier heeft deze portemonnee, en er kan geen account mee worden gemaakt. Log op een andere manier in.
passkey-button = Passkey gebruiken
passkey-cancelled = Er is geen passkey gebruikt. Probeer het opnieuw of kies een andere manier.
passkey-failed = Dat is niet gelukt. Probeer het opnieuw of kies een andere manier.
passkey-no-script = Passkeys hebben scripts nodig, en die staan uit in deze browser.
passkey-no-script-here = Om een passkey toe te voegen zijn scripts nodig, en die staan uit in deze browser. Zet ze aan voor deze pagina en laad haar opnieuw.
passkey-add-button = Passkey toevoegen
passkey-offer-title = Log de volgende keer sneller in
passkey-offer-text = Met een passkey log je in met je vingerafdruk, gezicht of schermvergrendeling, zonder een wachtwoord te typen. Hij blijft op je apparaten en niemand kan hem je aftroggelen.
passkey-later = Nu niet
wallet-button = Inloggen met een portemonnee
wallet-look = Ga verder in je portemonnee: die vraagt je een bericht te ondertekenen.
wallet-choice = Welke portemonnee?
wallet-cancelled = Er is niets ondertekend. Probeer het opnieuw of kies een andere manier.
wallet-no-account = Er is in je portemonnee geen account gekozen. Probeer het opnieuw of kies een andere manier.
wallet-busy = Je portemonnee vraagt je nog iets. Open hem, antwoord daar en probeer het dan opnieuw.
wallet-chain = Je portemonnee zit op een netwerk dat hier niet wordt aangenomen. Kies in je portemonnee een ander netwerk en probeer het dan opnieuw.
wallet-failed = Dat is niet gelukt. Probeer het opnieuw of kies een andere manier.
wallet-statement = Inloggen op deze site. Dit is geen transactie en kost niets.
wallet-confirm-statement = Bevestigen op deze site dat jij het bent. Dit is geen transactie en kost niets.
forgot-link = Wachtwoord vergeten?
remember-label = Ingelogd blijven op dit apparaat
remember-hint = Niet op een apparaat dat anderen ook gebruiken.
sign-up-title = Account maken
sign-up-button = Account maken
sign-up-have-account = Heb je al een account?
sign-up-passkey-button = Account maken met een passkey
sign-up-wallet-button = Account maken met een portemonnee
sign-up-passkey-hint = We mailen je een link. Open die en gebruik je vingerafdruk, gezicht of schermvergrendeling: er is geen wachtwoord.
sign-up-link-passkey-hint = Je logt in met je vingerafdruk, gezicht of schermvergrendeling: er is geen wachtwoord.
sign-up-link-email-hint = Het account wordt voor dit adres gemaakt.
invitation-title = Accepteer je uitnodiging
invitation-text = Je bent uitgenodigd voor { $brand }. Geef aan hoe je heet en hoe je wilt inloggen.
has-account-title = Je hebt al een account
has-account-text = { $address } heeft een account. Log in om door te gaan.
terms-document-terms = Voorwaarden
terms-document-privacy = Privacyverklaring
terms-usual = Ik ga akkoord met de voorwaarden en heb de privacyverklaring gelezen
terms-usual-terms = Ik ga akkoord met de voorwaarden
terms-usual-privacy = Ik heb de privacyverklaring gelezen
terms-agree-and-read = Ik ga akkoord met: { $agreed }. Ik heb gelezen: { $read }.
terms-agree = Ik ga akkoord met: { $agreed }
terms-read = Ik heb gelezen: { $read }
terms-new-tab = Lezen in een nieuw tabblad:
terms-title = Voordat je doorgaat
terms-title-again = Er is iets nieuws
terms-text = Je account heeft je akkoord nodig. Lees dit en ga door.
terms-text-again = Deze documenten zijn veranderd sinds je akkoord ging. Lees wat nieuw is en ga door.
terms-agree-button = Akkoord en doorgaan
terms-later = Nu niet: uitloggen
terms-signed-in-as = Ingelogd als { $address }
terms-data = Je gegevens downloaden
terms-delete = Je account verwijderen
sign-out-title = Uitloggen bij { $brand }?
sign-out-text = Apps die je met dit account hebt geopend, kunnen je vragen opnieuw in te loggen.
sign-out-asked = Een app vroeg om je uit te loggen.
sign-out-asked-by = { $app } vroeg om je uit te loggen.
sign-out-button = Uitloggen
sign-out-all-button = Uitloggen bij alle accounts
sign-out-all-text = De andere accounts in deze browser worden ook uitgelogd.
sign-out-stay = Ingelogd blijven
signed-out-title = Je bent uitgelogd bij { $brand }
signed-out-text = Sluit op een apparaat dat anderen ook gebruiken ook de browser.
signed-out-unconfirmed = Deze apps hebben niet bevestigd dat ze je ook hebben uitgelogd:
signed-out-again = Opnieuw inloggen
still-signed-in-title = Je bent nog ingelogd
still-signed-in-text = Er is niets gewijzigd. Je kunt deze pagina sluiten.

## Second factor

trust-label = Dit apparaat 30 dagen vertrouwen
trust-hint = Hier wordt dan alleen om je wachtwoord gevraagd. Niet op een apparaat dat anderen ook gebruiken.
complete-profile-title = Vul je profiel aan
complete-profile-text = Je bent ingelogd als { $email }. Vul in wat nog ontbreekt en ga door.
set-up-second-factor-title = Stel een tweede factor in
set-up-second-factor-text = Om hier in te loggen is meer dan één bewijs nodig. Voeg op je telefoon een app toe die codes toont, bijvoorbeeld de app die je elders al gebruikt. Het duurt een minuut.
set-up-second-factor-due = Vanaf { $time } is er meer dan één bewijs nodig om hier in te loggen. Voeg op je telefoon een app toe die codes toont, bijvoorbeeld de app die je elders al gebruikt. Het duurt een minuut.
set-up-second-factor-now = Nu instellen
set-up-second-factor-later = Nu niet
two-factor-totp-title = Vul de code uit je authenticator-app in
two-factor-totp-text = De app toont zes cijfers die elke halve minuut veranderen.
two-factor-backup-title = Vul een reservecode in
two-factor-backup-text = Een van de codes die je hebt bewaard toen je je tweede factor instelde. Elke code werkt één keer.
two-factor-mail-send-title = Code per e-mail ontvangen
two-factor-mail-text = We sturen een code naar { $address }.
two-factor-text-send-title = Code per sms ontvangen
two-factor-mail-title = Vul de code in die we je hebben gestuurd
two-factor-mail-sent = We hebben een code gestuurd naar { $address }. De code werkt 3 minuten.
two-factor-send-button = Code sturen
two-factor-send-again-button = Nog een code sturen
two-factor-others = Andere manieren
two-factor-use-totp = Je authenticator-app gebruiken
two-factor-use-mail = Code per e-mail ontvangen
two-factor-use-text = Code per sms ontvangen
two-factor-passkey-title = Gebruik je passkey
two-factor-passkey-text = Toon aan dat jij het bent met het apparaat waarop je passkey staat.
two-factor-passkey-button = Passkey gebruiken
two-factor-use-backup = Reservecode gebruiken

## A forgotten password

forgot-title = Stel je wachtwoord opnieuw in
forgot-text = Vul het e-mailadres van je account in. We sturen je een link om een nieuw wachtwoord te kiezen.
forgot-button = Link sturen
check-mail-title = Kijk in je mailbox
check-mail-verify = We hebben een bericht gestuurd naar { $address }. Open de link erin om door te gaan.
check-mail-reset = Als { $address } een account heeft, hebben we een link gestuurd om een nieuw wachtwoord te kiezen.
check-mail-magic-link = We hebben een link gestuurd naar { $address }. Open die in deze browser om in te loggen.
check-mail-magic-link-for-accounts = Als { $address } een account heeft, hebben we een link gestuurd. Open die in deze browser om in te loggen.
check-mail-open-mailbox = Mailbox openen
check-mail-nothing = Niets ontvangen?
check-mail-try-spam = Kijk in de map met spam.
check-mail-try-wait = Wacht een paar minuten: e-mail kan traag zijn.
check-mail-try-address = Controleer of het adres hierboven klopt.
check-mail-wrong-address = Een ander adres gebruiken
reset-title = Kies een nieuw wachtwoord
reset-for = Voor { $address }
reset-button = Wachtwoord wijzigen
revoke-sessions-label = Overal elders uitloggen
revoke-sessions-hint = Wie het oude wachtwoord kent, wordt ook uitgelogd.
reauthenticate-title = Bevestig dat jij het bent
reauthenticate-text = Je gaat iets belangrijks wijzigen. Vul eerst je wachtwoord in.
reauthenticate-passkey-text = Je gaat iets belangrijks wijzigen. Gebruik eerst je passkey.
reauthenticate-any-text = Je gaat iets belangrijks wijzigen. Laat eerst zien dat jij het bent.
reauthenticate-wallet-button = Je portemonnee gebruiken
reauthenticate-no-wallet = In deze browser is geen portemonnee gevonden. Open deze pagina in de browser die de jouwe heeft.

## Mailed links

magic-link-request-title = Inloggen per e-mail
magic-link-request-text = We sturen je een link. Daarmee log je in zonder wachtwoord.
magic-link-request-button = Inloglink per e-mail ontvangen
magic-link-title = Inloggen op dit apparaat
magic-link-text = Inloggen als { $address } op dit apparaat?
magic-link-elsewhere = De link is in een andere browser aangevraagd. Als je doorgaat, log je hier in; wat in de andere browser wacht, blijft daar.
magic-link-button = Inloggen
magic-link-not-you = Heb je hier niet om gevraagd? Sluit deze pagina en er gebeurt niets.
email-code-request-title = Inloggen met een code
email-code-request-text = We sturen je een code van zes cijfers. Die typ je hier in, zonder wachtwoord.
email-code-request-button = Code per e-mail ontvangen
email-code-title = Vul de code in
email-code-text = We hebben een code gestuurd naar { $address }.
email-code-text-for-accounts = Als { $address } een account heeft, hebben we een code gestuurd.
email-code-just-sent = Er is net een code verstuurd. Kijk in je mailbox; over een halve minuut kun je een andere aanvragen.
email-code-again = Nieuwe code sturen
phone-request-title = Inloggen per sms
phone-request-text = We sturen een code van zes cijfers naar je telefoon. Die typ je hier in, zonder wachtwoord.
phone-reset-request-text = We sturen een code naar het telefoonnummer van je account. Daarmee kies je een nieuw wachtwoord.
phone-send-button = Code sturen
phone-code-text = We hebben een code gestuurd naar { $number }.
phone-code-text-for-accounts = Als { $number } een account heeft, hebben we een code gestuurd.
phone-code-just-sent = Er is net een code verstuurd. Het kan even duren; over een halve minuut kun je een andere aanvragen.
phone-wrong-number = Verkeerd nummer?
forgot-phone-link = Liever een code per sms ontvangen
confirm-link-verify-title = Bevestig je e-mailadres
confirm-link-verify-text = Is { $address } jouw adres?
confirm-link-verify-button = E-mailadres bevestigen
confirm-link-allow-title = Sta het nieuwe e-mailadres toe
confirm-link-allow-text = Je account gaat over naar { $address }. Daarna sturen we een link naar dat adres.
confirm-link-allow-button = Toestaan
confirm-link-change-title = Wijzig je e-mailadres
confirm-link-change-text = Voortaan log je in met { $address }.
confirm-link-change-button = E-mailadres wijzigen
confirm-link-delete-title = Verwijder je account
confirm-link-delete-text = Het account van { $address } wordt meteen verwijderd en kan niet worden teruggehaald.
confirm-link-delete-button = Account verwijderen
confirm-link-not-you = Ben jij dit niet? Sluit deze pagina en er gebeurt niets.
confirm-link-disown-title = Neem je account terug
confirm-link-disown-text = Hiermee wordt iedereen uitgelogd bij het account van { $address }, werkt het wachtwoord niet meer, worden sindsdien toegevoegde passkeys, telefoonnummer en tweede factor verwijderd en wordt een wijziging van het e-mailadres teruggedraaid. Daarna sturen we daar een link naartoe om een nieuw wachtwoord te kiezen.
confirm-link-disown-button = Dit was ik niet
confirm-link-was-you = Was jij het? Sluit deze pagina en er gebeurt niets.
link-done-verify-title = E-mailadres bevestigd
link-done-verify-text = { $address } is van jou. Je kunt doorgaan.
link-done-allow-title = Nog één stap
link-done-allow-text = We hebben een link gestuurd naar { $address }. Open die om de wijziging af te ronden.
link-done-change-title = E-mailadres gewijzigd
link-done-change-text = Voortaan log je in met { $address }.
link-done-disown-title = Je account is veilig
link-done-disown-text = Iedereen is uitgelogd. We hebben een link om een nieuw wachtwoord te kiezen gestuurd naar { $address }.
link-done-delete-title = Account verwijderd
link-done-delete-text = Het account van { $address } bestaat niet meer en je bent overal uitgelogd.

## Apps

choose-account-title = Kies een account
choose-account-signed-out = Uitgelogd
choose-account-another = Een ander account gebruiken
choose-account-in-use = In gebruik
choose-account-remove-title = Een account van dit apparaat verwijderen
choose-account-remove-text = Het account dat je verwijdert, wordt hier uitgelogd en deze browser vergeet het.
choose-account-remove-button = Verwijderen
choose-account-back = Terug naar kiezen
form-post-title = Je bent ingelogd
form-post-text = Ga door naar { $app }.
form-post-text-plain = Ga door naar de app.
consent-title = { $app } wil toegang tot je account
consent-list = { $app } kan dan
consent-switch = Van account wisselen
consent-new = Nieuw
consent-warning = Niemand heeft deze app gecontroleerd. Je gegevens gaan naar { $host }. Ga alleen door als je deze site kent.
consent-remove-later = Je kunt de toegang later intrekken:
consent-your-account = je account
consent-app-privacy = { $app }: privacy
consent-app-terms = { $app }: voorwaarden
consent-details = Details
consent-details-scopes = Scopes
consent-details-client = Client
consent-details-host = Gaat naar
device-title = Een apparaat verbinden
device-explain = Vul de code in die je tv of terminal laat zien.
device-compare = Vergelijk deze code met die op je apparaat. Ga alleen door als ze gelijk zijn.
device-code = Code op je apparaat
device-code-hint = Acht letters, zoals { $example }
device-never-told = Niemand die hier werkt vraagt je ooit een code in te vullen die hij je heeft gestuurd.
device-confirm-title = { $app } verbinden?
device-confirm-lead = Je staat op het punt { $app } op een ander apparaat aan te melden.
device-confirm-only = Ga alleen door als je hier zelf net mee bent begonnen. Wie je de code heeft gestuurd, komt anders in je account.
device-confirm-elsewhere = Deze aanvraag komt uit een ander land dan waar jij bent. Is je apparaat daar niet, kies dan “Dit was ik niet”.
device-confirm-unverified = Niemand heeft deze app gecontroleerd: iedereen kan een app deze naam geven.
device-confirm-code = Code op het apparaat
device-confirm-from = Gevraagd vanaf
device-confirm-with = Gevraagd met
device-confirm-when = Gevraagd om
device-confirm-whole-account = Alles doen wat jij hier kunt doen: de app wordt bij je hele account aangemeld.
device-connect-button = Verbinden
device-deny-button = Dit was ik niet
device-minutes-left = { $count ->
    [one] De code werkt nog 1 minuut.
   *[other] De code werkt nog { $count } minuten.
}
device-connected-title = Apparaat verbonden
device-connected-text = { $app } is aangemeld. Je kunt deze pagina sluiten en teruggaan naar je apparaat.
device-denied-title = Niet verbonden
device-denied-text = { $app } is geweigerd. Ben je hier niet zelf mee begonnen, dan hoef je niets meer te doen: niemand is binnengekomen.
device-expired-title = Deze code is te oud
device-expired-text = { $app } heeft te lang op een antwoord gewacht. Haal een nieuwe code op je apparaat.
device-used-title = Deze code is gebruikt
device-used-text = { $app } heeft al een antwoord, of iemand anders heeft de code geopend. Haal een nieuwe op je apparaat.
device-again-button = Een andere code invullen
scope-openid = Weten wie je bent
scope-profile = Je naam en afbeelding zien
scope-email = Je e-mailadres zien
scope-phone = Je telefoonnummer zien
scope-address = Je postadres zien
scope-declared = Meer over je zien
scope-offline-access = Ingelogd blijven als je er niet bent

## The account

account-navigation = Account
account-switch = Van account wisselen
account-profile = Profiel
account-security = Beveiliging
account-two-factor = Tweede factor
account-passkeys = Passkeys
account-identities = Manieren om in te loggen
account-sessions = Sessies
account-activity = Activiteit
account-apps = Gekoppelde apps
account-delete = Account verwijderen
account-console = Console
notice-profile-saved = Opgeslagen.
notice-picture-saved = Je afbeelding is opgeslagen.
notice-picture-removed = Je afbeelding is verwijderd.
notice-username-saved = Je gebruikersnaam is opgeslagen.
notice-phone-number-saved = Je telefoonnummer is opgeslagen.
notice-phone-number-removed = Je telefoonnummer is verwijderd.
notice-verification-link-sent = We hebben je een nieuwe link gestuurd. Open die om je adres te bevestigen.
notice-email-link-sent = Open de link die we naar het nieuwe adres hebben gestuurd: dan verandert het. Er is niets verstuurd als dat adres al een account heeft.
notice-email-changed = Je e-mailadres is gewijzigd. Open de link die we ernaartoe hebben gestuurd om te bevestigen dat het van jou is.
notice-email-permission-asked = Open de link die we naar je huidige adres hebben gestuurd en daarna die op het nieuwe: dan verandert het.
notice-password-changed = Je wachtwoord is gewijzigd.
notice-password-link-sent = We hebben je een link gestuurd. Open die om een wachtwoord te kiezen.
notice-sessions-ended = Daar uitgelogd.
notice-app-removed = Toegang ingetrokken.
notice-deletion-link-sent = We hebben je een link gestuurd. Er wordt niets verwijderd voordat je die opent.
notice-account-deleted = Je account bestaat niet meer en je bent overal uitgelogd.
notice-send-again = Er is nog niets gewijzigd. Vul het formulier opnieuw in.
profile-lead = Wat apps van je zien als je dat toestaat.
profile-about-you = Over jou
picture-heading = Afbeelding
picture-alt = Je afbeelding
picture-none = Je hebt nog geen afbeelding.
picture-uploaded = Apps die je naam mogen zien, zien ook deze afbeelding.
picture-elsewhere = Apps krijgen het adres van je afbeelding op een andere site. Hier wordt ze niet getoond.
picture-upload-button = Afbeelding uploaden
picture-remove-button = Afbeelding verwijderen
username-none = Nog geen.
phone-none = Je hebt hier geen telefoonnummer.
phone-proof = Toon eerst aan dat jij het bent om je telefoonnummer te wijzigen.
phone-change-button = Telefoonnummer wijzigen
phone-save-button = Nummer opslaan
phone-remove-button = Nummer verwijderen
username-button = Gebruikersnaam opslaan
email-verified = Bevestigd
email-not-verified = Niet bevestigd
email-verification-text = Open de link die we naar dit adres hebben gestuurd om te bevestigen dat het van jou is.
email-verification-button = Nog een link sturen
email-temporary-text = Je hebt ons nog geen e-mailadres gegeven. Vul het in en we sturen er een link naartoe.
email-needed-text = De link hiervoor gaat naar je e-mailadres, en dat heb je ons nog niet gegeven.
email-needed-button = E-mailadres toevoegen
email-change-proof = We vragen je wachtwoord voordat het adres kan worden gewijzigd.
email-change-button = E-mailadres wijzigen
security-lead = Hoe je aantoont dat jij het bent.
password-last-changed = Laatst gewijzigd: { $time }
password-none = Je hebt nog geen wachtwoord. We sturen een link naar { $address }, waarmee je er een kiest.
password-change-button = Wachtwoord wijzigen
sessions-lead = Waar je bent ingelogd. Log uit wat je niet herkent.
sessions-heading = Ingelogd
sessions-this-one = Deze
sessions-device = { $browser } op { $system }
sessions-unknown-device = Onbekend apparaat
place-in-country = { $city }, { $country }
place-unknown = Onbekende plaats
device-heading = Apparaat
place-heading = Plaats
time-heading = Tijd
method-password = Wachtwoord
method-magic-link = Link per e-mail
method-email-code = Code per e-mail
method-passkey = Passkey
method-phone-code = Code per sms
method-wallet = Portemonnee
method-anonymous = Als gast
method-totp = Authenticator-app
method-backup-code = Reservecode
method-mailed-code = Tweede factor per e-mail
method-texted-code = Tweede factor per sms
sessions-last-used = Laatst gebruikt
sessions-let-in = Toegelaten met een code, voor { $app }
sessions-since = Sinds
sessions-end-others = Alle andere uitloggen
sessions-end-all = Overal uitloggen
sessions-apps-stay = Apps die ingelogd mogen blijven als je er niet bent, houden hun toegang tot je die intrekt:
identities-lead = Hoe je kunt inloggen. Zorg voor minstens twee manieren, zodat je niet buitengesloten bent als je er een verliest.
identities-ways-heading = Hier ingesteld
identities-connected-heading = Gekoppeld
identities-mail = Link of code per e-mail
identities-password-set = Je hebt er een.
identities-passkeys = { $count ->
    [one] { $count } passkey
   *[other] { $count } passkeys
}
identities-not-set = Niet ingesteld
identities-change = Wijzigen
identities-set-up = Instellen
identities-chain = Keten
identities-disconnect-button = Ontkoppelen
apps-lead = Apps die je account mogen gebruiken.
apps-heading = Apps
apps-none = Geen enkele app heeft toegang tot je account.
apps-since = Sinds
apps-remove-button = Toegang intrekken
delete-lead = Dit kan niet ongedaan worden gemaakt.
delete-heading = Wat er gebeurt
delete-consequence-sessions = Je wordt overal uitgelogd.
delete-consequence-apps = Apps verliezen hun toegang. Wat ze over je hebben opgeslagen, blijft bij hen.
delete-consequence-final = Je naam, e-mailadres en wachtwoord worden gewist.
delete-by-mail = We sturen eerst een link naar { $address }. Er wordt niets verwijderd voordat je die opent.
delete-button = Account verwijderen
passkeys-lead = Log in met je vingerafdruk, gezicht of schermvergrendeling, zonder iets te typen.
passkeys-heading = Je passkeys
passkeys-none = Je hebt er nog geen.
passkeys-unnamed = Passkey
passkeys-synced = Op meerdere apparaten
passkeys-created = Toegevoegd
passkeys-never-used = Nooit gebruikt
passkeys-rename = Naam wijzigen
passkeys-name = Naam
passkeys-remove = Verwijderen
passkeys-add-heading = Passkey toevoegen
passkeys-add-text = Je browser vraagt waar hij bewaard moet worden: op dit apparaat, op je telefoon of op een beveiligingssleutel.
two-factor-lead = Een tweede bewijs naast je wachtwoord, zodat het wachtwoord alleen niets opent.
two-factor-app-heading = Authenticator-app
two-factor-on-since = Aan sinds { $time }
two-factor-app-text = Een app op je telefoon toont een code, die je invult als je inlogt.
two-factor-app-on = Als je inlogt, vragen we om een code uit je app.
two-factor-propose-button = App instellen
two-factor-replace-button = Andere app instellen
two-factor-step-scan = Scan de afbeelding met je authenticator-app.
two-factor-step-type = Vul de code in die de app toont.
two-factor-qr-code = QR-code voor je authenticator-app
two-factor-secret = Geen camera? Typ deze sleutel in de app:
two-factor-confirm-button = Inschakelen
two-factor-now-on = Je tweede factor staat aan. Voortaan vragen we om een code als je inlogt.
two-factor-off-button = Tweede factor uitschakelen
trusted-browsers-heading = Vertrouwde browsers
trusted-browsers-text = Als je met een van deze inlogt, wordt er geen code gevraagd. Het wachtwoord blijft nodig.
trusted-browsers-until = Vertrouwd tot
trusted-browsers-end = Niet meer vertrouwen
trusted-browsers-end-all = Geen enkele meer vertrouwen
backup-codes-heading = Reservecodes
backup-codes-left = { $count ->
    [one] Er is nog { $count } reservecode.
   *[other] Er zijn nog { $count } reservecodes.
}
backup-codes-renew-button = Nieuwe reservecodes maken
backup-codes-text = Bewaar deze codes waar je ze zonder je telefoon vindt. Elke code werkt één keer, en we tonen ze alleen nu.
backup-codes-kept-button = Ik heb ze bewaard
activity-lead = Wat er met je account is gebeurd, het nieuwste eerst. Iets wat jij niet was? Wijzig je wachtwoord en log overal uit.
activity-heading = Activiteit
activity-none = Nog niets.
activity-older = Ouder
activity-user-registered = Account gemaakt
activity-email-verified = E-mailadres bevestigd
activity-unproved-access-revoked = Alles beëindigd wat was ingesteld voordat het adres was bevestigd
activity-email-changed = E-mailadres gewijzigd
activity-profile-changed = Profiel gewijzigd
activity-username-changed = Gebruikersnaam gewijzigd
activity-phone-number-changed = Telefoonnummer gewijzigd
activity-phone-number-removed = Telefoonnummer verwijderd
activity-password-changed = Wachtwoord gewijzigd
activity-password-reset = Wachtwoord ingesteld met een toegestuurde link of code
activity-two-factor-enabled = Tweede factor ingesteld of gewijzigd
activity-two-factor-disabled = Tweede factor uitgeschakeld
activity-browser-trust-ended = Vertrouwen in een browser beëindigd
activity-backup-codes-renewed = Nieuwe reservecodes
activity-passkey-added = Passkey toegevoegd
activity-passkey-removed = Passkey verwijderd
activity-passkey-count-refused = Inloggen met een passkey geweigerd: hij is misschien gekopieerd
activity-account-unlinked = Manier van inloggen verwijderd
activity-access-disowned = Account teruggenomen: alles uitgelogd, wachtwoord verwijderd
activity-invitation-accepted = Account gemaakt op uitnodiging
activity-terms-accepted = Akkoord gegaan met voorwaarden
activity-user-linked = Wat je als gast hebt gedaan, hoort nu bij je account
activity-user-erased = Account verwijderd
activity-user-disabled = Account vergrendeld door een beheerder
activity-user-enabled = Account ontgrendeld door een beheerder
activity-signed-in = Ingelogd
activity-sign-in-refused = Inloggen geweigerd
activity-second-factor-owed = Eerste bewijs klopte, tweede factor gevraagd
activity-second-factor-refused = Verkeerde tweede factor
activity-identity-confirmed = Identiteit bevestigd
activity-session-carried-over = Aanmelding meegenomen naar een andere site
activity-account-switched = Naar dit account gewisseld in een browser met meerdere accounts
activity-signed-out = Uitgelogd
activity-sessions-ended = Elders uitgelogd
activity-action-refused = Geweigerd door een regel van deze dienst
activity-action-failed = Niet uitgevoerd: een regel van deze dienst kon niet worden gecontroleerd
activity-consent-given = App toegestaan
activity-consent-revoked = Toegang van een app ingetrokken
activity-device-requested = Een apparaat vroeg om verbinding
activity-device-approved = Apparaat verbonden
activity-device-denied = Apparaat geweigerd
activity-device-redeemed = App aangemeld op een ander apparaat
activity-token-reused = Een app toonde iets wat al gebruikt was; de toegang is beëindigd
activity-administration = Beheer
own-data-heading = Je gegevens
own-data-text = Alles wat over je is opgeslagen, als bestand dat programma’s kunnen lezen. Er staan geen wachtwoorden in.
own-data-button = Downloaden
notice-two-factor-off = Je tweede factor staat uit.
notice-trust-ended = Daar vragen we weer om een code.
notice-passkey-added = De passkey is toegevoegd. Voortaan kun je ermee inloggen.
notice-passkey-renamed = De passkey heeft zijn nieuwe naam.
notice-passkey-removed = De passkey is verwijderd. Verwijder hem ook van je apparaat.
notice-identity-disconnected = Ontkoppeld. Niemand logt er nog mee in.

## Setting up

setup-title = Maak de eerste beheerder
setup-text = Welkom. Deze link werkt één keer. Het account dat je hier maakt, beheert alle andere.
setup-button = Beheerder maken

## Errors

error-code = Code
error-request = Verzoek
error-time = Tijd
error-copy-request = Nummer van het verzoek kopiëren
error-tell = Blijft dit gebeuren? Stuur deze regels naar je beheerder.
error-developers = Voor ontwikkelaars
error-parameter = Parameter
error-expected = Geregistreerd
error-expected-nothing = niets
error-received = Ontvangen
error-action-start-again = Opnieuw beginnen
error-action-account = Je account
error-action-new-link = Nieuwe link aanvragen
error-not-found-title = Hier is geen pagina
error-not-found-reason = Het adres is misschien verkeerd getypt of de pagina is verplaatst.
error-forbidden-title = Deze pagina is niet voor jou
error-forbidden-reason = Je account heeft er geen toegang toe. Vraag een beheerder als dat wel zo zou moeten zijn.
error-invalid-request-title = De app stuurde een verzoek waar we niets mee kunnen
error-invalid-request-reason = Er ontbreekt iets of er klopt iets niet. De ontwikkelaars van de app moeten dit oplossen.
error-unknown-client-title = We kennen deze app niet
error-unknown-client-reason = De app waar je vandaan komt, is niet geregistreerd of is verwijderd.
error-client-disabled-title = Deze app is uitgeschakeld
error-client-disabled-reason = Een beheerder heeft het inloggen bij deze app stopgezet.
error-redirect-uri-mismatch-title = De app wilde je naar een adres sturen dat we niet kennen
error-redirect-uri-mismatch-reason = Voor je veiligheid stoppen we hier: het doorstuuradres is geen van de geregistreerde.
error-login-session-expired-title = Deze inlogpoging is niet meer open
error-login-session-expired-reason = Ze duurde langer dan 30 minuten, is in een ander tabblad afgerond of begon in een andere browser.
error-cookie-blocked-title = Je browser bewaart geen cookies
error-cookie-blocked-reason = Voor inloggen is er een nodig. Sta cookies toe voor deze site en begin opnieuw.
error-link-expired-title = Deze link werkt niet meer
error-link-expired-reason = Links werken één keer en een beperkte tijd. Vraag een nieuwe aan.
error-account-disabled-title = Dit account is uitgeschakeld
error-account-disabled-reason = Een beheerder heeft het stopgezet. Vraag om het weer in te schakelen.
error-sign-up-closed-title = Hier kunnen geen nieuwe accounts worden gemaakt
error-sign-up-closed-reason = Vraag een beheerder om je uit te nodigen.
error-action-refused-title = Deze dienst staat dat niet toe
error-action-refused-reason = Hij heeft hiervoor een eigen regel en meldt:
error-captcha-failed-title = We kunnen niet zien dat je een mens bent
error-captcha-failed-reason = Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en verstuur haar nog eens. Wacht zonder scripts zo lang als de pagina zegt voordat je haar verstuurt.
error-form-rejected-title = Deze pagina stond te lang open
error-form-rejected-reason = Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en verstuur haar nog eens.
error-rate-limited-title = Te veel verzoeken
error-rate-limited-reason = Wacht een minuut en probeer het dan opnieuw.
error-server-error-title = Er is bij ons iets stukgegaan
error-server-error-reason = Het lag niet aan jou. Probeer het zo nog eens.
error-temporarily-unavailable-title = We hebben het nu te druk
error-temporarily-unavailable-reason = Er is niets gewijzigd. Probeer het zo nog eens.

## Mails

mail-greeting = Hallo { $name },
mail-footer = Verstuurd door { $brand }.
mail-paste = Doet de knop niets? Kopieer dan dit adres naar je browser:
mail-lifetime-hours = { $count ->
    [one] De link werkt één keer, binnen 1 uur.
   *[other] De link werkt één keer, binnen { $count } uur.
}
mail-lifetime-minutes = { $count ->
    [one] De link werkt één keer, binnen 1 minuut.
   *[other] De link werkt één keer, binnen { $count } minuten.
}
mail-verify-subject = Bevestig je e-mailadres voor { $brand }
mail-verify-text = Bevestig dat dit adres van jou is, dan is je account bij { $brand } klaar.
mail-verify-button = E-mailadres bevestigen
mail-verify-otherwise = Heb je geen account gemaakt? Negeer dit bericht.
mail-magic-link-subject = Je inloglink voor { $brand }
mail-magic-link-text = Je hebt een link aangevraagd om in te loggen bij { $brand }.
mail-magic-link-button = Inloggen
mail-magic-link-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht: zonder de link wordt niemand ingelogd.
mail-invitation-subject = Je bent uitgenodigd voor { $brand }
mail-invitation-text = Je bent uitgenodigd om een account bij { $brand } te maken.
mail-invitation-button = Uitnodiging accepteren
mail-invitation-otherwise = Had je dit niet verwacht? Negeer dit bericht: zonder de link wordt er geen account gemaakt.
mail-sign-up-link-subject = Maak je account bij { $brand }
mail-sign-up-link-text = Je wilt een account bij { $brand } maken.
mail-sign-up-link-button = Account maken
mail-sign-up-link-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht: zonder de link wordt er geen account gemaakt.
mail-code-subject = { $code } is je code voor { $brand }
mail-code-sign-in = Vul deze code in om in te loggen bij { $brand }:
mail-code-verify = Vul deze code in om je e-mailadres te bevestigen voor { $brand }:
mail-code-reset = Vul deze code in om een nieuw wachtwoord te kiezen voor je account bij { $brand }:
mail-code-change = Vul deze code in om dit adres te gebruiken voor je account bij { $brand }:
mail-code-lifetime = { $count ->
    [one] De code werkt één keer, binnen 1 minuut.
   *[other] De code werkt één keer, binnen { $count } minuten.
}
mail-code-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht en geef de code aan niemand.
mail-reset-subject = Stel je wachtwoord voor { $brand } opnieuw in
mail-reset-text = Je wilt een nieuw wachtwoord kiezen voor je account bij { $brand }.
mail-reset-button = Nieuw wachtwoord kiezen
mail-reset-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht: je wachtwoord blijft zoals het is.
mail-change-confirm-subject = Sta een nieuw e-mailadres toe voor je account bij { $brand }
mail-change-confirm-text = Je wilt het e-mailadres van je account bij { $brand } wijzigen in { $address }.
mail-change-confirm-button = Wijziging toestaan
mail-change-confirm-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht en wijzig je wachtwoord.
mail-change-verify-subject = Bevestig je nieuwe e-mailadres voor { $brand }
mail-change-verify-text = Bevestig dat { $address } van jou is. Daarna log je ermee in.
mail-change-verify-button = Nieuw e-mailadres bevestigen
mail-change-verify-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht.
mail-email-changed-subject = Je e-mailadres bij { $brand } is gewijzigd
mail-email-changed-text = Het e-mailadres van je account is nu { $address }. Naar het oude adres wordt niets meer gestuurd.
mail-delete-subject = Verwijder je account bij { $brand }
mail-delete-text = Je wilt je account bij { $brand } verwijderen. Dit kan niet ongedaan worden gemaakt.
mail-delete-button = Account verwijderen
mail-delete-otherwise = Heb je hier niet om gevraagd? Negeer dit bericht en wijzig je wachtwoord.
mail-existing-subject = Je hebt al een account bij { $brand }
mail-existing-text = Iemand, waarschijnlijk jij, probeerde met dit adres een account bij { $brand } te maken. Er is er al een: log daarmee in.
mail-existing-button = Inloggen
mail-existing-otherwise = Wachtwoord vergeten? Kies een nieuw:
mail-password-changed-subject = Je wachtwoord bij { $brand } is gewijzigd
mail-password-changed-text = Het wachtwoord van je account is gewijzigd op { $time }.
mail-too-many-tries-subject = Iemand blijft wachtwoorden proberen voor je account bij { $brand }
mail-too-many-tries-text = Er zijn zoveel verkeerde wachtwoorden geprobeerd voor je account dat er tot { $time } geen enkel wordt bekeken. Niemand is binnengekomen.
mail-too-many-tries-ways = Je andere manieren om in te loggen werken intussen gewoon. Wachtwoord vergeten? Kies een nieuw; het werkt meteen:
mail-not-me-text = { $count ->
    [one] Was jij dit niet? Neem dan je account terug. Dat kan 1 dag lang:
   *[other] Was jij dit niet? Neem dan je account terug. Dat kan { $count } dagen lang:
}
mail-not-me-button = Dit was ik niet
mail-new-device-subject = Een nieuw apparaat heeft ingelogd op je account bij { $brand }
mail-new-device-text = Op { $time } heeft iemand op je account ingelogd met een apparaat dat dat nog niet eerder had gedaan.
mail-new-device-device = Apparaat: { $device }
mail-new-device-place = Plaats: { $place }
mail-new-device-address = IP-adres: { $address }
mail-new-device-both = { $browser } op { $system }
mail-new-device-unknown = onbekend
mail-new-device-you = Was jij het, dan hoef je niets te doen.
mail-second-factor-subject = { $code } is je code voor { $brand }
mail-second-factor-text = Je code om het inloggen bij { $brand } af te ronden:
mail-second-factor-otherwise = Ben je niet aan het inloggen? Dan kent iemand je wachtwoord: wijzig het.
mail-two-factor-subject = De tweede factor van je account bij { $brand } is gewijzigd
mail-two-factor-on-text = De tweede factor van je account is op { $time } ingesteld of gewijzigd.
mail-two-factor-off-text = De tweede factor van je account is op { $time } uitgeschakeld.

mail-passkey-subject = Je passkeys bij { $brand } zijn gewijzigd
mail-passkey-added-text = Op { $time } is een passkey aan je account toegevoegd. Wie hem heeft, kan inloggen.
mail-passkey-removed-text = Op { $time } is een passkey uit je account verwijderd.
mail-phone-number-subject = Het telefoonnummer van je account bij { $brand } is gewijzigd
mail-phone-number-set-text = Het telefoonnummer van je account is op { $time } ingesteld of gewijzigd.
mail-phone-number-removed-text = Het telefoonnummer van je account is op { $time } verwijderd.

text-message-verify = { $code } is je code voor { $brand }. Geef hem aan niemand.
text-message-reset = { $code } is je code voor een nieuw wachtwoord bij { $brand }. Geef hem aan niemand.
text-message-second-factor = { $code } is je code om het inloggen bij { $brand } af te ronden. Geef hem aan niemand.
text-message-test = { $brand } kan sms versturen.
mail-test-subject = E-mail van { $brand } werkt
mail-test-text = Dit is een testbericht, verstuurd op { $time }. Je hoeft niets te doen.
