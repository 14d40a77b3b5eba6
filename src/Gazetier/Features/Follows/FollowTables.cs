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
        follow.HasIndex(f => new { f.Kind, f.SubjectId });
        follow.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
    }
}
