namespace Gazetier.Features.Accounts;

public static class SessionQueries
{
    /// <summary>Sessions that still sign somebody in (S-05): within the absolute limit, and not idle for too long.</summary>
    public static IQueryable<Session> Open(this IQueryable<Session> sessions, DateTime now)
    {
        var idleSince = now - SessionCookie.IdleLimit;
        return sessions.Where(s => s.ExpiresAt > now && s.LastSeenAt > idleSince);
    }
}
