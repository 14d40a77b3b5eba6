namespace Gazetier.Features.MailingLists;

/// <summary>A reader's lists as a form.</summary>
/// <param name="Path">Where the form is sent.</param>
/// <param name="Before">Names of the lists that were stopped together a moment ago.</param>
/// <param name="IsSignedIn">Links lead to each list's settings.</param>
public sealed record ListsShown(IReadOnlyList<MailingList> Lists, string Path, string? Done, IReadOnlyList<string> Before, bool IsSignedIn)
{
    public static ListsShown Of(IReadOnlyList<MailingList> lists, string path, HttpRequest request, bool isSignedIn) => new(
        lists,
        path,
        request.Query["fait"].ToString() is { Length: > 0 } done ? done : null,
        [.. request.Query["avant"].ToString().Split(',').Where(name => lists.Any(list => list.Name == name && !list.IsOn))],
        isSignedIn);
}
