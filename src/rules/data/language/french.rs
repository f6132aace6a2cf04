//! French: replies of servers in France, Belgium, Switzerland and Canada, and the French user texts of
//! Exchange, Gmail and Google Groups. Orange, Free and La Poste have files of their own.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of French mail servers; French edition of the Exchange DSN texts (learn.microsoft.com/fr-fr/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fr-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "liste noire", "listes noires", "adresse ip * liste noire", "adresse ip * blacklist",
            "adresse ip est bloquee", "adresse ip bloquee", "adresse ip a ete bloquee", "votre ip est blacklist",
            "votre ip est bloquee", "votre ip a ete bloquee", "ip blacklistee", "ip sur liste noire",
            "serveur * est sur liste noire", "serveur * figure sur une liste noire", "votre serveur est blacklist",
            "figure dans une liste noire", "inscrit sur une liste noire", "inscrite sur une liste noire",
            "est sur une liste noire", "refuse par une rbl",
        ],
        not: &["nom de domaine est", "expediteur", "emetteur"],
        examples: &[ex("554 5.7.1 Votre adresse IP 192.0.2.7 est sur liste noire, voir https://bl.example.net/")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-greylisted",
        cause: Cause::Greylisted,
        says: &["liste grise", "listes grises", "greylist * reessayez", "mise en liste grise"],
        examples: &[ex("450 4.7.1 Message mis en liste grise, veuillez réessayer dans 5 minutes")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "pas de reverse dns", "reverse dns * manquant", "reverse dns * invalide", "dns inverse * manquant",
            "dns inverse * absent", "dns inverse * invalide", "pas de dns inverse", "resolution inverse",
            "enregistrement ptr", "nom inverse",
        ],
        examples: &[ex("550 5.7.25 Pas de DNS inverse (enregistrement PTR) pour 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-helo-invalid",
        cause: Cause::HeloInvalid,
        says: &[
            "helo invalide", "ehlo invalide", "nom helo * invalide", "helo * incorrect", "commande helo refusee",
        ],
        examples: &[ex("501 Commande HELO refusée")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "contient un virus", "virus detecte ", "virus trouve", "un virus a ete", "contient des virus",
            "contient un logiciel malveillant", "contient un programme malveillant", "contenu malveillant detecte",
        ],
        examples: &[ex("554 5.7.1 Message refusé : il contient un virus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "message trop volumineux", "message est trop volumineux", "message trop gros", "message est trop gros",
            "message trop grand", "message est trop grand", "message trop long", "message trop lourd",
            "message est trop lourd", "courriel trop volumineux", "mail trop volumineux", "mail trop gros",
            "piece jointe trop volumineuse", "taille du message * depasse", "taille du message * superieure",
            "taille de votre message", "taille maximale * message", "message depasse la taille",
            "message depasse la limite", "depasse la taille maximale", "depasse la taille limite",
            "taille maximale autorisee", "taille maximum autorisee", "taille maximale depassee",
            "taille limite * message",
        ],
        examples: &[
            ex("552 5.3.4 Message trop volumineux (taille maximale : 10 Mo)"),
            ex("552 La taille du message dépasse la limite autorisée"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "trop de destinataires", "nombre de destinataires * depass", "nombre maximal de destinataires",
            "nombre maximum de destinataires", "nombre de destinataires trop",
        ],
        examples: &[ex("452 4.5.3 Trop de destinataires")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "quota d'envoi", "limite d'envoi", "quota de messages * envoy", "limite quotidienne d'envoi",
            "vous avez depasse * messages * jour", "vous avez depasse * messages * heure",
            "vous avez atteint * envoi",
        ],
        examples: &[ex("550 5.4.5 Vous avez dépassé votre quota d'envoi quotidien")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "trop de connexions", "trop de messages", "trop de mails", "trop de courriels", "trop de requetes",
            "nombre de connexions * depass", "nombre maximal de connexions", "nombre maximum de connexions",
            "limite de connexions", "debit trop eleve", "trop de tentatives", "ralentissez",
        ],
        not: &["dans la boite", "boite aux lettres"],
        examples: &[ex("421 4.7.0 Trop de connexions depuis votre adresse, réessayez plus tard")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "aux lettres pleine", "aux lettres est pleine", "aux lettres du destinataire est pleine",
            "lettres * est pleine", "lettres * pleine", "boite pleine", "boite est pleine", "boite mail pleine",
            "boite mail est pleine", "boite de reception pleine", "boite de reception est pleine",
            "boite de reception * est pleine", "boite de messagerie pleine", "boite de messagerie * pleine",
            "boite * saturee", "boite mail saturee", "messagerie saturee", "lettres saturee", "lettres * a depasse",
            "quota depasse", "quota atteint", "quota * depasse", "depassement de quota", "depasse son quota",
            "depasse le quota", "a atteint son quota", "quota de stockage", "quota de la boite",
            "espace de stockage * depass", "espace disque * depass", "plus d'espace * boite",
            "plus de place * boite", "trop de messages * boite", "boite bf pleine",
        ],
        not: &["quota d'envoi"],
        examples: &[
            ex("552 5.2.2 Boîte aux lettres pleine"),
            ex("452 Quota dépassé pour cet utilisateur"),
            ex("550 La boite aux lettres du destinataire est pleine et ne peut pas accepter de messages actuellement"),
            ex("552 bo?te aux lettres pleine"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "compte desactive", "compte est desactive", "compte a ete desactive", "compte inactif",
            "compte est inactif", "compte suspendu", "compte est suspendu", "compte a ete suspendu", "compte ferme",
            "compte est ferme", "compte bloque", "compte est bloque", "compte verrouille", "compte expire",
            "compte resilie", "compte cloture", "compte supprime", "lettres desactivee", "lettres est desactivee",
            "lettres inactive", "lettres suspendue", "lettres est suspendue", "lettres fermee", "lettres bloquee",
            "lettres * desactivee", "boite desactivee", "boite inactive", "boite suspendue", "boite fermee",
            "adresse desactivee", "adresse est desactivee", "adresse inactive", "adresse suspendue",
            "utilisateur desactive", "utilisateur inactif", "utilisateur suspendu", "destinataire desactive",
            "destinataire inactif", "destinataire suspendu", "abonne suspendu", "abonne resilie",
        ],
        not: &["expediteur est desactive", "votre compte"],
        examples: &[ex("550 5.2.1 Compte désactivé"), ex("554 Boîte aux lettres suspendue")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "votre compte * suspendu", "votre compte * bloque", "votre compte * desactive",
            "vous n'etes plus autorise a envoyer",
        ],
        examples: &[ex("550 5.7.0 Votre compte est suspendu pour envoi abusif")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "a change d'adresse", "adresse a change", "nouvelle adresse", "n'est plus utilisee",
            "n'est plus valide * merci d'utiliser", "a quitte l'entreprise", "a quitte la societe",
            "ne travaille plus", "ne fait plus partie",
        ],
        examples: &[ex("551 5.1.6 Le destinataire a changé d'adresse, écrire à utilisateur@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "remise a cette adresse est restreinte", "n'etes pas autorise a envoyer * destinataire",
            "n'etes pas autorise a ecrire", "n'avez pas l'autorisation d'envoyer",
            "n'etes pas autorise a envoyer * groupe", "n'etes pas autorise a poster",
            "n'etes pas autorise a publier", "reserve aux membres", "reservee aux membres", "reservee aux abonnes",
            "n'accepte pas les messages externes", "n'accepte que les messages", "expediteurs authentifies",
            "expediteurs autorises", "expediteur non autorise a ecrire", "n'est pas autorise a envoyer * liste",
            "expediteur n'est pas autorise",
        ],
        not: &["le groupe que vous avez essaye", "relais"],
        examples: &[
            ex("550 5.7.1 Votre message ne peut pas être remis, car la remise à cette adresse est restreinte."),
            ex("550 5.7.1 Vous n'êtes pas autorisé à écrire à cette liste"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "domaine inconnu", "domaine inexistant", "domaine n'existe pas", "nom de domaine * n'existe pas",
            "domaine introuvable", "domaine du destinataire * introuvable", "domaine * est introuvable",
            "domaine * est inconnu", "hote inconnu", "hote introuvable", "serveur inconnu", "machine inconnue",
            "aucun enregistrement mx", "pas d'enregistrement mx", "pas de mx", "domaine * n'existe pas"],
        not: &["domaine de l'expediteur", "expediteur", "emetteur"],
        examples: &[
            ex("550 5.1.2 Domaine inconnu : example.com"),
            ex("Hôte inconnu, impossible de trouver example.com"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relais refuse", "relais interdit", "relais non autorise", "relayage refuse", "relayage interdit",
            "relayage non autorise", "pas autorise a relayer", "refus de relayer", "relais de messagerie refuse",
            "impossible de relayer", "relayage impossible", "interdiction de relayer", "ne relaie pas",
            "ne gere pas ce domaine", "domaine non gere",
        ],
        examples: &[ex("554 5.7.1 Relais refusé")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "authentification requise", "authentification necessaire", "authentification obligatoire",
            "authentification smtp", "vous devez vous authentifier", "authentification * echou",
            "echec de l'authentification", "echec d'authentification", "mot de passe incorrect",
            "identifiants incorrects", "veuillez vous authentifier",
        ],
        examples: &[ex("530 5.7.0 Authentification requise")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "adresse de l'expediteur * invalide", "adresse de l'expediteur * refusee",
            "adresse de l'expediteur * rejetee", "adresse de l'expediteur * inconnue",
            "adresse de l'expediteur * n'existe", "adresse expediteur", "adresse de l'emetteur",
            "expediteur invalide", "expediteur inconnu", "expediteur inexistant", "emetteur invalide",
            "emetteur inconnu", "domaine de l'expediteur", "domaine expediteur", "domaine de l'emetteur",
            "domaine emetteur", "expediteur refuse : domaine", "expediteur refuse: domaine", "expediteur n'existe", "expediteur * n'existe", "emetteur * n'existe"],
        not: &["bloquee", "bloque", "liste noire"],
        examples: &[ex("553 5.1.8 Domaine de l'expéditeur inexistant")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "utilisateur inconnu", "utilisateur * inconnu", "utilisateur inexistant", "utilisateur n'existe pas",
            "utilisateur introuvable", "utilisateur non trouve", "destinataire inconnu", "destinataire * inconnu",
            "destinataire inexistant", "destinataire n'existe pas", "destinataire introuvable",
            "destinataire non trouve", "destinataire invalide", "adresse inconnue", "adresse inexistante",
            "adresse * inexistante", "adresse * n'existe pas", "adresse * n'existe plus", "adresse introuvable",
            "adresse * introuvable", "adresse e-mail que vous avez entree n'a pas",
            "adresse de messagerie * n'a pas pu etre trouvee", "adresse de messagerie * n'a pas ete trouvee",
            "adresse du destinataire * trouvee", "aux lettres inconnue", "aux lettres inexistante",
            "aux lettres introuvable", "aux lettres n'existe pas", "aux lettres * n'existe pas", "boite inexistante",
            "boite inconnue", "boite mail inexistante", "compte inexistant", "compte inconnu", "compte n'existe pas",
            "compte introuvable", "aucune boite a ce nom", "aucun utilisateur * nom", "pas d'utilisateur de ce nom",
            "pas de boite * ce nom", "n'a pas ete trouve dans", "n'a pas ete trouve a ", "n'a pas ete trouve sur",
            "inconnu a cette adresse", "abonne inconnu", "correspondant inconnu", "adresse du champ a inconnue",
            "adresse a inconnue", "le groupe que vous avez essaye de contacter", "n'existe pas", "n'existe plus", "est inconnu"],
        not: &["expediteur inconnu", "emetteur inconnu", "domaine de l'expediteur"],
        examples: &[
            ex("550 5.1.1 Utilisateur inconnu"),
            ex("550 Adresse d au moins un destinataire invalide : cette adresse n'existe pas"),
            ex("550 5.1.1 Boite aux lettres inexistante"),
            ex("L'adresse de messagerie que vous avez entrée est introuvable. Vérifiez l'adresse du destinataire."),
            ex("Adresse introuvable. Votre message n'a pas été remis, car l'adresse est introuvable ou ne peut pas recevoir de messages."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "adresse invalide", "adresse * mal formee", "adresse * incorrecte", "adresse e-mail non valide",
            "adresse * n'est pas valide", "adresse non valide", "adresse du destinataire * invalide",
            "syntaxe de l'adresse", "format de l'adresse", "adresse * syntaxe",
        ],
        not: &["expediteur", "emetteur"],
        examples: &[ex("553 5.1.3 Adresse mal formée")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "expediteur bloque", "expediteur est bloque", "expediteur a ete bloque", "expediteur refuse",
            "expediteur rejete", "expediteur * liste noire", "bloque par le destinataire",
            "refuse par le destinataire", "rejete par le destinataire", "le destinataire a bloque",
            "le destinataire ne souhaite pas", "le destinataire n'accepte pas", "le destinataire refuse",
            "vous avez ete bloque", "votre domaine est bloque", "votre adresse est bloquee", "emetteur bloque",
            "emetteur refuse", "acces refuse * votre domaine", "votre domaine * liste noire",
        ],
        examples: &[ex("550 5.7.1 Expéditeur bloqué par le destinataire")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "considere comme spam", "considere comme du spam", "considere comme un spam",
            "considere comme indesirable", "considere comme * indesirable", "identifie comme spam",
            "identifie comme * spam", "detecte comme spam", "detecte comme * spam", "juge comme spam",
            "classe comme spam", "message indesirable", "courrier indesirable", "courriel indesirable",
            "contenu indesirable", "spam detecte ", "pourriel", "suspicion de spam", "suspecte d'etre * spam",
            "refuse par l'antispam", "refuse par le filtre anti", "rejete par l'antispam", "rejete * antispam",
            "filtre antispam", "filtre anti-spam", "hameconnage", "tentative de phishing",
        ],
        examples: &[
            ex("550 5.7.1 Message considéré comme spam"),
            ex("554 Votre message a été détecté comme étant un courrier indésirable"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "piece jointe * interdit", "pieces jointes * interdit", "piece jointe * refuse",
            "piece jointe * non autorise", "piece jointe * bloque", "type de fichier interdit",
            "type de fichier * interdit", "type de fichier non autorise", "extension interdite",
            "extension * interdite", "extension non autorisee", "contenu interdit", "contenu non autorise",
            "contenu refuse", "contenu du message * refuse", "fichier joint * interdit", "fichier joint * refuse",
            "lien interdit", "url interdite",
        ],
        examples: &[ex("554 5.7.1 Message refusé : la pièce jointe contient un type de fichier interdit (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "connexion securisee * requise", "tls requis", "tls obligatoire", "chiffrement requis",
            "starttls requis", "starttls obligatoire", "certificat du * expire expire", "certificat * invalide",
            "certificat non valide", "negociation tls",
        ],
        examples: &[ex("530 Chiffrement requis")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "boucle de messagerie", "boucle de courrier", "boucle detectee", "boucle mail", "trop de sauts",
            "nombre de sauts",
        ],
        examples: &[ex("554 5.4.6 Boucle de messagerie détectée : trop de sauts")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "a cesse d'essayer", "a arrete d'essayer", "delai de livraison depasse", "delai de remise depasse",
            "delai d'expiration", "n'a pas pu etre remis * delai", "message a expire", "message expire ",
            "sans succes et a cesse", "trop longtemps dans la file", "depuis trop longtemps",
        ],
        examples: &[ex("Microsoft Exchange a essayé de remettre ce message sans succès et a cessé d'essayer.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "connexion impossible", "impossible de se connecter", "impossible d'etablir la connexion",
            "impossible d'etablir une connexion", "connexion refusee", "connexion interrompue", "connexion perdue",
            "connexion expiree", "delai de connexion", "delai d'attente * depasse", "delai depasse",
            "serveur * injoignable", "serveur distant ne repond pas", "serveur * ne repond pas", "hote injoignable",
            "temps d'attente depasse",
        ],
        not: &["liste noire", "blacklist", "bloquee"],
        examples: &[ex("Impossible de se connecter au serveur mail.example.com : délai dépassé")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "espace disque insuffisant", "disque plein", "espace de stockage insuffisant * serveur",
            "plus d'espace disque", "stockage systeme insuffisant",
        ],
        examples: &[ex("452 4.3.1 Espace disque insuffisant sur le serveur")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-server-error",
        cause: Cause::ServerError,
        says: &[
            "erreur interne", "erreur systeme", "erreur temporaire", "erreur locale", "probleme temporaire",
            "service indisponible", "service temporairement indisponible", "service momentanement indisponible",
            "serveur indisponible", "serveur temporairement indisponible", "serveur occupe", "serveur surcharge",
            "systeme indisponible", "en maintenance", "temporairement indisponible", "momentanement indisponible",
            "erreur de configuration", "erreur de traitement",
        ],
        examples: &[ex("451 4.3.0 Erreur temporaire, veuillez réessayer plus tard")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "fr-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "refuse par la politique", "refuse pour des raisons de politique", "politique de securite",
            "politique locale", "rejete par une regle", "rejete par la politique",
            "rejete pour des raisons de securite", "contraire a la politique", "strategies de securite",
            "acces refuse", "acces interdit", "envoi refuse",
        ],
        not: &["mot de passe"],
        examples: &[ex("550 5.7.1 Message refusé par la politique de sécurité de l'organisation")],
        source: SOURCE,
        ..RULE
    },
];
