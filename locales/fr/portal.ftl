# Words of the portal. Source language: French.

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

## Components: page
back-link = Retour à : { $page }
notice-information = Information : { $title }
notice-success = C’est fait : { $title }
notice-warning = Attention : { $title }
step-position = Étape { $position } sur { $total }
skip-links-name = Accès rapide
skip-content = Contenu
skip-search = Recherche
skip-help = Aide
skip-question = Dire si cette page est claire
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
footer-privacy = Données personnelles
footer-legal = Mentions légales
contact-title = Besoin d’aide ?
contact-phone = Téléphone :
contact-email = Adresse électronique :
contact-hours = Horaires :
summary-left-open = Pas de réponse

## Components: what happened to a request
status-submitted = Reçue par le service
status-in-review = En cours d’examen
status-info-requested = Le service vous demande une information
status-awaiting-payment = Paiement attendu
status-accepted = Acceptée
status-rejected = Refusée
status-closed = Terminée
status-withdrawn = Retirée à votre demande
status-expired = Terminée, car nous n’avons pas reçu votre réponse
status-other = En cours de traitement
timeline-message-staff = Message du service
timeline-message-citizen = Message de votre part
timeline-message-mediator = Message de la personne qui vous aide
timeline-event = Suite de la demande

## Components: answers in words
answer-yes = Oui
answer-no = Non
answer-accepted = Accepté
answer-part = { $part } :

## Components: fields
field-required = { $label } (obligatoire)
field-optional = { $label } (facultatif)
field-error = Erreur : { $words }
field-count =
    { $count ->
        [one] { $count } caractère au plus
       *[other] { $count } caractères au plus
    }
item-label = { $noun } { $number } :
date-typed = { $day } { $month } { $year }
hint-email = Format attendu : nom@exemple.fr
hint-phone = Par exemple, 06 39 98 12 34 ou +32 2 555 12 12
hint-date = Par exemple, { $example }
hint-number = Un nombre entre { $min } et { $max }
part-day = Jour
part-month = Mois
part-year = Année
part-line1 = Numéro et rue
part-line2 = Complément d’adresse
part-postal-code = Code postal
part-city = Ville
part-country = Pays, si ce n’est pas la France
part-family-name = Nom de naissance
part-usage-name = Nom d’usage
part-given-names = Prénoms
list-comma = ,{ " " }
list-or = { $first } ou { $last }
file-rules =
    { $count ->
        [one] { $kinds }, { $weight } au plus. Un seul fichier.
       *[other] { $kinds }, { $weight } au plus par fichier. { $count } fichiers au plus.
    }
file-facts = , { $kind }, { $weight }
file-add = Ajouter le fichier
file-add-named = Ajouter le fichier : { $label }
file-list = Fichiers ajoutés : { $label }
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
fault-missing-short = saisissez une réponse, par exemple { $example }
fault-missing-long = écrivez votre réponse en quelques phrases
fault-missing-email = saisissez une adresse électronique, par exemple nom@exemple.fr
fault-missing-phone = saisissez un numéro de téléphone, par exemple 06 39 98 12 34
fault-missing-date = saisissez une date avec le jour, le mois et l’année, par exemple { $example }
fault-missing-number = saisissez un nombre entre { $min } et { $max }, par exemple { $min }
fault-missing-yes-no = répondez par oui ou par non
fault-missing-choice = choisissez une réponse
fault-missing-line1 = saisissez le numéro et la rue, par exemple 12 rue des Tilleuls
fault-missing-postal-code = saisissez le code postal, par exemple 75011
fault-missing-city = saisissez le nom de la ville, par exemple Lyon
fault-missing-address = saisissez une adresse complète, par exemple 12 rue des Tilleuls, 75011 Paris
fault-missing-family-name = saisissez le nom de naissance, par exemple Martin
fault-missing-given-names = saisissez les prénoms dans l’ordre de l’état civil, par exemple Léa Marie
fault-missing-person = saisissez le nom de naissance et les prénoms, par exemple Martin, Léa Marie
fault-missing-file = choisissez un fichier { $kinds }, puis ajoutez-le
fault-too-short =
    { $count ->
        [one] écrivez au moins { $count } caractère
       *[other] écrivez au moins { $count } caractères
    }
fault-too-short-example =
    { $count ->
        [one] saisissez au moins { $count } caractère, par exemple { $example }
       *[other] saisissez au moins { $count } caractères, par exemple { $example }
    }
fault-too-long =
    { $count ->
        [one] raccourcissez votre texte à { $count } caractère au plus
       *[other] raccourcissez votre texte à { $count } caractères au plus
    }
fault-too-long-example =
    { $count ->
        [one] saisissez { $count } caractère au plus, par exemple { $example }
       *[other] saisissez { $count } caractères au plus, par exemple { $example }
    }
fault-email = corrigez l’adresse électronique, elle doit ressembler à nom@exemple.fr
fault-phone = corrigez le numéro de téléphone, par exemple 06 39 98 12 34 ou +32 2 555 12 12
fault-date-day-missing = ajoutez le jour, par exemple { $example }
fault-date-month-missing = ajoutez le mois, par exemple { $example }
fault-date-year-missing = ajoutez l’année, par exemple { $example }
fault-date-unreal = saisissez une date qui existe, par exemple { $example }
fault-date-day-unreal = corrigez le jour, il n’existe pas dans ce mois, par exemple { $example }
fault-date-month-unreal = corrigez le mois avec un nombre de 1 à 12 ou son nom, par exemple { $example }
fault-date-year-unreal = corrigez l’année avec quatre chiffres, par exemple { $example }
fault-date-future = saisissez la date d’aujourd’hui ou une date passée, par exemple { $example }
fault-date-past = saisissez la date d’aujourd’hui ou une date à venir, par exemple { $example }
fault-too-young =
    { $count ->
        [one] vérifiez la date, l’âge doit être d’au moins { $count } an, par exemple { $example }
       *[other] vérifiez la date, l’âge doit être d’au moins { $count } ans, par exemple { $example }
    }
fault-too-old =
    { $count ->
        [one] vérifiez la date, l’âge doit être de { $count } an au plus, par exemple { $example }
       *[other] vérifiez la date, l’âge doit être de { $count } ans au plus, par exemple { $example }
    }
fault-number = saisissez un nombre entier avec des chiffres, entre { $min } et { $max }, par exemple { $min }
fault-too-small = saisissez un nombre plus grand, entre { $min } et { $max }
fault-too-great = saisissez un nombre plus petit, entre { $min } et { $max }
fault-choice = choisissez une réponse de la liste, celle qui a été envoyée n’y est pas
fault-too-few-choices =
    { $count ->
        [one] cochez au moins { $count } case
       *[other] cochez au moins { $count } cases
    }
fault-postal-code = corrigez le code postal : cinq chiffres en France, par exemple 75011, ou indiquez le pays
fault-not-accepted = cochez la case pour continuer
fault-not-same = saisissez exactement la même réponse que plus haut
fault-not-same-email = saisissez exactement la même adresse électronique que plus haut
fault-not-different = donnez une réponse différente de celle donnée plus haut
fault-date-not-after = saisissez une date plus tardive que la date donnée plus haut, par exemple { $example }
fault-date-before = saisissez la date donnée plus haut ou une date plus tardive, par exemple { $example }
fault-number-not-after = saisissez un nombre plus grand que celui donné plus haut
fault-number-before = saisissez un nombre au moins égal à celui donné plus haut
fault-too-many-files =
    { $count ->
        [one] gardez { $count } seul fichier : retirez celui d’avant pour en ajouter un autre
       *[other] gardez { $count } fichiers au plus : retirez-en un pour en ajouter un autre
    }
fault-file-kind-any = retirez le fichier refusé et choisissez un fichier { $kinds }
fault-file-too-heavy-any = retirez le fichier trop lourd et choisissez un fichier de { $weight } au plus
fault-file-kind = { $name } n’est pas accepté, choisissez un fichier { $kinds }
fault-file-mismatch = le nom de { $name } ne correspond pas à son contenu, enregistrez-le de nouveau en { $kinds }
fault-file-empty = { $name } est vide, ouvrez-le sur votre appareil pour vérifier, puis choisissez-le de nouveau
fault-file-too-heavy = { $name } est trop lourd, choisissez un fichier de { $weight } au plus, par exemple une photo plus petite
fault-file-broken = l’envoi de { $name } a été interrompu, choisissez-le de nouveau
fault-characters = retirez les signes comme < et >
fault-tracking-code = ce code ne peut pas exister, un signe est faux ou manque. Vérifiez-le sur votre reçu, par exemple { $example }
fault-characters-short = retirez les signes comme < et >, saisissez par exemple { $example }
fault-characters-name = écrivez le nom avec des lettres, par exemple Martin
fault-characters-given-names = écrivez les prénoms avec des lettres, par exemple Léa Marie
fault-characters-address = retirez les signes comme < et >, saisissez par exemple 12 rue des Tilleuls

## Titles and navigation
title-of-page = { $title } – { $site }
title-error = Erreur : { $title }
navigation-loading = Chargement en cours
catalogue-old-title = Informations du dernier relevé
catalogue-old-text = Le logiciel des services ne répond pas pour le moment. Les informations affichées datent du { $at }. Vous pouvez remplir et envoyer vos demandes : elles seront transmises dès que possible.

## Home
home-title = Accueil
home-heading = Vos démarches à { $authority }
home-lead = Faites vos démarches en ligne à toute heure, sans créer de compte. Au guichet et par téléphone, nos agents vous aident aussi.
home-drafts = Vos démarches commencées
home-requests = Vos demandes
home-request-open = Suivre : { $title }
home-request-due = Le service attend votre réponse avant le { $day }
home-draft-continue = Continuer : { $title }
home-draft-saved = Enregistré le { $saved }. Conservé jusqu’au { $until }.
home-draft-erase = Effacer : { $title }
home-procedures = Les démarches
home-by-theme = Voir les démarches par thème
home-follow = Suivre une demande
home-follow-text = Vous avez déjà envoyé une demande ? Retrouvez-la avec son code de suivi.
home-follow-link = Suivre ma demande
home-help = Se faire aider
home-help-text = Une personne peut vous aider par téléphone, au guichet ou dans un espace France services. C’est gratuit.
home-help-link = Voir les lieux et les aides

## Search and lists
search-label = Chercher une démarche
search-button = Chercher
search-title = Résultats pour « { $query } »
search-results = { $count ->
    [0] Aucune démarche pour « { $query } »
    [one] { $count } démarche pour « { $query } »
   *[other] { $count } démarches pour « { $query } »
}
search-nothing = Essayez un mot plus simple, comme « naissance » ou « école ». Vous pouvez aussi nous appeler au { $phone } : nous chercherons avec vous.
search-all = Voir toutes les démarches
procedures-heading = Démarches
procedures-all = { $count ->
    [one] { $count } démarche en ligne
   *[other] { $count } démarches en ligne
}
themes-heading = Démarches par thème
themes-by-theme = Par thème
themes-by-event = Selon votre situation

## Page of a procedure
procedure-cost = Prix
procedure-free = Gratuit
procedure-amount = { $amount } ({ $note })
procedure-minutes = Temps pour remplir
procedure-minutes-count = { $count ->
    [one] environ { $count } minute
   *[other] environ { $count } minutes
}
procedure-delay = Délai habituel de réponse
delay-calendar-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
delay-working-days = { $count ->
    [one] { $count } jour ouvré
   *[other] { $count } jours ouvrés
}
procedure-eligibility = Qui peut faire cette démarche ?
procedure-checklist = Ce qu’il vous faut
procedure-next = Ce qui se passe ensuite
procedure-silence = Et sans réponse ?
procedure-silence-acceptance = { $months ->
    [one] Sans réponse { $months } mois après la réception de votre demande, elle est acceptée.
   *[other] Sans réponse { $months } mois après la réception de votre demande, elle est acceptée.
}
procedure-silence-refusal = { $months ->
    [one] Sans réponse { $months } mois après la réception de votre demande, elle est refusée. Vous pouvez alors la contester.
   *[other] Sans réponse { $months } mois après la réception de votre demande, elle est refusée. Vous pouvez alors la contester.
}
procedure-other-ways = Autres façons de faire
procedure-other-ways-text = Internet n’est pas obligatoire : vous pouvez aussi faire cette démarche autrement.
procedure-rules = Les règles qui s’appliquent
procedure-begin = Commencer la démarche
procedure-begin-note = { $days ->
    [one] Vos réponses sont enregistrées à chaque étape et conservées { $days } jour : vous pouvez vous arrêter et reprendre sur le même appareil.
   *[other] Vos réponses sont enregistrées à chaque étape et conservées { $days } jours : vous pouvez vous arrêter et reprendre sur le même appareil.
}

## Filling in
step-title = Étape { $position } sur { $total }, { $step } – { $procedure }
step-continue = Enregistrer et continuer
step-save-and-review = Enregistrer et revenir à la vérification
step-more-title = Vos réponses ajoutent des questions
step-more-text = Vos réponses sont enregistrées. Répondez aussi aux nouvelles questions de cette page.
draft-kept-title = Votre brouillon
draft-kept-text = Nous conservons vos réponses jusqu’au { $until }. Vous pouvez les retrouver sur cet appareil. Elles ne sont pas encore envoyées.
draft-erase-link = Effacer mon brouillon
draft-form-changed-title = Le formulaire a changé
draft-form-changed-text = Le formulaire a été mis à jour depuis que vous avez commencé. Vos réponses sont gardées. Vérifiez-les avant d’envoyer.
items-count = { $count ->
    [0] La liste est vide pour le moment
   *[other] Dans la liste : { $count }
}
items-name = { $noun } { $number } :
items-unnamed = { $noun } { $number }
items-incomplete = Il manque des réponses.
items-change = Modifier { $name }
items-removed = Retiré de la liste : { $name }
items-restore = Remettre dans la liste : { $name }
items-remove = Retirer { $name }
items-full = Vous avez atteint le nombre maximum : { $max }.
item-heading = { $noun } { $number }
item-title = { $item } – { $procedure }
item-save = Enregistrer et revenir à la liste
review-title = Vérification – { $procedure }
review-heading = Vérifiez vos réponses
review-change = Modifier : { $section }
review-incomplete-title = Il reste des questions
review-incomplete-text = Pour envoyer votre demande, complétez ces étapes :
review-complete-step = Compléter : { $step }
review-continue = Continuer ma démarche
review-send-heading = Envoyer votre demande
review-send-text = Votre demande sera transmise à : { $service }.
review-good-faith = Une erreur dans vos réponses ? Ce n’est pas grave : vous pourrez faire corriger votre demande. Une erreur de bonne foi n’est pas sanctionnée (article L123-1 du code des relations entre le public et l’administration).
review-send = Envoyer ma demande
erase-title = Effacer le brouillon – { $title }
erase-heading = Effacer ce brouillon ?
erase-text = Vos réponses et vos fichiers pour « { $title } » seront effacés. On ne peut pas revenir en arrière.
erase-button = Effacer mon brouillon
erase-back = la vérification de vos réponses
problem-conflict-title = Cette page a été modifiée dans un autre onglet
problem-conflict-text = Voici les réponses enregistrées depuis l’autre onglet. Vos réponses ci-dessous ne sont pas encore enregistrées. Pour garder vos réponses ci-dessous à la place, envoyez à nouveau cette page.
problem-conflict-link = Voir mes réponses
problem-no-request-title = Aucune demande ne correspond
problem-no-request-text = Vérifiez le code de suivi et l’information que vous avez donnée dans la demande.
problem-incomplete-title = Il manque quelque chose
problem-incomplete-text = Complétez cette étape avant de continuer.
problem-unavailable-title = L’enregistrement n’est pas possible pour le moment
problem-unavailable-text = Vos réponses sont toujours affichées ci-dessous. Attendez une minute puis envoyez à nouveau cette page.
problem-too-many-title = Trop d’envois à la suite
problem-too-many-text = { $minutes ->
    [one] Vos réponses sont toujours affichées ci-dessous. Attendez { $minutes } minute puis envoyez à nouveau cette page.
   *[other] Vos réponses sont toujours affichées ci-dessous. Attendez { $minutes } minutes puis envoyez à nouveau cette page.
}

## Receipt and request
sent-already-title = Cette demande est déjà envoyée
sent-already-text = Votre demande « { $title } » a été envoyée une seule fois. Vous n’avez rien à refaire.
sent-already-link = Voir le reçu
receipt-title = Demande envoyée – { $procedure }
receipt-heading = Demande envoyée
receipt-code-title = Code de suivi
receipt-code-text = Notez ce code ou imprimez cette page. Il vous sera demandé pour suivre votre demande.
receipt-mail = Un e-mail avec ce code est envoyé à { $to }.
receipt-no-mail = Vous n’avez pas donné d’adresse électronique : gardez bien ce code.
receipt-no-follow = Vous n’avez donné ni adresse électronique ni date de naissance : vous ne pourrez pas suivre cette demande en ligne. Donnez ce code si vous nous appelez.
receipt-procedure = Démarche
receipt-number = Numéro donné par le service
receipt-recorded = Enregistrée le
receipt-state = Transmission
receipt-delivered = Reçue par le service le { $at }
receipt-waiting = Votre demande est enregistrée ici. Elle est en cours de transmission au service : vous n’avez rien à faire.
receipt-follow = Suivre cette demande
receipt-mistake = Vous avez fait une erreur ? Appelez le { $phone } : votre demande sera corrigée, sans sanction.
receipt-mistake-online = Vous avez fait une erreur ? Corrigez-la sur la page de votre demande ou appelez le { $phone }. C’est sans sanction.
receipt-answers = Ce que vous avez envoyé
request-title = { $state } – { $procedure }
request-old-title = Dernière information connue
request-old-text = Le logiciel du service ne répond pas pour le moment. Voici ce que nous savions le { $at }.
request-timeline = Ce qui s’est passé
status-recorded = Demande enregistrée
next-recorded = Votre demande est enregistrée ici et sera transmise au service dès que possible. Vous n’avez rien à faire.
next-submitted = Le service a reçu votre demande. Un agent va l’étudier. Vous n’avez rien à faire.
next-in-review = Un agent étudie votre demande. Vous n’avez rien à faire.
next-info-requested = Le service a besoin d’une information. Lisez son message ci-dessous et appelez le { $phone } pour répondre.
next-awaiting-payment = Un paiement est attendu. Appelez le { $phone } pour savoir comment payer, y compris au guichet.
next-accepted = Votre demande est acceptée. Lisez ci-dessous le message du service.
next-rejected = Votre demande est refusée. La raison est donnée ci-dessous. Pour en parler ou la contester, appelez le { $phone }.
next-closed = Votre demande est terminée. Pour toute question, appelez le { $phone }.
next-other = Le service traite votre demande. Pour toute question, appelez le { $phone }.

## Opening a request
follow-heading = Suivre ma demande
follow-text = Pour ouvrir votre demande, donnez son code de suivi et une information que vous y avez écrite.
follow-code = Code de suivi
follow-code-hint = 12 lettres et chiffres, par exemple ACDE-FGHJ-KMNA
follow-proof = Quelle information voulez-vous donner ?
follow-proof-email = Mon adresse électronique
follow-proof-birth-date = Ma date de naissance
follow-email = Adresse électronique
follow-birth-date = Date de naissance
follow-open = Ouvrir ma demande
follow-lost-heading = Vous n’avez plus votre code ?
follow-lost-text = Appelez-nous ou venez au guichet : un agent cherchera votre demande avec vous.

## Help
help-heading = Lieux et aide
help-lead = Vous pouvez toujours parler à une personne, sans passer par internet.
help-someone = Faire la démarche avec quelqu’un
help-someone-text = Dans un espace France services, une personne formée remplit la démarche avec vous, gratuitement. Un proche peut aussi vous aider.
help-rights = Vos droits
help-right-mistake = Vous pouvez vous tromper : une erreur de bonne foi se corrige, sans sanction.
help-right-human = Internet n’est jamais obligatoire : chaque démarche peut se faire autrement, par exemple au guichet.
help-right-language = Le site existe en français, en anglais, en arabe et en français facile à lire.
help-emergency = Urgence
help-emergency-text = En danger ? Appelez le 112. Personne sourde ou malentendante : envoyez un SMS au 114.
help-places = Les lieux d’accueil
help-hours = Horaires
help-access = Accès

## Site map and legal pages
site-map-heading = Plan du site
site-map-about = À propos de ce site
legal-heading = Mentions légales
legal-publisher = Éditeur du site
legal-director = Directeur ou directrice de la publication
legal-host = Hébergement
legal-software = Logiciel
legal-software-text = Ce site fonctionne avec Parvis, un logiciel libre sous licence EUPL-1.2.
legal-reuse = Réutilisation
legal-reuse-text = Les informations de ce site peuvent être réutilisées librement, en citant leur source et leur date (livre III du code des relations entre le public et l’administration). Les données personnelles ne le peuvent pas.
privacy-heading = Données personnelles
privacy-controller = Responsable du traitement : { $authority }.
privacy-purpose = Pourquoi nous utilisons vos données
privacy-purpose-text = Vos réponses servent seulement à traiter votre demande. C’est une mission de service public (article 6, paragraphe 1, point e, du règlement général sur la protection des données, RGPD). Nous ne demandons que ce qui est nécessaire. Une preuve de vaccination est une donnée de santé : rien ne vous oblige à la joindre ici. Si vous la joignez, elle sert seulement à vérifier les vaccins obligatoires, dans l’intérêt de la santé publique (article 9, paragraphe 2, point i, du RGPD et article L3111-2 du code de la santé publique). Vos réponses et vos fichiers sont chiffrés.
privacy-kept = Combien de temps nous les gardons
privacy-kept-draft = { $days ->
    [one] Un brouillon : { $days } jour après votre dernier enregistrement.
   *[other] Un brouillon : { $days } jours après votre dernier enregistrement.
}
privacy-kept-submission = { $days ->
    [one] La copie de votre demande sur ce site : { $days } jour après sa transmission au service.
   *[other] La copie de votre demande sur ce site : { $days } jours après sa transmission au service.
}
privacy-kept-access = { $minutes ->
    [one] L’accès ouvert avec un code de suivi : { $minutes } minute sans activité.
   *[other] L’accès ouvert avec un code de suivi : { $minutes } minutes sans activité.
}
privacy-kept-procedures = Le service garde votre demande une fois qu’elle est terminée. La durée dépend de la démarche :
privacy-kept-procedure = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
privacy-who = Qui les lit
privacy-who-text = Seuls les agents du service chargé de votre demande, et les personnes à qui vous donnez un code de reprise. Vos données ne sont ni vendues ni envoyées à d’autres sites.
privacy-cookies = Cookies
privacy-cookies-text = Un cookie est utilisé quand vous commencez une démarche ou ouvrez une demande : il sert à retrouver vos réponses. Quand plusieurs personnes cherchent un rendez-vous au même moment, un second cookie garde votre place dans la file, pendant quatre heures au plus. Ces cookies ne suivent personne. Votre accord n’est donc pas demandé (article 82 de la loi Informatique et Libertés).
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez voir vos données, les corriger, demander leur effacement, limiter leur usage ou vous y opposer (articles 15 à 21 du RGPD). Nous vous répondons en un mois au plus.
privacy-rights-contact = Pour exercer vos droits, écrivez au délégué à la protection des données :
privacy-authority = Si notre réponse ne vous convient pas, vous pouvez adresser une plainte à la
accessibility-heading = Déclaration d’accessibilité
accessibility-commitment = { $authority } s’engage à rendre son site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Son schéma pluriannuel de mise en accessibilité et son plan d’actions de l’année en cours sont en préparation.
accessibility-scope = Cette déclaration s’applique au site { $url }.
accessibility-state = État de conformité
accessibility-state-text = Ce site est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : aucun audit par une personne n’a encore été fait. Sans audit, un site doit être déclaré non conforme, quels que soient les résultats des tests automatiques.
accessibility-state-total = Ce site est totalement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2.
accessibility-state-partial = Ce site est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, en raison des non-conformités et des dérogations énumérées ci-dessous.
accessibility-state-none = Ce site est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, en raison des non-conformités et des dérogations énumérées ci-dessous.
accessibility-audit = L’audit de conformité réalisé le { $day } par { $by } révèle que { $percent } % des critères du RGAA qui concernent ce site sont respectés.
accessibility-date-audited = Cette déclaration a été établie le { $day }.
accessibility-results = Résultats des tests
accessibility-results-text = À chaque version du logiciel, des tests automatiques vérifient les pages et les formulaires avec quatre outils, au clavier, sans JavaScript et à 320 pixels de large. Ces tests ne remplacent pas un audit par des personnes.
accessibility-content = Contenus non accessibles
accessibility-unconform = Non-conformités
accessibility-unconform-text = Les tests automatiques n’en signalent pas. L’audit dira ce qui reste à corriger.
accessibility-burden = Dérogations pour charge disproportionnée
accessibility-burden-text = Aucune.
accessibility-making = Établissement de cette déclaration
accessibility-technologies = Technologies utilisées
accessibility-technologies-text = HTML, CSS, WAI-ARIA, SVG, JavaScript et WebAssembly. Le site fonctionne aussi sans JavaScript ni WebAssembly.
accessibility-tools = Outils d’évaluation
accessibility-tools-text = axe-core, accessibility-checker d’IBM, Alfa de Siteimprove et le vérificateur HTML du W3C, dans le navigateur Chromium.
accessibility-pages = Pages vérifiées
accessibility-pages-form = La recherche, la présentation de chaque démarche, toutes ses étapes, la vérification, le reçu, la page d’une demande et les pages d’erreur
accessibility-contact = Retour d’information et contact
accessibility-contact-text = Vous n’arrivez pas à accéder à un contenu ou à un service ? Écrivez-nous, nous vous donnerons une autre solution :
accessibility-remedies = Voies de recours
accessibility-remedies-text = Vous nous avez signalé un défaut d’accessibilité qui vous gêne et vous n’avez pas eu de réponse satisfaisante ? Vous pouvez :
accessibility-remedies-form = écrire un message au Défenseur des droits
accessibility-remedies-delegate = contacter le délégué du Défenseur des droits dans votre région
accessibility-remedies-post = envoyer un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07
accessibility-date = Cette déclaration a été établie le 22 novembre 2026.

## Error pages
error-link-home = Aller à l’accueil
error-link-procedures = Voir les démarches
error-link-follow = Suivre ma demande
error-incident = Référence à donner si vous nous appelez : { $incident }
error-forbidden-title = Envoi refusé
error-forbidden-text = Cet envoi ne venait pas de ce site. Revenez à la page de la démarche et envoyez-la à nouveau depuis ce site.
error-not-found-title = Page introuvable
error-not-found-text = Cette page n’existe pas ou n’est plus disponible. Vérifiez l’adresse. Si vous cherchez un brouillon, ouvrez-le depuis l’accueil, sur l’appareil où vous l’avez commencé.
error-access-title = Page introuvable ou accès terminé
error-access-text = { $minutes ->
    [one] Si vous avez envoyé une demande, ouvrez-la avec son code de suivi sur la page « Suivre ma demande ». L’accès se ferme après { $minutes } minute sans activité pour protéger vos réponses.
   *[other] Si vous avez envoyé une demande, ouvrez-la avec son code de suivi sur la page « Suivre ma demande ». L’accès se ferme après { $minutes } minutes sans activité pour protéger vos réponses.
}
error-method-title = Page à ouvrir autrement
error-method-text = Cette adresse ne peut pas être utilisée de cette façon. Repartez de l’accueil ou de la liste des démarches.
error-erased-title = Brouillon effacé
error-erased-text = Vous avez effacé ce brouillon. Vos réponses et vos fichiers n’existent plus. Vous pouvez recommencer la démarche.
error-expired-title = Brouillon expiré
error-expired-text = { $days ->
    [one] Un brouillon est conservé { $days } jour après le dernier enregistrement. Celui-ci a été effacé pour protéger vos données. Vous pouvez recommencer la démarche.
   *[other] Un brouillon est conservé { $days } jours après le dernier enregistrement. Celui-ci a été effacé pour protéger vos données. Vous pouvez recommencer la démarche.
}
error-too-large-title = Envoi trop lourd
error-too-large-text = Ce que vous avez envoyé dépasse la taille acceptée. Revenez à la page précédente et choisissez un fichier plus léger. Les réponses déjà enregistrées sont conservées.
error-unreadable-title = Envoi illisible
error-unreadable-text = Nous n’avons pas pu lire cet envoi. Revenez à la page précédente et envoyez-la à nouveau. Les réponses déjà enregistrées sont conservées.
error-too-many-title = Trop d’essais
error-too-many-text = { $minutes ->
    [one] Pour protéger les demandes, le nombre d’essais est limité. Réessayez dans { $minutes } minute, ou appelez-nous.
   *[other] Pour protéger les demandes, le nombre d’essais est limité. Réessayez dans { $minutes } minutes, ou appelez-nous.
}
error-internal-title = Une erreur s’est produite chez nous
error-internal-text = Ce n’est pas de votre faute. Les réponses déjà enregistrées sont conservées. Réessayez dans quelques minutes, ou appelez-nous.
error-unavailable-title = Service indisponible pour le moment
error-unavailable-text = Réessayez dans quelques minutes. Les réponses déjà enregistrées sont conservées. Si c’est urgent, appelez-nous.

## E-mail sent once a request is recorded (plain text)
mail-receipt-subject = Votre demande est enregistrée : { $procedure }
mail-receipt-hello = Bonjour,
mail-receipt-recorded = Votre demande « { $procedure } » a été enregistrée le { $moment }.
mail-receipt-code = Votre code de suivi :
mail-receipt-keep = Gardez ce code. Avec votre adresse électronique, il vous permet de suivre votre demande :
mail-receipt-contact = Une question ? Contactez le service :
mail-receipt-phone = Téléphone : { $phone }
mail-receipt-email = Adresse électronique : { $email }
mail-receipt-not-you = Vous n’avez pas fait cette demande ? Dites-le au service, avec le code de suivi.
mail-receipt-automatic = Ce message est automatique : personne ne lit les réponses.

## Assistance of forms in the browser (the number is put in by the browser)
assist-added =
    { $category ->
        [one] { $count } question ajoutée plus bas
       *[other] { $count } questions ajoutées plus bas
    }
assist-left =
    { $category ->
        [one] Il vous reste { $count } caractère
       *[other] Il vous reste { $count } caractères
    }
assist-over =
    { $category ->
        [one] { $count } caractère de trop
       *[other] { $count } caractères de trop
    }
upload-chosen = { $name } choisi

## Added
accessibility-exempt = Contenus non soumis à l’obligation d’accessibilité
accessibility-exempt-text = Aucun.
accessibility-environment = Environnement de test
accessibility-environment-text = Navigateur Chromium sous Linux, avec des outils automatiques seulement. Aucune personne n’a encore essayé ce site avec un lecteur d’écran ou une autre technologie d’assistance.
accessibility-pages-text = Toutes les pages du site :
problem-again = De nouveau : { $title }
file-list-empty = Aucun fichier ajouté pour : { $label }

## Messages about a request
messages-back = votre demande
messages-title = Messages – { $procedure }
messages-heading = Messages avec le service
messages-thread = Vos échanges
messages-none = Aucun message pour le moment.
messages-write = Écrire au service
messages-text = Votre message
messages-text-hint = N’écrivez pas de mot de passe ni de numéro de carte bancaire.
messages-files = Fichiers à joindre
messages-send = Envoyer le message
messages-sent-title = Votre message est enregistré
messages-sent-text = Il est transmis au service. Sa réponse arrivera sur cette page.
messages-complain = Faire une réclamation
messages-complain-text = Dites ce qui ne va pas dans le traitement de votre demande. Votre réclamation est jointe à la demande et le service doit vous répondre.
thread-resident = Vous, le { $at }
thread-mediator = La personne qui vous aide, le { $at }
thread-service = Le service, le { $at }
thread-new = Nouveau :
thread-reminder = Relance
thread-complaint = Réclamation
thread-files = Fichiers joints :
thread-read = Lu par le service le { $at }.
thread-arrived = Reçu par le service, pas encore lu.
thread-waiting = Enregistré ici. Le service le recevra dès que possible.
thread-refused = Le service n’a pas pu recevoir ce message. Appelez-le pour lui en parler.
timeline-read = Lire les messages
timeline-document = Document donné
timeline-document-staff = Document examiné ou remis par le service
timeline-correction = Réponses corrigées

## Withdrawing a request
withdraw-title = Retirer la demande – { $procedure }
withdraw-heading = Retirer votre demande
withdraw-effect-stop = Le service arrête de traiter votre demande.
withdraw-effect-again = Vous pourrez faire une nouvelle demande quand vous voulez.
withdraw-effect-keep = Ce que vous avez envoyé est gardé pendant la durée prévue, puis effacé.
withdraw-reason = Pourquoi retirez-vous votre demande ?
withdraw-reason-hint = Vous n’êtes pas obligé de répondre.
withdraw-button = Retirer ma demande
withdraw-keep = Ne pas retirer ma demande
withdraw-impossible-title = Cette demande ne peut plus être retirée
withdraw-impossible-text = Elle est terminée, ou vous l’avez déjà retirée, ou le logiciel du service ne le permet pas. Pour toute question, appelez le service.

## What a resident can do about a request
request-actions = Ce que vous pouvez faire
request-write = Écrire au service et lire ses messages
request-remind = Relancer le service
request-complain = Faire une réclamation
request-withdraw = Retirer ma demande
request-facts = Votre demande
request-unread = { $count ->
    [one] Vous avez { $count } nouveau message du service
   *[other] Vous avez { $count } nouveaux messages du service
}
request-read = Lire les messages
request-refused-title = Le service n’a pas pu prendre en compte votre dernière action
request-refused-text = La demande avait changé entre-temps. Pour en parler, appelez le { $phone }.
done-withdrawal-title = Votre retrait est enregistré
done-withdrawal-text = Il est transmis au service, qui arrête de traiter votre demande.
done-reminder-title = Votre relance est enregistrée
done-reminder-text = Elle est transmise au service. Vous pourrez le relancer de nouveau dans une semaine.
status-withdrawal-recorded = Retrait enregistré
next-withdrawal = Votre retrait est enregistré ici et sera transmis au service dès que possible. Vous n’avez rien à faire.
next-info-requested-write = Le service a besoin d’une information. Lisez ses messages, puis répondez-lui ici.

## When an answer may be expected
clock-heading = Quand aurez-vous une réponse ?
clock-spread = Pour cette démarche, une demande sur deux reçoit sa réponse en { $half ->
    [0] moins d’un jour
    [one] { $half } jour
   *[other] { $half } jours
}, neuf sur dix en { $most ->
    [0] moins d’un jour
    [one] { $most } jour
   *[other] { $most } jours
} ({ $count } demandes terminées depuis un an).
clock-usual = Délai habituel : { $delay }.
clock-normal = Jusqu’au { $day }, il est normal de ne pas avoir encore de réponse.
clock-overdue-title = Le service est en retard
clock-overdue-text = La réponse aurait dû arriver avant le { $day }. Vous n’avez rien fait de mal. Vous pouvez relancer le service ou faire une réclamation.
clock-acceptance = Si vous n’avez pas de réponse le { $day }, la loi dit que votre demande est acceptée.
clock-accepted = Vous n’aviez pas de réponse le { $day } : la loi dit que votre demande est acceptée. Demandez au service de vous le confirmer par écrit.
clock-refusal = Si vous n’avez pas de réponse le { $day }, la loi dit que votre demande est refusée. Vous pourrez alors contester ce refus.
clock-refused = Vous n’aviez pas de réponse le { $day } : la loi dit que votre demande est refusée. Vous pouvez contester ce refus.

## What the service expects
demand-title = Le service attend une réponse de votre part
demand-due = { $left ->
    [0] À faire aujourd’hui, { $day }, au plus tard
    [one] À faire avant le { $day } : il vous reste { $left } jour
   *[other] À faire avant le { $day } : il vous reste { $left } jours
}
demand-late = La date limite était le { $day }. Répondez dès que possible, ou appelez le service.
demand-marks = Réponses à corriger :
demand-correct = Corriger mes réponses
demand-documents = Documents à donner :
demand-give = Donner ces documents
demand-answer = Répondre au service
demand-elsewhere = Vous pouvez aussi répondre au guichet, ou par téléphone au { $phone }.
mark-incorrect = – inexact.
mark-incomplete = – incomplet.
mark-outdated = – n’est plus à jour.
next-demand = Le service a besoin de votre réponse pour continuer.

## Documents asked for
documents-title = Documents demandés – { $procedure }
documents-heading = Documents demandés par le service
documents-none-title = Aucun document n’est demandé
documents-none-text = Le service n’attend pas de document de votre part pour le moment.
documents-all-given = Vous avez donné tous les documents demandés. Le service va les regarder.
documents-give = Donner les documents
documents-give-text = Vous pouvez en donner un maintenant et les autres plus tard. Une photo lisible suffit.
documents-send = Envoyer les documents choisis
document-asked = À donner
document-sent = Enregistré ici. Le service le recevra dès que possible.
document-given = Donné. Le service ne l’a pas encore regardé.
document-accepted = Accepté
document-refused = Refusé : donnez-en un autre. Le service dit pourquoi :
document-examples = Par exemple :
extension-heading = Il vous faut plus de temps ?
extension-text = Demandez un délai au service. Il vous répondra ici.
extension-button = Demander plus de temps
extension-asked = Vous avez demandé plus de temps. Le service va vous répondre.
extension-granted = Le service vous a accordé plus de temps.
extension-refused = Le service n’a pas pu vous accorder plus de temps.
done-documents-title = Vos documents sont enregistrés
done-documents-text = Ils sont transmis au service, qui va les regarder.
done-extension-title = Votre demande de délai est enregistrée
done-extension-text = Elle est transmise au service. Sa réponse sera visible ici.

## Corrections
correction-title = Corriger la demande – { $procedure }
correction-heading = Corriger votre demande
correction-back = vos réponses
correction-mistake = Vous avez fait une erreur ?
correction-begin = Corriger mes réponses
correction-good-faith = Corriger une erreur de bonne foi n’entraîne aucune sanction : c’est le droit à l’erreur (code des relations entre le public et l’administration, article L123-1).
correction-unchanged-title = Vous n’avez encore rien changé
correction-unchanged-text = Ci-dessus, choisissez « Modifier » à côté de ce que vous voulez corriger. Rien ne part avant que vous ne l’envoyiez.
correction-leave = Ne rien corriger
correction-changes = Ce qui change
correction-send = Envoyer ma correction
correction-history = Corrections
correction-by-you = Votre correction du { $at }
correction-by-mediator = Correction faite par la personne qui vous aide, le { $at }
correction-by-service = Correction faite par le service, le { $at }
change-before = Avant
change-after = Maintenant
done-correction-title = Votre correction est enregistrée
done-correction-text = Elle est transmise au service, qui verra ce qui a changé.
request-mistake = J’ai fait une erreur : écrire au service
clock-paused-title = Le délai est arrêté
clock-paused-text = Des documents manquent. Depuis le { $day }, le délai que la loi donne au service est arrêté (code des relations entre le public et l’administration, article L114-5). Donnez les documents pour qu’il reparte.

## The decision
decision-heading = La décision
decision-basis = Textes sur lesquels elle repose
decision-documents = Documents remis
document-valid = Valable jusqu’au { $day }.
document-fingerprint = Empreinte (SHA-256) :
decision-remedies = Si vous n’êtes pas d’accord
decision-remedies-text = Vous pouvez contester cette décision. Le service peut aussi vous l’expliquer.
remedy-until = Jusqu’au { $day }.
remedy-any-time = À tout moment.
remedy-online = En ligne :

## The same procedure again
copy-heading = Refaire cette démarche
copy-text = Une nouvelle demande commence avec les mêmes réponses. Vous les relisez avant d’envoyer. Les fichiers sont à joindre de nouveau.
copy-button = Recommencer avec les mêmes réponses

## Being notified

fault-not-mobile = donnez un numéro de portable français, qui commence par 06 ou 07
done-notices-title = Votre choix est enregistré
notices-heading = Être prévenu
notices-title = Être prévenu – { $procedure }
notices-text = Nous pouvons vous prévenir dès que quelque chose change dans votre demande.
notices-rule-hours = Nous ne vous dérangeons pas la nuit, ni le dimanche pour les SMS. Vous recevez cinq SMS par jour au plus.
notices-rule-night = Nous ne vous dérangeons pas la nuit.
notices-rule-private = Le message ne dit pas de quoi il s’agit. Pour le savoir, il faut ouvrir le suivi avec votre code.
notices-rule-fallback = Si le message n’arrive pas, nous essayons l’autre moyen que vous avez donné.
notices-way = Comment voulez-vous être prévenu ?
notices-by-email = Par e-mail
notices-by-sms = Par SMS
notices-by-sms-hint = Gratuit. Sur un portable français.
notices-by-nothing = Ne pas me prévenir, je regarderai moi-même
notices-email = Adresse e-mail
notices-email-hint = Par exemple nom@exemple.fr.
notices-phone = Numéro de portable
notices-phone-hint = Par exemple 06 39 98 12 34.
notices-button = Enregistrer mon choix
notices-sent-heading = Nos messages pour vous
notices-email-waiting = Un e-mail partira vers le { $at }.
notices-email-sent = Un e-mail est parti le { $at }.
notices-email-failed = Un e-mail n’est pas arrivé ({ $at }).
notices-sms-waiting = Un SMS partira vers le { $at }.
notices-sms-sent = Un SMS est parti le { $at }.
notices-sms-delivered = Un SMS est arrivé sur votre téléphone ({ $at }).
notices-sms-failed = Un SMS n’est pas arrivé ({ $at }).
notices-chosen-email = Vous êtes prévenu par e-mail.
notices-chosen-sms = Vous êtes prévenu par SMS.
notices-chosen-nothing = Vous n’êtes pas prévenu : vous regardez vous-même.
notices-change = Changer la façon d’être prévenu
notices-lost-title = Nous n’arrivons pas à vous prévenir
notices-lost-text = Nos messages ne vous parviennent pas. Pour ne rien manquer, appelez le { $phone } ou corrigez votre adresse.
notices-lost-change = Corriger mon adresse ou mon numéro
notice-subject-action = Votre demande : le service attend une réponse de vous
notice-subject-news = Votre demande : il y a du nouveau
notice-happened = Votre demande du { $day } :
notice-topic-action = le service attend quelque chose de vous.
notice-topic-decision = une décision a été prise.
notice-topic-message = le service vous a écrit.
notice-topic-document = il y a du nouveau pour vos documents.
notice-topic-progress = votre demande a avancé.
notice-open = Pour lire et répondre, ouvrez le suivi avec votre code de suivi :
notice-help = Besoin d’aide ? Appelez ou écrivez :
notice-why = Vous recevez ce message parce que vous l’avez choisi. Vous pouvez changer d’avis sur la page de votre demande.
notice-sms-action = { $authority } : le service attend une réponse de vous. Ouvrez votre suivi : { $link }
notice-sms-news = { $authority } : du nouveau pour votre demande. Ouvrez votre suivi : { $link }
privacy-kept-notices = { $days ->
    [one] L’adresse et le numéro qui servent à vous prévenir : jusqu’à la fin de votre demande, puis { $days } jour.
   *[other] L’adresse et le numéro qui servent à vous prévenir : jusqu’à la fin de votre demande, puis { $days } jours.
}

## The whole request, on one page, as a PDF and for programs
record-title = Toute votre demande – { $procedure }
record-heading = Toute votre demande
record-text = Vos réponses, les messages, les dates, la décision : tout sur une page, à lire, à imprimer ou à garder.
record-open = Voir et télécharger toute ma demande
record-download = Télécharger
record-pdf = Toute ma demande en PDF (PDF, { $weight })
record-data = Toute ma demande pour un logiciel (JSON, { $weight })
record-private = Ces fichiers contiennent vos informations personnelles. Gardez-les en lieu sûr. Votre code de suivi n’y est pas.
record-no-pdf-title = Le PDF n’est pas disponible
record-no-pdf-text = Nous n’avons pas pu fabriquer le PDF. Tout est sur cette page : vous pouvez la lire et l’imprimer.
record-known = Ce document dit où en était votre demande le { $day }.
record-known-old = Le logiciel du service ne répond pas. Ce document dit où en était votre demande le { $at }.
record-status = État
record-not-received = Pas encore reçue par le service
record-expected = Réponse prévue avant le
record-legal-deadline = Fin du délai fixé par la loi
record-paused = Délai arrêté depuis le
record-form = Version du formulaire
record-at = , le { $at }
record-outcome = Décision
record-decided = Prise le
record-reason = Pourquoi
record-demand = Ce que le service vous a demandé
record-asked = Demandé le
record-due = Date limite
record-marks = Réponses à corriger
record-corrected = Vous avez corrigé cette réponse.
record-documents = Documents demandés
record-given = Fichiers donnés :
record-no-answers = Vos réponses ne sont plus gardées.
record-pending-withdrawal = Retrait de la demande
record-pending-correction = Correction de vos réponses
record-pending-document = Document donné
record-pending-extension = Demande de temps supplémentaire
record-pending-waiting = Enregistré ici. Le service le recevra dès que possible.
record-pending-arrived = Reçu par le service.
record-pending-refused = Le service n’a pas pu le prendre en compte.
record-files = Fichiers
record-no-files = Aucun fichier.
record-contacts = À qui s’adresser
record-phone = Téléphone
record-email = Adresse électronique
record-hours = Horaires
record-address = Adresse
record-site = Site
paper-page = Page { $page } sur { $pages }
paper-missing = Le signe { $sign } remplace des caractères que ce fichier ne sait pas dessiner. La page web les montre, et une lecture vocale les dit.

## Page left open: what is new
live-as-of = Situation au { $at }.
live-refresh = Actualiser la page
live-title = Du nouveau dans votre demande
live-show = Afficher
live-where = Le bouton « Afficher » est à la fin de la page.
live-messages = { $count ->
    [one] { $count } nouveau message du service.
   *[other] { $count } nouveaux messages du service.
}
live-state = L’état de votre demande a changé.
live-arrived = Ce que vous avez envoyé est arrivé au service.
live-other = Votre demande a changé.

## The access ends soon
session-title = Garder cette page ouverte ?
session-two = Cette page se ferme dans 2 minutes.
session-one = Cette page se ferme dans 1 minute.
session-last = Cette page se ferme dans 20 secondes.
session-safe = Elle se ferme pour protéger vos réponses. Ce que vous avez écrit est gardé.
session-stay = Garder la page ouverte
session-leave = J’ai terminé
session-page-title = Cette page va se fermer
session-stayed = { $minutes ->
    [one] La page reste ouverte { $minutes } minute de plus.
   *[other] La page reste ouverte { $minutes } minutes de plus.
}
session-failed = Le portail ne répond pas. Essayez encore une fois.

## A form sent after the end of the access
late-title = Votre accès à cette demande était terminé
late-text = Rien n’est perdu : ce que vous aviez écrit est gardé ici 10 minutes. Ouvrez de nouveau votre demande et vous le retrouverez dans le formulaire. Les fichiers seront à choisir de nouveau.
late-back-title = Voici ce que vous aviez écrit
late-back-text = Rien n’est encore envoyé. Vérifiez, puis envoyez. S’il y avait des fichiers, choisissez-les de nouveau.

## I am done
finish-link = J’ai terminé sur cet ordinateur
finish-heading = Vous avez terminé ?
finish-text = { $minutes ->
    [one] Si d’autres personnes utilisent cet ordinateur, effacez ce qui vous concerne avant de partir. Sinon, cette demande se ferme seule après { $minutes } minute sans activité.
   *[other] Si d’autres personnes utilisent cet ordinateur, effacez ce qui vous concerne avant de partir. Sinon, cette demande se ferme seule après { $minutes } minutes sans activité.
}
finish-page-heading = Terminer et tout effacer ici
finish-page-text = Voici ce que cet ordinateur garde pour vous, et ce qui se passera.
finish-requests = Vos demandes ouvertes ici
finish-requests-text = Elles se ferment sur cet ordinateur, avec les messages et les corrections que vous n’avez pas envoyés. Le service continue à traiter vos demandes. Vous les rouvrirez avec leur code de suivi.
finish-drafts = Vos brouillons
finish-drafts-text = Ils ne sont pas encore envoyés. Une fois effacés, on ne peut pas les retrouver.
finish-choice = Que faire de vos brouillons ?
finish-choice-erase = Les effacer : d’autres personnes utilisent cet ordinateur
finish-choice-keep = Les garder ici : cet ordinateur est à moi
finish-button = J’ai terminé
finish-nothing-title = Il n’y a rien à effacer
finish-nothing-text = Aucune demande n’est ouverte et aucun brouillon n’est gardé sur cet ordinateur.
finish-back = l’accueil
finished-heading = Tout est effacé
finished-text = Cet ordinateur ne garde plus rien de vos demandes ni de vos brouillons.
finished-kept-heading = Vos demandes sont fermées
finished-kept-text = Vos brouillons sont gardés sur cet ordinateur.
finished-window = Fermez aussi la fenêtre du navigateur.
finished-again = Pour revoir une demande, ouvrez-la avec son code de suivi.
privacy-kept-late = Ce que vous envoyez après la fin de l’accès : 10 minutes, le temps de rouvrir votre demande. Nous retenons pendant 24 heures qu’un accès a existé.

## Handing over with a code
hand-over-title-request = Transmettre ma demande – { $procedure }
hand-over-title-draft = Transmettre mon brouillon – { $procedure }
hand-over-heading-request = Transmettre cette demande
hand-over-heading-draft = Transmettre ce brouillon
hand-over-what = Un code de reprise permet de continuer ailleurs : sur un autre appareil, au guichet ou avec une personne qui vous aide. Il s’ouvre sans mot de passe. Vous pouvez le révoquer à tout moment.
hand-over-gives-request = Vous choisissez s’il permet de regarder seulement, ou aussi d’agir. Il ne permet jamais de retirer la demande, de lire votre code de suivi ni de créer un autre code.
hand-over-gives-draft = Il permet de continuer le brouillon et de l’envoyer, pas de l’effacer. Après l’envoi, il ouvre la demande jusqu’à sa fin.
hand-over-uses-limit = { $count ->
    [one] Il sert { $count } fois au plus. Vous voyez quand il a servi et sur quelle sorte d’appareil.
   *[other] Il sert { $count } fois au plus. Vous voyez quand il a servi et sur quelle sorte d’appareil.
}
hand-over-care = Donnez-le seulement à la personne que vous avez choisie : quiconque l’a peut s’en servir.
hand-over-purpose = Pour qui est ce code ?
hand-over-for-device = Pour moi, sur un autre appareil
hand-over-for-counter = Pour un agent au guichet ou un médiateur
hand-over-for-helper = Pour une personne qui m’aide
hand-over-scope = Que permet ce code ?
hand-over-may-read = Regarder la demande
hand-over-may-act = Regarder la demande et agir
hand-over-may-act-hint = Écrire au service, donner des documents, corriger des réponses
hand-over-may-continue = Continuer le brouillon et l’envoyer
hand-over-life = Combien de temps ?
hand-over-hour = 1 heure
hand-over-hour-hint = L’appareil ou la personne est à côté de vous
hand-over-day = 1 jour
hand-over-week = 7 jours
hand-over-week-hint = Vous voyez un médiateur dans la semaine
hand-over-give = Créer le code
hand-over-alive-heading = Codes en cours
hand-over-ended-heading = Codes terminés
hand-over-none = Aucun code n’est en cours.
hand-over-until = Jusqu’au { $at }
hand-over-ended = Terminé le { $at }
hand-over-revoked = Révoqué le { $at }
hand-over-uses = { $count ->
    [0] Pas encore utilisé.
    [one] Utilisé { $count } fois.
   *[other] Utilisé { $count } fois.
}
hand-over-use = Le { $at }, sur { $device }
device-phone = un téléphone
device-tablet = une tablette
device-computer = un ordinateur
device-unknown = un appareil
hand-over-show = Voir le code
hand-over-revoke = Révoquer ce code
hand-over-revoke-one = Révoquer le code créé le { $at }
hand-over-revoked-title = Le code est révoqué
hand-over-revoked-text = Il n’ouvre plus rien. Les personnes qui s’en servaient n’ont plus accès.
hand-over-alive = { $count ->
    [one] { $count } code de reprise en cours.
   *[other] { $count } codes de reprise en cours.
}
hand-over-elsewhere = Continuer ailleurs ou avec quelqu’un
hand-over-link-request = Transmettre cette demande avec un code
hand-over-link-draft = Continuer sur un autre appareil ou avec quelqu’un
hand-over-back = les codes de reprise
hand-over-code-title = Code de reprise – { $procedure }
hand-over-code-heading = Votre code de reprise
hand-over-code-say = Au téléphone, dites-le syllabe par syllabe. Majuscules, accents, espaces et tirets ne comptent pas.
hand-over-code-open = Sur l’autre appareil, ouvrez { $address }
hand-over-code-type = Tapez le code.
hand-over-code-scan = Vous pouvez aussi viser ce code QR avec l’appareil photo d’un téléphone :
hand-over-code-qr = Code QR qui ouvre la page « Reprendre avec un code » avec ce code
hand-over-code-facts = Ce que ce code permet
hand-over-over-title = Ce code est terminé
hand-over-over-text = Il n’ouvre plus rien. Créez un autre code si vous en avez besoin.

## Going on with a code
take-up-heading = Reprendre avec un code
take-up-text = Quelqu’un vous a donné un code de reprise, ou vous l’avez créé sur un autre appareil ? Tapez-le pour continuer ici.
take-up-code = Code de reprise
take-up-code-hint = 18 lettres, par exemple { $example }
take-up-open = Continuer
take-up-link = Reprendre avec un code de reprise
take-up-lost-heading = Le code ne marche pas ?
take-up-lost-text = Un code dure une heure, un jour ou sept jours, et peut être révoqué. Demandez un nouveau code à la personne qui vous l’a donné, ou créez-en un sur l’autre appareil.
take-up-follow = Ouvrir une demande avec son code de suivi
fault-code-short = il manque une lettre ou plus : un code a 18 lettres, par exemple { $example }
fault-code-long = il y a des lettres de trop : un code a 18 lettres, par exemple { $example }
fault-code-wrong = une lettre est fausse, ou deux sont échangées. Relisez le code syllabe par syllabe, par exemple { $example }
problem-no-code-title = Ce code n’ouvre rien
problem-no-code-text = Il est faux, terminé, révoqué, ou a déjà servi autant de fois que possible. Vérifiez-le ou demandez-en un nouveau.
problem-enough-codes-title = Trop de codes sont en cours
problem-enough-codes-text = Révoquez un code ci-dessous avant d’en créer un autre.
guest-title = Vous êtes ici grâce à un code de reprise
guest-may-read = Vous pouvez regarder cette demande, au plus tard jusqu’au { $until }. Vous ne pouvez rien y changer : ce code ne le permet pas.
guest-may-act = Vous pouvez regarder cette demande et agir, au plus tard jusqu’au { $until }. Ce code ne permet pas de la retirer.
guest-may-continue = Vous pouvez continuer ce brouillon et l’envoyer, jusqu’au { $until }. Ce code ne permet pas de l’effacer.
guest-leave-text = Sur un ordinateur partagé, fermez l’accès quand vous avez fini.
guest-done = J’ai terminé
receipt-code-guest = Le code de suivi est réservé à la personne qui vous a donné le code de reprise. Elle le lit sur son appareil, dans son brouillon.
home-draft-shared = Partagé avec vous par un code de reprise.
privacy-kept-hand-over = Un code de reprise : jusqu’à sa fin ou sa révocation. Ses utilisations (date, heure, sorte d’appareil) : 7 jours de plus.

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
visits-heading = Prendre rendez-vous
visits-lead = Dites d’abord pourquoi vous venez, puis choisissez un horaire. Nous vous le gardons pendant que vous répondez à quelques questions.
visits-what = C’est pour quoi ?
visits-already = Vous avez déjà un rendez-vous ?
visits-already-text = Ouvrez-le avec son code de suivi : vous pourrez le voir, le déplacer ou l’annuler.
visits-already-link = Suivre, déplacer ou annuler un rendez-vous
visits-phone = Vous pouvez aussi prendre rendez-vous par téléphone au { $phone }, ou à l’accueil.
visits-none-title = Les rendez-vous ne se prennent pas en ligne pour le moment
visits-none-text = Appelez le { $phone } ou venez à l’accueil : un agent cherchera un horaire avec vous.
home-visits-text = Choisissez l’horaire qui vous convient. Vous pourrez le déplacer ou l’annuler.
home-visits-link = Choisir un horaire
procedure-visit-note = Vous choisissez d’abord un horaire. Nous vous le gardons pendant que vous répondez aux questions.

## What the appointment is for
visit-title = { $title } – Prendre rendez-vous
visit-length = Durée
visit-length-one = { $duration } pour une personne
visit-length-person = { $duration } de plus pour chaque autre personne
visit-length-document = { $duration } de plus pour chaque autre document
visit-ways = Comment vous êtes reçu
visit-bring = À apporter
visit-bring-each = { $thing }, pour chaque personne
visit-conditions = Ce que vous acceptez en prenant rendez-vous
visit-form = Votre visite
visit-people-label = Pour combien de personnes ?
visit-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
visit-documents-label = Combien de documents demandez-vous ?
visit-documents-hint = Pour chaque personne : un pour une carte, un pour un passeport.
visit-documents-each = Un par personne
visit-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
visit-also = Autre chose pendant le même rendez-vous ?
visit-mode = Comment voulez-vous être reçu ?
mode-onsite = sur place
mode-phone = par téléphone
mode-video = en visioconférence
mode-home = chez vous
visit-help-open = Quelque chose vous aiderait à venir ou à comprendre ?
visit-rare-open = Prévoir une aide, ou autre chose pendant le même rendez-vous ?
visit-help = Ce qui vous aiderait
visit-help-text = Le service le saura et se préparera. Ce n’est jamais une raison de refuser.
visit-help-more-time = Plus de temps
visit-help-more-time-hint = Le rendez-vous dure une moitié de plus.
visit-help-company = Venir avec quelqu’un
visit-help-company-hint = Un proche ou une personne qui vous aide.
visit-help-step-free = Un accès sans marche
visit-help-step-free-hint = Pour un fauteuil, une poussette, des béquilles.
visit-help-hearing-loop = Une boucle magnétique
visit-help-hearing-loop-hint = Pour mieux entendre avec un appareil auditif.
visit-help-sign-language = La langue des signes française
visit-help-interpreter = Un interprète
visit-help-later-hint = Il faut quelques jours pour trouver quelqu’un : les premiers horaires sont plus tard.
visit-help-quiet-hour = Une heure calme
visit-help-quiet-hour-hint = Avec moins de monde et moins de bruit.
visit-show = Voir les horaires

## Free times
times-title = Horaires – { $title }
times-heading = Choisir un horaire
times-back = votre visite
times-change = Modifier les choix pour votre visite
times-length = Le rendez-vous dure { $duration }.
times-only-places = Nous montrons seulement les lieux qui ont ce qu’il vous faut.
times-hold = { $minutes ->
    [one] L’horaire que vous choisissez est gardé pour vous { $minutes } minute, le temps de répondre aux questions. Vous confirmez à la fin.
   *[other] L’horaire que vous choisissez est gardé pour vous { $minutes } minutes, le temps de répondre aux questions. Vous confirmez à la fin.
}
times-hold-some = L’horaire que vous choisissez est gardé pour vous quelques minutes, le temps de répondre aux questions. Vous confirmez à la fin.
times-move = Votre rendez-vous passe à l’horaire que vous choisissez.
times-kept = Ce que vous avez écrit est gardé. Choisissez seulement un autre horaire.
times-suggested = { $count ->
    [1] Un horaire possible
    [2] Deux horaires possibles
   *[other] Trois horaires possibles
}
times-first-of-places = Premier horaire libre par lieu
times-first-of-places-near = Premier horaire libre par lieu, le plus proche d’abord
times-near = Trouver le lieu le plus proche
times-near-address = Près de quelle adresse ?
times-near-hint = L’adresse sert seulement à calculer les distances. Elle n’est pas gardée.
times-near-button = Classer les lieux par distance
times-near-said = Les lieux sont classés du plus proche au plus éloigné. Les distances sont approximatives, à vol d’oiseau : le trajet est plus long.
times-near-forget = Ne plus trier par distance
times-near-street = Quelle rue ?
times-near-street-button = Choisir cette rue
times-near-other = Écrire une autre adresse
distance-under = à moins de { $amount } mètres à vol d’oiseau
distance-metres = à environ { $amount } mètres à vol d’oiseau
distance-kilometres = à environ { $amount } km à vol d’oiseau
problem-several-streets-title = Plusieurs rues correspondent à cette adresse
problem-several-streets-text = Choisissez la rue dans la liste.
fault-no-street = nous ne trouvons pas cette rue. Vérifiez son nom, ou écrivez seulement la rue, par exemple { $example }
times-filter = Choisir un lieu ou un moment
times-filter-place = Lieu
times-filter-any-place = Tous les lieux
times-filter-part = Moment
times-filter-any-part = À tout moment
times-filter-week = Semaine
times-filter-any-week = La première semaine possible
times-filter-of-week = Du { $from } au { $to }
times-filter-button = Afficher ces horaires
times-other-days = Les autres jours de la semaine
times-part-morning = Le matin
times-part-afternoon = L’après-midi
times-part-evening = Après 17 h
times-part-weekend = Le samedi et le dimanche
times-week = Tous les horaires de la semaine du { $from } au { $to }
times-day = { $count ->
    [0] { $day }, aucun horaire
    [one] { $day }, { $count } horaire
   *[other] { $day }, { $count } horaires
}
times-week-none = Aucun horaire cette semaine.
times-weeks = Autres semaines
times-earlier = Semaine précédente, du { $from } au { $to }
times-later = Semaine suivante, du { $from } au { $to }
slot-at = { $day } à { $hour }
slot-left = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
}
times-none-title = Aucun horaire n’est libre pour le moment
times-none-text = Des horaires se libèrent quand quelqu’un annule : revenez dans quelques jours. Voici ce que vous pouvez faire tout de suite.
times-none-filter = Voir les horaires de tous les lieux, à tout moment
times-none-mode = Chercher un horaire { $mode }
times-none-phone = Appeler le { $phone } : un agent cherchera un horaire avec vous
times-too-many-title = Trop de personnes pour un seul rendez-vous
times-too-many-text = { $most ->
    [one] Ce service reçoit { $most } personne à la fois. Prenez plusieurs rendez-vous, ou appelez le { $phone }.
   *[other] Ce service reçoit { $most } personnes au plus à la fois. Prenez plusieurs rendez-vous, ou appelez le { $phone }.
}
times-not-together-title = Ces demandes ne se font pas dans un même rendez-vous
times-not-together-text = Prenez un rendez-vous pour chacune, ou choisissez une autre façon d’être reçu. Vous pouvez aussi appeler le { $phone }.
times-away-title = Les rendez-vous ne peuvent pas être pris pour le moment
times-away-text = Le logiciel des rendez-vous ne répond pas. Essayez dans quelques minutes, ou appelez le { $phone }.
times-away-again = Essayer de nouveau
times-known = Horaires libres le { $at }
times-known-text = Le logiciel des rendez-vous ne répond pas. Voici, pour information, les horaires qui étaient libres le { $at }. Ils ont pu être pris depuis. Essayez dans quelques minutes, ou appelez le { $phone }.
line-heading = Beaucoup de monde en ce moment : chacun son tour
line-ahead =
    { $count ->
        [0] C’est presque à vous.
        [one] Une personne passe avant vous.
       *[other] Environ { $count } personnes passent avant vous.
    }
line-wait-soon = Attente : moins d’une minute.
line-wait =
    { $count ->
        [one] Attente : environ une minute.
       *[other] Attente : environ { $count } minutes.
    }
line-again = Cette page se met à jour toute seule dans { $count } secondes.
line-look = Voir maintenant où j’en suis
line-stop = Arrêter la mise à jour automatique
line-calm = Cette page ne change plus toute seule. Regardez de temps en temps où vous en êtes.
line-resume = Remettre la mise à jour automatique
line-order = Chacun passe dans l’ordre d’arrivée. Recharger la page ne fait ni gagner ni perdre votre place.
line-kept = Votre place est gardée quatre heures sur cet appareil, même si vous fermez cette page. Pour revenir, ouvrez de nouveau cette adresse.
line-then = Quand c’est votre tour, les horaires libres s’affichent. S’il n’en reste plus, nous vous proposons d’autres lieux et une liste d’attente.
problem-time-taken-title = Cet horaire vient d’être pris
problem-time-taken-text = Quelqu’un l’a choisi juste avant vous. Choisissez un autre horaire libre.
problem-no-time-title = Aucun horaire n’est choisi
problem-no-time-text = Appuyez sur l’horaire qui vous convient.
problem-office-away-title = Les rendez-vous ne répondent pas pour le moment
problem-office-away-text = Rien n’a été réservé ni changé. Attendez une minute, puis essayez de nouveau.

## Moving an appointment
move-title = Déplacer le rendez-vous – { $procedure }
move-heading = Déplacer le rendez-vous
move-now-title = Votre rendez-vous actuel
move-now-text = Il reste le vôtre tant que vous n’en avez pas choisi un autre.
move-lost-title = L’horaire qui n’est plus possible
move-lost-text = Choisissez-en un autre ci-dessous.
move-impossible-title = Ce rendez-vous ne peut plus être déplacé ici
move-impossible-text = Appelez le { $phone } : un agent verra avec vous ce qui est possible.
done-moved-title = Votre rendez-vous est déplacé
done-moved-text = Le nouvel horaire est sur cette page. L’ancien ira à quelqu’un d’autre.

## More or fewer people at an appointment
people-heading = Changer le nombre de personnes
people-heading-documents = Changer le nombre de personnes ou de documents
people-title = { $heading } – { $procedure }
people-effect = Si votre heure reste possible, vous la gardez. Sinon, vous choisissez un autre horaire ; en attendant, rien ne change.
people-button = Changer mon rendez-vous
people-keep = Ne rien changer
people-times-heading = Choisir un autre horaire
people-times-text = À l’heure de votre rendez-vous, il n’y a pas assez de temps ou de places pour ce nombre. Rien n’est changé pour le moment.
people-times-effect = Votre rendez-vous passe à l’horaire que vous choisissez, pour ce nombre de personnes.
done-people-title = Votre rendez-vous garde la même heure
done-people-text = Il est maintenant pour { $people } : { $when }, pendant { $duration }.
problem-same-number-title = Votre rendez-vous est déjà pour ce nombre
problem-same-number-text = Choisissez un autre nombre, ou ne changez rien.
problem-too-many-people-title = Le service ne peut pas recevoir autant à la fois
problem-too-many-people-text = Choisissez au plus : { $most }.

## A time kept while one fills in the rest
hold-title = Votre horaire
hold-until = Gardé pour vous jusqu’à { $hour }.
hold-until-day = Gardé pour vous jusqu’au { $at }.
hold-below = Vous pouvez le garder plus longtemps : voyez plus bas, « { $title } ».
hold-more = Garder ou changer l’horaire
hold-longer = { $minutes ->
    [one] Garder { $minutes } minute de plus
   *[other] Garder { $minutes } minutes de plus
}
hold-longer-some = Garder plus longtemps
hold-soon = Il reste 2 minutes pour confirmer cet horaire.
hold-gone = Cet horaire n’est plus gardé pour vous. Continuez : ce que vous écrivez est enregistré. Vous choisirez un autre horaire avant de confirmer, ou le même s’il est encore libre.
hold-change = Changer d’horaire
hold-over-title = Cet horaire n’est plus gardé
hold-over-text = Ce que vous avez écrit est gardé. Il reste à choisir un horaire : le même, s’il est encore libre, ou un autre.
hold-choose = Choisir un horaire
review-confirm-heading = Confirmer le rendez-vous
review-confirm-text = En confirmant, l’horaire est à vous et vos réponses sont transmises à : { $service }.
review-confirm-accept = En confirmant, vous acceptez ceci :
review-confirm = Confirmer le rendez-vous

## An appointment
appointment-title = Votre rendez-vous
appointment-state = État
appointment-day = Jour
appointment-hours = Heure
appointment-from-to = de { $from } à { $to } ({ $duration })
appointment-what = Pour
appointment-how = Comment
appointment-by-phone = Le service vous appelle au numéro que vous avez donné.
appointment-by-video = En visioconférence. Le service vous envoie le lien avant le rendez-vous.
appointment-at-home = Une personne du service vient chez vous.
appointment-place = Lieu
appointment-directions = Pour venir
appointment-conditions = Bon à savoir
appointment-late = { $count ->
    [one] Vous avez annoncé { $count } minute de retard.
   *[other] Vous avez annoncé { $count } minutes de retard.
}
appointment-calendar = Ajouter à mon agenda (fichier .ics)
appointment-move = Déplacer le rendez-vous
appointment-cancel = Annuler le rendez-vous
appointment-until = Vous pouvez le déplacer ou l’annuler ici jusqu’au { $at }.
appointment-fixed = Un empêchement ? Cela arrive. Il est trop tard pour le changer ici : appelez le { $phone }, un agent verra avec vous ce qui est possible.
appointment-choose = Choisir un autre horaire
appointment-call = Vous pouvez aussi appeler le { $phone } : un agent cherchera un horaire avec vous.
appointment-again = Prendre un autre rendez-vous
appointment-confirmed = Rendez-vous confirmé
appointment-cancelled-by-user = Rendez-vous annulé
appointment-cancelled-by-service = Rendez-vous annulé par le service
appointment-time-lost = Horaire à choisir de nouveau
appointment-arrived = Votre arrivée est notée
appointment-called = C’est à vous
appointment-attended = Rendez-vous terminé
appointment-missed = Rendez-vous manqué
appointment-other = Rendez-vous suivi par le service
appointment-next-confirmed = Cet horaire est à vous. Vous ne pouvez plus venir ? Prévenez-nous : il servira à quelqu’un d’autre.
appointment-next-cancelled-by-user = Votre rendez-vous est annulé. Vous pouvez en prendre un autre quand vous voulez.
appointment-next-cancelled-by-service = Nous ne pourrons pas vous recevoir à l’heure prévue. Nous en sommes désolés. Choisissez un autre horaire.
appointment-next-time-lost = Quelqu’un a pris votre horaire avant que votre demande n’arrive au service. Vos réponses sont gardées. Choisissez un autre horaire.
appointment-next-arrived = Nous savons que vous êtes là. Nous vous appelons dès que possible.
appointment-next-called = Nous vous attendons maintenant.
appointment-next-attended = Ce rendez-vous a eu lieu.
appointment-next-missed = Vous n’avez pas pu venir ? Ce n’est pas grave. Vous pouvez prendre un autre rendez-vous.
chosen-state = Horaire en cours de confirmation
chosen-title = Nous confirmons votre horaire
chosen-text = Il n’est pas encore confirmé. Vous n’avez rien à faire : la réponse arrive sur cette page, et nous vous prévenons si vous l’avez demandé.
next-chosen = Votre demande est enregistrée. Le service confirme votre horaire dès que possible.
cancelling-state = Annulation enregistrée
next-cancelling = Votre annulation est enregistrée ici et sera transmise au service dès que possible. Merci d’avoir prévenu.
withdraw-visit-title = Annuler le rendez-vous – { $procedure }
withdraw-visit-heading = Annuler le rendez-vous
withdraw-visit-free = L’horaire ira à quelqu’un d’autre. Merci de prévenir.
withdraw-visit-again = Pour un autre rendez-vous, vous choisirez un nouvel horaire.
withdraw-visit-move = Déplacer le rendez-vous au lieu de l’annuler
withdraw-visit-reason = Pourquoi annulez-vous ?
withdraw-visit-button = Annuler mon rendez-vous
withdraw-visit-keep = Garder mon rendez-vous
withdraw-visit-impossible-title = Ce rendez-vous ne peut plus être annulé ici
done-cancelling-title = Votre annulation est enregistrée
done-cancelling-text = Merci d’avoir prévenu : l’horaire ira à quelqu’un d’autre.
timeline-appointment-citizen = Rendez-vous pris, changé ou confirmé par vous
timeline-appointment-mediator = Rendez-vous pris, changé ou confirmé par la personne qui vous aide
timeline-appointment-staff = Rendez-vous changé par le service
timeline-appointment = Suite du rendez-vous
notice-topic-appointment = votre rendez-vous a changé.

# In the calendar file of an appointment.
calendar-number = Numéro du rendez-vous : { $number }
calendar-bring = À apporter :
calendar-change = Pour changer ou annuler : { $link }

# In the receipt by e-mail of a request with a time.
mail-receipt-visit-at = { $when }, { $place }
mail-receipt-visit = Votre rendez-vous est confirmé : { $when }.
mail-receipt-visit-asked = Horaire choisi : { $when }. Il n’est pas encore confirmé. La réponse sera sur la page de suivi.
mail-receipt-visit-more = Pour le mettre dans votre agenda, le déplacer ou l’annuler, ouvrez la page de suivi.

# Saying that one will be late, on the day of an appointment.
lateness-heading = Je serai en retard
lateness-text = Dites-le en un clic : la personne qui vous attend le saura.
lateness-minutes = { $count ->
    [one] { $count } minute de retard
   *[other] { $count } minutes de retard
}
done-late-title = Le service est prévenu
done-late-text = Merci de prévenir. La personne qui vous attend le sait.

# Reminders of an appointment: how long before, and the page that their link opens.
notices-reminders = Rappels de votre rendez-vous
notices-reminders-hint = Cochez un ou plusieurs moments, ou aucun. Avec un rappel, vous confirmez ou annulez en un clic.
notices-rule-reminder = Un rappel dit le jour, l’heure et le lieu, jamais le motif du rendez-vous.
lead-week = Une semaine avant
lead-two-days = Deux jours avant
lead-day = La veille
lead-two-hours = Deux heures avant
appointment-comes = Vous avez confirmé votre venue.
reminder-heading = Votre rendez-vous
reminder-when = Date et heure
reminder-day = Le jour du rendez-vous
reminder-question = Viendrez-vous ?
reminder-changed = Un empêchement ?
reminder-come = Oui, je viens
reminder-cancel = Annuler ce rendez-vous
reminder-until = Vous pouvez annuler ici jusqu’au { $at }.
reminder-too-late = Il est trop tard pour annuler ici. Appelez-nous : nous chercherons une solution avec vous.
reminder-kind = Un empêchement peut arriver à tout le monde. Si vous prévenez, une autre personne prendra cet horaire. Si vous n’avez pas pu prévenir, il n’y a aucune sanction : prenez simplement un nouveau rendez-vous.
reminder-noted-title = Votre venue est confirmée
reminder-noted-text = Merci. Le service sait que vous viendrez.
reminder-move = Changer d’horaire ou voir toute la demande, avec votre code de suivi
reminder-cancelled-title = Votre annulation est enregistrée
reminder-cancelled-text = Merci d’avoir prévenu : l’horaire ira à quelqu’un d’autre.
reminder-follow = La page de suivi de votre demande dit ce qui s’est passé et ce que vous pouvez faire.
reminder-open = Ouvrir la demande, avec votre code de suivi
error-link-title = Ce lien ne mène plus à un rendez-vous
error-link-text = Le lien d’un rappel sert jusqu’à la fin du rendez-vous. Votre rendez-vous est passé, ou le lien n’est pas complet : vérifiez que vous l’avez copié en entier. Avec votre code de suivi, vous retrouvez votre demande.
privacy-kept-visit-link = Le lien d’un rappel de rendez-vous : jusqu’à la fin du rendez-vous.
privacy-kept-wait = Une place sur la liste d’attente, avec votre adresse ou votre numéro : jusqu’à 7 jours après la fin de votre attente.

# Messages about an appointment: a reminder, and the confirmation by text message.
visit-mail-subject = Rappel : rendez-vous { $when }
visit-mail-booked-subject = Rendez-vous confirmé : { $when }
visit-mail-when = Vous avez rendez-vous { $when }.
visit-mail-where = Lieu : { $place }, { $address }.
visit-mail-answer = Dites que vous venez, ou annulez, en un clic :
visit-sms = { $authority } : rendez-vous le { $day } à { $hour }. Vous venez ? Dites-le ou annulez : { $link }
visit-sms-booked = { $authority } : rendez-vous confirmé le { $day } à { $hour }. Le voir ou l’annuler : { $link }

# Waiting for a time that suits.
times-wait-title = Aucun de ces horaires ne vous convient ?
times-wait-text = D’autres se libèrent quand quelqu’un annule. Dites-nous quand vous pouvez venir : nous vous écrirons.
times-wait-link = Être prévenu quand un horaire se libère
wait-join-title = Liste d’attente : { $title }
wait-join-heading = Être prévenu quand un horaire se libère
wait-join-back = Horaires libres
wait-join-button = M’inscrire sur la liste d’attente
wait-rule-turn = Chaque horaire qui se libère est proposé à une seule personne à la fois, dans l’ordre des inscriptions.
wait-rule-time = Nous vous le gardons quelques heures, le temps que vous répondiez. La nuit ne compte pas.
wait-rule-free = Vous pouvez refuser un horaire sans perdre votre place, et quitter la liste à tout moment.
wait-rule-private = Votre adresse et votre numéro ne servent qu’à cela. Nous les effaçons une semaine après la fin de votre attente.
wait-places = Où pouvez-vous venir ?
wait-places-hint = Ne cochez rien si tous les lieux vous conviennent.
wait-parts = À quels moments pouvez-vous venir ?
wait-parts-hint = Ne cochez rien si tous les moments vous conviennent.
wait-from = À partir de quel jour ?
wait-from-hint = Ne répondez pas si vous pouvez venir dès maintenant.
wait-to = Jusqu’à quel jour ?
wait-to-hint = Sans réponse, vous attendez deux mois.
wait-heading = Vous êtes sur la liste d’attente
wait-offered-heading = Un horaire est libre pour vous
wait-booked-heading = Vous avez pris un horaire
wait-left-heading = Vous avez quitté la liste d’attente
wait-expired-heading = Votre attente est terminée
wait-wish = Ce que vous attendez
wait-days-words = Du { $from } au { $to }
wait-day-words = Le { $day }
wait-until = Gardé pour vous jusqu’au
wait-question = Prenez-vous cet horaire ?
wait-take = Prendre cet horaire
wait-decline = Non, attendre un autre horaire
wait-decline-text = Si vous attendez un autre horaire, celui-ci ira à la personne suivante. Vous gardez votre place sur la liste.
wait-ahead =
    { $count ->
        [0] Personne n’attend avant vous.
        [one] Une personne attend avant vous.
       *[other] { $count } personnes attendent avant vous.
    }
wait-ahead-text = Vous pouvez recevoir un horaire avant elles s’il ne leur convient pas.
wait-known = D’après la dernière réponse du service, le { $at }.
wait-reached = Nous vous écrirons ici : { $reached }.
wait-keep = Gardez l’adresse de cette page : elle suffit pour revenir, sans code. Elle est aussi dans le message que nous venons de vous envoyer.
wait-times = Voir les horaires libres maintenant
wait-booked-title = Cet horaire est à vous
wait-booked-text = Votre attente est terminée. Le rendez-vous se suit et se change comme tous les autres.
wait-left-title = C’est fait
wait-left-text = Nous ne vous écrirons plus. Vos coordonnées seront effacées dans une semaine.
wait-expired-title = Aucun horaire n’a pu vous être donné
wait-expired-text = Les jours que vous aviez donnés sont passés, ou plusieurs horaires proposés sont restés sans réponse. Vous pouvez vous inscrire de nouveau ou nous appeler.
wait-leave-title = Vous n’attendez plus ?
wait-leave-text = Quitter la liste libère votre place pour les autres. Vous pourrez vous inscrire de nouveau.
wait-leave = Quitter la liste d’attente
wait-held = Vos attentes
wait-held-open = Liste d’attente :
wait-held-offered = Un horaire est libre pour vous
wait-mail-entered-subject = Vous êtes sur la liste d’attente
wait-mail-entered = Vous attendez un horaire de rendez-vous, jusqu’au { $last }. Nous vous écrirons dès qu’un horaire se libère pour vous.
wait-mail-entered-link = Voir où vous en êtes, ou quitter la liste :
wait-mail-offer-subject = Un horaire est libre : { $when }
wait-mail-offer = Un horaire est libre pour vous : { $when }. Il vous est gardé jusqu’au { $until }.
wait-mail-offer-link = Prendre cet horaire, ou en attendre un autre :
wait-mail-offer-else = Sans réponse de votre part, il ira ensuite à la personne suivante.
wait-mail-ended-subject = Votre attente est terminée
wait-mail-ended = Aucun horaire n’a pu vous être donné sur la liste d’attente : les jours que vous aviez donnés sont passés, ou plusieurs horaires proposés sont restés sans réponse.
wait-mail-ended-link = Vous pouvez vous inscrire de nouveau, ou nous appeler :
wait-mail-why = Vous recevez ce message parce que vous vous êtes inscrit sur cette liste d’attente.
wait-sms-entered = { $authority } : vous êtes sur la liste d’attente. Suivre ou quitter : { $link }
wait-sms-offer = { $authority } : horaire libre le { $day } à { $hour }, gardé jusqu’au { $last } { $until }. Répondre : { $link }
wait-sms-ended = { $authority } : votre attente est terminée, sans horaire. Voir : { $link }
wait-still-title = Vous êtes aussi sur la liste d’attente
wait-still-text = Ce rendez-vous vous suffit ? Quittez la liste : les horaires iront à d’autres. Si vous y restez, vous pourrez encore recevoir un autre horaire.

# Appointments beside procedures done online.
procedure-help = Faire la démarche avec quelqu’un
procedure-help-text = Vous préférez être accompagné ? Un agent peut faire cette démarche avec vous, sur rendez-vous.
visit-online = Sans vous déplacer
visit-online-text = Ces démarches se font aussi en ligne, à toute heure et sans rendez-vous :

# At the place of an appointment: one's turn, and the page of a place.
turn-heading = Votre tour
turn-link = Je suis sur place : voir mon tour
turn-ticket = Votre numéro
turn-ahead =
    { $count ->
        [0] Vous êtes la prochaine personne à passer.
        [one] Une personne passe avant vous.
       *[other] { $count } personnes passent avant vous.
    }
turn-wait = Comptez entre { $low } et { $high } minutes.
turn-wait-soon = Comptez moins de { $high } minutes.
turn-called = C’est à vous : { $desk }.
turn-called-nowhere = C’est à vous : présentez-vous à l’accueil.
turn-being-served = Un agent s’occupe de vous.
turn-served = Votre rendez-vous est terminé. Merci de votre visite.
turn-absent = Nous vous avons appelé et ne vous avons pas vu. Dites-le à l’accueil : nous vous appellerons de nouveau.
turn-left = Vous n’êtes plus dans la file d’attente.
turn-other = Demandez à l’accueil où vous en êtes.
turn-back = Vous pouvez sortir un moment : revenez vers { $hour }.
turn-open = Vous pouvez garder cette page ouverte.
turn-arrive = Je suis sur place
turn-arrive-text = Dites que vous êtes là : vous recevrez un numéro, et cette page vous dira quand vient votre tour. Vous pouvez aussi le dire à l’accueil.
turn-early = Vous pourrez dire ici que vous êtes là à partir du { $at }, une heure avant votre rendez-vous.
turn-over = On ne peut plus le dire ici. Passez à l’accueil ou appelez-nous : nous chercherons une solution avec vous.
turn-away-title = Le service ne répond pas en ce moment
turn-away-text = Passez à l’accueil : votre rendez-vous est bien noté.
place-link = { $place } : attente et horaires du jour
place-facts = Venir
place-now = En ce moment
place-open = Ouvert jusqu’à { $hour }.
place-closed = Fermé en ce moment.
place-waiting =
    { $count ->
        [0] Personne n’attend.
        [one] Une personne attend.
       *[other] { $count } personnes attendent.
    }
place-wait = Sans rendez-vous, comptez entre { $low } et { $high } minutes.
place-wait-soon = Sans rendez-vous, comptez moins de { $high } minutes.
place-days = Accueil des prochains jours
place-hours = de { $from } à { $to }
place-day-closed = fermé
date-month-year = { $month } { $year }
opinion-heading = Votre avis
opinion-invitation = Une seule question suffit. Votre réponse ne porte pas votre nom.
opinion-link-procedure = Dire comment s’est passée cette démarche
opinion-link-visit = Dire comment s’est passé ce rendez-vous
opinion-link-answer = Dire ce que vous pensez de la réponse
opinion-link-place = Dire comment vous avez été accueilli ici
opinion-promise = Vous pouvez passer chaque question. Votre réponse ne porte ni votre nom ni votre numéro de demande. Le service peut publier ce que vous écrivez, une fois qu’un agent en a enlevé ce qui permettrait de vous reconnaître.
opinion-kept-title = Votre réponse est enregistrée
opinion-kept-text = Merci. Vous pouvez en dire plus, ou vous arrêter là.
opinion-send = Envoyer mon avis
opinion-send-more = Enregistrer et continuer
opinion-send-as-it-is = Envoyer le texte tel quel
opinion-done = Enregistrer et terminer
opinion-thanks-heading = Merci de votre avis
opinion-thanks-text = Il compte avec celui des autres. Les résultats sont publics, et un agent lit ce que vous avez écrit.
opinion-thanks-quality = Voir les résultats
opinion-thanks-else = Une question, un problème à régler ? Un avis ne reçoit pas de réponse : appelez-nous.
error-opinion-given-title = Vous avez déjà donné votre avis
error-opinion-given-text = Il est bien enregistré, merci. On ne peut le donner qu’une fois, et le compléter pendant moins d’une heure.
error-opinion-late-title = Ce questionnaire est terminé
error-opinion-late-text = On peut donner son avis pendant deux mois. Votre expérience nous intéresse toujours : appelez-nous ou écrivez-nous.
write-heading = Une question, une réclamation, un avis
write-danger = En danger ? Parlez d’abord à quelqu’un
write-question = J’ai une question
write-question-text = Vous cherchez une information ou de l’aide. Votre question est suivie : vous recevez un numéro et une réponse.
write-complaint = Je veux faire une réclamation
write-complaint-text = Quelque chose ne s’est pas passé comme il devait et vous attendez une réponse. Vous recevez un numéro, un accusé de réception et une réponse écrite.
write-complaint-request = Elle concerne une demande ou un rendez-vous ? Ouvrez-la d’abord : vous n’aurez rien à retaper.
write-delay = Réponse en général : { $delay }.
write-opinion = Je donne mon avis
write-opinion-text = Dites comment cela s’est passé, en une question et sans votre nom. Nous lisons tout et nous publions les résultats, mais nous ne pouvons pas vous répondre en particulier.
write-opinion-place = Sur l’accueil dans un lieu
write-opinion-request = Sur une demande ou un rendez-vous :
complain-title = Réclamation – { $procedure }
complain-heading = Faire une réclamation
complain-delay = Réponse en général : { $delay }. Votre réclamation a son propre numéro et sa propre page de suivi.
complain-carry-heading = Que reprendre de cette demande ?
complain-carry-text = Nous pouvons reprendre le numéro de cette demande, votre adresse électronique et votre téléphone. Vous les verrez et vous pourrez les changer avant d’envoyer. Rien d’autre n’est repris.
complain-carry = Les reprendre et commencer
complain-alone = Commencer sans rien reprendre
footer-write = Nous écrire
opinion-later-heading = Pas le temps maintenant ?
opinion-later-text = Nous pouvons vous le redemander par e-mail, une seule fois, dans une semaine. Sans votre accord, nous ne vous écrivons pas.
opinion-later-button = Me le redemander dans une semaine
opinion-later-title = C’est noté
opinion-later-planned = Nous vous écrirons une fois, le { $day }. Vous pouvez aussi répondre dès maintenant.
opinion-mail-ask = Comment cela s’est-il passé ? Une question suffit, et votre réponse ne porte pas votre nom :
opinion-mail-again = Vous vouliez nous dire comment s’est passée votre demande. Une question suffit, et votre réponse ne porte pas votre nom :
opinion-mail-subject = Votre avis sur votre demande
opinion-mail-why = Vous recevez ce message parce que vous l’avez demandé. Nous ne vous écrirons plus à ce sujet.
opinion-elsewhere-text = Pour cette démarche, les avis sont recueillis par le site de l’État « Je donne mon avis ». Il ne demande pas votre nom.
opinion-elsewhere-link = Donner mon avis sur « Je donne mon avis » (autre site)
watch-week-subject = Ce que disent les usagers, semaine du { $day }
watch-alert-subject = Alerte : satisfaction à regarder, { $name }
watch-whole = Depuis un an, { $share } des personnes qui ont répondu sont satisfaites (entre { $low } et { $high }). Réponses publiées : { $count }.
watch-whole-none = Il n’y a pas encore assez de réponses pour publier un résultat.
watch-parts = Par démarche et par lieu, part des personnes satisfaites :
watch-part = { $name } : { $share }, sur { $count }
watch-abandoned = Pages où des brouillons ont été abandonnés :
watch-wrong = Questions les plus corrigées :
watch-searched = Mots cherchés sans résultat :
watch-line = { $what } : { $count }
watch-all = Tous les résultats publiés :
watch-low = Dans les réponses publiées en { $month }, { $share } des personnes sont satisfaites, sur { $count } réponses : moins que le seuil choisi.
watch-fall = Dans les réponses publiées en { $month }, { $share } des personnes sont satisfaites, sur { $count } réponses. Elles étaient { $before } dans les mois d’avant : le hasard ne l’explique pas.
watch-why = Cette adresse reçoit ces lettres parce qu’elle est dans la configuration du portail (quality.letters_to).
poster-link = Affiche avec un code à scanner, à imprimer
poster-title = Affiche pour { $place }
poster-heading = Comment vous avons-nous accueilli ?
poster-text = Dites-le en une question, sans votre nom. Scannez ce code avec votre téléphone.
poster-qr = Code à scanner, qui ouvre la question
poster-address = Vous pouvez aussi taper cette adresse :
poster-agent = Pas de téléphone ? Un agent peut noter votre réponse pour vous.
quality-page-clear = Trouvent claire la page qu’ils lisent
page-clear-yes = Oui, elle est claire
page-clear-no = Non, pas vraiment
danger-title = Vous êtes peut-être en danger : parlez à quelqu’un maintenant
danger-now = Danger immédiat pour vous ou pour une autre personne :
danger-deaf = Vous êtes sourd, malentendant, ou vous ne pouvez pas parler :
danger-life = Vous pensez à mourir, ou vous craignez pour un proche (gratuit, jour et nuit) :
danger-violence = Quelqu’un vous frappe, vous menace ou vous a violé (gratuit et anonyme, jour et nuit) :
danger-child = Un enfant est en danger (gratuit, jour et nuit) :
danger-accident = Un feu, une fuite de gaz, un accident : éloignez-vous, puis prévenez les pompiers :
danger-homeless = Vous n’avez nulle part où dormir (gratuit, jour et nuit) :
danger-call = appelez le { $number }
danger-write = envoyez un SMS au { $number }
danger-go-on = Vous pouvez quand même continuer : rien n’est perdu. Appuyez de nouveau sur le bouton, en bas.
problem-personal-data-title = Votre texte contient peut-être une information personnelle
problem-personal-data-text = Nous y voyons un numéro, une adresse e-mail ou un code. Retirez-le, ou envoyez le texte tel quel avec le deuxième bouton : seul un agent le lira.
quality-heading = Qualité de service
quality-title = Qualité de service : { $name }
quality-whole = La qualité de tous les services
quality-link = Voir la qualité de ce service
quality-period = De { $since } au { $until }.
quality-satisfaction = Satisfaction
quality-not-enough = Pas encore assez de réponses
quality-satisfied = { $share } des personnes sont satisfaites.
quality-sure =
    { $count ->
        [one] D’après une réponse. Si tout le monde avait répondu, ce serait entre { $low } et { $high }.
       *[other] D’après { $count } réponses. Si tout le monde avait répondu, ce serait entre { $low } et { $high }.
    }
quality-satisfaction-caption = Réponses à « Comment cela s’est-il passé ? »
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
quality-others = Délais, clarté, aide
quality-others-caption = Ce qui est mesuré, et le résultat
quality-measure = Mesure
quality-result = Résultat
quality-half = Délai pour une demande sur deux
quality-nine-tenths = Délai pour neuf demandes sur dix
quality-days =
    { $count ->
        [one] { $count } jour ou moins
       *[other] { $count } jours ou moins
    }
quality-in-time = Demandes traitées dans le délai annoncé
quality-ease = Trouvent la démarche facile
quality-clarity = Trouvent la démarche claire
quality-pace = Trouvent le délai ou l’attente courts
quality-answer-satisfaction = Satisfaits de la réponse reçue
quality-answer-clarity = Trouvent la réponse claire
quality-by-phone = Ont obtenu de l’aide par téléphone
quality-at-counter = Ont obtenu de l’aide au guichet
quality-by-email = Ont obtenu de l’aide par écrit
quality-mediator = Ont été aidés par un conseiller numérique
quality-assistive = Satisfaits, parmi les personnes qui utilisent une aide technique
quality-trend = Mois par mois
quality-trend-caption = Personnes satisfaites, par mois de publication
quality-month = Mois
quality-satisfied-share = Satisfaits
quality-chart-table = Les mêmes chiffres sont dans le tableau qui précède.
quality-bars-title = Graphique : réponses à « Comment cela s’est-il passé ? »
quality-bars-said = Bien ou très bien : { $good }. Moyen : { $middle }. Mal ou très mal : { $bad }.
quality-bar = { $name } : { $share }
quality-trend-title = Graphique : personnes satisfaites, mois par mois
quality-trend-key = Le point marque la part des personnes satisfaites. Le trait va de la plus petite à la plus grande part probable.
quality-trend-changed = De { $first } en { $since } à { $last } en { $until }.
quality-trend-same = { $share } en { $since } comme en { $until }.
quality-trend-unsure = L’écart entre ces deux mois est peut-être dû au hasard.
quality-trend-lowest = Le plus bas : { $share } en { $month }.
quality-trend-highest = Le plus haut : { $share } en { $month }.
quality-trend-unknown =
    { $count ->
        [one] Un mois reste vide, faute de réponses.
       *[other] { $count } mois restent vides, faute de réponses.
    }
quality-trend-month =
    { $count ->
        [one] { $month } : { $share }, une réponse
       *[other] { $month } : { $share }, { $count } réponses
    }
quality-trend-empty = { $month } : pas assez de réponses
quality-procedures = Par démarche
quality-procedures-caption = Personnes satisfaites, par démarche
quality-procedure = Démarche
quality-places = Par lieu
quality-places-caption = Personnes satisfaites, par lieu
quality-place = Lieu
quality-method = Comment nous comptons
quality-method-groups = Les réponses sont publiées par groupes de { $fewest }, pour que personne ne soit reconnu. Les dernières réponses attendent donc que leur groupe soit complet.
quality-method-interval = Les deux nombres entre parenthèses disent entre quelles parts se trouve le résultat, avec 95 % de certitude, si tout le monde avait répondu.
quality-data = Les données
quality-table = Télécharger le tableau (CSV)
quality-json = Télécharger les données pour les programmes (JSON)
heard-improvements = Ce que vous avez dit, ce que nous avons fait
heard-said = Vous avez dit
heard-did = Nous avons fait
heard-moved = Résultat aujourd’hui
heard-opinions = Ce que des usagers ont écrit
heard-method = Un agent choisit ces textes et enlève ce qui permettrait de reconnaître quelqu’un. Les points entre crochets remplacent un numéro ou une adresse. Si vous reconnaissez quelqu’un, dites-le-nous : nous retirons le texte.
heard-older = Lire des textes plus anciens
heard-newest = Revenir aux textes les plus récents
heard-latest =
    { $count ->
        [one] Voici le texte le plus récent.
       *[other] Voici les { $count } textes les plus récents.
    }
heard-written = Écrit en { $month }
heard-reply = Notre réponse
privacy-kept-opinion = Un avis : il ne porte pas votre nom ; ce que vous avez écrit est effacé du portail dès que le service l’a reçu, et au plus tard un an après par le service. Un texte que le service publie reste public un an au plus.
