using System.Text.Json;
using System.Text.Unicode;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;

namespace Gazetier.Features.Imports;

/// <summary>One line of the file, read and judged (docs/running/import.md names every field).</summary>
internal record ArticleLine
{
    public required int Number { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime? ModifiedAt { get; init; }
    public string? ModifiedReason { get; init; }
    public string? Slug { get; init; }
    public string? Kicker { get; init; }
    public string Standfirst { get; init; } = "";
    public string Markdown { get; init; } = "";
    public Format Format { get; init; }
    public Requirement? Access { get; init; }
    public required string Section { get; init; }
    public List<string> OtherSections { get; init; } = [];
    public List<string> Tags { get; init; } = [];
    public string? Dossier { get; init; }
    public List<AuthorName> Authors { get; init; } = [];
    public List<PictureLine> Pictures { get; init; } = [];
    public Provenance Provenance { get; init; } = new(null, null, null, null, null);

    /// <exception cref="LineRefusedException">It cannot become an article; says why.</exception>
    public static ArticleLine Read(int number, byte[] content, DateTime now, TimeZoneInfo zone)
    {
        if (!Utf8.IsValid(content))
        {
            throw new LineRefusedException("la ligne n’est pas en UTF-8");
        }

        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(number, new Fields(json.RootElement), now, zone)
                : throw new LineRefusedException("la ligne n’est pas un objet JSON");
        }
        catch (JsonException)
        {
            throw new LineRefusedException("la ligne n’est pas du JSON");
        }
        catch (InvalidOperationException)
        {
            // What GetString says of "\ud83d" without its other half.
            throw new LineRefusedException("un texte contient une moitié de caractère (« surrogate » isolé)");
        }
    }

    private static ArticleLine Read(int number, Fields fields, DateTime now, TimeZoneInfo zone) => new()
    {
        Number = number,
        Id = fields.Identifier("id") ?? throw new LineRefusedException("« id » manque"),
        Title = fields.Line("title") ?? throw new LineRefusedException("« title » manque"),
        PublishedAt = ImportDate.Read(fields.Line("date") ?? throw new LineRefusedException("« date » manque"), "date", now, zone),
        ModifiedAt = fields.Line("modified") is { } modified ? ImportDate.Read(modified, "modified", now, zone) : null,
        ModifiedReason = fields.Line("modified_reason", Correction.MaxLength),
        Slug = fields.Line("slug"),
        Kicker = fields.Line("kicker"),
        Standfirst = fields.Line("standfirst", 10_000) ?? "",
        Markdown = fields.Text("body_markdown") ?? "",
        Format = ForeignFormats.Read(fields.Line("format"), fields.Line("kind")),
        Access = AccessOf(fields),
        Section = fields.Line("section", Fields.MaxName) ?? "Divers",
        OtherSections = fields.Names("sections"),
        Tags = fields.Names("tags"),
        Dossier = fields.Line("dossier", Fields.MaxName),
        Authors = fields.Each("authors", AuthorName.Read),
        Pictures = PictureLine.ReadAll(fields),
        Provenance = new Provenance(
            fields.Line("source"), fields.Line("licence"), fields.Line("url") ?? fields.Line("url_or_path"), fields.Line("repo"), fields.Line("attribution")),
    };

    private static Requirement? AccessOf(Fields fields) => fields.Line("access")?.ToLowerInvariant() switch
    {
        null => fields.Flag("free") switch { true => Requirement.None, false => Requirement.Subscription, null => null },
        "none" or "free" or "libre" => Requirement.None,
        "registered" or "registration" or "inscription" => Requirement.Registration,
        "subscribers" or "subscription" or "abonnement" => Requirement.Subscription,
        _ => throw Fields.Wrong("access", "free, registered ou subscribers"),
    };
}

/// <summary>Who signs, as the line names them.</summary>
internal record AuthorName(string Name, string? Function)
{
    public static AuthorName? Read(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => Fields.Name("authors", Fields.Clean(author)) is { } name ? new AuthorName(name, null) : null,
        JsonValueKind.Object when new Fields(author) is var fields && fields.Line("name", Fields.MaxName) is { } name => new AuthorName(name, fields.Line("function")),
        _ => throw Fields.Wrong("authors", "une liste de noms"),
    };
}
