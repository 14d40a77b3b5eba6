using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>A block of the front page, as a line of the form.</summary>
public sealed class BlockLine
{
    /// <summary>The <see cref="Source"/> of a block whose articles are chosen by hand.</summary>
    public const string Chosen = nameof(BlockKind.Chosen);

    public Guid Id { get; set; }

    public string? Title { get; set; }

    /// <summary>What fills it: "River", "Chosen", or "Theme:" and an id.</summary>
    public string? Source { get; set; } = Chosen;

    public int? Seats { get; set; }

    /// <summary>From 1, as it was typed.</summary>
    public int? Position { get; set; }

    public bool Hidden { get; set; }

    public BlockKind Kind => Enum.TryParse<BlockKind>(Source?.Split(':')[0], out var kind) && Enum.IsDefined(kind) ? kind : BlockKind.Chosen;

    public bool IsStanding => Kind.IsStanding();

    /// <summary>Whether articles can be put into it by hand.</summary>
    public bool HoldsPins => Kind is BlockKind.River or BlockKind.Chosen;

    /// <summary>What a <see cref="PinLine.Place"/> calls it.</summary>
    public string PlaceName => Kind == BlockKind.River ? PinLine.River : Id.ToString();

    public static BlockLine Of(FrontPageBlock block) => new()
    {
        Id = block.Id == Guid.Empty ? Guid.CreateVersion7() : block.Id,
        Title = block.Title,
        Source = block.SubjectId is { } subject ? SourceOf(block.Kind, subject) : block.Kind.ToString(),
        Seats = block.Seats,
        Position = block.Position,
        Hidden = block.IsHidden,
    };

    public static string SourceOf(BlockKind kind, Guid subject) => $"{kind}:{subject}";

    /// <summary>As it is called where it has no title of its own.</summary>
    public static string NameOf(BlockKind kind, Phrases t) => kind switch
    {
        BlockKind.Headlines => t["Les autres titres du jour"],
        BlockKind.River => t["Les dernières parutions"],
        BlockKind.Opinions => t["Opinions"],
        BlockKind.Sections => t["Rubriques"],
        _ => t["Bloc sans titre"],
    };

    /// <param name="index">Of the line in the form.</param>
    public async Task<FrontPageBlock> ReadAsync(GazetierDb db, int index, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        var title = Printable.Line(Title ?? "");
        state.Limit($"Blocks[{index}].Title", title, FrontPageBlock.MaxTitle, t);

        if (Seats is < 1 or > FrontPageBlock.MostSeats)
        {
            state.AddModelError($"Blocks[{index}].Seats", t["Entre 1 et {0} articles.", FrontPageBlock.MostSeats]);
        }

        var subject = Kind.HasSubject() && Source?.Split(':') is [_, var id] && Guid.TryParse(id, out var parsed) ? parsed : (Guid?)null;
        if (Kind.HasSubject() && (subject is null || !await IsKnownAsync(db, subject.Value, cancel)))
        {
            state.AddModelError($"Blocks[{index}].Source", t["Ce thème, ce dossier ou cette rubrique n’existe plus : choisissez-en un autre."]);
        }

        return new FrontPageBlock
        {
            Id = Id,
            Kind = Kind,
            Title = title,
            SubjectId = subject,
            Seats = Seats ?? Kind.UsualSeats(),
            Position = index + 1,
            IsHidden = Hidden,
        };
    }

    private Task<bool> IsKnownAsync(GazetierDb db, Guid id, CancellationToken cancel) => Kind switch
    {
        BlockKind.Theme => db.Themes.AnyAsync(t => t.Id == id, cancel),
        BlockKind.Dossier => db.Dossiers.AnyAsync(d => d.Id == id, cancel),
        _ => db.Sections.AnyAsync(s => s.Id == id, cancel),
    };
}
