using System.Text.RegularExpressions;

namespace Gazetier.Features.Bounces;

/// <summary>
/// Words by which servers say what is the matter, in the order in which they are looked for: what is about the sender comes
/// before "does not exist", which is said of senders too.
/// </summary>
public static partial class Telling
{
    private static readonly (BounceKind Kind, string[] Words)[] Phrases =
    [
        // Said of an address, and sounding like something else further down.
        (BounceKind.Policy, ["relay quota"]),
        (BounceKind.Hard, ["not listed in domino", "not listed in public", "recipient address rejected: access denied", "recipient address rejected. ", "user not exist", "not accepting network messages"]),
        (BounceKind.Soft,
        [
            "may not exist", "compte du destinataire est bloque", "n'existe pas ou", "name server reply", "host not found, try again", "at a rate", "temporary locked", "user account disabled", "disabled recipient", "duplicate header", "size exceeds",
        ]),
        (BounceKind.Soft,
        [
            "mailbox full", "mailbox is full", "mailbox exceeded", "over quota", "overquota", "quota exceeded", "exceeded quota", "exceeded the quota", "exceeds the quota", "insufficient system storage", "exceeded storage", "out of storage", "storage limit", "disk quota", "boîte pleine", "boite pleine", "inbox is full", "mailbox size limit", "quota exceed", "mailfolder is full", "not enough storage", "exceeded his/her disk", "user is over", "account is over",
            "message size exceeds", "message too large", "message too big", "message is too big", "exceeds maximum message size", "exceeds fixed limit", "size limit",
        ]),
        (BounceKind.Policy,
        [
            "authentication checks", "after mail from:", "to mail from command", "sender was rejected", "protocol violation", "mismatches client ip", "from: domain is invalid", "invalid domain name", "ofr_506", "mail rejete", "email address is not verified", "user complaints",
            "sender address rejected", "sender address does not", "sender domain", "domain of sender", "sender not", "sender rejected", "sender denied", "sender verify", "unresolvable", "your domain", "envelope blocked", "from address", "reverse dns", "ptr record", "rdns", "reverse lookup", "no ptr", "spf ", "spf:", "(spf)", "dkim", "dmarc", "unauthenticated",
            "blacklist", "blocklist", "block list", "black list", "spamhaus", "spamcop", "dnsbl", "rbl", "listed in", "blocked", "reputation", "spam", "junk", "unsolicited", "virus", "access denied", "policy", "relaying", "relay access", "unable to relay", "relay denied", "not relay", "relay not", "banned", "not authorized", "not permitted", "bad reputation", "abuse", "rejected for", "client host rejected", "rejected by header",
        ]),
        (BounceKind.Hard,
        [
            "user unknown", "unknown user", "no such user", "no such account", "no such address", "no such mailbox", "no such recipient", "unknown recipient", "recipient unknown", "unknown address", "address unknown", "unknown mailbox", "mailbox unknown", "does not exist", "doesn't exist", "do not exist", "invalid recipient", "invalid user", "invalid mailbox", "invalid address", "mailbox not found", "user not found", "recipient not found", "address not found", "not found in", "no mailbox", "mailbox unavailable", "unrouteable address",
            "undeliverable address", "not a valid", "unknown local", "final delivery userid", "name is not recognized", "invalid user address", "is not known", "no account", "bad destination", "not our customer", "user doesn't have", "recipientnotfound", "adresse inconnue", "destinataire inconnu", "n'existe pas", "utilisateur inconnu", "no longer", "user is unknown", "addressee unknown", "addressed to unknown",
            "host unknown", "unknown host", "host not found", "domain not found", "name service error", "no such domain", "unknown domain", "domain unknown", "nonexistent domain", "indicated no smtp service", "no mx found", "nullmx", "null mx", "does not accept mail", "domain does not", "domain is not",
        ]),
        (BounceKind.Soft,
        [
            "timed out", "timeout", "connection refused", "try again later", "temporar", "too many", "deferred", "could not connect", "unable to connect", "no route to host", "retry time", "mail loop", "too many hops", "rate limit", "greylist", "has been delayed", "expired", "not respond",
        ]),
    ];

    /// <summary>Null where no word tells.</summary>
    public static BounceKind? Of(string text)
    {
        var line = Blanks().Replace(text, " ") + " ";
        foreach (var (kind, words) in Phrases)
        {
            if (words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
