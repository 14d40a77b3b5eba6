using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>What the demonstration's newsroom works on: an idea, orders, a text to read over with a note, one that appears tomorrow.</summary>
public class MakeDemoManuscripts(GazetierDb db, BeginManuscript begin)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>In the transaction that is open; the articles and accounts of the demonstration are there.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancel)
    {
        var staff = await db.Accounts.Where(a => a.Role != null).ToDictionaryAsync(a => a.Email!, a => a.Id, cancel);
        var sections = await db.Sections.ToDictionaryAsync(s => s.Slug, s => s.Id, cancel);
        var themes = await db.Themes.ToDictionaryAsync(t => t.Slug, t => t.Id, cancel);
        var authors = await db.Authors.ToDictionaryAsync(a => a.Slug, a => a.Id, cancel);
        foreach (var written in DemoFiles.Manuscripts())
        {
            var content = new Content
            {
                Format = Enum.Parse<Format>(written.Format),
                Kicker = written.Kicker,
                Headline = written.Headline,
                Standfirst = written.Standfirst,
                Body = Body.Sanitise(written.Body),
                Access = Requirement.Subscription,
                MainSection = sections[written.Section],
                Themes = Content.InOrder(written.Themes.Select(slug => themes[slug])),
                Authors = [.. written.Authors.Select(slug => authors[slug])],
            };
            var order = new Order(written.Writer is { } writer ? staff[writer] : null, Ahead(written.Due, now), written.Words, written.Brief, null);
            var manuscript = await begin.AddAsync(content, order, order.Writer ?? staff.Values.First(), now, cancel);
            manuscript.Stage = Enum.Parse<Stage>(written.Stage);
            if (Ahead(written.Appears, now) is { } appears)
            {
                manuscript.Article.Publish(appears);
                manuscript.PublishedRevision = 1;
            }

            db.Notes.AddRange(written.Notes.Select(note => new Note { ArticleId = manuscript.ArticleId, ById = staff[note.By], Passage = note.Passage, Text = note.Text, At = now }));
        }
    }

    private static DateTime? Ahead(string? written, DateTime now) => written is null ? null : DemoClock.Ahead(written, now, Zone);
}

/// <summary>One of <c>manuscripts.yaml</c>.</summary>
public class DemoManuscript
{
    public string Headline { get; set; } = "";
    public string Kicker { get; set; } = "";
    public string Standfirst { get; set; } = "";
    public string Section { get; set; } = "";
    public string Format { get; set; } = "";

    /// <summary>Address of an account of the demonstration.</summary>
    public string? Writer { get; set; }

    public string Stage { get; set; } = "";

    /// <summary>"1d 17:00": days from today, and the hour in the newspaper's zone.</summary>
    public string? Due { get; set; }

    /// <summary>As <see cref="Due"/>: when it appears of itself.</summary>
    public string? Appears { get; set; }

    public int? Words { get; set; }
    public string Brief { get; set; } = "";
    public List<string> Themes { get; set; } = [];
    public List<string> Authors { get; set; } = [];

    /// <summary>HTML.</summary>
    public string Body { get; set; } = "";

    public List<DemoNote> Notes { get; set; } = [];
}

/// <summary>A note on it.</summary>
public class DemoNote
{
    public string By { get; set; } = "";
    public string Passage { get; set; } = "";
    public string Text { get; set; } = "";
}
