using System.Globalization;
using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>What the page of an arrangement sends: all that it holds, each time. Times are on the newspaper's clock.</summary>
public sealed class ArrangementForm
{
    public const int MostPins = 60;
    public const int MostBlocks = 20;

    /// <summary>The version that it began from.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "debut")]
    public string? Begins { get; set; }

    public List<PinLine> Pins { get; set; } = [];

    public List<BlockLine> Blocks { get; set; } = [];

    public static ArrangementForm Of(Arrangement arrangement, TimeZoneInfo zone) => new()
    {
        Version = arrangement.Version,
        Name = arrangement.Name,
        Begins = LocalMoment.Write(arrangement.BeginsAt, zone),
        Pins = [.. arrangement.Pins.OrderBy(p => p.Place).ThenBy(p => p.Position).Select(p => PinLine.Of(p, zone))],
        Blocks = [.. arrangement.InOrder().Select(BlockLine.Of)],
    };

    /// <summary>The lines at one place, in their order.</summary>
    public List<PinLine> At(string? place) => [.. Pins.Where(p => p.Place == place)];

    /// <summary>Puts the lines where the numbers, typed or dragged, say; a place that is no more is the first.</summary>
    public void Sort()
    {
        Blocks = Blocks.DistinctBy(b => b.IsStanding ? b.Kind.ToString() : b.Id.ToString()).InTypedOrder(b => b.Position);
        foreach (var pin in Pins.Where(p => !Places().Contains(p.Place ?? "")))
        {
            pin.Place = PinLine.Lead;
        }

        Pins = [.. Places().SelectMany(place => At(place).InTypedOrder(p => p.Position))];
        Renumber();
    }

    /// <summary>Where an article can be put, down the page.</summary>
    public IReadOnlyList<string> Places() =>
        [PinLine.Lead, PinLine.Secondary, .. Blocks.Where(b => b.HoldsPins).Select(b => b.PlaceName)];

    /// <summary>Does what a button asks: "monter:3", "ajouter:12".</summary>
    /// <param name="to">Place for what is added.</param>
    public void Apply(string? action, string? to, string? newBlock)
    {
        var (verb, number) = action?.Split(':') is [var first, var second] && long.TryParse(second, CultureInfo.InvariantCulture, out var n) ? (first, n) : (action ?? "", -1L);
        switch (verb)
        {
            case "ajouter" when Pins.Count < MostPins && !Pins.Exists(p => p.Article == number):
                Pins.Insert(0, new PinLine { Article = number, Place = to is not null && Places().Contains(to) ? to : PinLine.Lead });
                break;
            case "retirer" when number >= 0 && number < Pins.Count:
                Pins.RemoveAt((int)number);
                break;
            case "monter" or "descendre" when number >= 0 && number < Pins.Count:
                MovePin(Pins[(int)number], verb == "monter" ? -1 : 1);
                break;
            case "bloc-monter" or "bloc-descendre":
                Blocks.Move((int)number, verb == "bloc-monter" ? -1 : 1);
                break;
            case "bloc-retirer" when number >= 0 && number < Blocks.Count && !Blocks[(int)number].IsStanding:
                Pins.RemoveAll(p => p.Place == Blocks[(int)number].PlaceName);
                Blocks.RemoveAt((int)number);
                break;
            case "bloc-ajouter" when Blocks.Count < MostBlocks:
                Blocks.Insert(0, new BlockLine { Id = Guid.CreateVersion7(), Source = newBlock ?? BlockLine.Chosen, Seats = BlockKind.Chosen.UsualSeats() });
                break;
            default:
                break;
        }

        Renumber();
    }

    /// <summary>Null where something is wrong, which <paramref name="state"/> then says.</summary>
    public async Task<Arrangement?> ReadAsync(GazetierDb db, TimeZoneInfo zone, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        var name = Printable.Line(Name ?? "");
        if (name.Length is 0 or > Arrangement.MaxName)
        {
            state.AddModelError("nom", t["Donnez un nom, de {0} signes au plus.", Arrangement.MaxName]);
        }

        if (!LocalMoment.TryRead(Begins, zone, out var begins))
        {
            state.AddModelError("debut", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        if (Pins.Count > MostPins || Blocks.Count > MostBlocks)
        {
            state.AddModelError("", t["{0} articles tenus et {1} blocs au plus.", MostPins, MostBlocks]);
        }

        var wanted = new Arrangement { Name = name, BeginsAt = begins };
        foreach (var (index, block) in Blocks.Index())
        {
            wanted.Blocks.Add(await block.ReadAsync(db, index, state, t, cancel));
        }

        foreach (var (index, pin) in Pins.Index())
        {
            wanted.Pins.Add(pin.Read(index, Blocks, zone, state, t));
        }

        return state.IsValid ? wanted : null;
    }

    private void MovePin(PinLine pin, int step)
    {
        var lines = At(pin.Place);
        lines.Move(lines.IndexOf(pin), step);
        Pins = [.. Places().SelectMany(place => place == pin.Place ? lines : At(place))];
    }

    private void Renumber()
    {
        foreach (var (index, block) in Blocks.Index())
        {
            block.Position = index + 1;
        }

        foreach (var (index, pin) in Places().SelectMany(place => At(place).Index()))
        {
            pin.Position = index + 1;
        }
    }
}
