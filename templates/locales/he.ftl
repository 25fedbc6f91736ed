# עברית

locale-endonym = עברית
locale-direction = rtl

## Every page

dev-banner = מצב פיתוח: למחשב הזה בלבד, שום דבר לא נשמר כאן בבטחה.
skip-to-content = דילוג לתוכן
language-menu = שפה:
footer-help = עזרה
footer-privacy = פרטיות
footer-terms = תנאים
to-continue-to = כדי להמשיך אל { $app }
app-verified = נבדק על ידי { $brand }
app-not-verified = לא נבדק על ידי { $brand }
cancel-button = ביטול
continue-button = המשך
save-button = שמירה
allow-button = אישור
copy = העתקה
copied = הועתק
back-to-sign-in = חזרה לכניסה
back-to-app = חזרה אל { $app }
back-plain = חזרה
still-signed-in-button = החשבון שלך

## Fields

field-email = דוא״ל
field-email-or-username = דוא״ל או שם משתמש
field-email-or-phone = דוא״ל או מספר טלפון
field-email-username-or-phone = דוא״ל, שם משתמש או מספר טלפון
field-name = שם
field-password = סיסמה
field-code = קוד
field-phone = מספר טלפון
field-new-phone = מספר טלפון חדש
field-phone-hint = יש להתחיל ב־+ ובקידומת המדינה.
field-new-password = סיסמה חדשה
field-current-password = סיסמה נוכחית
field-new-email = דוא״ל חדש
field-new-email-hint = נשלח אליו קישור. הכתובת תשתנה עם פתיחת הקישור.
field-new-email-hint-at-once = הוא משתנה מיד. נשלח אליו קישור, שבעזרתו אפשר לאשר שהוא שלך.
field-new-email-hint-allowed = נשלח קישור לכתובת הנוכחית שלך, ואחריו קישור לכתובת החדשה. הכתובת תשתנה לאחר פתיחת שניהם.
field-username = שם משתמש
field-username-optional = שם משתמש (רשות)
field-declared-optional = { $field } (רשות)
field-declared-none = ללא בחירה
field-username-hint = { $count ->
    [one] לפחות תו אחד: אותיות, ספרות, נקודות וקווים תחתונים.
    [two] לפחות { $count } תווים: אותיות, ספרות, נקודות וקווים תחתונים.
   *[other] לפחות { $count } תווים: אותיות, ספרות, נקודות וקווים תחתונים.
}
field-picture = תמונה מאתר אחר
field-picture-hint = כתובת https של תמונה, במקום תמונה שמעלים. אפשר להשאיר ריק כדי לא להציג תמונה.
field-upload = תמונה חדשה
field-upload-hint = PNG, JPEG, WebP או GIF, עד { $size }. התמונה נחתכת לריבוע; מה שהקובץ מספר על המקום והמצלמה מושמט.
password-show = הצגת הסיסמה
password-hint = { $count ->
    [one] לפחות תו אחד.
    [two] לפחות { $count } תווים.
   *[other] לפחות { $count } תווים. כדאי לבחור כמה מילים שאינן קשורות זו לזו.
}

## What can be wrong with a form

problem-title-head = שגיאה:{" "}
problem-several = כמה דברים דורשים מבט נוסף:
problem-credentials-mismatch = הדוא״ל והסיסמה אינם תואמים. כדאי לבדוק את שניהם או לאפס את הסיסמה.
problem-username-mismatch = שם המשתמש והסיסמה אינם תואמים. כדאי לבדוק את שניהם או לאפס את הסיסמה.
problem-identifier-malformed = יש להזין כתובת דוא״ל כמו ada@example.com, או שם משתמש.
problem-too-many-tries = { $count ->
    [one] יותר מדי ניסיונות. אפשר להמתין דקה אחת או לאפס את הסיסמה.
    [two] יותר מדי ניסיונות. אפשר להמתין { $count } דקות או לאפס את הסיסמה.
   *[other] יותר מדי ניסיונות. אפשר להמתין { $count } דקות או לאפס את הסיסמה.
}
problem-account-disabled = החשבון הזה כבוי. אפשר לפנות למנהל המערכת.
problem-email-unverified = כתובת הדוא״ל שלך עדיין לא אושרה. שלחנו לך קישור חדש: יש לפתוח אותו ואז להיכנס.
problem-form-expired = הדף הזה היה פתוח זמן רב מדי. יש לשלוח אותו שוב.
problem-name-missing = יש להזין את שמך.
problem-name-too-long = { $count ->
    [one] יש לקצר את השם לתו אחד.
    [two] יש לקצר את השם ל־{ $count } תווים.
   *[other] יש לקצר את השם ל־{ $count } תווים.
}
problem-username-missing = יש לבחור שם משתמש.
problem-username-too-short = { $count ->
    [one] יש להשתמש בתו אחד לפחות.
    [two] יש להשתמש ב־{ $count } תווים לפחות.
   *[other] יש להשתמש ב־{ $count } תווים לפחות.
}
problem-username-too-long = { $count ->
    [one] יש להשתמש בתו אחד לכל היותר.
    [two] יש להשתמש ב־{ $count } תווים לכל היותר.
   *[other] יש להשתמש ב־{ $count } תווים לכל היותר.
}
problem-username-malformed = אפשר להשתמש רק באותיות a עד z, בספרות, בנקודות ובקווים תחתונים.
problem-username-taken = שם המשתמש הזה תפוס. יש לבחור שם אחר.
problem-username-immutable = כבר אי אפשר לשנות את שם המשתמש הזה.
problem-email-malformed = יש להזין כתובת דוא״ל כמו ada@example.com.
problem-email-taken = לכתובת הדוא״ל הזו כבר יש חשבון. אפשר להיכנס בעזרתה או להשתמש בכתובת אחרת.
problem-email-domain-refused = חשבונות כאן אינם יכולים להשתמש בדוא״ל מהדומיין הזה. יש להשתמש בכתובת אחרת.
form-work-wait = { $count ->
    [one] הדפדפן שלך אינו מריץ סקריפטים, ולכן איננו יכולים לראות שיש כאן אדם. יש להמתין שנייה אחת לפני השליחה.
    [two] הדפדפן שלך אינו מריץ סקריפטים, ולכן איננו יכולים לראות שיש כאן אדם. יש להמתין { $count } שניות לפני השליחה.
   *[other] הדפדפן שלך אינו מריץ סקריפטים, ולכן איננו יכולים לראות שיש כאן אדם. יש להמתין { $count } שניות לפני השליחה.
}
problem-phone-number-malformed = יש להזין מספר נייד עם + וקידומת המדינה.
problem-phone-number-elsewhere = איננו שולחים הודעות טקסט למדינה הזו. יש להשתמש במספר אחר.
problem-phone-number-taken = המספר הזה שייך לחשבון אחר. אפשר להיכנס בעזרתו או להשתמש במספר אחר.
problem-phone-number-needed = בלי המספר הזה כבר לא תהיה לך דרך להיכנס. קודם יש לאשר את הדוא״ל או להגדיר סיסמה.
problem-phone-number-mismatch = מספר הטלפון והסיסמה אינם תואמים. כדאי לבדוק את שניהם, או להיכנס בעזרת קוד.
problem-picture-malformed = יש להזין כתובת שמתחילה ב־https://, או להשאיר ריק.
problem-picture-missing = קודם יש לבחור קובץ.
problem-picture-unreadable = הקובץ הזה אינו תמונה שאפשר לקרוא כאן. יש לבחור PNG, JPEG, WebP או GIF.
problem-picture-too-large = הקובץ הזה גדול מ־{ $size }. יש לבחור קובץ קטן יותר.
problem-picture-too-many-pixels = התמונה הזו גדולה מכדי לקרוא אותה כאן. יש לבחור תמונה פחות רחבה וגבוהה.
problem-password-too-short = { $count ->
    [one] יש להשתמש בתו אחד לפחות.
    [two] יש להשתמש ב־{ $count } תווים לפחות.
   *[other] יש להשתמש ב־{ $count } תווים לפחות.
}
problem-password-too-long = { $count ->
    [one] יש להשתמש בתו אחד לכל היותר.
    [two] יש להשתמש ב־{ $count } תווים לכל היותר.
   *[other] יש להשתמש ב־{ $count } תווים לכל היותר.
}
problem-password-guessable = קל לנחש את הסיסמה הזו. כדאי להשתמש בכמה מילים שאינן קשורות זו לזו.
problem-password-breached = הסיסמה הזו מופיעה ברשימת סיסמאות שדלפו, שתוקפים מנסים ראשונות. יש לבחור סיסמה שאינה בשימוש במקום אחר.
problem-password-unchecked = לא הצלחנו לבדוק כרגע אם הסיסמה הזו דלפה. אפשר לנסות שוב בעוד רגע.
problem-password-wrong = זו אינה הסיסמה שלך. אפשר לנסות שוב או לאפס אותה.
problem-second-factor-wrong = הקוד אינו נכון, או שכבר נעשה בו שימוש. יש להזין את הקוד הבא.
problem-second-factor-clock = הקוד הזה היה נכון לפני זמן מה או יהיה נכון בקרוב: נראה שהשעון בטלפון אינו מכוון. יש להפעיל תאריך ושעה אוטומטיים בהגדרות הטלפון ואז להזין את הקוד הבא.
problem-code-wrong = זה לא הקוד. כדאי לבדוק את ההודעה החדשה ביותר; אחרי שלושה ניסיונות הקוד כבר לא פועל.
problem-user-code-malformed = בקוד יש שמונה אותיות לועזיות ואין תנועות. כדאי לבדוק אותו במכשיר.
problem-user-code-unknown = אין מכשיר שמחכה עם הקוד הזה. כדאי לבדוק אותו, או לקבל קוד חדש במכשיר.
problem-too-many-user-codes = { $count ->
    [one] נוסו יותר מדי קודים. אפשר להמתין דקה אחת ואז להזין את הקוד שוב.
    [two] נוסו יותר מדי קודים. אפשר להמתין { $count } דקות ואז להזין את הקוד שוב.
   *[other] נוסו יותר מדי קודים. אפשר להמתין { $count } דקות ואז להזין את הקוד שוב.
}
problem-code-spent = הקוד הזה כבר לא פועל. יש לבקש קוד חדש.
problem-declared-missing = השדה { $field } ריק. יש למלא אותו.
problem-declared-too-long = השדה { $field } ארוך מדי. המרב הוא { $maximum }.
problem-declared-no-number = השדה { $field } אינו מספר. יש לכתוב אותו בספרות, כמו 12 או 3.5.
problem-declared-no-day = השדה { $field } אינו תאריך. יש לכתוב יום בלוח השנה.
problem-declared-not-taken = השדה { $field } אינו מקבל את זה. יש להזין משהו אחר.
problem-declared-taken = לאדם אחר כבר יש את זה בשדה { $field }. יש להזין משהו אחר.
problem-passkey-refused = זה לא הצליח עם מפתח הגישה הזה. אפשר לנסות שוב או לבחור דרך אחרת.
problem-wallet-too-late = ההודעה הזאת כבר לא תקפה. אפשר להשתמש שוב בארנק.
problem-wallet-not-yours = הארנק הזה אינו של החשבון הזה. צריך לבחור את הארנק שבו נכנסים.
problem-passkey-known = במכשיר הזה כבר יש מפתח גישה לחשבון שלך.
problem-passkey-last-way-in = בלי מפתח הגישה הזה כבר לא תהיה לך דרך להיכנס. קודם יש להוסיף מפתח אחר או סיסמה.
problem-identity-last-way-in = זו דרך הכניסה היחידה שיש לך. קודם יש להגדיר דרך אחרת.
problem-terms-not-accepted = יש לסמן את התיבה כדי להסכים.
problem-terms-changed = המסמכים השתנו מאז שהדף הזה נפתח. יש לקרוא אותם ואז להסכים שוב.

## Signing in and out

sign-in-title = כניסה
sign-in-button = כניסה
sign-in-last-used = בשימוש אחרון
sign-in-password-title = הזנת הסיסמה
sign-in-change-address = לא החשבון שלך? אפשר להשתמש בדוא״ל אחר
sign-in-change-identifier = לא החשבון שלך? אפשר להשתמש בדוא״ל או בשם משתמש אחר
sign-in-magic-link = שליחת קישור כניסה בדוא״ל
sign-in-email-code = שליחת קוד בדוא״ל
sign-in-phone-code = שליחת קוד בהודעת טקסט
sign-in-new-here = פעם ראשונה כאן?
sign-in-notice-password-reset = הסיסמה שלך שונתה. אפשר להיכנס בעזרתה.
sign-in-notice-email-verified = הדוא״ל שלך אושר. יש להיכנס כדי להמשיך.
sign-in-notice-signed-out = יצאת מהחשבון.
sign-in-notice-too-many-codes = יותר מדי קודים היו שגויים. יש להיכנס שוב.
sign-in-notice-no-second-factor = החשבון הזה דורש גורם שני, ואף אחד מאלה שלך אינו נחשב כאן. אפשר להיכנס בדרך אחרת או לפנות למפעילי האתר.
sign-in-notice-passkey-unknown = לאף אחד כאן כבר אין מפתח הגישה הזה. אפשר להיכנס בדרך אחרת ולהסיר אותו מהמכשיר.
sign-in-notice-wallet-too-late = ההודעה הזאת כבר לא תקפה. אפשר להיכנס שוב בעזרת הארנק.
sign-in-notice-wallet-refused = החתימה אינה של החשבון שנבחר. אפשר לבחור אותו שוב או לבחור דרך אחרת: חשבונות שהם חוזים אינם יכולים להיכנס כאן.
sign-in-notice-wallet-unknown = לאף אחד כאן אין הארנק הזה, ואי אפשר ליצור בו חשבון. אפשר להיכנס בדרך אחרת.
passkey-button = שימוש במפתח גישה
passkey-cancelled = לא נעשה שימוש במפתח גישה. אפשר לנסות שוב או לבחור דרך אחרת.
passkey-failed = זה לא הצליח. אפשר לנסות שוב או לבחור דרך אחרת.
passkey-no-script = מפתחות גישה דורשים סקריפטים, והם כבויים בדפדפן הזה.
passkey-no-script-here = הוספת מפתח גישה דורשת סקריפטים, והם כבויים בדפדפן הזה. יש להפעיל אותם בדף הזה ולטעון אותו מחדש.
passkey-add-button = הוספת מפתח גישה
passkey-offer-title = כניסה מהירה יותר בפעם הבאה
passkey-offer-text = בעזרת מפתח גישה נכנסים באמצעות טביעת אצבע, פנים או נעילת מסך, בלי להקליד סיסמה. הוא נשאר במכשירים שלך, ואיש אינו יכול להוציא אותו ממך במרמה.
passkey-later = לא עכשיו
wallet-button = כניסה בעזרת ארנק
wallet-look = ממשיכים בארנק: הוא מבקש לחתום על הודעה.
wallet-choice = איזה ארנק?
wallet-cancelled = לא נחתם דבר. אפשר לנסות שוב או לבחור דרך אחרת.
wallet-no-account = לא נבחר חשבון בארנק. אפשר לנסות שוב או לבחור דרך אחרת.
wallet-busy = הארנק עדיין שואל משהו. צריך לפתוח אותו, לענות שם ולנסות שוב.
wallet-chain = הארנק נמצא ברשת שאינה מתקבלת כאן. צריך לעבור לרשת אחרת בארנק ולנסות שוב.
wallet-failed = זה לא הצליח. אפשר לנסות שוב או לבחור דרך אחרת.
wallet-statement = כניסה לאתר הזה. זו לא עסקה והיא לא עולה דבר.
wallet-confirm-statement = אישור זהות באתר הזה. זו לא עסקה והיא לא עולה דבר.
forgot-link = שכחת את הסיסמה?
remember-label = להישאר בחשבון במכשיר הזה
remember-hint = לא במכשיר שמשמש גם אחרים.
sign-up-title = יצירת חשבון
sign-up-button = יצירת חשבון
sign-up-have-account = כבר יש לך חשבון?
sign-up-passkey-button = יצירת חשבון בעזרת מפתח גישה
sign-up-wallet-button = יצירת חשבון בעזרת ארנק
sign-up-passkey-hint = נשלח לך קישור בדוא״ל. יש לפתוח אותו ואז להשתמש בטביעת אצבע, בפנים או בנעילת מסך: אין סיסמה.
sign-up-link-passkey-hint = נכנסים באמצעות טביעת אצבע, פנים או נעילת מסך: אין סיסמה.
sign-up-link-email-hint = החשבון נוצר לכתובת הזו.
invitation-title = קבלת ההזמנה שלך
invitation-text = קיבלת הזמנה אל { $brand }. יש לציין את שמך ואיך נוח לך להיכנס.
has-account-title = כבר יש לך חשבון
has-account-text = לכתובת { $address } יש חשבון. יש להיכנס כדי להמשיך.
terms-document-terms = תנאים
terms-document-privacy = הודעת הפרטיות
terms-usual = התנאים מקובלים עליי וקראתי את הודעת הפרטיות
terms-usual-terms = התנאים מקובלים עליי
terms-usual-privacy = קראתי את הודעת הפרטיות
terms-agree-and-read = מקובל עליי: { $agreed }. קראתי: { $read }.
terms-agree = מקובל עליי: { $agreed }
terms-read = קראתי: { $read }
terms-new-tab = קריאה בכרטיסייה חדשה:
terms-title = לפני שממשיכים
terms-title-again = יש משהו חדש
terms-text = החשבון שלך דורש את הסכמתך. יש לקרוא את זה ואז להמשיך.
terms-text-again = המסמכים האלה השתנו מאז הסכמתך. יש לקרוא את החדש ואז להמשיך.
terms-agree-button = הסכמה והמשך
terms-later = לא עכשיו: יציאה
terms-signed-in-as = נכנסת בשם { $address }
terms-data = הורדת הנתונים שלך
terms-delete = מחיקת החשבון שלך
sign-out-title = לצאת מ־{ $brand }?
sign-out-text = אפליקציות שפתחת בעזרת החשבון הזה עשויות לבקש ממך להיכנס שוב.
sign-out-asked = אפליקציה ביקשה להוציא אותך מהחשבון.
sign-out-asked-by = { $app } ביקשה להוציא אותך מהחשבון.
sign-out-button = יציאה
sign-out-all-button = יציאה מכל החשבונות
sign-out-all-text = תתבצע יציאה גם מהחשבונות האחרים בדפדפן הזה.
sign-out-stay = להישאר בחשבון
signed-out-title = יצאת מ־{ $brand }
signed-out-text = במכשיר שמשמש גם אחרים, כדאי לסגור גם את הדפדפן.
signed-out-unconfirmed = האפליקציות האלה לא אישרו שגם הן הוציאו אותך:
signed-out-again = כניסה מחדש
still-signed-in-title = עדיין לא יצאת מהחשבון
still-signed-in-text = שום דבר לא השתנה. אפשר לסגור את הדף הזה.

## Second factor

trust-label = לסמוך על המכשיר הזה למשך 30 ימים
trust-hint = כאן תידרש רק הסיסמה שלך. אין לסמן במכשיר שמשמש גם אחרים.
complete-profile-title = השלמת הפרופיל
complete-profile-text = נכנסת בשם { $email }. יש למלא את מה שחסר ואז להמשיך.
set-up-second-factor-title = הגדרת גורם שני
set-up-second-factor-text = הכניסה כאן דורשת יותר מהוכחה אחת. יש להוסיף בטלפון אפליקציה שמציגה קודים, למשל זו שמשמשת אותך במקום אחר. זה לוקח דקה.
set-up-second-factor-due = החל מ־{ $time }, הכניסה כאן תדרוש יותר מהוכחה אחת. יש להוסיף בטלפון אפליקציה שמציגה קודים, למשל זו שמשמשת אותך במקום אחר. זה לוקח דקה.
set-up-second-factor-now = להגדיר עכשיו
set-up-second-factor-later = לא עכשיו
two-factor-totp-title = הזנת הקוד מאפליקציית האימות
two-factor-totp-text = היא מציגה שש ספרות שמשתנות בכל חצי דקה.
two-factor-backup-title = הזנת קוד גיבוי
two-factor-backup-text = אחד הקודים ששמרת בהגדרת הגורם השני. כל אחד פועל פעם אחת.
two-factor-mail-send-title = קבלת קוד בדוא״ל
two-factor-mail-text = נשלח קוד אל { $address }.
two-factor-text-send-title = קבלת קוד בהודעת טקסט
two-factor-mail-title = הזנת הקוד ששלחנו לך
two-factor-mail-sent = שלחנו קוד אל { $address }. הוא פועל למשך 3 דקות.
two-factor-send-button = שליחת קוד
two-factor-send-again-button = שליחת קוד נוסף
two-factor-others = דרכים אחרות
two-factor-use-totp = שימוש באפליקציית האימות
two-factor-use-mail = קבלת קוד בדוא״ל
two-factor-use-text = קבלת קוד בהודעת טקסט
two-factor-passkey-title = שימוש במפתח הגישה
two-factor-passkey-text = יש להוכיח שהחשבון שלך בעזרת המכשיר שבו שמור מפתח הגישה.
two-factor-passkey-button = שימוש במפתח גישה
two-factor-use-backup = שימוש בקוד גיבוי

## A forgotten password

forgot-title = איפוס הסיסמה
forgot-text = יש להזין את כתובת הדוא״ל של החשבון שלך. נשלח לך קישור לבחירת סיסמה חדשה.
forgot-button = שליחת הקישור
check-mail-title = כדאי לבדוק את הדוא״ל
check-mail-verify = שלחנו הודעה אל { $address }. יש לפתוח את הקישור שבה כדי להמשיך.
check-mail-reset = אם לכתובת { $address } יש חשבון, שלחנו אליה קישור לבחירת סיסמה חדשה.
check-mail-magic-link = שלחנו קישור אל { $address }. יש לפתוח אותו בדפדפן הזה כדי להיכנס.
check-mail-magic-link-for-accounts = אם לכתובת { $address } יש חשבון, שלחנו אליה קישור. יש לפתוח אותו בדפדפן הזה כדי להיכנס.
check-mail-open-mailbox = פתיחת תיבת הדואר
check-mail-nothing = לא הגיע כלום?
check-mail-try-spam = כדאי לבדוק בתיקיית הספאם.
check-mail-try-wait = כדאי להמתין כמה דקות: דואר עשוי להתעכב.
check-mail-try-address = כדאי לבדוק שהכתובת שלמעלה נכונה.
check-mail-wrong-address = שימוש בכתובת אחרת
reset-title = בחירת סיסמה חדשה
reset-for = עבור { $address }
reset-button = שינוי הסיסמה
revoke-sessions-label = יציאה מכל מקום אחר
revoke-sessions-hint = גם מי שיודע את הסיסמה הישנה יוצא מהחשבון.
reauthenticate-title = אישור שזה אכן החשבון שלך
reauthenticate-text = עוד רגע ישתנה משהו חשוב. קודם יש להזין את הסיסמה.
reauthenticate-passkey-text = עוד רגע ישתנה משהו חשוב. קודם יש להשתמש במפתח הגישה.
reauthenticate-any-text = עוד רגע ישתנה משהו חשוב. קודם יש להוכיח את הזהות.
reauthenticate-wallet-button = שימוש בארנק
reauthenticate-no-wallet = לא נמצא ארנק בדפדפן הזה. צריך לפתוח את הדף הזה בדפדפן שבו נמצא הארנק.

## Mailed links

magic-link-request-title = כניסה בדוא״ל
magic-link-request-text = נשלח לך קישור. בעזרתו נכנסים בלי סיסמה.
magic-link-request-button = שליחת קישור כניסה בדוא״ל
magic-link-title = כניסה במכשיר הזה
magic-link-text = להיכנס בשם { $address } במכשיר הזה?
magic-link-elsewhere = הקישור התבקש בדפדפן אחר. אם ממשיכים, הכניסה מתבצעת כאן; מה שממתין בדפדפן האחר יישאר שם.
magic-link-button = כניסה
magic-link-not-you = לא ביקשת את זה? אפשר לסגור את הדף הזה ושום דבר לא יקרה.
email-code-request-title = כניסה בעזרת קוד
email-code-request-text = נשלח לך קוד בן שש ספרות. מקלידים אותו כאן, בלי סיסמה.
email-code-request-button = שליחת קוד בדוא״ל
email-code-title = הזנת הקוד
email-code-text = שלחנו קוד אל { $address }.
email-code-text-for-accounts = אם לכתובת { $address } יש חשבון, שלחנו אליה קוד.
email-code-just-sent = קוד נשלח לפני רגע. כדאי לבדוק בתיבת הדואר; בעוד חצי דקה אפשר לבקש קוד נוסף.
email-code-again = שליחת קוד חדש
phone-request-title = כניסה בהודעת טקסט
phone-request-text = נשלח לטלפון שלך קוד בן שש ספרות. מקלידים אותו כאן, בלי סיסמה.
phone-reset-request-text = נשלח קוד למספר הטלפון של החשבון שלך. בעזרתו אפשר לבחור סיסמה חדשה.
phone-send-button = שליחת קוד
phone-code-text = שלחנו קוד אל { $number }.
phone-code-text-for-accounts = אם למספר { $number } יש חשבון, שלחנו אליו קוד.
phone-code-just-sent = קוד נשלח לפני רגע. ייתכן שייקח לו זמן להגיע; בעוד חצי דקה אפשר לבקש קוד נוסף.
phone-wrong-number = מספר שגוי?
forgot-phone-link = קבלת קוד בהודעת טקסט במקום זאת
confirm-link-verify-title = אישור הדוא״ל שלך
confirm-link-verify-text = האם { $address } היא הכתובת שלך?
confirm-link-verify-button = אישור הדוא״ל
confirm-link-allow-title = אישור הדוא״ל החדש
confirm-link-allow-text = החשבון שלך עומד לעבור אל { $address }. לאחר מכן נשלח קישור לכתובת הזו.
confirm-link-allow-button = אישור
confirm-link-change-title = שינוי הדוא״ל שלך
confirm-link-change-text = מעכשיו נכנסים בעזרת { $address }.
confirm-link-change-button = שינוי הדוא״ל
confirm-link-delete-title = מחיקת החשבון שלך
confirm-link-delete-text = החשבון של { $address } נמחק מיד, ואי אפשר לשחזר אותו.
confirm-link-delete-button = מחיקת החשבון
confirm-link-not-you = לא ביקשת את זה? אפשר לסגור את הדף הזה ושום דבר לא יקרה.
confirm-link-disown-title = החזרת החשבון לידיך
confirm-link-disown-text = הפעולה הזו מוציאה את כולם מהחשבון של { $address }, מבטלת את הסיסמה, מסירה מפתחות גישה, מספר טלפון וגורם שני שנוספו מאז, ומחזירה לאחור שינוי של הדוא״ל. לאחר מכן נשלח לשם קישור לבחירת סיסמה חדשה.
confirm-link-disown-button = זו לא הייתה פעולה שלי
confirm-link-was-you = הפעולה הייתה שלך? אפשר לסגור את הדף הזה ושום דבר לא יקרה.
link-done-verify-title = הדוא״ל אושר
link-done-verify-text = הכתובת { $address } שלך. אפשר להמשיך.
link-done-allow-title = עוד צעד אחד
link-done-allow-text = שלחנו קישור אל { $address }. יש לפתוח אותו כדי להשלים את השינוי.
link-done-change-title = הדוא״ל שונה
link-done-change-text = מעכשיו נכנסים בעזרת { $address }.
link-done-disown-title = החשבון שלך בטוח
link-done-disown-text = כולם הוצאו מהחשבון. שלחנו אל { $address } קישור לבחירת סיסמה חדשה.
link-done-delete-title = החשבון נמחק
link-done-delete-text = החשבון של { $address } איננו עוד, ויצאת מכל מקום.

## Apps

choose-account-title = בחירת חשבון
choose-account-signed-out = מחוץ לחשבון
choose-account-another = שימוש בחשבון אחר
choose-account-in-use = בשימוש
choose-account-remove-title = הסרת חשבון מהמכשיר הזה
choose-account-remove-text = מהחשבון שמסירים מתבצעת כאן יציאה, והדפדפן הזה שוכח אותו.
choose-account-remove-button = הסרה
choose-account-back = חזרה לבחירה
form-post-title = נכנסת לחשבון
form-post-text = אפשר להמשיך אל { $app }.
form-post-text-plain = אפשר להמשיך אל האפליקציה.
consent-title = { $app } מבקשת גישה לחשבון שלך
consent-list = אלה הדברים ש־{ $app } תוכל לעשות
consent-switch = החלפת חשבון
consent-new = חדש
consent-warning = אף אחד לא בדק את האפליקציה הזו. הנתונים שלך יעברו אל { $host }. כדאי להמשיך רק אם האתר מוכר לך.
consent-remove-later = אפשר להסיר את הגישה מאוחר יותר:
consent-your-account = החשבון שלך
consent-app-privacy = { $app }: פרטיות
consent-app-terms = { $app }: תנאים
consent-details = פרטים
consent-details-scopes = היקפי הרשאה
consent-details-client = לקוח
consent-details-host = היעד
device-title = חיבור מכשיר
device-explain = יש להזין את הקוד שמוצג בטלוויזיה או במסוף.
device-compare = כדאי להשוות את הקוד הזה לקוד שבמכשיר. יש להמשיך רק אם הם זהים.
device-code = הקוד שבמכשיר
device-code-hint = שמונה אותיות, למשל { $example }
device-never-told = אף אחד שעובד כאן לא יבקש ממך להזין קוד שהוא שלח לך.
device-confirm-title = לחבר את { $app }?
device-confirm-lead = עוד רגע { $app } תיכנס לחשבון שלך במכשיר אחר.
device-confirm-only = יש להמשיך רק אם התחלת את זה בעצמך ממש עכשיו. אם מישהו שלח לך את הקוד, הוא ייכנס לחשבון שלך.
device-confirm-elsewhere = הבקשה הזו מגיעה ממדינה אחרת מזו שבה נמצאים כאן. אם המכשיר שלך לא שם, יש לבחור „זה לא היה אני”.
device-confirm-unverified = אף אחד לא בדק את האפליקציה הזו: כל אחד יכול לתת לאפליקציה את השם הזה.
device-confirm-code = הקוד שבמכשיר
device-confirm-from = הבקשה הגיעה מ
device-confirm-with = הבקשה נשלחה עם
device-confirm-when = מועד הבקשה
device-confirm-whole-account = לעשות כל מה שאפשר לעשות כאן בשמך: היא נכנסת לכל החשבון שלך.
device-connect-button = חיבור
device-deny-button = זה לא היה אני
device-minutes-left = { $count ->
    [one] הקוד יפעל עוד דקה אחת.
    [two] הקוד יפעל עוד { $count } דקות.
   *[other] הקוד יפעל עוד { $count } דקות.
}
device-connected-title = המכשיר מחובר
device-connected-text = הכניסה של { $app } הושלמה. אפשר לסגור את הדף הזה ולחזור למכשיר.
device-denied-title = המכשיר לא חובר
device-denied-text = הבקשה של { $app } נדחתה. אם לא התחלת את זה, אין צורך בשום דבר נוסף: אף אחד לא נכנס.
device-expired-title = הקוד הזה ישן מדי
device-expired-text = הבקשה של { $app } חיכתה לתשובה זמן רב מדי. יש לקבל קוד חדש במכשיר.
device-used-title = הקוד הזה כבר נוצל
device-used-text = הבקשה של { $app } כבר נענתה, או שמישהו אחר פתח את הקוד. יש לקבל קוד חדש במכשיר.
device-again-button = הזנת קוד אחר
scope-openid = לדעת מי נכנס
scope-profile = לראות את השם והתמונה שלך
scope-email = לראות את כתובת הדוא״ל שלך
scope-phone = לראות את מספר הטלפון שלך
scope-address = לראות את הכתובת למשלוח דואר שלך
scope-declared = לראות עוד פרטים עליך
scope-offline-access = להישאר בחשבון גם כשאינך כאן

## The account

account-navigation = חשבון
account-switch = החלפת חשבון
account-profile = פרופיל
account-security = אבטחה
account-two-factor = גורם שני
account-passkeys = מפתחות גישה
account-identities = דרכי כניסה
account-sessions = התחברויות
account-activity = פעילות
account-apps = אפליקציות מקושרות
account-delete = מחיקת החשבון
account-console = לוח הניהול
notice-profile-saved = נשמר.
notice-picture-saved = התמונה שלך נשמרה.
notice-picture-removed = התמונה שלך הוסרה.
notice-username-saved = שם המשתמש שלך נשמר.
notice-phone-number-saved = מספר הטלפון שלך נשמר.
notice-phone-number-removed = מספר הטלפון שלך הוסר.
notice-verification-link-sent = שלחנו לך קישור חדש. יש לפתוח אותו כדי לאשר את הכתובת.
notice-email-link-sent = יש לפתוח את הקישור ששלחנו לכתובת החדשה, ואז היא תשתנה. אם לכתובת הזו כבר יש חשבון, לא נשלח דבר.
notice-email-changed = הדוא״ל שלך שונה. יש לפתוח את הקישור ששלחנו אליו כדי לאשר שהוא שלך.
notice-email-permission-asked = יש לפתוח את הקישור ששלחנו לכתובת הנוכחית, ואחריו את זה שבכתובת החדשה, ואז היא תשתנה.
notice-password-changed = הסיסמה שלך שונתה.
notice-password-link-sent = שלחנו לך קישור. יש לפתוח אותו כדי לבחור סיסמה.
notice-sessions-ended = יצאת משם.
notice-app-removed = הגישה הוסרה.
notice-deletion-link-sent = שלחנו לך קישור. שום דבר לא יימחק לפני פתיחתו.
notice-account-deleted = החשבון שלך איננו עוד, ויצאת מכל מקום.
notice-send-again = עדיין לא השתנה דבר. יש למלא את הטופס שוב.
profile-lead = מה שאפליקציות רואות עליך באישורך.
profile-about-you = עליך
picture-heading = תמונה
picture-alt = התמונה שלך
picture-none = עדיין אין לך תמונה.
picture-uploaded = אפליקציות שקיבלו ממך אישור לראות את שמך רואות גם את התמונה הזו.
picture-elsewhere = אפליקציות מקבלות את כתובת התמונה שלך באתר אחר. היא אינה מוצגת כאן.
picture-upload-button = העלאת תמונה
picture-remove-button = הסרת התמונה
username-none = עדיין אין.
phone-none = אין לך כאן מספר טלפון.
phone-proof = כדי לשנות את מספר הטלפון, קודם יש להוכיח שהחשבון שלך.
phone-change-button = שינוי מספר הטלפון
phone-save-button = שמירת המספר
phone-remove-button = הסרת המספר
username-button = שמירת שם המשתמש
email-verified = אושר
email-not-verified = לא אושר
email-verification-text = יש לפתוח את הקישור ששלחנו לכתובת הזו כדי לאשר שהיא שלך.
email-verification-button = שליחת קישור נוסף
email-temporary-text = עדיין אין לנו דוא״ל שלך. אפשר להזין אותו ונשלח אליו קישור.
email-needed-text = הקישור לכך נשלח לדוא״ל, ועדיין לא נמסרה לנו כתובת.
email-needed-button = הוספת כתובת דוא״ל
email-change-proof = נבקש את הסיסמה שלך לפני שאפשר יהיה לשנות את הכתובת.
email-change-button = שינוי הדוא״ל
security-lead = איך מוכיחים שהחשבון שלך.
password-last-changed = שינוי אחרון: { $time }
password-none = עדיין אין לך סיסמה. נשלח אל { $address } קישור שבעזרתו אפשר לבחור סיסמה.
password-change-button = שינוי הסיסמה
sessions-lead = המקומות שבהם נכנסת לחשבון. כדאי לצאת ממה שאינו מוכר לך.
sessions-heading = כניסות פעילות
sessions-this-one = הנוכחית
sessions-device = { $browser } ב־{ $system }
sessions-unknown-device = מכשיר לא מוכר
place-in-country = { $city }, { $country }
place-unknown = מקום לא ידוע
device-heading = מכשיר
place-heading = מקום
time-heading = שעה
method-password = סיסמה
method-magic-link = קישור בדוא״ל
method-email-code = קוד בדוא״ל
method-passkey = מפתח גישה
method-phone-code = קוד בהודעת טקסט
method-wallet = ארנק
method-anonymous = בתור אורח
method-totp = אפליקציית אימות
method-backup-code = קוד גיבוי
method-mailed-code = גורם שני בדוא״ל
method-texted-code = גורם שני בהודעת טקסט
sessions-last-used = שימוש אחרון
sessions-let-in = הותרה כניסה באמצעות קוד, עבור { $app }
sessions-since = מאז
sessions-end-others = יציאה מכל האחרות
sessions-end-all = יציאה מכל מקום
sessions-apps-stay = אפליקציות שיכולות להישאר בחשבון כשאינך כאן שומרות על הגישה שלהן עד להסרתה:
identities-lead = איך אפשר להיכנס. כדאי שיהיו לפחות שתי דרכים, כדי לא להישאר בחוץ אם אחת תאבד.
identities-ways-heading = מוגדרות כאן
identities-connected-heading = מקושרות
identities-mail = קישור או קוד בדוא״ל
identities-password-set = יש לך סיסמה.
identities-passkeys = { $count ->
    [one] מפתח גישה אחד
    [two] { $count } מפתחות גישה
   *[other] { $count } מפתחות גישה
}
identities-not-set = לא הוגדר
identities-change = שינוי
identities-set-up = הגדרה
identities-chain = שרשרת
identities-disconnect-button = ניתוק
apps-lead = אפליקציות שיכולות להשתמש בחשבון שלך.
apps-heading = אפליקציות
apps-none = לאף אפליקציה אין גישה לחשבון שלך.
apps-since = מאז
apps-remove-button = הסרת הגישה
delete-lead = אי אפשר לבטל את הפעולה הזו.
delete-heading = מה קורה
delete-consequence-sessions = תתבצע יציאה מכל מקום.
delete-consequence-apps = אפליקציות יאבדו את הגישה. מה ששמרו עליך יישאר אצלן.
delete-consequence-final = השם, כתובת הדוא״ל והסיסמה שלך נמחקים.
delete-by-mail = קודם נשלח קישור אל { $address }. שום דבר לא יימחק לפני פתיחתו.
delete-button = מחיקת החשבון
passkeys-lead = כניסה באמצעות טביעת אצבע, פנים או נעילת מסך, בלי להקליד דבר.
passkeys-heading = מפתחות הגישה שלך
passkeys-none = עדיין אין לך מפתחות גישה.
passkeys-unnamed = מפתח גישה
passkeys-synced = בכמה מכשירים
passkeys-created = נוסף
passkeys-never-used = טרם נעשה בו שימוש
passkeys-rename = שינוי השם
passkeys-name = שם
passkeys-remove = הסרה
passkeys-add-heading = הוספת מפתח גישה
passkeys-add-text = הדפדפן ישאל היכן לשמור אותו: במכשיר הזה, בטלפון או במפתח אבטחה.
two-factor-lead = הוכחה שנייה לצד הסיסמה, כדי שהסיסמה לבדה לא תפתח דבר.
two-factor-app-heading = אפליקציית אימות
two-factor-on-since = פועל מאז { $time }
two-factor-app-text = אפליקציה בטלפון מציגה קוד, שאותו מזינים בכניסה.
two-factor-app-on = בכניסה נבקש קוד מהאפליקציה שלך.
two-factor-propose-button = הגדרת אפליקציה
two-factor-replace-button = הגדרת אפליקציה אחרת
two-factor-step-scan = יש לסרוק את התמונה בעזרת אפליקציית האימות.
two-factor-step-type = יש להזין את הקוד שהאפליקציה מציגה.
two-factor-qr-code = קוד QR לאפליקציית האימות
two-factor-secret = אין מצלמה? אפשר להקליד את המפתח הזה באפליקציה:
two-factor-confirm-button = הפעלה
two-factor-now-on = הגורם השני שלך פועל. מעכשיו נבקש קוד בכניסה.
two-factor-off-button = כיבוי הגורם השני
trusted-browsers-heading = דפדפנים מהימנים
trusted-browsers-text = בכניסה מאחד מהם לא נבקש קוד. עדיין נדרשת הסיסמה.
trusted-browsers-until = מהימן עד
trusted-browsers-end = הפסקת האמון
trusted-browsers-end-all = הפסקת האמון בכולם
backup-codes-heading = קודי גיבוי
backup-codes-left = { $count ->
    [one] נותר קוד גיבוי אחד.
    [two] נותרו { $count } קודי גיבוי.
   *[other] נותרו { $count } קודי גיבוי.
}
backup-codes-renew-button = קבלת קודי גיבוי חדשים
backup-codes-text = כדאי לשמור את הקודים האלה במקום שאפשר למצוא אותו בלי הטלפון. כל אחד פועל פעם אחת, ואנחנו מציגים אותם רק עכשיו.
backup-codes-kept-button = הקודים שמורים אצלי
activity-lead = מה שקרה בחשבון שלך, מהחדש לישן. משהו מזה לא היה שלך? כדאי לשנות את הסיסמה ולצאת מכל מקום.
activity-heading = פעילות
activity-none = עדיין אין כלום.
activity-older = ישן יותר
activity-user-registered = החשבון נוצר
activity-email-verified = כתובת הדוא״ל אושרה
activity-unproved-access-revoked = כל מה שהוגדר לפני אישור הכתובת בוטל
activity-email-changed = כתובת הדוא״ל שונתה
activity-profile-changed = הפרופיל שונה
activity-username-changed = שם המשתמש שונה
activity-phone-number-changed = מספר הטלפון שונה
activity-phone-number-removed = מספר הטלפון הוסר
activity-password-changed = הסיסמה שונתה
activity-password-reset = סיסמה הוגדרה בעזרת קישור או קוד שנשלח
activity-two-factor-enabled = הגורם השני הוגדר או שונה
activity-two-factor-disabled = הגורם השני כובה
activity-browser-trust-ended = האמון בדפדפן הסתיים
activity-backup-codes-renewed = קודי גיבוי חדשים
activity-passkey-added = מפתח גישה נוסף
activity-passkey-removed = מפתח גישה הוסר
activity-passkey-count-refused = כניסה במפתח גישה נדחתה: ייתכן שהוא הועתק
activity-account-unlinked = דרך כניסה הוסרה
activity-access-disowned = החשבון הוחזר: יציאה מכל מקום, הסיסמה הוסרה
activity-invitation-accepted = החשבון נוצר לפי הזמנה
activity-terms-accepted = התנאים אושרו
activity-user-linked = מה שעשית בתור אורח שייך עכשיו לחשבון שלך
activity-user-erased = החשבון נמחק
activity-user-disabled = החשבון ננעל על ידי מנהל מערכת
activity-user-enabled = נעילת החשבון בוטלה על ידי מנהל מערכת
activity-signed-in = כניסה לחשבון
activity-sign-in-refused = הכניסה נדחתה
activity-second-factor-owed = ההוכחה הראשונה נכונה, התבקש גורם שני
activity-second-factor-refused = גורם שני שגוי
activity-identity-confirmed = הזהות אושרה
activity-session-carried-over = הכניסה הועברה לאתר אחר
activity-account-switched = מעבר לחשבון הזה בדפדפן שיש בו כמה חשבונות
activity-signed-out = יציאה מהחשבון
activity-sessions-ended = יציאה ממקום אחר
activity-action-refused = נדחה על ידי כלל של השירות
activity-action-failed = לא בוצע: לא ניתן היה לבדוק כלל של השירות
activity-consent-given = אפליקציה אושרה
activity-consent-revoked = גישת אפליקציה הוסרה
activity-device-requested = מכשיר ביקש להתחבר
activity-device-approved = מכשיר חובר
activity-device-denied = מכשיר נדחה
activity-device-redeemed = אפליקציה נכנסה במכשיר אחר
activity-token-reused = אפליקציה הציגה משהו שכבר נוצל; הגישה שלה הסתיימה
activity-administration = ניהול
own-data-heading = הנתונים שלך
own-data-text = כל מה ששמור עליך, כקובץ שתוכנות יכולות לקרוא. אין בו סיסמאות.
own-data-button = הורדה
notice-two-factor-off = הגורם השני שלך כבוי.
notice-trust-ended = שם נבקש קוד שוב.
notice-passkey-added = מפתח הגישה נוסף. מעכשיו אפשר להיכנס בעזרתו.
notice-passkey-renamed = למפתח הגישה יש שם חדש.
notice-passkey-removed = מפתח הגישה הוסר. כדאי להסיר אותו גם מהמכשיר.
notice-identity-disconnected = נותק. איש כבר לא נכנס בעזרתו.

## Setting up

setup-title = יצירת מנהל המערכת הראשון
setup-text = ברוכים הבאים. הקישור הזה פועל פעם אחת. החשבון שנוצר כאן מנהל את כל האחרים.
setup-button = יצירת מנהל מערכת

## Errors

error-code = קוד
error-request = בקשה
error-time = שעה
error-copy-request = העתקת מספר הבקשה
error-tell = אם זה ממשיך לקרות, אפשר לשלוח את השורות האלה למנהל המערכת.
error-developers = למפתחים
error-parameter = פרמטר
error-expected = רשום
error-expected-nothing = כלום
error-received = התקבל
error-action-start-again = להתחיל מחדש
error-action-account = החשבון שלך
error-action-new-link = בקשת קישור חדש
error-not-found-title = אין כאן דף
error-not-found-reason = ייתכן שהכתובת הוקלדה לא נכון, או שהדף עבר.
error-forbidden-title = הדף הזה אינו פתוח לך
error-forbidden-reason = לחשבון שלך אין גישה אליו. אם אמורה להיות, אפשר לפנות למנהל מערכת.
error-invalid-request-title = האפליקציה שלחה בקשה שאיננו יכולים להשתמש בה
error-invalid-request-reason = משהו חסר בה או שגוי. מפתחי האפליקציה צריכים לתקן את זה.
error-unknown-client-title = איננו מכירים את האפליקציה הזו
error-unknown-client-reason = האפליקציה ששלחה אותך לכאן אינה רשומה, או שהוסרה.
error-client-disabled-title = האפליקציה הזו כבויה
error-client-disabled-reason = מנהל מערכת עצר את הכניסה אליה.
error-redirect-uri-mismatch-title = האפליקציה ביקשה לשלוח אותך לכתובת שאיננו מכירים
error-redirect-uri-mismatch-reason = כדי להגן עליך אנחנו עוצרים כאן: כתובת ההפניה שלה אינה אחת מהרשומות.
error-login-session-expired-title = הכניסה הזו כבר אינה פתוחה
error-login-session-expired-reason = היא נמשכה יותר מ־30 דקות, הסתיימה בכרטיסייה אחרת או התחילה בדפדפן אחר.
error-cookie-blocked-title = הדפדפן שלך אינו שומר קובצי Cookie
error-cookie-blocked-reason = הכניסה דורשת קובץ כזה. יש לאפשר קובצי Cookie לאתר הזה ואז להתחיל מחדש.
error-link-expired-title = הקישור הזה כבר לא פועל
error-link-expired-reason = קישורים פועלים פעם אחת ולזמן מוגבל. יש לבקש קישור חדש.
error-account-disabled-title = החשבון הזה כבוי
error-account-disabled-reason = מנהל מערכת עצר אותו. אפשר לבקש להפעיל אותו שוב.
error-sign-up-closed-title = אי אפשר ליצור כאן חשבונות חדשים
error-sign-up-closed-reason = אפשר לבקש הזמנה ממנהל מערכת.
error-action-refused-title = השירות אינו מאפשר זאת
error-action-refused-reason = יש לו כלל משלו בעניין זה, והוא מודיע:
error-captcha-failed-title = איננו יכולים לדעת שיש כאן אדם
error-captcha-failed-reason = שום דבר לא השתנה. יש לחזור אחורה, לטעון את הדף מחדש ולשלוח אותו שוב. בלי סקריפטים יש להמתין לפני השליחה את הזמן שהדף מציין.
error-form-rejected-title = הדף הזה היה פתוח זמן רב מדי
error-form-rejected-reason = שום דבר לא השתנה. יש לחזור אחורה, לטעון את הדף מחדש ולשלוח אותו שוב.
error-rate-limited-title = יותר מדי בקשות
error-rate-limited-reason = יש להמתין דקה ואז לנסות שוב.
error-server-error-title = משהו התקלקל אצלנו
error-server-error-reason = לא גרמת לזה בשום דרך. אפשר לנסות שוב בעוד רגע.
error-temporarily-unavailable-title = אנחנו עמוסים מדי כרגע
error-temporarily-unavailable-reason = שום דבר לא השתנה. אפשר לנסות שוב בעוד רגע.

## Mails

mail-greeting = שלום { $name },
mail-footer = נשלח על ידי { $brand }.
mail-paste = אם הכפתור אינו עושה דבר, אפשר להעתיק את הכתובת הזו לדפדפן:
mail-lifetime-hours = { $count ->
    [one] הקישור פועל פעם אחת, בתוך שעה אחת.
    [two] הקישור פועל פעם אחת, בתוך שעתיים.
   *[other] הקישור פועל פעם אחת, בתוך { $count } שעות.
}
mail-lifetime-minutes = { $count ->
    [one] הקישור פועל פעם אחת, בתוך דקה אחת.
    [two] הקישור פועל פעם אחת, בתוך { $count } דקות.
   *[other] הקישור פועל פעם אחת, בתוך { $count } דקות.
}
mail-verify-subject = אישור הדוא״ל שלך ב־{ $brand }
mail-verify-text = לאחר אישור שהכתובת הזו שלך, החשבון שלך ב־{ $brand } מוכן.
mail-verify-button = אישור הדוא״ל
mail-verify-otherwise = לא יצרת חשבון? אפשר להתעלם מההודעה הזו.
mail-magic-link-subject = קישור הכניסה שלך אל { $brand }
mail-magic-link-text = ביקשת קישור לכניסה אל { $brand }.
mail-magic-link-button = כניסה
mail-magic-link-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו: בלי הקישור איש אינו נכנס.
mail-invitation-subject = קיבלת הזמנה אל { $brand }
mail-invitation-text = קיבלת הזמנה ליצור חשבון ב־{ $brand }.
mail-invitation-button = קבלת ההזמנה
mail-invitation-otherwise = לא ציפית לזה? אפשר להתעלם מההודעה הזו: בלי הקישור לא נוצר חשבון.
mail-sign-up-link-subject = יצירת החשבון שלך ב־{ $brand }
mail-sign-up-link-text = ביקשת ליצור חשבון ב־{ $brand }.
mail-sign-up-link-button = יצירת חשבון
mail-sign-up-link-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו: בלי הקישור לא נוצר חשבון.
mail-code-subject = { $code } הוא הקוד שלך ב־{ $brand }
mail-code-sign-in = יש להזין את הקוד הזה כדי להיכנס אל { $brand }:
mail-code-verify = יש להזין את הקוד הזה כדי לאשר את הדוא״ל שלך ב־{ $brand }:
mail-code-reset = יש להזין את הקוד הזה כדי לבחור סיסמה חדשה לחשבון שלך ב־{ $brand }:
mail-code-change = יש להזין את הקוד הזה כדי להשתמש בכתובת הזו בחשבון שלך ב־{ $brand }:
mail-code-lifetime = { $count ->
    [one] הקוד פועל פעם אחת, בתוך דקה אחת.
    [two] הקוד פועל פעם אחת, בתוך { $count } דקות.
   *[other] הקוד פועל פעם אחת, בתוך { $count } דקות.
}
mail-code-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו, ואין למסור את הקוד לאיש.
mail-reset-subject = איפוס הסיסמה שלך ב־{ $brand }
mail-reset-text = ביקשת לבחור סיסמה חדשה לחשבון שלך ב־{ $brand }.
mail-reset-button = בחירת סיסמה חדשה
mail-reset-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו: הסיסמה שלך נשארת כפי שהיא.
mail-change-confirm-subject = אישור דוא״ל חדש לחשבון שלך ב־{ $brand }
mail-change-confirm-text = ביקשת לשנות את הדוא״ל של החשבון שלך ב־{ $brand } אל { $address }.
mail-change-confirm-button = אישור השינוי
mail-change-confirm-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו, וכדאי לשנות את הסיסמה.
mail-change-verify-subject = אישור הדוא״ל החדש שלך ב־{ $brand }
mail-change-verify-text = יש לאשר שהכתובת { $address } שלך. מאז נכנסים בעזרתה.
mail-change-verify-button = אישור הדוא״ל החדש
mail-change-verify-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו.
mail-email-changed-subject = הדוא״ל שלך ב־{ $brand } שונה
mail-email-changed-text = הדוא״ל של החשבון שלך הוא עכשיו { $address }. לכתובת הזו כבר לא יישלח דבר.
mail-delete-subject = מחיקת החשבון שלך ב־{ $brand }
mail-delete-text = ביקשת למחוק את החשבון שלך ב־{ $brand }. אי אפשר לבטל את הפעולה הזו.
mail-delete-button = מחיקת החשבון
mail-delete-otherwise = לא ביקשת את זה? אפשר להתעלם מההודעה הזו, וכדאי לשנות את הסיסמה.
mail-existing-subject = כבר יש לך חשבון ב־{ $brand }
mail-existing-text = ניסו ליצור חשבון ב־{ $brand } עם הכתובת הזו, כנראה מטעמך. כבר יש חשבון כזה: אפשר להיכנס אליו.
mail-existing-button = כניסה
mail-existing-otherwise = שכחת את הסיסמה? אפשר לבחור חדשה:
mail-password-changed-subject = הסיסמה שלך ב־{ $brand } שונתה
mail-password-changed-text = הסיסמה של החשבון שלך שונתה ב־{ $time }.
mail-too-many-tries-subject = מישהו ממשיך לנסות סיסמאות לחשבון שלך ב־{ $brand }
mail-too-many-tries-text = נוסו כל כך הרבה סיסמאות שגויות לחשבון שלך, עד שאף סיסמה לא תיבדק עד { $time }. איש לא נכנס.
mail-too-many-tries-ways = דרכי הכניסה האחרות שלך פועלות בינתיים. אם שכחת את הסיסמה, אפשר לבחור חדשה; היא פועלת מיד:
mail-not-me-text = { $count ->
    [one] לא ביצעת את זה? כדאי להחזיר את החשבון לידיך. זה אפשרי למשך יום אחד:
    [two] לא ביצעת את זה? כדאי להחזיר את החשבון לידיך. זה אפשרי למשך יומיים:
   *[other] לא ביצעת את זה? כדאי להחזיר את החשבון לידיך. זה אפשרי למשך { $count } ימים:
}
mail-not-me-button = זו לא הייתה פעולה שלי
mail-new-device-subject = מכשיר חדש נכנס לחשבון שלך ב־{ $brand }
mail-new-device-text = התבצעה כניסה לחשבון שלך ב־{ $time } ממכשיר שלא נכנס אליו קודם לכן.
mail-new-device-device = מכשיר: { $device }
mail-new-device-place = מקום: { $place }
mail-new-device-address = כתובת IP: { $address }
mail-new-device-both = { $browser } ב־{ $system }
mail-new-device-unknown = לא ידוע
mail-new-device-you = אם הכניסה הייתה שלך, אין צורך לעשות דבר.
mail-second-factor-subject = { $code } הוא הקוד שלך ב־{ $brand }
mail-second-factor-text = הקוד שלך להשלמת הכניסה אל { $brand }:
mail-second-factor-otherwise = לא ניסית להיכנס? אם כך, מישהו יודע את הסיסמה שלך: כדאי לשנות אותה.
mail-two-factor-subject = הגורם השני של החשבון שלך ב־{ $brand } שונה
mail-two-factor-on-text = הגורם השני של החשבון שלך הוגדר או שונה ב־{ $time }.
mail-two-factor-off-text = הגורם השני של החשבון שלך כובה ב־{ $time }.

mail-passkey-subject = מפתחות הגישה שלך ב־{ $brand } שונו
mail-passkey-added-text = מפתח גישה נוסף לחשבון שלך ב־{ $time }. מי שמחזיק בו יכול להיכנס.
mail-passkey-removed-text = מפתח גישה הוסר מהחשבון שלך ב־{ $time }.
mail-phone-number-subject = מספר הטלפון של החשבון שלך ב־{ $brand } שונה
mail-phone-number-set-text = מספר הטלפון של החשבון שלך הוגדר או שונה ב־{ $time }.
mail-phone-number-removed-text = מספר הטלפון של החשבון שלך הוסר ב־{ $time }.

text-message-verify = { $code } הוא הקוד שלך ב־{ $brand }. אין למסור אותו לאיש.
text-message-reset = { $code } הוא הקוד שלך לבחירת סיסמה חדשה ב־{ $brand }. אין למסור אותו לאיש.
text-message-second-factor = { $code } הוא הקוד שלך להשלמת הכניסה אל { $brand }. אין למסור אותו לאיש.
text-message-test = { $brand } יכול לשלוח הודעות טקסט.
mail-test-subject = הדואר של { $brand } פועל
mail-test-text = זוהי הודעת בדיקה שנשלחה ב־{ $time }. אין צורך לעשות דבר.
