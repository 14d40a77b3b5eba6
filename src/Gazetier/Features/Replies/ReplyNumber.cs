using System.Security.Cryptography;

namespace Gazetier.Features.Replies;

/// <summary>The number of a request. Drawn by lot: it says nothing of how many there are, and nobody guesses another's.</summary>
public static class ReplyNumber
{
    /// <summary>Letters and digits that are not taken for one another when read aloud.</summary>
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTVWXZ";

    /// <summary>"DR-7K3M-92QF".</summary>
    public static string Draw() => $"DR-{RandomNumberGenerator.GetString(Signs, 4)}-{RandomNumberGenerator.GetString(Signs, 4)}";
}
