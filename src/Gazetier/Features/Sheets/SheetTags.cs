namespace Gazetier.Features.Sheets;

/// <summary>Tag that ties the list of sheets to their dates; a sheet's own page carries its article's.</summary>
public static class SheetTags
{
    public const string All = "sheets";
}
