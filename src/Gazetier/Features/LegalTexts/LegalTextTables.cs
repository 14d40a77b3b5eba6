using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.LegalTexts;

public class LegalTextTable : IEntityTypeConfiguration<LegalText>
{
    public void Configure(EntityTypeBuilder<LegalText> text)
    {
        text.ToTable("LegalTexts");
        text.Property(t => t.Slug).HasMaxLength(100);
        text.HasIndex(t => t.Slug).IsUnique();
        text.Property(t => t.Version).IsConcurrencyToken();
        text.Ignore(t => t.Asks).Ignore(t => t.Path);
        // The lists ask for the newest of all, and of a kind.
        text.HasIndex(t => new { t.Kind, t.SignedOn });
        text.HasIndex(t => t.SignedOn);
        text.HasIndex(t => t.Ecli);
        text.HasIndex(t => t.Nor);
        text.HasMany(t => t.States).WithOne().HasForeignKey(s => s.LegalTextId);
    }
}

public class TextStateTable : IEntityTypeConfiguration<TextState>
{
    public void Configure(EntityTypeBuilder<TextState> state)
    {
        state.ToTable("TextStates");
        state.Property(s => s.Id).ValueGeneratedNever();
        state.Ignore(s => s.By);
        state.HasOne(s => s.ByText).WithMany().HasForeignKey(s => s.ByTextId).OnDelete(DeleteBehavior.SetNull);
        state.HasIndex(s => new { s.IsTold, s.ToldAt });
    }
}
