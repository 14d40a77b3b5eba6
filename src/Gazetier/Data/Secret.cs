namespace Gazetier.Data;

/// <summary>A key that all nodes of one newspaper share, made at first use: it signs links in mails.</summary>
public class Secret
{
    public required string Name { get; set; }
    public required byte[] Value { get; set; }
}
