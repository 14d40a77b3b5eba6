using Gazetier.Features.Accounts;

namespace Gazetier.Features.Newsroom;

/// <summary>The pages that stand in the head of every newsroom page, for who may use them.</summary>
/// <param name="Name">French, as the key of the translation.</param>
/// <param name="Act">Who may not do this does not see the link.</param>
public sealed record NewsroomPage(string Address, string Name, StaffAct? Act = null)
{
    public static readonly IReadOnlyList<NewsroomPage> All =
    [
        new("/redaction", "Ma table"),
        new("/redaction/articles", "Articles", StaffAct.Write),
        new("/redaction/equipe", "L’équipe", StaffAct.AppointStaff),
        new("/redaction/journal", "Registre", StaffAct.Govern),
    ];

    public static IEnumerable<NewsroomPage> For(StaffRole role) => All.Where(page => page.Act is not { } act || role.May(act));
}
