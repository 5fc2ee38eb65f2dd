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
date-moment = { $date } à { $hour } h { $minute }
weight-kilobytes = { $amount } ko
weight-megabytes = { $amount } Mo
money-euros = { $amount } €

## E-mail sent once a request is recorded (plain text)
mail-receipt-subject = Nous avons votre demande : { $procedure }
mail-receipt-hello = Bonjour,
mail-receipt-recorded = Nous avons enregistré votre demande « { $procedure } » le { $moment }.
mail-receipt-code = Votre code de suivi est :
mail-receipt-keep = Gardez bien ce code. Le code sert à savoir où en est votre demande. Il faut aussi votre adresse mail. Allez sur cette page :
mail-receipt-contact = Vous avez une question ? Voici le service :
mail-receipt-phone = Téléphone : { $phone }
mail-receipt-email = Adresse mail : { $email }
mail-receipt-not-you = Cette demande n’est pas de vous ? Dites-le au service. Donnez le code de suivi.
mail-receipt-automatic = Un ordinateur envoie ce message. Personne ne lit les réponses.

## Components: page
back-link = Revenir à la page : { $page }
notice-information = Information : { $title }
notice-success = C’est fait : { $title }
notice-warning = Attention : { $title }
step-position = Étape { $position } sur { $total }
skip-links-name = Aller tout de suite à
skip-content = Contenu
skip-search = Recherche
skip-help = Aide
skip-question = Dire si vous avez compris cette page
language-menu-name = Langue
menu-name = Menu principal
menu-home = Accueil
menu-procedures = Démarches
menu-themes = Thèmes
menu-follow = Suivre ma demande
menu-help = Aide
footer-name = Informations sur le site
footer-site-map = Plan du site
footer-help = Aide et contact
footer-accessibility-total = Accessibilité : totalement conforme
footer-accessibility-partial = Accessibilité : partiellement conforme
footer-accessibility-none = Accessibilité : non conforme
footer-privacy = Vos informations personnelles
footer-legal = Mentions légales
contact-title = Vous avez besoin d’aide ?
contact-phone = Téléphone :
contact-email = Adresse mail :
contact-hours = Horaires :
summary-left-open = Vous n’avez pas répondu

## Components: what happened to a request
status-submitted = Le service a reçu votre demande
status-in-review = Le service étudie votre demande
status-info-requested = Le service a une question pour vous
status-awaiting-payment = Vous devez payer
status-accepted = La réponse est oui
status-rejected = La réponse est non
status-closed = La demande est terminée
status-withdrawn = Vous avez arrêté la demande
status-expired = La demande est terminée. Vous n’avez pas répondu au service.
status-other = Le service s’occupe de votre demande
timeline-message-staff = Message du service
timeline-message-citizen = Votre message
timeline-message-mediator = Message de la personne qui vous aide
timeline-event = Suite de la demande

## Components: answers in words
answer-yes = Oui
answer-no = Non
answer-accepted = Vous êtes d’accord
answer-part = { $part } :

## Components: fields
field-required = { $label } (obligatoire)
field-optional = { $label } (pas obligatoire)
field-error = Erreur : { $words }
field-count =
    { $count ->
        [one] Pas plus de { $count } lettre ou espace
       *[other] Pas plus de { $count } lettres ou espaces
    }
item-label = { $noun } { $number } :
date-typed = { $day } { $month } { $year }
hint-email = Exemple : nom@exemple.fr
hint-phone = Exemple : 06 39 98 12 34
hint-date = Exemple : { $example }
hint-number = Un nombre entre { $min } et { $max }
part-day = Jour
part-month = Mois
part-year = Année
part-line1 = Numéro et rue
part-line2 = Bâtiment, étage
part-postal-code = Code postal
part-city = Ville
part-country = Pays, si ce n’est pas la France
part-family-name = Nom de naissance
part-usage-name = Nom utilisé tous les jours
part-given-names = Prénoms
list-comma = ,{ " " }
list-or = { $first } ou { $last }
file-rules =
    { $count ->
        [one] Fichier { $kinds }. Pas plus de { $weight }. Un seul fichier.
       *[other] Fichiers { $kinds }. Pas plus de { $weight } par fichier. Pas plus de { $count } fichiers.
    }
file-facts = , { $kind }, { $weight }
file-add = Ajouter le fichier
file-add-named = Ajouter le fichier : { $label }
file-list = Vos fichiers : { $label }
file-remove = Retirer { $name }

## Components: what is wrong
error-summary-title =
    { $count ->
        [one] Il y a { $count } erreur dans cette page
       *[other] Il y a { $count } erreurs dans cette page
    }
error-summary-again =
    { $count ->
        [one] Il y a encore { $count } erreur dans cette page
       *[other] Il y a encore { $count } erreurs dans cette page
    }
error-summary-part = { $label }, { $part }
error-summary-line = { $label } : { $words }
fault-missing-any = répondez à cette question
fault-missing-short = écrivez une réponse. Exemple : { $example }
fault-missing-long = écrivez votre réponse avec quelques phrases
fault-missing-email = écrivez votre adresse mail. Exemple : nom@exemple.fr
fault-missing-phone = écrivez un numéro de téléphone. Exemple : 06 39 98 12 34
fault-missing-date = écrivez le jour, le mois et l’année. Exemple : { $example }
fault-missing-number = écrivez un nombre entre { $min } et { $max }. Exemple : { $min }
fault-missing-yes-no = choisissez oui ou non
fault-missing-choice = choisissez une réponse
fault-missing-line1 = écrivez le numéro et la rue. Exemple : 12 rue des Tilleuls
fault-missing-postal-code = écrivez le code postal. Exemple : 75011
fault-missing-city = écrivez le nom de la ville. Exemple : Lyon
fault-missing-address = écrivez toute l’adresse. Exemple : 12 rue des Tilleuls, 75011 Paris
fault-missing-family-name = écrivez le nom de naissance. Exemple : Martin
fault-missing-given-names = écrivez tous les prénoms. Exemple : Léa Marie
fault-missing-person = écrivez le nom de naissance et les prénoms. Exemple : Martin, Léa Marie
fault-missing-file = choisissez un fichier { $kinds }. Ensuite, ajoutez le fichier.
fault-too-short =
    { $count ->
        [one] votre texte est trop court. Écrivez au moins { $count } lettre ou espace.
       *[other] votre texte est trop court. Écrivez au moins { $count } lettres ou espaces.
    }
fault-too-short-example =
    { $count ->
        [one] la réponse est trop courte. Écrivez au moins { $count } lettre ou espace. Exemple : { $example }
       *[other] la réponse est trop courte. Écrivez au moins { $count } lettres ou espaces. Exemple : { $example }
    }
fault-too-long =
    { $count ->
        [one] votre texte est trop long. Gardez { $count } lettre ou espace au plus.
       *[other] votre texte est trop long. Gardez { $count } lettres ou espaces au plus.
    }
fault-too-long-example =
    { $count ->
        [one] la réponse est trop longue. Écrivez { $count } lettre ou espace au plus. Exemple : { $example }
       *[other] la réponse est trop longue. Écrivez { $count } lettres ou espaces au plus. Exemple : { $example }
    }
fault-email = corrigez l’adresse mail. Exemple : nom@exemple.fr
fault-phone = corrigez le numéro de téléphone. Exemple : 06 39 98 12 34
fault-date-day-missing = écrivez aussi le jour. Exemple : { $example }
fault-date-month-missing = écrivez aussi le mois. Exemple : { $example }
fault-date-year-missing = écrivez aussi l’année. Exemple : { $example }
fault-date-unreal = cette date n’existe pas. Écrivez une autre date. Exemple : { $example }
fault-date-day-unreal = ce jour n’existe pas dans ce mois. Corrigez le jour. Exemple : { $example }
fault-date-month-unreal = corrigez le mois. Écrivez un nombre de 1 à 12. Exemple : { $example }
fault-date-year-unreal = corrigez l’année. Écrivez 4 chiffres. Exemple : { $example }
fault-date-future = cette date n’est pas encore arrivée. Écrivez la date d’aujourd’hui ou une date passée. Exemple : { $example }
fault-date-past = cette date est passée. Écrivez la date d’aujourd’hui ou une date à venir. Exemple : { $example }
fault-too-young =
    { $count ->
        [one] vérifiez la date. L’âge doit être de { $count } an ou plus. Exemple : { $example }
       *[other] vérifiez la date. L’âge doit être de { $count } ans ou plus. Exemple : { $example }
    }
fault-too-old =
    { $count ->
        [one] vérifiez la date. L’âge doit être de { $count } an ou moins. Exemple : { $example }
       *[other] vérifiez la date. L’âge doit être de { $count } ans ou moins. Exemple : { $example }
    }
fault-number = écrivez un nombre avec des chiffres, entre { $min } et { $max }. Exemple : { $min }
fault-too-small = écrivez un nombre plus grand, entre { $min } et { $max }
fault-too-great = écrivez un nombre plus petit, entre { $min } et { $max }
fault-choice = choisissez une réponse de la liste
fault-too-few-choices =
    { $count ->
        [one] cochez au moins { $count } case
       *[other] cochez au moins { $count } cases
    }
fault-postal-code = corrigez le code postal. En France, il a 5 chiffres. Exemple : 75011. Dans un autre pays, écrivez aussi le pays.
fault-not-accepted = cochez la case pour continuer
fault-not-same = écrivez la même réponse que plus haut
fault-not-same-email = écrivez la même adresse mail que plus haut
fault-not-different = écrivez une autre réponse que plus haut
fault-date-not-after = écrivez une date après la date écrite plus haut. Exemple : { $example }
fault-date-before = écrivez la date écrite plus haut, ou une date après. Exemple : { $example }
fault-number-not-after = écrivez un nombre plus grand que le nombre écrit plus haut
fault-number-before = écrivez le même nombre que plus haut, ou un nombre plus grand
fault-too-many-files =
    { $count ->
        [one] gardez { $count } seul fichier. Retirez le fichier déjà ajouté pour en mettre un autre.
       *[other] gardez { $count } fichiers au plus. Retirez un fichier pour en mettre un autre.
    }
fault-file-kind-any = retirez le fichier refusé. Choisissez un fichier { $kinds }.
fault-file-too-heavy-any = retirez le fichier trop lourd. Choisissez un fichier de { $weight } au plus.
fault-file-kind = { $name } n’est pas accepté. Choisissez un fichier { $kinds }.
fault-file-mismatch = le nom de { $name } ne va pas avec son contenu. Enregistrez le fichier en { $kinds }.
fault-file-empty = { $name } est vide. Ouvrez le fichier pour vérifier. Ensuite, choisissez le fichier encore une fois.
fault-file-too-heavy = { $name } est trop lourd. Choisissez un fichier de { $weight } au plus. Exemple : une photo plus petite
fault-file-broken = { $name } n’est pas bien arrivé. Choisissez le fichier encore une fois.
fault-characters = retirez les signes comme < et >
fault-tracking-code = ce code n’est pas bon. Regardez le code sur votre reçu. Écrivez toutes les lettres et tous les chiffres. Exemple : { $example }
fault-characters-short = retirez les signes comme < et >. Exemple : { $example }
fault-characters-name = écrivez le nom avec des lettres. Exemple : Martin
fault-characters-given-names = écrivez les prénoms avec des lettres. Exemple : Léa Marie
fault-characters-address = retirez les signes comme < et >. Exemple : 12 rue des Tilleuls

## Assistance of forms in the browser (the number is put in by the browser)
assist-added =
    { $category ->
        [one] Il y a { $count } nouvelle question plus bas.
       *[other] Il y a { $count } nouvelles questions plus bas.
    }
assist-left =
    { $category ->
        [one] Vous pouvez encore écrire { $count } lettre ou espace.
       *[other] Vous pouvez encore écrire { $count } lettres ou espaces.
    }
assist-over =
    { $category ->
        [one] Votre texte est trop long. Enlevez { $count } lettre ou espace.
       *[other] Votre texte est trop long. Enlevez { $count } lettres ou espaces.
    }
upload-chosen = Vous avez choisi le fichier { $name }.

## Titles and navigation
title-of-page = { $title } – { $site }
title-error = Erreur : { $title }
navigation-loading = La page arrive
catalogue-old-title = Ces informations sont peut-être anciennes
catalogue-old-text = L’ordinateur des services est en panne. Les informations de cette page datent du { $at }. Vous pouvez quand même envoyer vos demandes. Nous donnons vos demandes au service dès que possible.

## Home
home-title = Accueil
home-heading = Vos démarches à { $authority }
home-lead = Une démarche est une demande à l’administration. Par exemple : demander un papier. Sur ce site, vous faites vos démarches à toute heure. Une personne peut aussi vous aider au guichet et par téléphone.
home-drafts = Vos démarches commencées
home-requests = Vos demandes
home-request-open = Voir : { $title }
home-request-due = Le service attend votre réponse avant le { $day }
home-draft-continue = Continuer : { $title }
home-draft-saved = Nous avons gardé vos réponses le { $saved }. Nous les gardons jusqu’au { $until }.
home-draft-erase = Effacer : { $title }
home-procedures = Les démarches
home-by-theme = Voir les démarches par thème
home-follow = Suivre une demande
home-follow-text = Vous avez déjà envoyé une demande ? Vous avez reçu un code de suivi. Avec ce code, vous savez où en est votre demande.
home-follow-link = Suivre ma demande
home-help = Se faire aider par une personne
home-help-text = Une personne peut vous aider. Elle vous aide par téléphone ou au guichet. Elle vous aide aussi dans un espace France services. Un espace France services est un lieu pour vous aider dans vos démarches. C’est gratuit.
home-help-link = Voir les lieux et les aides

## Search and lists
search-label = Chercher une démarche
search-button = Chercher
search-title = Résultats pour « { $query } »
search-results = { $count ->
    [0] Nous avons trouvé 0 démarche pour « { $query } »
    [one] { $count } démarche pour « { $query } »
   *[other] { $count } démarches pour « { $query } »
}
search-nothing = Écrivez un mot plus simple. Exemple : « naissance » ou « école ». Vous pouvez aussi nous appeler. Le numéro de téléphone est : { $phone }. Nous cherchons avec vous.
search-all = Voir toutes les démarches
procedures-heading = Démarches
procedures-all = { $count ->
    [one] { $count } démarche sur ce site
   *[other] { $count } démarches sur ce site
}
themes-heading = Démarches par thème
themes-by-theme = Par thème
themes-by-event = Par moment de votre vie

## Page of a procedure
procedure-cost = Prix
procedure-free = Gratuit
procedure-amount = { $amount } ({ $note })
procedure-minutes = Temps pour répondre aux questions
procedure-minutes-count = { $count ->
    [one] environ { $count } minute
   *[other] environ { $count } minutes
}
procedure-delay = Temps pour avoir une réponse
delay-calendar-days = { $count ->
    [one] environ { $count } jour
   *[other] environ { $count } jours
}
delay-working-days = { $count ->
    [one] environ { $count } jour, sans compter le samedi et le dimanche
   *[other] environ { $count } jours, sans compter le samedi et le dimanche
}
procedure-eligibility = Qui peut faire cette démarche ?
procedure-checklist = Ce qu’il vous faut
procedure-next = Ce qui se passe après
procedure-silence = Et si vous n’avez pas de réponse ?
procedure-silence-acceptance = { $months ->
    [one] Le service a { $months } mois pour répondre à votre demande. Après ce temps, si le service n’a rien dit, la réponse est oui.
   *[other] Le service a { $months } mois pour répondre à votre demande. Après ce temps, si le service n’a rien dit, la réponse est oui.
}
procedure-silence-refusal = { $months ->
    [one] Le service a { $months } mois pour répondre à votre demande. Après ce temps, si le service n’a rien dit, la réponse est non. Vous pouvez dire que vous n’êtes pas d’accord.
   *[other] Le service a { $months } mois pour répondre à votre demande. Après ce temps, si le service n’a rien dit, la réponse est non. Vous pouvez dire que vous n’êtes pas d’accord.
}
procedure-other-ways = Faire la démarche sans internet
procedure-other-ways-text = Vous pouvez aussi faire cette démarche sans internet. Voici comment :
procedure-rules = Ce que dit la loi
procedure-begin = Commencer la démarche
procedure-begin-note = { $days ->
    [one] Nous gardons vos réponses à chaque étape. Nous gardons vos réponses { $days } jour. Vous pouvez vous arrêter. Ensuite, vous continuez sur le même appareil. Un appareil est par exemple un ordinateur ou un téléphone.
   *[other] Nous gardons vos réponses à chaque étape. Nous gardons vos réponses { $days } jours. Vous pouvez vous arrêter. Ensuite, vous continuez sur le même appareil. Un appareil est par exemple un ordinateur ou un téléphone.
}

## Filling in
step-title = Étape { $position } sur { $total }, { $step } – { $procedure }
step-continue = Enregistrer et continuer
step-save-and-review = Enregistrer et relire mes réponses
step-more-title = Il y a de nouvelles questions
step-more-text = Vos réponses sont enregistrées. Répondez aussi aux nouvelles questions de cette page.
draft-kept-title = Vos réponses
draft-kept-text = Nous gardons vos réponses jusqu’au { $until }. Vous les retrouvez sur cet appareil. Votre demande n’est pas encore envoyée.
draft-erase-link = Effacer mes réponses
draft-form-changed-title = Les questions ont changé
draft-form-changed-text = Nous avons changé les questions après votre première visite. Vos réponses sont gardées. Relisez vos réponses avant d’envoyer.
items-count = { $count ->
    [0] La liste est vide
   *[other] Dans la liste : { $count }
}
items-name = { $noun } { $number } :
items-unnamed = { $noun } { $number }
items-incomplete = Il manque des réponses.
items-change = Changer { $name }
items-removed = Vous avez retiré : { $name }
items-restore = Remettre dans la liste : { $name }
items-remove = Retirer { $name }
items-full = La liste est pleine. Le maximum est : { $max }.
item-heading = { $noun } { $number }
item-title = { $item } – { $procedure }
item-save = Enregistrer et revenir à la liste
review-title = Relire vos réponses – { $procedure }
review-heading = Relisez vos réponses
review-change = Changer : { $section }
review-incomplete-title = Il reste des questions
review-incomplete-text = Répondez aux questions de ces étapes. Ensuite, vous pouvez envoyer votre demande.
review-complete-step = Répondre : { $step }
review-continue = Continuer ma démarche
review-send-heading = Envoyer votre demande
review-send-text = Votre demande va à ce service : { $service }.
review-good-faith = Vous pouvez faire une erreur. Ce n’est pas grave. Le service peut corriger votre demande. Vous ne serez pas puni pour une erreur faite sans mentir. C’est écrit dans la loi : article L123-1 du code des relations entre le public et l’administration.
review-send = Envoyer ma demande
erase-title = Effacer vos réponses – { $title }
erase-heading = Voulez-vous effacer vos réponses ?
erase-text = Voici la démarche : « { $title } ». Nous allons effacer toutes vos réponses et tous vos fichiers. Après, c’est fini : vous ne pourrez plus les retrouver.
erase-button = Effacer mes réponses
erase-back = relire vos réponses
problem-conflict-title = Vous avez changé cette page à un autre endroit
problem-conflict-text = Cette page est ouverte 2 fois sur votre appareil. Voici les réponses déjà gardées. Vos nouvelles réponses sont plus bas. Vous préférez les nouvelles réponses ? Envoyez encore une fois cette page.
problem-conflict-link = Voir mes nouvelles réponses
problem-no-request-title = Nous ne trouvons pas votre demande
problem-no-request-text = Vérifiez le code de suivi. Vérifiez aussi l’autre information. Elle doit être la même que dans la demande.
problem-incomplete-title = Il manque quelque chose
problem-incomplete-text = Finissez cette étape avant de continuer.
problem-unavailable-title = Nous ne pouvons pas garder vos réponses pour le moment
problem-unavailable-text = Vos réponses sont encore sur cette page. Attendez une minute. Ensuite, envoyez encore une fois cette page.
problem-too-many-title = Vous avez envoyé la page trop de fois
problem-too-many-text = { $minutes ->
    [one] Vos réponses sont encore sur cette page. Attendez { $minutes } minute. Ensuite, envoyez encore une fois cette page.
   *[other] Vos réponses sont encore sur cette page. Attendez { $minutes } minutes. Ensuite, envoyez encore une fois cette page.
}

## Receipt and request
sent-already-title = Cette demande est déjà envoyée
sent-already-text = Votre demande « { $title } » est bien envoyée. Elle est envoyée une seule fois. Vous avez fini.
sent-already-link = Voir le reçu
receipt-title = Demande envoyée – { $procedure }
receipt-heading = Votre demande est envoyée
receipt-code-title = Code de suivi
receipt-code-text = Le code de suivi sert à savoir où en est votre demande. Écrivez ce code sur un papier. Ou imprimez cette page. Gardez bien ce code.
receipt-mail = Nous avons envoyé un mail à { $to }. Le code est dans ce mail.
receipt-no-mail = Vous n’avez pas donné d’adresse mail. Gardez bien ce code.
receipt-no-follow = Vous n’avez pas donné d’adresse mail. Vous n’avez pas donné de date de naissance. Alors vous ne pouvez pas suivre cette demande sur ce site. Vous nous appelez ? Donnez ce code.
receipt-procedure = Démarche
receipt-number = Numéro donné par le service
receipt-recorded = Envoyée le
receipt-state = Où est votre demande
receipt-delivered = Le service a reçu votre demande le { $at }
receipt-waiting = Nous avons votre demande. Nous allons la donner au service. Vous avez fini pour le moment.
receipt-follow = Suivre cette demande
receipt-mistake = Vous avez fait une erreur ? Appelez ce numéro : { $phone }. Le service corrige votre demande. Vous n’êtes pas puni.
receipt-mistake-online = Vous avez fait une erreur ? Corrigez votre demande sur sa page. Ou appelez ce numéro : { $phone }. Vous n’êtes pas puni.
receipt-answers = Ce que vous avez envoyé
request-title = { $state } – { $procedure }
request-old-title = Ces informations sont peut-être anciennes
request-old-text = L’ordinateur du service est en panne. Voici ce que nous savions le { $at }.
request-timeline = Ce qui s’est passé
status-recorded = Nous avons votre demande
next-recorded = Nous avons votre demande. Nous allons la donner au service dès que possible. Vous pouvez attendre.
next-submitted = Le service a reçu votre demande. Une personne va lire votre demande. Vous pouvez attendre.
next-in-review = Une personne étudie votre demande. Vous pouvez attendre.
next-info-requested = Le service a une question pour vous. Lisez son message plus bas. Ensuite, appelez ce numéro pour répondre : { $phone }.
next-awaiting-payment = Vous devez payer. Appelez ce numéro : { $phone }. Une personne vous dit comment payer. Vous pouvez aussi demander comment payer au guichet.
next-accepted = La réponse est oui. Lisez le message du service plus bas.
next-rejected = La réponse est non. Le service explique pourquoi plus bas. Vous voulez en parler ? Vous n’êtes pas d’accord ? Appelez ce numéro : { $phone }.
next-closed = Votre demande est terminée. Vous avez une question ? Appelez ce numéro : { $phone }.
next-other = Le service s’occupe de votre demande. Vous avez une question ? Appelez ce numéro : { $phone }.

## Opening a request
follow-heading = Suivre ma demande
follow-text = Vous voulez savoir où en est votre demande ? Écrivez votre code de suivi. Écrivez aussi une information de votre demande.
follow-code = Code de suivi
follow-code-hint = 12 lettres et chiffres. Exemple : ACDE-FGHJ-KMNA
follow-proof = Quelle information voulez-vous donner ?
follow-proof-email = Mon adresse mail
follow-proof-birth-date = Ma date de naissance
follow-email = Adresse mail
follow-birth-date = Date de naissance
follow-open = Voir ma demande
follow-lost-heading = Vous avez perdu votre code ?
follow-lost-text = Appelez-nous. Ou venez au guichet. Une personne cherche votre demande avec vous.

## Help
help-heading = Lieux et aide
help-lead = Vous pouvez toujours parler à une personne. Vous pouvez le faire sans internet.
help-someone = Faire la démarche avec quelqu’un
help-someone-text = Allez dans un espace France services. Une personne remplit la démarche avec vous. C’est gratuit. Une personne de votre famille peut aussi vous aider. Un ami peut aussi vous aider.
help-rights = Vos droits
help-right-mistake = Vous pouvez faire une erreur. Une erreur faite sans mentir peut être corrigée. Vous ne serez pas puni.
help-right-human = Internet n’est jamais obligatoire. Vous pouvez faire chaque démarche autrement. Exemple : au guichet.
help-right-language = Vous pouvez lire ce site en français, en anglais, en arabe et en français facile à lire.
help-emergency = Urgence
help-emergency-text = Vous êtes en danger ? Appelez le 112. Vous êtes sourd ou vous entendez mal ? Envoyez un SMS au 114. Un SMS est un message écrit avec un téléphone.
help-places = Les lieux pour vous aider
help-hours = Horaires
help-access = Comment entrer

## Site map and legal pages
site-map-heading = Plan du site
site-map-about = Ce site
legal-heading = Mentions légales
legal-publisher = Qui est responsable de ce site
legal-director = Qui décide des textes de ce site
legal-host = Qui garde ce site sur ses ordinateurs
legal-software = Logiciel
legal-software-text = Un logiciel est un programme d’ordinateur. Ce site marche avec le logiciel Parvis. Parvis est un logiciel libre : tout le monde peut s’en servir. Sa licence est EUPL-1.2. Une licence dit ce que l’on a le droit de faire avec un logiciel.
legal-reuse = Utiliser les textes de ce site
legal-reuse-text = Vous pouvez utiliser les informations de ce site. Dites d’où elles viennent. Dites aussi leur date. C’est écrit dans la loi : livre III du code des relations entre le public et l’administration. Les informations sur les personnes sont privées. Il est interdit de les utiliser.
privacy-heading = Vos informations personnelles
privacy-controller = Qui est responsable de vos informations : { $authority }.
privacy-purpose = Pourquoi nous utilisons vos informations
privacy-purpose-text = Vos réponses servent seulement à traiter votre demande. C’est un travail de service public. C’est écrit dans la loi : article 6, paragraphe 1, point e, du règlement général sur la protection des données. Nous demandons seulement les informations utiles. La page des vaccins d’un enfant parle de sa santé. Vous pouvez ne pas la donner ici. Si vous la donnez, elle sert seulement à vérifier les vaccins obligatoires. C’est écrit dans la loi : article 9, paragraphe 2, point i, du même règlement, et article L3111-2 du code de la santé publique. Vos réponses et vos fichiers sont protégés : une autre personne ne peut pas les lire.
privacy-kept = Combien de temps nous gardons vos informations
privacy-kept-draft = { $days ->
    [one] Vous avez commencé une demande : nous gardons vos réponses { $days } jour après le dernier enregistrement.
   *[other] Vous avez commencé une demande : nous gardons vos réponses { $days } jours après le dernier enregistrement.
}
privacy-kept-submission = { $days ->
    [one] Vous avez envoyé une demande : ce site la garde encore { $days } jour après l’envoi au service.
   *[other] Vous avez envoyé une demande : ce site la garde encore { $days } jours après l’envoi au service.
}
privacy-kept-access = { $minutes ->
    [one] Vous avez ouvert une demande avec un code de suivi : elle reste ouverte { $minutes } minute après votre dernière lecture.
   *[other] Vous avez ouvert une demande avec un code de suivi : elle reste ouverte { $minutes } minutes après votre dernière lecture.
}
privacy-kept-procedures = Quand votre demande est finie, le service la garde encore. Voici combien de temps :
privacy-kept-procedure = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
privacy-who = Qui lit vos informations
privacy-who-text = Les personnes du service lisent votre demande. Si vous donnez un code de reprise, la personne qui a le code lit aussi votre demande. Personne ne vend vos informations. Personne ne les donne à d’autres sites.
privacy-cookies = Cookies
privacy-cookies-text = Un cookie est un petit fichier sur votre appareil. Ce site utilise un cookie quand vous commencez une démarche. Il sert aussi quand vous ouvrez une demande. Ce cookie sert à retrouver vos réponses. Parfois, plusieurs personnes veulent un rendez-vous en même temps. Alors, un deuxième cookie garde votre place pendant 4 heures. Les cookies ne vous suivent pas sur les autres sites. La loi permet ces cookies sans demander votre accord : article 82 de la loi Informatique et Libertés.
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez voir vos informations. Vous pouvez les faire corriger. Vous pouvez demander de les effacer. Vous pouvez demander de moins les utiliser. Vous pouvez dire non à leur utilisation. C’est écrit dans la loi : articles 15 à 21 du règlement général sur la protection des données. Nous répondons en un mois au plus.
privacy-rights-contact = Vous voulez utiliser vos droits ? Écrivez à la personne qui protège les informations. Elle s’appelle le délégué à la protection des données :
privacy-authority = Notre réponse ne vous va pas ? Un service de l’État protège vos informations. Vous pouvez lui écrire pour vous plaindre. Ce service s’appelle la
accessibility-heading = Déclaration d’accessibilité
accessibility-commitment = Un site accessible est un site que tout le monde peut utiliser. Les personnes handicapées aussi. { $authority } s’engage à rendre son site accessible. C’est écrit dans la loi : article 47 de la loi n° 2005-102 du 11 février 2005. La loi demande 2 plans de travail : un plan pour plusieurs années et un plan pour cette année. Nous préparons ces 2 plans.
accessibility-scope = Cette page parle du site { $url }.
accessibility-state = Est-ce que ce site suit les règles ?
accessibility-state-text = Les règles s’appellent le référentiel général d’amélioration de l’accessibilité, version 4.1.2. Aujourd’hui, ce site est « non conforme ». Cela veut dire : aucune personne n’a encore vérifié toutes les règles. Les programmes ne suffisent pas. Il faut une vérification par une personne. Avant, nous devons écrire « non conforme ».
accessibility-state-total = Les règles s’appellent le référentiel général d’amélioration de l’accessibilité, version 4.1.2. Ce site est « totalement conforme ». Cela veut dire : il respecte toutes les règles.
accessibility-state-partial = Les règles s’appellent le référentiel général d’amélioration de l’accessibilité, version 4.1.2. Ce site est « partiellement conforme ». Cela veut dire : il respecte au moins la moitié des règles. Il reste des erreurs. Elles sont écrites plus bas.
accessibility-state-none = Les règles s’appellent le référentiel général d’amélioration de l’accessibilité, version 4.1.2. Ce site est « non conforme ». Cela veut dire : il ne respecte pas assez de règles. Les erreurs sont écrites plus bas.
accessibility-audit = Des personnes ont vérifié le site le { $day }. Elles travaillent pour : { $by }. Le site respecte { $percent } % des règles.
accessibility-date-audited = Nous avons écrit cette page le { $day }.
accessibility-results = Résultats des tests
accessibility-results-text = Des programmes vérifient le site à chaque changement. Ils utilisent 4 outils. Ils vérifient le site sans souris, avec le clavier seul. Ils vérifient le site sans JavaScript. JavaScript est un langage pour les sites internet. Ils vérifient aussi sur un petit écran de 320 pixels. Un pixel est un petit point de l’écran. Des personnes doivent encore vérifier le site.
accessibility-content = Ce qui marche mal sur ce site
accessibility-unconform = Les erreurs
accessibility-unconform-text = Les programmes ont trouvé 0 erreur. Des personnes vont encore vérifier. Elles diront ce qu’il faut corriger.
accessibility-burden = Ce qui est trop difficile à corriger
accessibility-burden-text = Rien.
accessibility-making = Comment nous avons écrit cette page
accessibility-technologies = Les outils pour faire le site
accessibility-technologies-text = Ce site est fait avec HTML, CSS, WAI-ARIA, SVG, JavaScript et WebAssembly. Ce sont des langages pour les sites internet. Le site marche aussi sans JavaScript et sans WebAssembly.
accessibility-tools = Les outils pour vérifier le site
accessibility-tools-text = Les outils s’appellent : axe-core, accessibility-checker d’IBM, Alfa de Siteimprove et le vérificateur HTML du W3C. Nous les utilisons dans le navigateur Chromium. Un navigateur est un programme pour aller sur internet.
accessibility-pages = Les pages vérifiées
accessibility-pages-form = La recherche, la page de chaque démarche, toutes les étapes, la page pour relire vos réponses, le reçu, la page de votre demande et les pages d’erreur
accessibility-contact = Nous écrire
accessibility-contact-text = Une page du site est difficile à utiliser ? Écrivez-nous. Nous trouvons une autre solution avec vous :
accessibility-remedies = Vous plaindre
accessibility-remedies-text = Vous nous avez écrit pour un problème sur ce site ? Notre réponse ne vous va pas ? Vous pouvez demander de l’aide au Défenseur des droits. Le Défenseur des droits aide les gens à faire respecter leurs droits. C’est gratuit. Vous pouvez :
accessibility-remedies-form = écrire un message au Défenseur des droits sur internet
accessibility-remedies-delegate = parler à une personne du Défenseur des droits dans votre région
accessibility-remedies-post = envoyer une lettre gratuite, sans timbre, à cette adresse : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07
accessibility-date = Nous avons écrit cette page le 22 novembre 2026.

## Error pages
error-link-home = Aller à l’accueil
error-link-procedures = Voir les démarches
error-link-follow = Suivre ma demande
error-incident = Vous nous appelez ? Donnez ce numéro : { $incident }
error-forbidden-title = Envoi refusé
error-forbidden-text = Votre envoi vient d’un autre site. Revenez à la page de la démarche. Envoyez encore une fois la page depuis ce site.
error-not-found-title = Nous ne trouvons pas cette page
error-not-found-text = Cette page n’existe pas. Ou elle est fermée. Vérifiez l’adresse de la page. Vous cherchez une demande commencée ? Prenez le même appareil que la première fois. Allez à l’accueil. Ouvrez votre demande.
error-access-title = Cette page n’existe pas, ou elle est fermée
error-access-text = { $minutes ->
    [one] Vous avez envoyé une demande ? Allez sur la page « Suivre ma demande ». Donnez votre code de suivi. Une demande ouverte se ferme toute seule si vous ne la lisez pas pendant { $minutes } minute. Cela protège vos réponses.
   *[other] Vous avez envoyé une demande ? Allez sur la page « Suivre ma demande ». Donnez votre code de suivi. Une demande ouverte se ferme toute seule si vous ne la lisez pas pendant { $minutes } minutes. Cela protège vos réponses.
}
error-method-title = Cette page s’ouvre autrement
error-method-text = Cette adresse est utilisée de la mauvaise façon. Allez à l’accueil. Ou allez à la liste des démarches.
error-erased-title = Vos réponses sont effacées
error-erased-text = Vous avez effacé cette demande. Vos réponses et vos fichiers sont effacés. Vous pouvez recommencer la démarche.
error-expired-title = Vos réponses sont effacées
error-expired-text = { $days ->
    [one] Nous gardons vos réponses { $days } jour. Ce temps est passé. Nous avons effacé vos réponses pour protéger vos informations. Vous pouvez recommencer la démarche.
   *[other] Nous gardons vos réponses { $days } jours. Ce temps est passé. Nous avons effacé vos réponses pour protéger vos informations. Vous pouvez recommencer la démarche.
}
error-too-large-title = Votre envoi est trop lourd
error-too-large-text = Votre fichier est trop gros. Revenez à la page d’avant. Choisissez un fichier plus petit. Nous gardons vos réponses déjà enregistrées.
error-unreadable-title = Nous ne pouvons pas lire votre envoi
error-unreadable-text = Votre envoi est mal arrivé. Revenez à la page d’avant. Envoyez encore une fois la page. Nous gardons vos réponses déjà enregistrées.
error-too-many-title = Vous avez fait trop d’essais
error-too-many-text = { $minutes ->
    [one] Nous limitons les essais pour protéger les demandes. Attendez { $minutes } minute. Ensuite, essayez encore une fois. Vous pouvez aussi nous appeler.
   *[other] Nous limitons les essais pour protéger les demandes. Attendez { $minutes } minutes. Ensuite, essayez encore une fois. Vous pouvez aussi nous appeler.
}
error-internal-title = Nous avons un problème
error-internal-text = Vous n’avez rien fait de mal. Nous gardons vos réponses déjà enregistrées. Attendez quelques minutes. Ensuite, essayez encore une fois. Vous pouvez aussi nous appeler.
error-unavailable-title = Ce site est en panne pour le moment
error-unavailable-text = Attendez quelques minutes. Ensuite, essayez encore une fois. Nous gardons vos réponses déjà enregistrées. C’est urgent ? Appelez-nous.

## Added
accessibility-exempt = Ce que la loi ne demande pas de rendre accessible
accessibility-exempt-text = Rien.
accessibility-environment = Comment nous avons fait les tests
accessibility-environment-text = Des programmes font les tests. Les tests sont faits dans le navigateur Chromium. Un navigateur est un programme pour aller sur internet. L’ordinateur marche avec Linux. Aucune personne n’a encore essayé ce site avec un lecteur d’écran. Un lecteur d’écran est un programme qui lit l’écran à voix haute.
accessibility-pages-text = Toutes les pages du site :
problem-again = Encore une fois : { $title }
file-list-empty = Vous n’avez pas encore ajouté de fichier : { $label }

## Messages about a request
messages-back = votre demande
messages-title = Messages – { $procedure }
messages-heading = Vos messages avec le service
messages-thread = Les messages
messages-none = Il n’y a pas encore de message.
messages-write = Écrire au service
messages-text = Votre message
messages-text-hint = N’écrivez jamais un mot de passe. N’écrivez jamais le numéro de votre carte bancaire.
messages-files = Vous voulez ajouter des fichiers ?
messages-send = Envoyer le message
messages-sent-title = Votre message est bien gardé
messages-sent-text = Nous donnons votre message au service. Vous lirez la réponse sur cette page.
messages-complain = Dire que vous n’êtes pas content
messages-complain-text = Dites ce qui ne va pas avec votre demande. Le service doit vous répondre.
thread-resident = Vous, le { $at }
thread-mediator = La personne qui vous aide, le { $at }
thread-service = Le service, le { $at }
thread-new = Nouveau :
thread-reminder = Vous avez demandé des nouvelles
thread-complaint = Vous n’êtes pas content
thread-files = Les fichiers ajoutés :
thread-read = Le service a lu ce message le { $at }.
thread-arrived = Le service a reçu ce message. Il ne l’a pas encore lu.
thread-waiting = Votre message est gardé ici. Le service le recevra bientôt.
thread-refused = Le service n’a pas pu recevoir ce message. Téléphonez au service.
timeline-read = Lire les messages
timeline-document = Vous avez donné un document
timeline-document-staff = Le service a regardé ou donné un document
timeline-correction = Vous avez corrigé des réponses

## Withdrawing a request
withdraw-title = Arrêter la demande – { $procedure }
withdraw-heading = Arrêter votre demande
withdraw-effect-stop = Le service arrête de s’occuper de votre demande.
withdraw-effect-again = Vous pourrez faire une nouvelle demande plus tard.
withdraw-effect-keep = Nous gardons vos réponses pendant un temps. Après, nous les effaçons.
withdraw-reason = Pourquoi arrêtez-vous votre demande ?
withdraw-reason-hint = Vous pouvez ne pas répondre.
withdraw-button = Arrêter ma demande
withdraw-keep = Ne pas arrêter ma demande
withdraw-impossible-title = Vous ne pouvez plus arrêter cette demande
withdraw-impossible-text = La demande est finie, ou vous l’avez déjà arrêtée, ou ce n’est pas possible ici. Vous avez une question ? Téléphonez au service.

## What a resident can do about a request
request-actions = Vous pouvez faire cela
request-write = Écrire au service et lire ses messages
request-remind = Demander des nouvelles au service
request-complain = Dire que vous n’êtes pas content
request-withdraw = Arrêter ma demande
request-facts = Votre demande
request-unread = { $count ->
    [one] Vous avez { $count } nouveau message du service
   *[other] Vous avez { $count } nouveaux messages du service
}
request-read = Lire les messages
request-refused-title = Le service n’a pas pu recevoir ce que vous avez fait
request-refused-text = Votre demande avait changé avant. Vous voulez en parler ? Téléphonez au { $phone }.
done-withdrawal-title = C’est noté : vous arrêtez votre demande
done-withdrawal-text = Nous le disons au service. Il arrête de s’occuper de votre demande.
done-reminder-title = C’est noté : vous demandez des nouvelles
done-reminder-text = Nous le disons au service. Vous pourrez encore demander des nouvelles dans une semaine.
status-withdrawal-recorded = Vous arrêtez votre demande
next-withdrawal = Nous avons noté que vous arrêtez votre demande. Nous le disons au service. Vous n’avez rien à faire.
next-info-requested-write = Le service a besoin d’une information. Lisez ses messages. Ensuite, répondez ici.

## When an answer may be expected
clock-heading = Quand aurez-vous une réponse ?
clock-spread = Pour cette démarche, la moitié des personnes ont une réponse en { $half ->
    [0] moins d’un jour
    [one] { $half } jour
   *[other] { $half } jours
}. 9 personnes sur 10 ont une réponse en { $most ->
    [0] moins d’un jour
    [one] { $most } jour
   *[other] { $most } jours
}. Nous avons compté { $count } demandes finies depuis un an.
clock-usual = D’habitude, la réponse arrive en : { $delay }.
clock-normal = Vous n’avez pas de réponse avant le { $day } ? C’est normal.
clock-overdue-title = Le service est en retard
clock-overdue-text = La réponse devait arriver avant le { $day }. Ce n’est pas votre faute. Vous pouvez demander des nouvelles. Vous pouvez dire que vous n’êtes pas content.
clock-acceptance = Vous n’avez pas de réponse le { $day } ? La loi dit que le service accepte votre demande.
clock-accepted = Vous n’avez pas eu de réponse le { $day }. La loi dit que le service accepte votre demande. Demandez au service de vous l’écrire.
clock-refusal = Vous n’avez pas de réponse le { $day } ? La loi dit que le service refuse votre demande. Vous pourrez dire que vous n’êtes pas d’accord.
clock-refused = Vous n’avez pas eu de réponse le { $day }. La loi dit que le service refuse votre demande. Vous pouvez dire que vous n’êtes pas d’accord.

## What the service expects
demand-title = Le service attend votre réponse
demand-due = { $left ->
    [0] Vous devez répondre aujourd’hui, le { $day }
    [one] Vous devez répondre avant le { $day }. Il reste { $left } jour
   *[other] Vous devez répondre avant le { $day }. Il reste { $left } jours
}
demand-late = Il fallait répondre avant le { $day }. Répondez vite. Ou téléphonez au service.
demand-marks = Des réponses ne vont pas :
demand-correct = Corriger mes réponses
demand-documents = Il manque des documents :
demand-give = Donner ces documents
demand-answer = Répondre au service
demand-elsewhere = Vous pouvez aussi venir au guichet. Vous pouvez téléphoner au { $phone }.
mark-incorrect = – ce n’est pas juste.
mark-incomplete = – il manque quelque chose.
mark-outdated = – cela a changé.
next-demand = Le service a besoin de votre réponse pour continuer.

## Documents asked for
documents-title = Les documents à donner – { $procedure }
documents-heading = Les documents à donner
documents-none-title = Le service ne demande pas de document
documents-none-text = Vous n’avez rien à donner pour le moment.
documents-all-given = Vous avez donné tous les documents. Le service va les regarder.
documents-give = Donner les documents
documents-give-text = Vous pouvez donner un document maintenant. Vous pouvez donner les autres plus tard. Vous pouvez prendre une photo. Il faut pouvoir lire la photo.
documents-send = Envoyer les documents
document-asked = À donner
document-sent = Ce document est gardé ici. Le service le recevra bientôt.
document-given = Vous l’avez donné. Le service ne l’a pas encore regardé.
document-accepted = Le service est d’accord
document-refused = Ce document ne va pas. Donnez un autre document. Le service dit pourquoi :
document-examples = Par exemple :
extension-heading = Vous avez besoin de plus de temps ?
extension-text = Demandez plus de temps au service. Il vous répondra ici.
extension-button = Demander plus de temps
extension-asked = Vous avez demandé plus de temps. Le service va répondre.
extension-granted = Le service vous donne plus de temps.
extension-refused = Le service ne peut pas vous donner plus de temps.
done-documents-title = Vos documents sont bien gardés
done-documents-text = Nous les donnons au service. Il va les regarder.
done-extension-title = C’est noté : vous demandez plus de temps
done-extension-text = Nous le disons au service. Vous lirez sa réponse ici.

## Corrections
correction-title = Corriger la demande – { $procedure }
correction-heading = Corriger votre demande
correction-back = vos réponses
correction-mistake = Vous vous êtes trompé ?
correction-begin = Corriger mes réponses
correction-good-faith = Tout le monde peut se tromper. Vous pouvez corriger. Vous ne serez pas puni. C’est le droit à l’erreur. C’est dans la loi (code des relations entre le public et l’administration, article L123-1).
correction-unchanged-title = Vous n’avez encore rien changé
correction-unchanged-text = Regardez vos réponses plus haut. À côté de chaque partie, il y a « Modifier ». Choisissez la partie à corriger. Nous n’envoyons rien sans vous.
correction-leave = Ne rien corriger
correction-changes = Ce qui change
correction-send = Envoyer ma correction
correction-history = Les corrections
correction-by-you = Vous avez corrigé le { $at }
correction-by-mediator = La personne qui vous aide a corrigé le { $at }
correction-by-service = Le service a corrigé le { $at }
change-before = Avant
change-after = Maintenant
done-correction-title = Votre correction est bien gardée
done-correction-text = Nous la donnons au service. Il verra ce qui a changé.
request-mistake = Je me suis trompé : écrire au service
clock-paused-title = Le temps est arrêté
clock-paused-text = Il manque des documents. Le service a un temps pour répondre. Ce temps est arrêté depuis le { $day }. C’est dans la loi (code des relations entre le public et l’administration, article L114-5). Donnez les documents. Après, le temps repart.

## The decision
decision-heading = La décision
decision-basis = Les lois qui expliquent la décision
decision-documents = Les documents pour vous
document-valid = Vous pouvez utiliser ce document jusqu’au { $day }.
document-fingerprint = Numéro de contrôle du fichier (SHA-256) :
decision-remedies = Vous n’êtes pas d’accord ?
decision-remedies-text = Vous pouvez le dire. Vous pouvez aussi demander au service de vous expliquer.
remedy-until = Vous avez jusqu’au { $day }.
remedy-any-time = Vous pouvez le faire quand vous voulez.
remedy-online = Sur internet :

## The same procedure again
copy-heading = Vous voulez refaire cette démarche ?
copy-text = Vous faites une nouvelle demande. Vos réponses sont déjà écrites. Relisez vos réponses avant d’envoyer. Ajoutez encore vos fichiers.
copy-button = Refaire avec les mêmes réponses

## Being notified

fault-not-mobile = écrivez un numéro de portable. Il commence par 06 ou 07
done-notices-title = C’est enregistré
notices-heading = Être prévenu
notices-title = Être prévenu – { $procedure }
notices-text = Votre demande change ? Nous pouvons vous prévenir.
notices-rule-hours = Nous n’envoyons rien la nuit. Pas de SMS le dimanche. Pas plus de 5 SMS par jour.
notices-rule-night = Nous n’envoyons rien la nuit.
notices-rule-private = Le message ne dit pas de quoi il s’agit. Vous devez ouvrir le suivi avec votre code.
notices-rule-fallback = Le message n’arrive pas ? Nous essayons l’autre moyen : mail ou SMS.
notices-way = Comment vous prévenir ?
notices-by-email = Par mail
notices-by-sms = Par SMS
notices-by-sms-hint = C’est gratuit.
notices-by-nothing = Ne pas me prévenir. Je regarde moi-même.
notices-email = Adresse mail
notices-email-hint = Par exemple nom@exemple.fr.
notices-phone = Numéro de portable
notices-phone-hint = Par exemple 06 39 98 12 34.
notices-button = Enregistrer
notices-sent-heading = Nos messages pour vous
notices-email-waiting = Un mail partira vers le { $at }.
notices-email-sent = Un mail est parti le { $at }.
notices-email-failed = Un mail n’est pas arrivé ({ $at }).
notices-sms-waiting = Un SMS partira vers le { $at }.
notices-sms-sent = Un SMS est parti le { $at }.
notices-sms-delivered = Un SMS est arrivé sur votre téléphone ({ $at }).
notices-sms-failed = Un SMS n’est pas arrivé ({ $at }).
notices-chosen-email = Vous êtes prévenu par mail.
notices-chosen-sms = Vous êtes prévenu par SMS.
notices-chosen-nothing = Nous ne vous prévenons pas. Vous regardez vous-même.
notices-change = Choisir comment nous vous prévenons
notices-lost-title = Nos messages n’arrivent pas
notices-lost-text = Appelez le { $phone }. Ou corrigez votre adresse mail ou votre numéro.
notices-lost-change = Corriger mon mail ou mon numéro
notice-subject-action = Votre demande : le service attend une réponse
notice-subject-news = Votre demande : il y a du nouveau
notice-happened = Votre demande du { $day } :
notice-topic-action = Le service attend quelque chose de vous.
notice-topic-decision = Le service a répondu.
notice-topic-message = Le service vous a écrit.
notice-topic-document = Il y a du nouveau pour vos papiers.
notice-topic-progress = Votre demande avance.
notice-open = Pour lire et répondre, allez ici avec votre code de suivi :
notice-help = Besoin d’aide ? Appelez ou écrivez :
notice-why = Vous avez choisi de recevoir ce message. Vous pouvez changer d’avis sur la page de votre demande.
notice-sms-action = { $authority } : le service attend une réponse de vous. Allez sur { $link }
notice-sms-news = { $authority } : du nouveau pour votre demande. Allez sur { $link }
privacy-kept-notices = { $days ->
    [one] Votre adresse et votre numéro pour vous prévenir : jusqu’à la fin de votre demande, puis { $days } jour.
   *[other] Votre adresse et votre numéro pour vous prévenir : jusqu’à la fin de votre demande, puis { $days } jours.
}

## The whole request, on one page, as a PDF and for programs
record-title = Toute votre demande – { $procedure }
record-heading = Toute votre demande
record-text = Vous pouvez lire toute votre demande sur une page. Vous pouvez aussi l’imprimer ou la garder.
record-open = Voir toute ma demande
record-download = Garder votre demande
record-pdf = Télécharger ma demande (PDF, { $weight })
record-data = Télécharger ma demande pour un logiciel (JSON, { $weight })
record-private = Dans ces fichiers, il y a vos informations personnelles. Gardez-les en lieu sûr. Votre code de suivi n’est pas dans ces fichiers.
record-no-pdf-title = Il n’y a pas de PDF
record-no-pdf-text = Nous n’avons pas réussi à faire le PDF. Tout est écrit sur cette page. Vous pouvez imprimer cette page.
record-known = Voici votre demande le { $day }.
record-known-old = L’ordinateur du service ne répond pas. Voici votre demande le { $at }.
record-status = Où en est votre demande
record-not-received = Le service n’a pas encore reçu votre demande
record-expected = Le service doit répondre avant le
record-legal-deadline = La loi donne au service jusqu’au
record-paused = Le service attend des documents depuis le
record-form = Numéro du formulaire
record-at = , le { $at }
record-outcome = Le service a dit
record-decided = Date de la réponse
record-reason = Pourquoi ?
record-demand = Le service vous a demandé quelque chose
record-asked = Le service l’a demandé le
record-due = Vous avez jusqu’au
record-marks = Réponses à corriger
record-corrected = C’est fait : vous avez corrigé cette réponse.
record-documents = Documents à donner
record-given = Vous avez donné ces fichiers :
record-no-answers = Nous n’avons plus vos réponses.
record-pending-withdrawal = Vous avez arrêté votre demande
record-pending-correction = Vous avez corrigé vos réponses
record-pending-document = Vous avez donné un document
record-pending-extension = Vous avez demandé plus de temps
record-pending-waiting = C’est écrit ici. Le service le recevra bientôt.
record-pending-arrived = Le service l’a reçu.
record-pending-refused = Le service n’a pas pu le faire.
record-files = Vos fichiers
record-no-files = Il n’y a pas de fichier.
record-contacts = Qui peut vous aider ?
record-phone = Téléphone
record-email = Adresse électronique
record-hours = Heures d’ouverture
record-address = Adresse
record-site = Site internet
paper-page = Page { $page } sur { $pages }
paper-missing = Ce fichier ne peut pas dessiner tous les signes. Quand vous voyez { $sign }, il y a un autre signe. Vous pouvez le voir sur le site internet.

## Page left open: what is new
live-as-of = Voici votre demande le { $at }.
live-refresh = Regarder s’il y a du nouveau
live-title = Il y a du nouveau
live-show = Montrer
live-where = Le bouton « Montrer » est à la fin de la page.
live-messages = { $count ->
    [one] Vous avez { $count } nouveau message du service.
   *[other] Vous avez { $count } nouveaux messages du service.
}
live-state = Votre demande a avancé.
live-arrived = Le service a reçu ce que vous avez envoyé.
live-other = Quelque chose a changé dans votre demande.

## The access ends soon
session-title = Voulez-vous rester sur cette page ?
session-two = Cette page se ferme dans 2 minutes.
session-one = Cette page se ferme dans 1 minute.
session-last = Cette page se ferme dans 20 secondes.
session-safe = La page se ferme pour protéger vos réponses. Nous gardons ce que vous avez écrit.
session-stay = Rester sur la page
session-leave = J’ai fini
session-page-title = Cette page va se fermer
session-stayed = { $minutes ->
    [one] La page reste ouverte. Vous avez { $minutes } minute.
   *[other] La page reste ouverte. Vous avez { $minutes } minutes.
}
session-failed = Cela ne marche pas pour le moment. Appuyez encore une fois.

## A form sent after the end of the access
late-title = Votre demande était fermée
late-text = Rien n’est perdu. Nous gardons ce que vous avez écrit pendant 10 minutes. Ouvrez votre demande avec votre code de suivi. Vous allez retrouver votre texte. Vous devez choisir vos fichiers encore une fois.
late-back-title = Voici votre texte
late-back-text = Votre texte n’est pas encore envoyé. Relisez votre texte. Ensuite, envoyez. Vous aviez choisi des fichiers ? Choisissez-les encore une fois.

## I am done
finish-link = J’ai fini sur cet appareil
finish-heading = Vous avez fini ?
finish-text = { $minutes ->
    [one] D’autres personnes utilisent cet appareil ? Effacez vos informations avant de partir. Sinon, votre demande se ferme toute seule si vous ne la lisez pas pendant { $minutes } minute.
   *[other] D’autres personnes utilisent cet appareil ? Effacez vos informations avant de partir. Sinon, votre demande se ferme toute seule si vous ne la lisez pas pendant { $minutes } minutes.
}
finish-page-heading = Tout effacer sur cet appareil
finish-page-text = Voici ce que nous gardons pour vous sur cet appareil.
finish-requests = Vos demandes ouvertes
finish-requests-text = Nous fermons ces demandes sur cet appareil. Le service garde vos demandes. Vous pouvez les ouvrir plus tard avec votre code de suivi. Nous effaçons aussi les messages que vous n’avez pas envoyés.
finish-drafts = Vos réponses pas encore envoyées
finish-drafts-text = Ces réponses ne sont pas encore envoyées. Après, vous ne pourrez plus les retrouver.
finish-choice = Que voulez-vous faire avec ces réponses ?
finish-choice-erase = Les effacer. D’autres personnes utilisent cet appareil.
finish-choice-keep = Les garder. Je suis la seule personne sur cet appareil.
finish-button = J’ai fini
finish-nothing-title = Il n’y a rien sur cet appareil
finish-nothing-text = Aucune demande n’est ouverte. Nous ne gardons aucune réponse sur cet appareil.
finish-back = l’accueil
finished-heading = C’est effacé
finished-text = Il n’y a plus rien sur vous sur cet appareil.
finished-kept-heading = Vos demandes sont fermées
finished-kept-text = Nous gardons vos réponses sur cet appareil.
finished-window = Fermez aussi cette fenêtre.
finished-again = Vous voulez revoir une demande ? Ouvrez-la avec votre code de suivi.
privacy-kept-late = Votre demande s’est fermée pendant que vous écriviez ? Nous gardons votre texte pendant 10 minutes. Nous gardons pendant 24 heures que vous avez ouvert la demande.

## Handing over with a code
hand-over-title-request = Donner un code pour ma demande – { $procedure }
hand-over-title-draft = Donner un code pour mon brouillon – { $procedure }
hand-over-heading-request = Donner un code pour cette demande
hand-over-heading-draft = Donner un code pour ce brouillon
hand-over-what = Un code de reprise sert à continuer à un autre endroit. Par exemple : sur un autre téléphone, au guichet, ou avec une personne qui vous aide. Il faut seulement le code. Vous pouvez arrêter le code quand vous voulez.
hand-over-gives-request = Vous choisissez : la personne regarde seulement, ou elle peut aussi agir. La personne ne peut jamais retirer votre demande. Elle ne peut pas lire votre code de suivi. Elle ne peut pas donner un autre code.
hand-over-gives-draft = La personne peut finir votre brouillon. Elle peut l’envoyer. Elle ne peut pas l’effacer. Après l’envoi, le code ouvre la demande jusqu’à la fin du code.
hand-over-uses-limit = { $count ->
    [one] Le code marche { $count } fois au plus. Vous voyez le jour, l’heure et l’appareil.
   *[other] Le code marche { $count } fois au plus. Vous voyez le jour, l’heure et l’appareil.
}
hand-over-care = Donnez ce code seulement à la personne que vous avez choisie. Toute personne qui a le code peut l’utiliser.
hand-over-purpose = Ce code est pour qui ?
hand-over-for-device = Pour moi, sur un autre appareil
hand-over-for-counter = Pour un agent au guichet, ou un médiateur
hand-over-for-helper = Pour une personne qui m’aide
hand-over-scope = Avec ce code, que peut faire la personne ?
hand-over-may-read = Regarder ma demande
hand-over-may-act = Regarder ma demande et agir
hand-over-may-act-hint = Elle peut écrire au service. Elle peut donner des documents. Elle peut corriger des réponses.
hand-over-may-continue = Continuer mon brouillon et l’envoyer
hand-over-life = Le code marche pendant combien de temps ?
hand-over-hour = 1 heure
hand-over-hour-hint = L’autre appareil est à côté de vous. Ou la personne est à côté de vous.
hand-over-day = 1 jour
hand-over-week = 7 jours
hand-over-week-hint = Vous avez un rendez-vous avec un médiateur cette semaine.
hand-over-give = Créer le code
hand-over-alive-heading = Codes qui marchent
hand-over-ended-heading = Codes finis
hand-over-none = Vous n’avez pas de code qui marche.
hand-over-until = Jusqu’au { $at }
hand-over-ended = Fini le { $at }
hand-over-revoked = Arrêté le { $at }
hand-over-uses = { $count ->
    [0] Personne n’a utilisé le code.
    [one] Le code a servi { $count } fois.
   *[other] Le code a servi { $count } fois.
}
hand-over-use = Le { $at }, sur { $device }
device-phone = un téléphone
device-tablet = une tablette
device-computer = un ordinateur
device-unknown = un appareil
hand-over-show = Voir le code
hand-over-revoke = Arrêter ce code
hand-over-revoke-one = Arrêter le code créé le { $at }
hand-over-revoked-title = Le code est arrêté
hand-over-revoked-text = Le code n’ouvre plus rien. Les personnes qui avaient ce code ne voient plus rien.
hand-over-alive = { $count ->
    [one] { $count } code de reprise marche.
   *[other] { $count } codes de reprise marchent.
}
hand-over-elsewhere = Continuer à un autre endroit ou avec une personne
hand-over-link-request = Donner un code pour cette demande
hand-over-link-draft = Continuer sur un autre appareil ou avec une personne
hand-over-back = les codes de reprise
hand-over-code-title = Code de reprise – { $procedure }
hand-over-code-heading = Voici votre code de reprise
hand-over-code-say = Au téléphone, lisez le code morceau par morceau. Vous pouvez écrire en petit ou en grand, avec ou sans espaces.
hand-over-code-open = Sur l’autre appareil, ouvrez cette adresse : { $address }
hand-over-code-type = Écrivez le code.
hand-over-code-scan = Vous pouvez aussi prendre ce dessin en photo avec un téléphone :
hand-over-code-qr = Dessin à prendre en photo. Il ouvre la page « Continuer avec un code ».
hand-over-code-facts = À quoi sert ce code
hand-over-over-title = Ce code est fini
hand-over-over-text = Le code n’ouvre plus rien. Vous avez encore besoin d’un code ? Créez un autre code.

## Going on with a code
take-up-heading = Continuer avec un code
take-up-text = Une personne vous a donné un code de reprise ? Ou vous avez créé un code sur un autre appareil ? Écrivez le code ici.
take-up-code = Code de reprise
take-up-code-hint = Il y a 18 lettres. Par exemple : { $example }
take-up-open = Continuer
take-up-link = J’ai un code de reprise
take-up-lost-heading = Le code ne marche pas ?
take-up-lost-text = Un code marche une heure, un jour ou sept jours. La personne peut aussi arrêter le code. Demandez un nouveau code à cette personne. Ou créez un nouveau code sur l’autre appareil.
take-up-follow = Ouvrir une demande avec le code de suivi
fault-code-short = il manque des lettres. Un code a 18 lettres. Par exemple : { $example }
fault-code-long = il y a trop de lettres. Un code a 18 lettres. Par exemple : { $example }
fault-code-wrong = une lettre n’est pas bonne. Relisez le code morceau par morceau. Par exemple : { $example }
problem-no-code-title = Ce code n’ouvre rien
problem-no-code-text = Le code n’est pas bon. Ou le code est fini. Ou le code a déjà trop servi. Vérifiez le code. Ou demandez un nouveau code.
problem-enough-codes-title = Vous avez trop de codes
problem-enough-codes-text = Arrêtez un code plus bas. Ensuite, créez un nouveau code.
guest-title = Vous êtes ici avec un code de reprise
guest-may-read = Vous pouvez regarder cette demande jusqu’au { $until } au plus tard. Vous ne pouvez rien changer. Le code ne le permet pas.
guest-may-act = Vous pouvez regarder cette demande jusqu’au { $until } au plus tard. Vous pouvez aussi agir. Vous ne pouvez pas retirer la demande.
guest-may-continue = Vous pouvez finir ce brouillon jusqu’au { $until }. Vous pouvez l’envoyer. Vous ne pouvez pas l’effacer.
guest-leave-text = D’autres personnes utilisent cet appareil ? Appuyez sur le bouton quand vous avez fini.
guest-done = J’ai fini
receipt-code-guest = Le code de suivi est pour la personne qui vous a donné le code de reprise. Elle voit le code de suivi sur son appareil, dans son brouillon.
home-draft-shared = Une personne vous a donné un code pour ce brouillon.
privacy-kept-hand-over = Un code de reprise : nous le gardons jusqu’à sa fin. Nous gardons aussi le jour, l’heure et la sorte d’appareil, 7 jours de plus.

## Days, hours and durations
weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche
date-weekday = { $weekday } { $date }
date-day-month = { $day } { $month }
date-hour = { $hour } h { $minute }
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
duration-both = { $hours } et { $minutes }

## Choosing what an appointment is for
visits-heading = Prendre un rendez-vous
visits-lead = D’abord, dites pourquoi vous venez. Ensuite, choisissez une heure. Nous gardons cette heure pour vous. Après, vous répondez à quelques questions.
visits-what = Pourquoi venez-vous ?
visits-already = Vous avez déjà un rendez-vous ?
visits-already-text = Prenez votre code de suivi. Avec ce code, vous pouvez voir votre rendez-vous. Vous pouvez changer l’heure. Vous pouvez annuler.
visits-already-link = Voir, changer ou annuler un rendez-vous
visits-phone = Vous pouvez aussi téléphoner. Appelez ce numéro : { $phone }. Vous pouvez aussi venir à l’accueil.
visits-none-title = Vous ne pouvez pas prendre de rendez-vous sur ce site pour le moment
visits-none-text = Appelez ce numéro : { $phone }. Ou venez à l’accueil. Une personne cherche une heure avec vous.
home-visits-text = Vous choisissez le jour et l’heure. Vous pourrez changer plus tard. Vous pourrez aussi annuler.
home-visits-link = Choisir un jour et une heure
procedure-visit-note = D’abord, vous choisissez une heure. Nous gardons cette heure pour vous. Ensuite, vous répondez aux questions.

## What the appointment is for
visit-title = { $title } – Prendre un rendez-vous
visit-length = Durée
visit-length-one = { $duration } pour une personne
visit-length-person = { $duration } de plus pour chaque autre personne
visit-length-document = { $duration } de plus pour chaque autre document
visit-ways = Comment le rendez-vous se passe
visit-bring = Ce que vous devez apporter
visit-bring-each = { $thing }, pour chaque personne
visit-conditions = Ce que vous acceptez avec ce rendez-vous
visit-form = Votre rendez-vous
visit-people-label = Le rendez-vous est pour combien de personnes ?
visit-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
visit-documents-label = Vous voulez combien de documents ?
visit-documents-hint = Une carte : 1 document. Un passeport : 1 document.
visit-documents-each = 1 document par personne
visit-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
visit-also = Vous voulez faire autre chose le même jour, à la même heure ?
visit-mode = Comment voulez-vous avoir ce rendez-vous ?
mode-onsite = sur place
mode-phone = par téléphone
mode-video = par vidéo
mode-home = chez vous
visit-help-open = Vous avez besoin d’aide pour venir ou pour comprendre ?
visit-rare-open = Vous avez besoin d’aide ? Ou vous voulez faire autre chose le même jour ?
visit-help = Ce qui vous aide
visit-help-text = Nous le disons au service. Le service se prépare. Le service ne peut pas vous dire non à cause de cela.
visit-help-more-time = Plus de temps
visit-help-more-time-hint = Le rendez-vous est plus long.
visit-help-company = Venir avec une personne
visit-help-company-hint = Par exemple : une personne de votre famille.
visit-help-step-free = Entrer sans monter de marche
visit-help-step-free-hint = Par exemple : avec un fauteuil roulant.
visit-help-hearing-loop = Une boucle magnétique
visit-help-hearing-loop-hint = Elle aide à entendre avec un appareil auditif.
visit-help-sign-language = La langue des signes française
visit-help-interpreter = Une personne qui parle ma langue
visit-help-later-hint = Nous devons trouver une personne. Alors le rendez-vous est plus tard.
visit-help-quiet-hour = Une heure calme
visit-help-quiet-hour-hint = Il y a moins de monde. Il y a moins de bruit.
visit-show = Voir les heures possibles

## Free times
times-title = Heures possibles – { $title }
times-heading = Choisir une heure
times-back = votre rendez-vous
times-change = Changer les choix pour votre rendez-vous
times-length = Le rendez-vous dure { $duration }.
times-only-places = Vous voyez seulement les lieux qui ont ce qu’il vous faut.
times-hold = { $minutes ->
    [one] Choisissez une heure. Nous la gardons pour vous { $minutes } minute. Vous répondez aux questions. À la fin, vous dites oui.
   *[other] Choisissez une heure. Nous la gardons pour vous { $minutes } minutes. Vous répondez aux questions. À la fin, vous dites oui.
}
times-hold-some = Choisissez une heure. Nous la gardons pour vous quelques minutes. Vous répondez aux questions. À la fin, vous dites oui.
times-move = Choisissez une heure. Votre rendez-vous change tout de suite.
times-kept = Vos réponses sont gardées. Choisissez seulement une autre heure.
times-suggested = { $count ->
    [1] Une heure possible
    [2] Deux heures possibles
   *[other] Trois heures possibles
}
times-first-of-places = La première heure possible dans chaque lieu
times-first-of-places-near = La première heure possible dans chaque lieu, le plus près d’abord
times-near = Trouver le lieu le plus près
times-near-address = Près de quelle adresse ?
times-near-hint = Nous calculons la distance. Nous ne gardons pas l’adresse.
times-near-button = Voir le lieu le plus près d’abord
times-near-said = Le lieu le plus près est en premier. La distance est à peu près juste. C’est en ligne droite. Le chemin est plus long.
times-near-forget = Ne plus voir les distances
times-near-street = Quelle est la rue ?
times-near-street-button = Choisir cette rue
times-near-other = Écrire une autre adresse
distance-under = à moins de { $amount } mètres en ligne droite
distance-metres = à environ { $amount } mètres en ligne droite
distance-kilometres = à environ { $amount } kilomètres en ligne droite
problem-several-streets-title = Plusieurs rues ont un nom comme cela
problem-several-streets-text = Choisissez la rue dans la liste.
fault-no-street = nous ne trouvons pas cette rue. Écrivez seulement le nom de la rue. Exemple : { $example }
times-filter = Choisir un lieu ou un moment
times-filter-place = Lieu
times-filter-any-place = Tous les lieux
times-filter-part = Moment
times-filter-any-part = Toute la semaine
times-filter-week = Semaine
times-filter-any-week = La première semaine possible
times-filter-of-week = Du { $from } au { $to }
times-filter-button = Voir ces heures
times-other-days = Les autres jours
times-part-morning = Le matin
times-part-afternoon = L’après-midi
times-part-evening = Le soir, après 17 h
times-part-weekend = Le samedi et le dimanche
times-week = Toutes les heures de la semaine du { $from } au { $to }
times-day = { $count ->
    [0] { $day }, aucune heure possible
    [one] { $day }, { $count } heure possible
   *[other] { $day }, { $count } heures possibles
}
times-week-none = Il n’y a pas d’heure possible cette semaine.
times-weeks = Autres semaines
times-earlier = Semaine d’avant, du { $from } au { $to }
times-later = Semaine d’après, du { $from } au { $to }
slot-at = { $day } à { $hour }
slot-left = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
}
times-none-title = Il n’y a pas d’heure possible pour le moment
times-none-text = Parfois, une personne annule. Alors une heure est libre. Revenez dans quelques jours. Voici ce que vous pouvez faire maintenant.
times-none-filter = Voir les heures dans tous les lieux, toute la semaine
times-none-mode = Chercher une heure { $mode }
times-none-phone = Appeler ce numéro : { $phone }. Une personne cherche une heure avec vous.
times-too-many-title = Vous êtes trop nombreux pour un seul rendez-vous
times-too-many-text = { $most ->
    [one] Un rendez-vous est pour { $most } personne. Prenez plusieurs rendez-vous. Ou appelez ce numéro : { $phone }.
   *[other] Un rendez-vous est pour { $most } personnes au plus. Prenez plusieurs rendez-vous. Ou appelez ce numéro : { $phone }.
}
times-not-together-title = Vous ne pouvez pas tout faire dans un seul rendez-vous
times-not-together-text = Prenez un rendez-vous pour chaque chose. Vous pouvez aussi appeler ce numéro : { $phone }.
times-away-title = Vous ne pouvez pas prendre de rendez-vous pour le moment
times-away-text = Notre logiciel ne marche pas. Essayez encore dans quelques minutes. Ou appelez ce numéro : { $phone }.
times-away-again = Essayer encore
times-known = Les heures libres le { $at }
times-known-text = Notre logiciel ne marche pas. Voici les heures libres le { $at }. Peut-être que ces heures ne sont plus libres. Essayez encore dans quelques minutes. Ou appelez ce numéro : { $phone }.
line-heading = Il y a beaucoup de monde
line-ahead =
    { $count ->
        [0] C’est bientôt à vous.
        [one] 1 personne passe avant vous.
       *[other] Environ { $count } personnes passent avant vous.
    }
line-wait-soon = Vous attendez moins d’une minute.
line-wait =
    { $count ->
        [one] Vous attendez environ 1 minute.
       *[other] Vous attendez environ { $count } minutes.
    }
line-again = Cette page change toute seule dans { $count } secondes.
line-look = Voir où j’en suis
line-stop = Arrêter les changements de la page
line-calm = Cette page ne change plus toute seule. Regardez souvent où vous en êtes.
line-resume = Laisser la page changer toute seule
line-order = Les personnes passent dans l’ordre. La première arrivée passe la première.
line-kept = Nous gardons votre place pendant 4 heures. Vous pouvez fermer cette page. Ensuite, revenez à la même adresse avec le même appareil.
line-then = Quand c’est à vous, vous voyez les horaires. S’il n’y a plus d’horaire, nous vous proposons autre chose.
problem-time-taken-title = Cette heure n’est plus libre
problem-time-taken-text = Une autre personne a pris cette heure juste avant vous. Choisissez une autre heure.
problem-no-time-title = Vous n’avez pas choisi d’heure
problem-no-time-text = Appuyez sur une heure de la liste.
problem-office-away-title = Les rendez-vous ne marchent pas pour le moment
problem-office-away-text = Rien n’a changé. Attendez une minute. Ensuite, essayez encore.

## Moving an appointment
move-title = Changer l’heure du rendez-vous – { $procedure }
move-heading = Changer l’heure du rendez-vous
move-now-title = Votre rendez-vous maintenant
move-now-text = Vous gardez ce rendez-vous. Il change seulement si vous choisissez une autre heure.
move-lost-title = Cette heure n’est plus possible
move-lost-text = Choisissez une autre heure plus bas.
move-impossible-title = Vous ne pouvez plus changer ce rendez-vous ici
move-impossible-text = Appelez ce numéro : { $phone }. Une personne cherche une solution avec vous.
done-moved-title = Votre rendez-vous a changé
done-moved-text = La nouvelle heure est sur cette page. Une autre personne peut prendre l’ancienne heure.

## More or fewer people at an appointment
people-heading = Changer le nombre de personnes
people-heading-documents = Changer le nombre de personnes ou de documents
people-title = { $heading } – { $procedure }
people-effect = Si c’est possible, vous gardez la même heure. Sinon, vous choisissez une autre heure. Vous gardez votre rendez-vous en attendant.
people-button = Changer mon rendez-vous
people-keep = Ne rien changer
people-times-heading = Choisir une autre heure
people-times-text = À cette heure, il n’y a pas assez de temps ou de places pour ce nombre. Rien n’a changé pour le moment.
people-times-effect = Choisissez une heure. Votre rendez-vous change tout de suite.
done-people-title = Votre rendez-vous reste à la même heure
done-people-text = Le rendez-vous est pour { $people }. C’est { $when }. Il dure { $duration }.
problem-same-number-title = Votre rendez-vous est déjà pour ce nombre
problem-same-number-text = Choisissez un autre nombre. Ou ne changez rien.
problem-too-many-people-title = C’est trop pour un seul rendez-vous
problem-too-many-people-text = Choisissez au plus : { $most }.

## A time kept while one fills in the rest
hold-title = Votre heure de rendez-vous
hold-until = Nous gardons cette heure pour vous jusqu’à { $hour }.
hold-until-day = Nous gardons cette heure pour vous jusqu’au { $at }.
hold-below = Vous voulez plus de temps ? Regardez plus bas : « { $title } ».
hold-more = Garder cette heure ou en choisir une autre
hold-longer = { $minutes ->
    [one] Garder { $minutes } minute de plus
   *[other] Garder { $minutes } minutes de plus
}
hold-longer-some = Garder plus longtemps
hold-soon = Il vous reste 2 minutes pour dire oui à cette heure.
hold-gone = Nous ne gardons plus cette heure pour vous. Vous pouvez continuer. Nous gardons vos réponses. Avant la fin, vous choisirez une heure.
hold-change = Choisir une autre heure
hold-over-title = Nous ne gardons plus cette heure
hold-over-text = Vos réponses sont gardées. Choisissez encore une heure. Vous pouvez choisir la même heure si elle est libre.
hold-choose = Choisir une heure
review-confirm-heading = Dire oui au rendez-vous
review-confirm-text = Dites oui : l’heure est à vous. Nous donnons vos réponses à : { $service }.
review-confirm-accept = Quand vous dites oui, vous acceptez ceci :
review-confirm = Oui, je prends ce rendez-vous

## An appointment
appointment-title = Votre rendez-vous
appointment-state = Où en est le rendez-vous
appointment-day = Jour
appointment-hours = Heure
appointment-from-to = de { $from } à { $to } ({ $duration })
appointment-what = Pourquoi
appointment-how = Comment
appointment-by-phone = Le service vous appelle au téléphone. Il appelle le numéro que vous avez donné.
appointment-by-video = Par vidéo. Le service vous envoie un lien avant le rendez-vous.
appointment-at-home = Une personne du service vient chez vous.
appointment-place = Lieu
appointment-directions = Pour venir
appointment-conditions = Ce qu’il faut savoir
appointment-late = { $count ->
    [one] Vous avez dit : je serai en retard de { $count } minute.
   *[other] Vous avez dit : je serai en retard de { $count } minutes.
}
appointment-calendar = Mettre dans mon agenda (fichier .ics)
appointment-move = Changer l’heure du rendez-vous
appointment-cancel = Annuler le rendez-vous
appointment-until = Vous pouvez changer ou annuler ici. C’est possible jusqu’au { $at }.
appointment-fixed = Vous ne pouvez pas venir ? Ce n’est pas grave. Il est trop tard pour changer ici. Appelez ce numéro : { $phone }.
appointment-choose = Choisir une autre heure
appointment-call = Vous pouvez aussi appeler ce numéro : { $phone }. Une personne cherche une heure avec vous.
appointment-again = Prendre un autre rendez-vous
appointment-confirmed = Vous avez un rendez-vous
appointment-cancelled-by-user = Vous avez annulé le rendez-vous
appointment-cancelled-by-service = Le service a annulé le rendez-vous
appointment-time-lost = Vous devez choisir une autre heure
appointment-arrived = Nous savons que vous êtes là
appointment-called = C’est à vous
appointment-attended = Le rendez-vous est fini
appointment-missed = Vous n’êtes pas venu au rendez-vous
appointment-other = Le service s’occupe du rendez-vous
appointment-next-confirmed = Cette heure est à vous. Vous ne pouvez plus venir ? Dites-le nous. Une autre personne pourra venir.
appointment-next-cancelled-by-user = Vous avez annulé. Vous pouvez prendre un autre rendez-vous quand vous voulez.
appointment-next-cancelled-by-service = Le service ne peut pas vous voir à cette heure. Nous sommes désolés. Choisissez une autre heure.
appointment-next-time-lost = Une autre personne a pris cette heure avant vous. Vos réponses sont gardées. Choisissez une autre heure.
appointment-next-arrived = Attendez ici. Nous vous appelons bientôt.
appointment-next-called = Venez maintenant. Nous vous attendons.
appointment-next-attended = Le rendez-vous est passé.
appointment-next-missed = Vous n’avez pas pu venir ? Ce n’est pas grave. Vous pouvez prendre un autre rendez-vous.
chosen-state = Nous vérifions votre heure de rendez-vous
chosen-title = Le rendez-vous n’est pas encore sûr
chosen-text = Nous vérifions cette heure. Vous pouvez attendre. La réponse arrive sur cette page. Nous vous prévenons si vous l’avez demandé.
next-chosen = Nous avons votre demande. Le service va dire oui ou non pour cette heure.
cancelling-state = Vous annulez le rendez-vous
next-cancelling = Nous avons noté que vous annulez. Nous le disons au service. Merci de nous l’avoir dit.
withdraw-visit-title = Annuler le rendez-vous – { $procedure }
withdraw-visit-heading = Annuler le rendez-vous
withdraw-visit-free = Une autre personne pourra prendre cette heure. Merci de nous le dire.
withdraw-visit-again = Vous voulez un autre rendez-vous plus tard ? Vous choisirez une nouvelle heure.
withdraw-visit-move = Je préfère changer l’heure
withdraw-visit-reason = Pourquoi annulez-vous ?
withdraw-visit-button = Oui, j’annule mon rendez-vous
withdraw-visit-keep = Non, je garde mon rendez-vous
withdraw-visit-impossible-title = Vous ne pouvez plus annuler ce rendez-vous ici
done-cancelling-title = C’est noté : vous annulez le rendez-vous
done-cancelling-text = Merci de nous l’avoir dit. Une autre personne pourra venir.
timeline-appointment-citizen = Vous avez pris, changé ou confirmé le rendez-vous
timeline-appointment-mediator = La personne qui vous aide a pris, changé ou confirmé le rendez-vous
timeline-appointment-staff = Le service a changé le rendez-vous
timeline-appointment = Suite du rendez-vous
notice-topic-appointment = votre rendez-vous a changé.

# In the calendar file of an appointment.
calendar-number = Numéro de votre rendez-vous : { $number }
calendar-bring = Apportez :
calendar-change = Pour changer ou annuler : { $link }

# In the receipt by e-mail of a request with a time.
mail-receipt-visit-at = { $when }, { $place }
mail-receipt-visit = Votre rendez-vous : { $when }.
mail-receipt-visit-asked = Vous avez choisi : { $when }. Ce n’est pas encore sûr. La réponse sera sur la page de suivi.
mail-receipt-visit-more = Vous pouvez changer l’heure ou annuler. Vous pouvez le mettre dans votre agenda. Ouvrez la page de suivi.

# Saying that one will be late, on the day of an appointment.
lateness-heading = Je serai en retard
lateness-text = Appuyez sur un bouton. La personne qui vous attend le saura.
lateness-minutes = { $count ->
    [one] { $count } minute de retard
   *[other] { $count } minutes de retard
}
done-late-title = Le service sait que vous serez en retard
done-late-text = Merci. La personne qui vous attend le sait.

# Reminders of an appointment: how long before, and the page that their link opens.
notices-reminders = Rappels du rendez-vous
notices-reminders-hint = Un rappel est un message avant le rendez-vous. Vous pouvez cocher plusieurs cases. Vous pouvez aussi ne rien cocher.
notices-rule-reminder = Un rappel dit le jour, l’heure et le lieu. Il ne dit pas pourquoi vous venez.
lead-week = Une semaine avant
lead-two-days = Deux jours avant
lead-day = Un jour avant
lead-two-hours = Deux heures avant
appointment-comes = Vous avez dit que vous venez.
reminder-heading = Votre rendez-vous
reminder-when = Jour et heure
reminder-day = Le jour du rendez-vous
reminder-question = Vous venez ?
reminder-changed = Vous ne pouvez plus venir ?
reminder-come = Oui, je viens
reminder-cancel = J’annule le rendez-vous
reminder-until = Vous pouvez annuler ici. C’est possible jusqu’au { $at }.
reminder-too-late = Il est trop tard pour annuler ici. Appelez le service. Une personne cherche une solution avec vous.
reminder-kind = Vous ne pouvez pas venir ? Ce n’est pas grave. Dites-le : une autre personne prendra cette heure. Vous avez oublié de le dire ? Vous ne serez pas puni. Vous pouvez prendre un nouveau rendez-vous.
reminder-noted-title = Vous avez dit que vous venez
reminder-noted-text = Merci. Le service le sait.
reminder-move = Changer l’heure ou voir la demande. Il faut votre code de suivi.
reminder-cancelled-title = Vous avez annulé le rendez-vous
reminder-cancelled-text = Merci de l’avoir dit. Une autre personne pourra prendre cette heure.
reminder-follow = La page de suivi dit ce qui s’est passé. Elle dit aussi ce que vous pouvez faire.
reminder-open = Voir la demande. Il faut votre code de suivi.
error-link-title = Ce lien ne marche plus
error-link-text = Le lien d’un rappel marche jusqu’à la fin du rendez-vous. Votre rendez-vous est peut-être passé. Ou bien il manque des lettres dans le lien. Vous pouvez retrouver votre demande avec votre code de suivi.
privacy-kept-visit-link = Le lien d’un rappel : jusqu’à la fin du rendez-vous.
privacy-kept-wait = Votre place sur la liste d’attente, avec votre adresse ou votre numéro : 7 jours après la fin.

# Messages about an appointment: a reminder, and the confirmation by text message.
visit-mail-subject = Rappel de votre rendez-vous : { $when }
visit-mail-booked-subject = Votre rendez-vous est sûr : { $when }
visit-mail-when = Vous avez un rendez-vous : { $when }.
visit-mail-where = Le lieu : { $place }, { $address }.
visit-mail-answer = Vous venez ? Ou vous voulez annuler ? Cliquez ici pour le dire :
visit-sms = { $authority } : rendez-vous le { $day } à { $hour }. Dites si vous venez ou annulez : { $link }
visit-sms-booked = { $authority } : votre rendez-vous est le { $day } à { $hour }. Le voir : { $link }

# Waiting for a time that suits.
times-wait-title = Aucun horaire n’est bon pour vous ?
times-wait-text = D’autres personnes annulent leur rendez-vous. Leur horaire devient libre. Nous pouvons vous écrire à ce moment-là.
times-wait-link = Je veux être prévenu quand un horaire est libre
wait-join-title = Liste d’attente : { $title }
wait-join-heading = Être prévenu quand un horaire est libre
wait-join-back = Les horaires libres
wait-join-button = Je m’inscris sur la liste d’attente
wait-rule-turn = Un horaire est libre. Nous le proposons à une seule personne. La première inscrite est la première servie.
wait-rule-time = Nous gardons l’horaire pour vous pendant quelques heures. Vous avez le temps de répondre. La nuit ne compte pas.
wait-rule-free = Vous pouvez dire non à un horaire. Vous gardez votre place. Vous pouvez quitter la liste quand vous voulez.
wait-rule-private = Votre adresse et votre numéro servent seulement à vous prévenir. Nous les effaçons une semaine après la fin.
wait-places = Où pouvez-vous venir ?
wait-places-hint = Tous les lieux sont bons pour vous ? Ne cochez rien.
wait-parts = Quand pouvez-vous venir dans la journée ?
wait-parts-hint = Tous les moments sont bons pour vous ? Ne cochez rien.
wait-from = À partir de quel jour ?
wait-from-hint = Vous pouvez venir tout de suite ? N’écrivez rien.
wait-to = Jusqu’à quel jour ?
wait-to-hint = Vous n’écrivez rien ? Alors vous attendez deux mois.
wait-heading = Vous êtes sur la liste d’attente
wait-offered-heading = Un horaire est libre pour vous
wait-booked-heading = Vous avez pris un horaire
wait-left-heading = Vous n’êtes plus sur la liste d’attente
wait-expired-heading = Votre attente est finie
wait-wish = Ce que vous attendez
wait-days-words = Du { $from } au { $to }
wait-day-words = Le { $day }
wait-until = Nous le gardons pour vous jusqu’au
wait-question = Voulez-vous cet horaire ?
wait-take = Oui, je prends cet horaire
wait-decline = Non, j’attends un autre horaire
wait-decline-text = Vous dites non : cet horaire va à une autre personne. Vous gardez votre place sur la liste.
wait-ahead =
    { $count ->
        [0] Personne n’attend avant vous.
        [one] Une personne attend avant vous.
       *[other] { $count } personnes attendent avant vous.
    }
wait-ahead-text = Un horaire n’est pas bon pour elles ? Alors il peut être pour vous.
wait-known = Le service nous a dit cela le { $at }.
wait-reached = Nous vous écrirons ici : { $reached }.
wait-keep = Gardez l’adresse de cette page. Avec elle, vous pouvez revenir. Vous n’avez pas besoin de code. L’adresse est aussi dans le message que vous allez recevoir.
wait-times = Voir les horaires libres maintenant
wait-booked-title = Cet horaire est pour vous
wait-booked-text = Votre attente est finie. Vous pouvez voir et changer ce rendez-vous comme les autres.
wait-left-title = C’est fait
wait-left-text = Nous ne vous écrirons plus. Nous effaçons votre adresse et votre numéro dans une semaine.
wait-expired-title = Nous n’avons pas pu vous donner d’horaire
wait-expired-text = Les jours que vous avez choisis sont passés. Ou alors vous n’avez pas répondu à plusieurs messages. Vous pouvez vous inscrire encore. Vous pouvez aussi nous appeler.
wait-leave-title = Vous n’attendez plus ?
wait-leave-text = Vous pouvez quitter la liste. Vous pourrez vous inscrire encore.
wait-leave = Je quitte la liste d’attente
wait-held = Ce que vous attendez
wait-held-open = Liste d’attente :
wait-held-offered = Un horaire est libre pour vous
wait-mail-entered-subject = Vous êtes sur la liste d’attente
wait-mail-entered = Vous attendez un horaire de rendez-vous. Vous attendez jusqu’au { $last }. Un horaire est libre pour vous ? Nous vous écrirons.
wait-mail-entered-link = Voir où vous en êtes, ou quitter la liste :
wait-mail-offer-subject = Un horaire est libre : { $when }
wait-mail-offer = Un horaire est libre pour vous : { $when }. Nous le gardons pour vous jusqu’au { $until }.
wait-mail-offer-link = Prendre cet horaire, ou en attendre un autre :
wait-mail-offer-else = Vous ne répondez pas ? L’horaire ira à une autre personne.
wait-mail-ended-subject = Votre attente est finie
wait-mail-ended = Nous n’avons pas pu vous donner d’horaire. Les jours que vous avez choisis sont passés. Ou alors vous n’avez pas répondu à plusieurs messages.
wait-mail-ended-link = Vous pouvez vous inscrire encore, ou nous appeler :
wait-mail-why = Vous recevez ce message parce que vous êtes sur la liste d’attente.
wait-sms-entered = { $authority } : vous êtes sur la liste d’attente. Suivre ou quitter : { $link }
wait-sms-offer = { $authority } : horaire libre le { $day } à { $hour }, gardé jusqu’au { $last } { $until }. Répondre : { $link }
wait-sms-ended = { $authority } : votre attente est finie, sans horaire. Voir : { $link }
wait-still-title = Vous êtes aussi sur la liste d’attente
wait-still-text = Ce rendez-vous est bon pour vous ? Alors quittez la liste. Les autres horaires iront à d’autres personnes.

# Appointments beside procedures done online.
procedure-help = Faire la démarche avec une personne
procedure-help-text = Vous voulez de l’aide ? Une personne peut faire cette démarche avec vous. Prenez un rendez-vous.
visit-online = Sans vous déplacer
visit-online-text = Vous pouvez aussi faire ces démarches sur Internet. Vous n’avez pas besoin de rendez-vous.

# At the place of an appointment: one's turn, and the page of a place.
turn-heading = Votre tour
turn-link = Je suis arrivé : voir mon tour
turn-ticket = Votre numéro
turn-ahead =
    { $count ->
        [0] Personne n’est avant vous.
        [one] Une personne est avant vous.
       *[other] { $count } personnes sont avant vous.
    }
turn-wait = Vous allez attendre entre { $low } et { $high } minutes.
turn-wait-soon = Vous allez attendre moins de { $high } minutes.
turn-called = C’est à vous. Allez ici : { $desk }.
turn-called-nowhere = C’est à vous. Allez à l’accueil.
turn-being-served = Une personne s’occupe de vous.
turn-served = Votre rendez-vous est fini. Merci d’être venu.
turn-absent = Nous vous avons appelé. Nous ne vous avons pas vu. Allez à l’accueil. Nous pouvons vous appeler encore.
turn-left = Vous n’attendez plus.
turn-other = Demandez à l’accueil quand c’est votre tour.
turn-back = Vous pouvez sortir un peu. Revenez vers { $hour }.
turn-open = Vous pouvez laisser cette page ouverte.
turn-arrive = Je suis arrivé
turn-arrive-text = Dites que vous êtes là. Vous aurez un numéro. Cette page vous dira quand c’est votre tour. Vous pouvez aussi aller à l’accueil.
turn-early = Vous pourrez dire que vous êtes là à partir du { $at }. C’est une heure avant votre rendez-vous.
turn-over = Vous ne pouvez plus le dire ici. Allez à l’accueil ou appelez-nous. Nous allons trouver une solution avec vous.
turn-away-title = Le service ne répond pas
turn-away-text = Allez à l’accueil. Votre rendez-vous existe bien.
place-link = { $place } : les horaires et l’attente aujourd’hui
place-facts = Venir
place-now = Maintenant
place-open = C’est ouvert jusqu’à { $hour }.
place-closed = C’est fermé.
place-waiting =
    { $count ->
        [0] Personne n’attend.
        [one] Une personne attend.
       *[other] { $count } personnes attendent.
    }
place-wait = Vous n’avez pas de rendez-vous ? Vous allez attendre entre { $low } et { $high } minutes.
place-wait-soon = Vous n’avez pas de rendez-vous ? Vous allez attendre moins de { $high } minutes.
place-days = Les horaires des prochains jours
place-hours = de { $from } à { $to }
place-day-closed = fermé
date-month-year = { $month } { $year }
opinion-heading = Votre avis
opinion-invitation = Vous pouvez répondre à une seule question. Nous ne voyons pas votre nom.
opinion-link-procedure = Dire comment s’est passée la démarche
opinion-link-visit = Dire comment s’est passé le rendez-vous
opinion-link-answer = Dire ce que vous pensez de notre réponse
opinion-link-place = Dire comment s’est passé l’accueil ici
opinion-promise = Vous pouvez ne pas répondre à une question. Nous ne voyons pas votre nom. Nous ne voyons pas votre numéro de demande. Le service peut montrer à tous ce que vous écrivez. Avant, une personne enlève ce qui permet de vous reconnaître.
opinion-kept-title = Votre réponse est enregistrée
opinion-kept-text = Merci. Vous pouvez continuer. Vous pouvez aussi arrêter ici.
opinion-send = Envoyer mon avis
opinion-send-more = Enregistrer et continuer
opinion-send-as-it-is = Envoyer le texte sans le changer
opinion-done = Enregistrer et finir
opinion-thanks-heading = Merci pour votre avis
opinion-thanks-text = Nous comptons tous les avis. Tout le monde peut voir les résultats. Une personne du service lit ce que vous avez écrit.
opinion-thanks-quality = Voir les résultats
opinion-thanks-else = Vous avez une question ? Vous avez un problème ? Nous ne répondons pas aux avis. Appelez-nous.
error-opinion-given-title = Vous avez déjà donné votre avis
error-opinion-given-text = Votre avis est enregistré. Merci. On peut le donner une seule fois.
error-opinion-late-title = Ce questionnaire est fini
error-opinion-late-text = On peut donner son avis pendant 2 mois. Vous voulez nous dire quelque chose ? Appelez-nous ou écrivez-nous.
write-heading = Une question, une réclamation, un avis
write-danger = Vous êtes en danger ? Parlez d’abord à quelqu’un
write-question = J’ai une question
write-question-text = Vous cherchez une information ? Vous avez besoin d’aide ? Écrivez votre question. Vous recevez un numéro. Vous recevez une réponse.
write-complaint = Je veux faire une réclamation
write-complaint-text = Quelque chose s’est mal passé ? Vous voulez une réponse ? Vous recevez un numéro. Vous recevez une réponse écrite.
write-complaint-request = Vous voulez parler d’une demande ou d’un rendez-vous ? Ouvrez d’abord votre demande. Comme ça, vous n’écrivez pas tout une deuxième fois.
write-delay = Temps pour la réponse : { $delay }.
write-opinion = Je donne mon avis
write-opinion-text = Dites comment ça s’est passé. Il y a une seule question. Vous ne donnez pas votre nom. Nous lisons tous les avis. Nous ne pouvons pas répondre à chaque personne.
write-opinion-place = Sur l’accueil dans un lieu
write-opinion-request = Sur une demande ou un rendez-vous :
complain-title = Réclamation – { $procedure }
complain-heading = Faire une réclamation
complain-delay = Temps pour la réponse : { $delay }. Votre réclamation a son propre numéro.
complain-carry-heading = Voulez-vous que nous copiions des informations ?
complain-carry-text = Nous pouvons copier le numéro de votre demande, votre adresse mail et votre téléphone. Vous pouvez les changer avant d’envoyer. Nous ne copions rien d’autre.
complain-carry = Oui, copier et commencer
complain-alone = Non, commencer sans copier
footer-write = Nous écrire
opinion-later-heading = Vous n’avez pas le temps ?
opinion-later-text = Nous pouvons vous écrire un mail dans une semaine. Nous écrivons une seule fois. Vous devez être d’accord.
opinion-later-button = Oui, m’écrire dans une semaine
opinion-later-title = D’accord
opinion-later-planned = Nous vous écrirons une fois, le { $day }. Vous pouvez aussi répondre maintenant.
opinion-mail-ask = Comment ça s’est passé ? Vous pouvez répondre à une seule question. Nous ne voyons pas votre nom :
opinion-mail-again = Vous vouliez nous dire comment ça s’est passé. Vous pouvez répondre à une seule question. Nous ne voyons pas votre nom :
opinion-mail-subject = Votre avis sur votre demande
opinion-mail-why = Vous avez demandé ce mail. Nous ne vous écrirons plus pour cela.
opinion-elsewhere-text = Pour donner votre avis, allez sur un autre site. Ce site s’appelle « Je donne mon avis ». C’est un site de l’État. Vous ne donnez pas votre nom.
opinion-elsewhere-link = Aller sur « Je donne mon avis » (autre site)
watch-week-subject = Ce que disent les gens, semaine du { $day }
watch-alert-subject = Attention : { $name }
watch-whole = En un an, { $share } des gens sont contents (entre { $low } et { $high }). Il y a { $count } réponses publiées.
watch-whole-none = Il n’y a pas assez de réponses pour donner un résultat.
watch-parts = Combien de gens sont contents :
watch-part = { $name } : { $share }, sur { $count }
watch-abandoned = Les pages où les gens s’arrêtent :
watch-wrong = Les questions où les gens se trompent :
watch-searched = Les mots que les gens ne trouvent pas :
watch-line = { $what } : { $count }
watch-all = Tous les résultats :
watch-low = En { $month }, { $share } des gens sont contents, sur { $count } réponses. Ce n’est pas assez.
watch-fall = En { $month }, { $share } des gens sont contents, sur { $count } réponses. Avant, ils étaient { $before }.
watch-why = Vous recevez ce mail parce que cette adresse est dans la configuration du portail (quality.letters_to).
poster-link = Affiche à imprimer
poster-title = Affiche pour { $place }
poster-heading = L’accueil était comment ?
poster-text = Répondez à une question. Vous ne donnez pas votre nom. Prenez le dessin en photo avec votre téléphone.
poster-qr = Dessin à prendre en photo. Il ouvre la question.
poster-address = Vous pouvez aussi écrire cette adresse :
poster-agent = Vous n’avez pas de téléphone ? Une personne du service peut écrire votre réponse.
quality-page-clear = Ont compris la page
page-clear-yes = Oui, j’ai compris
page-clear-no = Non, je n’ai pas tout compris
danger-title = Vous êtes peut-être en danger. Parlez à quelqu’un maintenant
danger-now = Il y a un danger tout de suite :
danger-deaf = Vous n’entendez pas bien ? Vous ne pouvez pas parler ?
danger-life = Vous pensez à mourir ? Vous avez peur pour une autre personne ? C’est gratuit, le jour et la nuit :
danger-violence = Une personne vous frappe ? Une personne vous fait peur ? C’est gratuit, le jour et la nuit :
danger-child = Un enfant est en danger ? C’est gratuit, le jour et la nuit :
danger-accident = Il y a un feu ? Une odeur de gaz ? Un accident ? Éloignez-vous. Après, téléphonez aux pompiers :
danger-homeless = Vous ne savez pas où dormir ? C’est gratuit, le jour et la nuit :
danger-call = téléphonez au { $number }
danger-write = envoyez un SMS au { $number }
danger-go-on = Vous pouvez continuer. Votre texte est toujours là. Appuyez encore une fois sur le bouton en bas.
problem-personal-data-title = Votre texte contient peut-être une information personnelle
problem-personal-data-text = Il y a peut-être un numéro, une adresse e-mail ou un code. Vous pouvez l’enlever. Vous pouvez aussi envoyer le texte sans le changer, avec le deuxième bouton.
quality-heading = Ce que les gens pensent de nous
quality-title = Ce que les gens pensent : { $name }
quality-whole = La qualité de tous les services
quality-link = Voir ce que les gens en pensent
quality-period = De { $since } au { $until }.
quality-satisfaction = Les gens sont-ils contents ?
quality-not-enough = Pas encore assez de réponses
quality-satisfied = { $share } des personnes sont contentes.
quality-sure =
    { $count ->
        [one] Une personne a répondu. Le vrai résultat est entre { $low } et { $high }.
       *[other] { $count } personnes ont répondu. Le vrai résultat est entre { $low } et { $high }.
    }
quality-satisfaction-caption = Réponses à la question : comment ça s’est passé ?
quality-answer = Réponse
quality-share = Part
quality-people = Réponses
quality-percent = { $value } %
quality-share-sure = { $share } (de { $low } à { $high })
quality-best = Très bien
quality-good = Bien
quality-middle = Moyen
quality-bad = Mal
quality-worst = Très mal
quality-others = Le temps, la clarté, l’aide
quality-others-caption = Ce que nous mesurons
quality-measure = Question
quality-result = Résultat
quality-half = Temps pour 1 demande sur 2
quality-nine-tenths = Temps pour 9 demandes sur 10
quality-days =
    { $count ->
        [one] { $count } jour ou moins
       *[other] { $count } jours ou moins
    }
quality-in-time = Demandes traitées à temps
quality-ease = Trouvent que c’est facile
quality-clarity = Trouvent que c’est clair
quality-pace = Trouvent que c’est rapide
quality-answer-satisfaction = Contents de la réponse
quality-answer-clarity = Trouvent la réponse claire
quality-by-phone = Ont eu de l’aide au téléphone
quality-at-counter = Ont eu de l’aide sur place
quality-by-email = Ont eu de l’aide par écrit
quality-mediator = Ont été aidés par un conseiller
quality-assistive = Contents, avec une aide technique
quality-trend = Mois par mois
quality-trend-caption = Personnes contentes, chaque mois
quality-month = Mois
quality-satisfied-share = Contents
quality-chart-table = Les mêmes nombres sont dans le tableau au-dessus.
quality-bars-title = Dessin des réponses à la question : comment ça s’est passé ?
quality-bars-said = Bien ou très bien : { $good }. Moyen : { $middle }. Mal ou très mal : { $bad }.
quality-bar = { $name } : { $share }
quality-trend-title = Dessin des personnes contentes, chaque mois
quality-trend-key = Le rond montre combien de personnes sont contentes. Le trait montre où se trouve sûrement le vrai résultat.
quality-trend-changed = Au début, { $since } : { $first }. À la fin, { $until } : { $last }.
quality-trend-same = { $since } et { $until } : pareil, { $share }.
quality-trend-unsure = La différence entre ces 2 mois est petite. C’est peut-être le hasard.
quality-trend-lowest = Le mois le plus bas : { $month }, { $share }.
quality-trend-highest = Le mois le plus haut : { $month }, { $share }.
quality-trend-unknown =
    { $count ->
        [one] 1 mois est vide. Il n’y a pas assez de réponses.
       *[other] { $count } mois sont vides. Il n’y a pas assez de réponses.
    }
quality-trend-month =
    { $count ->
        [one] { $month } : { $share }, 1 réponse
       *[other] { $month } : { $share }, { $count } réponses
    }
quality-trend-empty = { $month } : pas assez de réponses
quality-procedures = Pour chaque démarche
quality-procedures-caption = Personnes contentes, pour chaque démarche
quality-procedure = Démarche
quality-places = Pour chaque lieu
quality-places-caption = Personnes contentes, pour chaque lieu
quality-place = Lieu
quality-method = Comment nous comptons
quality-method-groups = Nous publions les réponses par groupes de { $fewest }. Personne ne peut vous reconnaître. Les dernières réponses attendent que le groupe soit complet.
quality-method-interval = Les 2 nombres entre parenthèses montrent où se trouve sûrement le vrai résultat.
quality-data = Les données
quality-table = Télécharger le tableau (CSV)
quality-json = Télécharger les données pour les logiciels (JSON)
heard-improvements = Ce que vous avez dit. Ce que nous avons fait.
heard-said = Vous avez dit
heard-did = Nous avons fait
heard-moved = Le résultat aujourd’hui
heard-opinions = Ce que des personnes ont écrit
heard-method = Une personne du service lit tous les textes. Elle enlève les noms et les numéros. Vous reconnaissez quelqu’un ? Dites-le-nous. Nous enlevons le texte.
heard-older = Lire d’autres textes
heard-newest = Revenir aux premiers textes
heard-latest =
    { $count ->
        [one] Voici le dernier texte.
       *[other] Voici les { $count } derniers textes.
    }
heard-written = Texte écrit en { $month }
heard-reply = Notre réponse
privacy-kept-opinion = Votre avis : il n’y a pas votre nom. Le site l’efface quand le service l’a reçu. Le service efface ce que vous avez écrit après un an. Le service peut montrer votre texte à tous pendant un an, pas plus.
