using System.Text.Json;

namespace Gazetier.Features.Imports;

/// <summary>The fields of one JSON object, strict about types: a wrong one refuses the line and is named.</summary>
internal readonly struct Fields(JsonElement json)
{
    /// <summary>In characters; names of sections, themes, authors and the like are not longer.</summary>
    public const int MaxName = 200;

    private const int MaxNames = 200;

    /// <summary>Null where it is absent, null or blank.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Clean(value) is { Length: > 0 } text ? text : null,
        _ => throw Wrong(name, "un texte"),
    };

    /// <summary>A text of one line.</summary>
    public string? Line(string name, int maxLength = 1000)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var line = OneLine(text);
        return line.Length <= maxLength ? line : throw new LineRefusedException($"« {name} » a {line.Length} caractères ; la limite est de {maxLength}");
    }

    /// <summary>A text or a whole number, as identifiers are.</summary>
    public string? Identifier(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out _) ? number.GetRawText() : Line(name, 180);

    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "vrai ou faux (true, false)"),
    };

    /// <summary>A list of names, without blanks.</summary>
    public List<string> Names(string name) => Each(name, e => e.ValueKind == JsonValueKind.String ? Name(name, Clean(e)) : throw Wrong(name, "une liste de textes"));

    /// <summary>A list of texts, or of objects, which <paramref name="read"/> makes something of; null leaves one out.</summary>
    public List<T> Each<T>(string name, Func<JsonElement, T?> read)
        where T : class
    {
        if (Find(name) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxNames)
        {
            throw Wrong(name, $"une liste de {MaxNames} éléments au plus");
        }

        return [.. list.EnumerateArray().Select(read).OfType<T>()];
    }

    public static LineRefusedException Wrong(string name, string expected) => new($"« {name} » n’est pas {expected}");

    public static string? Name(string field, string text)
    {
        var name = OneLine(text);
        return name.Length == 0 ? null
            : name.Length <= MaxName ? name : throw new LineRefusedException($"« {field} » contient un nom de plus de {MaxName} caractères");
    }

    /// <summary>Without the control characters that PostgreSQL (NUL) and XML refuse.</summary>
    public static string Clean(JsonElement text)
    {
        var value = text.GetString()!;
        return (value.AsSpan().ContainsAnyInRange('\0', '\u001F') || value.AsSpan().ContainsAny('\uFFFE', '\uFFFF')
            ? string.Concat(value.Where(c => c is >= ' ' and < '\uFFFE' or '\t' or '\n' or '\r'))
            : value).Trim();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
