using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Follows;

public class FollowTable : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.ToTable("Follows");
        follow.HasKey(f => new { f.AccountId, f.Kind, f.SubjectId });
        follow.Property(f => f.Label).HasMaxLength(Keywords.Keyword.MaxLength);
        // Who is to be told at once of an article, read off the index alone; and who follows a heading that is merged or deleted.
        follow.HasIndex(f => new { f.SubjectId, f.Rhythm, f.AccountId });
        follow.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
    }
}
