# العربية

locale-endonym = العربية
locale-direction = rtl

## Every page

dev-banner = وضع التطوير: لهذا الجهاز فقط، ولا شيء محفوظ هنا بأمان.
skip-to-content = الانتقال إلى المحتوى
language-menu = اللغة:
footer-help = المساعدة
footer-privacy = الخصوصية
footer-terms = الشروط
to-continue-to = للمتابعة إلى { $app }
app-verified = تحقق منه { $brand }
app-not-verified = لم يتحقق منه { $brand }
cancel-button = إلغاء
continue-button = متابعة
save-button = حفظ
allow-button = سماح
copy = نسخ
copied = تم النسخ
back-to-sign-in = العودة إلى تسجيل الدخول
back-to-app = العودة إلى { $app }
back-plain = رجوع
still-signed-in-button = حسابك

## Fields

field-email = البريد الإلكتروني
field-email-or-username = البريد الإلكتروني أو اسم المستخدم
field-email-or-phone = البريد الإلكتروني أو رقم الهاتف
field-email-username-or-phone = البريد الإلكتروني أو اسم المستخدم أو رقم الهاتف
field-name = الاسم
field-password = كلمة المرور
field-code = الرمز
field-phone = رقم الهاتف
field-new-phone = رقم الهاتف الجديد
field-phone-hint = ابدأ بعلامة + ورمز البلد.
field-new-password = كلمة المرور الجديدة
field-current-password = كلمة المرور الحالية
field-new-email = البريد الإلكتروني الجديد
field-new-email-hint = نرسل إليه رابطًا. يتغير العنوان عندما تفتح هذا الرابط.
field-new-email-hint-at-once = يتغير على الفور. نرسل إليه رابطًا تؤكد به أنه لك.
field-new-email-hint-allowed = نرسل رابطًا إلى عنوانك الحالي، ثم رابطًا إلى العنوان الجديد. يتغير العنوان بعد أن تفتح الرابطين.
field-username = اسم المستخدم
field-username-optional = اسم المستخدم (اختياري)
field-declared-optional = { $field } (اختياري)
field-declared-none = لا اختيار
field-username-hint = { $count ->
    [zero] { $count } حرف على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
    [one] حرف واحد على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
    [two] حرفان على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
    [few] { $count } أحرف على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
    [many] { $count } حرفًا على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
   *[other] { $count } حرف على الأقل: حروف وأرقام ونقاط وشرطات سفلية.
}
field-picture = صورة من موقع آخر
field-picture-hint = عنوان https لصورة، بدلًا من صورة ترفعها. اتركه فارغًا إذا كنت لا تريد صورة.
field-upload = صورة جديدة
field-upload-hint = PNG أو JPEG أو WebP أو GIF، حتى { $size }. تُقصّ إلى مربع، ويُحذف ما يذكره الملف عن المكان والكاميرا.
password-show = إظهار كلمة المرور
password-hint = { $count ->
    [zero] { $count } حرف على الأقل.
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $count } أحرف على الأقل. من الجيد اختيار عدة كلمات لا رابط بينها.
    [many] { $count } حرفًا على الأقل. من الجيد اختيار عدة كلمات لا رابط بينها.
   *[other] { $count } حرف على الأقل. من الجيد اختيار عدة كلمات لا رابط بينها.
}

## What can be wrong with a form

problem-title-head = خطأ:{" "}
problem-several = بعض الأمور تحتاج إلى نظرة أخرى:
problem-credentials-mismatch = البريد الإلكتروني وكلمة المرور غير متطابقين. تحقق من كليهما أو أعد تعيين كلمة المرور.
problem-username-mismatch = اسم المستخدم وكلمة المرور غير متطابقين. تحقق من كليهما أو أعد تعيين كلمة المرور.
problem-identifier-malformed = أدخل عنوان بريد إلكتروني مثل ada@example.com، أو اسم مستخدم.
problem-too-many-tries = { $count ->
    [zero] محاولات كثيرة جدًا. انتظر { $count } دقيقة أو أعد تعيين كلمة المرور.
    [one] محاولات كثيرة جدًا. انتظر دقيقة واحدة أو أعد تعيين كلمة المرور.
    [two] محاولات كثيرة جدًا. انتظر دقيقتين أو أعد تعيين كلمة المرور.
    [few] محاولات كثيرة جدًا. انتظر { $count } دقائق أو أعد تعيين كلمة المرور.
    [many] محاولات كثيرة جدًا. انتظر { $count } دقيقة أو أعد تعيين كلمة المرور.
   *[other] محاولات كثيرة جدًا. انتظر { $count } دقيقة أو أعد تعيين كلمة المرور.
}
problem-account-disabled = هذا الحساب متوقف. اسأل المسؤول.
problem-email-unverified = لم يتم تأكيد بريدك الإلكتروني بعد. أرسلنا إليك رابطًا جديدًا: افتحه ثم سجّل الدخول.
problem-form-expired = بقيت هذه الصفحة مفتوحة مدة طويلة. أرسلها مرة أخرى.
problem-name-missing = أدخل اسمك.
problem-name-too-long = { $count ->
    [zero] اختصر الاسم إلى { $count } حرف.
    [one] اختصر الاسم إلى حرف واحد.
    [two] اختصر الاسم إلى حرفين.
    [few] اختصر الاسم إلى { $count } أحرف.
    [many] اختصر الاسم إلى { $count } حرفًا.
   *[other] اختصر الاسم إلى { $count } حرف.
}
problem-username-missing = اختر اسم مستخدم.
problem-username-too-short = { $count ->
    [zero] استخدم { $count } حرف على الأقل.
    [one] استخدم حرفًا واحدًا على الأقل.
    [two] استخدم حرفين على الأقل.
    [few] استخدم { $count } أحرف على الأقل.
    [many] استخدم { $count } حرفًا على الأقل.
   *[other] استخدم { $count } حرف على الأقل.
}
problem-username-too-long = { $count ->
    [zero] استخدم { $count } حرف على الأكثر.
    [one] استخدم حرفًا واحدًا على الأكثر.
    [two] استخدم حرفين على الأكثر.
    [few] استخدم { $count } أحرف على الأكثر.
    [many] استخدم { $count } حرفًا على الأكثر.
   *[other] استخدم { $count } حرف على الأكثر.
}
problem-username-malformed = استخدم الحروف من a إلى z والأرقام والنقاط والشرطات السفلية فقط.
problem-username-taken = اسم المستخدم هذا محجوز. اختر اسمًا آخر.
problem-username-immutable = لم يعد من الممكن تغيير اسم المستخدم هذا.
problem-email-malformed = أدخل عنوان بريد إلكتروني مثل ada@example.com.
problem-email-taken = لهذا البريد الإلكتروني حساب بالفعل. سجّل الدخول به أو استخدم عنوانًا آخر.
problem-email-domain-refused = لا يمكن للحسابات هنا استخدام بريد إلكتروني من هذا النطاق. استخدم عنوانًا آخر.
form-work-wait = { $count ->
    [zero] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر { $count } ثانية قبل الإرسال.
    [one] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر ثانية واحدة قبل الإرسال.
    [two] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر ثانيتين قبل الإرسال.
    [few] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر { $count } ثوانٍ قبل الإرسال.
    [many] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر { $count } ثانية قبل الإرسال.
   *[other] متصفحك لا يشغّل النصوص البرمجية، لذلك لا يمكننا التأكد من وجود شخص. انتظر { $count } ثانية قبل الإرسال.
}
problem-phone-number-malformed = أدخل رقم هاتف محمول يبدأ بعلامة + ورمز البلد.
problem-phone-number-elsewhere = لا نرسل رسائل نصية إلى هذا البلد. استخدم رقمًا آخر.
problem-phone-number-taken = هذا الرقم تابع لحساب آخر. سجّل الدخول به أو استخدم رقمًا آخر.
problem-phone-number-needed = من دون هذا الرقم لن تستطيع تسجيل الدخول بعد الآن. أكّد بريدك الإلكتروني أو عيّن كلمة مرور أولًا.
problem-phone-number-mismatch = رقم الهاتف وكلمة المرور غير متطابقين. تحقق من كليهما أو سجّل الدخول برمز.
problem-picture-malformed = أدخل عنوانًا يبدأ بـ https://، أو اتركه فارغًا.
problem-picture-missing = اختر ملفًا أولًا.
problem-picture-unreadable = هذا الملف ليس صورة يمكن قراءتها هنا. اختر PNG أو JPEG أو WebP أو GIF.
problem-picture-too-large = هذا الملف أكبر من { $size }. اختر ملفًا أصغر.
problem-picture-too-many-pixels = هذه الصورة أكبر من أن تُقرأ هنا. اختر صورة أقل عرضًا وارتفاعًا.
problem-password-too-short = { $count ->
    [zero] استخدم { $count } حرف على الأقل.
    [one] استخدم حرفًا واحدًا على الأقل.
    [two] استخدم حرفين على الأقل.
    [few] استخدم { $count } أحرف على الأقل.
    [many] استخدم { $count } حرفًا على الأقل.
   *[other] استخدم { $count } حرف على الأقل.
}
problem-password-too-long = { $count ->
    [zero] استخدم { $count } حرف على الأكثر.
    [one] استخدم حرفًا واحدًا على الأكثر.
    [two] استخدم حرفين على الأكثر.
    [few] استخدم { $count } أحرف على الأكثر.
    [many] استخدم { $count } حرفًا على الأكثر.
   *[other] استخدم { $count } حرف على الأكثر.
}
problem-password-guessable = من السهل تخمين كلمة المرور هذه. استخدم عدة كلمات لا رابط بينها.
problem-password-breached = كلمة المرور هذه موجودة في قائمة كلمات مرور مسرّبة يجربها المهاجمون أولًا. اختر كلمة لا تستخدمها في أي مكان آخر.
problem-password-unchecked = لم نتمكن الآن من التحقق مما إذا كانت كلمة المرور هذه قد تسرّبت. أعد المحاولة بعد قليل.
problem-password-wrong = هذه ليست كلمة مرورك. أعد المحاولة أو أعد تعيينها.
problem-second-factor-wrong = هذا الرمز ليس صحيحًا، أو سبق استخدامه. أدخل الرمز التالي.
problem-second-factor-clock = كان هذا الرمز صحيحًا قبل قليل أو سيصبح صحيحًا بعد قليل: يبدو أن ساعة هاتفك غير مضبوطة. شغّل ضبط التاريخ والوقت تلقائيًا في إعدادات الهاتف، ثم أدخل الرمز التالي.
problem-code-wrong = هذا ليس الرمز الصحيح. راجع أحدث رسالة؛ بعد ثلاث محاولات يتوقف الرمز عن العمل.
problem-user-code-malformed = يتكوّن الرمز من ثمانية أحرف بلا حروف علة. راجعه على جهازك.
problem-user-code-unknown = لا يوجد جهاز ينتظر بهذا الرمز. راجعه، أو احصل على رمز جديد على جهازك.
problem-too-many-user-codes = { $count ->
    [zero] جُرّبت رموز كثيرة جدًا. انتظر { $count } دقيقة، ثم أدخل الرمز مرة أخرى.
    [one] جُرّبت رموز كثيرة جدًا. انتظر دقيقة واحدة، ثم أدخل الرمز مرة أخرى.
    [two] جُرّبت رموز كثيرة جدًا. انتظر دقيقتين، ثم أدخل الرمز مرة أخرى.
    [few] جُرّبت رموز كثيرة جدًا. انتظر { $count } دقائق، ثم أدخل الرمز مرة أخرى.
    [many] جُرّبت رموز كثيرة جدًا. انتظر { $count } دقيقة، ثم أدخل الرمز مرة أخرى.
   *[other] جُرّبت رموز كثيرة جدًا. انتظر { $count } دقيقة، ثم أدخل الرمز مرة أخرى.
}
problem-code-spent = لم يعد هذا الرمز يعمل. اطلب رمزًا جديدًا.
problem-declared-missing = الحقل { $field } فارغ. املأه.
problem-declared-too-long = الحقل { $field } طويل جدًا. الحد الأقصى { $maximum }.
problem-declared-no-number = الحقل { $field } ليس رقمًا. اكتبه بالأرقام، مثل 12 أو 3.5.
problem-declared-no-day = الحقل { $field } ليس تاريخًا. اكتب يومًا من التقويم.
problem-declared-not-taken = لا يقبل الحقل { $field } هذا. أدخل شيئًا آخر.
problem-declared-taken = لدى شخص آخر هذا في الحقل { $field }. أدخل شيئًا آخر.
problem-passkey-refused = لم ينجح الأمر بمفتاح المرور هذا. أعد المحاولة أو اختر طريقة أخرى.
problem-wallet-too-late = لم تعد تلك الرسالة صالحة. استخدم محفظتك مرة أخرى.
problem-wallet-not-yours = تلك المحفظة ليست لهذا الحساب. اختر التي تسجّل الدخول بها.
problem-passkey-known = يوجد على هذا الجهاز مفتاح مرور لحسابك بالفعل.
problem-passkey-last-way-in = من دون مفتاح المرور هذا لن تستطيع تسجيل الدخول بعد الآن. أضف مفتاحًا آخر أو كلمة مرور أولًا.
problem-identity-last-way-in = هذه هي طريقتك الوحيدة للدخول. أعدّ طريقة أخرى أولًا.
problem-terms-not-accepted = حدّد المربع لتقول إنك توافق.
problem-terms-changed = تغيّرت المستندات منذ فتح هذه الصفحة. اقرأها ثم وافق مرة أخرى.

## Signing in and out

sign-in-title = تسجيل الدخول
sign-in-button = تسجيل الدخول
sign-in-last-used = آخر ما استُخدم
sign-in-password-title = أدخل كلمة المرور
sign-in-change-address = لست أنت؟ استخدم بريدًا إلكترونيًا آخر
sign-in-change-identifier = لست أنت؟ استخدم بريدًا إلكترونيًا أو اسم مستخدم آخر
sign-in-magic-link = أرسل إليّ رابط دخول بالبريد
sign-in-email-code = أرسل إليّ رمزًا بالبريد
sign-in-phone-code = أرسل إليّ رمزًا برسالة نصية
sign-in-new-here = جديد هنا؟
sign-in-notice-password-reset = تم تغيير كلمة مرورك. سجّل الدخول بها.
sign-in-notice-email-verified = تم تأكيد بريدك الإلكتروني. سجّل الدخول للمتابعة.
sign-in-notice-signed-out = تم تسجيل خروجك.
sign-in-notice-too-many-codes = كانت رموز كثيرة خاطئة. سجّل الدخول مرة أخرى.
sign-in-notice-no-second-factor = يحتاج هذا الحساب إلى عامل ثانٍ، وليس لديك عامل مقبول هنا. سجّل الدخول بطريقة أخرى أو اسأل القائمين على هذا الموقع.
sign-in-notice-passkey-unknown = لم يعد مفتاح المرور هذا تابعًا لأحد هنا. سجّل الدخول بطريقة أخرى وأزله من جهازك.
sign-in-notice-wallet-too-late = لم تعد تلك الرسالة صالحة. سجّل الدخول بمحفظتك مرة أخرى.
sign-in-notice-wallet-refused = التوقيع ليس من الحساب الذي اخترته. اختره مرة أخرى أو اختر طريقة أخرى: الحسابات التي هي عقود لا يمكنها تسجيل الدخول هنا.
sign-in-notice-wallet-unknown = لا أحد هنا يملك هذه المحفظة، ولا يمكن إنشاء حساب بها. سجّل الدخول بطريقة أخرى.
passkey-button = استخدام مفتاح مرور
passkey-cancelled = لم يُستخدم أي مفتاح مرور. أعد المحاولة أو اختر طريقة أخرى.
passkey-failed = لم ينجح ذلك. أعد المحاولة أو اختر طريقة أخرى.
passkey-no-script = تحتاج مفاتيح المرور إلى النصوص البرمجية، وهي متوقفة في هذا المتصفح.
passkey-no-script-here = تحتاج إضافة مفتاح مرور إلى النصوص البرمجية، وهي متوقفة في هذا المتصفح. شغّلها لهذه الصفحة وأعد تحميلها.
passkey-add-button = إضافة مفتاح مرور
passkey-offer-title = سجّل الدخول أسرع في المرة القادمة
passkey-offer-text = بمفتاح المرور تسجّل الدخول ببصمة الإصبع أو الوجه أو قفل الشاشة، من دون كتابة كلمة مرور. يبقى المفتاح على أجهزتك، ولا يمكن لأحد أن يأخذه منك بالخداع.
passkey-later = ليس الآن
wallet-button = تسجيل الدخول بمحفظة
wallet-look = تابع في محفظتك: ستطلب منك توقيع رسالة.
wallet-choice = أي محفظة؟
wallet-cancelled = لم يُوقَّع شيء. أعد المحاولة أو اختر طريقة أخرى.
wallet-no-account = لم يُختر أي حساب في محفظتك. أعد المحاولة أو اختر طريقة أخرى.
wallet-busy = ما زالت محفظتك تسألك عن شيء. افتحها وأجب هناك، ثم أعد المحاولة.
wallet-chain = محفظتك على شبكة غير مقبولة هنا. انتقل إلى شبكة أخرى في محفظتك، ثم أعد المحاولة.
wallet-failed = لم ينجح ذلك. أعد المحاولة أو اختر طريقة أخرى.
wallet-statement = تسجيل الدخول إلى هذا الموقع. هذه ليست معاملة ولا تكلّف شيئًا.
wallet-confirm-statement = تأكيد على هذا الموقع أنك أنت. هذه ليست معاملة ولا تكلّف شيئًا.
forgot-link = هل نسيت كلمة المرور؟
remember-label = إبقائي مسجّلًا على هذا الجهاز
remember-hint = ليس على جهاز يستخدمه آخرون.
sign-up-title = إنشاء حساب
sign-up-button = إنشاء حساب
sign-up-have-account = لديك حساب؟
sign-up-passkey-button = إنشاء حساب بمفتاح مرور
sign-up-wallet-button = إنشاء حساب بمحفظة
sign-up-passkey-hint = نرسل إليك رابطًا بالبريد. افتحه ثم استخدم بصمة الإصبع أو الوجه أو قفل الشاشة: لا حاجة إلى كلمة مرور.
sign-up-link-passkey-hint = تسجّل الدخول ببصمة الإصبع أو الوجه أو قفل الشاشة: لا حاجة إلى كلمة مرور.
sign-up-link-email-hint = يُنشأ الحساب لهذا العنوان.
invitation-title = اقبل دعوتك
invitation-text = أنت مدعو إلى { $brand }. اذكر اسمك وكيف تريد تسجيل الدخول.
has-account-title = لديك حساب بالفعل
has-account-text = للعنوان { $address } حساب. سجّل الدخول للمتابعة.
terms-document-terms = الشروط
terms-document-privacy = إشعار الخصوصية
terms-usual = أوافق على الشروط وقد قرأت إشعار الخصوصية
terms-usual-terms = أوافق على الشروط
terms-usual-privacy = قرأت إشعار الخصوصية
terms-agree-and-read = أوافق على: { $agreed }. قرأت: { $read }.
terms-agree = أوافق على: { $agreed }
terms-read = قرأت: { $read }
terms-new-tab = القراءة في علامة تبويب جديدة:
terms-title = قبل أن تتابع
terms-title-again = هناك جديد
terms-text = يحتاج حسابك إلى موافقتك. اقرأ هذا ثم تابع.
terms-text-again = تغيّرت هذه المستندات منذ موافقتك. اقرأ الجديد ثم تابع.
terms-agree-button = موافقة ومتابعة
terms-later = ليس الآن: تسجيل الخروج
terms-signed-in-as = مسجّل الدخول باسم { $address }
terms-data = تنزيل بياناتك
terms-delete = حذف حسابك
sign-out-title = هل تريد تسجيل الخروج من { $brand }؟
sign-out-text = قد تطلب منك التطبيقات التي فتحتها بهذا الحساب تسجيل الدخول مرة أخرى.
sign-out-asked = طلب تطبيق تسجيل خروجك.
sign-out-asked-by = طلب { $app } تسجيل خروجك.
sign-out-button = تسجيل الخروج
sign-out-all-button = تسجيل الخروج من كل الحسابات
sign-out-all-text = يُسجَّل أيضًا خروج الحسابات الأخرى في هذا المتصفح.
sign-out-stay = البقاء مسجّلًا
signed-out-title = تم تسجيل خروجك من { $brand }
signed-out-text = على جهاز يستخدمه آخرون، أغلق المتصفح أيضًا.
signed-out-unconfirmed = لم تؤكد هذه التطبيقات أنها سجّلت خروجك أيضًا:
signed-out-again = تسجيل الدخول مرة أخرى
still-signed-in-title = ما زلت مسجّل الدخول
still-signed-in-text = لم يتغير شيء. يمكنك إغلاق هذه الصفحة.

## Second factor

trust-label = الوثوق بهذا الجهاز لمدة 30 يومًا
trust-hint = لن نطلب هنا سوى كلمة مرورك. لا تحدده على جهاز يستخدمه آخرون.
complete-profile-title = أكمل ملفك الشخصي
complete-profile-text = سجّلت الدخول باسم { $email }. املأ ما ينقص ثم تابع.
set-up-second-factor-title = إعداد عامل ثانٍ
set-up-second-factor-text = يتطلب تسجيل الدخول هنا أكثر من إثبات واحد. أضف على هاتفك تطبيقًا يعرض رموزًا، مثل التطبيق الذي تستخدمه في مواقع أخرى. يستغرق ذلك دقيقة.
set-up-second-factor-due = ابتداءً من { $time }، يتطلب تسجيل الدخول هنا أكثر من إثبات واحد. أضف على هاتفك تطبيقًا يعرض رموزًا، مثل التطبيق الذي تستخدمه في مواقع أخرى. يستغرق ذلك دقيقة.
set-up-second-factor-now = الإعداد الآن
set-up-second-factor-later = ليس الآن
two-factor-totp-title = أدخل الرمز من تطبيق المصادقة
two-factor-totp-text = يعرض ستة أرقام تتغير كل نصف دقيقة.
two-factor-backup-title = أدخل رمزًا احتياطيًا
two-factor-backup-text = أحد الرموز التي احتفظت بها عند إعداد العامل الثاني. يعمل كل رمز مرة واحدة.
two-factor-mail-send-title = الحصول على رمز بالبريد الإلكتروني
two-factor-mail-text = نرسل رمزًا إلى { $address }.
two-factor-text-send-title = الحصول على رمز برسالة نصية
two-factor-mail-title = أدخل الرمز الذي أرسلناه إليك
two-factor-mail-sent = أرسلنا رمزًا إلى { $address }. يعمل لمدة 3 دقائق.
two-factor-send-button = إرسال الرمز
two-factor-send-again-button = إرسال رمز آخر
two-factor-others = طرق أخرى
two-factor-use-totp = استخدام تطبيق المصادقة
two-factor-use-mail = الحصول على رمز بالبريد الإلكتروني
two-factor-use-text = الحصول على رمز برسالة نصية
two-factor-passkey-title = استخدم مفتاح المرور
two-factor-passkey-text = أثبت أنك أنت بالجهاز الذي يحفظ مفتاح المرور.
two-factor-passkey-button = استخدام مفتاح مرور
two-factor-use-backup = استخدام رمز احتياطي

## A forgotten password

forgot-title = إعادة تعيين كلمة المرور
forgot-text = أدخل البريد الإلكتروني لحسابك. نرسل إليك رابطًا لاختيار كلمة مرور جديدة.
forgot-button = إرسال الرابط
check-mail-title = تحقق من بريدك
check-mail-verify = أرسلنا رسالة إلى { $address }. افتح الرابط الموجود فيها للمتابعة.
check-mail-reset = إذا كان للعنوان { $address } حساب، فقد أرسلنا إليه رابطًا لاختيار كلمة مرور جديدة.
check-mail-magic-link = أرسلنا رابطًا إلى { $address }. افتحه في هذا المتصفح لتسجيل الدخول.
check-mail-magic-link-for-accounts = إذا كان للعنوان { $address } حساب، فقد أرسلنا إليه رابطًا. افتحه في هذا المتصفح لتسجيل الدخول.
check-mail-open-mailbox = فتح صندوق البريد
check-mail-nothing = لم يصل شيء؟
check-mail-try-spam = ابحث في مجلد الرسائل غير المرغوب فيها.
check-mail-try-wait = انتظر بضع دقائق: قد يتأخر البريد.
check-mail-try-address = تحقق من صحة العنوان أعلاه.
check-mail-wrong-address = استخدام عنوان آخر
reset-title = اختر كلمة مرور جديدة
reset-for = من أجل { $address }
reset-button = تغيير كلمة المرور
revoke-sessions-label = تسجيل الخروج من كل مكان آخر
revoke-sessions-hint = يُسجَّل أيضًا خروج من يعرف كلمة المرور القديمة.
reauthenticate-title = أكّد أنك أنت
reauthenticate-text = أنت على وشك تغيير شيء مهم. أدخل كلمة مرورك أولًا.
reauthenticate-passkey-text = أنت على وشك تغيير شيء مهم. استخدم مفتاح المرور أولًا.
reauthenticate-any-text = أنت على وشك تغيير شيء مهم. أثبت أولًا أنك أنت.
reauthenticate-wallet-button = استخدام محفظتك
reauthenticate-no-wallet = لم يُعثر على محفظة في هذا المتصفح. افتح هذه الصفحة في المتصفح الذي فيه محفظتك.

## Mailed links

magic-link-request-title = تسجيل الدخول بالبريد الإلكتروني
magic-link-request-text = نرسل إليك رابطًا. تسجّل الدخول به من دون كلمة مرور.
magic-link-request-button = أرسل إليّ رابط دخول بالبريد
magic-link-title = تسجيل الدخول على هذا الجهاز
magic-link-text = هل تريد تسجيل الدخول باسم { $address } على هذا الجهاز؟
magic-link-elsewhere = طُلب الرابط في متصفح آخر. إذا تابعت فستسجّل الدخول هنا؛ وما ينتظر في المتصفح الآخر يبقى هناك.
magic-link-button = تسجيل الدخول
magic-link-not-you = لم تطلب هذا؟ أغلق هذه الصفحة ولن يحدث شيء.
email-code-request-title = تسجيل الدخول برمز
email-code-request-text = نرسل إليك رمزًا من ستة أرقام. تكتبه هنا من دون كلمة مرور.
email-code-request-button = أرسل إليّ رمزًا بالبريد
email-code-title = أدخل الرمز
email-code-text = أرسلنا رمزًا إلى { $address }.
email-code-text-for-accounts = إذا كان للعنوان { $address } حساب، فقد أرسلنا إليه رمزًا.
email-code-just-sent = أُرسل رمز قبل لحظات. راجع صندوق بريدك؛ بعد نصف دقيقة يمكنك طلب رمز آخر.
email-code-again = إرسال رمز جديد
phone-request-title = تسجيل الدخول برسالة نصية
phone-request-text = نرسل رمزًا من ستة أرقام إلى هاتفك. تكتبه هنا من دون كلمة مرور.
phone-reset-request-text = نرسل رمزًا إلى رقم الهاتف المسجّل في حسابك. تختار به كلمة مرور جديدة.
phone-send-button = إرسال الرمز
phone-code-text = أرسلنا رمزًا إلى { $number }.
phone-code-text-for-accounts = إذا كان للرقم { $number } حساب، فقد أرسلنا إليه رمزًا.
phone-code-just-sent = أُرسل رمز قبل لحظات. قد يستغرق وصوله قليلًا؛ بعد نصف دقيقة يمكنك طلب رمز آخر.
phone-wrong-number = رقم خاطئ؟
forgot-phone-link = الحصول على رمز برسالة نصية بدلًا من ذلك
confirm-link-verify-title = أكّد بريدك الإلكتروني
confirm-link-verify-text = هل { $address } عنوانك؟
confirm-link-verify-button = تأكيد البريد الإلكتروني
confirm-link-allow-title = اسمح بالبريد الإلكتروني الجديد
confirm-link-allow-text = سينتقل حسابك إلى { $address }. نرسل بعد ذلك رابطًا إلى هذا العنوان.
confirm-link-allow-button = سماح
confirm-link-change-title = غيّر بريدك الإلكتروني
confirm-link-change-text = من الآن فصاعدًا تسجّل الدخول باستخدام { $address }.
confirm-link-change-button = تغيير البريد الإلكتروني
confirm-link-delete-title = احذف حسابك
confirm-link-delete-text = يُحذف حساب { $address } على الفور ولا يمكن استعادته.
confirm-link-delete-button = حذف الحساب
confirm-link-not-you = لست أنت؟ أغلق هذه الصفحة ولن يحدث شيء.
confirm-link-disown-title = استعد حسابك
confirm-link-disown-text = يؤدي هذا إلى تسجيل خروج الجميع من حساب { $address }، وإنهاء كلمة مروره، وإزالة مفاتيح المرور ورقم الهاتف والعامل الثاني التي أُضيفت منذ ذلك الحين، والتراجع عن تغيير بريده الإلكتروني. ثم نرسل إلى ذلك العنوان رابطًا لاختيار كلمة مرور جديدة.
confirm-link-disown-button = لم أكن أنا
confirm-link-was-you = كنت أنت؟ أغلق هذه الصفحة ولن يحدث شيء.
link-done-verify-title = تم تأكيد البريد الإلكتروني
link-done-verify-text = العنوان { $address } لك. يمكنك المتابعة.
link-done-allow-title = خطوة أخرى
link-done-allow-text = أرسلنا رابطًا إلى { $address }. افتحه لإكمال التغيير.
link-done-change-title = تم تغيير البريد الإلكتروني
link-done-change-text = من الآن فصاعدًا تسجّل الدخول باستخدام { $address }.
link-done-disown-title = حسابك بأمان
link-done-disown-text = تم تسجيل خروج الجميع. أرسلنا رابطًا لاختيار كلمة مرور جديدة إلى { $address }.
link-done-delete-title = تم حذف الحساب
link-done-delete-text = لم يعد حساب { $address } موجودًا، وتم تسجيل خروجك من كل مكان.

## Apps

choose-account-title = اختر حسابًا
choose-account-signed-out = خارج الحساب
choose-account-another = استخدام حساب آخر
choose-account-in-use = قيد الاستخدام
choose-account-remove-title = إزالة حساب من هذا الجهاز
choose-account-remove-text = من تزيله يُسجَّل خروجه هنا، وينساه هذا المتصفح.
choose-account-remove-button = إزالة
choose-account-back = العودة إلى الاختيار
form-post-title = لقد سجّلت الدخول
form-post-text = تابع إلى { $app }.
form-post-text-plain = تابع إلى التطبيق.
consent-title = يريد { $app } الوصول إلى حسابك
consent-list = سيتمكن { $app } من
consent-switch = تبديل الحساب
consent-new = جديد
consent-warning = لم يتحقق أحد من هذا التطبيق. تذهب بياناتك إلى { $host }. لا تتابع إلا إذا كنت تعرف هذا الموقع.
consent-remove-later = يمكنك إزالة الوصول لاحقًا:
consent-your-account = حسابك
consent-app-privacy = { $app }: الخصوصية
consent-app-terms = { $app }: الشروط
consent-details = التفاصيل
consent-details-scopes = النطاقات
consent-details-client = العميل
consent-details-host = الوجهة
device-title = ربط جهاز
device-explain = أدخل الرمز المعروض على التلفاز أو الطرفية.
device-compare = قارن هذا الرمز بالرمز الظاهر على جهازك. لا تتابع إلا إذا كانا متطابقين.
device-code = الرمز الظاهر على جهازك
device-code-hint = ثمانية أحرف، مثل { $example }
device-never-told = لن يطلب منك أحد يعمل هنا أن تُدخل رمزًا أرسله إليك.
device-confirm-title = هل تريد ربط { $app }؟
device-confirm-lead = أنت على وشك تسجيل دخول { $app } على جهاز آخر.
device-confirm-only = لا تتابع إلا إذا بدأت هذا بنفسك الآن. إذا أرسل إليك شخص ما الرمز، فسيدخل إلى حسابك.
device-confirm-elsewhere = يأتي هذا الطلب من بلد غير البلد الذي أنت فيه. إذا لم يكن جهازك هناك، فاختر «لم أكن أنا».
device-confirm-unverified = لم يتحقق أحد من هذا التطبيق: يمكن لأي شخص أن يسمّي تطبيقًا بهذا الاسم.
device-confirm-code = الرمز على الجهاز
device-confirm-from = الطلب من
device-confirm-with = الطلب بواسطة
device-confirm-when = وقت الطلب
device-confirm-whole-account = فعل كل ما يمكنك فعله هنا: سيُسجَّل دخوله إلى حسابك بالكامل.
device-connect-button = ربط
device-deny-button = لم أكن أنا
device-minutes-left = { $count ->
    [zero] يعمل الرمز { $count } دقيقة أخرى.
    [one] يعمل الرمز دقيقة واحدة أخرى.
    [two] يعمل الرمز دقيقتين أخريين.
    [few] يعمل الرمز { $count } دقائق أخرى.
    [many] يعمل الرمز { $count } دقيقة أخرى.
   *[other] يعمل الرمز { $count } دقيقة أخرى.
}
device-connected-title = تم ربط الجهاز
device-connected-text = تم تسجيل دخول { $app }. يمكنك إغلاق هذه الصفحة والعودة إلى جهازك.
device-denied-title = لم يتم الربط
device-denied-text = تم رفض { $app }. إذا لم تبدأ هذا بنفسك، فلا شيء آخر عليك فعله: لم يدخل أحد.
device-expired-title = هذا الرمز قديم جدًا
device-expired-text = انتظر { $app } الرد وقتًا طويلًا جدًا. احصل على رمز جديد على جهازك.
device-used-title = تم استخدام هذا الرمز
device-used-text = حصل { $app } على رد بالفعل، أو فتح شخص آخر الرمز. احصل على رمز جديد على جهازك.
device-again-button = إدخال رمز آخر
scope-openid = معرفة من أنت
scope-profile = رؤية اسمك وصورتك
scope-email = رؤية بريدك الإلكتروني
scope-phone = رؤية رقم هاتفك
scope-address = رؤية عنوانك البريدي
scope-declared = رؤية المزيد عنك
scope-offline-access = البقاء مسجّلًا في غيابك

## The account

account-navigation = الحساب
account-switch = تبديل الحساب
account-profile = الملف الشخصي
account-security = الأمان
account-two-factor = العامل الثاني
account-passkeys = مفاتيح المرور
account-identities = طرق تسجيل الدخول
account-sessions = الجلسات
account-activity = النشاط
account-apps = التطبيقات المتصلة
account-delete = حذف الحساب
account-console = لوحة الإدارة
notice-profile-saved = تم الحفظ.
notice-picture-saved = تم حفظ صورتك.
notice-picture-removed = تمت إزالة صورتك.
notice-username-saved = تم حفظ اسم المستخدم.
notice-phone-number-saved = تم حفظ رقم هاتفك.
notice-phone-number-removed = تمت إزالة رقم هاتفك.
notice-verification-link-sent = أرسلنا إليك رابطًا جديدًا. افتحه لتأكيد عنوانك.
notice-email-link-sent = افتح الرابط الذي أرسلناه إلى العنوان الجديد، وعندها يتغير. لم يُرسل شيء إذا كان لهذا العنوان حساب بالفعل.
notice-email-changed = تم تغيير بريدك الإلكتروني. افتح الرابط الذي أرسلناه إليه لتأكيد أنه لك.
notice-email-permission-asked = افتح الرابط الذي أرسلناه إلى عنوانك الحالي، ثم الرابط المرسل إلى العنوان الجديد، وعندها يتغير.
notice-password-changed = تم تغيير كلمة مرورك.
notice-password-link-sent = أرسلنا إليك رابطًا. افتحه لاختيار كلمة مرور.
notice-sessions-ended = تم تسجيل الخروج هناك.
notice-app-removed = تمت إزالة الوصول.
notice-deletion-link-sent = أرسلنا إليك رابطًا. لن يُحذف شيء قبل أن تفتحه.
notice-account-deleted = لم يعد حسابك موجودًا، وتم تسجيل خروجك من كل مكان.
notice-send-again = لم يتغير شيء بعد. املأ النموذج مرة أخرى.
profile-lead = ما تراه التطبيقات عنك عندما تسمح بذلك.
profile-about-you = عنك
picture-heading = الصورة
picture-alt = صورتك
picture-none = ليست لديك صورة بعد.
picture-uploaded = التطبيقات التي تسمح لها برؤية اسمك ترى هذه الصورة أيضًا.
picture-elsewhere = يُبلَّغ التطبيقات بعنوان صورتك على موقع آخر. ولا تُعرض هنا.
picture-upload-button = رفع الصورة
picture-remove-button = إزالة الصورة
username-none = لا يوجد بعد.
phone-none = ليس لديك رقم هاتف هنا.
phone-proof = لتغيير رقم هاتفك، أثبت أولًا أنك أنت.
phone-change-button = تغيير رقم الهاتف
phone-save-button = حفظ الرقم
phone-remove-button = إزالة الرقم
username-button = حفظ اسم المستخدم
email-verified = مؤكَّد
email-not-verified = غير مؤكَّد
email-verification-text = افتح الرابط الذي أرسلناه إلى هذا العنوان لتأكيد أنه لك.
email-verification-button = إرسال رابط آخر
email-temporary-text = لم تعطنا بريدًا إلكترونيًا بعد. أدخل بريدك وسنرسل إليه رابطًا.
email-needed-text = يُرسل رابط ذلك إلى بريدك الإلكتروني، ولم تعطنا أي بريد بعد.
email-needed-button = إضافة بريد إلكتروني
email-change-proof = نطلب كلمة مرورك قبل أن يمكن تغيير العنوان.
email-change-button = تغيير البريد الإلكتروني
security-lead = كيف تثبت أنك أنت.
password-last-changed = آخر تغيير: { $time }
password-none = ليست لديك كلمة مرور بعد. نرسل إلى { $address } رابطًا تختار به كلمة مرور.
password-change-button = تغيير كلمة المرور
sessions-lead = الأماكن التي سجّلت الدخول فيها. سجّل الخروج مما لا تعرفه.
sessions-heading = الجلسات المفتوحة
sessions-this-one = هذه الجلسة
sessions-device = { $browser } على { $system }
sessions-unknown-device = جهاز غير معروف
place-in-country = { $city }، { $country }
place-unknown = مكان غير معروف
device-heading = الجهاز
place-heading = المكان
time-heading = الوقت
method-password = كلمة المرور
method-magic-link = رابط بالبريد
method-email-code = رمز بالبريد
method-passkey = مفتاح مرور
method-phone-code = رمز برسالة نصية
method-wallet = محفظة
method-anonymous = ضيف
method-totp = تطبيق المصادقة
method-backup-code = رمز احتياطي
method-mailed-code = عامل ثانٍ بالبريد
method-texted-code = عامل ثانٍ برسالة نصية
sessions-last-used = آخر استخدام
sessions-let-in = سُمح بالدخول برمز، لتطبيق { $app }
sessions-since = منذ
sessions-end-others = تسجيل الخروج من كل الأخرى
sessions-end-all = تسجيل الخروج من كل مكان
sessions-apps-stay = التطبيقات التي يمكنها البقاء مسجّلة في غيابك تحتفظ بوصولها حتى تزيله:
identities-lead = كيف يمكنك تسجيل الدخول. احرص على طريقتين على الأقل، حتى لا تبقى خارج حسابك إذا فقدت إحداهما.
identities-ways-heading = المُعدّة هنا
identities-connected-heading = المتصلة
identities-mail = رابط أو رمز بالبريد الإلكتروني
identities-password-set = لديك كلمة مرور.
identities-passkeys = { $count ->
    [zero] { $count } مفتاح مرور
    [one] مفتاح مرور واحد
    [two] مفتاحا مرور
    [few] { $count } مفاتيح مرور
    [many] { $count } مفتاح مرور
   *[other] { $count } مفتاح مرور
}
identities-not-set = غير مُعدّة
identities-change = تغيير
identities-set-up = إعداد
identities-chain = السلسلة
identities-disconnect-button = قطع الاتصال
apps-lead = التطبيقات التي يمكنها استخدام حسابك.
apps-heading = التطبيقات
apps-none = لا يملك أي تطبيق وصولًا إلى حسابك.
apps-since = منذ
apps-remove-button = إزالة الوصول
delete-lead = لا يمكن التراجع عن هذا.
delete-heading = ما الذي يحدث
delete-consequence-sessions = يتم تسجيل خروجك من كل مكان.
delete-consequence-apps = تفقد التطبيقات وصولها. وما حفظته عنك يبقى لديها.
delete-consequence-final = يُمحى اسمك وبريدك الإلكتروني وكلمة مرورك.
delete-by-mail = نرسل أولًا رابطًا إلى { $address }. لن يُحذف شيء قبل أن تفتحه.
delete-button = حذف الحساب
passkeys-lead = سجّل الدخول ببصمة الإصبع أو الوجه أو قفل الشاشة، من دون كتابة شيء.
passkeys-heading = مفاتيح المرور لديك
passkeys-none = ليس لديك أي مفتاح بعد.
passkeys-unnamed = مفتاح مرور
passkeys-synced = على عدة أجهزة
passkeys-created = أُضيف في
passkeys-never-used = لم يُستخدم بعد
passkeys-rename = إعادة التسمية
passkeys-name = الاسم
passkeys-remove = إزالة
passkeys-add-heading = إضافة مفتاح مرور
passkeys-add-text = يسألك متصفحك أين يُحفظ: على هذا الجهاز أو على هاتفك أو على مفتاح أمان.
two-factor-lead = إثبات ثانٍ إلى جانب كلمة مرورك، حتى لا تكفي كلمة المرور وحدها.
two-factor-app-heading = تطبيق المصادقة
two-factor-on-since = مفعّل منذ { $time }
two-factor-app-text = يعرض تطبيق على هاتفك رمزًا تدخله عند تسجيل الدخول.
two-factor-app-on = عند تسجيل الدخول نطلب رمزًا من تطبيقك.
two-factor-propose-button = إعداد تطبيق
two-factor-replace-button = إعداد تطبيق آخر
two-factor-step-scan = امسح الصورة بتطبيق المصادقة.
two-factor-step-type = أدخل الرمز الذي يعرضه التطبيق.
two-factor-qr-code = رمز QR لتطبيق المصادقة
two-factor-secret = لا كاميرا لديك؟ اكتب هذا المفتاح في التطبيق:
two-factor-confirm-button = تفعيل
two-factor-now-on = العامل الثاني مفعّل. من الآن فصاعدًا نطلب رمزًا عند تسجيل الدخول.
two-factor-off-button = إيقاف العامل الثاني
trusted-browsers-heading = المتصفحات الموثوقة
trusted-browsers-text = لا يُطلب رمز عند تسجيل الدخول بأحدها. وتبقى كلمة المرور مطلوبة.
trusted-browsers-until = موثوق حتى
trusted-browsers-end = إنهاء الوثوق
trusted-browsers-end-all = إنهاء الوثوق بالجميع
backup-codes-heading = الرموز الاحتياطية
backup-codes-left = { $count ->
    [zero] لم يبق أي رمز احتياطي.
    [one] بقي رمز احتياطي واحد.
    [two] بقي رمزان احتياطيان.
    [few] بقيت { $count } رموز احتياطية.
    [many] بقي { $count } رمزًا احتياطيًا.
   *[other] بقي { $count } رمز احتياطي.
}
backup-codes-renew-button = الحصول على رموز احتياطية جديدة
backup-codes-text = احتفظ بهذه الرموز في مكان تجدها فيه من دون هاتفك. يعمل كل رمز مرة واحدة، ولا نعرضها إلا الآن.
backup-codes-kept-button = لقد احتفظت بها
activity-lead = ما حدث لحسابك، الأحدث أولًا. شيء لم تفعله أنت؟ غيّر كلمة مرورك وسجّل الخروج من كل مكان.
activity-heading = النشاط
activity-none = لا شيء بعد.
activity-older = الأقدم
activity-user-registered = تم إنشاء الحساب
activity-email-verified = تم تأكيد البريد الإلكتروني
activity-unproved-access-revoked = تم إنهاء كل ما أُعدّ قبل تأكيد العنوان
activity-email-changed = تم تغيير البريد الإلكتروني
activity-profile-changed = تم تغيير الملف الشخصي
activity-username-changed = تم تغيير اسم المستخدم
activity-phone-number-changed = تم تغيير رقم الهاتف
activity-phone-number-removed = تمت إزالة رقم الهاتف
activity-password-changed = تم تغيير كلمة المرور
activity-password-reset = تم تعيين كلمة المرور برابط أو رمز مُرسل
activity-two-factor-enabled = تم إعداد العامل الثاني أو تغييره
activity-two-factor-disabled = تم إيقاف العامل الثاني
activity-browser-trust-ended = انتهى الوثوق بمتصفح
activity-backup-codes-renewed = رموز احتياطية جديدة
activity-passkey-added = تمت إضافة مفتاح مرور
activity-passkey-removed = تمت إزالة مفتاح مرور
activity-passkey-count-refused = رُفض الدخول بمفتاح مرور: ربما تم نسخه
activity-account-unlinked = تمت إزالة طريقة لتسجيل الدخول
activity-access-disowned = تمت استعادة الحساب: خروج من كل مكان وإزالة كلمة المرور
activity-invitation-accepted = تم إنشاء الحساب بدعوة
activity-terms-accepted = تمت الموافقة على الشروط
activity-user-linked = ما فعلته بصفة ضيف أصبح تابعًا لحسابك
activity-user-erased = تم حذف الحساب
activity-user-disabled = قفل مسؤول الحساب
activity-user-enabled = ألغى مسؤول قفل الحساب
activity-signed-in = تم تسجيل الدخول
activity-sign-in-refused = رُفض تسجيل الدخول
activity-second-factor-owed = الإثبات الأول صحيح، وطُلب العامل الثاني
activity-second-factor-refused = عامل ثانٍ خاطئ
activity-identity-confirmed = تم تأكيد الهوية
activity-session-carried-over = نُقل تسجيل الدخول إلى موقع آخر
activity-account-switched = تم التبديل إلى هذا الحساب في متصفح به عدة حسابات
activity-signed-out = تم تسجيل الخروج
activity-sessions-ended = تم تسجيل الخروج في مكان آخر
activity-action-refused = رُفض بموجب قاعدة لهذه الخدمة
activity-action-failed = لم يُنفَّذ: تعذّر التحقق من قاعدة لهذه الخدمة
activity-consent-given = تم السماح لتطبيق
activity-consent-revoked = تمت إزالة وصول تطبيق
activity-device-requested = طلب جهاز أن يُربط
activity-device-approved = تم ربط جهاز
activity-device-denied = تم رفض جهاز
activity-device-redeemed = تم تسجيل دخول تطبيق على جهاز آخر
activity-token-reused = قدّم تطبيق شيئًا مستخدمًا من قبل؛ وتم إنهاء وصوله
activity-administration = الإدارة
own-data-heading = بياناتك
own-data-text = كل ما هو محفوظ عنك، في ملف يمكن للبرامج قراءته. لا يحتوي على كلمات مرور.
own-data-button = تنزيل
notice-two-factor-off = العامل الثاني متوقف.
notice-trust-ended = سنطلب رمزًا هناك مرة أخرى.
notice-passkey-added = تمت إضافة مفتاح المرور. يمكنك تسجيل الدخول به من الآن فصاعدًا.
notice-passkey-renamed = لمفتاح المرور الآن اسمه الجديد.
notice-passkey-removed = تمت إزالة مفتاح المرور. أزله من جهازك أيضًا.
notice-identity-disconnected = تم قطع الاتصال. لم يعد أحد يسجّل الدخول به.

## Setting up

setup-title = إنشاء المسؤول الأول
setup-text = مرحبًا. يعمل هذا الرابط مرة واحدة. الحساب الذي تنشئه هنا يدير كل الحسابات الأخرى.
setup-button = إنشاء المسؤول

## Errors

error-code = الرمز
error-request = الطلب
error-time = الوقت
error-copy-request = نسخ رقم الطلب
error-tell = إذا استمر حدوث هذا، فأرسل هذه الأسطر إلى المسؤول.
error-developers = للمطورين
error-parameter = المعامل
error-expected = المسجَّل
error-expected-nothing = لا شيء
error-received = المستلَم
error-action-start-again = البدء من جديد
error-action-account = حسابك
error-action-new-link = طلب رابط جديد
error-not-found-title = لا توجد صفحة هنا
error-not-found-reason = ربما كُتب العنوان خطأً، أو نُقلت الصفحة.
error-forbidden-title = هذه الصفحة ليست لك
error-forbidden-reason = ليس لحسابك وصول إليها. اسأل مسؤولًا إذا كان ينبغي أن يكون له ذلك.
error-invalid-request-title = أرسل التطبيق طلبًا لا يمكننا استخدامه
error-invalid-request-reason = فيه شيء ناقص أو خاطئ. على مطوري التطبيق إصلاح ذلك.
error-unknown-client-title = لا نعرف هذا التطبيق
error-unknown-client-reason = التطبيق الذي أرسلك إلى هنا غير مسجّل، أو تمت إزالته.
error-client-disabled-title = هذا التطبيق متوقف
error-client-disabled-reason = أوقف مسؤول تسجيل الدخول إليه.
error-redirect-uri-mismatch-title = طلب التطبيق إرسالك إلى عنوان لا نعرفه
error-redirect-uri-mismatch-reason = لحمايتك نتوقف هنا: عنوان إعادة التوجيه ليس من العناوين المسجّلة.
error-login-session-expired-title = لم تعد محاولة الدخول هذه مفتوحة
error-login-session-expired-reason = استغرقت أكثر من 30 دقيقة، أو اكتملت في علامة تبويب أخرى، أو بدأت في متصفح آخر.
error-cookie-blocked-title = متصفحك لا يحفظ ملفات تعريف الارتباط
error-cookie-blocked-reason = يحتاج تسجيل الدخول إلى ملف منها. اسمح بملفات تعريف الارتباط لهذا الموقع، ثم ابدأ من جديد.
error-link-expired-title = لم يعد هذا الرابط يعمل
error-link-expired-reason = تعمل الروابط مرة واحدة ولوقت محدود. اطلب رابطًا جديدًا.
error-account-disabled-title = هذا الحساب متوقف
error-account-disabled-reason = أوقفه مسؤول. اطلب منه تشغيله مرة أخرى.
error-sign-up-closed-title = لا يمكن إنشاء حسابات جديدة هنا
error-sign-up-closed-reason = اطلب من مسؤول أن يدعوك.
error-action-refused-title = هذه الخدمة لا تسمح بذلك
error-action-refused-reason = لديها قاعدة خاصة بهذا الشأن، وتقول:
error-captcha-failed-title = لا يمكننا التأكد من أنك شخص
error-captcha-failed-reason = لم يتغير شيء. ارجع وأعد تحميل الصفحة ثم أرسلها مرة أخرى. من دون النصوص البرمجية، انتظر المدة التي تذكرها الصفحة قبل إرسالها.
error-form-rejected-title = بقيت هذه الصفحة مفتوحة مدة طويلة
error-form-rejected-reason = لم يتغير شيء. ارجع وأعد تحميل الصفحة ثم أرسلها مرة أخرى.
error-rate-limited-title = طلبات كثيرة جدًا
error-rate-limited-reason = انتظر دقيقة ثم أعد المحاولة.
error-server-error-title = تعطّل شيء لدينا
error-server-error-reason = لم تتسبب أنت في ذلك. أعد المحاولة بعد قليل.
error-temporarily-unavailable-title = نحن مشغولون جدًا الآن
error-temporarily-unavailable-reason = لم يتغير شيء. أعد المحاولة بعد قليل.

## Mails

mail-greeting = مرحبًا { $name }،
mail-footer = أرسله { $brand }.
mail-paste = إذا لم يفعل الزر شيئًا، فانسخ هذا العنوان إلى متصفحك:
mail-lifetime-hours = { $count ->
    [zero] يعمل الرابط مرة واحدة، خلال { $count } ساعة.
    [one] يعمل الرابط مرة واحدة، خلال ساعة واحدة.
    [two] يعمل الرابط مرة واحدة، خلال ساعتين.
    [few] يعمل الرابط مرة واحدة، خلال { $count } ساعات.
    [many] يعمل الرابط مرة واحدة، خلال { $count } ساعة.
   *[other] يعمل الرابط مرة واحدة، خلال { $count } ساعة.
}
mail-lifetime-minutes = { $count ->
    [zero] يعمل الرابط مرة واحدة، خلال { $count } دقيقة.
    [one] يعمل الرابط مرة واحدة، خلال دقيقة واحدة.
    [two] يعمل الرابط مرة واحدة، خلال دقيقتين.
    [few] يعمل الرابط مرة واحدة، خلال { $count } دقائق.
    [many] يعمل الرابط مرة واحدة، خلال { $count } دقيقة.
   *[other] يعمل الرابط مرة واحدة، خلال { $count } دقيقة.
}
mail-verify-subject = أكّد بريدك الإلكتروني لدى { $brand }
mail-verify-text = أكّد أن هذا العنوان لك، ويصبح حسابك لدى { $brand } جاهزًا.
mail-verify-button = تأكيد البريد الإلكتروني
mail-verify-otherwise = لم تنشئ حسابًا؟ تجاهل هذه الرسالة.
mail-magic-link-subject = رابط دخولك إلى { $brand }
mail-magic-link-text = طلبت رابطًا لتسجيل الدخول إلى { $brand }.
mail-magic-link-button = تسجيل الدخول
mail-magic-link-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة: من دون الرابط لا يسجّل أحد الدخول.
mail-invitation-subject = أنت مدعو إلى { $brand }
mail-invitation-text = أنت مدعو إلى إنشاء حساب لدى { $brand }.
mail-invitation-button = قبول الدعوة
mail-invitation-otherwise = لم تكن تتوقع هذا؟ تجاهل هذه الرسالة: من دون الرابط لا يُنشأ حساب.
mail-sign-up-link-subject = أنشئ حسابك لدى { $brand }
mail-sign-up-link-text = طلبت إنشاء حساب لدى { $brand }.
mail-sign-up-link-button = إنشاء حساب
mail-sign-up-link-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة: من دون الرابط لا يُنشأ حساب.
mail-code-subject = { $code } هو رمزك لدى { $brand }
mail-code-sign-in = أدخل هذا الرمز لتسجيل الدخول إلى { $brand }:
mail-code-verify = أدخل هذا الرمز لتأكيد بريدك الإلكتروني لدى { $brand }:
mail-code-reset = أدخل هذا الرمز لاختيار كلمة مرور جديدة لحسابك لدى { $brand }:
mail-code-change = أدخل هذا الرمز لاستخدام هذا العنوان في حسابك لدى { $brand }:
mail-code-lifetime = { $count ->
    [zero] يعمل الرمز مرة واحدة، خلال { $count } دقيقة.
    [one] يعمل الرمز مرة واحدة، خلال دقيقة واحدة.
    [two] يعمل الرمز مرة واحدة، خلال دقيقتين.
    [few] يعمل الرمز مرة واحدة، خلال { $count } دقائق.
    [many] يعمل الرمز مرة واحدة، خلال { $count } دقيقة.
   *[other] يعمل الرمز مرة واحدة، خلال { $count } دقيقة.
}
mail-code-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة ولا تخبر أحدًا بالرمز.
mail-reset-subject = أعد تعيين كلمة مرورك لدى { $brand }
mail-reset-text = طلبت اختيار كلمة مرور جديدة لحسابك لدى { $brand }.
mail-reset-button = اختيار كلمة مرور جديدة
mail-reset-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.
mail-change-confirm-subject = اسمح ببريد إلكتروني جديد لحسابك لدى { $brand }
mail-change-confirm-text = طلبت تغيير البريد الإلكتروني لحسابك لدى { $brand } إلى { $address }.
mail-change-confirm-button = السماح بالتغيير
mail-change-confirm-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة وغيّر كلمة مرورك.
mail-change-verify-subject = أكّد بريدك الإلكتروني الجديد لدى { $brand }
mail-change-verify-text = أكّد أن العنوان { $address } لك. ستسجّل الدخول به منذ ذلك الحين.
mail-change-verify-button = تأكيد البريد الإلكتروني الجديد
mail-change-verify-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة.
mail-email-changed-subject = تم تغيير بريدك الإلكتروني لدى { $brand }
mail-email-changed-text = البريد الإلكتروني لحسابك هو الآن { $address }. لن يُرسل شيء إلى العنوان السابق بعد الآن.
mail-delete-subject = احذف حسابك لدى { $brand }
mail-delete-text = طلبت حذف حسابك لدى { $brand }. لا يمكن التراجع عن هذا.
mail-delete-button = حذف الحساب
mail-delete-otherwise = لم تطلب هذا؟ تجاهل هذه الرسالة وغيّر كلمة مرورك.
mail-existing-subject = لديك حساب لدى { $brand } بالفعل
mail-existing-text = حاول شخص ما، ربما أنت، إنشاء حساب لدى { $brand } بهذا العنوان. يوجد حساب بالفعل: سجّل الدخول به.
mail-existing-button = تسجيل الدخول
mail-existing-otherwise = هل نسيت كلمة المرور؟ اختر كلمة جديدة:
mail-password-changed-subject = تم تغيير كلمة مرورك لدى { $brand }
mail-password-changed-text = تم تغيير كلمة مرور حسابك في { $time }.
mail-too-many-tries-subject = يواصل شخص ما تجربة كلمات مرور لحسابك لدى { $brand }
mail-too-many-tries-text = جُرّبت كلمات مرور خاطئة كثيرة لحسابك، لذلك لن يُنظر في أي كلمة مرور حتى { $time }. لم يدخل أحد.
mail-too-many-tries-ways = تعمل طرقك الأخرى لتسجيل الدخول في هذه الأثناء. إذا نسيت كلمة المرور فاختر كلمة جديدة؛ وهي تعمل على الفور:
mail-not-me-text = { $count ->
    [zero] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة { $count } يوم:
    [one] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة يوم واحد:
    [two] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة يومين:
    [few] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة { $count } أيام:
    [many] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة { $count } يومًا:
   *[other] لم تكن أنت؟ استعد حسابك إذن. يمكنك ذلك لمدة { $count } يوم:
}
mail-not-me-button = لم أكن أنا
mail-new-device-subject = سجّل جهاز جديد الدخول إلى حسابك لدى { $brand }
mail-new-device-text = سجّل شخص ما الدخول إلى حسابك في { $time } بجهاز لم يفعل ذلك من قبل.
mail-new-device-device = الجهاز: { $device }
mail-new-device-place = المكان: { $place }
mail-new-device-address = عنوان IP: { $address }
mail-new-device-both = { $browser } على { $system }
mail-new-device-unknown = غير معروف
mail-new-device-you = إذا كنت أنت، فلا شيء عليك فعله.
mail-second-factor-subject = { $code } هو رمزك لدى { $brand }
mail-second-factor-text = رمزك لإكمال تسجيل الدخول إلى { $brand }:
mail-second-factor-otherwise = لست بصدد تسجيل الدخول؟ إذن يعرف شخص ما كلمة مرورك: غيّرها.
mail-two-factor-subject = تم تغيير العامل الثاني لحسابك لدى { $brand }
mail-two-factor-on-text = تم إعداد العامل الثاني لحسابك أو تغييره في { $time }.
mail-two-factor-off-text = تم إيقاف العامل الثاني لحسابك في { $time }.

mail-passkey-subject = تم تغيير مفاتيح المرور لديك في { $brand }
mail-passkey-added-text = أُضيف مفتاح مرور إلى حسابك في { $time }. من يملكه يمكنه تسجيل الدخول.
mail-passkey-removed-text = أُزيل مفتاح مرور من حسابك في { $time }.
mail-phone-number-subject = تم تغيير رقم الهاتف لحسابك لدى { $brand }
mail-phone-number-set-text = تم تعيين رقم الهاتف لحسابك أو تغييره في { $time }.
mail-phone-number-removed-text = تمت إزالة رقم الهاتف من حسابك في { $time }.

text-message-verify = { $code } هو رمزك لدى { $brand }. لا تخبر به أحدًا.
text-message-reset = { $code } هو رمزك لكلمة مرور جديدة لدى { $brand }. لا تخبر به أحدًا.
text-message-second-factor = { $code } هو رمزك لإكمال تسجيل الدخول إلى { $brand }. لا تخبر به أحدًا.
text-message-test = يمكن لـ { $brand } إرسال رسائل نصية.
mail-test-subject = البريد من { $brand } يعمل
mail-test-text = هذه رسالة اختبار أُرسلت في { $time }. لا شيء عليك فعله.
