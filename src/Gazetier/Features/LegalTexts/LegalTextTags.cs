namespace Gazetier.Features.LegalTexts;

/// <summary>Tags that tie kept pages to the legal texts that they show.</summary>
public static class LegalTextTags
{
    /// <summary>The lists and feeds of all of them.</summary>
    public const string All = "texts";

    public static string Of(Guid id) => $"text:{id:N}";
}
