using System.Text.Json;

namespace Gazetier.Features.Imports;

/// <summary>A picture that a line brings: its file, beside the imported one, and what the line says of it.</summary>
internal record PictureLine(string Path, string? Alt, string? Caption, string? Credit)
{
    /// <summary>Those of <c>images</c>, then those that only <c>image_paths</c> names.</summary>
    public static List<PictureLine> ReadAll(Fields fields)
    {
        var pictures = fields.Each("images", Read);
        pictures.AddRange(fields.Names("image_paths").Where(path => pictures.TrueForAll(p => p.Path != path)).Select(path => new PictureLine(path, null, null, null)));
        return pictures;
    }

    private static PictureLine? Read(JsonElement image)
    {
        if (image.ValueKind == JsonValueKind.String)
        {
            return Fields.Name("images", Fields.Clean(image)) is { } path ? new PictureLine(path, null, null, null) : null;
        }

        if (image.ValueKind != JsonValueKind.Object)
        {
            throw Fields.Wrong("images", "une liste d’images");
        }

        var fields = new Fields(image);
        var file = fields.Line("path", 500) ?? throw new LineRefusedException("une image de « images » n’a pas de « path »");
        return new PictureLine(file, fields.Line("alt", 2000), fields.Line("caption", 2000), fields.Line("credit", 500));
    }
}
