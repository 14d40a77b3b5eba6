using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>Who a request comes from, when it comes from somebody who is signed in.</summary>
public sealed record SignedIn(Guid AccountId, Guid SessionId, string DisplayName, StaffRole? Role, Language Language);

public static class SignedInOfRequest
{
    /// <summary>Null for a visitor.</summary>
    public static SignedIn? SignedIn(this HttpContext context) => context.Features.Get<SignedIn>();
}
