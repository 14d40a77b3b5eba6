using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Accounts.Factors;

public class AuthenticatorTable : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("Authenticators");
        authenticator.HasKey(a => a.AccountId);
        authenticator.Property(a => a.ClosedSecret).HasMaxLength(200);
        authenticator.HasOne<Account>().WithOne().HasForeignKey<Authenticator>(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class SpentChallengeTable : IEntityTypeConfiguration<SpentChallenge>
{
    public void Configure(EntityTypeBuilder<SpentChallenge> challenge)
    {
        challenge.ToTable("SpentChallenges");
        challenge.HasKey(c => c.Hash);
        challenge.Property(c => c.Hash).HasMaxLength(64);
        challenge.HasIndex(c => c.ExpiresAt);
    }
}

/// <summary>
/// The framework's own table, as its third schema has it; the other two changes of that schema are none that we need.
/// What a passkey is stands in one column, as JSON.
/// </summary>
public class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("AccountPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
