using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Places;

/// <summary>Brings places into use: whoever names one in an article or a follow opens it first.</summary>
public class OpenPlaces(GazetierDb db)
{
    /// <summary>Sees to it that places, and those around them, stand in the table. What is no place is left out.</summary>
    /// <returns>Numbers of the places that there are.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(IReadOnlyCollection<Guid> asked, CancellationToken cancel)
    {
        var wanted = asked.Select(Gazetteer.OfId).OfType<Place>().ToList();
        try
        {
            await AddAsync(wanted, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Somebody else opened one of them at the same moment.
            db.ChangeTracker.Clear();
            await AddAsync(wanted, cancel);
        }

        return wanted.ConvertAll(place => place.Id);
    }

    private async Task AddAsync(List<Place> wanted, CancellationToken cancel)
    {
        var all = wanted.SelectMany(Gazetteer.WithAround).DistinctBy(place => place.Id).ToList();
        var ids = all.ConvertAll(place => place.Id);
        var known = ids.Count == 0 ? [] : await db.Places.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancel);
        var news = all.FindAll(place => !known.Contains(place.Id));
        if (news.Count > 0)
        {
            db.Places.AddRange(news.OrderBy(place => place.Kind).Select(Copy));
            await db.SaveChangesAsync(cancel);
        }
    }

    private static Place Copy(Place place) => new()
    {
        Id = place.Id,
        Kind = place.Kind,
        Code = place.Code,
        Name = place.Name,
        Slug = place.Slug,
        ParentId = place.ParentId,
    };
}
