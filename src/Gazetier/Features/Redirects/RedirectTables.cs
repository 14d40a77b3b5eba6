using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Redirects;

public class RedirectTable : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> redirect)
    {
        redirect.ToTable("Redirects");
        redirect.HasKey(r => r.Path);
        redirect.Property(r => r.Path).HasMaxLength(500);
        redirect.Property(r => r.Target).HasMaxLength(500);
        // Who leads to an address that moves is led to where it went.
        redirect.HasIndex(r => r.Target);
    }
}
