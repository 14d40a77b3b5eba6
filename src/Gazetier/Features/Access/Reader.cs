using Gazetier.Features.Accounts;

namespace Gazetier.Features.Access;

/// <summary>Who reads: a visitor, or an account with what it holds.</summary>
public sealed record Reader(SignedIn? SignedIn, Rights Rights)
{
    public static readonly Reader Visitor = new(null, Rights.None);
}

public static class ReaderOfRequest
{
    /// <summary>Who this request comes from.</summary>
    public static Reader Reader(this HttpContext context) => context.Features.Get<Reader>() ?? Access.Reader.Visitor;
}
