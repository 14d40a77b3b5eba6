using Gazetier.Data;
using Gazetier.Features.Partners;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>The insertions of the demonstration.</summary>
public class MakeDemoPartners(GazetierDb db)
{
    /// <summary>After the sections, in the same transaction.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        var sections = await db.Sections.ToDictionaryAsync(s => s.Slug, s => s.Id, StringComparer.Ordinal, cancel);
        db.AddRange(newspaper.Partners.Select(demo => new Insertion
        {
            Partner = demo.Partner,
            Label = Enum.Parse<SlotLabel>(demo.Label),
            Place = Enum.Parse<SlotPlace>(demo.Place),
            Title = demo.Title,
            Text = demo.Text,
            Link = demo.Link,
            LeadEmail = demo.Lead,
            SectionId = demo.Section is { } section ? sections[section] : null,
            From = now.AddDays(-1),
            Until = now.AddDays(demo.Days),
        }));
    }
}
