# Español.

locale-endonym = Español
locale-direction = ltr

## Every page

dev-banner = Modo de desarrollo: solo para esta máquina, aquí nada se guarda a salvo.
skip-to-content = Ir al contenido
language-menu = Idioma:
footer-help = Ayuda
footer-privacy = Privacidad
footer-terms = Condiciones
to-continue-to = para continuar en { $app }
app-verified = verificada por { $brand }
app-not-verified = no verificada por { $brand }
cancel-button = Cancelar
continue-button = Continuar
save-button = Guardar
allow-button = Permitir
copy = Copiar
copied = Copiado
back-to-sign-in = Volver al inicio de sesión
back-to-app = Volver a { $app }
back-plain = Volver
still-signed-in-button = Tu cuenta

## Fields

field-email = Correo electrónico
field-email-or-username = Correo electrónico o nombre de usuario
field-email-or-phone = Correo electrónico o número de teléfono
field-email-username-or-phone = Correo electrónico, nombre de usuario o número de teléfono
field-name = Nombre
field-password = Contraseña
field-code = Código
field-phone = Número de teléfono
field-new-phone = Nuevo número de teléfono
field-phone-hint = Empieza por + y el prefijo del país.
field-new-password = Nueva contraseña
field-current-password = Contraseña actual
field-new-email = Nuevo correo electrónico
field-new-email-hint = Le enviamos un enlace. La dirección cambia cuando abres ese enlace.
field-new-email-hint-at-once = Cambia de inmediato. Le enviamos un enlace, con el que confirmas que es tuya.
field-new-email-hint-allowed = Enviamos un enlace a tu dirección actual y después otro a la nueva. Cambia cuando has abierto los dos.
field-username = Nombre de usuario
field-username-optional = Nombre de usuario (opcional)
field-declared-optional = { $field } (opcional)
field-declared-none = Sin elección
field-username-hint = { $count ->
    [one] Al menos { $count } carácter: letras, cifras, puntos y guiones bajos.
   *[other] Al menos { $count } caracteres: letras, cifras, puntos y guiones bajos.
}
field-picture = Imagen de otro sitio
field-picture-hint = La dirección https de una imagen, en lugar de una que subas. Déjala vacía si no quieres ninguna.
field-upload = Imagen nueva
field-upload-hint = PNG, JPEG, WebP o GIF, hasta { $size }. Se recorta en un cuadrado; lo que el archivo diga del lugar y la cámara se descarta.
password-show = Mostrar la contraseña
password-hint = { $count ->
    [one] Al menos { $count } carácter.
   *[other] Al menos { $count } caracteres. Van bien varias palabras que no tengan relación entre sí.
}

## What can be wrong with a form

problem-title-head = Error:{" "}
problem-several = Hay algunas cosas que revisar:
problem-credentials-mismatch = Ese correo y esa contraseña no coinciden. Revisa ambos o restablece tu contraseña.
problem-username-mismatch = Ese nombre de usuario y esa contraseña no coinciden. Revisa ambos o restablece tu contraseña.
problem-identifier-malformed = Escribe una dirección de correo como ada@example.com o un nombre de usuario.
problem-too-many-tries = { $count ->
    [one] Demasiados intentos. Espera 1 minuto o restablece tu contraseña.
   *[other] Demasiados intentos. Espera { $count } minutos o restablece tu contraseña.
}
problem-account-disabled = Esta cuenta está desactivada. Pregunta a tu administrador.
problem-email-unverified = Tu correo electrónico aún no está confirmado. Te hemos enviado un enlace nuevo: ábrelo y después inicia sesión.
problem-form-expired = Esta página ha estado abierta demasiado tiempo. Envíala otra vez.
problem-name-missing = Escribe tu nombre.
problem-name-too-long = { $count ->
    [one] Acorta el nombre a { $count } carácter.
   *[other] Acorta el nombre a { $count } caracteres.
}
problem-username-missing = Elige un nombre de usuario.
problem-username-too-short = { $count ->
    [one] Usa al menos { $count } carácter.
   *[other] Usa al menos { $count } caracteres.
}
problem-username-too-long = { $count ->
    [one] Usa como máximo { $count } carácter.
   *[other] Usa como máximo { $count } caracteres.
}
problem-username-malformed = Usa solo las letras de la a a la z, cifras, puntos y guiones bajos.
problem-username-taken = Este nombre de usuario ya está en uso. Elige otro.
problem-username-immutable = Este nombre de usuario ya no se puede cambiar.
problem-email-malformed = Escribe una dirección de correo como ada@example.com.
problem-email-taken = Esta dirección de correo ya tiene una cuenta. Inicia sesión con ella o usa otra dirección.
problem-email-domain-refused = Las cuentas de aquí no pueden tener un correo de este dominio. Usa otra dirección.
form-work-wait = { $count ->
    [one] Tu navegador no ejecuta scripts, así que no podemos ver que hay una persona al otro lado. Espera 1 segundo antes de enviar esto.
   *[other] Tu navegador no ejecuta scripts, así que no podemos ver que hay una persona al otro lado. Espera { $count } segundos antes de enviar esto.
}
problem-phone-number-malformed = Escribe un número de móvil con + y el prefijo del país.
problem-phone-number-elsewhere = No enviamos mensajes de texto a este país. Usa otro número.
problem-phone-number-taken = Este número pertenece a otra cuenta. Inicia sesión con él o usa otro número.
problem-phone-number-needed = Sin este número ya no podrías iniciar sesión. Antes confirma tu correo o define una contraseña.
problem-phone-number-mismatch = El número de teléfono y la contraseña no coinciden. Revisa ambos o inicia sesión con un código.
problem-picture-malformed = Escribe una dirección que empiece por https:// o deja el campo vacío.
problem-picture-missing = Elige primero un archivo.
problem-picture-unreadable = Este archivo no es una imagen que se pueda leer aquí. Elige PNG, JPEG, WebP o GIF.
problem-picture-too-large = Este archivo ocupa más de { $size }. Elige uno más pequeño.
problem-picture-too-many-pixels = Esta imagen es demasiado grande para leerla aquí. Elige una menos ancha y alta.
problem-password-too-short = { $count ->
    [one] Usa al menos { $count } carácter.
   *[other] Usa al menos { $count } caracteres.
}
problem-password-too-long = { $count ->
    [one] Usa como máximo { $count } carácter.
   *[other] Usa como máximo { $count } caracteres.
}
problem-password-guessable = Esta contraseña es fácil de adivinar. Usa varias palabras que no tengan relación entre sí.
problem-password-breached = Esta contraseña está en una lista de contraseñas filtradas, que los atacantes prueban primero. Elige una que no uses en ningún otro sitio.
problem-password-unchecked = Ahora mismo no hemos podido comprobar si esta contraseña se ha filtrado. Vuelve a intentarlo dentro de un momento.
problem-password-wrong = Esa no es tu contraseña. Vuelve a intentarlo o restablécela.
problem-second-factor-wrong = Ese código no es correcto o ya se ha usado. Escribe el siguiente.
problem-second-factor-clock = Ese código era correcto hace un momento o lo será pronto: parece que el reloj de tu teléfono no está en hora. Activa la fecha y hora automáticas en los ajustes del teléfono y escribe el siguiente código.
problem-code-wrong = Ese no es el código. Mira el mensaje más reciente; después de tres intentos, un código deja de funcionar.
problem-user-code-malformed = Un código tiene ocho letras y ninguna vocal. Compruébalo en tu dispositivo.
problem-user-code-unknown = Ningún dispositivo espera con este código. Compruébalo o pide uno nuevo en tu dispositivo.
problem-too-many-user-codes = { $count ->
    [one] Se han probado demasiados códigos. Espera 1 minuto y escribe el código otra vez.
   *[other] Se han probado demasiados códigos. Espera { $count } minutos y escribe el código otra vez.
}
problem-code-spent = Este código ya no funciona. Pide uno nuevo.
problem-declared-missing = { $field } está vacío. Rellénalo.
problem-declared-too-long = { $field } es demasiado largo. El máximo es { $maximum }.
problem-declared-no-number = { $field } no es un número. Escríbelo en cifras, como 12 o 3.5.
problem-declared-no-day = { $field } no es una fecha. Escribe un día del calendario.
problem-declared-not-taken = { $field } no admite esto. Escribe otra cosa.
problem-declared-taken = Otra persona ya tiene esto en { $field }. Escribe otra cosa.
problem-passkey-refused = No ha funcionado con esta llave de acceso. Vuelve a intentarlo o usa otra opción.
problem-wallet-too-late = Ese mensaje ya no sirve. Vuelve a usar tu monedero.
problem-wallet-not-yours = Ese monedero no es de esta cuenta. Elige el que usas para iniciar sesión.
problem-passkey-known = Este dispositivo ya tiene una llave de acceso para tu cuenta.
problem-passkey-last-way-in = Sin esta llave de acceso ya no podrías iniciar sesión. Antes añade otra o una contraseña.
problem-identity-last-way-in = Es la única forma de entrar que tienes. Antes configura otra.
problem-terms-not-accepted = Marca la casilla para decir que estás de acuerdo.
problem-terms-changed = Los documentos han cambiado desde que se abrió esta página. Léelos y acepta de nuevo.

## Signing in and out

sign-in-title = Iniciar sesión
sign-in-button = Iniciar sesión
sign-in-last-used = Última opción usada
sign-in-password-title = Escribe tu contraseña
sign-in-change-address = ¿No eres tú? Usa otro correo
sign-in-change-identifier = ¿No eres tú? Usa otro correo o nombre de usuario
sign-in-magic-link = Enviarme un enlace por correo
sign-in-email-code = Enviarme un código por correo
sign-in-phone-code = Enviarme un código por SMS
sign-in-new-here = ¿Es tu primera vez aquí?
sign-in-notice-password-reset = Tu contraseña ha cambiado. Inicia sesión con ella.
sign-in-notice-email-verified = Tu correo está confirmado. Inicia sesión para continuar.
sign-in-notice-signed-out = Has cerrado la sesión.
sign-in-notice-too-many-codes = Demasiados códigos eran incorrectos. Inicia sesión otra vez.
sign-in-notice-no-second-factor = Esta cuenta necesita un segundo factor y ninguno de los tuyos cuenta aquí. Inicia sesión de otra forma o pregunta a los responsables de este sitio.
sign-in-notice-passkey-unknown = Aquí ya nadie tiene esta llave de acceso. Inicia sesión de otra forma y elimínala de tu dispositivo.
sign-in-notice-wallet-too-late = Ese mensaje ya no sirve. Vuelve a iniciar sesión con tu monedero.
sign-in-notice-wallet-refused = La firma no es de la cuenta que elegiste. Elígela de nuevo o usa otra opción: las cuentas que son contratos no pueden iniciar sesión aquí.
sign-in-notice-wallet-unknown = Aquí nadie tiene este monedero y con él no se puede crear una cuenta. Inicia sesión de otra forma.
passkey-button = Usar una llave de acceso
passkey-cancelled = No se ha usado ninguna llave de acceso. Vuelve a intentarlo o usa otra opción.
passkey-failed = No ha funcionado. Vuelve a intentarlo o usa otra opción.
passkey-no-script = Las llaves de acceso necesitan scripts, que están desactivados en este navegador.
passkey-no-script-here = Para añadir una llave de acceso se necesitan scripts, que están desactivados en este navegador. Actívalos para esta página y vuelve a cargarla.
passkey-add-button = Añadir una llave de acceso
passkey-offer-title = Inicia sesión más rápido la próxima vez
passkey-offer-text = Con una llave de acceso inicias sesión con tu huella, tu cara o el bloqueo de pantalla, sin escribir una contraseña. Se queda en tus dispositivos y nadie puede sacártela con engaños.
passkey-later = Ahora no
wallet-button = Iniciar sesión con un monedero
wallet-look = Sigue en tu monedero: te pide que firmes un mensaje.
wallet-choice = ¿Qué monedero?
wallet-cancelled = No se ha firmado nada. Vuelve a intentarlo o usa otra opción.
wallet-no-account = No se ha elegido ninguna cuenta en tu monedero. Vuelve a intentarlo o usa otra opción.
wallet-busy = Tu monedero todavía te está preguntando algo. Ábrelo, responde allí y vuelve a intentarlo.
wallet-chain = Tu monedero está en una red que aquí no se admite. Cambia a otra en el monedero y vuelve a intentarlo.
wallet-failed = No ha funcionado. Vuelve a intentarlo o usa otra opción.
wallet-statement = Entro en este sitio. No cuesta nada ni mueve fondos.
wallet-confirm-statement = Confirmo en este sitio que soy yo. No cuesta nada ni mueve fondos.
forgot-link = ¿Has olvidado la contraseña?
remember-label = Mantener la sesión iniciada en este dispositivo
remember-hint = No en un dispositivo que usen otras personas.
sign-up-title = Crear cuenta
sign-up-button = Crear cuenta
sign-up-have-account = ¿Ya tienes una cuenta?
sign-up-passkey-button = Crear cuenta con una llave de acceso
sign-up-wallet-button = Crear cuenta con un monedero
sign-up-passkey-hint = Te enviamos un enlace por correo. Ábrelo y usa tu huella, tu cara o el bloqueo de pantalla: no hay contraseña.
sign-up-link-passkey-hint = Inicias sesión con tu huella, tu cara o el bloqueo de pantalla: no hay contraseña.
sign-up-link-email-hint = La cuenta se crea para esta dirección.
invitation-title = Acepta tu invitación
invitation-text = Tienes una invitación a { $brand }. Di cómo te llamas y cómo quieres iniciar sesión.
has-account-title = Ya tienes una cuenta
has-account-text = { $address } tiene una cuenta. Inicia sesión para continuar.
terms-document-terms = Condiciones
terms-document-privacy = Aviso de privacidad
terms-usual = Acepto las condiciones y he leído el aviso de privacidad
terms-usual-terms = Acepto las condiciones
terms-usual-privacy = He leído el aviso de privacidad
terms-agree-and-read = Acepto: { $agreed }. He leído: { $read }.
terms-agree = Acepto: { $agreed }
terms-read = He leído: { $read }
terms-new-tab = Leer en otra pestaña:
terms-title = Antes de continuar
terms-title-again = Hay novedades
terms-text = Tu cuenta necesita tu consentimiento. Lee esto y continúa.
terms-text-again = Estos documentos han cambiado desde que los aceptaste. Lee lo nuevo y continúa.
terms-agree-button = Aceptar y continuar
terms-later = Ahora no: cerrar sesión
terms-signed-in-as = Sesión iniciada como { $address }
terms-data = Descargar tus datos
terms-delete = Eliminar tu cuenta
sign-out-title = ¿Cerrar la sesión de { $brand }?
sign-out-text = Las aplicaciones que abriste con esta cuenta pueden pedirte que vuelvas a iniciar sesión.
sign-out-asked = Una aplicación ha pedido cerrar tu sesión.
sign-out-asked-by = { $app } ha pedido cerrar tu sesión.
sign-out-button = Cerrar sesión
sign-out-all-button = Cerrar la sesión de todas las cuentas
sign-out-all-text = También se cierra la sesión de las demás cuentas de este navegador.
sign-out-stay = Mantener la sesión
signed-out-title = Has cerrado la sesión de { $brand }
signed-out-text = En un dispositivo que usen otras personas, cierra también el navegador.
signed-out-unconfirmed = Estas aplicaciones no han confirmado que también hayan cerrado tu sesión:
signed-out-again = Volver a iniciar sesión
still-signed-in-title = Tu sesión sigue abierta
still-signed-in-text = No se ha cambiado nada. Puedes cerrar esta página.

## Second factor

trust-label = Confiar en este dispositivo durante 30 días
trust-hint = Aquí solo se pedirá tu contraseña. No lo marques en un dispositivo que usen otras personas.
complete-profile-title = Completa tu perfil
complete-profile-text = Has iniciado sesión como { $email }. Rellena lo que falta y continúa.
set-up-second-factor-title = Configura un segundo factor
set-up-second-factor-text = Para iniciar sesión aquí hace falta más de una prueba. Añade en tu teléfono una aplicación que muestre códigos, como la que ya usas en otros sitios. Se tarda un minuto.
set-up-second-factor-due = A partir del { $time }, para iniciar sesión aquí hará falta más de una prueba. Añade en tu teléfono una aplicación que muestre códigos, como la que ya usas en otros sitios. Se tarda un minuto.
set-up-second-factor-now = Configurarlo ahora
set-up-second-factor-later = Ahora no
two-factor-totp-title = Escribe el código de tu aplicación de autenticación
two-factor-totp-text = Muestra seis cifras que cambian cada medio minuto.
two-factor-backup-title = Escribe un código de reserva
two-factor-backup-text = Uno de los códigos que guardaste al configurar tu segundo factor. Cada uno funciona una sola vez.
two-factor-mail-send-title = Recibir un código por correo
two-factor-mail-text = Enviamos un código a { $address }.
two-factor-text-send-title = Recibir un código por SMS
two-factor-mail-title = Escribe el código que te hemos enviado
two-factor-mail-sent = Hemos enviado un código a { $address }. Funciona durante 3 minutos.
two-factor-send-button = Enviar código
two-factor-send-again-button = Enviar otro código
two-factor-others = Otras opciones
two-factor-use-totp = Usar tu aplicación de autenticación
two-factor-use-mail = Recibir un código por correo
two-factor-use-text = Recibir un código por SMS
two-factor-passkey-title = Usa tu llave de acceso
two-factor-passkey-text = Demuestra que eres tú con el dispositivo que guarda tu llave de acceso.
two-factor-passkey-button = Usar una llave de acceso
two-factor-use-backup = Usar un código de reserva

## A forgotten password

forgot-title = Restablece tu contraseña
forgot-text = Escribe la dirección de correo de tu cuenta. Te enviamos un enlace para elegir una contraseña nueva.
forgot-button = Enviar el enlace
check-mail-title = Mira tu correo
check-mail-verify = Hemos enviado un mensaje a { $address }. Abre el enlace que contiene para continuar.
check-mail-reset = Si { $address } tiene una cuenta, le hemos enviado un enlace para elegir una contraseña nueva.
check-mail-magic-link = Hemos enviado un enlace a { $address }. Ábrelo en este navegador para iniciar sesión.
check-mail-magic-link-for-accounts = Si { $address } tiene una cuenta, le hemos enviado un enlace. Ábrelo en este navegador para iniciar sesión.
check-mail-open-mailbox = Abrir el buzón
check-mail-nothing = ¿No ha llegado nada?
check-mail-try-spam = Mira en la carpeta de spam.
check-mail-try-wait = Espera unos minutos: el correo puede tardar.
check-mail-try-address = Comprueba que la dirección de arriba sea correcta.
check-mail-wrong-address = Usar otra dirección
reset-title = Elige una contraseña nueva
reset-for = Para { $address }
reset-button = Cambiar la contraseña
revoke-sessions-label = Cerrar sesión en todos los demás sitios
revoke-sessions-hint = También se cierra la sesión de quien conozca la contraseña anterior.
reauthenticate-title = Confirma que eres tú
reauthenticate-text = Vas a cambiar algo importante. Antes escribe tu contraseña.
reauthenticate-passkey-text = Vas a cambiar algo importante. Antes usa tu llave de acceso.
reauthenticate-any-text = Vas a cambiar algo importante. Antes demuestra que eres tú.
reauthenticate-wallet-button = Usar tu monedero
reauthenticate-no-wallet = No se ha encontrado ningún monedero en este navegador. Abre esta página en el navegador que tiene el tuyo.

## Mailed links

magic-link-request-title = Iniciar sesión por correo
magic-link-request-text = Te enviamos un enlace. Con él inicias sesión sin contraseña.
magic-link-request-button = Enviarme un enlace por correo
magic-link-title = Iniciar sesión en este dispositivo
magic-link-text = ¿Iniciar sesión como { $address } en este dispositivo?
magic-link-elsewhere = El enlace se pidió en otro navegador. Si continúas, inicias sesión aquí; lo que espera en el otro navegador se queda allí.
magic-link-button = Iniciar sesión
magic-link-not-you = ¿No lo has pedido tú? Cierra esta página y no pasará nada.
email-code-request-title = Iniciar sesión con un código
email-code-request-text = Te enviamos un código de seis cifras. Lo escribes aquí, sin contraseña.
email-code-request-button = Enviarme un código por correo
email-code-title = Escribe el código
email-code-text = Hemos enviado un código a { $address }.
email-code-text-for-accounts = Si { $address } tiene una cuenta, le hemos enviado un código.
email-code-just-sent = Hace un momento se envió un código. Mira tu buzón; dentro de medio minuto puedes pedir otro.
email-code-again = Enviar un código nuevo
phone-request-title = Iniciar sesión por SMS
phone-request-text = Enviamos un código de seis cifras a tu teléfono. Lo escribes aquí, sin contraseña.
phone-reset-request-text = Enviamos un código al número de teléfono de tu cuenta. Con él eliges una contraseña nueva.
phone-send-button = Enviar código
phone-code-text = Hemos enviado un código al { $number }.
phone-code-text-for-accounts = Si { $number } tiene una cuenta, le hemos enviado un código.
phone-code-just-sent = Hace un momento se envió un código. Puede tardar un poco; dentro de medio minuto puedes pedir otro.
phone-wrong-number = ¿Número equivocado?
forgot-phone-link = Recibir un código por SMS en su lugar
confirm-link-verify-title = Confirma tu correo
confirm-link-verify-text = ¿Es { $address } tu dirección?
confirm-link-verify-button = Confirmar correo
confirm-link-allow-title = Permite el nuevo correo
confirm-link-allow-text = Tu cuenta va a pasar a { $address }. Después enviamos un enlace a esa dirección.
confirm-link-allow-button = Permitir
confirm-link-change-title = Cambia tu correo
confirm-link-change-text = A partir de ahora inicias sesión con { $address }.
confirm-link-change-button = Cambiar correo
confirm-link-delete-title = Elimina tu cuenta
confirm-link-delete-text = La cuenta de { $address } se elimina de inmediato y no se puede recuperar.
confirm-link-delete-button = Eliminar cuenta
confirm-link-not-you = ¿No eres tú? Cierra esta página y no pasará nada.
confirm-link-disown-title = Recupera tu cuenta
confirm-link-disown-text = Esto cierra todas las sesiones de la cuenta de { $address }, anula su contraseña, elimina las llaves de acceso, el número de teléfono y el segundo factor añadidos desde entonces y deshace un cambio de su correo. Después enviamos allí un enlace para elegir una contraseña nueva.
confirm-link-disown-button = No he sido yo
confirm-link-was-you = ¿Has sido tú? Cierra esta página y no pasará nada.
link-done-verify-title = Correo confirmado
link-done-verify-text = { $address } es tuya. Puedes continuar.
link-done-allow-title = Un paso más
link-done-allow-text = Hemos enviado un enlace a { $address }. Ábrelo para terminar el cambio.
link-done-change-title = Correo cambiado
link-done-change-text = A partir de ahora inicias sesión con { $address }.
link-done-disown-title = Tu cuenta está a salvo
link-done-disown-text = Se han cerrado todas las sesiones. Hemos enviado a { $address } un enlace para elegir una contraseña nueva.
link-done-delete-title = Cuenta eliminada
link-done-delete-text = La cuenta de { $address } ya no existe y has cerrado la sesión en todas partes.

## Apps

choose-account-title = Elige una cuenta
choose-account-signed-out = Sesión cerrada
choose-account-another = Usar otra cuenta
choose-account-in-use = En uso
choose-account-remove-title = Quitar una cuenta de este dispositivo
choose-account-remove-text = A quien quites se le cierra la sesión aquí, y este navegador lo olvida.
choose-account-remove-button = Quitar
choose-account-back = Volver a elegir
form-post-title = Has iniciado sesión
form-post-text = Continúa en { $app }.
form-post-text-plain = Continúa en la aplicación.
consent-title = { $app } quiere acceder a tu cuenta
consent-list = { $app } podrá
consent-switch = Cambiar de cuenta
consent-new = Nuevo
consent-warning = Nadie ha revisado esta aplicación. Tus datos van a { $host }. Continúa solo si conoces este sitio.
consent-remove-later = Puedes retirar el acceso más adelante:
consent-your-account = tu cuenta
consent-app-privacy = { $app }: privacidad
consent-app-terms = { $app }: condiciones
consent-details = Detalles
consent-details-scopes = Scopes
consent-details-client = Cliente
consent-details-host = Va a
device-title = Conectar un dispositivo
device-explain = Escribe el código que muestra tu televisor o terminal.
device-compare = Compara este código con el de tu dispositivo. Continúa solo si son iguales.
device-code = Código de tu dispositivo
device-code-hint = Ocho letras, por ejemplo { $example }
device-never-told = Nadie de aquí te pedirá nunca que escribas un código que te haya enviado.
device-confirm-title = ¿Conectar { $app }?
device-confirm-lead = Estás a punto de iniciar sesión en { $app } en otro dispositivo.
device-confirm-only = Continúa solo si lo has empezado tú hace un momento. Si alguien te ha enviado el código, entrará en tu cuenta.
device-confirm-elsewhere = Esta petición viene de otro país distinto de aquel en el que estás. Si tu dispositivo no está allí, elige «No he sido yo».
device-confirm-unverified = Nadie ha revisado esta aplicación: cualquiera puede darle este nombre a una aplicación.
device-confirm-code = Código en el dispositivo
device-confirm-from = Pedido desde
device-confirm-with = Pedido con
device-confirm-when = Pedido a las
device-confirm-whole-account = Hacer todo lo que tú puedes hacer aquí: inicia sesión en toda tu cuenta.
device-connect-button = Conectar
device-deny-button = No he sido yo
device-minutes-left = { $count ->
    [one] El código funciona 1 minuto más.
   *[other] El código funciona { $count } minutos más.
}
device-connected-title = Dispositivo conectado
device-connected-text = { $app } tiene la sesión iniciada. Puedes cerrar esta página y volver a tu dispositivo.
device-denied-title = No conectado
device-denied-text = { $app } ha recibido un no. Si no lo empezaste tú, no hay nada más que hacer: nadie ha entrado.
device-expired-title = Este código es demasiado antiguo
device-expired-text = { $app } ha esperado demasiado una respuesta. Pide un código nuevo en tu dispositivo.
device-used-title = Este código ya se ha usado
device-used-text = { $app } ya tiene su respuesta, u otra persona ha abierto el código. Pide uno nuevo en tu dispositivo.
device-again-button = Escribir otro código
scope-openid = Saber quién eres
scope-profile = Ver tu nombre y tu imagen
scope-email = Ver tu dirección de correo
scope-phone = Ver tu número de teléfono
scope-address = Ver tu dirección postal
scope-declared = Ver más sobre ti
scope-offline-access = Mantener la sesión iniciada cuando no estás

## The account

account-navigation = Cuenta
account-switch = Cambiar de cuenta
account-profile = Perfil
account-security = Seguridad
account-two-factor = Segundo factor
account-passkeys = Llaves de acceso
account-identities = Formas de iniciar sesión
account-sessions = Sesiones
account-activity = Actividad
account-apps = Aplicaciones conectadas
account-delete = Eliminar cuenta
account-console = Consola
notice-profile-saved = Guardado.
notice-picture-saved = Tu imagen está guardada.
notice-picture-removed = Tu imagen está eliminada.
notice-username-saved = Tu nombre de usuario está guardado.
notice-phone-number-saved = Tu número de teléfono está guardado.
notice-phone-number-removed = Tu número de teléfono está eliminado.
notice-verification-link-sent = Te hemos enviado un enlace nuevo. Ábrelo para confirmar tu dirección.
notice-email-link-sent = Abre el enlace que hemos enviado a la dirección nueva: entonces cambia. No se ha enviado nada si esa dirección ya tiene una cuenta.
notice-email-changed = Tu correo ha cambiado. Abre el enlace que le hemos enviado para confirmar que es tuyo.
notice-email-permission-asked = Abre el enlace que hemos enviado a tu dirección actual y después el de la nueva: entonces cambia.
notice-password-changed = Tu contraseña ha cambiado.
notice-password-link-sent = Te hemos enviado un enlace. Ábrelo para elegir una contraseña.
notice-sessions-ended = Sesión cerrada allí.
notice-app-removed = Acceso retirado.
notice-deletion-link-sent = Te hemos enviado un enlace. No se elimina nada hasta que lo abras.
notice-account-deleted = Tu cuenta ya no existe y has cerrado la sesión en todas partes.
notice-send-again = Todavía no se ha cambiado nada. Rellena el formulario otra vez.
profile-lead = Lo que las aplicaciones ven de ti cuando lo permites.
profile-about-you = Sobre ti
picture-heading = Imagen
picture-alt = Tu imagen
picture-none = Todavía no tienes ninguna imagen.
picture-uploaded = Las aplicaciones a las que permites ver tu nombre también ven esta imagen.
picture-elsewhere = Las aplicaciones reciben la dirección de tu imagen en otro sitio. Aquí no se muestra.
picture-upload-button = Subir imagen
picture-remove-button = Eliminar imagen
username-none = Todavía ninguno.
phone-none = Aquí no tienes ningún número de teléfono.
phone-proof = Para cambiar tu número de teléfono, antes demuestra que eres tú.
phone-change-button = Cambiar número de teléfono
phone-save-button = Guardar número
phone-remove-button = Eliminar número
username-button = Guardar nombre de usuario
email-verified = Confirmado
email-not-verified = Sin confirmar
email-verification-text = Abre el enlace que hemos enviado a esta dirección para confirmar que es tuya.
email-verification-button = Enviar otro enlace
email-temporary-text = Todavía no nos has dado ningún correo. Escribe el tuyo y le enviamos un enlace.
email-needed-text = El enlace para esto se envía a tu correo, y todavía no nos has dado ninguno.
email-needed-button = Añadir un correo
email-change-proof = Pedimos tu contraseña antes de que se pueda cambiar la dirección.
email-change-button = Cambiar correo
security-lead = Cómo demuestras que eres tú.
password-last-changed = Último cambio: { $time }
password-none = Todavía no tienes contraseña. Enviamos un enlace a { $address }, con el que eliges una.
password-change-button = Cambiar la contraseña
sessions-lead = Dónde tienes la sesión iniciada. Cierra las que no reconozcas.
sessions-heading = Sesiones iniciadas
sessions-this-one = Esta
sessions-device = { $browser } en { $system }
sessions-unknown-device = Dispositivo desconocido
place-in-country = { $city }, { $country }
place-unknown = Lugar desconocido
device-heading = Dispositivo
place-heading = Lugar
time-heading = Hora
method-password = Contraseña
method-magic-link = Enlace por correo
method-email-code = Código por correo
method-passkey = Llave de acceso
method-phone-code = Código por SMS
method-wallet = Monedero
method-anonymous = Como invitado
method-totp = Aplicación de autenticación
method-backup-code = Código de reserva
method-mailed-code = Segundo factor por correo
method-texted-code = Segundo factor por SMS
sessions-last-used = Último uso
sessions-let-in = Autorizado con un código, para { $app }
sessions-since = Desde
sessions-end-others = Cerrar todas las demás
sessions-end-all = Cerrar sesión en todas partes
sessions-apps-stay = Las aplicaciones que pueden mantener la sesión cuando no estás conservan su acceso hasta que lo retires:
identities-lead = Cómo puedes iniciar sesión. Ten al menos dos formas, para no quedarte fuera si pierdes una.
identities-ways-heading = Configuradas aquí
identities-connected-heading = Conectadas
identities-mail = Enlace o código por correo
identities-password-set = Tienes una.
identities-passkeys = { $count ->
    [one] { $count } llave de acceso
   *[other] { $count } llaves de acceso
}
identities-not-set = Sin configurar
identities-change = Cambiar
identities-set-up = Configurar
identities-chain = Cadena
identities-disconnect-button = Desconectar
apps-lead = Aplicaciones que pueden usar tu cuenta.
apps-heading = Aplicaciones
apps-none = Ninguna aplicación tiene acceso a tu cuenta.
apps-since = Desde
apps-remove-button = Retirar acceso
delete-lead = Esto no se puede deshacer.
delete-heading = Qué ocurre
delete-consequence-sessions = Se cierra tu sesión en todas partes.
delete-consequence-apps = Las aplicaciones pierden su acceso. Lo que hayan guardado sobre ti se queda con ellas.
delete-consequence-final = Se borran tu nombre, tu dirección de correo y tu contraseña.
delete-by-mail = Primero enviamos un enlace a { $address }. No se elimina nada hasta que lo abras.
delete-button = Eliminar cuenta
passkeys-lead = Inicia sesión con tu huella, tu cara o el bloqueo de pantalla, sin escribir nada.
passkeys-heading = Tus llaves de acceso
passkeys-none = Todavía no tienes ninguna.
passkeys-unnamed = Llave de acceso
passkeys-synced = En varios dispositivos
passkeys-created = Añadida
passkeys-never-used = Sin usar
passkeys-rename = Cambiar nombre
passkeys-name = Nombre
passkeys-remove = Eliminar
passkeys-add-heading = Añadir una llave de acceso
passkeys-add-text = Tu navegador pregunta dónde guardarla: en este dispositivo, en tu teléfono o en una llave de seguridad.
two-factor-lead = Una segunda prueba además de tu contraseña, para que la contraseña sola no abra nada.
two-factor-app-heading = Aplicación de autenticación
two-factor-on-since = Activada desde { $time }
two-factor-app-text = Una aplicación en tu teléfono muestra un código, que escribes al iniciar sesión.
two-factor-app-on = Cuando inicias sesión, pedimos un código de tu aplicación.
two-factor-propose-button = Configurar una aplicación
two-factor-replace-button = Configurar otra aplicación
two-factor-step-scan = Escanea la imagen con tu aplicación de autenticación.
two-factor-step-type = Escribe el código que muestra la aplicación.
two-factor-qr-code = Código QR para tu aplicación de autenticación
two-factor-secret = ¿Sin cámara? Escribe esta clave en la aplicación:
two-factor-confirm-button = Activar
two-factor-now-on = Tu segundo factor está activado. A partir de ahora pedimos un código cuando inicias sesión.
two-factor-off-button = Desactivar el segundo factor
trusted-browsers-heading = Navegadores de confianza
trusted-browsers-text = Al iniciar sesión con uno de ellos no se pide ningún código. La contraseña sigue haciendo falta.
trusted-browsers-until = De confianza hasta
trusted-browsers-end = Dejar de confiar
trusted-browsers-end-all = Dejar de confiar en todos
backup-codes-heading = Códigos de reserva
backup-codes-left = { $count ->
    [one] Queda { $count } código de reserva.
   *[other] Quedan { $count } códigos de reserva.
}
backup-codes-renew-button = Obtener nuevos códigos de reserva
backup-codes-text = Guarda estos códigos donde los encuentres sin tu teléfono. Cada uno funciona una sola vez y solo los mostramos ahora.
backup-codes-kept-button = Ya los he guardado
activity-lead = Lo que ha ocurrido en tu cuenta, lo más reciente primero. ¿Hay algo que no has hecho tú? Cambia tu contraseña y cierra la sesión en todas partes.
activity-heading = Actividad
activity-none = Todavía nada.
activity-older = Anteriores
activity-user-registered = Cuenta creada
activity-email-verified = Dirección de correo confirmada
activity-unproved-access-revoked = Anulado todo lo configurado antes de confirmar la dirección
activity-email-changed = Dirección de correo cambiada
activity-profile-changed = Perfil cambiado
activity-username-changed = Nombre de usuario cambiado
activity-phone-number-changed = Número de teléfono cambiado
activity-phone-number-removed = Número de teléfono eliminado
activity-password-changed = Contraseña cambiada
activity-password-reset = Contraseña definida con un enlace o código enviado
activity-two-factor-enabled = Segundo factor configurado o cambiado
activity-two-factor-disabled = Segundo factor desactivado
activity-browser-trust-ended = Fin de la confianza en un navegador
activity-backup-codes-renewed = Nuevos códigos de reserva
activity-passkey-added = Llave de acceso añadida
activity-passkey-removed = Llave de acceso eliminada
activity-passkey-count-refused = Inicio de sesión con llave de acceso rechazado: puede que la hayan copiado
activity-account-unlinked = Forma de iniciar sesión eliminada
activity-access-disowned = Cuenta recuperada: todas las sesiones cerradas, contraseña eliminada
activity-invitation-accepted = Cuenta creada por invitación
activity-terms-accepted = Condiciones aceptadas
activity-user-linked = Lo que hiciste como invitado pertenece ahora a tu cuenta
activity-user-erased = Cuenta eliminada
activity-user-disabled = Cuenta bloqueada por un administrador
activity-user-enabled = Cuenta desbloqueada por un administrador
activity-signed-in = Sesión iniciada
activity-sign-in-refused = Inicio de sesión rechazado
activity-second-factor-owed = Primera prueba correcta, segundo factor solicitado
activity-second-factor-refused = Segundo factor incorrecto
activity-identity-confirmed = Identidad confirmada
activity-session-carried-over = Sesión trasladada a otro sitio
activity-account-switched = Se cambió a esta cuenta en un navegador con varias
activity-signed-out = Sesión cerrada
activity-sessions-ended = Sesión cerrada en otro lugar
activity-action-refused = Rechazado por una regla de este servicio
activity-action-failed = No realizado: no se pudo comprobar una regla de este servicio
activity-consent-given = Aplicación permitida
activity-consent-revoked = Acceso de una aplicación retirado
activity-device-requested = Un dispositivo ha pedido conectarse
activity-device-approved = Dispositivo conectado
activity-device-denied = Dispositivo rechazado
activity-device-redeemed = Sesión iniciada en una aplicación de otro dispositivo
activity-token-reused = Una aplicación presentó algo ya usado; se anuló su acceso
activity-administration = Administración
own-data-heading = Tus datos
own-data-text = Todo lo que está guardado sobre ti, en un archivo que los programas pueden leer. No contiene contraseñas.
own-data-button = Descargar
notice-two-factor-off = Tu segundo factor está desactivado.
notice-trust-ended = Allí volvemos a pedir un código.
notice-passkey-added = La llave de acceso se ha añadido. A partir de ahora puedes iniciar sesión con ella.
notice-passkey-renamed = La llave de acceso tiene su nuevo nombre.
notice-passkey-removed = La llave de acceso se ha eliminado. Elimínala también de tu dispositivo.
notice-identity-disconnected = Desconectada. Nadie inicia sesión ya con ella.

## Setting up

setup-title = Crea el primer administrador
setup-text = Te damos la bienvenida. Este enlace funciona una sola vez. La cuenta que crees aquí se encarga de todas las demás.
setup-button = Crear administrador

## Errors

error-code = Código
error-request = Solicitud
error-time = Hora
error-copy-request = Copiar el número de solicitud
error-tell = Si esto sigue ocurriendo, envía estas líneas a tu administrador.
error-developers = Para desarrolladores
error-parameter = Parámetro
error-expected = Registrado
error-expected-nothing = nada
error-received = Recibido
error-action-start-again = Empezar de nuevo
error-action-account = Tu cuenta
error-action-new-link = Pedir un enlace nuevo
error-not-found-title = Aquí no hay ninguna página
error-not-found-reason = Puede que la dirección esté mal escrita o que la página se haya movido.
error-forbidden-title = Esta página no es para ti
error-forbidden-reason = Tu cuenta no tiene acceso a ella. Si debería tenerlo, pregunta a un administrador.
error-invalid-request-title = La aplicación ha enviado una solicitud que no podemos usar
error-invalid-request-reason = Falta algo en ella o hay algo mal. Esto deben arreglarlo los desarrolladores de la aplicación.
error-unknown-client-title = No conocemos esta aplicación
error-unknown-client-reason = La aplicación que te ha enviado aquí no está registrada o se ha eliminado.
error-client-disabled-title = Esta aplicación está desactivada
error-client-disabled-reason = Un administrador ha detenido el inicio de sesión en ella.
error-redirect-uri-mismatch-title = La aplicación ha pedido enviarte a una dirección que no conocemos
error-redirect-uri-mismatch-reason = Para protegerte nos detenemos aquí: su dirección de redirección no es una de las registradas.
error-login-session-expired-title = Este inicio de sesión ya no está abierto
error-login-session-expired-reason = Ha tardado más de 30 minutos, se ha terminado en otra pestaña o empezó en otro navegador.
error-cookie-blocked-title = Tu navegador no guarda cookies
error-cookie-blocked-reason = Para iniciar sesión hace falta una. Permite las cookies de este sitio y empieza de nuevo.
error-link-expired-title = Este enlace ya no funciona
error-link-expired-reason = Los enlaces funcionan una sola vez y durante un tiempo limitado. Pide uno nuevo.
error-account-disabled-title = Esta cuenta está desactivada
error-account-disabled-reason = Un administrador la ha detenido. Pídele que vuelva a activarla.
error-sign-up-closed-title = Aquí no se pueden crear cuentas nuevas
error-sign-up-closed-reason = Pide a un administrador que te invite.
error-action-refused-title = Este servicio no lo permite
error-action-refused-reason = Tiene una regla propia para esto y dice:
error-captcha-failed-title = No podemos saber si eres una persona
error-captcha-failed-reason = No se ha cambiado nada. Vuelve atrás, recarga la página y envíala otra vez. Sin scripts, espera el tiempo que indica la página antes de enviarla.
error-form-rejected-title = Esta página ha estado abierta demasiado tiempo
error-form-rejected-reason = No se ha cambiado nada. Vuelve atrás, recarga la página y envíala otra vez.
error-rate-limited-title = Demasiadas solicitudes
error-rate-limited-reason = Espera un minuto y vuelve a intentarlo.
error-server-error-title = Algo se ha roto por nuestra parte
error-server-error-reason = No lo has causado tú. Vuelve a intentarlo dentro de un momento.
error-temporarily-unavailable-title = Ahora mismo tenemos demasiado trabajo
error-temporarily-unavailable-reason = No se ha cambiado nada. Vuelve a intentarlo dentro de un momento.

## Mails

mail-greeting = Hola, { $name }:
mail-footer = Enviado por { $brand }.
mail-paste = Si el botón no hace nada, copia esta dirección en tu navegador:
mail-lifetime-hours = { $count ->
    [one] El enlace funciona una sola vez, durante 1 hora.
   *[other] El enlace funciona una sola vez, durante { $count } horas.
}
mail-lifetime-minutes = { $count ->
    [one] El enlace funciona una sola vez, durante 1 minuto.
   *[other] El enlace funciona una sola vez, durante { $count } minutos.
}
mail-verify-subject = Confirma tu correo para { $brand }
mail-verify-text = Confirma que esta dirección es tuya y tu cuenta de { $brand } estará lista.
mail-verify-button = Confirmar correo
mail-verify-otherwise = ¿No has creado una cuenta? Ignora este mensaje.
mail-magic-link-subject = Tu enlace para iniciar sesión en { $brand }
mail-magic-link-text = Has pedido un enlace para iniciar sesión en { $brand }.
mail-magic-link-button = Iniciar sesión
mail-magic-link-otherwise = ¿No lo has pedido tú? Ignora este mensaje: sin el enlace nadie inicia sesión.
mail-invitation-subject = Tienes una invitación a { $brand }
mail-invitation-text = Tienes una invitación para crear una cuenta en { $brand }.
mail-invitation-button = Aceptar la invitación
mail-invitation-otherwise = ¿No lo esperabas? Ignora este mensaje: sin el enlace no se crea ninguna cuenta.
mail-sign-up-link-subject = Crea tu cuenta en { $brand }
mail-sign-up-link-text = Has pedido crear una cuenta en { $brand }.
mail-sign-up-link-button = Crear cuenta
mail-sign-up-link-otherwise = ¿No lo has pedido tú? Ignora este mensaje: sin el enlace no se crea ninguna cuenta.
mail-code-subject = { $code } es tu código para { $brand }
mail-code-sign-in = Escribe este código para iniciar sesión en { $brand }:
mail-code-verify = Escribe este código para confirmar tu correo en { $brand }:
mail-code-reset = Escribe este código para elegir una contraseña nueva para tu cuenta de { $brand }:
mail-code-change = Escribe este código para usar esta dirección en tu cuenta de { $brand }:
mail-code-lifetime = { $count ->
    [one] El código funciona una sola vez, durante 1 minuto.
   *[other] El código funciona una sola vez, durante { $count } minutos.
}
mail-code-otherwise = ¿No lo has pedido tú? Ignora este mensaje y no des el código a nadie.
mail-reset-subject = Restablece tu contraseña de { $brand }
mail-reset-text = Has pedido elegir una contraseña nueva para tu cuenta de { $brand }.
mail-reset-button = Elegir una contraseña nueva
mail-reset-otherwise = ¿No lo has pedido tú? Ignora este mensaje: tu contraseña sigue como está.
mail-change-confirm-subject = Permite un nuevo correo para tu cuenta de { $brand }
mail-change-confirm-text = Has pedido cambiar el correo de tu cuenta de { $brand } a { $address }.
mail-change-confirm-button = Permitir el cambio
mail-change-confirm-otherwise = ¿No lo has pedido tú? Ignora este mensaje y cambia tu contraseña.
mail-change-verify-subject = Confirma tu nuevo correo para { $brand }
mail-change-verify-text = Confirma que { $address } es tuya. Desde entonces inicias sesión con ella.
mail-change-verify-button = Confirmar el nuevo correo
mail-change-verify-otherwise = ¿No lo has pedido tú? Ignora este mensaje.
mail-email-changed-subject = Tu correo de { $brand } ha cambiado
mail-email-changed-text = El correo de tu cuenta es ahora { $address }. A la dirección anterior ya no se envía nada.
mail-delete-subject = Elimina tu cuenta de { $brand }
mail-delete-text = Has pedido eliminar tu cuenta de { $brand }. Esto no se puede deshacer.
mail-delete-button = Eliminar cuenta
mail-delete-otherwise = ¿No lo has pedido tú? Ignora este mensaje y cambia tu contraseña.
mail-existing-subject = Ya tienes una cuenta de { $brand }
mail-existing-text = Alguien, probablemente tú, ha intentado crear una cuenta de { $brand } con esta dirección. Ya existe una: inicia sesión con ella.
mail-existing-button = Iniciar sesión
mail-existing-otherwise = ¿Has olvidado la contraseña? Elige una nueva:
mail-password-changed-subject = Tu contraseña de { $brand } ha cambiado
mail-password-changed-text = La contraseña de tu cuenta se cambió el { $time }.
mail-too-many-tries-subject = Alguien sigue probando contraseñas en tu cuenta de { $brand }
mail-too-many-tries-text = Se han probado tantas contraseñas incorrectas en tu cuenta que no se mira ninguna hasta el { $time }. Nadie ha entrado.
mail-too-many-tries-ways = Mientras tanto funcionan tus otras formas de iniciar sesión. Si has olvidado la contraseña, elige una nueva; funciona de inmediato:
mail-not-me-text = { $count ->
    [one] ¿No has sido tú? Recupera tu cuenta. Puedes hacerlo durante 1 día:
   *[other] ¿No has sido tú? Recupera tu cuenta. Puedes hacerlo durante { $count } días:
}
mail-not-me-button = No he sido yo
mail-new-device-subject = Un dispositivo nuevo ha iniciado sesión en tu cuenta de { $brand }
mail-new-device-text = Alguien inició sesión en tu cuenta el { $time } con un dispositivo que no lo había hecho antes.
mail-new-device-device = Dispositivo: { $device }
mail-new-device-place = Lugar: { $place }
mail-new-device-address = Dirección IP: { $address }
mail-new-device-both = { $browser } en { $system }
mail-new-device-unknown = desconocido
mail-new-device-you = Si has sido tú, no tienes que hacer nada.
mail-second-factor-subject = { $code } es tu código para { $brand }
mail-second-factor-text = Tu código para terminar de iniciar sesión en { $brand }:
mail-second-factor-otherwise = ¿No estás iniciando sesión? Entonces alguien conoce tu contraseña: cámbiala.
mail-two-factor-subject = El segundo factor de tu cuenta de { $brand } ha cambiado
mail-two-factor-on-text = El segundo factor de tu cuenta se configuró o se cambió el { $time }.
mail-two-factor-off-text = El segundo factor de tu cuenta se desactivó el { $time }.

mail-passkey-subject = Tus llaves de acceso de { $brand } han cambiado
mail-passkey-added-text = Se añadió una llave de acceso a tu cuenta el { $time }. Quien la tenga puede iniciar sesión.
mail-passkey-removed-text = Se eliminó una llave de acceso de tu cuenta el { $time }.
mail-phone-number-subject = El número de teléfono de tu cuenta de { $brand } ha cambiado
mail-phone-number-set-text = El número de teléfono de tu cuenta se añadió o se cambió el { $time }.
mail-phone-number-removed-text = El número de teléfono de tu cuenta se eliminó el { $time }.

text-message-verify = { $code } es tu código para { $brand }. No se lo des a nadie.
text-message-reset = { $code } es tu código para una contraseña nueva de { $brand }. No se lo des a nadie.
text-message-second-factor = { $code } es tu código para terminar de iniciar sesión en { $brand }. No se lo des a nadie.
text-message-test = { $brand } puede enviar mensajes de texto.
mail-test-subject = El correo de { $brand } funciona
mail-test-text = Este es un mensaje de prueba, enviado el { $time }. No tienes que hacer nada.
