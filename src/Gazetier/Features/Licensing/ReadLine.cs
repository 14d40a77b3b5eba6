using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>
/// What robots may do with the page being made, by its address. It is read with the page and not remembered: a page that is kept must not
/// say what this node knew a moment before.
/// </summary>
public class ReadLine(ReadPolicy read, KnownPolicy known, GazetierDb db)
{
    /// <param name="path">Begins with a slash.</param>
    public async Task<RobotLine> AtAsync(string path, CancellationToken cancel = default)
    {
        var place = RobotPlace.At(path);
        try
        {
            var policy = await read.RunAsync(cancel);
            return policy.Apart.Count > 0 && place.Article is { } article
                ? policy.Of(await db.Articles.Where(a => a.Id == article).Select(a => a.MainSectionId).FirstOrDefaultAsync(cancel))
                : policy.Of(place);
        }
        catch (Exception error) when (DatabaseAway.IsCauseOf(error))
        {
            return (await known.GetAsync(cancel)).Of(place);
        }
    }
}
