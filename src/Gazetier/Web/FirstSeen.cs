using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Gazetier.Web;

/// <summary>
/// Since when an address answers what it answers, as this node saw it: for answers that do not know themselves when they changed (feeds, sitemaps).
/// Told as Last-Modified; another node may say another time, and then the tag decides.
/// </summary>
public sealed class FirstSeen
{
    /// <summary>A few hundred of the newspaper's, and the readers' own feeds; an address can be written in many ways.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, (string Digest, DateTime At)> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">Of an answer that exists.</param>
    /// <param name="now">UTC.</param>
    public string Of(string path, ReadOnlySpan<byte> body, DateTime now)
    {
        if (_seen.Count >= Most)
        {
            _seen.Clear();
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10));
        return _seen.AddOrUpdate(path, (digest, now), (_, known) => known.Digest == digest ? known : (digest, now)).At.ToString("R", CultureInfo.InvariantCulture);
    }
}
