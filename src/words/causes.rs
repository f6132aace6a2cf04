//! The default words for every cause: what it means, what the owner of the fix does, and a text to
//! send on to whoever can fix it when the reader cannot.
//!
//! Rules that know more bring their own summary and steps; these are what everything else falls back on.
//! Placeholders are those of [`crate::words`]; each sentence must also read well when a placeholder is
//! replaced by a noun phrase such as "the recipient's domain". `explain` has none: it is read without a message.

use crate::names::terms::{Cause, Owner};

/// The default words for one cause.
#[derive(Clone, Copy, Debug)]
pub struct CauseText {
    /// Which cause.
    pub cause: Cause,
    /// Two to five words, as for a heading.
    pub title: &'static str,
    /// One sentence: what happened. Placeholders allowed.
    pub summary: &'static str,
    /// What it means and why it happens, for `whybounce explain`.
    pub explain: &'static str,
    /// Steps in the order to try them, for each owner that is plausible; the default owner stands first.
    pub steps: &'static [(Owner, &'static [&'static str])],
    /// A short text for the sender to send on to the one who can fix it; empty when the sender is the owner
    /// or when nobody has to do anything. What stands in square brackets is left out where a name in it is not known.
    /// Whoever shows it should add the server's reply below it, word for word.
    pub tell: &'static str,
    /// Pages that stay.
    pub links: &'static [&'static str],
}

impl CauseText {
    /// The steps for this owner, or `None` when the cause has none for them.
    #[must_use]
    pub fn steps_of(&self, owner: Owner) -> Option<&'static [&'static str]> {
        self.steps.iter().find(|(o, _)| *o == owner).map(|(_, steps)| *steps)
    }

    /// The steps for this owner, or those for the default owner.
    #[must_use]
    pub fn steps_for(&self, owner: Owner) -> &'static [&'static str] {
        self.steps_of(owner).or_else(|| self.steps_of(self.cause.default_owner())).unwrap_or(&[])
    }
}

impl CauseText {
    /// The title as it stands inside a sentence: "DNS" keeps its capitals.
    #[must_use]
    pub fn in_text(&self) -> String {
        let mut chars = self.title.chars();
        match (chars.next(), chars.next()) {
            (Some(first), Some(second)) if !second.is_uppercase() => {
                first.to_lowercase().chain([second]).chain(chars).collect()
            }
            _ => self.title.to_string(),
        }
    }
}

/// The words for this cause.
#[must_use]
pub fn text(cause: Cause) -> &'static CauseText {
    // `CAUSES` holds every cause in the order of the declaration; a test says so.
    &CAUSES[cause as usize]
}

/// One entry for each cause, in the order of [`Cause::ALL`].
pub static CAUSES: &[CauseText] = &[
    // ---- Address ----
    CauseText {
        cause: Cause::RecipientUnknown,
        title: "No such mailbox",
        summary: "No mailbox exists for {address}.",
        explain: "The receiving server knows the domain but no mailbox of that name. \
                  Mostly the address is mistyped or out of date, or the person has left and the mailbox was deleted. \
                  Sometimes the address is right and the receiving side has not created it, or has lost it after a move to \
                  another mail system.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Compare {address} letter by letter with the address that the recipient gave you: look for a missing \
                     dot, swapped letters, a wrong ending such as .com in place of .org.",
                    "Type the address afresh in a new message, and delete the suggestion that your mail program fills in: \
                     it may be an old one.",
                    "Ask the recipient by phone or chat for the present address if it looks right.",
                    "Correct the entry in your address book and mailing lists, and do not send to the old address again.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Search your user directory for {address}, including aliases, groups and shared mailboxes.",
                    "Create the mailbox or add {local} as an alias if the address ought to exist.",
                    "Check that the server that refused knows all current addresses: look at the recipient list of the \
                     gateway, at the last directory synchronisation and at its errors.",
                    "Check with `dig MX {domain}` that the domain's MX records name the mail system on which the mailbox \
                     lives, above all after a migration.",
                    "Test with `swaks --to {address} --quit-after RCPT` against each MX host: each must answer 250.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Find out where the address comes from: an address list, a distribution group, an alias or a \
                     forwarding rule on your side.",
                    "Correct or remove {address} there.",
                    "Check that your server does not take {domain} for one of its own domains: a local or internal relay \
                     entry for it makes your server refuse addresses that exist elsewhere.",
                    "Set your mailing software to stop sending to an address after such a refusal.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Find the forwarding rule, alias or list entry that points to {address}.",
                    "Ask the person it belongs to for a current address.",
                    "Change the target, or switch the forwarding off so that mail stays in the first mailbox.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::RecipientAddressInvalid,
        title: "Address not valid",
        summary: "The address {address} is not written in a form that the mail server accepts.",
        explain: "The address itself breaks the rules for mail addresses, or the rules of the receiving system. \
                  Typical reasons are a blank or comma inside it, a missing @ or domain, a trailing dot, angle brackets or \
                  quotes that were copied along, or a name in place of an address.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Look at {address} as it stands in the To, Cc and Bcc lines: it must be one word before the @ and a \
                     domain with at least one dot after it.",
                    "Remove blanks, commas, quotes, brackets, a dot next to the @ or at the end, and invisible characters \
                     that were copied with it.",
                    "Type the address by hand in a new message instead of pasting it, and send to it.",
                    "Correct the entry in your address book or mailing list.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check what your server or application adds to addresses: a default domain, a routing prefix, an \
                     internal address form such as IMCEAEX or a quoted local part.",
                    "Look up in the mail log the exact RCPT TO line that was sent for {address}.",
                    "Correct the rewriting rule or the contact object that produces it, then send again.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check which address form your server refused in its log for {address}.",
                    "Allow it if it is a valid address under RFC 5321, for example with a plus sign or a hyphen.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::RecipientMoved,
        title: "Recipient has moved",
        summary: "The recipient no longer uses {address}.",
        explain: "The receiving server knows that the person has changed address, left the organisation, or that the \
                  domain has been renamed. Some servers name the new address in their reply, others only say that the \
                  old one is closed.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Read the server's reply: it often names the new address or a page with it.",
                    "Ask the recipient, or the organisation's general contact, for the new address when none is given.",
                    "Send the message again to the new address.",
                    "Replace {address} in your address book and mailing lists.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Decide whether mail for {address} is to be forwarded, refused or answered with the new address.",
                    "Set an alias or a forward to the new address if the person still belongs to you.",
                    "Check that the notice your server gives names an address that works.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::DomainNotFound,
        title: "Domain not found",
        summary: "The domain {domain} does not exist or has no mail server.",
        explain: "The part after the @ could not be found in the DNS, the Internet's directory of names, or nothing there \
                  says which server takes its mail. Mostly it is a typing error. A domain can also have expired, or its \
                  owner has removed the record that names the mail server.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Read the part after the @ in {address} slowly: look for a wrong ending (.con, .cmo), a missing \
                     letter or a missing dot.",
                    "Correct the address and send the message again.",
                    "Open the organisation's web site, if the domain looks right, and look for the address it gives now.",
                    "Tell the recipient by phone or chat if the address is right: only the owner of {domain} can repair it.",
                    "Correct the entry in your address book, and do not resend to the same address until then.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check with your registrar that {domain} is still registered and not on hold.",
                    "Run `dig NS {domain}` and `dig MX {domain} @1.1.1.1` from outside your network: both must answer \
                     with names.",
                    "Publish an MX record that names your mail host, and an A or AAAA record for that host.",
                    "Check that the zone is served alike by all its name servers and that DNSSEC is not broken: \
                     `dig MX {domain} +cd` answers where plain `dig` fails if it is.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Run `dig MX {domain}` and `dig A {domain}` on the sending server, and again with `@1.1.1.1`.",
                    "Check the sending server's resolver if the public one finds the domain and yours does not: look for \
                     stale entries, filtering or an internal zone of the same name.",
                    "Check the routing table, smart host or send connector if it names a host that does not exist.",
                    "Flush the queue when names resolve again, for example with `postqueue -f`.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::DomainRefusesMail,
        title: "Domain takes no mail",
        summary: "The domain {domain} states that it takes no mail at all.",
        explain: "The owner of the domain has declared that it receives no mail, with an empty mail-server record (a null \
                  MX) or with a server that turns everything away. Often the address uses a web site's name while the \
                  organisation's mail lives under another domain.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Check the part after the @ in {address} for a typing error.",
                    "Look for another address of the recipient: on the organisation's web site, in an older message or by \
                     phone, because the mail may live under another domain.",
                    "Remove {address} from your address book and lists, and do not resend to it.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Run `dig MX {domain}`: a single record `0 .` means that the domain takes no mail.",
                    "Replace it with an MX record for your mail host if {domain} is meant to receive mail.",
                    "Check that the host named there does not greet with 521 or 554, which also means that it takes no \
                     mail.",
                ],
            ),
        ],
        tell: "",
        links: &["https://www.rfc-editor.org/rfc/rfc7505"],
    },
    // ---- Mailbox ----
    CauseText {
        cause: Cause::MailboxFull,
        title: "Mailbox full",
        summary: "The mailbox of {address} is full and takes no new mail.",
        explain: "The mailbox exists but has used up the space it is allowed. Nothing is wrong with the message or with \
                  the sender. Once the recipient has deleted mail or got more space, the same message will pass. A mailbox \
                  that stays full for weeks is often no longer read.",
        steps: &[
            (
                Owner::Recipient,
                &[
                    "Delete mail that you no longer need, the largest messages first, and look into Sent and Junk as well.",
                    "Empty the Trash or Deleted Items folder: its content counts until then.",
                    "Check whether other things share the space, such as photos or files in the same account.",
                    "Ask your mail provider or administrator for more space if that is not enough.",
                    "Tell the sender when there is room, so that the message can be sent again.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell the recipient by phone, chat or another address that the mailbox of {address} is full.",
                    "Wait for a few days and send the message again: a shorter one without attachments may fit earlier.",
                    "Remove the address from mailing lists if it stays full for weeks.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the quota and the use of the mailbox of {address}.",
                    "Raise the quota or turn on archiving if the mailbox is still in use.",
                    "Look for the cause of the growth: a mail loop, a forgotten report mailer, a filled spam folder that is \
                     never emptied.",
                    "Close the mailbox if nobody reads it any more, so that senders learn it.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check where the forwarding of {address} ends: the mailbox at its target is full.",
                    "Free space there, or change the target.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] came back because that mailbox is full. Could you delete old mail and empty \
               the trash folder, or ask your provider for more space? Let me know when there is room and I will send it \
               again.",
        links: &[],
    },
    CauseText {
        cause: Cause::MailboxDisabled,
        title: "Mailbox disabled",
        summary: "The mailbox of {address} is disabled or no longer in use.",
        explain: "The address is known at the receiving side, but the account behind it has been closed, suspended, \
                  blocked or switched off for lack of use or payment. Mail will pass again only if the account's owner or \
                  its provider opens it again.",
        steps: &[
            (
                Owner::Recipient,
                &[
                    "Log in to your account for {address} on the provider's web site: a log-in is often enough to wake an \
                     unused account.",
                    "Look for a notice about an unpaid bill, a confirmation that is due or a broken rule, and settle it.",
                    "Ask the provider's support, or your administrator, to open the account again if you cannot log in.",
                    "Tell your contacts the address to use if the account stays closed.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Ask the recipient by phone, chat or another address which address is in use.",
                    "Send the message to that address.",
                    "Remove {address} from your address book and lists if the account stays closed, and do not resend to \
                     it unchanged.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the state of the account {address} in your directory: disabled, locked, expired, without a \
                     licence or over a deadline.",
                    "Enable it, or give it a licence, if the person still works with it.",
                    "Set a forward or a reply that names a successor if the person has left.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Find the forwarding rule or list entry that points to {address}.",
                    "Replace or remove that target, because its account is closed.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] came back: the mail server says that this mailbox is disabled. Could you check \
               the account, or tell me which address to use?",
        links: &[],
    },
    CauseText {
        cause: Cause::RecipientRateLimited,
        title: "Recipient gets too much mail",
        summary: "The mailbox of {address} is getting too much mail in too short a time, so new mail is put off.",
        explain: "Providers limit how many messages a single mailbox may receive in an hour or a day. The limit counts mail \
                  from all senders, so a busy or attacked mailbox turns away harmless mail too. It clears by itself.",
        steps: &[
            (
                Owner::Nobody,
                &[
                    "Wait: mail servers try again by themselves, and the limit ends within hours.",
                    "Send the message again after a day if the report says that it failed for good.",
                    "Reach the recipient another way if the message is urgent.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Look at what fills the mailbox of {address}: alarms, log mails, a mailing list or a flood of \
                     subscriptions.",
                    "Turn off or collect the largest source into one daily message.",
                    "Ask your provider for help if strangers flood the mailbox.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Wait for some hours before you send again, and do not send several copies.",
                    "Collect many small messages to {address} into one, if they come from you.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check in the mail log how many messages your systems send to {address} in an hour.",
                    "Reduce them: collect alarms into one message, or stop a loop between two automatic answers.",
                    "Leave the rest in the queue: it is delivered when the limit ends.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the receiving limit for {address} and what uses it up.",
                    "Raise it for a mailbox that has to take so much, or split the load over several mailboxes.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::SenderNotPermitted,
        title: "Sender not on allowed list",
        summary: "Only certain senders may write to {address}, and {sender} is not one of them.",
        explain: "The recipient is a person, a group or a mailing list that takes mail only from chosen senders, from members \
                  or from people inside the organisation. The address exists, and the message was not judged as spam. \
                  Somebody on the receiving side has to allow the sender.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Find the setting on {address} that limits who may write to it: delivery management or message \
                     restrictions of a group, the posting rights of a list, an allow list of a mailbox.",
                    "Add {sender} to the allowed senders, or allow senders from outside the organisation.",
                    "Check nested groups: a restriction on an inner group also refuses mail to the outer one.",
                    "Tell the sender to send the message again when that is done.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check that you write from the address that the group or list knows, not from another account or \
                     alias of yours.",
                    "Join the list or group if it takes mail from its members only.",
                    "Ask the owner of {address} to allow {sender}, by phone or through a person at {domain} whom you can \
                     reach.",
                    "Send the message again when you have been allowed, not before.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Open the settings of your mailbox or group and look for a list of allowed senders.",
                    "Add {sender}, or switch the restriction off, and ask for the message again.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check that your server shows the sender as logged in: groups that take internal mail only refuse \
                     messages that reach them unauthenticated, such as those of scanners and applications.",
                    "Send through an authenticated connection or a connector that {domain} trusts.",
                    "Check that no rule on your side changes the sender's address on the way.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check the target of the forwarding: it takes mail only from chosen senders.",
                    "Ask its owner to allow the forwarded mail, or forward to another address.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ from {sender}][ to {address}] was refused because only certain senders may write to that \
               address. Could you add me to the allowed senders, or tell me a better address to use?",
        links: &[],
    },
    // ---- Path ----
    CauseText {
        cause: Cause::DnsFailure,
        title: "DNS lookup failed",
        summary: "The DNS records that say where mail for {domain} goes could not be used.",
        explain: "Before it can deliver, a mail server asks the DNS, the Internet's directory of names, which host takes the \
                  domain's mail. The domain seems to exist, but the question failed: name servers do not answer, answer \
                  with an error, or name a mail host that does not exist. Such trouble is often over within hours.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Run `dig MX {domain}` from outside your network: SERVFAIL or a timeout means that your name servers \
                     or your DNSSEC records are at fault.",
                    "Run `dig NS {domain} +trace` and ask every name server that the parent zone lists: all must answer, \
                     and alike.",
                    "Check DNSSEC: if `dig MX {domain} +cd` works and plain `dig` fails, the DS record at the registrar \
                     does not fit the zone's keys, or signatures have expired.",
                    "Check that each name in the MX records has an A or AAAA record, is no CNAME, and is not localhost, a \
                     private address or a bare IP address.",
                    "Lower the time to live of a wrong record after you correct it, and allow some hours until all \
                     resolvers have the new one.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check the part after the @ in {address} for a typing error.",
                    "Wait for a day if the report says that delivery is still being tried.",
                    "Send the message again then, and tell the recipient another way if it fails again.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Run `dig MX {domain}` on the sending server and compare with `dig MX {domain} @1.1.1.1`.",
                    "Check your own resolver if only the first fails: look at /etc/resolv.conf, firewall rules for port 53 \
                     over UDP and TCP, and the resolver's log.",
                    "Tell the administrators of {domain} if both fail.",
                    "Flush the queue when the lookup works, for example with `postqueue -f`.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} cannot be delivered because the DNS records of {domain} that name the mail server do \
               not resolve. Could the person who looks after the domain check its MX records, name servers and DNSSEC?",
        links: &["https://dnsviz.net/"],
    },
    CauseText {
        cause: Cause::ConnectionFailed,
        title: "Could not connect",
        summary: "No working connection to {host} could be made to deliver mail for {domain}.",
        explain: "The sending server found out which host takes the mail, but that host did not answer, refused the \
                  connection or dropped it half-way. The host may be down or overloaded, or a firewall on either side \
                  stands in between. Servers keep trying for some days before they give up.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Check that the mail service on {host} runs and listens on port 25: `ss -ltn` on the host, `nc -vz \
                     {host} 25` from outside.",
                    "Run `dig MX {domain}`: each name must lead to a host of yours that takes mail, not to one that was \
                     switched off.",
                    "Check firewall, intrusion prevention and connection limits for blocks on {ip}, and the server's load \
                     and log at the time of the report.",
                    "Test both IPv4 and IPv6: a host with an AAAA record that does not answer over IPv6 fails for some \
                     senders only.",
                    "Look for a device that inspects SMTP or drops large packets if the connection breaks in the middle \
                     of the data.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check the part after the @ in {address}: a mistyped domain can exist and have no mail server.",
                    "Wait if the report says that delivery is still being tried: nothing is lost yet.",
                    "Send the message again after some hours if it has failed for good.",
                    "Tell the recipient another way if it fails again: their mail server cannot be reached.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Test from the sending server with `nc -vz {host} 25`, and then from another network.",
                    "Check your own firewall and provider if only yours fails: many networks block outgoing port 25.",
                    "Check the smart host, relay or connector setting if {host} is a server of your own.",
                    "Read the mail log for other destinations: if many fail, the fault is on your side.",
                    "Flush the queue when the test works, for example with `postqueue -f`.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check the host to which the forwarding sends: it cannot be reached.",
                    "Correct the target host, or tell its administrators.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} cannot be delivered because {host} cannot be reached on port 25 or drops the \
               connection. Could you check that the mail server of {domain} is running and that its firewall lets other mail \
               servers in?",
        links: &[],
    },
    CauseText {
        cause: Cause::MessageExpired,
        title: "Gave up after retrying",
        summary: "The message for {address} could not be delivered in the time allowed, and no clear reason is given.",
        explain: "A mail server that cannot deliver at once tries again for hours or days. This one has reached its limit, or \
                  warns that it will. The cause is mostly that the receiving server was down, out of reach or kept \
                  answering \"later\".",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Check that the mail server of {domain} was up and reachable on port 25 in the days before the report.",
                    "Run `dig MX {domain}` from outside and test each host with `nc -vz`: dead hosts in the list hold \
                     mail up.",
                    "Search the server's log for connections from {ip} and the temporary refusals (4xx) it gave.",
                    "Lift the limit, block or greylisting that put this mail off again and again.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Read the report to see whether it is a warning or the end: after a warning the server goes on \
                     trying, and you need not resend.",
                    "Check the part after the @ in {address} for a typing error.",
                    "Send the message once more if it was returned for good, and tell the recipient another way if it \
                     fails again.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Search the mail log for {address} and read why each earlier attempt failed: that is the real cause.",
                    "Test the way out: `dig MX {domain}`, then `nc -vz {host} 25` from the sending server.",
                    "Check that your queue is not stuck as a whole, for example with `postqueue -p` or `exim -bp`.",
                    "Send the message again once an attempt succeeds by hand.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check the target of the forwarding: it did not take the message in time.",
                    "Correct the target, or keep the mail in the first mailbox.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} could not be delivered for so long that it was given up. Could you check whether the \
               mail server of {domain} was reachable in the past days, and what its log says about mail from {sender_domain}?",
        links: &[],
    },
    CauseText {
        cause: Cause::RoutingLoop,
        title: "Mail loop",
        summary: "The message for {address} went round in circles between mail servers and was stopped.",
        explain: "Each server that passes a message on adds a line to it. When there are too many, or a server meets its own \
                  name, it stops the message. Mostly two servers each believe that the other one holds the mailbox, or two \
                  addresses forward to each other.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Read the Received lines of the returned message from the bottom up, and find the hosts that repeat.",
                    "Check on each of them where mail for {domain} goes: one must treat the domain as its own and hold the \
                     mailbox.",
                    "Check the forwarding rules and aliases of {address} for two that point at each other.",
                    "Run `dig MX {domain}`: a host listed there that does not know the domain as its own sends the mail \
                     back to the MX.",
                    "Check the connectors after a migration: an accepted domain of the wrong type or a missing user passes \
                     the mail on for ever.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Open the forwarding settings and filters of all your mailboxes.",
                    "Remove the one that sends the mail back to where it came from.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell the recipient another way that mail to {address} runs in a loop.",
                    "Send the message again only when it has been repaired: it will come back unchanged until then.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Read the Received lines of the returned message and look for your own hosts repeating.",
                    "Check your routes, smart host and accepted domains if they do: your server hands mail to itself.",
                    "Tell the administrators of {domain} if only their hosts repeat.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check whether the target of the forwarding sends the mail back to you.",
                    "Remove one of the two forwardings.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} runs in circles between your mail servers until it is stopped (a mail loop). Could \
               you check the forwarding of this address and where your servers send mail for {domain}? The Received lines \
               of the returned message show the loop.",
        links: &[],
    },
    CauseText {
        cause: Cause::RelayDenied,
        title: "Relaying denied",
        summary: "The message was refused by {host} because that server does not handle mail for {domain}.",
        explain: "A mail server takes mail for its own domains from anybody, and mail for other domains only from its own \
                  users. Here it counted the recipient's domain as foreign and the sender as a stranger. Either the receiving \
                  side has not told its server about the domain, or the sender's program did not log in to its own outgoing \
                  server.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Run `dig MX {domain}` and check that {host} is meant to take mail for it.",
                    "Add {domain} to the domains that this server accepts: relay_domains or mydestination in Postfix, \
                     accepted domains in Exchange, local_domains or relay_to_domains in Exim.",
                    "Correct the MX record if {host} is an old server or belongs to a former provider.",
                    "Check with your hosting provider that the account for {domain} is active and set up for mail.",
                    "Test from outside with `swaks --to {address} --server {host} --quit-after RCPT`: it must answer 250.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check that the mail program or device logs in to the outgoing server: user name and password for SMTP, \
                     port 587 or 465, encryption on.",
                    "Check that {host} is the outgoing server for {sender}, and not one of another provider.",
                    "Add the client's IP address to the networks that may relay (mynetworks in Postfix, the receive \
                     connector in Exchange) if it cannot log in, and only that one.",
                    "Check that the sender's address belongs to the account that logs in, if the server insists on it.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check {address} for a typing error in the part after the @.",
                    "Open the account settings of your mail program, if it was your own outgoing server that refused, and \
                     switch on log-in (authentication) for outgoing mail.",
                    "Tell the recipient another way, if it was the recipient's server that refused: only its administrators \
                     can repair it.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check the host to which you pass mail for {address}: it does not take that domain.",
                    "Correct the route to the MX hosts that `dig MX {domain}` names.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} is refused by {host} with \"relaying denied\": that server does not know {domain} as \
               one of its domains. Could you check its list of accepted domains and the domain's MX records?",
        links: &[],
    },
    CauseText {
        cause: Cause::TlsFailure,
        title: "Secure connection failed",
        summary: "The encrypted connection (TLS) that mail to {domain} needs could not be set up.",
        explain: "Mail servers encrypt their connection with TLS. One side insisted on it and the other could not, or the \
                  certificate did not fit: expired, wrong name, unknown issuer. Domains can also publish that they take mail \
                  over a verified connection only (MTA-STS, DANE).",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Test each MX host with `openssl s_client -starttls smtp -connect {host}:25 -servername {host}`: look at \
                     the expiry date, the names in the certificate and the chain.",
                    "Renew the certificate, install the whole chain, and make sure that it names the MX host.",
                    "Check MTA-STS: the policy at https://mta-sts.{domain}/.well-known/mta-sts.txt must list exactly the MX \
                     hosts.",
                    "Check DANE: the TLSA record at `_25._tcp.{host}` must fit the present certificate; update it before \
                     each change of key.",
                    "Offer TLS 1.2 and 1.3, and do not demand encryption from senders that cannot do it unless you have to.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Read in the mail log which check failed: no STARTTLS offered, handshake, certificate, MTA-STS or DANE.",
                    "Test from the sending server with `openssl s_client -starttls smtp -connect {host}:25 -servername \
                     {host}`.",
                    "Update the TLS library, its list of trusted issuers and the clock of the sending server if other \
                     senders get through.",
                    "Turn on TLS for outgoing mail if {host} requires it (smtp_tls_security_level = may in Postfix, or \
                     stricter).",
                    "Relax your own forced-TLS rule for {domain} only if its administrators agree, or tell them what fails.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell your mail administrator or provider, and give them the whole report: the fault is in the set-up \
                     of one of the two servers.",
                    "Wait for the repair: the message itself needs no change.",
                    "Check the encryption setting of your mail program (SSL/TLS or STARTTLS) if it was your own outgoing \
                     server that refused.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} fails because no secure (TLS) connection with {host} can be set up. Could you check \
               the server's certificate, its STARTTLS support and, if {domain} has them, its MTA-STS policy and TLSA records?",
        links: &["https://www.rfc-editor.org/rfc/rfc8461", "https://www.rfc-editor.org/rfc/rfc7672"],
    },
    // ---- Receiving system ----
    CauseText {
        cause: Cause::ServerError,
        title: "Mail server error",
        summary: "The mail system that was to take the message for {address} has a fault or is not taking mail at the moment.",
        explain: "The server reports an internal error, a wrong configuration, maintenance or overload. The message and the \
                  address may be quite in order. If the refusal was temporary, the sending server tries again by itself.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Search the log of {host} at the time of the report for the words of its reply.",
                    "Check disk space, memory, load and whether all mail services run, including filters and the user \
                     database.",
                    "Check what was changed last: an update, a certificate, a new rule or a domain that was added.",
                    "Send a test message to {address} from outside when it is repaired.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Wait if the report says that delivery is still being tried: nothing is lost yet.",
                    "Send the message again after some hours if it was returned for good.",
                    "Tell the recipient another way if it fails again: their mail system has a fault.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Search the log of {generator} at the time of the report, if it was your own server that failed.",
                    "Check disk space, filters, the user database and the last change to the configuration.",
                    "Send the message again when a test passes.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Search your log for the message and the fault that the report names.",
                    "Repair the service, then test the forwarding to {address}.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} is turned away by {host} with an internal error. Could you look into its log for the \
               words of the reply and check the server? The message itself can be sent again at any time.",
        links: &[],
    },
    CauseText {
        cause: Cause::ServerStorageFull,
        title: "Mail server out of space",
        summary: "The mail system that was to take the message for {address} is out of storage space.",
        explain: "Not the recipient's mailbox but the whole server, or its queue disk, is full or close to it. All its users \
                  are affected until its administrators make room. The same message will pass then.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Check free space and free inodes on the queue, mail store and log volumes of {host}: `df -h` and \
                     `df -i`.",
                    "Free space: old logs, a swollen queue (`postqueue -p`), backups on the same disk.",
                    "Look for what filled it: a mail loop, a flood of spam, a log that is never rotated.",
                    "Make the volume larger, and set an alarm well before it is full.",
                    "Restart the mail service if it does not take mail by itself again.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Wait: the sending server tries again by itself in most cases.",
                    "Send the message again after a day if it was returned for good.",
                    "Tell the recipient another way that the mail server of {domain} is out of space.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check free space and inodes on {generator} with `df -h` and `df -i`, if it is your own server that is \
                     full.",
                    "Free space in the queue and log volumes, then flush the queue.",
                ],
            ),
        ],
        tell: "Hello, the mail server {host} turns mail to {address} away because it is out of storage space. This concerns \
               all users of that server. Could you free space on its queue and mailbox volumes?",
        links: &[],
    },
    CauseText {
        cause: Cause::DeliveryProgramFailed,
        title: "Delivery program failed",
        summary: "The mail server took the message for {address}, but the program that should deliver or forward it failed.",
        explain: "Inside the receiving system a program puts the mail into the mailbox, filters it or forwards it. That \
                  program is missing, crashed, lacked permission or returned an error. The sender can do nothing about it.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Read in the report and in the log of {generator} which command failed and what it printed.",
                    "Run the command by hand as the user that the mail server uses, with a test message as input.",
                    "Check that the program exists, that its owner, permissions and home directory are right, and that \
                     its disk is not full.",
                    "Check the user's .forward, .procmailrc, Sieve or alias entry for {address}.",
                    "Make temporary faults exit with code 75, so that mail is kept and tried again.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Look at your own filter or forwarding file (.forward, .procmailrc, Sieve rules) for the command that \
                     the report names.",
                    "Correct it or switch it off, then send yourself a test message.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell the recipient another way that delivery inside their mail system fails.",
                    "Send the message again when it has been repaired.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Read in the log of {generator} which filter, transport or agent failed, if it is your own server.",
                    "Repair or switch off that program, then send the message again.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Read in your log which forwarding or list command failed for {address}.",
                    "Repair it, then send a test message through it.",
                ],
            ),
        ],
        tell: "Hello, mail to {address} reaches your server, but the program that should deliver or forward it there fails. \
               Could you look into the log of {generator} and at the filters and forwardings of this address?",
        links: &[],
    },
    // ---- Sender identity ----
    CauseText {
        cause: Cause::SpfFailure,
        title: "SPF check failed",
        summary: "The message was refused because the SPF record of {sender_domain} does not allow {ip} to send its mail.",
        explain: "With an SPF record in the DNS a domain says which servers may send its mail. The message came from a server \
                  that is not in the record, or the record itself has an error. It happens when a new sending service was \
                  not added, when somebody forwards the mail, or when the address was forged.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Run `dig TXT {sender_domain}` and read the record that begins with v=spf1: there must be exactly one.",
                    "Find out whose server {ip} is: your own, a service that sends for you, a forwarder, or a stranger.",
                    "Add it to the record if it sends for you: ip4:, ip6:, or the include: that the service names in its \
                     documentation.",
                    "Check that the record needs no more than 10 DNS lookups, has no typing error and ends in ~all or -all.",
                    "Set up DKIM as well: it survives forwarding where SPF cannot.",
                    "Send the message again when the new record is visible everywhere, which takes as long as its time to \
                     live.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Rewrite the envelope sender of forwarded mail to a domain of your own (SRS), so that SPF is checked \
                     against you: postsrsd with Postfix, built in with Exim and Exchange Online.",
                    "Leave the content of the message as it is, so that its DKIM signature stays valid.",
                    "Ask the target to trust your server as a forwarder if you cannot rewrite.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check that the address your filter tests is the one that connected from outside, and not your own \
                     gateway or forwarder.",
                    "Add your gateways and backup MX hosts to the trusted hosts of the SPF check.",
                    "Do not refuse on a failed SPF check alone where the mail passes DKIM and DMARC.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check that you send through the outgoing server of {sender_domain}, and not through that of your \
                     Internet provider or another account.",
                    "Tell the person who looks after {sender_domain} (your mail administrator or provider), and pass on \
                     the whole report.",
                    "Write to the recipient's final address if your mail was forwarded.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because the SPF record of {sender_domain} does not allow the server that I send through ({ip}). Could you check whether it \
               ought to send for us, and add it to the SPF record if so?",
        links: &["https://www.rfc-editor.org/rfc/rfc7208"],
    },
    CauseText {
        cause: Cause::DkimFailure,
        title: "DKIM signature failed",
        summary: "The message was refused because its DKIM signature for {sender_domain} is missing or not valid.",
        explain: "A DKIM signature proves that a message comes from a domain and was not changed on the way. It fails when the \
                  public key is not in the DNS, when the wrong key was used, or when a filter, list or gateway changed the \
                  message after signing.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Read the DKIM-Signature line of a message you sent: d= is the domain, s= is the selector.",
                    "Look up the key with `dig TXT selector._domainkey.{sender_domain}`, putting in that selector: the \
                     record must be there, complete and with the key that the server signs with.",
                    "Send a test message to a mailbox elsewhere and read dkim= in its Authentication-Results line.",
                    "Sign as the last step: footers, disclaimers and virus scanners must come before it.",
                    "Use relaxed/relaxed canonicalisation and keys of at least 1024, better 2048 bits.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Find out what you change in the message: subject tag, footer, re-encoding or removed attachments.",
                    "Stop changing it, or put your own domain into From and sign it with your own key.",
                    "Add ARC headers, so that the receiver can see that the signature was valid when it reached you.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check that your gateway does not change the message before the signature is tested.",
                    "Check that your resolver fetches long TXT records, over TCP as well.",
                    "Treat a broken signature like a missing one, as RFC 6376 asks, and do not refuse on it alone.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell the person who looks after {sender_domain} (your mail administrator or provider), and pass on \
                     the whole report.",
                    "Send through your provider's own web mail meanwhile: it signs correctly in most cases.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because its DKIM signature for {sender_domain} is missing or not \
               valid. Could you check the DKIM key in the DNS and whether something changes the mail after it is signed?",
        links: &["https://www.rfc-editor.org/rfc/rfc6376"],
    },
    CauseText {
        cause: Cause::DmarcFailure,
        title: "DMARC check failed",
        summary: "The message was refused because it failed the DMARC check of {sender_domain}.",
        explain: "With a DMARC record a domain asks receivers to refuse mail that carries its name in the From line but passes \
                  neither SPF nor DKIM for that same domain. It happens when a service sends for the domain without being \
                  set up for it, when a list or forwarder changes the mail, or when the address is forged.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Run `dig TXT _dmarc.{sender_domain}` and read p=: reject and quarantine make receivers refuse.",
                    "Find out which server sent the message ({ip}), and whether it sends for you.",
                    "Make it pass for the very domain in the From line: a DKIM signature with d={sender_domain}, or an \
                     envelope sender (Return-Path) in that domain whose SPF record lists the server.",
                    "Send a test message to a mailbox elsewhere and read dmarc= in its Authentication-Results line.",
                    "Set p=none for a while if wanted mail is lost, read the reports at the rua= address, and raise it \
                     again when all your senders pass.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Leave the subject and body of forwarded mail unchanged, so that its DKIM signature stays valid.",
                    "Rewrite From to the list's own address, with Reply-To for the author, if you have to change the mail \
                     (from_is_list or dmarc_moderation_action in Mailman).",
                    "Add ARC headers, so that the receiver can trust your check of the original.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check that you send with an address that belongs to the service you send through: mail with a \
                     freemail address in From must go through that freemail provider.",
                    "Tell the person who looks after {sender_domain} (your mail administrator or provider), and pass on \
                     the whole report.",
                    "Write to the recipient's final address if your mail went through a list or a forwarding.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check whether the mail came through a forwarder, list or gateway of yours that changed it.",
                    "Put your own gateways on the trusted ARC sealers or the skip list of the DMARC check.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because it failed the DMARC check of {sender_domain}. Could you make \
               sure that the server or service I send through ({ip}) signs with DKIM for our domain or is in its SPF record?",
        links: &["https://dmarc.org/"],
    },
    CauseText {
        cause: Cause::UnauthenticatedMail,
        title: "Mail not authenticated",
        summary: "The message was refused because it does not prove that it comes from {sender_domain}.",
        explain: "Large providers take mail only if the sending domain proves it with SPF, DKIM or both, and sometimes DMARC. \
                  SPF is a list of allowed servers in the DNS, DKIM a signature in the message. This message passed neither, \
                  or not the one that the receiver asks for.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Send a test message to a mailbox elsewhere and read spf=, dkim= and dmarc= in its \
                     Authentication-Results line.",
                    "Publish one SPF record for {sender_domain} that covers every server and service that sends for it; \
                     check with `dig TXT {sender_domain}`.",
                    "Sign all mail with DKIM for {sender_domain} and publish the key; check with `dig TXT \
                     selector._domainkey.{sender_domain}`, putting in your selector.",
                    "Publish a DMARC record, at least v=DMARC1; p=none; check with `dig TXT _dmarc.{sender_domain}`.",
                    "Check that {ip} has a reverse DNS name: `dig -x {ip}`.",
                    "Send the message again when the records are visible, after their time to live has passed.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Rewrite the envelope sender of forwarded mail (SRS), so that SPF passes for your own domain.",
                    "Leave the message unchanged, so that its DKIM signature stays valid, and add ARC headers.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check that you send through the outgoing server of {sender_domain}, and not through another account.",
                    "Tell the person who looks after {sender_domain} (your mail administrator or provider), and pass on \
                     the whole report.",
                    "Use another account meanwhile if the message is urgent.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check whether your own gateway or forwarding hides the real sending server from the check.",
                    "Check what authentication your policy asks for, and allow the sender if the demand is too strict.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because mail from {sender_domain} is not authenticated. Could you set \
               up SPF and DKIM (and DMARC) for our domain so that they cover the server I send through ({ip})?",
        links: &[],
    },
    CauseText {
        cause: Cause::SmtpAuthRequired,
        title: "Log-in required to send",
        summary: "The message was refused by {host} because the program that sent it did not log in, or its log-in failed.",
        explain: "Outgoing mail servers take mail only from users who log in with name and password. The mail program, device \
                  or application did not, used a wrong password, or used a way of logging in that the server no longer \
                  allows. If it is the recipient's server that asks for a log-in, that server is set up wrongly.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Check the outgoing (SMTP) settings of the program or device: log-in switched on, full address as user \
                     name, present password, port 587 with STARTTLS or 465 with SSL/TLS.",
                    "Check whether the provider wants an app password or a sign-in in the browser (OAuth) in place of the \
                     normal password.",
                    "Check in the provider's administration that SMTP log-in is allowed for {sender}.",
                    "Check that the route is right if {host} is the recipient's server: Internet mail goes to port 25 of \
                     the hosts that `dig MX {domain}` names, without log-in.",
                    "Test with `swaks --server {host}:587 --tls --auth-user {sender}`.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Allow mail from outside without log-in on port 25 of {host} for your own domains (anonymous users on \
                     the receive connector in Exchange).",
                    "Check that {address} is not set to take mail from logged-in users only.",
                    "Run `dig MX {domain}`: it must not name a host that serves only your own users.",
                    "Add {domain} to the domains that the server accepts, because servers ask strangers to log in for \
                     domains they do not know.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Open the account settings of your mail program and look for the outgoing (SMTP) server.",
                    "Switch on log-in (authentication), with the same user name and password as for incoming mail.",
                    "Enter the password anew if you changed it lately, and look whether your provider asks for an app \
                     password.",
                    "Ask your provider's support if it still fails.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused by {host}, which asks for a log-in. Could you check the outgoing mail \
               settings (user name, password, port)[ for {sender}], and whether the mail takes the right route?",
        links: &[],
    },
    CauseText {
        cause: Cause::SenderAddressRejected,
        title: "Sender address refused",
        summary: "The message was refused because the sender address {sender} is not valid or cannot be verified.",
        explain: "Receiving servers check the address that a message comes from. They refuse it if its domain does not exist in \
                  the DNS, if no mailbox answers there, or if the account may not use that address. It happens with \
                  applications that send from invented addresses and with mistyped accounts.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Check the sender of the message, both in the From line and in the envelope (Return-Path): {sender} must \
                     be a real mailbox.",
                    "Run `dig MX {sender_domain}` and `dig A {sender_domain}`: at least one must answer with a host that \
                     takes mail.",
                    "Test that this host accepts mail for the sender, as some receivers ask it back: `swaks --to {sender} \
                     --from '<>' --quit-after RCPT`.",
                    "Give the account the right to send with this address if your own server refused it.",
                    "Change applications that send as root@localhost, noreply@host.local or the like to a real address.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Open the account settings of your mail program and check your own address for typing errors.",
                    "Send from the address that belongs to the account you log in with.",
                    "Tell your mail administrator or provider if the address is right, and pass on the whole report.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Test on {host} that the DNS finds the sender's domain: `dig MX {sender_domain}`.",
                    "Check the resolver if other networks find it and yours does not.",
                    "Turn off sender callouts, or make their failure temporary: many servers do not answer them.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check which envelope sender your server puts on forwarded mail.",
                    "Rewrite it to an address in a domain of your own that accepts bounces (SRS).",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because {host} does not accept my sender address[ {sender}]. Could you check that this address and the DNS records of {sender_domain} are set up correctly?",
        links: &[],
    },
    CauseText {
        cause: Cause::ReverseDnsMissing,
        title: "Reverse DNS missing",
        summary: "The message was refused because {ip} has no proper reverse DNS name.",
        explain: "Receivers look up the name that belongs to the sending server's IP address (its PTR record) and whether that \
                  name leads back to the same IP address. Servers without one, or with a name that looks like a home \
                  connection, are refused because much spam comes from such machines.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Run `dig -x {ip}`: it must give one name that you chose, such as mail.{sender_domain}.",
                    "Run `dig A` or `dig AAAA` on that name: it must lead back to {ip}.",
                    "Set the PTR record with whoever gave you the IP address, the hosting or Internet provider: it is not \
                     in your own domain's zone.",
                    "Make the server greet with the same name (myhostname in Postfix, primary_hostname in Exim).",
                    "Check IPv6 on its own: either set a PTR record for that address too, or send over IPv4 only.",
                    "Send through your provider's relay if you cannot get a PTR record.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell your mail administrator or provider, and pass on the whole report.",
                    "Send from another account meanwhile if the message is urgent.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Run `dig -x {ip}` on {host}: check your resolver if other networks find a name and yours does not.",
                    "Answer with a temporary refusal (4xx) when the lookup itself fails.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because our sending server ({ip}) has no proper reverse DNS name. Could \
               you have a PTR record set that fits the server's name, and check that this name leads back to the same IP \
               address?",
        links: &[],
    },
    CauseText {
        cause: Cause::HeloInvalid,
        title: "Bad HELO greeting",
        summary: "The message was refused because the sending server introduced itself with a name that {host} does not accept.",
        explain: "At the start of each connection a mail server says its name (HELO or EHLO). Receivers refuse names that are \
                  not full host names, do not exist in the DNS, are bare IP addresses, or pretend to be the receiver itself. \
                  It is a setting of the sending server.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Find the name that your server says: myhostname or smtp_helo_name in Postfix, primary_hostname in Exim, \
                     the FQDN of the send connector in Exchange.",
                    "Set it to a full host name with a domain that you own, such as mail.{sender_domain}: not localhost, not \
                     a .local name, not a bare IP address.",
                    "Check with `dig A` that this name exists and leads to {ip}, and with `dig -x {ip}` that the way back \
                     gives the same name.",
                    "Restart the mail service and send again.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell your mail administrator or provider, and pass on the whole report.",
                    "Check that your mail program uses your provider's outgoing server (port 587 or 465) and does not \
                     deliver directly.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the HELO rule that refused {ip}: it must not apply to users who log in.",
                    "Relax it if it refuses names that are merely not in the DNS.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because our mail server introduces itself (HELO) with a name that \
               {host} does not accept. Could you set it to the server's full name in the DNS, the same as in its reverse DNS?",
        links: &[],
    },
    // ---- Reputation and policy ----
    CauseText {
        cause: Cause::IpBlocklisted,
        title: "Sending IP block-listed",
        summary: "Mail from {ip} is refused because that IP address is on {list}.",
        explain: "Receivers consult lists of IP addresses that have sent spam or should not send mail directly. The address of \
                  the sending server is on such a list, public or the receiver's own. The cause can be a hacked account or \
                  web site, a neighbour on a shared server, or a home connection that sends without its provider's relay.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Look {ip} up at the list that the reply names, and at check.spamhaus.org, to learn why it is listed.",
                    "Find the source before you ask for removal: look in the mail queue and log for unusual amounts \
                     (`postqueue -p`), for one account that sends far more than others, and for web forms and scripts.",
                    "Stop it: change the password of the account, clean or switch off the script, delete the spam in the \
                     queue.",
                    "Send through your provider's relay if {ip} is a home or dynamic address: such lists do not remove it.",
                    "Request removal at {list} once, with what you found and did; repeated requests without a repair make \
                     it worse.",
                    "Ask the hosting or mail provider to do all this if the server is theirs.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check whether the list that your filter asks still works and is asked correctly: closed lists, and \
                     lookups through public resolvers, can answer \"listed\" for everybody.",
                    "Remove the list, or ask it through your own resolver or with your own key, if it does.",
                    "Allow {ip} on {host} if you want its mail in spite of the listing.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell your mail administrator or provider, and pass on the whole report: the address of their server is \
                     listed, not yours.",
                    "Send the message from another account, or reach the recipient another way, if it is urgent.",
                    "Wait with a new attempt until the listing is removed, and do not resend unchanged before.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Filter spam before you forward: what you pass on counts as sent by you.",
                    "Look {ip} up at {list} and request removal when the flow of spam has stopped.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because our sending server ({ip}) is on a block list[: {list}]. Could you \
               find out what caused the listing, stop it, and then ask for removal?",
        links: &["https://check.spamhaus.org/"],
    },
    CauseText {
        cause: Cause::DomainBlocklisted,
        title: "Domain block-listed",
        summary: "The message was refused because a domain or link in it is on {list}.",
        explain: "Receivers consult lists of domains seen in spam, phishing or malware. Either the sender's own domain is listed \
                  or a link in the text or signature leads to a listed site. New domains, hacked web sites and shared link \
                  shorteners are the usual reasons.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Read the reply to see which domain is meant: {sender_domain}, or one that a link in the message uses.",
                    "Look it up at the list that the reply names, and at check.spamhaus.org.",
                    "Find the reason: a hacked web site or account, pages that somebody put on your site, a mailing that \
                     many people complained about.",
                    "Remove the cause first, then request removal once, with what you did.",
                    "Keep foreign link shorteners and tracking domains out of your mail: their bad name becomes yours.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Remove links from the message, also from the signature and from quoted mail, and send it again.",
                    "Leave out shortened links: write the full address or name the page.",
                    "Tell your mail administrator if even a short message without links is refused: then {sender_domain} \
                     itself is listed.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check whether the list that your filter asks still works and is asked correctly: closed lists, and \
                     lookups through public resolvers, can answer \"listed\" for everything.",
                    "Allow {sender_domain} on {host} if you want its mail in spite of the listing.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because a domain in it, perhaps our own ({sender_domain}), is on a block list[: {list}]. Could you look it up, remove the cause and ask for removal?",
        links: &["https://check.spamhaus.org/"],
    },
    CauseText {
        cause: Cause::SenderBlocked,
        title: "Sender blocked by recipient",
        summary: "The recipient or their organisation blocks mail from {sender} or its server.",
        explain: "Somebody at the receiving side has put this sender, its domain or its server on a private block list. It is \
                  no public listing, and other receivers are not affected. Only the receiving side can lift it.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Search the blocked senders, domains and IP addresses of your mail filter for {sender}, {sender_domain} \
                     and {ip}.",
                    "Check mail-flow rules and the filters of {address} itself as well.",
                    "Remove the entry, or allow this sender, if the mail is wanted.",
                    "Tell the sender to send again.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Open the settings of your mailbox and look for blocked senders and filters.",
                    "Remove {sender} or {sender_domain} from them, or add it to the safe senders.",
                    "Ask your administrator if it is not there: the block may hold for the whole organisation.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Ask the recipient by phone or another way whether the block is meant, and to lift it if not.",
                    "Send the message again only when it has been lifted.",
                    "Remove {address} from mailing lists: a block is often the answer to mail that was not wanted.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check in the log what your systems have sent to {domain} lately: mailings, alarms, mail of a hacked \
                     account.",
                    "Stop what was not wanted, then ask the administrators of {domain} to lift the block on \
                     {sender_domain} or {ip}.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ from {sender}][ to {address}] is refused because your mail system blocks me, my domain or my mail \
               server. If that is not intended, could you remove the block?[ The server that sends my mail: {ip}.]",
        links: &[],
    },
    CauseText {
        cause: Cause::PoorReputation,
        title: "Poor sender reputation",
        summary: "The message was refused because the reputation of {sender_domain} or {ip} is too low.",
        explain: "Large receivers keep a score for each sending domain and IP address. It falls with spam complaints, mail to \
                  dead addresses, sudden rises in volume and missing authentication. New domains and servers have no score \
                  yet, which counts as a low one.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Check the mail queue and log for spam from a hacked account, web form or script, and stop it first.",
                    "Check that SPF, DKIM and DMARC pass for {sender_domain}, and that {ip} has a reverse DNS name.",
                    "Look {ip} and {sender_domain} up at check.spamhaus.org and in the receiver's postmaster tools.",
                    "Remove dead and unengaged addresses from mailings, and offer a one-click unsubscribe.",
                    "Raise the volume of a new server or domain slowly, over weeks.",
                    "Contact the postmaster of {domain} with examples if all of this is in order.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Tell your mail administrator or provider, and pass on the whole report.",
                    "Send from another account, or reach the recipient another way, if it is urgent.",
                    "Wait with a new attempt: the same message sent again and again lowers the score further.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Look up in your filter's log why {ip} or {sender_domain} scored low.",
                    "Allow the sender if the mail is wanted, and report the wrong score to the filter's maker.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Filter spam before you forward: what you pass on counts as sent by you.",
                    "Forward from an IP address of its own, apart from your users' mail.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] was refused because of the poor reputation of our mail server ({ip}) or domain ({sender_domain}). Could you check whether spam leaves our server, and whether SPF, DKIM, DMARC and reverse DNS \
               are in order?",
        links: &["https://check.spamhaus.org/"],
    },
    CauseText {
        cause: Cause::SpamContent,
        title: "Judged as spam",
        summary: "The message to {address} was judged to be spam or phishing and refused by {host}.",
        explain: "A filter looked at the message as a whole - words, links, attachments, layout, where it came from - and \
                  found it too similar to spam. Filters err, mostly with short messages full of links, with newsletters, and \
                  with mail whose sending domain is not well authenticated.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Send the recipient a short plain message without links, attachments and pictures: if it passes, the \
                     content was the reason.",
                    "Remove links one by one, above all shortened ones and those in the signature or in quoted mail.",
                    "Write a subject that says what the mail is about, and some sentences of ordinary text.",
                    "Ask the recipient to put {sender} on their list of safe senders.",
                    "Tell your mail administrator if even the short message is refused: then the server or the domain is \
                     at fault.",
                    "Change your password and scan your computer if you did not write this message.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check that the message is what it seems: look in the log for spam from the account of {sender}, and \
                     reset its password if there is any.",
                    "Check that SPF, DKIM and DMARC pass for {sender_domain}, because filters weigh them heavily.",
                    "Look {ip} and {sender_domain} up at check.spamhaus.org.",
                    "Contact the administrators of {domain}, or the maker of their filter, with the full reply if clean \
                     mail is refused.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Search your filter's log for the message and the rule that judged it.",
                    "Release it or allow {sender}, and report the false alarm to the filter's maker.",
                ],
            ),
            (
                Owner::Recipient,
                &[
                    "Add {sender} to your safe senders or contacts.",
                    "Ask your administrator to look for the message in the quarantine.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Filter spam before you forward, because the target judges you by what you pass on.",
                    "Keep judged messages in the first mailbox rather than forwarding them.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::VirusDetected,
        title: "Virus found",
        summary: "The message to {address} was refused because a virus scanner found malicious content in it.",
        explain: "A virus scanner matched an attachment, a link or the text with known malware. It may be a real infection, \
                  mail that a hacked account sent in the sender's name, or a false alarm on a harmless document with macros.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Stop: do not send the attachment again until it has been checked.",
                    "Scan the attached files and your computer with an up-to-date virus scanner.",
                    "Change your mail password and look into your Sent folder if you did not send this message.",
                    "Save documents afresh without macros, as PDF for example, and send those.",
                    "Share the file over a trusted file service if it is clean and still refused, and report the false \
                     alarm to your administrator.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Find out which account and computer sent the message, from the log and the Received lines.",
                    "Scan that computer and reset the password of the account if the sender did not write it.",
                    "Scan outgoing mail on your own server, so that this stops before it leaves.",
                    "Report a false alarm to the scanner's maker with the name it gave.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check in the scanner's log which file and signature matched.",
                    "Update the signatures, and report a false alarm to the scanner's maker.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::ContentBlocked,
        title: "Content not allowed",
        summary: "The message to {address} was refused because of something in it that {host} does not allow, such as an \
                  attachment type, a link or certain words.",
        explain: "The receiving organisation forbids certain content whoever sends it: programs and scripts as attachments, \
                  encrypted archives, macros, some links or words, or confidential data that must not leave. It is a rule, \
                  not a judgement that the message is spam.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Read the server's reply: it often names the attachment, link or word.",
                    "Remove programs, scripts, macro documents and password-protected archives from the message; renaming \
                     the file seldom helps.",
                    "Share the file over a file service that the recipient trusts, or send it as PDF.",
                    "Send a short message without links and attachments to see whether that passes.",
                    "Ask the recipient what their organisation allows if it does not.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check your own outgoing content and data-loss rules first if {generator} belongs to you.",
                    "Read in the log which rule matched, and change it or tell the sender what to leave out.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Search your filter's log for the message and the rule that matched.",
                    "Allow the attachment type or the sender if the content is wanted, or offer another way to hand over \
                     files.",
                    "Make the rule's reply name what was refused, so that senders can help themselves.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::PolicyRejection,
        title: "Refused by policy",
        summary: "The message was refused by {host} because of a local rule that the reply does not explain.",
        explain: "The receiving side has a rule against this message and does not say which. It may concern the sender, the \
                  sending server, the content or the recipient. Only the receiving administrators can look it up in their \
                  log.",
        steps: &[
            (
                Owner::RecipientAdmin,
                &[
                    "Search the log of {host} for {sender}, {ip} and the words of the reply, and find the rule that refused.",
                    "Check the lists of blocked senders, mail-flow rules, and the limits on {address}.",
                    "Change the rule or allow the sender if the mail is wanted.",
                    "Make the rule's reply say its reason, so that senders can help themselves.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Read the server's reply for a link or a contact: some name a page with the reason.",
                    "Send a short plain message without links and attachments: if it passes, the content was the reason.",
                    "Try from another account: if that passes, your address or mail server is refused.",
                    "Tell the recipient another way, and pass on the reply so that their administrators can look it up.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Read in the reply whether it names a page, a code or a contact, and follow it.",
                    "Check that SPF, DKIM, DMARC and reverse DNS are in order for {sender_domain} and {ip}.",
                    "Look {ip} and {sender_domain} up at check.spamhaus.org.",
                    "Check your own rules first if it was your own server that refused.",
                    "Write to postmaster@{domain}, from a server that is not refused, with the full reply.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Read in your log what the target's server answered to the forwarded mail.",
                    "Ask the target's administrators to accept forwarded mail from {ip}.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ from {sender}][ to {address}] is refused by {host} because of a policy of your mail system. Could \
               you look up in its log which rule it was, and allow my mail if that is possible?[ My mail comes from {ip}.]",
        links: &[],
    },
    CauseText {
        cause: Cause::Greylisted,
        title: "Put off by greylisting",
        summary: "A first message from {sender} to {address} is put off on purpose; the sending server tries again by itself.",
        explain: "Greylisting turns away the first attempt of every unknown sender for some minutes, because real mail servers \
                  try again and many spam programs do not. The second attempt passes. It costs a little time and needs no \
                  action.",
        steps: &[
            (
                Owner::Nobody,
                &[
                    "Wait: the sending server tries again by itself, mostly within an hour.",
                    "Do not send the message again while it is still being tried, or it arrives twice.",
                    "Ask your mail administrator why it was not tried again if it was returned for good.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check that your server or application queues mail and tries again after a temporary refusal (4xx): \
                     programs that deliver directly often do not.",
                    "Send through a real mail server if the application cannot queue.",
                    "Use the same IP address for all attempts: greylisting starts anew with each other one.",
                    "Wait at least five minutes between attempts.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Wait for some hours before you send again: the message is most likely on its way.",
                    "Use your provider's outgoing server or web mail if an application or device of yours sends directly.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the greylisting log for {ip}: large senders that use many IP addresses belong on its allow list.",
                    "Shorten the delay to some minutes, or greylist by network in place of the single IP address.",
                ],
            ),
        ],
        tell: "",
        links: &["https://www.rfc-editor.org/rfc/rfc6647"],
    },
    CauseText {
        cause: Cause::RateLimited,
        title: "Sending too fast",
        summary: "Mail from {sender_domain} or {ip} is being slowed down because too much of it came in too short a time.",
        explain: "Receivers limit how many messages or connections they take from one sender or server in a certain time. The \
                  limit is tighter for senders with little history. Servers keep the mail and try again, but mail that goes on \
                  too fast stays limited.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Check in the log and queue how much goes to {domain}, and from which account or script.",
                    "Stop it if it is spam from a hacked account; reset that password.",
                    "Reduce connections and messages per hour to this destination: a transport of its own with \
                     smtp_destination_concurrency_limit and smtp_destination_rate_delay in Postfix.",
                    "Spread mailings over hours, and send to people who read them first.",
                    "Leave the queue to its normal retries: flushing it makes the limit last longer.",
                    "Check that SPF, DKIM and reverse DNS are in order, because limits are wider for proven senders.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Wait: the message stays in the queue and is tried again in most cases.",
                    "Send to fewer people at a time if you wrote to many, and leave some hours between.",
                    "Tell your mail administrator or provider if single messages are slowed down too.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the connection and message limits of {host} for {ip}.",
                    "Raise them or exempt {ip} if its mail is wanted, such as that of your own gateway or forwarder.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Filter spam before you forward, because it uses up the limit that the target grants you.",
                    "Reduce the rate of forwarded mail to {domain}.",
                ],
            ),
            (
                Owner::Nobody,
                &[
                    "Wait: the sending server tries again by itself.",
                    "Send the message again after some hours if it was returned for good.",
                ],
            ),
        ],
        tell: "Hello, mail from us to {domain} is being slowed down because too much came from our server in a short time \
               ({ip}). Could you check whether an account or program of ours sends too much, and reduce the rate?",
        links: &[],
    },
    CauseText {
        cause: Cause::TooManyRecipients,
        title: "Too many recipients",
        summary: "The message has more recipients than {host} accepts in one message.",
        explain: "Servers limit how many addresses a single message may carry, in To, Cc and Bcc together. Part of the \
                  recipients may have got the message and part not. The limit protects against spam and applies to everybody.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Find out from the report which recipients failed: the others may have the message already.",
                    "Split the recipients into smaller groups, of 50 or fewer, and send to the missing ones.",
                    "Use a mailing list or a newsletter service if you write to so many people often.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Reduce the recipients per message that your server sends in one go \
                     (default_destination_recipient_limit in Postfix).",
                    "Check that your server tries the remaining recipients again after a 452 reply, as RFC 5321 asks.",
                    "Raise your own limit per message if {generator} belongs to you.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the recipient limit of {host}: RFC 5321 asks for at least 100 in one message.",
                    "Raise it, or answer 452 for the surplus so that senders can try those again.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::SendingQuotaExceeded,
        title: "Sending limit reached",
        summary: "The account {sender} has sent as much mail as it may in this period.",
        explain: "The sender's own provider limits how many messages or recipients an account may have in an hour or a day. The \
                  limit has been reached, and the provider takes no more until it is over. If the sender did not send that \
                  much, somebody else may be using the account.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Wait until the limit is over, mostly 24 hours, and send the message again.",
                    "Look into your Sent folder: change your password at once if there is mail that you did not write.",
                    "Send to smaller groups on several days, or use a mailing list or newsletter service.",
                    "Look up your provider's limits, and ask for a higher one if you need it regularly.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check in the log what the account {sender} has sent and from which IP addresses it logged in.",
                    "Reset the password and end all sessions if the account was misused.",
                    "Raise the limit, or move mailings and applications to a service made for them, if the use is right.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::SenderAccountSuspended,
        title: "Sender account suspended",
        summary: "The account {sender}, or its whole organisation, may not send mail at present.",
        explain: "The sender's own provider has stopped outgoing mail of the account or of the organisation. Mostly it saw spam \
                  leave, which points to a stolen password. An unpaid bill, an expired trial or an incomplete set-up can be \
                  the reason too.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Look for a notice from the mail provider, in its administration pages and in the administrator's mail: \
                     it names the reason.",
                    "Check the log for what {sender} sent: reset the password, end all sessions, and remove strange \
                     forwarding rules and apps if it was not the user.",
                    "Turn on two-step log-in for the account.",
                    "Settle bills, licences or confirmations that are due.",
                    "Lift the block in the administration pages, or ask the provider's support to do so, and say what was \
                     done.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Change your mail password now, and look into your Sent folder and rules for things you did not do.",
                    "Scan your computer with an up-to-date virus scanner.",
                    "Ask your administrator or provider to open the account for sending again.",
                    "Use another account until then; sending again does not help.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check why your own account with the provider was stopped, and settle it.",
                    "Filter spam before you forward, because it is often the reason.",
                ],
            ),
        ],
        tell: "Hello, my account[ {sender}] may not send mail at present, according to our mail server. Could you look up why it \
               was stopped, check whether it was misused, and open it again?",
        links: &[],
    },
    // ---- Message ----
    CauseText {
        cause: Cause::MessageTooLarge,
        title: "Message too large",
        summary: "The message is larger than the mail system of {address} accepts.",
        explain: "Each mail server on the way has a limit for the size of a message. Attachments grow by about a third when they \
                  are sent, so a file of 20 MB becomes a message of 27 MB. The address is right; only the size is in the way.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Add up the sizes of the attachments, and count a third on top: that is the size that was sent.",
                    "Put large files on a file-sharing service and send the link in their place.",
                    "Make pictures and PDFs smaller, or split the files over several messages of less than 10 MB each.",
                    "Remove large pictures and old attachments from quoted mail and from your signature.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Find out whose limit it was: {generator} if it is your own server, else {host}.",
                    "Raise your own limit if it is too low (message_size_limit in Postfix, the connectors and mailbox in \
                     Exchange).",
                    "Offer your users a file-sharing service for large files.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check the size limits on {host}, on gateways before it and on the mailbox of {address}.",
                    "Raise them if such messages are wanted, or offer an upload page.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::MessageMalformed,
        title: "Message badly formed",
        summary: "The message was refused because it is not built as the mail standards require.",
        explain: "Mail has fixed rules for header lines, line ends and encodings. A message that breaks them - two From lines, a \
                  missing date, lines that are too long, bare line feeds - is refused as damaged or suspicious. It comes from \
                  the program that wrote it or from one that changed it on the way.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Read the server's reply: it mostly names the header line or the fault.",
                    "Send the message again from your provider's web mail: if that passes, your mail program is at fault.",
                    "Write the message afresh instead of forwarding or pasting an old one.",
                    "Update your mail program, and tell its maker or your administrator what the reply says.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Save a copy of the message as it leaves your server, and compare it with what the reply complains of.",
                    "Check the header: exactly one From, Date, Subject, To and Message-ID, each in valid form, non-ASCII \
                     text encoded.",
                    "Check line ends and lengths: CR LF everywhere, no more than 998 characters in a line.",
                    "Correct the program or script that writes the mail, or the filter that changes it on the way.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Check which header or format rule of {host} refused the message.",
                    "Relax the rule if it refuses mail that RFC 5322 allows.",
                ],
            ),
            (
                Owner::Forwarder,
                &[
                    "Check what your list or gateway changes in the message: duplicate headers, broken line ends.",
                    "Correct it so that the message leaves as it came.",
                ],
            ),
        ],
        tell: "",
        links: &["https://www.rfc-editor.org/rfc/rfc5322"],
    },
    CauseText {
        cause: Cause::EncodingUnsupported,
        title: "Special characters unsupported",
        summary: "The message or the address {address} needs characters that the receiving server cannot handle.",
        explain: "Addresses and headers with letters outside English (SMTPUTF8), and messages sent as raw 8-bit data, need \
                  servers that know these extensions. One on the way does not, and the message cannot be converted without \
                  loss.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Look for accents and other special letters in the addresses of the message: in From, To and Cc.",
                    "Ask the recipient for an address in plain letters a to z, and send to that.",
                    "Use a plain address of your own as sender if yours has special letters.",
                    "Remove an invisible or odd character that was copied into the address.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Check whether the message needs SMTPUTF8 at all: only addresses and header text that is not encoded do.",
                    "Encode header text (RFC 2047) and the body (quoted-printable or base64) before sending.",
                    "Give users with special letters in their address an alias in plain ASCII.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Switch on SMTPUTF8 and 8BITMIME on {host} and on all hosts behind it (smtputf8_enable in Postfix).",
                    "Give mailboxes with special letters in their address an alias in plain ASCII.",
                ],
            ),
        ],
        tell: "",
        links: &["https://www.rfc-editor.org/rfc/rfc6531"],
    },
    CauseText {
        cause: Cause::ProtocolError,
        title: "Servers misunderstood each other",
        summary: "The conversation (SMTP) between the sending server and {host} broke down over a command that one side did not \
                  accept.",
        explain: "Mail servers talk in a fixed order of commands. One of them sent a command that the other did not know, did \
                  not expect at that point, or found badly written. A program that is no full mail server, or a firewall that \
                  rewrites the conversation, is the usual reason.",
        steps: &[
            (
                Owner::SenderAdmin,
                &[
                    "Read in the log which command {host} refused, and what your server sent just before.",
                    "Repeat the conversation by hand with `swaks --server {host} --to {address}`: if it passes, the sending \
                     program is at fault.",
                    "Check the sender and recipient addresses for blanks, missing brackets and odd characters.",
                    "Switch off SMTP inspection in firewalls and virus scanners (\"SMTP fixup\"), because it breaks commands.",
                    "Update the sending software, or send through a full mail server.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Search the log of {host} for the connection from {ip} and the command it refused.",
                    "Switch off SMTP inspection in the firewall in front of {host}, and test with swaks from outside.",
                    "Correct the rule or the filter if it refuses commands that RFC 5321 allows.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check {address} and your own address for blanks, quotes and other odd characters.",
                    "Send the message again from your provider's web mail.",
                    "Tell your mail administrator, and pass on the whole report, if it fails again.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] failed because our server and {host} did not understand each other (an SMTP \
               protocol error). Could you look into the mail log for the command that was refused?",
        links: &["https://www.rfc-editor.org/rfc/rfc5321"],
    },
    // ---- Other ----
    CauseText {
        cause: Cause::Suppressed,
        title: "On a suppression list",
        summary: "The sending service did not send to {address} because that address is on its suppression list.",
        explain: "Services that send mail for others remember addresses that bounced, complained or unsubscribed, and do not \
                  send to them again. The message never left the service. The address may be fine today, but somebody has to \
                  take it off the list.",
        steps: &[
            (
                Owner::Sender,
                &[
                    "Look {address} up in the suppression, bounce or block list of the service you send with: it shows since \
                     when and why.",
                    "Leave it there if the person unsubscribed or complained: writing to them again harms all your mail.",
                    "Make sure that the address works before you remove it: ask the recipient another way, or send from an \
                     ordinary mailbox.",
                    "Remove it from the list only then, and send again.",
                    "Delete the address from your own lists if it is dead.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Look {address} up in the suppression list of the sending service, with the date and the first bounce.",
                    "Remove it if the address works again or the first bounce was a mistake.",
                    "Check that one blocked period did not put many good addresses on the list, and remove those together.",
                ],
            ),
        ],
        tell: "",
        links: &[],
    },
    CauseText {
        cause: Cause::Unknown,
        title: "Reason not stated",
        summary: "The message to {address} was not delivered, and the report does not say why.",
        explain: "Some servers refuse mail with no more than \"rejected\", or their reply was lost on the way to the report. The \
                  first digit of the code still says whether it was meant for good (5) or for now (4). Everything else has to \
                  be found out from the servers' logs.",
        steps: &[
            (
                Owner::Unknown,
                &[
                    "Check {address} for typing errors.",
                    "Send a short plain message without attachments and links to the same address, to see whether the \
                     address or the content is the matter.",
                    "Send from another account, to see whether your server or address is the matter.",
                    "Ask your mail administrator or provider what their log says about the message, and pass on the whole \
                     report.",
                    "Ask the recipient another way whether others have trouble reaching them.",
                ],
            ),
            (
                Owner::Sender,
                &[
                    "Check {address} for typing errors.",
                    "Send a short plain message without attachments and links to the same address.",
                    "Pass the whole report on to your mail administrator or provider if that fails too.",
                ],
            ),
            (
                Owner::SenderAdmin,
                &[
                    "Search the log of the sending server for the message and the full reply of {host}.",
                    "Repeat the delivery by hand with `swaks --to {address} --from {sender}` and read each reply.",
                    "Check SPF, DKIM and reverse DNS, and look {ip} up at check.spamhaus.org.",
                    "Contact the administrators of {domain} with the time, {ip} and the reply.",
                ],
            ),
            (
                Owner::RecipientAdmin,
                &[
                    "Search the log of {host} for {sender} and {ip} at the time of the report.",
                    "Check that {address} exists, is enabled and has room.",
                    "Make the refusing rule or filter state its reason in the reply.",
                ],
            ),
        ],
        tell: "Hello, my e-mail[ to {address}] came back without a clear reason. Could you look into the mail log for the \
               message[ from {sender}] and tell me what the receiving server answered?",
        links: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{placeholder, verb};

    /// Every sentence that is shown to people, with where it stands.
    fn sentences() -> impl Iterator<Item = (Cause, &'static str)> {
        CAUSES.iter().flat_map(|c| {
            let steps = c.steps.iter().flat_map(|(_, s)| s.iter().copied());
            [c.title, c.summary, c.explain, c.tell].into_iter().chain(steps).map(|s| (c.cause, s))
        })
    }

    #[test]
    fn every_cause_is_there_in_order() {
        assert_eq!(CAUSES.iter().map(|c| c.cause).collect::<Vec<_>>(), Cause::ALL);
        for cause in Cause::ALL {
            assert_eq!(text(*cause).cause, *cause);
        }
    }

    #[test]
    fn placeholders_are_known() {
        for (cause, s) in sentences() {
            assert_eq!(placeholder::check(s), Ok(()), "{cause}: {s}");
        }
        for c in CAUSES {
            assert!(!c.explain.contains('{') && !c.title.contains('{'), "{}: read without a message", c.cause);
        }
    }

    #[test]
    fn titles_summaries_and_explanations_have_their_form() {
        for c in CAUSES {
            let words = c.title.split_whitespace().count();
            assert!((2..=5).contains(&words) && !c.title.ends_with('.'), "{}: {}", c.cause, c.title);
            assert!(c.summary.ends_with('.') && !c.summary.trim_end_matches('.').contains(". "), "{}", c.summary);
            assert!(!c.summary.starts_with('{'), "{}: a placeholder cannot take a capital", c.cause);
            let full_stops = c.explain.matches(". ").count() + 1;
            assert!(c.explain.ends_with('.') && (2..=4).contains(&full_stops), "{}: {}", c.cause, c.explain);
        }
        for (cause, s) in sentences() {
            assert!(!s.contains("  ") && !s.contains('\n'), "{cause}: {s}");
        }
    }

    #[test]
    fn steps_are_plain_imperatives() {
        for c in CAUSES {
            for (owner, steps) in c.steps {
                assert!(!steps.is_empty(), "{} {owner}", c.cause);
                for step in *steps {
                    assert_eq!(verb::missing(step), None, "{} {owner}: not an imperative verb: {step}", c.cause);
                    assert!(step.ends_with('.'), "{} {owner}: {step}", c.cause);
                    assert!(
                        !step.contains('!') && !step.to_lowercase().contains("please"),
                        "{} {owner}: {step}",
                        c.cause
                    );
                }
            }
        }
    }

    #[test]
    fn the_default_owner_has_the_first_steps_and_no_owner_has_two() {
        for c in CAUSES {
            assert_eq!(c.steps.first().map(|(o, _)| *o), Some(c.cause.default_owner()), "{}", c.cause);
            let mut owners: Vec<Owner> = c.steps.iter().map(|(o, _)| *o).collect();
            owners.sort_unstable();
            owners.dedup();
            assert_eq!(owners.len(), c.steps.len(), "{}", c.cause);
            assert!(c.steps_of(Owner::Sender).is_some() || c.cause.default_owner() == Owner::Nobody, "{}", c.cause);
            assert!(!c.steps_for(Owner::Unknown).is_empty(), "{}", c.cause);
        }
    }

    #[test]
    fn a_text_to_send_on_exists_where_somebody_else_must_act() {
        for c in CAUSES {
            let alone = matches!(c.cause.default_owner(), Owner::Sender | Owner::Nobody);
            assert_eq!(c.tell.is_empty(), alone, "{}", c.cause);
            assert!(c.tell.is_empty() || c.tell.ends_with(['.', '?', ']']), "{}: {}", c.cause, c.tell);
        }
    }

    #[test]
    fn links_are_links() {
        for link in CAUSES.iter().flat_map(|c| c.links) {
            assert!(link.starts_with("https://"), "{link}");
        }
    }
}
