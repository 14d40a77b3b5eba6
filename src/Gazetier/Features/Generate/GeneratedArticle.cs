using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Dossiers;

namespace Gazetier.Features.Generate;

/// <summary>One article with what hangs on it, from its number alone.</summary>
internal sealed record GeneratedArticle(Article Article, IReadOnlyList<Guid> Themes, IReadOnlyList<Byline> Bylines, IReadOnlyList<DossierPart> Parts)
{
    private static readonly TimeSpan SixYears = TimeSpan.FromDays(6 * 365);

    /// <summary>Articles of the last day, whatever the size of the load: what a morning's digest chooses from.</summary>
    private const int LastDay = 40;

    /// <param name="number">From 1, the oldest.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="after">The highest number that was taken before.</param>
    public static GeneratedArticle Make(long seed, int number, int of, long after, DateTime now, GeneratedNouns nouns)
    {
        var dice = new Dice(seed, number);
        var headline = FrenchProse.Headline(ref dice);
        var (body, words) = FrenchProse.Body(ref dice);
        var article = new Article
        {
            Id = after + number,
            Slug = FrenchProse.Slug(headline),
            Format = dice.IsLucky(60) ? Format.News : dice.Of(Enum.GetValues<Format>()),
            Kicker = dice.IsLucky(50) ? dice.Of(nouns.Themes).Name : null,
            Headline = headline,
            Standfirst = FrenchProse.Standfirst(ref dice),
            Body = body,
            Words = words,
            Access = dice.Next(4) switch { 0 or 1 => Requirement.Subscription, 2 => Requirement.Registration, _ => Requirement.None },
            Status = ArticleStatus.Published,
            PublishedAt = now - Age(of - number, of, dice.Share()),
            MainSectionId = dice.FirstMostly(nouns.Sections).Id,
        };
        return new GeneratedArticle(article, ThemesOf(ref dice, nouns), BylinesOf(ref dice, nouns, article.Id), PartsOf(ref dice, nouns, article.Id));
    }

    /// <param name="newer">Articles that are newer than this one.</param>
    private static TimeSpan Age(int newer, int of, double chance)
    {
        if (newer < LastDay)
        {
            return TimeSpan.FromDays(0.95) * ((newer + chance) / LastDay);
        }

        // A power a little above 1: a newspaper writes more from year to year.
        var share = (newer - LastDay + chance) / Math.Max(1, of - LastDay);
        return TimeSpan.FromDays(1) + (SixYears * Math.Pow(share, 1.15));
    }

    private static List<Guid> ThemesOf(ref Dice dice, GeneratedNouns nouns)
    {
        var themes = new List<Guid>();
        for (var left = 1 + dice.Next(3); left > 0; left--)
        {
            var theme = dice.FirstMostly(nouns.Themes).Id;
            if (!themes.Contains(theme))
            {
                themes.Add(theme);
            }
        }

        return themes;
    }

    private static List<Byline> BylinesOf(ref Dice dice, GeneratedNouns nouns, long article)
    {
        var first = dice.Of(nouns.Authors).Id;
        var second = dice.Of(nouns.Authors).Id;
        var bylines = new List<Byline> { new() { ArticleId = article, AuthorId = first, Position = 1 } };
        if (second != first && dice.IsLucky(10))
        {
            bylines.Add(new Byline { ArticleId = article, AuthorId = second, Position = 2 });
        }

        return bylines;
    }

    /// <summary>One article in a hundred; numbered by its article, which keeps reading order.</summary>
    private static DossierPart[] PartsOf(ref Dice dice, GeneratedNouns nouns, long article) =>
        dice.IsLucky(1) ? [new DossierPart { DossierId = dice.Of(nouns.Dossiers).Id, ArticleId = article, Position = (int)article }] : [];
}
