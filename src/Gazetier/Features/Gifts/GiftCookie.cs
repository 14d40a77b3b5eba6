using System.Globalization;
using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Gifts;

/// <summary>Which gifts a browser has opened, sealed: an article, its gift, until when.</summary>
public sealed class GiftCookie(Seal seal, NewspaperOptions options)
{
    private const string Purpose = "gifts";
    private const int AtMost = 20;
    private readonly HostCookie _cookie = new(options, "offerts");

    /// <summary>Whether there is one at all; costs next to nothing.</summary>
    public bool IsThere(HttpRequest request) => request.Headers.Cookie.Count > 0 && _cookie.Find(request) is not null;

    public async ValueTask<IReadOnlyList<Opened>> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var text = await seal.OpenAsync(_cookie.Find(request), Purpose, cancel);
        return text is null ? [] : [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Opened.Parse)];
    }

    public async Task<bool> HasAsync(HttpRequest request, Gift gift, CancellationToken cancel) => (await ReadAsync(request, cancel)).Any(opened => opened.Gift == gift.Id);

    public async Task AddAsync(HttpContext context, Gift gift, DateTime now, CancellationToken cancel)
    {
        var kept = (await ReadAsync(context.Request, cancel)).Where(opened => opened.Until > now).TakeLast(AtMost - 1);
        var all = kept.Append(new Opened(gift.ArticleId, gift.Id, gift.ExpiresAt)).ToList();
        _cookie.Write(context.Response, await seal.CloseAsync(string.Join(';', all), Purpose, cancel), all.Max(opened => opened.Until) - now);
    }

    /// <param name="Until">UTC.</param>
    public sealed record Opened(long Article, Guid Gift, DateTime Until)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Article}.{Gift:N}.{Until.Ticks}");

        public static Opened Parse(string text)
        {
            var parts = text.Split('.');
            return new(long.Parse(parts[0], CultureInfo.InvariantCulture), Guid.ParseExact(parts[1], "N"), new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
    }
}
