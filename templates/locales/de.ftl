# Deutsch.

locale-endonym = Deutsch
locale-direction = ltr

## Jede Seite

dev-banner = Entwicklungsmodus: nur für diesen Rechner, nichts ist hier sicher aufbewahrt.
skip-to-content = Zum Inhalt springen
language-menu = Sprache:
footer-help = Hilfe
footer-privacy = Datenschutz
footer-terms = Nutzungsbedingungen
to-continue-to = weiter zu { $app }
app-verified = von { $brand } geprüft
app-not-verified = nicht von { $brand } geprüft
cancel-button = Abbrechen
continue-button = Weiter
save-button = Speichern
allow-button = Erlauben
copy = Kopieren
copied = Kopiert
back-to-sign-in = Zurück zur Anmeldung
back-to-app = Zurück zu { $app }
back-plain = Zurück
still-signed-in-button = Ihr Konto

## Felder

field-email = E-Mail-Adresse
field-email-or-username = E-Mail-Adresse oder Benutzername
field-email-or-phone = E-Mail oder Telefonnummer
field-email-username-or-phone = E-Mail, Benutzername oder Telefonnummer
field-name = Name
field-password = Passwort
field-code = Code
field-phone = Telefonnummer
field-new-phone = Neue Telefonnummer
field-phone-hint = Beginnen Sie mit + und der Vorwahl des Landes.
field-new-password = Neues Passwort
field-current-password = Bisheriges Passwort
field-new-email = Neue E-Mail-Adresse
field-new-email-hint = Wir senden einen Link dorthin. Die Adresse ändert sich, wenn Sie ihn öffnen.
field-new-email-hint-at-once = Sie ändert sich sofort. Wir senden einen Link dorthin, mit dem Sie bestätigen, dass sie Ihnen gehört.
field-new-email-hint-allowed = Wir senden einen Link an Ihre jetzige Adresse, dann einen an die neue. Sie ändert sich, wenn Sie beide geöffnet haben.
field-username = Benutzername
field-username-optional = Benutzername (freiwillig)
field-declared-optional = { $field } (freiwillig)
field-declared-none = Keine Auswahl
field-username-hint = { $count ->
    [one] Mindestens { $count } Zeichen: Buchstaben von a bis z, Ziffern, Punkte und Unterstriche.
   *[other] Mindestens { $count } Zeichen: Buchstaben von a bis z, Ziffern, Punkte und Unterstriche.
}
field-picture = Bild von einer anderen Website
field-picture-hint = Die https-Adresse eines Bildes, anstelle eines hochgeladenen. Für keines leer lassen.
field-upload = Neues Bild
field-upload-hint = PNG, JPEG, WebP oder GIF, bis zu { $size }. Es wird quadratisch zugeschnitten; was die Datei über Ort und Kamera sagt, fällt weg.
password-show = Passwort anzeigen
password-hint = { $count ->
    [one] Mindestens { $count } Zeichen.
   *[other] Mindestens { $count } Zeichen. Gut sind mehrere Wörter, die nicht zusammengehören.
}

## Was an einem Formular falsch sein kann

problem-title-head = Fehler:{" "}
problem-several = Einiges braucht noch einen Blick:
problem-credentials-mismatch = E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides oder setzen Sie das Passwort zurück.
problem-username-mismatch = Benutzername und Passwort passen nicht zusammen. Prüfen Sie beides oder setzen Sie das Passwort zurück.
problem-identifier-malformed = Geben Sie eine E-Mail-Adresse wie ada@example.com oder einen Benutzernamen ein.
problem-too-many-tries = { $count ->
    [one] Zu viele Versuche. Warten Sie 1 Minute oder setzen Sie das Passwort zurück.
   *[other] Zu viele Versuche. Warten Sie { $count } Minuten oder setzen Sie das Passwort zurück.
}
problem-account-disabled = Dieses Konto ist gesperrt. Wenden Sie sich an Ihre Administration.
problem-email-unverified = Ihre E-Mail-Adresse ist noch nicht bestätigt. Wir haben Ihnen einen neuen Link gesendet: Öffnen Sie ihn und melden Sie sich dann an.
problem-form-expired = Diese Seite war zu lange offen. Senden Sie sie noch einmal ab.
problem-name-missing = Geben Sie Ihren Namen ein.
problem-name-too-long = { $count ->
    [one] Kürzen Sie den Namen auf { $count } Zeichen.
   *[other] Kürzen Sie den Namen auf { $count } Zeichen.
}
problem-username-missing = Wählen Sie einen Benutzernamen.
problem-username-too-short = { $count ->
    [one] Nehmen Sie mindestens { $count } Zeichen.
   *[other] Nehmen Sie mindestens { $count } Zeichen.
}
problem-username-too-long = { $count ->
    [one] Nehmen Sie höchstens { $count } Zeichen.
   *[other] Nehmen Sie höchstens { $count } Zeichen.
}
problem-username-malformed = Nehmen Sie nur die Buchstaben von a bis z, Ziffern, Punkte und Unterstriche.
problem-username-taken = Dieser Benutzername ist vergeben. Wählen Sie einen anderen.
problem-username-immutable = Dieser Benutzername lässt sich nicht mehr ändern.
problem-email-malformed = Geben Sie eine E-Mail-Adresse wie ada@example.com ein.
problem-email-taken = Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an oder nehmen Sie eine andere Adresse.
problem-email-domain-refused = Konten hier können keine E-Mail-Adresse dieser Domain haben. Nehmen Sie eine andere Adresse.
form-work-wait = { $count ->
    [one] Ihr Browser führt keine Skripte aus, daher sehen wir nicht, dass hier ein Mensch am Werk ist. Warten Sie 1 Sekunde, bevor Sie dies senden.
   *[other] Ihr Browser führt keine Skripte aus, daher sehen wir nicht, dass hier ein Mensch am Werk ist. Warten Sie { $count } Sekunden, bevor Sie dies senden.
}
problem-phone-number-malformed = Geben Sie eine Mobilnummer mit + und der Vorwahl des Landes ein.
problem-phone-number-elsewhere = In dieses Land senden wir keine SMS. Nehmen Sie eine andere Nummer.
problem-phone-number-taken = Diese Nummer gehört zu einem anderen Konto. Melden Sie sich damit an oder nehmen Sie eine andere Nummer.
problem-phone-number-needed = Ohne diese Nummer könnten Sie sich nicht mehr anmelden. Bestätigen Sie zuerst Ihre E-Mail-Adresse oder setzen Sie ein Passwort.
problem-phone-number-mismatch = Telefonnummer und Passwort passen nicht zusammen. Prüfen Sie beides oder melden Sie sich mit einem Code an.
problem-picture-malformed = Geben Sie eine Adresse ein, die mit https:// beginnt, oder lassen Sie das Feld leer.
problem-picture-missing = Wählen Sie zuerst eine Datei aus.
problem-picture-unreadable = Diese Datei ist kein Bild, das hier gelesen werden kann. Wählen Sie PNG, JPEG, WebP oder GIF.
problem-picture-too-large = Diese Datei ist größer als { $size }. Wählen Sie eine kleinere.
problem-picture-too-many-pixels = Dieses Bild ist zu groß, um hier gelesen zu werden. Wählen Sie eines, das weniger breit und hoch ist.
problem-password-too-short = { $count ->
    [one] Nehmen Sie mindestens { $count } Zeichen.
   *[other] Nehmen Sie mindestens { $count } Zeichen.
}
problem-password-too-long = { $count ->
    [one] Nehmen Sie höchstens { $count } Zeichen.
   *[other] Nehmen Sie höchstens { $count } Zeichen.
}
problem-password-guessable = Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.
problem-password-breached = Dieses Passwort steht in einer Liste entwendeter Passwörter, die Angreifer zuerst probieren. Wählen Sie eines, das Sie sonst nirgends benutzen.
problem-password-unchecked = Ob dieses Passwort entwendet wurde, ließ sich gerade nicht prüfen. Versuchen Sie es gleich noch einmal.
problem-password-wrong = Das ist nicht Ihr Passwort. Versuchen Sie es noch einmal oder setzen Sie es zurück.
problem-second-factor-wrong = Dieser Code ist nicht richtig oder wurde schon benutzt. Geben Sie den nächsten ein.
problem-second-factor-clock = Dieser Code galt vor Kurzem oder gilt bald: Die Uhr Ihres Telefons scheint falsch zu gehen. Schalten Sie in seinen Einstellungen die automatische Uhrzeit ein und geben Sie dann den nächsten Code ein.
problem-code-wrong = Das ist nicht der Code. Sehen Sie in die neueste Nachricht; nach drei Versuchen gilt ein Code nicht mehr.
problem-user-code-malformed = Ein Code hat acht Buchstaben und keine Vokale. Prüfen Sie ihn auf Ihrem Gerät.
problem-user-code-unknown = Kein Gerät wartet mit diesem Code. Prüfen Sie ihn, oder holen Sie auf Ihrem Gerät einen neuen.
problem-too-many-user-codes = { $count ->
    [one] Es wurden zu viele Codes versucht. Warten Sie 1 Minute und geben Sie den Code dann noch einmal ein.
   *[other] Es wurden zu viele Codes versucht. Warten Sie { $count } Minuten und geben Sie den Code dann noch einmal ein.
}
problem-code-spent = Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.
problem-declared-missing = { $field } ist leer. Füllen Sie das Feld aus.
problem-declared-too-long = { $field } ist zu lang. Höchstens { $maximum } sind möglich.
problem-declared-no-number = { $field } ist keine Zahl. Schreiben Sie sie in Ziffern, etwa 12 oder 3.5.
problem-declared-no-day = { $field } ist kein Datum. Geben Sie einen Tag des Kalenders an.
problem-declared-not-taken = { $field } nimmt das nicht an. Geben Sie etwas anderes ein.
problem-declared-taken = Das hat schon jemand anderes bei { $field } angegeben. Geben Sie etwas anderes ein.
problem-passkey-refused = Das hat mit diesem Passkey nicht geklappt. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
problem-wallet-too-late = Diese Nachricht gilt nicht mehr. Benutzen Sie Ihre Wallet noch einmal.
problem-wallet-not-yours = Diese Wallet gehört nicht zu diesem Konto. Wählen Sie die, mit der Sie sich anmelden.
problem-passkey-known = Dieses Gerät hat schon einen Passkey für Ihr Konto.
problem-passkey-last-way-in = Ohne diesen Passkey könnten Sie sich nicht mehr anmelden. Fügen Sie zuerst einen anderen oder ein Passwort hinzu.
problem-identity-last-way-in = Das ist der einzige Weg, auf dem Sie sich anmelden können. Richten Sie zuerst einen anderen ein.
problem-terms-not-accepted = Setzen Sie das Häkchen, um zuzustimmen.
problem-terms-changed = Die Dokumente haben sich geändert, seit diese Seite geöffnet wurde. Lesen Sie sie und stimmen Sie erneut zu.

## Anmelden und abmelden

sign-in-title = Anmelden
sign-in-button = Anmelden
sign-in-last-used = Zuletzt benutzt
sign-in-password-title = Passwort eingeben
sign-in-change-address = Nicht Sie? Andere E-Mail-Adresse
sign-in-change-identifier = Nicht Sie? Andere E-Mail-Adresse oder anderer Benutzername
sign-in-magic-link = Link zum Anmelden zusenden
sign-in-email-code = Code per E-Mail zusenden
sign-in-phone-code = Code als SMS senden
sign-in-new-here = Neu hier?
sign-in-notice-password-reset = Ihr Passwort ist geändert. Melden Sie sich damit an.
sign-in-notice-email-verified = Ihre E-Mail-Adresse ist bestätigt. Melden Sie sich an, um fortzufahren.
sign-in-notice-signed-out = Sie sind abgemeldet.
sign-in-notice-too-many-codes = Zu viele Codes waren falsch. Melden Sie sich noch einmal an.
sign-in-notice-no-second-factor = Dieses Konto braucht einen zweiten Faktor, und keiner von Ihren gilt hier. Melden Sie sich auf anderem Weg an oder fragen Sie die Betreiber dieser Seite.
sign-in-notice-passkey-unknown = Diesen Passkey hat hier niemand mehr. Melden Sie sich auf anderem Weg an und entfernen Sie ihn von Ihrem Gerät.
sign-in-notice-wallet-too-late = Diese Nachricht gilt nicht mehr. Melden Sie sich noch einmal mit Ihrer Wallet an.
sign-in-notice-wallet-refused = Die Unterschrift ist nicht von dem Konto, das Sie gewählt haben. Wählen Sie es noch einmal oder gehen Sie einen anderen Weg: Konten, die Verträge sind, können sich hier nicht anmelden.
sign-in-notice-wallet-unknown = Diese Wallet hat hier niemand, und mit ihr lässt sich kein Konto erstellen. Melden Sie sich auf anderem Weg an.
passkey-button = Passkey benutzen
passkey-cancelled = Es wurde kein Passkey benutzt. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
passkey-no-script = Passkeys brauchen Skripte; die sind in diesem Browser ausgeschaltet.
passkey-no-script-here = Um einen Passkey hinzuzufügen, braucht es Skripte; die sind in diesem Browser ausgeschaltet. Schalten Sie sie für diese Seite ein und laden Sie sie neu.
passkey-add-button = Passkey hinzufügen
passkey-offer-title = Nächstes Mal schneller anmelden
passkey-offer-text = Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht oder Bildschirmsperre an, ohne ein Passwort zu tippen. Er bleibt auf Ihren Geräten, und niemand kann ihn Ihnen ablisten.
passkey-later = Jetzt nicht
wallet-button = Mit einer Wallet anmelden
wallet-look = Weiter geht es in Ihrer Wallet: Sie fragt, ob Sie eine Nachricht unterschreiben.
wallet-choice = Welche Wallet?
wallet-cancelled = Es wurde nichts unterschrieben. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
wallet-no-account = In Ihrer Wallet wurde kein Konto gewählt. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
wallet-busy = Ihre Wallet fragt Sie noch etwas. Öffnen Sie sie, antworten Sie dort und versuchen Sie es dann noch einmal.
wallet-chain = Ihre Wallet ist in einem Netz, das hier nicht angenommen wird. Wechseln Sie in der Wallet in ein anderes und versuchen Sie es dann noch einmal.
wallet-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal oder gehen Sie einen anderen Weg.
wallet-statement = Anmeldung auf dieser Website. Das ist keine Transaktion und kostet nichts.
wallet-confirm-statement = Nachweis auf dieser Website, dass Sie es sind. Das ist keine Transaktion und kostet nichts.
forgot-link = Passwort vergessen?
remember-label = Auf diesem Gerät angemeldet bleiben
remember-hint = Nicht auf einem Gerät, das andere mitbenutzen.
sign-up-title = Konto erstellen
sign-up-button = Konto erstellen
sign-up-have-account = Schon ein Konto?
sign-up-passkey-button = Konto mit Passkey erstellen
sign-up-wallet-button = Konto mit Wallet erstellen
sign-up-passkey-hint = Wir senden Ihnen einen Link. Öffnen Sie ihn und verwenden Sie dann Fingerabdruck, Gesicht oder Displaysperre: Ein Passwort gibt es nicht.
sign-up-link-passkey-hint = Sie melden sich mit Fingerabdruck, Gesicht oder Displaysperre an: Ein Passwort gibt es nicht.
sign-up-link-email-hint = Das Konto wird für diese Adresse erstellt.
invitation-title = Einladung annehmen
invitation-text = Sie sind zu { $brand } eingeladen. Sagen Sie, wie Sie heißen und wie Sie sich anmelden möchten.
has-account-title = Sie haben schon ein Konto
has-account-text = Zu { $address } gibt es ein Konto. Melden Sie sich an, um fortzufahren.
terms-document-terms = Nutzungsbedingungen
terms-document-privacy = Datenschutzhinweise
terms-usual = Ich stimme den Nutzungsbedingungen zu und habe die Datenschutzhinweise gelesen
terms-usual-terms = Ich stimme den Nutzungsbedingungen zu
terms-usual-privacy = Ich habe die Datenschutzhinweise gelesen
terms-agree-and-read = Ich stimme zu: { $agreed }. Ich habe gelesen: { $read }.
terms-agree = Ich stimme zu: { $agreed }
terms-read = Ich habe gelesen: { $read }
terms-new-tab = In einem neuen Tab lesen:
terms-title = Bevor es weitergeht
terms-title-again = Es gibt etwas Neues
terms-text = Ihr Konto braucht Ihre Zustimmung. Lesen Sie dies, dann geht es weiter.
terms-text-again = Diese Dokumente haben sich geändert, seit Sie zugestimmt haben. Lesen Sie, was neu ist, dann geht es weiter.
terms-agree-button = Zustimmen und weiter
terms-later = Nicht jetzt: abmelden
terms-signed-in-as = Angemeldet als { $address }
terms-data = Ihre Daten herunterladen
terms-delete = Ihr Konto löschen
sign-out-title = Von { $brand } abmelden?
sign-out-text = Anwendungen, die Sie mit diesem Konto geöffnet haben, können Sie erneut um Anmeldung bitten.
sign-out-asked = Eine Anwendung möchte Sie abmelden.
sign-out-asked-by = { $app } möchte Sie abmelden.
sign-out-button = Abmelden
sign-out-all-button = Von allen Konten abmelden
sign-out-all-text = Auch die anderen Konten in diesem Browser werden abgemeldet.
sign-out-stay = Angemeldet bleiben
signed-out-title = Sie sind von { $brand } abgemeldet
signed-out-text = Schließen Sie auf einem gemeinsam benutzten Gerät auch den Browser.
signed-out-unconfirmed = Diese Anwendungen haben nicht bestätigt, dass sie Sie ebenfalls abgemeldet haben:
signed-out-again = Wieder anmelden
still-signed-in-title = Sie sind weiter angemeldet
still-signed-in-text = Es wurde nichts geändert. Sie können diese Seite schließen.

## Zweiter Faktor

trust-label = Diesem Gerät 30 Tage lang vertrauen
trust-hint = Hier wird dann nur nach dem Passwort gefragt. Nicht auf einem Gerät, das auch andere benutzen.
complete-profile-title = Profil vervollständigen
complete-profile-text = Sie sind als { $email } angemeldet. Füllen Sie aus, was noch fehlt, dann geht es weiter.
set-up-second-factor-title = Zweiten Faktor einrichten
set-up-second-factor-text = Die Anmeldung braucht hier mehr als einen Nachweis. Fügen Sie eine App auf Ihrem Telefon hinzu, die Codes zeigt, etwa die, die Sie anderswo schon benutzen. Das dauert eine Minute.
set-up-second-factor-due = Ab { $time } braucht die Anmeldung hier mehr als einen Nachweis. Fügen Sie eine App auf Ihrem Telefon hinzu, die Codes zeigt, etwa die, die Sie anderswo schon benutzen. Das dauert eine Minute.
set-up-second-factor-now = Jetzt einrichten
set-up-second-factor-later = Jetzt nicht
two-factor-totp-title = Code aus Ihrer Authentifizierungs-App eingeben
two-factor-totp-text = Die App zeigt sechs Ziffern, die sich jede halbe Minute ändern.
two-factor-backup-title = Ersatzcode eingeben
two-factor-backup-text = Einer der Codes, die Sie beim Einrichten des zweiten Faktors aufbewahrt haben. Jeder gilt einmal.
two-factor-mail-send-title = Code per E-Mail erhalten
two-factor-mail-text = Wir senden einen Code an { $address }.
two-factor-text-send-title = Code per SMS erhalten
two-factor-mail-title = Code eingeben, den wir Ihnen gesendet haben
two-factor-mail-sent = Wir haben einen Code an { $address } gesendet. Er gilt 3 Minuten.
two-factor-send-button = Code senden
two-factor-send-again-button = Neuen Code senden
two-factor-others = Andere Wege
two-factor-use-totp = Authentifizierungs-App benutzen
two-factor-use-mail = Code per E-Mail erhalten
two-factor-use-text = Code per SMS erhalten
two-factor-passkey-title = Passkey benutzen
two-factor-passkey-text = Zeigen Sie mit dem Gerät, das Ihren Passkey aufbewahrt, dass Sie es sind.
two-factor-passkey-button = Passkey benutzen
two-factor-use-backup = Ersatzcode benutzen

## Ein vergessenes Passwort

forgot-title = Passwort zurücksetzen
forgot-text = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
forgot-button = Link senden
check-mail-title = Sehen Sie in Ihr Postfach
check-mail-verify = Wir haben eine Nachricht an { $address } gesendet. Öffnen Sie den Link darin, um fortzufahren.
check-mail-reset = Wenn es zu { $address } ein Konto gibt, haben wir einen Link gesendet, mit dem Sie ein neues Passwort wählen.
check-mail-magic-link = Wir haben einen Link an { $address } gesendet. Öffnen Sie ihn in diesem Browser, um sich anzumelden.
check-mail-magic-link-for-accounts = Wenn es zu { $address } ein Konto gibt, haben wir einen Link gesendet. Öffnen Sie ihn in diesem Browser, um sich anzumelden.
check-mail-open-mailbox = Postfach öffnen
check-mail-nothing = Nichts angekommen?
check-mail-try-spam = Sehen Sie im Spam-Ordner nach.
check-mail-try-wait = Warten Sie einige Minuten: Post kann dauern.
check-mail-try-address = Prüfen Sie, ob die Adresse oben stimmt.
check-mail-wrong-address = Eine andere Adresse verwenden
reset-title = Neues Passwort wählen
reset-for = Für { $address }
reset-button = Passwort ändern
revoke-sessions-label = Überall sonst abmelden
revoke-sessions-hint = Auch wer das alte Passwort kennt, wird abgemeldet.
reauthenticate-title = Bestätigen Sie, dass Sie es sind
reauthenticate-text = Sie sind dabei, etwas Wichtiges zu ändern. Geben Sie zuerst Ihr Passwort ein.
reauthenticate-passkey-text = Sie sind dabei, etwas Wichtiges zu ändern. Benutzen Sie zuerst Ihren Passkey.
reauthenticate-any-text = Sie sind dabei, etwas Wichtiges zu ändern. Zeigen Sie zuerst, dass Sie es sind.
reauthenticate-wallet-button = Wallet benutzen
reauthenticate-no-wallet = In diesem Browser wurde keine Wallet gefunden. Öffnen Sie diese Seite in dem Browser, der Ihre hat.

## Links aus E-Mails

magic-link-request-title = Per E-Mail anmelden
magic-link-request-text = Wir senden Ihnen einen Link, mit dem Sie sich ohne Passwort anmelden.
magic-link-request-button = Link zum Anmelden zusenden
magic-link-title = Auf diesem Gerät anmelden
magic-link-text = Auf diesem Gerät als { $address } anmelden?
magic-link-elsewhere = Der Link wurde in einem anderen Browser angefordert. Wenn Sie fortfahren, sind Sie hier angemeldet; was im anderen Browser wartet, bleibt dort.
magic-link-button = Anmelden
magic-link-not-you = Sie haben nicht darum gebeten? Schließen Sie diese Seite, dann geschieht nichts.
email-code-request-title = Mit einem Code anmelden
email-code-request-text = Wir senden Ihnen einen Code aus sechs Ziffern. Sie geben ihn hier ein, ohne Passwort.
email-code-request-button = Code per E-Mail zusenden
email-code-title = Code eingeben
email-code-text = Wir haben einen Code an { $address } gesendet.
email-code-text-for-accounts = Wenn es zu { $address } ein Konto gibt, haben wir einen Code gesendet.
email-code-just-sent = Eben wurde ein Code gesendet. Sehen Sie in Ihr Postfach; nach einer halben Minute können Sie einen weiteren anfordern.
email-code-again = Neuen Code senden
phone-request-title = Mit SMS anmelden
phone-request-text = Wir senden einen Code aus sechs Ziffern an Ihr Telefon. Sie geben ihn hier ein, ohne Passwort.
phone-reset-request-text = Wir senden einen Code an die Telefonnummer Ihres Kontos. Damit wählen Sie ein neues Passwort.
phone-send-button = Code senden
phone-code-text = Wir haben einen Code an { $number } gesendet.
phone-code-text-for-accounts = Wenn es zu { $number } ein Konto gibt, haben wir einen Code dorthin gesendet.
phone-code-just-sent = Gerade wurde ein Code gesendet. Es kann etwas dauern; eine halbe Minute später können Sie einen neuen anfordern.
phone-wrong-number = Falsche Nummer?
forgot-phone-link = Lieber einen Code als SMS bekommen
confirm-link-verify-title = E-Mail-Adresse bestätigen
confirm-link-verify-text = Ist { $address } Ihre Adresse?
confirm-link-verify-button = Adresse bestätigen
confirm-link-allow-title = Neue E-Mail-Adresse erlauben
confirm-link-allow-text = Ihr Konto soll zu { $address } wechseln. Wir senden dann einen Link an diese Adresse.
confirm-link-allow-button = Erlauben
confirm-link-change-title = E-Mail-Adresse ändern
confirm-link-change-text = Von nun an melden Sie sich mit { $address } an.
confirm-link-change-button = Adresse ändern
confirm-link-delete-title = Konto löschen
confirm-link-delete-text = Das Konto von { $address } wird sofort gelöscht und lässt sich nicht wiederherstellen.
confirm-link-delete-button = Konto löschen
confirm-link-not-you = Das waren nicht Sie? Schließen Sie diese Seite, dann geschieht nichts.
confirm-link-disown-title = Konto zurückholen
confirm-link-disown-text = Damit werden alle vom Konto von { $address } abgemeldet, das Passwort gilt nicht mehr, seither hinzugefügte Passkeys, Telefonnummer und zweiter Faktor werden entfernt, und eine Änderung der E-Mail-Adresse wird zurückgenommen. Dann senden wir einen Link für ein neues Passwort dorthin.
confirm-link-disown-button = Das war ich nicht
confirm-link-was-you = Das waren Sie? Schließen Sie diese Seite, dann geschieht nichts.
link-done-verify-title = Adresse bestätigt
link-done-verify-text = { $address } gehört Ihnen. Sie können fortfahren.
link-done-allow-title = Noch ein Schritt
link-done-allow-text = Wir haben einen Link an { $address } gesendet. Öffnen Sie ihn, um die Änderung abzuschließen.
link-done-change-title = Adresse geändert
link-done-change-text = Von nun an melden Sie sich mit { $address } an.
link-done-disown-title = Ihr Konto ist sicher
link-done-disown-text = Alle sind abgemeldet. Wir haben einen Link für ein neues Passwort an { $address } gesendet.
link-done-delete-title = Konto gelöscht
link-done-delete-text = Das Konto von { $address } gibt es nicht mehr, und Sie sind überall abgemeldet.

## Anwendungen

choose-account-title = Konto wählen
choose-account-signed-out = Abgemeldet
choose-account-another = Anderes Konto verwenden
choose-account-in-use = In Gebrauch
choose-account-remove-title = Konto von diesem Gerät entfernen
choose-account-remove-text = Wen Sie entfernen, der ist hier abgemeldet, und dieser Browser vergisst ihn.
choose-account-remove-button = Entfernen
choose-account-back = Zurück zur Auswahl
form-post-title = Sie sind angemeldet
form-post-text = Weiter zu { $app }.
form-post-text-plain = Weiter zur Anwendung.
consent-title = { $app } möchte auf Ihr Konto zugreifen
consent-list = { $app } könnte dann
consent-switch = Konto wechseln
consent-new = Neu
consent-warning = Niemand hat diese Anwendung geprüft. Ihre Daten gehen an { $host }. Fahren Sie nur fort, wenn Sie diese Seite kennen.
consent-remove-later = Sie können den Zugriff später entziehen:
consent-your-account = Ihr Konto
consent-app-privacy = { $app }: Datenschutz
consent-app-terms = { $app }: Nutzungsbedingungen
consent-details = Einzelheiten
consent-details-scopes = Scopes
consent-details-client = Client
consent-details-host = Geht an
device-title = Gerät verbinden
device-explain = Geben Sie den Code ein, den Ihr Fernseher oder Terminal anzeigt.
device-compare = Vergleichen Sie diesen Code mit dem auf Ihrem Gerät. Fahren Sie nur fort, wenn beide gleich sind.
device-code = Code auf Ihrem Gerät
device-code-hint = Acht Buchstaben, zum Beispiel { $example }
device-never-told = Niemand, der hier arbeitet, bittet Sie je, einen Code einzugeben, den er Ihnen geschickt hat.
device-confirm-title = { $app } verbinden?
device-confirm-lead = Sie sind dabei, { $app } auf einem anderen Gerät anzumelden.
device-confirm-only = Fahren Sie nur fort, wenn Sie das gerade selbst begonnen haben. Wer Ihnen den Code geschickt hat, käme sonst in Ihr Konto.
device-confirm-elsewhere = Diese Anfrage kommt aus einem anderen Land als dem, in dem Sie sind. Wenn Ihr Gerät nicht dort ist, wählen Sie „Das war ich nicht“.
device-confirm-unverified = Niemand hat diese Anwendung geprüft: Jeder kann einer Anwendung diesen Namen geben.
device-confirm-code = Code auf dem Gerät
device-confirm-from = Angefragt von
device-confirm-with = Angefragt mit
device-confirm-when = Angefragt um
device-confirm-whole-account = Alles tun, was Sie hier tun können: Sie wird in Ihrem ganzen Konto angemeldet.
device-connect-button = Verbinden
device-deny-button = Das war ich nicht
device-minutes-left = { $count ->
    [one] Der Code gilt noch 1 Minute.
   *[other] Der Code gilt noch { $count } Minuten.
}
device-connected-title = Gerät verbunden
device-connected-text = { $app } ist angemeldet. Sie können diese Seite schließen und zu Ihrem Gerät zurückkehren.
device-denied-title = Nicht verbunden
device-denied-text = { $app } wurde abgewiesen. Wenn Sie das nicht begonnen haben, ist nichts weiter zu tun: Niemand kam herein.
device-expired-title = Dieser Code ist zu alt
device-expired-text = { $app } hat zu lange auf eine Antwort gewartet. Holen Sie auf Ihrem Gerät einen neuen Code.
device-used-title = Dieser Code wurde verwendet
device-used-text = { $app } hat schon eine Antwort, oder jemand anders hat den Code geöffnet. Holen Sie auf Ihrem Gerät einen neuen.
device-again-button = Anderen Code eingeben
scope-openid = Wissen, wer Sie sind
scope-profile = Ihren Namen und Ihr Bild sehen
scope-email = Ihre E-Mail-Adresse sehen
scope-phone = Ihre Telefonnummer sehen
scope-address = Ihre Postanschrift sehen
scope-declared = Mehr über Sie erfahren
scope-offline-access = Angemeldet bleiben, wenn Sie nicht da sind

## Das Konto

account-navigation = Konto
account-switch = Konto wechseln
account-profile = Profil
account-security = Sicherheit
account-two-factor = Zweiter Faktor
account-passkeys = Passkeys
account-identities = Anmeldewege
account-sessions = Sitzungen
account-activity = Aktivität
account-apps = Verbundene Anwendungen
account-delete = Konto löschen
account-console = Konsole
notice-profile-saved = Gespeichert.
notice-picture-saved = Ihr Bild ist gespeichert.
notice-picture-removed = Ihr Bild ist entfernt.
notice-username-saved = Ihr Benutzername ist gespeichert.
notice-phone-number-saved = Ihre Telefonnummer ist gespeichert.
notice-phone-number-removed = Ihre Telefonnummer ist entfernt.
notice-verification-link-sent = Wir haben Ihnen einen neuen Link gesendet. Öffnen Sie ihn, um Ihre Adresse zu bestätigen.
notice-email-link-sent = Öffnen Sie den Link, den wir an die neue Adresse gesendet haben: dann ändert sie sich. Hat diese Adresse schon ein Konto, wurde nichts gesendet.
notice-email-changed = Ihre E-Mail-Adresse ist geändert. Öffnen Sie den Link, den wir dorthin gesendet haben, um sie zu bestätigen.
notice-email-permission-asked = Öffnen Sie den Link, den wir an Ihre jetzige Adresse gesendet haben, dann den an der neuen: dann ändert sie sich.
notice-password-changed = Ihr Passwort ist geändert.
notice-password-link-sent = Wir haben Ihnen einen Link gesendet. Öffnen Sie ihn, um ein Passwort zu wählen.
notice-sessions-ended = Dort abgemeldet.
notice-app-removed = Zugriff entzogen.
notice-deletion-link-sent = Wir haben Ihnen einen Link gesendet. Bevor Sie ihn öffnen, wird nichts gelöscht.
notice-account-deleted = Ihr Konto gibt es nicht mehr, und Sie sind überall abgemeldet.
notice-send-again = Es wurde noch nichts geändert. Füllen Sie das Formular noch einmal aus.
profile-lead = Was Anwendungen von Ihnen sehen, wenn Sie es erlauben.
profile-about-you = Über Sie
picture-heading = Bild
picture-alt = Ihr Bild
picture-none = Sie haben noch kein Bild.
picture-uploaded = Anwendungen, die Ihren Namen sehen dürfen, sehen auch dieses Bild.
picture-elsewhere = Anwendungen erfahren die Adresse Ihres Bildes auf einer anderen Website. Hier wird es nicht gezeigt.
picture-upload-button = Bild hochladen
picture-remove-button = Bild entfernen
username-none = Noch keiner.
phone-none = Sie haben hier keine Telefonnummer.
phone-proof = Um Ihre Telefonnummer zu ändern, zeigen Sie zuerst, dass Sie es sind.
phone-change-button = Telefonnummer ändern
phone-save-button = Nummer speichern
phone-remove-button = Nummer entfernen
username-button = Benutzernamen speichern
email-verified = Bestätigt
email-not-verified = Nicht bestätigt
email-verification-text = Öffnen Sie den Link, den wir an diese Adresse gesendet haben, um zu bestätigen, dass sie Ihnen gehört.
email-verification-button = Noch einen Link senden
email-temporary-text = Sie haben uns noch keine E-Mail-Adresse genannt. Geben Sie Ihre ein, dann senden wir einen Link dorthin.
email-needed-text = Der Link dafür geht an Ihre E-Mail-Adresse, und Sie haben uns noch keine genannt.
email-needed-button = E-Mail-Adresse hinzufügen
email-change-proof = Wir fragen nach Ihrem Passwort, bevor sich die Adresse ändern lässt.
email-change-button = Adresse ändern
security-lead = Wie Sie zeigen, dass Sie es sind.
password-last-changed = Zuletzt geändert: { $time }
password-none = Sie haben noch kein Passwort. Wir senden einen Link an { $address }, mit dem Sie eines wählen.
password-change-button = Passwort ändern
sessions-lead = Wo Sie angemeldet sind. Melden Sie ab, was Sie nicht kennen.
sessions-heading = Angemeldet
sessions-this-one = Dieses
sessions-device = { $browser } unter { $system }
sessions-unknown-device = Unbekanntes Gerät
place-in-country = { $city }, { $country }
place-unknown = Unbekannter Ort
device-heading = Gerät
place-heading = Ort
time-heading = Zeit
method-password = Passwort
method-magic-link = Link per E-Mail
method-email-code = Code per E-Mail
method-passkey = Passkey
method-phone-code = Code per SMS
method-wallet = Wallet
method-anonymous = Als Gast
method-totp = Authentifizierungs-App
method-backup-code = Ersatzcode
method-mailed-code = Zweiter Faktor per E-Mail
method-texted-code = Zweiter Faktor per SMS
sessions-last-used = Zuletzt benutzt
sessions-let-in = Mit einem Code eingelassen, für { $app }
sessions-since = Seit
sessions-end-others = Alle anderen abmelden
sessions-end-all = Überall abmelden
sessions-apps-stay = Anwendungen, die angemeldet bleiben dürfen, wenn Sie nicht da sind, behalten ihren Zugriff, bis Sie ihn entziehen:
identities-lead = Wie Sie sich anmelden können. Haben Sie mindestens zwei Wege, damit Sie nicht ausgesperrt sind, wenn Sie einen verlieren.
identities-ways-heading = Hier eingerichtet
identities-connected-heading = Verbunden
identities-mail = Link oder Code per E-Mail
identities-password-set = Sie haben eines.
identities-passkeys = { $count ->
    [one] { $count } Passkey
   *[other] { $count } Passkeys
}
identities-not-set = Nicht eingerichtet
identities-change = Ändern
identities-set-up = Einrichten
identities-chain = Kette
identities-disconnect-button = Trennen
apps-lead = Anwendungen, die Ihr Konto benutzen dürfen.
apps-heading = Anwendungen
apps-none = Keine Anwendung hat Zugriff auf Ihr Konto.
apps-since = Seit
apps-remove-button = Zugriff entziehen
delete-lead = Das lässt sich nicht rückgängig machen.
delete-heading = Was geschieht
delete-consequence-sessions = Sie werden überall abgemeldet.
delete-consequence-apps = Anwendungen verlieren ihren Zugriff. Was sie über Sie gespeichert haben, bleibt bei ihnen.
delete-consequence-final = Ihr Name, Ihre E-Mail-Adresse und Ihr Passwort werden gelöscht.
delete-by-mail = Wir senden zuerst einen Link an { $address }. Bevor Sie ihn öffnen, wird nichts gelöscht.
delete-button = Konto löschen
passkeys-lead = Melden Sie sich mit Fingerabdruck, Gesicht oder Bildschirmsperre an, ohne etwas zu tippen.
passkeys-heading = Ihre Passkeys
passkeys-none = Sie haben noch keinen.
passkeys-unnamed = Passkey
passkeys-synced = Auf mehreren Geräten
passkeys-created = Hinzugefügt
passkeys-never-used = Noch nie benutzt
passkeys-rename = Umbenennen
passkeys-name = Name
passkeys-remove = Entfernen
passkeys-add-heading = Passkey hinzufügen
passkeys-add-text = Ihr Browser fragt, wo er liegen soll: auf diesem Gerät, auf Ihrem Telefon oder auf einem Sicherheitsschlüssel.
two-factor-lead = Ein zweiter Nachweis neben dem Passwort, damit das Passwort allein nichts öffnet.
two-factor-app-heading = Authentifizierungs-App
two-factor-on-since = An seit { $time }
two-factor-app-text = Eine App auf Ihrem Telefon zeigt einen Code, den Sie bei der Anmeldung eingeben.
two-factor-app-on = Bei der Anmeldung fragen wir nach einem Code aus Ihrer App.
two-factor-propose-button = App einrichten
two-factor-replace-button = Andere App einrichten
two-factor-step-scan = Scannen Sie das Bild mit Ihrer Authentifizierungs-App.
two-factor-step-type = Geben Sie den Code ein, den die App zeigt.
two-factor-qr-code = QR-Code für Ihre Authentifizierungs-App
two-factor-secret = Keine Kamera? Tippen Sie diesen Schlüssel in die App:
two-factor-confirm-button = Einschalten
two-factor-now-on = Ihr zweiter Faktor ist an. Ab jetzt fragen wir bei der Anmeldung nach einem Code.
two-factor-off-button = Zweiten Faktor ausschalten
trusted-browsers-heading = Vertraute Browser
trusted-browsers-text = Wer sich mit einem von ihnen anmeldet, wird nach keinem Code gefragt. Das Passwort braucht es weiterhin.
trusted-browsers-until = Vertraut bis
trusted-browsers-end = Nicht mehr vertrauen
trusted-browsers-end-all = Keinem mehr vertrauen
backup-codes-heading = Ersatzcodes
backup-codes-left = { $count ->
    [one] { $count } Ersatzcode ist übrig.
   *[other] { $count } Ersatzcodes sind übrig.
}
backup-codes-renew-button = Neue Ersatzcodes erhalten
backup-codes-text = Bewahren Sie diese Codes dort auf, wo Sie sie ohne Ihr Telefon finden. Jeder gilt einmal, und wir zeigen sie nur jetzt.
backup-codes-kept-button = Ich habe sie aufbewahrt
activity-lead = Was mit Ihrem Konto geschah, das Neueste zuerst. Etwas davon waren nicht Sie? Ändern Sie Ihr Passwort und melden Sie sich überall ab.
activity-heading = Aktivität
activity-none = Noch nichts.
activity-older = Älteres
activity-user-registered = Konto angelegt
activity-email-verified = E-Mail-Adresse bestätigt
activity-unproved-access-revoked = Alles beendet, was vor der Bestätigung der Adresse eingerichtet war
activity-email-changed = E-Mail-Adresse geändert
activity-profile-changed = Profil geändert
activity-username-changed = Benutzername geändert
activity-phone-number-changed = Telefonnummer geändert
activity-phone-number-removed = Telefonnummer entfernt
activity-password-changed = Passwort geändert
activity-password-reset = Passwort über Link oder Code per E-Mail gesetzt
activity-two-factor-enabled = Zweiter Faktor eingerichtet oder geändert
activity-two-factor-disabled = Zweiter Faktor ausgeschaltet
activity-browser-trust-ended = Vertrauen in einen Browser beendet
activity-backup-codes-renewed = Neue Ersatzcodes
activity-passkey-added = Passkey hinzugefügt
activity-passkey-removed = Passkey entfernt
activity-passkey-count-refused = Anmeldung mit einem Passkey abgelehnt: er könnte kopiert worden sein
activity-account-unlinked = Anmeldeweg entfernt
activity-access-disowned = Konto zurückgeholt: überall abgemeldet, Passwort entfernt
activity-invitation-accepted = Konto auf Einladung erstellt
activity-terms-accepted = Bedingungen zugestimmt
activity-user-linked = Was Sie als Gast taten, gehört jetzt zu Ihrem Konto
activity-user-erased = Konto gelöscht
activity-user-disabled = Konto durch Verwaltung gesperrt
activity-user-enabled = Konto durch Verwaltung entsperrt
activity-signed-in = Angemeldet
activity-sign-in-refused = Anmeldung abgelehnt
activity-second-factor-owed = Erster Nachweis richtig, zweiter Faktor verlangt
activity-second-factor-refused = Falscher zweiter Faktor
activity-identity-confirmed = Identität bestätigt
activity-session-carried-over = Anmeldung auf eine andere Seite übertragen
activity-account-switched = In einem Browser mit mehreren Konten zu diesem gewechselt
activity-signed-out = Abgemeldet
activity-sessions-ended = Anderswo abgemeldet
activity-action-refused = Von einer Regel dieses Dienstes abgelehnt
activity-action-failed = Nicht ausgeführt: Eine Regel dieses Dienstes konnte nicht geprüft werden
activity-consent-given = App erlaubt
activity-consent-revoked = Zugriff einer App entfernt
activity-device-requested = Ein Gerät wollte verbunden werden
activity-device-approved = Gerät verbunden
activity-device-denied = Gerät abgewiesen
activity-device-redeemed = App auf einem anderen Gerät angemeldet
activity-token-reused = Eine App zeigte etwas Verbrauchtes; ihr Zugriff wurde beendet
activity-administration = Verwaltung
own-data-heading = Ihre Daten
own-data-text = Alles, was über Sie gespeichert ist, als Datei, die Programme lesen können. Passwörter stehen nicht darin.
own-data-button = Herunterladen
notice-two-factor-off = Ihr zweiter Faktor ist aus.
notice-trust-ended = Wir fragen dort wieder nach einem Code.
notice-passkey-added = Der Passkey wurde hinzugefügt. Ab jetzt können Sie sich mit ihm anmelden.
notice-passkey-renamed = Der Passkey hat seinen neuen Namen.
notice-passkey-removed = Der Passkey wurde entfernt. Entfernen Sie ihn auch von Ihrem Gerät.
notice-identity-disconnected = Getrennt. Niemand meldet sich mehr damit an.

## Einrichten

setup-title = Das erste Administrationskonto anlegen
setup-text = Willkommen. Dieser Link gilt einmal. Das Konto, das Sie hier anlegen, kümmert sich um alle anderen.
setup-button = Administrationskonto anlegen

## Fehler

error-code = Code
error-request = Anfrage
error-time = Zeit
error-copy-request = Nummer der Anfrage kopieren
error-tell = Wenn das öfter geschieht, senden Sie diese Zeilen an Ihre Administration.
error-developers = Für Entwickler
error-parameter = Parameter
error-expected = Registriert
error-expected-nothing = nichts
error-received = Empfangen
error-action-start-again = Neu beginnen
error-action-account = Ihr Konto
error-action-new-link = Neuen Link anfordern
error-not-found-title = Hier gibt es keine Seite
error-not-found-reason = Die Adresse ist vielleicht verschrieben, oder die Seite ist umgezogen.
error-forbidden-title = Diese Seite ist nicht für Sie
error-forbidden-reason = Ihr Konto hat keinen Zugriff darauf. Fragen Sie die Administration, wenn es ihn haben sollte.
error-invalid-request-title = Die Anwendung hat eine Anfrage gesendet, mit der wir nichts anfangen können
error-invalid-request-reason = Etwas darin fehlt oder ist falsch. Das müssen die Entwickler der Anwendung beheben.
error-unknown-client-title = Wir kennen diese Anwendung nicht
error-unknown-client-reason = Die Anwendung, von der Sie kommen, ist nicht registriert oder wurde entfernt.
error-client-disabled-title = Diese Anwendung ist abgeschaltet
error-client-disabled-reason = Die Administration hat die Anmeldung bei ihr angehalten.
error-redirect-uri-mismatch-title = Die Anwendung wollte Sie an eine Adresse senden, die wir nicht kennen
error-redirect-uri-mismatch-reason = Zu Ihrem Schutz halten wir hier an: Die Rücksprungadresse ist keine der registrierten.
error-login-session-expired-title = Diese Anmeldung ist nicht mehr offen
error-login-session-expired-reason = Sie hat mehr als 30 Minuten gedauert, wurde in einem anderen Tab beendet oder begann in einem anderen Browser.
error-cookie-blocked-title = Ihr Browser behält keine Cookies
error-cookie-blocked-reason = Die Anmeldung braucht eines. Erlauben Sie Cookies für diese Seite und beginnen Sie neu.
error-link-expired-title = Dieser Link gilt nicht mehr
error-link-expired-reason = Links gelten einmal und für begrenzte Zeit. Fordern Sie einen neuen an.
error-account-disabled-title = Dieses Konto ist gesperrt
error-account-disabled-reason = Die Administration hat es gesperrt. Bitten Sie darum, es wieder freizugeben.
error-sign-up-closed-title = Hier lassen sich keine Konten erstellen
error-sign-up-closed-reason = Bitten Sie die Administration um eine Einladung.
error-action-refused-title = Dieser Dienst lässt das nicht zu
error-action-refused-reason = Er hat dafür eine eigene Regel und teilt mit:
error-captcha-failed-title = Wir können nicht erkennen, dass Sie ein Mensch sind
error-captcha-failed-reason = Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal. Ohne Skripte warten Sie vor dem Absenden so lange, wie es auf der Seite steht.
error-form-rejected-title = Diese Seite war zu lange offen
error-form-rejected-reason = Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal ab.
error-rate-limited-title = Zu viele Anfragen
error-rate-limited-reason = Warten Sie eine Minute und versuchen Sie es dann wieder.
error-server-error-title = Bei uns ist etwas kaputtgegangen
error-server-error-reason = Sie haben nichts falsch gemacht. Versuchen Sie es gleich noch einmal.
error-temporarily-unavailable-title = Wir sind gerade zu beschäftigt
error-temporarily-unavailable-reason = Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.

## E-Mails

mail-greeting = Guten Tag { $name },
mail-footer = Gesendet von { $brand }.
mail-paste = Wenn die Schaltfläche nichts tut, kopieren Sie diese Adresse in Ihren Browser:
mail-lifetime-hours = { $count ->
    [one] Der Link gilt einmal, innerhalb von 1 Stunde.
   *[other] Der Link gilt einmal, innerhalb von { $count } Stunden.
}
mail-lifetime-minutes = { $count ->
    [one] Der Link gilt einmal, innerhalb von 1 Minute.
   *[other] Der Link gilt einmal, innerhalb von { $count } Minuten.
}
mail-verify-subject = Bestätigen Sie Ihre E-Mail-Adresse für { $brand }
mail-verify-text = Bestätigen Sie, dass diese Adresse Ihnen gehört, dann ist Ihr Konto bei { $brand } bereit.
mail-verify-button = Adresse bestätigen
mail-verify-otherwise = Sie haben kein Konto erstellt? Dann lassen Sie diese Nachricht liegen.
mail-magic-link-subject = Ihr Link zum Anmelden bei { $brand }
mail-magic-link-text = Sie haben einen Link zum Anmelden bei { $brand } angefordert.
mail-magic-link-button = Anmelden
mail-magic-link-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen: Ohne den Link wird niemand angemeldet.
mail-invitation-subject = Einladung zu { $brand }
mail-invitation-text = Sie sind eingeladen, ein Konto bei { $brand } zu erstellen.
mail-invitation-button = Einladung annehmen
mail-invitation-otherwise = Sie haben das nicht erwartet? Dann lassen Sie diese Nachricht liegen: Ohne den Link wird kein Konto erstellt.
mail-sign-up-link-subject = Erstellen Sie Ihr Konto bei { $brand }
mail-sign-up-link-text = Sie möchten ein Konto bei { $brand } erstellen.
mail-sign-up-link-button = Konto erstellen
mail-sign-up-link-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen: Ohne den Link wird kein Konto erstellt.
mail-code-subject = { $code } ist Ihr Code für { $brand }
mail-code-sign-in = Geben Sie diesen Code ein, um sich bei { $brand } anzumelden:
mail-code-verify = Geben Sie diesen Code ein, um Ihre E-Mail-Adresse für { $brand } zu bestätigen:
mail-code-reset = Geben Sie diesen Code ein, um ein neues Passwort für Ihr Konto bei { $brand } zu wählen:
mail-code-change = Geben Sie diesen Code ein, um diese Adresse für Ihr Konto bei { $brand } zu verwenden:
mail-code-lifetime = { $count ->
    [one] Der Code gilt einmal, innerhalb von 1 Minute.
   *[other] Der Code gilt einmal, innerhalb von { $count } Minuten.
}
mail-code-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen und verraten Sie den Code niemandem.
mail-reset-subject = Ihr Passwort bei { $brand } zurücksetzen
mail-reset-text = Sie möchten ein neues Passwort für Ihr Konto bei { $brand } wählen.
mail-reset-button = Neues Passwort wählen
mail-reset-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen: Ihr Passwort bleibt, wie es ist.
mail-change-confirm-subject = Neue E-Mail-Adresse für Ihr Konto bei { $brand } erlauben
mail-change-confirm-text = Sie möchten die E-Mail-Adresse Ihres Kontos bei { $brand } zu { $address } ändern.
mail-change-confirm-button = Wechsel erlauben
mail-change-confirm-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen und ändern Sie Ihr Passwort.
mail-change-verify-subject = Bestätigen Sie Ihre neue E-Mail-Adresse für { $brand }
mail-change-verify-text = Bestätigen Sie, dass { $address } Ihnen gehört. Von da an melden Sie sich damit an.
mail-change-verify-button = Neue Adresse bestätigen
mail-change-verify-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen.
mail-email-changed-subject = Ihre E-Mail-Adresse bei { $brand } wurde geändert
mail-email-changed-text = Die E-Mail-Adresse Ihres Kontos ist jetzt { $address }. An diese Adresse hier wird nichts mehr gesendet.
mail-delete-subject = Ihr Konto bei { $brand } löschen
mail-delete-text = Sie möchten Ihr Konto bei { $brand } löschen. Das lässt sich nicht rückgängig machen.
mail-delete-button = Konto löschen
mail-delete-otherwise = Sie haben nicht darum gebeten? Dann lassen Sie diese Nachricht liegen und ändern Sie Ihr Passwort.
mail-existing-subject = Sie haben schon ein Konto bei { $brand }
mail-existing-text = Jemand, wahrscheinlich Sie, wollte mit dieser Adresse ein Konto bei { $brand } erstellen. Es gibt schon eines: Melden Sie sich damit an.
mail-existing-button = Anmelden
mail-existing-otherwise = Passwort vergessen? Wählen Sie ein neues:
mail-password-changed-subject = Ihr Passwort bei { $brand } wurde geändert
mail-password-changed-text = Das Passwort Ihres Kontos wurde am { $time } geändert.
mail-too-many-tries-subject = Jemand probiert Passwörter für Ihr Konto bei { $brand }
mail-too-many-tries-text = Für Ihr Konto wurden so viele falsche Passwörter probiert, dass bis { $time } keines mehr geprüft wird. Niemand ist hineingekommen.
mail-too-many-tries-ways = Auf Ihren anderen Wegen können Sie sich weiterhin anmelden. Wenn Sie Ihr Passwort vergessen haben, wählen Sie ein neues; es gilt sofort:
mail-not-me-text = { $count ->
    [one] Das waren nicht Sie? Dann holen Sie Ihr Konto zurück. Das geht 1 Tag lang:
   *[other] Das waren nicht Sie? Dann holen Sie Ihr Konto zurück. Das geht { $count } Tage lang:
}
mail-not-me-button = Das war ich nicht
mail-new-device-subject = Ein neues Gerät hat sich bei { $brand } angemeldet
mail-new-device-text = Am { $time } hat sich jemand mit einem Gerät an Ihrem Konto angemeldet, das das vorher nie getan hatte.
mail-new-device-device = Gerät: { $device }
mail-new-device-place = Ort: { $place }
mail-new-device-address = Internetadresse: { $address }
mail-new-device-both = { $browser } auf { $system }
mail-new-device-unknown = unbekannt
mail-new-device-you = Wenn Sie das waren, brauchen Sie nichts zu tun.
mail-second-factor-subject = { $code } ist Ihr Code für { $brand }
mail-second-factor-text = Ihr Code, um die Anmeldung bei { $brand } abzuschließen:
mail-second-factor-otherwise = Sie melden sich gerade nicht an? Dann kennt jemand Ihr Passwort: ändern Sie es.
mail-two-factor-subject = Der zweite Faktor Ihres Kontos bei { $brand } wurde geändert
mail-two-factor-on-text = Der zweite Faktor Ihres Kontos wurde am { $time } eingerichtet oder geändert.
mail-two-factor-off-text = Der zweite Faktor Ihres Kontos wurde am { $time } ausgeschaltet.

mail-passkey-subject = Ihre Passkeys bei { $brand } wurden geändert
mail-passkey-added-text = Am { $time } wurde Ihrem Konto ein Passkey hinzugefügt. Wer ihn hat, kann sich anmelden.
mail-passkey-removed-text = Am { $time } wurde ein Passkey aus Ihrem Konto entfernt.
mail-phone-number-subject = Die Telefonnummer Ihres Kontos bei { $brand } wurde geändert
mail-phone-number-set-text = Die Telefonnummer Ihres Kontos wurde am { $time } eingetragen oder geändert.
mail-phone-number-removed-text = Die Telefonnummer Ihres Kontos wurde am { $time } entfernt.

text-message-verify = { $code } ist Ihr Code für { $brand }. Geben Sie ihn niemandem weiter.
text-message-reset = { $code } ist Ihr Code für ein neues Passwort bei { $brand }. Geben Sie ihn niemandem weiter.
text-message-second-factor = { $code } ist Ihr Code, um die Anmeldung bei { $brand } abzuschließen. Sagen Sie ihn niemandem.
text-message-test = { $brand } kann SMS senden.
mail-test-subject = E-Mail von { $brand } funktioniert
mail-test-text = Dies ist eine Testnachricht, gesendet am { $time }. Sie müssen nichts tun.
