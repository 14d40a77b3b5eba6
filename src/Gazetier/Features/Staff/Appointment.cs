using Gazetier.Features.Accounts;

namespace Gazetier.Features.Staff;

/// <summary>What somebody is to be in the staff. Nobody appoints themself, and an administrator always stays (S-09).</summary>
/// <param name="Role">Null: no longer of the staff.</param>
/// <param name="Sections">In whose care they are; only a section editor's count.</param>
public sealed record Appointment(StaffRole? Role, IReadOnlyList<Guid> Sections)
{
    public static readonly Appointment None = new(null, []);

    /// <summary>Whether <paramref name="by"/> may make it; the role of who acts is the one that the database knows now.</summary>
    /// <param name="administratorsBeside">How many there are besides <paramref name="whom"/>.</param>
    public AppointmentRefusal? Refusal(SignedIn by, StaffRole? roleOfBy, Account whom, int administratorsBeside) =>
        roleOfBy?.May(StaffAct.AppointStaff) != true ? AppointmentRefusal.NotAllowed
        : whom.Id == by.AccountId ? AppointmentRefusal.Oneself
        : whom.Role == StaffRole.Administrator && Role != StaffRole.Administrator && administratorsBeside == 0 ? AppointmentRefusal.LastAdministrator
        : null;
}

/// <summary>Why it is not made.</summary>
public enum AppointmentRefusal
{
    /// <summary>Who acts lost the right to in the meantime.</summary>
    NotAllowed,
    Oneself,
    LastAdministrator,
}
