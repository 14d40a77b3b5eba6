using Gazetier.Features.Replies;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Replies;

/// <summary>What the tests of rights of reply do again and again.</summary>
public static class ReplySteps
{
    public const string Email = "maire@valmorel.example";
    public const string Text = "Je n’ai jamais ri de la sécheresse.\n\nLe conseil en a débattu deux heures.";

    /// <summary>A request that is right, but for what is said otherwise; empty: left out.</summary>
    public static Task<Answer> AskAsync(this Browser browser, params (string Name, string Value)[] otherwise)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["article"] = "3",
            ["passage"] = "Le syndicat a coupé deux forages sur trois.",
            ["reponse"] = Text,
            ["qualite"] = "Named",
            ["nom"] = "Anne Rivoal",
            ["fonction"] = "maire de Valmorel",
            ["adresse"] = "12, rue du Lavoir\n73260 Valmorel",
            ["email"] = Email,
            ["identite"] = "Ma carte d’élue",
        };
        foreach (var (name, value) in otherwise)
        {
            fields[name] = value;
        }

        return browser.PostAsync("/droit-de-reponse", [.. fields.Select(f => (f.Key, f.Value))]);
    }

    /// <summary>Asks as a visitor, and reads what was kept.</summary>
    public static async Task<ReplyRequest> AskAsync(this Site site, params (string Name, string Value)[] otherwise)
    {
        // The clock stands still: of two that were received at one moment, the new one is who was not there before.
        var before = await site.DoAsync(db => db.ReplyRequests.Select(r => r.Id).ToListAsync());
        using var visitor = site.Visitor();
        var answer = await visitor.AskAsync(otherwise);
        return answer.Location == "/droit-de-reponse/recue"
            ? await site.DoAsync(db => db.ReplyRequests.AsNoTracking().SingleAsync(r => !before.Contains(r.Id)))
            : throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }

    public static string Page(this ReplyRequest request) => $"/redaction/droits-de-reponse/{request.Id}";

    /// <summary>Inès publishes it, and the node has heard of it.</summary>
    public static async Task<Answer> PublishAsync(this Site site, ReplyRequest request)
    {
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync(request.Page(), ("decision", "Publish"));
        await site.FollowChangesAsync();
        return answer;
    }
}
