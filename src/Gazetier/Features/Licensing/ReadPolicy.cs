using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>What robots may do, for the page being made. Read once a request.</summary>
public class ReadPolicy(GazetierDb db, Masthead masthead)
{
    private RobotPolicy? _policy;

    public async Task<RobotPolicy> RunAsync(CancellationToken cancel = default) => _policy ??= await db.PolicyAsync(await masthead.SectionsAsync(cancel), cancel);
}

public static class PolicyQueries
{
    /// <param name="sections">All, in the order of the menu.</param>
    public static async Task<RobotPolicy> PolicyAsync(this GazetierDb db, IReadOnlyList<Section> sections, CancellationToken cancel)
    {
        var paper = await db.RobotSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == 1, cancel);
        return new RobotPolicy(paper?.Line ?? RobotLine.Usual, await db.RobotExceptions.AsNoTracking().ToListAsync(cancel), sections);
    }
}
