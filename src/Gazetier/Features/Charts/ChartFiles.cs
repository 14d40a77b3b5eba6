using Gazetier.Data;

namespace Gazetier.Features.Charts;

/// <summary>
/// Where drawings lie in the data folder, which all nodes share: <c>charts/ab/abcdef….svg</c>, and the narrow one beside it. Files
/// appear whole or not at all; the same name is always the same drawing.
/// </summary>
public class ChartFiles(NewspaperOptions options)
{
    public const string Narrow = "-etroit";

    /// <summary>The only addresses from which a body shows charts.</summary>
    public const string Shelf = "/graphiques/";

    public static string AddressOf(string key, bool isNarrow) => $"{Shelf}{key}{(isNarrow ? Narrow : "")}.svg";

    /// <summary>Null where the name cannot be one of ours.</summary>
    public string? PathOf(string fileName)
    {
        var name = fileName.EndsWith(".svg", StringComparison.Ordinal) ? fileName[..^4] : "";
        var key = name.EndsWith(Narrow, StringComparison.Ordinal) ? name[..^Narrow.Length] : name;
        return key.Length == 32 && key.All(char.IsAsciiHexDigitLower) ? Path.Combine(options.Data, "charts", key[..2], name + ".svg") : null;
    }

    public async Task WriteAsync(string key, bool isNarrow, byte[] drawing, CancellationToken cancel)
    {
        var path = PathOf($"{key}{(isNarrow ? Narrow : "")}.svg")!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.CreateVersion7():N}.tmp";
        await File.WriteAllBytesAsync(beside, drawing, cancel);
        File.Move(beside, path, overwrite: true);
    }
}
