# Português do Brasil.

locale-endonym = Português (Brasil)
locale-direction = ltr

## Every page

dev-banner = Modo de desenvolvimento: só para esta máquina, nada aqui fica protegido.
skip-to-content = Ir para o conteúdo
language-menu = Idioma:
footer-help = Ajuda
footer-privacy = Privacidade
footer-terms = Termos
to-continue-to = para continuar em { $app }
app-verified = verificado por { $brand }
app-not-verified = não verificado por { $brand }
cancel-button = Cancelar
continue-button = Continuar
save-button = Salvar
allow-button = Permitir
copy = Copiar
copied = Copiado
back-to-sign-in = Voltar para o login
back-to-app = Voltar para { $app }
back-plain = Voltar
still-signed-in-button = Sua conta

## Fields

field-email = E-mail
field-email-or-username = E-mail ou nome de usuário
field-email-or-phone = E-mail ou número de telefone
field-email-username-or-phone = E-mail, nome de usuário ou número de telefone
field-name = Nome
field-password = Senha
field-code = Código
field-phone = Número de telefone
field-new-phone = Novo número de telefone
field-phone-hint = Comece com + e o código do país.
field-new-password = Nova senha
field-current-password = Senha atual
field-new-email = Novo e-mail
field-new-email-hint = Enviamos um link para ele. O endereço muda quando você abre esse link.
field-new-email-hint-at-once = Ele muda na hora. Enviamos um link, com o qual você confirma que ele é seu.
field-new-email-hint-allowed = Enviamos um link para o seu endereço atual e depois outro para o novo. Ele muda quando você tiver aberto os dois.
field-username = Nome de usuário
field-username-optional = Nome de usuário (opcional)
field-declared-optional = { $field } (opcional)
field-declared-none = Nenhuma escolha
field-username-hint = { $count ->
    [one] Pelo menos { $count } caractere: letras, números, pontos e sublinhados.
   *[other] Pelo menos { $count } caracteres: letras, números, pontos e sublinhados.
}
field-picture = Imagem de outro site
field-picture-hint = O endereço https de uma imagem, no lugar de uma enviada. Deixe vazio para não ter nenhuma.
field-upload = Nova foto
field-upload-hint = PNG, JPEG, WebP ou GIF, até { $size }. A imagem é cortada em um quadrado; o que o arquivo diz sobre lugar e câmera é removido.
password-show = Mostrar senha
password-hint = { $count ->
    [one] Pelo menos { $count } caractere.
   *[other] Pelo menos { $count } caracteres. Várias palavras sem relação entre si são uma boa escolha.
}

## What can be wrong with a form

problem-title-head = Erro:{" "}
problem-several = Algumas coisas precisam de outra olhada:
problem-credentials-mismatch = Esse e-mail e essa senha não combinam. Confira os dois ou redefina sua senha.
problem-username-mismatch = Esse nome de usuário e essa senha não combinam. Confira os dois ou redefina sua senha.
problem-identifier-malformed = Digite um endereço de e-mail como ada@example.com ou um nome de usuário.
problem-too-many-tries = { $count ->
    [one] Tentativas demais. Espere { $count } minuto ou redefina sua senha.
   *[other] Tentativas demais. Espere { $count } minutos ou redefina sua senha.
}
problem-account-disabled = Esta conta está desativada. Fale com o administrador.
problem-email-unverified = Seu e-mail ainda não foi confirmado. Enviamos um novo link: abra-o e depois entre.
problem-form-expired = Esta página ficou aberta por tempo demais. Envie de novo.
problem-name-missing = Digite seu nome.
problem-name-too-long = { $count ->
    [one] Encurte o nome para { $count } caractere.
   *[other] Encurte o nome para { $count } caracteres.
}
problem-username-missing = Escolha um nome de usuário.
problem-username-too-short = { $count ->
    [one] Use pelo menos { $count } caractere.
   *[other] Use pelo menos { $count } caracteres.
}
problem-username-too-long = { $count ->
    [one] Use no máximo { $count } caractere.
   *[other] Use no máximo { $count } caracteres.
}
problem-username-malformed = Use apenas as letras de a a z, números, pontos e sublinhados.
problem-username-taken = Este nome de usuário já está em uso. Escolha outro.
problem-username-immutable = Este nome de usuário não pode mais ser alterado.
problem-email-malformed = Digite um endereço de e-mail como ada@example.com.
problem-email-taken = Este endereço de e-mail já tem uma conta. Entre com ele ou use outro endereço.
problem-email-domain-refused = As contas daqui não podem ter um e-mail deste domínio. Use outro endereço.
form-work-wait = { $count ->
    [one] Seu navegador não executa scripts, então não conseguimos ver que há uma pessoa aqui. Espere { $count } segundo antes de enviar.
   *[other] Seu navegador não executa scripts, então não conseguimos ver que há uma pessoa aqui. Espere { $count } segundos antes de enviar.
}
problem-phone-number-malformed = Digite um número de celular com + e o código do país.
problem-phone-number-elsewhere = Não enviamos SMS para este país. Use outro número.
problem-phone-number-taken = Este número pertence a outra conta. Entre com ele ou use outro número.
problem-phone-number-needed = Sem este número você não conseguiria mais entrar. Primeiro confirme seu e-mail ou defina uma senha.
problem-phone-number-mismatch = O número de telefone e a senha não combinam. Confira os dois ou entre com um código.
problem-picture-malformed = Digite um endereço que comece com https:// ou deixe vazio.
problem-picture-missing = Escolha primeiro um arquivo.
problem-picture-unreadable = Este arquivo não é uma imagem que possa ser lida aqui. Escolha PNG, JPEG, WebP ou GIF.
problem-picture-too-large = Este arquivo é maior que { $size }. Escolha um menor.
problem-picture-too-many-pixels = Esta imagem é grande demais para ser lida aqui. Escolha uma menos larga e alta.
problem-password-too-short = { $count ->
    [one] Use pelo menos { $count } caractere.
   *[other] Use pelo menos { $count } caracteres.
}
problem-password-too-long = { $count ->
    [one] Use no máximo { $count } caractere.
   *[other] Use no máximo { $count } caracteres.
}
problem-password-guessable = Esta senha é fácil de adivinhar. Use várias palavras sem relação entre si.
problem-password-breached = Esta senha está em uma lista de senhas vazadas, que os invasores testam primeiro. Escolha uma que você não use em nenhum outro lugar.
problem-password-unchecked = Não conseguimos verificar agora se esta senha vazou. Tente de novo daqui a pouco.
problem-password-wrong = Essa não é a sua senha. Tente de novo ou redefina-a.
problem-second-factor-wrong = Esse código não está certo ou já foi usado. Digite o próximo.
problem-second-factor-clock = Esse código estava certo há pouco ou estará em breve: o relógio do seu celular parece fora de hora. Ative data e hora automáticas nas configurações do celular e digite o próximo código.
problem-code-wrong = Esse não é o código. Confira a mensagem mais recente; depois de três tentativas, o código deixa de valer.
problem-user-code-malformed = Um código tem oito letras e nenhuma vogal. Confira no seu dispositivo.
problem-user-code-unknown = Nenhum dispositivo espera com este código. Confira, ou peça um novo no seu dispositivo.
problem-too-many-user-codes = { $count ->
    [one] Códigos demais foram tentados. Espere { $count } minuto e digite o código de novo.
   *[other] Códigos demais foram tentados. Espere { $count } minutos e digite o código de novo.
}
problem-code-spent = Este código não funciona mais. Peça um novo.
problem-declared-missing = { $field } está vazio. Preencha.
problem-declared-too-long = { $field } é longo demais. O máximo é { $maximum }.
problem-declared-no-number = { $field } não é um número. Escreva em algarismos, como 12 ou 3.5.
problem-declared-no-day = { $field } não é uma data. Escreva um dia do calendário.
problem-declared-not-taken = { $field } não aceita isto. Digite outra coisa.
problem-declared-taken = Outra pessoa já tem isto em { $field }. Digite outra coisa.
problem-passkey-refused = Não deu certo com esta chave de acesso. Tente de novo ou use outra opção.
problem-wallet-too-late = Essa mensagem não vale mais. Use de novo a sua carteira.
problem-wallet-not-yours = Essa carteira não é desta conta. Escolha a que você usa para entrar.
problem-passkey-known = Este dispositivo já tem uma chave de acesso para a sua conta.
problem-passkey-last-way-in = Sem esta chave de acesso você não conseguiria mais entrar. Primeiro adicione outra ou uma senha.
problem-identity-last-way-in = Esta é a única forma de entrar que você tem. Primeiro configure outra.
problem-terms-not-accepted = Marque a caixa para dizer que concorda.
problem-terms-changed = Os documentos mudaram desde que esta página foi aberta. Leia-os e concorde de novo.

## Signing in and out

sign-in-title = Entrar
sign-in-button = Entrar
sign-in-last-used = Usado por último
sign-in-password-title = Digite sua senha
sign-in-change-address = Não é você? Use outro e-mail
sign-in-change-identifier = Não é você? Use outro e-mail ou nome de usuário
sign-in-magic-link = Receber um link por e-mail
sign-in-email-code = Receber um código por e-mail
sign-in-phone-code = Receber um código por SMS
sign-in-new-here = É novo por aqui?
sign-in-notice-password-reset = Sua senha foi alterada. Entre com ela.
sign-in-notice-email-verified = Seu e-mail está confirmado. Entre para continuar.
sign-in-notice-signed-out = Você saiu da sua conta.
sign-in-notice-too-many-codes = Códigos errados demais. Entre de novo.
sign-in-notice-no-second-factor = Esta conta precisa de um segundo fator, e nenhum dos seus vale aqui. Entre de outra forma ou fale com os responsáveis por este site.
sign-in-notice-passkey-unknown = Ninguém aqui tem mais esta chave de acesso. Entre de outra forma e remova-a do seu dispositivo.
sign-in-notice-wallet-too-late = Essa mensagem não vale mais. Entre de novo com a sua carteira.
sign-in-notice-wallet-refused = A assinatura não é da conta que você escolheu. Escolha de novo ou use outra opção: contas que são contratos não podem entrar aqui.
sign-in-notice-wallet-unknown = Ninguém aqui tem esta carteira, e não é possível criar uma conta com ela. Entre de outra forma.
passkey-button = Usar uma chave de acesso
passkey-cancelled = Nenhuma chave de acesso foi usada. Tente de novo ou use outra opção.
passkey-failed = Não deu certo. Tente de novo ou use outra opção.
passkey-no-script = As chaves de acesso precisam de scripts, que estão desativados neste navegador.
passkey-no-script-here = Para adicionar uma chave de acesso são necessários scripts, que estão desativados neste navegador. Ative-os para esta página e carregue-a de novo.
passkey-add-button = Adicionar uma chave de acesso
passkey-offer-title = Entre mais rápido da próxima vez
passkey-offer-text = Com uma chave de acesso você entra com a digital, o rosto ou o bloqueio de tela, sem digitar senha. Ela fica nos seus dispositivos, e ninguém consegue tirá-la de você com um golpe.
passkey-later = Agora não
wallet-button = Entrar com uma carteira
wallet-look = Continue na sua carteira: ela pede que você assine uma mensagem.
wallet-choice = Qual carteira?
wallet-cancelled = Nada foi assinado. Tente de novo ou use outra opção.
wallet-no-account = Nenhuma conta foi escolhida na sua carteira. Tente de novo ou use outra opção.
wallet-busy = Sua carteira ainda está perguntando algo. Abra a carteira, responda lá e tente de novo.
wallet-chain = Sua carteira está em uma rede que não é aceita aqui. Troque de rede na carteira e tente de novo.
wallet-failed = Não deu certo. Tente de novo ou use outra opção.
wallet-statement = Entrar neste site. Isto custa zero e nada sai da carteira.
wallet-confirm-statement = Confirmar neste site que sou eu. Isto custa zero e nada sai da carteira.
forgot-link = Esqueceu a senha?
remember-label = Continuar conectado neste dispositivo
remember-hint = Não em um dispositivo que outras pessoas usam.
sign-up-title = Criar conta
sign-up-button = Criar conta
sign-up-have-account = Já tem uma conta?
sign-up-passkey-button = Criar conta com uma chave de acesso
sign-up-wallet-button = Criar conta com uma carteira
sign-up-passkey-hint = Enviamos um link por e-mail. Abra-o e use a digital, o rosto ou o bloqueio de tela: não há senha.
sign-up-link-passkey-hint = Você entra com a digital, o rosto ou o bloqueio de tela: não há senha.
sign-up-link-email-hint = A conta é criada para este endereço.
invitation-title = Aceite seu convite
invitation-text = Você recebeu um convite para { $brand }. Diga como se chama e como quer entrar.
has-account-title = Você já tem uma conta
has-account-text = { $address } tem uma conta. Entre para continuar.
terms-document-terms = Termos
terms-document-privacy = Aviso de privacidade
terms-usual = Concordo com os termos e li o aviso de privacidade
terms-usual-terms = Concordo com os termos
terms-usual-privacy = Li o aviso de privacidade
terms-agree-and-read = Concordo com: { $agreed }. Li: { $read }.
terms-agree = Concordo com: { $agreed }
terms-read = Li: { $read }
terms-new-tab = Ler em uma nova aba:
terms-title = Antes de continuar
terms-title-again = Há novidades
terms-text = Sua conta precisa da sua concordância. Leia isto e continue.
terms-text-again = Estes documentos mudaram desde que você concordou. Leia o que é novo e continue.
terms-agree-button = Concordar e continuar
terms-later = Agora não: sair
terms-signed-in-as = Conectado como { $address }
terms-data = Baixar seus dados
terms-delete = Excluir sua conta
sign-out-title = Sair de { $brand }?
sign-out-text = Os aplicativos que você abriu com esta conta podem pedir que você entre de novo.
sign-out-asked = Um aplicativo pediu para encerrar sua sessão.
sign-out-asked-by = { $app } pediu para encerrar sua sessão.
sign-out-button = Sair
sign-out-all-button = Sair de todas as contas
sign-out-all-text = As outras contas neste navegador também saem.
sign-out-stay = Continuar conectado
signed-out-title = Você saiu de { $brand }
signed-out-text = Em um dispositivo que outras pessoas usam, feche também o navegador.
signed-out-unconfirmed = Estes aplicativos não confirmaram que também encerraram sua sessão:
signed-out-again = Entrar de novo
still-signed-in-title = Você continua conectado
still-signed-in-text = Nada foi alterado. Você pode fechar esta página.

## Second factor

trust-label = Confiar neste dispositivo por 30 dias
trust-hint = Só a sua senha será pedida aqui. Não marque em um dispositivo que outras pessoas usam.
complete-profile-title = Complete seu perfil
complete-profile-text = Você entrou como { $email }. Preencha o que falta e continue.
set-up-second-factor-title = Configure um segundo fator
set-up-second-factor-text = Para entrar aqui é preciso mais de uma prova. Adicione no seu celular um aplicativo que mostre códigos, como o que você já usa em outros lugares. Leva um minuto.
set-up-second-factor-due = A partir de { $time }, para entrar aqui será preciso mais de uma prova. Adicione no seu celular um aplicativo que mostre códigos, como o que você já usa em outros lugares. Leva um minuto.
set-up-second-factor-now = Configurar agora
set-up-second-factor-later = Agora não
two-factor-totp-title = Digite o código do seu aplicativo autenticador
two-factor-totp-text = Ele mostra seis números que mudam a cada meio minuto.
two-factor-backup-title = Digite um código de reserva
two-factor-backup-text = Um dos códigos que você guardou ao configurar o segundo fator. Cada um vale uma vez.
two-factor-mail-send-title = Receber um código por e-mail
two-factor-mail-text = Enviamos um código para { $address }.
two-factor-text-send-title = Receber um código por SMS
two-factor-mail-title = Digite o código que enviamos
two-factor-mail-sent = Enviamos um código para { $address }. Ele vale por 3 minutos.
two-factor-send-button = Enviar código
two-factor-send-again-button = Enviar outro código
two-factor-others = Outras opções
two-factor-use-totp = Usar seu aplicativo autenticador
two-factor-use-mail = Receber um código por e-mail
two-factor-use-text = Receber um código por SMS
two-factor-passkey-title = Use sua chave de acesso
two-factor-passkey-text = Prove que é você com o dispositivo que guarda sua chave de acesso.
two-factor-passkey-button = Usar uma chave de acesso
two-factor-use-backup = Usar um código de reserva

## A forgotten password

forgot-title = Redefina sua senha
forgot-text = Digite o e-mail da sua conta. Enviamos um link para você escolher uma nova senha.
forgot-button = Enviar o link
check-mail-title = Confira seu e-mail
check-mail-verify = Enviamos uma mensagem para { $address }. Abra o link que está nela para continuar.
check-mail-reset = Se { $address } tiver uma conta, enviamos um link para escolher uma nova senha.
check-mail-magic-link = Enviamos um link para { $address }. Abra-o neste navegador para entrar.
check-mail-magic-link-for-accounts = Se { $address } tiver uma conta, enviamos um link. Abra-o neste navegador para entrar.
check-mail-open-mailbox = Abrir a caixa de entrada
check-mail-nothing = Não chegou nada?
check-mail-try-spam = Olhe na pasta de spam.
check-mail-try-wait = Espere alguns minutos: o e-mail pode demorar.
check-mail-try-address = Confira se o endereço acima está certo.
check-mail-wrong-address = Usar outro endereço
reset-title = Escolha uma nova senha
reset-for = Para { $address }
reset-button = Alterar senha
revoke-sessions-label = Sair de todos os outros lugares
revoke-sessions-hint = Quem souber a senha antiga também perde o acesso.
reauthenticate-title = Confirme que é você
reauthenticate-text = Você está prestes a alterar algo importante. Digite primeiro sua senha.
reauthenticate-passkey-text = Você está prestes a alterar algo importante. Use primeiro sua chave de acesso.
reauthenticate-any-text = Você está prestes a alterar algo importante. Mostre primeiro que é você.
reauthenticate-wallet-button = Usar sua carteira
reauthenticate-no-wallet = Nenhuma carteira foi encontrada neste navegador. Abra esta página no navegador que tem a sua.

## Mailed links

magic-link-request-title = Entrar por e-mail
magic-link-request-text = Enviamos um link para você. Com ele você entra sem senha.
magic-link-request-button = Receber um link por e-mail
magic-link-title = Entrar neste dispositivo
magic-link-text = Entrar como { $address } neste dispositivo?
magic-link-elsewhere = O link foi pedido em outro navegador. Se continuar, você entra aqui; o que espera no outro navegador fica lá.
magic-link-button = Entrar
magic-link-not-you = Não foi você que pediu? Feche esta página e nada acontece.
email-code-request-title = Entrar com um código
email-code-request-text = Enviamos um código de seis números. Você o digita aqui, sem senha.
email-code-request-button = Receber um código por e-mail
email-code-title = Digite o código
email-code-text = Enviamos um código para { $address }.
email-code-text-for-accounts = Se { $address } tiver uma conta, enviamos um código.
email-code-just-sent = Um código acabou de ser enviado. Confira sua caixa de entrada; daqui a meio minuto você pode pedir outro.
email-code-again = Enviar um novo código
phone-request-title = Entrar por SMS
phone-request-text = Enviamos um código de seis números para o seu celular. Você o digita aqui, sem senha.
phone-reset-request-text = Enviamos um código para o número de telefone da sua conta. Com ele você escolhe uma nova senha.
phone-send-button = Enviar código
phone-code-text = Enviamos um código para { $number }.
phone-code-text-for-accounts = Se { $number } tiver uma conta, enviamos um código.
phone-code-just-sent = Um código acabou de ser enviado. Pode demorar um pouco; daqui a meio minuto você pode pedir outro.
phone-wrong-number = Número errado?
forgot-phone-link = Receber um código por SMS
confirm-link-verify-title = Confirme seu e-mail
confirm-link-verify-text = { $address } é o seu endereço?
confirm-link-verify-button = Confirmar e-mail
confirm-link-allow-title = Permita o novo e-mail
confirm-link-allow-text = Sua conta vai passar para { $address }. Depois enviamos um link para esse endereço.
confirm-link-allow-button = Permitir
confirm-link-change-title = Altere seu e-mail
confirm-link-change-text = De agora em diante você entra com { $address }.
confirm-link-change-button = Alterar e-mail
confirm-link-delete-title = Exclua sua conta
confirm-link-delete-text = A conta de { $address } é excluída na hora e não pode ser recuperada.
confirm-link-delete-button = Excluir conta
confirm-link-not-you = Não é você? Feche esta página e nada acontece.
confirm-link-disown-title = Recupere sua conta
confirm-link-disown-text = Isto encerra todas as sessões da conta de { $address }, cancela a senha, remove chaves de acesso, número de telefone e segundo fator adicionados desde então e desfaz uma mudança do e-mail. Depois enviamos para lá um link para escolher uma nova senha.
confirm-link-disown-button = Não fui eu
confirm-link-was-you = Foi você? Feche esta página e nada acontece.
link-done-verify-title = E-mail confirmado
link-done-verify-text = { $address } é seu. Você pode continuar.
link-done-allow-title = Mais um passo
link-done-allow-text = Enviamos um link para { $address }. Abra-o para concluir a mudança.
link-done-change-title = E-mail alterado
link-done-change-text = De agora em diante você entra com { $address }.
link-done-disown-title = Sua conta está segura
link-done-disown-text = Todas as sessões foram encerradas. Enviamos para { $address } um link para escolher uma nova senha.
link-done-delete-title = Conta excluída
link-done-delete-text = A conta de { $address } não existe mais, e você saiu de todos os lugares.

## Apps

choose-account-title = Escolha uma conta
choose-account-signed-out = Desconectada
choose-account-another = Usar outra conta
choose-account-in-use = Em uso
choose-account-remove-title = Remover uma conta deste dispositivo
choose-account-remove-text = A conta que você remove sai daqui, e este navegador a esquece.
choose-account-remove-button = Remover
choose-account-back = Voltar à escolha
form-post-title = Você entrou
form-post-text = Continue em { $app }.
form-post-text-plain = Continue no aplicativo.
consent-title = { $app } quer acessar sua conta
consent-list = { $app } poderá
consent-switch = Trocar de conta
consent-new = Novo
consent-warning = Ninguém verificou este aplicativo. Seus dados vão para { $host }. Continue só se você conhece este site.
consent-remove-later = Você pode remover o acesso depois:
consent-your-account = sua conta
consent-app-privacy = { $app }: privacidade
consent-app-terms = { $app }: termos
consent-details = Detalhes
consent-details-scopes = Escopos
consent-details-client = Cliente
consent-details-host = Vai para
device-title = Conectar um dispositivo
device-explain = Digite o código que aparece na sua TV ou no seu terminal.
device-compare = Compare este código com o do seu dispositivo. Continue só se forem iguais.
device-code = Código do seu dispositivo
device-code-hint = Oito letras, por exemplo { $example }
device-never-told = Ninguém daqui vai pedir que você digite um código que enviou a você.
device-confirm-title = Conectar { $app }?
device-confirm-lead = Você está prestes a entrar em { $app } em outro dispositivo.
device-confirm-only = Continue só se foi você quem começou isto agora. Se alguém enviou o código a você, essa pessoa vai entrar na sua conta.
device-confirm-elsewhere = Este pedido vem de outro país, não daquele em que você está. Se o seu dispositivo não está lá, escolha “Não fui eu”.
device-confirm-unverified = Ninguém verificou este aplicativo: qualquer pessoa pode dar este nome a um aplicativo.
device-confirm-code = Código no dispositivo
device-confirm-from = Pedido de
device-confirm-with = Pedido com
device-confirm-when = Pedido às
device-confirm-whole-account = Fazer tudo o que você pode fazer aqui: ele entra na sua conta inteira.
device-connect-button = Conectar
device-deny-button = Não fui eu
device-minutes-left = { $count ->
    [one] O código funciona por mais { $count } minuto.
   *[other] O código funciona por mais { $count } minutos.
}
device-connected-title = Dispositivo conectado
device-connected-text = { $app } entrou na sua conta. Você pode fechar esta página e voltar ao seu dispositivo.
device-denied-title = Não conectado
device-denied-text = { $app } recebeu um não. Se não foi você quem começou, não há mais nada a fazer: ninguém entrou.
device-expired-title = Este código é antigo demais
device-expired-text = { $app } esperou demais por uma resposta. Peça um novo código no seu dispositivo.
device-used-title = Este código já foi usado
device-used-text = { $app } já tem a resposta, ou outra pessoa abriu o código. Peça um novo no seu dispositivo.
device-again-button = Digitar outro código
scope-openid = Saber quem você é
scope-profile = Ver seu nome e sua foto
scope-email = Ver seu endereço de e-mail
scope-phone = Ver seu número de telefone
scope-address = Ver seu endereço postal
scope-declared = Ver mais sobre você
scope-offline-access = Continuar conectado quando você não está

## The account

account-navigation = Conta
account-switch = Trocar de conta
account-profile = Perfil
account-security = Segurança
account-two-factor = Segundo fator
account-passkeys = Chaves de acesso
account-identities = Formas de entrar
account-sessions = Sessões
account-activity = Atividade
account-apps = Aplicativos conectados
account-delete = Excluir conta
account-console = Console
notice-profile-saved = Salvo.
notice-picture-saved = Sua foto foi salva.
notice-picture-removed = Sua foto foi removida.
notice-username-saved = Seu nome de usuário foi salvo.
notice-phone-number-saved = Seu número de telefone foi salvo.
notice-phone-number-removed = Seu número de telefone foi removido.
notice-verification-link-sent = Enviamos um novo link. Abra-o para confirmar seu endereço.
notice-email-link-sent = Abra o link que enviamos para o novo endereço: aí ele muda. Nada foi enviado se esse endereço já tiver uma conta.
notice-email-changed = Seu e-mail foi alterado. Abra o link que enviamos para ele e confirme que é seu.
notice-email-permission-asked = Abra o link que enviamos para o seu endereço atual e depois o do novo: aí ele muda.
notice-password-changed = Sua senha foi alterada.
notice-password-link-sent = Enviamos um link para você. Abra-o para escolher uma senha.
notice-sessions-ended = Sessão encerrada lá.
notice-app-removed = Acesso removido.
notice-deletion-link-sent = Enviamos um link para você. Nada é excluído antes que você o abra.
notice-account-deleted = Sua conta não existe mais, e você saiu de todos os lugares.
notice-send-again = Nada foi alterado ainda. Preencha o formulário de novo.
profile-lead = O que os aplicativos veem de você quando você permite.
profile-about-you = Sobre você
picture-heading = Foto
picture-alt = Sua foto
picture-none = Você ainda não tem foto.
picture-uploaded = Os aplicativos que podem ver seu nome também veem esta foto.
picture-elsewhere = Os aplicativos recebem o endereço da sua foto em outro site. Ela não é mostrada aqui.
picture-upload-button = Enviar foto
picture-remove-button = Remover foto
username-none = Nenhum ainda.
phone-none = Você não tem número de telefone aqui.
phone-proof = Para alterar seu número de telefone, primeiro prove que é você.
phone-change-button = Alterar número de telefone
phone-save-button = Salvar número
phone-remove-button = Remover número
username-button = Salvar nome de usuário
email-verified = Confirmado
email-not-verified = Não confirmado
email-verification-text = Abra o link que enviamos para este endereço para confirmar que ele é seu.
email-verification-button = Enviar outro link
email-temporary-text = Você ainda não nos deu um e-mail. Digite o seu e enviamos um link para ele.
email-needed-text = O link para isso vai para o seu e-mail, e você ainda não nos deu nenhum.
email-needed-button = Adicionar um e-mail
email-change-proof = Pedimos sua senha antes que o endereço possa ser alterado.
email-change-button = Alterar e-mail
security-lead = Como você prova que é você.
password-last-changed = Última alteração: { $time }
password-none = Você ainda não tem senha. Enviamos um link para { $address }, com o qual você escolhe uma.
password-change-button = Alterar senha
sessions-lead = Onde você está conectado. Encerre o que você não reconhece.
sessions-heading = Sessões abertas
sessions-this-one = Esta
sessions-device = { $browser } em { $system }
sessions-unknown-device = Dispositivo desconhecido
place-in-country = { $city }, { $country }
place-unknown = Lugar desconhecido
device-heading = Dispositivo
place-heading = Lugar
time-heading = Hora
method-password = Senha
method-magic-link = Link por e-mail
method-email-code = Código por e-mail
method-passkey = Chave de acesso
method-phone-code = Código por SMS
method-wallet = Carteira
method-anonymous = Como convidado
method-totp = Aplicativo autenticador
method-backup-code = Código de reserva
method-mailed-code = Segundo fator por e-mail
method-texted-code = Segundo fator por SMS
sessions-last-used = Último uso
sessions-let-in = Autorizado com um código, para { $app }
sessions-since = Desde
sessions-end-others = Encerrar todas as outras
sessions-end-all = Sair de todos os lugares
sessions-apps-stay = Os aplicativos que podem continuar conectados quando você não está mantêm o acesso até que você o remova:
identities-lead = Como você pode entrar. Tenha pelo menos duas formas, para não ficar de fora se perder uma.
identities-ways-heading = Configuradas aqui
identities-connected-heading = Conectadas
identities-mail = Link ou código por e-mail
identities-password-set = Você tem uma.
identities-passkeys = { $count ->
    [one] { $count } chave de acesso
   *[other] { $count } chaves de acesso
}
identities-not-set = Não configurado
identities-change = Alterar
identities-set-up = Configurar
identities-chain = Rede
identities-disconnect-button = Desconectar
apps-lead = Aplicativos que podem usar sua conta.
apps-heading = Aplicativos
apps-none = Nenhum aplicativo tem acesso à sua conta.
apps-since = Desde
apps-remove-button = Remover acesso
delete-lead = Isto não pode ser desfeito.
delete-heading = O que acontece
delete-consequence-sessions = Você sai de todos os lugares.
delete-consequence-apps = Os aplicativos perdem o acesso. O que eles guardaram sobre você fica com eles.
delete-consequence-final = Seu nome, seu endereço de e-mail e sua senha são apagados.
delete-by-mail = Primeiro enviamos um link para { $address }. Nada é excluído antes que você o abra.
delete-button = Excluir conta
passkeys-lead = Entre com a digital, o rosto ou o bloqueio de tela, sem digitar nada.
passkeys-heading = Suas chaves de acesso
passkeys-none = Você ainda não tem nenhuma.
passkeys-unnamed = Chave de acesso
passkeys-synced = Em vários dispositivos
passkeys-created = Adicionada
passkeys-never-used = Nunca usada
passkeys-rename = Renomear
passkeys-name = Nome
passkeys-remove = Remover
passkeys-add-heading = Adicionar uma chave de acesso
passkeys-add-text = Seu navegador pergunta onde guardá-la: neste dispositivo, no seu celular ou em uma chave de segurança.
two-factor-lead = Uma segunda prova além da senha, para que a senha sozinha não abra nada.
two-factor-app-heading = Aplicativo autenticador
two-factor-on-since = Ativado desde { $time }
two-factor-app-text = Um aplicativo no seu celular mostra um código, que você digita ao entrar.
two-factor-app-on = Quando você entra, pedimos um código do seu aplicativo.
two-factor-propose-button = Configurar um aplicativo
two-factor-replace-button = Configurar outro aplicativo
two-factor-step-scan = Escaneie a imagem com seu aplicativo autenticador.
two-factor-step-type = Digite o código que o aplicativo mostra.
two-factor-qr-code = Código QR para seu aplicativo autenticador
two-factor-secret = Sem câmera? Digite esta chave no aplicativo:
two-factor-confirm-button = Ativar
two-factor-now-on = Seu segundo fator está ativado. De agora em diante pedimos um código quando você entra.
two-factor-off-button = Desativar o segundo fator
trusted-browsers-heading = Navegadores confiáveis
trusted-browsers-text = Ao entrar com um destes, nenhum código é pedido. A senha continua sendo necessária.
trusted-browsers-until = Confiável até
trusted-browsers-end = Deixar de confiar
trusted-browsers-end-all = Deixar de confiar em todos
backup-codes-heading = Códigos de reserva
backup-codes-left = { $count ->
    [one] Resta { $count } código de reserva.
   *[other] Restam { $count } códigos de reserva.
}
backup-codes-renew-button = Gerar novos códigos de reserva
backup-codes-text = Guarde estes códigos onde você os encontre sem o celular. Cada um vale uma vez, e só os mostramos agora.
backup-codes-kept-button = Já guardei os códigos
activity-lead = O que aconteceu com a sua conta, do mais recente ao mais antigo. Algo não foi você? Altere sua senha e saia de todos os lugares.
activity-heading = Atividade
activity-none = Nada ainda.
activity-older = Anteriores
activity-user-registered = Conta criada
activity-email-verified = Endereço de e-mail confirmado
activity-unproved-access-revoked = Cancelado tudo o que foi configurado antes da confirmação do endereço
activity-email-changed = Endereço de e-mail alterado
activity-profile-changed = Perfil alterado
activity-username-changed = Nome de usuário alterado
activity-phone-number-changed = Número de telefone alterado
activity-phone-number-removed = Número de telefone removido
activity-password-changed = Senha alterada
activity-password-reset = Senha definida com um link ou código enviado
activity-two-factor-enabled = Segundo fator configurado ou alterado
activity-two-factor-disabled = Segundo fator desativado
activity-browser-trust-ended = Fim da confiança em um navegador
activity-backup-codes-renewed = Novos códigos de reserva
activity-passkey-added = Chave de acesso adicionada
activity-passkey-removed = Chave de acesso removida
activity-passkey-count-refused = Entrada com chave de acesso recusada: ela pode ter sido copiada
activity-account-unlinked = Forma de entrar removida
activity-access-disowned = Conta recuperada: todas as sessões encerradas, senha removida
activity-invitation-accepted = Conta criada por convite
activity-terms-accepted = Termos aceitos
activity-user-linked = O que você fez como convidado agora pertence à sua conta
activity-user-erased = Conta excluída
activity-user-disabled = Conta bloqueada por um administrador
activity-user-enabled = Conta desbloqueada por um administrador
activity-signed-in = Entrada na conta
activity-sign-in-refused = Entrada recusada
activity-second-factor-owed = Primeira prova certa, segundo fator pedido
activity-second-factor-refused = Segundo fator errado
activity-identity-confirmed = Identidade confirmada
activity-session-carried-over = Sessão levada para outro site
activity-account-switched = Troca para esta conta em um navegador com várias
activity-signed-out = Saída da conta
activity-sessions-ended = Sessão encerrada em outro lugar
activity-action-refused = Recusado por uma regra deste serviço
activity-action-failed = Não feito: uma regra deste serviço não pôde ser verificada
activity-consent-given = Aplicativo permitido
activity-consent-revoked = Acesso de um aplicativo removido
activity-device-requested = Um dispositivo pediu para ser conectado
activity-device-approved = Dispositivo conectado
activity-device-denied = Dispositivo recusado
activity-device-redeemed = Aplicativo entrou em outro dispositivo
activity-token-reused = Um aplicativo apresentou algo já usado; o acesso dele foi encerrado
activity-administration = Administração
own-data-heading = Seus dados
own-data-text = Tudo o que está guardado sobre você, em um arquivo que programas conseguem ler. Ele não contém senhas.
own-data-button = Baixar
notice-two-factor-off = Seu segundo fator está desativado.
notice-trust-ended = Lá voltamos a pedir um código.
notice-passkey-added = A chave de acesso foi adicionada. De agora em diante você pode entrar com ela.
notice-passkey-renamed = A chave de acesso está com o novo nome.
notice-passkey-removed = A chave de acesso foi removida. Remova-a também do seu dispositivo.
notice-identity-disconnected = Desconectada. Ninguém mais entra com ela.

## Setting up

setup-title = Crie o primeiro administrador
setup-text = Boas-vindas. Este link vale uma vez. A conta que você criar aqui cuida de todas as outras.
setup-button = Criar administrador

## Errors

error-code = Código
error-request = Solicitação
error-time = Hora
error-copy-request = Copiar o número da solicitação
error-tell = Se isto continuar acontecendo, envie estas linhas ao administrador.
error-developers = Para desenvolvedores
error-parameter = Parâmetro
error-expected = Registrado
error-expected-nothing = nada
error-received = Recebido
error-action-start-again = Começar de novo
error-action-account = Sua conta
error-action-new-link = Pedir um novo link
error-not-found-title = Não há página aqui
error-not-found-reason = O endereço pode estar errado ou a página mudou de lugar.
error-forbidden-title = Esta página não é para você
error-forbidden-reason = Sua conta não tem acesso a ela. Se deveria ter, fale com um administrador.
error-invalid-request-title = O aplicativo enviou uma solicitação que não podemos usar
error-invalid-request-reason = Falta algo nela ou algo está errado. Isto é para os desenvolvedores do aplicativo corrigirem.
error-unknown-client-title = Não conhecemos este aplicativo
error-unknown-client-reason = O aplicativo que enviou você para cá não está registrado ou foi removido.
error-client-disabled-title = Este aplicativo está desativado
error-client-disabled-reason = Um administrador suspendeu a entrada nele.
error-redirect-uri-mismatch-title = O aplicativo pediu para enviar você a um endereço que não conhecemos
error-redirect-uri-mismatch-reason = Para proteger você, paramos aqui: o endereço de redirecionamento não é um dos registrados.
error-login-session-expired-title = Este login não está mais aberto
error-login-session-expired-reason = Ele levou mais de 30 minutos, foi concluído em outra aba ou começou em outro navegador.
error-cookie-blocked-title = Seu navegador não guarda cookies
error-cookie-blocked-reason = Para entrar é preciso um. Permita os cookies deste site e comece de novo.
error-link-expired-title = Este link não funciona mais
error-link-expired-reason = Os links valem uma vez e por tempo limitado. Peça um novo.
error-account-disabled-title = Esta conta está desativada
error-account-disabled-reason = Um administrador a suspendeu. Peça que ela seja ativada de novo.
error-sign-up-closed-title = Não é possível criar contas novas aqui
error-sign-up-closed-reason = Peça um convite a um administrador.
error-action-refused-title = Este serviço não permite isso
error-action-refused-reason = Ele tem uma regra própria sobre isso e informa:
error-captcha-failed-title = Não conseguimos saber se você é uma pessoa
error-captcha-failed-reason = Nada foi alterado. Volte, recarregue a página e envie de novo. Sem scripts, espere o tempo que a página indica antes de enviar.
error-form-rejected-title = Esta página ficou aberta por tempo demais
error-form-rejected-reason = Nada foi alterado. Volte, recarregue a página e envie de novo.
error-rate-limited-title = Solicitações demais
error-rate-limited-reason = Espere um minuto e tente de novo.
error-server-error-title = Algo quebrou do nosso lado
error-server-error-reason = Não foi culpa sua. Tente de novo daqui a pouco.
error-temporarily-unavailable-title = Estamos ocupados demais agora
error-temporarily-unavailable-reason = Nada foi alterado. Tente de novo daqui a pouco.

## Mails

mail-greeting = Olá, { $name },
mail-footer = Enviado por { $brand }.
mail-paste = Se o botão não fizer nada, copie este endereço no seu navegador:
mail-lifetime-hours = { $count ->
    [one] O link vale uma vez, por { $count } hora.
   *[other] O link vale uma vez, por { $count } horas.
}
mail-lifetime-minutes = { $count ->
    [one] O link vale uma vez, por { $count } minuto.
   *[other] O link vale uma vez, por { $count } minutos.
}
mail-verify-subject = Confirme seu e-mail para { $brand }
mail-verify-text = Confirme que este endereço é seu, e sua conta { $brand } está pronta.
mail-verify-button = Confirmar e-mail
mail-verify-otherwise = Você não criou uma conta? Ignore esta mensagem.
mail-magic-link-subject = Seu link para entrar em { $brand }
mail-magic-link-text = Você pediu um link para entrar em { $brand }.
mail-magic-link-button = Entrar
mail-magic-link-otherwise = Não foi você que pediu? Ignore esta mensagem: sem o link ninguém entra.
mail-invitation-subject = Você recebeu um convite para { $brand }
mail-invitation-text = Você recebeu um convite para criar uma conta em { $brand }.
mail-invitation-button = Aceitar o convite
mail-invitation-otherwise = Não esperava isto? Ignore esta mensagem: sem o link nenhuma conta é criada.
mail-sign-up-link-subject = Crie sua conta em { $brand }
mail-sign-up-link-text = Você pediu para criar uma conta em { $brand }.
mail-sign-up-link-button = Criar conta
mail-sign-up-link-otherwise = Não foi você que pediu? Ignore esta mensagem: sem o link nenhuma conta é criada.
mail-code-subject = { $code } é o seu código para { $brand }
mail-code-sign-in = Digite este código para entrar em { $brand }:
mail-code-verify = Digite este código para confirmar seu e-mail em { $brand }:
mail-code-reset = Digite este código para escolher uma nova senha para sua conta { $brand }:
mail-code-change = Digite este código para usar este endereço na sua conta { $brand }:
mail-code-lifetime = { $count ->
    [one] O código vale uma vez, por { $count } minuto.
   *[other] O código vale uma vez, por { $count } minutos.
}
mail-code-otherwise = Não foi você que pediu? Ignore esta mensagem e não conte o código a ninguém.
mail-reset-subject = Redefina sua senha de { $brand }
mail-reset-text = Você pediu para escolher uma nova senha para sua conta { $brand }.
mail-reset-button = Escolher uma nova senha
mail-reset-otherwise = Não foi você que pediu? Ignore esta mensagem: sua senha continua a mesma.
mail-change-confirm-subject = Permita um novo e-mail para sua conta { $brand }
mail-change-confirm-text = Você pediu para mudar o e-mail da sua conta { $brand } para { $address }.
mail-change-confirm-button = Permitir a mudança
mail-change-confirm-otherwise = Não foi você que pediu? Ignore esta mensagem e altere sua senha.
mail-change-verify-subject = Confirme seu novo e-mail para { $brand }
mail-change-verify-text = Confirme que { $address } é seu. A partir daí você entra com ele.
mail-change-verify-button = Confirmar novo e-mail
mail-change-verify-otherwise = Não foi você que pediu? Ignore esta mensagem.
mail-email-changed-subject = Seu e-mail de { $brand } foi alterado
mail-email-changed-text = O e-mail da sua conta agora é { $address }. Nada mais é enviado para este endereço.
mail-delete-subject = Exclua sua conta { $brand }
mail-delete-text = Você pediu para excluir sua conta { $brand }. Isto não pode ser desfeito.
mail-delete-button = Excluir conta
mail-delete-otherwise = Não foi você que pediu? Ignore esta mensagem e altere sua senha.
mail-existing-subject = Você já tem uma conta { $brand }
mail-existing-text = Alguém, provavelmente você, tentou criar uma conta { $brand } com este endereço. Já existe uma: entre com ela.
mail-existing-button = Entrar
mail-existing-otherwise = Esqueceu a senha? Escolha uma nova:
mail-password-changed-subject = Sua senha de { $brand } foi alterada
mail-password-changed-text = A senha da sua conta foi alterada em { $time }.
mail-too-many-tries-subject = Alguém continua tentando senhas na sua conta { $brand }
mail-too-many-tries-text = Foram tentadas tantas senhas erradas na sua conta que nenhuma é verificada até { $time }. Ninguém entrou.
mail-too-many-tries-ways = Enquanto isso, suas outras formas de entrar funcionam. Se esqueceu a senha, escolha uma nova; ela vale na hora:
mail-not-me-text = { $count ->
    [one] Não foi você? Recupere sua conta. Isso vale por { $count } dia:
   *[other] Não foi você? Recupere sua conta. Isso vale por { $count } dias:
}
mail-not-me-button = Não fui eu
mail-new-device-subject = Um novo dispositivo entrou na sua conta { $brand }
mail-new-device-text = Alguém entrou na sua conta em { $time } com um dispositivo que nunca tinha feito isso.
mail-new-device-device = Dispositivo: { $device }
mail-new-device-place = Lugar: { $place }
mail-new-device-address = Endereço IP: { $address }
mail-new-device-both = { $browser } em { $system }
mail-new-device-unknown = desconhecido
mail-new-device-you = Se foi você, não é preciso fazer nada.
mail-second-factor-subject = { $code } é o seu código para { $brand }
mail-second-factor-text = Seu código para concluir a entrada em { $brand }:
mail-second-factor-otherwise = Não é você que está entrando? Então alguém sabe sua senha: altere-a.
mail-two-factor-subject = O segundo fator da sua conta { $brand } foi alterado
mail-two-factor-on-text = O segundo fator da sua conta foi configurado ou alterado em { $time }.
mail-two-factor-off-text = O segundo fator da sua conta foi desativado em { $time }.

mail-passkey-subject = Suas chaves de acesso em { $brand } foram alteradas
mail-passkey-added-text = Uma chave de acesso foi adicionada à sua conta em { $time }. Quem a tiver pode entrar.
mail-passkey-removed-text = Uma chave de acesso foi removida da sua conta em { $time }.
mail-phone-number-subject = O número de telefone da sua conta { $brand } foi alterado
mail-phone-number-set-text = O número de telefone da sua conta foi definido ou alterado em { $time }.
mail-phone-number-removed-text = O número de telefone da sua conta foi removido em { $time }.

text-message-verify = { $code } é o seu código para { $brand }. Não conte a ninguém.
text-message-reset = { $code } é o seu código para uma nova senha de { $brand }. Não conte a ninguém.
text-message-second-factor = { $code } é o seu código para concluir a entrada em { $brand }. Não conte a ninguém.
text-message-test = { $brand } pode enviar SMS.
mail-test-subject = O e-mail de { $brand } funciona
mail-test-text = Esta é uma mensagem de teste, enviada em { $time }. Não é preciso fazer nada.
