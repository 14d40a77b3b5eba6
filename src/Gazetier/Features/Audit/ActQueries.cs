using Gazetier.Text;

namespace Gazetier.Features.Audit;

public static class ActQueries
{
    /// <summary>What was done to one article.</summary>
    public static IQueryable<Act> Of(this IQueryable<Act> acts, long articleId) => acts.Where(act => act.ArticleId == articleId);

    /// <summary>Lines that answer a question, newest first.</summary>
    public static IQueryable<Act> Answering(this IQueryable<Act> acts, ActQuestion asked)
    {
        acts = asked.ById is { } by ? acts.Where(a => a.ById == by || a.AboutId == by) : acts;
        var what = Printable.Line(asked.What ?? "");
        acts = what.Length == 0 ? acts : acts.Where(a => a.What == what);
        acts = asked.ArticleId is { } article ? acts.Of(article) : acts;
        return acts.OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
    }
}

/// <summary>Which lines of the record are looked for; null: whichever.</summary>
/// <param name="ById">Who did it, or to whom it was done.</param>
public sealed record ActQuestion(Guid? ById, string? What, long? ArticleId);
