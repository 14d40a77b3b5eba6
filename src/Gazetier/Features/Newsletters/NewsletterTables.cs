using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Newsletters;

public class NewsletterTable : IEntityTypeConfiguration<Newsletter>
{
    public void Configure(EntityTypeBuilder<Newsletter> newsletter)
    {
        newsletter.ToTable("Newsletters");
        newsletter.Property(n => n.Slug).HasMaxLength(Slug.MaxLength);
        newsletter.Property(n => n.Name).HasMaxLength(Newsletter.MaxName);
        newsletter.Property(n => n.Description).HasMaxLength(Newsletter.MaxDescription);
        newsletter.Property(n => n.Language).HasMaxLength(2);
        // The names of six days are longer than a name may be.
        newsletter.Property(n => n.Days).HasConversion<int>();
        newsletter.HasIndex(n => n.Slug).IsUnique();
        newsletter.HasIndex(n => n.NextDueAt);
    }
}

public class NewsletterIssueTable : IEntityTypeConfiguration<NewsletterIssue>
{
    public void Configure(EntityTypeBuilder<NewsletterIssue> issue)
    {
        issue.ToTable("NewsletterIssues");
        issue.Property(i => i.Subject).HasMaxLength(NewsletterIssue.MaxSubject);
        issue.Property(i => i.Preheader).HasMaxLength(NewsletterIssue.MaxPreheader);
        issue.Property(i => i.SavedByName).HasMaxLength(200);
        issue.HasIndex(i => new { i.NewsletterId, i.Number }).IsUnique();
        // The round of each minute asks for what is to leave, and for what is not all written.
        issue.HasIndex(i => new { i.State, i.ScheduledAt });
        issue.HasIndex(i => new { i.State, i.WrittenAt });
        issue.HasIndex(i => i.PostingId).IsUnique();
        issue.HasOne(i => i.Newsletter).WithMany().HasForeignKey(i => i.NewsletterId).OnDelete(DeleteBehavior.Restrict);
        issue.HasOne(i => i.Posting).WithMany().HasForeignKey(i => i.PostingId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class NewsletterBlockTable : IEntityTypeConfiguration<NewsletterBlock>
{
    public void Configure(EntityTypeBuilder<NewsletterBlock> block)
    {
        block.ToTable("NewsletterBlocks");
        block.Property(b => b.Title).HasMaxLength(NewsletterBlock.MaxTitle);
        block.Property(b => b.Articles).HasMaxLength(1000);
        block.Property(b => b.AlternativeText).HasMaxLength(Picture.MaxAlternativeText);
        block.Property(b => b.Advertiser).HasMaxLength(NewsletterBlock.MaxAdvertiser);
        block.Property(b => b.Link).HasMaxLength(NewsletterBlock.MaxLink);
        block.Property(b => b.Version).IsConcurrencyToken();
        block.HasIndex(b => new { b.IssueId, b.Position });
        block.HasIndex(b => b.PictureId);
        block.HasOne(b => b.Issue).WithMany(i => i.Blocks).HasForeignKey(b => b.IssueId).OnDelete(DeleteBehavior.Cascade);
        block.HasOne(b => b.Picture).WithMany().HasForeignKey(b => b.PictureId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class NewsletterSignupTable : IEntityTypeConfiguration<NewsletterSignup>
{
    public void Configure(EntityTypeBuilder<NewsletterSignup> signup)
    {
        signup.ToTable("NewsletterSignups");
        signup.HasKey(s => new { s.NewsletterId, s.AccountId });
        signup.HasIndex(s => s.AccountId);
        signup.HasOne(s => s.Newsletter).WithMany().HasForeignKey(s => s.NewsletterId).OnDelete(DeleteBehavior.Cascade);
        signup.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class SignupRequestTable : IEntityTypeConfiguration<SignupRequest>
{
    public void Configure(EntityTypeBuilder<SignupRequest> request)
    {
        request.ToTable("SignupRequests");
        request.Property(r => r.Email).HasMaxLength(EmailAddress.Longest);
        request.Property(r => r.Language).HasMaxLength(2);
        request.Property(r => r.Text).HasMaxLength(Consent.MaxText);
        request.Property(r => r.Origin).HasMaxLength(Consent.MaxOrigin);
        request.HasIndex(r => r.Email);
        request.HasIndex(r => r.ExpiresAt);
        request.HasOne(r => r.Newsletter).WithMany().HasForeignKey(r => r.NewsletterId).OnDelete(DeleteBehavior.Cascade);
    }
}
