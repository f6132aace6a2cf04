//! Microsoft: Exchange Online, Outlook.com, Exchange Server, Symantec/Broadcom Email Security.cloud and the Outlook client: the seed documents of the product.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
