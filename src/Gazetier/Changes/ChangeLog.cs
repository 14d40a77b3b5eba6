using Gazetier.Data;

namespace Gazetier.Changes;

/// <summary>Appends to the change log, within whatever the caller is about to save.</summary>
public static class ChangeLog
{
    /// <summary>Tags that touch every page.</summary>
    public const string Everything = "*";

    /// <summary>Adds a line that is written with the caller's own rows, or not at all.</summary>
    public static void Append(this GazetierDb db, DateTime now, string what, params IEnumerable<string> tags) =>
        db.Changes.Add(new Change { At = now, What = what, Tags = string.Join(' ', tags.Distinct(StringComparer.Ordinal)) });
}
