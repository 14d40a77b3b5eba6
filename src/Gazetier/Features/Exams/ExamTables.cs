using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Exams;

public class ExamTable : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> exam)
    {
        exam.ToTable("Exams");
        exam.Property(e => e.Slug).HasMaxLength(100);
        exam.HasIndex(e => e.Slug).IsUnique();
        exam.HasIndex(e => e.HeldOn);
        exam.Property(e => e.Version).IsConcurrencyToken();
        exam.HasOne(e => e.Path).WithMany().HasForeignKey(e => e.PathId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class ExamPathTable : IEntityTypeConfiguration<ExamPath>
{
    public void Configure(EntityTypeBuilder<ExamPath> path)
    {
        path.ToTable("ExamPaths");
        path.Property(p => p.Slug).HasMaxLength(100);
        path.HasIndex(p => p.Slug).IsUnique();
        path.Property(p => p.Version).IsConcurrencyToken();
        path.Ignore(p => p.Address);
        path.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PathId);
    }
}

public class PathStepTable : IEntityTypeConfiguration<PathStep>
{
    public void Configure(EntityTypeBuilder<PathStep> step)
    {
        step.ToTable("PathSteps");
        step.Property(s => s.Id).ValueGeneratedNever();
        step.HasOne(s => s.Article).WithMany().HasForeignKey(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
        step.HasOne(s => s.Quiz).WithMany().HasForeignKey(s => s.QuizId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class StepDoneTable : IEntityTypeConfiguration<StepDone>
{
    public void Configure(EntityTypeBuilder<StepDone> done)
    {
        done.ToTable("StepsDone");
        done.HasKey(d => new { d.AccountId, d.StepId });
        done.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        done.HasOne<PathStep>().WithMany().HasForeignKey(d => d.StepId);
    }
}
