# Words of the portal in easy-to-read French (FALC).

## Dates, weights, money
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-first-day = 1er
date-long = { $day } { $month } { $year }
date-moment = { $date } à { $hour } h { $minute }
weight-kilobytes = { $amount } Ko
weight-megabytes = { $amount } Mo
money-euros = { $amount } €
