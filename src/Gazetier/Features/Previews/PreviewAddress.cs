using System.Globalization;
using Gazetier.Features.Access;

namespace Gazetier.Features.Previews;

/// <summary>
/// Addresses of previews: the class of the reader, then the page as it stands on the site, <c>/redaction/apercu/visiteur/themes/eau/</c>;
/// or an article as it is being written, <c>/redaction/apercu/abonne/articles/12</c>. Pure.
/// </summary>
public static class PreviewAddress
{
    public const string Root = "/redaction/apercu";

    /// <summary>Pages that are the same for all readers of a class, by the beginning of their address. Nothing personal stands on them.</summary>
    private static readonly string[] Folders = ["rubriques", "themes", "dossiers", "auteurs"];

    private static readonly Dictionary<AccessClass, string> Codes = new()
    {
        [AccessClass.Visitor] = "visiteur",
        [AccessClass.Registered] = "inscrit",
        [AccessClass.Subscriber] = "abonne",
        [AccessClass.Staff] = "redaction",
    };

    /// <summary>"visiteur".</summary>
    public static string CodeOf(AccessClass reader) => Codes[reader];

    public static AccessClass? ClassOf(string? code) => Codes.Where(pair => pair.Value == code).Select(pair => (AccessClass?)pair.Key).FirstOrDefault();

    /// <param name="path">As on the site: "/themes/eau/".</param>
    public static string Of(AccessClass reader, string path) => $"{Root}/{Codes[reader]}{path}";

    /// <summary>Of an article's newest revision, be it published or not.</summary>
    public static string OfWritten(AccessClass reader, long article) => FormattableString.Invariant($"{Root}/{Codes[reader]}/articles/{article}");

    /// <summary>What an address asks for; null where it asks for no preview that there is.</summary>
    public static PreviewAsked? Read(string path)
    {
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal) || path[(Root.Length + 1)..].Split('/', 2) is not [var code, ..] parts || ClassOf(code) is not { } reader)
        {
            return null;
        }

        var page = "/" + (parts.Length > 1 ? parts[1] : "");
        var segments = page.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments switch
        {
            [] => new PreviewAsked(reader, "/"),
            ["articles", var number] => IdOf(number) is { } id ? new PreviewAsked(reader, page, id) : null,
            [var first, _] when Folders.Contains(first, StringComparer.Ordinal) || IdOf(first) is not null => new PreviewAsked(reader, page),
            _ => null,
        };
    }

    private static long? IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>A preview that is asked for.</summary>
/// <param name="Path">Of the page, as it stands on the site.</param>
/// <param name="Written">The article whose newest revision is to be shown in the place of a page.</param>
public sealed record PreviewAsked(AccessClass As, string Path, long? Written = null);
