using Gazetier.Features.Access;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

public static class ArticleQueries
{
    /// <summary>What readers may find at <paramref name="now"/> (UTC).</summary>
    public static IQueryable<Article> Published(this IQueryable<Article> articles, DateTime now) =>
        articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt <= now);

    public static IQueryable<Article> NewestFirst(this IQueryable<Article> articles) =>
        articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

    /// <summary>The list of a section with all below it, a theme, a dossier or an author.</summary>
    public static IQueryable<Listing> Of(this IQueryable<Listing> listings, Guid list) => listings.Where(l => l.ListId == list);

    /// <inheritdoc cref="Published(IQueryable{Article}, DateTime)"/>
    public static IQueryable<Listing> Published(this IQueryable<Listing> listings, DateTime now) => listings.Where(l => l.PublishedAt <= now);

    public static IQueryable<Listing> NewestFirst(this IQueryable<Listing> listings) =>
        listings.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId);

    /// <summary>The cards of <paramref name="ids"/>, in their order; one that was deleted meanwhile is left out.</summary>
    public static async Task<IReadOnlyList<ArticleCard>> CardsAsync(
        this IQueryable<Article> articles, IReadOnlyList<long> ids, DateTime now, CancellationToken cancel)
    {
        var cards = await articles.Where(a => ids.Contains(a.Id)).ToCards(now).ToDictionaryAsync(card => card.Id, cancel);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>With all that its own page shows.</summary>
    public static IQueryable<Article> Whole(this IQueryable<Article> articles) => articles
        .Include(a => a.MainSection)
        .Include(a => a.OtherSections)
        .Include(a => a.Themes).Include(a => a.Places)
        .Include(a => a.LegalTexts).ThenInclude(t => t.States).ThenInclude(s => s.ByText)
        .Include(a => a.LeadPicture)
        .Include(a => a.Corrections.OrderBy(c => c.At))
        .Include(a => a.Replies.OrderBy(r => r.PublishedAt))
        .Include(a => a.Bylines.OrderBy(b => b.Position)).ThenInclude(b => b.Author).ThenInclude(author => author.Portrait)
        .Include(a => a.DossierParts).ThenInclude(p => p.Dossier);

    /// <summary>What anybody reads whole at <paramref name="now"/> (UTC): <see cref="Requirements.At"/>, as the databases say it.</summary>
    public static IQueryable<Article> OpenToAll(this IQueryable<Article> articles, DateTime now) =>
        articles.Where(a => a.Access == Requirement.None || now < a.OpenUntil || a.FreeAt <= now);

    /// <summary>Only what a card shows; the body stays in the database, and so does a picture whose rights have ended.</summary>
    /// <param name="now">UTC; a card says what its article asks then.</param>
    public static IQueryable<ArticleCard> ToCards(this IQueryable<Article> articles, DateTime now) => articles.AsNoTracking().AsSplitQuery().Select(a => new ArticleCard
    {
        Id = a.Id,
        Slug = a.Slug,
        Format = a.Format,
        Kicker = a.Kicker,
        Headline = a.Headline,
        Standfirst = a.Standfirst,
        Access = a.Access.At(a.OpenUntil, a.FreeAt, now),
        AnyOf = a.AnyOf,
        Words = a.Words,
        PublishedAt = a.PublishedAt!.Value,
        ModifiedAt = a.ModifiedAt,
        MachineUse = a.MachineUse,
        ReviewedBy = a.ReviewedBy,
        ReviewedAt = a.ReviewedAt,
        FrontPageUntil = a.FrontPageUntil,
        Section = new Named(a.MainSection.Id, a.MainSection.Slug, a.MainSection.Name),
        Authors = a.Bylines.OrderBy(b => b.Position).Select(b => new Named(b.Author.Id, b.Author.Slug, b.Author.Name)).ToList(),
        Themes = a.Themes.OrderBy(t => t.Name).Select(t => new Named(t.Id, t.Slug, t.Name)).ToList(),
        Picture = a.LeadPicture == null || a.LeadPicture.RightsEndAt <= now
            ? null
            : new CardPicture(
                a.LeadPicture.Key, a.LeadPicture.AlternativeText, a.LeadPicture.Credit, a.LeadPicture.Width, a.LeadPicture.Height,
                new Focus(a.LeadPicture.FocusX, a.LeadPicture.FocusY), a.LeadPicture.IsMachineMade),
    });
}
