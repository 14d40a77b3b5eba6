using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Finds what readers' follows bring: the same rule for the preview, and for everybody's edition.</summary>
public class FollowedArticles(GazetierDb db)
{
    /// <summary>An edition holds no more: it is read before the first meeting.</summary>
    public const int AtMost = 12;

    /// <summary>What was published after <paramref name="since"/> and until <paramref name="until"/> (UTC); one query a kind.</summary>
    public async Task<Publications> PublishedAsync(DateTime since, DateTime until, CancellationToken cancel)
    {
        var window = db.Articles.AsNoTracking().Published(until).Where(a => a.PublishedAt > since);
        var articles = await window.Select(a => new { a.Id, a.PublishedAt, a.MainSectionId }).ToListAsync(cancel);
        var subjects = articles.ToDictionary(a => a.Id, _ => new HashSet<Subject>());
        void Add(long article, FollowKind kind, Guid subject)
        {
            if (subjects.TryGetValue(article, out var set))
            {
                set.Add(new Subject(kind, subject));
            }
        }

        var tree = await SectionTree.LoadAsync(db, cancel);
        var sections = await window.SelectMany(a => a.OtherSections, (a, s) => new { a.Id, SectionId = s.Id }).ToListAsync(cancel);
        foreach (var (article, section) in articles.Select(a => (a.Id, a.MainSectionId)).Concat(sections.Select(s => (s.Id, s.SectionId))))
        {
            foreach (var each in tree.WithAncestors(section))
            {
                Add(article, FollowKind.Section, each);
            }
        }

        foreach (var pair in await window.SelectMany(a => a.Themes, (a, t) => new { a.Id, SubjectId = t.Id }).ToListAsync(cancel))
        {
            Add(pair.Id, FollowKind.Theme, pair.SubjectId);
        }

        foreach (var pair in await window.SelectMany(a => a.DossierParts, (a, p) => new { a.Id, p.DossierId }).ToListAsync(cancel))
        {
            Add(pair.Id, FollowKind.Dossier, pair.DossierId);
        }

        foreach (var pair in await window.SelectMany(a => a.Bylines, (a, b) => new { a.Id, b.AuthorId }).ToListAsync(cancel))
        {
            Add(pair.Id, FollowKind.Author, pair.AuthorId);
        }

        return new Publications(articles.Select(a => new Publication(a.Id, a.PublishedAt!.Value, subjects[a.Id])));
    }

    /// <summary>What one reader's edition would hold, as cards in their order.</summary>
    public async Task<IReadOnlyList<ArticleCard>> EditionAsync(
        IReadOnlyCollection<Subject> follows,
        DateTime since,
        DateTime until,
        CancellationToken cancel)
    {
        if (follows.Count == 0)
        {
            return [];
        }

        var ids = (await PublishedAsync(since, until, cancel)).For(follows, since, AtMost);
        var cards = await db.Articles.Published(until).Where(a => ids.Contains(a.Id)).ToCards().ToDictionaryAsync(c => c.Id, cancel);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }
}
