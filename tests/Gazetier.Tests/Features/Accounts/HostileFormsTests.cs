using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class HostileFormsTests
{
    private static readonly (string Path, string[] Fields)[] Forms =
    [
        ("/connexion", ["email", "password", "retour", "rester", "par"]),
        ("/inscription", ["nom", "email", "password", "retour", "certain"]),
        ("/mot-de-passe-oublie", ["email"]),
        ("/connexion/lien/x", ["rester"]),
        ("/inscription/confirmer/x", ["x"]),
        ("/mot-de-passe/x", ["password"]),
        ("/mon-adresse/x", ["x"]),
        ("/mon-compte/", ["nom", "langue", "fait"]),
        ("/mon-compte/securite", ["fin", "fait"]),
        ("/mon-compte/mot-de-passe", ["actuel", "nouveau"]),
        ("/mon-compte/adresse", ["email", "password"]),
        ("/mon-compte/supprimer", ["password"]),
        ("/connexion/second-facteur", ["code", "password", "reponse", "retour"]),
        ("/mon-compte/securite/cles", ["nom", "reponse", "retour"]),
        ("/mon-compte/securite/application", ["code", "secret", "retour"]),
        ("/mon-compte/securite/codes-de-secours", ["retour"]),
        ("/mon-compte/securite/retirer", ["cle"]),
        ("/langue", ["langue", "retour"]),
    ];

    [Fact]
    public async Task No_payload_breaks_a_form_or_comes_back_as_markup()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var payload in Payloads())
        {
            foreach (var (path, fields) in Forms)
            {
                var answer = await lou.PostAsync(path, [.. fields.Select(field => (field, payload))]);
                ((int)answer.Status).ShouldBeLessThan(500, $"{path}: {payload}");
                if (answer.Status == HttpStatusCode.UnprocessableEntity)
                {
                    answer.Document.QuerySelectorAll("main script:not([src]), main [onerror], main [onload], main iframe").ShouldBeEmpty($"{path}: {payload}");
                }

                answer.Location?.ShouldStartWith("/");
                answer.Location?.ShouldAllBe(letter => letter > ' ' && letter < '\u007f');
            }
        }
    }

    [Fact]
    public async Task Ten_megabytes_in_a_field_are_too_much()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var large = new string('x', 10 * 1024 * 1024);
        foreach (var (path, fields) in Forms.Where(form => form.Path != "/langue"))
        {
            var answer = await lou.PostAsync(path, (fields[0], large));
            answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
            answer.Text("h1").ShouldBe("C’est trop long");
        }
    }

    [Theory]
    [InlineData("application/json", "{}", true)]
    [InlineData("text/plain", "email=x", true)]
    [InlineData("multipart/form-data", "no boundary", false)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\ncut off", false)]
    [InlineData("application/x-www-form-urlencoded", "email=%00&password=%00&retour=%0d%0aSet-Cookie:x&nom=%0b", false)]
    [InlineData("application/x-www-form-urlencoded", "email=%ff%fe&password=%ed%a0%80&retour=%0d%0aSet-Cookie:x&nom=%0b", true)]
    [InlineData("application/x-www-form-urlencoded", "", true)]
    public async Task What_is_no_form_is_answered_clearly(string type, string body, bool isReadable)
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var path in Forms.Select(form => form.Path).Where(path => path is not ("/langue" or "/mon-compte/")))
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            var answer = await lou.SendAsync(request);
            if (!isReadable)
            {
                (answer.Status, answer.Text("h1")).ShouldBe((HttpStatusCode.BadRequest, "Cette demande n’est pas lisible"), path);
            }
            else
            {
                answer.Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound);
            }
        }
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var (path, _) in Forms)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            (await lou.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    /// <summary>A few of each category of the corpus, spread over all of it; our own where it is absent.</summary>
    private static List<string> Payloads()
    {
        string[] ours = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' OR 1=1--", "\0", "\ud800", "{0}{1}", "%s%n", "😀", "//evil.example", "/\\evil.example", "/é\u2028", "a@b.c\r\nBcc: x@y.z", new string('9', 5000)];
        var file = Paths.Corpus is null ? null : Path.Combine(Paths.Corpus, "hostile", "payloads.jsonl");
        if (file is null || !File.Exists(file))
        {
            return [.. ours];
        }

        var all = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (Category: line.GetProperty("category").GetString(), Payload: line.GetProperty("payload").GetString()!))
            .Where(line => line.Payload.Length < 5000)
            .GroupBy(line => line.Category);
        return [.. ours, .. all.SelectMany(group => group.Select(line => line.Payload).Where((_, n) => n % (group.Count() / 15) == 0))];
    }
}
