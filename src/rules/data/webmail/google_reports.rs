//! What Gmail says in the reports that it writes itself, about other servers or before any server was reached,
//! and the notices of Google Groups. See <https://support.google.com/mail/answer/6596> and
//! <https://support.google.com/groups/answer/2464926>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const BOUNCED: &str = "https://support.google.com/mail/answer/6596";
const GROUPS: &str = "https://support.google.com/groups/answer/2464926";

pub(super) const RULES: &[Rule] = &[
    // DNS, in the words of Gmail's resolver.
    Rule {
        id: "gmail-dns-null-mx",
        cause: Cause::DomainRefusesMail,
        permanence: Some(Permanence::Permanent),
        says: &[
            "doesn't receive email according to the administrator",
            "dns error: * null mx",
            "email according to the administrator: returned null mx",
        ],
        summary: "The DNS of {domain} states that the domain takes no mail at all.",
        steps: &[
            "Check {domain} for a typing error; domains kept only for the web often refuse mail this way.",
            "Ask the recipient for an address in another domain.",
        ],
        links: &["https://www.rfc-editor.org/info/rfc7505"],
        examples: &[ex(
            "DNS Error: 10000001 DNS type 'mx' lookup of example.com responded with code NOERROR The domain example.com doesn't receive email according to the administrator: returned Null MX https://www.rfc-editor.org/info/rfc7505",
        )],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-dns-servfail",
        cause: Cause::DnsFailure,
        says: &[
            "dns error: * responded with code servfail",
            "dns error: * responded with code refused",
            "dns error: * responded with code formerr",
            "dns error: * responded with code notauth",
            "dns error: dns server returned general failure",
            "dns error: could not contact dns servers",
            "dns error: dns server returned answer with no data",
            "dns error: * timed out",
            "dns error: * timeout",
            "dns error: dns server returned",
        ],
        summary: "The name servers of {domain} did not answer properly, so its mail server could not be found.",
        steps: &[
            "Check that every name server in the delegation of {domain} answers for the domain, and that its DNSSEC signatures are valid.",
            "Check that the MX records name hosts that resolve.",
        ],
        links: &["https://toolbox.googleapps.com/apps/checkmx/", "https://dnsviz.net/"],
        examples: &[
            ex(
                "DNS Error: 11287318 DNS type 'mx' lookup of example.com responded with code SERVFAIL 11287318 DNS type 'mx' lookup of example.com had no relevant answers.",
            ),
            ex("DNS Error: DNS server returned general failure"),
        ],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-dns-no-domain",
        cause: Cause::DomainNotFound,
        permanence: Some(Permanence::Permanent),
        says: &[
            "dns error: * responded with code nxdomain",
            "dns error: * responded with code noerror",
            "dns error: * had no relevant answers",
            "dns error: * domain name not found",
            "dns error: domain name not found",
            "lookup of * responded with code nxdomain",
            "lookup of * had no relevant answers",
        ],
        summary: "The domain {domain} does not exist or has no mail server.",
        steps: &[
            "Check {domain} letter by letter for a typing error.",
            "Ask the recipient for the right address, or tell the owner of {domain} that its MX record is missing.",
        ],
        links: &["https://toolbox.googleapps.com/apps/checkmx/"],
        examples: &[
            ex(
                "DNS Error: 10000002 DNS type 'mx' lookup of example.org responded with code NXDOMAIN Domain name not found: example.org",
            ),
            ex(
                "DNS Error: 10000003 DNS type 'mx' lookup of example.net responded with code NOERROR 10000003 DNS type 'mx' lookup of example.net had no relevant answers.",
            ),
            ex("DNS Error: Address resolution of mx.example.com. failed: Domain name not found"),
        ],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-dns-error",
        cause: Cause::DnsFailure,
        says: &["dns error: address resolution of", "dns error: "],
        summary: "The mail server of {domain} could not be found in DNS.",
        links: &["https://toolbox.googleapps.com/apps/checkmx/"],
        examples: &[ex(
            "DNS Error: Address resolution of mx.example.com. failed: DNS type 'aaaa' lookup of mx.example.com. failed",
        )],
        source: BOUNCED,
        ..RULE
    },
    // No answer.
    Rule {
        id: "gmail-tls-negotiation",
        cause: Cause::TlsFailure,
        owner: Some(Owner::RecipientAdmin),
        says: &[
            "tls negotiation failed: failed_precondition",
            "tls negotiation failed, the certificate",
            "failed_precondition: starttls",
        ],
        summary: "Gmail and the server of {domain} could not agree on an encrypted connection.",
        steps: &[
            "Check the certificate of the mail server of {domain}: it must be valid, complete with its chain, and name the MX host.",
            "Offer TLS 1.2 or newer.",
            "Compare the MX hosts with the MTA-STS policy of {domain} if there is one.",
            "Check the server and port in Gmail's Send mail as settings if the message went through such an account.",
        ],
        links: &["https://support.google.com/a/answer/9261504"],
        examples: &[ex(
            "TLS Negotiation failed: FAILED_PRECONDITION: starttls error (71): 140165272:error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
        )],
        source: "https://support.google.com/mail/answer/22370",
        ..RULE
    },
    Rule {
        id: "gmail-no-connection",
        cause: Cause::ConnectionFailed,
        says: &[
            "recipient server did not accept our requests to connect",
            "did not accept our requests to connect",
            "server * accept our connect request",
            "couldn't connect to the recipient's server",
        ],
        summary: "Gmail could not open a connection to the mail server of {domain}.",
        steps: &[
            "Check that the mail server of {domain} runs and that a firewall lets port 25 through from Google's addresses.",
            "Check that the MX records of {domain} name the right hosts.",
        ],
        links: &["https://support.google.com/mail/answer/7720", "https://toolbox.googleapps.com/apps/checkmx/"],
        examples: &[ex(
            "The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.example.com. 192.0.2.222: timed out]",
        )],
        source: "https://support.google.com/mail/answer/7720",
        ..RULE
    },
    // Send mail as.
    Rule {
        id: "gmail-send-mail-as-no-auth",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &[
            "smtp server does not advertise auth",
            "does not advertise auth capability",
            "unspecified error (sent_",
        ],
        summary: "The outgoing server set up under Gmail's Send mail as does not let Gmail log in on that port.",
        steps: &[
            "Open Gmail's Settings, Accounts and Import, Send mail as, and edit the entry of the address used.",
            "Enter the provider's outgoing server with port 587 and TLS or port 465 and SSL, and the login of that account.",
            "Ask the provider of {sender_domain} for the right server name when logging in still fails.",
        ],
        links: &["https://support.google.com/mail/answer/22370"],
        examples: &[ex("Unspecified Error (SENT_SECOND_EHLO): Smtp server does not advertise AUTH capability")],
        source: "https://support.google.com/mail/answer/22370",
        ..RULE
    },
    Rule {
        id: "gmail-send-mail-as",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &[
            "'send mail as' account are misconfigured",
            "\"send mail as\" account are misconfigured",
            "settings for your * send mail as * misconfigured",
        ],
        summary: "The account set up under Gmail's Send mail as no longer works.",
        steps: &[
            "Open Gmail's Settings, Accounts and Import, Send mail as, and edit the entry of the address used.",
            "Enter the server, port and current password of that account again.",
        ],
        links: &["https://support.google.com/mail/answer/22370"],
        examples: &[ex(
            "You're sending this from a different address using the 'Send mail as' feature. The settings for your 'Send mail as' account are misconfigured or out of date. Check those settings and try resending.",
        )],
        source: "https://support.google.com/mail/answer/22370",
        ..RULE
    },
    // Google Groups.
    Rule {
        id: "google-groups-spam",
        cause: Cause::SpamContent,
        says: &["your email to group * was rejected due to spam", "group * rejected due to spam classification"],
        summary: "Google Groups judged the message to the group {address} to be spam.",
        steps: &[
            "Ask an owner of the group to add the sender as a member or to have suspicious messages moderated instead of rejected.",
            "Set up SPF, DKIM and DMARC for {sender_domain}.",
        ],
        links: &[GROUPS],
        examples: &[ex(
            "Your email to group staff@example.com was rejected due to spam classification. To address this issue: * Contact the owner of the group, who can choose to enable message moderation instead of bouncing these emails.",
        )],
        source: GROUPS,
        ..RULE
    },
    Rule {
        id: "google-groups-no-group-or-permission",
        cause: Cause::RecipientUnknown,
        says: &[
            "group you tried to contact * may not exist",
            "may not have permission to post messages to the group",
            "連絡しようとしたグループ",
            "グループにメッセージを投稿する権限",
            "die gruppe, die sie kontaktieren mochten",
            "el grupo con el que has intentado ponerte en contacto",
            "el grupo con el que intentaste comunicarte",
            "le groupe que vous avez essaye de contacter",
            "il gruppo che hai cercato di contattare",
            "o grupo com o qual voce tentou entrar em contato",
            "o grupo que tentou contactar",
            "de groep waarmee u contact probeert op te nemen",
            "de groep * contact probeerde op te nemen",
            "группа, с которой вы пытались связаться",
            "группы, с которой вы пытались связаться",
            "группа, в которую вы пытались",
            "grupa, z ktora probujesz sie skontaktowac",
            "grupa, z ktora probowano",
            "iletisim kurmaya calistiginiz grup",
            "المجموعة * التي حاولت الاتصال بها",
            "أن المجموعة",
            "समूह से संपर्क",
            "您試圖聯絡的",
            "您嘗試聯絡的",
            "您尝试联系的群组",
            "您尝试联系的论坛",
            "연락하려는 그룹",
            "gruppen som du forsokte kontakta",
            "gruppen du forsogte at kontakte",
            "skupina, kterou se pokousite kontaktovat",
        ],
        summary: "The Google group {address} does not exist, or the sender may not post to it; Google does not tell which.",
        steps: &[
            "Check the name of the group in {address} for typing errors.",
            "Join the group, or write from the address that is its member.",
            "Ask an owner of the group to allow messages from people outside: in Groups settings, Who can post.",
        ],
        links: &[GROUPS],
        examples: &[
            ex(
                "We're writing to let you know that the group you tried to contact (example-team) may not exist, or you may not have permission to post messages to the group. A few more details on why you weren't able to post:",
            ),
            ex(
                "Sie erhalten diese E-Mail, weil die Gruppe, die Sie kontaktieren möchten (example), möglicherweise nicht vorhanden ist bzw. Sie nicht die erforderlichen Berechtigungen haben.",
            ),
            ex(
                "連絡しようとしたグループ（example）が存在しないか、グループにメッセージを投稿する権限がない可能性があります。",
            ),
            ex("我們謹此通知，您試圖聯絡的「example」群組可能不存在，或者您沒有在此群組張貼留言的權限。"),
        ],
        source: GROUPS,
        ..RULE
    },
    Rule {
        id: "google-groups-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "not have permission to post messages to this group",
            "is not accepting messages from",
            "group doesn't accept posts",
            "the group * only accepts messages from people",
        ],
        by: &["googlegroups.com", "google.com"],
        summary: "The Google group {address} takes messages only from certain people.",
        steps: &["Open the group's settings and set Who can post as wanted, or add the sender as a member."],
        links: &[GROUPS],
        examples: &[ex_by(
            "The Google group example-team@googlegroups.com: you do not have permission to post messages to this group.",
            "gmr-mx.google.com",
        )],
        source: GROUPS,
        ..RULE
    },
    // The friendly text of Gmail's reports, for reports in which nothing else is stated.
    Rule {
        id: "gmail-report-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &["because the domain * couldn't be found", "because the domain * could not be found"],
        summary: "The domain {domain} does not exist or has no mail server.",
        links: &[BOUNCED],
        examples: &[ex(
            "Your message wasn't delivered to joe@example.net because the domain example.net couldn't be found. Check for typos or unnecessary spaces and try again.",
        )],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-report-address-not-found",
        cause: Cause::RecipientUnknown,
        says: &[
            "because the address couldn't be found",
            "the address couldn't be found, or is unable to receive",
            "address couldn't be found. check for typos",
        ],
        summary: "Gmail reports that the address {address} does not exist or cannot receive mail.",
        steps: &[
            "Check {address} for typing errors and blanks.",
            "Ask the recipient for the current address another way.",
        ],
        links: &[BOUNCED],
        examples: &[
            ex(
                "Your message wasn't delivered to joe@example.it because the address couldn't be found. Check for typos or unnecessary spaces and try again.",
            ),
            ex(
                "Your message wasn't delivered to joe@example.com because the address couldn't be found, or is unable to receive mail.",
            ),
        ],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-report-misconfigured",
        cause: Cause::ServerError,
        says: &["because the remote server is misconfigured"],
        examples: &[ex(
            "Your message wasn't delivered to joe@example.com because the remote server is misconfigured. See the technical details below for more information.",
        )],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-report-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "your message couldn't be delivered * because it's too large",
            "message * exceeds the size limit for the recipient",
        ],
        links: &["https://support.google.com/mail/answer/6584"],
        examples: &[ex(
            "Your message couldn't be delivered to joe@example.com because it's too large. See the technical details below.",
        )],
        source: BOUNCED,
        ..RULE
    },
    Rule {
        id: "gmail-report-storage-quota",
        cause: Cause::MailboxFull,
        says: &["storage quota exceeded"],
        by: &["google.com", "gmail.com", "googlemail.com"],
        links: &["https://support.google.com/drive/answer/6374270"],
        examples: &[ex("Storage quota exceeded https://support.google.com/mail/answer/6374270")],
        source: BOUNCED,
        ..RULE
    },
];
