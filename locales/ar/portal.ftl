# Words of the portal in Arabic. [other] gives large numbers without declining the noun: the plural rules that
# the server uses take every number from 100 on for [other], and 103 or 365 decline as [few] and [many] do.

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
mail-receipt-keep = احتفظوا بهذا الرمز. يمكنكم متابعة طلبكم به مع عنوان بريدكم الإلكتروني:
mail-receipt-contact = هل لديكم سؤال؟ اتصلوا بالمصلحة:
mail-receipt-phone = الهاتف: { "\u200E" }{ $phone }{ "\u200E" }
mail-receipt-email = البريد الإلكتروني: { $email }
mail-receipt-not-you = إذا لم تكونوا أنتم من قدّم هذا الطلب، فأخبروا المصلحة واذكروا رمز المتابعة.
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
skip-question = إبداء الرأي في وضوح الصفحة
language-menu-name = اللغة
menu-name = القائمة الرئيسية
menu-home = الصفحة الرئيسية
menu-procedures = الإجراءات
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
status-closed = انتهى
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
       *[other] الحد الأقصى لعدد الأحرف: { $count }
    }
item-label = { $noun } { $number }:
date-typed = { $day } { $month } { $year }
hint-email = الصيغة المطلوبة: nom@exemple.fr
hint-phone = مثلًا: { "\u2066" }06 39 98 12 34{ "\u2069" } أو { "\u2066" }+32 2 555 12 12{ "\u2069" }
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
fault-missing-phone = أدخلوا رقم هاتف، مثلًا: { "\u2066" }06 39 98 12 34{ "\u2069" }
fault-missing-date = أدخلوا التاريخ باليوم والشهر والسنة، مثلًا: { $example }
fault-missing-number = أدخلوا عددًا بين { $min } و{ $max }، مثلًا: { $min }
fault-missing-yes-no = أجيبوا بنعم أو لا
fault-missing-choice = اختاروا إجابة
fault-missing-line1 = أدخلوا الرقم والشارع، مثلًا: { "\u2066" }12 rue des Tilleuls{ "\u2069" }
fault-missing-postal-code = أدخلوا الرمز البريدي، مثلًا: 75011
fault-missing-city = أدخلوا اسم المدينة، مثلًا: Lyon
fault-missing-address = أدخلوا عنوانًا كاملًا، مثلًا: { "\u2066" }12 rue des Tilleuls, 75011 Paris{ "\u2069" }
fault-missing-family-name = أدخلوا اسم العائلة عند الولادة، مثلًا: Martin
fault-missing-given-names = أدخلوا الأسماء الشخصية بترتيبها في عقد الميلاد، مثلًا: Léa Marie
fault-missing-person = أدخلوا اسم العائلة عند الولادة والأسماء الشخصية، مثلًا: { "\u2066" }Martin, Léa Marie{ "\u2069" }
fault-missing-file = اختاروا ملفًا من نوع { $kinds } ثم أضيفوه
fault-too-short =
    { $count ->
        [one] اكتبوا حرفًا واحدًا على الأقل
        [two] اكتبوا حرفين على الأقل
        [few] اكتبوا { $count } أحرف على الأقل
        [many] اكتبوا { $count } حرفًا على الأقل
       *[other] اكتبوا نصًا أطول، الحد الأدنى لعدد الأحرف: { $count }
    }
fault-too-short-example =
    { $count ->
        [one] أدخلوا حرفًا واحدًا على الأقل، مثلًا: { $example }
        [two] أدخلوا حرفين على الأقل، مثلًا: { $example }
        [few] أدخلوا { $count } أحرف على الأقل، مثلًا: { $example }
        [many] أدخلوا { $count } حرفًا على الأقل، مثلًا: { $example }
       *[other] أدخلوا إجابة أطول، الحد الأدنى لعدد الأحرف: { $count }، مثلًا: { $example }
    }
fault-too-long =
    { $count ->
        [one] اختصروا النص إلى حرف واحد على الأكثر
        [two] اختصروا النص إلى حرفين على الأكثر
        [few] اختصروا النص إلى { $count } أحرف على الأكثر
        [many] اختصروا النص إلى { $count } حرفًا على الأكثر
       *[other] اختصروا النص، الحد الأقصى لعدد الأحرف: { $count }
    }
fault-too-long-example =
    { $count ->
        [one] أدخلوا حرفًا واحدًا على الأكثر، مثلًا: { $example }
        [two] أدخلوا حرفين على الأكثر، مثلًا: { $example }
        [few] أدخلوا { $count } أحرف على الأكثر، مثلًا: { $example }
        [many] أدخلوا { $count } حرفًا على الأكثر، مثلًا: { $example }
       *[other] أدخلوا إجابة أقصر، الحد الأقصى لعدد الأحرف: { $count }، مثلًا: { $example }
    }
fault-email = صحّحوا عنوان البريد الإلكتروني ليشبه nom@exemple.fr
fault-phone = صحّحوا رقم الهاتف، مثلًا: { "\u2066" }06 39 98 12 34{ "\u2069" } أو { "\u2066" }+32 2 555 12 12{ "\u2069" }
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
fault-not-same = أدخلوا الإجابة نفسها تمامًا كما أعلاه
fault-not-same-email = أدخلوا عنوان البريد الإلكتروني نفسه تمامًا كما أعلاه
fault-not-different = أدخلوا إجابة مختلفة عن الإجابة المذكورة أعلاه
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
fault-tracking-code = لا يمكن أن يوجد هذا الرمز، فيه خانة خاطئة أو ناقصة. تحققوا منه في الوصل، مثلًا: { $example }
fault-characters-short = احذفوا العلامات مثل < و>، وأدخلوا مثلًا: { $example }
fault-characters-name = اكتبوا الاسم بالحروف، مثلًا: Martin
fault-characters-given-names = اكتبوا الأسماء الشخصية بالحروف، مثلًا: Léa Marie
fault-characters-address = احذفوا العلامات مثل < و>، وأدخلوا مثلًا: { "\u2066" }12 rue des Tilleuls{ "\u2069" }

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

## Titles and navigation
title-of-page = { $title } – { $site }
title-error = خطأ: { $title }
navigation-loading = جارٍ التحميل
catalogue-old-title = معلومات آخر تحديث
catalogue-old-text = برنامج المصالح لا يستجيب حاليًا. المعلومات المعروضة تعود إلى { $at }. يمكنكم ملء طلباتكم وإرسالها: ستُحال إلى المصالح في أقرب وقت ممكن.

## Home
home-title = الصفحة الرئيسية
home-heading = إجراءاتكم في { $authority }
home-lead = أنجزوا إجراءاتكم عبر الإنترنت في أي وقت، دون إنشاء حساب. ويساعدكم موظفونا أيضًا في مكاتب الاستقبال وبالهاتف.
home-drafts = الإجراءات التي بدأتموها
home-requests = طلباتكم
home-request-open = متابعة: { $title }
home-request-due = تنتظر المصلحة ردّكم قبل { $day }
home-draft-continue = مواصلة: { $title }
home-draft-saved = حُفظت بتاريخ { $saved }. نحتفظ بها حتى { $until }.
home-draft-erase = حذف: { $title }
home-procedures = الإجراءات
home-by-theme = عرض الإجراءات حسب الموضوع
home-follow = متابعة طلب
home-follow-text = هل سبق أن أرسلتم طلبًا؟ يمكنكم العثور عليه برمز المتابعة.
home-follow-link = متابعة طلبي
home-help = الحصول على المساعدة
home-help-text = يمكن لشخص أن يساعدكم بالهاتف، أو في مكاتب الاستقبال، أو في مركز فرانس سيرفيس (France services). المساعدة مجانية.
home-help-link = عرض الأماكن ووسائل المساعدة

## Search and lists
search-label = البحث عن إجراء
search-button = بحث
search-title = نتائج البحث عن «{ $query }»
search-results = { $count ->
    [0] لا يوجد أي إجراء عن «{ $query }»
    [one] إجراء واحد عن «{ $query }»
    [two] إجراءان عن «{ $query }»
    [few] { $count } إجراءات عن «{ $query }»
    [many] { $count } إجراءً عن «{ $query }»
   *[other] عدد الإجراءات عن «{ $query }»: { $count }
}
search-nothing = جرّبوا كلمة أبسط، مثل «ميلاد» أو «مدرسة». يمكنكم أيضًا الاتصال بنا على الرقم { $phone }: سنبحث معكم.
search-all = عرض جميع الإجراءات
procedures-heading = الإجراءات
procedures-all = { $count ->
    [zero] لا يوجد أي إجراء عبر الإنترنت
    [one] إجراء واحد عبر الإنترنت
    [two] إجراءان عبر الإنترنت
    [few] { $count } إجراءات عبر الإنترنت
    [many] { $count } إجراءً عبر الإنترنت
   *[other] عدد الإجراءات عبر الإنترنت: { $count }
}
themes-heading = الإجراءات حسب الموضوع
themes-by-theme = حسب الموضوع
themes-by-event = حسب وضعكم

## Page of a procedure
procedure-cost = التكلفة
procedure-free = مجاني
procedure-amount = { $amount } ({ $note })
procedure-minutes = الوقت اللازم للملء
procedure-minutes-count = { $count ->
    [one] نحو دقيقة واحدة
    [two] نحو دقيقتين
    [few] نحو { $count } دقائق
   *[other] نحو { $count } دقيقة
}
procedure-delay = المدة المعتادة للرد
delay-calendar-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] عدد الأيام: { $count }
}
delay-working-days = { $count ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
    [many] { $count } يوم عمل
   *[other] عدد أيام العمل: { $count }
}
procedure-eligibility = من يمكنه القيام بهذا الإجراء؟
procedure-checklist = ما تحتاجون إليه
procedure-next = ماذا يحدث بعد ذلك
procedure-silence = وماذا لو لم يصلكم رد؟
procedure-silence-acceptance = { $months ->
    [one] إذا لم يصلكم رد خلال شهر واحد من استلام طلبكم، فيُعتبر طلبكم مقبولًا.
    [two] إذا لم يصلكم رد خلال شهرين من استلام طلبكم، فيُعتبر طلبكم مقبولًا.
    [few] إذا لم يصلكم رد خلال { $months } أشهر من استلام طلبكم، فيُعتبر طلبكم مقبولًا.
    [many] إذا لم يصلكم رد خلال { $months } شهرًا من استلام طلبكم، فيُعتبر طلبكم مقبولًا.
   *[other] إذا لم يصلكم رد خلال { $months } شهر من استلام طلبكم، فيُعتبر طلبكم مقبولًا.
}
procedure-silence-refusal = { $months ->
    [one] إذا لم يصلكم رد خلال شهر واحد من استلام طلبكم، فيُعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
    [two] إذا لم يصلكم رد خلال شهرين من استلام طلبكم، فيُعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
    [few] إذا لم يصلكم رد خلال { $months } أشهر من استلام طلبكم، فيُعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
    [many] إذا لم يصلكم رد خلال { $months } شهرًا من استلام طلبكم، فيُعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
   *[other] إذا لم يصلكم رد خلال { $months } شهر من استلام طلبكم، فيُعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
}
procedure-other-ways = طرق أخرى
procedure-other-ways-text = استعمال الإنترنت ليس إلزاميًا: يمكنكم القيام بهذا الإجراء بطريقة أخرى.
procedure-rules = القواعد المطبقة
procedure-begin = بدء الإجراء
procedure-begin-note = { $days ->
    [one] تُحفظ إجاباتكم في كل خطوة لمدة يوم واحد: يمكنكم التوقف ثم المتابعة على الجهاز نفسه.
    [two] تُحفظ إجاباتكم في كل خطوة لمدة يومين: يمكنكم التوقف ثم المتابعة على الجهاز نفسه.
    [few] تُحفظ إجاباتكم في كل خطوة لمدة { $days } أيام: يمكنكم التوقف ثم المتابعة على الجهاز نفسه.
    [many] تُحفظ إجاباتكم في كل خطوة لمدة { $days } يومًا: يمكنكم التوقف ثم المتابعة على الجهاز نفسه.
   *[other] تُحفظ إجاباتكم في كل خطوة (عدد الأيام: { $days }): يمكنكم التوقف ثم المتابعة على الجهاز نفسه.
}

## Filling in
step-title = الخطوة { $position } من { $total }، { $step } – { $procedure }
step-continue = حفظ ومواصلة
step-save-and-review = حفظ والعودة إلى التحقق من الإجابات
step-more-title = أضافت إجاباتكم أسئلة جديدة
step-more-text = تم حفظ إجاباتكم. أجيبوا أيضًا عن الأسئلة الجديدة في هذه الصفحة.
draft-kept-title = مسودتكم
draft-kept-text = نحتفظ بإجاباتكم حتى { $until }. يمكنكم استرجاعها على هذا الجهاز. لم تُرسل بعد.
draft-erase-link = حذف مسودتي
draft-form-changed-title = تغيّرت الاستمارة
draft-form-changed-text = تم تحديث الاستمارة منذ أن بدأتم. إجاباتكم محفوظة. تحققوا منها قبل الإرسال.
items-count = { $count ->
    [0] القائمة فارغة حاليًا
   *[other] في القائمة: { $count }
}
items-name = { $noun } { $number }:
items-unnamed = { $noun } { $number }
items-incomplete = تنقص بعض الإجابات.
items-change = تعديل { $name }
items-removed = حُذف من القائمة: { $name }
items-restore = إعادة إلى القائمة: { $name }
items-remove = إزالة { $name }
items-full = بلغتم العدد الأقصى: { $max }.
item-heading = { $noun } { $number }
item-title = { $item } – { $procedure }
item-save = حفظ والعودة إلى القائمة
review-title = التحقق من الإجابات – { $procedure }
review-heading = تحققوا من إجاباتكم
review-change = تعديل: { $section }
review-incomplete-title = بقيت أسئلة دون إجابة
review-incomplete-text = لإرسال طلبكم، أكملوا هذه الخطوات:
review-complete-step = إكمال: { $step }
review-continue = مواصلة الإجراء
review-send-heading = إرسال طلبكم
review-send-text = سيُحال طلبكم إلى: { $service }.
review-good-faith = هل في إجاباتكم خطأ؟ لا بأس: سيمكنكم طلب تصحيح طلبكم. الخطأ المرتكب بحسن نية لا يُعاقَب عليه (المادة { "\u2066" }L123-1{ "\u2069" } من القانون الفرنسي للعلاقات بين الجمهور والإدارة).
review-send = إرسال طلبي
erase-title = حذف المسودة – { $title }
erase-heading = هل تريدون حذف هذه المسودة؟
erase-text = ستُحذف إجاباتكم وملفاتكم الخاصة بـ«{ $title }». لا يمكن التراجع عن ذلك.
erase-button = حذف مسودتي
erase-back = التحقق من إجاباتكم
problem-conflict-title = عُدّلت هذه الصفحة في علامة تبويب أخرى
problem-conflict-text = هذه هي الإجابات المحفوظة من علامة التبويب الأخرى. إجاباتكم أدناه لم تُحفظ بعد. للاحتفاظ بها بدلًا من الأخرى، أرسلوا هذه الصفحة من جديد.
problem-conflict-link = عرض إجاباتي
problem-no-request-title = لا يوجد طلب مطابق
problem-no-request-text = تحققوا من رمز المتابعة ومن المعلومة التي ذكرتموها في الطلب.
problem-incomplete-title = ينقص شيء ما
problem-incomplete-text = أكملوا هذه الخطوة قبل المتابعة.
problem-unavailable-title = الحفظ غير ممكن حاليًا
problem-unavailable-text = لا تزال إجاباتكم معروضة أدناه. انتظروا دقيقة ثم أرسلوا هذه الصفحة من جديد.
problem-too-many-title = عمليات إرسال كثيرة متتالية
problem-too-many-text = { $minutes ->
    [one] لا تزال إجاباتكم معروضة أدناه. انتظروا دقيقة واحدة ثم أرسلوا هذه الصفحة من جديد.
    [two] لا تزال إجاباتكم معروضة أدناه. انتظروا دقيقتين ثم أرسلوا هذه الصفحة من جديد.
    [few] لا تزال إجاباتكم معروضة أدناه. انتظروا { $minutes } دقائق ثم أرسلوا هذه الصفحة من جديد.
   *[other] لا تزال إجاباتكم معروضة أدناه. انتظروا { $minutes } دقيقة ثم أرسلوا هذه الصفحة من جديد.
}

## Receipt and request
sent-already-title = سبق إرسال هذا الطلب
sent-already-text = أُرسل طلبكم «{ $title }» مرة واحدة فقط. ليس عليكم إعادة أي شيء.
sent-already-link = عرض الوصل
receipt-title = تم إرسال الطلب – { $procedure }
receipt-heading = تم إرسال الطلب
receipt-code-title = رمز المتابعة
receipt-code-text = دوّنوا هذا الرمز أو اطبعوا هذه الصفحة. سيُطلب منكم لمتابعة طلبكم.
receipt-mail = أُرسلت رسالة إلكترونية تتضمن هذا الرمز إلى { $to }.
receipt-no-mail = لم تذكروا عنوان بريد إلكتروني: احتفظوا جيدًا بهذا الرمز.
receipt-no-follow = لم تذكروا عنوان بريد إلكتروني ولا تاريخ ميلاد: لن تتمكنوا من متابعة هذا الطلب عبر الإنترنت. اذكروا هذا الرمز إذا اتصلتم بنا.
receipt-procedure = الإجراء
receipt-number = الرقم الذي أعطته المصلحة
receipt-recorded = تاريخ التسجيل
receipt-state = الإحالة
receipt-delivered = استلمته المصلحة بتاريخ { $at }
receipt-waiting = طلبكم مسجل هنا. وهو قيد الإحالة إلى المصلحة: ليس عليكم فعل أي شيء.
receipt-follow = متابعة هذا الطلب
receipt-mistake = هل ارتكبتم خطأ؟ اتصلوا بالرقم { $phone }: سيُصحَّح طلبكم دون عقوبة.
receipt-mistake-online = هل ارتكبتم خطأ؟ صححوه في صفحة طلبكم أو اتصلوا بالرقم { $phone }. دون عقوبة.
receipt-answers = ما أرسلتموه
request-title = { $state } – { $procedure }
request-old-title = آخر معلومة متوفرة
request-old-text = برنامج المصلحة لا يستجيب حاليًا. هذا ما كنا نعلمه بتاريخ { $at }.
request-timeline = ما حدث
status-recorded = تم تسجيل الطلب
next-recorded = طلبكم مسجل هنا وسيُحال إلى المصلحة في أقرب وقت ممكن. ليس عليكم فعل أي شيء.
next-submitted = استلمت المصلحة طلبكم. سيدرسه أحد الموظفين. ليس عليكم فعل أي شيء.
next-in-review = يدرس أحد الموظفين طلبكم. ليس عليكم فعل أي شيء.
next-info-requested = تحتاج المصلحة إلى معلومة. اقرؤوا رسالتها أدناه واتصلوا بالرقم { $phone } للرد.
next-awaiting-payment = ننتظر منكم دفع مبلغ. اتصلوا بالرقم { $phone } لمعرفة كيفية الدفع، بما في ذلك الدفع في مكاتب الاستقبال.
next-accepted = تم قبول طلبكم. اقرؤوا أدناه رسالة المصلحة.
next-rejected = تم رفض طلبكم. السبب مذكور أدناه. للحديث عن هذا الرفض أو الطعن فيه، اتصلوا بالرقم { $phone }.
next-closed = انتهى طلبكم. لأي سؤال، اتصلوا بالرقم { $phone }.
next-other = تعالج المصلحة طلبكم. لأي سؤال، اتصلوا بالرقم { $phone }.

## Opening a request
follow-heading = متابعة طلبي
follow-text = لفتح طلبكم، أدخلوا رمز المتابعة ومعلومة كتبتموها فيه.
follow-code = رمز المتابعة
follow-code-hint = 12 خانة من حروف وأرقام، مثلًا: { "\u2066" }ACDE-FGHJ-KMNA{ "\u2069" }
follow-proof = أي معلومة تريدون إدخالها؟
follow-proof-email = عنوان بريدي الإلكتروني
follow-proof-birth-date = تاريخ ميلادي
follow-email = عنوان البريد الإلكتروني
follow-birth-date = تاريخ الميلاد
follow-open = فتح طلبي
follow-lost-heading = هل فقدتم الرمز؟
follow-lost-text = اتصلوا بنا أو تعالوا إلى مكاتب الاستقبال: سيبحث أحد الموظفين معكم عن طلبكم.

## Help
help-heading = الأماكن والمساعدة
help-lead = يمكنكم دائمًا التحدث إلى شخص، دون استعمال الإنترنت.
help-someone = إنجاز الإجراء بمساعدة شخص
help-someone-text = في مراكز فرانس سيرفيس (France services)، يملأ معكم شخص مختص الاستمارة مجانًا. ويمكن لأحد أقاربكم أو معارفكم أن يساعدكم أيضًا.
help-rights = حقوقكم
help-right-mistake = من حقكم أن تخطئوا: الخطأ المرتكب بحسن نية يُصحَّح دون عقوبة.
help-right-human = استعمال الإنترنت ليس إلزاميًا أبدًا: يمكن القيام بكل إجراء بطريقة أخرى، في مكاتب الاستقبال مثلًا.
help-right-language = الموقع متوفر بالفرنسية والإنجليزية والعربية والفرنسية السهلة القراءة.
help-emergency = الطوارئ
help-emergency-text = هل أنتم في خطر؟ اتصلوا بالرقم 112. للصم وضعاف السمع: أرسلوا رسالة نصية قصيرة إلى الرقم 114.
help-places = أماكن الاستقبال
help-hours = أوقات العمل
help-access = الوصول إلى المكان

## Site map and legal pages
site-map-heading = خريطة الموقع
site-map-about = حول هذا الموقع
legal-heading = بيانات قانونية
legal-publisher = ناشر الموقع
legal-director = مدير أو مديرة النشر
legal-host = الاستضافة
legal-software = البرنامج
legal-software-text = يعمل هذا الموقع ببرنامج Parvis، وهو برنامج حر برخصة { "\u2066" }EUPL-1.2{ "\u2069" }.
legal-reuse = إعادة الاستعمال
legal-reuse-text = يمكن إعادة استعمال معلومات هذا الموقع بحرية، مع ذكر مصدرها وتاريخها (الكتاب الثالث من القانون الفرنسي للعلاقات بين الجمهور والإدارة). ولا يجوز ذلك في البيانات الشخصية.
privacy-heading = البيانات الشخصية
privacy-controller = المسؤول عن معالجة البيانات: { $authority }.
privacy-purpose = لماذا نستعمل بياناتكم
privacy-purpose-text = تُستعمل إجاباتكم لمعالجة طلبكم فقط. وهذه مهمة من مهام المرفق العام (المادة 6، الفقرة 1، الحرف (e) من اللائحة العامة لحماية البيانات، RGPD). لا نطلب إلا ما هو ضروري. إثبات التلقيح من البيانات الصحية: لا شيء يلزمكم بإرفاقه هنا. وإذا أرفقتموه، فلا يُستعمل إلا للتحقق من التلقيحات الإجبارية، لما فيه مصلحة الصحة العامة (المادة 9، الفقرة 2، الحرف (i) من اللائحة نفسها، والمادة { "\u2066" }L3111-2{ "\u2069" } من القانون الفرنسي للصحة العامة). إجاباتكم وملفاتكم مشفّرة.
privacy-kept = كم من الوقت نحتفظ بها
privacy-kept-draft = { $days ->
    [one] المسودة: يوم واحد بعد آخر حفظ.
    [two] المسودة: يومان بعد آخر حفظ.
    [few] المسودة: { $days } أيام بعد آخر حفظ.
    [many] المسودة: { $days } يومًا بعد آخر حفظ.
   *[other] المسودة، عدد الأيام بعد آخر حفظ: { $days }.
}
privacy-kept-submission = { $days ->
    [one] نسخة طلبكم على هذا الموقع: يوم واحد بعد إحالته إلى المصلحة.
    [two] نسخة طلبكم على هذا الموقع: يومان بعد إحالته إلى المصلحة.
    [few] نسخة طلبكم على هذا الموقع: { $days } أيام بعد إحالته إلى المصلحة.
    [many] نسخة طلبكم على هذا الموقع: { $days } يومًا بعد إحالته إلى المصلحة.
   *[other] نسخة طلبكم على هذا الموقع، عدد الأيام بعد إحالته إلى المصلحة: { $days }.
}
privacy-kept-access = { $minutes ->
    [one] الوصول المفتوح برمز المتابعة: دقيقة واحدة دون نشاط.
    [two] الوصول المفتوح برمز المتابعة: دقيقتان دون نشاط.
    [few] الوصول المفتوح برمز المتابعة: { $minutes } دقائق دون نشاط.
   *[other] الوصول المفتوح برمز المتابعة: { $minutes } دقيقة دون نشاط.
}
privacy-kept-procedures = تحتفظ المصلحة بطلبكم بعد انتهائه. وتختلف المدة حسب الإجراء:
privacy-kept-procedure = { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] عدد الأيام: { $days }
}
privacy-who = من يقرؤها
privacy-who-text = موظفو المصلحة المكلفة بطلبكم فقط، والأشخاص الذين تعطونهم رمز تسليم. لا تُباع بياناتكم ولا تُرسل إلى مواقع أخرى.
privacy-cookies = ملفات تعريف الارتباط (cookies)
privacy-cookies-text = نستعمل ملف تعريف ارتباط عندما تبدؤون إجراءً أو تفتحون طلبًا، وهو يسمح باسترجاع إجاباتكم. وعندما يبحث عدة أشخاص عن موعد في اللحظة نفسها، يحفظ ملف ثانٍ مكانكم في الدور مدة أربع ساعات على الأكثر. لا تتبع هذه الملفات أحدًا. لذلك لا تُطلب موافقتكم (المادة 82 من القانون الفرنسي للمعلوماتية والحريات، loi Informatique et Libertés).
privacy-rights = حقوقكم
privacy-rights-text = يمكنكم الاطلاع على بياناتكم، وتصحيحها، وطلب محوها، وتقييد استعمالها، والاعتراض عليه (المواد من 15 إلى 21 من اللائحة العامة لحماية البيانات، RGPD). نرد عليكم في أجل أقصاه شهر واحد.
privacy-rights-contact = لممارسة حقوقكم، اكتبوا إلى مندوب حماية البيانات:
privacy-authority = إذا لم يرضكم ردنا، يمكنكم تقديم شكوى إلى الهيئة الفرنسية لحماية البيانات:
accessibility-heading = تصريح إمكانية الوصول
accessibility-commitment = تلتزم { $authority } بجعل موقعها في متناول الجميع، وفقًا للمادة 47 من القانون الفرنسي رقم { "\u2066" }2005-102{ "\u2069" } الصادر في 11 فبراير 2005. ويجري إعداد مخططها المتعدد السنوات لإمكانية الوصول وخطة عملها للسنة الجارية.
accessibility-scope = يسري هذا التصريح على الموقع { $url }.
accessibility-state = حالة المطابقة
accessibility-state-text = هذا الموقع غير مطابق للمرجع الفرنسي العام لتحسين إمكانية الوصول (RGAA)، الإصدار 4.1.2: لم يُجرِ أي شخص بعد تدقيقًا له. ودون هذا التدقيق، يجب التصريح بأن الموقع غير مطابق، أيًا كانت نتائج الاختبارات الآلية.
accessibility-state-total = هذا الموقع مطابق كليًا للمرجع الفرنسي العام لتحسين إمكانية الوصول (RGAA)، الإصدار 4.1.2.
accessibility-state-partial = هذا الموقع مطابق جزئيًا للمرجع الفرنسي العام لتحسين إمكانية الوصول (RGAA)، الإصدار 4.1.2، بسبب حالات عدم المطابقة والاستثناءات المذكورة أدناه.
accessibility-state-none = هذا الموقع غير مطابق للمرجع الفرنسي العام لتحسين إمكانية الوصول (RGAA)، الإصدار 4.1.2، بسبب حالات عدم المطابقة والاستثناءات المذكورة أدناه.
accessibility-audit = أظهر تدقيق المطابقة الذي أجرته جهة { $by } في { $day } أن { $percent }% من معايير RGAA التي تخص هذا الموقع مستوفاة.
accessibility-date-audited = أُعدّ هذا التصريح في { $day }.
accessibility-results = نتائج الاختبارات
accessibility-results-text = مع كل إصدار من البرنامج، تتحقق اختبارات آلية من الصفحات والاستمارات بأربع أدوات، وبلوحة المفاتيح، ودون JavaScript، وبعرض 320 بكسل. ولا تغني هذه الاختبارات عن تدقيق يقوم به أشخاص.
accessibility-content = محتويات يتعذر الوصول إليها
accessibility-unconform = حالات عدم المطابقة
accessibility-unconform-text = لم ترصد الاختبارات الآلية أي حالة. سيبيّن التدقيق ما يجب تصحيحه.
accessibility-burden = استثناءات بسبب عبء غير متناسب
accessibility-burden-text = لا يوجد.
accessibility-making = إعداد هذا التصريح
accessibility-technologies = التقنيات المستعملة
accessibility-technologies-text = { "\u2066" }HTML, CSS, WAI-ARIA, SVG, JavaScript, WebAssembly{ "\u2069" }. يعمل الموقع أيضًا دون JavaScript ودون WebAssembly.
accessibility-tools = أدوات التقييم
accessibility-tools-text = { "\u2066" }axe-core{ "\u2069" }، و{ "\u2066" }IBM accessibility-checker{ "\u2069" }، و{ "\u2066" }Siteimprove Alfa{ "\u2069" }، ومدقق HTML التابع لمنظمة W3C، في متصفح Chromium.
accessibility-pages = الصفحات التي تم التحقق منها
accessibility-pages-form = البحث، وعرض كل إجراء، وجميع خطواته، والتحقق من الإجابات، والوصل، وصفحة الطلب، وصفحات الخطأ
accessibility-contact = الملاحظات والاتصال
accessibility-contact-text = هل يتعذر عليكم الوصول إلى محتوى أو خدمة؟ اكتبوا إلينا، وسنقترح عليكم حلًا آخر:
accessibility-remedies = سبل الطعن
accessibility-remedies-text = هل أبلغتمونا بعيب في إمكانية الوصول يعيقكم ولم تحصلوا على رد مُرضٍ؟ يمكنكم:
accessibility-remedies-form = كتابة رسالة إلى المدافع عن الحقوق (Défenseur des droits)
accessibility-remedies-delegate = الاتصال بمندوب المدافع عن الحقوق في منطقتكم
accessibility-remedies-post = إرسال رسالة بريدية مجانًا، دون طابع، إلى: { "\u2066" }Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07{ "\u2069" }
accessibility-date = أُعدّ هذا التصريح في 22 نوفمبر 2026.

## Error pages
error-link-home = الذهاب إلى الصفحة الرئيسية
error-link-procedures = عرض الإجراءات
error-link-follow = متابعة طلبي
error-incident = المرجع الذي تذكرونه إذا اتصلتم بنا: { $incident }
error-forbidden-title = الإرسال مرفوض
error-forbidden-text = لم يصل هذا الإرسال من هذا الموقع. عودوا إلى صفحة الإجراء وأرسلوها من جديد من هذا الموقع.
error-not-found-title = الصفحة غير موجودة
error-not-found-text = هذه الصفحة غير موجودة أو لم تعد متاحة. تحققوا من العنوان. إذا كنتم تبحثون عن مسودة، فافتحوها من الصفحة الرئيسية، على الجهاز الذي بدأتموها عليه.
error-access-title = الصفحة غير موجودة أو انتهت مدة الوصول إليها
error-access-text = { $minutes ->
    [one] إذا أرسلتم طلبًا، فافتحوه برمز المتابعة في صفحة «متابعة طلبي». يُغلق الوصول بعد دقيقة واحدة دون نشاط لحماية إجاباتكم.
    [two] إذا أرسلتم طلبًا، فافتحوه برمز المتابعة في صفحة «متابعة طلبي». يُغلق الوصول بعد دقيقتين دون نشاط لحماية إجاباتكم.
    [few] إذا أرسلتم طلبًا، فافتحوه برمز المتابعة في صفحة «متابعة طلبي». يُغلق الوصول بعد { $minutes } دقائق دون نشاط لحماية إجاباتكم.
   *[other] إذا أرسلتم طلبًا، فافتحوه برمز المتابعة في صفحة «متابعة طلبي». يُغلق الوصول بعد { $minutes } دقيقة دون نشاط لحماية إجاباتكم.
}
error-method-title = تُفتح هذه الصفحة بطريقة أخرى
error-method-text = لا يمكن استعمال هذا العنوان بهذه الطريقة. ابدؤوا من جديد من الصفحة الرئيسية أو من قائمة الإجراءات.
error-erased-title = حُذفت المسودة
error-erased-text = لقد حذفتم هذه المسودة. لم تعد إجاباتكم وملفاتكم موجودة. يمكنكم بدء الإجراء من جديد.
error-expired-title = انتهت مدة المسودة
error-expired-text = { $days ->
    [one] تُحفظ المسودة يومًا واحدًا بعد آخر حفظ. وقد حُذفت هذه المسودة لحماية بياناتكم. يمكنكم بدء الإجراء من جديد.
    [two] تُحفظ المسودة يومين بعد آخر حفظ. وقد حُذفت هذه المسودة لحماية بياناتكم. يمكنكم بدء الإجراء من جديد.
    [few] تُحفظ المسودة { $days } أيام بعد آخر حفظ. وقد حُذفت هذه المسودة لحماية بياناتكم. يمكنكم بدء الإجراء من جديد.
    [many] تُحفظ المسودة { $days } يومًا بعد آخر حفظ. وقد حُذفت هذه المسودة لحماية بياناتكم. يمكنكم بدء الإجراء من جديد.
   *[other] تُحفظ المسودة بعد آخر حفظ (عدد الأيام: { $days }). وقد حُذفت هذه المسودة لحماية بياناتكم. يمكنكم بدء الإجراء من جديد.
}
error-too-large-title = حجم الإرسال كبير جدًا
error-too-large-text = يتجاوز ما أرسلتموه الحجم المقبول. عودوا إلى الصفحة السابقة واختاروا ملفًا أصغر. الإجابات المحفوظة سابقًا لا تزال موجودة.
error-unreadable-title = تعذرت قراءة الإرسال
error-unreadable-text = لم نتمكن من قراءة ما أرسلتموه. عودوا إلى الصفحة السابقة وأرسلوها من جديد. الإجابات المحفوظة سابقًا لا تزال موجودة.
error-too-many-title = محاولات كثيرة جدًا
error-too-many-text = { $minutes ->
    [one] لحماية الطلبات، عدد المحاولات محدود. حاولوا من جديد بعد دقيقة واحدة، أو اتصلوا بنا.
    [two] لحماية الطلبات، عدد المحاولات محدود. حاولوا من جديد بعد دقيقتين، أو اتصلوا بنا.
    [few] لحماية الطلبات، عدد المحاولات محدود. حاولوا من جديد بعد { $minutes } دقائق، أو اتصلوا بنا.
   *[other] لحماية الطلبات، عدد المحاولات محدود. حاولوا من جديد بعد { $minutes } دقيقة، أو اتصلوا بنا.
}
error-internal-title = حدث خطأ من جانبنا
error-internal-text = ليس هذا خطأكم. الإجابات المحفوظة سابقًا لا تزال موجودة. حاولوا من جديد بعد بضع دقائق، أو اتصلوا بنا.
error-unavailable-title = الخدمة غير متاحة حاليًا
error-unavailable-text = حاولوا من جديد بعد بضع دقائق. الإجابات المحفوظة سابقًا لا تزال موجودة. إذا كان الأمر عاجلًا، فاتصلوا بنا.

## Added
accessibility-exempt = محتويات لا يشملها إلزام إمكانية الوصول
accessibility-exempt-text = لا يوجد.
accessibility-environment = بيئة الاختبار
accessibility-environment-text = متصفح Chromium على نظام Linux، بأدوات آلية فقط. ولم يجرّب أي شخص هذا الموقع بعد بقارئ شاشة أو بتقنية مساعدة أخرى.
accessibility-pages-text = جميع صفحات الموقع:
problem-again = مرة أخرى: { $title }
file-list-empty = لم يُضَف أي ملف بعد: { $label }

## Messages about a request
messages-back = طلبكم
messages-title = الرسائل – { $procedure }
messages-heading = الرسائل مع المصلحة
messages-thread = مراسلاتكم
messages-none = لا توجد رسائل حاليًا.
messages-write = الكتابة إلى المصلحة
messages-text = رسالتكم
messages-text-hint = لا تكتبوا كلمة مرور ولا رقم بطاقة مصرفية.
messages-files = ملفات مرفقة
messages-send = إرسال الرسالة
messages-sent-title = حُفظت رسالتكم
messages-sent-text = يجري إرسالها إلى المصلحة. سيظهر ردّها في هذه الصفحة.
messages-complain = تقديم شكوى
messages-complain-text = اذكروا ما لم يكن على ما يرام في معالجة طلبكم. تُرفق شكواكم بالطلب ويجب على المصلحة أن تردّ عليكم.
thread-resident = أنتم، { $at }
thread-mediator = الشخص الذي يساعدكم، { $at }
thread-service = المصلحة، { $at }
thread-new = جديد:
thread-reminder = تذكير
thread-complaint = شكوى
thread-files = الملفات المرفقة:
thread-read = قرأتها المصلحة: { $at }.
thread-arrived = استلمتها المصلحة ولم تقرأها بعد.
thread-waiting = محفوظة هنا. ستستلمها المصلحة في أقرب وقت ممكن.
thread-refused = لم تتمكن المصلحة من استلام هذه الرسالة. اتصلوا بها للحديث عن ذلك.
timeline-read = قراءة الرسائل
timeline-document = قُدّمت وثيقة
timeline-document-staff = وثيقة فحصتها المصلحة أو سلّمتها
timeline-correction = صُحّحت الإجابات

## Withdrawing a request
withdraw-title = سحب الطلب – { $procedure }
withdraw-heading = سحب طلبكم
withdraw-effect-stop = تتوقف المصلحة عن معالجة طلبكم.
withdraw-effect-again = يمكنكم تقديم طلب جديد متى شئتم.
withdraw-effect-keep = يُحفظ ما أرسلتموه للمدة المقرّرة ثم يُمحى.
withdraw-reason = لماذا تسحبون طلبكم؟
withdraw-reason-hint = لستم ملزمين بالإجابة.
withdraw-button = سحب طلبي
withdraw-keep = عدم سحب طلبي
withdraw-impossible-title = لم يعد سحب هذا الطلب ممكنًا
withdraw-impossible-text = إما أن الطلب قد انتهى، أو أنكم سحبتموه من قبل، أو أن برنامج المصلحة لا يسمح بذلك. لأي سؤال، اتصلوا بالمصلحة.

## What a resident can do about a request
request-actions = ما يمكنكم فعله
request-write = الكتابة إلى المصلحة وقراءة رسائلها
request-remind = تذكير المصلحة
request-complain = تقديم شكوى
request-withdraw = سحب طلبي
request-facts = طلبكم
request-unread = { $count ->
    [one] لديكم رسالة جديدة واحدة من المصلحة
    [two] لديكم رسالتان جديدتان من المصلحة
    [few] لديكم { $count } رسائل جديدة من المصلحة
    [many] لديكم { $count } رسالة جديدة من المصلحة
   *[other] لديكم { $count } رسالة جديدة من المصلحة
}
request-read = قراءة الرسائل
request-refused-title = لم تتمكن المصلحة من أخذ آخر ما قمتم به بعين الاعتبار
request-refused-text = كان الطلب قد تغيّر في هذه الأثناء. للحديث عن ذلك، اتصلوا بالرقم { $phone }.
done-withdrawal-title = حُفظ سحب طلبكم
done-withdrawal-text = يجري إبلاغ المصلحة بذلك، وستتوقف عن معالجة طلبكم.
done-reminder-title = حُفظ تذكيركم
done-reminder-text = يجري إرساله إلى المصلحة. يمكنكم تذكيرها من جديد بعد أسبوع.
status-withdrawal-recorded = حُفظ السحب
next-withdrawal = حُفظ سحب طلبكم هنا وستُبلَّغ المصلحة به في أقرب وقت ممكن. ليس عليكم فعل أي شيء.
next-info-requested-write = تحتاج المصلحة إلى معلومة. اقرؤوا رسائلها ثم أجيبوا هنا.

## When an answer may be expected
clock-heading = متى يصلكم الرد؟
clock-spread = في هذا الإجراء، يُردّ على نصف الطلبات خلال { $half ->
    [0] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $half } أيام
    [many] { $half } يومًا
   *[other] { $half } يوم
}، وعلى تسعة من كل عشرة خلال { $most ->
    [0] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $most } أيام
    [many] { $most } يومًا
   *[other] { $most } يوم
} (عدد الطلبات المنتهية منذ سنة: { $count }).
clock-usual = المدة المعتادة: { $delay }.
clock-normal = حتى { $day }، من الطبيعي ألا يكون الرد قد وصل بعد.
clock-overdue-title = المصلحة متأخرة
clock-overdue-text = كان من المفترض أن يصل الرد قبل { $day }. لم ترتكبوا أي خطأ. يمكنكم تذكير المصلحة أو تقديم شكوى.
clock-acceptance = إذا لم يصلكم رد حتى { $day }، فالقانون يعتبر طلبكم مقبولًا.
clock-accepted = لم يصلكم رد حتى { $day }: القانون يعتبر طلبكم مقبولًا. اطلبوا من المصلحة تأكيد ذلك كتابةً.
clock-refusal = إذا لم يصلكم رد حتى { $day }، فالقانون يعتبر طلبكم مرفوضًا. ويمكنكم حينئذ الطعن في هذا الرفض.
clock-refused = لم يصلكم رد حتى { $day }: القانون يعتبر طلبكم مرفوضًا. ويمكنكم الطعن في هذا الرفض.

## What the service expects
demand-title = المصلحة تنتظر ردًّا منكم
demand-due = { $left ->
    [0] آخر أجل اليوم، { $day }
    [one] آخر أجل: { $day }. بقي لديكم يوم واحد
    [two] آخر أجل: { $day }. بقي لديكم يومان
    [few] آخر أجل: { $day }. بقي لديكم { $left } أيام
    [many] آخر أجل: { $day }. بقي لديكم { $left } يومًا
   *[other] آخر أجل: { $day }. بقي لديكم { $left } يوم
}
demand-late = كان آخر أجل { $day }. ردّوا في أقرب وقت ممكن أو اتصلوا بالمصلحة.
demand-marks = إجابات يجب تصحيحها:
demand-correct = تصحيح إجاباتي
demand-documents = وثائق يجب تقديمها:
demand-give = تقديم هذه الوثائق
demand-answer = الرد على المصلحة
demand-elsewhere = يمكنكم أيضًا الرد في شباك الاستقبال أو بالهاتف على الرقم { $phone }.
mark-incorrect = – غير صحيحة.
mark-incomplete = – ناقصة.
mark-outdated = – لم تعد محدَّثة.
next-demand = تحتاج المصلحة إلى ردّكم للمتابعة.

## Documents asked for
documents-title = الوثائق المطلوبة – { $procedure }
documents-heading = الوثائق التي تطلبها المصلحة
documents-none-title = لا توجد وثائق مطلوبة
documents-none-text = لا تنتظر المصلحة أي وثيقة منكم حاليًا.
documents-all-given = قدّمتم كل الوثائق المطلوبة. ستطّلع عليها المصلحة.
documents-give = تقديم الوثائق
documents-give-text = يمكنكم تقديم وثيقة الآن والباقي لاحقًا. تكفي صورة واضحة.
documents-send = إرسال الوثائق المختارة
document-asked = يجب تقديمها
document-sent = محفوظة هنا. ستستلمها المصلحة في أقرب وقت ممكن.
document-given = قُدّمت. لم تطّلع عليها المصلحة بعد.
document-accepted = مقبولة
document-refused = مرفوضة: قدّموا وثيقة أخرى. تقول المصلحة السبب:
document-examples = مثلًا:
extension-heading = هل تحتاجون إلى مزيد من الوقت؟
extension-text = اطلبوا مهلة من المصلحة. ستردّ عليكم هنا.
extension-button = طلب مزيد من الوقت
extension-asked = طلبتم مزيدًا من الوقت. ستردّ عليكم المصلحة.
extension-granted = منحتكم المصلحة مزيدًا من الوقت.
extension-refused = لم تتمكن المصلحة من منحكم مزيدًا من الوقت.
done-documents-title = حُفظت وثائقكم
done-documents-text = يجري إرسالها إلى المصلحة التي ستطّلع عليها.
done-extension-title = حُفظ طلب المهلة
done-extension-text = يجري إرساله إلى المصلحة. سيظهر ردّها هنا.

## Corrections
correction-title = تصحيح الطلب – { $procedure }
correction-heading = تصحيح طلبكم
correction-back = إجاباتكم
correction-mistake = هل ارتكبتم خطأ؟
correction-begin = تصحيح إجاباتي
correction-good-faith = تصحيح خطأ بحسن نية لا يترتب عليه أي عقاب: هذا هو الحق في الخطأ (القانون الفرنسي للعلاقات بين الجمهور والإدارة، المادة { "\u2066" }L123-1{ "\u2069" }).
correction-unchanged-title = لم تغيّروا شيئًا بعد
correction-unchanged-text = في الأعلى، اختاروا «تعديل» بجانب ما تريدون تصحيحه. لا يُرسَل شيء قبل أن ترسلوه بأنفسكم.
correction-leave = عدم تصحيح أي شيء
correction-changes = ما يتغيّر
correction-send = إرسال تصحيحي
correction-history = التصحيحات
correction-by-you = تصحيحكم، { $at }
correction-by-mediator = تصحيح قام به الشخص الذي يساعدكم، { $at }
correction-by-service = تصحيح قامت به المصلحة، { $at }
change-before = قبل
change-after = الآن
done-correction-title = حُفظ تصحيحكم
done-correction-text = يجري إرساله إلى المصلحة التي سترى ما تغيّر.
request-mistake = ارتكبتُ خطأ: الكتابة إلى المصلحة
clock-paused-title = توقّفت المهلة القانونية
clock-paused-text = هناك وثائق ناقصة. منذ { $day }، توقّفت المهلة التي يمنحها القانون للمصلحة (القانون الفرنسي للعلاقات بين الجمهور والإدارة، المادة { "\u2066" }L114-5{ "\u2069" }). قدّموا الوثائق لكي تُستأنف.

## The decision
decision-heading = القرار
decision-basis = النصوص القانونية التي يستند إليها
decision-documents = الوثائق المسلَّمة
document-valid = صالحة حتى { $day }.
document-fingerprint = البصمة الرقمية ({ "\u2066" }SHA-256{ "\u2069" }):
decision-remedies = إذا لم تكونوا موافقين
decision-remedies-text = يمكنكم الطعن في هذا القرار. ويمكن للمصلحة أيضًا أن تشرحه لكم.
remedy-until = حتى { $day }.
remedy-any-time = في أي وقت.
remedy-online = عبر الإنترنت:

## The same procedure again
copy-heading = القيام بهذا الإجراء من جديد
copy-text = يبدأ طلب جديد بالإجابات نفسها. تراجعونها قبل الإرسال. ويجب إرفاق الملفات من جديد.
copy-button = البدء من جديد بالإجابات نفسها

## Being notified

fault-not-mobile = أعطوا رقم هاتف محمول فرنسي يبدأ بـ { "\u2066" }06{ "\u2069" } أو { "\u2066" }07{ "\u2069" }
done-notices-title = تم حفظ اختياركم
notices-heading = تلقي الإشعارات
notices-title = تلقي الإشعارات – { $procedure }
notices-text = يمكننا إعلامكم فور حدوث أي تغيير في طلبكم.
notices-rule-hours = لا نزعجكم ليلًا، ولا نرسل رسائل نصية يوم الأحد. تتلقون خمس رسائل نصية في اليوم على الأكثر.
notices-rule-night = لا نزعجكم ليلًا.
notices-rule-private = لا تذكر الرسالة موضوع الطلب. لمعرفته، افتحوا صفحة المتابعة بالرمز الخاص بكم.
notices-rule-fallback = إذا لم تصل الرسالة، نجرب الوسيلة الأخرى التي أعطيتمونا إياها.
notices-way = كيف تريدون أن نعلمكم؟
notices-by-email = بالبريد الإلكتروني
notices-by-sms = برسالة نصية
notices-by-sms-hint = مجانًا، على هاتف محمول فرنسي.
notices-by-nothing = لا أريد إشعارات، سأتابع بنفسي
notices-email = عنوان البريد الإلكتروني
notices-email-hint = مثال: { "\u2066" }nom@exemple.fr{ "\u2069" }
notices-phone = رقم الهاتف المحمول
notices-phone-hint = مثال: { "\u2066" }06 39 98 12 34{ "\u2069" }
notices-button = حفظ اختياري
notices-sent-heading = رسائلنا إليكم
notices-email-waiting = ستُرسل رسالة إلكترونية حوالي { $at }.
notices-email-sent = أُرسلت رسالة إلكترونية في { $at }.
notices-email-failed = لم تصل رسالة إلكترونية ({ $at }).
notices-sms-waiting = ستُرسل رسالة نصية حوالي { $at }.
notices-sms-sent = أُرسلت رسالة نصية في { $at }.
notices-sms-delivered = وصلت رسالة نصية إلى هاتفكم ({ $at }).
notices-sms-failed = لم تصل رسالة نصية ({ $at }).
notices-chosen-email = نعلمكم بالبريد الإلكتروني.
notices-chosen-sms = نعلمكم برسالة نصية.
notices-chosen-nothing = لا نرسل إليكم إشعارات: تتابعون بأنفسكم.
notices-change = تغيير طريقة تلقي الإشعارات
notices-lost-title = لا نستطيع الوصول إليكم
notices-lost-text = رسائلنا لا تصل إليكم. كي لا يفوتكم شيء، اتصلوا بالرقم { "\u2066" }{ $phone }{ "\u2069" } أو صححوا عنوانكم.
notices-lost-change = تصحيح عنواني أو رقمي
notice-subject-action = طلبكم: المصلحة تنتظر جوابكم
notice-subject-news = طلبكم: هناك جديد
notice-happened = طلبكم بتاريخ { $day }:
notice-topic-action = المصلحة تنتظر منكم شيئًا.
notice-topic-decision = تم اتخاذ قرار.
notice-topic-message = كتبت لكم المصلحة.
notice-topic-document = هناك جديد بشأن وثائقكم.
notice-topic-progress = تقدم طلبكم.
notice-open = للقراءة والرد، افتحوا صفحة المتابعة برمز المتابعة الخاص بكم:
notice-help = تحتاجون إلى مساعدة؟ اتصلوا أو اكتبوا:
notice-why = تتلقون هذه الرسالة لأنكم اخترتم ذلك. يمكنكم تغيير رأيكم في صفحة طلبكم.
notice-sms-action = { $authority }: المصلحة تنتظر جوابكم. { $link }
notice-sms-news = { $authority }: هناك جديد في طلبكم. { $link }
privacy-kept-notices = { $days ->
    [one] العنوان والرقم المستخدمان لإعلامكم: حتى نهاية طلبكم، ثم يومًا واحدًا.
    [two] العنوان والرقم المستخدمان لإعلامكم: حتى نهاية طلبكم، ثم يومين.
    [few] العنوان والرقم المستخدمان لإعلامكم: حتى نهاية طلبكم، ثم { $days } أيام.
    [many] العنوان والرقم المستخدمان لإعلامكم: حتى نهاية طلبكم، ثم { $days } يومًا.
   *[other] العنوان والرقم المستخدمان لإعلامكم: حتى نهاية طلبكم، ثم { $days } يوم.
}

## The whole request, on one page, as a PDF and for programs
record-title = طلبكم كاملًا – { $procedure }
record-heading = طلبكم كاملًا
record-text = إجاباتكم والرسائل والتواريخ والقرار: كل شيء في صفحة واحدة، للقراءة أو الطباعة أو الحفظ.
record-open = عرض طلبي كاملًا وتنزيله
record-download = التنزيل
record-pdf = طلبي كاملًا بصيغة { "\u2066" }PDF{ "\u2069" } ({ "\u2066" }PDF{ "\u2069" }، { $weight })
record-data = طلبي كاملًا لبرنامج حاسوب ({ "\u2066" }JSON{ "\u2069" }، { $weight })
record-private = تحتوي هذه الملفات على معلوماتكم الشخصية. احفظوها في مكان آمن. رمز المتابعة ليس فيها.
record-no-pdf-title = ملف { "\u2066" }PDF{ "\u2069" } غير متوفر
record-no-pdf-text = لم نتمكن من إعداد ملف { "\u2066" }PDF{ "\u2069" }. كل شيء موجود في هذه الصفحة: يمكنكم قراءتها وطباعتها.
record-known = تبيّن هذه الوثيقة حالة طلبكم بتاريخ { $day }.
record-known-old = برنامج المصلحة لا يستجيب. تبيّن هذه الوثيقة حالة طلبكم بتاريخ { $at }.
record-status = الحالة
record-not-received = لم تستلمه المصلحة بعد
record-expected = الرد متوقع قبل
record-legal-deadline = نهاية الأجل الذي يحدده القانون
record-paused = الأجل متوقف منذ
record-form = نسخة الاستمارة
record-at = ، بتاريخ { $at }
record-outcome = القرار
record-decided = تاريخ القرار
record-reason = السبب
record-demand = ما طلبته المصلحة منكم
record-asked = تاريخ الطلب
record-due = آخر أجل
record-marks = إجابات يجب تصحيحها
record-corrected = لقد صححتم هذه الإجابة.
record-documents = الوثائق المطلوبة
record-given = الملفات المقدمة:
record-no-answers = لم تعد إجاباتكم محفوظة.
record-pending-withdrawal = سحب الطلب
record-pending-correction = تصحيح إجاباتكم
record-pending-document = تقديم وثيقة
record-pending-extension = طلب مزيد من الوقت
record-pending-waiting = مسجل هنا. ستستلمه المصلحة في أقرب وقت ممكن.
record-pending-arrived = استلمته المصلحة.
record-pending-refused = لم تتمكن المصلحة من أخذه في الاعتبار.
record-files = الملفات
record-no-files = لا توجد ملفات.
record-contacts = بمن تتصلون
record-phone = الهاتف
record-email = البريد الإلكتروني
record-hours = أوقات العمل
record-address = العنوان
record-site = الموقع
paper-page = الصفحة { $page } من { $pages }
paper-missing = تحل العلامة { $sign } محل رموز لا يستطيع هذا الملف رسمها. تعرضها صفحة الويب، وتنطقها قارئات الشاشة.

## Page left open: what is new
live-as-of = الوضع بتاريخ { $at }.
live-refresh = تحديث الصفحة
live-title = جديد في طلبكم
live-show = عرض
live-where = زر «عرض» موجود في نهاية الصفحة.
live-messages = { $count ->
    [one] رسالة جديدة واحدة من المصلحة.
    [two] رسالتان جديدتان من المصلحة.
    [few] { $count } رسائل جديدة من المصلحة.
    [many] { $count } رسالة جديدة من المصلحة.
   *[other] { $count } رسالة جديدة من المصلحة.
}
live-state = تغيّرت حالة طلبكم.
live-arrived = وصل ما أرسلتموه إلى المصلحة.
live-other = تغيّر طلبكم.

## The access ends soon
session-title = هل تريدون إبقاء هذه الصفحة مفتوحة؟
session-two = تُغلق هذه الصفحة بعد دقيقتين.
session-one = تُغلق هذه الصفحة بعد دقيقة واحدة.
session-last = تُغلق هذه الصفحة بعد 20 ثانية.
session-safe = تُغلق لحماية إجاباتكم. وما كتبتموه محفوظ.
session-stay = إبقاء الصفحة مفتوحة
session-leave = انتهيت
session-page-title = هذه الصفحة على وشك الإغلاق
session-stayed = { $minutes ->
    [one] تبقى الصفحة مفتوحة دقيقة أخرى.
    [two] تبقى الصفحة مفتوحة دقيقتين أخريين.
    [few] تبقى الصفحة مفتوحة { $minutes } دقائق أخرى.
    [many] تبقى الصفحة مفتوحة { $minutes } دقيقة أخرى.
   *[other] تبقى الصفحة مفتوحة { $minutes } دقيقة أخرى.
}
session-failed = البوابة لا تستجيب. حاولوا مرة أخرى.

## A form sent after the end of the access
late-title = كانت مدة الوصول إلى هذا الطلب قد انتهت
late-text = لم يضع شيء: ما كتبتموه محفوظ هنا لمدة 10 دقائق. افتحوا طلبكم من جديد وستجدونه في الاستمارة. ويجب اختيار الملفات من جديد.
late-back-title = هذا ما كنتم قد كتبتموه
late-back-text = لم يُرسل شيء بعد. تحققوا منه ثم أرسلوه. إذا كانت هناك ملفات، فاختاروها من جديد.

## I am done
finish-link = انتهيت من استعمال هذا الحاسوب
finish-heading = هل انتهيتم؟
finish-text = إذا كان أشخاص آخرون يستعملون هذا الحاسوب، فاحذفوا ما يخصكم قبل المغادرة. وإلا فإن هذا الطلب يُغلق تلقائيًا بعد { $minutes ->
    [one] دقيقة واحدة دون نشاط.
    [two] دقيقتين دون نشاط.
    [few] { $minutes } دقائق دون نشاط.
    [many] { $minutes } دقيقة دون نشاط.
   *[other] { $minutes } دقيقة دون نشاط.
}
finish-page-heading = الانتهاء وحذف كل شيء هنا
finish-page-text = هذا ما يحتفظ به هذا الحاسوب لكم، وما سيحدث له.
finish-requests = طلباتكم المفتوحة هنا
finish-requests-text = تُغلق على هذا الحاسوب، مع الرسائل والتصحيحات التي لم ترسلوها. تواصل المصلحة معالجة طلباتكم. يمكنكم فتحها من جديد برمز المتابعة.
finish-drafts = مسوداتكم
finish-drafts-text = لم تُرسل بعد. بعد حذفها لا يمكن استرجاعها.
finish-choice = ماذا نفعل بمسوداتكم؟
finish-choice-erase = حذفها: أشخاص آخرون يستعملون هذا الحاسوب
finish-choice-keep = الاحتفاظ بها هنا: هذا الحاسوب لي
finish-button = انتهيت
finish-nothing-title = لا شيء للحذف
finish-nothing-text = لا يوجد أي طلب مفتوح ولا أي مسودة محفوظة على هذا الحاسوب.
finish-back = الصفحة الرئيسية
finished-heading = حُذف كل شيء
finished-text = لم يعد هذا الحاسوب يحتفظ بأي شيء من طلباتكم ومسوداتكم.
finished-kept-heading = أُغلقت طلباتكم
finished-kept-text = مسوداتكم محفوظة على هذا الحاسوب.
finished-window = أغلقوا أيضًا نافذة المتصفح.
finished-again = لرؤية طلب من جديد، افتحوه برمز المتابعة.
privacy-kept-late = ما ترسلونه بعد انتهاء مدة الوصول: 10 دقائق، إلى أن تفتحوا طلبكم من جديد. ونحتفظ لمدة 24 ساعة بأن الوصول كان موجودًا.

## Handing over with a code
hand-over-title-request = تسليم طلبي – { $procedure }
hand-over-title-draft = تسليم مسودتي – { $procedure }
hand-over-heading-request = تسليم هذا الطلب
hand-over-heading-draft = تسليم هذه المسودة
hand-over-what = يسمح رمز التسليم بالمتابعة في مكان آخر: على جهاز آخر، أو في مكتب الاستقبال، أو مع شخص يساعدكم. يُفتح دون كلمة مرور. ويمكنكم إلغاؤه في أي وقت.
hand-over-gives-request = تختارون هل يسمح بالاطلاع فقط أو بالتصرف أيضًا. ولا يسمح أبدًا بسحب الطلب، ولا بقراءة رمز المتابعة، ولا بإنشاء رمز آخر.
hand-over-gives-draft = يسمح بمواصلة المسودة وإرسالها، لا بحذفها. وبعد الإرسال يفتح الطلب حتى انتهاء الرمز.
hand-over-uses-limit = { $count ->
    [one] يُستعمل مرة واحدة على الأكثر. ترون متى استُعمل وعلى أي نوع من الأجهزة.
    [two] يُستعمل مرتين على الأكثر. ترون متى استُعمل وعلى أي نوع من الأجهزة.
    [few] يُستعمل { $count } مرات على الأكثر. ترون متى استُعمل وعلى أي نوع من الأجهزة.
   *[other] يُستعمل { $count } مرة على الأكثر. ترون متى استُعمل وعلى أي نوع من الأجهزة.
}
hand-over-care = لا تعطوه إلا للشخص الذي اخترتموه: كل من لديه الرمز يستطيع استعماله.
hand-over-purpose = لمن هذا الرمز؟
hand-over-for-device = لي، على جهاز آخر
hand-over-for-counter = لموظف في مكتب الاستقبال أو لوسيط رقمي
hand-over-for-helper = لشخص يساعدني
hand-over-scope = بماذا يسمح هذا الرمز؟
hand-over-may-read = الاطلاع على الطلب
hand-over-may-act = الاطلاع على الطلب والتصرف فيه
hand-over-may-act-hint = الكتابة إلى المصلحة، تقديم وثائق، تصحيح إجابات
hand-over-may-continue = مواصلة المسودة وإرسالها
hand-over-life = لكم من الوقت؟
hand-over-hour = ساعة واحدة
hand-over-hour-hint = الجهاز أو الشخص بجانبكم
hand-over-day = يوم واحد
hand-over-week = سبعة أيام
hand-over-week-hint = لديكم لقاء مع وسيط خلال الأسبوع
hand-over-give = إنشاء الرمز
hand-over-alive-heading = الرموز السارية
hand-over-ended-heading = الرموز المنتهية
hand-over-none = لا يوجد أي رمز سارٍ.
hand-over-until = حتى { $at }
hand-over-ended = انتهى في { $at }
hand-over-revoked = أُلغي في { $at }
hand-over-uses = { $count ->
    [0] لم يُستعمل بعد.
    [one] استُعمل مرة واحدة.
    [two] استُعمل مرتين.
    [few] استُعمل { $count } مرات.
   *[other] استُعمل { $count } مرة.
}
hand-over-use = { $at }، على { $device }
device-phone = هاتف
device-tablet = جهاز لوحي
device-computer = حاسوب
device-unknown = جهاز
hand-over-show = عرض الرمز
hand-over-revoke = إلغاء هذا الرمز
hand-over-revoke-one = إلغاء الرمز المُنشأ في { $at }
hand-over-revoked-title = أُلغي الرمز
hand-over-revoked-text = لم يعد يفتح شيئًا. ولم يعد للأشخاص الذين كانوا يستعملونه أي وصول.
hand-over-alive = { $count ->
    [one] رمز تسليم واحد سارٍ.
    [two] رمزا تسليم ساريان.
    [few] { $count } رموز تسليم سارية.
   *[other] { $count } رمز تسليم سارٍ.
}
hand-over-elsewhere = المتابعة في مكان آخر أو مع شخص
hand-over-link-request = تسليم هذا الطلب برمز
hand-over-link-draft = المتابعة على جهاز آخر أو مع شخص
hand-over-back = رموز التسليم
hand-over-code-title = رمز التسليم – { $procedure }
hand-over-code-heading = رمز التسليم الخاص بكم
hand-over-code-say = على الهاتف، انطقوه مقطعًا مقطعًا. لا أهمية للحروف الكبيرة والحركات والمسافات والشرطات.
hand-over-code-open = على الجهاز الآخر، افتحوا { "\u2066" }{ $address }{ "\u2069" }
hand-over-code-type = اكتبوا الرمز.
hand-over-code-scan = يمكنكم أيضًا توجيه كاميرا الهاتف نحو رمز الاستجابة السريعة ({ "\u2066" }QR{ "\u2069" }) هذا:
hand-over-code-qr = رمز استجابة سريعة يفتح صفحة «المتابعة برمز» مع هذا الرمز
hand-over-code-facts = ما يسمح به هذا الرمز
hand-over-over-title = انتهى هذا الرمز
hand-over-over-text = لم يعد يفتح شيئًا. أنشئوا رمزًا آخر إذا احتجتم إليه.

## Going on with a code
take-up-heading = المتابعة برمز
take-up-text = هل أعطاكم أحد رمز تسليم، أو أنشأتموه على جهاز آخر؟ اكتبوه للمتابعة هنا.
take-up-code = رمز التسليم
take-up-code-hint = 18 حرفًا لاتينيًا، مثلًا { "\u2066" }{ $example }{ "\u2069" }
take-up-open = متابعة
take-up-link = المتابعة برمز تسليم
take-up-lost-heading = الرمز لا يعمل؟
take-up-lost-text = يدوم الرمز ساعة أو يومًا أو سبعة أيام، ويمكن إلغاؤه. اطلبوا رمزًا جديدًا من الشخص الذي أعطاكم إياه، أو أنشئوا رمزًا على الجهاز الآخر.
take-up-follow = فتح طلب برمز المتابعة
fault-code-short = ينقص حرف أو أكثر: في الرمز 18 حرفًا، مثلًا { "\u2066" }{ $example }{ "\u2069" }
fault-code-long = هناك حروف زائدة: في الرمز 18 حرفًا، مثلًا { "\u2066" }{ $example }{ "\u2069" }
fault-code-wrong = أحد الحروف خاطئ أو تبادل حرفان مكانيهما. أعيدوا قراءة الرمز مقطعًا مقطعًا، مثلًا { "\u2066" }{ $example }{ "\u2069" }
problem-no-code-title = هذا الرمز لا يفتح شيئًا
problem-no-code-text = الرمز خاطئ، أو منتهٍ، أو ملغى، أو استُعمل أقصى عدد من المرات. تحققوا منه أو اطلبوا رمزًا جديدًا.
problem-enough-codes-title = عدد الرموز السارية كبير
problem-enough-codes-text = ألغوا رمزًا أدناه قبل إنشاء رمز آخر.
guest-title = أنتم هنا بفضل رمز تسليم
guest-may-read = يمكنكم الاطلاع على هذا الطلب، حتى { $until } على أبعد تقدير. لا يمكنكم تغيير أي شيء: هذا الرمز لا يسمح بذلك.
guest-may-act = يمكنكم الاطلاع على هذا الطلب والتصرف فيه، حتى { $until } على أبعد تقدير. لا يسمح هذا الرمز بسحبه.
guest-may-continue = يمكنكم مواصلة هذه المسودة وإرسالها، حتى { $until }. لا يسمح هذا الرمز بحذفها.
guest-leave-text = على حاسوب مشترك، أغلقوا الوصول عندما تنتهون.
guest-done = انتهيت
receipt-code-guest = رمز المتابعة مخصص للشخص الذي أعطاكم رمز التسليم. يقرؤه على جهازه، في مسودته.
home-draft-shared = مسودة شاركها معكم رمز تسليم.
privacy-kept-hand-over = رمز التسليم: حتى انتهائه أو إلغائه. استعمالاته (التاريخ والساعة ونوع الجهاز): سبعة أيام إضافية.

## Days, hours and durations
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
date-weekday = { $weekday } { $date }
date-day-month = { $day } { $month }
date-hour = { $hour }:{ $minute }
duration-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] عدد الدقائق: { $count }
}
duration-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] عدد الساعات: { $count }
}
duration-both = { $hours } و{ $minutes }

## Choosing what an appointment is for
visits-heading = حجز موعد
visits-lead = اذكروا أولًا سبب قدومكم، ثم اختاروا وقتًا. نحتفظ به لكم بينما تجيبون عن بعض الأسئلة.
visits-what = ما سبب الموعد؟
visits-already = هل لديكم موعد من قبل؟
visits-already-text = افتحوه برمز المتابعة: يمكنكم الاطلاع عليه أو تغييره أو إلغاؤه.
visits-already-link = متابعة موعد أو تغييره أو إلغاؤه
visits-phone = يمكنكم أيضًا حجز موعد بالهاتف على الرقم { $phone } أو في مكاتب الاستقبال.
visits-none-title = لا يمكن حجز المواعيد عبر الإنترنت حاليًا
visits-none-text = اتصلوا بالرقم { $phone } أو تعالوا إلى مكاتب الاستقبال: سيبحث موظف معكم عن وقت مناسب.
home-visits-text = اختاروا الوقت الذي يناسبكم. يمكنكم تغييره أو إلغاؤه لاحقًا.
home-visits-link = اختيار وقت
procedure-visit-note = تختارون وقتًا أولًا. نحتفظ به لكم بينما تجيبون عن الأسئلة.

## What the appointment is for
visit-title = { $title } – حجز موعد
visit-length = المدة
visit-length-one = { $duration } لشخص واحد
visit-length-person = تُضاف { $duration } لكل شخص آخر
visit-length-document = تُضاف { $duration } لكل وثيقة أخرى
visit-ways = كيف نستقبلكم
visit-bring = ما يجب إحضاره
visit-bring-each = { $thing }، لكل شخص
visit-conditions = ما تقبلونه عند حجز الموعد
visit-form = زيارتكم
visit-people-label = لكم شخص هذا الموعد؟
visit-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] عدد الأشخاص: { $count }
}
visit-documents-label = كم وثيقة تطلبون؟
visit-documents-hint = لكل شخص: وثيقة واحدة لبطاقة الهوية، وواحدة لجواز السفر.
visit-documents-each = وثيقة واحدة لكل شخص
visit-documents = { $count ->
    [zero] لا وثيقة
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $count } وثائق
    [many] { $count } وثيقة
   *[other] عدد الوثائق: { $count }
}
visit-also = هل تريدون شيئًا آخر في الموعد نفسه؟
visit-mode = كيف تريدون أن نستقبلكم؟
mode-onsite = حضوريًا
mode-phone = بالهاتف
mode-video = بمكالمة فيديو
mode-home = في منزلكم
visit-help-open = هل هناك ما يساعدكم على القدوم أو الفهم؟
visit-rare-open = هل تحتاجون إلى مساعدة أو إلى شيء آخر في الموعد نفسه؟
visit-help = ما يساعدكم
visit-help-text = ستعلم المصلحة بذلك وتستعد له. لا يكون ذلك أبدًا سببًا للرفض.
visit-help-more-time = وقت أطول
visit-help-more-time-hint = تزيد مدة الموعد بمقدار النصف.
visit-help-company = القدوم مع شخص آخر
visit-help-company-hint = أحد الأقارب أو شخص يساعدكم.
visit-help-step-free = مدخل بلا درج
visit-help-step-free-hint = للكرسي المتحرك أو عربة الأطفال أو العكازات.
visit-help-hearing-loop = حلقة سمعية مغناطيسية
visit-help-hearing-loop-hint = لسماع أفضل مع جهاز السمع.
visit-help-sign-language = لغة الإشارة الفرنسية
visit-help-interpreter = مترجم شفوي
visit-help-later-hint = يلزم بضعة أيام لإيجاد شخص: تكون المواعيد الأولى أبعد.
visit-help-quiet-hour = ساعة هادئة
visit-help-quiet-hour-hint = عدد أقل من الناس وضجيج أقل.
visit-show = عرض الأوقات

## Free times
times-title = الأوقات المتاحة – { $title }
times-heading = اختيار وقت
times-back = زيارتكم
times-change = تعديل اختيارات زيارتكم
times-length = مدة الموعد: { $duration }.
times-only-places = نعرض فقط الأماكن التي يتوفر فيها ما تحتاجون إليه.
times-hold = { $minutes ->
    [one] نحتفظ لكم بالوقت الذي تختارونه دقيقة واحدة بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
    [two] نحتفظ لكم بالوقت الذي تختارونه دقيقتين بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
    [few] نحتفظ لكم بالوقت الذي تختارونه { $minutes } دقائق بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
    [many] نحتفظ لكم بالوقت الذي تختارونه { $minutes } دقيقة بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
   *[other] نحتفظ لكم بالوقت الذي تختارونه { $minutes } دقيقة بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
}
times-hold-some = نحتفظ لكم بالوقت الذي تختارونه بضع دقائق بينما تجيبون عن الأسئلة. تؤكدون الموعد في النهاية.
times-move = ينتقل موعدكم إلى الوقت الذي تختارونه.
times-kept = ما كتبتموه محفوظ. اختاروا وقتًا آخر فقط.
times-suggested = { $count ->
    [1] وقت واحد ممكن
    [2] وقتان ممكنان
   *[other] ثلاثة أوقات ممكنة
}
times-first-of-places = أول وقت متاح في كل مكان
times-first-of-places-near = أول وقت متاح في كل مكان، الأقرب أولًا
times-near = البحث عن أقرب مكان
times-near-address = بالقرب من أي عنوان؟
times-near-hint = يُستعمل العنوان لحساب المسافات فقط، ولا نحتفظ به.
times-near-button = ترتيب الأماكن حسب المسافة
times-near-said = الأماكن مرتبة من الأقرب إلى الأبعد. المسافات تقريبية وفي خط مستقيم، أما الطريق فأطول.
times-near-forget = إلغاء الترتيب حسب المسافة
times-near-street = أي شارع؟
times-near-street-button = اختيار هذا الشارع
times-near-other = كتابة عنوان آخر
distance-under = على بُعد أقل من { $amount } متر في خط مستقيم
distance-metres = على بُعد { $amount } متر تقريبًا في خط مستقيم
distance-kilometres = على بُعد { $amount } كم تقريبًا في خط مستقيم
problem-several-streets-title = عدة شوارع توافق هذا العنوان
problem-several-streets-text = اختاروا الشارع من القائمة.
fault-no-street = لم نجد هذا الشارع. تحققوا من اسمه بالحروف اللاتينية، أو اكتبوا الشارع وحده، مثلًا: { "\u2066" }{ $example }{ "\u2069" }
times-filter = اختيار مكان أو فترة
times-filter-place = المكان
times-filter-any-place = كل الأماكن
times-filter-part = الفترة
times-filter-any-part = أي وقت
times-filter-week = الأسبوع
times-filter-any-week = أول أسبوع ممكن
times-filter-of-week = من { $from } إلى { $to }
times-filter-button = عرض هذه الأوقات
times-other-days = أيام الأسبوع الأخرى
times-part-morning = صباحًا
times-part-afternoon = بعد الظهر
times-part-evening = بعد الساعة 17:00
times-part-weekend = السبت والأحد
times-week = كل أوقات الأسبوع من { $from } إلى { $to }
times-day = { $count ->
    [zero] { $day }، لا يوجد وقت متاح
    [one] { $day }، وقت واحد
    [two] { $day }، وقتان
    [few] { $day }، { $count } أوقات
    [many] { $day }، { $count } وقتًا
   *[other] { $day }، عدد الأوقات: { $count }
}
times-week-none = لا يوجد وقت متاح هذا الأسبوع.
times-weeks = أسابيع أخرى
times-earlier = الأسبوع السابق، من { $from } إلى { $to }
times-later = الأسبوع التالي، من { $from } إلى { $to }
slot-at = { $day } على الساعة { $hour }
slot-left = { $count ->
    [zero] لا مكان متبقٍّ
    [one] مكان واحد متبقٍّ
    [two] مكانان متبقيان
    [few] { $count } أماكن متبقية
    [many] { $count } مكانًا متبقيًا
   *[other] عدد الأماكن المتبقية: { $count }
}
times-none-title = لا يوجد وقت متاح حاليًا
times-none-text = تصبح أوقات متاحة عندما يلغي شخص موعده: عودوا بعد بضعة أيام. إليكم ما يمكنكم فعله الآن.
times-none-filter = عرض الأوقات في كل الأماكن وفي أي وقت
times-none-mode = البحث عن وقت { $mode }
times-none-phone = الاتصال بالرقم { $phone }: سيبحث موظف معكم عن وقت مناسب
times-too-many-title = عدد الأشخاص كبير لموعد واحد
times-too-many-text = { $most ->
    [zero] لا تستقبل هذه المصلحة هذا العدد. اتصلوا بالرقم { $phone }.
    [one] تستقبل هذه المصلحة شخصًا واحدًا في كل مرة. احجزوا عدة مواعيد أو اتصلوا بالرقم { $phone }.
    [two] تستقبل هذه المصلحة شخصين على الأكثر في كل مرة. احجزوا عدة مواعيد أو اتصلوا بالرقم { $phone }.
    [few] تستقبل هذه المصلحة { $most } أشخاص على الأكثر في كل مرة. احجزوا عدة مواعيد أو اتصلوا بالرقم { $phone }.
    [many] تستقبل هذه المصلحة { $most } شخصًا على الأكثر في كل مرة. احجزوا عدة مواعيد أو اتصلوا بالرقم { $phone }.
   *[other] الحد الأقصى لعدد الأشخاص في كل مرة: { $most }. احجزوا عدة مواعيد أو اتصلوا بالرقم { $phone }.
}
times-not-together-title = لا يمكن القيام بهذه الأمور في موعد واحد
times-not-together-text = احجزوا موعدًا لكل منها، أو اختاروا طريقة أخرى للاستقبال. يمكنكم أيضًا الاتصال بالرقم { $phone }.
times-away-title = لا يمكن حجز المواعيد حاليًا
times-away-text = برنامج المواعيد لا يستجيب. حاولوا بعد بضع دقائق أو اتصلوا بالرقم { $phone }.
times-away-again = المحاولة من جديد
times-known = الأوقات التي كانت متاحة بتاريخ { $at }
times-known-text = برنامج المواعيد لا يستجيب. إليكم، للعلم، الأوقات التي كانت متاحة بتاريخ { $at }. ربما حُجزت منذ ذلك الحين. حاولوا بعد بضع دقائق أو اتصلوا بالرقم { $phone }.
line-heading = عدد كبير من الأشخاص الآن: لكلٍّ دوره
line-ahead =
    { $count ->
        [0] اقترب دوركم.
        [one] شخص واحد قبلكم.
        [two] شخصان قبلكم.
        [few] { $count } أشخاص تقريبًا قبلكم.
        [many] { $count } شخصًا تقريبًا قبلكم.
       *[other] { $count } شخص تقريبًا قبلكم.
    }
line-wait-soon = مدة الانتظار: أقل من دقيقة.
line-wait =
    { $count ->
        [one] مدة الانتظار: دقيقة تقريبًا.
        [two] مدة الانتظار: دقيقتان تقريبًا.
        [few] مدة الانتظار: { $count } دقائق تقريبًا.
        [many] مدة الانتظار: { $count } دقيقة تقريبًا.
       *[other] مدة الانتظار: { $count } دقيقة تقريبًا.
    }
line-again =
    { $count ->
        [one] تُحدَّث هذه الصفحة تلقائيًا بعد ثانية واحدة.
        [two] تُحدَّث هذه الصفحة تلقائيًا بعد ثانيتين.
        [few] تُحدَّث هذه الصفحة تلقائيًا بعد { $count } ثوانٍ.
       *[other] تُحدَّث هذه الصفحة تلقائيًا بعد { $count } ثانية.
    }
line-look = معرفة مكاني في الدور الآن
line-stop = إيقاف التحديث التلقائي
line-calm = لم تعد هذه الصفحة تتغير تلقائيًا. تحققوا من حين لآخر من مكانكم في الدور.
line-resume = إعادة تشغيل التحديث التلقائي
line-order = يمر كل شخص حسب ترتيب الوصول. إعادة تحميل الصفحة لا تقدّم دوركم ولا تؤخره.
line-kept = مكانكم محفوظ أربع ساعات على هذا الجهاز، حتى إذا أغلقتم هذه الصفحة. للعودة، افتحوا هذا العنوان من جديد.
line-then = عندما يحين دوركم، تظهر المواعيد المتاحة. وإذا لم يبق منها شيء، نقترح عليكم أماكن أخرى وقائمة انتظار.
problem-time-taken-title = حُجز هذا الوقت للتو
problem-time-taken-text = اختاره شخص آخر قبلكم بلحظات. اختاروا وقتًا آخر متاحًا.
problem-no-time-title = لم تختاروا أي وقت
problem-no-time-text = اضغطوا على الوقت الذي يناسبكم.
problem-office-away-title = برنامج المواعيد لا يستجيب حاليًا
problem-office-away-text = لم يُحجز شيء ولم يتغير شيء. انتظروا دقيقة ثم حاولوا من جديد.

## Moving an appointment
move-title = تغيير وقت الموعد – { $procedure }
move-heading = تغيير وقت الموعد
move-now-title = موعدكم الحالي
move-now-text = يبقى لكم ما دمتم لم تختاروا غيره.
move-lost-title = الوقت الذي لم يعد ممكنًا
move-lost-text = اختاروا وقتًا آخر أدناه.
move-impossible-title = لم يعد تغيير هذا الموعد ممكنًا هنا
move-impossible-text = اتصلوا بالرقم { $phone }: سيرى موظف معكم ما هو ممكن.
done-moved-title = تم تغيير وقت موعدكم
done-moved-text = الوقت الجديد في هذه الصفحة. سيُعطى الوقت القديم لشخص آخر.

## More or fewer people at an appointment
people-heading = تغيير عدد الأشخاص
people-heading-documents = تغيير عدد الأشخاص أو الوثائق
people-title = { $heading } – { $procedure }
people-effect = إذا بقيت ساعة موعدكم ممكنة، تحتفظون بها. وإلا تختارون وقتًا آخر، ولا يتغير شيء قبل ذلك.
people-button = تغيير موعدي
people-keep = عدم تغيير أي شيء
people-times-heading = اختيار وقت آخر
people-times-text = في ساعة موعدكم لا يكفي الوقت أو الأماكن لهذا العدد. لم يتغير شيء حتى الآن.
people-times-effect = ينتقل موعدكم إلى الوقت الذي تختارونه، لهذا العدد من الأشخاص.
done-people-title = يبقى موعدكم في الساعة نفسها
done-people-text = أصبح الموعد لـ{ $people }: { $when }، لمدة { $duration }.
problem-same-number-title = موعدكم محجوز لهذا العدد بالفعل
problem-same-number-text = اختاروا عددًا آخر، أو لا تغيروا شيئًا.
problem-too-many-people-title = لا تستطيع المصلحة استقبال هذا العدد في وقت واحد
problem-too-many-people-text = اختاروا على الأكثر: { $most }.

## A time kept while one fills in the rest
hold-title = وقت موعدكم
hold-until = محفوظ لكم حتى الساعة { $hour }.
hold-until-day = محفوظ لكم حتى { $at }.
hold-below = يمكنكم الاحتفاظ به مدة أطول: انظروا أدناه «{ $title }».
hold-more = الاحتفاظ بالوقت أو تغييره
hold-longer = { $minutes ->
    [one] الاحتفاظ به دقيقة أخرى
    [two] الاحتفاظ به دقيقتين أخريين
    [few] الاحتفاظ به { $minutes } دقائق أخرى
    [many] الاحتفاظ به { $minutes } دقيقة أخرى
   *[other] الاحتفاظ به { $minutes } دقيقة أخرى
}
hold-longer-some = الاحتفاظ به مدة أطول
hold-soon = بقيت لكم دقيقتان لتأكيد هذا الموعد.
hold-gone = لم نعد نحتفظ لكم بهذا الوقت. يمكنكم المتابعة: ما تكتبونه محفوظ. ستختارون وقتًا آخر قبل التأكيد، أو الوقت نفسه إن كان لا يزال متاحًا.
hold-change = تغيير الوقت
hold-over-title = لم يعد هذا الوقت محفوظًا لكم
hold-over-text = ما كتبتموه محفوظ. بقي أن تختاروا وقتًا: الوقت نفسه إن كان لا يزال متاحًا، أو غيره.
hold-choose = اختيار وقت
review-confirm-heading = تأكيد الموعد
review-confirm-text = عند التأكيد يصبح الوقت لكم وتُحال إجاباتكم إلى: { $service }.
review-confirm-accept = بالتأكيد تقبلون ما يلي:
review-confirm = تأكيد الموعد

## An appointment
appointment-title = موعدكم
appointment-state = الحالة
appointment-day = اليوم
appointment-hours = الساعة
appointment-from-to = من { $from } إلى { $to } ({ $duration })
appointment-what = الغرض
appointment-how = الطريقة
appointment-by-phone = تتصل بكم المصلحة على الرقم الذي أعطيتموه.
appointment-by-video = بمكالمة فيديو. ترسل لكم المصلحة الرابط قبل الموعد.
appointment-at-home = يأتي شخص من المصلحة إلى منزلكم.
appointment-place = المكان
appointment-directions = كيفية الوصول
appointment-conditions = من المفيد معرفته
appointment-late = { $count ->
    [zero] أخبرتمونا أنكم ستصلون في الوقت.
    [one] أخبرتمونا بتأخر مدته دقيقة واحدة.
    [two] أخبرتمونا بتأخر مدته دقيقتان.
    [few] أخبرتمونا بتأخر مدته { $count } دقائق.
    [many] أخبرتمونا بتأخر مدته { $count } دقيقة.
   *[other] أخبرتمونا بتأخر. عدد الدقائق: { $count }.
}
appointment-calendar = إضافة إلى تقويمي (ملف { "\u2066" }.ics{ "\u2069" })
appointment-move = تغيير وقت الموعد
appointment-cancel = إلغاء الموعد
appointment-until = يمكنكم تغييره أو إلغاؤه هنا حتى { $at }.
appointment-fixed = هل طرأ مانع؟ هذا يحدث. فات الأوان لتغييره هنا: اتصلوا بالرقم { $phone } وسيرى موظف معكم ما هو ممكن.
appointment-choose = اختيار وقت آخر
appointment-call = يمكنكم أيضًا الاتصال بالرقم { $phone }: سيبحث موظف معكم عن وقت مناسب.
appointment-again = حجز موعد آخر
appointment-confirmed = الموعد مؤكد
appointment-cancelled-by-user = الموعد ملغى
appointment-cancelled-by-service = ألغت المصلحة الموعد
appointment-time-lost = يجب اختيار وقت آخر
appointment-arrived = سُجّل وصولكم
appointment-called = حان دوركم
appointment-attended = انتهى الموعد
appointment-missed = فات الموعد
appointment-other = المصلحة تتابع الموعد
appointment-next-confirmed = هذا الوقت لكم. هل لم يعد بإمكانكم القدوم؟ أخبرونا: سيستفيد منه شخص آخر.
appointment-next-cancelled-by-user = أُلغي موعدكم. يمكنكم حجز موعد آخر متى شئتم.
appointment-next-cancelled-by-service = لا يمكننا استقبالكم في الوقت المتفق عليه. نعتذر لكم. اختاروا وقتًا آخر.
appointment-next-time-lost = أخذ شخص آخر هذا الوقت قبل وصول طلبكم إلى المصلحة. إجاباتكم محفوظة. اختاروا وقتًا آخر.
appointment-next-arrived = نعلم أنكم هنا. سننادي عليكم في أقرب وقت ممكن.
appointment-next-called = تفضلوا الآن، نحن في انتظاركم.
appointment-next-attended = جرى هذا الموعد.
appointment-next-missed = لم تتمكنوا من القدوم؟ لا بأس. يمكنكم حجز موعد آخر.
chosen-state = الوقت قيد التأكيد
chosen-title = نعمل على تأكيد الوقت الذي اخترتموه
chosen-text = لم يُؤكَّد بعد. ليس عليكم فعل أي شيء: يصل الرد في هذه الصفحة، ونخبركم إن طلبتم ذلك.
next-chosen = تم تسجيل طلبكم. ستؤكد المصلحة الوقت في أقرب وقت ممكن.
cancelling-state = حُفظ الإلغاء
next-cancelling = حُفظ إلغاء موعدكم هنا وستُبلَّغ المصلحة به في أقرب وقت ممكن. شكرًا على إخبارنا.
withdraw-visit-title = إلغاء الموعد – { $procedure }
withdraw-visit-heading = إلغاء الموعد
withdraw-visit-free = سيُعطى الوقت لشخص آخر. شكرًا على إخبارنا.
withdraw-visit-again = للحصول على موعد آخر، ستختارون وقتًا جديدًا.
withdraw-visit-move = تغيير وقت الموعد بدلًا من إلغائه
withdraw-visit-reason = لماذا تلغون الموعد؟
withdraw-visit-button = إلغاء موعدي
withdraw-visit-keep = الاحتفاظ بموعدي
withdraw-visit-impossible-title = لم يعد إلغاء هذا الموعد ممكنًا هنا
done-cancelling-title = حُفظ إلغاء موعدكم
done-cancelling-text = شكرًا على إخبارنا: سيُعطى الوقت لشخص آخر.
timeline-appointment-citizen = حجزتم الموعد أو غيّرتموه أو أكّدتموه
timeline-appointment-mediator = حجز الموعدَ أو غيّره أو أكّده الشخصُ الذي يساعدكم
timeline-appointment-staff = غيّرت المصلحة الموعد
timeline-appointment = جديد الموعد
notice-topic-appointment = تغيّر موعدكم.

# In the calendar file of an appointment.
calendar-number = رقم الموعد: { $number }
calendar-bring = ما يجب إحضاره:
calendar-change = لتغيير الموعد أو إلغائه: { $link }

# In the receipt by e-mail of a request with a time.
mail-receipt-visit-at = { $when }، { $place }
mail-receipt-visit = تم تأكيد موعدكم: { $when }.
mail-receipt-visit-asked = الوقت الذي اخترتموه: { $when }. لم يُؤكد بعد. ستجدون الجواب في صفحة المتابعة.
mail-receipt-visit-more = لإضافته إلى تقويمكم أو تغيير وقته أو إلغائه، افتحوا صفحة المتابعة.

# Saying that one will be late, on the day of an appointment.
lateness-heading = سأتأخر عن الموعد
lateness-text = أخبرونا بنقرة واحدة: سيعلم بذلك الشخص الذي ينتظركم.
lateness-minutes = { $count ->
    [zero] دون تأخر
    [one] تأخر دقيقة واحدة
    [two] تأخر دقيقتين
    [few] تأخر { $count } دقائق
    [many] تأخر { $count } دقيقة
   *[other] تأخر { $count } دقيقة
}
done-late-title = تم إخبار المصلحة
done-late-text = شكرًا على إخبارنا. الشخص الذي ينتظركم على علم بتأخركم.

# Reminders of an appointment: how long before, and the page that their link opens.
notices-reminders = التذكير بموعدكم
notices-reminders-hint = اختاروا وقتًا أو أكثر، أو لا تختاروا شيئًا. يتيح لكم التذكير تأكيد حضوركم أو إلغاء الموعد بنقرة واحدة.
notices-rule-reminder = تذكر الرسالة اليوم والساعة والمكان، ولا تذكر أبدًا سبب الموعد.
lead-week = قبل الموعد بأسبوع
lead-two-days = قبل الموعد بيومين
lead-day = قبل الموعد بيوم
lead-two-hours = قبل الموعد بساعتين
appointment-comes = أكّدتم حضوركم.
reminder-heading = موعدكم
reminder-when = التاريخ والساعة
reminder-day = يوم الموعد
reminder-question = هل ستحضرون؟
reminder-changed = هل طرأ ما يمنعكم من الحضور؟
reminder-come = نعم، سأحضر
reminder-cancel = إلغاء هذا الموعد
reminder-until = يمكنكم إلغاء الموعد هنا حتى { $at }.
reminder-too-late = فات أوان الإلغاء هنا. اتصلوا بنا: سنبحث معكم عن حل.
reminder-kind = قد يطرأ مانع على أي شخص. إذا أخبرتمونا، يستفيد شخص آخر من هذا الوقت. وإذا لم تتمكنوا من إخبارنا، فلا عقوبة عليكم: احجزوا موعدًا جديدًا بكل بساطة.
reminder-noted-title = تم تأكيد حضوركم
reminder-noted-text = شكرًا. المصلحة تعلم أنكم ستحضرون.
reminder-move = تغيير الوقت أو الاطلاع على الطلب كاملًا، برمز المتابعة
reminder-cancelled-title = تم تسجيل إلغائكم للموعد
reminder-cancelled-text = شكرًا على إخبارنا: سيُعطى الوقت لشخص آخر.
reminder-follow = تبيّن صفحة متابعة طلبكم ما حدث وما يمكنكم فعله.
reminder-open = فتح الطلب برمز المتابعة
error-link-title = لم يعد هذا الرابط يؤدي إلى موعد
error-link-text = يعمل رابط التذكير حتى نهاية الموعد. إما أن موعدكم قد مضى، أو أن الرابط غير كامل: تأكدوا من نسخه كاملًا. برمز المتابعة تجدون طلبكم.
privacy-kept-visit-link = رابط التذكير بالموعد: حتى نهاية الموعد.
privacy-kept-wait = مكانكم في قائمة الانتظار، مع عنوانكم أو رقمكم: حتى 7 أيام بعد انتهاء انتظاركم.

# Messages about an appointment: a reminder, and the confirmation by text message.
visit-mail-subject = تذكير: موعدكم { $when }
visit-mail-booked-subject = تم تأكيد موعدكم: { $when }
visit-mail-when = لديكم موعد { $when }.
visit-mail-where = المكان: { $place }، { $address }.
visit-mail-answer = أكّدوا حضوركم أو ألغوا الموعد بنقرة واحدة:
visit-sms = { $authority }: موعدكم { $day } { $hour }. أكّدوا أو ألغوا: { $link }
visit-sms-booked = { $authority }: تأكد موعدكم { $day } { $hour }. { $link }

# Waiting for a time that suits.
times-wait-title = ألا يناسبكم أي من هذه المواعيد؟
times-wait-text = تتاح مواعيد أخرى عندما يلغي أحد موعده. أخبرونا متى يمكنكم الحضور وسنراسلكم.
times-wait-link = إخباري عندما يتاح موعد
wait-join-title = قائمة الانتظار: { $title }
wait-join-heading = إخباري عندما يتاح موعد
wait-join-back = المواعيد المتاحة
wait-join-button = التسجيل في قائمة الانتظار
wait-rule-turn = يُعرض كل موعد يتاح على شخص واحد في كل مرة، بحسب ترتيب التسجيل.
wait-rule-time = نحتفظ به لكم بضع ساعات ريثما تجيبون. ولا تُحسب ساعات الليل.
wait-rule-free = يمكنكم رفض موعد دون أن تفقدوا مكانكم، ويمكنكم مغادرة القائمة متى شئتم.
wait-rule-private = لا نستخدم عنوانكم ورقمكم إلا لهذا الغرض، ونمحوهما بعد أسبوع من انتهاء انتظاركم.
wait-places = أين يمكنكم الحضور؟
wait-places-hint = لا تضعوا أي علامة إذا كانت كل الأماكن تناسبكم.
wait-parts = في أي أوقات يمكنكم الحضور؟
wait-parts-hint = لا تضعوا أي علامة إذا كانت كل الأوقات تناسبكم.
wait-from = ابتداءً من أي يوم؟
wait-from-hint = اتركوا الخانات فارغة إذا كان بإمكانكم الحضور من الآن.
wait-to = حتى أي يوم؟
wait-to-hint = إذا تركتم الخانات فارغة فستنتظرون شهرين.
wait-heading = أنتم على قائمة الانتظار
wait-offered-heading = هناك موعد متاح لكم
wait-booked-heading = لقد أخذتم موعدًا
wait-left-heading = لقد غادرتم قائمة الانتظار
wait-expired-heading = انتهى انتظاركم
wait-wish = ما تنتظرونه
wait-days-words = من { $from } إلى { $to }
wait-day-words = يوم { $day }
wait-until = محفوظ لكم حتى
wait-question = هل تأخذون هذا الموعد؟
wait-take = آخذ هذا الموعد
wait-decline = لا، أنتظر موعدًا آخر
wait-decline-text = إذا انتظرتم موعدًا آخر فسيُعرض هذا الموعد على الشخص التالي، وتحتفظون بمكانكم في القائمة.
wait-ahead =
    { $count ->
        [0] لا أحد ينتظر قبلكم.
        [one] ينتظر قبلكم شخص واحد.
        [two] ينتظر قبلكم شخصان.
        [few] ينتظر قبلكم { $count } أشخاص.
        [many] ينتظر قبلكم { $count } شخصًا.
       *[other] ينتظر قبلكم { $count } شخص.
    }
wait-ahead-text = قد تحصلون على موعد قبلهم إذا لم يكن مناسبًا لهم.
wait-known = بحسب آخر جواب من المصلحة، في { $at }.
wait-reached = سنراسلكم هنا: { $reached }.
wait-keep = احتفظوا بعنوان هذه الصفحة: يكفي وحده للعودة إليها دون رمز. وهو أيضًا في الرسالة التي أرسلناها إليكم للتو.
wait-times = الاطلاع على المواعيد المتاحة الآن
wait-booked-title = هذا الموعد لكم
wait-booked-text = انتهى انتظاركم. يمكنكم متابعة هذا الموعد وتغييره مثل أي موعد آخر.
wait-left-title = تم ذلك
wait-left-text = لن نراسلكم بعد الآن. وستُمحى بيانات الاتصال الخاصة بكم بعد أسبوع.
wait-expired-title = لم نتمكن من إعطائكم موعدًا
wait-expired-text = انقضت الأيام التي حددتموها، أو بقيت عدة مواعيد عرضناها عليكم دون جواب. يمكنكم التسجيل من جديد أو الاتصال بنا.
wait-leave-title = ألم تعودوا تنتظرون؟
wait-leave-text = مغادرتكم القائمة تفسح المجال لغيركم. ويمكنكم التسجيل من جديد.
wait-leave = مغادرة قائمة الانتظار
wait-held = ما تنتظرونه
wait-held-open = قائمة الانتظار:
wait-held-offered = هناك موعد متاح لكم
wait-mail-entered-subject = أنتم على قائمة الانتظار
wait-mail-entered = أنتم تنتظرون موعدًا حتى { $last }. سنراسلكم فور توفر موعد لكم.
wait-mail-entered-link = لمعرفة وضعكم أو لمغادرة القائمة:
wait-mail-offer-subject = موعد متاح: { $when }
wait-mail-offer = هناك موعد متاح لكم: { $when }. وهو محفوظ لكم حتى { $until }.
wait-mail-offer-link = لأخذ هذا الموعد أو انتظار غيره:
wait-mail-offer-else = إذا لم تجيبوا فسيُعرض بعد ذلك على الشخص التالي.
wait-mail-ended-subject = انتهى انتظاركم
wait-mail-ended = لم نتمكن من إعطائكم موعدًا من قائمة الانتظار: انقضت الأيام التي حددتموها، أو بقيت عدة مواعيد عرضناها عليكم دون جواب.
wait-mail-ended-link = يمكنكم التسجيل من جديد أو الاتصال بنا:
wait-mail-why = تصلكم هذه الرسالة لأنكم سجلتم في قائمة الانتظار هذه.
wait-sms-entered = { $authority }: أنتم على قائمة الانتظار. { $link }
wait-sms-offer = { $authority }: موعد متاح { $day } { $hour } حتى { $last } { $until }. { $link }
wait-sms-ended = { $authority }: انتهى انتظاركم دون موعد. { $link }
wait-still-title = أنتم أيضًا على قائمة الانتظار
wait-still-text = هل يكفيكم هذا الموعد؟ غادروا القائمة لتُعرض المواعيد على غيركم. وإذا بقيتم فيها فقد يُعرض عليكم موعد آخر.

# Appointments beside procedures done online.
procedure-help = القيام بالإجراء مع شخص آخر
procedure-help-text = هل تفضلون أن يساعدكم أحد؟ يمكن لموظف أن يقوم معكم بهذا الإجراء بموعد.
visit-online = دون التنقل
visit-online-text = يمكن أيضًا القيام بهذه الإجراءات عبر الإنترنت في أي ساعة ودون موعد:

# At the place of an appointment: one's turn, and the page of a place.
turn-heading = دوركم
turn-link = أنا في المكان: رؤية دوري
turn-ticket = رقمكم
turn-ahead =
    { $count ->
        [0] أنتم التالي في الدور.
        [one] قبلكم شخص واحد.
        [two] قبلكم شخصان.
        [few] قبلكم { $count } أشخاص.
        [many] قبلكم { $count } شخصًا.
       *[other] قبلكم { $count } شخص.
    }
turn-wait =
    { $high ->
        [one] الانتظار المتوقع بين { $low } ودقيقة واحدة.
        [two] الانتظار المتوقع بين { $low } ودقيقتين.
        [few] الانتظار المتوقع بين { $low } و{ $high } دقائق.
       *[other] الانتظار المتوقع بين { $low } و{ $high } دقيقة.
    }
turn-wait-soon =
    { $high ->
        [one] الانتظار المتوقع أقل من دقيقة واحدة.
        [two] الانتظار المتوقع أقل من دقيقتين.
        [few] الانتظار المتوقع أقل من { $high } دقائق.
       *[other] الانتظار المتوقع أقل من { $high } دقيقة.
    }
turn-called = حان دوركم: { $desk }.
turn-called-nowhere = حان دوركم: تفضلوا إلى الاستقبال.
turn-being-served = موظف يستقبلكم الآن.
turn-served = انتهى موعدكم. شكرًا لزيارتكم.
turn-absent = ناديناكم ولم نجدكم. أخبروا الاستقبال وسنناديكم من جديد.
turn-left = لم تعودوا في الدور.
turn-other = اسألوا الاستقبال عن دوركم.
turn-back = يمكنكم الخروج قليلًا: عودوا نحو الساعة { $hour }.
turn-open = يمكنكم إبقاء هذه الصفحة مفتوحة.
turn-arrive = أنا في المكان
turn-arrive-text = أخبرونا بأنكم هنا: ستحصلون على رقم، وستخبركم هذه الصفحة متى يحين دوركم. ويمكنكم أيضًا إخبار الاستقبال.
turn-early = يمكنكم الإخبار بوصولكم هنا ابتداءً من { $at }، أي قبل موعدكم بساعة.
turn-over = لم يعد ممكنًا الإخبار بذلك هنا. توجهوا إلى الاستقبال أو اتصلوا بنا: سنبحث معكم عن حل.
turn-away-title = المصلحة لا تجيب الآن
turn-away-text = توجهوا إلى الاستقبال: موعدكم مسجل لدينا.
place-link = { $place }: الانتظار والأوقات اليوم
place-facts = الحضور إلى المكان
place-now = الآن
place-open = مفتوح حتى الساعة { $hour }.
place-closed = مغلق الآن.
place-waiting =
    { $count ->
        [0] لا أحد ينتظر.
        [one] شخص واحد ينتظر.
        [two] شخصان ينتظران.
        [few] { $count } أشخاص ينتظرون.
        [many] { $count } شخصًا ينتظرون.
       *[other] { $count } شخص ينتظرون.
    }
place-wait =
    { $high ->
        [one] من دون موعد، الانتظار المتوقع بين { $low } ودقيقة واحدة.
        [two] من دون موعد، الانتظار المتوقع بين { $low } ودقيقتين.
        [few] من دون موعد، الانتظار المتوقع بين { $low } و{ $high } دقائق.
       *[other] من دون موعد، الانتظار المتوقع بين { $low } و{ $high } دقيقة.
    }
place-wait-soon =
    { $high ->
        [one] من دون موعد، الانتظار المتوقع أقل من دقيقة واحدة.
        [two] من دون موعد، الانتظار المتوقع أقل من دقيقتين.
        [few] من دون موعد، الانتظار المتوقع أقل من { $high } دقائق.
       *[other] من دون موعد، الانتظار المتوقع أقل من { $high } دقيقة.
    }
place-days = الاستقبال في الأيام القادمة
place-hours = من { $from } إلى { $to }
place-day-closed = مغلق
date-month-year = { $month } { $year }
opinion-heading = رأيكم
opinion-invitation = سؤال واحد يكفي. إجابتكم لا تحمل اسمكم.
opinion-link-procedure = قولوا كيف جرى هذا الإجراء
opinion-link-visit = قولوا كيف جرى هذا الموعد
opinion-link-answer = قولوا ما رأيكم في الرد
opinion-link-place = قولوا كيف كان استقبالكم هنا
opinion-promise = يمكنكم تجاوز أي سؤال. إجابتكم لا تحمل اسمكم ولا رقم طلبكم. قد تنشر الخدمة ما تكتبونه بعد أن يحذف أحد الموظفين ما قد يدل عليكم.
opinion-kept-title = تم حفظ إجابتكم
opinion-kept-text = شكرًا لكم. يمكنكم إضافة المزيد أو التوقف هنا.
opinion-send = إرسال رأيي
opinion-send-more = حفظ ومتابعة
opinion-send-as-it-is = إرسال النص كما هو
opinion-done = حفظ وإنهاء
opinion-thanks-heading = شكرًا لكم على رأيكم
opinion-thanks-text = يُحسب رأيكم مع آراء الآخرين. النتائج علنية، ويقرأ أحد الموظفين ما كتبتم.
opinion-thanks-quality = عرض النتائج
opinion-thanks-else = هل لديكم سؤال أو مشكلة؟ الآراء لا تتلقى ردًا: اتصلوا بنا.
error-opinion-given-title = لقد أبديتم رأيكم من قبل
error-opinion-given-text = تم حفظه، شكرًا لكم. لا يمكن إبداء الرأي إلا مرة واحدة، ولا إكماله إلا خلال أقل من ساعة.
error-opinion-late-title = انتهى هذا الاستبيان
error-opinion-late-text = يمكن إبداء الرأي خلال شهرين. ما زالت تجربتكم تهمّنا: اتصلوا بنا أو اكتبوا إلينا.
write-heading = سؤال أو شكوى أو رأي
write-danger = هل أنتم في خطر؟ تحدثوا إلى شخص أولًا
write-question = لدي سؤال
write-question-text = تبحثون عن معلومة أو مساعدة. نتابع سؤالكم: تحصلون على رمز متابعة وعلى رد.
write-complaint = أريد تقديم شكوى
write-complaint-text = لم يسر شيء كما ينبغي وتنتظرون ردًا. تحصلون على رمز متابعة وإشعار بالاستلام ورد كتابي.
write-complaint-request = هل تتعلق بطلب أو موعد؟ افتحوه أولًا: لن تحتاجوا إلى كتابة شيء من جديد.
write-delay = مدة الرد عادةً: { $delay }.
write-opinion = أعطي رأيي
write-opinion-text = قولوا كيف سارت الأمور، بسؤال واحد ودون ذكر اسمكم. نقرأ كل شيء وننشر النتائج، لكن لا يمكننا الرد عليكم شخصيًا.
write-opinion-place = عن الاستقبال في أحد الأماكن
write-opinion-request = عن طلب أو موعد:
complain-title = شكوى – { $procedure }
complain-heading = تقديم شكوى
complain-delay = مدة الرد عادةً: { $delay }. لشكواكم رقمها الخاص وصفحة خاصة لمتابعتها.
complain-carry-heading = ماذا نأخذ من هذا الطلب؟
complain-carry-text = يمكننا أن نأخذ رقم هذا الطلب وبريدكم الإلكتروني ورقم هاتفكم. سترونها ويمكنكم تغييرها قبل الإرسال. لا نأخذ شيئًا آخر.
complain-carry = أخذها والبدء
complain-alone = البدء دون أخذ شيء
footer-write = اكتبوا إلينا
opinion-later-heading = ليس لديكم وقت الآن؟
opinion-later-text = يمكننا أن نسألكم من جديد بالبريد الإلكتروني، مرة واحدة فقط، بعد أسبوع. لا نكتب إليكم دون موافقتكم.
opinion-later-button = اسألوني من جديد بعد أسبوع
opinion-later-title = تم تسجيل ذلك
opinion-later-planned = سنكتب إليكم مرة واحدة، يوم { $day }. يمكنكم أيضًا الإجابة الآن.
opinion-mail-ask = كيف سارت الأمور؟ يكفي سؤال واحد، وإجابتكم لا تحمل اسمكم:
opinion-mail-again = أردتم أن تخبرونا كيف سار طلبكم. يكفي سؤال واحد، وإجابتكم لا تحمل اسمكم:
opinion-mail-subject = رأيكم في طلبكم
opinion-mail-why = تصلكم هذه الرسالة لأنكم طلبتموها. لن نكتب إليكم مرة أخرى في هذا الشأن.
opinion-elsewhere-text = تُجمع الآراء في هذا الإجراء على موقع الدولة «Je donne mon avis». لا يطلب الموقع اسمكم.
opinion-elsewhere-link = إبداء رأيي على «Je donne mon avis» (موقع آخر)
watch-week-subject = ما يقوله المرتفقون، أسبوع { $day }
watch-alert-subject = تنبيه: نسبة رضا تستدعي الانتباه، { $name }
watch-whole = خلال سنة، { $share } ممن أجابوا راضون (بين { $low } و{ $high }). الإجابات المنشورة: { $count }.
watch-whole-none = لا توجد بعد إجابات كافية لنشر نتيجة.
watch-parts = نسبة الراضين حسب الإجراء والمكان:
watch-part = { $name }: { $share }، من { $count }
watch-abandoned = الصفحات التي تُركت فيها المسودات:
watch-wrong = الأسئلة الأكثر تصحيحًا:
watch-searched = كلمات بُحث عنها دون نتيجة:
watch-line = { $what }: { $count }
watch-all = كل النتائج المنشورة:
watch-low = في الإجابات المنشورة في { $month }، { $share } من الأشخاص راضون، من { $count } إجابة: أقل من الحد المختار.
watch-fall = في الإجابات المنشورة في { $month }، { $share } من الأشخاص راضون، من { $count } إجابة. كانت النسبة { $before } في الأشهر السابقة: لا تفسر الصدفة ذلك.
watch-why = يتلقى هذا العنوان هذه الرسائل لأنه مذكور في إعدادات البوابة (quality.letters_to).
poster-link = ملصق برمز يُمسح بالهاتف، للطباعة
poster-title = ملصق { $place }
poster-heading = كيف استقبلناكم؟
poster-text = أخبرونا بسؤال واحد ودون ذكر اسمكم. امسحوا هذا الرمز بهاتفكم.
poster-qr = رمز يفتح السؤال عند مسحه
poster-address = يمكنكم أيضًا كتابة هذا العنوان:
poster-agent = ليس لديكم هاتف؟ يمكن لموظف أن يسجل إجابتكم.
quality-page-clear = يجدون الصفحة التي يقرؤونها واضحة
page-clear-yes = نعم، إنها واضحة
page-clear-no = لا، ليست واضحة تمامًا
danger-title = ربما أنتم في خطر: تحدثوا إلى شخص الآن
danger-now = خطر مباشر عليكم أو على شخص آخر:
danger-deaf = أنتم صم أو ضعاف السمع، أو لا تستطيعون الكلام:
danger-life = تفكرون في الموت، أو تخافون على شخص قريب منكم (مجانًا، ليلًا ونهارًا):
danger-violence = شخص يضربكم أو يهددكم أو اغتصبكم (مجانًا ودون ذكر الاسم، ليلًا ونهارًا):
danger-child = طفل في خطر (مجانًا، ليلًا ونهارًا):
danger-accident = حريق أو تسرب غاز أو حادث: ابتعدوا ثم اتصلوا برجال الإطفاء:
danger-homeless = ليس لديكم مكان تنامون فيه (مجانًا، ليلًا ونهارًا):
danger-call = اتصلوا بالرقم { $number }
danger-write = أرسلوا رسالة نصية إلى الرقم { $number }
danger-go-on = يمكنكم المتابعة رغم ذلك: لم يضع شيء. اضغطوا على الزر مرة أخرى في الأسفل.
problem-personal-data-title = قد يحتوي نصكم على معلومات شخصية
problem-personal-data-text = يبدو أن فيه رقمًا أو عنوان بريد إلكتروني أو رمزًا. احذفوه، أو أرسلوا النص كما هو بالزر الثاني: لن يقرأه سوى موظف.
quality-heading = جودة الخدمة
quality-title = جودة الخدمة: { $name }
quality-whole = جودة جميع الخدمات
quality-link = عرض جودة هذه الخدمة
quality-period = من { $since } إلى { $until }.
quality-satisfaction = الرضا
quality-not-enough = لا توجد إجابات كافية بعد
quality-satisfied = { $share } من الأشخاص راضون.
quality-sure =
    { $count ->
        [one] استنادًا إلى إجابة واحدة. لو أجاب الجميع لكانت النسبة بين { $low } و{ $high }.
        [two] استنادًا إلى إجابتين. لو أجاب الجميع لكانت النسبة بين { $low } و{ $high }.
        [few] استنادًا إلى { $count } إجابات. لو أجاب الجميع لكانت النسبة بين { $low } و{ $high }.
       *[other] استنادًا إلى { $count } إجابة. لو أجاب الجميع لكانت النسبة بين { $low } و{ $high }.
    }
quality-satisfaction-caption = الإجابات عن «كيف كانت التجربة؟»
quality-answer = الإجابة
quality-share = النسبة
quality-people = الإجابات
quality-percent = { $value }%
quality-share-sure = { $share } (من { $low } إلى { $high })
quality-best = جيدة جدًا
quality-good = جيدة
quality-middle = متوسطة
quality-bad = سيئة
quality-worst = سيئة جدًا
quality-others = المدد والوضوح والمساعدة
quality-others-caption = ما يُقاس، والنتيجة
quality-measure = المقياس
quality-result = النتيجة
quality-half = المدة لنصف الطلبات
quality-nine-tenths = المدة لتسعة من كل عشرة طلبات
quality-days =
    { $count ->
        [one] يوم واحد أو أقل
        [two] يومان أو أقل
        [few] { $count } أيام أو أقل
       *[other] { $count } يومًا أو أقل
    }
quality-in-time = الطلبات التي عولجت ضمن المدة المعلنة
quality-ease = يجدون الأمر سهلًا
quality-clarity = يجدون الأمر واضحًا
quality-pace = يجدون المدة أو الانتظار قصيرًا
quality-answer-satisfaction = راضون عن الرد
quality-answer-clarity = يجدون الرد واضحًا
quality-by-phone = حصلوا على مساعدة عبر الهاتف
quality-at-counter = حصلوا على مساعدة في الشباك
quality-by-email = حصلوا على مساعدة كتابةً
quality-mediator = ساعدهم مستشار رقمي
quality-assistive = راضون، من بين الأشخاص الذين يستعملون تقنية مساعدة
quality-trend = شهرًا بشهر
quality-trend-caption = الأشخاص الراضون، حسب شهر النشر
quality-month = الشهر
quality-satisfied-share = الراضون
quality-chart-table = الأرقام نفسها موجودة في الجدول السابق.
quality-bars-title = رسم بياني: الإجابات عن «كيف كانت التجربة؟»
quality-bars-said = جيدة أو جيدة جدًا: { $good }. متوسطة: { $middle }. سيئة أو سيئة جدًا: { $bad }.
quality-bar = { $name }: { $share }
quality-trend-title = رسم بياني: الأشخاص الراضون، شهرًا بشهر
quality-trend-key = تدل النقطة على نسبة الأشخاص الراضين. ويمتد الخط من أصغر نسبة محتملة إلى أكبرها.
quality-trend-changed = من { $first } في { $since } إلى { $last } في { $until }.
quality-trend-same = { $share } في { $since } كما في { $until }.
quality-trend-unsure = قد يكون الفرق بين هذين الشهرين من قبيل الصدفة.
quality-trend-lowest = أدنى نسبة: { $share } في { $month }.
quality-trend-highest = أعلى نسبة: { $share } في { $month }.
quality-trend-unknown =
    { $count ->
        [one] يبقى شهر واحد فارغًا لقلة الإجابات.
        [two] يبقى شهران فارغين لقلة الإجابات.
        [few] تبقى { $count } أشهر فارغة لقلة الإجابات.
       *[other] يبقى { $count } شهرًا فارغًا لقلة الإجابات.
    }
quality-trend-month =
    { $count ->
        [one] { $month }: { $share }، إجابة واحدة
        [two] { $month }: { $share }، إجابتان
        [few] { $month }: { $share }، { $count } إجابات
       *[other] { $month }: { $share }، { $count } إجابة
    }
quality-trend-empty = { $month }: لا توجد إجابات كافية
quality-procedures = حسب الإجراء
quality-procedures-caption = الأشخاص الراضون، حسب الإجراء
quality-procedure = الإجراء
quality-places = حسب المكان
quality-places-caption = الأشخاص الراضون، حسب المكان
quality-place = المكان
quality-method = كيف نحسب
quality-method-groups = تُنشر الإجابات في مجموعات من { $fewest } حتى لا يُعرف أحد. لذلك تنتظر آخر الإجابات اكتمال مجموعتها.
quality-method-interval = يبيّن الرقمان بين قوسين النسبتين اللتين تقع بينهما النتيجة، بيقين قدره 95%، لو أجاب الجميع.
quality-data = البيانات
quality-table = تنزيل الجدول (CSV)
quality-json = تنزيل البيانات للبرامج (JSON)
heard-improvements = ما قلتموه وما فعلناه
heard-said = قلتم
heard-did = فعلنا
heard-moved = النتيجة اليوم
heard-opinions = ما كتبه المستخدمون
heard-method = يختار أحد الموظفين هذه النصوص ويحذف منها ما قد يدل على صاحبها. والنقاط بين معقوفين تحل محل رقم أو عنوان. إذا تعرفتم على شخص ما فأخبرونا، وسنزيل النص.
heard-older = قراءة نصوص أقدم
heard-newest = العودة إلى أحدث النصوص
heard-latest =
    { $count ->
        [one] هذا أحدث نص.
        [two] هذان أحدث نصين.
        [few] هذه أحدث { $count } نصوص.
        [many] هذه أحدث { $count } نصًا.
       *[other] هذه أحدث { $count } نص.
    }
heard-written = كُتب في { $month }
heard-reply = ردّنا
privacy-kept-opinion = الرأي: لا يحمل اسمكم؛ يُحذف ما كتبتم من هذا الموقع فور وصوله إلى الخدمة، وتحذفه الخدمة بعد سنة على الأكثر. ويبقى النص الذي تنشره الخدمة علنيًا سنة على الأكثر.
