# 日本語

locale-endonym = 日本語
locale-direction = ltr

## Every page

dev-banner = 開発モードです。このコンピューター専用で、ここにあるものは安全に保管されません。
skip-to-content = 本文へ移動
language-menu = 言語：
footer-help = ヘルプ
footer-privacy = プライバシー
footer-terms = 利用規約
to-continue-to = { $app } に進む
app-verified = { $brand } が確認済み
app-not-verified = { $brand } は未確認
cancel-button = キャンセル
continue-button = 続ける
save-button = 保存
allow-button = 許可
copy = コピー
copied = コピーしました
back-to-sign-in = サインインに戻る
back-to-app = { $app } に戻る
back-plain = 戻る
still-signed-in-button = アカウント

## Fields

field-email = メールアドレス
field-email-or-username = メールアドレスまたはユーザー名
field-email-or-phone = メールアドレスまたは電話番号
field-email-username-or-phone = メールアドレス、ユーザー名または電話番号
field-name = 名前
field-password = パスワード
field-code = コード
field-phone = 電話番号
field-new-phone = 新しい電話番号
field-phone-hint = + と国番号から入力してください。
field-new-password = 新しいパスワード
field-current-password = 現在のパスワード
field-new-email = 新しいメールアドレス
field-new-email-hint = このアドレスにリンクを送ります。リンクを開くと、アドレスが変更されます。
field-new-email-hint-at-once = すぐに変更されます。このアドレスにリンクを送りますので、ご自分のものであることを確認してください。
field-new-email-hint-allowed = 現在のアドレスにリンクを送り、その後、新しいアドレスにもリンクを送ります。両方を開くと変更されます。
field-username = ユーザー名
field-username-optional = ユーザー名（任意）
field-declared-optional = { $field }（任意）
field-declared-none = 選択なし
field-username-hint = { $count ->
   *[other] { $count } 文字以上。文字、数字、ピリオド、アンダースコアを使えます。
}
field-picture = 別のサイトの画像
field-picture-hint = アップロードする画像の代わりに使う画像の https アドレスです。不要な場合は空のままにします。
field-upload = 新しい画像
field-upload-hint = PNG、JPEG、WebP、GIF のいずれかで、{ $size } まで。正方形に切り抜かれ、場所やカメラの情報は取り除かれます。
password-show = パスワードを表示
password-hint = { $count ->
   *[other] { $count } 文字以上。互いに関係のない単語をいくつか並べるのがおすすめです。
}

## What can be wrong with a form

problem-title-head = エラー：{" "}
problem-several = 確認が必要な項目があります：
problem-credentials-mismatch = メールアドレスとパスワードが一致しません。両方を確認するか、パスワードを再設定してください。
problem-username-mismatch = ユーザー名とパスワードが一致しません。両方を確認するか、パスワードを再設定してください。
problem-identifier-malformed = ada@example.com のようなメールアドレス、またはユーザー名を入力してください。
problem-too-many-tries = { $count ->
   *[other] 試行回数が多すぎます。{ $count } 分待つか、パスワードを再設定してください。
}
problem-account-disabled = このアカウントは停止されています。管理者にお問い合わせください。
problem-email-unverified = メールアドレスがまだ確認されていません。新しいリンクを送りました。リンクを開いてから、サインインしてください。
problem-form-expired = ページを開いてから時間が経ちすぎました。もう一度送信してください。
problem-name-missing = 名前を入力してください。
problem-name-too-long = { $count ->
   *[other] 名前を { $count } 文字以内にしてください。
}
problem-username-missing = ユーザー名を選んでください。
problem-username-too-short = { $count ->
   *[other] { $count } 文字以上にしてください。
}
problem-username-too-long = { $count ->
   *[other] { $count } 文字以内にしてください。
}
problem-username-malformed = a から z の文字、数字、ピリオド、アンダースコアだけを使ってください。
problem-username-taken = このユーザー名はすでに使われています。別のものを選んでください。
problem-username-immutable = このユーザー名はもう変更できません。
problem-email-malformed = ada@example.com のようなメールアドレスを入力してください。
problem-email-taken = このメールアドレスのアカウントはすでにあります。そのアドレスでサインインするか、別のアドレスを使ってください。
problem-email-domain-refused = ここのアカウントでは、このドメインのメールアドレスは使えません。別のアドレスを使ってください。
form-work-wait = { $count ->
   *[other] お使いのブラウザーではスクリプトが動かないため、人が操作していることを確かめられません。{ $count } 秒待ってから送信してください。
}
problem-phone-number-malformed = + と国番号から始まる携帯電話番号を入力してください。
problem-phone-number-elsewhere = この国には SMS を送っていません。別の番号を使ってください。
problem-phone-number-taken = この番号は別のアカウントのものです。その番号でサインインするか、別の番号を使ってください。
problem-phone-number-needed = この番号がないと、サインインできなくなります。先にメールアドレスを確認するか、パスワードを設定してください。
problem-phone-number-mismatch = 電話番号とパスワードが一致しません。両方を確認するか、コードでサインインしてください。
problem-picture-malformed = https:// で始まるアドレスを入力するか、空のままにしてください。
problem-picture-missing = 先にファイルを選んでください。
problem-picture-unreadable = このファイルは、ここで読み取れる画像ではありません。PNG、JPEG、WebP、GIF のいずれかを選んでください。
problem-picture-too-large = このファイルは { $size } を超えています。もっと小さいものを選んでください。
problem-picture-too-many-pixels = この画像は大きすぎて、ここでは読み取れません。幅と高さがもっと小さいものを選んでください。
problem-password-too-short = { $count ->
   *[other] { $count } 文字以上にしてください。
}
problem-password-too-long = { $count ->
   *[other] { $count } 文字以内にしてください。
}
problem-password-guessable = このパスワードは推測されやすいものです。互いに関係のない単語をいくつか使ってください。
problem-password-breached = このパスワードは、攻撃者が最初に試す流出パスワードの一覧に含まれています。ほかで使っていないものを選んでください。
problem-password-unchecked = このパスワードが流出したものかどうかを、今は確認できませんでした。しばらくしてから、もう一度お試しください。
problem-password-wrong = パスワードが違います。もう一度試すか、再設定してください。
problem-second-factor-wrong = コードが違うか、すでに使われています。次のコードを入力してください。
problem-second-factor-clock = このコードは少し前に有効だったか、まもなく有効になるものです。電話の時計がずれているようです。電話の設定で日付と時刻の自動設定をオンにしてから、次のコードを入力してください。
problem-code-wrong = コードが違います。最新のメッセージを確認してください。3 回間違えると、そのコードは使えなくなります。
problem-user-code-malformed = コードは母音を含まない 8 文字の英字です。デバイスで確認してください。
problem-user-code-unknown = このコードで待っているデバイスはありません。コードを確認するか、デバイスで新しいコードを取得してください。
problem-too-many-user-codes = { $count ->
   *[other] 試したコードが多すぎます。{ $count } 分待ってから、もう一度コードを入力してください。
}
problem-code-spent = このコードはもう使えません。新しいコードを請求してください。
problem-declared-missing = { $field } が空です。入力してください。
problem-declared-too-long = { $field } が長すぎます。上限は { $maximum } です。
problem-declared-no-number = { $field } が数値ではありません。12 や 3.5 のように数字で入力してください。
problem-declared-no-day = { $field } が日付ではありません。暦の日付を入力してください。
problem-declared-not-taken = { $field } にこの内容は使えません。別の内容を入力してください。
problem-declared-taken = { $field } のこの内容は、ほかの人が使っています。別の内容を入力してください。
problem-passkey-refused = このパスキーではうまくいきませんでした。もう一度試すか、別の方法を使ってください。
problem-passkey-known = このデバイスには、すでにこのアカウントのパスキーがあります。
problem-passkey-last-way-in = このパスキーがないと、サインインできなくなります。先に別のパスキーかパスワードを追加してください。
problem-identity-last-way-in = これが唯一のサインイン方法です。先に別の方法を設定してください。
problem-terms-not-accepted = 同意する場合は、チェックを入れてください。
problem-terms-changed = このページを開いた後に文書が変わりました。読んでから、もう一度同意してください。

## Signing in and out

sign-in-title = サインイン
sign-in-button = サインイン
sign-in-last-used = 前回使用
sign-in-password-title = パスワードを入力
sign-in-change-address = 別の方ですか？ほかのメールアドレスを使う
sign-in-change-identifier = 別の方ですか？ほかのメールアドレスまたはユーザー名を使う
sign-in-magic-link = サインイン用リンクをメールで受け取る
sign-in-email-code = コードをメールで受け取る
sign-in-phone-code = コードを SMS で受け取る
sign-in-new-here = 初めてご利用ですか？
sign-in-notice-password-reset = パスワードを変更しました。新しいパスワードでサインインしてください。
sign-in-notice-email-verified = メールアドレスを確認しました。続けるにはサインインしてください。
sign-in-notice-signed-out = サインアウトしました。
sign-in-notice-too-many-codes = 間違ったコードが多すぎました。もう一度サインインしてください。
sign-in-notice-no-second-factor = このアカウントには 2 つ目の認証が必要ですが、お持ちのものはここでは使えません。別の方法でサインインするか、このサイトの運営者にお問い合わせください。
sign-in-notice-passkey-unknown = このパスキーを使っているアカウントはもうありません。別の方法でサインインし、デバイスからこのパスキーを削除してください。
passkey-button = パスキーを使う
passkey-cancelled = パスキーは使われませんでした。もう一度試すか、別の方法を使ってください。
passkey-failed = うまくいきませんでした。もう一度試すか、別の方法を使ってください。
passkey-no-script = パスキーにはスクリプトが必要ですが、このブラウザーではオフになっています。
passkey-no-script-here = パスキーの追加にはスクリプトが必要ですが、このブラウザーではオフになっています。このページでオンにして、再読み込みしてください。
passkey-add-button = パスキーを追加
passkey-offer-title = 次回からもっと速くサインイン
passkey-offer-text = パスキーを使うと、パスワードを入力せずに、指紋、顔、画面ロックでサインインできます。パスキーはお使いのデバイスに保管され、だまし取られることはありません。
passkey-later = 今はしない
forgot-link = パスワードをお忘れですか？
remember-label = このデバイスでサインインしたままにする
remember-hint = ほかの人と共有するデバイスでは選ばないでください。
sign-up-title = アカウントを作成
sign-up-button = アカウントを作成
sign-up-have-account = すでにアカウントをお持ちですか？
sign-up-passkey-button = パスキーでアカウントを作成
sign-up-passkey-hint = メールでリンクを送ります。それを開き、指紋、顔、画面ロックのいずれかを使ってください。パスワードはありません。
sign-up-link-passkey-hint = 指紋、顔、画面ロックでサインインします。パスワードはありません。
sign-up-link-email-hint = アカウントはこのアドレスで作成されます。
invitation-title = 招待を受ける
invitation-text = { $brand } に招待されています。お名前と、サインインの方法を入力してください。
has-account-title = アカウントをすでにお持ちです
has-account-text = { $address } のアカウントがあります。続けるにはサインインしてください。
terms-document-terms = 利用規約
terms-document-privacy = プライバシー通知
terms-usual = 利用規約に同意し、プライバシー通知を読みました
terms-usual-terms = 利用規約に同意します
terms-usual-privacy = プライバシー通知を読みました
terms-agree-and-read = 次に同意します：{ $agreed }。次を読みました：{ $read }。
terms-agree = 次に同意します：{ $agreed }
terms-read = 次を読みました：{ $read }
terms-new-tab = 新しいタブで読む：
terms-title = 続ける前に
terms-title-again = 変更があります
terms-text = アカウントには同意が必要です。これを読んでから、続けてください。
terms-text-again = 同意された後に、これらの文書が変わりました。変更点を読んでから、続けてください。
terms-agree-button = 同意して続ける
terms-later = 今はしない：サインアウト
terms-signed-in-as = { $address } としてサインイン中
terms-data = データをダウンロード
terms-delete = アカウントを削除
sign-out-title = { $brand } からサインアウトしますか？
sign-out-text = このアカウントで開いたアプリから、もう一度サインインを求められることがあります。
sign-out-asked = アプリからサインアウトの要求がありました。
sign-out-asked-by = { $app } からサインアウトの要求がありました。
sign-out-button = サインアウト
sign-out-all-button = すべてのアカウントからサインアウト
sign-out-all-text = このブラウザーのほかのアカウントもサインアウトされます。
sign-out-stay = サインインしたままにする
signed-out-title = { $brand } からサインアウトしました
signed-out-text = ほかの人と共有するデバイスでは、ブラウザーも閉じてください。
signed-out-unconfirmed = 次のアプリは、サインアウトの完了を知らせてきませんでした：
signed-out-again = もう一度サインイン
still-signed-in-title = サインインしたままです
still-signed-in-text = 何も変更されていません。このページは閉じてかまいません。

## Second factor

trust-label = このデバイスを 30 日間信頼する
trust-hint = ここではパスワードだけを確認します。ほかの人と共有するデバイスでは選ばないでください。
complete-profile-title = プロフィールの入力
complete-profile-text = { $email } としてサインインしています。足りない項目を入力して、続けてください。
set-up-second-factor-title = 2 つ目の認証を設定
set-up-second-factor-text = ここでのサインインには、複数の確認が必要です。コードを表示するアプリをスマートフォンに追加してください。ほかでお使いのものでもかまいません。1 分ほどで終わります。
set-up-second-factor-due = { $time } から、ここでのサインインには複数の確認が必要になります。コードを表示するアプリをスマートフォンに追加してください。ほかでお使いのものでもかまいません。1 分ほどで終わります。
set-up-second-factor-now = 今すぐ設定
set-up-second-factor-later = 今はしない
two-factor-totp-title = 認証アプリのコードを入力
two-factor-totp-text = 30 秒ごとに変わる 6 桁の数字が表示されています。
two-factor-backup-title = バックアップコードを入力
two-factor-backup-text = 2 つ目の認証を設定したときに保管したコードの 1 つです。それぞれ 1 回だけ使えます。
two-factor-mail-send-title = コードをメールで受け取る
two-factor-mail-text = { $address } にコードを送ります。
two-factor-text-send-title = コードを SMS で受け取る
two-factor-mail-title = お送りしたコードを入力
two-factor-mail-sent = { $address } にコードを送りました。3 分間有効です。
two-factor-send-button = コードを送る
two-factor-send-again-button = 別のコードを送る
two-factor-others = ほかの方法
two-factor-use-totp = 認証アプリを使う
two-factor-use-mail = コードをメールで受け取る
two-factor-use-text = コードを SMS で受け取る
two-factor-passkey-title = パスキーを使う
two-factor-passkey-text = パスキーを保管しているデバイスで、ご本人であることを確認してください。
two-factor-passkey-button = パスキーを使う
two-factor-use-backup = バックアップコードを使う

## A forgotten password

forgot-title = パスワードを再設定
forgot-text = アカウントのメールアドレスを入力してください。新しいパスワードを選ぶためのリンクを送ります。
forgot-button = リンクを送る
check-mail-title = メールを確認してください
check-mail-verify = { $address } にメッセージを送りました。続けるには、その中のリンクを開いてください。
check-mail-reset = { $address } のアカウントがある場合は、新しいパスワードを選ぶためのリンクを送りました。
check-mail-magic-link = { $address } にリンクを送りました。サインインするには、このブラウザーで開いてください。
check-mail-magic-link-for-accounts = { $address } のアカウントがある場合は、リンクを送りました。サインインするには、このブラウザーで開いてください。
check-mail-open-mailbox = メールボックスを開く
check-mail-nothing = 届いていませんか？
check-mail-try-spam = 迷惑メールフォルダーを確認してください。
check-mail-try-wait = 数分お待ちください。メールは遅れることがあります。
check-mail-try-address = 上のアドレスが正しいか確認してください。
check-mail-wrong-address = 別のアドレスを使う
reset-title = 新しいパスワードを選ぶ
reset-for = { $address } 用
reset-button = パスワードを変更
revoke-sessions-label = ほかのすべての場所からサインアウトする
revoke-sessions-hint = 以前のパスワードを知っている人もサインアウトされます。
reauthenticate-title = ご本人であることの確認
reauthenticate-text = 大切な内容を変更しようとしています。先にパスワードを入力してください。
reauthenticate-passkey-text = 大切な内容を変更しようとしています。先にパスキーを使ってください。

## Mailed links

magic-link-request-title = メールでサインイン
magic-link-request-text = リンクを送ります。パスワードなしでサインインできます。
magic-link-request-button = サインイン用リンクをメールで受け取る
magic-link-title = このデバイスでサインイン
magic-link-text = このデバイスで { $address } としてサインインしますか？
magic-link-elsewhere = このリンクは別のブラウザーで請求されました。続けると、ここでサインインします。別のブラウザーで待っている手続きは、そのまま残ります。
magic-link-button = サインイン
magic-link-not-you = お心当たりがありませんか？このページを閉じれば、何も起こりません。
email-code-request-title = コードでサインイン
email-code-request-text = 6 桁のコードを送ります。パスワードの代わりに、ここに入力してください。
email-code-request-button = コードをメールで受け取る
email-code-title = コードを入力
email-code-text = { $address } にコードを送りました。
email-code-text-for-accounts = { $address } のアカウントがある場合は、コードを送りました。
email-code-just-sent = コードは先ほど送りました。メールボックスを確認してください。30 秒ほど後に、別のコードを請求できます。
email-code-again = 新しいコードを送る
phone-request-title = SMS でサインイン
phone-request-text = お使いの電話に 6 桁のコードを送ります。パスワードの代わりに、ここに入力してください。
phone-reset-request-text = アカウントの電話番号にコードを送ります。そのコードで新しいパスワードを選べます。
phone-send-button = コードを送る
phone-code-text = { $number } にコードを送りました。
phone-code-text-for-accounts = { $number } のアカウントがある場合は、コードを送りました。
phone-code-just-sent = コードは先ほど送りました。届くまで少しかかることがあります。30 秒ほど後に、別のコードを請求できます。
phone-wrong-number = 番号が違いますか？
forgot-phone-link = 代わりにコードを SMS で受け取る
confirm-link-verify-title = メールアドレスの確認
confirm-link-verify-text = { $address } はあなたのアドレスですか？
confirm-link-verify-button = メールアドレスを確認
confirm-link-allow-title = 新しいメールアドレスの許可
confirm-link-allow-text = アカウントのアドレスを { $address } に変更しようとしています。許可すると、そのアドレスにリンクを送ります。
confirm-link-allow-button = 許可
confirm-link-change-title = メールアドレスの変更
confirm-link-change-text = 今後は { $address } でサインインします。
confirm-link-change-button = メールアドレスを変更
confirm-link-delete-title = アカウントの削除
confirm-link-delete-text = { $address } のアカウントはすぐに削除され、元に戻せません。
confirm-link-delete-button = アカウントを削除
confirm-link-not-you = お心当たりがありませんか？このページを閉じれば、何も起こりません。
confirm-link-disown-title = アカウントを取り戻す
confirm-link-disown-text = { $address } のアカウントから全員をサインアウトし、パスワードを無効にし、その後に追加されたパスキー、電話番号、2 つ目の認証を削除して、メールアドレスの変更を元に戻します。その後、新しいパスワードを選ぶためのリンクをそのアドレスに送ります。
confirm-link-disown-button = 私ではありません
confirm-link-was-you = ご自分の操作でしたか？このページを閉じれば、何も起こりません。
link-done-verify-title = メールアドレスを確認しました
link-done-verify-text = { $address } はあなたのアドレスです。このまま続けられます。
link-done-allow-title = あと 1 つ手順があります
link-done-allow-text = { $address } にリンクを送りました。変更を完了するには、それを開いてください。
link-done-change-title = メールアドレスを変更しました
link-done-change-text = 今後は { $address } でサインインします。
link-done-disown-title = アカウントは安全です
link-done-disown-text = 全員がサインアウトされました。新しいパスワードを選ぶためのリンクを { $address } に送りました。
link-done-delete-title = アカウントを削除しました
link-done-delete-text = { $address } のアカウントはなくなり、すべての場所からサインアウトしました。

## Apps

choose-account-title = アカウントを選ぶ
choose-account-signed-out = サインアウト中
choose-account-another = 別のアカウントを使う
choose-account-in-use = 使用中
choose-account-remove-title = このデバイスからアカウントを削除
choose-account-remove-text = 削除したアカウントはここでサインアウトされ、このブラウザーから消去されます。
choose-account-remove-button = 削除
choose-account-back = 選択に戻る
form-post-title = サインインしました
form-post-text = { $app } に進んでください。
form-post-text-plain = アプリに進んでください。
consent-title = { $app } がアカウントへのアクセスを求めています
consent-list = { $app } ができるようになること
consent-switch = アカウントを切り替える
consent-new = 新規
consent-warning = このアプリは誰も確認していません。データは { $host } に送られます。このサイトを知っている場合だけ続けてください。
consent-remove-later = アクセスは後で取り消せます：
consent-your-account = アカウント
consent-app-privacy = { $app }：プライバシー
consent-app-terms = { $app }：利用規約
consent-details = 詳細
consent-details-scopes = スコープ
consent-details-client = クライアント
consent-details-host = 送り先
device-title = デバイスを接続
device-explain = テレビまたはターミナルに表示されているコードを入力してください。
device-compare = このコードをデバイスのコードと見比べてください。同じ場合だけ続けてください。
device-code = デバイスのコード
device-code-hint = 8 文字の英字（例：{ $example }）
device-never-told = 担当者が自分で送ったコードの入力をお願いすることはありません。
device-confirm-title = { $app } を接続しますか？
device-confirm-lead = 別のデバイスで { $app } にサインインしようとしています。
device-confirm-only = たった今ご自分で始めた場合だけ続けてください。誰かから送られたコードなら、その人があなたのアカウントに入れてしまいます。
device-confirm-elsewhere = このリクエストは、あなたがいる国とは別の国から来ています。デバイスがそこにない場合は「自分ではありません」を選んでください。
device-confirm-unverified = このアプリは誰も確認していません。誰でもアプリにこの名前を付けられます。
device-confirm-code = デバイスのコード
device-confirm-from = リクエスト元
device-confirm-with = 使用した環境
device-confirm-when = リクエスト日時
device-confirm-whole-account = あなたがここでできることすべて（アカウント全体にサインインします）
device-connect-button = 接続
device-deny-button = 自分ではありません
device-minutes-left = { $count ->
   *[other] このコードはあと { $count } 分使えます。
}
device-connected-title = デバイスを接続しました
device-connected-text = { $app } にサインインしました。このページを閉じて、デバイスに戻れます。
device-denied-title = 接続していません
device-denied-text = { $app } を拒否しました。ご自分で始めたのでなければ、ほかにすることはありません。誰も入っていません。
device-expired-title = このコードは古くなっています
device-expired-text = { $app } は返事を待つ時間を過ぎました。デバイスで新しいコードを取得してください。
device-used-title = このコードは使用済みです
device-used-text = { $app } はすでに返事を受け取ったか、別の人がコードを開きました。デバイスで新しいコードを取得してください。
device-again-button = 別のコードを入力
scope-openid = あなたが誰かを知る
scope-profile = 名前と画像を見る
scope-email = メールアドレスを見る
scope-phone = 電話番号を見る
scope-address = 住所を見る
scope-declared = あなたについてさらに詳しく見る
scope-offline-access = あなたがいないときもサインインしたままでいる

## The account

account-navigation = アカウント
account-switch = アカウントを切り替える
account-profile = プロフィール
account-security = セキュリティ
account-two-factor = 2 つ目の認証
account-passkeys = パスキー
account-identities = サインイン方法
account-sessions = セッション
account-activity = アクティビティ
account-apps = 連携アプリ
account-delete = アカウントの削除
account-console = コンソール
notice-profile-saved = 保存しました。
notice-picture-saved = 画像を保存しました。
notice-picture-removed = 画像を削除しました。
notice-username-saved = ユーザー名を保存しました。
notice-phone-number-saved = 電話番号を保存しました。
notice-phone-number-removed = 電話番号を削除しました。
notice-verification-link-sent = 新しいリンクを送りました。アドレスを確認するには、それを開いてください。
notice-email-link-sent = 新しいアドレスに送ったリンクを開いてください。開くと変更されます。そのアドレスのアカウントがすでにある場合は、何も送っていません。
notice-email-changed = メールアドレスを変更しました。そのアドレスに送ったリンクを開いて、ご自分のものであることを確認してください。
notice-email-permission-asked = 現在のアドレスに送ったリンクを開き、次に新しいアドレスに届くリンクを開いてください。開くと変更されます。
notice-password-changed = パスワードを変更しました。
notice-password-link-sent = リンクを送りました。パスワードを選ぶには、それを開いてください。
notice-sessions-ended = そこからサインアウトしました。
notice-app-removed = アクセスを取り消しました。
notice-deletion-link-sent = リンクを送りました。開くまでは何も削除されません。
notice-account-deleted = アカウントはなくなり、すべての場所からサインアウトしました。
notice-send-again = まだ何も変更されていません。もう一度フォームに入力してください。
profile-lead = 許可したときに、アプリから見える情報です。
profile-about-you = あなたについて
picture-heading = 画像
picture-alt = あなたの画像
picture-none = 画像はまだありません。
picture-uploaded = 名前を見ることを許可したアプリは、この画像も見られます。
picture-elsewhere = アプリには、別のサイトにある画像のアドレスが伝えられます。ここには表示されません。
picture-upload-button = 画像をアップロード
picture-remove-button = 画像を削除
username-none = まだありません。
phone-none = 電話番号は登録されていません。
phone-proof = 電話番号を変更するには、先にご本人であることを確認してください。
phone-change-button = 電話番号を変更
phone-save-button = 番号を保存
phone-remove-button = 番号を削除
username-button = ユーザー名を保存
email-verified = 確認済み
email-not-verified = 未確認
email-verification-text = このアドレスに送ったリンクを開いて、ご自分のものであることを確認してください。
email-verification-button = もう一度リンクを送る
email-temporary-text = メールアドレスがまだ登録されていません。入力すると、そのアドレスにリンクを送ります。
email-change-proof = アドレスを変更する前に、パスワードを確認します。
email-change-button = メールアドレスを変更
security-lead = ご本人であることを確認する方法です。
password-last-changed = 最終変更：{ $time }
password-none = パスワードがまだありません。{ $address } に、パスワードを選ぶためのリンクを送ります。
password-change-button = パスワードを変更
sessions-lead = サインインしている場所です。見覚えのないものはサインアウトしてください。
sessions-heading = サインイン中
sessions-this-one = このデバイス
sessions-device = { $browser }（{ $system }）
sessions-unknown-device = 不明なデバイス
place-in-country = { $city }、{ $country }
place-unknown = 不明な場所
device-heading = デバイス
place-heading = 場所
time-heading = 時刻
method-password = パスワード
method-magic-link = メールのリンク
method-email-code = メールのコード
method-passkey = パスキー
method-phone-code = SMS のコード
method-wallet = ウォレット
method-anonymous = ゲスト
method-totp = 認証アプリ
method-backup-code = バックアップコード
method-mailed-code = メールによる 2 つ目の認証
method-texted-code = SMS による 2 段階目の確認
sessions-last-used = 最終使用
sessions-let-in = コードで接続を許可しました（{ $app }）
sessions-since = 開始
sessions-end-others = ほかをすべてサインアウト
sessions-end-all = すべての場所からサインアウト
sessions-apps-stay = あなたがいないときもサインインしたままでいられるアプリは、取り消すまでアクセスを保ちます：
identities-lead = サインインできる方法です。1 つを失っても入れるように、2 つ以上用意してください。
identities-ways-heading = ここで設定済み
identities-connected-heading = 連携済み
identities-mail = メールのリンクまたはコード
identities-password-set = 設定済みです。
identities-passkeys = { $count ->
   *[other] { $count } 個のパスキー
}
identities-not-set = 未設定
identities-change = 変更
identities-set-up = 設定
identities-chain = チェーン
identities-disconnect-button = 連携を解除
apps-lead = このアカウントを使えるアプリです。
apps-heading = アプリ
apps-none = このアカウントにアクセスできるアプリはありません。
apps-since = 開始
apps-remove-button = アクセスを取り消す
delete-lead = この操作は元に戻せません。
delete-heading = 削除すると起こること
delete-consequence-sessions = すべての場所からサインアウトされます。
delete-consequence-apps = アプリはアクセスを失います。アプリに保存された情報は、アプリに残ります。
delete-consequence-final = 名前、メールアドレス、パスワードが消去されます。
delete-by-mail = まず { $address } にリンクを送ります。開くまでは何も削除されません。
delete-button = アカウントを削除
passkeys-lead = 何も入力せずに、指紋、顔、画面ロックでサインインできます。
passkeys-heading = あなたのパスキー
passkeys-none = まだありません。
passkeys-unnamed = パスキー
passkeys-synced = 複数のデバイスで使用
passkeys-created = 追加
passkeys-never-used = 未使用
passkeys-rename = 名前を変更
passkeys-name = 名前
passkeys-remove = 削除
passkeys-add-heading = パスキーを追加
passkeys-add-text = 保管場所はブラウザーが尋ねます。このデバイス、スマートフォン、セキュリティキーから選べます。
two-factor-lead = パスワードに加えるもう 1 つの確認です。パスワードだけでは何も開けられなくなります。
two-factor-app-heading = 認証アプリ
two-factor-on-since = { $time } からオン
two-factor-app-text = スマートフォンのアプリに表示されるコードを、サインインするときに入力します。
two-factor-app-on = サインインするときに、アプリのコードを確認します。
two-factor-propose-button = アプリを設定
two-factor-replace-button = 別のアプリを設定
two-factor-step-scan = 認証アプリで画像を読み取ってください。
two-factor-step-type = アプリに表示されたコードを入力してください。
two-factor-qr-code = 認証アプリ用の QR コード
two-factor-secret = カメラがありませんか？このキーをアプリに入力してください：
two-factor-confirm-button = オンにする
two-factor-now-on = 2 つ目の認証がオンになりました。今後はサインインするときにコードを確認します。
two-factor-off-button = 2 つ目の認証をオフにする
trusted-browsers-heading = 信頼済みブラウザー
trusted-browsers-text = これらでサインインするときは、コードを確認しません。パスワードは引き続き必要です。
trusted-browsers-until = 信頼の期限
trusted-browsers-end = 信頼を終了
trusted-browsers-end-all = すべての信頼を終了
backup-codes-heading = バックアップコード
backup-codes-left = { $count ->
   *[other] バックアップコードの残りは { $count } 個です。
}
backup-codes-renew-button = 新しいバックアップコードを作る
backup-codes-text = スマートフォンがなくても見つけられる場所に、これらのコードを保管してください。それぞれ 1 回だけ使え、表示されるのは今だけです。
backup-codes-kept-button = 保管しました
activity-lead = アカウントに起きたことを新しい順に表示しています。身に覚えのないものがありますか？パスワードを変更し、すべての場所からサインアウトしてください。
activity-heading = アクティビティ
activity-none = まだ何もありません。
activity-older = 以前のもの
activity-user-registered = アカウントを作成
activity-email-verified = メールアドレスを確認
activity-unproved-access-revoked = アドレスの確認前に設定されたものをすべて終了
activity-email-changed = メールアドレスを変更
activity-profile-changed = プロフィールを変更
activity-username-changed = ユーザー名を変更
activity-phone-number-changed = 電話番号を変更
activity-phone-number-removed = 電話番号を削除
activity-password-changed = パスワードを変更
activity-password-reset = 届いたリンクまたはコードでパスワードを設定
activity-two-factor-enabled = 2 つ目の認証を設定または変更
activity-two-factor-disabled = 2 つ目の認証をオフに変更
activity-browser-trust-ended = ブラウザーの信頼を終了
activity-backup-codes-renewed = 新しいバックアップコード
activity-passkey-added = パスキーを追加
activity-passkey-removed = パスキーを削除
activity-passkey-count-refused = パスキーでのサインインを拒否：複製された可能性があります
activity-account-unlinked = サインイン方法を削除
activity-access-disowned = アカウントを取り戻しました：すべてサインアウト、パスワードを削除
activity-invitation-accepted = 招待によりアカウントを作成
activity-terms-accepted = 利用規約に同意
activity-user-linked = ゲストとして行ったことをアカウントに引き継ぎ
activity-user-erased = アカウントを削除
activity-user-disabled = 管理者がアカウントをロック
activity-user-enabled = 管理者がアカウントのロックを解除
activity-signed-in = サインイン
activity-sign-in-refused = サインインを拒否
activity-second-factor-owed = 最初の確認に成功、2 つ目の認証を要求
activity-second-factor-refused = 2 つ目の認証の誤り
activity-identity-confirmed = 本人確認
activity-session-carried-over = サインインを別のサイトに引き継ぎ
activity-account-switched = 複数のアカウントがあるブラウザーでこのアカウントに切り替え
activity-signed-out = サインアウト
activity-sessions-ended = ほかの場所でサインアウト
activity-action-refused = このサービスの規則により拒否されました
activity-action-failed = 実行されませんでした: このサービスの規則を確認できませんでした
activity-consent-given = アプリを許可
activity-consent-revoked = アプリのアクセスを取り消し
activity-device-requested = デバイスが接続を求めました
activity-device-approved = デバイスを接続
activity-device-denied = デバイスを拒否
activity-device-redeemed = 別のデバイスでアプリがサインイン
activity-token-reused = アプリが使用済みのものを提示したため、アクセスを終了
activity-administration = 管理
own-data-heading = あなたのデータ
own-data-text = あなたについて保存されているすべての情報を、プログラムで読めるファイルにしたものです。パスワードは含まれません。
own-data-button = ダウンロード
notice-two-factor-off = 2 つ目の認証はオフです。
notice-trust-ended = そこでは再びコードを確認します。
notice-passkey-added = パスキーを追加しました。今後はこれでサインインできます。
notice-passkey-renamed = パスキーの名前を変更しました。
notice-passkey-removed = パスキーを削除しました。デバイスからも削除してください。
notice-identity-disconnected = 連携を解除しました。この方法では、もう誰もサインインできません。

## Setting up

setup-title = 最初の管理者を作成
setup-text = ようこそ。このリンクは 1 回だけ使えます。ここで作るアカウントが、ほかのすべてのアカウントを管理します。
setup-button = 管理者を作成

## Errors

error-code = コード
error-request = リクエスト
error-time = 時刻
error-copy-request = リクエスト番号をコピー
error-tell = 何度も起こる場合は、以下の内容を管理者に送ってください。
error-developers = 開発者向け
error-parameter = パラメーター
error-expected = 登録済み
error-expected-nothing = なし
error-received = 受信
error-action-start-again = 最初からやり直す
error-action-account = アカウント
error-action-new-link = 新しいリンクを請求
error-not-found-title = ここにはページがありません
error-not-found-reason = アドレスが間違っているか、ページが移動した可能性があります。
error-forbidden-title = このページは利用できません
error-forbidden-reason = このアカウントにはアクセス権がありません。必要な場合は、管理者にお問い合わせください。
error-invalid-request-title = アプリから、扱えないリクエストが送られました
error-invalid-request-reason = 足りない内容か、誤った内容があります。アプリの開発者による修正が必要です。
error-unknown-client-title = このアプリは登録されていません
error-unknown-client-reason = ここに来る前のアプリは、登録されていないか、削除されています。
error-client-disabled-title = このアプリは停止されています
error-client-disabled-reason = 管理者が、このアプリへのサインインを停止しました。
error-redirect-uri-mismatch-title = アプリが、登録されていないアドレスへの移動を求めました
error-redirect-uri-mismatch-reason = 安全のため、ここで止めました。アプリのリダイレクト先が、登録されたアドレスではありません。
error-login-session-expired-title = このサインインは終了しています
error-login-session-expired-reason = 30 分以上かかったか、別のタブで完了したか、別のブラウザーで始められたものです。
error-cookie-blocked-title = ブラウザーが Cookie を保存していません
error-cookie-blocked-reason = サインインには Cookie が必要です。このサイトの Cookie を許可して、最初からやり直してください。
error-link-expired-title = このリンクはもう使えません
error-link-expired-reason = リンクは 1 回だけ、限られた時間内で使えます。新しいリンクを請求してください。
error-account-disabled-title = このアカウントは停止されています
error-account-disabled-reason = 管理者が停止しました。再開を管理者に依頼してください。
error-sign-up-closed-title = ここでは新しいアカウントを作成できません
error-sign-up-closed-reason = 招待を管理者に依頼してください。
error-action-refused-title = このサービスでは許可されていません
error-action-refused-reason = このサービスには独自の規則があり、次のように伝えています:
error-captcha-failed-title = 人が操作していることを確認できません
error-captcha-failed-reason = 何も変更されていません。前に戻り、ページを再読み込みして、もう一度送信してください。スクリプトがオフの場合は、ページに示された時間だけ待ってから送信してください。
error-form-rejected-title = ページを開いてから時間が経ちすぎました
error-form-rejected-reason = 何も変更されていません。前に戻り、ページを再読み込みして、もう一度送信してください。
error-rate-limited-title = リクエストが多すぎます
error-rate-limited-reason = 1 分待ってから、もう一度お試しください。
error-server-error-title = こちら側で問題が発生しました
error-server-error-reason = お客様の操作が原因ではありません。しばらくしてから、もう一度お試しください。
error-temporarily-unavailable-title = 現在、大変混み合っています
error-temporarily-unavailable-reason = 何も変更されていません。しばらくしてから、もう一度お試しください。

## Mails

mail-greeting = { $name } 様
mail-footer = 送信元：{ $brand }
mail-paste = ボタンが動作しない場合は、次のアドレスをブラウザーにコピーしてください：
mail-lifetime-hours = { $count ->
   *[other] このリンクは 1 回だけ、{ $count } 時間以内に使えます。
}
mail-lifetime-minutes = { $count ->
   *[other] このリンクは 1 回だけ、{ $count } 分以内に使えます。
}
mail-verify-subject = { $brand } のメールアドレスの確認
mail-verify-text = このアドレスがご自分のものであることを確認すると、{ $brand } のアカウントを使えるようになります。
mail-verify-button = メールアドレスを確認
mail-verify-otherwise = アカウントを作成していない場合は、このメッセージを無視してください。
mail-magic-link-subject = { $brand } のサインイン用リンク
mail-magic-link-text = { $brand } にサインインするためのリンクです。
mail-magic-link-button = サインイン
mail-magic-link-otherwise = お心当たりがない場合は、このメッセージを無視してください。リンクがなければ、誰もサインインできません。
mail-invitation-subject = { $brand } への招待
mail-invitation-text = { $brand } のアカウントを作成するよう招待されています。
mail-invitation-button = 招待を受ける
mail-invitation-otherwise = お心当たりがない場合は、このメッセージを無視してください。リンクがなければ、アカウントは作成されません。
mail-sign-up-link-subject = { $brand } のアカウントの作成
mail-sign-up-link-text = { $brand } のアカウントを作成する依頼がありました。
mail-sign-up-link-button = アカウントを作成
mail-sign-up-link-otherwise = お心当たりがない場合は、このメッセージを無視してください。リンクがなければ、アカウントは作成されません。
mail-code-subject = { $code } が { $brand } のコードです
mail-code-sign-in = { $brand } にサインインするには、次のコードを入力してください：
mail-code-verify = { $brand } のメールアドレスを確認するには、次のコードを入力してください：
mail-code-reset = { $brand } のアカウントの新しいパスワードを選ぶには、次のコードを入力してください：
mail-code-change = このアドレスを { $brand } のアカウントで使うには、次のコードを入力してください：
mail-code-lifetime = { $count ->
   *[other] このコードは 1 回だけ、{ $count } 分以内に使えます。
}
mail-code-otherwise = お心当たりがない場合は、このメッセージを無視し、コードを誰にも教えないでください。
mail-reset-subject = { $brand } のパスワードの再設定
mail-reset-text = { $brand } のアカウントの新しいパスワードを選ぶためのリンクです。
mail-reset-button = 新しいパスワードを選ぶ
mail-reset-otherwise = お心当たりがない場合は、このメッセージを無視してください。パスワードは変わりません。
mail-change-confirm-subject = { $brand } のアカウントの新しいメールアドレスの許可
mail-change-confirm-text = { $brand } のアカウントのメールアドレスを { $address } に変更する依頼がありました。
mail-change-confirm-button = 変更を許可
mail-change-confirm-otherwise = お心当たりがない場合は、このメッセージを無視し、パスワードを変更してください。
mail-change-verify-subject = { $brand } の新しいメールアドレスの確認
mail-change-verify-text = { $address } がご自分のものであることを確認してください。その後は、このアドレスでサインインします。
mail-change-verify-button = 新しいメールアドレスを確認
mail-change-verify-otherwise = お心当たりがない場合は、このメッセージを無視してください。
mail-email-changed-subject = { $brand } のメールアドレスが変更されました
mail-email-changed-text = アカウントのメールアドレスは { $address } になりました。このアドレスには、今後何も送られません。
mail-delete-subject = { $brand } のアカウントの削除
mail-delete-text = { $brand } のアカウントを削除する依頼がありました。この操作は元に戻せません。
mail-delete-button = アカウントを削除
mail-delete-otherwise = お心当たりがない場合は、このメッセージを無視し、パスワードを変更してください。
mail-existing-subject = { $brand } のアカウントをすでにお持ちです
mail-existing-text = このアドレスで { $brand } のアカウントを作成しようとした人がいます。おそらくご本人でしょう。アカウントはすでにありますので、それでサインインしてください。
mail-existing-button = サインイン
mail-existing-otherwise = パスワードをお忘れですか？新しいものを選んでください：
mail-password-changed-subject = { $brand } のパスワードが変更されました
mail-password-changed-text = アカウントのパスワードは { $time } に変更されました。
mail-too-many-tries-subject = { $brand } のアカウントで、パスワードが何度も試されています
mail-too-many-tries-text = 間違ったパスワードが何度も試されたため、{ $time } までパスワードを受け付けません。サインインした人はいません。
mail-too-many-tries-ways = その間も、ほかのサインイン方法は使えます。パスワードをお忘れの場合は、新しいものを選んでください。すぐに使えます：
mail-not-me-text = { $count ->
   *[other] お心当たりがありませんか？アカウントを取り戻してください。{ $count } 日間有効です：
}
mail-not-me-button = 私ではありません
mail-new-device-subject = 新しいデバイスが { $brand } のアカウントにサインインしました
mail-new-device-text = { $time } に、これまで使われたことのないデバイスからアカウントへのサインインがありました。
mail-new-device-device = デバイス：{ $device }
mail-new-device-place = 場所：{ $place }
mail-new-device-address = IP アドレス：{ $address }
mail-new-device-both = { $browser }（{ $system }）
mail-new-device-unknown = 不明
mail-new-device-you = ご本人の場合は、何もする必要はありません。
mail-second-factor-subject = { $code } が { $brand } のコードです
mail-second-factor-text = { $brand } へのサインインを完了するためのコード：
mail-second-factor-otherwise = サインインしていませんか？その場合、誰かがパスワードを知っています。パスワードを変更してください。
mail-two-factor-subject = { $brand } のアカウントの 2 つ目の認証が変更されました
mail-two-factor-on-text = アカウントの 2 つ目の認証は { $time } に設定または変更されました。
mail-two-factor-off-text = アカウントの 2 つ目の認証は { $time } にオフになりました。

mail-passkey-subject = { $brand } のパスキーが変更されました
mail-passkey-added-text = { $time } に、アカウントにパスキーが追加されました。それを持つ人はサインインできます。
mail-passkey-removed-text = { $time } に、アカウントからパスキーが削除されました。
mail-phone-number-subject = { $brand } のアカウントの電話番号が変更されました
mail-phone-number-set-text = アカウントの電話番号は { $time } に設定または変更されました。
mail-phone-number-removed-text = アカウントの電話番号は { $time } に削除されました。

text-message-verify = { $code } が { $brand } のコードです。誰にも教えないでください。
text-message-reset = { $code } が { $brand } の新しいパスワード用のコードです。誰にも教えないでください。
text-message-second-factor = { $code } が { $brand } へのサインインを完了するためのコードです。誰にも教えないでください。
text-message-test = { $brand } は SMS を送信できます。
mail-test-subject = { $brand } のメールは動作しています
mail-test-text = これは { $time } に送信されたテストメッセージです。何もする必要はありません。
