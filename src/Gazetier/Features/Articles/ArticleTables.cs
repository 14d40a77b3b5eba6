using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Articles;

public class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("Articles");
        article.Property(a => a.Slug).HasMaxLength(100);
        article.Property(a => a.ImportKey).HasMaxLength(200);
        article.Property(a => a.Version).IsConcurrencyToken();
        article.HasIndex(a => a.ImportKey).IsUnique();
        // The river, the feeds and the digests all ask for the newest published first.
        article.HasIndex(a => new { a.Status, a.PublishedAt });
        article.HasOne(a => a.MainSection).WithMany().HasForeignKey(a => a.MainSectionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.LeadPicture).WithMany().HasForeignKey(a => a.LeadPictureId).OnDelete(DeleteBehavior.SetNull);
        article.HasMany(a => a.OtherSections).WithMany().UsingEntity(
            "ArticleSections",
            right => right.HasOne(typeof(Sections.Section)).WithMany().HasForeignKey("SectionId"),
            left => left.HasOne(typeof(Article)).WithMany().HasForeignKey("ArticleId"));
        article.HasMany(a => a.Themes).WithMany().UsingEntity(
            "ArticleThemes",
            right => right.HasOne(typeof(Themes.Theme)).WithMany().HasForeignKey("ThemeId"),
            left => left.HasOne(typeof(Article)).WithMany().HasForeignKey("ArticleId"));
        article.HasMany(a => a.Places).WithMany().UsingEntity(
            "ArticlePlaces",
            right => right.HasOne(typeof(Places.Place)).WithMany().HasForeignKey("PlaceId"),
            left => left.HasOne(typeof(Article)).WithMany().HasForeignKey("ArticleId"));
        article.HasMany(a => a.LegalTexts).WithMany().UsingEntity(
            "ArticleLegalTexts",
            right => right.HasOne(typeof(LegalTexts.LegalText)).WithMany().HasForeignKey("LegalTextId"),
            left => left.HasOne(typeof(Article)).WithMany().HasForeignKey("ArticleId"));
        article.HasMany(a => a.Bylines).WithOne().HasForeignKey(b => b.ArticleId);
        article.HasMany(a => a.DossierParts).WithOne(p => p.Article).HasForeignKey(p => p.ArticleId);
        article.HasMany(a => a.Corrections).WithOne().HasForeignKey(c => c.ArticleId);
        article.HasMany(a => a.Replies).WithOne().HasForeignKey(r => r.ArticleId);
        article.HasIndex(a => a.FreeAt);
        article.HasIndex(a => a.OpenUntil);
        article.HasIndex(a => a.FrontPageUntil);
    }
}

public class ListingTable : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable("Listings");
        // The key alone counts a list and finds any page of it.
        listing.HasKey(l => new { l.ListId, l.PublishedAt, l.ArticleId });
        listing.HasOne(l => l.Article).WithMany().HasForeignKey(l => l.ArticleId);
    }
}

public class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("Corrections");
        correction.Property(c => c.Text).HasMaxLength(Correction.MaxLength);
        // The page of all corrections asks for the newest.
        correction.HasIndex(c => c.At);
    }
}

public class ReplyTable : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> reply)
    {
        reply.ToTable("Replies");
        reply.Property(r => r.Name).HasMaxLength(Reply.MaxName);
        reply.Property(r => r.Function).HasMaxLength(Reply.MaxName);
    }
}

public class BylineTable : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> byline)
    {
        byline.ToTable("Bylines");
        byline.HasKey(b => new { b.ArticleId, b.AuthorId });
        byline.HasOne(b => b.Author).WithMany().HasForeignKey(b => b.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
