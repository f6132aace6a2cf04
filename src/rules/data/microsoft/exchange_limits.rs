//! Exchange Online: limits, throttling and moments when it is busy.
//!
//! Pages: <https://learn.microsoft.com/en-us/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits>.

use super::{CLOUD, NDR};
use crate::names::code::{any, st, st_range};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const LIMITS: &str = "https://learn.microsoft.com/en-us/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-online-daily-recipient-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &["reached your daily limit for message recipients", "reached your daily limit"],
        codes: &[st(5, 1, 90)],
        summary: "Your account has written to more recipients today than it may.",
        steps: &[
            "Wait until the limit is over, a day at most, and write to fewer recipients.",
            "Change the password, remove unknown forwarding rules, and tell your mail administrator, if it was not you.",
        ],
        links: &[LIMITS],
        examples: &[ex(
            "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-daily-recipient-limit-code",
        cause: Cause::SendingQuotaExceeded,
        codes: &[st(5, 1, 90)],
        summary: "Your account has written to more recipients today than it may.",
        steps: &["Wait until the limit is over, a day at most, and write to fewer recipients."],
        links: &[LIMITS],
        examples: &[ex("550 5.1.90 Limit reached")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-tenant-external-limit",
        cause: Cause::SendingQuotaExceeded,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "tenant external recipient rate limit",
            "tenant has exceeded its daily limit",
            "tenant exceeded its daily limit",
        ],
        summary: "The whole organization has written to more outside recipients within 24 hours than it may.",
        steps: &[
            "Wait until the number within the last 24 hours falls below the limit.",
            "Find the senders of bulk mail in the report on the tenant's outbound external recipients, and move them to a mailing service.",
            "Change a trial subscription into a paid one, whose limit is higher.",
        ],
        links: &[LIMITS],
        examples: &[
            ex(
                "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit).",
            ),
            ex(
                "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit)",
            ),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-tenant-external-limit-code",
        cause: Cause::SendingQuotaExceeded,
        owner: Some(Owner::SenderAdmin),
        codes: &[st_range(5, 7, 232, 233), st(5, 7, 236)],
        summary: "The whole organization has written to more outside recipients within 24 hours than it may.",
        steps: &[
            "Wait until the number within the last 24 hours falls below the limit, and move bulk mail to a mailing service.",
        ],
        links: &[LIMITS],
        examples: &[ex("550 5.7.233 Limit exceeded")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-hourly-limit-of-sender",
        cause: Cause::RateLimited,
        owner: Some(Owner::Sender),
        says: &[
            "exceeded the limit for the number of messages they can send to this recipient per hour",
            "per hour message receive limit from specific sender",
        ],
        summary: "{sender} sent {address} more messages within an hour than Exchange Online allows to one sender.",
        steps: &["Wait an hour.", "Let the program that writes so often gather its notices in fewer messages."],
        links: &[LIMITS],
        examples: &[
            ex(
                "554 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653. [AA1.prod.outlook.com 2025-01-01]",
            ),
            ex("550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-hourly-limit-of-sender-code",
        cause: Cause::RateLimited,
        owner: Some(Owner::Sender),
        codes: &[any(2, 121)],
        summary: "{sender} sent {address} more messages within an hour than Exchange Online allows to one sender.",
        steps: &["Wait an hour, and send this recipient fewer messages."],
        links: &[LIMITS],
        examples: &[ex("554 5.2.121 Limit exceeded")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-hourly-limit-of-recipient",
        cause: Cause::RecipientRateLimited,
        says: &[
            "the recipient has exceeded their limit for the number of messages they can receive per hour",
            "per hour message receive limit exceeded",
        ],
        summary: "The mailbox behind {address} got more messages within an hour than Exchange Online allows.",
        steps: &[
            "Wait an hour and send the message again.",
            "Lower the number of messages per hour of programs of yours that write to this mailbox, if there are any.",
        ],
        links: &[LIMITS],
        examples: &[
            ex(
                "554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653.",
            ),
            ex("550 5.2.122 Recipient's per hour message receive limit exceeded"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-hourly-limit-of-recipient-code",
        cause: Cause::RecipientRateLimited,
        codes: &[any(2, 122)],
        summary: "The mailbox behind {address} got more messages within an hour than Exchange Online allows.",
        steps: &["Wait an hour and send the message again."],
        links: &[LIMITS],
        examples: &[ex("554 5.2.122 Limit exceeded")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-organization-queue-quota",
        cause: Cause::RecipientRateLimited,
        says: &["organization queue quota exceeded"],
        summary: "The organization behind {domain} is getting mail faster than Exchange Online passes it on.",
        steps: &["Wait: the sending server tries again by itself."],
        examples: &[ex("450 4.7.3 Organization queue quota exceeded. [outlook.com]")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-online-server-busy",
        cause: Cause::RateLimited,
        says: &["server busy. please try again later from", "access denied, please try again later"],
        summary: "Exchange Online takes mail from {ip} more slowly for now, because its traffic looks unusual.",
        steps: &[
            "Wait: the restriction is lifted by itself if the traffic is sound, and the sending server tries again.",
            "Send less at once from {ip}, and warm a new address up over some weeks.",
            "Look for taken-over accounts if the volume is not yours.",
        ],
        links: &[fix!("fix-error-code-451-4-7-500-699-asxxx-in-exchange-online")],
        examples: &[
            ex("451 4.7.500 Server busy. Please try again later from [192.0.2.25]. (AS761)"),
            ex(
                "451 4.7.500 Server busy. Please try again later from [192.0.2.25]. (S77714) [AA1PEPF000000.eurprd03.prod.outlook.com 2025-09-06T02:41:15.886Z 08DD000000000000]",
            ),
            ex("451 4.7.501 Access denied, please try again later"),
            ex("451 4.7.850 Access denied, please try again later"),
        ],
        source: "Microsoft: NDR 451 4.7.500-699 (ASxxx)",
        ..RULE
    },
    Rule {
        id: "exchange-online-pfa-busy",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        says: &["pfa agent busy"],
        summary: "A filter of Exchange Online was busy for a moment.",
        steps: &["Wait: the sending server tries again by itself."],
        examples: &[ex("451 4.7.700 PFA agent busy, please try again. [AA1.prod.protection.outlook.com]")],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-throttled-code",
        cause: Cause::RateLimited,
        codes: &[st_range(4, 7, 500, 699), st_range(4, 7, 850, 899)],
        summary: "Exchange Online takes mail from {ip} more slowly for now, because its traffic looks unusual.",
        steps: &[
            "Wait: the restriction is lifted by itself if the traffic is sound, and the sending server tries again.",
            "Send less at once from {ip}.",
        ],
        links: &[fix!("fix-error-code-451-4-7-500-699-asxxx-in-exchange-online")],
        examples: &[ex("451 4.7.500 Access denied")],
        source: "Microsoft: NDR 451 4.7.500-699 (ASxxx)",
        ..RULE
    },
    Rule {
        id: "exchange-concurrent-connections",
        cause: Cause::RateLimited,
        says: &[
            "the maximum number of concurrent connections",
            "the maximum number of concurrent server connections",
            "message submission rate for this client has exceeded the configured limit",
            "message size limit for this connection reached",
        ],
        summary: "The sending server opened more connections or sent faster than the Exchange server allows.",
        steps: &[
            "Limit the number of connections that the sending server opens to {domain} at once.",
            "Raise MaxInboundConnectionPerSource or MessageRateLimit of the receive connector, if both servers are yours.",
        ],
        links: &["https://learn.microsoft.com/en-us/exchange/mail-flow/message-rate-limits"],
        examples: &[
            ex(
                "421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. example.com. PRX8 [example.com]",
            ),
            ex("421 4.4.2 Message submission rate for this client has exceeded the configured limit"),
            ex(
                "421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel PRX7",
            ),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-sender-recipient-throttled",
        cause: Cause::RateLimited,
        says: &["excessive message rate from sender to recipient"],
        summary: "{sender} wrote to {address} too often in a short time.",
        examples: &[ex("450 4.5.0 Message rejected. Excessive message rate from sender to recipient.")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-online-too-many-recipients",
        cause: Cause::TooManyRecipients,
        owner: Some(Owner::SenderAdmin),
        says: &["too many recipients"],
        by: CLOUD,
        summary: "The sending server gave Exchange Online more recipients in one go than it takes.",
        steps: &[
            "Let the sending server split the message into deliveries of at most 200 recipients of one domain each.",
        ],
        links: &[LIMITS],
        examples: &[ex_by("452 4.5.3 Too many recipients", "example-com.mail.protection.outlook.com")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-too-many-recipients-in-session",
        cause: Cause::TooManyRecipients,
        owner: Some(Owner::SenderAdmin),
        says: &["too many recipients"],
        like: Some(r"^[0-9. -]*too many recipients[. ]*(\[|\(|$)"),
        codes: &[st(4, 5, 3)],
        summary: "The sending server gave the receiving one more recipients in one go than it takes.",
        steps: &["Let the sending server split the message into deliveries of at most 100 recipients each."],
        examples: &[ex("452 4.5.3 Too many recipients")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-online-outdated-server",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["connecting exchange server version is out-of-date", "exchange server version is out-of-date"],
        summary: "Your Exchange server on premises is so old that Exchange Online slows down or blocks its mail.",
        steps: &[
            "Update or replace the Exchange server that connects to Exchange Online.",
            "Ask in the Exchange admin center (report on out-of-date connecting servers) for a pause of the enforcement if you need more time.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/blocking-out-of-date-exchange-servers",
        ],
        examples: &[
            ex(
                "550 5.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online blocked for 60 mins/hr.",
            ),
            ex(
                "450 4.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online throttled for 5 mins/hr.",
            ),
        ],
        source: "Microsoft: Transport-based enforcement",
        ..RULE
    },
    // Busy moments.
    Rule {
        id: "exchange-online-wrong-region",
        cause: Cause::ServerError,
        says: &["mail sent to the wrong office 365 region", "wrong office 365 region"],
        summary: "The mail for {domain} went to another region of Microsoft 365 than the one that holds it.",
        steps: &[
            "Set the MX record of {domain}, or the smart host that leads there, to the host that the Microsoft 365 admin center shows for the domain.",
        ],
        links: &["https://go.microsoft.com/fwlink/?linkid=865268"],
        examples: &[ex(
            "451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to https://go.microsoft.com/fwlink/?linkid=865268",
        )],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-no-mail-subscription",
        cause: Cause::RelayDenied,
        says: &["no mail-enabled subscriptions"],
        summary: "{domain} points to Microsoft 365, but its organization has no subscription with mail.",
        steps: &[
            "Check in the Microsoft 365 admin center that the subscription with Exchange Online is paid and assigned.",
            "Point the MX record of {domain} to the server that really holds the mailboxes if it is not Microsoft.",
        ],
        links: &[NDR],
        examples: &[
            ex(
                "550 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5",
            ),
            ex(
                "451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5 [AA1FT037.eop-EUR02.prod.protection.outlook.com]",
            ),
        ],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-temporary-error",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        says: &[
            "temporary server error. please try again later",
            "unable to fetch attribution data",
            "no healthy secondary server available",
            "message failed to be replicated",
            "message failed to be made redundant",
            "the proxy layer is discarding data",
            "no proxy destinations could be obtained",
            "message not proxied",
            "temporary local error initializing data",
            "temporary server network configuration error",
            "unsuccessful due to temporary server error",
        ],
        summary: "The receiving server had a passing fault of its own.",
        steps: &[
            "Wait: the sending server tries again by itself.",
            "Look at the service health page of the receiving system if it lasts for hours.",
        ],
        examples: &[
            ex("451 4.7.0 Temporary server error. Please try again later. PRX4 NextHop: example.com [example.com]"),
            ex("451 4.3.2 Temporary server error. Please try again later ATTR17 [outlook.com]"),
            ex(
                "451 4.4.0 Message failed to be replicated: No healthy secondary server available to accept replica at this time. [outlook.com]",
            ),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
];
