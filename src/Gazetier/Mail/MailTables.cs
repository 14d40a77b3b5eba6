using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Mail;

public class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.Kind).HasMaxLength(100);
        mail.Property(m => m.To).HasMaxLength(256);
        mail.HasIndex(m => new { m.ClosedAt, m.NotBefore });
    }
}
