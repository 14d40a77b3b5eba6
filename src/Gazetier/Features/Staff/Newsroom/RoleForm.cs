using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>What the form for a role shows: the roles, and the tree of sections.</summary>
public sealed record RoleForm(StaffRole? Role, IReadOnlyList<Guid> InCare, IReadOnlyList<Section> Sections)
{
    /// <summary>As in the menu, each with its depth from 0.</summary>
    public IEnumerable<(Section Section, int Depth)> Tree => Below(null, 0);

    private IEnumerable<(Section Section, int Depth)> Below(Guid? parent, int depth) =>
        Sections.Where(s => s.ParentId == parent && depth <= Sections.Count).SelectMany(s => Below(s.Id, depth + 1).Prepend((s, depth)));
}
