using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Dossiers;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Places;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>Copies what was written into what readers see. What was deleted since it was chosen is left out.</summary>
internal static class CopyContent
{
    /// <param name="article">As <see cref="ManuscriptQueries.ToPublish"/> reads it.</param>
    public static async Task CopyToAsync(this Content content, Article article, GazetierDb db, CancellationToken cancel)
    {
        // First, while nothing of the article is changed: what is opened is saved.
        var places = await new OpenPlaces(db).RunAsync([.. content.Places ?? []], cancel);
        content = await db.ResolveAsync(content, cancel);
        article.Format = content.Format;
        article.Kicker = content.Kicker.Length == 0 ? null : content.Kicker;
        article.Headline = content.Headline;
        article.Standfirst = content.Standfirst;
        article.Body = content.Body;
        article.Words = content.Words;
        article.Access = content.Access;
        article.AnyOf = content.AnyOf;
        article.MainSectionId = content.MainSection;
        article.LeadPictureId = content.LeadPicture;
        article.LeadCaption = content.LeadCaption.Length == 0 ? null : content.LeadCaption;
        article.MachineUse = content.MachineUse;
        article.Weight = content.Weight;
        Keep(article.Places, places.Count == 0 ? [] : await db.Places.Where(p => places.Contains(p.Id)).ToListAsync(cancel));
        Keep(article.LegalTexts, content.LegalTexts is { } texts ? await db.LegalTexts.WithStates().Where(t => texts.Contains(t.Id)).ToListAsync(cancel) : []);
        Keep(article.OtherSections, await db.Sections.Where(s => content.OtherSections.Contains(s.Id) && s.Id != content.MainSection).ToListAsync(cancel));
        Keep(article.Themes, await db.Themes.Where(t => content.Themes.Contains(t.Id)).ToListAsync(cancel));
        await SignAsync(article, content.Authors, db, cancel);
        await FileAsync(article, content.Dossiers, db, cancel);
    }

    private static void Keep<T>(List<T> present, List<T> wanted)
        where T : class
    {
        present.RemoveAll(one => !wanted.Contains(one));
        present.AddRange(wanted.Except(present).ToList());
    }

    private static async Task SignAsync(Article article, IReadOnlyList<Guid> wanted, GazetierDb db, CancellationToken cancel)
    {
        var known = await db.Authors.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        article.Bylines.RemoveAll(b => !known.Contains(b.AuthorId));
        foreach (var (index, id) in wanted.Where(known.Contains).Distinct().Index())
        {
            var byline = article.Bylines.Find(b => b.AuthorId == id);
            if (byline is null)
            {
                article.Bylines.Add(byline = new Byline { AuthorId = id });
            }

            byline.Position = index + 1;
        }
    }

    /// <summary>A new part stands last in its dossier; the page of the dossier moves it.</summary>
    private static async Task FileAsync(Article article, IReadOnlyList<Guid> wanted, GazetierDb db, CancellationToken cancel)
    {
        article.DossierParts.RemoveAll(p => !wanted.Contains(p.DossierId));
        foreach (var dossier in await db.Dossiers.Where(d => wanted.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel))
        {
            if (!article.DossierParts.Exists(p => p.DossierId == dossier))
            {
                var last = await db.DossierParts.Where(p => p.DossierId == dossier).MaxAsync(p => (int?)p.Position, cancel) ?? 0;
                article.DossierParts.Add(new DossierPart { DossierId = dossier, Position = last + 1 });
            }
        }
    }
}
