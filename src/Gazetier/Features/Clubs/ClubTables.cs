using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Clubs;

public class ClubTable : IEntityTypeConfiguration<Club>
{
    public void Configure(EntityTypeBuilder<Club> club)
    {
        club.ToTable("Clubs");
        club.HasKey(c => c.SectionId);
        club.Property(c => c.SectionId).ValueGeneratedNever();
        club.Property(c => c.Colour).HasMaxLength(7);
        club.HasOne(c => c.Section).WithOne().HasForeignKey<Club>(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        club.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductNumber).OnDelete(DeleteBehavior.Restrict);
        club.HasOne<Newsletter>().WithMany().HasForeignKey(c => c.NewsletterId).OnDelete(DeleteBehavior.SetNull);
        club.HasMany(c => c.Topics).WithOne().HasForeignKey(t => t.ClubId).OnDelete(DeleteBehavior.Cascade);
        club.HasMany(c => c.Team).WithOne().HasForeignKey(p => p.ClubId).OnDelete(DeleteBehavior.Cascade);
        club.HasMany(c => c.Pins).WithOne().HasForeignKey(p => p.ClubId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ClubTopicTable : IEntityTypeConfiguration<ClubTopic>
{
    public void Configure(EntityTypeBuilder<ClubTopic> topic)
    {
        topic.ToTable("ClubTopics");
        topic.HasKey(t => new { t.ClubId, t.Position });
    }
}

public class ClubPersonTable : IEntityTypeConfiguration<ClubPerson>
{
    public void Configure(EntityTypeBuilder<ClubPerson> person)
    {
        person.ToTable("ClubPersons");
        person.HasKey(p => new { p.ClubId, p.AuthorId });
        person.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ClubPinTable : IEntityTypeConfiguration<ClubPin>
{
    public void Configure(EntityTypeBuilder<ClubPin> pin)
    {
        pin.ToTable("ClubPins");
        pin.HasKey(p => new { p.ClubId, p.Position });
        pin.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ClubMemberTable : IEntityTypeConfiguration<ClubMember>
{
    public void Configure(EntityTypeBuilder<ClubMember> member)
    {
        member.ToTable("ClubMembers");
        member.HasKey(m => new { m.ClubId, m.AccountId });
        member.HasOne<Club>().WithMany().HasForeignKey(m => m.ClubId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ClubQuestionTable : IEntityTypeConfiguration<ClubQuestion>
{
    public void Configure(EntityTypeBuilder<ClubQuestion> question)
    {
        question.ToTable("ClubQuestions");
        question.HasOne(q => q.Club).WithMany().HasForeignKey(q => q.ClubId).OnDelete(DeleteBehavior.Cascade);
        question.HasOne<Account>().WithMany().HasForeignKey(q => q.AccountId).OnDelete(DeleteBehavior.SetNull);
        question.HasOne(q => q.Article).WithMany().HasForeignKey(q => q.ArticleId).OnDelete(DeleteBehavior.SetNull);
        question.HasIndex(q => new { q.State, q.AskedAt });
    }
}
