using System.Net;
using Gazetier.Features.Alerts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.LegalTexts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

/// <summary>What the newsroom does with legal texts, by its own forms.</summary>
internal static class LegalDesk
{
    /// <summary>Characters that stand in the withheld part of a long summary.</summary>
    public const string Withheld = "pangolin mirabelle trombone";

    /// <summary>The cast's newspaper, before it had any legal text.</summary>
    public static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(db => db.LegalTexts.ExecuteDeleteAsync());
        return site;
    }

    public static async Task<LegalText> AddTextAsync(this Site site, Browser staff, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> form = new()
        {
            ["genre"] = "OfficialText",
            ["titre"] = "Décret relatif au partage de l’eau",
            ["nature"] = "Décret",
            ["numero"] = "2026-112",
            ["date"] = "2026-03-03",
            ["acces"] = "None",
            ["visible"] = "true",
        };
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        var answer = await staff.PostAsync("/redaction/textes/nouveau", [.. form.Select(field => (field.Key, field.Value))]);
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Body);
        var id = Guid.Parse(answer.Location!.Split('/', '?')[3]);
        await site.FollowChangesAsync();
        return await site.DoAsync(db => db.LegalTexts.AsNoTracking().SingleAsync(t => t.Id == id));
    }

    public static async Task<Answer> RepealAsync(this Browser staff, LegalText text, string since = "2026-11-20", string by = "", bool tells = true) =>
        await staff.PostAsync($"/redaction/textes/{text.Id}/etat", [("etat", "Repealed"), ("depuis", since), ("par", by), ("motif", "Un autre texte le remplace."), .. tells ? [("prevenir", "true")] : Array.Empty<(string, string)>()]);

    public static Task<Posted> AlertAsync(this Site site) => site.WithAsync<IssueAlerts, Posted>(alerts => alerts.RunAsync(CancellationToken.None));

    public static string LongSummary() =>
        string.Concat(Enumerable.Range(1, 12).Select(n => $"<p>Paragraphe {n} de l’analyse, avec assez de mots pour que la part ouverte ait une fin claire.</p>")) + $"<p>À la fin seulement : {Withheld}.</p>";
}
