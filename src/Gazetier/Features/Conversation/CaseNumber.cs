using System.Security.Cryptography;

namespace Gazetier.Features.Conversation;

/// <summary>The number of a notice or a measure. Drawn by lot: it says nothing of how many there are.</summary>
public static class CaseNumber
{
    /// <summary>Letters and digits that are not taken for one another when read aloud.</summary>
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTVWXZ";

    /// <param name="kind">"SIG" or "MOD".</param>
    /// <returns>"SIG-7K3M-92QF".</returns>
    public static string Draw(string kind) => $"{kind}-{RandomNumberGenerator.GetString(Signs, 4)}-{RandomNumberGenerator.GetString(Signs, 4)}";
}
