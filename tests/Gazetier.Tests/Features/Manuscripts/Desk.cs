using System.Globalization;
using System.Net;
using System.Text.Json;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

/// <summary>What somebody of the newsroom does at the writing desk, as the page's own form sends it.</summary>
internal static class Desk
{
    /// <summary>Begins an article, and says its number.</summary>
    public static async Task<long> BeginAsync(this Browser staff, string headline = "La régie reprend la main", params (string Name, string Value)[] order)
    {
        var mine = (await staff.GetAsync("/redaction/articles/nouveau")).Document.QuerySelector("#qui option[selected]")!.GetAttribute("value")!;
        (string Name, string Value)[] usual = [("titre", headline), ("rubrique", Newsroom.News.Id.ToString()), ("genre", "News"), ("qui", mine)];
        var answer = await staff.PostAsync("/redaction/articles/nouveau", [.. usual.Where(field => !order.Any(o => o.Name == field.Name)), .. order]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Body);
        return long.Parse(answer.Location!.Split('/', '?')[3], CultureInfo.InvariantCulture);
    }

    /// <summary>The fields of the writing desk as they stand in the page, some of them changed.</summary>
    public static async Task<(string Name, string Value)[]> FieldsAsync(this Browser staff, long id, params (string Name, string Value)[] changed)
    {
        var page = await staff.GetAsync($"/redaction/articles/{id}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var form = page.Document.QuerySelector("form#copie")!;
        var fields = form.QuerySelectorAll("input:not([type=checkbox]):not([type=radio]):not([form])").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("input:checked").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)))
            .Concat(form.QuerySelectorAll("textarea:not([form])").Select(area => (area.GetAttribute("name")!, area.TextContent)))
            .Concat(form.QuerySelectorAll("select").Select(select => (select.GetAttribute("name")!, select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")));
        return [.. fields.Where(field => !changed.Any(change => change.Name == field.Item1)), .. changed];
    }

    /// <summary>Saves as a browser without scripts does.</summary>
    public static async Task<Answer> SaveAsync(this Browser staff, long id, params (string Name, string Value)[] changed) =>
        await staff.PostAsync($"/redaction/articles/{id}", await staff.FieldsAsync(id, changed));

    /// <summary>Saves as the editor does, and reads what it is told.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Said)> SendAsync(this Browser staff, long id, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/redaction/articles/{id}")
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Accept", "application/json");
        var answer = await staff.SendAsync(request);
        return (answer.Status, answer.Body.StartsWith('{') ? JsonDocument.Parse(answer.Body).RootElement : default);
    }

    /// <summary>Publishes, passing over whatever is not in order.</summary>
    public static async Task<Answer> PublishAsync(this Browser staff, long id, params (string Name, string Value)[] fields)
    {
        var page = await staff.GetAsync($"/redaction/articles/{id}/parution");
        var version = page.Document.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var passed = page.Document.QuerySelectorAll("input[name=passe]").Select(input => ("passe", input.GetAttribute("value")!));
        return await staff.PostAsync($"/redaction/articles/{id}/parution", [("version", version), .. passed, .. fields]);
    }
}
