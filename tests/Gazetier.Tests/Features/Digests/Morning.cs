using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Web;

namespace Gazetier.Tests.Features.Digests;

/// <summary>What tests of the morning's editions do over and over.</summary>
public static class Morning
{
    /// <summary>Seven in Paris, the day after <see cref="Newsroom.Now"/> began: when the cast's editions are due.</summary>
    public static readonly DateTimeOffset Seven = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Chooses for a reader, without the page.</summary>
    public static Task FollowAsync(this Site site, Guid reader, Frequency frequency, params Subject[] follows) =>
        site.ChooseAsync(reader, new DigestChoice(frequency, 7, DayOfWeek.Monday, Days.All), [.. follows.Select(subject => new Followed(subject, FollowRhythm.EachMorning))]);

    /// <inheritdoc cref="FollowAsync"/>
    public static Task ChooseAsync(this Site site, Guid reader, DigestChoice choice, params Followed[] follows) =>
        site.WithAsync<SaveProfile, bool>(async save =>
        {
            await save.RunAsync(reader, follows, choice, CancellationToken.None);
            return true;
        });

    public static Subject Theme(Gazetier.Features.Themes.Theme theme) => new(FollowKind.Theme, theme.Id);

    /// <summary>Composes and posts what is due now.</summary>
    public static Task<DigestReport> IssueAsync(this Site site, DateTime? at = null, bool isDryRun = false) =>
        site.WithAsync<IssueDigests, DigestReport>(issue => issue.RunAsync(at, isDryRun));

    /// <summary>Three readers' editions, written and waiting.</summary>
    public static async Task<Site> ComposedAsync(params (string, string)[] settings)
    {
        var site = await Site.OpenAsync(null, settings);
        await site.FollowAllAsync();
        await site.WithAsync<ComposeDigests, Composed>(compose => compose.RunAsync(site.Now, false, CancellationToken.None));
        return site;
    }

    /// <summary>Three readers who follow the water, at the hour when their editions are due.</summary>
    public static async Task FollowAllAsync(this Site site)
    {
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe, Newsroom.Lou })
        {
            await site.FollowAsync(reader, Frequency.EachMorning, Theme(Newsroom.Water));
        }

        site.Clock.SetUtcNow(Seven);
    }

    /// <summary>One more article on water.</summary>
    public static async Task<long> PublishAsync(this Site site, string headline, DateTime at, Requirement access = Requirement.None, string? kicker = null, string? body = null, Weight weight = Weight.Ordinary)
    {
        var id = 0L;
        await site.DoAsync(async db =>
        {
            var water = db.Themes.Single(t => t.Slug == "eau");
            var article = new Article
            {
                // The cast has numbers of its own, of which PostgreSQL's sequence does not know.
                Id = db.Articles.Max(a => a.Id) + 1,
                Slug = "un-article",
                Headline = headline,
                Kicker = kicker,
                Standfirst = "Chapô.",
                Access = access,
                Body = body ?? $"<p>{Newsroom.Secret}</p>",
                Weight = weight,
                AppearedAt = at,
                MainSectionId = Newsroom.News.Id,
                Themes = [water],
            };
            article.Publish(at);
            db.Articles.Add(article);
            await db.SaveChangesAsync();
            id = article.Id;
        });
        return id;
    }
}
