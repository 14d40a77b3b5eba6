using Gazetier.Features.Accounts;

namespace Gazetier.Features.Newsroom;

/// <summary>A page that stands in the head of every newsroom page, for who may use it.</summary>
/// <param name="Name">French, as the key of the translation.</param>
/// <param name="Act">Who may not do this does not see the link.</param>
public sealed record NewsroomPage(string Address, string Name, StaffAct? Act = null);
