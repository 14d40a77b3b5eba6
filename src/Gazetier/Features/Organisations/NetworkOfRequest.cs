using Gazetier.Features.Access;

namespace Gazetier.Features.Organisations;

public static class NetworkOfRequest
{
    /// <summary>The organisation whose network this request is read by, for the banner; null: none.</summary>
    public static string? ReadsThanksTo(this HttpContext context)
    {
        foreach (ref readonly var grant in context.Reader().Rights.Grants.AsSpan())
        {
            if (grant.Source == GrantSource.Address)
            {
                return grant.Label;
            }
        }

        return null;
    }
}
