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

## E-mail sent once a request is recorded (plain text)
mail-receipt-subject = Nous avons votre demande : { $procedure }
mail-receipt-hello = Bonjour,
mail-receipt-recorded = Nous avons enregistré votre demande « { $procedure } » le { $moment }.
mail-receipt-code = Votre code de suivi est :
mail-receipt-keep = Gardez bien ce code. Le code sert à savoir où en est votre demande. Allez sur cette page. Donnez le code. Donnez aussi votre adresse e-mail ou votre date de naissance :
mail-receipt-contact = Vous avez une question ? Voici le service :
mail-receipt-phone = Téléphone : { $phone }
mail-receipt-email = E-mail : { $email }
mail-receipt-not-you = Cette demande n’est pas de vous ? Dites-le au service. Donnez le code de suivi.
mail-receipt-automatic = Un ordinateur envoie ce message. Personne ne lit les réponses.

## Components: page
back-link = Revenir à la page : { $page }
notice-information = Information : { $title }
notice-success = C’est fait : { $title }
notice-warning = Attention : { $title }
step-position = Étape { $position } sur { $total }
skip-links-name = Aller tout de suite à
skip-content = Contenu
skip-search = Recherche
skip-help = Aide
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
footer-accessibility-total = Accessibilité : totalement conforme
footer-accessibility-partial = Accessibilité : partiellement conforme
footer-accessibility-none = Accessibilité : non conforme
footer-privacy = Vos informations personnelles
footer-legal = Mentions légales
contact-title = Vous avez besoin d’aide ?
contact-phone = Téléphone :
contact-email = Adresse mail :
contact-hours = Horaires :
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
answer-part = { $part } :

## Components: fields
field-required = { $label } (obligatoire)
field-optional = { $label } (facultatif)
field-error = Erreur : { $words }
field-count =
    { $count ->
        [one] Pas plus de { $count } signe
       *[other] Pas plus de { $count } signes
    }
item-label = { $noun } { $number } :
date-typed = { $day } { $month } { $year }
hint-email = Exemple : nom@exemple.fr
hint-phone = Exemple : 06 39 98 12 34
hint-date = Exemple : { $example }
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
file-add-named = Ajouter le fichier : { $label }
file-list = Vos fichiers : { $label }
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
error-summary-line = { $label } : { $words }
fault-missing-any = répondez à cette question
fault-missing-short = écrivez une réponse. Exemple : { $example }
fault-missing-long = écrivez votre réponse avec quelques phrases
fault-missing-email = écrivez votre adresse mail. Exemple : nom@exemple.fr
fault-missing-phone = écrivez un numéro de téléphone. Exemple : 06 39 98 12 34
fault-missing-date = écrivez le jour, le mois et l’année. Exemple : { $example }
fault-missing-number = écrivez un nombre entre { $min } et { $max }. Exemple : { $min }
fault-missing-yes-no = choisissez oui ou non
fault-missing-choice = choisissez une réponse
fault-missing-line1 = écrivez le numéro et la rue. Exemple : 12 rue des Tilleuls
fault-missing-postal-code = écrivez le code postal. Exemple : 75011
fault-missing-city = écrivez le nom de la ville. Exemple : Lyon
fault-missing-address = écrivez toute l’adresse. Exemple : 12 rue des Tilleuls, 75011 Paris
fault-missing-family-name = écrivez le nom de naissance. Exemple : Martin
fault-missing-given-names = écrivez tous les prénoms. Exemple : Léa Marie
fault-missing-person = écrivez le nom de naissance et les prénoms. Exemple : Martin, Léa Marie
fault-missing-file = choisissez un fichier { $kinds }. Ensuite, ajoutez le fichier.
fault-too-short =
    { $count ->
        [one] votre texte est trop court. Écrivez au moins { $count } signe.
       *[other] votre texte est trop court. Écrivez au moins { $count } signes.
    }
fault-too-short-example =
    { $count ->
        [one] la réponse est trop courte. Écrivez au moins { $count } signe. Exemple : { $example }
       *[other] la réponse est trop courte. Écrivez au moins { $count } signes. Exemple : { $example }
    }
fault-too-long =
    { $count ->
        [one] votre texte est trop long. Gardez { $count } signe au plus.
       *[other] votre texte est trop long. Gardez { $count } signes au plus.
    }
fault-too-long-example =
    { $count ->
        [one] la réponse est trop longue. Écrivez { $count } signe au plus. Exemple : { $example }
       *[other] la réponse est trop longue. Écrivez { $count } signes au plus. Exemple : { $example }
    }
fault-email = corrigez l’adresse mail. Exemple : nom@exemple.fr
fault-phone = corrigez le numéro de téléphone. Exemple : 06 39 98 12 34
fault-date-day-missing = écrivez aussi le jour. Exemple : { $example }
fault-date-month-missing = écrivez aussi le mois. Exemple : { $example }
fault-date-year-missing = écrivez aussi l’année. Exemple : { $example }
fault-date-unreal = cette date n’existe pas. Écrivez une autre date. Exemple : { $example }
fault-date-day-unreal = ce jour n’existe pas dans ce mois. Corrigez le jour. Exemple : { $example }
fault-date-month-unreal = corrigez le mois. Écrivez un nombre de 1 à 12. Exemple : { $example }
fault-date-year-unreal = corrigez l’année. Écrivez 4 chiffres. Exemple : { $example }
fault-date-future = cette date n’est pas encore arrivée. Écrivez la date d’aujourd’hui ou une date passée. Exemple : { $example }
fault-date-past = cette date est passée. Écrivez la date d’aujourd’hui ou une date à venir. Exemple : { $example }
fault-too-young =
    { $count ->
        [one] vérifiez la date. Il faut avoir { $count } an ou plus. Exemple : { $example }
       *[other] vérifiez la date. Il faut avoir { $count } ans ou plus. Exemple : { $example }
    }
fault-too-old =
    { $count ->
        [one] vérifiez la date. Il faut avoir { $count } an ou moins. Exemple : { $example }
       *[other] vérifiez la date. Il faut avoir { $count } ans ou moins. Exemple : { $example }
    }
fault-number = écrivez un nombre avec des chiffres, entre { $min } et { $max }. Exemple : { $min }
fault-too-small = écrivez un nombre plus grand, entre { $min } et { $max }
fault-too-great = écrivez un nombre plus petit, entre { $min } et { $max }
fault-choice = choisissez une réponse de la liste
fault-too-few-choices =
    { $count ->
        [one] cochez au moins { $count } case
       *[other] cochez au moins { $count } cases
    }
fault-postal-code = corrigez le code postal. En France, il a 5 chiffres. Exemple : 75011. Dans un autre pays, écrivez aussi le pays.
fault-not-accepted = cochez la case pour continuer
fault-not-same = écrivez la même réponse que plus haut
fault-not-same-email = écrivez la même adresse mail que plus haut
fault-not-different = écrivez une autre réponse que plus haut
fault-date-not-after = écrivez une date après la date écrite plus haut. Exemple : { $example }
fault-date-before = écrivez la date écrite plus haut, ou une date après. Exemple : { $example }
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
fault-file-too-heavy = { $name } est trop lourd. Choisissez un fichier de { $weight } au plus. Exemple : une photo plus petite
fault-file-broken = { $name } n’est pas bien arrivé. Choisissez le fichier encore une fois.
fault-characters = retirez les signes comme < et >
fault-characters-short = retirez les signes comme < et >. Exemple : { $example }
fault-characters-name = écrivez le nom avec des lettres. Exemple : Martin
fault-characters-given-names = écrivez les prénoms avec des lettres. Exemple : Léa Marie
fault-characters-address = retirez les signes comme < et >. Exemple : 12 rue des Tilleuls

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
