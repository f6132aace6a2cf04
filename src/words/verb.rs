//! The verbs that a step may begin with: it tells its reader what to do. The build script reads this file too.

/// In alphabetical order.
const VERBS: &str = "\
    Accept Add Agree Allow Answer Approve Ask Attach Authenticate Avoid Begin Block Break Buy Call Change Check Choose Clean \
    Clear Close Collect Compare Configure Confirm Connect Contact Convert Correct Create Decide Delete Disable Do Edit \
    Empty Enable Encode Enter Exempt Export File Fill Filter Find Finish Flush Follow Forward Free Get Give Grant Have \
    Identify Ignore Increase Inform Install Join Keep Leave Let Lift Limit List Load Log Look Lower Mail Make Mark Move \
    Name Note Offer Open Order Override Pack Pass Pay Place Point Publish Put Raise Reach Reactivate Read Recreate \
    Reduce Register Relax Release Remove Rename Renew Repair Repeat Replace Report Request Reset Resolve Restart \
    Restore Resubmit Retry Rewrite Route Rule Run Save Scan Search Secure See Send Set Settle Share Shorten Shrink Sign Slow \
    Space Split Spread Start Stop Store Submit Subscribe Switch Take Tell Test Treat Trim Try Turn Type Unblock \
    Unsubscribe Update Upgrade Upload Use Verify Wait Watch Whitelist Withdraw Work Write";

/// The word that a step begins with, where that is none of the verbs.
#[must_use]
pub(crate) fn missing(step: &str) -> Option<&str> {
    let first = step.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    VERBS.split(' ').all(|verb| verb != first).then_some(first)
}
