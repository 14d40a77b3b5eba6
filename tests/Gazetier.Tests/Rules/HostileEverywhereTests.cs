using System.Net;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>
/// Whatever is typed, in whatever place: no error of ours, nothing that runs, an answer that is well-formed (S-07). The
/// places are asked of the application. Each payload of ours goes to each place once, each of the corpus to a quarter of them: as a visitor,
/// a reader or an editor in turn.
/// </summary>
public class HostileEverywhereTests
{
    private static readonly string[] InQueries = ["page", "q", "retour", "langue", "fait", "kind", "slug", "email"];
    private static readonly string[] Everywhere = ["retour", "langue", "email", "password", "nom"];

    private static readonly string[] Headers =
    [
        "User-Agent", "Referer", "Cookie", "Accept", "Accept-Encoding", "Accept-Language", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
        "If-None-Match", "If-Modified-Since", "Range", "Sec-Fetch-Site", "Origin",
    ];

    [Fact]
    public async Task No_address_breaks()
    {
        await using var site = await Site.OpenAsync();
        var entrances = (await site.EntrancesAsync()).Where(e => e.HasParameters).ToList();
        entrances.Count.ShouldBeGreaterThan(10);
        await VisitAsync(site, entrances, (entrance, payload) => Get(entrance.Address(_ => Segment(payload))));
    }

    [Fact]
    public async Task No_query_breaks_a_page()
    {
        await using var site = await Site.OpenAsync();
        await VisitAsync(site, await site.EntrancesAsync(), (entrance, payload) =>
            Get(entrance.Address() + "?" + string.Join('&', InQueries.Concat(entrance.Fields).Distinct().Select(name => name + "=" + Uri.EscapeDataString(payload)))));
    }

    [Fact]
    public async Task No_header_breaks_a_page()
    {
        await using var site = await Site.OpenAsync();
        await VisitAsync(site, await site.EntrancesAsync(), (entrance, payload) =>
        {
            var request = Get(entrance.Address());
            // A server lets no control character through; of what is left it takes each byte.
            var value = new string([.. payload.Where(c => !char.IsControl(c) && c < 256).Take(4000)]);
            foreach (var name in Headers)
            {
                request.Headers.TryAddWithoutValidation(name, name == "Cookie" ? $"session={value}; langue={value}; {value}" : value);
            }

            return request;
        });
    }

    [Fact]
    public async Task No_field_breaks_a_form()
    {
        await using var site = await Site.OpenAsync();
        var forms = (await site.EntrancesAsync()).Where(e => e.Posts).ToList();
        var fields = await FieldsAsync(site);
        forms.Count.ShouldBeGreaterThan(15);
        await VisitAsync(site, forms, (entrance, payload) =>
            Post(entrance.Address(), Everywhere.Concat(entrance.Fields).Concat(fields[entrance.Address()]).Distinct(), payload));
    }

    [Fact]
    public async Task Ten_megabytes_are_too_much_for_any_form()
    {
        await using var site = await Site.OpenAsync();
        var forms = (await site.EntrancesAsync()).Where(e => e.Posts).ToList();
        var large = new string('x', 10 * 1024 * 1024);
        HttpStatusCode[] clear =
        [
            HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound,
            // Sent to sign in, or away, before anything is read.
            HttpStatusCode.Redirect,
        ];
        foreach (var browser in new[] { site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Ines) })
        {
            foreach (var form in forms)
            {
                var answer = await browser.SendAsync(Post(form.Address(), ["email"], large));
                answer.Status.ShouldBeOneOf(clear, form.Address());
                Intact.Wrong(answer).ShouldBeEmpty(form.Address());
            }

            browser.Dispose();
        }
    }

    private static async Task VisitAsync(Site site, IReadOnlyList<Entrance> entrances, Func<Entrance, string, HttpRequestMessage> ask)
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, payload) in Payloads.All.Index())
        {
            // Anew for each: some forms sign out, or end all sessions.
            Browser[] people = [site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Ines)];
            foreach (var (place, entrance) in entrances.Index().Where(one => number < Payloads.Own || (number + one.Index) % 4 == 0))
            {
                var request = ask(entrance, payload);
                var what = $"{request.Method} {entrance.Pattern.RawText} with {payload[..Math.Min(payload.Length, 80)]}";
                var answer = await people[(number + place) % people.Length].SendAsync(request);
                if (answer.Headers.ContainsKey("Content-Encoding"))
                {
                    continue;
                }

                // The same answer as to another payload is not read again.
                if (answer.Body.Length == 0 || (int)answer.Status >= 500 || seen.Add(answer.Body))
                {
                    wrong.AddRange(Intact.Wrong(answer).Select(text => $"{what}: {text}"));
                }
            }

            Array.ForEach(people, person => person.Dispose());
        }

        seen.Count.ShouldBeGreaterThan(1);
        wrong.ShouldBeEmpty();
    }

    /// <summary>What the forms that the cast sees ask for, by where they are sent.</summary>
    private static async Task<ILookup<string, string>> FieldsAsync(Site site)
    {
        var found = new HashSet<(string Address, string Name)>();
        foreach (var browser in new[] { site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Ines) })
        {
            foreach (var address in (await site.EntrancesAsync()).Select(e => e.Address()))
            {
                var answer = await browser.GetAsync(address);
                foreach (var form in answer.Document.QuerySelectorAll("form[method=post]"))
                {
                    var action = form.GetAttribute("action") is { Length: > 0 } to ? to.Split('?')[0] : address;
                    found.UnionWith(form.QuerySelectorAll("[name]").Select(field => (action, field.GetAttribute("name")!)));
                }
            }

            browser.Dispose();
        }

        found.Count.ShouldBeGreaterThan(20);
        return found.ToLookup(one => one.Address, one => one.Name);
    }

    /// <summary>As a segment of an address: a dot alone would be another address.</summary>
    private static string Segment(string payload)
    {
        // No server lets %00 through in a path.
        var escaped = (payload == "%ff%fe" ? payload : Uri.EscapeDataString(payload)).Replace("%00", "%01", StringComparison.Ordinal);
        return escaped is "." or ".." ? "%2E%2E" : escaped[..Math.Min(escaped.Length, 6000 - (6000 % 3))];
    }

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, address);

    private static HttpRequestMessage Post(string address, IEnumerable<string> fields, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(name => KeyValuePair.Create(name, value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }
}
