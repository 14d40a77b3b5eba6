using System.Text.Json;
using System.Text.Json.Serialization;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Products;
using Gazetier.Text;

namespace Gazetier.Features.Manuscripts;

/// <summary>All that is written of an article and that publishing gives to readers.</summary>
public sealed record Content
{
    public Format Format { get; init; }
    public string Kicker { get; init; } = "";
    public string Headline { get; init; } = "";
    public string Standfirst { get; init; } = "";

    /// <summary>HTML that <see cref="Articles.Body.Sanitise"/> made.</summary>
    public string Body { get; init; } = "";

    public Requirement Access { get; init; } = Requirement.Subscription;

    /// <summary>Numbers of the products of <see cref="AnyOf"/>; null: the newspaper itself, as before there were others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Products { get; init; }

    /// <inheritdoc cref="Article.AnyOf"/>
    [JsonIgnore]
    public ProductSet AnyOf => Products is { Count: > 0 } numbers ? ProductSet.Of(numbers) : ProductSet.Paper;

    public Guid MainSection { get; init; }
    public IReadOnlyList<Guid> OtherSections { get; init; } = [];
    public IReadOnlyList<Guid> Themes { get; init; } = [];
    public IReadOnlyList<Guid> Dossiers { get; init; } = [];

    /// <summary>In the order of the byline.</summary>
    public IReadOnlyList<Guid> Authors { get; init; } = [];

    public Guid? LeadPicture { get; init; }
    public string LeadCaption { get; init; } = "";

    /// <summary>What machines had to do with it (L-90).</summary>
    public MachineUse MachineUse { get; init; }

    /// <summary>The regions, départements and communes that it is about; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? Places { get; init; }

    /// <summary>The legal texts that it is about; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? LegalTexts { get; init; }

    /// <summary>What comes first in readers' own editions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Weight Weight { get; init; }

    [JsonIgnore]
    public int Words => Text.Words.CountHtml(Body);

    public static Content Of(Article article) => new()
    {
        Format = article.Format,
        Kicker = article.Kicker ?? "",
        Headline = article.Headline,
        Standfirst = article.Standfirst,
        Body = article.Body,
        Access = article.Access,
        Products = NumbersOf(article.AnyOf),
        MainSection = article.MainSectionId,
        OtherSections = InOrder(article.OtherSections.Select(s => s.Id)),
        Themes = InOrder(article.Themes.Select(t => t.Id)),
        Dossiers = InOrder(article.DossierParts.Select(p => p.DossierId)),
        Authors = [.. article.Bylines.OrderBy(b => b.Position).Select(b => b.AuthorId)],
        LeadPicture = article.LeadPictureId,
        LeadCaption = article.LeadCaption ?? "",
        MachineUse = article.MachineUse,
        Places = NoneOr(article.Places.Select(p => p.Id)),
        LegalTexts = NoneOr(article.LegalTexts.Select(t => t.Id)),
        Weight = article.Weight,
    };

    /// <summary>For <see cref="Products"/>.</summary>
    public static IReadOnlyList<int>? NumbersOf(ProductSet anyOf) => anyOf == ProductSet.Paper || anyOf.IsEmpty ? null : [.. anyOf.Numbers];

    /// <summary>The same choice is the same content, whatever order it was ticked in.</summary>
    public static IReadOnlyList<Guid> InOrder(IEnumerable<Guid> ids) => [.. ids.Distinct().Order()];

    /// <summary>For <see cref="Places"/>.</summary>
    public static IReadOnlyList<Guid>? NoneOr(IEnumerable<Guid> ids) => InOrder(ids) is { Count: > 0 } some ? some : null;

    /// <summary>What readers read of it, block by block: for comparing two revisions.</summary>
    public IReadOnlyList<string> Blocks() => [.. new[] { Kicker, Headline, Standfirst }.Where(line => line.Length > 0), .. Plain.Blocks(Body)];

    public string ToJson() => JsonSerializer.Serialize(this, ContentJson.Default.Content);

    public static Content FromJson(string json) => JsonSerializer.Deserialize(json, ContentJson.Default.Content)!;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Content))]
internal sealed partial class ContentJson : JsonSerializerContext;
