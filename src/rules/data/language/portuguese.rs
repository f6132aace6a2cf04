//! Portuguese: replies of servers in Brazil and Portugal (Terra, BOL, Locaweb and others write without accents), and the
//! Portuguese user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Brazilian and Portuguese mail servers; Portuguese editions of the Exchange DSN texts (learn.microsoft.com/pt-br/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "pt-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "lista negra", "listas negras", "lista de bloqueio", "endereco ip * bloquead", "seu ip * bloquead",
            "ip bloqueado", "ip esta bloqueado", "ip foi bloqueado", "ip listado", "servidor * lista negra",
            "em uma lista negra", "numa lista negra", "ip com ma reputacao",
        ],
        not: &["remetente", "dominio"],
        examples: &[ex("554 5.7.1 Seu IP 192.0.2.7 foi bloqueado, consulte https://bl.example.net/")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-domain-blocklisted",
        cause: Cause::DomainBlocklisted,
        says: &["dominio * lista negra", "link * lista negra", "dominio * lista de bloqueio"],
        examples: &[ex("554 5.7.1 O domínio example.com está em uma lista de bloqueio")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-greylisted",
        cause: Cause::Greylisted,
        says: &["lista cinza", "lista cinzenta"],
        examples: &[ex("450 4.7.1 Servidor em lista cinza, tente novamente em 5 minutos")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "dns reverso", "reverso de dns", "registro ptr", "registo ptr", "sem reverso", "nao possui reverso",
            "resolucao reversa",
        ],
        examples: &[ex("550 5.7.25 Seu servidor não possui DNS reverso")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-helo-invalid",
        cause: Cause::HeloInvalid,
        says: &["helo invalido", "ehlo invalido", "helo incorreto", "comando helo * invalido"],
        examples: &[ex("501 5.5.2 HELO incorreto: localhost")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "contem virus", "contem um virus", "virus detectado", "virus encontrado", "foi detectado um virus",
            "virus foi encontrado", "virus foi detectado", "codigo malicioso", "software malicioso", "infectad",
        ],
        examples: &[ex("554 5.7.1 Mensagem recusada: contém vírus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "mensagem muito grande", "mensagem e muito grande", "mensagem demasiado grande",
            "mensagem grande demais", "mensagem excede", "mensagem ultrapassa", "mensagem * excede * tamanho",
            "tamanho da mensagem", "tamanho maximo", "tamanho limite", "limite de tamanho", "excede o tamanho",
            "excedeu o tamanho", "anexo muito grande", "email muito grande",
        ],
        examples: &[ex("552 5.3.4 A mensagem excede o tamanho máximo permitido"), ex("552 Mensagem muito grande")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "muitos destinatarios", "demasiados destinatarios", "excesso de destinatarios", "destinatarios demais",
            "numero de destinatarios", "numero maximo de destinatarios", "limite de destinatarios",
        ],
        examples: &[ex("452 4.5.3 Muitos destinatários")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limite de envio", "limite diario", "cota de envio", "quota de envio", "limite de mensagens por",
            "limite de e-mails por", "limite de emails por", "excedeu o limite de mensagens",
            "excedeu o limite de e-mails", "excedeu o limite de envio",
        ],
        examples: &[ex("550 5.4.5 Você excedeu a cota de envio da sua conta")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "muitas conexoes", "excesso de conexoes", "demasiadas ligacoes", "demasiadas conexoes",
            "muitas mensagens", "excesso de mensagens", "muitas tentativas", "muitas requisicoes",
            "numero de conexoes", "limite de conexoes", "taxa de envio", "volume de envio", "volume de mensagens",
        ],
        not: &["caixa postal", "caixa de correio"],
        examples: &[ex("421 4.7.0 Muitas conexões do seu IP, tente mais tarde")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "caixa postal cheia", "caixa postal esta cheia", "caixa postal * cheia", "caixa postal lotada",
            "caixa postal esta lotada", "caixa postal * lotada", "caixa postal excedeu", "caixa postal * excedeu",
            "caixa postal * excedid", "caixa postal * limite", "caixa postal sem espaco", "caixa cheia",
            "caixa lotada", "caixa de correio cheia", "caixa de correio esta cheia", "caixa de correio * cheia",
            "caixa de correio * excedeu", "caixa de correio lotada", "caixa de entrada cheia",
            "caixa de entrada * cheia", "caixa de email cheia", "caixa de e-mail cheia", "mailbox cheia",
            "conta cheia", "cota excedida", "cota * excedida", "quota excedida", "quota * excedida",
            "excedeu a cota", "excedeu sua cota", "excedeu a quota", "excedeu sua quota", "cota de disco",
            "quota de disco", "cota do usuario", "acima da cota", "acima da quota", "cota esgotada",
            "limite de armazenamento", "espaco em disco excedido", "espaco de armazenamento", "usuario sem espaco",
            "sem espaco na caixa", "sem espaco disponivel",
        ],
        examples: &[
            ex("552 5.2.2 Caixa postal cheia"),
            ex("452 Quota excedida para este usuario"),
            ex("550 Caixa postal lotada"),
            ex("A caixa de correio do destinatário está cheia e não pode aceitar mensagens agora."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "conta desativada", "conta * desativada", "conta desabilitada", "conta * desabilitada", "conta inativa",
            "conta esta inativa", "conta suspensa", "conta * suspensa", "conta bloqueada", "conta esta bloqueada",
            "conta cancelada", "conta encerrada", "conta expirada", "conta congelada", "caixa postal desativada",
            "caixa postal desabilitada", "caixa postal inativa", "caixa postal * inativa", "caixa postal suspensa",
            "caixa postal bloqueada", "caixa postal * bloqueada", "caixa postal cancelada",
            "caixa de correio desativada", "caixa de correio inativa", "usuario desativado", "usuario desabilitado",
            "usuario inativo", "usuario suspenso", "usuario bloqueado", "utilizador desativado",
            "utilizador inativo", "utilizador suspenso", "destinatario desativado", "destinatario inativo",
            "destinatario bloqueado",
        ],
        not: &["sua conta", "remetente"],
        examples: &[ex("550 5.2.1 Conta desativada"), ex("550 Usuário inativo")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["sua conta * suspensa", "sua conta * bloqueada", "sua conta * desativada"],
        examples: &[ex("550 5.7.0 Sua conta foi bloqueada por envio de spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "novo endereco", "novo e-mail", "mudou de endereco", "endereco mudou", "nao trabalha mais",
            "nao faz mais parte",
        ],
        examples: &[ex("551 5.1.6 O usuário mudou de endereço, novo endereço: usuario@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "entrega para este endereco e restrita", "entrega para este endereco", "entrega a este endereco",
            "entrega neste endereco", "nao tem permissao para enviar", "nao tem permissao para postar",
            "nao possui permissao para enviar", "nao esta autorizado a enviar", "nao tem autorizacao para enviar",
            "nao autorizado a enviar", "somente membros", "apenas membros", "somente usuarios autenticados",
            "somente remetentes", "apenas remetentes", "remetente nao autorizado", "remetentes autorizados",
            "nao aceita mensagens externas", "nao aceita emails externos", "confirmacao de remetente",
        ],
        not: &["o grupo que voce tentou"],
        examples: &[
            ex("550 5.7.1 Sua mensagem não pode ser entregue porque a entrega para este endereço é restrita."),
            ex("550 5.7.1 Você não tem permissão para enviar mensagens a esta lista"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "dominio desconhecido", "dominio inexistente", "dominio nao existe", "dominio * nao existe",
            "dominio nao encontrado", "dominio * nao encontrado", "dominio * nao foi encontrado",
            "host desconhecido", "servidor desconhecido", "maquina desconhecida", "sem registro mx", "nao possui mx",
            "nao tem mx", "servidor de destino nao encontrado",
        ],
        not: &["remetente"],
        examples: &[ex("550 5.1.2 Domínio não existe"), ex("O domínio example.com não existe")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay negado", "relay nao permitido", "relay nao autorizado", "relay proibido", "relay bloqueado",
            "retransmissao negada", "retransmissao nao permitida", "encaminhamento nao permitido",
            "encaminhamento negado", "nao e permitido relay", "reencaminhamento * negado", "nao e permitido * relay",
        ],
        examples: &[ex("554 5.7.1 Relay não permitido")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "autenticacao necessaria", "autenticacao requerida", "autenticacao obrigatoria", "requer autenticacao",
            "exige autenticacao", "necessario autenticar", "necessario autenticacao", "necessaria autenticacao",
            "falha na autenticacao", "falha de autenticacao", "erro de autenticacao", "autenticacao falhou",
            "autentique-se", "senha incorreta", "senha invalida", "nao autenticado",
        ],
        examples: &[ex("530 5.7.0 É necessário autenticar: autenticação requerida")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "endereco do remetente", "endereco de remetente", "remetente invalido", "remetente desconhecido",
            "remetente inexistente", "remetente nao existe", "remetente * nao existe", "dominio do remetente",
            "dominio remetente", "remetente incorreto",
        ],
        not: &["bloquead", "lista negra"],
        examples: &[ex("553 5.1.8 O domínio do remetente não existe")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "usuario desconhecido", "usuario * desconhecido", "usuario inexistente", "usuario * inexistente",
            "usuario nao existe", "usuario * nao existe", "usuario nao encontrado", "usuario * nao encontrado",
            "usuario invalido", "usuario nao cadastrado", "utilizador desconhecido", "utilizador inexistente",
            "utilizador nao existe", "utilizador nao encontrado", "destinatario desconhecido",
            "destinatario * desconhecido", "destinatario inexistente", "destinatario * inexistente",
            "destinatario nao existe", "destinatario * nao existe", "destinatario nao encontrado",
            "destinatario invalido", "endereco desconhecido", "endereco inexistente", "endereco nao existe",
            "endereco * nao existe", "endereco nao encontrado", "endereco * nao encontrado",
            "endereco * nao pode ser encontrado", "endereco * nao foi encontrado", "endereco de email inserido nao",
            "nao foi possivel encontrar o endereco", "nao foi possivel localizar o endereco", "nao existe usuario",
            "nao existe utilizador", "nao ha usuario", "nao ha caixa postal", "nenhum usuario",
            "caixa postal inexistente", "caixa postal nao existe", "caixa postal * nao existe",
            "caixa postal invalida", "caixa postal desconhecida", "caixa postal nao encontrada",
            "caixa de correio inexistente", "caixa de correio nao existe", "caixa de correio nao encontrada",
            "conta inexistente", "conta nao existe", "conta * nao existe", "conta de email inexistente",
            "conta nao encontrada", "conta invalida", "email inexistente", "e-mail inexistente", "email nao existe",
            "e-mail nao existe", "endereco para desconhecido", "o grupo que voce tentou",
            "o grupo que tentou contactar", "nao existe"],
        not: &["remetente"],
        examples: &[
            ex("550 5.1.1 Usuario desconhecido"),
            ex("550 Conta inexistente"),
            ex("550 5.1.1 Caixa postal inexistente"),
            ex("O endereço de email inserido não pôde ser encontrado. Verifique o endereço do destinatário."),
            ex("Endereço não encontrado. Sua mensagem não foi entregue porque o endereço não foi encontrado ou não pode receber e-mails."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "endereco invalido", "endereco * invalido", "endereco mal formado", "endereco malformado",
            "endereco incorreto", "email invalido", "e-mail invalido", "formato do endereco", "sintaxe do endereco",
            "sintaxe * endereco",
        ],
        not: &["remetente", "endereco ip"],
        examples: &[ex("553 5.1.3 Endereço inválido")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "remetente bloqueado", "remetente esta bloqueado", "remetente * bloqueado", "remetente rejeitado",
            "remetente recusado", "remetente * lista negra", "bloqueado pelo destinatario",
            "rejeitado pelo destinatario", "recusado pelo destinatario", "recusada pelo destinatario",
            "destinatario bloqueou", "destinatario nao deseja", "destinatario nao aceita", "destinatario recusou",
            "seu endereco * bloqueado", "seu dominio * bloqueado",
        ],
        examples: &[ex("550 5.7.1 Remetente bloqueado pelo destinatário")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "considerada spam", "considerada como spam", "considerado spam", "considerado como spam",
            "identificada como spam", "identificado como spam", "identificada como * spam", "detectada como spam",
            "detectado como spam", "classificada como spam", "classificado como spam", "marcada como spam",
            "rejeitada por spam", "bloqueada por spam", "recusada por spam", "recusada como spam", "parece spam",
            "parece ser spam", "possivel spam", "suspeita de spam", "suspeito de spam", "lixo eletronico",
            "mensagem nao solicitada", "mensagem indesejada", "filtro antispam", "filtro anti-spam",
            "filtro de spam", "conteudo de spam", "sistema anti-spam", "sistema antispam", "spam detectado",
        ],
        examples: &[
            ex("550 5.7.1 Mensagem classificada como SPAM"),
            ex("554 Mensagem bloqueada por suspeita de spam"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "anexo nao permitido", "anexo * nao permitido", "anexos nao permitidos", "anexo proibido",
            "anexo bloqueado", "anexo * bloqueado", "arquivo anexo * permitido", "arquivo nao permitido",
            "tipo de arquivo", "tipo de ficheiro", "extensao nao permitida", "extensao * nao permitida",
            "extensao proibida", "extensao bloqueada", "conteudo nao permitido", "conteudo proibido",
            "conteudo bloqueado", "conteudo rejeitado", "conteudo * bloqueado", "conteudo improprio",
        ],
        examples: &[ex("554 5.7.1 Anexo não permitido (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "requer tls", "exige tls", "tls obrigatorio", "tls necessario", "conexao segura", "ligacao segura",
            "requer criptografia", "certificado * expirado", "certificado * invalido",
        ],
        examples: &[ex("530 Requer criptografia")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "loop de e-mail", "loop de email", "loop detectado", "ciclo de correio", "muitos saltos",
            "numero de saltos", "excesso de saltos",
        ],
        examples: &[ex("554 5.4.6 Loop de email: muitos saltos")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "parou de tentar", "desistiu de tentar", "tentativas de entrega", "tempo de entrega", "mensagem expirou",
            "mensagem expirada", "muito tempo na fila", "tempo maximo na fila",
        ],
        examples: &[ex("O Microsoft Exchange tentou entregar esta mensagem sem sucesso e parou de tentar.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "nao foi possivel conectar", "nao foi possivel estabelecer", "impossivel conectar", "falha na conexao",
            "falha ao conectar", "conexao recusada", "conexao perdida", "conexao interrompida", "conexao encerrada",
            "conexao expirou", "ligacao recusada", "tempo esgotado", "tempo de conexao", "tempo limite",
            "servidor nao responde", "servidor * nao responde", "servidor inacessivel",
        ],
        examples: &[ex("Não foi possível conectar a mail.example.com: tempo esgotado")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "espaco insuficiente", "espaco em disco insuficiente", "disco cheio", "sem espaco em disco",
            "armazenamento insuficiente", "falta de espaco",
        ],
        examples: &[ex("452 4.3.1 Espaço em disco insuficiente no servidor")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-server-error",
        cause: Cause::ServerError,
        says: &[
            "erro interno", "erro de sistema", "erro do sistema", "erro temporario", "falha temporaria",
            "problema temporario", "erro local", "erro de configuracao", "servico indisponivel",
            "servico nao disponivel", "servico temporariamente", "temporariamente indisponivel",
            "servidor indisponivel", "servidor ocupado", "servidor sobrecarregado", "sistema indisponivel",
            "em manutencao", "tente mais tarde", "tente novamente mais tarde",
        ],
        examples: &[ex("451 4.3.0 Erro temporário, tente novamente mais tarde")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pt-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "rejeitada por politica", "rejeitada pela politica", "rejeitado pela politica", "recusada por politica",
            "bloqueada por politica", "politica de seguranca", "politicas de seguranca", "politica local",
            "por motivos de seguranca", "por razoes de seguranca", "viola * politica", "acesso negado",
        ],
        examples: &[ex("550 5.7.1 Mensagem rejeitada pela política de segurança")],
        source: SOURCE,
        ..RULE
    },
];
