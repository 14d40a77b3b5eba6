using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Restrictions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>What the tests of the conversation do again and again.</summary>
public static class TalkSteps
{
    public const string Article = "/1/l-eau-devient-plus-chere/";
    public const string Write = "/reactions/1/ecrire";

    /// <summary>Sends a comment under the free article.</summary>
    public static Task<Answer> SayAsync(this Browser browser, string text, params (string Name, string Value)[] more) =>
        browser.PostAsync(Write, [("texte", text), ("nom", "Anne Rivoal"), .. more]);

    /// <summary>Somebody said it, and readers see it: without the pipeline.</summary>
    public static async Task<Comment> SaidAsync(this Site site, Guid? account, string text, Action<Comment>? fill = null)
    {
        var comment = new Comment { ArticleId = Newsroom.Free, AccountId = account, Name = "Anne Rivoal", Text = text, PostedAt = site.Now, PublishedAt = site.Now, State = CommentState.Published };
        fill?.Invoke(comment);
        await site.DoAsync(async db =>
        {
            db.Comments.Add(comment);
            await db.SaveChangesAsync();
        });
        return comment;
    }

    /// <summary>A person with three comments that readers see: the pipeline knows them.</summary>
    public static async Task KnowAsync(this Site site, Guid account)
    {
        foreach (var n in Enumerable.Range(1, 3))
        {
            await site.SaidAsync(account, $"Une réaction ancienne, numéro {n}.", c => c.PostedAt = c.PostedAt.AddDays(-n));
        }
    }

    public static Task<Comment> ReadAsync(this Site site, Guid id) => site.DoAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    public static Task<Comment> NewestAsync(this Site site) => site.DoAsync(db => db.Comments.AsNoTracking().OrderByDescending(c => c.Id).FirstAsync());

    public static Task<Restriction> DecisionAsync(this Site site) => site.DoAsync(db => db.Restrictions.AsNoTracking().OrderByDescending(r => r.Id).FirstAsync());

    /// <summary>A notice that is right, but for what is said otherwise.</summary>
    public static Task<Answer> ReportAsync(this Browser browser, Guid comment, params (string Name, string Value)[] otherwise)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["motif"] = "Spam",
            ["explication"] = "C’est une réclame.",
            ["nom"] = "Jean Prévert",
            ["email"] = "jean@valmorel.example",
            ["bonne-foi"] = "oui",
        };
        foreach (var (name, value) in otherwise)
        {
            fields[name] = value;
        }

        return browser.PostAsync($"/signaler/{comment}", [.. fields.Select(f => (f.Key, f.Value))]);
    }

    public static Task RulesAsync(this Site site, Action<CommentRules> fill) => site.DoAsync(async db =>
    {
        var rules = await db.CommentRules.FirstOrDefaultAsync() ?? db.CommentRules.Add(new CommentRules()).Entity;
        fill(rules);
        await db.SaveChangesAsync();
    });
}
