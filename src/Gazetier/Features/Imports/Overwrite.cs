using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Imports;

/// <summary>Gives an article what its line says, and nothing else: a withdrawn one stays withdrawn.</summary>
internal static class Overwrite
{
    /// <returns>True where its sections, themes, authors or dossier are no longer the same.</returns>
    public static bool Apply(GazetierDb db, Article article, ImportedArticle from, Placing placing, DossierOrder dossiers, DateTime now)
    {
        article.Slug = from.Slug;
        article.Format = from.Format;
        article.Kicker = from.Kicker;
        article.Headline = from.Headline;
        article.Standfirst = from.Standfirst;
        article.Body = from.Body;
        article.Words = from.Words;
        Access(article, from, now);
        article.PublishedAt = from.PublishedAt;
        article.ModifiedAt = from.ModifiedAt ?? article.ModifiedAt;
        article.ModifiedReason = from.ModifiedReason ?? article.ModifiedReason;
        article.MainSectionId = placing.Section;
        article.LeadPictureId = from.LeadPictureId;
        article.LeadCaption = from.LeadCaption;
        article.Attribution = from.Attribution;
        article.ImportFingerprint = from.Fingerprint;
        return Sections(db, article, placing) | Themes(db, article, placing) | Authors(article, placing) | Dossier(article, placing, dossiers);
    }

    /// <summary>What was given to all, at its own time or by the newsroom, is locked again by a line that says so, and by nothing else.</summary>
    private static void Access(Article article, ImportedArticle from, DateTime now)
    {
        if (!from.SaysAccess && article.Asks(now).Requirement == Requirement.None)
        {
            return;
        }

        article.Access = from.Access;
        // A time that has passed would free it at once.
        article.FreeAt = article.FreeAt <= now ? null : article.FreeAt;
        article.OpenUntil = from.Access == Requirement.None ? null : article.OpenUntil;
    }

    private static bool Sections(GazetierDb db, Article article, Placing placing)
    {
        var gone = article.OtherSections.RemoveAll(s => !placing.OtherSections.Contains(s.Id));
        var missing = placing.OtherSections.Where(id => article.OtherSections.TrueForAll(s => s.Id != id)).ToList();
        article.OtherSections.AddRange(missing.Select(id => Tracked<Section>(db, id)));
        return gone + missing.Count > 0;
    }

    private static bool Themes(GazetierDb db, Article article, Placing placing)
    {
        var gone = article.Themes.RemoveAll(t => !placing.Themes.Contains(t.Id));
        var missing = placing.Themes.Where(id => article.Themes.TrueForAll(t => t.Id != id)).ToList();
        article.Themes.AddRange(missing.Select(id => Tracked<Theme>(db, id)));
        return gone + missing.Count > 0;
    }

    private static bool Authors(Article article, Placing placing)
    {
        if (article.Bylines.OrderBy(b => b.Position).Select(b => b.AuthorId).SequenceEqual(placing.Authors))
        {
            return false;
        }

        article.Bylines.RemoveAll(b => !placing.Authors.Contains(b.AuthorId));
        foreach (var (index, author) in placing.Authors.Index())
        {
            var byline = article.Bylines.Find(b => b.AuthorId == author);
            if (byline is null)
            {
                byline = new Byline { AuthorId = author };
                article.Bylines.Add(byline);
            }

            byline.Position = index + 1;
        }

        return true;
    }

    // A line names one dossier; those that the newsroom added stay.
    private static bool Dossier(Article article, Placing placing, DossierOrder dossiers)
    {
        if (placing.Dossier is not { } dossier || article.DossierParts.Exists(p => p.DossierId == dossier))
        {
            return false;
        }

        article.DossierParts.Add(new DossierPart { DossierId = dossier, Position = dossiers.Next(dossier) });
        return true;
    }

    // Deleted in the newsroom since the run began: the batch is written again with what is there now.
    private static T Tracked<T>(GazetierDb db, Guid id)
        where T : class => db.Find<T>(id) ?? throw new DbUpdateException($"{typeof(T).Name} {id} is gone.");
}
