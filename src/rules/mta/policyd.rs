//! Policy daemons: postgrey, policyd (cluebringer), policyd-weight, milter-greylist, OpenBSD spamd, rspamd, amavis.

use crate::cause::{Cause, Owner, Permanence};
use crate::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "policyd-greylisted",
        cause: Cause::Greylisted,
        permanence: Some(Permanence::Temporary),
        says: &["policy rejection- please try later", "policy rejection - please try later", "greylisting in effect"],
        examples: &[ex("450 4.7.1 <x@example.com>: Recipient address rejected: Policy Rejection- Please try later.")],
        source: "policyd: policyd.conf, GREYLIST_REJECTION",
        ..RULE
    },
    Rule {
        id: "policyd-blacklisted",
        cause: Cause::SenderBlocked,
        says: &["policy rejection- abuse", "policy rejection - abuse"],
        steps: &[
            "Look for the sending IP, its host name, HELO name or {sender_domain} in the black list tables of the policy daemon on {host}.",
        ],
        examples: &[ex("550 5.7.1 <x@example.com>: Recipient address rejected: Policy Rejection- Abuse. Go away.")],
        source: "policyd: policyd.conf, BLACKLIST_REJECTION",
        ..RULE
    },
    Rule {
        id: "policyd-quota",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &[
            "policy rejection- quota exceeded",
            "policy rejection - quota exceeded",
            "policy rejection; message count quota exceeded",
            "policy rejection; message cumulative size quota exceeded",
            "policy rejection; quota exceeded",
        ],
        summary: "The policy daemon of {host} limits how much one sender may send, and that limit is used up.",
        examples: &[ex("450 4.7.1 <x@example.com>: Recipient address rejected: Policy Rejection- Quota Exceeded.")],
        source: "policyd: policyd.conf, QUOTA_EXCEEDED_TEMP_REJECT; cluebringer: Quotas",
        ..RULE
    },
    Rule {
        id: "policyd-weight-forged",
        cause: Cause::PoorReputation,
        says: &["mail appeared to be spam or forged"],
        summary: "The receiving server judged the sending host by its DNS names and by block lists, and the sum was too bad.",
        steps: &[
            "Make the HELO name, the reverse name of {ip} and the address record of that name agree.",
            "Look {ip} up on public block lists and clear the cause of a listing.",
        ],
        examples: &[ex(
            "550 5.7.1 <x@example.com>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs; MTA helo: mail.example.net",
        )],
        source: "policyd-weight: $REJECTMSG",
        ..RULE
    },
    Rule {
        id: "policyd-weight-retry",
        cause: Cause::PoorReputation,
        permanence: Some(Permanence::Temporary),
        says: &["temporarily blocked because of previous errors", "retrying too fast. penalty"],
        examples: &[ex(
            "450 4.7.1 <x@example.com>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries.",
        )],
        source: "policyd-weight",
        ..RULE
    },
    Rule {
        id: "amavis-banned",
        cause: Cause::ContentBlocked,
        says: &["- banned:", "banned (", "reject, id=* banned", "banned:"],
        steps: &[
            "Send the file another way, such as a link to a file share; the filter refuses this type or name even inside an archive.",
        ],
        examples: &[ex("554 5.7.0 Reject, id=04711-05 - BANNED: .exe,.exe-ms,invoice.pdf.exe")],
        source: "amavisd-new: amavisd.conf, smtp_reason_by_ccat",
        ..RULE
    },
    Rule {
        id: "amavis-infected",
        cause: Cause::VirusDetected,
        says: &["- infected:", "- virus", "- infected"],
        not: &["spam"],
        examples: &[ex("554 5.7.0 Reject, id=04711-06 - INFECTED: Example-Test")],
        source: "amavisd-new: amavisd.conf, smtp_reason_by_ccat",
        ..RULE
    },
    Rule {
        id: "amavis-spam",
        cause: Cause::SpamContent,
        says: &["message content rejected, ube", "ube, id="],
        examples: &[ex("550 5.7.1 Message content rejected, UBE, id=04711-08")],
        source: "amavisd-new: amavisd.conf, smtp_reason_by_ccat",
        ..RULE
    },
    Rule {
        id: "amavis-spam-short",
        cause: Cause::SpamContent,
        says: &["reject, id="],
        and: &["spam"],
        examples: &[
            ex("554 5.7.0 Reject, id=04711-07 - spam"),
            ex("554 5.7.0 Reject, id=04711-09 - SPAM. See http://example.com/block"),
        ],
        source: "amavisd-new: amavisd.conf, smtp_reason_by_ccat",
        ..RULE
    },
    Rule {
        id: "rspamd-spam",
        cause: Cause::SpamContent,
        says: &["spam message rejected", "gtube pattern"],
        examples: &[ex("554 5.7.1 Spam message rejected"), ex("554 5.7.1 Gtube pattern")],
        source: "https://rspamd.com/doc/modules/force_actions.html; rspamd: milter protocol",
        ..RULE
    },
    Rule {
        id: "rspamd-try-again-later",
        cause: Cause::Greylisted,
        permanence: Some(Permanence::Temporary),
        says: &["try again later"],
        like: Some(r"^451 4\.7\.1 try again later\.?$"),
        summary: "The receiving server put the message off (rspamd answers like this to greylist a sender).",
        examples: &[ex("451 4.7.1 Try again later")],
        source: "https://rspamd.com/doc/modules/greylisting.html",
        ..RULE
    },
    Rule {
        id: "milter-regex-or-access-reject",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::RecipientAdmin),
        says: &["message rejected by milter", "rejected by milter", "mail rejected by local policy"],
        examples: &[ex("554 5.7.1 Message rejected by milter")],
        source: "wording of milters",
        ..RULE
    },
];
