namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Import de liste: addresses that said yes elsewhere, brought to one list with the proof that they did (L-52).</summary>
public class ListImport
{
    /// <summary>Lines of one file.</summary>
    public const int MostLines = 50_000;

    /// <summary>Bytes of the table; and of the file that proves it.</summary>
    public const int LargestTable = 10 * 1024 * 1024;
    public const int LargestProof = 5 * 1024 * 1024;

    public const int LongestStatement = 2000;
    public const int LongestName = 100;

    /// <summary>How long its lines are kept once it is applied: who was refused has not asked to be kept.</summary>
    public static readonly TimeSpan KeepsLines = TimeSpan.FromDays(30);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>See <see cref="MailingList.Name"/>.</summary>
    public required string List { get; set; }

    /// <summary>Of the list, as it was called then.</summary>
    public required string Title { get; set; }

    /// <summary>"clients-2026.csv".</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the table: the same file to the same list is the same import.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>What the one who imports declares of how the addresses agreed; may be empty where a file proves it.</summary>
    public string Statement { get; set; } = "";

    public string? ProofName { get; set; }

    public string? ProofType { get; set; }

    public byte[]? Proof { get; set; }

    /// <summary>Who brought it.</summary>
    public required string ByName { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    public ImportState State { get; set; } = ImportState.Checked;

    /// <summary>Everybody who is added is told by mail.</summary>
    public bool Tells { get; set; }

    public int Lines { get; set; }

    /// <summary>Who were put on the list.</summary>
    public int Added { get; set; }

    /// <summary>UTC; when the last line was applied.</summary>
    public DateTime? AppliedAt { get; set; }
}

public enum ImportState
{
    /// <summary>Nobody is added yet.</summary>
    Checked,

    Applying,
    Applied,
}
