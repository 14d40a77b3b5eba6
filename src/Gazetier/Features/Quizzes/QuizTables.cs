using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Quizzes;

public class QuizTable : IEntityTypeConfiguration<Quiz>
{
    public void Configure(EntityTypeBuilder<Quiz> quiz)
    {
        quiz.ToTable("Quizzes");
        quiz.Property(q => q.Slug).HasMaxLength(100);
        quiz.HasIndex(q => q.Slug).IsUnique();
        quiz.Property(q => q.Version).IsConcurrencyToken();
        quiz.Ignore(q => q.Asks).Ignore(q => q.Path);
    }
}

public class QuizResultTable : IEntityTypeConfiguration<QuizResult>
{
    public void Configure(EntityTypeBuilder<QuizResult> result)
    {
        result.ToTable("QuizResults");
        result.HasKey(r => new { r.AccountId, r.QuizId });
        result.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        result.HasOne(r => r.Quiz).WithMany().HasForeignKey(r => r.QuizId);
    }
}
