using System.Globalization;

namespace Gazetier.Text;

/// <summary>Times as machines read them.</summary>
public static class Iso8601
{
    /// <summary>"2026-11-23T04:30:00Z"; valid as RFC 3339 and as W3C date and time.</summary>
    public static string Of(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
