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
