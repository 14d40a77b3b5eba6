using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Mails;

/// <summary>An issue as a reader of one class of access would get it, made of the same parts; for previews and trial mails.</summary>
public class ComposeSampleIssue(GazetierDb db, ReadIssue read, RenderIssue render, HtmlEncoder encoder, TimeProvider clock)
{
    /// <summary>Stands where the token of a reader's own link would: it opens nothing.</summary>
    private const string NoToken = "apercu";

    /// <returns>Null: there is no such issue.</returns>
    public async Task<SampleIssue?> RunAsync(Guid issue, AccessClass reader, Language language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // What is scheduled is out by the time that it leaves.
        var asked = db.NewsletterIssues.Where(i => i.Id == issue);
        var at = await asked.Where(i => i.ScheduledAt > now).Select(i => i.ScheduledAt).FirstOrDefaultAsync(cancel) ?? now;
        return await read.RunAsync(asked, at, cancel) is { } content ? await RunAsync(content, reader, at, language, cancel) : null;
    }

    /// <param name="at">UTC; when it would leave.</param>
    public async Task<SampleIssue> RunAsync(IssueContent content, AccessClass reader, DateTime at, Language language, CancellationToken cancel)
    {
        var held = reader == AccessClass.Subscriber ? Subscriber(content.Newsletter, at) : reader.Sample(at);
        var parts = await render.PartsAsync(content, held, at, language);
        var t = new Phrases(language);
        var webPath = content.Issue.Number is null ? null : content.Issue.PathIn(content.Newsletter);
        var frame = await render.FrameAsync(content, content.Issue.PostedAt ?? at, webPath, language, cancel);
        return new SampleIssue(
            RenderIssue.SubjectOf(content.Issue.Subject, t),
            frame.Html(encoder.Encode(t["Bonjour,"]), parts.Select(part => part.Html), NoToken),
            frame.Text(t["Bonjour,"], parts.Select(part => part.Text), NoToken));
    }

    /// <summary>Of a newsletter for the holders of one product, a holder of it.</summary>
    private static Rights Subscriber(Newsletter newsletter, DateTime at) =>
        AccessClass.Subscriber.Sample(at).With(new Grant(GrantSource.Subscription, at.AddDays(-1), at.AddDays(1), "", newsletter.Asks.AnyOf));
}

/// <summary>A sample of an issue: its subject and its two parts.</summary>
public sealed record SampleIssue(string Subject, string Html, string Text);
