using System.Globalization;

namespace Gazetier.Features.Imports;

/// <summary>Where a text comes from, and what its licence asks to be said at its foot.</summary>
/// <param name="Url">An address, or the path within <paramref name="Repo"/>.</param>
/// <param name="Repo">"owner/name" of a public repository.</param>
/// <param name="Said">What the line itself wants said; nothing is built then.</param>
internal record Provenance(string? Source, string? Licence, string? Url, string? Repo, string? Said)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>
    /// "Source : CNIL, https://…, 9 décembre 2021. Licence Ouverte 2.0. Mise en forme adaptée." Name and date are what
    /// the Licence Ouverte asks for, the mention of changes what Creative Commons does. Null where nothing is known.
    /// </summary>
    /// <param name="updatedOn">Of the source, on the newspaper's calendar.</param>
    public string? Attribution(DateTime updatedOn)
    {
        if (Said is not null || (Source is null && Licence is null))
        {
            return Said;
        }

        var day = updatedOn.Day == 1 ? "1er" : updatedOn.Day.ToString(CultureInfo.InvariantCulture);
        var from = string.Join(", ", new[] { Source, Address, day + updatedOn.ToString(" MMMM yyyy", French) }.OfType<string>());
        return $"Source : {from}." + (Licence is null ? "" : $" Licence : {Licence}. Mise en forme adaptée.");
    }

    private string? Address =>
        Url is not null && (Url.StartsWith("https://", StringComparison.Ordinal) || Url.StartsWith("http://", StringComparison.Ordinal)) ? Url
        : Repo is null ? null
        : Url is null ? Repo : $"{Repo} ({Url})";
}
