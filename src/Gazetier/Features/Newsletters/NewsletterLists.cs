using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>The newsletters as lists that their readers may leave and join again. What they said of it, whoever asks keeps.</summary>
public class NewsletterLists(GazetierDb db, ChangeSignup change) : IMailingLists
{
    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel)
    {
        var lines = await db.Newsletters.AsNoTracking()
            .Select(n => new { Newsletter = n, IsOn = db.NewsletterSignups.Any(s => s.NewsletterId == n.Id && s.AccountId == accountId && s.LeftAt == null) })
            .Where(line => line.Newsletter.IsOpen || line.IsOn)
            .OrderBy(line => line.Newsletter.Name)
            .ToListAsync(cancel);
        return lines.ConvertAll(line => new MailingList(
            line.Newsletter.Slug, line.Newsletter.Name, string.Join(' ', new[] { line.Newsletter.Description, line.Newsletter.Limit(t) }.Where(part => !string.IsNullOrEmpty(part))), line.IsOn, "/mon-compte/lettres"));
    }

    public async Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) =>
        await FindAsync(list, cancel) is { } newsletter ? await change.TakeOffAsync(accountId, newsletter.Id, cancel) : null;

    /// <summary>Who left one that is closed since may come back: they are only undoing what they did.</summary>
    public async Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel) =>
        await FindAsync(list, cancel) is { } newsletter
        && (newsletter.IsOpen || await db.NewsletterSignups.AnyAsync(s => s.NewsletterId == newsletter.Id && s.AccountId == accountId, cancel))
            ? await change.PutOnAsync(accountId, newsletter.Id, cancel)
            : null;

    public async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) => await FindAsync(list, cancel) is { } newsletter
        ? await db.NewsletterSignups.Where(s => s.NewsletterId == newsletter.Id && s.LeftAt == null && accounts.Contains(s.AccountId)).Select(s => s.AccountId).ToHashSetAsync(cancel)
        : null;

    private Task<Newsletter?> FindAsync(string list, CancellationToken cancel) => db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == list, cancel);
}
