using Gazetier.Features.Articles;

namespace Gazetier.Features.Sheets;

/// <summary>
/// What makes an article a sheet (fiche pratique, fiche de révision): until when it is known to be right, and who looks after it. Its
/// text, its access and its address are the article's own; the texts that it rests on are those that the article names.
/// </summary>
public class Sheet
{
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>"À jour au": the law that it describes is that of this day.</summary>
    public DateOnly UpToDateOn { get; set; }

    /// <summary>The last day of its validity; null: until something changes.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>UTC; when somebody last said that it is right. What became of its texts later puts it on the list.</summary>
    public DateTime ReviewedAt { get; set; }

    public string ReviewedBy { get; set; } = "";

    /// <summary>Who is told when it ends; null: the editors-in-chief.</summary>
    public Guid? KeeperId { get; set; }

    /// <summary>UTC; when that was told of this validity. Null: not yet.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>So long before it ends, it is on the list.</summary>
    public const int DaysBefore = 14;

    public bool HasEndedOn(DateOnly day) => ValidUntil < day;

    public bool EndsSoonOn(DateOnly day) => ValidUntil is { } last && last < day.AddDays(DaysBefore);

    /// <summary>Somebody looked at it and found it right.</summary>
    public void Review(DateOnly upToDateOn, DateOnly? validUntil, string by, DateTime now) =>
        (UpToDateOn, ValidUntil, ReviewedBy, ReviewedAt, RemindedAt) = (upToDateOn, validUntil, by, now, null);
}
