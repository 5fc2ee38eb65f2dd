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
mail-receipt-subject = Your request has been recorded: { $procedure }
mail-receipt-hello = Hello,
mail-receipt-recorded = Your request “{ $procedure }” was recorded on { $moment }.
mail-receipt-code = Your tracking code:
mail-receipt-keep = Keep this code. With your email address, it lets you track your request:
mail-receipt-contact = Any questions? Contact the office:
mail-receipt-phone = Phone: { $phone }
mail-receipt-email = Email: { $email }
mail-receipt-not-you = Did you not make this request? Tell the office, and give the tracking code.
mail-receipt-automatic = This is an automatic message: nobody reads the replies.

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
skip-question = Say whether this page is clear
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
status-submitted = Received by the office
status-in-review = Being processed
status-info-requested = The office needs more information from you
status-awaiting-payment = Waiting for payment
status-accepted = Accepted
status-rejected = Refused
status-closed = Closed
status-withdrawn = Withdrawn at your request
status-expired = Closed because we had no answer from you
status-other = In progress
timeline-message-staff = Message from the office
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
fault-missing-choice = choose an answer
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
fault-email = correct the email address, it should look like name@example.com
fault-phone = correct the phone number, for example 06 39 98 12 34 or +32 2 555 12 12
fault-date-day-missing = add the day, for example { $example }
fault-date-month-missing = add the month, for example { $example }
fault-date-year-missing = add the year, for example { $example }
fault-date-unreal = enter a date that exists, for example { $example }
fault-date-day-unreal = correct the day, it does not exist in that month, for example { $example }
fault-date-month-unreal = correct the month with a number from 1 to 12 or its name, for example { $example }
fault-date-year-unreal = correct the year with four digits, for example { $example }
fault-date-future = enter today’s date or a past date, for example { $example }
fault-date-past = enter today’s date or a future date, for example { $example }
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
fault-too-small = enter a larger number, between { $min } and { $max }
fault-too-great = enter a smaller number, between { $min } and { $max }
fault-choice = choose an answer from the list, the one sent is not in it
fault-too-few-choices =
    { $count ->
        [one] tick at least { $count } box
       *[other] tick at least { $count } boxes
    }
fault-postal-code = correct the postal code: five digits in France, for example 75011, or enter the country
fault-not-accepted = tick the box to continue
fault-not-same = enter exactly the same answer as above
fault-not-same-email = enter exactly the same email address as above
fault-not-different = give an answer different from the one above
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
fault-tracking-code = this code cannot exist, one sign is wrong or missing. Check it on your receipt, for example { $example }
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

## Titles and navigation
title-of-page = { $title } – { $site }
title-error = Error: { $title }
navigation-loading = Loading
catalogue-old-title = This information may be out of date
catalogue-old-text = Our offices’ software is not responding at the moment. The information shown dates from { $at }. You can still fill in and send your requests: they will be passed on as soon as possible.

## Home
home-title = Home
home-heading = Services in { $authority }
home-lead = Use our services online at any time, without creating an account. Our staff can also help you in person and by phone.
home-drafts = Requests you have started
home-requests = Your requests
home-request-open = Track: { $title }
home-request-due = The service expects your reply by { $day }
home-draft-continue = Continue: { $title }
home-draft-saved = Saved on { $saved }. Kept until { $until }.
home-draft-erase = Delete: { $title }
home-procedures = Services
home-by-theme = See services by topic
home-follow = Track a request
home-follow-text = Have you already sent a request? Find it with its tracking code.
home-follow-link = Track my request
home-help = Get help
home-help-text = Someone can help you by phone, in person at our offices or at a France services centre. It is free.
home-help-link = See places and help

## Search and lists
search-label = Search for a service
search-button = Search
search-title = Results for “{ $query }”
search-results = { $count ->
    [0] No service found for “{ $query }”
    [one] { $count } service found for “{ $query }”
   *[other] { $count } services found for “{ $query }”
}
search-nothing = Try a simpler word, such as “birth” or “school”. You can also call us on { $phone }: we will search with you.
search-all = See all services
procedures-heading = Services
procedures-all = { $count ->
    [one] { $count } online service
   *[other] { $count } online services
}
themes-heading = Services by topic
themes-by-theme = By topic
themes-by-event = By life event

## Page of a procedure
procedure-cost = Price
procedure-free = Free
procedure-amount = { $amount } ({ $note })
procedure-minutes = Time needed
procedure-minutes-count = { $count ->
    [one] about { $count } minute
   *[other] about { $count } minutes
}
procedure-delay = Usual time to get an answer
delay-calendar-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
delay-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
procedure-eligibility = Who can use this service?
procedure-checklist = What you need
procedure-next = What happens next
procedure-silence = What if there is no answer?
procedure-silence-acceptance = { $months ->
    [one] If you have no answer { $months } month after we receive your request, it is accepted.
   *[other] If you have no answer { $months } months after we receive your request, it is accepted.
}
procedure-silence-refusal = { $months ->
    [one] If you have no answer { $months } month after we receive your request, it is refused. You can then challenge the refusal.
   *[other] If you have no answer { $months } months after we receive your request, it is refused. You can then challenge the refusal.
}
procedure-other-ways = Other ways to apply
procedure-other-ways-text = You do not have to use the internet: you can also apply in another way.
procedure-rules = The rules that apply
procedure-begin = Start
procedure-begin-note = { $days ->
    [one] Your answers are saved at each step and kept for { $days } day: you can stop and come back on the same device.
   *[other] Your answers are saved at each step and kept for { $days } days: you can stop and come back on the same device.
}

## Filling in
step-title = Step { $position } of { $total }, { $step } – { $procedure }
step-continue = Save and continue
step-save-and-review = Save and go back to checking my answers
step-more-title = Your answers add some questions
step-more-text = Your answers are saved. Please also answer the new questions on this page.
draft-kept-title = Your draft
draft-kept-text = We keep your answers until { $until }. You can find them again on this device. They have not been sent yet.
draft-erase-link = Delete my draft
draft-form-changed-title = The form has changed
draft-form-changed-text = The form has been updated since you started. Your answers have been kept. Check them before you send.
items-count = { $count ->
    [0] The list is empty for now
   *[other] In the list: { $count }
}
items-name = { $noun } { $number }:
items-unnamed = { $noun } { $number }
items-incomplete = Some answers are missing.
items-change = Change { $name }
items-removed = Removed from the list: { $name }
items-restore = Put back in the list: { $name }
items-remove = Remove { $name }
items-full = You have reached the maximum number: { $max }.
item-heading = { $noun } { $number }
item-title = { $item } – { $procedure }
item-save = Save and go back to the list
review-title = Check your answers – { $procedure }
review-heading = Check your answers
review-change = Change: { $section }
review-incomplete-title = There are questions left
review-incomplete-text = To send your request, complete these steps:
review-complete-step = Complete: { $step }
review-continue = Continue my request
review-send-heading = Send your request
review-send-text = Your request will be sent to: { $service }.
review-good-faith = A mistake in your answers? It does not matter: you will be able to have your request corrected. A mistake made in good faith is not penalised (article L123-1 of the French code on relations between the public and the administration).
review-send = Send my request
erase-title = Delete the draft – { $title }
erase-heading = Delete this draft?
erase-text = Your answers and files for “{ $title }” will be deleted. This cannot be undone.
erase-button = Delete my draft
erase-back = check your answers
problem-conflict-title = This page has been changed in another tab
problem-conflict-text = Here are the answers saved from the other tab. Your answers below are not saved yet. To keep them instead, send this page again.
problem-conflict-link = See my answers
problem-no-request-title = No matching request
problem-no-request-text = Check the tracking code and the information you gave in the request.
problem-incomplete-title = Something is missing
problem-incomplete-text = Complete this step before you continue.
problem-unavailable-title = Saving is not possible at the moment
problem-unavailable-text = Your answers are still shown below. Wait a minute, then send this page again.
problem-too-many-title = Sent too many times in a row
problem-too-many-text = { $minutes ->
    [one] Your answers are still shown below. Wait { $minutes } minute, then send this page again.
   *[other] Your answers are still shown below. Wait { $minutes } minutes, then send this page again.
}

## Receipt and request
sent-already-title = This request has already been sent
sent-already-text = Your request “{ $title }” was sent once only. You do not need to do anything again.
sent-already-link = See the receipt
receipt-title = Request sent – { $procedure }
receipt-heading = Request sent
receipt-code-title = Tracking code
receipt-code-text = Write this code down or print this page. You will need it to track your request.
receipt-mail = An email with this code has been sent to { $to }.
receipt-no-mail = You did not give an email address: keep this code safe.
receipt-no-follow = You gave neither an email address nor a date of birth: you will not be able to track this request online. Give this code if you call us.
receipt-procedure = Service
receipt-number = Number given by the office
receipt-recorded = Recorded on
receipt-state = Delivery
receipt-delivered = Received by the office on { $at }
receipt-waiting = Your request is recorded here. It is being sent to the office: you do not need to do anything.
receipt-follow = Track this request
receipt-mistake = Did you make a mistake? Call { $phone }: your request will be corrected, without penalty.
receipt-mistake-online = Did you make a mistake? Correct it on the page of your request or call { $phone }. There is no penalty.
receipt-answers = What you sent
request-title = { $state } – { $procedure }
request-old-title = Last known information
request-old-text = The office’s software is not responding at the moment. This is what we knew on { $at }.
request-timeline = What has happened
status-recorded = Request recorded
next-recorded = Your request is recorded here and will be sent to the office as soon as possible. You do not need to do anything.
next-submitted = The office has received your request. A member of staff will look at it. You do not need to do anything.
next-in-review = A member of staff is looking at your request. You do not need to do anything.
next-info-requested = The office needs more information. Read its message below and call { $phone } to reply.
next-awaiting-payment = A payment is due. Call { $phone } to find out how to pay, including in person.
next-accepted = Your request has been accepted. Read the message from the office below.
next-rejected = Your request has been refused. The reason is given below. To talk about it or to challenge it, call { $phone }.
next-closed = Your request is closed. If you have any questions, call { $phone }.
next-other = The office is dealing with your request. If you have any questions, call { $phone }.

## Opening a request
follow-heading = Track my request
follow-text = To open your request, give its tracking code and one piece of information that you wrote in it.
follow-code = Tracking code
follow-code-hint = 12 letters and digits, for example ACDE-FGHJ-KMNA
follow-proof = Which information do you want to give?
follow-proof-email = My email address
follow-proof-birth-date = My date of birth
follow-email = Email address
follow-birth-date = Date of birth
follow-open = Open my request
follow-lost-heading = Have you lost your code?
follow-lost-text = Call us or come to our offices: a member of staff will look for your request with you.

## Help
help-heading = Places and help
help-lead = You can always talk to someone, without using the internet.
help-someone = Fill in a request with someone
help-someone-text = At a France services centre, a trained person fills in the form with you, free of charge. A relative or friend can help you too.
help-rights = Your rights
help-right-mistake = You can make mistakes: a mistake made in good faith is corrected, without penalty.
help-right-human = You never have to use the internet: there is another way to use every service, for example in person.
help-right-language = This site is available in French, English, Arabic and easy-to-read French.
help-emergency = Emergency
help-emergency-text = In danger? Call 112. If you are deaf or hard of hearing, send a text message to 114.
help-places = Where to find us
help-hours = Opening hours
help-access = Access

## Site map and legal pages
site-map-heading = Site map
site-map-about = About this site
legal-heading = Legal notice
legal-publisher = Publisher of the site
legal-director = Publication director
legal-host = Hosting
legal-software = Software
legal-software-text = This site runs on Parvis, free and open-source software under the EUPL-1.2 licence.
legal-reuse = Reuse
legal-reuse-text = The information on this site may be reused freely, provided that its source and date are given (Book III of the French code on relations between the public and the administration). Personal data may not be reused.
privacy-heading = Personal data
privacy-controller = Data controller: { $authority }.
privacy-purpose = Why we use your data
privacy-purpose-text = Your answers are used only to deal with your request. This is a public service task (Article 6(1)(e) of the General Data Protection Regulation, GDPR). We ask only for what is necessary. Proof of vaccination is health data: you do not have to attach it here. If you do, it is used only to check the compulsory vaccinations, in the interest of public health (Article 9(2)(i) of the GDPR and article L3111-2 of the French public health code). Your answers and files are encrypted.
privacy-kept = How long we keep it
privacy-kept-draft = { $days ->
    [one] A draft: { $days } day after you last saved it.
   *[other] A draft: { $days } days after you last saved it.
}
privacy-kept-submission = { $days ->
    [one] The copy of your request on this site: { $days } day after it was sent to the office.
   *[other] The copy of your request on this site: { $days } days after it was sent to the office.
}
privacy-kept-access = { $minutes ->
    [one] Access opened with a tracking code: { $minutes } minute without activity.
   *[other] Access opened with a tracking code: { $minutes } minutes without activity.
}
privacy-kept-procedures = The office keeps your request once it is closed. How long depends on the service:
privacy-kept-procedure = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
privacy-who = Who reads it
privacy-who-text = Only the staff of the office in charge of your request, and the people to whom you give a hand-over code. Your data is neither sold nor sent to other sites.
privacy-cookies = Cookies
privacy-cookies-text = One cookie is used when you start a request or open one: it is used to find your answers again. When several people look for an appointment at the same moment, a second cookie keeps your place in the line, for four hours at most. These cookies do not track anyone. Your consent is therefore not requested (article 82 of the French Data Protection Act, “loi Informatique et Libertés”).
privacy-rights = Your rights
privacy-rights-text = You can see your data, correct it, ask for it to be erased, restrict its use or object to it (Articles 15 to 21 of the GDPR). We answer within one month at most.
privacy-rights-contact = To use your rights, write to the data protection officer:
privacy-authority = If you are not satisfied with our answer, you can complain to the French data protection authority, the
accessibility-heading = Accessibility statement
accessibility-commitment = { $authority } is committed to making its website accessible, in accordance with article 47 of French law no. 2005-102 of 11 February 2005. Its multi-year accessibility plan and its action plan for the current year are being prepared.
accessibility-scope = This statement applies to the website { $url }.
accessibility-state = Compliance status
accessibility-state-text = This website is not compliant with the French general accessibility framework (RGAA), version 4.1.2: no audit by a person has been carried out yet. Without an audit, a website must be declared not compliant, whatever the results of the automatic tests.
accessibility-state-total = This website is fully compliant with the French general accessibility framework (RGAA), version 4.1.2.
accessibility-state-partial = This website is partially compliant with the French general accessibility framework (RGAA), version 4.1.2, because of the failures and exemptions listed below.
accessibility-state-none = This website is not compliant with the French general accessibility framework (RGAA), version 4.1.2, because of the failures and exemptions listed below.
accessibility-audit = The audit carried out on { $day } by { $by } found that { $percent }% of the RGAA criteria that apply to this website are met.
accessibility-date-audited = This statement was prepared on { $day }.
accessibility-results = Test results
accessibility-results-text = For each version of the software, automatic tests check the pages and forms with four tools, with the keyboard, without JavaScript and at a width of 320 pixels. These tests do not replace an audit carried out by people.
accessibility-content = Content that is not accessible
accessibility-unconform = Non-compliant content
accessibility-unconform-text = The automatic tests report none. The audit will say what remains to be corrected.
accessibility-burden = Exemptions for disproportionate burden
accessibility-burden-text = None.
accessibility-making = How this statement was prepared
accessibility-technologies = Technologies used
accessibility-technologies-text = HTML, CSS, WAI-ARIA, SVG, JavaScript and WebAssembly. The website also works without JavaScript and without WebAssembly.
accessibility-tools = Testing tools
accessibility-tools-text = axe-core, IBM accessibility-checker, Siteimprove Alfa and the W3C HTML checker, in the Chromium browser.
accessibility-pages = Pages checked
accessibility-pages-form = The search, the presentation of each service, all its steps, the check of the answers, the receipt, the page of a request and the error pages
accessibility-contact = Feedback and contact
accessibility-contact-text = Are you unable to access some content or a service? Write to us, we will give you another solution:
accessibility-remedies = How to complain
accessibility-remedies-text = Have you told us about an accessibility problem that gets in your way, without getting a satisfactory answer? You can:
accessibility-remedies-form = write a message to the French Defender of Rights (Défenseur des droits)
accessibility-remedies-delegate = contact the representative of the Defender of Rights in your region
accessibility-remedies-post = send a letter free of charge, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07
accessibility-date = This statement was prepared on 22 November 2026.

## Error pages
error-link-home = Go to the home page
error-link-procedures = See the services
error-link-follow = Track my request
error-incident = Reference to give if you call us: { $incident }
error-forbidden-title = Form refused
error-forbidden-text = This form was not sent from this site. Go back to the page of the service and send it again from this site.
error-not-found-title = Page not found
error-not-found-text = This page does not exist or is no longer available. Check the address. If you are looking for a draft, open it from the home page, on the device where you started it.
error-access-title = Page not found or access closed
error-access-text = { $minutes ->
    [one] If you have sent a request, open it with its tracking code on the “Track my request” page. Access closes after { $minutes } minute without activity to protect your answers.
   *[other] If you have sent a request, open it with its tracking code on the “Track my request” page. Access closes after { $minutes } minutes without activity to protect your answers.
}
error-method-title = This page must be opened another way
error-method-text = This address cannot be used in this way. Start again from the home page or from the list of services.
error-erased-title = Draft deleted
error-erased-text = You deleted this draft. Your answers and files no longer exist. You can start again.
error-expired-title = Draft expired
error-expired-text = { $days ->
    [one] A draft is kept for { $days } day after it was last saved. This one has been deleted to protect your data. You can start again.
   *[other] A draft is kept for { $days } days after it was last saved. This one has been deleted to protect your data. You can start again.
}
error-too-large-title = What you sent is too large
error-too-large-text = What you sent is larger than we can accept. Go back to the previous page and choose a smaller file. The answers already saved are kept.
error-unreadable-title = What you sent cannot be read
error-unreadable-text = We could not read what you sent. Go back to the previous page and send it again. The answers already saved are kept.
error-too-many-title = Too many attempts
error-too-many-text = { $minutes ->
    [one] To protect requests, the number of attempts is limited. Try again in { $minutes } minute, or call us.
   *[other] To protect requests, the number of attempts is limited. Try again in { $minutes } minutes, or call us.
}
error-internal-title = Something went wrong on our side
error-internal-text = It is not your fault. The answers already saved are kept. Try again in a few minutes, or call us.
error-unavailable-title = Service unavailable at the moment
error-unavailable-text = Try again in a few minutes. The answers already saved are kept. If it is urgent, call us.

## Added
accessibility-exempt = Content that the law does not cover
accessibility-exempt-text = None.
accessibility-environment = Test environment
accessibility-environment-text = The Chromium browser on Linux, with automatic tools only. No person has yet tried this website with a screen reader or another assistive technology.
accessibility-pages-text = All the pages of the website:
problem-again = Again: { $title }
file-list-empty = No file added for: { $label }

## Messages about a request
messages-back = your request
messages-title = Messages – { $procedure }
messages-heading = Messages with the service
messages-thread = Your conversation
messages-none = No messages yet.
messages-write = Write to the service
messages-text = Your message
messages-text-hint = Do not write passwords or bank card numbers.
messages-files = Files to attach
messages-send = Send the message
messages-sent-title = Your message has been saved
messages-sent-text = It is being passed on to the service. The reply will appear on this page.
messages-complain = Make a complaint
messages-complain-text = Tell us what went wrong in the handling of your request. Your complaint is attached to the request and the service must reply.
thread-resident = You, { $at }
thread-mediator = The person who helps you, { $at }
thread-service = The service, { $at }
thread-new = New:
thread-reminder = Reminder
thread-complaint = Complaint
thread-files = Attached files:
thread-read = Read by the service on { $at }.
thread-arrived = Received by the service, not read yet.
thread-waiting = Saved here. The service will receive it as soon as possible.
thread-refused = The service could not receive this message. Call the service to talk about it.
timeline-read = Read the messages
timeline-document = Document provided
timeline-document-staff = Document checked or delivered by the service
timeline-correction = Answers corrected

## Withdrawing a request
withdraw-title = Withdraw the request – { $procedure }
withdraw-heading = Withdraw your request
withdraw-effect-stop = The service stops working on your request.
withdraw-effect-again = You can make a new request at any time.
withdraw-effect-keep = What you sent is kept for the stated time, then deleted.
withdraw-reason = Why are you withdrawing your request?
withdraw-reason-hint = You do not have to answer.
withdraw-button = Withdraw my request
withdraw-keep = Do not withdraw my request
withdraw-impossible-title = This request can no longer be withdrawn
withdraw-impossible-text = It is closed, or you have already withdrawn it, or the service’s software does not allow it. If you have any questions, call the service.

## What a resident can do about a request
request-actions = What you can do
request-write = Write to the service and read its messages
request-remind = Remind the service
request-complain = Make a complaint
request-withdraw = Withdraw my request
request-facts = Your request
request-unread = { $count ->
    [one] You have { $count } new message from the service
   *[other] You have { $count } new messages from the service
}
request-read = Read the messages
request-refused-title = The service could not take your last action into account
request-refused-text = The request had changed in the meantime. To talk about it, call { $phone }.
done-withdrawal-title = Your withdrawal has been saved
done-withdrawal-text = It is being passed on to the service, which stops working on your request.
done-reminder-title = Your reminder has been saved
done-reminder-text = It is being passed on to the service. You can send another one in a week.
status-withdrawal-recorded = Withdrawal saved
next-withdrawal = Your withdrawal is saved here and will be passed on to the service as soon as possible. You have nothing to do.
next-info-requested-write = The service needs some information. Read its messages, then reply here.

## When an answer may be expected
clock-heading = When will you get an answer?
clock-spread = For this procedure, half of all requests are answered within { $half ->
    [0] a day
    [one] { $half } day
   *[other] { $half } days
}, nine in ten within { $most ->
    [0] a day
    [one] { $most } day
   *[other] { $most } days
} ({ $count } requests completed in the past year).
clock-usual = Usual time: { $delay }.
clock-normal = Until { $day }, it is normal not to have an answer yet.
clock-overdue-title = The service is late
clock-overdue-text = The answer should have arrived before { $day }. You have done nothing wrong. You can remind the service or make a complaint.
clock-acceptance = If you have no answer by { $day }, the law says that your request is accepted.
clock-accepted = You had no answer by { $day }: the law says that your request is accepted. Ask the service to confirm it in writing.
clock-refusal = If you have no answer by { $day }, the law says that your request is refused. You will then be able to contest this refusal.
clock-refused = You had no answer by { $day }: the law says that your request is refused. You can contest this refusal.

## What the service expects
demand-title = The service is waiting for your reply
demand-due = { $left ->
    [0] To do today, { $day }, at the latest
    [one] To do by { $day }: you have { $left } day left
   *[other] To do by { $day }: you have { $left } days left
}
demand-late = The deadline was { $day }. Reply as soon as possible, or call the service.
demand-marks = Answers to correct:
demand-correct = Correct my answers
demand-documents = Documents to provide:
demand-give = Provide these documents
demand-answer = Reply to the service
demand-elsewhere = You can also reply at the counter, or by phone on { $phone }.
mark-incorrect = – not correct.
mark-incomplete = – incomplete.
mark-outdated = – out of date.
next-demand = The service needs your reply to go on.

## Documents asked for
documents-title = Documents requested – { $procedure }
documents-heading = Documents requested by the service
documents-none-title = No document is requested
documents-none-text = The service is not waiting for any document from you at the moment.
documents-all-given = You have provided all the documents requested. The service will look at them.
documents-give = Provide the documents
documents-give-text = You can provide one now and the others later. A readable photo is enough.
documents-send = Send the chosen documents
document-asked = To provide
document-sent = Saved here. The service will receive it as soon as possible.
document-given = Provided. The service has not looked at it yet.
document-accepted = Accepted
document-refused = Refused: please provide another one. The service says why:
document-examples = For example:
extension-heading = Do you need more time?
extension-text = Ask the service for more time. It will reply here.
extension-button = Ask for more time
extension-asked = You have asked for more time. The service will reply.
extension-granted = The service has given you more time.
extension-refused = The service could not give you more time.
done-documents-title = Your documents have been saved
done-documents-text = They are being passed on to the service, which will look at them.
done-extension-title = Your request for more time has been saved
done-extension-text = It is being passed on to the service. The reply will appear here.

## Corrections
correction-title = Correct the request – { $procedure }
correction-heading = Correct your request
correction-back = your answers
correction-mistake = Did you make a mistake?
correction-begin = Correct my answers
correction-good-faith = Correcting a mistake in good faith carries no penalty: this is the right to make a mistake (French code of relations between the public and the administration, article L123-1).
correction-unchanged-title = You have not changed anything yet
correction-unchanged-text = Above, choose “Change” next to what you want to correct. Nothing is sent until you send it.
correction-leave = Do not correct anything
correction-changes = What changes
correction-send = Send my correction
correction-history = Corrections
correction-by-you = Your correction of { $at }
correction-by-mediator = Correction made by the person who helps you, { $at }
correction-by-service = Correction made by the service, { $at }
change-before = Before
change-after = Now
done-correction-title = Your correction has been saved
done-correction-text = It is being passed on to the service, which will see what has changed.
request-mistake = I made a mistake: write to the service
clock-paused-title = The legal time limit is paused
clock-paused-text = Documents are missing. Since { $day }, the time that the law gives the service has been paused (French code of relations between the public and the administration, article L114-5). Provide the documents to start it again.

## The decision
decision-heading = The decision
decision-basis = Legal texts it is based on
decision-documents = Documents issued
document-valid = Valid until { $day }.
document-fingerprint = Fingerprint (SHA-256):
decision-remedies = If you do not agree
decision-remedies-text = You can contest this decision. The service can also explain it to you.
remedy-until = Until { $day }.
remedy-any-time = At any time.
remedy-online = Online:

## The same procedure again
copy-heading = Do this procedure again
copy-text = A new request begins with the same answers. You check them before sending. Files must be attached again.
copy-button = Start again with the same answers

## Being notified

fault-not-mobile = give a French mobile number, which starts with 06 or 07
done-notices-title = Your choice is saved
notices-heading = Being notified
notices-title = Being notified – { $procedure }
notices-text = We can let you know as soon as something changes in your request.
notices-rule-hours = We do not disturb you at night, nor on Sundays by text message. You get five text messages a day at most.
notices-rule-night = We do not disturb you at night.
notices-rule-private = The message does not say what it is about. To find out, open the tracking page with your code.
notices-rule-fallback = If the message does not arrive, we try the other way that you gave us.
notices-way = How would you like to be notified?
notices-by-email = By email
notices-by-sms = By text message
notices-by-sms-hint = Free. On a French mobile phone.
notices-by-nothing = Do not notify me, I will look myself
notices-email = E-mail address
notices-email-hint = For example name@example.com.
notices-phone = Mobile number
notices-phone-hint = For example 06 39 98 12 34.
notices-button = Save my choice
notices-sent-heading = Our messages to you
notices-email-waiting = An email will leave around { $at }.
notices-email-sent = An email left on { $at }.
notices-email-failed = An email did not arrive ({ $at }).
notices-sms-waiting = A text message will leave around { $at }.
notices-sms-sent = A text message left on { $at }.
notices-sms-delivered = A text message reached your phone ({ $at }).
notices-sms-failed = A text message did not arrive ({ $at }).
notices-chosen-email = You are notified by email.
notices-chosen-sms = You are notified by text message.
notices-chosen-nothing = You are not notified: you look yourself.
notices-change = Change how you are notified
notices-lost-title = We cannot reach you
notices-lost-text = Our messages do not get to you. To miss nothing, call { $phone } or correct your address.
notices-lost-change = Correct my address or number
notice-subject-action = Your request: the service is waiting for your answer
notice-subject-news = Your request: there is news
notice-happened = Your request of { $day }:
notice-topic-action = the service needs something from you.
notice-topic-decision = a decision has been made.
notice-topic-message = the service wrote to you.
notice-topic-document = there is news about your documents.
notice-topic-progress = your request has moved forward.
notice-open = To read and answer, open the tracking page with your tracking code:
notice-help = Need help? Call or write:
notice-why = You get this message because you chose to. You can change your mind on the page of your request.
notice-sms-action = { $authority }: the service is waiting for your answer. Open your tracking page: { $link }
notice-sms-news = { $authority }: there is news about your request. Open your tracking page: { $link }
privacy-kept-notices = { $days ->
    [one] The address and number used to notify you: until the end of your request, then { $days } day.
   *[other] The address and number used to notify you: until the end of your request, then { $days } days.
}

## The whole request, on one page, as a PDF and for programs
record-title = Your whole request – { $procedure }
record-heading = Your whole request
record-text = Your answers, the messages, the dates, the decision: everything on one page, to read, print or keep.
record-open = See and download my whole request
record-download = Download
record-pdf = My whole request as a PDF (PDF, { $weight })
record-data = My whole request for a program (JSON, { $weight })
record-private = These files hold your personal information. Keep them in a safe place. Your tracking code is not in them.
record-no-pdf-title = The PDF is not available
record-no-pdf-text = We could not make the PDF. Everything is on this page: you can read it and print it.
record-known = This document says where your request stood on { $day }.
record-known-old = The service’s software does not answer. This document says where your request stood on { $at }.
record-status = Status
record-not-received = Not yet received by the service
record-expected = Answer expected before
record-legal-deadline = End of the time set by law
record-paused = Time stopped since
record-form = Version of the form
record-at = , on { $at }
record-outcome = Decision
record-decided = Made on
record-reason = Why
record-demand = What the service asked you for
record-asked = Asked on
record-due = Last day
record-marks = Answers to correct
record-corrected = You corrected this answer.
record-documents = Documents asked for
record-given = Files given:
record-no-answers = Your answers are no longer kept.
record-pending-withdrawal = Withdrawal of the request
record-pending-correction = Correction of your answers
record-pending-document = Document given
record-pending-extension = Request for more time
record-pending-waiting = Recorded here. The service will receive it as soon as possible.
record-pending-arrived = Received by the service.
record-pending-refused = The service could not take it into account.
record-files = Files
record-no-files = No files.
record-contacts = Whom to contact
record-phone = Phone
record-email = E-mail address
record-hours = Opening hours
record-address = Address
record-site = Website
paper-page = Page { $page } of { $pages }
paper-missing = The sign { $sign } stands for characters that this file cannot draw. The web page shows them, and a screen reader says them.

## Page left open: what is new
live-as-of = As things stood on { $at }.
live-refresh = Refresh the page
live-title = News about your request
live-show = Show
live-where = The “Show” button is at the end of the page.
live-messages = { $count ->
    [one] { $count } new message from the service.
   *[other] { $count } new messages from the service.
}
live-state = The state of your request has changed.
live-arrived = What you sent has reached the service.
live-other = Your request has changed.

## The access ends soon
session-title = Keep this page open?
session-two = This page closes in 2 minutes.
session-one = This page closes in 1 minute.
session-last = This page closes in 20 seconds.
session-safe = It closes to protect your answers. What you have written is kept.
session-stay = Keep the page open
session-leave = I am done
session-page-title = This page is about to close
session-stayed = { $minutes ->
    [one] The page stays open for { $minutes } more minute.
   *[other] The page stays open for { $minutes } more minutes.
}
session-failed = The portal is not responding. Try again.

## A form sent after the end of the access
late-title = Your access to this request had ended
late-text = Nothing is lost: what you had written is kept here for 10 minutes. Open your request again and you will find it in the form. Files will have to be chosen again.
late-back-title = Here is what you had written
late-back-text = Nothing has been sent yet. Check it, then send it. If there were files, choose them again.

## I am done
finish-link = I am done on this computer
finish-heading = Are you done?
finish-text = { $minutes ->
    [one] If other people use this computer, clear what is yours before you leave. Otherwise, this request closes by itself after { $minutes } minute without activity.
   *[other] If other people use this computer, clear what is yours before you leave. Otherwise, this request closes by itself after { $minutes } minutes without activity.
}
finish-page-heading = Finish and clear everything here
finish-page-text = Here is what this computer keeps for you, and what will happen to it.
finish-requests = Your requests open here
finish-requests-text = They close on this computer, with the messages and corrections that you have not sent. The service goes on handling your requests. You can open them again with their tracking codes.
finish-drafts = Your drafts
finish-drafts-text = They have not been sent yet. Once deleted, they cannot be found again.
finish-choice = What should happen to your drafts?
finish-choice-erase = Delete them: other people use this computer
finish-choice-keep = Keep them here: this computer is mine
finish-button = I am done
finish-nothing-title = There is nothing to clear
finish-nothing-text = No request is open and no draft is kept on this computer.
finish-back = the home page
finished-heading = Everything is cleared
finished-text = This computer keeps nothing of your requests or drafts any more.
finished-kept-heading = Your requests are closed
finished-kept-text = Your drafts are kept on this computer.
finished-window = Close the browser window too.
finished-again = To see a request again, open it with its tracking code.
privacy-kept-late = What you send after the access has ended: 10 minutes, the time to open your request again. We remember for 24 hours that an access existed.

## Handing over with a code
hand-over-title-request = Hand over my request – { $procedure }
hand-over-title-draft = Hand over my draft – { $procedure }
hand-over-heading-request = Hand over this request
hand-over-heading-draft = Hand over this draft
hand-over-what = A hand-over code lets you go on elsewhere: on another device, at the counter or with someone who helps you. It opens without a password. You can revoke it at any time.
hand-over-gives-request = You choose whether it only lets people look, or act too. It never lets anyone withdraw the request, read your tracking code or create another code.
hand-over-gives-draft = It lets people go on with the draft and send it, not erase it. Once sent, it opens the request until the code ends.
hand-over-uses-limit = { $count ->
    [one] It can be used { $count } time at most. You see when it was used and on what kind of device.
   *[other] It can be used { $count } times at most. You see when it was used and on what kind of device.
}
hand-over-care = Give it only to the person you have chosen: whoever has it can use it.
hand-over-purpose = Who is this code for?
hand-over-for-device = For me, on another device
hand-over-for-counter = For a staff member at the counter or a digital mediator
hand-over-for-helper = For someone who helps me
hand-over-scope = What does this code allow?
hand-over-may-read = Looking at the request
hand-over-may-act = Looking at the request and acting
hand-over-may-act-hint = Writing to the office, giving documents, correcting answers
hand-over-may-continue = Going on with the draft and sending it
hand-over-life = For how long?
hand-over-hour = 1 hour
hand-over-hour-hint = The device or the person is next to you
hand-over-day = 1 day
hand-over-week = 7 days
hand-over-week-hint = You are meeting a mediator this week
hand-over-give = Create the code
hand-over-alive-heading = Codes in use
hand-over-ended-heading = Codes that have ended
hand-over-none = No code is in use.
hand-over-until = Until { $at }
hand-over-ended = Ended on { $at }
hand-over-revoked = Revoked on { $at }
hand-over-uses = { $count ->
    [0] Not used yet.
    [one] Used { $count } time.
   *[other] Used { $count } times.
}
hand-over-use = On { $at }, on { $device }
device-phone = a phone
device-tablet = a tablet
device-computer = a computer
device-unknown = a device
hand-over-show = See the code
hand-over-revoke = Revoke this code
hand-over-revoke-one = Revoke the code created on { $at }
hand-over-revoked-title = The code is revoked
hand-over-revoked-text = It no longer opens anything. Those who were using it no longer have access.
hand-over-alive = { $count ->
    [one] { $count } hand-over code in use.
   *[other] { $count } hand-over codes in use.
}
hand-over-elsewhere = Go on elsewhere or with someone
hand-over-link-request = Hand over this request with a code
hand-over-link-draft = Go on with another device or with someone
hand-over-back = the hand-over codes
hand-over-code-title = Hand-over code – { $procedure }
hand-over-code-heading = Your hand-over code
hand-over-code-say = On the phone, say it syllable by syllable. Capital letters, accents, spaces and dashes do not matter.
hand-over-code-open = On the other device, open { $address }
hand-over-code-type = Type the code.
hand-over-code-scan = You can also point a phone’s camera at this QR code:
hand-over-code-qr = QR code that opens the page “Go on with a code” with this code
hand-over-code-facts = What this code allows
hand-over-over-title = This code has ended
hand-over-over-text = It no longer opens anything. Create another code if you need one.

## Going on with a code
take-up-heading = Go on with a code
take-up-text = Did someone give you a hand-over code, or did you create one on another device? Type it to go on here.
take-up-code = Hand-over code
take-up-code-hint = 18 letters, for example { $example }
take-up-open = Go on
take-up-link = Go on with a hand-over code
take-up-lost-heading = Does the code not work?
take-up-lost-text = A code lasts one hour, one day or seven days, and can be revoked. Ask the person who gave it to you for a new one, or create one on the other device.
take-up-follow = Open a request with its tracking code
fault-code-short = one letter or more is missing: a code has 18 letters, for example { $example }
fault-code-long = there are too many letters: a code has 18 letters, for example { $example }
fault-code-wrong = a letter is wrong, or two are swapped. Read the code again syllable by syllable, for example { $example }
problem-no-code-title = This code opens nothing
problem-no-code-text = It is wrong, has ended, was revoked, or was used as often as it may be. Check it or ask for a new one.
problem-enough-codes-title = Too many codes are in use
problem-enough-codes-text = Revoke a code below before you create another one.
guest-title = You are here thanks to a hand-over code
guest-may-read = You can look at this request until { $until } at the latest. You cannot change anything: this code does not allow it.
guest-may-act = You can look at this request and act until { $until } at the latest. This code does not allow you to withdraw it.
guest-may-continue = You can go on with this draft and send it until { $until }. This code does not allow you to erase it.
guest-leave-text = On a shared computer, close access when you have finished.
guest-done = I have finished
receipt-code-guest = The tracking code is for the person who gave you the hand-over code. They can read it on their device, in their draft.
home-draft-shared = Shared with you by a hand-over code.
privacy-kept-hand-over = A hand-over code: until it ends or is revoked. Its uses (date, time, kind of device): 7 more days.

## Days, hours and durations
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
date-weekday = { $weekday } { $date }
date-day-month = { $day } { $month }
date-hour = { $hour }:{ $minute }
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-both = { $hours } and { $minutes }

## Choosing what an appointment is for
visits-heading = Book an appointment
visits-lead = First say what you are coming for, then choose a time. We keep it for you while you answer a few questions.
visits-what = What is it for?
visits-already = Do you already have an appointment?
visits-already-text = Open it with its tracking code: you can see it, move it or cancel it.
visits-already-link = Track, move or cancel an appointment
visits-phone = You can also book by phone on { $phone }, or in person at our offices.
visits-none-title = Appointments cannot be booked online at the moment
visits-none-text = Call { $phone } or come to our offices: a member of staff will look for a time with you.
home-visits-text = Choose the time that suits you. You can move it or cancel it later.
home-visits-link = Choose a time
procedure-visit-note = You choose a time first. We keep it for you while you answer the questions.

## What the appointment is for
visit-title = { $title } – Book an appointment
visit-length = Length
visit-length-one = { $duration } for one person
visit-length-person = { $duration } more for each further person
visit-length-document = { $duration } more for each further document
visit-ways = How we see you
visit-bring = What to bring
visit-bring-each = { $thing }, for each person
visit-conditions = What you accept by booking
visit-form = Your visit
visit-people-label = How many people is it for?
visit-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
visit-documents-label = How many documents are you asking for?
visit-documents-hint = For each person: one for an identity card, one for a passport.
visit-documents-each = One for each person
visit-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
visit-also = Anything else during the same appointment?
visit-mode = How would you like to meet us?
mode-onsite = in person
mode-phone = by phone
mode-video = by video call
mode-home = at your home
visit-help-open = Would something help you to come or to understand?
visit-rare-open = Some help, or anything else during the same appointment?
visit-help = What would help you
visit-help-text = The service will know and get ready. It is never a reason to refuse.
visit-help-more-time = More time
visit-help-more-time-hint = The appointment is half as long again.
visit-help-company = Someone coming with me
visit-help-company-hint = A relative or someone who helps you.
visit-help-step-free = A way in without steps
visit-help-step-free-hint = For a wheelchair, a pushchair, crutches.
visit-help-hearing-loop = A hearing loop
visit-help-hearing-loop-hint = To hear better with a hearing aid.
visit-help-sign-language = French sign language
visit-help-interpreter = An interpreter
visit-help-later-hint = It takes a few days to find someone: the first times are later.
visit-help-quiet-hour = A quiet hour
visit-help-quiet-hour-hint = With fewer people and less noise.
visit-show = See the times

## Free times
times-title = Times – { $title }
times-heading = Choose a time
times-back = your visit
times-change = Change the choices for your visit
times-length = The appointment takes { $duration }.
times-only-places = We only show places that have what you need.
times-hold = { $minutes ->
    [one] The time you choose is kept for you for { $minutes } minute while you answer the questions. You confirm at the end.
   *[other] The time you choose is kept for you for { $minutes } minutes while you answer the questions. You confirm at the end.
}
times-hold-some = The time you choose is kept for you for a few minutes while you answer the questions. You confirm at the end.
times-move = Your appointment moves to the time you choose.
times-kept = What you wrote is kept. You only need to choose another time.
times-suggested = { $count ->
    [1] One possible time
    [2] Two possible times
   *[other] Three possible times
}
times-first-of-places = First free time at each place
times-first-of-places-near = First free time at each place, nearest first
times-near = Find the nearest place
times-near-address = Near which address?
times-near-hint = The address only serves to work out distances. It is not kept.
times-near-button = Sort places by distance
times-near-said = Places are sorted from the nearest to the farthest. Distances are approximate, as the crow flies: the way there is longer.
times-near-forget = Stop sorting by distance
times-near-street = Which street?
times-near-street-button = Choose this street
times-near-other = Enter another address
distance-under = less than { $amount } metres away as the crow flies
distance-metres = about { $amount } metres away as the crow flies
distance-kilometres = about { $amount } km away as the crow flies
problem-several-streets-title = Several streets match this address
problem-several-streets-text = Choose the street from the list.
fault-no-street = we cannot find this street. Check its name, or enter the street alone, for example { $example }
times-filter = Choose a place or a time of day
times-filter-place = Place
times-filter-any-place = All places
times-filter-part = Time of day
times-filter-any-part = Any time
times-filter-week = Week
times-filter-any-week = The first possible week
times-filter-of-week = From { $from } to { $to }
times-filter-button = Show these times
times-other-days = The other days of the week
times-part-morning = In the morning
times-part-afternoon = In the afternoon
times-part-evening = After 17:00
times-part-weekend = On Saturday and Sunday
times-week = All times in the week from { $from } to { $to }
times-day = { $count ->
    [0] { $day }, no times
    [one] { $day }, { $count } time
   *[other] { $day }, { $count } times
}
times-week-none = No times this week.
times-weeks = Other weeks
times-earlier = Previous week, from { $from } to { $to }
times-later = Next week, from { $from } to { $to }
slot-at = { $day } at { $hour }
slot-left = { $count ->
    [one] { $count } place left
   *[other] { $count } places left
}
times-none-title = No time is free at the moment
times-none-text = Times become free when someone cancels: come back in a few days. Here is what you can do now.
times-none-filter = See the times at all places, at any time
times-none-mode = Look for a time { $mode }
times-none-phone = Call { $phone }: a member of staff will look for a time with you
times-too-many-title = Too many people for one appointment
times-too-many-text = { $most ->
    [one] This service sees { $most } person at a time. Book several appointments, or call { $phone }.
   *[other] This service sees at most { $most } people at a time. Book several appointments, or call { $phone }.
}
times-not-together-title = These cannot be done in one appointment
times-not-together-text = Book an appointment for each of them, or choose another way to meet us. You can also call { $phone }.
times-away-title = Appointments cannot be booked at the moment
times-away-text = The appointment software does not answer. Try again in a few minutes, or call { $phone }.
times-away-again = Try again
times-known = Times that were free on { $at }
times-known-text = The appointment software does not answer. For information, here are the times that were free on { $at }. They may have been taken since. Try again in a few minutes, or call { $phone }.
line-heading = Very busy right now: everyone in turn
line-ahead =
    { $count ->
        [0] You are nearly there.
        [one] One person is before you.
       *[other] About { $count } people are before you.
    }
line-wait-soon = Wait: less than a minute.
line-wait =
    { $count ->
        [one] Wait: about one minute.
       *[other] Wait: about { $count } minutes.
    }
line-again = This page updates itself in { $count } seconds.
line-look = See where I am now
line-stop = Stop the automatic update
line-calm = This page no longer changes by itself. Check from time to time where you are.
line-resume = Turn the automatic update back on
line-order = Everyone goes in the order they arrived. Reloading the page neither gains nor loses your place.
line-kept = Your place is kept for four hours on this device, even if you close this page. To come back, open this address again.
line-then = When it is your turn, the free times are shown. If none are left, we offer you other places and a waiting list.
problem-time-taken-title = This time has just been taken
problem-time-taken-text = Someone chose it just before you. Choose another free time.
problem-no-time-title = No time was chosen
problem-no-time-text = Press the time that suits you.
problem-office-away-title = The appointment software does not answer at the moment
problem-office-away-text = Nothing was booked or changed. Wait a minute, then try again.

## Moving an appointment
move-title = Move the appointment – { $procedure }
move-heading = Move the appointment
move-now-title = Your appointment now
move-now-text = It stays yours until you choose another time.
move-lost-title = The time that is no longer possible
move-lost-text = Choose another one below.
move-impossible-title = This appointment can no longer be moved here
move-impossible-text = Call { $phone }: a member of staff will see with you what is possible.
done-moved-title = Your appointment has been moved
done-moved-text = The new time is on this page. The old one goes to someone else.

## More or fewer people at an appointment
people-heading = Change the number of people
people-heading-documents = Change the number of people or documents
people-title = { $heading } – { $procedure }
people-effect = If your hour is still possible, you keep it. If not, you choose another time; nothing changes in the meantime.
people-button = Change my appointment
people-keep = Change nothing
people-times-heading = Choose another time
people-times-text = At the hour of your appointment, there is not enough time or room for this number. Nothing has changed for now.
people-times-effect = Your appointment moves to the time you choose, for this number of people.
done-people-title = Your appointment keeps the same hour
done-people-text = It is now for { $people }: { $when }, for { $duration }.
problem-same-number-title = Your appointment is already for this number
problem-same-number-text = Choose another number, or change nothing.
problem-too-many-people-title = The service cannot receive so many at a time
problem-too-many-people-text = Choose at most: { $most }.

## A time kept while one fills in the rest
hold-title = Your time
hold-until = Kept for you until { $hour }.
hold-until-day = Kept for you until { $at }.
hold-below = You can keep it longer: see “{ $title }” below.
hold-more = Keep or change the time
hold-longer = { $minutes ->
    [one] Keep it { $minutes } minute longer
   *[other] Keep it { $minutes } minutes longer
}
hold-longer-some = Keep it longer
hold-soon = You have 2 minutes left to confirm this time.
hold-gone = This time is no longer kept for you. You can go on: what you write is saved. You will choose another time before you confirm, or the same one if it is still free.
hold-change = Change the time
hold-over-title = This time is no longer kept
hold-over-text = What you wrote is kept. You only need to choose a time: the same one, if it is still free, or another.
hold-choose = Choose a time
review-confirm-heading = Confirm the appointment
review-confirm-text = When you confirm, the time is yours and your answers are sent to: { $service }.
review-confirm-accept = By confirming, you accept this:
review-confirm = Confirm the appointment

## An appointment
appointment-title = Your appointment
appointment-state = State
appointment-day = Day
appointment-hours = Time
appointment-from-to = from { $from } to { $to } ({ $duration })
appointment-what = For
appointment-how = How
appointment-by-phone = The service calls you on the number you gave.
appointment-by-video = By video call. The service sends you the link before the appointment.
appointment-at-home = Someone from the service comes to your home.
appointment-place = Place
appointment-directions = How to get there
appointment-conditions = Good to know
appointment-late = { $count ->
    [one] You said you would be { $count } minute late.
   *[other] You said you would be { $count } minutes late.
}
appointment-calendar = Add to my calendar (.ics file)
appointment-move = Move the appointment
appointment-cancel = Cancel the appointment
appointment-until = You can move it or cancel it here until { $at }.
appointment-fixed = Something came up? It happens. It is too late to change it here: call { $phone }, a member of staff will see with you what is possible.
appointment-choose = Choose another time
appointment-call = You can also call { $phone }: a member of staff will look for a time with you.
appointment-again = Book another appointment
appointment-confirmed = Appointment confirmed
appointment-cancelled-by-user = Appointment cancelled
appointment-cancelled-by-service = Appointment cancelled by the service
appointment-time-lost = Another time is to be chosen
appointment-arrived = We know that you are here
appointment-called = It is your turn
appointment-attended = Appointment over
appointment-missed = Appointment missed
appointment-other = The service is dealing with the appointment
appointment-next-confirmed = This time is yours. You can no longer come? Let us know: someone else can have it.
appointment-next-cancelled-by-user = Your appointment is cancelled. You can book another one at any time.
appointment-next-cancelled-by-service = We cannot see you at the time agreed. We are sorry. Please choose another time.
appointment-next-time-lost = Someone took your time before your request reached the service. Your answers are kept. Please choose another time.
appointment-next-arrived = We know that you are here. We will call you as soon as possible.
appointment-next-called = Please come now, we are expecting you.
appointment-next-attended = This appointment took place.
appointment-next-missed = You could not come? Never mind. You can book another appointment.
chosen-state = Time being confirmed
chosen-title = We are confirming your time
chosen-text = It is not confirmed yet. You have nothing to do: the answer comes on this page, and we notify you if you asked for it.
next-chosen = Your request is recorded. The service will confirm your time as soon as possible.
cancelling-state = Cancellation saved
next-cancelling = Your cancellation is saved here and will be passed on to the service as soon as possible. Thank you for telling us.
withdraw-visit-title = Cancel the appointment – { $procedure }
withdraw-visit-heading = Cancel the appointment
withdraw-visit-free = The time goes to someone else. Thank you for telling us.
withdraw-visit-again = For another appointment, you will choose a new time.
withdraw-visit-move = Move the appointment instead
withdraw-visit-reason = Why are you cancelling?
withdraw-visit-button = Cancel my appointment
withdraw-visit-keep = Keep my appointment
withdraw-visit-impossible-title = This appointment can no longer be cancelled here
done-cancelling-title = Your cancellation is saved
done-cancelling-text = Thank you for telling us: the time goes to someone else.
timeline-appointment-citizen = Appointment booked, changed or confirmed by you
timeline-appointment-mediator = Appointment booked, changed or confirmed by the person who helps you
timeline-appointment-staff = Appointment changed by the service
timeline-appointment = News of the appointment
notice-topic-appointment = your appointment has changed.

# In the calendar file of an appointment.
calendar-number = Appointment number: { $number }
calendar-bring = Bring:
calendar-change = To change or cancel: { $link }

# In the receipt by e-mail of a request with a time.
mail-receipt-visit-at = { $when }, { $place }
mail-receipt-visit = Your appointment is confirmed: { $when }.
mail-receipt-visit-asked = Time chosen: { $when }. It is not confirmed yet. The answer will be on the tracking page.
mail-receipt-visit-more = To put it in your calendar, move it or cancel it, open the tracking page.

# Saying that one will be late, on the day of an appointment.
lateness-heading = I will be late
lateness-text = Say so in one press: the person who expects you will know.
lateness-minutes = { $count ->
    [one] { $count } minute late
   *[other] { $count } minutes late
}
done-late-title = The service has been told
done-late-text = Thank you for telling us. The person who expects you knows.

# Reminders of an appointment: how long before, and the page that their link opens.
notices-reminders = Reminders of your appointment
notices-reminders-hint = Tick one or more, or none. A reminder lets you confirm or cancel in one click.
notices-rule-reminder = A reminder says the day, the time and the place, never what the appointment is for.
lead-week = One week before
lead-two-days = Two days before
lead-day = The day before
lead-two-hours = Two hours before
appointment-comes = You confirmed that you are coming.
reminder-heading = Your appointment
reminder-when = Date and time
reminder-day = On the day of the appointment
reminder-question = Are you coming?
reminder-changed = Has something come up?
reminder-come = Yes, I am coming
reminder-cancel = Cancel this appointment
reminder-until = You can cancel here until { $at }.
reminder-too-late = It is too late to cancel here. Call us: we will look for a solution with you.
reminder-kind = Something can come up for anyone. If you tell us, someone else will take this time. If you could not tell us, there is no penalty: simply book a new appointment.
reminder-noted-title = You have confirmed that you are coming
reminder-noted-text = Thank you. The service knows that you will be there.
reminder-move = Change the time or see the whole request, with your tracking code
reminder-cancelled-title = Your cancellation is recorded
reminder-cancelled-text = Thank you for telling us: the time will go to someone else.
reminder-follow = The tracking page of your request says what happened and what you can do.
reminder-open = Open the request, with your tracking code
error-link-title = This link no longer leads to an appointment
error-link-text = The link of a reminder works until the end of the appointment. Your appointment is over, or the link is not complete: check that you copied all of it. With your tracking code you will find your request.
privacy-kept-visit-link = The link of an appointment reminder: until the end of the appointment.
privacy-kept-wait = A place on the waiting list, with your address or your number: until 7 days after your wait ends.

# Messages about an appointment: a reminder, and the confirmation by text message.
visit-mail-subject = Reminder: appointment on { $when }
visit-mail-booked-subject = Appointment confirmed: { $when }
visit-mail-when = You have an appointment on { $when }.
visit-mail-where = Place: { $place }, { $address }.
visit-mail-answer = Say that you are coming, or cancel, in one click:
visit-sms = { $authority }: appointment on { $day } at { $hour }. Are you coming? Say so or cancel: { $link }
visit-sms-booked = { $authority }: appointment confirmed on { $day } at { $hour }. See it or cancel it: { $link }

# Waiting for a time that suits.
times-wait-title = Does none of these times suit you?
times-wait-text = Others become free when someone cancels. Tell us when you can come and we will write to you.
times-wait-link = Be told when a time becomes free
wait-join-title = Waiting list: { $title }
wait-join-heading = Be told when a time becomes free
wait-join-back = Free times
wait-join-button = Join the waiting list
wait-rule-turn = Each time that becomes free is offered to one person at a time, in the order in which people joined.
wait-rule-time = We keep it for you for a few hours so that you can answer. The night does not count.
wait-rule-free = You can turn a time down without losing your place, and leave the list whenever you like.
wait-rule-private = We use your address and your number for this alone. We erase them a week after your wait ends.
wait-places = Where can you come?
wait-places-hint = Tick nothing if every place suits you.
wait-parts = At what times of day can you come?
wait-parts-hint = Tick nothing if any time of day suits you.
wait-from = From which day?
wait-from-hint = Leave this empty if you can come right away.
wait-to = Until which day?
wait-to-hint = If you leave this empty, you wait for two months.
wait-heading = You are on the waiting list
wait-offered-heading = A time is free for you
wait-booked-heading = You have taken a time
wait-left-heading = You have left the waiting list
wait-expired-heading = Your wait is over
wait-wish = What you are waiting for
wait-days-words = From { $from } to { $to }
wait-day-words = On { $day }
wait-until = Kept for you until
wait-question = Do you take this time?
wait-take = Take this time
wait-decline = No, wait for another time
wait-decline-text = If you wait for another time, this one goes to the next person. You keep your place on the list.
wait-ahead =
    { $count ->
        [0] Nobody is waiting before you.
        [one] One person is waiting before you.
       *[other] { $count } people are waiting before you.
    }
wait-ahead-text = You may get a time before they do if it does not suit them.
wait-known = According to the service’s last answer, on { $at }.
wait-reached = We will write to you here: { $reached }.
wait-keep = Keep the address of this page: it is all you need to come back, without a code. It is also in the message that we have just sent you.
wait-times = See the times that are free now
wait-booked-title = This time is yours
wait-booked-text = Your wait is over. You can follow and change this appointment like any other.
wait-left-title = Done
wait-left-text = We will not write to you any more. Your contact details will be erased in a week.
wait-expired-title = No time could be given to you
wait-expired-text = The days that you gave are over, or several times that we offered had no answer. You can join again or call us.
wait-leave-title = No longer waiting?
wait-leave-text = Leaving the list makes room for others. You can join again.
wait-leave = Leave the waiting list
wait-held = What you are waiting for
wait-held-open = Waiting list:
wait-held-offered = A time is free for you
wait-mail-entered-subject = You are on the waiting list
wait-mail-entered = You are waiting for an appointment time, until { $last }. We will write to you as soon as a time becomes free for you.
wait-mail-entered-link = See where you stand, or leave the list:
wait-mail-offer-subject = A time is free: { $when }
wait-mail-offer = A time is free for you: { $when }. It is kept for you until { $until }.
wait-mail-offer-link = Take this time, or wait for another one:
wait-mail-offer-else = If you do not answer, it then goes to the next person.
wait-mail-ended-subject = Your wait is over
wait-mail-ended = No time could be given to you from the waiting list: the days that you gave are over, or several times that we offered had no answer.
wait-mail-ended-link = You can join again, or call us:
wait-mail-why = You receive this message because you joined this waiting list.
wait-sms-entered = { $authority }: you are on the waiting list. Follow or leave: { $link }
wait-sms-offer = { $authority }: free time on { $day } at { $hour }, kept until { $last } { $until }. Answer: { $link }
wait-sms-ended = { $authority }: your wait is over, without a time. See: { $link }
wait-still-title = You are also on the waiting list
wait-still-text = Is this appointment enough? Leave the list and times will go to others. If you stay on it, you may still be offered another time.

# Appointments beside procedures done online.
procedure-help = Do it with someone
procedure-help-text = Would you rather have help? A member of staff can go through this procedure with you, by appointment.
visit-online = Without coming
visit-online-text = These procedures can also be done online, at any hour and without an appointment:

# At the place of an appointment: one's turn, and the page of a place.
turn-heading = Your turn
turn-link = I am here: see my turn
turn-ticket = Your number
turn-ahead =
    { $count ->
        [0] You are the next person to be seen.
        [one] One person is before you.
       *[other] { $count } people are before you.
    }
turn-wait = Allow between { $low } and { $high } minutes.
turn-wait-soon = Allow less than { $high } minutes.
turn-called = It is your turn: { $desk }.
turn-called-nowhere = It is your turn: please go to reception.
turn-being-served = A member of staff is with you.
turn-served = Your appointment is over. Thank you for coming.
turn-absent = We called you and did not see you. Tell reception: we will call you again.
turn-left = You are no longer in the queue.
turn-other = Ask reception where you stand.
turn-back = You can go out for a while: come back at about { $hour }.
turn-open = You can leave this page open.
turn-arrive = I am here
turn-arrive-text = Say that you are here: you will get a number, and this page will tell you when your turn comes. You can also tell reception.
turn-early = You will be able to say here that you have arrived from { $at }, one hour before your appointment.
turn-over = It can no longer be said here. Go to reception or call us: we will look for a solution with you.
turn-away-title = The service is not answering right now
turn-away-text = Go to reception: your appointment is on record.
place-link = { $place }: waiting and hours today
place-facts = Coming here
place-now = Right now
place-open = Open until { $hour }.
place-closed = Closed right now.
place-waiting =
    { $count ->
        [0] Nobody is waiting.
        [one] One person is waiting.
       *[other] { $count } people are waiting.
    }
place-wait = Without an appointment, allow between { $low } and { $high } minutes.
place-wait-soon = Without an appointment, allow less than { $high } minutes.
place-days = Reception on the next days
place-hours = from { $from } to { $to }
place-day-closed = closed
date-month-year = { $month } { $year }
opinion-heading = Your opinion
opinion-invitation = One question is enough. Your answer does not bear your name.
opinion-link-procedure = Say how this request went
opinion-link-visit = Say how this appointment went
opinion-link-answer = Say what you think of the answer
opinion-link-place = Say how you were received here
opinion-promise = You can skip any question. Your answer bears neither your name nor the number of your request. The authority may publish what you write, once a member of staff has removed what would let you be recognised.
opinion-kept-title = Your answer is saved
opinion-kept-text = Thank you. You can say more, or stop here.
opinion-send = Send my opinion
opinion-send-more = Save and continue
opinion-send-as-it-is = Send the text as it is
opinion-done = Save and finish
opinion-thanks-heading = Thank you for your opinion
opinion-thanks-text = It counts together with that of others. The results are public, and a member of staff reads what you wrote.
opinion-thanks-quality = See the results
opinion-thanks-else = A question, a problem to solve? Opinions get no answer: call us.
error-opinion-given-title = You have already given your opinion
error-opinion-given-text = It is saved, thank you. It can be given once only, and completed for less than an hour.
error-opinion-late-title = This questionnaire is over
error-opinion-late-text = Opinions can be given for two months. Your experience still matters to us: call us or write to us.
write-heading = A question, a complaint, an opinion
write-danger = In danger? Talk to someone first
write-question = I have a question
write-question-text = You are looking for information or help. Your question is followed: you get a tracking code and an answer.
write-complaint = I want to make a complaint
write-complaint-text = Something did not go as it should have and you expect an answer. You get a tracking code, an acknowledgement and a written answer.
write-complaint-request = Is it about a request or an appointment? Open it first: you will not have to type anything again.
write-delay = Usual time to answer: { $delay }.
write-opinion = I give my opinion
write-opinion-text = Say how it went, in one question and without your name. We read everything and publish the results, but we cannot answer you personally.
write-opinion-place = About how you were received at a place
write-opinion-request = About a request or an appointment:
complain-title = Complaint – { $procedure }
complain-heading = Make a complaint
complain-delay = Usual time to answer: { $delay }. Your complaint has its own number and its own page to follow it.
complain-carry-heading = What should we take from this request?
complain-carry-text = We can take the number of this request, your email address and your phone number. You will see them and can change them before sending. Nothing else is taken.
complain-carry = Take them and begin
complain-alone = Begin without taking anything
footer-write = Write to us
opinion-later-heading = No time now?
opinion-later-text = We can ask you again by email, only once, in a week. Without your agreement, we do not write to you.
opinion-later-button = Ask me again in a week
opinion-later-title = Noted
opinion-later-planned = We will write to you once, on { $day }. You can also answer now.
opinion-mail-ask = How did it go? One question is enough, and your answer does not bear your name:
opinion-mail-again = You wanted to tell us how your request went. One question is enough, and your answer does not bear your name:
opinion-mail-subject = Your opinion on your request
opinion-mail-why = You get this message because you asked for it. We will not write to you about this again.
opinion-elsewhere-text = For this procedure, opinions are collected by the State's site "Je donne mon avis". It does not ask for your name.
opinion-elsewhere-link = Give my opinion on "Je donne mon avis" (another site, in French)
watch-week-subject = What residents say, week of { $day }
watch-alert-subject = Alert: satisfaction to look at, { $name }
watch-whole = Over a year, { $share } of the people who answered are satisfied (between { $low } and { $high }). Published answers: { $count }.
watch-whole-none = There are not enough answers yet to publish a result.
watch-parts = By procedure and by place, share of satisfied people:
watch-part = { $name }: { $share }, of { $count }
watch-abandoned = Pages on which drafts were abandoned:
watch-wrong = Questions corrected most:
watch-searched = Words searched for without result:
watch-line = { $what }: { $count }
watch-all = All published results:
watch-low = Of the answers published in { $month }, { $share } of the people are satisfied, out of { $count } answers: less than the chosen threshold.
watch-fall = Of the answers published in { $month }, { $share } of the people are satisfied, out of { $count } answers. They were { $before } in the months before: chance does not explain it.
watch-why = This address gets these letters because it is in the configuration of the portal (quality.letters_to).
poster-link = Poster with a code to scan, to print
poster-title = Poster for { $place }
poster-heading = How did we receive you?
poster-text = Tell us in one question, without your name. Scan this code with your phone.
poster-qr = Code to scan, which opens the question
poster-address = You can also type this address:
poster-agent = No phone? A member of staff can write down your answer for you.
quality-page-clear = Find the page they read clear
page-clear-yes = Yes, it is clear
page-clear-no = No, not really
danger-title = You may be in danger: talk to someone now
danger-now = Immediate danger for you or someone else:
danger-deaf = You are deaf, hard of hearing, or cannot speak:
danger-life = You think of dying, or fear for someone close to you (free, day and night):
danger-violence = Someone hits you, threatens you or raped you (free and anonymous, day and night):
danger-child = A child is in danger (free, day and night):
danger-accident = A fire, a gas leak, an accident: move away, then call the fire brigade:
danger-homeless = You have nowhere to sleep (free, day and night):
danger-call = call { $number }
danger-write = send a text message to { $number }
danger-go-on = You can still go on: nothing is lost. Press the button below again.
problem-personal-data-title = Your text may hold personal information
problem-personal-data-text = It seems to hold a number, an e-mail address or a code. Remove it, or send the text as it is with the second button: only a member of staff will read it.
quality-heading = Quality of service
quality-title = Quality of service: { $name }
quality-whole = The quality of all services
quality-link = See the quality of this service
quality-period = From { $since } to { $until }.
quality-satisfaction = Satisfaction
quality-not-enough = Not enough answers yet
quality-satisfied = { $share } of people are satisfied.
quality-sure =
    { $count ->
        [one] From one answer. Had everybody answered, it would be between { $low } and { $high }.
       *[other] From { $count } answers. Had everybody answered, it would be between { $low } and { $high }.
    }
quality-satisfaction-caption = Answers to “How did it go?”
quality-answer = Answer
quality-share = Share
quality-people = Answers
quality-percent = { $value }%
quality-share-sure = { $share } ({ $low } to { $high })
quality-best = Very well
quality-good = Well
quality-middle = So-so
quality-bad = Badly
quality-worst = Very badly
quality-others = Delays, clarity, help
quality-others-caption = What is measured, and the result
quality-measure = Measure
quality-result = Result
quality-half = Time taken by half of the requests
quality-nine-tenths = Time taken by nine in ten requests
quality-days =
    { $count ->
        [one] { $count } day or less
       *[other] { $count } days or less
    }
quality-in-time = Requests answered within the announced time
quality-ease = Find it easy
quality-clarity = Find it clear
quality-pace = Find the wait short
quality-answer-satisfaction = Satisfied with the answer received
quality-answer-clarity = Find the answer clear
quality-by-phone = Got help by phone
quality-at-counter = Got help at a counter
quality-by-email = Got help in writing
quality-mediator = Were helped by a digital adviser
quality-assistive = Satisfied, among people who use an assistive technology
quality-trend = Month by month
quality-trend-caption = Satisfied people, by month of publication
quality-month = Month
quality-satisfied-share = Satisfied
quality-chart-table = The same figures are in the table just above.
quality-bars-title = Chart: answers to “How did it go?”
quality-bars-said = Well or very well: { $good }. So-so: { $middle }. Badly or very badly: { $bad }.
quality-bar = { $name }: { $share }
quality-trend-title = Chart: satisfied people, month by month
quality-trend-key = The dot marks the share of satisfied people. The stroke goes from the smallest to the largest likely share.
quality-trend-changed = From { $first } in { $since } to { $last } in { $until }.
quality-trend-same = { $share } in { $since } as in { $until }.
quality-trend-unsure = The difference between these two months may be due to chance.
quality-trend-lowest = The lowest: { $share } in { $month }.
quality-trend-highest = The highest: { $share } in { $month }.
quality-trend-unknown =
    { $count ->
        [one] One month stays empty, for lack of answers.
       *[other] { $count } months stay empty, for lack of answers.
    }
quality-trend-month =
    { $count ->
        [one] { $month }: { $share }, one answer
       *[other] { $month }: { $share }, { $count } answers
    }
quality-trend-empty = { $month }: not enough answers
quality-procedures = By service
quality-procedures-caption = Satisfied people, by service
quality-procedure = Service
quality-places = By place
quality-places-caption = Satisfied people, by place
quality-place = Place
quality-method = How we count
quality-method-groups = Answers are published in groups of { $fewest }, so that nobody is recognised. The latest answers therefore wait until their group is complete.
quality-method-interval = The two numbers in brackets say between which shares the result lies, with 95% certainty, had everybody answered.
quality-data = The data
quality-table = Download the table (CSV)
quality-json = Download the data for programs (JSON)
heard-improvements = What you said, what we did
heard-said = You said
heard-did = We did
heard-moved = Result today
heard-opinions = What people wrote
heard-method = A member of staff chooses these texts and removes what would let someone be recognised. Dots in brackets stand for a number or an address. If you recognise someone, tell us: we remove the text.
heard-older = Read older texts
heard-newest = Back to the latest texts
heard-latest =
    { $count ->
        [one] Here is the latest text.
       *[other] Here are the { $count } latest texts.
    }
heard-written = Written in { $month }
heard-reply = Our reply
privacy-kept-opinion = An opinion: it does not bear your name; what you wrote is erased from this site once the service has it, and by the service a year later at most. A text that the authority publishes stays public for a year at most.
