using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Manuscripts;

public class ManuscriptTable : IEntityTypeConfiguration<Manuscript>
{
    public void Configure(EntityTypeBuilder<Manuscript> manuscript)
    {
        manuscript.ToTable("Manuscripts");
        manuscript.HasKey(m => m.ArticleId);
        manuscript.Property(m => m.ArticleId).ValueGeneratedNever();
        manuscript.Property(m => m.Version).IsConcurrencyToken();
        manuscript.HasOne(m => m.Article).WithOne().HasForeignKey<Manuscript>(m => m.ArticleId);
        manuscript.HasOne(m => m.Writer).WithMany().HasForeignKey(m => m.WriterId).OnDelete(DeleteBehavior.SetNull);
        manuscript.HasOne(m => m.SavedBy).WithMany().HasForeignKey(m => m.SavedById).OnDelete(DeleteBehavior.SetNull);
        // The lists of the newsroom ask for what stands at a stage, the last touched first.
        manuscript.HasIndex(m => new { m.Stage, m.SavedAt });
        // The calendar asks for what falls into a week.
        manuscript.HasIndex(m => m.DueAt);
        manuscript.HasIndex(m => m.EmbargoUntil);
    }
}

public class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions");
        revision.HasKey(r => new { r.ArticleId, r.Number });
        revision.HasOne<Manuscript>().WithMany().HasForeignKey(r => r.ArticleId);
        revision.HasOne(r => r.By).WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

public class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("Notes");
        note.HasOne<Manuscript>().WithMany().HasForeignKey(n => n.ArticleId);
        note.HasOne(n => n.By).WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.SetNull);
        note.HasOne(n => n.ResolvedBy).WithMany().HasForeignKey(n => n.ResolvedById).OnDelete(DeleteBehavior.SetNull);
    }
}

public class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("Presences");
        presence.HasKey(p => new { p.ArticleId, p.AccountId });
        presence.HasOne<Articles.Article>().WithMany().HasForeignKey(p => p.ArticleId);
        presence.HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId);
    }
}
