using Gazetier.Web;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>Where a new factor leads: after the first, to the recovery codes, without which a lost phone is a lost account.</summary>
public static class AfterFactor
{
    public static string Path(string done, bool isFirst, string? returnPath)
    {
        var next = LocalPath.Or(returnPath, "");
        return isFirst ? "/mon-compte/securite/codes-de-secours?retour=" + Uri.EscapeDataString(next)
            : next.Length > 0 ? next
            : "/mon-compte/securite?fait=" + done;
    }
}
