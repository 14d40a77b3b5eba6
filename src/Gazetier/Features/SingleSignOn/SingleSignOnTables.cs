using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.SingleSignOn;

public class LinkedIdentityTable : IEntityTypeConfiguration<LinkedIdentity>
{
    public void Configure(EntityTypeBuilder<LinkedIdentity> identity)
    {
        identity.ToTable("LinkedIdentities");
        identity.Property(i => i.Issuer).HasMaxLength(500);
        identity.Property(i => i.Subject).HasMaxLength(255);
        identity.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
        identity.Property(i => i.IdpId).HasMaxLength(255);
        identity.Property(i => i.Siret).HasMaxLength(14);
        identity.Property(i => i.FormerSiret).HasMaxLength(14);
        identity.Property(i => i.BelongingPopulation).HasMaxLength(255);
        identity.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ProviderSessionTable : IEntityTypeConfiguration<ProviderSession>
{
    public void Configure(EntityTypeBuilder<ProviderSession> session)
    {
        session.ToTable("ProviderSessions");
        session.HasKey(s => s.SessionId);
        session.Property(s => s.Provider).HasMaxLength(40);
        session.HasOne<Session>().WithOne().HasForeignKey<ProviderSession>(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}
