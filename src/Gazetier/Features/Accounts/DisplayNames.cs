namespace Gazetier.Features.Accounts;

/// <summary>How a reader is called on pages and in mails.</summary>
public static class DisplayNames
{
    /// <summary>Characters.</summary>
    public const int Longest = 100;

    /// <summary>The name in one line, "" for none; null when it is too long or is no text.</summary>
    public static string? Read(string? typed)
    {
        var name = typed?.Trim() ?? "";
        return name.Length <= Longest && !name.Any(char.IsControl) ? name : null;
    }
}
