# Polski.

locale-endonym = Polski
locale-direction = ltr

## Every page

dev-banner = Tryb deweloperski: tylko dla tego komputera, nic nie jest tu bezpiecznie przechowywane.
skip-to-content = Przejdź do treści
language-menu = Język:
footer-help = Pomoc
footer-privacy = Prywatność
footer-terms = Warunki
to-continue-to = aby przejść do { $app }
app-verified = sprawdzona przez { $brand }
app-not-verified = niesprawdzona przez { $brand }
cancel-button = Anuluj
continue-button = Dalej
save-button = Zapisz
allow-button = Zezwól
copy = Kopiuj
copied = Skopiowano
back-to-sign-in = Wróć do logowania
back-to-app = Wróć do { $app }
back-plain = Wstecz
still-signed-in-button = Twoje konto

## Fields

field-email = Adres e-mail
field-email-or-username = Adres e-mail lub nazwa użytkownika
field-email-or-phone = Adres e-mail lub numer telefonu
field-email-username-or-phone = Adres e-mail, nazwa użytkownika lub numer telefonu
field-name = Imię i nazwisko
field-password = Hasło
field-code = Kod
field-phone = Numer telefonu
field-new-phone = Nowy numer telefonu
field-phone-hint = Zacznij od + i numeru kierunkowego kraju.
field-new-password = Nowe hasło
field-current-password = Obecne hasło
field-new-email = Nowy adres e-mail
field-new-email-hint = Wyślemy na niego link. Adres zmieni się, gdy otworzysz ten link.
field-new-email-hint-at-once = Zmieni się od razu. Wyślemy na niego link, którym potwierdzisz, że należy do ciebie.
field-new-email-hint-allowed = Wyślemy link na obecny adres, a potem drugi na nowy. Adres zmieni się, gdy otworzysz oba.
field-username = Nazwa użytkownika
field-username-optional = Nazwa użytkownika (opcjonalnie)
field-declared-optional = { $field } (opcjonalnie)
field-declared-none = Bez wyboru
field-username-hint = { $count ->
    [one] Co najmniej { $count } znak: litery, cyfry, kropki i podkreślenia.
    [few] Co najmniej { $count } znaki: litery, cyfry, kropki i podkreślenia.
    [many] Co najmniej { $count } znaków: litery, cyfry, kropki i podkreślenia.
   *[other] Co najmniej { $count } znaku: litery, cyfry, kropki i podkreślenia.
}
field-picture = Obraz z innej strony
field-picture-hint = Adres https obrazu, zamiast przesłanego. Zostaw puste, jeśli nie chcesz żadnego.
field-upload = Nowe zdjęcie
field-upload-hint = PNG, JPEG, WebP lub GIF, do { $size }. Zdjęcie zostanie przycięte do kwadratu, a informacje o miejscu i aparacie usunięte.
password-show = Pokaż hasło
password-hint = { $count ->
    [one] Co najmniej { $count } znak.
    [few] Co najmniej { $count } znaki. Dobre jest kilka słów, które do siebie nie pasują.
    [many] Co najmniej { $count } znaków. Dobre jest kilka słów, które do siebie nie pasują.
   *[other] Co najmniej { $count } znaku. Dobre jest kilka słów, które do siebie nie pasują.
}

## What can be wrong with a form

problem-title-head = Błąd:{" "}
problem-several = Kilka rzeczy trzeba poprawić:
problem-credentials-mismatch = Ten adres e-mail i hasło do siebie nie pasują. Sprawdź jedno i drugie albo zresetuj hasło.
problem-username-mismatch = Ta nazwa użytkownika i hasło do siebie nie pasują. Sprawdź jedno i drugie albo zresetuj hasło.
problem-identifier-malformed = Wpisz adres e-mail, na przykład ada@example.com, albo nazwę użytkownika.
problem-too-many-tries = { $count ->
    [one] Za dużo prób. Poczekaj 1 minutę albo zresetuj hasło.
    [few] Za dużo prób. Poczekaj { $count } minuty albo zresetuj hasło.
    [many] Za dużo prób. Poczekaj { $count } minut albo zresetuj hasło.
   *[other] Za dużo prób. Poczekaj { $count } minuty albo zresetuj hasło.
}
problem-account-disabled = To konto jest wyłączone. Zapytaj administratora.
problem-email-unverified = Twój adres e-mail nie jest jeszcze potwierdzony. Wysłaliśmy ci nowy link: otwórz go, a potem się zaloguj.
problem-form-expired = Ta strona była otwarta zbyt długo. Wyślij ją jeszcze raz.
problem-name-missing = Wpisz swoje imię i nazwisko.
problem-name-too-long = { $count ->
    [one] Skróć nazwę do { $count } znaku.
    [few] Skróć nazwę do { $count } znaków.
    [many] Skróć nazwę do { $count } znaków.
   *[other] Skróć nazwę do { $count } znaku.
}
problem-username-missing = Wybierz nazwę użytkownika.
problem-username-too-short = { $count ->
    [one] Użyj co najmniej { $count } znaku.
    [few] Użyj co najmniej { $count } znaków.
    [many] Użyj co najmniej { $count } znaków.
   *[other] Użyj co najmniej { $count } znaku.
}
problem-username-too-long = { $count ->
    [one] Użyj najwyżej { $count } znaku.
    [few] Użyj najwyżej { $count } znaków.
    [many] Użyj najwyżej { $count } znaków.
   *[other] Użyj najwyżej { $count } znaku.
}
problem-username-malformed = Użyj tylko liter od a do z, cyfr, kropek i podkreśleń.
problem-username-taken = Ta nazwa użytkownika jest zajęta. Wybierz inną.
problem-username-immutable = Tej nazwy użytkownika nie można już zmienić.
problem-email-malformed = Wpisz adres e-mail, na przykład ada@example.com.
problem-email-taken = Ten adres e-mail ma już konto. Zaloguj się nim albo użyj innego adresu.
problem-email-domain-refused = Konta nie mogą tu mieć adresu e-mail w tej domenie. Użyj innego adresu.
form-work-wait = { $count ->
    [one] Twoja przeglądarka nie uruchamia skryptów, więc nie widzimy, że to człowiek. Poczekaj 1 sekundę przed wysłaniem.
    [few] Twoja przeglądarka nie uruchamia skryptów, więc nie widzimy, że to człowiek. Poczekaj { $count } sekundy przed wysłaniem.
    [many] Twoja przeglądarka nie uruchamia skryptów, więc nie widzimy, że to człowiek. Poczekaj { $count } sekund przed wysłaniem.
   *[other] Twoja przeglądarka nie uruchamia skryptów, więc nie widzimy, że to człowiek. Poczekaj { $count } sekundy przed wysłaniem.
}
problem-phone-number-malformed = Wpisz numer komórkowy z + i numerem kierunkowym kraju.
problem-phone-number-elsewhere = Do tego kraju nie wysyłamy SMS-ów. Użyj innego numeru.
problem-phone-number-taken = Ten numer należy do innego konta. Zaloguj się nim albo użyj innego numeru.
problem-phone-number-needed = Bez tego numeru nie dałoby się już zalogować. Najpierw potwierdź adres e-mail albo ustaw hasło.
problem-phone-number-mismatch = Numer telefonu i hasło do siebie nie pasują. Sprawdź jedno i drugie albo zaloguj się kodem.
problem-picture-malformed = Wpisz adres zaczynający się od https:// albo zostaw puste.
problem-picture-missing = Najpierw wybierz plik.
problem-picture-unreadable = Ten plik nie jest obrazem, który można tu odczytać. Wybierz PNG, JPEG, WebP lub GIF.
problem-picture-too-large = Ten plik jest większy niż { $size }. Wybierz mniejszy.
problem-picture-too-many-pixels = Ten obraz jest za duży, aby go tu odczytać. Wybierz węższy i niższy.
problem-password-too-short = { $count ->
    [one] Użyj co najmniej { $count } znaku.
    [few] Użyj co najmniej { $count } znaków.
    [many] Użyj co najmniej { $count } znaków.
   *[other] Użyj co najmniej { $count } znaku.
}
problem-password-too-long = { $count ->
    [one] Użyj najwyżej { $count } znaku.
    [few] Użyj najwyżej { $count } znaków.
    [many] Użyj najwyżej { $count } znaków.
   *[other] Użyj najwyżej { $count } znaku.
}
problem-password-guessable = To hasło łatwo odgadnąć. Użyj kilku słów, które do siebie nie pasują.
problem-password-breached = To hasło jest na liście haseł, które wyciekły, a te atakujący sprawdzają najpierw. Wybierz takie, którego nie używasz nigdzie indziej.
problem-password-unchecked = Nie udało się teraz sprawdzić, czy to hasło wyciekło. Spróbuj ponownie za chwilę.
problem-password-wrong = To nie jest twoje hasło. Spróbuj ponownie albo je zresetuj.
problem-second-factor-wrong = Ten kod jest zły albo był już użyty. Wpisz następny.
problem-second-factor-clock = Ten kod był dobry przed chwilą albo dopiero będzie: zegar w twoim telefonie chyba źle chodzi. Włącz automatyczną datę i godzinę w ustawieniach telefonu, a potem wpisz następny kod.
problem-code-wrong = To nie ten kod. Sprawdź najnowszą wiadomość; po trzech próbach kod przestaje działać.
problem-user-code-malformed = Kod ma osiem liter i żadnych samogłosek. Sprawdź go na urządzeniu.
problem-user-code-unknown = Żadne urządzenie nie czeka z tym kodem. Sprawdź go albo weź nowy na urządzeniu.
problem-too-many-user-codes = { $count ->
    [one] Wypróbowano za dużo kodów. Poczekaj 1 minutę i wpisz kod jeszcze raz.
    [few] Wypróbowano za dużo kodów. Poczekaj { $count } minuty i wpisz kod jeszcze raz.
    [many] Wypróbowano za dużo kodów. Poczekaj { $count } minut i wpisz kod jeszcze raz.
   *[other] Wypróbowano za dużo kodów. Poczekaj { $count } minuty i wpisz kod jeszcze raz.
}
problem-code-spent = Ten kod już nie działa. Poproś o nowy.
problem-declared-missing = Pole { $field } jest puste. Wypełnij je.
problem-declared-too-long = Pole { $field } jest za długie. Najwyżej { $maximum }.
problem-declared-no-number = { $field } to nie liczba. Zapisz ją cyframi, na przykład 12 lub 3.5.
problem-declared-no-day = { $field } to nie data. Podaj dzień z kalendarza.
problem-declared-not-taken = Pole { $field } tego nie przyjmuje. Wpisz coś innego.
problem-declared-taken = Ktoś inny ma to już w polu { $field }. Wpisz coś innego.
problem-passkey-refused = Z tym kluczem dostępu się nie udało. Spróbuj ponownie albo wybierz inny sposób.
problem-wallet-too-late = Ta wiadomość już nie działa. Użyj portfela ponownie.
problem-wallet-not-yours = Ten portfel nie należy do tego konta. Wybierz ten, którym się logujesz.
problem-passkey-known = To urządzenie ma już klucz dostępu do twojego konta.
problem-passkey-last-way-in = Bez tego klucza dostępu nie dałoby się już zalogować. Najpierw dodaj inny albo hasło.
problem-identity-last-way-in = To twój jedyny sposób logowania. Najpierw skonfiguruj inny.
problem-terms-not-accepted = Zaznacz pole, aby wyrazić zgodę.
problem-terms-changed = Dokumenty zmieniły się od otwarcia tej strony. Przeczytaj je i wyraź zgodę ponownie.

## Signing in and out

sign-in-title = Zaloguj się
sign-in-button = Zaloguj się
sign-in-last-used = Ostatnio używane
sign-in-password-title = Wpisz hasło
sign-in-change-address = To nie ty? Użyj innego adresu e-mail
sign-in-change-identifier = To nie ty? Użyj innego adresu e-mail lub nazwy użytkownika
sign-in-magic-link = Wyślij mi link do logowania e-mailem
sign-in-email-code = Wyślij mi kod e-mailem
sign-in-phone-code = Wyślij mi kod SMS-em
sign-in-new-here = Jesteś tu po raz pierwszy?
sign-in-notice-password-reset = Twoje hasło jest zmienione. Zaloguj się nim.
sign-in-notice-email-verified = Twój adres e-mail jest potwierdzony. Zaloguj się, aby kontynuować.
sign-in-notice-signed-out = Wylogowano cię.
sign-in-notice-too-many-codes = Za dużo kodów było złych. Zaloguj się jeszcze raz.
sign-in-notice-no-second-factor = To konto wymaga drugiego składnika, a żaden z twoich się tu nie liczy. Zaloguj się inaczej albo zapytaj osoby prowadzące tę stronę.
sign-in-notice-passkey-unknown = Nikt tu już nie ma tego klucza dostępu. Zaloguj się inaczej i usuń go ze swojego urządzenia.
sign-in-notice-wallet-too-late = Ta wiadomość już nie działa. Zaloguj się portfelem ponownie.
sign-in-notice-wallet-refused = Podpis nie pochodzi z wybranego konta. Wybierz je ponownie albo użyj innego sposobu: konta, które są kontraktami, nie mogą się tu logować.
sign-in-notice-wallet-unknown = Nikt tu nie ma tego portfela i nie można z nim utworzyć konta. Zaloguj się inaczej.
passkey-button = Użyj klucza dostępu
passkey-cancelled = Nie użyto żadnego klucza dostępu. Spróbuj ponownie albo wybierz inny sposób.
passkey-failed = Nie udało się. Spróbuj ponownie albo wybierz inny sposób.
passkey-no-script = Klucze dostępu wymagają skryptów, a te są w tej przeglądarce wyłączone.
passkey-no-script-here = Dodanie klucza dostępu wymaga skryptów, a te są w tej przeglądarce wyłączone. Włącz je dla tej strony i wczytaj ją ponownie.
passkey-add-button = Dodaj klucz dostępu
passkey-offer-title = Następnym razem zaloguj się szybciej
passkey-offer-text = Z kluczem dostępu logujesz się odciskiem palca, twarzą lub blokadą ekranu, bez wpisywania hasła. Klucz zostaje na twoich urządzeniach i nikt nie może go od ciebie wyłudzić.
passkey-later = Nie teraz
wallet-button = Zaloguj się portfelem
wallet-look = Przejdź do portfela: poprosi o podpisanie wiadomości.
wallet-choice = Który portfel?
wallet-cancelled = Nic nie zostało podpisane. Spróbuj ponownie albo wybierz inny sposób.
wallet-no-account = W portfelu nie wybrano żadnego konta. Spróbuj ponownie albo wybierz inny sposób.
wallet-busy = Portfel wciąż o coś pyta. Otwórz go, odpowiedz tam i spróbuj ponownie.
wallet-chain = Portfel jest w sieci, która nie jest tu przyjmowana. Przełącz go na inną sieć i spróbuj ponownie.
wallet-failed = Nie udało się. Spróbuj ponownie albo wybierz inny sposób.
wallet-statement = Logowanie na tej stronie. To nie jest transakcja i nic nie kosztuje.
wallet-confirm-statement = Potwierdzenie konta na tej stronie. To nie jest transakcja i nic nie kosztuje.
forgot-link = Nie pamiętasz hasła?
remember-label = Nie wylogowuj mnie na tym urządzeniu
remember-hint = Nie na urządzeniu, z którego korzystają inni.
sign-up-title = Utwórz konto
sign-up-button = Utwórz konto
sign-up-have-account = Masz już konto?
sign-up-passkey-button = Utwórz konto z kluczem dostępu
sign-up-wallet-button = Utwórz konto z portfelem
sign-up-passkey-hint = Wyślemy ci link e-mailem. Otwórz go i użyj odcisku palca, twarzy lub blokady ekranu: hasła nie ma.
sign-up-link-passkey-hint = Logujesz się odciskiem palca, twarzą lub blokadą ekranu: hasła nie ma.
sign-up-link-email-hint = Konto powstanie dla tego adresu.
invitation-title = Przyjmij zaproszenie
invitation-text = Masz zaproszenie do { $brand }. Podaj, jak się nazywasz i jak chcesz się logować.
has-account-title = Masz już konto
has-account-text = { $address } ma konto. Zaloguj się, aby kontynuować.
terms-document-terms = Warunki
terms-document-privacy = Informacja o prywatności
terms-usual = Akceptuję warunki i znam informację o prywatności
terms-usual-terms = Akceptuję warunki
terms-usual-privacy = Znam informację o prywatności
terms-agree-and-read = Akceptuję: { $agreed }. Znam: { $read }.
terms-agree = Akceptuję: { $agreed }
terms-read = Znam: { $read }
terms-new-tab = Przeczytaj w nowej karcie:
terms-title = Zanim przejdziesz dalej
terms-title-again = Jest coś nowego
terms-text = Twoje konto wymaga twojej zgody. Przeczytaj to i przejdź dalej.
terms-text-again = Te dokumenty zmieniły się od czasu twojej zgody. Przeczytaj, co nowego, i przejdź dalej.
terms-agree-button = Zgadzam się, dalej
terms-later = Nie teraz: wyloguj się
terms-signed-in-as = Zalogowano jako { $address }
terms-data = Pobierz swoje dane
terms-delete = Usuń swoje konto
sign-out-title = Wylogować się z { $brand }?
sign-out-text = Aplikacje otwarte z tego konta mogą poprosić o ponowne zalogowanie.
sign-out-asked = Aplikacja poprosiła o wylogowanie.
sign-out-asked-by = { $app } prosi o wylogowanie.
sign-out-button = Wyloguj się
sign-out-all-button = Wyloguj ze wszystkich kont
sign-out-all-text = Pozostałe konta w tej przeglądarce też zostaną wylogowane.
sign-out-stay = Nie wylogowuj
signed-out-title = Wylogowano z { $brand }
signed-out-text = Na urządzeniu, z którego korzystają inni, zamknij też przeglądarkę.
signed-out-unconfirmed = Te aplikacje nie potwierdziły wylogowania:
signed-out-again = Zaloguj się ponownie
still-signed-in-title = Nadal trwa twoja sesja
still-signed-in-text = Nic się nie zmieniło. Możesz zamknąć tę stronę.

## Second factor

trust-label = Ufaj temu urządzeniu przez 30 dni
trust-hint = Tutaj pytamy wtedy tylko o hasło. Nie zaznaczaj na urządzeniu, z którego korzystają inni.
complete-profile-title = Uzupełnij profil
complete-profile-text = Logujesz się jako { $email }. Uzupełnij, czego brakuje, i przejdź dalej.
set-up-second-factor-title = Skonfiguruj drugi składnik
set-up-second-factor-text = Logowanie wymaga tu więcej niż jednego dowodu. Dodaj na telefonie aplikację, która pokazuje kody, na przykład tę, której używasz gdzie indziej. Zajmie to minutę.
set-up-second-factor-due = Od { $time } logowanie będzie tu wymagać więcej niż jednego dowodu. Dodaj na telefonie aplikację, która pokazuje kody, na przykład tę, której używasz gdzie indziej. Zajmie to minutę.
set-up-second-factor-now = Skonfiguruj teraz
set-up-second-factor-later = Nie teraz
two-factor-totp-title = Wpisz kod z aplikacji uwierzytelniającej
two-factor-totp-text = Pokazuje sześć cyfr, które zmieniają się co pół minuty.
two-factor-backup-title = Wpisz kod zapasowy
two-factor-backup-text = Jeden z kodów zapisanych podczas konfiguracji drugiego składnika. Każdy działa raz.
two-factor-mail-send-title = Odbierz kod e-mailem
two-factor-mail-text = Wyślemy kod na { $address }.
two-factor-text-send-title = Odbierz kod SMS-em
two-factor-mail-title = Wpisz kod, który ci wysłaliśmy
two-factor-mail-sent = Wysłaliśmy kod na { $address }. Działa przez 3 minuty.
two-factor-send-button = Wyślij kod
two-factor-send-again-button = Wyślij inny kod
two-factor-others = Inne sposoby
two-factor-use-totp = Użyj aplikacji uwierzytelniającej
two-factor-use-mail = Odbierz kod e-mailem
two-factor-use-text = Odbierz kod SMS-em
two-factor-passkey-title = Użyj klucza dostępu
two-factor-passkey-text = Potwierdź, że to ty, urządzeniem, które przechowuje twój klucz dostępu.
two-factor-passkey-button = Użyj klucza dostępu
two-factor-use-backup = Użyj kodu zapasowego

## A forgotten password

forgot-title = Zresetuj hasło
forgot-text = Wpisz adres e-mail swojego konta. Wyślemy ci link do wyboru nowego hasła.
forgot-button = Wyślij link
check-mail-title = Sprawdź pocztę
check-mail-verify = Wysłaliśmy wiadomość na { $address }. Otwórz link, który w niej jest, aby kontynuować.
check-mail-reset = Jeśli { $address } ma konto, wysłaliśmy tam link do wyboru nowego hasła.
check-mail-magic-link = Wysłaliśmy link na { $address }. Otwórz go w tej przeglądarce, aby się zalogować.
check-mail-magic-link-for-accounts = Jeśli { $address } ma konto, wysłaliśmy tam link. Otwórz go w tej przeglądarce, aby się zalogować.
check-mail-open-mailbox = Otwórz skrzynkę
check-mail-nothing = Nic nie przyszło?
check-mail-try-spam = Zajrzyj do folderu ze spamem.
check-mail-try-wait = Poczekaj kilka minut: poczta bywa powolna.
check-mail-try-address = Sprawdź, czy adres powyżej jest dobry.
check-mail-wrong-address = Użyj innego adresu
reset-title = Wybierz nowe hasło
reset-for = Dla { $address }
reset-button = Zmień hasło
revoke-sessions-label = Wyloguj wszędzie indziej
revoke-sessions-hint = Wyloguje to też każdego, kto zna stare hasło.
reauthenticate-title = Potwierdź, że to ty
reauthenticate-text = Za chwilę zmienisz coś ważnego. Najpierw wpisz hasło.
reauthenticate-passkey-text = Za chwilę zmienisz coś ważnego. Najpierw użyj klucza dostępu.
reauthenticate-any-text = Za chwilę zmienisz coś ważnego. Najpierw pokaż, że to Ty.
reauthenticate-wallet-button = Użyj portfela
reauthenticate-no-wallet = W tej przeglądarce nie znaleziono portfela. Otwórz tę stronę w przeglądarce, w której masz swój.

## Mailed links

magic-link-request-title = Zaloguj się e-mailem
magic-link-request-text = Wyślemy ci link. Zalogujesz się nim bez hasła.
magic-link-request-button = Wyślij mi link do logowania e-mailem
magic-link-title = Zaloguj się na tym urządzeniu
magic-link-text = Zalogować się jako { $address } na tym urządzeniu?
magic-link-elsewhere = O link poproszono w innej przeglądarce. Jeśli pójdziesz dalej, zalogujesz się tutaj; to, co czeka w tamtej przeglądarce, tam zostanie.
magic-link-button = Zaloguj się
magic-link-not-you = To nie twoja prośba? Zamknij tę stronę, a nic się nie stanie.
email-code-request-title = Zaloguj się kodem
email-code-request-text = Wyślemy ci kod z sześciu cyfr. Wpiszesz go tutaj, bez hasła.
email-code-request-button = Wyślij mi kod e-mailem
email-code-title = Wpisz kod
email-code-text = Wysłaliśmy kod na { $address }.
email-code-text-for-accounts = Jeśli { $address } ma konto, wysłaliśmy tam kod.
email-code-just-sent = Kod wysłano przed chwilą. Zajrzyj do skrzynki; za pół minuty możesz poprosić o następny.
email-code-again = Wyślij nowy kod
phone-request-title = Zaloguj się SMS-em
phone-request-text = Wyślemy na twój telefon kod z sześciu cyfr. Wpiszesz go tutaj, bez hasła.
phone-reset-request-text = Wyślemy kod na numer telefonu twojego konta. Z nim wybierzesz nowe hasło.
phone-send-button = Wyślij kod
phone-code-text = Wysłaliśmy kod na { $number }.
phone-code-text-for-accounts = Jeśli { $number } ma konto, wysłaliśmy tam kod.
phone-code-just-sent = Kod wysłano przed chwilą. Może to potrwać; za pół minuty możesz poprosić o następny.
phone-wrong-number = Zły numer?
forgot-phone-link = Odbierz zamiast tego kod SMS-em
confirm-link-verify-title = Potwierdź adres e-mail
confirm-link-verify-text = Czy { $address } to twój adres?
confirm-link-verify-button = Potwierdź adres
confirm-link-allow-title = Zezwól na nowy adres e-mail
confirm-link-allow-text = Twoje konto ma przejść na { $address }. Potem wyślemy link na ten adres.
confirm-link-allow-button = Zezwól
confirm-link-change-title = Zmień adres e-mail
confirm-link-change-text = Od teraz logujesz się adresem { $address }.
confirm-link-change-button = Zmień adres
confirm-link-delete-title = Usuń konto
confirm-link-delete-text = Konto { $address } zostanie od razu usunięte i nie można go przywrócić.
confirm-link-delete-button = Usuń konto
confirm-link-not-you = To nie ty? Zamknij tę stronę, a nic się nie stanie.
confirm-link-disown-title = Odzyskaj swoje konto
confirm-link-disown-text = To wyloguje wszystkich z konta { $address }, unieważni hasło, usunie dodane od tamtej pory klucze dostępu, numer telefonu i drugi składnik oraz cofnie zmianę adresu e-mail. Potem wyślemy tam link do wyboru nowego hasła.
confirm-link-disown-button = To nie ja
confirm-link-was-you = To ty? Zamknij tę stronę, a nic się nie stanie.
link-done-verify-title = Adres potwierdzony
link-done-verify-text = { $address } należy do ciebie. Możesz iść dalej.
link-done-allow-title = Jeszcze jeden krok
link-done-allow-text = Wysłaliśmy link na { $address }. Otwórz go, aby dokończyć zmianę.
link-done-change-title = Adres zmieniony
link-done-change-text = Od teraz logujesz się adresem { $address }.
link-done-disown-title = Twoje konto jest bezpieczne
link-done-disown-text = Wszyscy są wylogowani. Wysłaliśmy na { $address } link do wyboru nowego hasła.
link-done-delete-title = Konto usunięte
link-done-delete-text = Konta { $address } już nie ma. Wylogowaliśmy cię wszędzie.

## Apps

choose-account-title = Wybierz konto
choose-account-signed-out = Wylogowane
choose-account-another = Użyj innego konta
choose-account-in-use = W użyciu
choose-account-remove-title = Usuń konto z tego urządzenia
choose-account-remove-text = Usunięte konto zostanie tu wylogowane, a przeglądarka je zapomni.
choose-account-remove-button = Usuń
choose-account-back = Wróć do wyboru
form-post-title = Logowanie zakończone
form-post-text = Przejdź do { $app }.
form-post-text-plain = Przejdź do aplikacji.
consent-title = { $app } chce uzyskać dostęp do twojego konta
consent-list = { $app } będzie mogła
consent-switch = Zmień konto
consent-new = Nowe
consent-warning = Nikt nie sprawdził tej aplikacji. Twoje dane trafią do { $host }. Idź dalej tylko wtedy, gdy znasz tę stronę.
consent-remove-later = Dostęp możesz później odebrać:
consent-your-account = twoje konto
consent-app-privacy = { $app }: prywatność
consent-app-terms = { $app }: warunki
consent-details = Szczegóły
consent-details-scopes = Zakresy
consent-details-client = Klient
consent-details-host = Trafia do
device-title = Połącz urządzenie
device-explain = Wpisz kod, który pokazuje telewizor lub terminal.
device-compare = Porównaj ten kod z kodem na urządzeniu. Idź dalej tylko wtedy, gdy są takie same.
device-code = Kod na urządzeniu
device-code-hint = Osiem liter, na przykład { $example }
device-never-told = Nikt, kto tu pracuje, nigdy nie poprosi cię o wpisanie kodu, który ci przysłał.
device-confirm-title = Połączyć { $app }?
device-confirm-lead = Za chwilę zalogujesz aplikację { $app } na innym urządzeniu.
device-confirm-only = Idź dalej tylko wtedy, gdy to ty przed chwilą to zaczynasz. Jeśli ktoś przysłał ci kod, dostanie się na twoje konto.
device-confirm-elsewhere = Ta prośba pochodzi z innego kraju niż ten, w którym jesteś. Jeśli twojego urządzenia tam nie ma, wybierz „To nie ja”.
device-confirm-unverified = Nikt nie sprawdził tej aplikacji: każdy może nadać aplikacji tę nazwę.
device-confirm-code = Kod na urządzeniu
device-confirm-from = Prośba z
device-confirm-with = Prośba przez
device-confirm-when = Prośba o
device-confirm-whole-account = Robić wszystko, co ty możesz tu robić: będzie zalogowana na całe twoje konto.
device-connect-button = Połącz
device-deny-button = To nie ja
device-minutes-left = { $count ->
    [one] Kod działa jeszcze 1 minutę.
    [few] Kod działa jeszcze { $count } minuty.
    [many] Kod działa jeszcze { $count } minut.
   *[other] Kod działa jeszcze { $count } minuty.
}
device-connected-title = Urządzenie połączone
device-connected-text = Aplikacja { $app } jest zalogowana. Możesz zamknąć tę stronę i wrócić do urządzenia.
device-denied-title = Nie połączono
device-denied-text = Aplikacja { $app } dostała odmowę. Jeśli to nie ty zaczynasz, nie musisz robić nic więcej: nikt się nie dostał.
device-expired-title = Ten kod jest za stary
device-expired-text = Aplikacja { $app } za długo czekała na odpowiedź. Weź nowy kod na urządzeniu.
device-used-title = Ten kod został użyty
device-used-text = Aplikacja { $app } ma już odpowiedź albo ktoś inny otworzył kod. Weź nowy na urządzeniu.
device-again-button = Wpisz inny kod
scope-openid = Wiedzieć, kim jesteś
scope-profile = Widzieć twoje imię, nazwisko i zdjęcie
scope-email = Widzieć twój adres e-mail
scope-phone = Widzieć twój numer telefonu
scope-address = Widzieć twój adres pocztowy
scope-declared = Widzieć o tobie więcej
scope-offline-access = Zachować dostęp, gdy cię nie ma

## The account

account-navigation = Konto
account-switch = Zmień konto
account-profile = Profil
account-security = Bezpieczeństwo
account-two-factor = Drugi składnik
account-passkeys = Klucze dostępu
account-identities = Sposoby logowania
account-sessions = Sesje
account-activity = Aktywność
account-apps = Połączone aplikacje
account-delete = Usuń konto
account-console = Konsola
notice-profile-saved = Zapisano.
notice-picture-saved = Zdjęcie jest zapisane.
notice-picture-removed = Zdjęcie jest usunięte.
notice-username-saved = Nazwa użytkownika jest zapisana.
notice-phone-number-saved = Numer telefonu jest zapisany.
notice-phone-number-removed = Numer telefonu jest usunięty.
notice-verification-link-sent = Wysłaliśmy ci nowy link. Otwórz go, aby potwierdzić swój adres.
notice-email-link-sent = Otwórz link wysłany na nowy adres: wtedy się zmieni. Jeśli ten adres ma już konto, nic nie wysłaliśmy.
notice-email-changed = Twój adres e-mail jest zmieniony. Otwórz wysłany na niego link, aby potwierdzić, że należy do ciebie.
notice-email-permission-asked = Otwórz link wysłany na obecny adres, a potem ten na nowym: wtedy się zmieni.
notice-password-changed = Twoje hasło jest zmienione.
notice-password-link-sent = Wysłaliśmy ci link. Otwórz go, aby wybrać hasło.
notice-sessions-ended = Wylogowano tam.
notice-app-removed = Dostęp odebrany.
notice-deletion-link-sent = Wysłaliśmy ci link. Nic nie zostanie usunięte, zanim go otworzysz.
notice-account-deleted = Twojego konta już nie ma. Wylogowaliśmy cię wszędzie.
notice-send-again = Nic się jeszcze nie zmieniło. Wypełnij formularz jeszcze raz.
profile-lead = Co widzą o tobie aplikacje, gdy na to pozwolisz.
profile-about-you = O tobie
picture-heading = Zdjęcie
picture-alt = Twoje zdjęcie
picture-none = Nie masz jeszcze zdjęcia.
picture-uploaded = Aplikacje, którym pozwalasz widzieć twoje imię i nazwisko, widzą też to zdjęcie.
picture-elsewhere = Aplikacje otrzymują adres twojego zdjęcia na innej stronie. Tutaj nie jest pokazywane.
picture-upload-button = Prześlij zdjęcie
picture-remove-button = Usuń zdjęcie
username-none = Jeszcze żadnej.
phone-none = Nie masz tu numeru telefonu.
phone-proof = Aby zmienić numer telefonu, najpierw potwierdź, że to ty.
phone-change-button = Zmień numer telefonu
phone-save-button = Zapisz numer
phone-remove-button = Usuń numer
username-button = Zapisz nazwę użytkownika
email-verified = Potwierdzony
email-not-verified = Niepotwierdzony
email-verification-text = Otwórz link wysłany na ten adres, aby potwierdzić, że należy do ciebie.
email-verification-button = Wyślij kolejny link
email-temporary-text = Nie mamy jeszcze twojego adresu e-mail. Wpisz go, a wyślemy na niego link.
email-needed-text = Link do tego wysyłamy na adres e-mail, a nie mamy jeszcze żadnego.
email-needed-button = Dodaj adres e-mail
email-change-proof = Zanim będzie można zmienić adres, pytamy o hasło.
email-change-button = Zmień adres
security-lead = Jak potwierdzasz, że to ty.
password-last-changed = Ostatnia zmiana: { $time }
password-none = Nie masz jeszcze hasła. Wyślemy na { $address } link, którym je wybierzesz.
password-change-button = Zmień hasło
sessions-lead = Gdzie trwa twoja sesja. Wyloguj to, czego nie znasz.
sessions-heading = Zalogowane
sessions-this-one = Ta
sessions-device = { $browser } w systemie { $system }
sessions-unknown-device = Nieznane urządzenie
place-in-country = { $city }, { $country }
place-unknown = Nieznane miejsce
device-heading = Urządzenie
place-heading = Miejsce
time-heading = Czas
method-password = Hasło
method-magic-link = Link e-mailem
method-email-code = Kod e-mailem
method-passkey = Klucz dostępu
method-phone-code = Kod SMS-em
method-wallet = Portfel
method-anonymous = Jako gość
method-totp = Aplikacja uwierzytelniająca
method-backup-code = Kod zapasowy
method-mailed-code = Drugi składnik e-mailem
method-texted-code = Drugi składnik przez SMS
sessions-last-used = Ostatnie użycie
sessions-let-in = Dostęp nadany kodem, dla { $app }
sessions-since = Od
sessions-end-others = Wyloguj wszystkie inne
sessions-end-all = Wyloguj wszędzie
sessions-apps-stay = Aplikacje, które mogą zachować dostęp, gdy cię nie ma, mają go, dopóki go nie odbierzesz:
identities-lead = Jak możesz się zalogować. Miej co najmniej dwa sposoby, aby utrata jednego nie odcięła ci dostępu.
identities-ways-heading = Skonfigurowane tutaj
identities-connected-heading = Połączone
identities-mail = Link lub kod e-mailem
identities-password-set = Masz je.
identities-passkeys = { $count ->
    [one] { $count } klucz dostępu
    [few] { $count } klucze dostępu
    [many] { $count } kluczy dostępu
   *[other] { $count } klucza dostępu
}
identities-not-set = Nieskonfigurowane
identities-change = Zmień
identities-set-up = Skonfiguruj
identities-chain = Łańcuch
identities-disconnect-button = Odłącz
apps-lead = Aplikacje, które mogą używać twojego konta.
apps-heading = Aplikacje
apps-none = Żadna aplikacja nie ma dostępu do twojego konta.
apps-since = Od
apps-remove-button = Odbierz dostęp
delete-lead = Tego nie można cofnąć.
delete-heading = Co się stanie
delete-consequence-sessions = Wylogujemy cię wszędzie.
delete-consequence-apps = Aplikacje stracą dostęp. To, co o tobie zapisały, zostaje u nich.
delete-consequence-final = Twoje imię i nazwisko, adres e-mail i hasło zostaną wymazane.
delete-by-mail = Najpierw wyślemy link na { $address }. Nic nie zostanie usunięte, zanim go otworzysz.
delete-button = Usuń konto
passkeys-lead = Loguj się odciskiem palca, twarzą lub blokadą ekranu, bez wpisywania czegokolwiek.
passkeys-heading = Twoje klucze dostępu
passkeys-none = Nie masz jeszcze żadnego.
passkeys-unnamed = Klucz dostępu
passkeys-synced = Na kilku urządzeniach
passkeys-created = Dodany
passkeys-never-used = Jeszcze nieużywany
passkeys-rename = Zmień nazwę
passkeys-name = Nazwa
passkeys-remove = Usuń
passkeys-add-heading = Dodaj klucz dostępu
passkeys-add-text = Przeglądarka zapyta, gdzie go przechowywać: na tym urządzeniu, w telefonie czy na kluczu bezpieczeństwa.
two-factor-lead = Drugi dowód oprócz hasła, aby samo hasło niczego nie otwierało.
two-factor-app-heading = Aplikacja uwierzytelniająca
two-factor-on-since = Włączona od { $time }
two-factor-app-text = Aplikacja na telefonie pokazuje kod, który wpisujesz przy logowaniu.
two-factor-app-on = Przy logowaniu pytamy o kod z twojej aplikacji.
two-factor-propose-button = Skonfiguruj aplikację
two-factor-replace-button = Skonfiguruj inną aplikację
two-factor-step-scan = Zeskanuj obraz aplikacją uwierzytelniającą.
two-factor-step-type = Wpisz kod, który pokazuje aplikacja.
two-factor-qr-code = Kod QR dla aplikacji uwierzytelniającej
two-factor-secret = Nie masz aparatu? Wpisz ten klucz w aplikacji:
two-factor-confirm-button = Włącz
two-factor-now-on = Drugi składnik jest włączony. Od teraz przy logowaniu pytamy o kod.
two-factor-off-button = Wyłącz drugi składnik
trusted-browsers-heading = Zaufane przeglądarki
trusted-browsers-text = Przy logowaniu z jednej z nich nie pytamy o kod. Hasło jest nadal potrzebne.
trusted-browsers-until = Zaufana do
trusted-browsers-end = Przestań ufać
trusted-browsers-end-all = Przestań ufać wszystkim
backup-codes-heading = Kody zapasowe
backup-codes-left = { $count ->
    [one] Pozostał { $count } kod zapasowy.
    [few] Pozostały { $count } kody zapasowe.
    [many] Pozostało { $count } kodów zapasowych.
   *[other] Pozostało { $count } kodu zapasowego.
}
backup-codes-renew-button = Utwórz nowe kody zapasowe
backup-codes-text = Przechowuj te kody tam, gdzie znajdziesz je bez telefonu. Każdy działa raz i pokazujemy je tylko teraz.
backup-codes-kept-button = Kody są zapisane
activity-lead = Co się działo z twoim kontem, od najnowszych. Coś z tego to nie ty? Zmień hasło i wyloguj się wszędzie.
activity-heading = Aktywność
activity-none = Jeszcze nic.
activity-older = Starsze
activity-user-registered = Utworzono konto
activity-email-verified = Potwierdzono adres e-mail
activity-unproved-access-revoked = Zakończono wszystko, co ustawiono przed potwierdzeniem adresu
activity-email-changed = Zmieniono adres e-mail
activity-profile-changed = Zmieniono profil
activity-username-changed = Zmieniono nazwę użytkownika
activity-phone-number-changed = Zmieniono numer telefonu
activity-phone-number-removed = Usunięto numer telefonu
activity-password-changed = Zmieniono hasło
activity-password-reset = Ustawiono hasło przesłanym linkiem lub kodem
activity-two-factor-enabled = Ustawiono lub zmieniono drugi składnik
activity-two-factor-disabled = Wyłączono drugi składnik
activity-browser-trust-ended = Zakończono zaufanie do przeglądarki
activity-backup-codes-renewed = Nowe kody zapasowe
activity-passkey-added = Dodano klucz dostępu
activity-passkey-removed = Usunięto klucz dostępu
activity-passkey-count-refused = Odmówiono logowania kluczem dostępu: mógł zostać skopiowany
activity-account-unlinked = Usunięto sposób logowania
activity-access-disowned = Odzyskano konto: wszystko wylogowano, hasło usunięto
activity-invitation-accepted = Utworzono konto z zaproszenia
activity-terms-accepted = Zaakceptowano warunki
activity-user-linked = To, co zrobiono jako gość, należy teraz do twojego konta
activity-user-erased = Usunięto konto
activity-user-disabled = Administrator zablokował konto
activity-user-enabled = Administrator odblokował konto
activity-signed-in = Zalogowano
activity-sign-in-refused = Odmówiono logowania
activity-second-factor-owed = Pierwszy dowód dobry, poproszono o drugi składnik
activity-second-factor-refused = Zły drugi składnik
activity-identity-confirmed = Potwierdzono tożsamość
activity-session-carried-over = Przeniesiono sesję na inną stronę
activity-account-switched = Przełączono na to konto w przeglądarce z kilkoma kontami
activity-signed-out = Wylogowano
activity-sessions-ended = Wylogowano gdzie indziej
activity-action-refused = Odrzucone przez regułę tej usługi
activity-action-failed = Nie wykonano: nie udało się sprawdzić reguły tej usługi
activity-consent-given = Zezwolono aplikacji
activity-consent-revoked = Odebrano dostęp aplikacji
activity-device-requested = Urządzenie poprosiło o połączenie
activity-device-approved = Urządzenie połączone
activity-device-denied = Urządzenie odrzucone
activity-device-redeemed = Aplikacja zalogowana na innym urządzeniu
activity-token-reused = Aplikacja pokazała coś już zużytego; zakończono jej dostęp
activity-administration = Administracja
own-data-heading = Twoje dane
own-data-text = Wszystko, co jest o tobie zapisane, jako plik, który mogą odczytać programy. Nie ma w nim haseł.
own-data-button = Pobierz
notice-two-factor-off = Drugi składnik jest wyłączony.
notice-trust-ended = Tam znów zapytamy o kod.
notice-passkey-added = Klucz dostępu jest dodany. Od teraz możesz się nim logować.
notice-passkey-renamed = Klucz dostępu ma nową nazwę.
notice-passkey-removed = Klucz dostępu jest usunięty. Usuń go też ze swojego urządzenia.
notice-identity-disconnected = Odłączono. Nikt się tak już nie zaloguje.

## Setting up

setup-title = Utwórz pierwszego administratora
setup-text = Witaj. Ten link działa raz. Konto, które tu utworzysz, zarządza wszystkimi innymi.
setup-button = Utwórz administratora

## Errors

error-code = Kod
error-request = Żądanie
error-time = Czas
error-copy-request = Kopiuj numer żądania
error-tell = Jeśli to się powtarza, wyślij te wiersze administratorowi.
error-developers = Dla programistów
error-parameter = Parametr
error-expected = Zarejestrowane
error-expected-nothing = nic
error-received = Otrzymano
error-action-start-again = Zacznij od nowa
error-action-account = Twoje konto
error-action-new-link = Poproś o nowy link
error-not-found-title = Tu nie ma żadnej strony
error-not-found-reason = Adres może być źle wpisany albo strona została przeniesiona.
error-forbidden-title = Ta strona nie jest dla ciebie
error-forbidden-reason = Twoje konto nie ma do niej dostępu. Jeśli powinno mieć, zapytaj administratora.
error-invalid-request-title = Aplikacja wysłała żądanie, którego nie możemy użyć
error-invalid-request-reason = Czegoś w nim brakuje albo coś jest źle. Muszą to poprawić twórcy aplikacji.
error-unknown-client-title = Nie znamy tej aplikacji
error-unknown-client-reason = Aplikacja, z której tu trafiasz, nie jest zarejestrowana albo została usunięta.
error-client-disabled-title = Ta aplikacja jest wyłączona
error-client-disabled-reason = Administrator wstrzymał logowanie do niej.
error-redirect-uri-mismatch-title = Aplikacja chciała wysłać cię pod adres, którego nie znamy
error-redirect-uri-mismatch-reason = Dla twojego bezpieczeństwa zatrzymujemy się tutaj: jej adres przekierowania nie jest jednym z zarejestrowanych.
error-login-session-expired-title = To logowanie nie jest już otwarte
error-login-session-expired-reason = Trwało ponad 30 minut, zakończono je w innej karcie albo zaczęło się w innej przeglądarce.
error-cookie-blocked-title = Twoja przeglądarka nie zachowuje plików cookie
error-cookie-blocked-reason = Logowanie wymaga jednego. Zezwól tej stronie na pliki cookie, a potem zacznij od nowa.
error-link-expired-title = Ten link już nie działa
error-link-expired-reason = Linki działają raz i przez ograniczony czas. Poproś o nowy.
error-account-disabled-title = To konto jest wyłączone
error-account-disabled-reason = Wstrzymał je administrator. Poproś o ponowne włączenie.
error-sign-up-closed-title = Nie można tu tworzyć nowych kont
error-sign-up-closed-reason = Poproś administratora o zaproszenie.
error-action-refused-title = Ta usługa na to nie pozwala
error-action-refused-reason = Ma w tej sprawie własną regułę i informuje:
error-captcha-failed-title = Nie możemy rozpoznać, że to człowiek
error-captcha-failed-reason = Nic się nie zmieniło. Wróć, wczytaj stronę ponownie i wyślij ją jeszcze raz. Bez skryptów poczekaj przed wysłaniem tak długo, jak podaje strona.
error-form-rejected-title = Ta strona była otwarta zbyt długo
error-form-rejected-reason = Nic się nie zmieniło. Wróć, wczytaj stronę ponownie i wyślij ją jeszcze raz.
error-rate-limited-title = Za dużo żądań
error-rate-limited-reason = Poczekaj minutę i spróbuj ponownie.
error-server-error-title = Coś się u nas zepsuło
error-server-error-reason = To nie twoja wina. Spróbuj ponownie za chwilę.
error-temporarily-unavailable-title = Mamy teraz za dużo pracy
error-temporarily-unavailable-reason = Nic się nie zmieniło. Spróbuj ponownie za chwilę.

## Mails

mail-greeting = Cześć, { $name },
mail-footer = Wysłane przez { $brand }.
mail-paste = Jeśli przycisk nic nie robi, skopiuj ten adres do przeglądarki:
mail-lifetime-hours = { $count ->
    [one] Link działa raz, przez 1 godzinę.
    [few] Link działa raz, przez { $count } godziny.
    [many] Link działa raz, przez { $count } godzin.
   *[other] Link działa raz, przez { $count } godziny.
}
mail-lifetime-minutes = { $count ->
    [one] Link działa raz, przez 1 minutę.
    [few] Link działa raz, przez { $count } minuty.
    [many] Link działa raz, przez { $count } minut.
   *[other] Link działa raz, przez { $count } minuty.
}
mail-verify-subject = Potwierdź swój adres e-mail w { $brand }
mail-verify-text = Potwierdź, że ten adres należy do ciebie, a twoje konto w { $brand } będzie gotowe.
mail-verify-button = Potwierdź adres
mail-verify-otherwise = To nie ty zakładasz konto? Zignoruj tę wiadomość.
mail-magic-link-subject = Twój link do logowania w { $brand }
mail-magic-link-text = Oto link do logowania w { $brand }, o który prosisz.
mail-magic-link-button = Zaloguj się
mail-magic-link-otherwise = To nie twoja prośba? Zignoruj tę wiadomość: bez linku nikt się nie zaloguje.
mail-invitation-subject = Masz zaproszenie do { $brand }
mail-invitation-text = Masz zaproszenie do utworzenia konta w { $brand }.
mail-invitation-button = Przyjmij zaproszenie
mail-invitation-otherwise = Nie spodziewasz się tego? Zignoruj tę wiadomość: bez linku żadne konto nie powstanie.
mail-sign-up-link-subject = Utwórz konto w { $brand }
mail-sign-up-link-text = Prosisz o utworzenie konta w { $brand }.
mail-sign-up-link-button = Utwórz konto
mail-sign-up-link-otherwise = To nie twoja prośba? Zignoruj tę wiadomość: bez linku żadne konto nie powstanie.
mail-code-subject = { $code } to twój kod do { $brand }
mail-code-sign-in = Wpisz ten kod, aby zalogować się w { $brand }:
mail-code-verify = Wpisz ten kod, aby potwierdzić adres e-mail w { $brand }:
mail-code-reset = Wpisz ten kod, aby wybrać nowe hasło do konta w { $brand }:
mail-code-change = Wpisz ten kod, aby używać tego adresu w koncie w { $brand }:
mail-code-lifetime = { $count ->
    [one] Kod działa raz, przez 1 minutę.
    [few] Kod działa raz, przez { $count } minuty.
    [many] Kod działa raz, przez { $count } minut.
   *[other] Kod działa raz, przez { $count } minuty.
}
mail-code-otherwise = To nie twoja prośba? Zignoruj tę wiadomość i nikomu nie podawaj kodu.
mail-reset-subject = Zresetuj hasło do { $brand }
mail-reset-text = Oto link do wyboru nowego hasła do twojego konta w { $brand }, o który prosisz.
mail-reset-button = Wybierz nowe hasło
mail-reset-otherwise = To nie twoja prośba? Zignoruj tę wiadomość: twoje hasło się nie zmieni.
mail-change-confirm-subject = Zezwól na nowy adres e-mail konta w { $brand }
mail-change-confirm-text = Prosisz o zmianę adresu e-mail konta w { $brand } na { $address }.
mail-change-confirm-button = Zezwól na zmianę
mail-change-confirm-otherwise = To nie twoja prośba? Zignoruj tę wiadomość i zmień hasło.
mail-change-verify-subject = Potwierdź nowy adres e-mail w { $brand }
mail-change-verify-text = Potwierdź, że { $address } należy do ciebie. Od tej chwili będziesz się nim logować.
mail-change-verify-button = Potwierdź nowy adres
mail-change-verify-otherwise = To nie twoja prośba? Zignoruj tę wiadomość.
mail-email-changed-subject = Zmieniono twój adres e-mail w { $brand }
mail-email-changed-text = Adres e-mail twojego konta to teraz { $address }. Na dotychczasowy adres nic już nie wysyłamy.
mail-delete-subject = Usuń konto w { $brand }
mail-delete-text = Prosisz o usunięcie konta w { $brand }. Tego nie można cofnąć.
mail-delete-button = Usuń konto
mail-delete-otherwise = To nie twoja prośba? Zignoruj tę wiadomość i zmień hasło.
mail-existing-subject = Masz już konto w { $brand }
mail-existing-text = Ktoś, zapewne ty, próbuje założyć konto w { $brand } z tym adresem. Takie konto już istnieje: zaloguj się na nie.
mail-existing-button = Zaloguj się
mail-existing-otherwise = Nie pamiętasz hasła? Wybierz nowe:
mail-password-changed-subject = Zmieniono twoje hasło do { $brand }
mail-password-changed-text = Hasło do twojego konta zmieniono { $time }.
mail-too-many-tries-subject = Ktoś wciąż próbuje haseł do twojego konta w { $brand }
mail-too-many-tries-text = Do twojego konta próbowano tylu złych haseł, że do { $time } żadne nie jest sprawdzane. Nikt się nie dostał.
mail-too-many-tries-ways = Twoje inne sposoby logowania w tym czasie działają. Jeśli nie pamiętasz hasła, wybierz nowe; zadziała od razu:
mail-not-me-text = { $count ->
    [one] To nie ty? Odzyskaj swoje konto. Możesz to zrobić przez 1 dzień:
    [few] To nie ty? Odzyskaj swoje konto. Możesz to zrobić przez { $count } dni:
    [many] To nie ty? Odzyskaj swoje konto. Możesz to zrobić przez { $count } dni:
   *[other] To nie ty? Odzyskaj swoje konto. Możesz to zrobić przez { $count } dnia:
}
mail-not-me-button = To nie ja
mail-new-device-subject = Nowe urządzenie zalogowało się na twoje konto w { $brand }
mail-new-device-text = Ktoś zalogował się na twoje konto { $time } z urządzenia, które wcześniej tego nie robiło.
mail-new-device-device = Urządzenie: { $device }
mail-new-device-place = Miejsce: { $place }
mail-new-device-address = Adres IP: { $address }
mail-new-device-both = { $browser } w systemie { $system }
mail-new-device-unknown = nieznane
mail-new-device-you = Jeśli to ty, nie musisz nic robić.
mail-second-factor-subject = { $code } to twój kod do { $brand }
mail-second-factor-text = Twój kod, aby dokończyć logowanie w { $brand }:
mail-second-factor-otherwise = Nie logujesz się teraz? To znaczy, że ktoś zna twoje hasło: zmień je.
mail-two-factor-subject = Zmieniono drugi składnik twojego konta w { $brand }
mail-two-factor-on-text = Drugi składnik twojego konta ustawiono lub zmieniono { $time }.
mail-two-factor-off-text = Drugi składnik twojego konta wyłączono { $time }.

mail-passkey-subject = Zmieniono twoje klucze dostępu w { $brand }
mail-passkey-added-text = Do twojego konta dodano klucz dostępu { $time }. Kto go ma, może się zalogować.
mail-passkey-removed-text = Z twojego konta usunięto klucz dostępu { $time }.
mail-phone-number-subject = Zmieniono numer telefonu twojego konta w { $brand }
mail-phone-number-set-text = Numer telefonu twojego konta ustawiono lub zmieniono { $time }.
mail-phone-number-removed-text = Numer telefonu twojego konta usunięto { $time }.

text-message-verify = { $code } to twój kod do { $brand }. Nie podawaj go nikomu.
text-message-reset = { $code } to twój kod do nowego hasła w { $brand }. Nie podawaj go nikomu.
text-message-second-factor = { $code } to twój kod, aby dokończyć logowanie w { $brand }. Nie podawaj go nikomu.
text-message-test = { $brand } może wysyłać SMS-y.
mail-test-subject = Poczta z { $brand } działa
mail-test-text = To jest wiadomość próbna, wysłana { $time }. Nie musisz nic robić.
