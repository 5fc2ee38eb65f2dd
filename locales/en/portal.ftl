# Words of the portal in English.

## Dates, weights, money
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-first-day = 1
date-long = { $day } { $month } { $year }
date-moment = { $date } at { $hour }:{ $minute }
weight-kilobytes = { $amount } KB
weight-megabytes = { $amount } MB
money-euros = €{ $amount }
