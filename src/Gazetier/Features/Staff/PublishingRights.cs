using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff;

/// <summary>Where somebody of the staff may publish: everywhere, or, a section editor, in the sections in their care and below.</summary>
/// <param name="InCare">Sections of a section editor; of others it says nothing.</param>
public sealed record PublishingRights(StaffRole? Role, IReadOnlySet<Guid> InCare)
{
    /// <param name="path">From the top of the tree down to an article's main section, as <see cref="SectionTree.PathTo"/> gives it.</param>
    public bool MayPublishIn(IEnumerable<Section> path) =>
        Role?.May(StaffAct.Publish) == true && (Role != StaffRole.SectionEditor || path.Any(section => InCare.Contains(section.Id)));
}

public static class PublishingQueries
{
    public static async Task<PublishingRights> PublishingRightsAsync(this GazetierDb db, SignedIn staff, CancellationToken cancel) => new(
        staff.Role,
        staff.Role == StaffRole.SectionEditor
            ? (await db.StaffSections.Where(c => c.AccountId == staff.AccountId).Select(c => c.SectionId).ToListAsync(cancel)).ToHashSet()
            : new HashSet<Guid>());

    /// <summary>Whether who is signed in may publish what stands in this section.</summary>
    public static async Task<bool> MayPublishInAsync(this GazetierDb db, SignedIn staff, Guid mainSectionId, CancellationToken cancel)
    {
        var sections = await db.Sections.AsNoTracking().ToListAsync(cancel);
        return (await db.PublishingRightsAsync(staff, cancel)).MayPublishIn(sections.PathTo(mainSectionId));
    }

    /// <summary>Names of those who may publish what stands in this section.</summary>
    public static async Task<IReadOnlyList<string>> PublishersAsync(this GazetierDb db, Guid mainSectionId, CancellationToken cancel)
    {
        var path = (await db.Sections.AsNoTracking().ToListAsync(cancel)).PathTo(mainSectionId).Select(section => section.Id).ToList();
        StaffRole?[] everywhere = [.. Enum.GetValues<StaffRole>().Where(role => role.May(StaffAct.Publish) && role != StaffRole.SectionEditor).Select(role => (StaffRole?)role)];
        return await db.Accounts
            .Where(a => everywhere.Contains(a.Role)
                || (a.Role == StaffRole.SectionEditor && db.StaffSections.Any(c => c.AccountId == a.Id && path.Contains(c.SectionId))))
            .OrderBy(a => a.DisplayName).Select(a => a.DisplayName).ToListAsync(cancel);
    }
}
