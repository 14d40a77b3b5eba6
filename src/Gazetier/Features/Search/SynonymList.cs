using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Search;

/// <summary>Words that say the same, as the newsroom keeps them: one row. While there is none, those that the program brings hold.</summary>
public class SynonymList
{
    /// <summary>Signs of the whole list.</summary>
    public const int MaxLength = 60_000;

    /// <summary>Of a change log line, when it was changed.</summary>
    public const string Tag = "synonyms";

    public int Id { get; set; }

    /// <summary>"EPCI = intercommunalité", a line for each.</summary>
    public string Lines { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change.</summary>
    public int Version { get; set; }
}

public class SynonymListTable : IEntityTypeConfiguration<SynonymList>
{
    public void Configure(EntityTypeBuilder<SynonymList> list)
    {
        list.ToTable("SynonymLists");
        list.Property(l => l.Lines).HasMaxLength(SynonymList.MaxLength);
        list.Property(l => l.Version).IsConcurrencyToken();
    }
}
