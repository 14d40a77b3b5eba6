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
        new("/redaction/planning", "Planning", StaffAct.Write),
        new("/redaction/une", "La une", StaffAct.ArrangeFrontPage),
        new("/redaction/images", "Photothèque", StaffAct.KeepPictures),
        new("/redaction/fichiers", "Fichiers", StaffAct.KeepPictures),
        new("/redaction/themes", "Rubriques et thèmes", StaffAct.KeepIndex),
        new("/redaction/apercu", "Aperçu", StaffAct.Write),
        new("/redaction/chiffres", "Chiffres", StaffAct.Write),
        new("/redaction/droits-de-reponse", "Droits de réponse", StaffAct.Publish),
        new("/redaction/equipe", "L’équipe", StaffAct.AppointStaff),
        new("/redaction/journal", "Registre", StaffAct.Govern),
        new("/redaction/reglages", "Réglages", StaffAct.Govern),
    ];

    public static IEnumerable<NewsroomPage> For(StaffRole role) => All.Where(page => page.Act is not { } act || role.May(act));
}
