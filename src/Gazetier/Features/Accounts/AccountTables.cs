using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Accounts;

public class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Language).HasMaxLength(2);
        // The desk's search by the beginning of a name, and of an address on PostgreSQL, whatever the order of its letters.
        account.HasIndex(a => a.DisplayName).HasOperators("text_pattern_ops");
        account.HasIndex(a => a.NormalizedEmail).HasOperators("text_pattern_ops");
    }
}

public class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.TokenHash).HasMaxLength(64);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.Property(s => s.BrowserHash).HasMaxLength(64);
        session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
    }
}

public class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("Registrations");
        registration.Property(r => r.Email).HasMaxLength(256);
        registration.HasIndex(r => r.CreatedAt);
    }
}

public class MailedLinkTable : IEntityTypeConfiguration<MailedLink>
{
    public void Configure(EntityTypeBuilder<MailedLink> link)
    {
        link.ToTable("MailedLinks");
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.ExpiresAt);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Registration>().WithMany().HasForeignKey(l => l.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
