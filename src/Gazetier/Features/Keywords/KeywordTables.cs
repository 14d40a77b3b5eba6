using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Keywords;

public class KeywordTable : IEntityTypeConfiguration<Keyword>
{
    public void Configure(EntityTypeBuilder<Keyword> phrase)
    {
        phrase.ToTable("Keywords");
        phrase.Property(p => p.Terms).HasMaxLength(4 * Keyword.MaxLength);
        phrase.Property(p => p.Search).HasMaxLength(Keyword.MaxSearch);
        phrase.HasIndex(p => p.Terms).IsUnique();
        // An article asks with the numbers of all its runs of terms; what they bring is compared, so nothing but the key is needed.
        phrase.HasIndex(p => p.Key);
        phrase.HasIndex(p => p.FoundAt);
    }
}

public class KeywordMatchTable : IEntityTypeConfiguration<KeywordMatch>
{
    public void Configure(EntityTypeBuilder<KeywordMatch> match)
    {
        match.ToTable("KeywordMatches");
        match.HasKey(m => new { m.ArticleId, m.ListId });
        match.HasOne<Article>().WithMany().HasForeignKey(m => m.ArticleId);
    }
}
