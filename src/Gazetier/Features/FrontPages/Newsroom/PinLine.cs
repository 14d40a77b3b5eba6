using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>An article that is held, as a line of the form.</summary>
public sealed class PinLine
{
    public const string Lead = "ouverture";
    public const string Secondary = "second";
    public const string River = "fil";

    public long Article { get; set; }

    /// <summary>One of the places above, or the id of a block.</summary>
    public string? Place { get; set; } = Lead;

    /// <summary>From 1, as it was typed.</summary>
    public int? Position { get; set; }

    public string? Until { get; set; }

    public static PinLine Of(Pin pin, TimeZoneInfo zone) => new()
    {
        Article = pin.ArticleId,
        Place = pin.Place switch
        {
            FrontPagePlace.Lead => Lead,
            FrontPagePlace.Secondary => Secondary,
            FrontPagePlace.River => River,
            _ => pin.BlockId?.ToString() ?? Lead,
        },
        Position = pin.Position,
        Until = LocalMoment.Write(pin.Until, zone),
    };

    /// <param name="index">Of the line in the form.</param>
    public Pin Read(int index, IReadOnlyList<BlockLine> blocks, TimeZoneInfo zone, ModelStateDictionary state, Phrases t)
    {
        if (!LocalMoment.TryRead(Until, zone, out var until))
        {
            state.AddModelError($"Pins[{index}].Until", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        var block = blocks.FirstOrDefault(b => b.PlaceName == Place && Place != River);
        return new Pin
        {
            ArticleId = Article,
            Place = Place switch
            {
                Secondary => FrontPagePlace.Secondary,
                River => FrontPagePlace.River,
                _ => block is null ? FrontPagePlace.Lead : FrontPagePlace.Block,
            },
            BlockId = block?.Id,
            Position = Position ?? index + 1,
            Until = until,
        };
    }
}
