using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Who belongs to the staff.</summary>
[StaffMay(StaffAct.AppointStaff)]
public class IndexModel(GazetierDb db) : PageModel
{
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sections = await db.StaffSections.Join(db.Sections, c => c.SectionId, s => s.Id, (c, s) => new { c.AccountId, s.Name })
            .ToListAsync(cancel);
        var names = sections.ToLookup(s => s.AccountId, s => s.Name);
        var proven = await db.Accounts.Where(a => a.Role != null).WithSecondFactor(db).Select(a => a.Id).ToListAsync(cancel);
        var staff = await db.Accounts.AsNoTracking().Where(a => a.Role != null).ToListAsync(cancel);
        Members =
        [
            .. staff.OrderByDescending(a => a.Role).ThenBy(a => a.CalledName, StringComparer.CurrentCultureIgnoreCase)
                .Select(a => new Member(a.Id, a.CalledName, a.Email!, a.Role!.Value, string.Join(", ", names[a.Id].Order(StringComparer.CurrentCultureIgnoreCase)), proven.Contains(a.Id), a.LastSignInOn)),
        ];
    }

    /// <param name="Sections">In the care of a section editor.</param>
    public sealed record Member(Guid Id, string Name, string Email, StaffRole Role, string Sections, bool HasSecondFactor, DateOnly? LastSignInOn);
}
