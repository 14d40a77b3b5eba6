using Gazetier.Features.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Figures;

/// <summary>What the tests of figures do again and again: a browser asks as a browser does, and counts are written down now.</summary>
internal static class Reading
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    public const string Free = "/1/l-eau-devient-plus-chere/";
    public const string Registered = "/2/article-2/";
    public const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    /// <summary>Asks for a page as a browser does.</summary>
    public static Task<Answer> ReadAsync(this Browser browser, string path, params (string Name, string Value)[] headers) =>
        browser.SendAsync(Request(HttpMethod.Get, path, headers));

    /// <summary>Sends a form as a browser does.</summary>
    public static Task<Answer> FillAsync(this Browser browser, string path, params (string Name, string Value)[] fields)
    {
        var request = Request(HttpMethod.Post, path, ("Sec-Fetch-Site", "same-origin"));
        request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return browser.SendAsync(request);
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers.Append(("User-Agent", Firefox)).DistinctBy(h => h.Item1))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public static Task KeepCountsAsync(this Site site) => site.Services.GetRequiredService<KeepCounts>().RunAsync(CancellationToken.None);

    /// <summary>What stands in the table: "3 Read Visitor: 2", in order.</summary>
    public static async Task<IReadOnlyList<string>> CountsAsync(this Site site, params ReadStep[] steps)
    {
        await site.KeepCountsAsync();
        var rows = await site.DoAsync(db => db.ReadCounts.AsNoTracking().ToListAsync());
        return
        [
            .. rows.Where(row => steps.Length == 0 || steps.Contains(row.Step))
                .OrderBy(row => row.ArticleId).ThenBy(row => row.Step).ThenBy(row => row.Kind, StringComparer.Ordinal)
                .Select(row => $"{row.ArticleId} {row.Step} {row.Kind}: {row.Number}".Replace(" :", ":", StringComparison.Ordinal)),
        ];
    }
}
