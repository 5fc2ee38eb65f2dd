# Words of the portal in Arabic.

## Dates, weights, money
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
date-first-day = 1
date-long = { $day } { $month } { $year }
date-moment = { $date } على الساعة { $hour }:{ $minute }
weight-kilobytes = { $amount } كيلوبايت
weight-megabytes = { $amount } ميغابايت
money-euros = { $amount } يورو

## E-mail sent once a request is recorded (plain text)
mail-receipt-subject = تم تسجيل طلبكم: { $procedure }
mail-receipt-hello = مرحبًا،
mail-receipt-recorded = تم تسجيل طلبكم «{ $procedure }» بتاريخ { $moment }.
mail-receipt-code = رمز المتابعة الخاص بكم:
mail-receipt-keep = احتفظوا بهذا الرمز. يمكنكم متابعة طلبكم به مع عنوان بريدكم الإلكتروني أو تاريخ ميلادكم:
mail-receipt-contact = لديكم سؤال؟ اتصلوا بالمصلحة:
mail-receipt-phone = الهاتف: { $phone }
mail-receipt-email = البريد الإلكتروني: { $email }
mail-receipt-not-you = لم تقدموا هذا الطلب؟ أخبروا المصلحة وأعطوها رمز المتابعة.
mail-receipt-automatic = هذه رسالة آلية: لا أحد يقرأ الردود.

## Components: page
back-link = العودة إلى: { $page }
notice-information = معلومة: { $title }
notice-success = تمّ: { $title }
notice-warning = تنبيه: { $title }
step-position = الخطوة { $position } من { $total }
skip-links-name = وصول سريع
skip-content = المحتوى
skip-search = البحث
skip-help = المساعدة
language-menu-name = اللغة
menu-name = القائمة الرئيسية
menu-home = الصفحة الرئيسية
menu-procedures = المعاملات
menu-themes = المواضيع
menu-follow = متابعة طلبي
menu-help = المساعدة
footer-name = معلومات عن الموقع
footer-site-map = خريطة الموقع
footer-help = المساعدة والاتصال
footer-accessibility-total = إمكانية الوصول: مطابق كليًا
footer-accessibility-partial = إمكانية الوصول: مطابق جزئيًا
footer-accessibility-none = إمكانية الوصول: غير مطابق
footer-privacy = البيانات الشخصية
footer-legal = بيانات قانونية
contact-title = هل تحتاجون إلى مساعدة؟
contact-phone = الهاتف:
contact-email = البريد الإلكتروني:
contact-hours = أوقات العمل:
summary-left-open = دون إجابة

## Components: what happened to a request
status-submitted = استلمته المصلحة
status-in-review = قيد الدراسة
status-info-requested = تطلب منكم المصلحة معلومة إضافية
status-awaiting-payment = في انتظار الدفع
status-accepted = مقبول
status-rejected = مرفوض
status-closed = مغلق
status-withdrawn = سُحب بطلب منكم
status-expired = انتهى لعدم ورود رد منكم
status-other = قيد المعالجة
timeline-message-staff = رسالة من المصلحة
timeline-message-citizen = رسالة منكم
timeline-message-mediator = رسالة من الشخص الذي يساعدكم
timeline-event = سير الطلب

## Components: answers in words
answer-yes = نعم
answer-no = لا
answer-accepted = تمت الموافقة
answer-part = { $part }:

## Components: fields
field-required = { $label } (إلزامي)
field-optional = { $label } (اختياري)
field-error = خطأ: { $words }
field-count =
    { $count ->
        [one] حرف واحد على الأكثر
        [two] حرفان على الأكثر
        [few] { $count } أحرف على الأكثر
        [many] { $count } حرفًا على الأكثر
       *[other] { $count } حرف على الأكثر
    }
item-label = { $noun } { $number }:
date-typed = { $day } { $month } { $year }
hint-email = الصيغة المطلوبة: nom@exemple.fr
hint-phone = مثلًا: 06 39 98 12 34 أو ‎+32 2 555 12 12
hint-date = مثلًا: { $example } (اليوم ثم الشهر ثم السنة)
hint-number = عدد بين { $min } و{ $max }
part-day = اليوم
part-month = الشهر
part-year = السنة
part-line1 = الرقم والشارع
part-line2 = تتمة العنوان
part-postal-code = الرمز البريدي
part-city = المدينة
part-country = البلد إن لم يكن فرنسا
part-family-name = اسم العائلة عند الولادة
part-usage-name = اسم العائلة المستعمل
part-given-names = الأسماء الشخصية
list-comma = ،{ " " }
list-or = { $first } أو { $last }
file-rules =
    { $count ->
        [one] { $kinds }، { $weight } على الأكثر. ملف واحد فقط.
        [two] { $kinds }، { $weight } على الأكثر لكل ملف. ملفان على الأكثر.
        [few] { $kinds }، { $weight } على الأكثر لكل ملف. { $count } ملفات على الأكثر.
        [many] { $kinds }، { $weight } على الأكثر لكل ملف. { $count } ملفًا على الأكثر.
       *[other] { $kinds }، { $weight } على الأكثر لكل ملف. { $count } ملف على الأكثر.
    }
file-facts = ، { $kind }، { $weight }
file-add = إضافة الملف
file-add-named = إضافة الملف: { $label }
file-list = الملفات المضافة: { $label }
file-remove = إزالة { $name }

## Components: what is wrong
error-summary-title =
    { $count ->
        [one] في هذه الصفحة خطأ واحد
        [two] في هذه الصفحة خطآن
        [few] في هذه الصفحة { $count } أخطاء
        [many] في هذه الصفحة { $count } خطأً
       *[other] في هذه الصفحة { $count } خطأ
    }
error-summary-again =
    { $count ->
        [one] لا يزال في هذه الصفحة خطأ واحد
        [two] لا يزال في هذه الصفحة خطآن
        [few] لا يزال في هذه الصفحة { $count } أخطاء
        [many] لا يزال في هذه الصفحة { $count } خطأً
       *[other] لا يزال في هذه الصفحة { $count } خطأ
    }
error-summary-part = { $label }، { $part }
error-summary-line = { $label }: { $words }
fault-missing-any = أجيبوا عن هذا السؤال
fault-missing-short = أدخلوا إجابة، مثلًا: { $example }
fault-missing-long = اكتبوا إجابتكم في بضع جمل
fault-missing-email = أدخلوا عنوان بريد إلكتروني، مثلًا: nom@exemple.fr
fault-missing-phone = أدخلوا رقم هاتف، مثلًا: 06 39 98 12 34
fault-missing-date = أدخلوا التاريخ باليوم والشهر والسنة، مثلًا: { $example }
fault-missing-number = أدخلوا عددًا بين { $min } و{ $max }، مثلًا: { $min }
fault-missing-yes-no = أجيبوا بنعم أو لا
fault-missing-choice = اختاروا إجابة من القائمة
fault-missing-line1 = أدخلوا الرقم والشارع، مثلًا: 12 rue des Tilleuls
fault-missing-postal-code = أدخلوا الرمز البريدي، مثلًا: 75011
fault-missing-city = أدخلوا اسم المدينة، مثلًا: Lyon
fault-missing-address = أدخلوا عنوانًا كاملًا، مثلًا: 12 rue des Tilleuls, 75011 Paris
fault-missing-family-name = أدخلوا اسم العائلة عند الولادة، مثلًا: Martin
fault-missing-given-names = أدخلوا الأسماء الشخصية بترتيبها في سجل الولادة، مثلًا: Léa Marie
fault-missing-person = أدخلوا اسم العائلة عند الولادة والأسماء الشخصية، مثلًا: Martin, Léa Marie
fault-missing-file = اختاروا ملفًا من نوع { $kinds } ثم أضيفوه
fault-too-short =
    { $count ->
        [one] اكتبوا حرفًا واحدًا على الأقل
        [two] اكتبوا حرفين على الأقل
        [few] اكتبوا { $count } أحرف على الأقل
        [many] اكتبوا { $count } حرفًا على الأقل
       *[other] اكتبوا { $count } حرف على الأقل
    }
fault-too-short-example =
    { $count ->
        [one] أدخلوا حرفًا واحدًا على الأقل، مثلًا: { $example }
        [two] أدخلوا حرفين على الأقل، مثلًا: { $example }
        [few] أدخلوا { $count } أحرف على الأقل، مثلًا: { $example }
        [many] أدخلوا { $count } حرفًا على الأقل، مثلًا: { $example }
       *[other] أدخلوا { $count } حرف على الأقل، مثلًا: { $example }
    }
fault-too-long =
    { $count ->
        [one] اختصروا النص إلى حرف واحد على الأكثر
        [two] اختصروا النص إلى حرفين على الأكثر
        [few] اختصروا النص إلى { $count } أحرف على الأكثر
        [many] اختصروا النص إلى { $count } حرفًا على الأكثر
       *[other] اختصروا النص إلى { $count } حرف على الأكثر
    }
fault-too-long-example =
    { $count ->
        [one] أدخلوا حرفًا واحدًا على الأكثر، مثلًا: { $example }
        [two] أدخلوا حرفين على الأكثر، مثلًا: { $example }
        [few] أدخلوا { $count } أحرف على الأكثر، مثلًا: { $example }
        [many] أدخلوا { $count } حرفًا على الأكثر، مثلًا: { $example }
       *[other] أدخلوا { $count } حرف على الأكثر، مثلًا: { $example }
    }
fault-email = صحّحوا عنوان البريد الإلكتروني ليشبه nom@exemple.fr
fault-phone = صحّحوا رقم الهاتف، مثلًا: 06 39 98 12 34 أو ‎+32 2 555 12 12
fault-date-day-missing = أضيفوا اليوم، مثلًا: { $example }
fault-date-month-missing = أضيفوا الشهر، مثلًا: { $example }
fault-date-year-missing = أضيفوا السنة، مثلًا: { $example }
fault-date-unreal = أدخلوا تاريخًا موجودًا، مثلًا: { $example }
fault-date-day-unreal = صحّحوا اليوم، فهو غير موجود في هذا الشهر، مثلًا: { $example }
fault-date-month-unreal = صحّحوا الشهر برقم من 1 إلى 12 أو باسمه، مثلًا: { $example }
fault-date-year-unreal = صحّحوا السنة بأربعة أرقام، مثلًا: { $example }
fault-date-future = أدخلوا تاريخ اليوم أو تاريخًا سابقًا، مثلًا: { $example }
fault-date-past = أدخلوا تاريخ اليوم أو تاريخًا لاحقًا، مثلًا: { $example }
fault-too-young =
    { $count ->
        [one] تحقّقوا من التاريخ، يجب ألا يقل العمر عن سنة واحدة، مثلًا: { $example }
        [two] تحقّقوا من التاريخ، يجب ألا يقل العمر عن سنتين، مثلًا: { $example }
        [few] تحقّقوا من التاريخ، يجب ألا يقل العمر عن { $count } سنوات، مثلًا: { $example }
       *[other] تحقّقوا من التاريخ، يجب ألا يقل العمر عن { $count } سنة، مثلًا: { $example }
    }
fault-too-old =
    { $count ->
        [one] تحقّقوا من التاريخ، يجب ألا يتجاوز العمر سنة واحدة، مثلًا: { $example }
        [two] تحقّقوا من التاريخ، يجب ألا يتجاوز العمر سنتين، مثلًا: { $example }
        [few] تحقّقوا من التاريخ، يجب ألا يتجاوز العمر { $count } سنوات، مثلًا: { $example }
       *[other] تحقّقوا من التاريخ، يجب ألا يتجاوز العمر { $count } سنة، مثلًا: { $example }
    }
fault-number = أدخلوا عددًا صحيحًا بالأرقام بين { $min } و{ $max }، مثلًا: { $min }
fault-too-small = أدخلوا عددًا أكبر، بين { $min } و{ $max }
fault-too-great = أدخلوا عددًا أصغر، بين { $min } و{ $max }
fault-choice = اختاروا إجابة من القائمة، فالإجابة المرسلة ليست منها
fault-too-few-choices =
    { $count ->
        [one] ضعوا علامة في خانة واحدة على الأقل
        [two] ضعوا علامة في خانتين على الأقل
        [few] ضعوا علامة في { $count } خانات على الأقل
       *[other] ضعوا علامة في { $count } خانة على الأقل
    }
fault-postal-code = صحّحوا الرمز البريدي: خمسة أرقام في فرنسا، مثلًا 75011، أو اذكروا البلد
fault-not-accepted = ضعوا علامة في الخانة للمتابعة
fault-not-same = أدخلوا الإجابة نفسها تمامًا كما في السؤال المقابل أعلاه
fault-not-same-email = أدخلوا عنوان البريد الإلكتروني نفسه تمامًا كما أعلاه
fault-not-different = أعطوا إجابة مختلفة عن السؤال المقابل أعلاه
fault-date-not-after = أدخلوا تاريخًا بعد التاريخ المذكور أعلاه، مثلًا: { $example }
fault-date-before = أدخلوا التاريخ المذكور أعلاه أو تاريخًا بعده، مثلًا: { $example }
fault-number-not-after = أدخلوا عددًا أكبر من العدد المذكور أعلاه
fault-number-before = أدخلوا عددًا لا يقل عن العدد المذكور أعلاه
fault-too-many-files =
    { $count ->
        [one] احتفظوا بملف واحد فقط: أزيلوا الملف الموجود لإضافة غيره
        [two] احتفظوا بملفين على الأكثر: أزيلوا ملفًا لإضافة غيره
        [few] احتفظوا بـ { $count } ملفات على الأكثر: أزيلوا ملفًا لإضافة غيره
       *[other] احتفظوا بـ { $count } ملفًا على الأكثر: أزيلوا ملفًا لإضافة غيره
    }
fault-file-kind-any = أزيلوا الملف المرفوض واختاروا ملفًا من نوع { $kinds }
fault-file-too-heavy-any = أزيلوا الملف الكبير جدًا واختاروا ملفًا لا يتجاوز { $weight }
fault-file-kind = الملف { $name } غير مقبول، اختاروا ملفًا من نوع { $kinds }
fault-file-mismatch = اسم الملف { $name } لا يطابق محتواه، احفظوه من جديد بصيغة { $kinds }
fault-file-empty = الملف { $name } فارغ، افتحوه على جهازكم للتحقق ثم اختاروه من جديد
fault-file-too-heavy = الملف { $name } كبير جدًا، اختاروا ملفًا لا يتجاوز { $weight }، مثلًا صورة أصغر
fault-file-broken = انقطع إرسال الملف { $name }، اختاروه من جديد
fault-characters = احذفوا العلامات مثل < و>
fault-characters-short = احذفوا العلامات مثل < و>، وأدخلوا مثلًا: { $example }
fault-characters-name = اكتبوا الاسم بالحروف، مثلًا: Martin
fault-characters-given-names = اكتبوا الأسماء الشخصية بالحروف، مثلًا: Léa Marie
fault-characters-address = احذفوا العلامات مثل < و>، وأدخلوا مثلًا: 12 rue des Tilleuls

## Assistance of forms in the browser (the number is put in by the browser)
assist-added =
    { $category ->
        [zero] لم يُضَف أي سؤال
        [one] أُضيف سؤال واحد في الأسفل
        [two] أُضيف سؤالان في الأسفل
        [few] أُضيفت { $count } أسئلة في الأسفل
        [many] أُضيف { $count } سؤالًا في الأسفل
       *[other] أُضيف { $count } سؤال في الأسفل
    }
assist-left =
    { $category ->
        [zero] لم يبقَ أي حرف
        [one] بقي حرف واحد
        [two] بقي حرفان
        [few] بقيت { $count } أحرف
        [many] بقي { $count } حرفًا
       *[other] بقي { $count } حرف
    }
assist-over =
    { $category ->
        [one] حرف واحد زائد
        [two] حرفان زائدان
        [few] { $count } أحرف زائدة
        [many] { $count } حرفًا زائدًا
       *[other] { $count } حرف زائد
    }
upload-chosen = تم اختيار { $name }
