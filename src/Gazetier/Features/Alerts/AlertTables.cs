using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Alerts;

public class AlertSettingsTable : IEntityTypeConfiguration<AlertSettings>
{
    public void Configure(EntityTypeBuilder<AlertSettings> settings)
    {
        settings.ToTable("AlertSettings");
        settings.HasKey(s => s.AccountId);
        settings.HasOne<Account>().WithOne().HasForeignKey<AlertSettings>(s => s.AccountId);
    }
}

public class MatchingTable : IEntityTypeConfiguration<Matching>
{
    public void Configure(EntityTypeBuilder<Matching> matching)
    {
        matching.ToTable("Matchings");
        matching.HasKey(m => m.ArticleId);
        matching.Property(m => m.ArticleId).ValueGeneratedNever();
        matching.HasIndex(m => m.DoneAt);
        matching.HasOne<Article>().WithOne().HasForeignKey<Matching>(m => m.ArticleId);
    }
}
