# 简体中文

locale-endonym = 简体中文
locale-direction = ltr

## Every page

dev-banner = 开发模式：仅供本机使用，这里的内容不受安全保护。
skip-to-content = 跳到正文
language-menu = 语言：
footer-help = 帮助
footer-privacy = 隐私
footer-terms = 条款
to-continue-to = 以继续前往 { $app }
app-verified = 已由 { $brand } 核实
app-not-verified = 未经 { $brand } 核实
cancel-button = 取消
continue-button = 继续
save-button = 保存
allow-button = 允许
copy = 复制
copied = 已复制
back-to-sign-in = 返回登录
back-to-app = 返回 { $app }
back-plain = 返回
still-signed-in-button = 您的账号

## Fields

field-email = 邮箱
field-email-or-username = 邮箱或用户名
field-email-or-phone = 邮箱或手机号码
field-email-username-or-phone = 邮箱、用户名或手机号码
field-name = 姓名
field-password = 密码
field-code = 验证码
field-phone = 手机号码
field-new-phone = 新手机号码
field-phone-hint = 以 + 和国家代码开头。
field-new-password = 新密码
field-current-password = 当前密码
field-new-email = 新邮箱
field-new-email-hint = 我们会向它发送链接。您打开链接后，邮箱即更改。
field-new-email-hint-at-once = 立即更改。我们会向它发送链接，供您确认这是您的邮箱。
field-new-email-hint-allowed = 我们会先向您当前的邮箱发送链接，再向新邮箱发送链接。两个链接都打开后，邮箱即更改。
field-username = 用户名
field-username-optional = 用户名（选填）
field-declared-optional = { $field }（选填）
field-declared-none = 不选择
field-username-hint = { $count ->
   *[other] 至少 { $count } 个字符：字母、数字、点和下划线。
}
field-picture = 其他网站的图片
field-picture-hint = 图片的 https 地址，用来代替上传的图片。不需要图片时请留空。
field-upload = 新图片
field-upload-hint = PNG、JPEG、WebP 或 GIF，不超过 { $size }。图片会裁成正方形；文件中的地点和相机信息会被去除。
password-show = 显示密码
password-hint = { $count ->
   *[other] 至少 { $count } 个字符。用几个互不相关的词语效果更好。
}

## What can be wrong with a form

problem-title-head = 错误：{" "}
problem-several = 有几处需要再看看：
problem-credentials-mismatch = 邮箱和密码不匹配。检查两者，或重设密码。
problem-username-mismatch = 用户名和密码不匹配。检查两者，或重设密码。
problem-identifier-malformed = 输入邮箱（例如 ada@example.com）或用户名。
problem-too-many-tries = { $count ->
   *[other] 尝试次数太多。等待 { $count } 分钟，或重设密码。
}
problem-account-disabled = 此账号已停用。请咨询您的管理员。
problem-email-unverified = 您的邮箱尚未确认。我们已向您发送新链接：打开链接，然后登录。
problem-form-expired = 此页面打开时间太久。请再提交一次。
problem-name-missing = 输入您的姓名。
problem-name-too-long = { $count ->
   *[other] 将姓名缩短到 { $count } 个字符以内。
}
problem-username-missing = 选择一个用户名。
problem-username-too-short = { $count ->
   *[other] 至少使用 { $count } 个字符。
}
problem-username-too-long = { $count ->
   *[other] 最多使用 { $count } 个字符。
}
problem-username-malformed = 只能使用字母 a 到 z、数字、点和下划线。
problem-username-taken = 此用户名已被占用。请另选一个。
problem-username-immutable = 此用户名不能再更改。
problem-email-malformed = 输入邮箱，例如 ada@example.com。
problem-email-taken = 此邮箱已有账号。用它登录，或使用其他邮箱。
problem-email-domain-refused = 这里的账号不能使用此域名的邮箱。请使用其他邮箱。
form-work-wait = { $count ->
   *[other] 您的浏览器未运行脚本，因此我们无法判断是否有人在操作。等待 { $count } 秒后再提交。
}
problem-phone-number-malformed = 输入以 + 和国家代码开头的手机号码。
problem-phone-number-elsewhere = 我们不向此国家或地区发送短信。请使用其他号码。
problem-phone-number-taken = 此号码属于另一个账号。用它登录，或使用其他号码。
problem-phone-number-needed = 没有此号码，您将无法再登录。请先确认邮箱或设置密码。
problem-phone-number-mismatch = 手机号码和密码不匹配。检查两者，或用验证码登录。
problem-picture-malformed = 输入以 https:// 开头的地址，或留空。
problem-picture-missing = 请先选择文件。
problem-picture-unreadable = 此文件不是可在这里读取的图片。请选择 PNG、JPEG、WebP 或 GIF。
problem-picture-too-large = 此文件大于 { $size }。请选择更小的文件。
problem-picture-too-many-pixels = 此图片太大，无法在这里读取。请选择宽度和高度更小的图片。
problem-password-too-short = { $count ->
   *[other] 至少使用 { $count } 个字符。
}
problem-password-too-long = { $count ->
   *[other] 最多使用 { $count } 个字符。
}
problem-password-guessable = 此密码容易被猜到。请使用几个互不相关的词语。
problem-password-breached = 此密码出现在已泄露密码的列表中，攻击者会最先尝试它们。请选择一个您没有在别处使用的密码。
problem-password-unchecked = 我们暂时无法检查此密码是否已泄露。请稍后再试。
problem-password-wrong = 密码不对。请再试一次，或重设密码。
problem-second-factor-wrong = 验证码不对，或已被使用。输入下一个。
problem-second-factor-clock = 此验证码刚才有效或即将有效：您手机的时钟似乎不准。请在手机设置中开启自动日期和时间，然后输入下一个验证码。
problem-code-wrong = 验证码不对。查看最新的消息；试错三次后，验证码即不再可用。
problem-user-code-malformed = 代码有八个字母，没有元音。在您的设备上核对。
problem-user-code-unknown = 没有设备在等待此代码。核对代码，或在您的设备上获取新的代码。
problem-too-many-user-codes = { $count ->
   *[other] 试过的代码太多。等待 { $count } 分钟，然后重新输入代码。
}
problem-code-spent = 此验证码已不可用。请获取新的验证码。
problem-declared-missing = { $field } 为空。请填写。
problem-declared-too-long = { $field } 太长。上限为 { $maximum }。
problem-declared-no-number = { $field } 不是数字。请用数字填写，例如 12 或 3.5。
problem-declared-no-day = { $field } 不是日期。请填写日历中的某一天。
problem-declared-not-taken = { $field } 不接受此内容。请输入其他内容。
problem-declared-taken = { $field } 中的此内容已被他人使用。请输入其他内容。
problem-passkey-refused = 使用此通行密钥没有成功。请再试一次，或使用其他方式。
problem-passkey-known = 此设备上已有您账号的通行密钥。
problem-passkey-last-way-in = 没有此通行密钥，您将无法再登录。请先添加另一个通行密钥或密码。
problem-identity-last-way-in = 这是您唯一的登录方式。请先设置另一种。
problem-terms-not-accepted = 请勾选方框以表示同意。
problem-terms-changed = 自打开此页面以来，文件已有更改。请阅读后再次同意。

## Signing in and out

sign-in-title = 登录
sign-in-button = 登录
sign-in-last-used = 上次使用
sign-in-password-title = 输入密码
sign-in-change-address = 不是您？使用其他邮箱
sign-in-change-identifier = 不是您？使用其他邮箱或用户名
sign-in-magic-link = 通过邮件获取登录链接
sign-in-email-code = 通过邮件获取验证码
sign-in-phone-code = 通过短信获取验证码
sign-in-new-here = 第一次来？
sign-in-notice-password-reset = 您的密码已更改。请用新密码登录。
sign-in-notice-email-verified = 您的邮箱已确认。登录以继续。
sign-in-notice-signed-out = 您已退出登录。
sign-in-notice-too-many-codes = 输错验证码的次数太多。请重新登录。
sign-in-notice-no-second-factor = 此账号需要第二重验证，而您已有的方式在这里都不适用。请用其他方式登录，或咨询本网站的运营者。
sign-in-notice-passkey-unknown = 这里已没有账号使用此通行密钥。请用其他方式登录，并从您的设备中移除它。
passkey-button = 使用通行密钥
passkey-cancelled = 没有使用通行密钥。请再试一次，或使用其他方式。
passkey-failed = 没有成功。请再试一次，或使用其他方式。
passkey-no-script = 通行密钥需要脚本，而此浏览器已关闭脚本。
passkey-no-script-here = 添加通行密钥需要脚本，而此浏览器已关闭脚本。请为此页面开启脚本并重新加载。
passkey-add-button = 添加通行密钥
passkey-offer-title = 下次更快登录
passkey-offer-text = 有了通行密钥，您可以用指纹、面容或屏幕锁登录，无需输入密码。它保存在您的设备上，谁也骗不走。
passkey-later = 以后再说
forgot-link = 忘记密码？
remember-label = 在此设备上保持登录
remember-hint = 与他人共用的设备请勿选择。
sign-up-title = 创建账号
sign-up-button = 创建账号
sign-up-have-account = 已有账号？
sign-up-passkey-button = 使用通行密钥创建账号
sign-up-passkey-hint = 我们会通过邮件向您发送链接。打开链接，然后使用指纹、面容或屏幕锁：没有密码。
sign-up-link-passkey-hint = 您使用指纹、面容或屏幕锁登录：没有密码。
sign-up-link-email-hint = 账号会为此邮箱创建。
invitation-title = 接受您的邀请
invitation-text = 您受邀加入 { $brand }。请填写您的姓名，并选择登录方式。
has-account-title = 您已有账号
has-account-text = { $address } 已有账号。登录以继续。
terms-document-terms = 条款
terms-document-privacy = 隐私声明
terms-usual = 我同意条款，并已阅读隐私声明
terms-usual-terms = 我同意条款
terms-usual-privacy = 我已阅读隐私声明
terms-agree-and-read = 我同意：{ $agreed }。我已阅读：{ $read }。
terms-agree = 我同意：{ $agreed }
terms-read = 我已阅读：{ $read }
terms-new-tab = 在新标签页中阅读：
terms-title = 继续之前
terms-title-again = 有新内容
terms-text = 您的账号需要您的同意。请阅读后继续。
terms-text-again = 自您同意以来，这些文件已有更改。请阅读新内容后继续。
terms-agree-button = 同意并继续
terms-later = 以后再说：退出登录
terms-signed-in-as = 已以 { $address } 的身份登录
terms-data = 下载您的数据
terms-delete = 删除您的账号
sign-out-title = 要退出 { $brand } 吗？
sign-out-text = 您用此账号打开的应用可能会要求您重新登录。
sign-out-asked = 有应用请求让您退出登录。
sign-out-asked-by = { $app } 请求让您退出登录。
sign-out-button = 退出登录
sign-out-all-button = 退出所有账号
sign-out-all-text = 此浏览器中的其他账号也会退出登录。
sign-out-stay = 保持登录
signed-out-title = 您已退出 { $brand }
signed-out-text = 在与他人共用的设备上，请同时关闭浏览器。
signed-out-unconfirmed = 以下应用没有确认已让您退出登录：
signed-out-again = 重新登录
still-signed-in-title = 您仍处于登录状态
still-signed-in-text = 没有任何更改。您可以关闭此页面。

## Second factor

trust-label = 信任此设备 30 天
trust-hint = 之后在这里只需输入密码。与他人共用的设备请勿选择。
complete-profile-title = 完善您的个人资料
complete-profile-text = 您已以 { $email } 的身份登录。请填写缺少的内容，然后继续。
set-up-second-factor-title = 设置第二重验证
set-up-second-factor-text = 在这里登录需要不止一种证明。请在手机上添加一个显示验证码的应用，例如您在别处使用的那个。只需一分钟。
set-up-second-factor-due = 自 { $time } 起，在这里登录需要不止一种证明。请在手机上添加一个显示验证码的应用，例如您在别处使用的那个。只需一分钟。
set-up-second-factor-now = 立即设置
set-up-second-factor-later = 以后再说
two-factor-totp-title = 输入身份验证器应用中的验证码
two-factor-totp-text = 它显示六位数字，每半分钟更换一次。
two-factor-backup-title = 输入备用验证码
two-factor-backup-text = 您设置第二重验证时保存的验证码之一。每个只能使用一次。
two-factor-mail-send-title = 通过邮件获取验证码
two-factor-mail-text = 我们会向 { $address } 发送验证码。
two-factor-text-send-title = 通过短信获取验证码
two-factor-mail-title = 输入我们发送给您的验证码
two-factor-mail-sent = 我们已向 { $address } 发送验证码。3 分钟内有效。
two-factor-send-button = 发送验证码
two-factor-send-again-button = 重新发送验证码
two-factor-others = 其他方式
two-factor-use-totp = 使用身份验证器应用
two-factor-use-mail = 通过邮件获取验证码
two-factor-use-text = 通过短信获取验证码
two-factor-passkey-title = 使用您的通行密钥
two-factor-passkey-text = 请用保存通行密钥的设备证明是您本人。
two-factor-passkey-button = 使用通行密钥
two-factor-use-backup = 使用备用验证码

## A forgotten password

forgot-title = 重设密码
forgot-text = 输入您账号的邮箱。我们会向您发送链接，供您选择新密码。
forgot-button = 发送链接
check-mail-title = 查看您的邮箱
check-mail-verify = 我们已向 { $address } 发送邮件。打开其中的链接以继续。
check-mail-reset = 如果 { $address } 有账号，我们已向其发送链接，用于选择新密码。
check-mail-magic-link = 我们已向 { $address } 发送链接。请在此浏览器中打开以登录。
check-mail-magic-link-for-accounts = 如果 { $address } 有账号，我们已向其发送链接。请在此浏览器中打开以登录。
check-mail-open-mailbox = 打开邮箱
check-mail-nothing = 没有收到？
check-mail-try-spam = 查看垃圾邮件文件夹。
check-mail-try-wait = 等几分钟：邮件可能会延迟。
check-mail-try-address = 检查上面的邮箱是否正确。
check-mail-wrong-address = 使用其他邮箱
reset-title = 选择新密码
reset-for = 用于 { $address }
reset-button = 更改密码
revoke-sessions-label = 退出所有其他登录
revoke-sessions-hint = 知道旧密码的人也会被退出登录。
reauthenticate-title = 确认是您本人
reauthenticate-text = 您即将更改重要内容。请先输入密码。
reauthenticate-passkey-text = 您即将更改重要内容。请先使用通行密钥。

## Mailed links

magic-link-request-title = 通过邮件登录
magic-link-request-text = 我们会向您发送链接。您可以用它登录，无需密码。
magic-link-request-button = 通过邮件获取登录链接
magic-link-title = 在此设备上登录
magic-link-text = 要在此设备上以 { $address } 的身份登录吗？
magic-link-elsewhere = 此链接是在另一个浏览器中请求的。继续后，您会在这里登录；在另一个浏览器中等待的操作会留在那里。
magic-link-button = 登录
magic-link-not-you = 不是您请求的？关闭此页面，什么都不会发生。
email-code-request-title = 用验证码登录
email-code-request-text = 我们会向您发送六位验证码。在这里输入即可，无需密码。
email-code-request-button = 通过邮件获取验证码
email-code-title = 输入验证码
email-code-text = 我们已向 { $address } 发送验证码。
email-code-text-for-accounts = 如果 { $address } 有账号，我们已向其发送验证码。
email-code-just-sent = 刚刚已发送过验证码。请查看您的邮箱；半分钟后可以再次获取。
email-code-again = 发送新验证码
phone-request-title = 通过短信登录
phone-request-text = 我们会向您的手机发送六位验证码。在这里输入即可，无需密码。
phone-reset-request-text = 我们会向您账号的手机号码发送验证码。您可以用它选择新密码。
phone-send-button = 发送验证码
phone-code-text = 我们已向 { $number } 发送验证码。
phone-code-text-for-accounts = 如果 { $number } 有账号，我们已向其发送验证码。
phone-code-just-sent = 刚刚已发送过验证码。可能需要等一会儿；半分钟后可以再次获取。
phone-wrong-number = 号码不对？
forgot-phone-link = 改为通过短信获取验证码
confirm-link-verify-title = 确认您的邮箱
confirm-link-verify-text = { $address } 是您的邮箱吗？
confirm-link-verify-button = 确认邮箱
confirm-link-allow-title = 允许新邮箱
confirm-link-allow-text = 您的账号将改用 { $address }。之后我们会向该邮箱发送链接。
confirm-link-allow-button = 允许
confirm-link-change-title = 更改您的邮箱
confirm-link-change-text = 从现在起，您使用 { $address } 登录。
confirm-link-change-button = 更改邮箱
confirm-link-delete-title = 删除您的账号
confirm-link-delete-text = { $address } 的账号会立即删除，且无法恢复。
confirm-link-delete-button = 删除账号
confirm-link-not-you = 不是您？关闭此页面，什么都不会发生。
confirm-link-disown-title = 找回您的账号
confirm-link-disown-text = 这会让所有人退出 { $address } 的账号，使其密码失效，移除此后添加的通行密钥、手机号码和第二重验证，并撤销邮箱的更改。然后我们会向该邮箱发送链接，用于选择新密码。
confirm-link-disown-button = 不是我
confirm-link-was-you = 是您本人？关闭此页面，什么都不会发生。
link-done-verify-title = 邮箱已确认
link-done-verify-text = { $address } 是您的邮箱。您可以继续。
link-done-allow-title = 还有一步
link-done-allow-text = 我们已向 { $address } 发送链接。打开链接以完成更改。
link-done-change-title = 邮箱已更改
link-done-change-text = 从现在起，您使用 { $address } 登录。
link-done-disown-title = 您的账号是安全的
link-done-disown-text = 所有人都已退出登录。我们已向 { $address } 发送链接，用于选择新密码。
link-done-delete-title = 账号已删除
link-done-delete-text = { $address } 的账号已不存在，您已在所有地方退出登录。

## Apps

choose-account-title = 选择账号
choose-account-signed-out = 已退出登录
choose-account-another = 使用其他账号
choose-account-in-use = 使用中
choose-account-remove-title = 从此设备移除账号
choose-account-remove-text = 您移除的账号会在这里退出登录，此浏览器也不再记住它。
choose-account-remove-button = 移除
choose-account-back = 返回选择
form-post-title = 您已登录
form-post-text = 继续前往 { $app }。
form-post-text-plain = 继续前往应用。
consent-title = { $app } 想要访问您的账号
consent-list = { $app } 将能够
consent-switch = 切换账号
consent-new = 新增
consent-warning = 没有人核实过此应用。您的数据会发送到 { $host }。仅当您了解此网站时才继续。
consent-remove-later = 您以后可以移除访问权限：
consent-your-account = 您的账号
consent-app-privacy = { $app }：隐私
consent-app-terms = { $app }：条款
consent-details = 详细信息
consent-details-scopes = 权限范围
consent-details-client = 客户端
consent-details-host = 发送到
device-title = 连接设备
device-explain = 输入电视或终端上显示的代码。
device-compare = 将此代码与设备上的代码比较。仅当两者相同时才继续。
device-code = 设备上的代码
device-code-hint = 八个字母，例如 { $example }
device-never-told = 这里的工作人员绝不会要求您输入他们发给您的代码。
device-confirm-title = 连接 { $app }？
device-confirm-lead = 您即将在另一台设备上登录 { $app }。
device-confirm-only = 仅当您刚刚自己发起此操作时才继续。如果代码是别人发给您的，对方将进入您的账号。
device-confirm-elsewhere = 此请求来自您所在国家或地区以外的地方。如果您的设备不在那里，选择“不是我”。
device-confirm-unverified = 没有人核实过此应用：任何人都可以给应用起这个名称。
device-confirm-code = 设备上的代码
device-confirm-from = 请求来源
device-confirm-with = 请求方式
device-confirm-when = 请求时间
device-confirm-whole-account = 执行您在这里能做的一切：它将登录您的整个账号。
device-connect-button = 连接
device-deny-button = 不是我
device-minutes-left = { $count ->
   *[other] 此代码还可使用 { $count } 分钟。
}
device-connected-title = 设备已连接
device-connected-text = { $app } 已登录。您可以关闭此页面，回到您的设备。
device-denied-title = 未连接
device-denied-text = 已拒绝 { $app }。如果不是您发起的，无需再做什么：没有人进入。
device-expired-title = 此代码已过期
device-expired-text = { $app } 等待答复的时间太久。在您的设备上获取新的代码。
device-used-title = 此代码已用过
device-used-text = { $app } 已得到答复，或者别人打开了此代码。在您的设备上获取新的代码。
device-again-button = 输入另一个代码
scope-openid = 知道您是谁
scope-profile = 查看您的姓名和图片
scope-email = 查看您的邮箱
scope-phone = 查看您的手机号码
scope-address = 查看您的邮寄地址
scope-declared = 查看更多与您有关的信息
scope-offline-access = 在您不在时保持登录

## The account

account-navigation = 账号
account-switch = 切换账号
account-profile = 个人资料
account-security = 安全
account-two-factor = 第二重验证
account-passkeys = 通行密钥
account-identities = 登录方式
account-sessions = 会话
account-activity = 活动记录
account-apps = 已连接的应用
account-delete = 删除账号
account-console = 控制台
notice-profile-saved = 已保存。
notice-picture-saved = 您的图片已保存。
notice-picture-removed = 您的图片已移除。
notice-username-saved = 您的用户名已保存。
notice-phone-number-saved = 您的手机号码已保存。
notice-phone-number-removed = 您的手机号码已移除。
notice-verification-link-sent = 我们已向您发送新链接。打开链接以确认邮箱。
notice-email-link-sent = 打开我们发送到新邮箱的链接，邮箱即更改。如果该邮箱已有账号，则没有发送任何内容。
notice-email-changed = 您的邮箱已更改。打开我们发送到该邮箱的链接，确认这是您的邮箱。
notice-email-permission-asked = 先打开我们发送到您当前邮箱的链接，再打开新邮箱中的链接，邮箱即更改。
notice-password-changed = 您的密码已更改。
notice-password-link-sent = 我们已向您发送链接。打开链接以选择密码。
notice-sessions-ended = 已在那里退出登录。
notice-app-removed = 访问权限已移除。
notice-deletion-link-sent = 我们已向您发送链接。在您打开之前，不会删除任何内容。
notice-account-deleted = 您的账号已不存在，您已在所有地方退出登录。
notice-send-again = 尚未更改任何内容。请重新填写表单。
profile-lead = 在您允许时，应用能看到的您的信息。
profile-about-you = 关于您
picture-heading = 图片
picture-alt = 您的图片
picture-none = 您还没有图片。
picture-uploaded = 您允许查看姓名的应用也能看到此图片。
picture-elsewhere = 应用会得到您在其他网站上的图片地址。图片不会在这里显示。
picture-upload-button = 上传图片
picture-remove-button = 移除图片
username-none = 尚无。
phone-none = 您在这里没有手机号码。
phone-proof = 要更改手机号码，请先证明是您本人。
phone-change-button = 更改手机号码
phone-save-button = 保存号码
phone-remove-button = 移除号码
username-button = 保存用户名
email-verified = 已确认
email-not-verified = 未确认
email-verification-text = 打开我们发送到此邮箱的链接，确认这是您的邮箱。
email-verification-button = 再发送一个链接
email-temporary-text = 您还没有提供邮箱。输入您的邮箱，我们会向其发送链接。
email-change-proof = 更改邮箱前，我们会要求您输入密码。
email-change-button = 更改邮箱
security-lead = 您证明是您本人的方式。
password-last-changed = 上次更改：{ $time }
password-none = 您还没有密码。我们会向 { $address } 发送链接，供您选择密码。
password-change-button = 更改密码
sessions-lead = 您已登录的地方。不认识的请退出登录。
sessions-heading = 已登录
sessions-this-one = 当前会话
sessions-device = { $system } 上的 { $browser }
sessions-unknown-device = 未知设备
place-in-country = { $country }{ $city }
place-unknown = 未知地点
device-heading = 设备
place-heading = 地点
time-heading = 时间
method-password = 密码
method-magic-link = 邮件链接
method-email-code = 邮件验证码
method-passkey = 通行密钥
method-phone-code = 短信验证码
method-wallet = 钱包
method-anonymous = 访客
method-totp = 身份验证器应用
method-backup-code = 备用验证码
method-mailed-code = 邮件第二重验证
method-texted-code = 通过短信的第二重验证
sessions-last-used = 上次使用
sessions-let-in = 已通过代码允许登录，用于 { $app }
sessions-since = 开始于
sessions-end-others = 退出所有其他登录
sessions-end-all = 在所有地方退出登录
sessions-apps-stay = 可在您不在时保持登录的应用会保留访问权限，直到您将其移除：
identities-lead = 您可以登录的方式。请至少保留两种，以免丢失一种后无法登录。
identities-ways-heading = 已在此设置
identities-connected-heading = 已连接
identities-mail = 邮件链接或验证码
identities-password-set = 您已设置密码。
identities-passkeys = { $count ->
   *[other] { $count } 个通行密钥
}
identities-not-set = 未设置
identities-change = 更改
identities-set-up = 设置
identities-chain = 链
identities-disconnect-button = 断开连接
apps-lead = 可以使用您账号的应用。
apps-heading = 应用
apps-none = 没有应用可以访问您的账号。
apps-since = 开始于
apps-remove-button = 移除访问权限
delete-lead = 此操作无法撤销。
delete-heading = 会发生什么
delete-consequence-sessions = 您会在所有地方退出登录。
delete-consequence-apps = 应用会失去访问权限。它们保存的您的信息仍由它们保留。
delete-consequence-final = 您的姓名、邮箱和密码会被清除。
delete-by-mail = 我们会先向 { $address } 发送链接。在您打开之前，不会删除任何内容。
delete-button = 删除账号
passkeys-lead = 用指纹、面容或屏幕锁登录，无需输入任何内容。
passkeys-heading = 您的通行密钥
passkeys-none = 您还没有通行密钥。
passkeys-unnamed = 通行密钥
passkeys-synced = 在多台设备上
passkeys-created = 添加时间
passkeys-never-used = 从未使用
passkeys-rename = 重命名
passkeys-name = 名称
passkeys-remove = 移除
passkeys-add-heading = 添加通行密钥
passkeys-add-text = 您的浏览器会询问保存位置：此设备、您的手机或安全密钥。
two-factor-lead = 密码之外的第二重证明，这样仅凭密码什么也打不开。
two-factor-app-heading = 身份验证器应用
two-factor-on-since = 自 { $time } 起已开启
two-factor-app-text = 手机上的应用会显示验证码，您在登录时输入它。
two-factor-app-on = 您登录时，我们会要求输入应用中的验证码。
two-factor-propose-button = 设置应用
two-factor-replace-button = 设置另一个应用
two-factor-step-scan = 用身份验证器应用扫描图片。
two-factor-step-type = 输入应用显示的验证码。
two-factor-qr-code = 用于身份验证器应用的二维码
two-factor-secret = 没有摄像头？在应用中输入此密钥：
two-factor-confirm-button = 开启
two-factor-now-on = 您的第二重验证已开启。从现在起，登录时我们会要求输入验证码。
two-factor-off-button = 关闭第二重验证
trusted-browsers-heading = 受信任的浏览器
trusted-browsers-text = 使用其中一个登录时不要求验证码，但仍需要密码。
trusted-browsers-until = 信任至
trusted-browsers-end = 停止信任
trusted-browsers-end-all = 停止信任全部
backup-codes-heading = 备用验证码
backup-codes-left = { $count ->
   *[other] 还剩 { $count } 个备用验证码。
}
backup-codes-renew-button = 获取新的备用验证码
backup-codes-text = 请将这些验证码保存在没有手机也能找到的地方。每个只能使用一次，而且只在现在显示。
backup-codes-kept-button = 我已保存
activity-lead = 您的账号发生过的事，最新的在前。有些不是您做的？请更改密码，并在所有地方退出登录。
activity-heading = 活动记录
activity-none = 尚无记录。
activity-older = 更早
activity-user-registered = 账号已创建
activity-email-verified = 邮箱已确认
activity-unproved-access-revoked = 邮箱确认之前的所有设置均已终止
activity-email-changed = 邮箱已更改
activity-profile-changed = 个人资料已更改
activity-username-changed = 用户名已更改
activity-phone-number-changed = 手机号码已更改
activity-phone-number-removed = 手机号码已移除
activity-password-changed = 密码已更改
activity-password-reset = 已通过收到的链接或验证码设置密码
activity-two-factor-enabled = 第二重验证已设置或更改
activity-two-factor-disabled = 第二重验证已关闭
activity-browser-trust-ended = 已停止信任某个浏览器
activity-backup-codes-renewed = 新的备用验证码
activity-passkey-added = 通行密钥已添加
activity-passkey-removed = 通行密钥已移除
activity-passkey-count-refused = 已拒绝通行密钥登录：它可能被复制过
activity-account-unlinked = 登录方式已移除
activity-access-disowned = 账号已找回：全部退出登录，密码已移除
activity-invitation-accepted = 账号已通过邀请创建
activity-terms-accepted = 已同意条款
activity-user-linked = 您作为访客所做的一切现已归入您的账号
activity-user-erased = 账号已删除
activity-user-disabled = 账号已被管理员锁定
activity-user-enabled = 账号已被管理员解锁
activity-signed-in = 已登录
activity-sign-in-refused = 已拒绝登录
activity-second-factor-owed = 第一重证明正确，已要求第二重验证
activity-second-factor-refused = 第二重验证不对
activity-identity-confirmed = 身份已确认
activity-session-carried-over = 登录状态已带到另一个网站
activity-account-switched = 在有多个账号的浏览器中切换到此账号
activity-signed-out = 已退出登录
activity-sessions-ended = 已在别处退出登录
activity-action-refused = 被此服务的规则拒绝
activity-action-failed = 未执行：无法检查此服务的规则
activity-consent-given = 已允许应用
activity-consent-revoked = 已移除应用的访问权限
activity-device-requested = 有设备请求连接
activity-device-approved = 已连接设备
activity-device-denied = 已拒绝设备
activity-device-redeemed = 应用在另一台设备上登录
activity-token-reused = 应用出示了已用过的凭据；其访问权限已终止
activity-administration = 管理
own-data-heading = 您的数据
own-data-text = 存储的所有与您有关的信息，为程序可读的文件。其中不含密码。
own-data-button = 下载
notice-two-factor-off = 您的第二重验证已关闭。
notice-trust-ended = 在那里我们会再次要求验证码。
notice-passkey-added = 通行密钥已添加。从现在起，您可以用它登录。
notice-passkey-renamed = 通行密钥已改名。
notice-passkey-removed = 通行密钥已移除。请同时从您的设备中移除它。
notice-identity-disconnected = 已断开连接。不再有人能用它登录。

## Setting up

setup-title = 创建第一位管理员
setup-text = 欢迎。此链接只能使用一次。您在这里创建的账号将管理所有其他账号。
setup-button = 创建管理员

## Errors

error-code = 代码
error-request = 请求
error-time = 时间
error-copy-request = 复制请求编号
error-tell = 如果反复出现，请将以下内容发送给管理员。
error-developers = 供开发者参考
error-parameter = 参数
error-expected = 已注册
error-expected-nothing = 无
error-received = 已收到
error-action-start-again = 重新开始
error-action-account = 您的账号
error-action-new-link = 获取新链接
error-not-found-title = 这里没有页面
error-not-found-reason = 地址可能输错了，或页面已移走。
error-forbidden-title = 此页面不对您开放
error-forbidden-reason = 您的账号无权访问。如果应当有权访问，请咨询管理员。
error-invalid-request-title = 应用发送了我们无法处理的请求
error-invalid-request-reason = 其中缺少内容或有内容不对。这需要由应用的开发者修正。
error-unknown-client-title = 我们不认识此应用
error-unknown-client-reason = 将您带到这里的应用没有注册，或已被移除。
error-client-disabled-title = 此应用已停用
error-client-disabled-reason = 管理员已暂停登录此应用。
error-redirect-uri-mismatch-title = 应用要求将您带到我们不认识的地址
error-redirect-uri-mismatch-reason = 为了您的安全，我们在此停下：它的重定向地址不在已注册的地址之中。
error-login-session-expired-title = 此次登录已不再有效
error-login-session-expired-reason = 它超过了 30 分钟、已在另一个标签页中完成，或是在另一个浏览器中开始的。
error-cookie-blocked-title = 您的浏览器不保存 Cookie
error-cookie-blocked-reason = 登录需要一个 Cookie。请允许此网站使用 Cookie，然后重新开始。
error-link-expired-title = 此链接已不可用
error-link-expired-reason = 链接只能使用一次，且有时间限制。请获取新链接。
error-account-disabled-title = 此账号已停用
error-account-disabled-reason = 管理员已将其停用。请让管理员重新启用。
error-sign-up-closed-title = 这里不能创建新账号
error-sign-up-closed-reason = 请让管理员邀请您。
error-action-refused-title = 此服务不允许这样做
error-action-refused-reason = 它对此有自己的规则，并说明：
error-captcha-failed-title = 我们无法判断您是真人
error-captcha-failed-reason = 没有任何更改。返回，重新加载页面，然后再提交一次。如果没有脚本，请先等待页面所示的时间再提交。
error-form-rejected-title = 此页面打开时间太久
error-form-rejected-reason = 没有任何更改。返回，重新加载页面，然后再提交一次。
error-rate-limited-title = 请求太多
error-rate-limited-reason = 等一分钟，然后再试。
error-server-error-title = 我们这边出了问题
error-server-error-reason = 这不是您造成的。请稍后再试。
error-temporarily-unavailable-title = 我们现在太忙
error-temporarily-unavailable-reason = 没有任何更改。请稍后再试。

## Mails

mail-greeting = { $name }，您好：
mail-footer = 由 { $brand } 发送。
mail-paste = 如果按钮没有反应，请将此地址复制到浏览器中：
mail-lifetime-hours = { $count ->
   *[other] 此链接只能使用一次，{ $count } 小时内有效。
}
mail-lifetime-minutes = { $count ->
   *[other] 此链接只能使用一次，{ $count } 分钟内有效。
}
mail-verify-subject = 确认您在 { $brand } 的邮箱
mail-verify-text = 确认这是您的邮箱后，您的 { $brand } 账号即可使用。
mail-verify-button = 确认邮箱
mail-verify-otherwise = 没有创建过账号？请忽略此邮件。
mail-magic-link-subject = 您的 { $brand } 登录链接
mail-magic-link-text = 您请求了登录 { $brand } 的链接。
mail-magic-link-button = 登录
mail-magic-link-otherwise = 不是您请求的？请忽略此邮件：没有链接，谁也无法登录。
mail-invitation-subject = 您受邀加入 { $brand }
mail-invitation-text = 您受邀在 { $brand } 创建账号。
mail-invitation-button = 接受邀请
mail-invitation-otherwise = 没料到会收到这封邮件？请忽略它：没有链接，不会创建账号。
mail-sign-up-link-subject = 创建您的 { $brand } 账号
mail-sign-up-link-text = 您请求创建 { $brand } 账号。
mail-sign-up-link-button = 创建账号
mail-sign-up-link-otherwise = 不是您请求的？请忽略此邮件：没有链接，不会创建账号。
mail-code-subject = { $code } 是您的 { $brand } 验证码
mail-code-sign-in = 输入此验证码以登录 { $brand }：
mail-code-verify = 输入此验证码以确认您在 { $brand } 的邮箱：
mail-code-reset = 输入此验证码，为您的 { $brand } 账号选择新密码：
mail-code-change = 输入此验证码，将此邮箱用于您的 { $brand } 账号：
mail-code-lifetime = { $count ->
   *[other] 此验证码只能使用一次，{ $count } 分钟内有效。
}
mail-code-otherwise = 不是您请求的？请忽略此邮件，且不要将验证码告诉任何人。
mail-reset-subject = 重设您的 { $brand } 密码
mail-reset-text = 您请求为 { $brand } 账号选择新密码。
mail-reset-button = 选择新密码
mail-reset-otherwise = 不是您请求的？请忽略此邮件：您的密码保持不变。
mail-change-confirm-subject = 允许 { $brand } 账号使用新邮箱
mail-change-confirm-text = 您请求将 { $brand } 账号的邮箱更改为 { $address }。
mail-change-confirm-button = 允许更改
mail-change-confirm-otherwise = 不是您请求的？请忽略此邮件，并更改密码。
mail-change-verify-subject = 确认您在 { $brand } 的新邮箱
mail-change-verify-text = 确认 { $address } 是您的邮箱。之后您用它登录。
mail-change-verify-button = 确认新邮箱
mail-change-verify-otherwise = 不是您请求的？请忽略此邮件。
mail-email-changed-subject = 您的 { $brand } 邮箱已更改
mail-email-changed-text = 您账号的邮箱现在是 { $address }。此邮箱不会再收到任何邮件。
mail-delete-subject = 删除您的 { $brand } 账号
mail-delete-text = 您请求删除 { $brand } 账号。此操作无法撤销。
mail-delete-button = 删除账号
mail-delete-otherwise = 不是您请求的？请忽略此邮件，并更改密码。
mail-existing-subject = 您已有 { $brand } 账号
mail-existing-text = 有人（很可能是您）尝试用此邮箱创建 { $brand } 账号。账号已经存在：请用它登录。
mail-existing-button = 登录
mail-existing-otherwise = 忘记密码？选择一个新密码：
mail-password-changed-subject = 您的 { $brand } 密码已更改
mail-password-changed-text = 您账号的密码已于 { $time } 更改。
mail-too-many-tries-subject = 有人不断尝试您 { $brand } 账号的密码
mail-too-many-tries-text = 您的账号被尝试了太多错误密码，因此在 { $time } 之前不再检查任何密码。没有人登录成功。
mail-too-many-tries-ways = 在此期间，您的其他登录方式仍可使用。如果忘记了密码，请选择新密码；新密码立即生效：
mail-not-me-text = { $count ->
   *[other] 不是您本人？请找回您的账号。{ $count } 天内有效：
}
mail-not-me-button = 不是我
mail-new-device-subject = 有新设备登录了您的 { $brand } 账号
mail-new-device-text = 有人于 { $time } 用一台此前未登录过的设备登录了您的账号。
mail-new-device-device = 设备：{ $device }
mail-new-device-place = 地点：{ $place }
mail-new-device-address = IP 地址：{ $address }
mail-new-device-both = { $system } 上的 { $browser }
mail-new-device-unknown = 未知
mail-new-device-you = 如果是您本人，则无需任何操作。
mail-second-factor-subject = { $code } 是您的 { $brand } 验证码
mail-second-factor-text = 用于完成登录 { $brand } 的验证码：
mail-second-factor-otherwise = 不是您在登录？那么有人知道您的密码：请更改它。
mail-two-factor-subject = 您的 { $brand } 账号的第二重验证已更改
mail-two-factor-on-text = 您账号的第二重验证已于 { $time } 设置或更改。
mail-two-factor-off-text = 您账号的第二重验证已于 { $time } 关闭。

mail-passkey-subject = 您在 { $brand } 的通行密钥已更改
mail-passkey-added-text = 您的账号已于 { $time } 添加通行密钥。持有它的人可以登录。
mail-passkey-removed-text = 您的账号已于 { $time } 移除通行密钥。
mail-phone-number-subject = 您的 { $brand } 账号的手机号码已更改
mail-phone-number-set-text = 您账号的手机号码已于 { $time } 设置或更改。
mail-phone-number-removed-text = 您账号的手机号码已于 { $time } 移除。

text-message-verify = { $code } 是您的 { $brand } 验证码。不要告诉任何人。
text-message-reset = { $code } 是用于重设 { $brand } 密码的验证码。不要告诉任何人。
text-message-second-factor = { $code } 是用于完成登录 { $brand } 的验证码。不要告诉任何人。
text-message-test = { $brand } 可以发送短信。
mail-test-subject = { $brand } 的邮件功能正常
mail-test-text = 这是一封测试邮件，发送于 { $time }。无需任何操作。
