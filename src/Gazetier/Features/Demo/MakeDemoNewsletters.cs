using Gazetier.Data;
using Gazetier.Features.Consents;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>Newsletters of the demonstration: who signed up, and an issue of each that appeared the day before.</summary>
public class MakeDemoNewsletters(GazetierDb db, Masthead masthead)
{
    /// <summary>After the accounts and the articles, in the same transaction.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        // The database gave them numbers of its own.
        var numbers = await db.Articles.ToDictionaryAsync(a => a.Headline, a => a.Id, StringComparer.Ordinal, cancel);
        var articles = DemoFiles.Articles().Where(a => numbers.ContainsKey(a.Headline)).ToDictionary(a => a.Id, a => numbers[a.Headline]);
        foreach (var demo in newspaper.Newsletters)
        {
            var newsletter = await NewsletterAsync(demo, now, cancel);
            db.Add(newsletter);
            var issue = new NewsletterIssue
            {
                NewsletterId = newsletter.Id,
                Number = 1,
                Subject = demo.Subject,
                Preheader = demo.Preheader,
                State = NewsletterIssueState.Posted,
                PostedAt = now.AddDays(-1),
                // Nobody is owed it: the newspaper had no readers yet.
                WrittenAt = now.AddDays(-1),
                SavedAt = now.AddDays(-1),
                SavedByName = "La rédaction",
            };
            foreach (var (position, block) in demo.Blocks.Index())
            {
                issue.Blocks.Add(await BlockAsync(block, position + 1, articles, cancel));
            }

            db.Add(issue);
            await SignUpAsync(demo, newsletter, now, cancel);
        }
    }

    private async Task<Newsletter> NewsletterAsync(DemoNewsletter demo, DateTime now, CancellationToken cancel)
    {
        var newsletter = new Newsletter { Slug = demo.Slug, Name = demo.Name, Description = demo.About, LastNumber = 1, CreatedAt = now };
        if (demo.RuleOf is { } slug)
        {
            (newsletter.Making, newsletter.SourceKind, newsletter.Days, newsletter.SpanDays) = (NewsletterMaking.ByRule, FollowKind.Section, demo.Days.AsDays(), 4);
            newsletter.SourceId = await db.Sections.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync(cancel);
            newsletter.NextDueAt = newsletter.NextAfter(now, await masthead.ZoneAsync(cancel));
        }

        return newsletter;
    }

    private async Task<NewsletterBlock> BlockAsync(DemoBlock demo, int position, Dictionary<long, long> articles, CancellationToken cancel) => new()
    {
        Kind = Enum.Parse<NewsletterBlockKind>(demo.Kind),
        Position = position,
        Title = demo.Title,
        Text = demo.Text,
        Html = LetterMarkup.Clean(demo.Text),
        Articles = Delivery.Join(demo.Articles.Select(id => articles[id])),
        PictureId = demo.PictureOf is { } article && articles[article] is var number ? await db.Articles.Where(a => a.Id == number).Select(a => a.LeadPictureId).SingleAsync(cancel) : null,
        Advertiser = demo.Advertiser,
        Link = demo.Link,
        ForSubscribers = demo.ForSubscribers,
    };

    private async Task SignUpAsync(DemoNewsletter demo, Newsletter newsletter, DateTime now, CancellationToken cancel)
    {
        var accounts = await db.Accounts.Where(a => demo.SignedUp.Contains(a.Email!)).Select(a => a.Id).ToListAsync(cancel);
        foreach (var account in accounts)
        {
            db.Add(new NewsletterSignup { NewsletterId = newsletter.Id, AccountId = account, JoinedAt = now });
            db.Consent(account, newsletter.Slug, isGiven: true, NewsletterNames.ConsentTo(newsletter.Name, new Phrases(Language.French)), newsletter.Path + "inscription", now);
        }
    }
}
