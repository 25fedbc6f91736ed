# Italiano.

locale-endonym = Italiano
locale-direction = ltr

## Every page

dev-banner = Modalità di sviluppo: solo per questo computer, qui niente è conservato al sicuro.
skip-to-content = Vai al contenuto
language-menu = Lingua:
footer-help = Aiuto
footer-privacy = Privacy
footer-terms = Condizioni
to-continue-to = per continuare su { $app }
app-verified = verificata da { $brand }
app-not-verified = non verificata da { $brand }
cancel-button = Annulla
continue-button = Continua
save-button = Salva
allow-button = Consenti
copy = Copia
copied = Copiato
back-to-sign-in = Torna all’accesso
back-to-app = Torna a { $app }
back-plain = Indietro
still-signed-in-button = Il tuo account

## Fields

field-email = Email
field-email-or-username = Email o nome utente
field-email-or-phone = Email o numero di telefono
field-email-username-or-phone = Email, nome utente o numero di telefono
field-name = Nome
field-password = Password
field-code = Codice
field-phone = Numero di telefono
field-new-phone = Nuovo numero di telefono
field-phone-hint = Comincia con + e il prefisso del paese.
field-new-password = Nuova password
field-current-password = Password attuale
field-new-email = Nuova email
field-new-email-hint = Inviamo un link a questo indirizzo. L’indirizzo cambia quando apri il link.
field-new-email-hint-at-once = Cambia subito. Inviamo un link a questo indirizzo, con cui confermi che è tuo.
field-new-email-hint-allowed = Inviamo un link al tuo indirizzo attuale, poi uno a quello nuovo. L’indirizzo cambia quando li hai aperti entrambi.
field-username = Nome utente
field-username-optional = Nome utente (facoltativo)
field-declared-optional = { $field } (facoltativo)
field-declared-none = Nessuna scelta
field-username-hint = { $count ->
    [one] Almeno { $count } carattere: lettere, cifre, punti e trattini bassi.
   *[other] Almeno { $count } caratteri: lettere, cifre, punti e trattini bassi.
}
field-picture = Immagine da un altro sito
field-picture-hint = L’indirizzo https di un’immagine, al posto di una caricata. Lascialo vuoto per non averne.
field-upload = Nuova immagine
field-upload-hint = PNG, JPEG, WebP o GIF, fino a { $size }. Viene ritagliata in un quadrato; ciò che il file dice di luogo e fotocamera viene tolto.
password-show = Mostra la password
password-hint = { $count ->
    [one] Almeno { $count } carattere.
   *[other] Almeno { $count } caratteri. Vanno bene più parole senza legame tra loro.
}

## What can be wrong with a form

problem-title-head = Errore:{" "}
problem-several = Alcune cose vanno riviste:
problem-credentials-mismatch = Email e password non corrispondono. Controlla entrambe o reimposta la password.
problem-username-mismatch = Nome utente e password non corrispondono. Controlla entrambi o reimposta la password.
problem-identifier-malformed = Inserisci un indirizzo email come ada@example.com o un nome utente.
problem-too-many-tries = { $count ->
    [one] Troppi tentativi. Aspetta 1 minuto o reimposta la password.
   *[other] Troppi tentativi. Aspetta { $count } minuti o reimposta la password.
}
problem-account-disabled = Questo account è disattivato. Rivolgiti al tuo amministratore.
problem-email-unverified = Il tuo indirizzo email non è ancora confermato. Ti abbiamo inviato un nuovo link: aprilo, poi accedi.
problem-form-expired = Questa pagina è rimasta aperta troppo a lungo. Inviala di nuovo.
problem-name-missing = Inserisci il tuo nome.
problem-name-too-long = { $count ->
    [one] Accorcia il nome a { $count } carattere.
   *[other] Accorcia il nome a { $count } caratteri.
}
problem-username-missing = Scegli un nome utente.
problem-username-too-short = { $count ->
    [one] Usa almeno { $count } carattere.
   *[other] Usa almeno { $count } caratteri.
}
problem-username-too-long = { $count ->
    [one] Usa al massimo { $count } carattere.
   *[other] Usa al massimo { $count } caratteri.
}
problem-username-malformed = Usa solo le lettere dalla a alla z, cifre, punti e trattini bassi.
problem-username-taken = Questo nome utente è già in uso. Scegline un altro.
problem-username-immutable = Questo nome utente non si può più cambiare.
problem-email-malformed = Inserisci un indirizzo email come ada@example.com.
problem-email-taken = Questo indirizzo email ha già un account. Accedi con quello o usa un altro indirizzo.
problem-email-domain-refused = Gli account qui non possono avere un’email di questo dominio. Usa un altro indirizzo.
form-work-wait = { $count ->
    [one] Il tuo browser non esegue script, quindi non possiamo vedere che c’è una persona. Aspetta 1 secondo prima di inviare.
   *[other] Il tuo browser non esegue script, quindi non possiamo vedere che c’è una persona. Aspetta { $count } secondi prima di inviare.
}
problem-phone-number-malformed = Inserisci un numero di cellulare con + e il prefisso del paese.
problem-phone-number-elsewhere = Non inviamo SMS in questo paese. Usa un altro numero.
problem-phone-number-taken = Questo numero appartiene a un altro account. Accedi con quello o usa un altro numero.
problem-phone-number-needed = Senza questo numero non potresti più accedere. Prima conferma la tua email o imposta una password.
problem-phone-number-mismatch = Numero di telefono e password non corrispondono. Controlla entrambi o accedi con un codice.
problem-picture-malformed = Inserisci un indirizzo che comincia con https:// o lascia il campo vuoto.
problem-picture-missing = Scegli prima un file.
problem-picture-unreadable = Questo file non è un’immagine leggibile qui. Scegli un PNG, JPEG, WebP o GIF.
problem-picture-too-large = Questo file supera { $size }. Scegline uno più piccolo.
problem-picture-too-many-pixels = Questa immagine è troppo grande per essere letta qui. Scegline una meno larga e alta.
problem-password-too-short = { $count ->
    [one] Usa almeno { $count } carattere.
   *[other] Usa almeno { $count } caratteri.
}
problem-password-too-long = { $count ->
    [one] Usa al massimo { $count } carattere.
   *[other] Usa al massimo { $count } caratteri.
}
problem-password-guessable = Questa password è facile da indovinare. Usa più parole senza legame tra loro.
problem-password-breached = Questa password è in un elenco di password trapelate, che gli aggressori provano per prime. Scegline una che non usi da nessun’altra parte.
problem-password-unchecked = Al momento non abbiamo potuto verificare se questa password è trapelata. Riprova tra poco.
problem-password-wrong = Questa non è la tua password. Riprova o reimpostala.
problem-second-factor-wrong = Questo codice non è giusto o è già stato usato. Inserisci il prossimo.
problem-second-factor-clock = Questo codice era giusto poco fa o lo sarà presto: l’orologio del telefono sembra sfasato. Attiva data e ora automatiche nelle impostazioni del telefono, poi inserisci il prossimo codice.
problem-code-wrong = Questo non è il codice. Controlla il messaggio più recente; dopo tre tentativi un codice non vale più.
problem-user-code-malformed = Un codice ha otto lettere e nessuna vocale. Controllalo sul tuo dispositivo.
problem-user-code-unknown = Nessun dispositivo aspetta con questo codice. Controllalo, o chiedine uno nuovo sul tuo dispositivo.
problem-too-many-user-codes = { $count ->
    [one] Sono stati provati troppi codici. Aspetta 1 minuto, poi inserisci di nuovo il codice.
   *[other] Sono stati provati troppi codici. Aspetta { $count } minuti, poi inserisci di nuovo il codice.
}
problem-code-spent = Questo codice non funziona più. Chiedine uno nuovo.
problem-declared-missing = { $field } è vuoto. Compilalo.
problem-declared-too-long = { $field } è troppo lungo. Il massimo è { $maximum }.
problem-declared-no-number = { $field } non è un numero. Scrivilo in cifre, come 12 o 3.5.
problem-declared-no-day = { $field } non è una data. Scrivi un giorno del calendario.
problem-declared-not-taken = { $field } non accetta questo valore. Inserisci altro.
problem-declared-taken = Qualcun altro ha già questo in { $field }. Inserisci altro.
problem-passkey-refused = Con questa passkey non ha funzionato. Riprova o scegli un altro modo.
problem-wallet-too-late = Quel messaggio non vale più. Usa di nuovo il tuo portafoglio.
problem-wallet-not-yours = Quel portafoglio non è di questo account. Scegli quello con cui accedi.
problem-passkey-known = Questo dispositivo ha già una passkey per il tuo account.
problem-passkey-last-way-in = Senza questa passkey non potresti più accedere. Prima aggiungine un’altra o una password.
problem-identity-last-way-in = È l’unico modo di accesso che hai. Prima configurane un altro.
problem-terms-not-accepted = Spunta la casella per dire che accetti.
problem-terms-changed = I documenti sono cambiati da quando questa pagina è stata aperta. Leggili, poi accetta di nuovo.

## Signing in and out

sign-in-title = Accedi
sign-in-button = Accedi
sign-in-last-used = Usato per ultimo
sign-in-password-title = Inserisci la password
sign-in-change-address = Non sei tu? Usa un’altra email
sign-in-change-identifier = Non sei tu? Usa un’altra email o un altro nome utente
sign-in-magic-link = Ricevi un link di accesso via email
sign-in-email-code = Ricevi un codice via email
sign-in-phone-code = Ricevi un codice via SMS
sign-in-new-here = Prima volta qui?
sign-in-notice-password-reset = La tua password è cambiata. Accedi con quella nuova.
sign-in-notice-email-verified = La tua email è confermata. Accedi per continuare.
sign-in-notice-signed-out = Sei uscito.
sign-in-notice-too-many-codes = Troppi codici sbagliati. Accedi di nuovo.
sign-in-notice-no-second-factor = Questo account richiede un secondo fattore e nessuno dei tuoi vale qui. Accedi in un altro modo o rivolgiti a chi gestisce questo sito.
sign-in-notice-passkey-unknown = Qui nessuno ha più questa passkey. Accedi in un altro modo e rimuovila dal tuo dispositivo.
sign-in-notice-wallet-too-late = Quel messaggio non vale più. Accedi di nuovo con il tuo portafoglio.
sign-in-notice-wallet-refused = La firma non è dell’account che hai scelto. Sceglilo di nuovo o usa un altro modo: gli account che sono contratti non possono accedere qui.
sign-in-notice-wallet-unknown = Qui nessuno ha questo portafoglio, e con esso non si può creare un account. Accedi in un altro modo.
passkey-button = Usa una passkey
passkey-cancelled = Non è stata usata nessuna passkey. Riprova o scegli un altro modo.
passkey-failed = Non ha funzionato. Riprova o scegli un altro modo.
passkey-no-script = Le passkey hanno bisogno degli script, che in questo browser sono disattivati.
passkey-no-script-here = Per aggiungere una passkey servono gli script, che in questo browser sono disattivati. Attivali per questa pagina e ricaricala.
passkey-add-button = Aggiungi una passkey
passkey-offer-title = La prossima volta accedi più in fretta
passkey-offer-text = Con una passkey accedi con l’impronta, il volto o il blocco dello schermo, senza scrivere una password. Resta sui tuoi dispositivi e nessuno può sottrartela con l’inganno.
passkey-later = Non ora
wallet-button = Accedi con un portafoglio
wallet-look = Continua nel tuo portafoglio: ti chiede di firmare un messaggio.
wallet-choice = Quale portafoglio?
wallet-cancelled = Non è stato firmato nulla. Riprova o scegli un altro modo.
wallet-no-account = Nel tuo portafoglio non è stato scelto nessun account. Riprova o scegli un altro modo.
wallet-busy = Il tuo portafoglio aspetta ancora una risposta. Aprilo, rispondi lì e poi riprova.
wallet-chain = Il tuo portafoglio è su una rete che qui non è accettata. Passa a un’altra rete nel portafoglio, poi riprova.
wallet-failed = Non ha funzionato. Riprova o scegli un altro modo.
wallet-statement = Accesso a questo sito. Nessuna transazione, nessun costo.
wallet-confirm-statement = Conferma su questo sito che sono io. Nessuna transazione, nessun costo.
forgot-link = Password dimenticata?
remember-label = Resta connesso su questo dispositivo
remember-hint = Non su un dispositivo usato anche da altri.
sign-up-title = Crea un account
sign-up-button = Crea account
sign-up-have-account = Hai già un account?
sign-up-passkey-button = Crea account con una passkey
sign-up-wallet-button = Crea account con un portafoglio
sign-up-passkey-hint = Ti inviamo un link via email. Aprilo, poi usa l’impronta, il volto o il blocco dello schermo: non c’è password.
sign-up-link-passkey-hint = Accedi con l’impronta, il volto o il blocco dello schermo: non c’è password.
sign-up-link-email-hint = L’account viene creato per questo indirizzo.
invitation-title = Accetta il tuo invito
invitation-text = Hai ricevuto un invito a { $brand }. Indica come ti chiami e come vuoi accedere.
has-account-title = Hai già un account
has-account-text = { $address } ha un account. Accedi per continuare.
terms-document-terms = Condizioni
terms-document-privacy = Informativa sulla privacy
terms-usual = Accetto le condizioni e ho letto l’informativa sulla privacy
terms-usual-terms = Accetto le condizioni
terms-usual-privacy = Ho letto l’informativa sulla privacy
terms-agree-and-read = Accetto: { $agreed }. Ho letto: { $read }.
terms-agree = Accetto: { $agreed }
terms-read = Ho letto: { $read }
terms-new-tab = Leggi in una nuova scheda:
terms-title = Prima di continuare
terms-title-again = C’è qualcosa di nuovo
terms-text = Il tuo account richiede il tuo consenso. Leggi, poi continua.
terms-text-again = Questi documenti sono cambiati da quando li hai accettati. Leggi le novità, poi continua.
terms-agree-button = Accetta e continua
terms-later = Non ora: esci
terms-signed-in-as = Accesso eseguito come { $address }
terms-data = Scarica i tuoi dati
terms-delete = Elimina il tuo account
sign-out-title = Vuoi uscire da { $brand }?
sign-out-text = Le app che hai aperto con questo account possono chiederti di accedere di nuovo.
sign-out-asked = Un’app ha chiesto di farti uscire.
sign-out-asked-by = { $app } ha chiesto di farti uscire.
sign-out-button = Esci
sign-out-all-button = Esci da tutti gli account
sign-out-all-text = Escono anche gli altri account in questo browser.
sign-out-stay = Resta connesso
signed-out-title = Sei uscito da { $brand }
signed-out-text = Su un dispositivo usato anche da altri, chiudi anche il browser.
signed-out-unconfirmed = Queste app non hanno confermato di averti fatto uscire:
signed-out-again = Accedi di nuovo
still-signed-in-title = Sei ancora connesso
still-signed-in-text = Non è cambiato nulla. Puoi chiudere questa pagina.

## Second factor

trust-label = Considera attendibile questo dispositivo per 30 giorni
trust-hint = Qui verrà chiesta solo la password. Non selezionare su un dispositivo usato anche da altri.
complete-profile-title = Completa il tuo profilo
complete-profile-text = Hai eseguito l’accesso come { $email }. Compila ciò che manca, poi continua.
set-up-second-factor-title = Configura un secondo fattore
set-up-second-factor-text = Per accedere qui serve più di una prova. Aggiungi sul telefono un’app che mostra codici, per esempio quella che usi altrove. Ci vuole un minuto.
set-up-second-factor-due = Dal { $time }, per accedere qui servirà più di una prova. Aggiungi sul telefono un’app che mostra codici, per esempio quella che usi altrove. Ci vuole un minuto.
set-up-second-factor-now = Configuralo ora
set-up-second-factor-later = Non ora
two-factor-totp-title = Inserisci il codice della tua app di autenticazione
two-factor-totp-text = Mostra sei cifre che cambiano ogni mezzo minuto.
two-factor-backup-title = Inserisci un codice di riserva
two-factor-backup-text = Uno dei codici che hai conservato quando hai configurato il secondo fattore. Ognuno vale una volta.
two-factor-mail-send-title = Ricevi un codice via email
two-factor-mail-text = Inviamo un codice a { $address }.
two-factor-text-send-title = Ricevi un codice via SMS
two-factor-mail-title = Inserisci il codice che ti abbiamo inviato
two-factor-mail-sent = Abbiamo inviato un codice a { $address }. Vale per 3 minuti.
two-factor-send-button = Invia il codice
two-factor-send-again-button = Invia un altro codice
two-factor-others = Altri modi
two-factor-use-totp = Usa la tua app di autenticazione
two-factor-use-mail = Ricevi un codice via email
two-factor-use-text = Ricevi un codice via SMS
two-factor-passkey-title = Usa la tua passkey
two-factor-passkey-text = Dimostra che sei tu con il dispositivo che conserva la tua passkey.
two-factor-passkey-button = Usa una passkey
two-factor-use-backup = Usa un codice di riserva

## A forgotten password

forgot-title = Reimposta la password
forgot-text = Inserisci l’indirizzo email del tuo account. Ti inviamo un link per scegliere una nuova password.
forgot-button = Invia il link
check-mail-title = Controlla la posta
check-mail-verify = Abbiamo inviato un messaggio a { $address }. Apri il link che contiene per continuare.
check-mail-reset = Se { $address } ha un account, abbiamo inviato un link per scegliere una nuova password.
check-mail-magic-link = Abbiamo inviato un link a { $address }. Aprilo in questo browser per accedere.
check-mail-magic-link-for-accounts = Se { $address } ha un account, abbiamo inviato un link. Aprilo in questo browser per accedere.
check-mail-open-mailbox = Apri la casella di posta
check-mail-nothing = Non è arrivato nulla?
check-mail-try-spam = Guarda nella cartella dello spam.
check-mail-try-wait = Aspetta qualche minuto: la posta può essere lenta.
check-mail-try-address = Controlla che l’indirizzo qui sopra sia giusto.
check-mail-wrong-address = Usa un altro indirizzo
reset-title = Scegli una nuova password
reset-for = Per { $address }
reset-button = Cambia password
revoke-sessions-label = Esci da tutti gli altri dispositivi
revoke-sessions-hint = Esce anche chi conosce la vecchia password.
reauthenticate-title = Conferma che sei tu
reauthenticate-text = Stai per cambiare qualcosa di importante. Prima inserisci la password.
reauthenticate-passkey-text = Stai per cambiare qualcosa di importante. Prima usa la tua passkey.
reauthenticate-any-text = Stai per cambiare qualcosa di importante. Prima dimostra che sei tu.
reauthenticate-wallet-button = Usa il tuo portafoglio
reauthenticate-no-wallet = In questo browser non è stato trovato nessun portafoglio. Apri questa pagina nel browser che ha il tuo.

## Mailed links

magic-link-request-title = Accedi via email
magic-link-request-text = Ti inviamo un link. Con quello accedi senza password.
magic-link-request-button = Ricevi un link di accesso via email
magic-link-title = Accedi su questo dispositivo
magic-link-text = Vuoi accedere come { $address } su questo dispositivo?
magic-link-elsewhere = Il link è stato chiesto in un altro browser. Se continui, accedi qui; ciò che aspetta nell’altro browser resta lì.
magic-link-button = Accedi
magic-link-not-you = Non l’hai chiesto tu? Chiudi questa pagina e non succede nulla.
email-code-request-title = Accedi con un codice
email-code-request-text = Ti inviamo un codice di sei cifre. Lo scrivi qui, senza password.
email-code-request-button = Ricevi un codice via email
email-code-title = Inserisci il codice
email-code-text = Abbiamo inviato un codice a { $address }.
email-code-text-for-accounts = Se { $address } ha un account, abbiamo inviato un codice.
email-code-just-sent = Un codice è stato appena inviato. Guarda nella tua casella; tra mezzo minuto puoi chiederne un altro.
email-code-again = Invia un nuovo codice
phone-request-title = Accedi via SMS
phone-request-text = Inviamo un codice di sei cifre al tuo telefono. Lo scrivi qui, senza password.
phone-reset-request-text = Inviamo un codice al numero di telefono del tuo account. Con quello scegli una nuova password.
phone-send-button = Invia il codice
phone-code-text = Abbiamo inviato un codice al { $number }.
phone-code-text-for-accounts = Se { $number } ha un account, abbiamo inviato un codice.
phone-code-just-sent = Un codice è stato appena inviato. Può volerci un po’; tra mezzo minuto puoi chiederne un altro.
phone-wrong-number = Numero sbagliato?
forgot-phone-link = Ricevi invece un codice via SMS
confirm-link-verify-title = Conferma la tua email
confirm-link-verify-text = { $address } è il tuo indirizzo?
confirm-link-verify-button = Conferma l’email
confirm-link-allow-title = Consenti la nuova email
confirm-link-allow-text = Il tuo account sta per passare a { $address }. Poi inviamo un link a quell’indirizzo.
confirm-link-allow-button = Consenti
confirm-link-change-title = Cambia la tua email
confirm-link-change-text = D’ora in poi accedi con { $address }.
confirm-link-change-button = Cambia email
confirm-link-delete-title = Elimina il tuo account
confirm-link-delete-text = L’account di { $address } viene eliminato subito e non si può recuperare.
confirm-link-delete-button = Elimina account
confirm-link-not-you = Non sei tu? Chiudi questa pagina e non succede nulla.
confirm-link-disown-title = Riprenditi il tuo account
confirm-link-disown-text = Così tutti escono dall’account di { $address }, la sua password non vale più, vengono rimossi le passkey, il numero di telefono e il secondo fattore aggiunti da allora e viene annullato un cambio della sua email. Poi inviamo lì un link per scegliere una nuova password.
confirm-link-disown-button = Non sono stato io
confirm-link-was-you = Sei stato tu? Chiudi questa pagina e non succede nulla.
link-done-verify-title = Email confermata
link-done-verify-text = { $address } è tuo. Puoi continuare.
link-done-allow-title = Ancora un passo
link-done-allow-text = Abbiamo inviato un link a { $address }. Aprilo per completare il cambio.
link-done-change-title = Email cambiata
link-done-change-text = D’ora in poi accedi con { $address }.
link-done-disown-title = Il tuo account è al sicuro
link-done-disown-text = Tutti sono stati fatti uscire. Abbiamo inviato a { $address } un link per scegliere una nuova password.
link-done-delete-title = Account eliminato
link-done-delete-text = L’account di { $address } non esiste più e sei uscito da tutti i dispositivi.

## Apps

choose-account-title = Scegli un account
choose-account-signed-out = Non connesso
choose-account-another = Usa un altro account
choose-account-in-use = In uso
choose-account-remove-title = Rimuovi un account da questo dispositivo
choose-account-remove-text = L’account che rimuovi esce da qui e questo browser lo dimentica.
choose-account-remove-button = Rimuovi
choose-account-back = Torna alla scelta
form-post-title = Accesso eseguito
form-post-text = Continua su { $app }.
form-post-text-plain = Continua sull’app.
consent-title = { $app } vuole accedere al tuo account
consent-list = { $app } potrà
consent-switch = Cambia account
consent-new = Nuovo
consent-warning = Nessuno ha controllato questa app. I tuoi dati vanno a { $host }. Continua solo se conosci questo sito.
consent-remove-later = Puoi rimuovere l’accesso in seguito:
consent-your-account = il tuo account
consent-app-privacy = { $app }: privacy
consent-app-terms = { $app }: condizioni
consent-details = Dettagli
consent-details-scopes = Scope
consent-details-client = Client
consent-details-host = Va a
device-title = Collega un dispositivo
device-explain = Inserisci il codice mostrato sulla tua TV o sul tuo terminale.
device-compare = Confronta questo codice con quello sul tuo dispositivo. Continua solo se sono uguali.
device-code = Codice del tuo dispositivo
device-code-hint = Otto lettere, per esempio { $example }
device-never-told = Nessuno di noi ti chiederà mai di inserire un codice che ti ha mandato.
device-confirm-title = Collegare { $app }?
device-confirm-lead = Stai per far accedere { $app } su un altro dispositivo.
device-confirm-only = Continua solo se hai iniziato tu, proprio ora. Se qualcuno ti ha mandato il codice, entrerà nel tuo account.
device-confirm-elsewhere = Questa richiesta arriva da un paese diverso da quello in cui ti trovi. Se il tuo dispositivo non è lì, scegli “Non sono stato io”.
device-confirm-unverified = Nessuno ha controllato questa app: chiunque può dare questo nome a un’app.
device-confirm-code = Codice sul dispositivo
device-confirm-from = Richiesto da
device-confirm-with = Richiesto con
device-confirm-when = Richiesto alle
device-confirm-whole-account = Fare tutto ciò che puoi fare qui: accede a tutto il tuo account.
device-connect-button = Collega
device-deny-button = Non sono stato io
device-minutes-left = { $count ->
    [one] Il codice vale ancora 1 minuto.
   *[other] Il codice vale ancora { $count } minuti.
}
device-connected-title = Dispositivo collegato
device-connected-text = { $app } ha effettuato l’accesso. Puoi chiudere questa pagina e tornare al tuo dispositivo.
device-denied-title = Non collegato
device-denied-text = { $app } ha ricevuto un no. Se non hai iniziato tu, non c’è altro da fare: nessuno è entrato.
device-expired-title = Questo codice è troppo vecchio
device-expired-text = { $app } ha aspettato troppo una risposta. Chiedi un nuovo codice sul tuo dispositivo.
device-used-title = Questo codice è stato usato
device-used-text = { $app } ha già la sua risposta, oppure qualcun altro ha aperto il codice. Chiedine uno nuovo sul tuo dispositivo.
device-again-button = Inserisci un altro codice
scope-openid = Sapere chi sei
scope-profile = Vedere il tuo nome e la tua immagine
scope-email = Vedere il tuo indirizzo email
scope-phone = Vedere il tuo numero di telefono
scope-address = Vedere il tuo indirizzo postale
scope-declared = Vedere altro su di te
scope-offline-access = Restare connessa quando non ci sei

## The account

account-navigation = Account
account-switch = Cambia account
account-profile = Profilo
account-security = Sicurezza
account-two-factor = Secondo fattore
account-passkeys = Passkey
account-identities = Modi di accesso
account-sessions = Sessioni
account-activity = Attività
account-apps = App collegate
account-delete = Elimina account
account-console = Console
notice-profile-saved = Salvato.
notice-picture-saved = La tua immagine è salvata.
notice-picture-removed = La tua immagine è rimossa.
notice-username-saved = Il tuo nome utente è salvato.
notice-phone-number-saved = Il tuo numero di telefono è salvato.
notice-phone-number-removed = Il tuo numero di telefono è rimosso.
notice-verification-link-sent = Ti abbiamo inviato un nuovo link. Aprilo per confermare il tuo indirizzo.
notice-email-link-sent = Apri il link che abbiamo inviato al nuovo indirizzo: allora cambia. Non è stato inviato nulla se quell’indirizzo ha già un account.
notice-email-changed = La tua email è cambiata. Apri il link che abbiamo inviato a quell’indirizzo per confermare che è tuo.
notice-email-permission-asked = Apri il link che abbiamo inviato al tuo indirizzo attuale, poi quello al nuovo: allora cambia.
notice-password-changed = La tua password è cambiata.
notice-password-link-sent = Ti abbiamo inviato un link. Aprilo per scegliere una password.
notice-sessions-ended = Sessione chiusa.
notice-app-removed = Accesso rimosso.
notice-deletion-link-sent = Ti abbiamo inviato un link. Non viene eliminato nulla finché non lo apri.
notice-account-deleted = Il tuo account non esiste più e sei uscito da tutti i dispositivi.
notice-send-again = Non è ancora cambiato nulla. Compila di nuovo il modulo.
profile-lead = Ciò che le app vedono di te quando lo consenti.
profile-about-you = Su di te
picture-heading = Immagine
picture-alt = La tua immagine
picture-none = Non hai ancora un’immagine.
picture-uploaded = Le app a cui consenti di vedere il tuo nome vedono anche questa immagine.
picture-elsewhere = Le app ricevono l’indirizzo della tua immagine su un altro sito. Qui non viene mostrata.
picture-upload-button = Carica immagine
picture-remove-button = Rimuovi immagine
username-none = Ancora nessuno.
phone-none = Qui non hai un numero di telefono.
phone-proof = Per cambiare il numero di telefono, prima dimostra che sei tu.
phone-change-button = Cambia numero di telefono
phone-save-button = Salva numero
phone-remove-button = Rimuovi numero
username-button = Salva nome utente
email-verified = Confermata
email-not-verified = Non confermata
email-verification-text = Apri il link che abbiamo inviato a questo indirizzo per confermare che è tuo.
email-verification-button = Invia un altro link
email-temporary-text = Non ci hai ancora dato un’email. Inserisci la tua e inviamo un link.
email-needed-text = Il link per questo va alla tua email, e non ce ne hai ancora data una.
email-needed-button = Aggiungi un’email
email-change-proof = Chiediamo la password prima che l’indirizzo possa essere cambiato.
email-change-button = Cambia email
security-lead = Come dimostri che sei tu.
password-last-changed = Ultima modifica: { $time }
password-none = Non hai ancora una password. Inviamo a { $address } un link con cui ne scegli una.
password-change-button = Cambia password
sessions-lead = Dove hai eseguito l’accesso. Chiudi le sessioni che non riconosci.
sessions-heading = Sessioni aperte
sessions-this-one = Questa
sessions-device = { $browser } su { $system }
sessions-unknown-device = Dispositivo sconosciuto
place-in-country = { $city }, { $country }
place-unknown = Luogo sconosciuto
device-heading = Dispositivo
place-heading = Luogo
time-heading = Ora
method-password = Password
method-magic-link = Link via email
method-email-code = Codice via email
method-passkey = Passkey
method-phone-code = Codice via SMS
method-wallet = Portafoglio
method-anonymous = Come ospite
method-totp = App di autenticazione
method-backup-code = Codice di riserva
method-mailed-code = Secondo fattore via email
method-texted-code = Secondo fattore tramite SMS
sessions-last-used = Ultimo uso
sessions-let-in = Autorizzato con un codice, per { $app }
sessions-since = Dal
sessions-end-others = Chiudi tutte le altre
sessions-end-all = Esci da tutti i dispositivi
sessions-apps-stay = Le app che possono restare connesse quando non ci sei mantengono l’accesso finché non lo rimuovi:
identities-lead = Come puoi accedere. Tieni almeno due modi, per non restare fuori se ne perdi uno.
identities-ways-heading = Configurati qui
identities-connected-heading = Collegati
identities-mail = Link o codice via email
identities-password-set = Ne hai una.
identities-passkeys = { $count ->
    [one] { $count } passkey
   *[other] { $count } passkey
}
identities-not-set = Non configurato
identities-change = Cambia
identities-set-up = Configura
identities-chain = Catena
identities-disconnect-button = Scollega
apps-lead = Le app che possono usare il tuo account.
apps-heading = App
apps-none = Nessuna app ha accesso al tuo account.
apps-since = Dal
apps-remove-button = Rimuovi l’accesso
delete-lead = Non si può annullare.
delete-heading = Che cosa succede
delete-consequence-sessions = Esci da tutti i dispositivi.
delete-consequence-apps = Le app perdono l’accesso. Ciò che hanno salvato su di te resta a loro.
delete-consequence-final = Il tuo nome, il tuo indirizzo email e la tua password vengono cancellati.
delete-by-mail = Prima inviamo un link a { $address }. Non viene eliminato nulla finché non lo apri.
delete-button = Elimina account
passkeys-lead = Accedi con l’impronta, il volto o il blocco dello schermo, senza scrivere nulla.
passkeys-heading = Le tue passkey
passkeys-none = Non ne hai ancora.
passkeys-unnamed = Passkey
passkeys-synced = Su più dispositivi
passkeys-created = Aggiunta
passkeys-never-used = Mai usata
passkeys-rename = Rinomina
passkeys-name = Nome
passkeys-remove = Rimuovi
passkeys-add-heading = Aggiungi una passkey
passkeys-add-text = Il browser ti chiede dove conservarla: su questo dispositivo, sul telefono o su una chiave di sicurezza.
two-factor-lead = Una seconda prova oltre alla password, perché la password da sola non apra nulla.
two-factor-app-heading = App di autenticazione
two-factor-on-since = Attiva dal { $time }
two-factor-app-text = Un’app sul telefono mostra un codice, che inserisci quando accedi.
two-factor-app-on = Quando accedi, ti chiediamo un codice della tua app.
two-factor-propose-button = Configura un’app
two-factor-replace-button = Configura un’altra app
two-factor-step-scan = Inquadra l’immagine con la tua app di autenticazione.
two-factor-step-type = Inserisci il codice che l’app mostra.
two-factor-qr-code = Codice QR per la tua app di autenticazione
two-factor-secret = Niente fotocamera? Scrivi questa chiave nell’app:
two-factor-confirm-button = Attiva
two-factor-now-on = Il tuo secondo fattore è attivo. D’ora in poi chiediamo un codice quando accedi.
two-factor-off-button = Disattiva il secondo fattore
trusted-browsers-heading = Browser attendibili
trusted-browsers-text = Quando accedi con uno di questi non viene chiesto un codice. La password serve comunque.
trusted-browsers-until = Attendibile fino al
trusted-browsers-end = Non considerare più attendibile
trusted-browsers-end-all = Non considerarne più attendibile nessuno
backup-codes-heading = Codici di riserva
backup-codes-left = { $count ->
    [one] Resta { $count } codice di riserva.
   *[other] Restano { $count } codici di riserva.
}
backup-codes-renew-button = Ottieni nuovi codici di riserva
backup-codes-text = Conserva questi codici dove li trovi anche senza il telefono. Ognuno vale una volta e li mostriamo solo adesso.
backup-codes-kept-button = Li ho conservati
activity-lead = Che cosa è successo al tuo account, dal più recente. Qualcosa non l’hai fatto tu? Cambia la password ed esci da tutti i dispositivi.
activity-heading = Attività
activity-none = Ancora nulla.
activity-older = Precedenti
activity-user-registered = Account creato
activity-email-verified = Indirizzo email confermato
activity-unproved-access-revoked = Annullato tutto ciò che era stato configurato prima della conferma dell’indirizzo
activity-email-changed = Indirizzo email cambiato
activity-profile-changed = Profilo cambiato
activity-username-changed = Nome utente cambiato
activity-phone-number-changed = Numero di telefono cambiato
activity-phone-number-removed = Numero di telefono rimosso
activity-password-changed = Password cambiata
activity-password-reset = Password impostata con un link o un codice ricevuto
activity-two-factor-enabled = Secondo fattore configurato o cambiato
activity-two-factor-disabled = Secondo fattore disattivato
activity-browser-trust-ended = Fine della fiducia in un browser
activity-backup-codes-renewed = Nuovi codici di riserva
activity-passkey-added = Passkey aggiunta
activity-passkey-removed = Passkey rimossa
activity-passkey-count-refused = Accesso con passkey rifiutato: potrebbe essere stata copiata
activity-account-unlinked = Modo di accesso rimosso
activity-access-disowned = Account ripreso: tutte le sessioni chiuse, password rimossa
activity-invitation-accepted = Account creato su invito
activity-terms-accepted = Condizioni accettate
activity-user-linked = Ciò che hai fatto come ospite ora appartiene al tuo account
activity-user-erased = Account eliminato
activity-user-disabled = Account bloccato da un amministratore
activity-user-enabled = Account sbloccato da un amministratore
activity-signed-in = Accesso eseguito
activity-sign-in-refused = Accesso rifiutato
activity-second-factor-owed = Prima prova giusta, secondo fattore richiesto
activity-second-factor-refused = Secondo fattore sbagliato
activity-identity-confirmed = Identità confermata
activity-session-carried-over = Accesso trasferito a un altro sito
activity-account-switched = Passaggio a questo account in un browser che ne ha più d’uno
activity-signed-out = Uscita
activity-sessions-ended = Uscita da un altro dispositivo
activity-action-refused = Rifiutato da una regola di questo servizio
activity-action-failed = Non eseguito: una regola di questo servizio non è stata verificata
activity-consent-given = App consentita
activity-consent-revoked = Accesso di un’app rimosso
activity-device-requested = Un dispositivo ha chiesto di essere collegato
activity-device-approved = Dispositivo collegato
activity-device-denied = Dispositivo rifiutato
activity-device-redeemed = App entrata da un altro dispositivo
activity-token-reused = Un’app ha presentato qualcosa di già usato; il suo accesso è terminato
activity-administration = Amministrazione
own-data-heading = I tuoi dati
own-data-text = Tutto ciò che è conservato su di te, in un file che i programmi possono leggere. Non contiene password.
own-data-button = Scarica
notice-two-factor-off = Il tuo secondo fattore è disattivato.
notice-trust-ended = Lì chiediamo di nuovo un codice.
notice-passkey-added = La passkey è stata aggiunta. D’ora in poi puoi accedere con quella.
notice-passkey-renamed = La passkey ha il suo nuovo nome.
notice-passkey-removed = La passkey è stata rimossa. Rimuovila anche dal tuo dispositivo.
notice-identity-disconnected = Scollegato. Nessuno accede più in questo modo.

## Setting up

setup-title = Crea il primo amministratore
setup-text = Ti diamo il benvenuto. Questo link vale una volta. L’account che crei qui si occupa di tutti gli altri.
setup-button = Crea amministratore

## Errors

error-code = Codice
error-request = Richiesta
error-time = Ora
error-copy-request = Copia il numero della richiesta
error-tell = Se continua a succedere, invia queste righe al tuo amministratore.
error-developers = Per gli sviluppatori
error-parameter = Parametro
error-expected = Registrato
error-expected-nothing = niente
error-received = Ricevuto
error-action-start-again = Ricomincia
error-action-account = Il tuo account
error-action-new-link = Chiedi un nuovo link
error-not-found-title = Qui non c’è nessuna pagina
error-not-found-reason = Forse l’indirizzo è scritto male o la pagina è stata spostata.
error-forbidden-title = Questa pagina non è per te
error-forbidden-reason = Il tuo account non vi ha accesso. Se dovrebbe averlo, rivolgiti a un amministratore.
error-invalid-request-title = L’app ha inviato una richiesta che non possiamo usare
error-invalid-request-reason = Manca qualcosa o c’è qualcosa di sbagliato. Devono correggerlo gli sviluppatori dell’app.
error-unknown-client-title = Non conosciamo questa app
error-unknown-client-reason = L’app che ti ha mandato qui non è registrata o è stata rimossa.
error-client-disabled-title = Questa app è disattivata
error-client-disabled-reason = Un amministratore ha sospeso l’accesso a questa app.
error-redirect-uri-mismatch-title = L’app ha chiesto di mandarti a un indirizzo che non conosciamo
error-redirect-uri-mismatch-reason = Per proteggerti ci fermiamo qui: il suo indirizzo di reindirizzamento non è tra quelli registrati.
error-login-session-expired-title = Questo accesso non è più aperto
error-login-session-expired-reason = È durato più di 30 minuti, è stato completato in un’altra scheda o è cominciato in un altro browser.
error-cookie-blocked-title = Il tuo browser non conserva i cookie
error-cookie-blocked-reason = Per accedere ne serve uno. Consenti i cookie per questo sito, poi ricomincia.
error-link-expired-title = Questo link non funziona più
error-link-expired-reason = I link valgono una volta e per un tempo limitato. Chiedine uno nuovo.
error-account-disabled-title = Questo account è disattivato
error-account-disabled-reason = Un amministratore lo ha sospeso. Chiedigli di riattivarlo.
error-sign-up-closed-title = Qui non si possono creare nuovi account
error-sign-up-closed-reason = Chiedi a un amministratore di invitarti.
error-action-refused-title = Questo servizio non lo consente
error-action-refused-reason = Ha una regola propria al riguardo e comunica:
error-captcha-failed-title = Non possiamo capire se sei una persona
error-captcha-failed-reason = Non è cambiato nulla. Torna indietro, ricarica la pagina e inviala di nuovo. Senza script, aspetta quanto indica la pagina prima di inviarla.
error-form-rejected-title = Questa pagina è rimasta aperta troppo a lungo
error-form-rejected-reason = Non è cambiato nulla. Torna indietro, ricarica la pagina e inviala di nuovo.
error-rate-limited-title = Troppe richieste
error-rate-limited-reason = Aspetta un minuto, poi riprova.
error-server-error-title = Qualcosa si è rotto dalla nostra parte
error-server-error-reason = Non dipende da te. Riprova tra poco.
error-temporarily-unavailable-title = In questo momento siamo troppo occupati
error-temporarily-unavailable-reason = Non è cambiato nulla. Riprova tra poco.

## Mails

mail-greeting = Ciao { $name },
mail-footer = Inviato da { $brand }.
mail-paste = Se il pulsante non fa nulla, copia questo indirizzo nel browser:
mail-lifetime-hours = { $count ->
    [one] Il link vale una volta, per 1 ora.
   *[other] Il link vale una volta, per { $count } ore.
}
mail-lifetime-minutes = { $count ->
    [one] Il link vale una volta, per 1 minuto.
   *[other] Il link vale una volta, per { $count } minuti.
}
mail-verify-subject = Conferma la tua email per { $brand }
mail-verify-text = Conferma che questo indirizzo è tuo e il tuo account { $brand } è pronto.
mail-verify-button = Conferma l’email
mail-verify-otherwise = Non hai creato un account? Ignora questo messaggio.
mail-magic-link-subject = Il tuo link di accesso a { $brand }
mail-magic-link-text = Hai chiesto un link per accedere a { $brand }.
mail-magic-link-button = Accedi
mail-magic-link-otherwise = Non l’hai chiesto tu? Ignora questo messaggio: senza il link non accede nessuno.
mail-invitation-subject = Hai ricevuto un invito a { $brand }
mail-invitation-text = Hai ricevuto un invito a creare un account su { $brand }.
mail-invitation-button = Accetta l’invito
mail-invitation-otherwise = Non te lo aspettavi? Ignora questo messaggio: senza il link non viene creato nessun account.
mail-sign-up-link-subject = Crea il tuo account su { $brand }
mail-sign-up-link-text = Hai chiesto di creare un account su { $brand }.
mail-sign-up-link-button = Crea account
mail-sign-up-link-otherwise = Non l’hai chiesto tu? Ignora questo messaggio: senza il link non viene creato nessun account.
mail-code-subject = { $code } è il tuo codice per { $brand }
mail-code-sign-in = Inserisci questo codice per accedere a { $brand }:
mail-code-verify = Inserisci questo codice per confermare la tua email per { $brand }:
mail-code-reset = Inserisci questo codice per scegliere una nuova password per il tuo account { $brand }:
mail-code-change = Inserisci questo codice per usare questo indirizzo con il tuo account { $brand }:
mail-code-lifetime = { $count ->
    [one] Il codice vale una volta, per 1 minuto.
   *[other] Il codice vale una volta, per { $count } minuti.
}
mail-code-otherwise = Non l’hai chiesto tu? Ignora questo messaggio e non dare il codice a nessuno.
mail-reset-subject = Reimposta la tua password di { $brand }
mail-reset-text = Hai chiesto di scegliere una nuova password per il tuo account { $brand }.
mail-reset-button = Scegli una nuova password
mail-reset-otherwise = Non l’hai chiesto tu? Ignora questo messaggio: la tua password resta com’è.
mail-change-confirm-subject = Consenti una nuova email per il tuo account { $brand }
mail-change-confirm-text = Hai chiesto di cambiare l’email del tuo account { $brand } in { $address }.
mail-change-confirm-button = Consenti il cambio
mail-change-confirm-otherwise = Non l’hai chiesto tu? Ignora questo messaggio e cambia la password.
mail-change-verify-subject = Conferma la tua nuova email per { $brand }
mail-change-verify-text = Conferma che { $address } è tuo. Da allora accedi con quello.
mail-change-verify-button = Conferma la nuova email
mail-change-verify-otherwise = Non l’hai chiesto tu? Ignora questo messaggio.
mail-email-changed-subject = La tua email di { $brand } è cambiata
mail-email-changed-text = L’email del tuo account ora è { $address }. A questo indirizzo non viene più inviato nulla.
mail-delete-subject = Elimina il tuo account { $brand }
mail-delete-text = Hai chiesto di eliminare il tuo account { $brand }. Non si può annullare.
mail-delete-button = Elimina account
mail-delete-otherwise = Non l’hai chiesto tu? Ignora questo messaggio e cambia la password.
mail-existing-subject = Hai già un account { $brand }
mail-existing-text = Qualcuno, probabilmente tu, ha provato a creare un account { $brand } con questo indirizzo. Ne esiste già uno: accedi con quello.
mail-existing-button = Accedi
mail-existing-otherwise = Password dimenticata? Scegline una nuova:
mail-password-changed-subject = La tua password di { $brand } è cambiata
mail-password-changed-text = La password del tuo account è stata cambiata il { $time }.
mail-too-many-tries-subject = Qualcuno continua a provare password per il tuo account { $brand }
mail-too-many-tries-text = Per il tuo account sono state provate così tante password sbagliate che nessuna viene esaminata fino al { $time }. Nessuno è entrato.
mail-too-many-tries-ways = Nel frattempo gli altri tuoi modi di accedere funzionano. Se hai dimenticato la password, scegline una nuova; funziona subito:
mail-not-me-text = { $count ->
    [one] Non sei stato tu? Riprenditi il tuo account. Puoi farlo per 1 giorno:
   *[other] Non sei stato tu? Riprenditi il tuo account. Puoi farlo per { $count } giorni:
}
mail-not-me-button = Non sono stato io
mail-new-device-subject = Un nuovo dispositivo ha eseguito l’accesso al tuo account { $brand }
mail-new-device-text = Il { $time } qualcuno ha eseguito l’accesso al tuo account con un dispositivo che non lo aveva mai fatto.
mail-new-device-device = Dispositivo: { $device }
mail-new-device-place = Luogo: { $place }
mail-new-device-address = Indirizzo IP: { $address }
mail-new-device-both = { $browser } su { $system }
mail-new-device-unknown = sconosciuto
mail-new-device-you = Se sei stato tu, non devi fare nulla.
mail-second-factor-subject = { $code } è il tuo codice per { $brand }
mail-second-factor-text = Il tuo codice per completare l’accesso a { $brand }:
mail-second-factor-otherwise = Non stai eseguendo l’accesso? Allora qualcuno conosce la tua password: cambiala.
mail-two-factor-subject = Il secondo fattore del tuo account { $brand } è cambiato
mail-two-factor-on-text = Il secondo fattore del tuo account è stato configurato o cambiato il { $time }.
mail-two-factor-off-text = Il secondo fattore del tuo account è stato disattivato il { $time }.

mail-passkey-subject = Le tue passkey di { $brand } sono cambiate
mail-passkey-added-text = Una passkey è stata aggiunta al tuo account il { $time }. Chi la possiede può accedere.
mail-passkey-removed-text = Una passkey è stata rimossa dal tuo account il { $time }.
mail-phone-number-subject = Il numero di telefono del tuo account { $brand } è cambiato
mail-phone-number-set-text = Il numero di telefono del tuo account è stato impostato o cambiato il { $time }.
mail-phone-number-removed-text = Il numero di telefono del tuo account è stato rimosso il { $time }.

text-message-verify = { $code } è il tuo codice per { $brand }. Non dirlo a nessuno.
text-message-reset = { $code } è il tuo codice per una nuova password di { $brand }. Non dirlo a nessuno.
text-message-second-factor = { $code } è il tuo codice per completare l’accesso a { $brand }. Non dirlo a nessuno.
text-message-test = { $brand } può inviare SMS.
mail-test-subject = La posta di { $brand } funziona
mail-test-text = Questo è un messaggio di prova, inviato il { $time }. Non devi fare nulla.
