using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Mail.Wire;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Mails;

/// <summary>
/// Makes the mails of a newsletter's issues. An issue is read once a posting, its blocks are rendered once for each class of access
/// and language; a reader's mail is assembled from them.
/// </summary>
public class NewsletterMails(GazetierDb db, ReadIssue read, RenderIssue render, AssembleMails assemble, TimeProvider clock)
{
    private readonly Dictionary<Guid, IssueContent?> _issues = [];

    /// <summary>The mails of a batch of one newsletter. None for who left meanwhile, nor where nothing is left of the issue.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(string list, IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var readers = await ReadersAsync(list, batch, cancel);
        var rights = await db.RightsOfAsync(readers.ToDictionary(r => r.Key, r => r.Value.IsStaff), cancel);
        var assembly = await assemble.BeginAsync(list, cancel);
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        foreach (var delivery in batch)
        {
            if (delivery.AccountId is { } account && readers.TryGetValue(account, out var reader)
                && await ContentAsync(delivery.IssueId, now, cancel) is { Blocks.Count: > 0 } content)
            {
                var language = reader.Recipient.Language;
                mails[delivery.Id] = assembly.Make(
                    delivery,
                    reader.Recipient,
                    content.Issue.Subject,
                    RenderIssue.SubjectOf,
                    [.. await render.PartsAsync(content, rights[account], now, language)],
                    await render.FrameAsync(content, content.Issue.PostedAt!.Value, content.Issue.PathIn(content.Newsletter), language, cancel));
            }
        }

        return mails;
    }

    private async Task<IssueContent?> ContentAsync(Guid posting, DateTime now, CancellationToken cancel)
    {
        if (!_issues.TryGetValue(posting, out var content))
        {
            _issues[posting] = content = await read.RunAsync(db.NewsletterIssues.Where(i => i.PostingId == posting), now, cancel);
        }

        return content;
    }

    /// <summary>Those who still want it: who left between composing and posting gets nothing more.</summary>
    private async Task<Dictionary<Guid, LetterReader>> ReadersAsync(string list, IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var readers = await db.NewsletterSignups.AsNoTracking().Standing()
            .Where(s => s.Newsletter.Slug == list && ids.Contains(s.AccountId))
            .Select(s => new { s.AccountId, s.Account.DisplayName, s.Account.Language, IsStaff = s.Account.Role != null })
            .ToListAsync(cancel);
        return readers.ToDictionary(
            r => r.AccountId, r => new LetterReader(new Recipient(r.AccountId, r.DisplayName, LanguageOfRequest.FromCode(r.Language)), r.IsStaff));
    }

    private sealed record LetterReader(Recipient Recipient, bool IsStaff);
}
