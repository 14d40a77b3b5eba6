using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Replies;

public class ReplyRequestTable : IEntityTypeConfiguration<ReplyRequest>
{
    public void Configure(EntityTypeBuilder<ReplyRequest> request)
    {
        request.ToTable("ReplyRequests");
        request.Property(r => r.Number).HasMaxLength(20);
        request.Property(r => r.Name).HasMaxLength(Reply.MaxName);
        request.Property(r => r.Function).HasMaxLength(Reply.MaxName);
        request.Property(r => r.Email).HasMaxLength(256);
        request.Property(r => r.Language).HasMaxLength(2);
        request.HasIndex(r => r.Number).IsUnique();
        // The inbox, and its count on each page of the newsroom.
        request.HasIndex(r => new { r.State, r.DueAt });
        request.HasOne(r => r.Article).WithMany().HasForeignKey(r => r.ArticleId);
        request.HasOne<Reply>().WithMany().HasForeignKey(r => r.ReplyId).OnDelete(DeleteBehavior.SetNull);
    }
}
