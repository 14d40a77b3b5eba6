namespace Gazetier.Features.Bounces;

/// <summary>
/// What a server's refusal means (E-04). Its words come first, for many servers say "user unknown" under any code; then the
/// enhanced status (RFC 3463); then the reply code. What says nothing is soft: it counts, and suppresses nobody at once.
/// </summary>
public static class Verdict
{
    /// <param name="diagnostic">The server's own words.</param>
    /// <param name="text">What the report says besides, for people.</param>
    /// <param name="status">"5.1.1", or "".</param>
    public static BounceKind Of(string diagnostic, string text, string status)
    {
        var said = Telling.Of(diagnostic);
        if (said is { } plain)
        {
            return plain;
        }

        var code = status.Length == 0 || status.EndsWith(".0.0", StringComparison.Ordinal) ? Words.StatusIn(diagnostic) : status;
        code = code.Length == 0 ? status : code;
        return OfStatus(code) ?? Telling.Of(text) ?? OfReply(Words.ReplyIn(diagnostic), code) ?? BounceKind.Soft;
    }

    public static bool SaysSomething(string text) => Telling.Of(text) is not null;

    /// <summary>Null for codes that leave it open: 5.0.0, 5.2.0.</summary>
    private static BounceKind? OfStatus(string status)
    {
        // 4.7.x in a report that is final: refused for so long that the server gave up.
        if (status.StartsWith('4') && !status.StartsWith("4.7.", StringComparison.Ordinal))
        {
            return BounceKind.Soft;
        }

        return status switch
        {
            "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.1.351" or "5.2.1" or "5.4.4" => BounceKind.Hard,
            "5.1.7" or "5.1.8" => BounceKind.Policy,
            "5.2.2" or "5.2.3" or "5.3.4" or "5.4.1" or "5.4.6" or "5.4.7" or "5.7.13" => BounceKind.Soft,
            _ when status.StartsWith("5.6.", StringComparison.Ordinal) => BounceKind.Soft,
            _ when status.Length > 2 && status.AsSpan(1, 3).SequenceEqual(".7.") => BounceKind.Policy,
            _ => null,
        };
    }

    private static BounceKind? OfReply(string reply, string status) => reply switch
    {
        "" => null,
        "550" or "551" or "553" when status.StartsWith("5.1.", StringComparison.Ordinal) => BounceKind.Hard,
        "551" => BounceKind.Hard,
        "554" when status.StartsWith("5.7", StringComparison.Ordinal) => BounceKind.Policy,
        _ => BounceKind.Soft,
    };
}
