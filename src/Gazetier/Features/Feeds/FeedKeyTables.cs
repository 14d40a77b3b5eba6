using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Feeds;

public class FeedKeyTable : IEntityTypeConfiguration<FeedKey>
{
    public void Configure(EntityTypeBuilder<FeedKey> key)
    {
        key.ToTable("FeedKeys");
        key.HasKey(k => k.AccountId);
        key.Property(k => k.Id).ValueGeneratedNever();
        key.HasIndex(k => k.Id).IsUnique();
        key.HasOne<Account>().WithOne().HasForeignKey<FeedKey>(k => k.AccountId);
    }
}
