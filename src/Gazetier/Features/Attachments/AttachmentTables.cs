using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Attachments;

public class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.Key).HasMaxLength(64);
        attachment.Property(a => a.Name).HasMaxLength(Attachment.MaxName);
        attachment.HasIndex(a => a.Key).IsUnique();
        attachment.HasIndex(a => a.CreatedAt);
        attachment.Ignore(a => a.Address);
    }
}
