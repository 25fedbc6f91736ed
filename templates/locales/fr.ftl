# Français.

locale-endonym = Français
locale-direction = ltr

## Every page

dev-banner = Mode développement : pour cette machine uniquement, rien n’est protégé ici.
skip-to-content = Aller au contenu
language-menu = Langue :
footer-help = Aide
footer-privacy = Confidentialité
footer-terms = Conditions
to-continue-to = pour continuer vers { $app }
app-verified = vérifiée par { $brand }
app-not-verified = non vérifiée par { $brand }
cancel-button = Annuler
continue-button = Continuer
save-button = Enregistrer
allow-button = Autoriser
copy = Copier
copied = Copié
back-to-sign-in = Retour à la connexion
back-to-app = Retour à { $app }
back-plain = Retour
still-signed-in-button = Votre compte

## Fields

field-email = Adresse e-mail
field-email-or-username = Adresse e-mail ou nom d’utilisateur
field-email-or-phone = Adresse e-mail ou numéro de téléphone
field-email-username-or-phone = Adresse e-mail, nom d’utilisateur ou numéro de téléphone
field-name = Nom
field-password = Mot de passe
field-code = Code
field-phone = Numéro de téléphone
field-new-phone = Nouveau numéro de téléphone
field-phone-hint = Commencez par + et l’indicatif du pays.
field-new-password = Nouveau mot de passe
field-current-password = Mot de passe actuel
field-new-email = Nouvelle adresse e-mail
field-new-email-hint = Nous y envoyons un lien. L’adresse change lorsque vous ouvrez ce lien.
field-new-email-hint-at-once = Elle change tout de suite. Nous y envoyons un lien, avec lequel vous confirmez qu’elle est à vous.
field-new-email-hint-allowed = Nous envoyons un lien à votre adresse actuelle, puis un autre à la nouvelle. Elle change lorsque vous avez ouvert les deux.
field-username = Nom d’utilisateur
field-username-optional = Nom d’utilisateur (facultatif)
field-declared-optional = { $field } (facultatif)
field-declared-none = Aucun choix
field-username-hint = { $count ->
    [one] Au moins { $count } caractère : lettres, chiffres, points et tirets bas.
   *[other] Au moins { $count } caractères : lettres, chiffres, points et tirets bas.
}
field-picture = Image d’un autre site
field-picture-hint = L’adresse https d’une image, à la place d’une image envoyée. Laissez vide pour ne pas en avoir.
field-upload = Nouvelle image
field-upload-hint = PNG, JPEG, WebP ou GIF, jusqu’à { $size }. L’image est recadrée en carré ; ce que le fichier dit du lieu et de l’appareil est supprimé.
password-show = Afficher le mot de passe
password-hint = { $count ->
    [one] Au moins { $count } caractère.
   *[other] Au moins { $count } caractères. Plusieurs mots sans rapport entre eux conviennent bien.
}

## What can be wrong with a form

problem-title-head = Erreur :{" "}
problem-several = Quelques points sont à revoir :
problem-credentials-mismatch = Cette adresse e-mail et ce mot de passe ne correspondent pas. Vérifiez les deux ou réinitialisez votre mot de passe.
problem-username-mismatch = Ce nom d’utilisateur et ce mot de passe ne correspondent pas. Vérifiez les deux ou réinitialisez votre mot de passe.
problem-identifier-malformed = Saisissez une adresse e-mail comme ada@example.com, ou un nom d’utilisateur.
problem-too-many-tries = { $count ->
    [one] Trop d’essais. Attendez { $count } minute ou réinitialisez votre mot de passe.
   *[other] Trop d’essais. Attendez { $count } minutes ou réinitialisez votre mot de passe.
}
problem-account-disabled = Ce compte est désactivé. Adressez-vous à votre administrateur.
problem-email-unverified = Votre adresse e-mail n’est pas encore confirmée. Nous vous avons envoyé un nouveau lien : ouvrez-le, puis connectez-vous.
problem-form-expired = Cette page est restée ouverte trop longtemps. Envoyez-la de nouveau.
problem-name-missing = Saisissez votre nom.
problem-name-too-long = { $count ->
    [one] Raccourcissez le nom à { $count } caractère.
   *[other] Raccourcissez le nom à { $count } caractères.
}
problem-username-missing = Choisissez un nom d’utilisateur.
problem-username-too-short = { $count ->
    [one] Utilisez au moins { $count } caractère.
   *[other] Utilisez au moins { $count } caractères.
}
problem-username-too-long = { $count ->
    [one] Utilisez au plus { $count } caractère.
   *[other] Utilisez au plus { $count } caractères.
}
problem-username-malformed = Utilisez seulement les lettres de a à z, les chiffres, les points et les tirets bas.
problem-username-taken = Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.
problem-username-immutable = Ce nom d’utilisateur ne peut plus être modifié.
problem-email-malformed = Saisissez une adresse e-mail comme ada@example.com.
problem-email-taken = Cette adresse e-mail a déjà un compte. Connectez-vous avec elle ou utilisez une autre adresse.
problem-email-domain-refused = Les comptes d’ici ne peuvent pas avoir d’adresse e-mail de ce domaine. Utilisez une autre adresse.
form-work-wait = { $count ->
    [one] Votre navigateur n’exécute pas les scripts, nous ne pouvons donc pas voir qu’une personne est à l’œuvre. Attendez { $count } seconde avant d’envoyer.
   *[other] Votre navigateur n’exécute pas les scripts, nous ne pouvons donc pas voir qu’une personne est à l’œuvre. Attendez { $count } secondes avant d’envoyer.
}
problem-phone-number-malformed = Saisissez un numéro de mobile avec + et l’indicatif du pays.
problem-phone-number-elsewhere = Nous n’envoyons pas de SMS dans ce pays. Utilisez un autre numéro.
problem-phone-number-taken = Ce numéro appartient à un autre compte. Connectez-vous avec lui ou utilisez un autre numéro.
problem-phone-number-needed = Sans ce numéro, vous ne pourriez plus vous connecter. Confirmez d’abord votre adresse e-mail ou définissez un mot de passe.
problem-phone-number-mismatch = Ce numéro de téléphone et ce mot de passe ne correspondent pas. Vérifiez les deux ou connectez-vous avec un code.
problem-picture-malformed = Saisissez une adresse qui commence par https://, ou laissez le champ vide.
problem-picture-missing = Choisissez d’abord un fichier.
problem-picture-unreadable = Ce fichier n’est pas une image lisible ici. Choisissez un PNG, JPEG, WebP ou GIF.
problem-picture-too-large = Ce fichier dépasse { $size }. Choisissez-en un plus petit.
problem-picture-too-many-pixels = Cette image est trop grande pour être lue ici. Choisissez-en une moins large et moins haute.
problem-password-too-short = { $count ->
    [one] Utilisez au moins { $count } caractère.
   *[other] Utilisez au moins { $count } caractères.
}
problem-password-too-long = { $count ->
    [one] Utilisez au plus { $count } caractère.
   *[other] Utilisez au plus { $count } caractères.
}
problem-password-guessable = Ce mot de passe est facile à deviner. Utilisez plusieurs mots sans rapport entre eux.
problem-password-breached = Ce mot de passe figure dans une liste de mots de passe divulgués, que les attaquants essaient en premier. Choisissez-en un que vous n’utilisez nulle part ailleurs.
problem-password-unchecked = Nous n’avons pas pu vérifier à l’instant si ce mot de passe a été divulgué. Réessayez dans un moment.
problem-password-wrong = Ce n’est pas votre mot de passe. Réessayez ou réinitialisez-le.
problem-second-factor-wrong = Ce code n’est pas le bon, ou il a déjà été utilisé. Saisissez le suivant.
problem-second-factor-clock = Ce code était le bon il y a un moment ou le sera bientôt : l’horloge de votre téléphone semble décalée. Activez la date et l’heure automatiques dans les réglages du téléphone, puis saisissez le code suivant.
problem-code-wrong = Ce n’est pas le bon code. Consultez le message le plus récent ; après trois essais, un code ne fonctionne plus.
problem-user-code-malformed = Un code a huit lettres et aucune voyelle. Vérifiez-le sur votre appareil.
problem-user-code-unknown = Aucun appareil n’attend avec ce code. Vérifiez-le, ou obtenez-en un nouveau sur votre appareil.
problem-too-many-user-codes = { $count ->
    [one] Trop de codes ont été essayés. Attendez { $count } minute, puis saisissez le code de nouveau.
   *[other] Trop de codes ont été essayés. Attendez { $count } minutes, puis saisissez le code de nouveau.
}
problem-code-spent = Ce code ne fonctionne plus. Demandez-en un nouveau.
problem-declared-missing = { $field } est vide. Remplissez ce champ.
problem-declared-too-long = { $field } est trop long. Le maximum est { $maximum }.
problem-declared-no-number = { $field } n’est pas un nombre. Écrivez-le en chiffres, comme 12 ou 3.5.
problem-declared-no-day = { $field } n’est pas une date. Indiquez un jour du calendrier.
problem-declared-not-taken = { $field } n’accepte pas cela. Saisissez autre chose.
problem-declared-taken = Quelqu’un d’autre a déjà cela dans { $field }. Saisissez autre chose.
problem-passkey-refused = Cela n’a pas marché avec cette clé d’accès. Réessayez ou choisissez un autre moyen.
problem-wallet-too-late = Ce message n’est plus valable. Utilisez de nouveau votre portefeuille.
problem-wallet-not-yours = Ce portefeuille n’est pas celui de ce compte. Choisissez celui avec lequel vous vous connectez.
problem-passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
problem-passkey-last-way-in = Sans cette clé d’accès, vous ne pourriez plus vous connecter. Ajoutez d’abord une autre clé ou un mot de passe.
problem-identity-last-way-in = C’est votre seul moyen de connexion. Configurez-en d’abord un autre.
problem-terms-not-accepted = Cochez la case pour dire que vous êtes d’accord.
problem-terms-changed = Les documents ont changé depuis l’ouverture de cette page. Lisez-les, puis donnez de nouveau votre accord.

## Signing in and out

sign-in-title = Se connecter
sign-in-button = Se connecter
sign-in-last-used = Dernière utilisée
sign-in-password-title = Saisissez votre mot de passe
sign-in-change-address = Ce n’est pas vous ? Utiliser une autre adresse e-mail
sign-in-change-identifier = Ce n’est pas vous ? Utiliser une autre adresse e-mail ou un autre nom d’utilisateur
sign-in-magic-link = Recevoir un lien de connexion par e-mail
sign-in-email-code = Recevoir un code par e-mail
sign-in-phone-code = Recevoir un code par SMS
sign-in-new-here = Nouveau ici ?
sign-in-notice-password-reset = Votre mot de passe est modifié. Connectez-vous avec le nouveau.
sign-in-notice-email-verified = Votre adresse e-mail est confirmée. Connectez-vous pour continuer.
sign-in-notice-signed-out = Vous êtes déconnecté.
sign-in-notice-too-many-codes = Trop de codes erronés. Connectez-vous de nouveau.
sign-in-notice-no-second-factor = Ce compte demande un second facteur, et aucun des vôtres ne compte ici. Connectez-vous autrement ou adressez-vous aux responsables de ce site.
sign-in-notice-passkey-unknown = Personne ici n’a plus cette clé d’accès. Connectez-vous autrement et supprimez-la de votre appareil.
sign-in-notice-wallet-too-late = Ce message n’est plus valable. Connectez-vous de nouveau avec votre portefeuille.
sign-in-notice-wallet-refused = La signature n’est pas celle du compte que vous avez choisi. Choisissez-le de nouveau ou prenez un autre moyen : les comptes qui sont des contrats ne peuvent pas se connecter ici.
sign-in-notice-wallet-unknown = Personne ici n’a ce portefeuille, et il ne permet pas de créer de compte. Connectez-vous autrement.
passkey-button = Utiliser une clé d’accès
passkey-cancelled = Aucune clé d’accès n’a été utilisée. Réessayez ou choisissez un autre moyen.
passkey-failed = Cela n’a pas marché. Réessayez ou choisissez un autre moyen.
passkey-no-script = Les clés d’accès ont besoin des scripts, qui sont désactivés dans ce navigateur.
passkey-no-script-here = L’ajout d’une clé d’accès a besoin des scripts, qui sont désactivés dans ce navigateur. Activez-les pour cette page et rechargez-la.
passkey-add-button = Ajouter une clé d’accès
passkey-offer-title = Connectez-vous plus vite la prochaine fois
passkey-offer-text = Avec une clé d’accès, vous vous connectez par empreinte digitale, reconnaissance faciale ou verrouillage de l’écran, sans saisir de mot de passe. Elle reste sur vos appareils, et personne ne peut vous la soutirer.
passkey-later = Pas maintenant
wallet-button = Se connecter avec un portefeuille
wallet-look = Continuez dans votre portefeuille : il vous demande de signer un message.
wallet-choice = Quel portefeuille ?
wallet-cancelled = Rien n’a été signé. Réessayez ou choisissez un autre moyen.
wallet-no-account = Aucun compte n’a été choisi dans votre portefeuille. Réessayez ou choisissez un autre moyen.
wallet-busy = Votre portefeuille attend encore une réponse. Ouvrez-le, répondez-y, puis réessayez.
wallet-chain = Votre portefeuille est sur un réseau qui n’est pas accepté ici. Changez de réseau dans le portefeuille, puis réessayez.
wallet-failed = Cela n’a pas marché. Réessayez ou choisissez un autre moyen.
wallet-statement = Connexion sur ce site. Aucune transaction, aucun frais.
wallet-confirm-statement = Confirmer mon compte sur ce site. Aucune transaction, aucun frais.
forgot-link = Mot de passe oublié ?
remember-label = Rester connecté sur cet appareil
remember-hint = Pas sur un appareil que d’autres utilisent.
sign-up-title = Créer un compte
sign-up-button = Créer un compte
sign-up-have-account = Vous avez déjà un compte ?
sign-up-passkey-button = Créer un compte avec une clé d’accès
sign-up-wallet-button = Créer un compte avec un portefeuille
sign-up-passkey-hint = Nous vous envoyons un lien par e-mail. Ouvrez-le, puis utilisez l’empreinte digitale, la reconnaissance faciale ou le verrouillage de l’écran : il n’y a pas de mot de passe.
sign-up-link-passkey-hint = Vous vous connectez par empreinte digitale, reconnaissance faciale ou verrouillage de l’écran : il n’y a pas de mot de passe.
sign-up-link-email-hint = Le compte est créé pour cette adresse.
invitation-title = Acceptez votre invitation
invitation-text = Vous êtes invité à rejoindre { $brand }. Indiquez votre nom et comment vous voulez vous connecter.
has-account-title = Vous avez déjà un compte
has-account-text = { $address } a un compte. Connectez-vous pour continuer.
terms-document-terms = Conditions
terms-document-privacy = Politique de confidentialité
terms-usual = J’accepte les conditions et j’ai lu la politique de confidentialité
terms-usual-terms = J’accepte les conditions
terms-usual-privacy = J’ai lu la politique de confidentialité
terms-agree-and-read = J’accepte : { $agreed }. J’ai lu : { $read }.
terms-agree = J’accepte : { $agreed }
terms-read = J’ai lu : { $read }
terms-new-tab = Lire dans un nouvel onglet :
terms-title = Avant de continuer
terms-title-again = Il y a du nouveau
terms-text = Votre compte a besoin de votre accord. Lisez ceci, puis continuez.
terms-text-again = Ces documents ont changé depuis votre accord. Lisez ce qui est nouveau, puis continuez.
terms-agree-button = Accepter et continuer
terms-later = Pas maintenant : se déconnecter
terms-signed-in-as = Connecté en tant que { $address }
terms-data = Télécharger vos données
terms-delete = Supprimer votre compte
sign-out-title = Se déconnecter de { $brand } ?
sign-out-text = Les applications ouvertes avec ce compte peuvent vous demander de vous reconnecter.
sign-out-asked = Une application demande à vous déconnecter.
sign-out-asked-by = { $app } demande à vous déconnecter.
sign-out-button = Se déconnecter
sign-out-all-button = Se déconnecter de tous les comptes
sign-out-all-text = Les autres comptes de ce navigateur sont aussi déconnectés.
sign-out-stay = Rester connecté
signed-out-title = Vous êtes déconnecté de { $brand }
signed-out-text = Sur un appareil que d’autres utilisent, fermez aussi le navigateur.
signed-out-unconfirmed = Ces applications n’ont pas confirmé vous avoir déconnecté elles aussi :
signed-out-again = Se reconnecter
still-signed-in-title = Vous êtes toujours connecté
still-signed-in-text = Rien n’a été modifié. Vous pouvez fermer cette page.

## Second factor

trust-label = Faire confiance à cet appareil pendant 30 jours
trust-hint = Seul votre mot de passe sera demandé ici. Ne cochez pas sur un appareil que d’autres utilisent.
complete-profile-title = Complétez votre profil
complete-profile-text = Vous êtes connecté en tant que { $email }. Remplissez ce qui manque encore, puis continuez.
set-up-second-factor-title = Configurer un second facteur
set-up-second-factor-text = La connexion demande ici plus d’une preuve. Ajoutez sur votre téléphone une application qui affiche des codes, par exemple celle que vous utilisez ailleurs. Cela prend une minute.
set-up-second-factor-due = À partir du { $time }, la connexion demandera ici plus d’une preuve. Ajoutez sur votre téléphone une application qui affiche des codes, par exemple celle que vous utilisez ailleurs. Cela prend une minute.
set-up-second-factor-now = Le configurer maintenant
set-up-second-factor-later = Pas maintenant
two-factor-totp-title = Saisissez le code de votre application d’authentification
two-factor-totp-text = Elle affiche six chiffres qui changent toutes les trente secondes.
two-factor-backup-title = Saisissez un code de secours
two-factor-backup-text = L’un des codes que vous avez gardés en configurant votre second facteur. Chacun ne sert qu’une fois.
two-factor-mail-send-title = Recevoir un code par e-mail
two-factor-mail-text = Nous envoyons un code à { $address }.
two-factor-text-send-title = Recevoir un code par SMS
two-factor-mail-title = Saisissez le code que nous vous avons envoyé
two-factor-mail-sent = Nous avons envoyé un code à { $address }. Il est valable 3 minutes.
two-factor-send-button = Envoyer le code
two-factor-send-again-button = Envoyer un autre code
two-factor-others = Autres moyens
two-factor-use-totp = Utiliser votre application d’authentification
two-factor-use-mail = Recevoir un code par e-mail
two-factor-use-text = Recevoir un code par SMS
two-factor-passkey-title = Utilisez votre clé d’accès
two-factor-passkey-text = Prouvez que c’est bien vous avec l’appareil qui conserve votre clé d’accès.
two-factor-passkey-button = Utiliser une clé d’accès
two-factor-use-backup = Utiliser un code de secours

## A forgotten password

forgot-title = Réinitialisez votre mot de passe
forgot-text = Saisissez l’adresse e-mail de votre compte. Nous vous envoyons un lien pour choisir un nouveau mot de passe.
forgot-button = Envoyer le lien
check-mail-title = Consultez votre messagerie
check-mail-verify = Nous avons envoyé un message à { $address }. Ouvrez le lien qu’il contient pour continuer.
check-mail-reset = Si { $address } a un compte, nous y avons envoyé un lien pour choisir un nouveau mot de passe.
check-mail-magic-link = Nous avons envoyé un lien à { $address }. Ouvrez-le dans ce navigateur pour vous connecter.
check-mail-magic-link-for-accounts = Si { $address } a un compte, nous y avons envoyé un lien. Ouvrez-le dans ce navigateur pour vous connecter.
check-mail-open-mailbox = Ouvrir la messagerie
check-mail-nothing = Rien reçu ?
check-mail-try-spam = Regardez dans le dossier des indésirables.
check-mail-try-wait = Attendez quelques minutes : un e-mail peut tarder.
check-mail-try-address = Vérifiez que l’adresse ci-dessus est juste.
check-mail-wrong-address = Utiliser une autre adresse
reset-title = Choisissez un nouveau mot de passe
reset-for = Pour { $address }
reset-button = Modifier le mot de passe
revoke-sessions-label = Se déconnecter partout ailleurs
revoke-sessions-hint = Quiconque connaît l’ancien mot de passe est aussi déconnecté.
reauthenticate-title = Confirmez que c’est bien vous
reauthenticate-text = Vous allez modifier quelque chose d’important. Saisissez d’abord votre mot de passe.
reauthenticate-passkey-text = Vous allez modifier quelque chose d’important. Utilisez d’abord votre clé d’accès.
reauthenticate-any-text = Vous allez modifier quelque chose d’important. Montrez d’abord que c’est bien vous.
reauthenticate-wallet-button = Utiliser votre portefeuille
reauthenticate-no-wallet = Aucun portefeuille n’a été trouvé dans ce navigateur. Ouvrez cette page dans le navigateur qui a le vôtre.

## Mailed links

magic-link-request-title = Se connecter par e-mail
magic-link-request-text = Nous vous envoyons un lien. Il vous connecte sans mot de passe.
magic-link-request-button = Recevoir un lien de connexion par e-mail
magic-link-title = Se connecter sur cet appareil
magic-link-text = Se connecter en tant que { $address } sur cet appareil ?
magic-link-elsewhere = Le lien a été demandé dans un autre navigateur. Si vous continuez, vous serez connecté ici ; ce qui attend dans l’autre navigateur y reste.
magic-link-button = Se connecter
magic-link-not-you = Vous n’avez rien demandé ? Fermez cette page et rien ne se passera.
email-code-request-title = Se connecter avec un code
email-code-request-text = Nous vous envoyons un code de six chiffres. Vous le saisissez ici, sans mot de passe.
email-code-request-button = Recevoir un code par e-mail
email-code-title = Saisissez le code
email-code-text = Nous avons envoyé un code à { $address }.
email-code-text-for-accounts = Si { $address } a un compte, nous y avons envoyé un code.
email-code-just-sent = Un code vient d’être envoyé. Consultez votre messagerie ; dans trente secondes, vous pourrez en demander un autre.
email-code-again = Envoyer un nouveau code
phone-request-title = Se connecter par SMS
phone-request-text = Nous envoyons un code de six chiffres à votre téléphone. Vous le saisissez ici, sans mot de passe.
phone-reset-request-text = Nous envoyons un code au numéro de téléphone de votre compte. Il vous permet de choisir un nouveau mot de passe.
phone-send-button = Envoyer le code
phone-code-text = Nous avons envoyé un code au { $number }.
phone-code-text-for-accounts = Si { $number } a un compte, nous y avons envoyé un code.
phone-code-just-sent = Un code vient d’être envoyé. Il peut tarder un peu ; dans trente secondes, vous pourrez en demander un autre.
phone-wrong-number = Mauvais numéro ?
forgot-phone-link = Recevoir plutôt un code par SMS
confirm-link-verify-title = Confirmez votre adresse e-mail
confirm-link-verify-text = { $address } est-elle votre adresse ?
confirm-link-verify-button = Confirmer l’adresse
confirm-link-allow-title = Autorisez la nouvelle adresse e-mail
confirm-link-allow-text = Votre compte doit passer à { $address }. Nous enverrons ensuite un lien à cette adresse.
confirm-link-allow-button = Autoriser
confirm-link-change-title = Modifiez votre adresse e-mail
confirm-link-change-text = Désormais, vous vous connectez avec { $address }.
confirm-link-change-button = Modifier l’adresse
confirm-link-delete-title = Supprimez votre compte
confirm-link-delete-text = Le compte de { $address } est supprimé immédiatement et ne peut pas être rétabli.
confirm-link-delete-button = Supprimer le compte
confirm-link-not-you = Ce n’est pas vous ? Fermez cette page et rien ne se passera.
confirm-link-disown-title = Reprenez votre compte
confirm-link-disown-text = Cela déconnecte tout le monde du compte de { $address }, met fin à son mot de passe, supprime les clés d’accès, le numéro de téléphone et le second facteur ajoutés depuis, et annule un changement de son adresse e-mail. Nous y envoyons ensuite un lien pour choisir un nouveau mot de passe.
confirm-link-disown-button = Ce n’était pas moi
confirm-link-was-you = C’était vous ? Fermez cette page et rien ne se passera.
link-done-verify-title = Adresse confirmée
link-done-verify-text = { $address } est à vous. Vous pouvez continuer.
link-done-allow-title = Encore une étape
link-done-allow-text = Nous avons envoyé un lien à { $address }. Ouvrez-le pour terminer le changement.
link-done-change-title = Adresse modifiée
link-done-change-text = Désormais, vous vous connectez avec { $address }.
link-done-disown-title = Votre compte est en sécurité
link-done-disown-text = Tout le monde est déconnecté. Nous avons envoyé à { $address } un lien pour choisir un nouveau mot de passe.
link-done-delete-title = Compte supprimé
link-done-delete-text = Le compte de { $address } n’existe plus, et vous êtes déconnecté partout.

## Apps

choose-account-title = Choisissez un compte
choose-account-signed-out = Déconnecté
choose-account-another = Utiliser un autre compte
choose-account-in-use = En cours d’utilisation
choose-account-remove-title = Retirer un compte de cet appareil
choose-account-remove-text = Le compte que vous retirez est déconnecté ici, et ce navigateur l’oublie.
choose-account-remove-button = Retirer
choose-account-back = Revenir au choix
form-post-title = Vous êtes connecté
form-post-text = Continuer vers { $app }.
form-post-text-plain = Continuer vers l’application.
consent-title = { $app } souhaite accéder à votre compte
consent-list = { $app } pourra
consent-switch = Changer de compte
consent-new = Nouveau
consent-warning = Personne n’a vérifié cette application. Vos données vont à { $host }. Ne continuez que si vous connaissez ce site.
consent-remove-later = Vous pourrez retirer l’accès plus tard :
consent-your-account = votre compte
consent-app-privacy = { $app } : confidentialité
consent-app-terms = { $app } : conditions
consent-details = Détails
consent-details-scopes = Scopes
consent-details-client = Client
consent-details-host = Destination
device-title = Connecter un appareil
device-explain = Saisissez le code affiché sur votre téléviseur ou votre terminal.
device-compare = Comparez ce code avec celui de votre appareil. Ne continuez que s’ils sont identiques.
device-code = Code de votre appareil
device-code-hint = Huit lettres, par exemple { $example }
device-never-told = Personne ici ne vous demandera jamais de saisir un code qu’il vous a envoyé.
device-confirm-title = Connecter { $app } ?
device-confirm-lead = Vous êtes sur le point de connecter { $app } sur un autre appareil.
device-confirm-only = Ne continuez que si vous venez de lancer cela vous-même. Si quelqu’un vous a envoyé le code, il entrera dans votre compte.
device-confirm-elsewhere = Cette demande vient d’un autre pays que celui où vous êtes. Si votre appareil n’y est pas, choisissez « Ce n’était pas moi ».
device-confirm-unverified = Personne n’a vérifié cette application : n’importe qui peut donner ce nom à une application.
device-confirm-code = Code sur l’appareil
device-confirm-from = Demandé depuis
device-confirm-with = Demandé avec
device-confirm-when = Demandé à
device-confirm-whole-account = Faire tout ce que vous pouvez faire ici : elle est connectée à tout votre compte.
device-connect-button = Connecter
device-deny-button = Ce n’était pas moi
device-minutes-left = { $count ->
    [one] Le code fonctionne encore { $count } minute.
   *[other] Le code fonctionne encore { $count } minutes.
}
device-connected-title = Appareil connecté
device-connected-text = { $app } est connectée. Vous pouvez fermer cette page et revenir à votre appareil.
device-denied-title = Non connecté
device-denied-text = { $app } a reçu un refus. Si vous n’avez pas lancé cela, il n’y a rien d’autre à faire : personne n’est entré.
device-expired-title = Ce code est trop ancien
device-expired-text = { $app } a attendu trop longtemps une réponse. Obtenez un nouveau code sur votre appareil.
device-used-title = Ce code a été utilisé
device-used-text = { $app } a déjà sa réponse, ou quelqu’un d’autre a ouvert le code. Obtenez-en un nouveau sur votre appareil.
device-again-button = Saisir un autre code
scope-openid = Savoir qui vous êtes
scope-profile = Voir votre nom et votre image
scope-email = Voir votre adresse e-mail
scope-phone = Voir votre numéro de téléphone
scope-address = Voir votre adresse postale
scope-declared = En voir plus sur vous
scope-offline-access = Rester connectée en votre absence

## The account

account-navigation = Compte
account-switch = Changer de compte
account-profile = Profil
account-security = Sécurité
account-two-factor = Second facteur
account-passkeys = Clés d’accès
account-identities = Moyens de connexion
account-sessions = Sessions
account-activity = Activité
account-apps = Applications connectées
account-delete = Supprimer le compte
account-console = Console
notice-profile-saved = Enregistré.
notice-picture-saved = Votre image est enregistrée.
notice-picture-removed = Votre image est supprimée.
notice-username-saved = Votre nom d’utilisateur est enregistré.
notice-phone-number-saved = Votre numéro de téléphone est enregistré.
notice-phone-number-removed = Votre numéro de téléphone est supprimé.
notice-verification-link-sent = Nous vous avons envoyé un nouveau lien. Ouvrez-le pour confirmer votre adresse.
notice-email-link-sent = Ouvrez le lien envoyé à la nouvelle adresse : elle changera alors. Rien n’a été envoyé si cette adresse a déjà un compte.
notice-email-changed = Votre adresse e-mail est modifiée. Ouvrez le lien que nous y avons envoyé pour confirmer qu’elle est à vous.
notice-email-permission-asked = Ouvrez le lien envoyé à votre adresse actuelle, puis celui envoyé à la nouvelle : elle changera alors.
notice-password-changed = Votre mot de passe est modifié.
notice-password-link-sent = Nous vous avons envoyé un lien. Ouvrez-le pour choisir un mot de passe.
notice-sessions-ended = Déconnecté là-bas.
notice-app-removed = Accès retiré.
notice-deletion-link-sent = Nous vous avons envoyé un lien. Rien n’est supprimé avant que vous l’ouvriez.
notice-account-deleted = Votre compte n’existe plus, et vous êtes déconnecté partout.
notice-send-again = Rien n’a encore été modifié. Remplissez de nouveau le formulaire.
profile-lead = Ce que les applications voient de vous lorsque vous l’autorisez.
profile-about-you = À propos de vous
picture-heading = Image
picture-alt = Votre image
picture-none = Vous n’avez pas encore d’image.
picture-uploaded = Les applications que vous autorisez à voir votre nom voient aussi cette image.
picture-elsewhere = Les applications reçoivent l’adresse de votre image sur un autre site. Elle n’est pas affichée ici.
picture-upload-button = Envoyer l’image
picture-remove-button = Supprimer l’image
username-none = Aucun pour l’instant.
phone-none = Vous n’avez pas de numéro de téléphone ici.
phone-proof = Pour modifier votre numéro de téléphone, prouvez d’abord que c’est bien vous.
phone-change-button = Modifier le numéro de téléphone
phone-save-button = Enregistrer le numéro
phone-remove-button = Supprimer le numéro
username-button = Enregistrer le nom d’utilisateur
email-verified = Confirmée
email-not-verified = Non confirmée
email-verification-text = Ouvrez le lien que nous avons envoyé à cette adresse pour confirmer qu’elle est à vous.
email-verification-button = Envoyer un autre lien
email-temporary-text = Vous ne nous avez pas encore donné d’adresse e-mail. Saisissez la vôtre et nous y enverrons un lien.
email-needed-text = Le lien pour cela part à votre adresse e-mail, et vous ne nous en avez pas encore donné.
email-needed-button = Ajouter une adresse e-mail
email-change-proof = Nous demandons votre mot de passe avant que l’adresse puisse être modifiée.
email-change-button = Modifier l’adresse
security-lead = Comment vous prouvez que c’est bien vous.
password-last-changed = Dernière modification : { $time }
password-none = Vous n’avez pas encore de mot de passe. Nous envoyons à { $address } un lien avec lequel vous en choisissez un.
password-change-button = Modifier le mot de passe
sessions-lead = Là où vous êtes connecté. Déconnectez ce que vous ne reconnaissez pas.
sessions-heading = Connecté
sessions-this-one = Celle-ci
sessions-device = { $browser } sur { $system }
sessions-unknown-device = Appareil inconnu
place-in-country = { $city }, { $country }
place-unknown = Lieu inconnu
device-heading = Appareil
place-heading = Lieu
time-heading = Heure
method-password = Mot de passe
method-magic-link = Lien par e-mail
method-email-code = Code par e-mail
method-passkey = Clé d’accès
method-phone-code = Code par SMS
method-wallet = Portefeuille
method-anonymous = En tant qu’invité
method-totp = Application d’authentification
method-backup-code = Code de secours
method-mailed-code = Second facteur par e-mail
method-texted-code = Second facteur par SMS
sessions-last-used = Dernière utilisation
sessions-let-in = Autorisé par un code, pour { $app }
sessions-since = Depuis
sessions-end-others = Déconnecter toutes les autres
sessions-end-all = Se déconnecter partout
sessions-apps-stay = Les applications qui peuvent rester connectées en votre absence gardent leur accès jusqu’à ce que vous le retiriez :
identities-lead = Comment vous pouvez vous connecter. Ayez au moins deux moyens, pour ne pas rester dehors si vous en perdez un.
identities-ways-heading = Configurés ici
identities-connected-heading = Connectés
identities-mail = Lien ou code par e-mail
identities-password-set = Vous en avez un.
identities-passkeys = { $count ->
    [one] { $count } clé d’accès
   *[other] { $count } clés d’accès
}
identities-not-set = Non configuré
identities-change = Modifier
identities-set-up = Configurer
identities-chain = Chaîne
identities-disconnect-button = Dissocier
apps-lead = Les applications qui peuvent utiliser votre compte.
apps-heading = Applications
apps-none = Aucune application n’a accès à votre compte.
apps-since = Depuis
apps-remove-button = Retirer l’accès
delete-lead = Cette action est définitive.
delete-heading = Ce qui se passe
delete-consequence-sessions = Vous êtes déconnecté partout.
delete-consequence-apps = Les applications perdent leur accès. Ce qu’elles ont enregistré sur vous reste chez elles.
delete-consequence-final = Votre nom, votre adresse e-mail et votre mot de passe sont effacés.
delete-by-mail = Nous envoyons d’abord un lien à { $address }. Rien n’est supprimé avant que vous l’ouvriez.
delete-button = Supprimer le compte
passkeys-lead = Connectez-vous par empreinte digitale, reconnaissance faciale ou verrouillage de l’écran, sans rien saisir.
passkeys-heading = Vos clés d’accès
passkeys-none = Vous n’en avez pas encore.
passkeys-unnamed = Clé d’accès
passkeys-synced = Sur plusieurs appareils
passkeys-created = Ajoutée
passkeys-never-used = Jamais utilisée
passkeys-rename = Renommer
passkeys-name = Nom
passkeys-remove = Supprimer
passkeys-add-heading = Ajouter une clé d’accès
passkeys-add-text = Votre navigateur demande où la conserver : sur cet appareil, sur votre téléphone ou sur une clé de sécurité.
two-factor-lead = Une seconde preuve en plus de votre mot de passe, pour que le mot de passe seul n’ouvre rien.
two-factor-app-heading = Application d’authentification
two-factor-on-since = Activée depuis { $time }
two-factor-app-text = Une application sur votre téléphone affiche un code, que vous saisissez lorsque vous vous connectez.
two-factor-app-on = Lorsque vous vous connectez, nous demandons un code de votre application.
two-factor-propose-button = Configurer une application
two-factor-replace-button = Configurer une autre application
two-factor-step-scan = Scannez l’image avec votre application d’authentification.
two-factor-step-type = Saisissez le code qu’affiche l’application.
two-factor-qr-code = Code QR pour votre application d’authentification
two-factor-secret = Pas d’appareil photo ? Saisissez cette clé dans l’application :
two-factor-confirm-button = Activer
two-factor-now-on = Votre second facteur est activé. Désormais, nous demandons un code lorsque vous vous connectez.
two-factor-off-button = Désactiver le second facteur
trusted-browsers-heading = Navigateurs de confiance
trusted-browsers-text = La connexion avec l’un d’eux ne demande pas de code. Le mot de passe reste nécessaire.
trusted-browsers-until = De confiance jusqu’au
trusted-browsers-end = Ne plus faire confiance
trusted-browsers-end-all = Ne plus faire confiance à aucun
backup-codes-heading = Codes de secours
backup-codes-left = { $count ->
    [one] Il reste { $count } code de secours.
   *[other] Il reste { $count } codes de secours.
}
backup-codes-renew-button = Obtenir de nouveaux codes de secours
backup-codes-text = Gardez ces codes là où vous les retrouverez sans votre téléphone. Chacun ne sert qu’une fois, et nous ne les montrons que maintenant.
backup-codes-kept-button = Je les ai gardés
activity-lead = Ce qui est arrivé à votre compte, du plus récent au plus ancien. Quelque chose ne vient pas de vous ? Modifiez votre mot de passe et déconnectez-vous partout.
activity-heading = Activité
activity-none = Rien pour l’instant.
activity-older = Plus ancien
activity-user-registered = Compte créé
activity-email-verified = Adresse e-mail confirmée
activity-unproved-access-revoked = Fin de tout ce qui avait été configuré avant la confirmation de l’adresse
activity-email-changed = Adresse e-mail modifiée
activity-profile-changed = Profil modifié
activity-username-changed = Nom d’utilisateur modifié
activity-phone-number-changed = Numéro de téléphone modifié
activity-phone-number-removed = Numéro de téléphone supprimé
activity-password-changed = Mot de passe modifié
activity-password-reset = Mot de passe défini avec un lien ou un code reçu
activity-two-factor-enabled = Second facteur configuré ou modifié
activity-two-factor-disabled = Second facteur désactivé
activity-browser-trust-ended = Fin de la confiance accordée à un navigateur
activity-backup-codes-renewed = Nouveaux codes de secours
activity-passkey-added = Clé d’accès ajoutée
activity-passkey-removed = Clé d’accès supprimée
activity-passkey-count-refused = Connexion refusée avec une clé d’accès : elle a peut-être été copiée
activity-account-unlinked = Moyen de connexion supprimé
activity-access-disowned = Compte repris : tout a été déconnecté, mot de passe supprimé
activity-invitation-accepted = Compte créé sur invitation
activity-terms-accepted = Conditions acceptées
activity-user-linked = Ce que vous avez fait en tant qu’invité appartient maintenant à votre compte
activity-user-erased = Compte supprimé
activity-user-disabled = Compte bloqué par un administrateur
activity-user-enabled = Compte débloqué par un administrateur
activity-signed-in = Connexion
activity-sign-in-refused = Connexion refusée
activity-second-factor-owed = Première preuve acceptée, second facteur demandé
activity-second-factor-refused = Second facteur erroné
activity-identity-confirmed = Identité confirmée
activity-session-carried-over = Connexion reprise sur un autre site
activity-account-switched = Passage à ce compte dans un navigateur qui en a plusieurs
activity-signed-out = Déconnexion
activity-sessions-ended = Déconnexion ailleurs
activity-action-refused = Refusé par une règle de ce service
activity-action-failed = Non effectué : une règle de ce service n’a pas pu être vérifiée
activity-consent-given = Application autorisée
activity-consent-revoked = Accès d’une application retiré
activity-device-requested = Un appareil a demandé à être connecté
activity-device-approved = Appareil connecté
activity-device-denied = Appareil refusé
activity-device-redeemed = Application connectée sur un autre appareil
activity-token-reused = Une application a présenté un jeton déjà utilisé ; son accès a pris fin
activity-administration = Administration
own-data-heading = Vos données
own-data-text = Tout ce qui est enregistré sur vous, dans un fichier que des programmes peuvent lire. Il ne contient aucun mot de passe.
own-data-button = Télécharger
notice-two-factor-off = Votre second facteur est désactivé.
notice-trust-ended = Nous y demandons de nouveau un code.
notice-passkey-added = La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.
notice-passkey-renamed = La clé d’accès a son nouveau nom.
notice-passkey-removed = La clé d’accès est supprimée. Supprimez-la aussi de votre appareil.
notice-identity-disconnected = Dissocié. Plus personne ne se connecte avec ce moyen.

## Setting up

setup-title = Créez le premier administrateur
setup-text = Bienvenue. Ce lien ne sert qu’une fois. Le compte que vous créez ici gère tous les autres.
setup-button = Créer l’administrateur

## Errors

error-code = Code
error-request = Requête
error-time = Heure
error-copy-request = Copier le numéro de la requête
error-tell = Si cela se répète, envoyez ces lignes à votre administrateur.
error-developers = Pour les développeurs
error-parameter = Paramètre
error-expected = Enregistré
error-expected-nothing = rien
error-received = Reçu
error-action-start-again = Recommencer
error-action-account = Votre compte
error-action-new-link = Demander un nouveau lien
error-not-found-title = Il n’y a pas de page ici
error-not-found-reason = L’adresse est peut-être mal saisie, ou la page a été déplacée.
error-forbidden-title = Cette page n’est pas pour vous
error-forbidden-reason = Votre compte n’y a pas accès. S’il devrait l’avoir, adressez-vous à un administrateur.
error-invalid-request-title = L’application a envoyé une requête que nous ne pouvons pas utiliser
error-invalid-request-reason = Un élément y manque ou est erroné. C’est aux développeurs de l’application de le corriger.
error-unknown-client-title = Nous ne connaissons pas cette application
error-unknown-client-reason = L’application qui vous a envoyé ici n’est pas enregistrée, ou a été supprimée.
error-client-disabled-title = Cette application est désactivée
error-client-disabled-reason = Un administrateur a suspendu les connexions à cette application.
error-redirect-uri-mismatch-title = L’application a demandé à vous envoyer vers une adresse que nous ne connaissons pas
error-redirect-uri-mismatch-reason = Pour votre sécurité, nous nous arrêtons ici : son adresse de redirection n’est pas l’une de celles enregistrées.
error-login-session-expired-title = Cette connexion n’est plus ouverte
error-login-session-expired-reason = Elle a pris plus de 30 minutes, a été terminée dans un autre onglet ou a commencé dans un autre navigateur.
error-cookie-blocked-title = Votre navigateur ne garde pas les cookies
error-cookie-blocked-reason = La connexion en a besoin d’un. Autorisez les cookies pour ce site, puis recommencez.
error-link-expired-title = Ce lien ne fonctionne plus
error-link-expired-reason = Un lien ne sert qu’une fois et pour un temps limité. Demandez-en un nouveau.
error-account-disabled-title = Ce compte est désactivé
error-account-disabled-reason = Un administrateur l’a suspendu. Demandez-lui de le réactiver.
error-sign-up-closed-title = On ne peut pas créer de nouveau compte ici
error-sign-up-closed-reason = Demandez à un administrateur de vous inviter.
error-action-refused-title = Ce service ne le permet pas
error-action-refused-reason = Il a une règle à ce sujet, et indique :
error-captcha-failed-title = Nous ne pouvons pas savoir que vous êtes une personne
error-captcha-failed-reason = Rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez-la de nouveau. Sans scripts, attendez le temps indiqué sur la page avant de l’envoyer.
error-form-rejected-title = Cette page est restée ouverte trop longtemps
error-form-rejected-reason = Rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez-la de nouveau.
error-rate-limited-title = Trop de requêtes
error-rate-limited-reason = Attendez une minute, puis réessayez.
error-server-error-title = Quelque chose s’est cassé de notre côté
error-server-error-reason = Vous n’y êtes pour rien. Réessayez dans un moment.
error-temporarily-unavailable-title = Nous sommes trop sollicités en ce moment
error-temporarily-unavailable-reason = Rien n’a été modifié. Réessayez dans un moment.

## Mails

mail-greeting = Bonjour { $name },
mail-footer = Envoyé par { $brand }.
mail-paste = Si le bouton ne fait rien, copiez cette adresse dans votre navigateur :
mail-lifetime-hours = { $count ->
    [one] Le lien sert une seule fois, pendant { $count } heure.
   *[other] Le lien sert une seule fois, pendant { $count } heures.
}
mail-lifetime-minutes = { $count ->
    [one] Le lien sert une seule fois, pendant { $count } minute.
   *[other] Le lien sert une seule fois, pendant { $count } minutes.
}
mail-verify-subject = Confirmez votre adresse e-mail pour { $brand }
mail-verify-text = Confirmez que cette adresse est à vous, et votre compte { $brand } est prêt.
mail-verify-button = Confirmer l’adresse
mail-verify-otherwise = Vous n’avez pas créé de compte ? Ignorez ce message.
mail-magic-link-subject = Votre lien de connexion à { $brand }
mail-magic-link-text = Vous avez demandé un lien pour vous connecter à { $brand }.
mail-magic-link-button = Se connecter
mail-magic-link-otherwise = Vous n’avez rien demandé ? Ignorez ce message : sans le lien, personne n’est connecté.
mail-invitation-subject = Vous êtes invité à rejoindre { $brand }
mail-invitation-text = Vous êtes invité à créer un compte sur { $brand }.
mail-invitation-button = Accepter l’invitation
mail-invitation-otherwise = Vous ne vous y attendiez pas ? Ignorez ce message : sans le lien, aucun compte n’est créé.
mail-sign-up-link-subject = Créez votre compte sur { $brand }
mail-sign-up-link-text = Vous avez demandé à créer un compte sur { $brand }.
mail-sign-up-link-button = Créer un compte
mail-sign-up-link-otherwise = Vous n’avez rien demandé ? Ignorez ce message : sans le lien, aucun compte n’est créé.
mail-code-subject = { $code } est votre code pour { $brand }
mail-code-sign-in = Saisissez ce code pour vous connecter à { $brand } :
mail-code-verify = Saisissez ce code pour confirmer votre adresse e-mail pour { $brand } :
mail-code-reset = Saisissez ce code pour choisir un nouveau mot de passe pour votre compte { $brand } :
mail-code-change = Saisissez ce code pour utiliser cette adresse avec votre compte { $brand } :
mail-code-lifetime = { $count ->
    [one] Le code sert une seule fois, pendant { $count } minute.
   *[other] Le code sert une seule fois, pendant { $count } minutes.
}
mail-code-otherwise = Vous n’avez rien demandé ? Ignorez ce message et ne donnez le code à personne.
mail-reset-subject = Réinitialisez votre mot de passe { $brand }
mail-reset-text = Vous avez demandé à choisir un nouveau mot de passe pour votre compte { $brand }.
mail-reset-button = Choisir un nouveau mot de passe
mail-reset-otherwise = Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.
mail-change-confirm-subject = Autorisez une nouvelle adresse e-mail pour votre compte { $brand }
mail-change-confirm-text = Vous avez demandé à remplacer l’adresse e-mail de votre compte { $brand } par { $address }.
mail-change-confirm-button = Autoriser le changement
mail-change-confirm-otherwise = Vous n’avez rien demandé ? Ignorez ce message et modifiez votre mot de passe.
mail-change-verify-subject = Confirmez votre nouvelle adresse e-mail pour { $brand }
mail-change-verify-text = Confirmez que { $address } est à vous. Ensuite, vous vous connecterez avec cette adresse.
mail-change-verify-button = Confirmer la nouvelle adresse
mail-change-verify-otherwise = Vous n’avez rien demandé ? Ignorez ce message.
mail-email-changed-subject = Votre adresse e-mail { $brand } a été modifiée
mail-email-changed-text = L’adresse e-mail de votre compte est désormais { $address }. Plus rien n’est envoyé à l’ancienne adresse.
mail-delete-subject = Supprimez votre compte { $brand }
mail-delete-text = Vous avez demandé à supprimer votre compte { $brand }. Cette action est définitive.
mail-delete-button = Supprimer le compte
mail-delete-otherwise = Vous n’avez rien demandé ? Ignorez ce message et modifiez votre mot de passe.
mail-existing-subject = Vous avez déjà un compte { $brand }
mail-existing-text = Quelqu’un, sans doute vous, a essayé de créer un compte { $brand } avec cette adresse. Il y en a déjà un : connectez-vous avec lui.
mail-existing-button = Se connecter
mail-existing-otherwise = Mot de passe oublié ? Choisissez-en un nouveau :
mail-password-changed-subject = Votre mot de passe { $brand } a été modifié
mail-password-changed-text = Le mot de passe de votre compte a été modifié le { $time }.
mail-too-many-tries-subject = Quelqu’un essaie sans cesse des mots de passe pour votre compte { $brand }
mail-too-many-tries-text = Tant de mots de passe erronés ont été essayés pour votre compte qu’aucun n’est examiné avant le { $time }. Personne n’est entré.
mail-too-many-tries-ways = Vos autres moyens de connexion fonctionnent entre-temps. Si vous avez oublié votre mot de passe, choisissez-en un nouveau ; il fonctionne tout de suite :
mail-not-me-text = { $count ->
    [one] Ce n’était pas vous ? Reprenez votre compte. C’est possible pendant { $count } jour :
   *[other] Ce n’était pas vous ? Reprenez votre compte. C’est possible pendant { $count } jours :
}
mail-not-me-button = Ce n’était pas moi
mail-new-device-subject = Un nouvel appareil s’est connecté à votre compte { $brand }
mail-new-device-text = Quelqu’un s’est connecté à votre compte le { $time } avec un appareil qui ne l’avait jamais fait.
mail-new-device-device = Appareil : { $device }
mail-new-device-place = Lieu : { $place }
mail-new-device-address = Adresse IP : { $address }
mail-new-device-both = { $browser } sur { $system }
mail-new-device-unknown = inconnu
mail-new-device-you = Si c’était vous, il n’y a rien à faire.
mail-second-factor-subject = { $code } est votre code pour { $brand }
mail-second-factor-text = Votre code pour terminer la connexion à { $brand } :
mail-second-factor-otherwise = Vous n’êtes pas en train de vous connecter ? Alors quelqu’un connaît votre mot de passe : modifiez-le.
mail-two-factor-subject = Le second facteur de votre compte { $brand } a été modifié
mail-two-factor-on-text = Le second facteur de votre compte a été configuré ou modifié le { $time }.
mail-two-factor-off-text = Le second facteur de votre compte a été désactivé le { $time }.

mail-passkey-subject = Vos clés d’accès { $brand } ont été modifiées
mail-passkey-added-text = Une clé d’accès a été ajoutée à votre compte le { $time }. Quiconque la possède peut se connecter.
mail-passkey-removed-text = Une clé d’accès a été supprimée de votre compte le { $time }.
mail-phone-number-subject = Le numéro de téléphone de votre compte { $brand } a été modifié
mail-phone-number-set-text = Le numéro de téléphone de votre compte a été défini ou modifié le { $time }.
mail-phone-number-removed-text = Le numéro de téléphone de votre compte a été supprimé le { $time }.

text-message-verify = { $code } est votre code pour { $brand }. Ne le donnez à personne.
text-message-reset = { $code } est votre code pour un nouveau mot de passe { $brand }. Ne le donnez à personne.
text-message-second-factor = { $code } est votre code pour terminer la connexion à { $brand }. Ne le donnez à personne.
text-message-test = { $brand } peut envoyer des SMS.
mail-test-subject = Les e-mails de { $brand } fonctionnent
mail-test-text = Ceci est un message d’essai, envoyé le { $time }. Vous n’avez rien à faire.
