using AngleSharp.Html.Parser;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newsletters;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Newsletters;

/// <summary>What tests of newsletters do over and over.</summary>
public static class LetterSteps
{
    /// <summary>Words that stand nowhere but in what subscribers alone may read.</summary>
    public const string Reserved = "coquelicot marbrure alezan ponceau";

    /// <summary>A newsletter; by hand, open, to all who signed up.</summary>
    public static async Task<Newsletter> AddNewsletterAsync(this Site site, Action<Newsletter>? fill = null)
    {
        var newsletter = new Newsletter { Slug = "la-semaine", Name = "La Semaine", Description = "Chaque vendredi, ce qu’il fallait lire.", CreatedAt = site.Now };
        fill?.Invoke(newsletter);
        await site.DoAsync(async db =>
        {
            db.Newsletters.Add(newsletter);
            await db.SaveChangesAsync();
        });
        return newsletter;
    }

    public static Task SignUpAsync(this Site site, Newsletter newsletter, params Guid[] readers) => site.DoAsync(async db =>
    {
        db.NewsletterSignups.AddRange(readers.Select(reader => new NewsletterSignup { NewsletterId = newsletter.Id, AccountId = reader, JoinedAt = site.Now }));
        await db.SaveChangesAsync();
    });

    /// <summary>An issue that is to leave now: two articles, a text, and a text for subscribers.</summary>
    public static async Task<Guid> ScheduleAsync(this Site site, Newsletter newsletter, Action<NewsletterIssue>? fill = null)
    {
        var issue = new NewsletterIssue
        {
            NewsletterId = newsletter.Id,
            Subject = "L’eau, les forages et la facture",
            State = NewsletterIssueState.Scheduled,
            ScheduledAt = site.Now,
            SavedAt = site.Now,
            Blocks =
            [
                Text(1, "Bonjour à *tous*. Voici la [semaine](/themes/eau/)."),
                new NewsletterBlock { Kind = NewsletterBlockKind.Articles, Articles = Delivery.Join([Newsroom.Locked, Newsroom.Free]), Position = 2 },
                Text(3, $"Le mot de la fin : {Reserved}.", forSubscribers: true),
            ],
        };
        fill?.Invoke(issue);
        await site.DoAsync(async db =>
        {
            db.NewsletterIssues.Add(issue);
            await db.SaveChangesAsync();
        });
        return issue.Id;
    }

    public static NewsletterBlock Text(int position, string markdown, bool forSubscribers = false) =>
        new() { Kind = NewsletterBlockKind.Text, Text = markdown, Html = LetterMarkup.Clean(markdown), ForSubscribers = forSubscribers, Position = position };

    /// <summary>Composes and posts what is due now.</summary>
    public static Task<NewsletterReport> PostLettersAsync(this Site site, DateTime? at = null, string? only = null, bool isDryRun = false) =>
        site.WithAsync<PostNewsletters, NewsletterReport>(post => post.RunAsync(at, only, isDryRun));

    /// <summary>Headings of a mail's blocks and articles.</summary>
    public static string[] Headlines(Email mail) =>
        [.. new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("h2").Select(h => h.TextContent.Trim())];

    public static Task<NewsletterIssue> IssueAsync(this Site site, Guid id) => site.DoAsync(db => db.NewsletterIssues.AsNoTracking().SingleAsync(i => i.Id == id));

    /// <summary>Readers with accounts of their own, signed up.</summary>
    public static async Task<IReadOnlyList<Guid>> FillAsync(this Site site, Newsletter newsletter, int count)
    {
        var ids = await site.DoAsync(async db =>
        {
            var accounts = Enumerable.Range(0, count).Select(n => new Gazetier.Features.Accounts.Account
            {
                Email = $"r{n}@example.org",
                UserName = $"r{n}@example.org",
                NormalizedEmail = $"R{n}@EXAMPLE.ORG",
                NormalizedUserName = $"R{n}@EXAMPLE.ORG",
                DisplayName = $"Lecteur {n}",
                CreatedAt = site.Now,
            }).ToList();
            db.AddRange(accounts);
            await db.SaveChangesAsync();
            return accounts.ConvertAll(a => a.Id);
        });
        await site.SignUpAsync(newsletter, [.. ids]);
        return ids;
    }
}
