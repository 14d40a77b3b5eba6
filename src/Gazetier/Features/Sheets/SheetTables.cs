using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Sheets;

public class SheetTable : IEntityTypeConfiguration<Sheet>
{
    public void Configure(EntityTypeBuilder<Sheet> sheet)
    {
        sheet.ToTable("Sheets");
        sheet.HasKey(s => s.ArticleId);
        sheet.Property(s => s.ArticleId).ValueGeneratedNever();
        sheet.HasOne(s => s.Article).WithOne().HasForeignKey<Sheet>(s => s.ArticleId);
        sheet.HasOne<Account>().WithMany().HasForeignKey(s => s.KeeperId).OnDelete(DeleteBehavior.SetNull);
        sheet.HasIndex(s => s.ValidUntil);
    }
}
