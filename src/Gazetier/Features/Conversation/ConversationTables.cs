using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Conversation.Threads;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Conversation;

public class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("Comments");
        comment.Property(c => c.Name).HasMaxLength(Comment.MaxName);
        comment.Property(c => c.Function).HasMaxLength(Comment.MaxFunction);
        comment.Property(c => c.TextKey).HasMaxLength(32);
        comment.Property(c => c.FromAddress).HasMaxLength(45);
        comment.Property(c => c.Version).IsConcurrencyToken();
        comment.HasOne(c => c.Article).WithMany().HasForeignKey(c => c.ArticleId);
        comment.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne<Comment>().WithMany().HasForeignKey(c => c.ThreadId).OnDelete(DeleteBehavior.Cascade);
        // The article's page; the newsroom's queue; a person's history; what is said word for word; who must still be told.
        comment.HasIndex(c => new { c.ArticleId, c.State, c.PostedAt });
        comment.HasIndex(c => new { c.State, c.PostedAt });
        comment.HasIndex(c => new { c.AccountId, c.State, c.PostedAt });
        comment.HasIndex(c => new { c.TextKey, c.PostedAt });
        // Nobody says the same twice under one article, however fast the button is pressed.
        comment.HasIndex(c => new { c.ArticleId, c.AccountId, c.TextKey }).IsUnique().HasFilter("\"State\" <> 'Withdrawn'");
        comment.HasIndex(c => new { c.ToldIn, c.State, c.PublishedAt });
    }
}

public class CommentRulesTable : IEntityTypeConfiguration<CommentRules>
{
    public void Configure(EntityTypeBuilder<CommentRules> rules)
    {
        rules.ToTable("CommentRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        rules.Property(r => r.ContactEmail).HasMaxLength(256);
    }
}

public class ArticleConversationTable : IEntityTypeConfiguration<ArticleConversation>
{
    public void Configure(EntityTypeBuilder<ArticleConversation> own)
    {
        own.ToTable("ArticleConversations");
        own.HasKey(o => o.ArticleId);
        own.Property(o => o.ArticleId).ValueGeneratedNever();
        own.HasOne(o => o.Article).WithOne().HasForeignKey<ArticleConversation>(o => o.ArticleId);
        own.HasIndex(o => o.ChangedAt);
    }
}

public class SectionConversationTable : IEntityTypeConfiguration<SectionConversation>
{
    public void Configure(EntityTypeBuilder<SectionConversation> own)
    {
        own.ToTable("SectionConversations");
        own.HasKey(o => o.SectionId);
        own.HasOne<Section>().WithOne().HasForeignKey<SectionConversation>(o => o.SectionId);
    }
}

public class RestrictionTable : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> restriction)
    {
        restriction.ToTable("Restrictions");
        restriction.Property(r => r.Number).HasMaxLength(20);
        restriction.HasIndex(r => r.Number).IsUnique();
        restriction.HasIndex(r => new { r.AccountId, r.Kind });
        restriction.HasIndex(r => r.At);
        restriction.HasIndex(r => new { r.AppealDecidedAt, r.AppealedAt });
        restriction.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.SetNull);
        restriction.HasOne(r => r.Comment).WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class CommentNoticeTable : IEntityTypeConfiguration<CommentNotice>
{
    public void Configure(EntityTypeBuilder<CommentNotice> notice)
    {
        notice.ToTable("CommentNotices");
        notice.Property(n => n.Number).HasMaxLength(20);
        notice.Property(n => n.Name).HasMaxLength(CommentNotice.MaxName);
        notice.Property(n => n.Email).HasMaxLength(256);
        notice.Property(n => n.Language).HasMaxLength(2);
        notice.HasIndex(n => n.Number).IsUnique();
        notice.HasIndex(n => new { n.State, n.ReceivedAt });
        notice.HasIndex(n => n.ReceivedAt);
        notice.HasOne(n => n.Comment).WithMany().HasForeignKey(n => n.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class ThreadFollowTable : IEntityTypeConfiguration<ThreadFollow>
{
    public void Configure(EntityTypeBuilder<ThreadFollow> follow)
    {
        follow.ToTable("ThreadFollows");
        follow.HasKey(f => new { f.AccountId, f.ArticleId, f.ThreadId });
        follow.HasIndex(f => f.ArticleId);
        follow.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
        follow.HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId);
    }
}

public class ThreadSettingsTable : IEntityTypeConfiguration<ThreadSettings>
{
    public void Configure(EntityTypeBuilder<ThreadSettings> settings)
    {
        settings.ToTable("ThreadSettings");
        settings.HasKey(s => s.AccountId);
        settings.HasOne<Account>().WithOne().HasForeignKey<ThreadSettings>(s => s.AccountId);
    }
}
