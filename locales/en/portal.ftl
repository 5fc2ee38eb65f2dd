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

## E-mail sent once a request is recorded (plain text)
mail-receipt-subject = Your request is recorded: { $procedure }
mail-receipt-hello = Hello,
mail-receipt-recorded = Your request “{ $procedure }” was recorded on { $moment }.
mail-receipt-code = Your tracking code:
mail-receipt-keep = Keep this code. With your e-mail address or your date of birth, it lets you follow your request:
mail-receipt-contact = Any question? Contact the service:
mail-receipt-phone = Phone: { $phone }
mail-receipt-email = E-mail: { $email }
mail-receipt-not-you = You did not make this request? Tell the service, and give the tracking code.
mail-receipt-automatic = This message is automatic: nobody reads the replies.

## Components: page
back-link = Back to: { $page }
notice-information = Information: { $title }
notice-success = Done: { $title }
notice-warning = Important: { $title }
step-position = Step { $position } of { $total }
skip-links-name = Quick access
skip-content = Content
skip-search = Search
skip-help = Help
language-menu-name = Language
menu-name = Main menu
menu-home = Home
menu-procedures = Services
menu-themes = Topics
menu-follow = Track my request
menu-help = Help
footer-name = About this site
footer-site-map = Site map
footer-help = Help and contact
footer-accessibility-total = Accessibility: fully compliant
footer-accessibility-partial = Accessibility: partially compliant
footer-accessibility-none = Accessibility: not compliant
footer-privacy = Personal data
footer-legal = Legal notice
contact-title = Need help?
contact-phone = Phone:
contact-email = Email:
contact-hours = Opening hours:
summary-left-open = Not answered

## Components: what happened to a request
status-submitted = Received by the service
status-in-review = Being processed
status-info-requested = The service needs more information from you
status-awaiting-payment = Waiting for payment
status-accepted = Accepted
status-rejected = Refused
status-closed = Closed
status-withdrawn = Withdrawn at your request
status-expired = Ended because we had no answer from you
status-other = In progress
timeline-message-staff = Message from the service
timeline-message-citizen = Message from you
timeline-message-mediator = Message from the person helping you
timeline-event = Progress of the request

## Components: answers in words
answer-yes = Yes
answer-no = No
answer-accepted = Accepted
answer-part = { $part }:

## Components: fields
field-required = { $label } (required)
field-optional = { $label } (optional)
field-error = Error: { $words }
field-count =
    { $count ->
        [one] { $count } character at most
       *[other] { $count } characters at most
    }
item-label = { $noun } { $number }:
date-typed = { $day } { $month } { $year }
hint-email = Expected format: name@example.com
hint-phone = For example, 06 39 98 12 34 or +32 2 555 12 12
hint-date = For example, { $example } (day, month, year)
hint-number = A number between { $min } and { $max }
part-day = Day
part-month = Month
part-year = Year
part-line1 = Number and street
part-line2 = Building, floor or care of
part-postal-code = Postal code
part-city = Town or city
part-country = Country, if not France
part-family-name = Birth name
part-usage-name = Name used
part-given-names = Given names
list-comma = ,{ " " }
list-or = { $first } or { $last }
file-rules =
    { $count ->
        [one] { $kinds }, { $weight } at most. One file only.
       *[other] { $kinds }, { $weight } at most for each file. { $count } files at most.
    }
file-facts = , { $kind }, { $weight }
file-add = Add the file
file-add-named = Add the file: { $label }
file-list = Files added: { $label }
file-remove = Remove { $name }

## Components: what is wrong
error-summary-title =
    { $count ->
        [one] There is { $count } error on this page
       *[other] There are { $count } errors on this page
    }
error-summary-again =
    { $count ->
        [one] There is still { $count } error on this page
       *[other] There are still { $count } errors on this page
    }
error-summary-part = { $label }, { $part }
error-summary-line = { $label }: { $words }
fault-missing-any = answer this question
fault-missing-short = enter an answer, for example { $example }
fault-missing-long = write your answer in a few sentences
fault-missing-email = enter an email address, for example name@example.com
fault-missing-phone = enter a phone number, for example 06 39 98 12 34
fault-missing-date = enter a date with day, month and year, for example { $example }
fault-missing-number = enter a number between { $min } and { $max }, for example { $min }
fault-missing-yes-no = answer yes or no
fault-missing-choice = choose an answer from the list
fault-missing-line1 = enter the number and street, for example 12 rue des Tilleuls
fault-missing-postal-code = enter the postal code, for example 75011
fault-missing-city = enter the name of the town or city, for example Lyon
fault-missing-address = enter a complete address, for example 12 rue des Tilleuls, 75011 Paris
fault-missing-family-name = enter the birth name, for example Martin
fault-missing-given-names = enter the given names in the order of the birth record, for example Léa Marie
fault-missing-person = enter the birth name and the given names, for example Martin, Léa Marie
fault-missing-file = choose a { $kinds } file, then add it
fault-too-short =
    { $count ->
        [one] write at least { $count } character
       *[other] write at least { $count } characters
    }
fault-too-short-example =
    { $count ->
        [one] enter at least { $count } character, for example { $example }
       *[other] enter at least { $count } characters, for example { $example }
    }
fault-too-long =
    { $count ->
        [one] shorten your text to { $count } character at most
       *[other] shorten your text to { $count } characters at most
    }
fault-too-long-example =
    { $count ->
        [one] enter { $count } character at most, for example { $example }
       *[other] enter { $count } characters at most, for example { $example }
    }
fault-email = correct the email address, it must look like name@example.com
fault-phone = correct the phone number, for example 06 39 98 12 34 or +32 2 555 12 12
fault-date-day-missing = add the day, for example { $example }
fault-date-month-missing = add the month, for example { $example }
fault-date-year-missing = add the year, for example { $example }
fault-date-unreal = enter a date that exists, for example { $example }
fault-date-day-unreal = correct the day, it does not exist in that month, for example { $example }
fault-date-month-unreal = correct the month with a number from 1 to 12 or its name, for example { $example }
fault-date-year-unreal = correct the year with four digits, for example { $example }
fault-date-future = enter today’s date or a past date, for example { $example }
fault-date-past = enter today’s date or a date to come, for example { $example }
fault-too-young =
    { $count ->
        [one] check the date, the age must be at least { $count } year, for example { $example }
       *[other] check the date, the age must be at least { $count } years, for example { $example }
    }
fault-too-old =
    { $count ->
        [one] check the date, the age must be { $count } year at most, for example { $example }
       *[other] check the date, the age must be { $count } years at most, for example { $example }
    }
fault-number = enter a whole number in digits, between { $min } and { $max }, for example { $min }
fault-too-small = enter a greater number, between { $min } and { $max }
fault-too-great = enter a smaller number, between { $min } and { $max }
fault-choice = choose an answer from the list, the one sent is not in it
fault-too-few-choices =
    { $count ->
        [one] tick at least { $count } box
       *[other] tick at least { $count } boxes
    }
fault-postal-code = correct the postal code: five digits in France, for example 75011, or enter the country
fault-not-accepted = tick the box to continue
fault-not-same = enter exactly the same answer as in the matching question above
fault-not-same-email = enter exactly the same email address as above
fault-not-different = give an answer that differs from the matching question above
fault-date-not-after = enter a date later than the one given above, for example { $example }
fault-date-before = enter the date given above or a later one, for example { $example }
fault-number-not-after = enter a number greater than the one given above
fault-number-before = enter a number at least equal to the one given above
fault-too-many-files =
    { $count ->
        [one] keep { $count } file only: remove the one you have to add another
       *[other] keep { $count } files at most: remove one to add another
    }
fault-file-kind-any = remove the refused file and choose a { $kinds } file
fault-file-too-heavy-any = remove the file that is too large and choose one of { $weight } at most
fault-file-kind = { $name } is not accepted, choose a { $kinds } file
fault-file-mismatch = the name of { $name } does not match its content, save it again as { $kinds }
fault-file-empty = { $name } is empty, open it on your device to check, then choose it again
fault-file-too-heavy = { $name } is too large, choose a file of { $weight } at most, for example a smaller photo
fault-file-broken = { $name } was not sent completely, choose it again
fault-characters = remove signs such as < and >
fault-characters-short = remove signs such as < and >, enter for example { $example }
fault-characters-name = write the name with letters, for example Martin
fault-characters-given-names = write the given names with letters, for example Léa Marie
fault-characters-address = remove signs such as < and >, enter for example 12 rue des Tilleuls

## Assistance of forms in the browser (the number is put in by the browser)
assist-added =
    { $category ->
        [one] { $count } question added below
       *[other] { $count } questions added below
    }
assist-left =
    { $category ->
        [one] You have { $count } character left
       *[other] You have { $count } characters left
    }
assist-over =
    { $category ->
        [one] { $count } character too many
       *[other] { $count } characters too many
    }
upload-chosen = { $name } chosen
