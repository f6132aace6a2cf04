//! Spanish: replies of servers in Spain and Latin America, and the Spanish user texts of Exchange, Gmail and
//! Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Spanish mail servers; Spanish edition of the Exchange DSN texts (learn.microsoft.com/es-es/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "es-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "lista negra", "listas negras", "direccion ip * lista negra", "direccion ip * bloquead",
            "su ip * bloquead", "su ip esta en", "tu ip * bloquead", "servidor * lista negra",
            "servidor * listas negras", "ip listada", "ip bloqueada", "listado en una lista negra",
            "en una lista negra",
        ],
        not: &["dominio", "remitente"],
        examples: &[ex("554 5.7.1 Su dirección IP 192.0.2.7 está en una lista negra")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-domain-blocklisted",
        cause: Cause::DomainBlocklisted,
        says: &["dominio * lista negra", "dominio * listas negras", "enlace * lista negra"],
        examples: &[ex("554 5.7.1 El dominio example.com está en una lista negra")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-greylisted",
        cause: Cause::Greylisted,
        says: &["lista gris", "listas grises"],
        examples: &[ex("450 4.7.1 Su servidor está en lista gris, vuelva a intentarlo en 5 minutos")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "dns inverso", "dns inversa", "resolucion inversa", "registro ptr", "sin ptr", "no tiene ptr",
            "reverso dns",
        ],
        examples: &[ex("550 5.7.25 Su servidor no tiene DNS inverso (registro PTR)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-helo-invalid",
        cause: Cause::HeloInvalid,
        says: &["helo invalido", "helo no valido", "ehlo invalido", "helo * incorrecto", "nombre helo"],
        examples: &[ex("501 5.5.2 HELO no válido: localhost")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "contiene un virus", "contiene virus", "virus detectado", "virus encontrado", "se ha detectado un virus",
            "se detecto un virus", "se encontro un virus", "se ha encontrado un virus", "software malicioso",
            "codigo malicioso", "infectado",
        ],
        examples: &[ex("554 5.7.1 Mensaje rechazado: se ha detectado un virus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "mensaje demasiado grande", "mensaje es demasiado grande", "mensaje muy grande", "mensaje es muy grande",
            "correo demasiado grande", "mensaje * excede * tamano", "mensaje supera", "mensaje excede",
            "tamano del mensaje", "tamano maximo", "tamano de mensaje", "excede el tamano", "supera el tamano",
            "limite de tamano", "adjunto demasiado grande", "adjuntos demasiado grandes",
        ],
        examples: &[ex("552 5.3.4 El mensaje supera el tamaño máximo permitido"), ex("552 Mensaje demasiado grande")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "demasiados destinatarios", "numero de destinatarios", "numero maximo de destinatarios",
            "limite de destinatarios", "maximo de destinatarios",
        ],
        examples: &[ex("452 4.5.3 Demasiados destinatarios")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limite de envio", "limite diario", "limite por hora", "cuota de envio", "cupo de envio",
            "superado el limite de correos", "excedido el limite de correos", "superado el numero de mensajes",
            "superado * mensajes * hora", "excedido * mensajes * hora", "limite de mensajes por",
            "limite de correos por",
        ],
        not: &["limite de envios por hora, intentelo"],
        examples: &[ex("550 5.4.5 Ha superado el límite de envío diario de su cuenta")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "demasiadas conexiones", "demasiados mensajes", "demasiados correos", "demasiados intentos",
            "demasiadas solicitudes", "numero de conexiones", "numero maximo de conexiones", "limite de conexiones",
            "limite de velocidad", "limite de envios", "limite de tasa", "tasa de envio", "reduzca * velocidad",
        ],
        not: &["en el buzon"],
        examples: &[
            ex("421 4.7.0 Demasiadas conexiones desde su dirección"),
            ex("451 4.7.1 Ha superado el limite de envios por hora, intentelo de nuevo mas tarde"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "buzon lleno", "buzon esta lleno", "buzon * lleno", "buzon * esta lleno", "buzon * excedi",
            "buzon * superado", "buzon * sin espacio", "buzon excede", "buzon de correo lleno", "casilla llena",
            "casilla esta llena", "casilla * llena", "casilla * excedi", "casilla de correo llena",
            "bandeja * llena", "bandeja de entrada llena", "correo lleno", "cuenta llena",
            "cuenta * excedido su cuota", "cuota excedida", "cuota superada", "cuota * excedida", "cuota * superada",
            "cuota de disco", "cuota del usuario", "cuota de almacenamiento", "ha excedido su cuota",
            "ha superado su cuota", "excedio su cuota", "excede su cuota", "supera su cuota", "excede la cuota",
            "sobrepasado su cuota", "cuota sobrepasada", "sobre cuota", "limite de almacenamiento",
            "espacio de almacenamiento", "no tiene espacio", "sin espacio * buzon", "sin espacio en",
        ],
        not: &["sin espacio en disco", "no tiene espacio en disco", "servidor sin espacio"],
        examples: &[
            ex("552 5.2.2 Buzón lleno"),
            ex("552 5.2.2 La casilla esta llena"),
            ex("El buzón del destinatario está lleno y no puede aceptar mensajes. Microsoft Exchange no intentará volver a entregar este mensaje."),
            ex("452 4.2.2 Usuario ha excedido su cuota"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "cuenta deshabilitada", "cuenta * deshabilitada", "cuenta desactivada", "cuenta * desactivada",
            "cuenta inactiva", "cuenta esta inactiva", "cuenta suspendida", "cuenta * suspendida",
            "cuenta bloqueada", "cuenta esta bloqueada", "cuenta cerrada", "cuenta cancelada", "cuenta dada de baja",
            "cuenta vencida", "cuenta eliminada", "buzon deshabilitado", "buzon * deshabilitado",
            "buzon desactivado", "buzon inactivo", "buzon suspendido", "buzon bloqueado", "buzon * bloqueado",
            "casilla deshabilitada", "casilla desactivada", "casilla inactiva", "casilla suspendida",
            "casilla bloqueada", "usuario deshabilitado", "usuario desactivado", "usuario inactivo",
            "usuario suspendido", "usuario bloqueado", "usuario dado de baja", "destinatario deshabilitado",
            "destinatario inactivo", "destinatario suspendido",
        ],
        not: &["su cuenta", "remitente"],
        examples: &[ex("550 5.2.1 Cuenta deshabilitada"), ex("550 Buzón inactivo")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["su cuenta * suspendida", "su cuenta * bloqueada", "su cuenta * deshabilitada"],
        examples: &[ex("550 5.7.0 Su cuenta ha sido suspendida por envío de spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "nueva direccion", "cambio de direccion", "ha cambiado de direccion", "ya no trabaja", "ya no labora",
            "ya no pertenece", "ya no esta en uso", "direccion ha cambiado",
        ],
        examples: &[ex("551 5.1.6 El usuario ha cambiado de dirección, nueva: usuario@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "entrega a esta direccion esta restringida", "entrega a esta direccion * restringida",
            "no tiene permiso para enviar", "no tiene permisos para enviar", "no tienes permiso para enviar",
            "no tiene autorizacion para enviar", "no esta autorizado a enviar", "no esta autorizado para enviar",
            "no esta autorizado para escribir", "no tienes los permisos necesarios para", "solo miembros",
            "solo los miembros", "solo acepta * miembros", "solo usuarios autenticados", "solo remitentes",
            "remitentes autorizados", "no acepta correo externo", "no acepta mensajes externos",
            "solo correo interno", "remitente no autorizado",
        ],
        not: &["el grupo con el que has intentado", "por el dominio"],
        examples: &[
            ex("550 5.7.1 No se puede entregar el mensaje porque la entrega a esta dirección está restringida."),
            ex("550 5.7.1 No está autorizado para enviar a esta lista"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "dominio desconocido", "dominio inexistente", "dominio no existe", "dominio * no existe",
            "dominio no encontrado", "dominio * no encontrado", "no se encontro el dominio",
            "no se encuentra el dominio", "no existe el dominio", "host desconocido", "servidor desconocido",
            "anfitrion desconocido", "maquina desconocida", "no tiene registro mx", "sin registro mx",
            "no se encontro el sistema de correo",
        ],
        not: &["remitente"],
        examples: &[ex("550 5.1.2 Dominio desconocido"), ex("El dominio example.com no existe")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay denegado", "relay no permitido", "relay no autorizado", "relay prohibido",
            "retransmision denegada", "retransmision no permitida", "retransmision no autorizada",
            "reenvio denegado", "reenvio no permitido", "reenvio no autorizado", "reenvio prohibido",
            "no se permite el relay", "no se permite relay", "no se permite retransmit", "no permite el reenvio",
            "no esta autorizado a retransmitir",
        ],
        examples: &[ex("554 5.7.1 Relay no permitido")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "requiere autenticacion", "se requiere autenticacion", "autenticacion requerida",
            "autenticacion necesaria", "debe autenticarse", "debe autentificarse", "autentificacion",
            "fallo de autenticacion", "autenticacion fallida", "error de autenticacion", "autenticacion * fall",
            "contrasena incorrecta", "contrasena invalida", "credenciales * invalid", "identificarse",
        ],
        examples: &[ex("530 5.7.0 Se requiere autenticación")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "direccion del remitente", "direccion de remitente", "remitente invalido", "remitente no valido",
            "remitente desconocido", "remitente inexistente", "remitente no existe", "remitente * no existe",
            "dominio del remitente", "dominio remitente", "remitente incorrecto", "remitente no verificado",
        ],
        not: &["bloquead", "lista negra"],
        examples: &[ex("553 5.1.8 El dominio del remitente no existe")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "usuario desconocido", "usuario * desconocido", "usuario inexistente", "usuario no existe",
            "usuario * no existe", "usuario no encontrado", "usuario invalido", "usuario no valido",
            "no existe el usuario", "no existe tal usuario", "no existe este usuario", "no existe ese usuario",
            "no se encontro el usuario", "no se encuentra el usuario", "no hay ningun usuario",
            "destinatario desconocido", "destinatario * desconocido", "destinatario inexistente",
            "destinatario no existe", "destinatario * no existe", "destinatario no encontrado",
            "destinatario no valido", "destinatario invalido", "no existe el destinatario",
            "no se encontro el destinatario", "direccion desconocida", "direccion inexistente",
            "direccion no existe", "direccion * no existe", "direccion no encontrada", "no se encontro la direccion",
            "no se ha encontrado la direccion", "no se pudo encontrar la direccion",
            "no se puede encontrar la direccion", "no se encuentra la direccion", "buzon desconocido",
            "buzon inexistente", "buzon no existe", "buzon * no existe", "buzon no encontrado", "no existe el buzon",
            "casilla inexistente", "casilla no existe", "casilla * no existe", "casilla desconocida",
            "no existe la casilla", "cuenta inexistente", "cuenta no existe", "cuenta * no existe",
            "cuenta desconocida", "cuenta no encontrada", "no existe la cuenta", "no existe esta cuenta",
            "no existe esa cuenta", "no se encontro a ", "direccion para desconocida",
            "el grupo con el que has intentado", "el grupo con el que ha intentado", "no existe"],
        not: &["remitente"],
        examples: &[
            ex("550 5.1.1 Usuario desconocido"),
            ex("550 Usuario inexistente"),
            ex("550 La cuenta de correo no existe"),
            ex("550 5.1.1 No existe el buzon"),
            ex("No se pudo encontrar la dirección de correo electrónico que escribiste. Comprueba la dirección del destinatario."),
            ex("No se ha encontrado la dirección. Tu mensaje no se ha entregado porque no se ha encontrado la dirección o esta no puede recibir correo."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "direccion invalida", "direccion no valida", "direccion no es valida", "direccion * no es valida",
            "direccion * invalida", "direccion incorrecta", "direccion mal formada", "formato de la direccion",
            "sintaxis de la direccion", "sintaxis de direccion",
        ],
        not: &["remitente", "direccion ip"],
        examples: &[ex("553 5.1.3 Dirección no válida")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "remitente bloqueado", "remitente esta bloqueado", "remitente * bloqueado", "remitente rechazado",
            "remitente * lista negra", "remitente * rechazado", "bloqueado por el destinatario",
            "rechazado por el destinatario", "destinatario ha bloqueado", "destinatario no desea",
            "destinatario no acepta", "destinatario rechaz", "su direccion * bloqueada", "su dominio * bloqueado",
            "usted ha sido bloqueado",
        ],
        examples: &[ex("550 5.7.1 Remitente bloqueado por el destinatario")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "considerado spam", "considerado como spam", "considerado * spam", "identificado como spam",
            "detectado como spam", "clasificado como spam", "catalogado como spam", "marcado como spam",
            "rechazado por spam", "rechazado como spam", "parece spam", "parece ser spam", "es spam", "posible spam",
            "correo no deseado", "correo basura", "mensaje no deseado", "filtro antispam", "filtro anti-spam",
            "filtro de spam", "contenido de spam", "sospecha de spam", "sospechoso de spam", "politica antispam",
            "spam detectado", "suplantacion de identidad",
        ],
        examples: &[
            ex("550 5.7.1 Mensaje considerado spam"),
            ex("554 Su mensaje ha sido identificado como correo no deseado"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "adjunto no permitido", "adjuntos no permitidos", "adjunto * no permitido", "adjunto prohibido",
            "adjunto bloqueado", "archivo adjunto * permitido", "archivo adjunto * bloqueado",
            "archivo adjunto rechazado", "tipo de archivo", "extension no permitida", "extension * no permitida",
            "contenido no permitido", "contenido prohibido", "contenido rechazado", "contenido bloqueado",
            "contenido no aceptado", "contenido * no permitido",
        ],
        examples: &[ex("554 5.7.1 Archivo adjunto no permitido (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "requiere tls", "se requiere tls", "tls requerido", "tls obligatorio", "conexion segura",
            "requiere cifrado", "se requiere cifrado", "certificado * caducado", "certificado * no valido",
            "certificado * invalido", "certificado * expirado",
        ],
        examples: &[ex("530 Se requiere cifrado")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "bucle de correo", "bucle detectado", "bucle de mensajes", "demasiados saltos", "numero de saltos",
        ],
        examples: &[ex("554 5.4.6 Bucle de correo detectado: demasiados saltos")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "ha dejado de intentarlo", "dejado de intentar", "no se pudo entregar * plazo", "tiempo de entrega",
            "mensaje expirado", "mensaje ha expirado", "mensaje caducado", "mensaje ha caducado",
            "demasiado tiempo en la cola", "mucho tiempo en la cola",
        ],
        examples: &[
            ex("Microsoft Exchange ha estado intentando entregar este mensaje sin éxito y ha dejado de intentarlo."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "no se pudo conectar", "no se puede conectar", "no fue posible conectar", "imposible conectar",
            "no se pudo establecer", "no se puede establecer", "conexion rechazada", "conexion perdida",
            "conexion interrumpida", "conexion cerrada", "conexion fallida", "conexion agotad", "tiempo de espera",
            "tiempo agotado", "servidor no responde", "servidor * no responde", "servidor inalcanzable",
            "servidor no disponible",
        ],
        examples: &[ex("No se pudo conectar con mail.example.com: tiempo de espera agotado")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "espacio insuficiente", "sin espacio en disco", "no tiene espacio en disco", "disco lleno",
            "falta de espacio en", "insuficiente espacio", "almacenamiento insuficiente",
        ],
        examples: &[ex("452 4.3.1 Servidor sin espacio en disco")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-server-error",
        cause: Cause::ServerError,
        says: &[
            "error interno", "error del sistema", "error temporal", "error local", "fallo temporal",
            "falla temporal", "problema temporal", "error de configuracion", "servicio no disponible",
            "temporalmente no disponible", "no disponible temporalmente", "no esta disponible en este momento",
            "servidor ocupado", "servidor saturado", "sistema no disponible", "en mantenimiento",
            "por mantenimiento", "intentelo mas tarde", "intente mas tarde", "intentelo de nuevo mas tarde",
            "intente nuevamente mas tarde",
        ],
        examples: &[ex("451 4.3.0 Error temporal, inténtelo más tarde")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "es-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "rechazado por politica", "rechazado por la politica", "rechazado por las politicas",
            "politica de seguridad", "politicas de seguridad", "politica local", "por razones de politica",
            "por motivos de seguridad", "por politica", "acceso denegado", "infringe * politica", "viola * politica",
            "no cumple con las politicas",
        ],
        examples: &[ex("550 5.7.1 Mensaje rechazado por la política de seguridad")],
        source: SOURCE,
        ..RULE
    },
];
