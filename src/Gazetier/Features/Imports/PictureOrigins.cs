using System.Text.Json;

namespace Gazetier.Features.Imports;

/// <summary>
/// Who made the pictures, from the file <c>images.jsonl</c> beside the imported one: path, licence, repo or credit, one
/// picture a line. Nothing where it is absent.
/// </summary>
internal sealed class PictureOrigins
{
    private readonly Dictionary<string, (string? Credit, string? Repo, string? Licence)> _origins = new(StringComparer.Ordinal);

    public static async Task<PictureOrigins> ReadAsync(string folder, CancellationToken cancel)
    {
        var origins = new PictureOrigins();
        var file = Path.Combine(folder, "images.jsonl");
        if (!File.Exists(file))
        {
            return origins;
        }

        await using var content = File.OpenRead(file);
        await foreach (var line in Lines.ReadAsync(content, cancel))
        {
            origins.Add(line.Content);
        }

        return origins;
    }

    /// <summary>"CNIL, Licence Ouverte 2.0"; null where the list does not know the picture.</summary>
    public string? CreditOf(string path, string? source)
    {
        if (!_origins.TryGetValue(path, out var origin))
        {
            return null;
        }

        return origin.Credit ?? Joined(source ?? origin.Repo, origin.Licence);
    }

    public static string? Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } joined ? joined : null;

    // A line that cannot be read says nothing of its picture, which is then credited by its article.
    private void Add(byte[]? content)
    {
        try
        {
            using var json = JsonDocument.Parse(content ?? []);
            if (json.RootElement.ValueKind == JsonValueKind.Object && new Fields(json.RootElement) is var fields && fields.Line("path") is { } path)
            {
                _origins[path] = (fields.Line("credit"), fields.Line("repo"), fields.Line("licence"));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or LineRefusedException)
        {
        }
    }
}
