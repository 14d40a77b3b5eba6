using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Gazetier.Features.Products;

namespace Gazetier.Features.Magazine;

/// <summary>
/// One number of the magazine on paper. Its cover and what stands on its pages are told to all; the texts of the pages and the PDF ask
/// what an article would ask.
/// </summary>
public class PrintIssue
{
    public const int MaxTitle = 160;
    public const int MaxSummary = 400;
    public const int MostNumber = 99_999;
    public const int MostPages = 500;
    public const int MostEntries = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Stands in its address; no two have the same.</summary>
    public int Number { get; set; }

    /// <summary>The largest line of the cover.</summary>
    public required string Title { get; set; }

    /// <summary>Plain; on cards and for search engines.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The date on the cover.</summary>
    public DateOnly DatedOn { get; set; }

    /// <summary>Pages of paper, the cover being the first.</summary>
    public int Pages { get; set; }

    public Guid? CoverId { get; set; }
    public Picture? Cover { get; set; }

    public Requirement Access { get; set; } = Requirement.Subscription;

    /// <summary>Where it asks for a right: one to any of these opens it.</summary>
    public ProductSet AnyOf { get; set; } = ProductSet.Paper;

    /// <summary>Of the file in the data folder: <see cref="PrintFiles"/>. Null: there is no PDF.</summary>
    public string? PdfKey { get; set; }

    public long PdfBytes { get; set; }

    /// <summary>UTC; since when readers find it. Null: the newsroom prepares it.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    public List<PrintEntry> Entries { get; set; } = [];

    public List<PrintPage> Written { get; set; } = [];

    /// <summary>What its texts and its PDF ask of a reader: of no article in particular, so that a gift or a free article opens none of it.</summary>
    public Asked Asks => new(Access, AnyOf);

    public string Path => FormattableString.Invariant($"{MagazineQueries.Root}{Number}/");

    public string PathOf(int folio) => FormattableString.Invariant($"{Path}page/{folio}/");

    public string PdfPath => Path + "pdf";

    public bool IsOut(DateTime now) => PublishedAt <= now;
}

/// <summary>A line of the contents: what begins on a page, and the article that says the same on the site.</summary>
public class PrintEntry
{
    public const int MaxHeading = 60;
    public const int MaxTitle = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid IssueId { get; set; }

    /// <summary>Its place in the contents, from 0.</summary>
    public int Position { get; set; }

    public int Folio { get; set; }

    /// <summary>The section as the paper names it; may be empty.</summary>
    public string Heading { get; set; } = "";

    public required string Title { get; set; }

    /// <summary>Null: it stood in print only.</summary>
    public long? ArticleId { get; set; }
    public Article? Article { get; set; }
}

/// <summary>What stands on one page of paper, written out so that it can be read aloud; in place of the articles that begin there.</summary>
public class PrintPage
{
    public const int MaxText = 60_000;

    public Guid IssueId { get; set; }

    /// <summary>The number at its foot, from 1.</summary>
    public int Folio { get; set; }

    /// <summary>As it was written, Markdown.</summary>
    public required string Text { get; set; }

    public int Words { get; set; }

    public int Version { get; set; }
}
