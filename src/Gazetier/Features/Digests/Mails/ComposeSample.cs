using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mails;

/// <summary>An edition as a reader of one class of access would get it, made of the same parts; nobody gets it.</summary>
public class ComposeSample(GazetierDb db, MailBlocks blocks, FollowedArticles followed, Masthead masthead, HtmlEncoder encoder)
{
    /// <summary>Stands where the token of a reader's own link would: it opens nothing.</summary>
    private const string NoToken = "apercu";

    /// <param name="theme">The one theme that is followed; null: all.</param>
    /// <param name="at">UTC; when it would leave. What is scheduled until then counts as out.</param>
    /// <returns>Null where it would be empty, and not leave.</returns>
    public async Task<SampleEdition?> RunAsync(AccessClass reader, Guid? theme, DateTime at, Language language, CancellationToken cancel)
    {
        var themes = theme is { } one ? [one] : await db.Themes.Select(t => t.Id).ToListAsync(cancel);
        var held = reader.Sample(at);
        var cards = await followed.EditionAsync([.. themes.Select(id => new Wanted(new Subject(FollowKind.Theme, id), at.AddDays(-1)))], at, held, cancel);
        if (cards.Count == 0)
        {
            return null;
        }

        var parts = new List<MailBlock>(cards.Count);
        foreach (var card in cards)
        {
            parts.Add(await blocks.ArticleAsync(card, Decision.Of(card.Asks, held, at).MayReadAll, language));
        }

        var t = new Phrases(language);
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, await masthead.ZoneAsync(cancel));
        var frame = await blocks.FrameAsync(EditionMails.WordsOf(local, webPath: null, t), language, cancel);
        return new SampleEdition(
            EditionMails.SubjectOf(cards[0].Headline, t),
            frame.Html(encoder.Encode(t["Bonjour,"]), parts.Select(part => part.Html), NoToken),
            frame.Text(t["Bonjour,"], parts.Select(part => part.Text), NoToken));
    }
}

/// <summary>A sample of an edition: its subject and its two parts.</summary>
public sealed record SampleEdition(string Subject, string Html, string Text);
